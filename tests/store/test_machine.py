"""What users do, in any order: after each step the file holds exactly what the screen shows.

Texts are made of what breaks programs: emoji, diacritics, joiners, bidi marks, CRLF, NBSP, a BOM.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from annotator.errors import EditRefused
from annotator.model import edits
from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Annotation, Quote, Relation
from annotator.model.edits import Edit
from annotator.model.record import Record
from annotator.model.spans import BadSpan, Span
from annotator.store import Project

from .helpers import LABELS, ME, article, fill

PIECES = (
    "محمد", "ٱلْقَاهِرَةُ", "بـــيروت", "GDP", "٣٢٠", "ﷺ", "لأ", "e\u0301", "👩‍👩‍👧", "🇱🇧", "👍🏽", "𐩠",
    " ", "  ", "\u00a0", "\r\n", "\n", "\t", "\ufeff", "\u200f", "\u202b", "\u202c", "\u2067",
    "\u2069", "\u200d", "\u2028", "\x85", "«", "»", "'", "<b>&",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), min_size=4, max_size=30).map("".join)
LABEL = st.sampled_from(("PERS", "GPE", "ORG"))
TYPE = st.sampled_from(("direct", "indirect", "mixed"))
WHICH = st.integers(0, 1000)
ENDS = st.tuples(WHICH, WHICH)

Annotations = dict[str, Annotation]


class Annotating(RuleBasedStateMachine):
    """One article, one author, one file; `done` and `undone` are the states before and after."""

    @initialize(text=TEXTS)
    def begin(self, text: str) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "p.db"
        self.project = Project.create(self.path, LABELS)
        fill(self.project, Record(article=article("a", text)))
        self.shown = self.project.annotated(1, ME)
        self.before: list[Annotations] = []
        self.after: list[Annotations] = []

    # What users do

    @rule(label=LABEL, ends=ENDS)
    def mark(self, label: str, ends: tuple[int, int]) -> None:
        self._apply(lambda: edits.mark(label, self._span(ends)))

    @rule(kind=TYPE, ends=ENDS, cue=st.none() | ENDS, source=st.none() | ENDS)
    def quote(
        self,
        kind: str,
        ends: tuple[int, int],
        cue: tuple[int, int] | None,
        source: tuple[int, int] | None,
    ) -> None:
        self._apply(
            lambda: edits.quote(
                kind,  # type: ignore[arg-type]
                self._span(ends),
                cue=self._span(cue) if cue else None,
                source=self._span(source) if source else None,
            )
        )

    @precondition(lambda self: len(self.shown) > 1)
    @rule(head=WHICH, tail=WHICH, label=st.sampled_from(("FAMILY", "MEETS", "ABOUT", "VISITS")))
    def relate(self, head: int, tail: int, label: str) -> None:
        self._apply(lambda: edits.relate(label, self._any(head).id, self._any(tail).id))

    @precondition(lambda self: len(self.shown) > 0)
    @rule(which=WHICH, label=LABEL, kind=TYPE)
    def relabel(self, which: int, label: str, kind: str) -> None:
        one = self._any(which)
        field = {"type": kind} if isinstance(one, Quote) else {"label": label}
        if not isinstance(one, Relation):
            self._apply(lambda: edits.change(self.shown, one.id, **field))

    @precondition(lambda self: len(self.shown) > 0)
    @rule(which=WHICH, end=WHICH, at_start=st.booleans())
    def resize(self, which: int, end: int, at_start: bool) -> None:
        move = edits.move_start if at_start else edits.move_end
        end %= len(self.shown.text) + 2
        self._apply(lambda: move(self.shown, self._any(which).id, end))

    @precondition(lambda self: len(self.shown) > 0)
    @rule(which=WHICH, ends=ENDS)
    def add_fragment(self, which: int, ends: tuple[int, int]) -> None:
        self._apply(lambda: edits.add_fragment(self.shown, self._any(which).id, self._span(ends)))

    @precondition(lambda self: self.shown.quotes and self.shown.entities)
    @rule(which=WHICH, who=WHICH, cue=st.none() | ENDS)
    def set_speaker_and_cue(self, which: int, who: int, cue: tuple[int, int] | None) -> None:
        quote = self.shown.quotes[which % len(self.shown.quotes)]
        speaker = self.shown.entities[who % len(self.shown.entities)].id
        span = self._span(cue) if cue else None
        self._apply(lambda: edits.change(self.shown, quote.id, speaker=speaker, cue=span))

    @precondition(lambda self: len(self.shown) > 0)
    @rule(which=WHICH, note=st.none() | st.sampled_from(PIECES), sure=st.booleans())
    def describe(self, which: int, note: str | None, sure: bool) -> None:
        attributes = {"sure": sure, "ملاحظة": note or "", "n": which, "x": which / 7}
        one = self._any(which)
        self._apply(lambda: edits.change(self.shown, one.id, note=note, attributes=attributes))

    @precondition(lambda self: len(self.shown) > 0)
    @rule(which=st.lists(WHICH, min_size=1, max_size=3))
    def delete(self, which: list[int]) -> None:
        self._apply(lambda: edits.delete(self.shown, {self._any(one).id for one in which}))

    @precondition(lambda self: self.before)
    @rule()
    def undo(self) -> None:
        self._move(self.project.undo, self.before, self.after)

    @precondition(lambda self: self.after)
    @rule()
    def redo(self) -> None:
        self._move(self.project.redo, self.after, self.before)

    @precondition(lambda self: self.before)
    @rule(label=LABEL, ends=ENDS)
    def think_again(self, label: str, ends: tuple[int, int]) -> None:
        self.undo()
        self.mark(label, ends)

    @rule()
    def reopen(self) -> None:
        self.project.close()
        self.project = Project.open(self.path)
        self.shown = self.project.annotated(1, ME)

    # What must hold after each step

    @invariant()
    def the_file_holds_what_the_screen_shows(self) -> None:
        stored = self.project.annotated(1, ME)
        assert dict(stored.by_id) == dict(self.shown.by_id)
        assert stored.article == self.shown.article
        assert self.project.summary(1, ME).annotations == len(self.shown)

    @invariant()
    def check_finds_nothing(self) -> None:
        assert self.project.check() == []

    @invariant()
    def what_can_be_undone_is_known(self) -> None:
        assert self.project.can_undo(1, ME) == bool(self.before)
        assert self.project.can_redo(1, ME) == bool(self.after)
        if not self.before:
            assert self.project.undo(1, ME, self.shown) is None
        if not self.after:
            assert self.project.redo(1, ME, self.shown) is None

    def teardown(self) -> None:
        if hasattr(self, "project"):
            last = dict(self.shown.by_id)
            steps = len(self.before)
            while self.before:
                self.undo()
            assert len(self.shown) == 0
            self.the_file_holds_what_the_screen_shows()
            for _ in range(steps):
                self.redo()
            assert dict(self.shown.by_id) == last
            self.the_file_holds_what_the_screen_shows()
            self.check_finds_nothing()
            self.project.close()
            shutil.rmtree(self.folder)

    # How

    def _span(self, ends: tuple[int, int]) -> Span:
        length = len(self.shown.text)
        start, end = sorted((ends[0] % (length + 1), ends[1] % (length + 1)))
        return Span.of(start, end) if start < end else Span.of(start % length, start % length + 1)

    def _any(self, which: int) -> Annotation:
        every = list(self.shown.by_id.values())
        return every[which % len(every)]

    def _apply(self, made: Callable[[], Edit]) -> None:
        before = dict(self.shown.by_id)
        try:
            edit = made()
            self.shown = self.project.apply(1, ME, self.shown, edit)
        except (EditRefused, BadSpan):
            return
        if edit:
            self.before.append(before)
            self.after.clear()

    def _move(
        self,
        step: Callable[[int, str, AnnotatedArticle], tuple[AnnotatedArticle, Edit] | None],
        this_way: list[Annotations],
        other_way: list[Annotations],
    ) -> None:
        before, expected = dict(self.shown.by_id), this_way.pop()
        moved = step(1, ME, self.shown)
        assert moved is not None
        assert dict(self.shown.apply(moved[1]).by_id) == expected
        self.shown = moved[0]
        assert dict(self.shown.by_id) == expected
        other_way.append(before)


def test_whatever_users_do_the_file_holds_what_the_screen_shows() -> None:
    run_state_machine_as_test(
        Annotating,
        settings=settings(
            max_examples=20,
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
