"""The sheet that findings stand on; where there are none, what to do about it is a button."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.desktop import theme
from annotator.desktop.checks.list import FindingList
from annotator.desktop.panels.card import plain_label


class Sheet(QFrame):
    """See the module."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.list = FindingList()
        self.notice = plain_label(name="quiet")
        self.notice.setWordWrap(True)
        self.notice.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = QPushButton()
        self.empty = QWidget()
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, theme.HAIR, 0, theme.HAIR)
        inside.setSpacing(0)
        inside.addWidget(self.list, 1)
        inside.addWidget(self.empty, 1)
        self._lay_out_empty()

    def _lay_out_empty(self) -> None:
        column = QVBoxLayout(self.empty)
        column.setContentsMargins(theme.WIDE * 2, 0, theme.WIDE * 2, 0)
        column.setSpacing(theme.APART)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.button)
        row.addStretch(1)
        column.addStretch(2)
        column.addWidget(self.notice)
        column.addLayout(row)
        column.addStretch(3)

    def show_list(self, there: bool, notice: str, action: str) -> None:
        """Show the list, or the notice and what its button does; the keyboard stays on the sheet.

        Qt gives the keyboard of what is hidden to whatever comes next: the list of articles.
        """
        held = self.list.hasFocus() or self.button.hasFocus()
        self.notice.setText(notice)
        self.button.setText(action)
        shown, hidden = (self.list, self.empty) if there else (self.empty, self.list)
        shown.setVisible(True)
        if held:
            self.take_keyboard(there)
        hidden.setVisible(False)

    def take_keyboard(self, there: bool) -> None:
        """Give the list the keyboard, or where there is none, the button."""
        (self.list if there else self.button).setFocus()
