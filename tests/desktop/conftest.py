"""Windows for the tests of this folder: the real one, on a project in a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotator.desktop import language, theme
from annotator.desktop.fonts import load_fonts
from annotator.desktop.settings import SettingsFile
from annotator.desktop.window import MainWindow
from annotator.desktop.workspace import Workspace
from annotator.model.record import Record
from annotator.places import settings_file
from annotator.store import Project
from tests.notation import NEWS, annotated

from .desk import Desk, OpenDesk

AUTHOR = "ليلى"
LINES = (
    "[وزيرة الطاقة [الأردنية|NORP]|OCC] [ليلى الحموري|PERS] زارت [عمّان|GPE] أمس.",
    "قال [خالد|PERS]: “[العمل يبدأ غدًا|direct]”.",
    "لا شيء في هذا المقال بعد.",
)

OpenWindow = Callable[..., MainWindow]


@pytest.fixture(autouse=True)
def dressed(qapp: object) -> Iterator[None]:
    """The interface as it starts in each test: English and light."""
    load_fonts()
    language.install("en")
    yield
    language.install("en")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project file with `LINES` as articles, annotated by `AUTHOR`."""
    return make_project(tmp_path / "project.db", LINES)


def make_project(path: Path, lines: tuple[str, ...]) -> Path:
    """A project file with these articles, in the notation of the tests."""
    with Project.create(path, NEWS) as made, made.importing("test") as into:
        for number, line in enumerate(lines):
            article = annotated(line, id=f"article-{number}")
            annotations = tuple(article.by_id.values())
            into.add(
                Record(
                    article=article.article,
                    layer=AUTHOR if annotations else None,
                    status="begun" if annotations else None,
                    annotations=annotations,
                )
            )
    return path


@pytest.fixture
def open_window(qtbot: QtBot, qapp: object) -> Iterator[OpenWindow]:
    """Opens the window on a project file, or on nothing; all are closed at the end."""
    opened: list[MainWindow] = []

    def window_on(
        path: Path | None = None,
        language_: language.Language = "en",
        scheme: theme.Scheme = "light",
        author: str = AUTHOR,
    ) -> MainWindow:
        settings = SettingsFile(settings_file())
        settings.change(language=language_, theme=scheme)
        language.install(language_)
        workspace = Workspace()
        window = MainWindow(workspace, settings, author)
        window.apply_theme()
        opened.append(window)
        if path is not None:
            workspace.open(Project.open(path), author)
        window.resize(1280, 820)
        window.show()
        window.focus_article()
        qtbot.waitExposed(window)
        settle(qtbot)
        return window

    yield window_on
    for window in opened:
        window.close()
        window.deleteLater()
    settle(qtbot)


@pytest.fixture
def desk(open_window: OpenWindow, tmp_path: Path) -> OpenDesk:
    """Opens a window on one line of the notation."""

    def on(line: str, author: str = AUTHOR) -> Desk:
        return Desk(open_window(make_project(tmp_path / "desk.db", (line,)), author=author))

    return on


def type_in(widget: QWidget, text: str) -> None:
    """Type a text of any script: Qt's own `keyClicks` knows Latin letters only."""
    for char in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, ord(char.upper()), Qt.KeyboardModifier.NoModifier, char)
            QApplication.sendEvent(widget, event)


def settle(qtbot: QtBot) -> None:
    """Let everything happen that waits for its turn."""
    for _ in range(4):
        QApplication.sendPostedEvents()
        QApplication.processEvents()
    # Windows that were given up go now: outside of an event loop nobody else takes them away.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
