"""Has a BERT token classifier suggest: that of camel-tools if it is installed, or one in a folder.

Which folder it is, is asked once and remembered in the project. The model lives in a process of its
own (`suggest.camel`); this only says which one is to look.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from annotator.desktop.asking import file_dialog
from annotator.desktop.language import tr
from annotator.errors import UserError
from annotator.exchange.suggesting import Plan
from annotator.suggest.camel import installed_model, look

if TYPE_CHECKING:
    from annotator.desktop.window import MainWindow

_KEY = "folder of the camel model"


def suggest(window: MainWindow) -> None:
    """Let the model look at all articles that are not finished; ask for its folder if need be."""
    project = window.workspace.project
    if project is None:
        return
    known = project.recall(_KEY)
    try:
        folder = Path(known) if isinstance(known, str) else installed_model()
    except UserError as error:
        window.tell(error)
        return
    if folder is None or not folder.is_dir():
        choose(window)
    else:
        take(window, folder)


def choose(window: MainWindow) -> None:
    """Ask in which folder a model lies, and let it look."""
    dialog = file_dialog(window, tr("Folder with a BERT model that names entities"), "")
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(lambda path: take(window, Path(path)))
    dialog.open()


def take(window: MainWindow, folder: Path) -> None:
    """Let the model in this folder look, and remember it; says why where it cannot be used."""
    project = window.workspace.project
    if project is None:
        return
    try:
        look(folder)
    except UserError as error:
        window.tell(error)
        return
    project.remember(_KEY, str(folder))
    plan = Plan(ways=("camel",), layer=window.workspace.author, model=str(folder))
    window.maker.everywhere(plan)
