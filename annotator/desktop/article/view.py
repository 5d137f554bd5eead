"""The article view: draws the article of the workspace, and says what the mouse means.

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
)

from annotator.desktop import edges
from annotator.desktop.article import stage
from annotator.desktop.article.paint import Palette, paint
from annotator.desktop.article.scene import Scene
from annotator.desktop.article.screen import Screen
from annotator.desktop.article.sheet import Sheet
from annotator.desktop.fonts import CHIP_FAMILIES
from annotator.desktop.schemes import LIGHT, Colours
from annotator.desktop.workspace import Workspace
from annotator.model.labels import Language
from annotator.model.spans import Fragment, Span
from annotator.text.partners import with_partners
from annotator.text.tokens import nearest_word

_DRAG = 5


class ArticleView(Sheet):
    """The article in the middle of the window; see the module."""

    _changed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = self._workspace = workspace
        self._palette = Palette.of_scheme(LIGHT)
        self._language: Language = "en"
        self._all_arcs = False
        self._scene: Scene | None = None
        self._screen = Screen(self.viewport())
        self._pressed: tuple[QPointF, int] | None = None
        self._dragging = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # An input method would take the letters that are commands here.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        # Several changes that a key brings about are shown as one, before any timer has its turn.
        self._changed.connect(self._catch_up, Qt.ConnectionType.QueuedConnection)
        workspace.articleChanged.connect(self._show_article)
        workspace.stateChanged.connect(self.refresh)
        workspace.revealed.connect(self.ensure_visible)

    # What is shown, and how

    def set_language(self, language: Language) -> None:
        """The language of chips and arcs."""
        self._language = language
        self.refresh(wholly=True)

    def set_colours(self, colours: Colours) -> None:
        """Light ink on dark paper, or the other way round."""
        self._palette = Palette.of_scheme(colours)
        self._screen.forget()

    def set_all_arcs(self, wanted: bool) -> None:
        """Show the arcs of all relations in view, or only of what is in focus."""
        self._all_arcs = wanted
        self.refresh()

    @property
    def chip_font(self) -> QFont:
        """The font of chips, arcs and keycaps."""
        font = QFont()
        font.setFamilies(list(CHIP_FAMILIES))
        font.setPixelSize(max(9, round(self._style.size * 0.38)))
        return font

    def _show_article(self) -> None:
        self.show_text(None if self._workspace.annotated is None else self._workspace.text)

    def refresh(self, *, wholly: bool = False) -> None:
        """What is drawn is no longer what there is."""
        self._scene = None
        if wholly:
            self._screen.forget()
        self._changed.emit()

    def read_at(self) -> int:
        """Where the cursor is."""
        return self._workspace.cursor[0]

    def _catch_up(self) -> None:
        """Have what changed painted."""
        scene = self.scene()
        if scene is not None:
            self._screen.show(scene, self.left())
        else:
            self._screen.forget()

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
            self._workspace.offered.seen |= self._scene.ids() & self._workspace.offered.ids
        return self._scene

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the article."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._palette.paper)
        scene = self.scene()
        if scene is not None and self._layout is not None:
            self._screen.painting(scene)
            left, top = self.left(), round(scene.top)
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
            self.scroll_by(math.copysign(self._style.pitch, y))

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
