"""What the page of statistics asks of the window: to come and go, and to write tables and pictures.

Both are written in a new folder, wholly or not at all.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from annotator.desktop.asking import file_dialog
from annotator.desktop.language import tr
from annotator.desktop.statistics.pictures import files
from annotator.errors import UserError
from annotator.exchange import tables
from annotator.formats import Piece

if TYPE_CHECKING:
    from annotator.desktop.window import MainWindow


def connect(window: MainWindow) -> None:
    """Listen to the page of statistics."""
    page = window.statistics
    page.closed.connect(window.focus_article)
    page.hinted.connect(window.status.show_hints)
    page.tables_wanted.connect(lambda: ask(window, "tables"))
    page.pictures_wanted.connect(lambda: ask(window, "charts"))


def show(window: MainWindow) -> None:
    """Bring the page; it counts by itself."""
    window.middle.setCurrentWidget(window.statistics)
    window.statistics.take_keyboard()


def ask(window: MainWindow, contents: str) -> None:
    """Ask in which folder the folder of tables, or of charts, is to be made."""
    project = window.workspace.project
    if project is None:
        return
    name = f"{project.path.stem}-{contents}"
    dialog = file_dialog(window, tr("Folder in which “{name}” is made", name=name), "")
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(lambda path: write(window, Path(path, name), contents))
    dialog.open()


def write(window: MainWindow, folder: Path, contents: str) -> None:
    """Write all tables, or the charts that are shown, into this folder."""
    try:
        written = tables.write(folder, _pieces(window, contents), contents)
    except UserError as error:
        window.tell(error)
        return
    window.workspace.say(
        "Written: {folder}, {count} files.", folder=folder.name, count=written.files
    )


def _pieces(window: MainWindow, contents: str) -> Iterable[Piece]:
    page, project = window.statistics, window.workspace.project
    if contents == "charts":
        return files(page.charts())
    if page.found is None or project is None:
        return ()
    return tables.sheets(page.found, project.labels)
