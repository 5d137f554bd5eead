"""What asks for files and shows how far something is: for all that brings in and takes out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QProgressDialog, QWidget

from annotator.desktop.background import Stopped
from annotator.desktop.dialogs.base import worded
from annotator.desktop.language import tr
from annotator.places import data_folder

if TYPE_CHECKING:
    from annotator.desktop.window import MainWindow


class Progress:
    """A bar that appears when something takes longer than a moment. Calling it moves the bar."""

    def __init__(self, window: MainWindow, text: str) -> None:
        self._dialog = QProgressDialog(text, tr("Stop"), 0, 0, window)
        self._dialog.setWindowModality(Qt.WindowModality.WindowModal)
        self._dialog.setMinimumDuration(700)
        self._dialog.setAutoClose(False)
        self._dialog.setAutoReset(False)

    def __enter__(self) -> Callable[[int, int], None]:
        return self._move

    def __exit__(self, *_: object) -> None:
        self._dialog.close()
        self._dialog.deleteLater()

    def _move(self, done: int, total: int) -> None:
        self._dialog.setMaximum(total)
        self._dialog.setValue(done)
        if self._dialog.wasCanceled():
            raise Stopped("Stopped.", kept="Nothing was changed.")


def file_dialog(
    window: MainWindow, title: str, filters: str, over: QWidget | None = None
) -> QFileDialog:
    """A dialog that asks for files or a folder, beginning beside the open project.

    It belongs to the dialog that it is opened `over`, and waits and goes with that; else to the
    window.
    """
    dialog = QFileDialog(over or window, title, str(usual_folder(window)), filters)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    worded(dialog)
    return dialog


def usual_folder(window: MainWindow) -> Path:
    """Where to begin: beside the open project, unless that is the sample; else at home."""
    project = window.workspace.project
    if project is not None and project.path.resolve().parent != data_folder().resolve():
        return project.path.resolve().parent
    return Path.home()
