"""A still picture of the window. Reads a project that it does not own, and never writes to it."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from annotator.desktop import language as languages
from annotator.desktop import theme as themes
from annotator.desktop.fonts import load_fonts
from annotator.desktop.schemes import Scheme
from annotator.desktop.session import application
from annotator.desktop.settings import SettingsFile
from annotator.desktop.window import MainWindow
from annotator.desktop.workspace import Workspace
from annotator.store import Project


def picture(
    project: Project,
    layer: str,
    article: int,
    language: Literal["ar", "en"],
    theme: Scheme,
    size: tuple[int, int],
) -> QImage:
    """The window of `project` as an image, `size` pixels large, with settings of its own."""
    app = application()
    load_fonts()
    with tempfile.TemporaryDirectory() as folder:
        settings = SettingsFile(Path(folder) / "settings.json")
        settings.change(language=language, theme=theme)
        languages.install(language)
        # Before there are widgets, as in the program: they would keep the system's font.
        themes.apply(app, theme)
        workspace = Workspace(keeps_place=False)
        window = MainWindow(workspace, settings, layer)
        window.apply_theme()
        window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        window.setMinimumSize(1, 1)
        window.resize(*size)
        workspace.open(project, layer)
        workspace.go_to(article)
        window.show()
        _settle()
        image = window.grab().toImage()
        window.close()
        window.deleteLater()
    return image


def _settle() -> None:
    """Let everything happen that waits for its turn: late panels, layouts, painting."""
    for _ in range(4):
        QApplication.sendPostedEvents()
        QApplication.processEvents()
