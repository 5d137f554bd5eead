"""Search as one types in 100,000 articles: the first page of hits, the index's size and its price.

The articles are made of the corpus's words and of some 400,000 others that are built as Arabic
builds words, as frequent as words of a language are. `BENCHMARK_SEARCH_ARTICLES` makes it shorter.
"""

from __future__ import annotations

import itertools
import json
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from annotator.exchange.concordance import lines
from annotator.model.article import Article
from annotator.model.labelfile import load
from annotator.model.record import Record
from annotator.resources import corpus, resource
from annotator.store import Project, Query, words
from tests.benchmarks.figures import Figure, at_most, run

ARTICLES = int(os.environ.get("BENCHMARK_SEARCH_ARTICLES", "100000"))
WORDS = 600
_SEED = 20260302
_PAGE = 50
_TURNS = 5

_QUERIES = (
    ("a common word", Query(text="الرئيس")),
    ("a common word, as written", Query(text="الرئيس", mode="exact")),
    ("one letter", Query(text="و")),
    ("two letters", Query(text="مح")),
    ("a name in 7 articles, with vowel signs", Query(text="زينوبروف")),
    ("letters inside a rare word", Query(text="نوبرو")),
    ("three letters inside words", Query(text="برو")),
    ("two words", Query(text="قال زينوبروف")),
    ("a whole word", Query(text="زينوبروف", mode="word")),
    ("the beginning of a word", Query(text="زينو", mode="prefix")),
    ("a common regular expression", Query(text=r"ال\w+ية", mode="regex")),
    ("nothing at all", Query(text="قظطغخحجثصضشس")),
    ("a common word in what is done", Query(text="الرئيس", status="done")),
)


# The articles


