"""What the search page asks of the window: to come and go, to go to a hit, to mark hits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.desktop.search import marking
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
    page.marked.connect(lambda name: key(window, name))


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


def key(window: MainWindow, name: str) -> None:
    """A letter or digit while the hits have the keyboard: the key of a label, or its first one."""
    page, labels = window.search, window.workspace.labels
    keys = page.first_key + name
    page.first_key = ""
    label = labels.entity_by_key(keys)
    if label is not None:
        mark(window, label.name)
    elif labels.entities_after(keys):
        page.first_key = keys
    else:
        window.workspace.refuse("No label has the keys {keys}.", keys=keys)


def mark(window: MainWindow, label: str) -> None:
    """Show the chosen hits as places to mark with this label."""
    dialog = marking.start(window, window.search.chosen(), label)
    if dialog is not None:
        dialog.finished.connect(lambda result: _back(window, marked=bool(result)))


def _back(window: MainWindow, *, marked: bool) -> None:
    """To the hits, which stay as they are: marking may have led to another article behind them."""
    before = window.search.may_undo
    window.middle.setCurrentWidget(window.search)
    window.search.may_undo = marked or before
    window.search.list.setFocus()


def asked_for(window: MainWindow) -> bool:
    """Whether the hits of the search are in view, and so are meant when a label is chosen."""
    return window.middle.currentWidget() is window.search and bool(window.search.chosen())
