"""A card: the white sheet that a panel is written on, with a quiet title and a list below it."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from annotator.desktop import theme
from annotator.desktop.panels.rowlist import RowList


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
            label.setContentsMargins(theme.INSET, 0, theme.INSET, 0)
        for changed in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            changed.connect(self._show_what_is_there)

    def insert_below_title(self, part: QWidget) -> None:
        """Put a widget between the title and the list."""
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(1, part)

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
