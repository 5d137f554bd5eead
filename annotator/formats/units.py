"""What the offsets of a file count, established from all its surfaces, and the ways to convert.

Tools count code points, UTF-16 units, bytes of UTF-8 or graphemes, and files rarely say which. A
row is never guessed at by itself: all samples of a file are looked at, and where several units fit
and would give different spans, the person is asked, with examples of what each would mark.
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
from annotator.text.offsets import Utf16, has_wide

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
    def _utf16(self) -> Utf16:
        return Utf16(self._text)

    @cached_property
    def _bytes(self) -> list[int]:
        """At index n, the bytes before code point n."""
        starts = [0]
        for char in self._text:
            starts.append(starts[-1] + len(char.encode("utf-8", "surrogatepass")))
        return starts

    @cached_property
    def _clusters(self) -> tuple[int, ...]:
        """At index n, the code point at which grapheme n begins."""
        return boundaries(self._text)

    @cached_property
    def alike(self) -> bool:
        """Whether the unit and code points are the same in this text."""
        if self._unit == "utf16":
            return not has_wide(self._text)
        if self._unit == "byte":
            return self._text.isascii()
        return self._unit == "codepoint" or len(self._clusters) == self._length + 1

    def point(self, offset: int) -> int | None:
        """The code point at `offset`; None beyond the text and in the middle of a character."""
        if self.alike:
            return offset if 0 <= offset <= self._length else None
        if self._unit == "grapheme":
            return self._clusters[offset] if 0 <= offset < len(self._clusters) else None
        if self._unit == "utf16":
            place = self._utf16.point(offset)
            within = 0 <= place <= self._length and self._utf16.units(place) == offset
            return place if within else None
        place = bisect_left(self._bytes, offset)
        return place if place <= self._length and self._bytes[place] == offset else None

    def offset(self, point: int) -> int | None:
        """The offset of code point `point`; None beyond the text and within a grapheme."""
        if not 0 <= point <= self._length:
            return None
        if self.alike:
            return point
        if self._unit == "grapheme":
            place = bisect_left(self._clusters, point)
            return place if self._clusters[place] == point else None
        return self._utf16.units(point) if self._unit == "utf16" else self._bytes[point]


_WIDE = tuple(bytes([byte]) for byte in range(0xF0, 0xF5))


def may_be_wide(json: bytes) -> bool:
    """Whether JSON may have a character beyond U+FFFF: as it is, or as two escapes."""
    return any(byte in json for byte in _WIDE) or b"\\u" in json


class Sample(NamedTuple):
    """A span as a file has it. `surface` is what the file says that it covers, None if nothing."""

    start: int
    end: int
    surface: str | None = None


class Differing(NamedTuple):
    """A span that units read differently: a piece of its text, and where each unit puts it there.

    `surface` is what the file says that it covers. Places are code points of `text`.
    """

    text: str
    places: dict[Unit, tuple[int, int]]
    surface: str | None = None


class UnitInDoubt(UserError):
    """The surfaces of a file leave open what its offsets count, or speak against every unit.

    `units` are those that it may be, `examples` some spans that they would put elsewhere.
    """

    units: tuple[Unit, ...] = ()
    examples: tuple[Differing, ...] = ()

    def among(self, units: Iterable[Unit], examples: Iterable[Differing]) -> UnitInDoubt:
        """The same, with what there is to choose from."""
        self.units, self.examples = tuple(units), tuple(examples)
        return self


_EXAMPLES = 6
_AROUND = 60
"""Code points on either side of an example."""
_LONGEST = 2000
"""Code points of an example."""


class Fitting:
    """Which units fit everything that has been seen. A sample that fits none tells nothing."""

    def __init__(self, units: Iterable[Unit] = UNITS) -> None:
        self._asked = self.units = tuple(units)
        """The units that fit all samples so far, in the order given; none if they disagree."""
        self._told_apart: set[frozenset[Unit]] = set()
        self.examples: list[Differing] = []
        """Some of the spans that units put elsewhere."""

    @property
    def asked(self) -> tuple[Unit, ...]:
        """All units that were tried."""
        return self._asked

    def differ(self, text: str) -> bool:
        """Whether spans of this text can tell anything: whether the units are not all alike."""
        return not all(Offsets(text, unit).alike for unit in self._asked)

    def see(self, text: str, samples: Iterable[Sample]) -> None:
        """Look at the spans of one text."""
        ways = {unit: Offsets(text, unit) for unit in self._asked}
        if all(way.alike for way in ways.values()):
            return
        for sample in samples:
            self._see(text, sample, ways)

    def _see(self, text: str, sample: Sample, ways: dict[Unit, Offsets]) -> None:
        places = {unit: _place(text, sample, ways[unit]) for unit in self.units}
        fitting = tuple(unit for unit, place in places.items() if place is not None)
        if fitting:
            pairs = (frozenset(pair) for pair in combinations(fitting, 2))
            apart = {pair for pair in pairs if len({places[one] for one in pair}) > 1}
            self._told_apart |= apart
            if apart or len(fitting) < len(self.units):
                self._keep(text, sample, ways)
            self.units = fitting
        elif any(_place(text, sample, way) is not None for way in ways.values()):
            self._keep(text, sample, ways)
            self.units = ()

    def _keep(self, text: str, sample: Sample, ways: dict[Unit, Offsets]) -> None:
        """Take a span for an example, if units put it elsewhere; a piece of its text is enough."""
        if len(self.examples) >= _EXAMPLES:
            return
        spots = {unit: spot for unit, way in ways.items() if (spot := _spot(sample, way))}
        longest = max((end - start for start, end in spots.values()), default=0)
        if len(set(spots.values())) < 2 or longest > _LONGEST:
            return
        first = max(0, min(start for start, _ in spots.values()) - _AROUND)
        last = max(end for _, end in spots.values()) + _AROUND
        places = {unit: (start - first, end - first) for unit, (start, end) in spots.items()}
        self.examples.append(Differing(text[first:last], places, sample.surface))

    @property
    def ambiguous(self) -> bool:
        """Whether two units that fit everything would give different spans."""
        left = set(self.units)
        return any(pair <= left for pair in self._told_apart)


def _place(text: str, sample: Sample, way: Offsets) -> tuple[int, int] | None:
    spot = _spot(sample, way)
    fits = spot and (sample.surface is None or text[slice(*spot)] == sample.surface)
    return spot if fits else None


def _spot(sample: Sample, way: Offsets) -> tuple[int, int] | None:
    start, end = way.point(sample.start), way.point(sample.end)
    return None if start is None or end is None or start > end else (start, end)


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
        raise UnitInDoubt(
            "No way of counting offsets fits all spans of this file.",
            hint="Name one, --offsets with one of {units}; rows that do not fit are then told.",
            units=", ".join(UNITS),
        ).among(fitting.asked, fitting.examples)
    if fitting.ambiguous:
        raise UnitInDoubt(
            "Offsets of this file may count {units}, which would be different spans.",
            hint=hint,
            units=", ".join(TITLES[unit] for unit in fitting.units),
            names=", ".join(fitting.units),
        ).among(fitting.units, fitting.examples)
    unit = usual if usual in fitting.units else fitting.units[0]
    if unit == usual:
        return unit, None
    return unit, Remark("Its offsets count {unit}, as its surfaces tell.", {"unit": TITLES[unit]})
