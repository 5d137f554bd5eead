"""The command that only looks: at label sets."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from annotator.model.labels import EntityLabel, LabelSet, QuoteType, RelationLabel


@click.command()
@click.argument("label_set", required=False, metavar="[NAME|FILE.toml]")
def labels(label_set: str | None) -> None:
    """List the label sets that come with the program, or show and validate one."""
    from annotator.model import labelfile
    from annotator.resources import resource

    folder = resource("labels")
    if label_set is None:
        presets = labelfile.presets(folder)
        _tell_rows((one.name, one.title.en, one.title.ar, _sizes(one)) for one in presets)
    else:
        _tell_labels(labelfile.load(label_set, folder))


def _sizes(labels: LabelSet) -> str:
    return f"{len(labels.entities)} entities, {len(labels.relations)} relations"


def _tell_labels(labels: LabelSet) -> None:
    click.echo(f"{labels.name}: {labels.title.en} · {labels.title.ar}")
    groups: tuple[tuple[str, Iterable[EntityLabel | QuoteType | RelationLabel]], ...] = (
        ("Entities", labels.entities),
        ("Quotes", labels.quotes),
        ("Relations", labels.relations),
    )
    for title, group in groups:
        click.echo(f"\n{title}")
        _tell_rows(
            ("", getattr(one, "key", None) or "", one.name, one.title.en, one.title.ar, _ends(one))
            for one in group
        )


def _ends(label: EntityLabel | QuoteType | RelationLabel) -> str:
    """What a relation may link, in one line; nothing for the others."""
    rules = getattr(label, "rules", ())
    arrow = "↔" if getattr(label, "symmetric", False) else "→"
    return "; ".join(
        f"{' '.join(sorted(rule.heads))} {arrow} {' '.join(sorted(rule.tails))}" for rule in rules
    )


def _tell_rows(rows: Iterable[tuple[str, ...]]) -> None:
    table = list(rows)
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for row in table:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        click.echo("  ".join(cells).rstrip())


COMMANDS = (labels,)
