"""Days become periods without losing or doubling any, and time has no gaps."""

from __future__ import annotations

import datetime
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from annotator.quality.periods import periods

DAYS = st.lists(
    st.tuples(st.dates(), st.tuples(st.integers(0, 99), st.integers(0, 99))), max_size=20
)
NEAR = st.lists(
    st.tuples(
        st.dates(datetime.date(2025, 11, 1), datetime.date(2027, 2, 1)),
        st.tuples(st.integers(0, 99), st.integers(0, 99)),
    ),
    max_size=20,
)
UNITS = st.sampled_from(("day", "week", "month", "year"))


@given(NEAR, UNITS)
def test_nothing_is_lost_and_no_time_is_left_out(days, finest) -> None:  # type: ignore[no-untyped-def]
    found = periods(days, finest)
    assert len(found) <= 62
    for place in (0, 1):
        assert sum(one.counts[place] for one in found) == sum(one[1][place] for one in days)
    order = ("day", "week", "month", "year")
    assert all(order.index(one.unit) >= order.index(finest) for one in found)
    gaps = {"day": (1, 1), "week": (7, 7), "month": (28, 31), "year": (365, 366)}
    for one, other in pairwise(found):
        low, high = gaps[one.unit]
        assert low <= (other.first - one.first).days <= high
    for one in found:
        assert one.unit != "week" or one.first.weekday() == 0
        assert one.first.isoformat().startswith(one.name)


@given(DAYS)
def test_any_dates_make_some_row(days) -> None:  # type: ignore[no-untyped-def]
    found = periods(days)
    assert bool(found) == bool(days)
    assert len(found) <= 62


def test_few_days_stay_days() -> None:
    one, other = datetime.date(2026, 2, 27), datetime.date(2026, 3, 2)
    found = periods([(other, (2,)), (one, (1,)), (other, (3,))])
    assert [(part.name, part.counts) for part in found] == [
        ("2026-02-27", (1,)), ("2026-02-28", (0,)), ("2026-03-01", (0,)), ("2026-03-02", (5,)),
    ]  # fmt: skip
