"""Where the letters of a text are: code points to rectangles and back, and drawing the text.

Knows text and nothing else: no annotations, no project, no widget. Coordinates are pixels of the
text column: x from its left edge, y from the top of the article.

Laying out is lazy. A piece (see `display`) has an estimated height until something in it is asked
for; then everything below it may move. Rectangles hold until `revision` changes; what must not
move on the screen is kept as a `Place`, which does not depend on estimates.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from annotator.desktop.article.display import Piece, pieces, substitute
from annotator.desktop.article.heights import Heights
from annotator.desktop.article.lines import Cell, Lines
from annotator.desktop.article.style import TextStyle

__all__ = ["ArticleLayout", "Box", "Line", "Place", "TextStyle"]

# The mean advance of Amiri in Arabic news, in multiples of the size; for estimates only.
_MEAN_ADVANCE = 0.385
_KEPT = 256
_BOXES_KEPT = 4096


class Line(NamedTuple):
    """A line of the article: a piece of the text and a row of it. Ordered as they are read."""

    piece: int
    row: int


class Place(NamedTuple):
    """A place in the article that stays what it is while estimates change: pixels below a line."""

    line: Line
    below: float


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle around letters side by side on one line, of height ascent + descent.

    `start` and `end` are the code points of its letters, `rtl` the direction of its paragraph,
    `first` and `last` tell whether the range begins and ends here.
    """

    rect: QRectF
    line: Line
    start: int
    end: int
    rtl: bool
    first: bool
    last: bool


