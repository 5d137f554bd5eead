"""The article view: shows the article of the workspace, scrolls, and says what the mouse means.

It interprets no keys: the window's keyboard does. Positions are code points of the text.
"""

from __future__ import annotations

import math
from dataclasses import replace
from functools import cache

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from annotator.desktop import edges
from annotator.desktop.article import stage
from annotator.desktop.article.layout import ArticleLayout, Line, Place, TextStyle
from annotator.desktop.article.paint import Palette, paint
from annotator.desktop.article.scene import Scene
from annotator.desktop.article.screen import Screen
from annotator.desktop.fonts import CHIP_FAMILIES
from annotator.desktop.schemes import LIGHT, Colours
from annotator.desktop.workspace import Workspace
from annotator.model.labels import Language
from annotator.model.spans import Fragment, Span
from annotator.text.partners import with_partners
from annotator.text.tokens import nearest_word

_NEAR_SIDE, _BAR_SIDE = 24, 104
_HEAD, _FOOT = 12.0, 48.0
_DRAG = 5
_SETTLING = 8


class ArticleView(QAbstractScrollArea):
    """The article in the middle of the window; see the module."""

    _changed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = self._workspace = workspace
        self.access: object = None
        """What screen readers ask, once they have asked; see `access`."""
        self._style = TextStyle()
        self._palette = Palette.of_scheme(LIGHT)
        self._language: Language = "en"
        self._all_arcs = False
        self._layout: ArticleLayout | None = None
        self._top = Place(Line(0, 0), -_HEAD)
        self._scene: Scene | None = None
        self._screen = Screen(self.viewport())
        self._pressed: tuple[QPointF, int] | None = None
        self._dragging = False
        self._telling_bar = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # An input method would take the letters that are commands here.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        # Several changes that a key brings about are shown as one, before any timer has its turn.
        self._changed.connect(self._catch_up, Qt.ConnectionType.QueuedConnection)
        workspace.articleChanged.connect(self._show_article)
        workspace.stateChanged.connect(self._show_state)
        workspace.revealed.connect(self.ensure_visible)

    # What is shown, and how

    def set_language(self, language: Language) -> None:
        """The language of chips and arcs."""
        self._language = language
        self._screen.forget()
        self._show_state()

    def set_colours(self, colours: Colours) -> None:
        """Light ink on dark paper, or the other way round."""
        self._palette = Palette.of_scheme(colours)
        self._screen.forget()

    def set_all_arcs(self, wanted: bool) -> None:
        """Show the arcs of all relations in view, or only of what is in focus."""
        self._all_arcs = wanted
        self._show_state()

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

    @property
    def chip_font(self) -> QFont:
        """The font of chips, arcs and keycaps."""
        font = QFont()
        font.setFamilies(list(CHIP_FAMILIES))
        font.setPixelSize(max(9, round(self._style.size * 0.38)))
        return font

    def _show_article(self) -> None:
        self._layout = None
        self._screen.forget()
        self._top = Place(Line(0, 0), -_HEAD)
        if self._workspace.annotated is not None:
            self._layout = ArticleLayout(self._workspace.text, self._style, self._column())
        self._show_state()
        self._settle()

    def _show_state(self) -> None:
        """What is drawn is no longer what there is."""
        self._scene = None
        self._changed.emit()

    def _catch_up(self) -> None:
        """Have what changed painted."""
        scene = self.scene()
        if scene is not None:
            self._screen.show(scene, self._left())
        else:
            self._screen.forget()

    def _column(self) -> float:
        room = self.viewport().width() - _NEAR_SIDE - _BAR_SIDE
        return max(200.0, min(self._style.width, room))

    def _left(self) -> float:
        """Where the column begins on the widget; the bars of quotes need room on its right."""
        room = self.viewport().width() - _NEAR_SIDE - _BAR_SIDE
        return float(round(_NEAR_SIDE + max(0.0, room - self._column()) / 2))

    def _lay_out(self) -> None:
        """Lay the text out anew; what is being read stays where it is."""
        old = self._layout
        if old is None:
            return
        self._screen.forget()
        position, below = self._reading(old)
        self._layout = layout = ArticleLayout(
            old.text, self._style, self._column(), old.pieces
        )
        line = Place(layout.line_at(position), layout.style.band_top)
        self._top = layout.moved(line, -below)
        self._show_state()
        self._settle()

    def _reading(self, layout: ArticleLayout) -> tuple[int, float]:
        """What is being read, and how far below the upper edge its line is.

        The cursor while it is in view, else what begins the uppermost line.
        """
        top, cursor = self._settle(), self._workspace.cursor[0]
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
            self._top = self._layout.place_at(float(self.verticalScrollBar().value()) - _HEAD)
            self._show_state()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll by pixels where the device gives them, else by lines."""
        if self._layout is None:
            return
        pixels = event.pixelDelta().y()
        steps = event.angleDelta().y() / 120
        way = -float(pixels) if pixels else -steps * self._layout.pitch * 1.5
        self._scroll(way)
        event.accept()

    def _scroll(self, way: float) -> None:
        layout = self._layout
        assert layout is not None
        target = self._clamped(layout.y_of(self._top) + way)
        self._top = layout.moved(self._top, target - layout.y_of(self._top))
        self._settle()
        self._show_state()

    def ensure_visible(self, start: int, end: int) -> None:
        """Scroll as little as needed to show this stretch with a line of context."""
        layout = self._layout
        if layout is None:
            return
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
        self._show_state()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out again if the column has another width now."""
        super().resizeEvent(event)
        if self._layout is not None and self._layout.width != self._column():
            self._lay_out()
        else:
            self._screen.forget()
            self._settle()
            self._show_state()

    # Drawing

    def scene(self) -> Scene | None:
        """What is drawn now; None without an article."""
        if self._layout is None or self._workspace.annotated is None:
            return None
        if self._scene is None:
            top = self._settle()
            metrics = QFontMetricsF(self.chip_font)
            self._scene = stage.build(
                self._layout,
                replace(self._workspace.state(), all_arcs=self._all_arcs),
                top,
                top + self.viewport().height(),
                language=self._language,
                measure=cache(metrics.horizontalAdvance),
            )
        return self._scene

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the article."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._palette.paper)
        scene = self.scene()
        if scene is not None and self._layout is not None:
            self._screen.painting(scene)
            left, top = self._left(), round(scene.top)
            painter.translate(left, -top)
            area = QRectF(event.rect()).translated(-left, top)
            active = self.hasFocus()
            paint(painter, self._layout, scene, self._palette, self.chip_font, area, active=active)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """The cursor is strong only while the article has the keyboard."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.viewport().update()
        return super().event(event)

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
        return [box.rect.translated(self._left(), -top) for box in boxes]

    def position_at(self, place: QPointF) -> int | None:
        """The position of the letter at a point of the viewport; None without an article."""
        return self._position(place) if self._layout is not None else None

    def _spot(self, place: QPointF) -> QPointF:
        return QPointF(place.x() - self._left(), place.y() + round(self._settle()))

    def _position(self, place: QPointF) -> int:
        assert self._layout is not None
        spot = self._spot(place)
        return self._layout.hit(spot.x(), spot.y())

    def _annotation(self, place: QPointF) -> str | None:
        scene, spot = self.scene(), self._spot(place)
        return scene.at(spot.x(), spot.y()) if scene is not None else None

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click or a drag begins; the right button points at what its menu is about."""
        if self._layout is None:
            return
        self.setFocus()
        place = event.position()
        if event.button() == Qt.MouseButton.RightButton:
            self._point_at(place)
        elif event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._dragging = (place, self._position(place)), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select from where the button went down: by words, with Alt by letters."""
        if self._pressed is None or self._layout is None:
            return
        began, anchor = self._pressed
        if not self._dragging and (event.position() - began).manhattanLength() < _DRAG:
            return
        self._dragging = True
        self._follow(event.position().y())
        position = self._position(event.position())
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            edges.select_range(self._workspace, *self._letters(anchor, position))
        else:
            self._select_words(anchor, position)

    def _follow(self, y: float) -> None:
        """Scroll on by a line where a drag leaves the view."""
        if not 0 <= y <= self.viewport().height():
            self._scroll(math.copysign(self._style.pitch, y))

    def _letters(self, anchor: int, position: int) -> Fragment:
        return min(anchor, position), max(anchor, position) + 1

    def _select_words(self, anchor: int, position: int) -> None:
        text = self._workspace.text
        words = [nearest_word(text, place) for place in sorted((anchor, position))]
        if words[0] is not None and words[1] is not None:
            start, end = with_partners(text, words[0][0], max(words[0][1], words[1][1]))
            self._workspace.select(Span.of(start, end), words[1])

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click without a drag focuses what is there, or brings the cursor."""
        pressed, dragged = self._pressed, self._dragging
        self._pressed, self._dragging = None, False
        if pressed is not None and not dragged and self._layout is not None:
            self._click(event.position(), pressed[1], event.modifiers())

    def _click(self, place: QPointF, position: int, held: Qt.KeyboardModifier) -> None:
        workspace = self._workspace
        id = self._annotation(place)
        if workspace.mode is not None and workspace.mode.click(workspace, id):
            return
        if id is not None and not held & Qt.KeyboardModifier.ShiftModifier:
            workspace.set_focus(id, reveal=False)
        else:
            word = nearest_word(workspace.text, position)
            if word is not None:
                extend = bool(held & Qt.KeyboardModifier.ShiftModifier)
                workspace.set_cursor(word, extend=extend)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word, also inside an annotation."""
        if self._layout is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self._pressed = None
        word = nearest_word(self._workspace.text, self._position(event.position()))
        if word is not None:
            self._workspace.select(Span.of(*word), word)

    def _point_at(self, place: QPointF) -> None:
        workspace, position = self._workspace, self._position(place)
        if workspace.selection is not None and workspace.selection.holds(position):
            return
        id = self._annotation(place)
        if id is not None:
            workspace.set_focus(id, reveal=False)
        else:
            word = nearest_word(workspace.text, position)
            if word is not None:
                workspace.set_cursor(word)
