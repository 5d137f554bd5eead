"""What the search page asks of the window: to come and go, to go to a hit, to mark hits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.exchange.concordance import Line
from annotator.model.spans import Span
from annotator.text.tokens import nearest_word

if TYPE_CHECKING:
    from annotator.desktop.window import MainWindow


def connect(window: MainWindow) -> None:
    """Listen to the search page of the window."""
    page = window.search
    page.closed.connect(window.focus_article)
    page.opened.connect(lambda line: go_to(window, line))
    page.hinted.connect(window.status.show_hints)


def show(window: MainWindow) -> None:
    """Bring the search page, as it was when it was left."""
    window.middle.setCurrentWidget(window.search)
    window.search.take_keyboard()


def go_to(window: MainWindow, line: Line) -> None:
    """Bring the article of a hit into view, with the hit selected."""
    workspace = window.workspace
    if workspace.number != line.number:
        workspace.go_to(line.number)
    if workspace.number != line.number or line.end > len(workspace.text):
        return  # That article cannot be shown; the workspace has said why.
    window.focus_article()
    word = nearest_word(workspace.text, line.start) or (line.start, line.end)
    workspace.select(Span.of(line.start, line.end), word)
    workspace.reveal(line.start, min(line.end, line.start + 200))
