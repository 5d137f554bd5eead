"""`annotator import`: brings articles in, and tells what came and what did not."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli import console
from annotator.cli.choices import refuse_idle, schemes

if TYPE_CHECKING:
    from annotator.exchange import ImportReport
    from annotator.model.labels import LabelSet

_MANY = 10
"""Refusals for one and the same reason that are told once more together."""
_MOST_LABELS = 60
"""Foreign labels of a kind that are listed."""


def _readable() -> list[str]:
    from annotator.formats import readable

    return [format.name for format in readable()]


def _units() -> Sequence[str]:
    from annotator.formats.base import UNITS

    return UNITS


_IMPORT_EXAMPLES = """\b
Examples:
  annotator import news.db texts/
      a folder of .txt files, one article each
  annotator import news.db old.txt --encoding windows-1256
  annotator import news.db brat.zip --author layla
      what another tool has exported, and who annotated it there
  annotator import news.db train.txt --author gold --map PER=PERS --map LOC=GPE --map "*="
      tokens with tags: labels by other names, and none besides
"""


@click.command("import", epilog=_IMPORT_EXAMPLES)
@console.project_argument
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE|FOLDER..."
)
@click.option(
    "--format",
    type=console.OneOf("format", _readable),
    metavar="NAME",
    help="The format of all files; without it, each is recognised.",
)
@click.option(
    "--encoding",
    type=console.Encoding(),
    metavar="NAME",
    help="Of plain texts and sheets; else UTF-8. Older Arabic ones are often windows-1256.",
)
@click.option(
    "--offsets",
    type=console.OneOf("unit", _units),
    help="What offsets count, where the file itself does not tell: characters as in Python "
    "(codepoint), as in JavaScript and Java (utf16), bytes of UTF-8, or letters with all their "
    "signs (grapheme). It is asked for when it is needed.",
)
@click.option(
    "--scheme",
    type=console.OneOf("scheme", schemes),
    help="How tags of tokens are written, where the tags themselves do not tell: B begins every "
    "name (IOB2), or only one right behind another (IOB1), or E ends and S is alone (BIOES).",
)
@click.option(
    "--map",
    "mapping",
    multiple=True,
    metavar="OLD=NEW",
    help="The project's label for a foreign one, as often as needed. OLD= leaves such "
    'annotations out, "*=" all whose labels the project lacks. Without it, an import lists '
    "the labels that are missing.",
)
@click.option(
    "--author",
    metavar="NAME",
    envvar=console.AUTHOR_VARIABLE,
    help="Whose annotations they are, where a file does not say it.",
)
def import_files(
    project: Path,
    files: Sequence[Path],
    format: str | None,
    encoding: str | None,
    offsets: str | None,
    scheme: str | None,
    mapping: Sequence[str],
    author: str | None,
) -> None:
    """Bring articles in, with their annotations.

    Files are recognised by their names and by a look at them; of a folder or zip, all that can be
    read are taken, in the order of their names. “annotator formats” lists all formats. Rows that
    are no good are named with their line, kept beside their file (FILE.rejected.jsonl), and left
    out; all others come in, and the same file a second time adds nothing.

    The exit status is 1 if anything was left out so, else 0.
    """
    from typing import cast

    from annotator.exchange import import_paths
    from annotator.formats.base import Scheme, Unit
    from annotator.store import Project

    refuse_idle(format, encoding=encoding, offsets=offsets, scheme=scheme)
    with Project.open(project) as opened, console.progress("Importing") as progress:
        report = import_paths(
            opened,
            files,
            format=format,
            encoding=encoding or "utf-8",
            unit=cast("Unit | None", offsets),
            scheme=cast("Scheme | None", scheme),
            mapping=mapping,
            author=author,
            progress=progress,
        )
        labels = opened.labels
    _tell_import(report)
    _tell_foreign(report, labels)
    sys.exit(1 if report.rejected else 0)


def _tell_import(report: ImportReport) -> None:
    for refusal in report.refusals:
        click.echo(refusal.say(), err=True)
    for kept in report.kept:
        click.echo(kept.say(), err=True)
    for note in report.notes:
        click.echo(note.say(), err=True)
    untold = report.rejected - len(report.refusals)
    if untold:
        click.echo(f"… and {untold} more that are not named here.", err=True)
    reasons = Counter(refusal.reason.say() for refusal in report.refusals)
    for reason, times in reasons.most_common(1):
        if times >= _MANY:
            click.echo(f"{times} of these for one reason: {reason}", err=True)
    for recognised in report.recognised:
        click.echo(recognised.say())
    click.echo(
        f"Rows read: {report.read}; imported: {report.imported}, known already: {report.known}, "
        f"rejected: {report.rejected}."
    )
    if report.left_out:
        click.echo(f"Other files in folders, left out: {report.left_out}.")
    if report.mapped_out:
        click.echo(f"Annotations left out by --map: {report.mapped_out}.")
    click.echo(f"New articles: {report.articles}; new annotations: {report.annotations}.")


def _tell_foreign(report: ImportReport, labels: LabelSet) -> None:
    """All foreign labels together, so that one more import with --map is enough."""
    from annotator.formats.base import shown
    from annotator.model.annotations import Entity, Quote, Relation

    if not report.foreign:
        return
    kinds = {Entity: "entities", Quote: "types of quotes", Relation: "relations"}
    known: dict[type, list[str]] = {
        Entity: [one.name for one in labels.entities],
        Quote: [one.name for one in labels.quotes],
        Relation: [one.name for one in labels.relations],
    }
    click.echo("Rows with labels that the project lacks are refused. They came so often:", err=True)
    for kind, title in kinds.items():
        found = {one.label: times for one, times in report.foreign.items() if one.kind is kind}
        if found:
            told = sorted(found.items(), key=lambda item: (-item[1], item[0]))[:_MOST_LABELS]
            names = ", ".join(f"{shown(label)} ({times})" for label, times in told)
            more = f", … and {len(found) - len(told)} more" if len(found) > len(told) else ""
            click.echo(f"  {title}: {names}{more}", err=True)
            ours = ", ".join(known[kind]) or "none"
            click.echo(f"    the project has: {ours}", err=True)
    click.echo(
        "Give each its place with --map OLD=NEW, or leave such annotations out with --map OLD= "
        '(with --map "*=" all of them), and import again.',
        err=True,
    )


COMMANDS = (import_files,)
