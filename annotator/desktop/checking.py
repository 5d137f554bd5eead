"""What the page of checks asks of the window: to come and go, go to a place, choose checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.desktop.checks.ready import Ready
from annotator.desktop.checks.ticks import ChecksDialog
from annotator.model.spans import Span
from annotator.text.tokens import nearest_word

if TYPE_CHECKING:
    from annotator.desktop.window import MainWindow


def connect(window: MainWindow) -> None:
    """Listen to the page of checks of the window."""
    page = window.checks
    page.off = window.settings.now.checks_off
    page.closed.connect(window.focus_article)
    page.opened.connect(lambda one: go_to(window, one))
    page.opened_other.connect(lambda one: go_to_other(window, one))
    page.hinted.connect(window.status.show_hints)
    page.list.walked.connect(window.status.move_on)
    page.choosing.connect(lambda: choose(window))


def show(window: MainWindow) -> None:
    """Bring the page of checks as it was left; if it is there already, check again."""
    page = window.checks
    if window.middle.currentWidget() is page:
        page.check()
    else:
        window.middle.setCurrentWidget(page)
    page.take_keyboard()


def go_to(window: MainWindow, one: Ready) -> None:
    """Bring the article of a finding into view: its annotation in focus, or its words selected."""
    finding = one.finding
    if not _bring(window, finding.article):
        return
    annotated = window.workspace.annotated
    there = next((id for id in finding.ids if annotated is not None and id in annotated), None)
    if there is not None:
        window.workspace.set_focus(there)
    elif finding.span is not None:
        _select(window, finding.span)


def go_to_other(window: MainWindow, one: Ready) -> None:
    """Bring into view what a finding is compared with, in another article."""
    other = one.finding.other
    if other is None or not _bring(window, other[0]):
        return
    span = other[1]
    annotated = window.workspace.annotated
    between = annotated.between(span.start, span.end) if annotated is not None else []
    there = next((found.id for found in between if found.span == span), None)
    if there is not None:
        window.workspace.set_focus(there)
    else:
        _select(window, span)


def _bring(window: MainWindow, number: int) -> bool:
    """Bring an article into view; False if it cannot be shown, which the workspace has said."""
    if window.workspace.number != number:
        window.workspace.go_to(number)
    if window.workspace.number != number:
        return False
    window.focus_article()
    return True


def _select(window: MainWindow, span: Span) -> None:
    workspace = window.workspace
    if span.end <= len(workspace.text):
        word = nearest_word(workspace.text, span.start) or (span.start, span.end)
        workspace.select(span, word)
        workspace.reveal(span.start, min(span.end, span.start + 200))


def go_by(window: MainWindow, step: int) -> None:
    """To the place of the next finding, without the page; nothing checked yet, to the page."""
    if window.checks.model.found:
        window.checks.go_by(step)
    else:
        show(window)


def choose(window: MainWindow) -> None:
    """Ask which checks are to be made, and make them."""

    def take(off: list[str]) -> None:
        window.settings.change(checks_off=tuple(off))
        window.checks.off = window.settings.now.checks_off
        window.checks.check()
        window.checks.take_keyboard()

    ChecksDialog(window, window.settings.now.checks_off, take).open()
