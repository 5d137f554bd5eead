"""Annotates the gold articles anew in the real window, by key events, and counts the keys.

The order of work: through the article once, entities as they come; a quote when its content and its
speaker have been passed; a relation when its second end has just been marked, unless the first one
is out of sight. Then back through the article for the relations that are left. At the end the
annotations that the project has stored must be those of the corpus.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.desktop.fonts import load_fonts
from annotator.desktop.session import application
from annotator.desktop.settings import SettingsFile
from annotator.desktop.window import MainWindow
from annotator.desktop.workspace import Workspace
from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Annotation, Entity, Quote, Relation
from annotator.model.labelfile import load
from annotator.model.record import Record
from annotator.resources import resource
from annotator.store import Project
from tests.benchmarks.keystroke_model import Work, modifiers_of, pressed
from tests.benchmarks.keystroke_plan import Plan, Planner
from tests.benchmarks.keystroke_trial import Hint, NoWay, State, Trial, carry_out, hint_of
from tests.benchmarks.keystroke_ways import Ways

AUTHOR = "benchmark"
_SIZE = (1440, 900)
_MOST_PAGES = 20
_HELD = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
}
_SIGNS = {
    "[": Qt.Key.Key_BracketLeft, "]": Qt.Key.Key_BracketRight,
    "{": Qt.Key.Key_BraceLeft, "}": Qt.Key.Key_BraceRight,
}  # fmt: skip


class Made(NamedTuple):
    """One annotation made: of which kind, by which keys, and what that is in the model."""

    kind: str
    names: tuple[str, ...]
    work: Work


def replay(
    records: Sequence[Record], desk: Callable[[MainWindow, Record], Desk] | None = None
) -> Iterator[tuple[Record, list[Made]]]:
    """Annotate each article in one window, on a project of its own; what was pressed for it.

    `desk` sits somebody else there, who works in another way.
    """
    application()
    load_fonts()
    labels = load("news", resource("labels"))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "keystrokes.db"
        with Project.create(path, labels) as project, project.importing("benchmark") as into:
            for record in records:
                into.add(Record(article=record.article))
        window = MainWindow(Workspace(), SettingsFile(Path(folder) / "settings.json"), AUTHOR)
        window.resize(*_SIZE)
        window.show()
        window.workspace.open(Project.open(path), AUTHOR)
        try:
            for number, record in enumerate(records, 1):
                window.workspace.go_to(number)
                window.focus_article()
                QApplication.processEvents()
                yield record, (desk or Desk)(window, record).annotate()
        finally:
            window.close()
            window.deleteLater()


class Desk:
    """One article in the window, and the fingers on the keys."""

    def __init__(self, window: MainWindow, record: Record) -> None:
        """`record` says what is to be annotated."""
        self.window, self.workspace, self.record = window, window.workspace, record
        trial = Trial(self.workspace.labels, window.view)
        trial.put(State.of(self.workspace))
        self.planner = Planner(Ways(trial))
        self.made: list[Made] = []

    def press(self, name: str) -> None:
        """Press a key, named as in the table of actions."""
        modifiers = Qt.KeyboardModifier.NoModifier
        for held in modifiers_of(name):
            modifiers |= _HELD[held]
        key = name.split("+")[-1]
        code = _SIGNS.get(key) or getattr(Qt.Key, f"Key_{key}")
        QTest.keyClick(self.window.view, code, modifiers)

    def annotate(self) -> list[Made]:
        """Make all annotations; raises `AssertionError` if they are not those of the record."""
        entities = [one for one in self.record.annotations if isinstance(one, Entity)]
        quotes = [one for one in self.record.annotations if isinstance(one, Quote)]
        relations = [one for one in self.record.annotations if isinstance(one, Relation)]
        entities.sort(key=lambda one: (one.span.start, -one.span.end))
        while entities:
            entity = entities.pop(0)
            self._entity(entity)
            for one in (entity, *self._same(entities)):
                relations = self._related(relations, by=one.id)
            following = entities[0].span.start if entities else None
            for quote in [one for one in quotes if self._due(one, following)]:
                quotes.remove(quote)
                self._quote(quote)
                relations = self._related(relations, by=quote.id)
        for quote in quotes:
            self._quote(quote)
        for relation in reversed(relations):
            self._relation(relation)
        self._check()
        return self.made

    def _due(self, quote: Quote, following: int | None) -> bool:
        """Whether a quote can be marked now, before going on to the entity at `following`."""
        if quote.speaker is not None and quote.speaker not in self.planner.made:
            return False
        return following is None or quote.span.end <= following

    def _related(self, relations: list[Relation], by: str) -> list[Relation]:
        """Make the relations of what was just marked to what is in view; the others are left."""
        made, left = self.planner.made, []
        for one in relations:
            if by in (one.head, one.tail) and made.keys() >= {one.head, one.tail}:
                plan = self._related_here(one)
                if plan is not None:
                    self._count("relation", self._press(plan), looks=1)
                    continue
            left.append(one)
        return left

    def _related_here(self, relation: Relation) -> Plan | None:
        """The plan of a relation, one end of which is in focus; None if there is none in view."""
        head, tail = (self.planner.made[id] for id in (relation.head, relation.tail))
        return self.planner.relation(State.of(self.workspace), relation.label, head, tail)

    def _entity(self, entity: Entity) -> None:
        self._carry_out("entity", self.planner.entity(State.of(self.workspace), entity))
        self.planner.made[entity.id] = str(self.workspace.focus)

    def _same(self, entities: list[Entity]) -> list[Entity]:
        """Mark all that is the same as what was just marked, where that is what the corpus has."""
        found = self.planner.same(State.of(self.workspace), entities)
        if found is None or not self._is_worth_it(found[1]):
            return []
        plan, made = found
        names = self._press(plan)
        annotated = self.workspace.annotated
        assert annotated is not None
        for number, one in enumerate(made):
            entities.remove(one)
            here = next(e for e in annotated.entities if (e.span, e.label) == (one.span, one.label))
            self.planner.made[one.id] = here.id
            # The keys are shared among them; every one has to be looked at.
            keys = len(names[number :: len(made)])
            self.made.append(Made("entity", names, Work(keys=keys)))
        return made

    def _is_worth_it(self, same: Sequence[Entity]) -> bool:
        """Whether to mark these together, since they are the same as what was just marked."""
        return bool(same)

    def _quote(self, quote: Quote) -> None:
        self._carry_out("quote", self.planner.quote(State.of(self.workspace), quote))
        self.planner.made[quote.id] = str(self.workspace.recent_quote)

    def _relation(self, relation: Relation) -> None:
        """Make a relation from wherever one is, from the end that is reached more quickly."""
        state, made = State.of(self.workspace), self.planner.made
        ends = [self.planner.to_end(state, made[id]) for id in (relation.head, relation.tail)]
        before = self._press(min(ends, key=lambda plan: plan.cost))
        # What is in view, and so has letters, shows only when one is there.
        plan = self._related_here(relation)
        rest = self._press(plan) if plan is not None else self._related_afar(relation)
        self._count("relation", (*before, *rest), looks=1)

    def _related_afar(self, relation: Relation) -> list[str]:
        """Make a relation to what is out of view: page by page until it has letters."""
        ends = self.planner.made[relation.head], self.planner.made[relation.tail]
        names = ["R"]
        self.press("R")
        held = getattr(self.workspace.mode, "held", None)
        if getattr(self.workspace.mode, "reverse", None) != (held == ends[1]):
            self.press("R")
            names.append("R")
        other = ends[0] if held == ends[1] else ends[1]
        while other not in getattr(self.workspace.mode, "hints", {}):
            if len(names) > _MOST_PAGES:
                raise NoWay(other)
            above = self._start(other) < self.window.view.visible_range()[0]
            page = "PageUp" if above else "PageDown"
            self.press(page)
            names.append(page)
        letters = hint_of(self.workspace, other)
        keys = [*letters, self.planner.relation_key(relation.label)]
        for name in keys:
            if self.workspace.mode is None:
                break  # the label set admits only this one
            self.press(name)
            names.append(name)
        return names

    def _start(self, id: str) -> int:
        assert self.workspace.annotated is not None
        found = self.workspace.annotated.spanned(id)
        assert found is not None
        return found.span.start

    def _carry_out(self, kind: str, plan: Plan) -> None:
        self._count(kind, self._press(plan), sum(isinstance(step, Hint) for step in plan.steps))

    def _press(self, plan: Plan) -> tuple[str, ...]:
        return tuple(carry_out(self.workspace, self.press, plan.steps))

    def _count(self, kind: str, names: tuple[str, ...], looks: int) -> None:
        self.made.append(Made(kind, names, Work(keys=pressed(names), thoughts=1 + looks)))

    def _check(self) -> None:
        """Compare what is in the file with the corpus."""
        project, number = self.workspace.project, self.workspace.number
        assert project is not None
        assert number is not None
        wrong = differences(project.annotated(number, AUTHOR), self.record)
        assert not wrong, "\n".join(wrong)


def differences(stored: AnnotatedArticle, record: Record) -> list[str]:
    """What only one of both has, written out; ids and notes are not compared.

    What an annotation refers to is told by its content.
    """
    wanted = AnnotatedArticle.build(record.article, stored.labels, record.annotations)
    one, other = (
        {repr(_plain(annotated, each)) for each in annotated.by_id.values()}
        for annotated in (stored, wanted)
    )
    return sorted(one ^ other)


def _plain(annotated: AnnotatedArticle, one: Annotation | None) -> object:
    if one is None:
        return None
    bare = msgspec.structs.asdict(one)
    for name in ("id", "note"):
        del bare[name]
    for name in ("speaker", "head", "tail"):
        if name in bare:
            bare[name] = _plain(annotated, annotated.get(bare[name]))
    return type(one).__name__, sorted(bare.items(), key=lambda pair: pair[0])
