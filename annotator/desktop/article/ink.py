"""How far the ink of one row of text reaches up and down, column by column.

Rectangles of letters are as high as their line for every letter; chips and arcs that must not
cover a stacked shadda or a deep tail ask here.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QGlyphRun

_STEP = 4.0
"""Pixels of a column."""


class Ink:
    """The ink of a row from x 0 to `width`; y is where the glyph runs have it."""

    __slots__ = ("_bottoms", "_last", "_tops")

    def __init__(self, runs: Iterable[QGlyphRun], width: float) -> None:
        self._last = max(0, int(width / _STEP))
        self._tops = [math.inf] * (self._last + 1)
        self._bottoms = [-math.inf] * (self._last + 1)
        for run in runs:
            raw, known = run.rawFont(), dict[int, QRectF]()
            for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True):
                if glyph not in known:
                    known[glyph] = raw.boundingRect(glyph)
                if not known[glyph].isEmpty():
                    self._add(known[glyph].translated(place))

    def _add(self, box: QRectF) -> None:
        top, bottom = box.top(), box.bottom()
        tops, bottoms = self._tops, self._bottoms
        for column in range(*self._columns(box.left(), box.right())):
            tops[column] = min(top, tops[column])
            bottoms[column] = max(bottom, bottoms[column])

    def top(self, left: float, right: float) -> float:
        """The highest ink between two x; infinity where there is none."""
        return min(self._tops[slice(*self._columns(left, right))])

    def bottom(self, left: float, right: float) -> float:
        """The lowest ink between two x; minus infinity where there is none."""
        return max(self._bottoms[slice(*self._columns(left, right))])

    def _columns(self, left: float, right: float) -> tuple[int, int]:
        """From where to where, at least one: what lies beyond the row counts to its ends."""
        first = min(max(0, int(left / _STEP)), self._last)
        return first, min(max(first, int(right / _STEP)), self._last) + 1
