"""Measures what a person feels: a key to the painted result, opening, turning pages, resizing."""

from __future__ import annotations

import json
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
from annotator.model.spans import Fragment, Span
from annotator.resources import corpus, resource
from annotator.store import Project
from annotator.text.tokens import words
from tests.benchmarks.exchange import make
from tests.benchmarks.figures import Figure, at_most, run

_PRESSES = 200
_ARTICLES = 10_000
_LONG_LINE = 200_000
FRAME, TWO_FRAMES, BLINK = 16, 33, 50
"""Milliseconds: one and two frames of a screen, and what still feels as if it happened at once."""


def figures() -> Iterable[Figure]:
    """The table's lines; the window is measured offscreen, the disk is real."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        yield from _keys(folder, "600 words, 60 annotations", _article(600, 60))
        yield from _keys(folder, "60,000 words, 6,000 annotations", _article(60_000, 6_000))
        yield from _keys(folder, "576 words, 600 annotations", _dense(576, 600))
        yield from _long(folder)
        yield from _opening(folder)


# What is measured on

Marked = tuple[str, tuple[Entity, ...]]


def text_of(count: int) -> str:
    """A text of `count` words from the corpus, again and again."""
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


def _article(count: int, marks: int) -> Marked:
    """Pairs of words, evenly spread."""
    text = text_of(count)
    pairs = islice(islice(pairwise(words(text)), 0, None, count // marks), marks)
    return text, tuple(_entity("ORG", (one[0], other[1])) for one, other in pairs)


def _dense(count: int, marks: int) -> Marked:
    """Every word, and some stretches of three: more than anyone will see on a screen."""
    text = text_of(count)
    every = list(words(text))
    singles = [_entity("ORG", word) for word in every]
    ends = zip(every[::20], every[2::20], strict=False)
    threes = [_entity("PERS", (one[0], other[1])) for one, other in ends]
    return text, tuple((singles + threes)[:marks])


def _entity(label: str, fragment: Fragment) -> Entity:
    return Entity(label=label, span=Span.of(*fragment))


def _project(path: Path, marked: Marked) -> Path:
    text, annotations = marked
    with Project.create(path, load("news", resource("labels"))) as project:
        record = Record(article=Article(text=text), layer="bench", annotations=annotations)
        with project.importing("benchmark") as importing:
            importing.add(record)
    return path


def _times(folder: Path, deed: str, path: Path, count: int = _PRESSES) -> list[float]:
    """Sorted milliseconds of a deed of `desk`."""
    arguments = ["-m", "tests.benchmarks.desk", deed, str(path), str(folder / "settings.json")]
    return sorted(map(float, run([*arguments, str(count)]).output.split()))


def _both(name: str, times: list[float], median: float, most: float) -> Iterator[Figure]:
    yield at_most(f"{name}: median", statistics.median(times), median, "ms")
    yield at_most(f"{name}: p99", times[int(len(times) * 0.99) - 1], most, "ms")


# What is measured


def _keys(folder: Path, name: str, marked: Marked) -> Iterator[Figure]:
    path = _project(folder / f"{name}.db", marked)
    deeds = {"word": "next word", "focus": "Tab", "scroll": "a step of the wheel",
             "hints": "hints", "label": "label key"}  # fmt: skip
    for deed, title in deeds.items():
        times = _times(folder, deed, path)
        yield from _both(f"{title} to paint, {name}", times, FRAME, TWO_FRAMES)
    disk = statistics.median(_times(folder, "commit", path))
    yield Figure(f"of which the disk takes, {name}: median", f"{disk:,.1f} ms")


def _long(folder: Path) -> Iterator[Figure]:
    path = _project(folder / "long.db", _article(60_000, 6_000))
    for deed, title in {"resize": "resizing", "zoom": "zooming"}.items():
        times = _times(folder, deed, path, 40)
        yield at_most(f"{title} 60,000 words, worst of 40", times[-1], 100, "ms")
    line = " ".join(text_of(40_000).split())[:_LONG_LINE]
    path = _project(folder / "line.db", (line, ()))
    (took,) = _times(folder, "open", path)
    yield at_most(f"opening a line of {_LONG_LINE:,} characters", took, 200, "ms")


def _opening(folder: Path) -> Iterator[Figure]:
    rows, path = folder / "rows.jsonl", folder / "many.db"
    make(rows, _ARTICLES)
    run(["-m", "annotator", "new", str(path), "--labels", "news"])
    run(["-m", "annotator", "import", str(path), str(rows)])
    started = time.perf_counter()
    (shown,) = _times(folder, "open", path)
    took = time.perf_counter() - started
    yield at_most(f"opening {_ARTICLES:,} articles to the first one", shown, 500, "ms")
    yield Figure("that whole run, process start included", f"{took:,.2f} s")
    turns = _times(folder, "turn", path, 60)
    yield at_most("another article, median", statistics.median(turns), BLINK, "ms")
    yield at_most("another article, worst of 60", turns[-1], BLINK, "ms")
