"""Draws a scene and its text. Knows colours and strokes, and nothing of where things come from.

Text from files is drawn with `drawText` and glyph runs alone, which interpret nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from annotator.desktop.article.layout import ArticleLayout
from annotator.desktop.article.scene import (
    ARABIC_KEYS,
    ArcMark,
    BarMark,
    BoxMark,
    ChipMark,
    Ink,
    KeyMark,
    Scene,
    StrokeMark,
    Tone,
)
from annotator.desktop.schemes import Colours
from annotator.desktop.theme import CHIP_ROUND, ROUND


@dataclass(frozen=True)
class Palette:
    """The colours of the article's paper; a mark brings its own for light and for dark paper.

    `weight` is what every line is thicker by, `faint` how much is left of what steps back, and
    `tint` of the fills behind letters: bright colours on dark paper take more of their contrast.
    """

    tone: Colours
    paper: QColor
    ink: QColor
    selection: QColor
    accent: QColor
    chip_text: QColor
    key: QColor
    key_edge: QColor
    key_text: QColor
    weight: float
    faint: float
    tint: float
    wash: QColor

    @classmethod
    def of_scheme(cls, tone: Colours) -> Palette:
        """The paper in the colours of a scheme."""
        return cls(
            tone=tone,
            paper=QColor(tone.paper),
            ink=QColor(tone.text),
            selection=_through(tone.chosen, tone.chosen_alpha),
            accent=QColor(tone.accent),
            chip_text=QColor(tone.chip_text),
            key=QColor(tone.key),
            key_edge=QColor(tone.key_edge),
            key_text=QColor(tone.ink),
            weight=1.0 if tone.strong else 0.0,
            faint=0.7 if tone.strong else 0.4,
            tint=0.6 if tone.strong else 0.72 if tone.dark else 1.0,
            wash=_through(tone.paper, 0.6),
        )

    def of(self, ink: Ink, alpha: float = 1.0) -> QColor:
        """A mark's colour in this theme, `alpha` from 0 to 1."""
        return _through(self.tone.label(*ink), alpha)

    def fill(self, ink: Ink, alpha: float) -> QColor:
        """What lies behind letters in a mark's colour."""
        return self.of(ink, alpha * self.tint)


def _through(colour: str, alpha: float) -> QColor:
    """A colour that lets what is behind it show."""
    made = QColor(colour)
    made.setAlphaF(alpha)
    return made


_FILL = {Tone.FADED: 0.04, Tone.PLAIN: 0.13, Tone.PROPOSED: 0.07, Tone.PENDING: 0.30,
         Tone.FOCUSED: 0.30}  # fmt: skip
_EDGE = {Tone.FADED: 0.35, Tone.PLAIN: 0.95, Tone.PROPOSED: 0.8, Tone.PENDING: 1.0,
         Tone.FOCUSED: 1.0}  # fmt: skip
_BAND = {Tone.FADED: 0.05, Tone.PLAIN: 0.10, Tone.PROPOSED: 0.06, Tone.PENDING: 0.22,
         Tone.FOCUSED: 0.22}  # fmt: skip

_ARC_ALPHA = {Tone.FADED: 0.6, Tone.PROPOSED: 0.8}


def paint(
    painter: QPainter,
    layout: ArticleLayout,
    scene: Scene,
    palette: Palette,
    chip_font: QFont,
    area: QRectF,
    *,
    active: bool = True,
) -> None:
    """Draw what of the scene lies in `area`; the painter's origin is the article's.

    `active` tells whether the article has the keyboard: the cursor is strong only then.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for band in scene.bands:
        if area.intersects(band.rect):
            _tint(painter, band.rect, palette.fill(band.ink, _BAND[band.tone]))
    for box in scene.boxes:
        if area.intersects(box.rect):
            _box(painter, palette, box)
    _selection(painter, palette, scene)
    painter.setPen(palette.ink)
    # Strokes of letters may reach into the lines around.
    pitch = layout.pitch
    layout.draw(
        painter, max(scene.top, area.top() - pitch), min(scene.bottom, area.bottom() + pitch)
    )
    _cursor(painter, palette, scene, active=active)
    for stroke in scene.strokes:
        _stroke(painter, palette, stroke)
    for bar in scene.bars:
        _bar(painter, palette, bar)
    painter.setFont(chip_font)
    for chip in scene.chips:
        if area.intersects(chip.rect):
            _chip(painter, palette, chip)
    for arc in scene.arcs:
        _arc(painter, palette, arc)
    # Several arcs share a gap between lines: none may run through the caption of another.
    for arc in scene.arcs:
        _arc_caption(painter, palette, arc)
    if scene.keys:
        _keys(painter, palette, scene.keys, chip_font)


def _tint(painter: QPainter, rect: QRectF, color: QColor, radius: float = 0.0) -> None:
    """Fill without antialiasing: ten times as fast, and edges on whole pixels of any screen."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    if radius:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawRoundedRect(rect, radius, radius)
    else:
        painter.fillRect(rect, color)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def _box(painter: QPainter, palette: Palette, mark: BoxMark) -> None:
    focused = mark.tone >= Tone.PENDING
    width = (2.0 if focused else 1.0) + palette.weight
    pen = QPen(palette.of(mark.ink, max(palette.faint, _EDGE[mark.tone])), width)
    if mark.offer:
        pen.setStyle(Qt.PenStyle.DashLine if mark.offer == "taken" else Qt.PenStyle.DotLine)
    inset = width / 2
    rect = mark.rect.adjusted(inset, inset, -inset, -inset)
    # An open side is clipped away: the box goes on there on another line.
    clip = mark.rect.adjusted(-1, -1, 1, 1)
    if mark.open_left:
        rect.setLeft(rect.left() - 8)
    if mark.open_right:
        rect.setRight(rect.right() + 8)
    cut = mark.open_left or mark.open_right
    if cut:
        painter.save()
        painter.setClipRect(clip)
    fill = rect.adjusted(-inset, -inset, inset, inset)
    if mark.offer != "left":
        # What lies behind is washed out, or the inmost of many boxes would be a dark grey.
        _tint(painter, fill, palette.wash, ROUND)
        _tint(painter, fill, palette.fill(mark.ink, _FILL[mark.tone]), ROUND)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect, ROUND, ROUND)
    if cut:
        painter.restore()


