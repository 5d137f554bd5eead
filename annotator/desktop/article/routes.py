"""Ways between boxes that keep off the text: over a line, through the gaps, down the margin.

Geometry alone: points and rectangles in, ways out. A `ceiling` is the y that the chips above a line
reach up to: level stretches stay above it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

_BEND = 7.0
_ARROW = 7.0

Way = list[QPointF]
"""Corners from one end to the other; every stretch is horizontal or vertical."""


def over(start: QPointF, end: QPointF, ceiling: float, lift: float) -> Way:
    """Up from the one, along above both, and down to the other, on one line."""
    y = ceiling - lift
    return [start, QPointF(start.x(), y), QPointF(end.x(), y), end]


def between(upper: QPointF, lower: QPointF, level: float) -> Way:
    """From below the upper box at `level` through the one gap between it and the lower one."""
    return [upper, QPointF(upper.x(), level), QPointF(lower.x(), level), lower]


def around(upper: QPointF, lower: QPointF, out: float, back: float, margin: float) -> Way:
    """From below the upper box to the margin, down beside the lines between, and in again."""
    return [
        upper,
        QPointF(upper.x(), out),
        QPointF(margin, out),
        QPointF(margin, back),
        QPointF(lower.x(), back),
        lower,
    ]


def away(start: QPointF, level: float, margin: float, edge: float) -> Way:
    """From a box at `level` to the margin, and along it to `edge`: the other end lies beyond."""
    return [start, QPointF(start.x(), level), QPointF(margin, level), QPointF(margin, edge)]


def rounded(way: Way) -> QPainterPath:
    """The way with its corners rounded as far as its stretches allow."""
    path = QPainterPath(way[0])
    for before, corner, after in zip(way, way[1:], way[2:], strict=False):
        path.lineTo(_towards(corner, before))
        path.quadTo(corner, _towards(corner, after))
    path.lineTo(way[-1])
    return path


def _towards(corner: QPointF, other: QPointF) -> QPointF:
    line = QLineF(corner, other)
    if line.length() > 0:
        line.setLength(min(_BEND, line.length() / 2))
    return line.p2()


def arrow(tip: QPointF, before: QPointF) -> QPolygonF:
    """An arrow head at `tip` of a way that comes from `before`."""
    angle = math.atan2(tip.y() - before.y(), tip.x() - before.x())
    turns = (angle + 0.45, angle - 0.45)
    sides = [tip - QPointF(math.cos(turn), math.sin(turn)) * _ARROW for turn in turns]
    return QPolygonF([tip, *sides])


def longest_level(way: Way) -> QLineF:
    """The longest horizontal stretch: where a caption reads best."""
    return max(
        (QLineF(one, other) for one, other in pairwise(way)),
        key=lambda line: abs(line.dx()),
    )


def exit_below(box: QRectF, taken: Sequence[QRectF], clear: float) -> QPointF:
    """A point on the lower edge of `box` with no chip below it, as near its middle as may be.

    Where chips take all of the edge: below the chip in the middle. `clear` is how many pixels
    beside a chip and below the box must be free.
    """
    middle, bottom = box.center().x(), box.bottom()
    half = max(0.0, box.width() / 2 - clear)
    steps = [half * step / 8 for step in range(9)]
    for x in (middle + side * step for step in steps for side in (-1, 1)):
        if not any(_under(chip, x, bottom, clear) for chip in taken):
            return QPointF(x, bottom)
    lowest = max(chip.bottom() for chip in taken if _under(chip, middle, bottom, clear))
    return QPointF(middle, lowest)


def _under(chip: QRectF, x: float, bottom: float, clear: float) -> bool:
    across = chip.left() - clear < x < chip.right() + clear
    return across and chip.top() < bottom + clear and chip.bottom() > bottom
