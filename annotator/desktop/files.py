"""Opening, making and importing from the window: dialogs before, a report afterwards.

Every function returns at once: dialogs are opened, not waited for. What goes wrong is said in the
window; the project that was open stays open until another one really is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QProgressDialog

from annotator.desktop.background import Stopped
from annotator.desktop.dialogs.author import AuthorDialog
from annotator.desktop.dialogs.base import worded
from annotator.desktop.dialogs.mapping import MappingDialog
from annotator.desktop.dialogs.project import SUFFIX, NewProjectDialog
from annotator.desktop.dialogs.reports import import_report
from annotator.desktop.language import tr
from annotator.errors import UserError
from annotator.exchange import guidelines, import_paths, sample, texts_in
from annotator.formats import readable
from annotator.model.labels import LabelSet
from annotator.places import data_folder, sample_project
from annotator.store import Project

if TYPE_CHECKING:
    from annotator.desktop.window import MainWindow

_WINDOWS_ARABIC = "windows-1256"


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


def import_files(window: MainWindow) -> None:
    """Ask for files and bring their articles in."""
    filters = _filters()
    dialog = file_dialog(window, tr("Import articles"), ";;".join(filters))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)

    def take(files: Sequence[str]) -> None:
        format, encoding = filters[dialog.selectedNameFilter()]
        import_now(window, [Path(file) for file in files], encoding, format)

    dialog.filesSelected.connect(take)
    dialog.open()


def _filters() -> dict[str, tuple[str | None, str]]:
    """What a file dialog offers: all formats, which are then recognised, and each by its name."""
    shown = [format for format in readable() if format.suffixes]
    every = dict.fromkeys(suffix for format in shown for suffix in (*format.suffixes, ".zip"))
    filters: dict[str, tuple[str | None, str]] = {
        _filter(tr("All formats"), every): (None, "utf-8"),
        _filter(tr("Articles in Windows-1256"), (".txt",)): ("text", _WINDOWS_ARABIC),
    }
    for format in shown:
        suffixes = format.suffixes if format.shape == "file" else (*format.suffixes, ".zip")
        filters[_filter(tr(format.title), suffixes)] = (format.name, "utf-8")
    return filters


def _filter(title: str, suffixes: Iterable[str]) -> str:
    return f"{title} ({' '.join(f'*{suffix}' for suffix in suffixes)})"


def import_folder(window: MainWindow) -> None:
    """Ask for a folder and bring in what is in it."""
    dialog = file_dialog(window, tr("Import a folder"), "")
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(lambda folder: import_now(window, [Path(folder)]))
    dialog.open()


def import_now(
    window: MainWindow,
    paths: Sequence[Path],
    encoding: str = "utf-8",
    format: str | None = None,
    mapping: Sequence[str] = (),
) -> None:
    """Bring the articles of these files in, and report; without a format each is recognised.

    Labels that the project does not have are asked for, once.
    """
    project = window.workspace.project
    if project is None:
        return
    with Progress(window, tr("Importing…")) as progress:
        try:
            report = import_paths(
                project,
                list(paths),
                format=format,
                encoding=encoding,
                mapping=mapping,
                author=window.author,
                progress=progress,
            )
        except UserError as error:
            window.tell(error)
            return
    window.reload_articles()

    def go_on(words: list[str]) -> None:
        if words:
            import_now(window, paths, encoding, format, words)
        else:
            import_report(window, report).open()

    if report.foreign and not mapping:
        MappingDialog(window, project.labels, report.foreign, go_on).open()
    else:
        go_on([])


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


def file_dialog(window: MainWindow, title: str, filters: str) -> QFileDialog:
    """A dialog that asks for files or a folder, beginning beside the open project."""
    dialog = QFileDialog(window, title, str(usual_folder(window)), filters)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    worded(dialog)
    return dialog


def usual_folder(window: MainWindow) -> Path:
    """Where to begin: beside the open project, unless that is the sample; else at home."""
    project = window.workspace.project
    if project is not None and project.path.resolve().parent != data_folder().resolve():
        return project.path.resolve().parent
    return Path.home()


def _same(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve()