def texts(count: int) -> Iterator[str]:
    """The same texts on every machine."""
    chance = random.Random(_SEED)
    rows = corpus("news.jsonl").read_text("utf-8").splitlines()
    known = sorted({word for row in rows for word in json.loads(row)["text"].split()})
    chance.shuffle(known)
    forms = ["الرئيس", "قال", *known, *_made(chance, 400_000)]
    weights = list(itertools.accumulate(1 / (rank + 3) for rank in range(len(forms))))
    rare = {count * share // 8 for share in range(1, 8)}
    for number in range(count):
        chosen = chance.choices(forms, cum_weights=weights, k=WORDS)
        if number in rare:
            chosen[100:102] = ["قال", "زِينوبرُوف"]
        yield " ".join(chosen)


def _made(chance: random.Random, count: int) -> Iterator[str]:
    """Forms as Arabic builds them: particle or prefix, stem, suffix."""
    letters = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
    stems = ["".join(chance.choices(letters, k=chance.choice((3, 3, 3, 4)))) for _ in range(4000)]
    fronts = ("", "", "و", "ال", "ب", "وال", "ل", "لل", "ف", "س", "بال", "ي", "ت", "م")
    backs = ("", "", "ه", "ها", "هم", "ين", "ون", "ات", "ية", "ي", "نا", "ا")
    for _ in range(count):
        yield chance.choice(fronts) + chance.choice(stems) + chance.choice(backs)


def _fill(path: Path) -> None:
    with (
        Project.create(path, load("news", resource("labels"))) as project,
        project.importing("benchmark") as into,
    ):
        for number, text in enumerate(texts(ARTICLES)):
            article = Article(id=str(number), text=text, meta={"date": "2026-03-01"})
            done = number % 3 == 0
            into.add(
                Record(article=article, layer="bench", status="done") if done
                else Record(article=article)
            )  # fmt: skip


# The measurement


def figures() -> Iterator[Figure]:
    """Seconds until there is something to read, with everything else that the index costs."""
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        path = Path(folder, "many.db")
        yield Figure(f"articles of {WORDS} words to search", f"{ARTICLES:,}")
        took = _run("fill", path)
        yield Figure("making them, index included", f"{ARTICLES / took['fill']:,.0f} articles/s")
        for name, value in _run("sizes", path).items():
            yield Figure(name, f"{value:,.1f} {_unit(name)}")
        found = _run("search", path)
        yield Figure("list of words, read when the search page opens", f"{found.pop(''):,.0f} ms")
        for name, milliseconds in found.items():
            yield at_most(f"first page: {name}", milliseconds, 100, "ms")
        for name, milliseconds in _run("window", path).items():
            yield at_most(f"window, {name}", milliseconds, 100, "ms")


def _unit(name: str) -> str:
    if "share" in name:
        return "%"
    return "ms" if "finding" in name else "MB"


def _run(step: str, path: Path) -> dict[str, float]:
    output = run(["-m", "tests.benchmarks.search", step, str(path)]).output
    found: dict[str, float] = json.loads(output)
    return found


def _sizes(path: Path) -> dict[str, float]:
    """The index's share in the file; and what it adds to the time of storing articles."""
    import sqlite3

    connection = sqlite3.connect(path)
    (texts_,) = connection.execute("SELECT sum(length(CAST(text AS BLOB))) FROM article").fetchone()
    (index,) = connection.execute("SELECT sum(length(block)) FROM search_data").fetchone()
    connection.close()
    speller, some = words.Speller(), list(itertools.islice(texts(2000), 2000))
    before = time.perf_counter()
    for text in some:
        speller.words(text)
    return {
        "texts": texts_ / 1e6,
        "search index": index / 1e6,
        "search index: share of the texts": 100 * index / texts_,
        "finding the words of a new article": (time.perf_counter() - before) / 2,
    }  # fmt: skip


def _search(path: Path) -> dict[str, float]:
    with Project.open(path) as project:
        project.count()
        before = time.perf_counter()
        project.prepare_search()
        found = {"": 1000 * (time.perf_counter() - before)}
        for name, query in _QUERIES:
            times = [_first_page(project, query) for _ in range(_TURNS)]
            found[name] = 1000 * statistics.median(times)
        return found


def _first_page(project: Project, query: Query) -> float:
    begun = time.perf_counter()
    shown = 0
    for page in project.search(query):
        for one in page.found:
            shown += sum(1 for _ in itertools.islice(lines(one), _PAGE - shown))
        if shown >= _PAGE:
            break
    return time.perf_counter() - begun


_TYPED = ("الرئيس", "زينوبروف", "مح", "و")
_LONGEST = 30.0


def _window(path: Path) -> dict[str, float]:
    """Types into the search page, letter by letter; from each key to the hits on the screen."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from annotator.desktop.fonts import load_fonts
    from annotator.desktop.session import application
    from annotator.desktop.settings import SettingsFile
    from annotator.desktop.window import MainWindow
    from annotator.desktop.workspace import Workspace

    app = application()
    load_fonts()
    window = MainWindow(Workspace(), SettingsFile(path.with_suffix(".json")), "bench")
    window.apply_theme()
    window.resize(1440, 900)
    window.show()
    window.workspace.open(Project.open(path), "bench")
    QTest.keyClick(window.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    page = window.search
    page.runner.wait()
    found: dict[str, float] = {}
    for text in _TYPED:
        page.form.field.clear()
        app.processEvents()
        times = []
        for char in text:
            begun = time.perf_counter()
            page.form.field.insert(char)
            while page.waiting and time.perf_counter() - begun < _LONGEST:
                app.processEvents()
            page.list.viewport().repaint()
            times.append(1000 * (time.perf_counter() - begun))
        found[f"typing {text}: slowest letter to hits painted"] = max(times)
    window.close()
    return found


def _timed_fill(path: Path) -> dict[str, float]:
    begun = time.perf_counter()
    _fill(path)
    return {"fill": time.perf_counter() - begun}


_STEPS = {"fill": _timed_fill, "sizes": _sizes, "search": _search, "window": _window}

if __name__ == "__main__":
    print(json.dumps(_STEPS[sys.argv[1]](Path(sys.argv[2]))))
