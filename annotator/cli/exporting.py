"""The commands that take datasets out and check them, and the list of formats."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator.cli import console
from annotator.cli.choices import refuse_idle, schemes, statuses
from annotator.errors import UserError

if TYPE_CHECKING:
    from annotator.exchange import ExportReport, SplitReport
    from annotator.formats import Format, Loss


def _writable() -> list[str]:
    from annotator.formats import writable

    return [format.name for format in writable()]


def _split_ways() -> Sequence[str]:
    from annotator.quality.splits import WAYS

    return WAYS


def _clitics() -> Sequence[str]:
    from annotator.formats.base import CLITICS

    return CLITICS


_EXPORT_EXAMPLES = """\b
Examples:
  annotator export news.db news.jsonl --status done
  annotator export news.db parts --split 80/10/10 --licence CC-BY-4.0
  annotator export news.db news.spacy --format spacy
  annotator export news.db tags.conll --format conll --strict
      writes nothing, and says what tags of tokens cannot hold
"""


@click.command(epilog=_EXPORT_EXAMPLES)
@console.project_argument
@click.argument("out", type=click.Path(path_type=Path), metavar="OUT")
@click.option(
    "--format",
    type=console.OneOf("format", _writable),
    metavar="NAME",
    default="jsonl",
    show_default=True,
    help="What to write; “annotator formats” lists what there is.",
)
@click.option(
    "--strict", is_flag=True, help="Write nothing if the format cannot carry all that is there."
)
@click.option(
    "--scheme",
    type=console.OneOf("scheme", schemes),
    help="How tags of tokens are written; IOB2 if nothing is said.",
)
@click.option(
    "--clitics",
    type=console.OneOf("clitics", _clitics),
    help="Spans inside words, in formats of tokens: cut the words (split, the default), let the "
    "spans grow to whole words, or leave them out and report.",
)
@click.option("--author", metavar="NAME", help="Only what this author has annotated.")
@click.option(
    "--status", type=console.OneOf("status", statuses), help="Only articles with this status."
)
@click.option(
    "--split",
    metavar="80/10/10",
    help="Write train, dev and test (or train and test: 80/20) into the folder OUT; "
    "near-duplicates are never on two sides.",
)
@click.option(
    "--by",
    type=console.OneOf("way", _split_ways),
    help="What decides the side: a digest of the id (hash, the default), the date (the newest are "
    "for tests), or the source (each on one side).",
)
@click.option("--card", is_flag=True, help="Make a folder with a dataset card, also of one file.")
@click.option("--licence", metavar="TEXT", help="What the dataset card says of the licence.")
@click.option("--date", metavar="DATE", help="What the dataset card says of the date.")
def export(
    project: Path,
    out: Path,
    format: str,
    strict: bool,
    scheme: str | None,
    clitics: str | None,
    author: str | None,
    status: str | None,
    split: str | None,
    by: str | None,
    card: bool,
    licence: str | None,
    date: str | None,
) -> None:
    """Write the dataset to OUT: a file, or a folder where the format makes one (or a .zip).

    What the format cannot carry is listed first. An older export of this name is replaced at the
    end, when the new one is complete; a folder that holds anything else is not. A folder has a
    dataset card (README.md), which “annotator verify” checks.
    """
    from annotator.exchange import Stated, export_split, losses
    from annotator.exchange import export as write
    from annotator.formats import by_name
    from annotator.quality.splits import shares
    from annotator.store import Project

    refuse_idle(format, scheme=scheme, clitics=clitics)
    if by is not None and split is None:
        raise click.UsageError("--by is for --split.")
    wanted = shares(split) if split is not None else None
    card = card or wanted is not None or by_name(format).shape != "file"
    if not card and (licence or date):
        raise click.UsageError("--licence and --date are for a dataset card: add --card.")
    narrowed: dict[str, Any] = {"format": format, "layer": author, "status": status}
    chosen: dict[str, Any] = {"clitics": clitics or "split"}
    tags: Any = scheme or "IOB2"
    with Project.open(project) as opened:
        _tell_losses(losses(opened, **narrowed, **chosen), format, strict)
        with console.progress("Exporting") as progress:
            stated = Stated(licence or None, date or None)
            chosen |= {"scheme": tags, "stated": stated, "progress": progress}
            if wanted is not None:
                way: Any = by or "hash"
                parted = export_split(opened, out, wanted, by=way, **narrowed, **chosen)
            else:
                report = write(opened, out, **narrowed, **chosen, card=card)
    if wanted is not None:
        _tell_split(parted)
    click.echo(_written(parted.export if wanted is not None else report))


def _tell_split(report: SplitReport) -> None:
    for note in report.notes():
        click.echo(note, err=True)
    for line in report.lines():
        click.echo(line)


def _tell_losses(found: Sequence[Loss], format: str, strict: bool) -> None:
    from annotator.formats import by_name

    if not found:
        return
    lines = "\n".join(f"  {loss.say()}" for loss in found)
    title = by_name(format).title
    if strict:
        raise UserError(
            "{title} has no place for all of this:\n{lines}\nNothing was written.",
            title=title,
            lines=lines,
        )
    click.echo(f"{title} has no place for all of this:\n{lines}", err=True)


def _written(report: ExportReport) -> str:
    files = f"files {report.files}, " if report.files != 1 else ""
    return (
        f"Wrote {report.path}: {files}rows {report.rows}, bytes {report.bytes}, "
        f"SHA-256 {report.sha256}."
    )


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), metavar="FOLDER")
def verify(folder: Path) -> None:
    """Check a folder that was exported against its dataset card.

    Checksums of all files, the schema of every row, every span against its text, the counts, and
    that no article or near-duplicate is in two parts. Formats that cannot be read again have their
    files checked only.
    """
    from annotator.exchange import verify as check

    with console.progress("Checking") as progress:
        found = check(folder, progress)
    for problem in found.problems:
        click.echo(problem.say(), err=True)
    if found.untold:
        click.echo(f"… and {found.untold} more that are not named here.", err=True)
    click.echo(found.say())
    sys.exit(1 if found.problems else 0)


@click.command("formats")
def list_formats() -> None:
    """List the formats that can be imported and exported, and what each cannot carry."""
    from annotator.formats import FORMATS

    for format in FORMATS:
        click.echo("\n".join(_lines(format)))


def _lines(format: Format) -> list[str]:
    from annotator.formats.losses import never_carried

    ways = {"r": "import", "w": "export", "rw": "import, export"}[format.ways]
    shape = {"file": "file", "folder": "folder or zip", "either": "file, folder or zip"}
    suffixes = f", {' '.join(format.suffixes)}" if format.suffixes else ""
    lines = [f"{format.name}  {format.title} ({ways}; {shape[format.shape]}{suffixes})"]
    lost = never_carried(format)
    if lost and format.writes:
        lines.append(f"    does not carry: {', '.join(lost)}")
    return lines


COMMANDS = (export, verify, list_formats)
