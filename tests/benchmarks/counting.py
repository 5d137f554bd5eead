"""Statistics of 10,000 articles: how long they take beside reading the records, and whether memory
stays flat. The articles are those of the benchmark `exchange`."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from annotator.exchange import import_paths
from annotator.model.labelfile import load
from annotator.resources import resource
from annotator.store import Project
from tests.benchmarks.exchange import ARTICLES, make
from tests.benchmarks.figures import Figure, at_most, run

COUNTED = int(os.environ.get("BENCHMARK_COUNTED", ARTICLES))
_MEASURE = """
import json, sys, time
from annotator.exchange.statistics import statistics
from annotator.store import Project
from annotator.text.tokens import words
with Project.open(sys.argv[1]) as project:
    started = time.perf_counter()
    for record in project.records():
        pass
    read = time.perf_counter() - started
    started = time.perf_counter()
    for record in project.records():
        for word in words(record.article.text):
            pass
    found = time.perf_counter() - started
    started = time.perf_counter()
    statistics(project)
    counted = time.perf_counter() - started
    print(json.dumps({"read": read, "words": found, "count": counted}))
"""


def figures() -> Iterator[Figure]:
    """The ratio of both times, and the memory for all articles and for a tenth of them."""
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        rows, few = Path(folder, "rows.jsonl"), Path(folder, "few.jsonl")
        make(rows)
        with rows.open("rb") as file, few.open("wb") as tenth:
            tenth.writelines(islice(file, COUNTED // 10))
        if COUNTED < ARTICLES:
            with rows.open("rb") as file, (shorter := Path(folder, "s.jsonl")).open("wb") as out:
                out.writelines(islice(file, COUNTED))
            rows = shorter
        many, small = (run(["-c", _MEASURE, str(_project(path))]) for path in (rows, few))
    times = json.loads(many.output)
    yield Figure(f"reading the records of {COUNTED:,} articles", f"{times['read']:.1f} s")
    yield Figure("their statistics, reading included", f"{times['count']:.1f} s")
    ratio = f"{times['count'] / times['read']:.1f}"
    yield Figure("statistics, reading the records = 1", ratio)
    yield at_most("the same, finding their words too = 1", times["count"] / times["words"], 2, "")
    grown = many.megabytes / small.megabytes
    yield Figure("memory of that run", f"{many.megabytes:,.0f} MB")
    yield at_most("memory, that of a tenth of the articles = 1", grown, 1.25, "")


def _project(rows: Path) -> Path:
    path = rows.with_suffix(".db")
    with Project.create(path, load("news", resource("labels"))) as project:
        import_paths(project, [rows], format="jsonl")
    return path
