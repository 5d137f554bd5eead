"""Statistics as tables: for CSV files, for JSON, and for whoever wants to count on.

Each table has names of columns that never change with the language, and rows of plain values.
Numbers are numbers; shares are from 0 to 1. In files no cell can become a formula.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct

from annotator.errors import UserError
from annotator.exchange.tree import Written, format_of, write_folder
from annotator.exchange.writing import KEPT
from annotator.formats import Piece
from annotator.formats.sheets import harmless
from annotator.model.article import STATUSES
from annotator.model.labels import LabelSet
from annotator.quality.distribution import Distribution, summed
from annotator.quality.statistics import KINDS, LabelFigures, Statistics

Cell = str | int | float | None


class Table(Struct, frozen=True):
    """Rows of cells under names; `name` is also that of its file."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def told(self) -> list[dict[str, Cell]]:
        """The rows as objects, for JSON."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


def tables(found: Statistics, labels: LabelSet) -> tuple[Table, ...]:
    """All of them, in the order of `_TABLES`."""
    return tuple(
        Table(name, columns, tuple(rows(found, labels))) for name, columns, rows in _TABLES
    )


Rows = Iterator[tuple[Cell, ...]]


def _authors(found: Statistics, labels: LabelSet) -> Rows:
    for one in found.layers:
        statuses = (one.statuses[status] for status in STATUSES)
        counts = (one.count(kind) for kind in KINDS)
        yield one.name, *statuses, one.worked, one.words, *counts


def _labels(found: Statistics, labels: LabelSet) -> Rows:
    for layer in found.layers:
        for one in layer.labels:
            share = one.count / layer.count(one.kind)
            rate = _rounded(layer.per_thousand(one.count))
            parted = None if one.kind == "relation" else one.parted
            titles = _titles(labels, one)
            yield layer.name, one.kind, one.label, *titles, one.count, _rounded(share), rate, parted


def _titles(labels: LabelSet, one: LabelFigures) -> tuple[str, str]:
    look_up: dict[str, Callable[[str], Any]] = {
        "entity": labels.entity,
        "quote": labels.quote_type,
        "relation": labels.relation,
    }
    label = look_up[one.kind](one.label)
    return ("", "") if label is None else (label.title.en, label.title.ar)


def _quotes(found: Statistics, labels: LabelSet) -> Rows:
    for layer in found.layers:
        for one in layer.quotes:
            yield layer.name, one.type, one.count, one.cue, one.source, one.speaker


def _relations(found: Statistics, labels: LabelSet) -> Rows:
    for layer in found.layers:
        for one in layer.links:
            yield layer.name, one.label, one.head, one.tail, one.count


def _speakers(found: Statistics, labels: LabelSet) -> Rows:
    for layer in found.layers:
        for one in layer.speakers:
            yield layer.name, one.name, one.quotes, one.articles, one.words


def _days(found: Statistics, labels: LabelSet) -> Rows:
    for layer in found.layers:
        for one in layer.days:
            yield layer.name, one.day, one.made, one.changed, one.removed, one.finished


_Measured = tuple[str, str, str, str, Distribution]


def _measured(found: Statistics) -> Iterator[_Measured]:
    """Everything that has a length: author, what, label, unit, lengths."""
    yield "", "article", "", "words", found.words
    yield "", "article", "", "characters", found.characters
    for layer in found.layers:
        for kind in ("entity", "quote"):
            every = [one for one in layer.labels if one.kind == kind]
            if every:
                yield layer.name, kind, "", "words", summed(one.words for one in every)
                together = summed(one.characters for one in every)
                yield layer.name, kind, "", "characters", together
            for one in every:
                yield layer.name, kind, one.label, "words", one.words
                yield layer.name, kind, one.label, "characters", one.characters


def _lengths(found: Statistics, labels: LabelSet) -> Rows:
    for *what, lengths in _measured(found):
        quartiles = (_rounded(lengths.quantile(share)) for share in (0.25, 0.5, 0.75))
        yield (
            *what, lengths.total, lengths.smallest, *quartiles, lengths.largest,
            _rounded(lengths.mean),
        )  # fmt: skip


def _length_counts(found: Statistics, labels: LabelSet) -> Rows:
    for *what, lengths in _measured(found):
        for pair in lengths.counts:
            yield *what, *pair


def _nesting(found: Statistics, labels: LabelSet) -> Rows:
    for layer in found.layers:
        for kind, depths in (("entity", layer.entity_depths), ("quote", layer.quote_depths)):
            for depth, count in depths.counts:
                yield layer.name, kind, depth, count


def _sources(found: Statistics, labels: LabelSet) -> Rows:
    yield from found.sources


def _dates(found: Statistics, labels: LabelSet) -> Rows:
    yield from found.dates


_TABLES: tuple[tuple[str, tuple[str, ...], Callable[[Statistics, LabelSet], Rows]], ...] = (
    ("authors", ("author", *STATUSES, "worked_on", "words", "entities", "quotes", "relations"),
     _authors),
    ("labels", ("author", "kind", "label", "title_en", "title_ar", "count", "share",
                "per_1000_words", "discontinuous"), _labels),
    ("quotes", ("author", "type", "count", "with_cue", "with_source", "with_speaker"), _quotes),
    ("relations", ("author", "label", "head", "tail", "count"), _relations),
    ("speakers", ("author", "speaker", "quotes", "articles", "words"), _speakers),
    ("days", ("author", "day", "made", "changed", "removed", "articles_finished"), _days),
    ("lengths", ("author", "of", "label", "unit", "count", "smallest", "quartile_1", "median",
                 "quartile_3", "largest", "mean"), _lengths),
    ("length_counts", ("author", "of", "label", "unit", "length", "count"), _length_counts),
    ("nesting", ("author", "of", "depth", "count"), _nesting),
    ("sources", ("source", "articles"), _sources),
    ("dates", ("date", "articles"), _dates),
)  # fmt: skip


def _rounded(value: float | None) -> float | None:
    """Six digits behind the point are enough for everybody, and the same on every machine."""
    return None if value is None else round(value, 6)


# Files


def sheet(table: Table) -> bytes:
    """A table as CSV in UTF-8, with the mark by which spreadsheets know it."""
    buffer = io.StringIO(newline="")
    buffer.write("\ufeff")
    written = csv.writer(buffer, lineterminator="\r\n")
    written.writerow(table.columns)
    written.writerows([_safe(cell) for cell in row] for row in table.rows)
    return buffer.getvalue().encode()


def _safe(cell: Cell) -> Cell:
    return harmless(cell) if isinstance(cell, str) else cell


def sheets(found: Statistics, labels: LabelSet) -> Iterator[Piece]:
    """Every table as a file."""
    for table in tables(found, labels):
        yield f"{table.name}.csv", sheet(table)


def write(folder: Path, pieces: Iterable[Piece], contents: str) -> Written:
    """Put a folder of these files there, wholly or not at all.

    One that is there is replaced only if it holds earlier statistics, of the same `contents`
    ("tables", "charts"), and nothing else.
    """
    kind = f"statistics: {contents}"
    if (other := format_of(folder)) not in (None, kind):
        raise UserError(
            "The folder {folder} has another export: {format}.",
            kept=KEPT,
            hint="Name an empty folder, or one that is not there yet.",
            folder=folder,
            format=other,
        )
    return write_folder(folder, pieces, kind)
