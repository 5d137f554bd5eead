"""Checking an export from the window: a folder is chosen, and what is wrong with it is told."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from annotator.desktop.asking import file_dialog
from annotator.desktop.background import Job, Stopped
from annotator.desktop.dialogs.base import TextDialog
from annotator.desktop.dialogs.job import JobDialog
from annotator.desktop.language import say, tr
from annotator.errors import UserError
from annotator.exchange import Verified, verify

if TYPE_CHECKING:
    from annotator.desktop.window import MainWindow


def check_export(window: MainWindow) -> None:
    """Ask for the folder of an export, and check it against its dataset card."""
    dialog = file_dialog(window, tr("Check an export"), "")
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(lambda folder: begin(window, Path(folder)))
    dialog.open()


def begin(window: MainWindow, folder: Path) -> None:
    """Check a folder in the background, and say what is wrong with it."""
    job = Job(lambda progress: verify(folder, progress), window)
    seen = JobDialog(window, tr("Checking…"), job)
    job.ended.connect(lambda found: _tell(window, folder, found, quietly=seen.left))
    job.failed.connect(lambda error: _fail(window, error))
    job.start()


def _tell(window: MainWindow, folder: Path, found: Verified, *, quietly: bool) -> None:
    if quietly:
        window.workspace.say(
            "Checked {folder}; problems: {count}.", folder=folder.name, count=len(found.problems)
        )
        return
    lines = "\n".join(say(problem) for problem in found.problems)
    TextDialog(window, tr("Check an export"), say(found), lines).open()


def _fail(window: MainWindow, error: UserError) -> None:
    if isinstance(error, Stopped):
        window.workspace.refuse(error)
    else:
        window.tell(error)
