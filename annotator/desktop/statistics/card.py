"""The white sheets of the page: one with the large numbers, one for each chart."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotator.desktop import theme
from annotator.desktop.panels.card import plain_label
from annotator.desktop.statistics.chart import Chart, Figure
from annotator.desktop.statistics.view import ChartView

_NUMBER = 22
_ROOMY = 620
"""From here on all large numbers stand in one line."""


class ChartCard(QFrame):
    """A chart under its title; what its current row says stands beside the title."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.title, self.note = plain_label(), plain_label(name="quiet")
        self.empty = plain_label(name="quiet")
        self.told = _Line()
        self.view = ChartView()
        self.title.setFont(theme.font(theme.TITLE, strong=True))
        for label in (self.note, self.empty):
            label.setWordWrap(True)
        self.note.setFont(theme.font(theme.SMALL))
        head = QHBoxLayout()
        head.setSpacing(theme.APART)
        head.addWidget(self.title)
        head.addWidget(self.told, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.NEAR, 0, theme.NEAR)
        column.setSpacing(theme.HAIR)
        column.addLayout(head)
        for widget in (self.note, self.empty, self.view):
            column.addWidget(widget)
        head.setContentsMargins(theme.INSET, 0, theme.INSET, 0)
        for label in (self.note, self.empty):
            label.setContentsMargins(theme.INSET, 0, theme.INSET, theme.HAIR)
        self.view.told.connect(self.told.setText)

    def show_chart(self, chart: Chart) -> None:
        """Show this one from now on."""
        filled = bool(chart.rows)
        self.title.setText(chart.title)
        self.note.setText(chart.note)
        self.note.setVisible(filled and bool(chart.note))
        self.empty.setText(chart.empty)
        self.empty.setVisible(not filled)
        self.view.setVisible(filled)
        self.told.setText("")
        self.view.show_chart(chart)

    def wish(self) -> int:
        """How tall it is, roughly, for dealing cards out."""
        return 60 + (self.view.height() if self.chart.rows else 20)

    @property
    def chart(self) -> Chart:
        """What it shows."""
        return self.view.chart


class _Line(QLabel):
    """One line at the end of a row, cut off where there is no room for it."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setObjectName("quiet")
        self.setFont(theme.font(theme.SMALL))
        self.setMinimumWidth(0)

    def minimumSizeHint(self) -> QSize:
        """No text widens the card."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write it at the end of the line."""
        painter = QPainter(self)
        area = self.contentsRect()
        metrics = self.fontMetrics()
        text = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, area.width())
        left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(area, int(flags.value) | int(Qt.TextFlag.TextSingleLine.value), text)
        painter.end()


class FiguresCard(QFrame):
    """The large numbers on top."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(theme.INSET, theme.NEAR, theme.INSET, theme.NEAR)
        self._grid.setHorizontalSpacing(theme.WIDE)
        self._grid.setVerticalSpacing(theme.NEAR)
        self._cells: list[_Cell] = []
        self._columns = 0

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Have these numbers."""
        while len(self._cells) < len(figures):
            self._cells.append(_Cell())
            self._columns = 0
        for cell, figure in zip(self._cells, figures, strict=True):
            cell.show_figure(figure)
        self.arrange(self.width())

    def arrange(self, width: int) -> None:
        """Stand in one line where there is room, else in two."""
        columns = 6 if width >= _ROOMY else 3
        if columns == self._columns:
            return
        self._columns = columns
        for place, cell in enumerate(self._cells):
            self._grid.addWidget(cell, place // columns, place % columns)
        for place in range(6):
            self._grid.setColumnStretch(place, 1 if place < columns else 0)


class _Cell(QWidget):
    """A number, what it counts, and a quiet word about it."""

    def __init__(self) -> None:
        super().__init__()
        self._number, self._title = plain_label(), plain_label()
        self._note = plain_label(name="quiet")
        self._number.setFont(theme.font(_NUMBER))
        self._title.setFont(theme.font(theme.SMALL, strong=True))
        self._note.setFont(theme.font(theme.KEYCAP))
        self._note.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        for label in (self._number, self._title, self._note):
            column.addWidget(label)
        column.addStretch(1)

    def show_figure(self, figure: Figure) -> None:
        """Have this one."""
        # Labels stand by their own direction, and numbers have none.
        right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        for label in (self._number, self._title, self._note):
            label.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        self._number.setText(figure.number)
        self._title.setText(figure.title)
        self._note.setText(figure.note)
