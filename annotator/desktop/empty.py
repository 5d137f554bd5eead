"""The page of a project without articles: what to do about it, to be pressed or read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.desktop import icons, keymap, theme
from annotator.desktop.actions import by_id, trigger
from annotator.desktop.choice import Choice
from annotator.desktop.keynames import isolated
from annotator.desktop.language import tr
from annotator.desktop.panels.card import plain_label

if TYPE_CHECKING:
    from annotator.desktop.window import MainWindow

_PICTURE = 44


class EmptyPage(QWidget):
    """See the module."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self._window = window
        self.picture, self.sentence = plain_label(), plain_label(name="quiet")
        self.choice = Choice("import", "", "")
        self.choice.clicked.connect(lambda: trigger(by_id("import"), window))
        column = QVBoxLayout(self)
        column.setSpacing(theme.APART)
        column.addStretch(2)
        for part in (self.picture, self.sentence, self.choice):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def retranslate(self) -> None:
        """Set texts and picture again, in the language and the colours that are set."""
        self.picture.setPixmap(icons.pixmap("articles", "", _PICTURE, self.devicePixelRatio()))
        self.sentence.setText(tr("There are no articles in this project yet."))
        key = keymap.first("import")
        self.choice.say(
            tr(by_id("import").title),
            tr("Text files (.txt) and JSON Lines (.jsonl)."),
            isolated(key) if key else "",
        )
