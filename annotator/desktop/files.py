"""Opening and making projects from the window: a dialog asks, then it is done.

Every function returns at once: dialogs are opened, not waited for. What goes wrong is said in the
window; the project that was open stays open until another one really is.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog

from annotator.desktop.asking import file_dialog, usual_folder
from annotator.desktop.dialogs.author import AuthorDialog
from annotator.desktop.dialogs.project import SUFFIX, NewProjectDialog
from annotator.desktop.importing import WINDOWS_ARABIC, Wanted, import_now
from annotator.desktop.language import tr
from annotator.errors import UserError
from annotator.exchange import guidelines, sample, texts_in
from annotator.model.labels import LabelSet
from annotator.places import sample_project
from annotator.store import Project

if TYPE_CHECKING:
    from annotator.desktop.window import MainWindow


def named(window: MainWindow, then: Callable[[], object]) -> None:
    """Go on with `then` once it is known who annotates; the first time, that is asked."""

    def take(name: str) -> None:
        window.set_author(name)
        then()

    if window.author:
        then()
    else:
        AuthorDialog(window, "", take).open()


def new_project(window: MainWindow) -> None:
    """Ask for a file and a label set, make the project and open it."""

    def make(path: Path, labels: LabelSet) -> None:
        show(window, guidelines.new_project(path, labels))

    named(window, lambda: NewProjectDialog(window, usual_folder(window), make).open())


def new_project_from_folder(window: MainWindow) -> None:
    """Ask for a folder of texts, make a project for them and bring them in."""

    def ask() -> None:
        dialog = file_dialog(window, tr("Folder of texts"), "")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda folder: project_of(window, Path(folder)))
        dialog.open()

    named(window, ask)


def project_of(window: MainWindow, folder: Path) -> None:
    """Ask where the project of a folder's texts is to be, make it and bring them in."""
    try:
        texts_in(folder)
    except UserError as error:
        window.tell(error)
        return

    def make(path: Path, labels: LabelSet) -> None:
        show(window, guidelines.new_project(path, labels))
        encoding = dialog.encoding
        QTimer.singleShot(
            0, window, lambda: import_now(window, [folder], Wanted(encoding=encoding))
        )

    # Beside the folder and not in it: the next import of the folder is to find texts only.
    place = folder.resolve().parent
    encodings = {
        "UTF-8": "utf-8",
        tr("Windows-1256, as older files have"): WINDOWS_ARABIC,
    }
    dialog = NewProjectDialog(window, place, make, folder.name, encodings=encodings)
    dialog.open()


def open_project(window: MainWindow) -> None:
    """Ask for a project file and open it."""
    dialog = file_dialog(window, tr("Open project"), f"{tr('Projects')} (*{SUFFIX})")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda file: open_path(window, Path(file)))
    dialog.open()


def open_path(window: MainWindow, path: Path) -> bool:
    """Open a project file; False, and a message, if it is refused."""
    if not window.author:
        named(window, lambda: open_path(window, path))
        return False
    if window.workspace.project is not None and _same(window.workspace.project.path, path):
        return True
    try:
        show(window, Project.open(path))
    except UserError as error:
        window.tell(error)
        return False
    return True


def open_sample(window: MainWindow) -> bool:
    """Open the sample project; make it from the corpus where there is none yet."""
    if not window.author:
        named(window, lambda: open_sample(window))
        return False
    path = sample_project()
    if not path.exists():
        try:
            sample.make(path, window.author)
        except UserError as error:
            window.tell(error)
            return False
    return open_path(window, path)


def show(window: MainWindow, project: Project) -> None:
    """Have `project` in the window, and remember that."""
    window.workspace.open(project, window.author)
    window.settings.replace(window.settings.now.opened(project.path.resolve()))
    window.focus_article()


def _same(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve()
