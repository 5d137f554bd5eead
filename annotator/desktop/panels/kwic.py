"""A line of a concordance, painted: all hits below one another, whatever stands around them.

A line is laid out as one text, so that the letters of a hit join what is written onto them as they
do in the article. Where the hit lies comes from the same geometry as the article's boxes.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPen

from annotator.desktop.article.display import reads_leftwards, substitute
from annotator.desktop.article.lines import Lines
from annotator.desktop.article.style import TextStyle
from annotator.desktop.theme import CHIP_ROUND
from annotator.exchange.concordance import Line
from annotator.text.graphemes import snap

_ENDLESS = 20_000.0
_FADE = 28.0
_KEPT = 200


class Inks(NamedTuple):
    """What a line is painted with: the hit, what stands around it, its tint, and the ground."""

    hit: QColor
    around: QColor
    tint: QColor
    ground: QColor


class _Laid(NamedTuple):
    lines: Lines
    left: float
    right: float


class Concordance:
    """Paints lines, and keeps those laid out that it painted last."""

    def __init__(self, style: TextStyle) -> None:
        self._style = style
        self._laid: OrderedDict[tuple[str, tuple[int, int]], _Laid] = OrderedDict()

    def paint(self, painter: QPainter, area: QRectF, line: Line, inks: Inks) -> QRectF:
        """Paint `line` with its hit in the middle of `area`; answers where the hit is."""
        laid = self._lay_out(line)
        x = area.center().x() - (laid.left + laid.right) / 2
        y = area.center().y() - self._style.band_top - self._style.band / 2
        hit = QRectF(x + laid.left - 2, area.top() + 3, laid.right - laid.left + 4, 0)
        hit.setBottom(area.bottom() - 3)
        painter.save()
        painter.setClipRect(area)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(inks.tint)
        painter.drawRoundedRect(hit, CHIP_ROUND, CHIP_ROUND)
        painter.setPen(inks.around)
        _draw(painter, laid, QPointF(x, y))
        _fade(painter, area, inks.ground)
        # Once more over itself: a cut in the text would give its letters other shapes.
        painter.setClipRect(hit.intersected(area))
        painter.setPen(inks.hit)
        _draw(painter, laid, QPointF(x, y))
        painter.restore()
        return hit

    def _lay_out(self, line: Line) -> _Laid:
        key = line.text, line.at
        laid = self._laid.get(key)
        if laid is None:
            laid = self._laid[key] = _lay_out(line, self._style)
            if len(self._laid) > _KEPT:
                self._laid.popitem(last=False)
        self._laid.move_to_end(key)
        return laid


def _lay_out(line: Line, style: TextStyle) -> _Laid:
    lines = Lines(substitute(line.text), reads_leftwards(line.text), style, _ENDLESS)
    left, right = lines.extent(0, *snap(line.text, *line.at)) or (_ENDLESS / 2, _ENDLESS / 2)
    return _Laid(lines, left, right)


def _draw(painter: QPainter, laid: _Laid, place: QPointF) -> None:
    painter.save()
    painter.translate(place)
    laid.lines.draw(painter, 0.0, QRectF())
    painter.restore()


def _fade(painter: QPainter, area: QRectF, ground: QColor) -> None:
    """Let the text run out at both sides, rather than cut letters through."""
    clear = QColor(ground)
    clear.setAlpha(0)
    for edge, inner in (
        (area.left(), area.left() + _FADE),
        (area.right(), area.right() - _FADE),
    ):
        gradient = QLinearGradient(edge, 0, inner, 0)
        gradient.setColorAt(0, ground)
        gradient.setColorAt(1, clear)
        # The frame of the row that has the keyboard stays whole.
        side = QRectF(min(edge, inner), area.top() + 3, _FADE, area.height() - 6)
        painter.fillRect(side, gradient)


def paint_box(
    painter: QPainter, centre: QPointF, state: bool | None, ink: QColor, paper: QColor
) -> None:
    """A check box around `centre`: ticked, empty, or (None) a dash for some of several."""
    box = QRectF(centre.x() - 7, centre.y() - 7, 14, 14)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, 1.2))
    painter.setBrush(ink if state is not False else Qt.BrushStyle.NoBrush)
    frame = box.adjusted(0.6, 0.6, -0.6, -0.6)
    painter.drawRoundedRect(frame, CHIP_ROUND, CHIP_ROUND)
    painter.setPen(QPen(paper, 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.translate(centre)
    if state:
        painter.drawPolyline([QPointF(-3.4, 0.2), QPointF(-1, 2.6), QPointF(3.6, -2.8)])
    elif state is None:
        painter.drawLine(QPointF(-3, 0), QPointF(3, 0))
    painter.restore()
