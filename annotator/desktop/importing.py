"""Importing from the window: what files are taken for can be changed, then they are read in.

What only a person can say is asked for once, when it turns out to be open: what offsets count,
with the letters that each reading would mark, and what labels of others stand for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QFileDialog

from annotator.desktop.asking import Progress, file_dialog
from annotator.desktop.dialogs.importing import WINDOWS_ARABIC, ImportDialog, Wanted
from annotator.desktop.dialogs.mapping import MappingDialog
from annotator.desktop.dialogs.offsets import OffsetsDialog
from annotator.desktop.dialogs.reports import import_report
from annotator.desktop.language import tr
from annotator.errors import UserError
from annotator.exchange import ImportReport, import_paths, look
from annotator.formats import readable
from annotator.formats.base import Unit
from annotator.store import Project

if TYPE_CHECKING:
    from annotator.desktop.window import MainWindow

__all__ = ["WINDOWS_ARABIC", "Wanted", "ask_how", "import_files", "import_folder", "import_now"]


def import_files(window: MainWindow) -> None:
    """Ask for files and bring their articles in."""
    filters = _filters()
    dialog = file_dialog(window, tr("Import articles"), ";;".join(filters))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)

    def take(files: Sequence[str]) -> None:
        wanted = filters[dialog.selectedNameFilter()]
        ask_how(window, [Path(file) for file in files], wanted)

    dialog.filesSelected.connect(take)
    dialog.open()


_PACKED = (".zip", ".tar.gz", ".tgz")
"""What folders are packed in."""


def _filters() -> dict[str, Wanted]:
    """What a file dialog offers: all formats, which are then recognised, and each by its name."""
    shown = [format for format in readable() if format.suffixes]
    every = dict.fromkeys(suffix for format in shown for suffix in (*format.suffixes, *_PACKED))
    filters = {
        _filter(tr("All formats"), every): Wanted(),
        _filter(tr("Articles in Windows-1256"), (".txt",)): Wanted("text", WINDOWS_ARABIC),
    }
    for format in shown:
        suffixes = format.suffixes if format.shape == "file" else (*format.suffixes, *_PACKED)
        filters[_filter(tr(format.title), suffixes)] = Wanted(format.name)
    filters[f"{tr('All files')} (*)"] = Wanted()  # many corpora have no ending, and are recognised
    return filters


def _filter(title: str, suffixes: Iterable[str]) -> str:
    return f"{title} ({' '.join(f'*{suffix}' for suffix in suffixes)})"


def import_folder(window: MainWindow) -> None:
    """Ask for a folder and bring in what is in it."""
    dialog = file_dialog(window, tr("Import a folder"), "")
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(lambda folder: ask_how(window, [Path(folder)]))
    dialog.open()


def ask_how(window: MainWindow, paths: Sequence[Path], wanted: Wanted | None = None) -> None:
    """Tell what the files are taken for, which can be changed; then bring them in."""
    seen = look(paths)

    def go_on(chosen: Wanted) -> None:
        import_now(window, paths, chosen)

    ImportDialog(window, paths, seen, wanted or Wanted(), go_on).open()


class Said(NamedTuple):
    """What a person has said since files were first read, and how that reading fared.

    `units` is None until it has been asked what offsets count; it then has those files for which a
    unit was chosen.
    """

    mapping: tuple[str, ...] = ()
    units: Mapping[str, Unit] | None = None
    before: ImportReport | None = None


NOTHING = Said()


def import_now(
    window: MainWindow, paths: Sequence[Path], wanted: Wanted | None = None, said: Said = NOTHING
) -> None:
    """Bring the articles of these files in, and report; without a format each is recognised.

    What offsets count where that is open, and what labels stand for that the project does not
    have, is asked for, once each; then the files are read again, which adds nothing twice.
    """
    project = window.workspace.project
    if project is None:
        return
    try:
        report = _import(window, project, paths, wanted or Wanted(), said)
    except UserError as error:
        window.tell(error)
        return
    if said.before is not None:
        report = report.after(said.before)
    window.reload_articles()
    _go_on(
        window,
        report,
        said._replace(before=report),
        lambda it: import_now(window, paths, wanted, it),
    )


def _go_on(
    window: MainWindow, report: ImportReport, said: Said, again: Callable[[Said], None]
) -> None:
    """Ask what is open, if anything still is, and read again; else report."""

    def counted(unit: Unit | None) -> None:
        if unit is None:
            _go_on(window, report, said._replace(units={}), again)
        else:
            again(said._replace(units={one.file: unit for one in report.doubts}))

    def mapped(words: list[str]) -> None:
        if words:
            again(said._replace(mapping=tuple(words)))
        else:
            import_report(window, report).open()

    if report.doubts and said.units is None:
        OffsetsDialog(window, report.doubts, counted, window.view.text_style.family).open()
    elif report.foreign and not said.mapping:
        MappingDialog(window, window.workspace.labels, report.foreign, mapped).open()
    else:
        import_report(window, report).open()


def _import(
    window: MainWindow,
    project: Project,
    paths: Sequence[Path],
    wanted: Wanted,
    said: Said,
) -> ImportReport:
    with Progress(window, tr("Importing…")) as progress:
        return import_paths(
            project,
            list(paths),
            format=wanted.format,
            encoding=wanted.encoding,
            unit=wanted.unit,
            scheme=wanted.scheme,
            mapping=said.mapping,
            units=said.units,
            author=window.author,
            progress=progress,
        )
