"""Keys of typing, for every field with plain text of several lines, under every layout.

Qt knows Ctrl+Z and Ctrl+C by the letters that the layout types: under an Arabic one they would do
nothing. Here they are known by their names, see `keys`.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QPlainTextEdit

_NAMES = ("Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y", "Ctrl+A", "Ctrl+C", "Ctrl+X", "Ctrl+V")
NAMES = frozenset(_NAMES)


def edit(field: QPlainTextEdit, name: str) -> bool:
    """Do what the key `name` means in a field; False where there is nothing (more) to do."""
    document = field.document()
    if name == "Ctrl+Z":
        able = document.isUndoAvailable() and not field.isReadOnly()
    elif name in ("Ctrl+Shift+Z", "Ctrl+Y"):
        able = document.isRedoAvailable() and not field.isReadOnly()
    else:
        able = name in NAMES
    if able:
        acts = (field.undo, field.redo, field.redo, field.selectAll, field.copy, field.cut)
        dict(zip(_NAMES, (*acts, field.paste), strict=True))[name]()
    return able


def typed(field: QPlainTextEdit) -> str:
    """What stands in a field, lines ended by `\\n`; no-break spaces stay what they are."""
    return field.document().toRawText().replace("\u2029", "\n")


def turn(field: QPlainTextEdit, *, leftwards: bool) -> None:
    """Let every paragraph have the direction of its letters, and all stand at one side."""
    side = Qt.AlignmentFlag.AlignRight if leftwards else Qt.AlignmentFlag.AlignLeft
    wanted = side | Qt.AlignmentFlag.AlignAbsolute
    auto = Qt.LayoutDirection.LayoutDirectionAuto
    option = field.document().defaultTextOption()
    if (option.alignment(), option.textDirection()) != (wanted, auto):
        option = QTextOption(option)
        option.setAlignment(wanted)
        option.setTextDirection(auto)
        field.document().setDefaultTextOption(option)
