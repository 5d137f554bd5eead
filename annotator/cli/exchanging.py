"""The commands that bring articles in and take datasets out, and the list of formats."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator.cli import console
from annotator.errors import UserError

if TYPE_CHECKING:
    from annotator.exchange import ExportReport, ImportReport, SplitReport
    from annotator.formats import Format, Loss
    from annotator.model.labels import LabelSet

_MANY = 10
"""Refusals for one and the same reason that are told once more together."""
_MOST_LABELS = 60
"""Foreign labels of a kind that are listed."""


def _readable() -> list[str]:
    from annotator.formats import readable

    return [format.name for format in readable()]


def _writable() -> list[str]:
    from annotator.formats import writable

    return [format.name for format in writable()]


def _statuses() -> Sequence[str]:
    from annotator.model.article import STATUSES

    return STATUSES


def _units() -> Sequence[str]:
    from annotator.formats.base import UNITS

    return UNITS


def _schemes() -> Sequence[str]:
    from annotator.formats.base import SCHEMES

    return SCHEMES


def _split_ways() -> Sequence[str]:
    from annotator.quality.splits import WAYS

    return WAYS


def _clitics() -> Sequence[str]:
    from annotator.formats.base import CLITICS

    return CLITICS


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
_EXPORT_EXAMPLES = """\b
Examples:
  annotator export news.db news.jsonl --status done
  annotator export news.db parts --split 80/10/10 --licence CC-BY-4.0
  annotator export news.db news.spacy --format spacy
  annotator export news.db tags.conll --format conll --strict
      writes nothing, and says what tags of tokens cannot hold
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
    type=console.OneOf("scheme", _schemes),
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

    _refuse_idle(format, encoding=encoding, offsets=offsets, scheme=scheme)
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


def _refuse_idle(format: str | None, **given: str | None) -> None:
    """Wrong usage: an option that the named format does not heed."""
    from annotator.formats import FORMATS, by_name

    if format is None:
        return
    for option, value in given.items():
        if value is not None and option not in by_name(format).options:
            heeding = [one.name for one in FORMATS if option in one.options]
            raise click.UsageError(
                f"--{option} is not for {by_name(format).title}"
                + (f", but for {', '.join(heeding)}." if heeding else ".")
            )


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
    type=console.OneOf("scheme", _schemes),
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
    "--status", type=console.OneOf("status", _statuses), help="Only articles with this status."
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

    _refuse_idle(format, scheme=scheme, clitics=clitics)
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


COMMANDS = (import_files, export, verify, list_formats)
