"""The geometry of one piece of text: its lines, and where each letter lies in them.

Offsets are code points of the piece, `y` counts from its top and rows from 0. Must not know what
is annotated: nothing here depends on marks, so marks never move a letter.

A `QTextLine` dies with its `QTextLayout` and then takes the process along: none leaves this module,
and each is used while the layout is held by `self`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTextLayout, QTextLine, QTextOption

from annotator.desktop.article.ink import Ink
from annotator.desktop.article.style import TextStyle
from annotator.text.graphemes import boundaries
from annotator.text.offsets import Utf16

TOUCHING = 0.25
"""Pixels between two letters that still count as side by side; positions are rounded to 1/64."""


class Cell(NamedTuple):
    """A letter with its marks (a grapheme cluster) and the strip of its line that it takes."""

    start: int
    end: int
    left: float
    right: float
    space: bool

    @property
    def width(self) -> float:
        """Pixels; 0 for characters that show nothing."""
        return self.right - self.left


class Run(NamedTuple):
    """Letters side by side on one row: the code points from first to last, and their strip."""

    start: int
    end: int
    left: float
    right: float


class Lines:
    """A piece, laid out: `text` is what is shown of it, broken into rows `width` pixels wide."""

    def __init__(self, text: str, rtl: bool, style: TextStyle, width: float) -> None:
        self._text = text
        self._rtl = rtl
        self._style = style
        self._width = width
        self._offsets = Utf16(text)
        self._cells: dict[int, Sequence[Cell]] = {}
        self._inks: dict[int, Ink] = {}
        self._layout = QTextLayout(text, style.font)
        self._layout.setTextOption(_option(rtl))
        self._layout.setCacheEnabled(True)
        self.rows = tuple(self._break(width))

    def _break(self, width: float) -> Iterator[tuple[int, int]]:
        """Break into rows and give the code points of each."""
        self._layout.beginLayout()
        baseline = self._style.band_top + self._style.ascent
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, baseline - line.ascent()))
            baseline += self._style.pitch
            start = line.textStart()
            yield self._offsets.point(start), self._offsets.point(start + line.textLength())
        self._layout.endLayout()

    @property
    def height(self) -> float:
        """Pixels of all rows together."""
        return len(self.rows) * self._style.pitch

    def row_of(self, position: int) -> int:
        """The row of the code point at `position`; the last one for the end of the piece."""
        for row, (_, end) in enumerate(self.rows):
            if position < end:
                return row
        return len(self.rows) - 1

    def cells(self, row: int) -> Sequence[Cell]:
        """The letters of a row in reading order."""
        found = self._cells.get(row)
        if found is None:
            found = self._cells[row] = tuple(self._measure(row))
        return found

    @cached_property
    def _edges(self) -> tuple[int, ...]:
        return boundaries(self._text)

    def _measure(self, row: int) -> Iterator[Cell]:
        line = self._layout.lineAt(row)
        first, last = self.rows[row]
        bounds = line.naturalTextRect()
        place = bounds.right() if self._rtl else bounds.left()
        for start, end in pairwise(self._edges):
            start, end = max(start, first), min(end, last)
            if start >= end:
                continue
            strip = self._strip(line, start, end)
            if strip is not None:
                place = strip[0]
            left, right = strip or (place, place)
            yield Cell(start, end, left, right, self._text[start:end].isspace())

    def _strip(self, line: QTextLine, start: int, end: int) -> tuple[float, float] | None:
        """From where to where in `line` the code points lie, None if nothing is drawn for them.

        `glyphRuns` is exact in mixed directions and inside ligatures; `cursorToX` is not.
        """
        units = self._offsets.units(start)
        runs = line.glyphRuns(units, self._offsets.units(end) - units)
        bounds = [run.boundingRect() for run in runs]
        if not bounds:
            return None
        return min(b.left() for b in bounds), max(b.right() for b in bounds)

    def runs(self, row: int, start: int, end: int) -> list[Run]:
        """Where the letters of `start:end` lie on a row, in reading order.

        Whole letters always; from the first to the last letter of each stretch, spaces inside
        included and spaces around left out, except where there is nothing else.
        """
        chosen = [cell for cell in self.cells(row) if cell.start < end and start < cell.end]
        chosen = [cell for cell in chosen if cell.width > 0] or chosen
        stretches = _side_by_side(chosen)
        trimmed = [_trim(stretch) for stretch in stretches]
        return sorted(_run(cells) for cells in (list(filter(None, trimmed)) or stretches))

    def ink(self, row: int) -> Ink:
        """Where on a row there is ink; its y is counted from the top of the piece."""
        found = self._inks.get(row)
        if found is None:
            found = self._inks[row] = Ink(self._layout.lineAt(row).glyphRuns(), self._width)
        return found

    def extent(self, row: int, start: int, end: int) -> tuple[float, float] | None:
        """From where to where the letters of `start:end` lie on a row; None if none shows.

        Much less work than `runs`, for a stretch of whole letters that is wanted in one piece.
        """
        return self._strip(self._layout.lineAt(row), start, end)

    def nearest(self, row: int, x: float) -> int | None:
        """The start of the letter on a row that lies at `x`, or nearest to it; None without any."""
        cells = self.cells(row)
        if not cells:
            return None
        return min(cells, key=lambda cell: _distance(cell, x)).start

    def draw(self, painter: QPainter, y: float, clip: QRectF) -> None:
        """Draw the rows that meet `clip` with the painter's pen; `y` is where the piece begins."""
        self._layout.draw(painter, QPointF(0, y), [], clip)


def _option(rtl: bool) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(
        Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    )
    # The direction alone does not move the text to its side.
    side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
    return option


def _side_by_side(cells: list[Cell]) -> list[list[Cell]]:
    stretches: list[list[Cell]] = []
    reach = 0.0
    for cell in sorted(cells, key=lambda cell: (cell.left, cell.right)):
        if stretches and cell.left <= reach + TOUCHING:
            stretches[-1].append(cell)
            reach = max(reach, cell.right)
        else:
            stretches.append([cell])
            reach = cell.right
    return stretches


def _trim(cells: list[Cell]) -> list[Cell]:
    letters = [index for index, cell in enumerate(cells) if not cell.space]
    return cells[letters[0] : letters[-1] + 1] if letters else []


def _run(cells: list[Cell]) -> Run:
    return Run(
        min(cell.start for cell in cells),
        max(cell.end for cell in cells),
        min(cell.left for cell in cells),
        max(cell.right for cell in cells),
    )


def _distance(cell: Cell, x: float) -> tuple[float, float]:
    """How far `x` lies outside of the cell, then from its middle: letters before empty strips."""
    outside = max(cell.left - x, x - cell.right, 0.0)
    return (outside if cell.width else outside + TOUCHING), abs(cell.left + cell.right - 2 * x)
