"""A list of rows of one height, of which only those in view ever cost anything.

Qt's list lays out every row after every change; asked of a model in Python, 6,000 rows take longer
than a frame. Here a row's place is its number times its height, so nothing is laid out at all. To
screen readers and to everybody else it is a list as Qt's are.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QCursor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from annotator.desktop import theme
from annotator.desktop.panels.rows import RowPainter

_Index = QModelIndex | QPersistentModelIndex
_Action = QAbstractItemView.CursorAction
_Hint = QAbstractItemView.ScrollHint
_State = QStyle.StateFlag


class EvenList(QListView):
    """The geometry: rows of the delegate's one height, below one another, as wide as the view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)

    @property
    def row_height(self) -> int:
        """Pixels, as the delegate says for any row."""
        delegate = self.itemDelegate()
        return max(1, delegate.sizeHint(QStyleOptionViewItem(), QModelIndex()).height())

    def _count(self) -> int:
        model = self.model()
        return model.rowCount() if model is not None else 0

    def doItemsLayout(self) -> None:
        """Nothing to lay out: what there is changed, so the scroll bar and the picture do."""
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        """Tell the scroll bar how much there is."""
        QAbstractItemView.updateGeometries(self)
        bar, height = self.verticalScrollBar(), self.row_height
        bar.setSingleStep(height)
        bar.setPageStep(self.viewport().height())
        bar.setRange(0, max(0, self._count() * height - self.viewport().height()))

    def verticalOffset(self) -> int:
        """Pixels above the view."""
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        """Rows are as wide as the view."""
        return 0

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """The scroll bar was moved."""
        self.viewport().update()

    def isIndexHidden(self, index: _Index) -> bool:
        """No row is."""
        return False

    def visualRect(self, index: _Index) -> QRect:
        """Where a row is in the view, or would be."""
        if not index.isValid():
            return QRect()
        height = self.row_height
        top = index.row() * height - self.verticalOffset()
        return QRect(0, top, self.viewport().width(), height)

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The row at a point of the view; none below the last one."""
        row = (point.y() + self.verticalOffset()) // self.row_height
        return self.model().index(row, 0) if 0 <= row < self._count() else QModelIndex()

    def scrollTo(self, index: _Index, hint: _Hint = _Hint.EnsureVisible) -> None:
        """Scroll as little as needed to have the row in view, or to where `hint` wants it."""
        bar, area, height = self.verticalScrollBar(), self.visualRect(index), self.row_height
        room = self.viewport().height()
        if hint == _Hint.PositionAtCenter:
            bar.setValue(bar.value() + area.top() - (room - height) // 2)
        elif hint == _Hint.PositionAtTop or area.top() < 0:
            bar.setValue(bar.value() + area.top())
        elif hint == _Hint.PositionAtBottom or area.bottom() >= room:
            bar.setValue(bar.value() + area.bottom() + 1 - room)

    def moveCursor(self, action: _Action, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Where the arrows and their like lead to from the current row."""
        count = self._count()
        if not count:
            return QModelIndex()
        row, page = self.currentIndex().row(), max(1, self.viewport().height() // self.row_height)
        steps = {
            _Action.MoveUp: -1, _Action.MovePrevious: -1, _Action.MoveDown: 1,
            _Action.MoveNext: 1, _Action.MovePageUp: -page, _Action.MovePageDown: page,
            _Action.MoveHome: -count, _Action.MoveEnd: count,
        }  # fmt: skip
        return self.model().index(max(0, min(count - 1, row + steps.get(action, 0))), 0)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select the row where the mouse is: there is never more than one."""
        index = self.indexAt(rect.bottomRight())
        self.selectionModel().select(index, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """What has to be painted when a selection changes."""
        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index)
        return region

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows that are to be seen."""
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        under = self._row_under_mouse()
        height, offset = self.row_height, self.verticalOffset()
        first = (event.rect().top() + offset) // height
        last = min(self._count() - 1, (event.rect().bottom() + offset) // height)
        plain = option.state & ~_State.State_HasFocus
        painter = QPainter(self.viewport())
        for row in range(max(0, first), last + 1):
            index = self.model().index(row, 0)
            option.rect = self.visualRect(index)
            option.state = plain | self._state(index, under)
            self.itemDelegate().paint(painter, option, index)
        painter.end()

    def _state(self, index: QModelIndex, under: int) -> QStyle.StateFlag:
        state = _State.State_None
        if self.selectionModel().isSelected(index):
            state |= _State.State_Selected
        if self.hasFocus() and index == self.currentIndex():
            state |= _State.State_HasFocus
        return state | _State.State_MouseOver if index.row() == under else state

    def _row_under_mouse(self) -> int:
        viewport = self.viewport()
        if not viewport.underMouse():
            return -1
        return self.indexAt(viewport.mapFromGlobal(QCursor.pos())).row()


class RowList(EvenList):
    """A list of rows that is led by the keyboard: arrows move, Enter chooses, Esc leaves."""

    moved = Signal(int)
    """The keyboard went to this row."""
    chosen = Signal(int)
    """This row was clicked, or chosen with Enter."""
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(RowPainter(self))
        self.rows_wanted: int | None = None
        self.clicked.connect(lambda index: self.chosen.emit(index.row()))

    def sizeHint(self) -> QSize:
        """As tall as `rows_wanted`, where that is set."""
        hint = super().sizeHint()
        if self.rows_wanted is not None:
            hint.setHeight(self.rows_wanted * theme.ROW + 2)
        return hint

    def show_row(self, row: int | None) -> None:
        """Highlight a row that something else led to, and bring it into view; None for no row."""
        model = self.model()
        if row is None or not 0 <= row < model.rowCount():
            self.setCurrentIndex(QModelIndex())
            self.clearSelection()
        elif row != self.currentIndex().row():
            index = model.index(row, 0)
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc leave the list, by a choice or without one."""
        row = self.currentIndex().row()
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if row >= 0:
                self.chosen.emit(row)
        elif event.key() in MOVES and not event.modifiers():
            super().keyPressEvent(event)
            after = self.currentIndex().row()
            if after >= 0 and after != row:
                self.moved.emit(after)
        else:
            # What has no meaning in a list belongs to the window.
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Start from some row, so that the arrows have a place to leave from."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))


MOVES = (
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End,
    Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
)  # fmt: skip
