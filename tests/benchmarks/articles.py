"""The list of 100,000 articles: opening, scrolling, filtering as one types, sorting, turning pages.

The articles are short pieces of the corpus with titles made of its words; six in ten were worked
on. Each figure is the worst of its kind, a key to the painted result.
"""

from __future__ import annotations

import json
import os
import random
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from annotator.model.annotations import Entity
from annotator.model.article import STATUSES, Article
from annotator.model.labelfile import load
from annotator.model.record import Record
from annotator.model.spans import Span
from annotator.resources import corpus, resource
from annotator.store import Project
from tests.benchmarks.figures import Figure, at_most, run

ARTICLES = int(os.environ.get("BENCHMARK_LIST", "100000"))
_SEED = 20260301

_DRIVE = """
import sys, time, json
from pathlib import Path
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from annotator.desktop import walking
from annotator.desktop.session import application
from annotator.desktop.fonts import load_fonts
from annotator.desktop.settings import SettingsFile
from annotator.desktop.window import MainWindow
from annotator.desktop.workspace import Workspace
from annotator.store import ORDERS, Project
app = application(); load_fonts()
window = MainWindow(Workspace(), SettingsFile(Path(sys.argv[2])), "bench")
window.apply_theme(); window.resize(1440, 900); window.show(); app.processEvents()
found = {}
def timed(name, act):
    before = time.perf_counter()
    act()
    window.articles.list.viewport().repaint(); window.view.viewport().repaint()
    found.setdefault(name, []).append((time.perf_counter() - before) * 1000)
    before = time.perf_counter()
    app.processEvents()
    found.setdefault("afterwards", []).append((time.perf_counter() - before) * 1000)
project = Project.open(Path(sys.argv[1]))
timed("open", lambda: window.workspace.open(project, "bench"))
window.focus_articles(); app.processEvents()
list_, field = window.articles.list, window.articles.filter.field
for key in (Qt.Key.Key_End, *[Qt.Key.Key_PageUp] * 20, Qt.Key.Key_Home):
    timed("scroll", lambda: QTest.keyClick(list_, key))
bar = list_.verticalScrollBar()
for place in range(0, 40):
    timed("scroll", lambda: bar.setValue(bar.maximum() * ((place * 17) % 40) // 40))
def type_(char):
    app.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, char))
field.setFocus()
for word in ("\\u0627\\u0644\\u0648\\u0632\\u064a\\u0631", "\\u0641\\u064a \\u0623\\u0645", "zz"):
    for char in word:
        timed("filter", lambda: type_(char))
    timed("filter", window.articles.filter.clear)
for status in ("new", "begun", "done", "skipped", None):
    timed("state", lambda: window.articles.filter.show_status(status))
for order in (*ORDERS[1:], "project"):
    timed("sort", lambda: window.articles.filter.sort(order))
for status, order in ((None, "project"), ("new", "title"), (None, "annotations")):
    window.articles.filter.show_status(status); window.articles.filter.sort(order)
    app.processEvents()
    kind = "turn" if order == "project" else "turn listed"
    for step in range(20):
        timed(kind, lambda: walking.go_by(window.workspace, 1))
    for step in range(10):
        timed(kind, lambda: walking.skip(window.workspace))
print(json.dumps({name: max(times) for name, times in found.items()}))
window.close()
"""


def figures() -> Iterable[Figure]:
    """The table's lines; the window is offscreen, the disk is real."""
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        path = Path(folder, "many.db")
        make(path)
        arguments = ["-c", _DRIVE, str(path), str(Path(folder, "settings.json"))]
        done = run(arguments)
    found: dict[str, float] = json.loads(done.output)
    yield Figure("articles in the list", f"{ARTICLES:,}")
    for name, what, most in (
        ("open", "opening to the first article and its list", 500),
        ("scroll", "a page, the end, the start of the list, the bar: worst", 33),
        ("filter", "a letter typed in the filter: worst", 100),
        ("state", "another state: worst", 100),
        ("sort", "another order: worst", 150),
        ("turn", "another article: worst", 50),
        ("turn listed", "another article, filtered and sorted: worst", 50),
        ("afterwards", "what is left for the idle moment after any of these: worst", 50),
    ):
        yield at_most(what, found[name], most, "ms")
    yield Figure("memory of that run", f"{done.megabytes:,.0f} MB")


def make(path: Path, count: int = ARTICLES) -> None:
    """A project with so many articles, the same on every machine."""
    chance = random.Random(_SEED)
    texts = [json.loads(row)["text"] for row in corpus("news.jsonl").read_bytes().splitlines()]
    labels = load("news", resource("labels"))
    with Project.create(path, labels) as project, project.importing("benchmark") as into:
        for record in _records(texts, chance, count):
            into.add(record)


def _records(texts: list[str], chance: random.Random, count: int) -> Iterator[Record]:
    words = [word for text in texts for word in text.split()]
    for number in range(count):
        text = chance.choice(texts)[: chance.randrange(200, 500)]
        title = " ".join(chance.choices(words, k=8))
        date = f"20{chance.randrange(10, 27)}-{chance.randrange(1, 13):02}-01"
        worked = chance.random() < 0.6
        marks = tuple(
            Entity(label="ORG", span=Span.of(place, place + 4))
            for place in range(0, 40 if worked else 0, chance.choice((5, 10, 20)))
        )
        yield Record(
            article=Article(id=str(number), text=text, meta={"title": title, "date": date}),
            layer="bench" if worked else None,
            status=chance.choice(STATUSES[1:]) if worked else None,
            annotations=marks,
        )
