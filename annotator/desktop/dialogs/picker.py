"""Pick one of many by typing part of its name, in Arabic or English, however it is spelt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any

from msgspec import Struct
from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from annotator.desktop import theme
from annotator.desktop.aloud import listening, tell
from annotator.desktop.dialogs.base import Dialog
from annotator.desktop.keynames import other_layout
from annotator.desktop.language import tr
from annotator.desktop.panels.card import plain_label
from annotator.desktop.panels.rowlist import RowList
from annotator.desktop.panels.rows import ROW, Row
from annotator.text.fuzzy import Searchable, ranked, searchable

_ROWS_SHOWN = 12
_STEPS = {
    Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8,
}  # fmt: skip


class Entry(Struct, frozen=True):
    """Something to pick: how it looks, all that it is found by, and what picking it does.

    `keys` find it typed alone, in either layout; an entry that is not `at_rest` is only shown when
    it is looked for.
    """

    row: Row
    names: tuple[str, ...]
    pick: Callable[[], object]
    helps: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    at_rest: bool = True


def entry_searchable(entry: Entry) -> Searchable:
    """All that an entry is found by; its texts are kept folded for the next time."""
    return searchable(entry.names, entry.helps, entry.keys)


class Finder:
    """Entries, made ready for being looked through at every key when the first one is typed."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = list(entries)

    @cached_property
    def _searchable(self) -> list[Searchable]:
        return [entry_searchable(one) for one in self._entries]

    def find(self, typed: str) -> list[Entry]:
        """The entries that are meant, the best first.

        Where there are none, what was typed may have been meant for the other layout.
        """
        if not typed.strip():
            return [one for one in self._entries if one.at_rest]
        tries = (ranked(text, self._searchable) for text in (typed, *other_layout(typed)))
        places = next(filter(None, tries), [])
        return [self._entries[place] for place in places]


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


class Filtered(QWidget):
    """A field and a list below it: typing filters, ↑ and ↓ move, Enter picks."""

    picked = Signal(object)
    """This entry was clicked, or picked with Enter."""
    moved = Signal()
    """Another entry is the current one, or none."""

    def __init__(self, title: str, hint: str, nothing: str, entries: Sequence[Entry]) -> None:
        super().__init__()
        self._finder = Finder(entries)
        self.model = _Model(entries)
        self.model.setParent(self)
        self.field = QLineEdit()
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(title)
        self.field.textChanged.connect(self._filter)
        self.field.installEventFilter(self)
        self.list = RowList()
        self.list.setAccessibleName(title)
        self.list.setModel(self.model)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.chosen.connect(self._pick)
        self.nothing = plain_label(nothing, name="quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.NEAR)
        for part in (self.field, self.nothing, self.list):
            column.addWidget(part, 1 if part is self.list else 0)
        self.setFocusProxy(self.field)
        self._filter("")
        self.list.selectionModel().currentChanged.connect(lambda *_: self.moved.emit())

    def current(self) -> Entry | None:
        """The entry that Enter would pick."""
        row = self.list.currentIndex().row()
        return self.model.entries[row] if 0 <= row < len(self.model.entries) else None

    def renew(self, entries: Sequence[Entry]) -> None:
        """Have other entries, filtered as before; the same row stays the current one."""
        row = self.list.currentIndex().row()
        self._finder = Finder(entries)
        self._filter(self.field.text())
        self.list.show_row(min(row, len(self.model.entries) - 1))

    def _filter(self, typed: str) -> None:
        found = self._finder.find(typed)
        self.model.show(found)
        self.nothing.setVisible(not found)
        self.list.show_row(0 if found else None)
        self.moved.emit()
        self._tell()

    def _tell(self) -> None:
        """Say what Enter would pick: the list shows it, but the keyboard is in the field."""
        entry = self.current()
        if not self.isVisible() or not listening():
            return
        if entry is None:
            tell(self.field, self.nothing.text())
            return
        row, count = self.list.currentIndex().row() + 1, len(self.model.entries)
        tell(
            self.field,
            tr("{row}, {number} of {count}", row=entry.row.spoken(), number=row, count=count),
        )

    def _pick(self, row: int) -> None:
        if 0 <= row < len(self.model.entries):
            self.picked.emit(self.model.entries[row])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The field has the keyboard; keys that mean the list go there."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        row, count = self.list.currentIndex().row(), len(self.model.entries)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pick(row)
            return True
        if event.key() in _STEPS and count:
            self.list.show_row(max(0, min(count - 1, row + _STEPS[Qt.Key(event.key())])))
            self._tell()
            return True
        return False


class Picker(Dialog):
    """Pick one entry by part of its name; the dialog closes, then the entry does what it does."""

    def __init__(
        self, parent: QWidget | None, title: str, hint: str, nothing: str, entries: Sequence[Entry]
    ) -> None:
        super().__init__(parent, title, 580)
        self.filtered = Filtered(title, hint, nothing, entries)
        self.field, self.list = self.filtered.field, self.filtered.list
        self.model, self.nothing = self.filtered.model, self.filtered.nothing
        self.list.rows_wanted = min(_ROWS_SHOWN, max(3, len(entries)))
        self.column.setContentsMargins(theme.APART, theme.APART, theme.APART, theme.NEAR)
        self.add(self.filtered, 1)
        self.filtered.picked.connect(self._pick)
        self.field.setFocus()

    def open_with(self, typed: str) -> None:
        """Open with a letter typed already, to be followed by more: Qt would have it selected."""
        self.field.setText(typed)
        self.open()
        self.field.deselect()
        self.field.end(False)

    def _pick(self, entry: Entry) -> None:
        # Closed first, so that what is picked finds the window as it was.
        self.accept()
        entry.pick()
