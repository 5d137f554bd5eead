"""What all dialogs have in common: margins, plain texts, buttons; Esc closes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.desktop import theme
from annotator.desktop.dialogs.mnemonics import under_both_layouts
from annotator.desktop.language import tr
from annotator.desktop.panels.card import plain_label


class Dialog(QDialog):
    """A dialog that is shown with `open()`, never with `exec()`, and is gone when it closes."""

    def __init__(self, parent: QWidget | None, title: str, width: int = 460) -> None:
        super().__init__(parent)
        self._opened = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(width)
        self.column = QVBoxLayout(self)
        margin = theme.WIDE
        self.column.setContentsMargins(margin, margin, margin, margin)
        self.column.setSpacing(theme.NEAR)

    def open(self) -> None:
        """Show it, over its window."""
        if not self._opened:
            under_both_layouts(self)
        self._opened = True
        super().open()

    def say(self, text: str, *, name: str = "") -> QLabel:
        """Add a paragraph."""
        label = plain_label(text, name=name)
        label.setWordWrap(True)
        self.column.addWidget(label)
        return label

    def add(self, part: QWidget | QLayout, stretch: int = 0) -> None:
        """Add a widget or a layout."""
        if isinstance(part, QWidget):
            self.column.addWidget(part, stretch)
        else:
            self.column.addLayout(part, stretch)

    def buttons(self, *made: QPushButton) -> None:
        """Add a row of buttons, the last one at the end of the line."""
        row = QHBoxLayout()
        row.setContentsMargins(0, theme.NEAR, 0, 0)
        row.addStretch(1)
        for button in made:
            row.addWidget(button)
        self.column.addLayout(row)


def button(text: str, act: Callable[[], object], *, default: bool = False) -> QPushButton:
    """A button; the default one is what Enter presses."""
    made = QPushButton(text)
    made.setDefault(default)
    made.setAutoDefault(default)
    made.clicked.connect(lambda: act())
    return made


def heading(text: str) -> QLabel:
    """A line above a part of a dialog."""
    label = plain_label(text)
    label.setFont(theme.font(theme.TITLE, strong=True))
    return label


def reading(text: str, parent: QWidget, *, ours: bool = True) -> QPlainTextEdit:
    """Lines to read, select and copy. `ours`: they are in the interface's language."""
    made = QPlainTextEdit(text)
    option = made.document().defaultTextOption()
    direction = parent.layoutDirection() if ours else Qt.LayoutDirection.LeftToRight
    option.setTextDirection(direction)
    # The direction alone leaves lines at the left.
    right_to_left = direction == Qt.LayoutDirection.RightToLeft
    option.setAlignment(
        Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft
    )
    made.document().setDefaultTextOption(option)
    made.setReadOnly(True)
    made.setTabChangesFocus(True)
    return made


class TextDialog(Dialog):
    """A sentence, and a longer text to read, select and copy."""

    def __init__(
        self, parent: QWidget | None, title: str, sentence: str, text: str, *, ours: bool = True
    ) -> None:
        """`ours` says that `text` is in the interface's language, and so in its direction."""
        super().__init__(parent, title, 640)
        self.sentence = self.say(sentence)
        self.text = reading(text, self, ours=ours)
        self.text.setAccessibleName(title)
        self.text.setMinimumHeight(220)
        self.text.setVisible(bool(text))
        self.add(self.text, 1)
        self.make_buttons()

    def make_buttons(self) -> None:
        """The buttons below: to copy what is to be read, and to close."""
        close = button(tr("Close"), self.accept, default=True)
        if self.text.toPlainText():
            self.buttons(button(tr("Copy"), self.copy), close)
        else:
            self.buttons(close)
        close.setFocus()

    def copy(self) -> None:
        """Put sentence and text on the clipboard."""
        QGuiApplication.clipboard().setText(f"{self.sentence.text()}\n\n{self.text.toPlainText()}")


def worded(dialog: QFileDialog) -> None:
    """Say in Arabic, too, what Qt's own translation leaves in English."""
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, tr("Look in:"))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, tr("Files of type:"))