class ArticleLayout:
    """The text of one article in a column `width` pixels wide."""

    def __init__(
        self, text: str, style: TextStyle, width: float, cut: tuple[Piece, ...] | None = None
    ) -> None:
        """`cut` are the pieces of the text, from a layout of the same one, if there is any."""
        self.text = text
        self.style = style
        self.width = width
        self.pieces: tuple[Piece, ...] = cut or tuple(pieces(text))
        self.revision = 0
        self._boxes_kept: dict[tuple[int, int], list[Box]] = {}
        self._boxes_revision = 0
        self._starts = [piece.start for piece in self.pieces]
        self._heights = Heights(map(self._estimate, self.pieces))
        self._known = bytearray(len(self.pieces))
        # Layouts in order of use; what was laid out once keeps its height when it is dropped.
        self._lines: OrderedDict[int, Lines] = OrderedDict()

    # Laying out

    def _estimate(self, piece: Piece) -> float:
        advance = (piece.stop - piece.start) * _MEAN_ADVANCE * self.style.size
        rows = max(1, math.ceil(advance / max(1.0, self.width)))
        return self._height(piece, rows * self.style.pitch)

    def _height(self, piece: Piece, rows: float) -> float:
        return (self.style.blank if piece.blank else rows) + (self.style.gap if piece.closes else 0)

    def _laid(self, index: int) -> Lines:
        """The lines of a piece, laid out now if they are not."""
        lines = self._lines.get(index)
        if lines is not None:
            self._lines.move_to_end(index)
            return lines
        piece = self.pieces[index]
        shown = substitute(self.text[piece.start : piece.stop])
        lines = self._lines[index] = Lines(shown, piece.rtl, self.style, self.width)
        if not self._known[index]:
            self._known[index] = 1
            height = self._height(piece, lines.height)
            if height != self._heights[index]:
                self._heights[index] = height
                self.revision += 1
        if len(self._lines) > _KEPT:
            self._lines.popitem(last=False)
        return lines

    def lay_out_all(self) -> None:
        """Lay out every piece, so that no height is an estimate any more."""
        for index in range(len(self.pieces)):
            self._laid(index)

    # Lines

    @property
    def height(self) -> float:
        """Pixels of the whole article, partly estimated."""
        return self._heights.total

    @property
    def pitch(self) -> float:
        """Pixels from a line to the next within a paragraph."""
        return self.style.pitch

    def _piece_of(self, position: int) -> int:
        return max(0, bisect_right(self._starts, position) - 1)

    def line_at(self, position: int) -> Line:
        """The line of the code point at `position`."""
        index = self._piece_of(position)
        return Line(index, self._laid(index).row_of(position - self._starts[index]))

    def line_range(self, line: Line) -> tuple[int, int]:
        """The code points `(start, end)` that are shown on a line."""
        start, end = self._laid(line.piece).rows[line.row]
        return self._starts[line.piece] + start, self._starts[line.piece] + end

    def band(self, line: Line) -> QRectF:
        """The rectangle that the letters of a line lie in, as wide as the column."""
        return QRectF(0, self._top(line) + self.style.band_top, self.width, self.style.band)

    def _top(self, line: Line) -> float:
        self._laid(line.piece)
        return self._heights.before(line.piece) + line.row * self.style.pitch

    def line_near(self, y: float) -> Line:
        """The line at `y`, the first or last one when `y` is beyond."""
        index = self._heights.at(max(0.0, y))
        lines = self._laid(index)
        row = int((y - self._heights.before(index)) // self.style.pitch)
        return Line(index, min(max(row, 0), len(lines.rows) - 1))

    def neighbour(self, line: Line, step: int) -> Line | None:
        """The next (`step` 1) or previous (-1) line that shows letters; None at the ends."""
        index, row = line.piece, line.row + step
        while not 0 <= row < len(self._laid(index).rows) or self.pieces[index].blank:
            index += step
            if not 0 <= index < len(self.pieces):
                return None
            row = 0 if step > 0 else len(self._laid(index).rows) - 1
        return Line(index, row)

    # From code points to places

    def rects(self, start: int, end: int) -> list[Box]:
        """The boxes of the letters of `start:end`: one for each line and each stretch on it.

        Grows to whole letters (grapheme clusters). In reading order. Nothing for line ends alone.
        Remembered, since a screen asks for nearly the same ones again after every key; treat the
        rectangles as values.
        """
        if self._boxes_revision != self.revision or len(self._boxes_kept) > _BOXES_KEPT:
            self._boxes_kept.clear()
            self._boxes_revision = self.revision
        kept = self._boxes_kept.get((start, end))
        if kept is None:
            kept = self._find_boxes(start, end)
            # Laying out for it may have moved what was remembered before.
            if self._boxes_revision == self.revision:
                self._boxes_kept[start, end] = kept
        return list(kept)

    def _find_boxes(self, start: int, end: int) -> list[Box]:
        first, last = self._piece_of(start), self._piece_of(max(start, end - 1))
        for index in range(first, last + 1):
            self._laid(index)
        boxes = [box for index in range(first, last + 1) for box in self._boxes(index, start, end)]
        if boxes:
            boxes[0] = _replace_ends(boxes[0], first=True, last=len(boxes) == 1)
            boxes[-1] = _replace_ends(boxes[-1], first=len(boxes) == 1, last=True)
        return boxes

    def _boxes(self, index: int, start: int, end: int) -> Iterator[Box]:
        piece = self.pieces[index]
        start, end = max(start, piece.start) - piece.start, min(end, piece.stop) - piece.start
        if start >= end:
            return
        lines = self._laid(index)
        for row in range(lines.row_of(start), lines.row_of(end - 1) + 1):
            line = Line(index, row)
            band = self.band(line)
            for run in lines.runs(row, start, end):
                rect = QRectF(run.left, band.top(), run.right - run.left, band.height())
                first, last = piece.start + run.start, piece.start + run.end
                yield Box(rect, line, first, last, piece.rtl, first=False, last=False)

    def ink_top(self, line: Line, left: float, right: float) -> float:
        """The y of the highest ink of a line between two x; infinite where there is none."""
        ink = self._laid(line.piece).ink(line.row)
        return self._heights.before(line.piece) + ink.top(left, right)

    def ink_bottom(self, line: Line, left: float, right: float) -> float:
        """The y of the lowest ink of a line between two x; minus infinite where there is none."""
        ink = self._laid(line.piece).ink(line.row)
        return self._heights.before(line.piece) + ink.bottom(left, right)

    def cell(self, position: int) -> Cell | None:
        """The letter that holds the code point at `position`; None for a line end."""
        index = self._piece_of(position)
        local = position - self._starts[index]
        lines = self._laid(index)
        for cell in lines.cells(lines.row_of(local)):
            if cell.start <= local < cell.end:
                return cell
        return None

    def x_of(self, position: int) -> float:
        """The middle of the letter at `position`; the side where the line begins for a line end."""
        cell = self.cell(position)
        if cell is None:
            return self.width if self.pieces[self._piece_of(position)].rtl else 0.0
        return (cell.left + cell.right) / 2

    # From places to code points

    def hit(self, x: float, y: float) -> int:
        """The code point where the letter at the point begins, else the nearest on that line."""
        return self._nearest(self.line_near(y), x)

    def _nearest(self, line: Line, x: float) -> int:
        local = self._laid(line.piece).nearest(line.row, x)
        return self._starts[line.piece] + (local or 0)

    def above(self, position: int, x: float | None = None) -> int:
        """The letter on the line above at the same place, or at `x`; `position` on the first."""
        return self._beside(position, -1, x)

    def below(self, position: int, x: float | None = None) -> int:
        """The letter on the line below at the same place, or at `x`; `position` on the last."""
        return self._beside(position, 1, x)

    def _beside(self, position: int, step: int, x: float | None) -> int:
        line = self.neighbour(self.line_at(position), step)
        if line is None:
            return position
        return self._nearest(line, self.x_of(position) if x is None else x)

    def lines_between(self, top: float, bottom: float) -> list[Line]:
        """The lines that meet `top:bottom`. Laid out from `top` on, what is there stays there."""
        line = self.line_near(top)
        index, first = line.piece, line.row
        found: list[Line] = []
        while index < len(self.pieces):
            y = self._heights.before(index)
            if y >= bottom and found:
                break
            count = len(self._laid(index).rows)
            last = min(count, max(first + 1, math.ceil((bottom - y) / self.style.pitch)))
            found.extend(Line(index, row) for row in range(first, last))
            index, first = index + 1, 0
        return found

    def visible_range(self, top: float, bottom: float) -> tuple[int, int]:
        """The code points `(start, end)` of the lines that meet `top:bottom`."""
        lines = self.lines_between(top, bottom)
        return self.line_range(lines[0])[0], self.line_range(lines[-1])[1]

    # Places that stay

    def place_at(self, y: float) -> Place:
        """The place at `y`, whose piece is laid out for it."""
        line = self.line_near(y)
        return Place(line, y - self._top(line))

    def y_of(self, place: Place) -> float:
        """Where a place is, as far as is known now."""
        return self._top(place.line) + place.below

    def moved(self, place: Place, pixels: float) -> Place:
        """The place `pixels` below (or above, when negative) `place`.

        Lays out what is between the two, so that the way on the screen is exactly as long.
        """
        line = place.line
        self._laid(line.piece)
        while True:
            y = self.y_of(place) + pixels
            target = self._heights.at(min(max(y, 0.0), self.height))
            span = range(min(target, line.piece), max(target, line.piece) + 1)
            unknown = [index for index in span if not self._known[index]]
            if not unknown:
                return self.place_at(y)
            # The nearest first: what lies beyond may prove to be out of reach.
            self._laid(unknown[0] if pixels > 0 else unknown[-1])

    # Drawing

    def draw(self, painter: QPainter, top: float, bottom: float) -> None:
        """Draw the text that meets `top:bottom` with the painter's pen, and nothing else."""
        lines = self.lines_between(top, bottom)
        clip = QRectF(-self.width, top, 3 * self.width, bottom - top)
        for index in range(lines[0].piece, lines[-1].piece + 1):
            if not self.pieces[index].blank:
                self._laid(index).draw(painter, self._heights.before(index), clip)


def _replace_ends(box: Box, *, first: bool, last: bool) -> Box:
    return Box(box.rect, box.line, box.start, box.end, box.rtl, first, last)
