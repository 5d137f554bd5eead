"""A text in a column that scrolls: lays out what is in view and keeps the place of the reader.

Knows neither annotations nor the workspace: the view that draws and understands the mouse builds on
it. Positions are code points of the text.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from annotator.desktop.article.glide import Glide
from annotator.desktop.article.layout import ArticleLayout, Line, Place
from annotator.desktop.article.style import TextStyle
from annotator.model.spans import Fragment

_NEAR_SIDE, _BAR_SIDE = 24, 104
_HEAD, _FOOT = 12.0, 48.0
_SETTLING = 8


class Sheet(QAbstractScrollArea):
    """See the module. What is drawn, and what is being read, is for who builds on it to say."""

    def __init__(self) -> None:
        super().__init__()
        self._style = TextStyle()
        self._layout: ArticleLayout | None = None
        self._top = Place(Line(0, 0), -_HEAD)
        self._telling_bar = False
        self._glide = Glide(self, self.scroll_by)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def refresh(self, *, wholly: bool = False) -> None:
        """What is seen has changed: the place only or, `wholly`, where every letter is."""
        raise NotImplementedError

    def read_at(self) -> int:
        """The position that is being read."""
        raise NotImplementedError

    def show_text(self, text: str | None) -> None:
        """Show this text from its beginning, or nothing."""
        self._top = Place(Line(0, 0), -_HEAD)
        self._layout = None
        self._glide.stop()
        if text is not None:
            self._layout = ArticleLayout(text, self._style, self._column())
        self.refresh(wholly=True)
        self._settle()

    def set_style(self, style: TextStyle) -> None:
        """How the text is set; what was being read stays where it was."""
        if style != self._style:
            self._style = style
            self._lay_out()

    @property
    def text_style(self) -> TextStyle:
        """How the text is set."""
        return self._style

    @property
    def layout_(self) -> ArticleLayout | None:
        """The text as it is laid out now; None without an article."""
        return self._layout

    def _column(self) -> float:
        room = self.viewport().width() - _NEAR_SIDE - _BAR_SIDE
        return max(200.0, min(self._style.width, room))

    def left(self) -> float:
        """Where the column begins on the widget; the bars of quotes need room on its right."""
        room = self.viewport().width() - _NEAR_SIDE - _BAR_SIDE
        return float(round(_NEAR_SIDE + max(0.0, room - self._column()) / 2))

    def _lay_out(self) -> None:
        """Lay the text out anew; what is being read stays where it is."""
        old = self._layout
        if old is None:
            return
        position, below = self._reading(old)
        layout = ArticleLayout(old.text, self._style, self._column(), old.pieces)
        line = Place(layout.line_at(position), layout.style.band_top)
        self._layout, self._top = layout, layout.moved(line, -below)
        self.refresh(wholly=True)
        self._settle()

    def _reading(self, layout: ArticleLayout) -> tuple[int, float]:
        """What is being read, and how far below the upper edge its line is.

        The cursor while it is in view, else what begins the uppermost line.
        """
        top, cursor = self._settle(), self.read_at()
        start, end = layout.visible_range(top, top + self.viewport().height())
        position = cursor if start <= cursor < end else layout.line_range(self._top.line)[0]
        return position, layout.band(layout.line_at(position)).top() - top

    # Scrolling

    def _settle(self) -> float:
        """Lay out what is in view without moving it; the y of the article at the top."""
        layout = self._layout
        if layout is None:
            return 0.0
        height = self.viewport().height()
        top = self._clamped(layout.y_of(self._top))
        for _ in range(_SETTLING):
            self._top = layout.place_at(top)
            layout.lines_between(top, top + height)
            now = self._clamped(layout.y_of(self._top))
            if now == top:
                break
            top = now
        self._set_bar(top)
        return top

    def _clamped(self, top: float) -> float:
        layout = self._layout
        assert layout is not None
        last = layout.height + _FOOT - self.viewport().height()
        return max(-_HEAD, min(top, last))

    def _set_bar(self, top: float) -> None:
        layout, bar = self._layout, self.verticalScrollBar()
        assert layout is not None
        height = self.viewport().height()
        # The bar is told where the article is: nothing scrolls by that.
        self._telling_bar = True
        bar.setRange(0, max(0, round(layout.height + _HEAD + _FOOT - height)))
        bar.setPageStep(height)
        bar.setSingleStep(round(layout.pitch))
        bar.setValue(round(top + _HEAD))
        self._telling_bar = False

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """The scroll bar was moved."""
        if self._layout is not None and not self._telling_bar:
            self._glide.stop()
            self._top = self._layout.place_at(float(self.verticalScrollBar().value()) - _HEAD)
            self.refresh()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll by pixels where the device gives them, else by lines."""
        if self._layout is None:
            return
        pixels = event.pixelDelta().y()
        steps = event.angleDelta().y() / 120
        if pixels:
            self._glide.stop()
            self.scroll_by(-float(pixels))
        else:
            self._glide.by(-steps * self._layout.pitch * 1.5)
        event.accept()

    def scroll_by(self, way: float) -> bool:
        """Scroll by so many pixels, down or (negative) up; False at the end of the text."""
        layout = self._layout
        if layout is None:
            return False
        here = layout.y_of(self._top)
        way = self._clamped(here + way) - here
        self._top = layout.moved(self._top, way)
        self._settle()
        self.refresh()
        return way != 0

    @property
    def gliding(self) -> bool:
        """Whether the wheel's last step is not gone to its end yet."""
        return self._glide.under_way

    def ensure_visible(self, start: int, end: int) -> None:
        """Scroll as little as needed to show this stretch with a line of context."""
        layout = self._layout
        if layout is None:
            return
        self._glide.stop()
        first, last = layout.line_at(start), layout.line_at(max(start, end - 1))
        top, height = self._settle(), float(self.viewport().height())
        above = layout.band(first).top() - layout.pitch
        below = layout.band(last).bottom() + layout.pitch
        if above < top or below - above > height:
            self._top = Place(first, layout.style.band_top - layout.pitch)
        elif below > top + height:
            into = layout.band(last).bottom() + layout.pitch - height - layout.y_of(Place(last, 0))
            self._top = Place(last, into)
        else:
            return
        self._settle()
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out again if the column has another width now."""
        super().resizeEvent(event)
        if self._layout is not None and self._layout.width != self._column():
            self._lay_out()
        else:
            self._settle()
            self.refresh(wholly=True)

    # Where things are

    def line_range(self, position: int) -> Fragment:
        """The code points of the line that holds `position`."""
        if self._layout is None:
            return position, position
        return self._layout.line_range(self._layout.line_at(position))

    def above(self, position: int) -> int:
        """The position on the line above, at the same place across."""
        return self._layout.above(position) if self._layout is not None else position

    def below(self, position: int) -> int:
        """The position on the line below, at the same place across."""
        return self._layout.below(position) if self._layout is not None else position

    def page_lines(self) -> int:
        """How many lines a page up or down goes."""
        return max(1, int(self.viewport().height() / self._style.pitch) - 1)

    def visible_range(self) -> Fragment:
        """The code points of the lines in view."""
        if self._layout is None:
            return 0, 0
        top = self._settle()
        return self._layout.visible_range(top, top + self.viewport().height())

    def rects(self, start: int, end: int) -> list[QRectF]:
        """Where letters are in the viewport, one rectangle a line and stretch."""
        if self._layout is None:
            return []
        top = round(self._settle())
        boxes = self._layout.rects(start, end)
        return [box.rect.translated(self.left(), -top) for box in boxes]

    def position_at(self, place: QPointF) -> int | None:
        """The position of the letter at a point of the viewport; None without an article."""
        return self._position(place) if self._layout is not None else None

    def _spot(self, place: QPointF) -> QPointF:
        return QPointF(place.x() - self.left(), place.y() + round(self._settle()))

    def _position(self, place: QPointF) -> int:
        assert self._layout is not None
        spot = self._spot(place)
        return self._layout.hit(spot.x(), spot.y())
