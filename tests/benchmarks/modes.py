"""Measures the modes: letters over every word in view, and marking every same string."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from annotator.model.article import Article
from annotator.model.labelfile import load
from annotator.model.record import Record
from annotator.resources import resource
from annotator.store import Project
from tests.benchmarks.figures import Figure, at_most, run
from tests.benchmarks.window import _article, _project, text_of

_ARTICLES = 20_000
_SAME = "الوزيرة"

_START = """
import statistics, sys, time
from pathlib import Path
from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest
from annotator.desktop import undoing
from annotator.desktop.session import application
from annotator.desktop.fonts import load_fonts
from annotator.desktop.settings import SettingsFile
from annotator.desktop.window import MainWindow
from annotator.desktop.workspace import Workspace
from annotator.model.spans import Span
from annotator.store import Project
app = application(); load_fonts()
window = MainWindow(Workspace(), SettingsFile(Path(sys.argv[2])), "bench")
window.apply_theme(); window.resize(2560, 1440); window.show(); app.processEvents()
window.workspace.open(Project.open(Path(sys.argv[1])), "bench")
view, workspace = window.view, window.workspace
view.setFocus(); view.viewport().repaint()
SHIFT = Qt.KeyboardModifier.ShiftModifier
def press(key, held=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(view, key, held)
def timed(act):
    before = time.perf_counter(); act(); return (time.perf_counter() - before) * 1000
def select(words):
    start = workspace.text.index(words); workspace.select(Span.of(start, start + len(words)))
"""

_GOING = """
def painted():
    press(Qt.Key.Key_G); view.viewport().repaint()
def scene():
    view._scene = None; view.scene()
plain = statistics.median(timed(scene) for _ in range(30))
times = []
for turn in range(30):
    press(Qt.Key.Key_Left); app.processEvents()
    times.append(timed(painted))
    count = len(workspace.mode.hints)
    with_hints = statistics.median(timed(scene) for _ in range(3))
    press(Qt.Key.Key_Escape); app.processEvents()
print(count, statistics.median(times), max(times), with_hints, plain)
"""

_HERE = """
select(sys.argv[3]); press(Qt.Key.Key_Y); app.processEvents()
def proposed():
    press(Qt.Key.Key_A); view.viewport().repaint()
took = timed(proposed)
count = len(workspace.mode.offered)
def marked():
    press(Qt.Key.Key_Return); view.viewport().repaint()
print(count, took, timed(marked))
"""

_EVERYWHERE = """
from annotator.desktop.dialogs.everywhere import EverywhereDialog
select(sys.argv[3]); press(Qt.Key.Key_Y); app.processEvents()
began = time.perf_counter()
press(Qt.Key.Key_A, SHIFT)
(dialog,) = window.findChildren(EverywhereDialog)
turns, first = [], None
flags = QEventLoop.ProcessEventsFlag.AllEvents | QEventLoop.ProcessEventsFlag.WaitForMoreEvents
while dialog.searching:
    turns.append(timed(lambda: app.processEvents(flags)))
    if first is None and dialog.model.count:
        first = (time.perf_counter() - began) * 1000
whole = time.perf_counter() - began
places = dialog.model.count
began = time.perf_counter()
QTest.keyClick(dialog.list, Qt.Key.Key_Return)
mark = time.perf_counter() - began
began = time.perf_counter()
undoing.undo(workspace)
undo = time.perf_counter() - began
turns.sort()
print(places, first, whole, turns[len(turns) // 2], turns[int(len(turns) * 0.99)], mark, undo)
"""


def figures() -> Iterable[Figure]:
    """The table's lines; the programs are measured offscreen, the disk is real."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder)
        _project(path / "short.db", _article(600, 60))
        _project(path / "long.db", _article(60_000, 6_000))
        _many(path / "many.db")
        yield from _going(path)
        yield from _here(path)
        yield from _everywhere(path)


def _many(path: Path) -> None:
    """A project of many articles, of which a fifth or so has the string."""
    chance, parts = random.Random(20260303), text_of(4000).split("\n")
    labels = load("news", resource("labels"))
    with Project.create(path, labels) as project, project.importing("benchmark") as importing:
        for number in range(_ARTICLES):
            begin = f"{_SAME} {number}" if number == 0 else f"مقال {number}"
            text = "\n".join((begin, *chance.sample(parts, 8)))
            importing.add(Record(article=Article(text=text)))


def _measured(folder: Path, project: str, script: str, *arguments: str) -> Iterator[float]:
    settings = str(folder / "settings.json")
    output = run(["-c", _START + script, str(folder / project), settings, *arguments]).output
    return map(float, output.split())


def _going(folder: Path) -> Iterable[Figure]:
    count, median, worst, scene, plain = _measured(folder, "short.db", _GOING)
    name = f"G to {count:.0f} keycaps painted"
    yield at_most(f"{name}: median", median, 16, "ms")
    yield at_most(f"{name}: worst of 30", worst, 33, "ms")
    yield Figure("the scene with them, and without", f"{scene:.2f} ms, {plain:.2f} ms")


def _here(folder: Path) -> Iterable[Figure]:
    count, proposed, marked = _measured(folder, "long.db", _HERE, _SAME)
    yield at_most(f"A to {count:.0f} proposals painted, 60,000 words", proposed, 100, "ms")
    yield at_most("Enter to all of them marked and painted", marked, 100, "ms")


def _everywhere(folder: Path) -> Iterable[Figure]:
    places, first, whole, median, p99, mark, undo = _measured(folder, "many.db", _EVERYWHERE, _SAME)
    name = f"Shift+A over {_ARTICLES:,} articles"
    yield at_most(f"{name}: first place in the list", first, 500, "ms")
    yield Figure(f"{name}: all {places:,.0f} places", f"{whole:.1f} s")
    yield at_most("a turn of the window meanwhile: median", median, 16, "ms")
    yield at_most("a turn of the window meanwhile: p99", p99, 50, "ms")
    yield Figure("marking them, and undoing that", f"{mark:.1f} s, {undo:.1f} s")
