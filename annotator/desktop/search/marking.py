"""Marking the chosen hits of a search: every place is shown first, in its article, and can be left
out; then it is one edit an article and one undo.

A hit is marked as it was found: what is written onto it in front or behind stays out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from annotator.desktop.dialogs.everywhere import EverywhereDialog, title_of
from annotator.desktop.everywhere import Candidate, InArticle, Step
from annotator.desktop.language import tr
from annotator.exchange.concordance import Line
from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Entity
from annotator.model.same import place
from annotator.model.spans import Span
from annotator.store import Project
from annotator.text.matching import stands_alone

if TYPE_CHECKING:
    from annotator.desktop.window import MainWindow


def look(project: Project, layer: str, lines: Sequence[Line], label: str) -> Iterator[Step]:
    """The hits that are no entity of `label` in the layer yet, article by article.

    Ticked unasked is what stands alone as words, and what no other entity stands in the way of, see
    `model.same`.
    """
    of = len({line.number for line in lines})
    for looked, (number, some) in enumerate(groupby(lines, attrgetter("number")), start=1):
        article = project.annotated(number, layer)
        found = tuple(_candidates(article, some, label))
        title = " ".join(article.article.title.split())
        yield Step(looked, of, InArticle(number, title, found) if found else None)


def _candidates(
    article: AnnotatedArticle, lines: Iterable[Line], label: str
) -> Iterator[Candidate]:
    for line in lines:
        found = place(article, Span.of(line.start, line.end), label)
        if found is not None:
            whole = stands_alone(article.text, line.start, line.end)
            yield Candidate(found.span, found.chosen and whole, line)


def start(window: MainWindow, lines: Sequence[Line], label: str) -> HitsDialog | None:
    """Ask whether these hits, in the order of the articles, are to be marked with this label."""
    workspace = window.workspace
    if workspace.project is None or not lines:
        return None
    if workspace.read_only:
        workspace.refuse_reading()
        return None
    dialog = HitsDialog(window, lines, label)
    dialog.open()
    return dialog


class HitsDialog(EverywhereDialog):
    """The places of the chosen hits."""

    def __init__(self, window: MainWindow, lines: Sequence[Line], label: str) -> None:
        workspace = window.workspace
        assert workspace.project is not None
        like = Entity(label=label, span=Span.of(lines[0].start, lines[0].end))
        steps = look(workspace.project, workspace.layer, lines, label)
        self._hits, self._title = len(lines), title_of(window, label)
        super().__init__(window, tr("Mark hits"), like, steps)

    def _show_state(self) -> None:
        super()._show_state()
        self.sentence.setText(self._sentence())

    def _sentence(self) -> str:
        sentences = [tr("What is ticked becomes {label}.", label=self._title)]
        already = 0 if self.searching else self._hits - self.model.count
        if already:
            sentences.append(tr("Marked so already and left out: {already}.", already=already))
        if not self.searching and self.model.chosen < self.model.count:
            sentences.append(tr("Parts of words, and what meets other entities, wait for a tick."))
        return " ".join(sentences)

    def _nothing(self) -> str:
        return tr("All of these hits are marked so already.")

    def _mark(self) -> None:
        numbers = [number for number, _ in self.model.places()]
        if not self.searching and numbers and self._workspace.number not in numbers:
            # Undo belongs to the article in view: it must be one of those that are marked.
            self._workspace.go_to(numbers[0])
        super()._mark()