def _selection(painter: QPainter, palette: Palette, scene: Scene) -> None:
    for rect in scene.selection:
        _tint(painter, rect, palette.selection)
    painter.setPen(QPen(palette.accent, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    for edge in scene.selection_edges:
        painter.drawLine(edge)


def _cursor(painter: QPainter, palette: Palette, scene: Scene, *, active: bool) -> None:
    color = QColor(palette.ink)
    color.setAlphaF(1.0 if active else 0.3)
    for rect in scene.cursor:
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 2), color)


def _stroke(painter: QPainter, palette: Palette, mark: StrokeMark) -> None:
    faded = mark.tone == Tone.FADED
    pen = QPen(palette.of(mark.ink, palette.faint if faded else 1.0), 1.5 + palette.weight)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if mark.kind == "cue":
        pen.setDashPattern([2.0, 1.4])
    elif mark.kind == "connector":
        pen.setWidthF(1.0 + palette.weight)
        pen.setDashPattern([1.0, 3.0])
    elif mark.tone < Tone.PENDING:
        # Sources are thin, so that a page of quotes stays calm; the focused one is clear.
        pen.setWidthF(1.0 + palette.weight)
    painter.setPen(pen)
    painter.drawLine(mark.line)


def _bar(painter: QPainter, palette: Palette, mark: BarMark) -> None:
    width = (3.0 if mark.tone >= Tone.PENDING else 2.0) + palette.weight
    alpha = palette.faint if mark.tone == Tone.FADED else 1.0
    pen = QPen(palette.of(mark.ink, alpha), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    if mark.offer:
        pen.setDashPattern([3.0, 2.0] if mark.offer == "taken" else [1.0, 2.0])
    painter.setPen(pen)
    painter.drawLine(mark.line)


def _chip(painter: QPainter, palette: Palette, mark: ChipMark) -> None:
    faded = mark.tone == Tone.FADED
    # In high contrast what steps back is hollow: a pale chip could not be read.
    color = palette.of(mark.ink, 0.45 if faded and not palette.tone.strong else 1.0)
    if mark.offer or (faded and palette.tone.strong):
        painter.setPen(QPen(color, 1))
        painter.setBrush(palette.paper)
        painter.drawRoundedRect(mark.rect.adjusted(0.5, 0.5, -0.5, -0.5), CHIP_ROUND, CHIP_ROUND)
        painter.setPen(color)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawRoundedRect(mark.rect, CHIP_ROUND, CHIP_ROUND)
        painter.setPen(palette.chip_text)
    painter.drawText(mark.rect, Qt.AlignmentFlag.AlignCenter, mark.caption)


def _arc(painter: QPainter, palette: Palette, mark: ArcMark) -> None:
    color = palette.of(mark.ink, _ARC_ALPHA.get(mark.tone, 1.0))
    pen = QPen(color, (2.2 if mark.tone == Tone.FOCUSED else 1.3) + palette.weight)
    if mark.tone in (Tone.PROPOSED, Tone.PENDING):
        pen.setDashPattern([1.5, 2.5] if mark.tone == Tone.PROPOSED else [5.0, 3.0])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    painter.drawPath(mark.path)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    for head in mark.heads:
        painter.drawPolygon(head)


def _arc_caption(painter: QPainter, palette: Palette, mark: ArcMark) -> None:
    if not mark.caption:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.paper)
    painter.drawRoundedRect(mark.place, CHIP_ROUND, CHIP_ROUND)
    painter.setPen(palette.of(mark.ink))
    painter.drawText(mark.place, Qt.AlignmentFlag.AlignCenter, mark.caption)


def _keys(painter: QPainter, palette: Palette, marks: list[KeyMark], chip_font: QFont) -> None:
    # At the same size as Latin ones, single Arabic letters look smaller and hang lower.
    arabic = any(letter.caption >= "\u0600" for letter in marks[0].letters)
    font = QFont(chip_font)
    font.setPixelSize(round(chip_font.pixelSize() * (ARABIC_KEYS if arabic else 1.0)))
    painter.setFont(font)
    for mark in marks:
        _key(painter, palette, mark, 1.0 if arabic else 0.0)


def _key(painter: QPainter, palette: Palette, mark: KeyMark, raised: float) -> None:
    painter.setPen(QPen(palette.key_edge, 1))
    painter.setBrush(palette.key)
    painter.drawRoundedRect(mark.rect.adjusted(0.5, 0.5, -0.5, -0.5), CHIP_ROUND, CHIP_ROUND)
    for letter in mark.letters:
        ink = QColor(palette.key_text)
        ink.setAlphaF(palette.faint if letter.typed else 1.0)
        painter.setPen(ink)
        painter.drawText(
            letter.rect.translated(0, -raised), Qt.AlignmentFlag.AlignCenter, letter.caption
        )
