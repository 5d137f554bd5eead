"""Distributions agree with what Python's own statistics say of the same numbers, and lose none."""

from __future__ import annotations

import statistics
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.quality.distribution import Distribution, bin_width, bins, summed, without_tail

VALUES = st.lists(st.integers(0, 5000), min_size=1, max_size=60)


def of(values: list[int]) -> Distribution:
    return Distribution.of(Counter(values))


@given(VALUES)
def test_quartiles_median_and_mean_are_those_of_all_values(values: list[int]) -> None:
    found = of(values)
    assert (found.total, found.sum) == (len(values), sum(values))
    assert (found.smallest, found.largest) == (min(values), max(values))
    assert found.mean == pytest.approx(statistics.fmean(values))
    assert found.median == pytest.approx(statistics.median(values))
    if len(values) > 1:
        quartiles = statistics.quantiles(values, n=4, method="inclusive")
        assert [found.quantile(share) for share in (0.25, 0.5, 0.75)] == pytest.approx(quartiles)


@given(VALUES, st.integers(1, 40))
def test_a_histogram_holds_every_value_once(values: list[int], most: int) -> None:
    found = bins(of(values), most)
    assert sum(one.count for one in found) == len(values)
    assert len(found) <= most
    assert found[0].first <= min(values) <= found[0].last
    assert found[-1].first <= max(values) <= found[-1].last
    for one, other in pairwise(found):
        assert one.last + 1 == other.first
    for one in found:
        assert one.count == sum(one.first <= value <= one.last for value in values)


@given(st.lists(VALUES, max_size=4))
def test_distributions_add_up(parts: list[list[int]]) -> None:
    assert summed(map(of, parts)) == of([value for part in parts for value in part])


@given(VALUES)
def test_a_tail_that_is_left_out_is_counted(values: list[int]) -> None:
    kept, left = without_tail(of(values))
    assert kept.total + left == len(values)
    assert left < len(values)


def test_nothing_has_no_median_and_no_histogram() -> None:
    nothing = Distribution()
    assert not nothing
    assert (nothing.median, nothing.mean, nothing.smallest, nothing.largest) == (None,) * 4
    assert bins(nothing) == ()
    assert without_tail(nothing) == (nothing, 0)


def test_widths_are_round() -> None:
    assert bin_width(1, 10, 30) == 1
    assert bin_width(0, 200, 30) == 10
    assert bin_width(150, 240, 20) == 5
