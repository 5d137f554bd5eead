"""A chart in the window: a list to the keyboard and to screen readers, drawn as `paint` does.

Arrows go from row to row, in the direction in which they point; each row says itself in one
sentence. What a row shows is never longer than its tooltip.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QWidget

from annotator.desktop.aloud import plain
from annotator.desktop.keys import name_of
from annotator.desktop.panels.rowlist import EvenList
from annotator.desktop.panels.rows import literal
from annotator.desktop.statistics.chart import Chart, Row
from annotator.desktop.statistics.paint import Placed, paint

_Index = QModelIndex | QPersistentModelIndex
_Action = QAbstractItemView.CursorAction
_NOTHING = Chart("", "bars", "", "")
_OF_THE_PAGE = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class ChartModel(QAbstractListModel):
    """The rows of a chart, as sentences."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()

    def show(self, rows: tuple[Row, ...]) -> None:
        """Have other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """How many there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a row says, also as a tooltip, which is plain text."""
        if not 0 <= index.row() < len(self.rows):
            return None
        spoken = self.rows[index.row()].spoken
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return plain(spoken)
        return literal(spoken) if role == Qt.ItemDataRole.ToolTipRole else None


class ChartView(EvenList):
    """See the module."""

    told = Signal(str)
    """What the current row says; "" when the keyboard has left."""
    wanted = Signal(QRect)
    """This part is to be brought into view."""
    copied = Signal()
    """This chart is to be copied."""

    # Qt asks for rows before its own constructor has ended.
    chart = _NOTHING
    _placed: Placed | None = None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = ChartModel(self)
        self.setModel(self.rows)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._place()

    def show_chart(self, chart: Chart) -> None:
        """Draw this one from now on; the row that one was at stays, if it is still there."""
        before = self.currentIndex().row()
        self.chart = chart
        self.setAccessibleName(chart.title)
        self.setAccessibleDescription(chart.note)
        self.rows.show(chart.rows)
        self.setFixedHeight(self._place().height)
        if 0 <= before < len(chart.rows):
            self.setCurrentIndex(self.rows.index(before, 0))

    def _place(self) -> Placed:
        right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        placed = Placed(self.chart, float(max(1, self.viewport().width())), right=right)
        self._placed = placed
        self.viewport().update()
        return placed

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Bars grow with the room."""
        super().resizeEvent(event)
        self._place()

    # Where rows are

    def updateGeometries(self) -> None:
        """All of it is there: nothing scrolls inside."""
        QAbstractItemView.updateGeometries(self)

    def visualRect(self, index: _Index) -> QRect:
        """Where a row is."""
        placed = self._placed
        if placed is None or not 0 <= index.row() < len(placed.chart.rows):
            return QRect()
        box = placed.row(index.row())
        return QRect(int(box.left), int(box.top), max(1, int(box.width)), int(box.height))

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The row at a point; none beside all."""
        row = None if self._placed is None else self._placed.at(point.x(), point.y())
        return QModelIndex() if row is None else self.rows.index(row, 0)

    def scrollTo(
        self,
        index: _Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Ask for the row to be brought into view."""
        self.wanted.emit(self.visualRect(index))

    def moveCursor(self, action: _Action, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """The arrows go where they point; up and down go on and back in columns too."""
        count = len(self.rows.rows)
        if not count:
            return QModelIndex()
        onward = -1 if self._placed is not None and self._placed.right else 1
        steps = {
            _Action.MoveUp: -1, _Action.MoveDown: 1, _Action.MovePrevious: -1, _Action.MoveNext: 1,
            _Action.MoveLeft: -onward, _Action.MoveRight: onward,
            _Action.MoveHome: -count, _Action.MoveEnd: count,
        }  # fmt: skip
        row = self.currentIndex().row() + steps.get(action, 0)
        return self.rows.index(max(0, min(count - 1, row)), 0)

    # Keys and the mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copying is the chart's; turning pages is the page's."""
        if name_of(event) == "Ctrl+C":  # under every layout, which Qt's own way is not
            self.copied.emit()
        elif event.key() in _OF_THE_PAGE or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls, not the chart."""
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A row that is pressed is read out."""
        super().mousePressEvent(event)
        self._tell()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at some row."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows.rows:
            self.setCurrentIndex(self.rows.index(0, 0))
        self.scrollTo(self.currentIndex())
        self._tell()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was read out goes."""
        super().focusOutEvent(event)
        self.clearSelection()
        self.told.emit("")
        self.viewport().update()

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Read the row out; Qt tells it to screen readers."""
        super().currentChanged(current, previous)
        if self._placed is not None:
            self._tell()
            self.viewport().update()

    def _tell(self) -> None:
        row = self.currentIndex().row()
        if self.hasFocus() and 0 <= row < len(self.rows.rows):
            self.selectionModel().select(
                self.currentIndex(), QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
            self.told.emit(self.rows.rows[row].spoken)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chart, and where the keyboard is."""
        painter = QPainter(self.viewport())
        focused = self.hasFocus()
        current = self.currentIndex().row() if focused and self.currentIndex().isValid() else None
        if self._placed is not None:
            paint(painter, self._placed, current, focused=focused)
        painter.end()
