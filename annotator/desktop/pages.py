"""What pages that stand in the article's place have in common. They hide the article."""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from annotator.desktop import actions
from annotator.desktop.keynames import isolated
from annotator.desktop.keys import name_of
from annotator.desktop.workspace import Workspace

_OF_THE_ARTICLE = ("done", "reopen", "skip")
_UNDO = ("undo", "redo")


def refused(workspace: Workspace, event: QKeyEvent, *, may_undo: bool) -> bool:
    """Whether a key would change the article that is hidden behind a page; says so then.

    `may_undo` tells that what would be undone was done from the page.
    """
    action = actions.by_key("window", name_of(event) or "")
    if action is None or (action.id in _UNDO and may_undo):
        return False
    if action.id not in (*_OF_THE_ARTICLE, *_UNDO):
        return False
    workspace.refuse("The article is not in view: Esc leads to it.")
    event.accept()
    return True


def holds_keyboard(page: QWidget) -> bool:
    """Whether what is typed comes to the page."""
    held = QApplication.focusWidget()
    return held is not None and (held is page or page.isAncestorOf(held))


def keys(*pairs: tuple[str, str]) -> list[str]:
    """What keys do, as the status line says it."""
    return [f"{isolated(key)} {what}" for key, what in pairs if key]
