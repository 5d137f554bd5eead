"""Where chips stand: on the shoulder of their box, off the letters, and off each other."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF

from annotator.desktop.article.display import reads_leftwards
from annotator.desktop.article.layout import Box, Line
from annotator.desktop.article.scene import Stage, pixels

_SHIFTS = 6
_OVERHANG = 18.0
"""How far a chip may stand out of the column on the side where lines end."""


def continued(caption: str) -> str:
    """The caption of what began further up."""
    # The mark gives the dots the side on which an Arabic caption begins.
    return f"\u200f…{caption}" if reads_leftwards(caption) else f"…{caption}"


def seen_first(stage: Stage, boxes: Sequence[Box]) -> int:
    """Which of an annotation's boxes has its chip: the first that shows above its letters."""
    room = stage.scene.top + stage.chip_height
    return next((n for n, box in enumerate(boxes) if box.rect.top() >= room), 0)


def place(stage: Stage, box: Box, drawn: QRectF, width: float, *, nested: bool) -> QRectF:
    """Where the chip of `box`, drawn as `drawn`, stands: above, or below if it is nested.

    Where a chip, or a letter of another line is, in the other place or further along.
    """
    first: QRectF | None = None
    left = drawn.right() - width if box.rtl else drawn.left()
    for shift in _shifts(width, box.rtl):
        x = min(max(left + shift, -_OVERHANG), stage.layout.width + _OVERHANG - width)
        for below in (nested, not nested):
            y = _below(stage, box, drawn, x, width) if below else _above(stage, box, x, width)
            rect = QRectF(x, y, width, stage.chip_height)
            first = first or rect
            if stage.is_free(rect) and not _on_letters(stage, box.line, rect, below=below):
                return rect
    assert first is not None
    return first


def _above(stage: Stage, box: Box, x: float, width: float) -> float:
    """The top of a chip that stands on the band, or on what towers above it."""
    ink = stage.layout.ink_top(box.line, x, x + width)
    bottom = min(pixels(box.rect).top() + 1, ink)
    return math.floor(bottom) - stage.chip_height


def _below(stage: Stage, box: Box, drawn: QRectF, x: float, width: float) -> float:
    """The top of a chip that hangs from the box, or from what reaches below it."""
    ink = stage.layout.ink_bottom(box.line, x, x + width)
    return math.ceil(max(min(drawn.bottom() - 3, pixels(box.rect).bottom() - 4), ink))


def _on_letters(stage: Stage, line: Line, rect: QRectF, *, below: bool) -> bool:
    """Whether the chip reaches into the letters of the next line on its side."""
    lines = stage.lines
    index = bisect_left(lines, line) + (1 if below else -1)
    if not 0 <= index < len(lines):
        return False
    other, left, right = lines[index], rect.left(), rect.right()
    if below:
        return rect.bottom() > stage.layout.ink_top(other, left, right)
    return rect.top() < stage.layout.ink_bottom(other, left, right)


def _shifts(width: float, rtl: bool) -> Iterator[float]:
    yield 0.0
    step = max(8.0, width / 2)
    for count in range(1, _SHIFTS + 1):
        yield -count * step if rtl else count * step
