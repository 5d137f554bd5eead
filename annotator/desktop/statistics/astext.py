"""Charts as text: rows with tabs, which spreadsheets and letters take alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from annotator.desktop.aloud import plain
from annotator.desktop.statistics.chart import Chart
from annotator.formats.sheets import harmless


def as_text(charts: Iterable[Chart]) -> str:
    """All charts that have any row, with an empty line between them.

    What is pasted into a spreadsheet must not become a formula there.
    """
    return "\n\n".join(
        "\n".join("\t".join(map(_cell, row)) for row in _rows(chart))
        for chart in charts
        if chart.rows
    )


def _cell(text: str) -> str:
    return harmless(" ".join(plain(text).split()))


def _rows(chart: Chart) -> Iterator[tuple[str, ...]]:
    """A chart as rows of text: what it is, then each name with its number and its detail."""
    yield (chart.title,)
    for row in chart.rows:
        title = f"{row.title} ({row.name})" if row.name else row.title
        yield (title, row.number, row.detail) if row.detail else (title, row.number)
