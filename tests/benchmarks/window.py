"""Measures what a person feels: a key to the painted result, opening, and turning pages."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Iterable, Iterator
from itertools import islice, pairwise
from pathlib import Path

from annotator.model.annotations import Entity
from annotator.model.article import Article
from annotator.model.labelfile import load
from annotator.model.record import Record
from annotator.model.spans import Span
from annotator.resources import corpus, resource
from annotator.store import Project
from annotator.text.tokens import words
from tests.benchmarks.exchange import make
from tests.benchmarks.figures import Figure, at_most, run

_PRESSES = 200
_ARTICLES = 10_000

_START = """
import sys, time
from pathlib import Path
started = time.perf_counter()
from annotator.desktop.session import application
from annotator.desktop.fonts import load_fonts
from annotator.desktop.settings import SettingsFile
from annotator.desktop.window import MainWindow
from annotator.desktop.workspace import Workspace
from annotator.store import Project
app = application(); load_fonts()
window = MainWindow(Workspace(), SettingsFile(Path(sys.argv[2])), "bench")
window.apply_theme(); window.show(); app.processEvents()
opening = time.perf_counter()
window.workspace.open(Project.open(Path(sys.argv[1])), "bench")
window.view.viewport().repaint()
shown = time.perf_counter()
turns = []
for number in range(2, 42):
    before = time.perf_counter()
    window.workspace.go_to(number % window.workspace.project.count() + 1)
    window.view.viewport().repaint()
    turns.append(time.perf_counter() - before)
print(shown - opening, sorted(turns)[len(turns) // 2], max(turns))
"""

_KEYS = """
import sys, time
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from annotator.desktop.session import application
from annotator.desktop.fonts import load_fonts
from annotator.desktop.settings import SettingsFile
from annotator.desktop.window import MainWindow
from annotator.desktop.workspace import Workspace
from annotator.store import Project
app = application(); load_fonts()
window = MainWindow(Workspace(), SettingsFile(Path(sys.argv[2])), "bench")
window.apply_theme(); window.resize(1440, 900); window.show(); app.processEvents()
window.workspace.open(Project.open(Path(sys.argv[1])), "bench")
window.view.viewport().repaint()
window.view.setFocus()
for press in range(int(sys.argv[3])):
    QTest.keyClick(window.view, Qt.Key.Key_Left); app.processEvents()
    before = time.perf_counter()
    QTest.keyClick(window.view, Qt.Key.Key_P)
    window.view.viewport().repaint()
    print(time.perf_counter() - before)
"""


def figures() -> Iterable[Figure]:
    """The table's lines; the programs are measured offscreen, the disk is real."""
    with tempfile.TemporaryDirectory() as folder:
        for words_, marks in ((600, 60), (60_000, 6_000)):
            yield from _keys(Path(folder), words_, marks)
        yield from _opening(Path(folder))


def _text(count: int) -> str:
    """A text of `count` words from the corpus, again and again."""
    import json

    rows = corpus("news.jsonl").read_text("utf-8").splitlines()
    texts = [json.loads(row)["text"] for row in rows]
    pieces: list[str] = []
    have = 0
    while have < count:
        for text in texts:
            pieces.append(text)
            have += len(text.split())
    joined = "\n".join(pieces)
    return joined[: list(islice(words(joined), count))[-1][1]]


def _project(path: Path, count: int, marks: int) -> None:
    text = _text(count)
    with Project.create(path, load("news", resource("labels"))) as project:
        entities = tuple(
            Entity(label="ORG", span=Span.of(first[0], second[1]))
            for first, second in islice(_every(text, count // marks), marks)
        )
        record = Record(article=Article(text=text), layer="bench", annotations=entities)
        with project.importing("benchmark") as importing:
            importing.add(record)


def _every(text: str, step: int) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    yield from islice(pairwise(words(text)), 0, None, step)


def _keys(folder: Path, count: int, marks: int) -> Iterable[Figure]:
    path = folder / f"{count}.db"
    _project(path, count, marks)
    arguments = ["-c", _KEYS, str(path), str(folder / "settings.json"), str(_PRESSES)]
    times = sorted(float(line) * 1000 for line in run(arguments).output.split())
    name = f"label key to paint, {count:,} words, {marks:,} annotations"
    yield at_most(f"{name}: median", statistics.median(times), 16, "ms")
    yield at_most(f"{name}: p99", times[int(len(times) * 0.99) - 1], 33, "ms")


def _opening(folder: Path) -> Iterable[Figure]:
    rows, path = folder / "rows.jsonl", folder / "many.db"
    make(rows, _ARTICLES)
    run(["-m", "annotator", "new", str(path), "--labels", "news"])
    run(["-m", "annotator", "import", str(path), str(rows)])
    started = time.perf_counter()
    output = run(["-c", _START, str(path), str(folder / "settings.json")]).output.split()
    took = time.perf_counter() - started
    shown, turn, worst = (float(one) * 1000 for one in output)
    yield at_most(f"opening {_ARTICLES:,} articles to the first one", shown, 500, "ms")
    yield at_most("another article, median", turn, 50, "ms")
    yield at_most("another article, worst of 40", worst, 50, "ms")
    yield Figure("that whole run, process start included", f"{took:,.2f} s")
