"""The side of the window where one reads: the list of articles, and the guidelines below it."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from annotator.desktop import theme
from annotator.desktop.panels.articles import ArticlesPanel
from annotator.desktop.panels.guidelines import GuidelinesPanel

NARROW = 1080
"""In a window narrower than this the list of articles makes room, until it is asked for."""
LOW = 640
"""In a window lower than this there is room for one card at the side."""

_BOTH = 540
"""A side lower than this has room for one card."""


def shares(room: int, *, articles: bool, guidelines: bool) -> tuple[int, int]:
    """The heights of the articles and of the guidelines, in pixels; 0 is not shown."""
    if not guidelines:
        return (room if articles else 0), 0
    if not articles or room < _BOTH:
        return 0, room
    list_ = max(250, min(room * 36 // 100, 460))
    return list_, room - list_ - theme.APART


class Seen(NamedTuple):
    """Which parts of the window are shown beside the article."""

    articles: bool
    guidelines: bool
    column: bool


def seen(size: QSize, *, reading: bool, asked: str) -> Seen:
    """What is shown in a window of this size. `reading`: guidelines are wanted.

    `asked` is what the keyboard was sent to and so must be there: "articles", "column", or "". A
    narrow window has room for one thing beside the article: guidelines stand in place of the rest.
    """
    wide, low = size.width() >= NARROW, size.height() < LOW
    if wide:
        return Seen(True, reading and not (low and asked == "articles"), True)
    guidelines = reading and not asked
    return Seen(asked == "articles", guidelines, not guidelines)


class Side(QWidget):
    """See the module. `articles` and `guidelines` say what is wanted of it."""

    def __init__(self, articles: ArticlesPanel, guidelines: GuidelinesPanel) -> None:
        super().__init__()
        self._articles, self._guidelines = articles, guidelines
        self._wanted = (True, False)
        for card in (articles, guidelines):
            card.setParent(self)

    def show_cards(self, *, articles: bool, guidelines: bool) -> None:
        """Show these cards, and nothing of the side where that is neither."""
        self._wanted = (articles, guidelines)
        self.setVisible(articles or guidelines)
        self.share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new height."""
        super().resizeEvent(event)
        self.share()

    def share(self) -> None:
        """Give each card its height."""
        articles, guidelines = self._wanted
        heights = shares(self.height(), articles=articles, guidelines=guidelines)
        top = 0
        for card, height in zip((self._articles, self._guidelines), heights, strict=True):
            card.setVisible(height > 0)
            card.setGeometry(QRect(0, top, self.width(), height))
            top += height + theme.APART if height else 0
