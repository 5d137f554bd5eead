"""Exporting from the window: one dialog asks all of it, then it is written in the background.

What is written comes from a snapshot, so annotating can go on meanwhile. The choice is remembered
by the project, the place by this machine: projects travel, folders do not.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from annotator.desktop import exportchoice
from annotator.desktop.asking import usual_folder
from annotator.desktop.background import Job, Progress, Stopped
from annotator.desktop.dialogs.exported import ExportedDialog
from annotator.desktop.dialogs.exporting import ExportDialog
from annotator.desktop.dialogs.job import JobDialog
from annotator.desktop.exportchoice import Choice
from annotator.desktop.language import tr
from annotator.desktop.settings import RECENT
from annotator.errors import UserError
from annotator.exchange import ExportReport, SplitReport, export, export_split, losses
from annotator.formats import Loss
from annotator.store import Project

if TYPE_CHECKING:
    from annotator.desktop.window import MainWindow

_NAME = "export"


class Outcome(NamedTuple):
    """What an export has done: `parts` if it was split, and what the format had no place for."""

    report: ExportReport
    parts: SplitReport | None
    lost: tuple[Loss, ...]


def export_dataset(window: MainWindow, refused: UserError | None = None) -> None:
    """Ask how and where to export, and do it; `refused` says why the last attempt came to nothing.

    While an export is under way, shows how far it is instead.
    """
    project = window.workspace.project
    if project is None:
        return
    if under_way := [one for one in window.findChildren(JobDialog, _NAME) if not one.job.over]:
        under_way[0].left = False
        under_way[0].open()
        return
    layers = project.layers()
    choice, snapshot = exportchoice.recalled(project, layers), project.snapshot()
    dialog = ExportDialog(
        window,
        choice,
        _place(window, project, choice),
        layers,
        lambda wanted, progress: _losses(snapshot, wanted, progress),
        lambda wanted, path: begin(window, wanted, path),
        stem=project.path.stem,
    )
    dialog.finished.connect(lambda _: snapshot.close())
    if refused is not None:
        dialog.refuse(refused)
    dialog.open()


def _place(window: MainWindow, project: Project, choice: Choice) -> Path:
    """Where this project was last exported to from this machine, else beside it."""
    last = window.settings.now.exports.get(str(project.path.resolve()))
    if last is not None and Path(last).parent.is_dir():
        return Path(last)
    return usual_folder(window) / choice.name(project.path.stem)


def _remember(window: MainWindow, project: Project, choice: Choice, path: Path) -> None:
    here = str(project.path.resolve())
    others = {key: value for key, value in window.settings.now.exports.items() if key != here}
    kept = list(others.items())[-RECENT + 1 :]
    window.settings.change(exports={**dict(kept), here: str(path.absolute())})
    try:
        exportchoice.remember(project, choice)
    except UserError as error:
        window.workspace.refuse(error)


def begin(window: MainWindow, choice: Choice, path: Path) -> None:
    """Write the dataset to `path` in the background, and report in the end."""
    project = window.workspace.project
    if project is None:
        return
    _remember(window, project, choice, path)
    snapshot = project.snapshot()
    job = Job(lambda progress: _write(snapshot, path, choice, progress), window)
    seen = JobDialog(window, tr("Exporting…"), job, _NAME)
    job.ended.connect(lambda outcome: _tell(window, outcome, quietly=seen.left))
    job.failed.connect(lambda error: _fail(window, error, quietly=seen.left))
    job.start()


def _write(snapshot: Project, path: Path, choice: Choice, progress: Progress) -> Outcome:
    """In the background."""
    with snapshot:
        lost = _losses(snapshot, choice, progress)
        parts = choice.parted()
        if parts is not None:
            report = _export_split(snapshot, path, choice, parts, progress)
            return Outcome(report.export, report, lost)
        return Outcome(_export(snapshot, path, choice, progress), None, lost)


def _export(project: Project, path: Path, choice: Choice, progress: Progress) -> ExportReport:
    return export(
        project,
        path,
        format=choice.format,
        layer=choice.layer,
        status=choice.status,
        scheme=choice.scheme,
        clitics=choice.clitics,
        card=choice.card,
        stated=choice.stated,
        progress=progress,
    )


def _export_split(
    project: Project, path: Path, choice: Choice, parts: Sequence[int], progress: Progress
) -> SplitReport:
    return export_split(
        project,
        path,
        parts,
        by=choice.by,
        format=choice.format,
        layer=choice.layer,
        status=choice.status,
        scheme=choice.scheme,
        clitics=choice.clitics,
        stated=choice.stated,
        progress=progress,
    )


def _losses(project: Project, choice: Choice, progress: Progress) -> tuple[Loss, ...]:
    return losses(
        project,
        format=choice.format,
        layer=choice.layer,
        status=choice.status,
        clitics=choice.clitics,
        progress=progress,
    )


def _tell(window: MainWindow, outcome: Outcome, *, quietly: bool) -> None:
    """Say what was written; who went on annotating is not interrupted."""
    report = outcome.report
    window.workspace.say("Written: {file}, {count} rows.", file=report.path.name, count=report.rows)
    if not quietly:
        ExportedDialog(window, *outcome).open()


def _fail(window: MainWindow, error: UserError, *, quietly: bool) -> None:
    if isinstance(error, Stopped) or quietly:
        window.workspace.refuse(error)
    else:
        export_dataset(window, error)
