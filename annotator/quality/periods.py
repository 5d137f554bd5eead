"""Days gathered into periods that a picture has room for: days, weeks, months or years in a row.

No period is left out where nothing happened: time passes evenly.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from msgspec import Struct

Unit = Literal["day", "week", "month", "year"]
_MOST = 62
_ONE = datetime.timedelta(days=1)
Date = datetime.date


class Period(Struct, frozen=True):
    """A day, a week (by its Monday), a month or a year, by its first day, and what was counted."""

    unit: Unit
    first: datetime.date
    counts: tuple[int, ...]

    @property
    def name(self) -> str:
        """`2026-03-01` for a day or a week, `2026-03` for a month, `2026` for a year."""
        return self.first.isoformat()[: {"month": 7, "year": 4}.get(self.unit, 10)]


def _week(day: Date) -> Date:
    return max(Date.min, day - _ONE * day.weekday()) if day.toordinal() > 7 else Date.min


_STARTS: dict[Unit, Callable[[Date], Date]] = {
    "day": lambda day: day,
    "week": _week,
    "month": lambda day: day.replace(day=1),
    "year": lambda day: day.replace(month=1, day=1),
}


def _next(unit: Unit, first: Date) -> Date:
    if unit in ("day", "week"):
        return first + _ONE * (1 if unit == "day" else 7)
    month = first.month % 12 + 1 if unit == "month" else 1
    return Date(first.year + (unit == "year" or month == 1), month, 1)


def _row(unit: Unit, first: Date, last: Date) -> Iterator[Date]:
    while first <= last:
        yield first
        if first.year >= Date.max.year:
            return
        first = _next(unit, first)


def periods(
    days: Iterable[tuple[Date, tuple[int, ...]]], finest: Unit = "day", most: int = _MOST
) -> tuple[Period, ...]:
    """The counts of days, added up in the finest unit of which `most` are enough.

    Where even years are too many, only the latest ones are there.
    """
    told = sorted(days)
    if not told:
        return ()
    unit = _unit(told[0][0], told[-1][0], finest, most)
    start = _STARTS[unit]
    zero = (0,) * len(told[0][1])
    sums = dict.fromkeys(_row(unit, start(told[0][0]), told[-1][0]), zero)
    for day, counts in told:
        at = start(day)
        sums[at] = tuple(one + other for one, other in zip(sums.get(at, zero), counts, strict=True))
    return tuple(Period(unit, first, counts) for first, counts in sums.items())[-most:]


def _unit(first: Date, last: Date, finest: Unit, most: int) -> Unit:
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    rows: tuple[tuple[Unit, int], ...] = (
        ("day", (last - first).days + 1), ("week", (last - first).days // 7 + 2),
        ("month", months), ("year", 0),
    )  # fmt: skip
    units = [unit for unit, _ in rows]
    return next(unit for unit, count in rows[units.index(finest) :] if count <= most)
