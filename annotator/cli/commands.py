"""The commands that open and make projects, and those for guideline pages and pictures."""

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
    from annotator.exchange.guidelines import Came
    from annotator.model.guidelines import GuidelinePage


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


COMMANDS = (open_window, new, guideline_pages, screenshot)
