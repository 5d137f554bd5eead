"""The list of hits: led by keys, several can be chosen, and letters are label keys here."""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QWidget

from annotator.desktop.keys import name_of
from annotator.desktop.panels.rowlist import EvenList
from annotator.desktop.search.rows import HitPainter

_Flag = QItemSelectionModel.SelectionFlag
_STEPS = {"Up": -1, "Down": 1}
_ENDS = {"Home": 0, "End": -1}


class HitList(EvenList):
    """Rows of hits. The row with the keyboard is the current one; those chosen are selected.

    Where several are chosen by hand, moving about leaves them chosen: only Esc lets go of them.
    """

    opened = Signal(int)
    """Go to the hit of this row."""
    left = Signal()
    """Back up to where the query is."""
    closed = Signal()
    """Back to the article."""
    pressed_letter = Signal(str)
    """A letter or digit, named as on a US keyboard."""
    wants_all = Signal()
    near_end = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painter = HitPainter(self)
        self.setItemDelegate(self.painter)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self._by_hand = False

    def rows_chosen(self) -> list[int]:
        """The rows that are chosen, in order: the current one where none was by hand."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    @property
    def several(self) -> bool:
        """Whether rows were chosen by hand, and so stay chosen while one moves about."""
        return self._by_hand

    def choose_all(self) -> None:
        """Choose every row."""
        self._by_hand = True
        last = self._count() - 1
        if last >= 0:
            self._select(0, last, _Flag.ClearAndSelect)

    def forget(self) -> None:
        """Let go of what was chosen by hand: the current row alone is chosen."""
        self._by_hand = False
        current = self.currentIndex()
        if current.isValid():
            self.selectionModel().select(current, _Flag.ClearAndSelect)

    def go_to(self, row: int) -> None:
        """Make a row the current one, and the only one chosen unless some are by hand."""
        index = self.model().index(row, 0)
        if not index.isValid():
            return
        flag = _Flag.NoUpdate if self._by_hand else _Flag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flag)
        self.scrollTo(index)
        self.viewport().update()
        if row >= self._count() - 30:
            self.near_end.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, Space chooses, Enter opens; a letter may be a label's key."""
        name = name_of(event) or ""
        if event.key() == Qt.Key.Key_Space:
            self._toggle()
        elif not (self._moves(name) or self._acts(name)):
            if len(name) == 1:
                self.pressed_letter.emit(name)
            else:
                # What has no meaning here belongs to the window.
                event.ignore()

    def _acts(self, name: str) -> bool:
        row = self.currentIndex().row()
        if name == "Return" and row >= 0:
            self.opened.emit(row)
        elif name == "Escape" and self._by_hand:
            self.forget()
        elif name == "Escape":
            self.closed.emit()
        elif name == "Ctrl+A":
            self.wants_all.emit()
        else:
            return False
        return True

    def _moves(self, name: str) -> bool:
        bare = name.removeprefix("Shift+")
        row, count = self.currentIndex().row(), self._count()
        page = max(1, self.viewport().height() // self.row_height - 1)
        steps = {**_STEPS, "PageUp": -page, "PageDown": page}
        if bare in _ENDS:
            target = count - 1 if _ENDS[bare] else 0
        elif bare in steps:
            target = row + steps[bare]
        else:
            return False
        if target < 0 and row == 0 and bare == "Up" and name == bare:
            self.left.emit()
            return True
        target = max(0, min(count - 1, target))
        if name == bare:
            self.go_to(target)
        else:
            self._extend(row, target)
        return True

    def _extend(self, row: int, target: int) -> None:
        """Choose the rows from one to the other as well."""
        if not self._by_hand:
            self._by_hand = True
        self._select(min(row, target), max(row, target), _Flag.Select)
        self.go_to(target)

    def _toggle(self) -> None:
        """Choose the current row too, or no longer, and go on to the next."""
        current = self.currentIndex()
        if not current.isValid():
            return
        if self._by_hand:
            self.selectionModel().select(current, _Flag.Toggle)
        self._by_hand = bool(self.rows_chosen())
        self.go_to(min(current.row() + 1, self._count() - 1))

    def _select(self, first: int, last: int, flag: QItemSelectionModel.SelectionFlag) -> None:
        model = self.model()
        chosen = QItemSelection(model.index(first, 0), model.index(last, 0))
        self.selectionModel().select(chosen, flag)
        self.viewport().update()

    # Mouse

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Choose the rows that the mouse was drawn over, or that a click extends to."""
        first, last = self._row_at(rect.top()), self._row_at(rect.bottom())
        if first <= last:
            self._select(first, last, command)
        self._by_hand = len(self.rows_chosen()) > 1

    def _row_at(self, y: int) -> int:
        row = (y + self.verticalOffset()) // self.row_height
        return max(0, min(self._count() - 1, row))

    # Where there is more

    def _scrolled(self, value: int) -> None:
        if value >= self.verticalScrollBar().maximum() - 10 * self.row_height:
            self.near_end.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Start from some row, so that the arrows have a place to leave from."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._count():
            self.go_to(0)

    def visible_rows(self) -> tuple[int, int]:
        """The first and the last row that are to be seen."""
        return self._row_at(0), self.indexAt(QPoint(1, self.viewport().height() - 1)).row()
