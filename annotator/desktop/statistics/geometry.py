"""From numbers to rectangles, for every kind of chart. Pure: no fonts, no painter, no colours.

All is in device-independent pixels from the top left corner. Lines begin on the left; `mirrored`
turns the finished places round for languages from right to left, where bars grow from the right
and time runs leftwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

ROW = 30
"""The height of a row of bars."""
BAR = 14
"""The thickness of a bar."""
PLOT = 132
"""The height of columns, without what is written above and below them."""
ABOVE, MARKED, BELOW = 22, 40, 26
"""Room over columns for their numbers, over bins for the name of the median too, and under both
for names."""
WIDEST = 44
SIDE = 12
GAP = 12
SIGN = 24
LEAST_TITLE, MOST_TITLE = 90, 300


class Box(NamedTuple):
    """A rectangle."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its other side."""
        return self.left + self.width

    def turned(self, width: float) -> Box:
        """The same seen in a mirror that is `width` wide."""
        return self._replace(left=width - self.left - self.width)


class Lines(NamedTuple):
    """The columns of a chart of bars: where in each row signs, titles, numbers, bars, details go.

    Only lefts and widths count.
    """

    sign: Box
    title: Box
    number: Box
    track: Box
    detail: Box


def lines(width: float, titles: float, numbers: float, details: float, *, signs: bool) -> Lines:
    """Share a width out, given the widest title, number and detail. The bars get the rest."""
    room = width - 2 * SIDE - (SIGN if signs else 0)
    number = numbers + GAP
    detail = details + GAP if details else 0.0
    most = max(LEAST_TITLE, min(MOST_TITLE, room * 0.46))
    title = min(titles + 2, most, max(0.0, room - number))
    if room - title - number - detail < 40:
        detail = 0.0
    left = float(SIDE)
    found = []
    track = max(0.0, room - title - number - detail - GAP)
    for part in (SIGN if signs else 0, title, number, GAP, track, detail):
        found.append(Box(left, 0, part, 0))
        left += part
    sign, title_box, number_box, _, track_box, detail_box = found
    return Lines(sign, title_box, number_box, track_box, detail_box)


def mirrored(found: Lines, width: float) -> Lines:
    """The same from right to left."""
    return Lines(*(box.turned(width) for box in found))


def row(place: int, width: float) -> Box:
    """The whole row at a place, from 0."""
    return Box(0, place * ROW, width, ROW)


def bar(track: Box, place: int, value: float, most: float, *, right: bool = False) -> Box:
    """The bar of a value, in the row at a place, where `most` fills the track.

    It begins at the track's left, or at its right. What is not nothing can be seen.
    """
    long = track.width * value / most if most > 0 else 0.0
    long = max(long, 2.0) if value > 0 else 0.0
    left = track.right - long if right else track.left
    return Box(left, place * ROW + (ROW - BAR) / 2, long, BAR)


def along(track: Box, value: float, most: float, *, right: bool = False) -> float:
    """Where a value is on the track, which ends at `most`."""
    share = min(1.0, value / most) if most > 0 else 0.0
    return track.right - track.width * share if right else track.left + track.width * share


class Columns(NamedTuple):
    """Columns side by side: the slot of each, the column in it, and the line they stand on."""

    slots: tuple[Box, ...]
    bars: tuple[Box, ...]
    base: float


def columns(
    values: Sequence[float], width: float, *, right: bool = False, joined: bool = False
) -> Columns:
    """Columns of a width; `joined` ones leave no gap, as the bins of a histogram do."""
    count, most = len(values), max(values, default=0)
    room = width - 2 * SIDE
    slot = room / count if count else room
    slot = min(slot, WIDEST if joined else WIDEST * 1.6)
    thick = max(1.0, slot - 1 if joined else min(WIDEST, slot * 0.72))
    base = (MARKED if joined else ABOVE) + PLOT
    slots, bars = [], []
    for place, value in enumerate(values):
        left = SIDE + place * slot
        long = PLOT * value / most if most > 0 else 0.0
        long = max(long, 2.0) if value > 0 else 0.0
        slots.append(Box(left, 0, slot, base))
        bars.append(Box(left + (slot - thick) / 2, base - long, thick, long))
    if right:
        slots = [box.turned(width) for box in slots]
        bars = [box.turned(width) for box in bars]
    return Columns(tuple(slots), tuple(bars), base)


def spaced(widths: Sequence[float], slot: float, gap: float = 10) -> list[int]:
    """Which names of columns can be written below them without touching, at even steps."""
    if not widths:
        return []
    step, widest = 1, max(widths) + gap
    while step * slot < widest:
        step += 1
    return list(range(0, len(widths), step))


def height(kind: str, count: int) -> int:
    """How tall a chart of so many rows is."""
    if kind in ("bars", "ranges"):
        return count * ROW
    return (MARKED if kind == "histogram" else ABOVE) + PLOT + BELOW


def on_scale(
    value: float, edges: Sequence[tuple[int, int]], slots: Sequence[Box], *, right: bool = False
) -> float | None:
    """Where a value lies on a histogram whose bins hold `edges`, first and last included.

    The middle of a bin one wide is its value. None if it lies in no bin.
    """
    for (first, last), box in zip(edges, slots, strict=True):
        if first - 0.5 <= value < last + 0.5:
            share = (value - first + 0.5) / (last - first + 1)
            return box.right - box.width * share if right else box.left + box.width * share
    return None
