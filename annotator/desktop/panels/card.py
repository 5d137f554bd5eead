"""A card: the white sheet that a panel is written on, with a quiet title and a list below it."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLabel, QListView, QVBoxLayout, QWidget

from annotator.desktop import theme
from annotator.desktop.panels.rows import RowPainter


class RowList(QListView):
    """A list of rows that is led by the keyboard: arrows move, Enter chooses, Esc leaves."""

    moved = Signal(int)
    """The keyboard went to this row."""
    chosen = Signal(int)
    """This row was clicked, or chosen with Enter."""
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
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
        elif event.key() in _MOVES and not event.modifiers():
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


_MOVES = (
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End,
    Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
)  # fmt: skip


class Card(QFrame):
    """A titled list. With nothing in it, it says what to do."""

    def __init__(self, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.title = plain_label()
        self.title.setFont(theme.font(theme.TITLE, strong=True))
        self.title.setWordWrap(True)
        self.empty = plain_label(name="quiet")
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.list = RowList()
        self.list.setModel(model)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.NEAR, 0, theme.TIGHT)
        layout.setSpacing(theme.TIGHT)
        for widget in (self.title, self.empty, self.list):
            layout.addWidget(widget, 1 if widget is not self.title else 0)
        for label in (self.title, self.empty):
            label.setContentsMargins(12, 0, 12, 0)
        for changed in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            changed.connect(self._show_what_is_there)

    def set_title(self, text: str) -> None:
        """Give the card and its list a name; what does not fit is in the tooltip."""
        self.title.setText(text)
        self.list.setAccessibleName(text)

    def set_empty(self, text: str) -> None:
        """What the card says when its list is empty."""
        self.empty.setText(text)
        self._show_what_is_there()

    def _show_what_is_there(self) -> None:
        filled = self.list.model().rowCount() > 0
        self.list.setVisible(filled)
        self.empty.setVisible(not filled)


def plain_label(text: str = "", *, name: str = "") -> QLabel:
    """A label that shows every text literally: Qt's labels take `<b>` for HTML by default."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setObjectName(name)
    return label
