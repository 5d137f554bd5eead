"""Has a BERT token classifier suggest: that of camel-tools if it is installed, or one in a folder.

Which folder it is, and which labels its labels become, is asked for each run and remembered in the
project. The model lives in a process of its own (`suggest.camel`); this only says which is to look.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from annotator.desktop.asking import file_dialog
from annotator.desktop.dialogs.model import ModelDialog
from annotator.desktop.language import tr
from annotator.errors import UserError
from annotator.exchange.suggesting import Plan, mapping, set_mapping
from annotator.store import Project
from annotator.suggest.camel import installed_model

if TYPE_CHECKING:
    from annotator.desktop.window import MainWindow

_KEY = "folder of the camel model"


def suggest(window: MainWindow) -> None:
    """Ask which model is to look at all articles that are not finished, and let it."""
    workspace = window.workspace
    project = workspace.project
    if project is None or not workspace.may_change():
        return
    try:
        folder = _usual(project)
    except UserError as error:
        window.tell(error)
        folder = None
    ModelDialog(
        window, workspace.labels, folder, mapping(project),
        ask=lambda over, then: _ask(window, over, then),
        then=lambda chosen, labels: take(window, project, chosen, labels),
    ).open()  # fmt: skip


def _usual(project: Project) -> Path | None:
    """The folder that was chosen last; else the installed one, if there is one."""
    known = project.recall(_KEY)
    return Path(known) if isinstance(known, str) else installed_model()


def _ask(window: MainWindow, over: QWidget, then: Callable[[Path], object]) -> None:
    dialog = file_dialog(window, tr("Folder with a BERT model that names entities"), "", over)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(lambda path: then(Path(path)))
    dialog.open()


def take(window: MainWindow, project: Project, folder: Path, labels: dict[str, str]) -> None:
    """Let the model in this folder look, and remember it with what its labels become."""
    if window.workspace.project is not project:
        return
    project.remember(_KEY, str(folder))
    set_mapping(project, {**mapping(project), **labels})
    plan = Plan(ways=("camel",), layer=window.workspace.author, model=str(folder))
    window.maker.everywhere(plan)
