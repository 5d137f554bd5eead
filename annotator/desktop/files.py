"""Opening, making, importing and exporting from the window: dialogs before, a report afterwards.

Every function returns at once: dialogs are opened, not waited for. What goes wrong is said in the
window; the project that was open stays open until another one really is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QProgressDialog

from annotator.desktop.dialogs.author import AuthorDialog
from annotator.desktop.dialogs.base import worded
from annotator.desktop.dialogs.project import SUFFIX, NewProjectDialog
from annotator.desktop.dialogs.reports import import_report
from annotator.desktop.language import tr
from annotator.errors import UserError
from annotator.exchange import export, guidelines, import_paths, sample, texts_in
from annotator.model.labels import LabelSet
from annotator.places import data_folder, sample_project
from annotator.store import Project

if TYPE_CHECKING:
    from annotator.desktop.window import MainWindow

_WINDOWS_ARABIC = "windows-1256"


class Stopped(UserError):
    """The person stopped something that takes long; nothing of it was kept."""


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

    named(window, lambda: NewProjectDialog(window, _folder(window), make).open())


def new_project_from_folder(window: MainWindow) -> None:
    """Ask for a folder of texts, make a project for them and bring them in."""

    def ask() -> None:
        dialog = _file_dialog(window, tr("Folder of texts"), "")
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
        QTimer.singleShot(0, window, lambda: import_now(window, [folder], encoding))

    # Beside the folder and not in it: the next import of the folder is to find texts only.
    place = folder.resolve().parent
    encodings = {
        "UTF-8": "utf-8",
        tr("Windows-1256, as older files have"): _WINDOWS_ARABIC,
    }
    dialog = NewProjectDialog(window, place, make, folder.name, encodings=encodings)
    dialog.open()


def open_project(window: MainWindow) -> None:
    """Ask for a project file and open it."""
    dialog = _file_dialog(window, tr("Open project"), f"{tr('Projects')} (*{SUFFIX})")
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


def import_files(window: MainWindow) -> None:
    """Ask for files and bring their articles in."""
    utf8 = f"{tr('Articles in UTF-8')} (*.txt *.jsonl)"
    arabic = f"{tr('Articles in Windows-1256')} (*.txt)"
    dialog = _file_dialog(window, tr("Import articles"), f"{utf8};;{arabic}")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)

    def take(files: Sequence[str]) -> None:
        encoding = _WINDOWS_ARABIC if dialog.selectedNameFilter() == arabic else "utf-8"
        import_now(window, [Path(file) for file in files], encoding)

    dialog.filesSelected.connect(take)
    dialog.open()


def import_now(window: MainWindow, paths: Sequence[Path], encoding: str = "utf-8") -> None:
    """Bring the articles of these files in, and report."""
    project = window.workspace.project
    if project is None:
        return
    with _Progress(window, tr("Importing…")) as progress:
        try:
            report = import_paths(
                project, list(paths), encoding=encoding, author=window.author, progress=progress
            )
        except UserError as error:
            window.tell(error)
            return
    window.reload_articles()
    import_report(window, report).open()


def export_jsonl(window: MainWindow) -> None:
    """Ask for a file and write the dataset."""
    dialog = _file_dialog(window, tr("Export as JSONL"), "JSONL (*.jsonl)")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("jsonl")
    project = window.workspace.project
    if project is not None:
        dialog.selectFile(f"{project.path.stem}.jsonl")
    dialog.fileSelected.connect(lambda file: export_now(window, Path(file)))
    dialog.open()


def export_now(window: MainWindow, path: Path) -> None:
    """Write every article of every layer to `path`."""
    project = window.workspace.project
    if project is None:
        return
    with _Progress(window, tr("Exporting…")) as progress:
        try:
            report = export(project, path, progress=progress)
        except UserError as error:
            window.tell(error)
            return
    window.workspace.say("Written: {file}, {count} rows.", file=path.name, count=report.rows)


class _Progress:
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


def _file_dialog(window: MainWindow, title: str, filters: str) -> QFileDialog:
    dialog = QFileDialog(window, title, str(_folder(window)), filters)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    worded(dialog)
    return dialog


def _folder(window: MainWindow) -> Path:
    """Where to begin: beside the open project, unless that is the sample; else at home."""
    project = window.workspace.project
    if project is not None and project.path.resolve().parent != data_folder().resolve():
        return project.path.resolve().parent
    return Path.home()


def _same(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve()
