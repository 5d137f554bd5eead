"""The signs in front of rows: what something is, told by shape and filling as well as by colour.

Each label of entities has a shape and a filling by its place in the label set, each type of quote
its marks: so labels are told apart without colour, and the same one looks the same everywhere.
Everything is drawn around the origin, in device-independent pixels.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from math import cos, pi, sin
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

Sign = Literal["entity", "quote", "relation", "new", "begun", "done", "skipped", ""]
UNKNOWN = -1
"""The place of a label that the label set does not have."""
_SHAPES, _FILLINGS = 8, ("full", "hollow", "half")
_LINES = {"hollow": 1.4, "half": 1.1}
"""How thick outlines are; beside what is filled they have to be thinner to be seen as such."""


def paint_sign(painter: QPainter, sign: Sign, colour: str, place: int = 0) -> None:
    """A sign around the origin; `place` is that of the label or type of quote in its table."""
    _SIGNS[sign](painter, QColor(colour), place)


def look(place: int) -> tuple[int, str]:
    """The shape and the filling of the label at `place`: 24 that differ, then they come again."""
    return place % _SHAPES, _FILLINGS[place // _SHAPES % len(_FILLINGS)]


@cache
def _shape(number: int) -> QPainterPath:
    """Shapes of one weight to the eye; none points sideways, so none has to be mirrored."""
    path = QPainterPath()
    if number == 0:
        path.addEllipse(QPointF(0, 0), 4.5, 4.5)
    elif number == 1:
        path.addRect(QRectF(-4, -4, 8, 8))
    else:
        path.addPolygon(QPolygonF([QPointF(x, y) for x, y in _CORNERS[number]]))
        path.closeSubpath()
    return path


def _star() -> list[tuple[float, float]]:
    """Five points, of which one is on top."""
    corners = []
    for n in range(10):
        radius, angle = (2.6 if n % 2 else 5.8), n * pi / 5
        corners.append((radius * sin(angle), 0.4 - radius * cos(angle)))
    return corners


_CORNERS: dict[int, list[tuple[float, float]]] = {
    2: [(0, -5), (5.2, 4), (-5.2, 4)],
    3: [(0, -5.5), (5.5, 0), (0, 5.5), (-5.5, 0)],
    4: _star(),
    5: [(-1.8, -5), (1.8, -5), (1.8, -1.8), (5, -1.8), (5, 1.8), (1.8, 1.8),
        (1.8, 5), (-1.8, 5), (-1.8, 1.8), (-5, 1.8), (-5, -1.8), (-1.8, -1.8)],
    6: [(-5.2, -4), (5.2, -4), (0, 5)],
    7: [(-4.5, -5), (4.5, -5), (0.9, 0), (4.5, 5), (-4.5, 5), (-0.9, 0)],
}  # fmt: skip


def _fill(painter: QPainter, colour: QColor, path: QPainterPath, filling: str) -> None:
    """The shape filled, as an outline, or as an outline with its lower half filled."""
    if filling != "hollow":
        painter.save()
        if filling == "half":
            painter.setClipRect(QRectF(-8, 0.5, 16, 8), Qt.ClipOperation.IntersectClip)
        painter.fillPath(path, colour)
        painter.restore()
    if filling != "full":
        # The outline lies within the shape, so that a hollow one is not larger than a full one.
        painter.save()
        painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        painter.strokePath(path, QPen(colour, 2 * _LINES[filling]))
        painter.restore()


def _entity(painter: QPainter, colour: QColor, place: int) -> None:
    if place == UNKNOWN:
        painter.setPen(QPen(colour, 1.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(-3, -3), QPointF(3, 3))
        painter.drawLine(QPointF(-3, 3), QPointF(3, -3))
        return
    shape, filling = look(place)
    _fill(painter, colour, _shape(shape), filling)


@cache
def _quotation_mark(left: float) -> QPainterPath:
    mark = QPainterPath()
    mark.addEllipse(QPointF(left + 2, -1.6), 2.2, 2.2)
    tail = QPainterPath(QPointF(left + 4.2, -1.6))
    tail.quadTo(left + 4.2, 3.2, left + 0.4, 4.4)
    tail.quadTo(left + 2.4, 2.2, left + 2.0, 0.2)
    tail.closeSubpath()
    return mark.united(tail)


def _quote(painter: QPainter, colour: QColor, place: int) -> None:
    """Two marks, one mark, two with a line below: direct, indirect, mixed, by their places."""
    kind = place % 3
    for left in (-2.1,) if kind == 1 else (-5.0, 0.8):
        painter.fillPath(_quotation_mark(left), colour)
    if kind == 2:
        painter.fillRect(QRectF(-5, 5, 10, 1.5), colour)


def _relation(painter: QPainter, colour: QColor, place: int) -> None:
    painter.setPen(QPen(colour, 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawPolyline([QPointF(-5, 0), QPointF(4.5, 0)])
    painter.drawPolyline([QPointF(1.2, -3.4), QPointF(5, 0), QPointF(1.2, 3.4)])


def _new(painter: QPainter, colour: QColor, place: int) -> None:
    painter.setPen(QPen(colour, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(0, 0), 4, 4)


def _begun(painter: QPainter, colour: QColor, place: int) -> None:
    _new(painter, colour, place)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawChord(QRectF(-4, -4, 8, 8), 180 * 16, 180 * 16)


def _done(painter: QPainter, colour: QColor, place: int) -> None:
    painter.setPen(QPen(colour, 2.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawPolyline([QPointF(-4.2, 0.2), QPointF(-1.2, 3.2), QPointF(4.4, -3.4)])


def _skipped(painter: QPainter, colour: QColor, place: int) -> None:
    painter.setPen(QPen(colour, 2.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawPolyline([QPointF(-3.5, 0), QPointF(3.5, 0)])


_SIGNS: dict[str, Callable[[QPainter, QColor, int], None]] = {
    "entity": _entity, "quote": _quote, "relation": _relation,
    "new": _new, "begun": _begun, "done": _done, "skipped": _skipped,
}  # fmt: skip
