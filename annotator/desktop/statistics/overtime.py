"""Charts of time: what was done on which day, and of when the articles are."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable

from annotator.desktop.language import tr
from annotator.desktop.statistics.chart import Chart, Row
from annotator.desktop.statistics.words import number
from annotator.quality.periods import Period, periods
from annotator.quality.statistics import LayerFigures, Statistics

Spoken = Callable[[str, str], str]
"""The sentence for a name and a number."""


def made(layer: LayerFigures) -> Chart:
    """The annotations made on each day."""
    days = ((_date(one.day), (one.made,)) for one in layer.days)

    def spoken(period: str, count: str) -> str:
        return tr("{period}: annotations made {number}", period=period, number=count)

    return Chart(
        "days", "columns", tr("Annotations made"),
        tr("What you annotate from now on appears here, day by day."), _time(periods(days), spoken),
        tr("What was undone and what came from files is left out."),
    )  # fmt: skip


def finished(layer: LayerFigures) -> Chart:
    """The articles finished on each day."""
    days = ((_date(one.day), (one.finished,)) for one in layer.days)

    def spoken(period: str, count: str) -> str:
        return tr("{period}: articles finished {number}", period=period, number=count)

    told = sum(one.finished for one in layer.days)
    other = layer.statuses["done"] - told
    note = tr("Done on a day that is not known: {count}", count=number(other)) if other > 0 else ""
    return Chart(
        "finished", "columns", tr("Articles finished"),
        tr("Articles that you mark done from now on appear here, day by day."),
        _time(periods(days), spoken) if told else (), note,
    )  # fmt: skip


def _date(day: str) -> datetime.date:
    return datetime.date.fromisoformat(day)


def _time(found: Iterable[Period], spoken: Spoken) -> tuple[Row, ...]:
    rows = []
    for one in found:
        count = number(one.counts[0])
        rows.append(Row(one.name, one.counts[0], count, spoken(_period(one), count)))
    return tuple(rows)


def _period(one: Period) -> str:
    return tr("week from {day}", day=one.name) if one.unit == "week" else one.name


def dates(found: Statistics) -> Chart:
    """When the articles are from."""
    days, without = [], 0
    for told, count in found.dates:
        day = _first_day(told)
        if day is None:
            without += count
        else:
            days.append((day, (count,)))
    note = tr("Without a date: {count}", count=number(without)) if without else ""

    def spoken(period: str, count: str) -> str:
        return tr("{period}: articles {number}", period=period, number=count)

    rows = _time(periods(days, "month"), spoken)
    return Chart(
        "dates", "columns", tr("Dates of the articles"), tr("No article has a date."), rows, note
    )


def _first_day(told: str) -> datetime.date | None:
    """The first day of a day, month or year; None for what no calendar has."""
    try:
        return datetime.date.fromisoformat((told + "-01-01")[:10])
    except ValueError:
        return None
