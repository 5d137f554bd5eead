"""Letters that are underlined act under both layouts: Alt with the same key, whatever it types.

Qt compares what a key types with the letter; under an Arabic layout the key marked P types ح, under
a Latin one ص of an Arabic title is the key marked W.
"""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QWidget

from annotator.desktop.keynames import other_layout

_MARKED = re.compile(r"&([^&\s])")


def under_both_layouts(dialog: QDialog) -> None:
    """Let the other layout's letters do what the underlined ones do."""
    for label in dialog.findChildren(QLabel):
        buddy = label.buddy()
        if buddy is not None:
            _add(dialog, label.text(), buddy)
    for button in dialog.findChildren(QAbstractButton):
        _add(dialog, button.text(), button)


def _add(dialog: QDialog, text: str, target: QWidget) -> None:
    found = _MARKED.search(text)
    if found is None:
        return
    letter = found[1].lower()
    for other in other_layout(letter):
        if len(other) == 1 and other != letter:
            shortcut = QShortcut(QKeySequence(f"Alt+{other.upper()}"), dialog)
            shortcut.activated.connect(lambda: _act(target))


def _act(target: QWidget) -> None:
    if not (target.isVisible() and target.isEnabled()):
        return
    target.setFocus(Qt.FocusReason.ShortcutFocusReason)
    if isinstance(target, QAbstractButton):
        target.animateClick()
