"""What the page of checks asks of the window: to come and go, go to a place, choose checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.desktop.checks.ready import Ready
from annotator.desktop.checks.ticks import ChecksDialog
from annotator.text.tokens import nearest_word

if TYPE_CHECKING:
    from annotator.desktop.window import MainWindow


def connect(window: MainWindow) -> None:
    """Listen to the page of checks of the window."""
    page = window.checks
    page.off = window.settings.now.checks_off
    page.closed.connect(window.focus_article)
    page.opened.connect(lambda one: go_to(window, one))
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
    workspace, finding = window.workspace, one.finding
    if workspace.number != finding.article:
        workspace.go_to(finding.article)
    if workspace.number != finding.article or workspace.annotated is None:
        return  # That article cannot be shown; the workspace has said why.
    window.focus_article()
    annotated = next((id for id in finding.ids if id in workspace.annotated), None)
    span = finding.span
    if annotated is not None:
        workspace.set_focus(annotated)
    elif span is not None and span.end <= len(workspace.text):
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
