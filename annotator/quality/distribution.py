"""Distributions of whole numbers, such as lengths: how often each occurs, and what follows of that.

What is kept grows with the number of different values, never with how many were counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import floor

from msgspec import Struct


class Distribution(Struct, frozen=True):
    """How often each value occurs: pairs `(value, count)`, values ascending, counts above 0."""

    counts: tuple[tuple[int, int], ...] = ()

    @classmethod
    def of(cls, counted: Mapping[int, int]) -> Distribution:
        """The distribution of values that were counted."""
        return cls(tuple(sorted((value, count) for value, count in counted.items() if count)))

    def __bool__(self) -> bool:
        return bool(self.counts)

    @property
    def total(self) -> int:
        """How many values were counted."""
        return sum(count for _, count in self.counts)

    @property
    def sum(self) -> int:
        """All values together."""
        return sum(value * count for value, count in self.counts)

    @property
    def mean(self) -> float | None:
        """The mean; None of nothing."""
        total = self.total
        return self.sum / total if total else None

    @property
    def smallest(self) -> int | None:
        """The smallest value; None of nothing."""
        return self.counts[0][0] if self.counts else None

    @property
    def largest(self) -> int | None:
        """The largest value; None of nothing."""
        return self.counts[-1][0] if self.counts else None

    @property
    def median(self) -> float | None:
        """The value in the middle, or the mean of the two that are; None of nothing."""
        return self.quantile(0.5)

    def quantile(self, share: float) -> float | None:
        """The value below which `share` (0 to 1) of all lie, interpolated; None of nothing.

        As in R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", 1996, type 7:
        what spreadsheets call inclusive.
        """
        total = self.total
        if not total:
            return None
        place = share * (total - 1)
        first = floor(place)
        low, high = self._ranked(first), self._ranked(min(first + 1, total - 1))
        return low + (high - low) * (place - first)

    def _ranked(self, rank: int) -> int:
        """The value at a place of the ordered list of all, from 0."""
        for value, count in self.counts:
            if rank < count:
                return value
            rank -= count
        raise IndexError(rank)


class Bin(Struct, frozen=True):
    """How many values there are from `first` to `last`, both included."""

    first: int
    last: int
    count: int


_STEPS = (1, 2, 5)


def bins(distribution: Distribution, most: int = 30) -> tuple[Bin, ...]:
    """A histogram: bins of one width (1, 2, 5, 10, 20 …), without a gap, `most` of them at most."""
    if not distribution.counts:
        return ()
    low, high = distribution.counts[0][0], distribution.counts[-1][0]
    width = bin_width(low, high, most)
    first = low // width
    found = [0] * (high // width - first + 1)
    for value, count in distribution.counts:
        found[value // width - first] += count
    return tuple(
        Bin((first + place) * width, (first + place + 1) * width - 1, count)
        for place, count in enumerate(found)
    )


def bin_width(low: int, high: int, most: int) -> int:
    """The narrowest round width with which `most` bins are enough for `low` to `high`."""
    tens = 1
    while True:
        for step in _STEPS:
            width = step * tens
            if high // width - low // width + 1 <= most:
                return width
        tens *= 10


def without_tail(distribution: Distribution, share: float = 0.99) -> tuple[Distribution, int]:
    """The distribution without its few longest values, for a picture; and how many were left out.

    Only where they are so far away that the rest would be squeezed: beyond three times the value
    below which `share` of all lie.
    """
    edge = distribution.quantile(share)
    if edge is None or (distribution.largest or 0) <= 3 * edge:
        return distribution, 0
    kept = tuple(pair for pair in distribution.counts if pair[0] <= edge)
    return Distribution(kept), distribution.total - sum(count for _, count in kept)


def summed(distributions: Iterable[Distribution]) -> Distribution:
    """All of them counted together."""
    counted: dict[int, int] = {}
    for one in distributions:
        for value, count in one.counts:
            counted[value] = counted.get(value, 0) + count
    return Distribution.of(counted)
