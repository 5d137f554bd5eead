"""The command that checks a project: for damage, or with --quality its annotations."""

from __future__ import annotations

import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli import console

if TYPE_CHECKING:
    from annotator.quality.checks import Finding

_FSI, _PDI = "\u2068", "\u2069"


def _ids() -> Sequence[str]:
    from annotator.quality.checks import CHECKS

    return [one.id for one in CHECKS]


@click.command()
@console.project_argument
@click.option("--reindex", is_flag=True, help="Make the search index anew first.")
@click.option("--quality", is_flag=True, help="Check the annotations instead.")
@click.option(
    "--only", multiple=True, type=console.OneOf("check", _ids), help="This check; may be repeated."
)
@click.option("--author", metavar="NAME", help="Whose annotations; else those of all people.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, one a finding.")
def check(
    project: Path,
    reindex: bool,
    quality: bool,
    only: tuple[str, ...],
    author: str | None,
    as_json: bool,
) -> None:
    """Look for damage, or with --quality for annotations that are worth a second look.

    The status is 1 if anything is found. Nothing is changed, but with --reindex the index that
    searches use.
    """
    if not quality and (only or author or as_json):
        raise click.UsageError("--only, --author and --json go with --quality.")
    if quality:
        _check_quality(project, only, author, as_json)
    _check_damage(project, reindex)


def _check_damage(project: Path, reindex: bool) -> None:
    from annotator.store import Project

    if reindex:
        with Project.open(project) as opened:
            opened.reindex()
    with console.progress("Checking") as progress:
        findings = Project.examine(project, progress)
    for finding in findings:
        click.echo(finding.say())
    if not findings:
        click.echo("Nothing is damaged.")
    sys.exit(1 if findings else 0)


def _check_quality(project: Path, only: tuple[str, ...], author: str | None, json: bool) -> None:
    from annotator.exchange import checking
    from annotator.quality.checks import chosen
    from annotator.store import Project

    total = 0
    with Project.open(project) as opened:
        for layer in [author] if author else checking.people(opened):
            with console.progress("Checking") as progress:
                found = checking.check(opened, layer, chosen(only), progress)
            (_tell_json if json else _tell)(layer, found)
            total += len(found)
    if not total:
        click.echo("Nothing was found.", err=json)
    sys.exit(1 if total else 0)


def _tell_json(layer: str, findings: Iterable[Finding]) -> None:
    import msgspec

    for one in findings:
        row = {
            "author": layer, "check": one.check, "article": one.article, "id": one.article_id,
            "title": one.title, "fragments": one.span.fragments if one.span else [],
            "words": one.words, "annotations": one.ids, "why": one.say(), "key": one.key,
        }  # fmt: skip
        click.echo(msgspec.json.encode(row).decode())


def _tell(layer: str, findings: Sequence[Finding]) -> None:
    from annotator.quality.checks import CHECKS

    if not findings:
        return
    click.echo(f"{_plain(layer)}")
    fixes = {one.id: one.fix or one.help for one in CHECKS}
    ordered = sorted(findings, key=lambda one: one.article)
    for (number, title), group in groupby(ordered, key=lambda one: (one.article, one.title)):
        click.echo(f"\n{number} · {_FSI}{_plain(title)}{_PDI}")
        for one in group:
            words = _plain(one.words) if len(one.words) <= 60 else _plain(one.words[:59]) + "…"
            click.echo(f"  {one.check}: {_FSI}{words}{_PDI}")
            todo = fixes[one.check] if one.fix is None else fixes[one.check] + "."
            click.echo(f"    {_plain(one.say())} {todo}")
    counts = Counter(one.check for one in findings)
    each = ", ".join(f"{name} {count}" for name, count in counts.most_common())
    click.echo(f"\nFindings: {len(findings)} ({each}).\n")


def _plain(text: str) -> str:
    """Without what would command the terminal or turn the direction of what follows."""
    return "".join(char for char in text if unicodedata.category(char) not in ("Cc", "Cf"))


COMMANDS = (check,)
