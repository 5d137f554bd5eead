"""A form: titles beside what is to be filled in; what does not apply takes no room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QWidget,
)

from annotator.desktop import theme
from annotator.desktop.panels.card import plain_label

Field = TypeVar("Field", bound=QWidget)


class Form(QFormLayout):
    """Titles may have a mnemonic (`&`), which gives their field the keyboard."""

    def __init__(self) -> None:
        super().__init__()
        self.setContentsMargins(0, 0, 0, 0)
        self.setHorizontalSpacing(theme.APART)
        self.setVerticalSpacing(theme.TIGHT)
        self.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.setLabelAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self._rows: dict[QWidget, int] = {}

    def put(self, title: str, field: Field) -> Field:
        """Add a row; a field without a title stands where the others do."""
        self._rows[field] = self.rowCount()
        self.addRow(titled(title, field), field)
        return field

    def put_row(self, title: str, row: QLayout, field: QWidget) -> None:
        """Add a row of several parts, of which `field` is the one that has the title."""
        self._rows[field] = self.rowCount()
        self.addRow(titled(title, field), row)

    def show(self, field: QWidget, there: bool) -> None:
        """Have the row of this field, or not."""
        self.setRowVisible(self._rows[field], there)


def titled(title: str, field: QWidget) -> QLabel:
    """The title of a field, which has its name from it."""
    label = plain_label(title)
    label.setMinimumHeight(theme.ROW)
    if title:
        label.setBuddy(field)
        field.setAccessibleName(title.replace("&", ""))
    return label


def beside(*parts: QWidget) -> QHBoxLayout:
    """Several parts in one row; those to choose or to type in share the width."""
    row = QHBoxLayout()
    row.setSpacing(theme.NEAR)
    for part in parts:
        row.addWidget(part, int(isinstance(part, QComboBox | QLineEdit)))
    return row


def combo(choices: Sequence[tuple[str, object]]) -> QComboBox:
    """A box of what can be chosen: words, and the value that they stand for."""
    box = QComboBox()
    for words, value in choices:
        box.addItem(words, value)
    return box


def chosen(box: QComboBox) -> Any:
    """The value that is chosen in a box."""
    return box.currentData()


def wrapped() -> QLabel:
    """A quiet sentence below a field, in as many lines as it takes."""
    label = plain_label(name="quiet")
    label.setWordWrap(True)
    return label
