"""The window as a benchmark drives it: a program of its own that prints milliseconds.

Run as `python -m tests.benchmarks.desk DEED PROJECT SETTINGS [COUNT]`. Every time is that of an
answer in full: from the key, or whatever it is, until all is painted and everything that waited for
its turn is done, the lists and the status line too. The disk is real, the screen is not.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from annotator.desktop import looks
from annotator.desktop.fonts import load_fonts
from annotator.desktop.session import application
from annotator.desktop.settings import SettingsFile
from annotator.desktop.window import MainWindow
from annotator.desktop.workspace import Workspace
from annotator.model import edits
from annotator.model.spans import Span
from annotator.store import Project

Act = Callable[[], object]


def main(deed: str, project: str, settings: str, count: str = "200") -> None:
    """Do the deed `count` times and print how long each answer took."""
    app = application()
    load_fonts()
    window = MainWindow(Workspace(), SettingsFile(Path(settings)), "bench")
    window.apply_theme()
    window.resize(1440, 900)
    window.show()
    app.processEvents()
    if deed == "open":
        print(answer(lambda: window.workspace.open(Project.open(Path(project)), "bench")))
        return
    window.workspace.open(Project.open(Path(project)), "bench")
    window.focus_article()
    settle()
    for number in range(int(count)):
        print(DEEDS[deed](window, number))


def settle() -> None:
    """Let everything happen that waits for its turn."""
    for _ in range(3):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


class _Paints(QObject):
    """Counts what is painted, so that an answer that shows nothing is no answer."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count it."""
        self.count += event.type() == QEvent.Type.Paint
        return False


def answer(act: Act) -> float:
    """The milliseconds from `act` to the painted result; raises if nothing was painted."""
    paints = _Paints()
    app = QApplication.instance()
    assert app is not None
    app.installEventFilter(paints)
    began = time.perf_counter()
    act()
    settle()
    took = time.perf_counter() - began
    app.removeEventFilter(paints)
    if not paints.count:
        raise RuntimeError("Nothing was painted.")
    return took * 1000


def _press(widget: QWidget, key: Qt.Key) -> Act:
    return lambda: QTest.keyClick(widget, key)


def _label(window: MainWindow, number: int) -> float:
    QTest.keyClick(window.view, Qt.Key.Key_Left)
    settle()
    return answer(_press(window.view, Qt.Key.Key_P))


def _commit(window: MainWindow, number: int) -> float:
    """What the disk takes of a label key: nothing is shown."""
    workspace = window.workspace
    assert workspace.project is not None
    assert workspace.annotated is not None
    assert workspace.number is not None
    edit = edits.mark("PERS", Span.of(number, number + 1))
    began = time.perf_counter()
    after = workspace.project.apply(workspace.number, workspace.layer, workspace.annotated, edit)
    took = time.perf_counter() - began
    workspace.annotated = after
    return took * 1000


def _word(window: MainWindow, number: int) -> float:
    return answer(_press(window.view, Qt.Key.Key_Left))


def _focus(window: MainWindow, number: int) -> float:
    if number % 50 == 0:
        window.workspace.set_cursor((0, 0))
        settle()
    return answer(_press(window.view, Qt.Key.Key_Tab))


def _scroll(window: MainWindow, number: int) -> float:
    bar = window.view.verticalScrollBar()
    way = 45 if number < 100 else -45
    return answer(lambda: bar.setValue(bar.value() + way))


def _hints(window: MainWindow, number: int) -> float:
    took = answer(_press(window.view, Qt.Key.Key_G))
    QTest.keyClick(window.view, Qt.Key.Key_Escape)
    settle()
    return took


def _turn(window: MainWindow, number: int) -> float:
    project = window.workspace.project
    assert project is not None
    other = (number + 1) % project.count() + 1
    return answer(lambda: window.workspace.go_to(other))


def _resize(window: MainWindow, number: int) -> float:
    width = 1440 - 20 * (number % 20 + 1)
    return answer(lambda: window.resize(width, 900))


def _zoom(window: MainWindow, number: int) -> float:
    return answer(lambda: looks.zoom(window, 1 if number % 4 < 2 else -1))


DEEDS: dict[str, Callable[[MainWindow, int], float]] = {
    "label": _label,
    "commit": _commit,
    "word": _word,
    "focus": _focus,
    "scroll": _scroll,
    "hints": _hints,
    "turn": _turn,
    "resize": _resize,
    "zoom": _zoom,
}


if __name__ == "__main__":
    main(*sys.argv[1:])
