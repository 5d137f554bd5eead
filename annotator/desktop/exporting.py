"""Exporting from the window: how, where, what would be lost, and then it is written.

Each step is a dialog that can be left; nothing is written before the last one.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from annotator.desktop.dialogs.exporting import Choice, ExportDialog, LossDialog
from annotator.desktop.files import Progress, file_dialog
from annotator.desktop.language import tr
from annotator.errors import UserError
from annotator.exchange import ExportReport, export, losses
from annotator.formats import Loss, by_name
from annotator.store import Project

if TYPE_CHECKING:
    from annotator.desktop.window import MainWindow

DEFAULT = Choice(by_name("jsonl"), False, None, None, "IOB2", "split")


def export_dataset(window: MainWindow) -> None:
    """Ask how and where to export, and do it."""
    project = window.workspace.project
    if project is not None:
        ExportDialog(window, project.layers(), lambda choice: ask_where(window, choice)).open()


def ask_where(window: MainWindow, choice: Choice) -> None:
    """Ask for a file, or for the folder in which the folder of the export is to be."""
    project = window.workspace.project
    if project is None:
        return
    format, stem = choice.format, project.path.stem
    if format.shape != "file" and not choice.packed:
        name = f"{stem}-{format.name}"
        dialog = file_dialog(window, tr("Folder in which “{name}” is made", name=name), "")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda path: count_first(window, Path(path, name), choice))
    else:
        suffix = ".zip" if choice.packed else (*format.suffixes, "")[0]
        dialog = file_dialog(window, tr("Export"), f"{tr(format.title)} (*{suffix})")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix.removeprefix("."))
        dialog.selectFile(f"{stem}{suffix}")
        dialog.fileSelected.connect(lambda path: count_first(window, Path(path), choice))
    dialog.open()


def count_first(window: MainWindow, path: Path, choice: Choice) -> None:
    """Tell what the format has no place for, if there is anything; then write."""
    project = window.workspace.project
    if project is None:
        return
    try:
        found = _losses(window, project, choice)
    except UserError as error:
        window.tell(error)
        return
    if found:
        LossDialog(window, choice.format, found, lambda: export_now(window, path, choice)).open()
    else:
        export_now(window, path, choice)


def _losses(window: MainWindow, project: Project, choice: Choice) -> tuple[Loss, ...]:
    with Progress(window, tr("Counting…")) as progress:
        return losses(
            project,
            format=choice.format.name,
            layer=choice.layer,
            status=choice.status,
            clitics=choice.clitics,
            progress=progress,
        )


def export_now(window: MainWindow, path: Path, choice: Choice = DEFAULT) -> None:
    """Write the articles to `path`."""
    project = window.workspace.project
    if project is None:
        return
    try:
        report = _export(window, project, path, choice)
    except UserError as error:
        window.tell(error)
        return
    window.workspace.say("Written: {file}, {count} rows.", file=path.name, count=report.rows)


def _export(window: MainWindow, project: Project, path: Path, choice: Choice) -> ExportReport:
    with Progress(window, tr("Exporting…")) as progress:
        return export(
            project,
            path,
            format=choice.format.name,
            layer=choice.layer,
            status=choice.status,
            scheme=choice.scheme,
            clitics=choice.clitics,
            progress=progress,
        )
