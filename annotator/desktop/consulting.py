"""The guidelines beside the text: they come and go, have the keyboard, follow what one looks at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from annotator.desktop.messages import Message

if TYPE_CHECKING:
    from annotator.desktop.window import MainWindow


def toggle(window: MainWindow) -> None:
    """Show the guideline pages beside the text, or put them away."""
    window.settings.change(guidelines=not window.settings.now.guidelines)
    held = window.guidelines.isAncestorOf(QApplication.focusWidget() or window)
    window.share_width()
    if held:
        window.focus_article()


def take_keyboard(window: MainWindow) -> None:
    """Give the guideline pages the keyboard; they come out for that."""
    window.settings.change(guidelines=True)
    window.asked = ""
    window.share_width()
    window.guidelines.take_keyboard()


def follow(window: MainWindow, row: int) -> None:
    """Let the guidelines follow a walk through the labels."""
    kind, name = window.labels.choice_at(row)
    if kind != "action":
        window.guidelines.follow(name)
    elif name == "quote":
        window.guidelines.follow(window.workspace.labels.quotes[0].name)


def changed(window: MainWindow) -> None:
    """Read the guideline pages again, and say that they are stored."""
    window.guidelines.reload()
    window.workspace.said.emit(Message("Saved", "saved"))
