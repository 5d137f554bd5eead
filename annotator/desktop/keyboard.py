"""Listens to the keys of the window and of the article, and carries out what they stand for.

Which key it is `keys` says; what it means the mode in force, the table of actions and the labels.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QKeyEvent

from annotator.desktop import actions, keymap, labelkeys, modes
from annotator.desktop.keynames import shown
from annotator.desktop.keys import is_arabic, name_of, types_arabic
from annotator.desktop.suggestions import confirming

if TYPE_CHECKING:
    from annotator.desktop.window import MainWindow
    from annotator.desktop.workspace import Workspace


class Keyboard(QObject):
    """Listens to the window and to the article view, and carries out what the keys stand for."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)
        window.view.installEventFilter(self)
        method = QGuiApplication.inputMethod()
        method.localeChanged.connect(self._layout_changed)
        self._layout_changed()

    def _layout_changed(self) -> None:
        """Believe the system where it says which layout is in use; letters typed say it too."""
        arabic = is_arabic(QGuiApplication.inputMethod().locale())
        if arabic is not None:
            self._window.workspace.set_arabic_keys(arabic)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Carry out a key; True if it had a meaning here."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        arabic = types_arabic(event)
        if arabic is not None:
            self._window.workspace.set_arabic_keys(arabic)
        name = name_of(event)
        if name is None:
            return False
        return self._article_key(name) if watched is self._window.view else self._window_key(name)

    def _article_key(self, name: str) -> bool:
        window = self._window
        mode = window.workspace.mode
        if mode is not None and self._mode_key(mode, name):
            return True
        if self._window_key(name):
            return True
        action = actions.by_key("article", name)
        if action is not None and action.id == "choose-label" and _confirmed(window.workspace):
            return True
        if action is not None:
            actions.trigger(action, window)
            return True
        return labelkeys.press(window.workspace, name) or _swallow_letter(name)

    def _mode_key(self, mode: modes.Mode, name: str) -> bool:
        workspace = self._window.workspace
        if mode.key(workspace, name):
            return True
        if modes.ends_here(name):
            workspace.refuse(
                "The key {key} does nothing now; {escape} leaves.",
                key=shown(name), escape=keymap.said("escape"),
            )  # fmt: skip
        return modes.ends_here(name)

    def _window_key(self, name: str) -> bool:
        action = actions.by_key("window", name)
        if action is None:
            return False
        actions.trigger(action, self._window)
        return True


def _confirmed(workspace: Workspace) -> bool:
    """Whether the key that chooses a label has accepted a suggestion, or is done with them."""
    return confirming.accept(workspace) or confirming.is_end(workspace)


def _swallow_letter(name: str) -> bool:
    """A letter without a meaning ends here: it must not reach another widget as typing."""
    return len(name) == 1
