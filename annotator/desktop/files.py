"""Opening, making, importing and exporting from the window: dialogs before, a report afterwards.

Every function returns at once: dialogs are opened, not waited for. What goes wrong is said in the
window; the project that was open stays open until another one really is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QProgressDialog

from annotator.desktop.dialogs.project import SUFFIX, NewProjectDialog
from annotator.desktop.dialogs.reports import import_report
from annotator.desktop.language import tr
from annotator.errors import UserError
from annotator.exchange import export, import_paths, sample
from annotator.model.labels import LabelSet
from annotator.places import data_folder, sample_project
from annotator.store import Project

if TYPE_CHECKING:
    from annotator.desktop.window import MainWindow

_WINDOWS_ARABIC = "windows-1256"


class Stopped(UserError):
    """The person stopped something that takes long; nothing of it was kept."""


def new_project(window: MainWindow) -> None:
    """Ask for a file and a label set, make the project and open it."""

    def make(path: Path, labels: LabelSet) -> None:
        show(window, Project.create(path, labels))

    NewProjectDialog(window, _folder(window), make).open()


def open_project(window: MainWindow) -> None:
    """Ask for a project file and open it."""
    dialog = _file_dialog(window, tr("Open project"), f"{tr('Projects')} (*{SUFFIX})")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda file: open_path(window, Path(file)))
    dialog.open()


def open_path(window: MainWindow, path: Path) -> bool:
    """Open a project file; False, and a message, if it is refused."""
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
    return dialog


def _folder(window: MainWindow) -> Path:
    """Where to begin: beside the open project, unless that is the sample; else at home."""
    project = window.workspace.project
    if project is not None and project.path.resolve().parent != data_folder().resolve():
        return project.path.resolve().parent
    return Path.home()


def _same(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve()
