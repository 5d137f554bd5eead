"""What the offsets of a file count, established from all its surfaces, and the ways to convert.

Tools count code points, UTF-16 units, bytes of UTF-8 or graphemes, and files rarely say which. A
row is never guessed at by itself: all samples of a file are looked at, and where several units fit
and would give different spans, the person is asked.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property
from itertools import combinations
from typing import NamedTuple

from annotator.errors import UserError
from annotator.formats.base import UNITS, Remark, Unit
from annotator.text.graphemes import boundaries
from annotator.text.offsets import Utf16

TITLES: dict[Unit, str] = {
    "codepoint": "code points",
    "utf16": "UTF-16 units",
    "byte": "bytes of UTF-8",
    "grapheme": "graphemes",
}


class Offsets:
    """Converts offsets into one text between code points and a unit, both ways and exactly."""

    def __init__(self, text: str, unit: Unit) -> None:
        self._length = len(text)
        self._text = text
        self._unit = unit

    @cached_property
    def _starts(self) -> list[int] | None:
        """At index n, the offset in the unit of code point n; None where both are the same."""
        if self._unit == "codepoint" or (self._unit == "byte" and self._text.isascii()):
            return None
        if self._unit == "utf16":
            utf16 = Utf16(self._text)
            plain = not self._text or max(self._text) <= "\uffff"
            return None if plain else [utf16.units(n) for n in range(self._length + 1)]
        if self._unit == "byte":
            starts = [0]
            for char in self._text:
                starts.append(starts[-1] + len(char.encode("utf-8", "surrogatepass")))
            return starts
        return None

    @cached_property
    def _clusters(self) -> tuple[int, ...]:
        """At index n, the code point at which grapheme n begins."""
        return boundaries(self._text)

    def point(self, offset: int) -> int | None:
        """The code point at `offset`; None beyond the text and in the middle of a character."""
        if self._unit == "grapheme":
            return self._clusters[offset] if 0 <= offset < len(self._clusters) else None
        starts = self._starts
        if starts is None:
            return offset if 0 <= offset <= self._length else None
        place = bisect_left(starts, offset)
        return place if place < len(starts) and starts[place] == offset else None

    def offset(self, point: int) -> int | None:
        """The offset of code point `point`; None beyond the text and within a grapheme."""
        if not 0 <= point <= self._length:
            return None
        if self._unit == "grapheme":
            place = bisect_left(self._clusters, point)
            return place if self._clusters[place] == point else None
        return point if self._starts is None else self._starts[point]


class Sample(NamedTuple):
    """A span as a file has it. `surface` is what the file says that it covers, None if nothing."""

    start: int
    end: int
    surface: str | None = None


class Fitting:
    """Which units fit everything that has been seen. A sample that fits none tells nothing."""

    def __init__(self, units: Iterable[Unit] = UNITS) -> None:
        self._asked = self.units = tuple(units)
        """The units that fit all samples so far, in the order given; none if they disagree."""
        self._told_apart: set[frozenset[Unit]] = set()

    def see(self, text: str, samples: Iterable[Sample]) -> None:
        """Look at the spans of one text."""
        ways = {unit: Offsets(text, unit) for unit in self._asked}
        for sample in samples:
            self._see(text, sample, ways)

    def _see(self, text: str, sample: Sample, ways: dict[Unit, Offsets]) -> None:
        places = {unit: _place(text, sample, ways[unit]) for unit in self.units}
        fitting = tuple(unit for unit, place in places.items() if place is not None)
        if fitting:
            pairs = (frozenset(pair) for pair in combinations(fitting, 2))
            self._told_apart |= {pair for pair in pairs if len({places[one] for one in pair}) > 1}
            self.units = fitting
        elif any(_place(text, sample, way) is not None for way in ways.values()):
            self.units = ()

    @property
    def ambiguous(self) -> bool:
        """Whether two units that fit everything would give different spans."""
        left = set(self.units)
        return any(pair <= left for pair in self._told_apart)


def _place(text: str, sample: Sample, way: Offsets) -> tuple[int, int] | None:
    start, end = way.point(sample.start), way.point(sample.end)
    if start is None or end is None or start > end:
        return None
    fits = sample.surface is None or text[start:end] == sample.surface
    return (start, end) if fits else None


def settled(
    fitting: Fitting,
    named: Unit | None,
    usual: Unit,
    hint: str = "Name one: --offsets with one of {names}.",
) -> tuple[Unit, Remark | None]:
    """The unit of a file, and a remark where it is not the usual one of the format.

    `named` is what the person says; it is taken as it is. Raises UserError where the samples speak
    against every unit, or leave it open; `hint` then says how to know it.
    """
    if named is not None:
        return named, None
    if not fitting.units:
        raise UserError(
            "No way of counting offsets fits all spans of this file.",
            hint="Name one, --offsets with one of {units}; rows that do not fit are then told.",
            units=", ".join(UNITS),
        )
    if fitting.ambiguous:
        raise UserError(
            "Offsets of this file may count {units}, which would be different spans.",
            hint=hint,
            units=", ".join(TITLES[unit] for unit in fitting.units),
            names=", ".join(fitting.units),
        )
    unit = usual if usual in fitting.units else fitting.units[0]
    if unit == usual:
        return unit, None
    return unit, Remark("Its offsets count {unit}, as its surfaces tell.", {"unit": TITLES[unit]})
