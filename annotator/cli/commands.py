"""The commands that open, make, fill and empty projects."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli import console
from annotator.errors import UserError

if TYPE_CHECKING:
    from annotator.exchange import ImportReport
    from annotator.exchange.guidelines import Came
    from annotator.model.guidelines import GuidelinePage


def _readable_formats() -> list[str]:
    from annotator.formats import FORMATS

    return [format.name for format in FORMATS if format.read is not None]


def _statuses() -> Sequence[str]:
    from annotator.model.article import STATUSES

    return STATUSES


@click.command("open")
@click.argument("project", required=False, type=click.Path(path_type=Path), metavar="[PROJECT.db]")
@click.option(
    "--author", metavar="NAME", envvar=console.AUTHOR_VARIABLE, help="Who annotates; asked once."
)
def open_window(project: Path | None, author: str | None) -> None:
    """Open the window: on PROJECT.db, else on the last project, else on how to begin."""
    if project is not None and not os.path.exists(project):  # noqa: PTH110 (never raises)
        raise UserError(
            "There is no project {file}.",
            hint="Make one with “annotator new {file}”; “annotator --help” lists all commands.",
            file=project,
        )
    if author is not None:
        from annotator.exchange import check_author

        author = check_author(author)
    from annotator.desktop.app import run

    sys.exit(run(project, author))


@click.command()
@console.project_argument
@click.option(
    "--labels", default="news", show_default=True, metavar="NAME|FILE.toml", help="Its label set."
)
def new(project: Path, labels: str) -> None:
    """Make an empty project, with the guideline pages of its label set if that is a preset."""
    from annotator.exchange import guidelines
    from annotator.model import labelfile
    from annotator.resources import resource

    label_set = labelfile.load(labels, resource("labels"))
    with guidelines.new_project(project, label_set):
        pass
    click.echo(f"Made {project} with the label set {label_set.name}.")


@click.command("import")
@console.project_argument
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE|FOLDER..."
)
@click.option(
    "--format",
    type=console.OneOf("format", _readable_formats),
    help="The format of all files; without it, each file's name tells.",
)
@click.option(
    "--encoding", type=console.Encoding(), metavar="NAME", help="Of plain text; else UTF-8."
)
@click.option(
    "--author",
    metavar="NAME",
    envvar=console.AUTHOR_VARIABLE,
    help="Whose annotations they are, where a row does not say it.",
)
def import_files(
    project: Path,
    files: Sequence[Path],
    format: str | None,
    encoding: str | None,
    author: str | None,
) -> None:
    """Bring articles in, with their annotations.

    A .txt file is one article; a .jsonl file has one on each line; of a folder, all of these are
    taken, in the order of their names. Rows that are no good are
    named, kept in FILE.rejected.jsonl, and left out; all others come in.
    """
    from annotator.exchange import import_paths
    from annotator.store import Project

    if encoding is not None and format not in (None, "text"):
        raise click.UsageError("--encoding is for plain text; JSON Lines are always UTF-8.")
    with Project.open(project) as opened, console.progress("Importing") as progress:
        report = import_paths(
            opened,
            files,
            format=format,
            encoding=encoding or "utf-8",
            author=author,
            progress=progress,
        )
    _tell_import(report)
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
    click.echo(
        f"Rows read: {report.read}; imported: {report.imported}, known already: {report.known}, "
        f"rejected: {report.rejected}."
    )
    if report.left_out:
        click.echo(f"Other files in folders, left out: {report.left_out}.")
    click.echo(f"New articles: {report.articles}; new annotations: {report.annotations}.")


@click.command()
@console.project_argument
@click.argument("out", type=click.Path(path_type=Path), metavar="OUT.jsonl")
@click.option("--author", metavar="NAME", help="Only what this author has annotated.")
@click.option(
    "--status", type=console.OneOf("status", _statuses), help="Only articles with this status."
)
def export(project: Path, out: Path, author: str | None, status: str | None) -> None:
    """Write the dataset as JSON Lines.

    One row for each author who has annotated an article, or one with empty lists. An older file of
    this name is replaced at the end, when the new one is complete.
    """
    from typing import cast

    from annotator.exchange import export as write
    from annotator.model.article import Status
    from annotator.store import Project

    with Project.open(project) as opened, console.progress("Exporting") as progress:
        report = write(
            opened, out, layer=author, status=cast("Status | None", status), progress=progress
        )
    click.echo(f"Wrote {out}: rows {report.rows}, bytes {report.bytes}, SHA-256 {report.sha256}.")


@click.command("guidelines")
@console.project_argument
@click.option(
    "--export",
    "out",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Write the pages to files, ar.md, en.md and so on.",
)
@click.option(
    "--import",
    "source",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Let the pages say what these files say; what they said before is kept.",
)
def guideline_pages(project: Path, out: Path | None, source: Path | None) -> None:
    """List the guideline pages of a project, write them to files, or bring them in from files.

    A page is Markdown in UTF-8. A heading that holds a label's name begins the section of it.
    """
    from annotator.exchange import guidelines
    from annotator.store import Project

    if out is not None and source is not None:
        raise click.UsageError("--export and --import are two commands.")
    with Project.open(project) as opened:
        if out is not None:
            for path in guidelines.export_folder(opened, out):
                click.echo(f"Wrote {path}.")
        elif source is not None:
            _tell_guidelines(guidelines.import_folder(opened, source))
        else:
            _list_guidelines(*guidelines.pages_of(opened))


def _tell_guidelines(came: Came) -> None:
    for name in came.left_out:
        click.echo(f"Left out: {name}, which does not end in ar.md or en.md.", err=True)
    click.echo(f"Pages read: {len(came.pages)}; new or changed: {came.changed}.")


def _list_guidelines(pages: Sequence[GuidelinePage], own: bool) -> None:
    for page in pages:
        click.echo(f"{page.name}  {page.language}  {len(page.text)} characters")
    if not own:
        click.echo(
            "The project has no guideline pages of its own; these come with its label set."
            if pages
            else "The project has no guideline pages."
        )


_THEMES = ("light", "dark", "contrast-light", "contrast-dark")


@click.command()
@console.project_argument
@click.argument("out", type=click.Path(path_type=Path), metavar="OUT.png")
@click.option("--article", type=click.IntRange(min=1), default=1, show_default=True)
@click.option("--language", type=click.Choice(["ar", "en"]), default="ar", show_default=True)
@click.option("--theme", type=click.Choice(_THEMES), default="light", show_default=True)
@click.option("--size", type=console.Size(), default="1440x900", show_default=True)
@click.option("--author", metavar="NAME", help="Whose annotations; else the first author's.")
def screenshot(
    project: Path,
    out: Path,
    article: int,
    language: str,
    theme: str,
    size: tuple[int, int],
    author: str | None,
) -> None:
    """Render the window to a PNG, without a display."""
    from typing import Literal, cast

    from annotator.desktop.schemes import Scheme
    from annotator.desktop.screenshot import take

    take(
        project,
        out,
        article=article,
        language=cast(Literal["ar", "en"], language),
        theme=cast("Scheme", theme),
        size=size,
        author=author,
    )
    click.echo(f"Wrote {out}.")


COMMANDS = (open_window, new, import_files, export, guideline_pages, screenshot)
