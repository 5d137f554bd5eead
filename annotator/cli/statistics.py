"""The command that counts: tables for people, JSON for programs, CSV for spreadsheets, charts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

import click

from annotator.cli import console
from annotator.cli.console import isolated, plain

if TYPE_CHECKING:
    from annotator.desktop.schemes import Scheme
    from annotator.formats import Piece
    from annotator.model.article import Status
    from annotator.model.labels import LabelSet
    from annotator.quality.distribution import Distribution
    from annotator.quality.statistics import Kind, LayerFigures, Statistics

_MOST = 20
"""Rows of a table, where there may be very many; the CSV has all."""
_DAYS = 30
_THEMES = ("light", "dark", "contrast-light", "contrast-dark")


@click.command()
@console.project_argument
@click.option("--author", metavar="NAME", help="Only the work of this author.")
@click.option("--json", "as_json", is_flag=True, help="All tables as one JSON object.")
@click.option(
    "--csv",
    "sheets",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Write all tables to CSV files in a new folder.",
)
@click.option(
    "--png",
    "pictures",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Draw the charts, each to a PNG in a new folder, or in that of --csv.",
)
@click.option(
    "--language",
    type=click.Choice(["ar", "en"]),
    default="ar",
    show_default=True,
    help="Of the charts.",
)
@click.option(
    "--theme", type=click.Choice(_THEMES), default="light", show_default=True,
    help="Of the charts.",
)  # fmt: skip
def stats(
    project: Path,
    author: str | None,
    as_json: bool,
    sheets: Path | None,
    pictures: Path | None,
    language: str,
    theme: str,
) -> None:
    """Show what there is in a project, in numbers."""
    from annotator.exchange.statistics import statistics
    from annotator.store import Project

    with Project.open(project) as opened:
        with console.progress("Counting") as progress:
            found = statistics(opened, author, progress)
        labels = opened.labels
    if sheets or pictures:
        _write(found, labels, author, sheets, pictures, language, theme)
    if as_json:
        _tell_json(found, labels)
    elif not (sheets or pictures):
        _tell(found, labels, author)


def _write(
    found: Statistics, labels: LabelSet, author: str | None, sheets: Path | None,
    pictures: Path | None, language: str, theme: str,
) -> None:  # fmt: skip
    from annotator.exchange import tables

    files: dict[Path, dict[str, Iterable[Piece]]] = {}
    if sheets is not None:
        files.setdefault(sheets, {})["tables"] = tables.sheets(found, labels)
    if pictures is not None:
        from annotator.desktop.statistics.alone import pictures as drawn

        spoken, scheme = cast(Literal["ar", "en"], language), cast("Scheme", theme)
        files.setdefault(pictures, {})["charts"] = drawn(found, labels, author, spoken, scheme)
    for folder, contents in files.items():
        written = tables.write(
            folder, chain.from_iterable(contents.values()), " and ".join(contents)
        )
        click.echo(f"Wrote {folder}: {written.files} files.", err=True)


def _tell_json(found: Statistics, labels: LabelSet) -> None:
    import msgspec

    from annotator.exchange.tables import tables

    told = {
        "articles": found.articles,
        "words": found.words.sum,
        "characters": found.characters.sum,
        "label_set": labels.name,
        "tables": {table.name: table.told() for table in tables(found, labels)},
    }
    click.echo(msgspec.json.encode(told).decode())


# Tables for people: numbers first, so that columns stand whatever the direction of the names is

Line = tuple[tuple[str, ...], str]
"""The cells with numbers, and the name that they belong to."""


def _tell(found: Statistics, labels: LabelSet, author: str | None) -> None:
    click.echo(f"Articles: {found.articles}")
    click.echo(f"Words: {found.words.sum}")
    click.echo(f"Characters: {found.characters.sum}")
    click.echo(f"Label set: {labels.name}")
    if found.words:
        _tell_table("Lengths in words", _LENGTHS, [(_length(found.words), "articles")])
    for layer in (found.layer(author),) if author is not None else found.layers:
        _tell_layer(layer, labels)
    if found.articles:
        click.echo("\nWhere articles come from")
    _tell_table("Sources", ("articles",), _counted(found.sources, "no source"))
    _tell_table("Dates", ("articles",), _counted(found.dates[-_DAYS:], "no date"), len(found.dates))


def _tell_layer(layer: LayerFigures, labels: LabelSet) -> None:
    click.echo(f"\n{plain(layer.name)}")
    _tell_sum("articles", layer.statuses)
    kinds: tuple[tuple[Kind, str], ...] = (
        ("entity", "entities"), ("quote", "quotes"), ("relation", "relations"),
    )  # fmt: skip
    for kind, title in kinds:
        _tell_sum(title, {one.label: one.count for one in layer.of_kind(kind)})
    for kind, title in kinds:
        _tell_table(title.capitalize(), _LABELS[kind], _labels(layer, kind, labels))
    _tell_table("Lengths in words", _LENGTHS, _lengths(layer))
    _tell_table(
        "Quotes with", ("cue", "source", "speaker"),
        (((str(one.cue), str(one.source), str(one.speaker)), one.type) for one in layer.quotes),
    )  # fmt: skip
    _tell_table(
        "From head to tail", ("relations",),
        (((str(one.count),), f"{one.label}: {one.head} → {one.tail}") for one in layer.links),
    )  # fmt: skip
    _tell_table(
        "Speakers", ("quotes", "articles", "words"),
        (
            ((str(one.quotes), str(one.articles), str(one.words)), one.name)
            for one in layer.speakers
        ),
    )  # fmt: skip
    _tell_table("Depth of nesting", ("entities",), _counted(layer.entity_depths.counts))
    days = [
        (tuple(map(str, (one.made, one.changed, one.removed, one.finished))), one.day)
        for one in layer.days[-_DAYS:]
    ]
    _tell_table("Days", ("made", "changed", "removed", "articles done"), days, len(layer.days))


def _tell_sum(title: str, counts: Mapping[str, int] | Mapping[Status, int]) -> None:
    each = ", ".join(f"{plain(name)} {count}" for name, count in counts.items() if count)
    click.echo(f"  {title}: {sum(counts.values())}" + (f" ({each})" if each else ""))


_LENGTHS = ("count", "shortest", "quarter", "median", "three quarters", "longest")
_LABELS: dict[Kind, tuple[str, ...]] = {
    "entity": ("count", "share", "per 1,000 words", "discontinuous"),
    "quote": ("count", "share", "per 1,000 words", "discontinuous"),
    "relation": ("count", "share", "per 1,000 words"),
}


def _labels(layer: LayerFigures, kind: Kind, labels: LabelSet) -> Iterator[Line]:
    total = layer.count(kind)
    for one in layer.of_kind(kind):
        rate = layer.per_thousand(one.count)
        cells = (
            str(one.count), f"{one.count / total:.1%}", "–" if rate is None else f"{rate:.2f}",
            str(one.parted),
        )  # fmt: skip
        yield cells[: len(_LABELS[kind])], _title(labels, kind, one.label)


def _title(labels: LabelSet, kind: Kind, name: str) -> str:
    look_up = {"entity": labels.entity, "quote": labels.quote_type, "relation": labels.relation}
    label = look_up[kind](name)
    return name if label is None else f"{name}  {label.title.en} · {label.title.ar}"


def _lengths(layer: LayerFigures) -> Iterator[Line]:
    for kind in ("entity", "quote"):
        for one in layer.labels:
            if one.kind == kind:
                yield _length(one.words), one.label


def _length(lengths: Distribution) -> tuple[str, ...]:
    quartiles = (f"{lengths.quantile(share) or 0:g}" for share in (0.25, 0.5, 0.75))
    return str(lengths.total), str(lengths.smallest), *quartiles, str(lengths.largest)


def _counted(counts: Iterable[tuple[object, int]], none: str = "") -> Iterator[Line]:
    return (((str(count),), str(value) or none) for value, count in counts)


def _tell_table(
    title: str, columns: Sequence[str], lines: Iterable[Line], total: int | None = None
) -> None:
    """A table of which only the beginning is shown if it is long; nothing of nothing."""
    rows = list(lines)
    if not rows:
        return
    most = _MOST if total is None else _DAYS
    click.echo(f"\n  {title}")
    widths = [
        max(len(name), *(len(cells[place]) for cells, _ in rows[:most]))
        for place, name in enumerate(columns)
    ]
    _tell_line(columns, widths, "")
    for cells, name in rows[:most]:
        _tell_line(cells, widths, isolated(name))
    left = (len(rows) if total is None else total) - len(rows[:most])
    if left:
        click.echo(f"    and {left} more, which --csv has")


def _tell_line(cells: Sequence[str], widths: Sequence[int], name: str) -> None:
    numbers = "  ".join(cell.rjust(width) for cell, width in zip(cells, widths, strict=True))
    click.echo(f"    {numbers}  {name}".rstrip())


COMMANDS = (stats,)
