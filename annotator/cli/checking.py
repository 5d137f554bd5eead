"""The command that checks a project: for damage, or with --quality its annotations."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from annotator.cli import console, quality


def _ids() -> Sequence[str]:
    from annotator.quality.checks import CHECKS

    return [one.id for one in CHECKS]


_CHECK = console.OneOf("check", _ids)


@click.command()
@console.project_argument
@click.option("--reindex", is_flag=True, help="Make the search index anew first.")
@click.option(
    "--quality", "annotations", is_flag=True, help="Check the annotations instead, as below."
)
@click.option("--only", multiple=True, type=_CHECK, help="This check; may be repeated.")
@click.option("--author", metavar="NAME", help="Whose annotations; else those of all people.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, one a finding.")
@click.option(
    "--fix",
    is_flag=True,
    help="Carry out fixes, for one author and as one step for undo: with --only all of these "
    "checks, else those that need nobody's judgement.",
)
@click.option("--dry-run", is_flag=True, help="With --fix: tell what it would change.")
@click.option(
    "--right",
    multiple=True,
    metavar="FINDING",
    help="This finding is right as it is, and not told again; name it by the eight letters and "
    "digits in front of it. May be repeated.",
)
@click.option(
    "--not-right",
    multiple=True,
    metavar="FINDING",
    help="Tell this finding again. May be repeated.",
)
@click.option("--list-right", is_flag=True, help="List what was judged to be right instead.")
def check(
    project: Path,
    reindex: bool,
    annotations: bool,
    only: tuple[str, ...],
    author: str | None,
    as_json: bool,
    fix: bool,
    dry_run: bool,
    right: tuple[str, ...],
    not_right: tuple[str, ...],
    list_right: bool,
) -> None:
    """Look for damage, or with --quality for annotations that are worth a second look.

    What may have been forgotten is only looked for in articles that are done. The status is 1 if
    anything is found, and after --fix if anything is left. Without --fix, --right, --not-right
    and --reindex nothing is changed.
    """
    judging = bool(right or not_right)
    of_quality = (only, author, as_json, fix, dry_run, judging, list_right)
    if annotations is reindex is True or (not annotations and any(of_quality)):
        raise click.UsageError("All options but --reindex go with --quality.")
    if sum(map(bool, (fix, judging, list_right))) > 1:
        raise click.UsageError("--fix, --right and --list-right are three commands.")
    if (dry_run and not fix) or (as_json and (fix or judging)) or (only and judging):
        raise click.UsageError("--dry-run goes with --fix; --json and --only not with all others.")
    if not annotations:
        _check_damage(project, reindex)
    from annotator.store import Project

    with Project.open(project) as opened:
        if fix:
            quality.fix(opened, author, only, dry=dry_run)
        elif judging:
            quality.judge(opened, author, right, not_right)
        else:
            quality.tell(opened, author, only, json=as_json, right=list_right)


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


COMMANDS = (check,)
