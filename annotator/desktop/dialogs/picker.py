"""Pick one of many by typing part of its name, in Arabic or English, however it is spelt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from msgspec import Struct
from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from annotator.desktop import theme
from annotator.desktop.dialogs.base import Dialog
from annotator.desktop.panels.card import plain_label
from annotator.desktop.panels.rowlist import RowList
from annotator.desktop.panels.rows import ROW, Row
from annotator.text.normal import fold

_ROWS_SHOWN = 12


class Entry(Struct, frozen=True):
    """Something to pick: how it looks, every name it has, and what picking it does."""

    row: Row
    names: tuple[str, ...]
    pick: Callable[[], object]


def matching(entries: Sequence[Entry], typed: str) -> list[Entry]:
    """The entries that have every typed word, the best first; all of them if nothing is typed.

    A key typed alone comes first, then names that begin with what was typed, then words of names
    that do, then the rest; the order of `entries` decides where these are equal.
    """
    wanted = fold(typed).split()
    if not wanted:
        return list(entries)
    found = []
    for place, entry in enumerate(entries):
        rank = _rank(entry, wanted)
        if rank is not None:
            found.append((rank, place, entry))
    return [entry for _, _, entry in sorted(found, key=lambda one: one[:2])]


def _rank(entry: Entry, wanted: list[str]) -> int | None:
    names = [fold(name) for name in entry.names]
    everything = " ".join(names)
    if any(word not in everything for word in wanted):
        return 0 if wanted == [fold(entry.row.key)] else None
    if len(wanted) == 1 and entry.row.key and wanted[0] == fold(entry.row.key):
        return 0
    if any(name.startswith(wanted[0]) for name in names):
        return 1
    return 2 if any(word.startswith(wanted[0]) for word in everything.split()) else 3


class _Model(QAbstractListModel):
    def __init__(self, entries: Sequence[Entry]) -> None:
        super().__init__()
        self.entries = list(entries)

    def show(self, entries: list[Entry]) -> None:
        """Have these entries."""
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """How many entries there are."""
        return 0 if parent.isValid() else len(self.entries)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """The `Row`, or its words for screen readers."""
        row = self.entries[index.row()].row
        if role == ROW:
            return row
        return row.spoken() if role == Qt.ItemDataRole.DisplayRole else None


class Picker(Dialog):
    """A field and a list: typing filters, ↑ and ↓ move, Enter picks, Esc closes."""

    def __init__(
        self, parent: QWidget | None, title: str, hint: str, nothing: str, entries: Sequence[Entry]
    ) -> None:
        super().__init__(parent, title, 580)
        self._entries = list(entries)
        self.model = _Model(self._entries)
        self.model.setParent(self)
        self.field = QLineEdit()
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(title)
        self.field.textChanged.connect(self._filter)
        self.field.installEventFilter(self)
        self.list = RowList()
        self.list.setModel(self.model)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.rows_wanted = min(_ROWS_SHOWN, max(3, len(self._entries)))
        self.list.chosen.connect(self._pick)
        self.nothing = plain_label(nothing, name="quiet")
        self.column.setContentsMargins(theme.APART, theme.APART, theme.APART, theme.NEAR)
        for part in (self.field, self.nothing, self.list):
            self.add(part, 1 if part is self.list else 0)
        self._filter("")
        self.field.setFocus()

    def _filter(self, typed: str) -> None:
        found = matching(self._entries, typed)
        self.model.show(found)
        self.nothing.setVisible(not found)
        self.list.show_row(0 if found else None)

    def _pick(self, row: int) -> None:
        if 0 <= row < len(self.model.entries):
            entry = self.model.entries[row]
            # Closed first, so that what is picked finds the window as it was.
            self.accept()
            entry.pick()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The field has the keyboard; keys that mean the list go there."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: 8,
            Qt.Key.Key_PageUp: -8,
        }
        row, count = self.list.currentIndex().row(), len(self.model.entries)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pick(row)
            return True
        if event.key() in steps and count:
            self.list.show_row(max(0, min(count - 1, row + steps[Qt.Key(event.key())])))
            return True
        return False
