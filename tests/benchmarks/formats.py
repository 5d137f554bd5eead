"""Reading and writing 10,000 articles in each format of the table: rates, sizes, largest memory.

The articles are those of the benchmark `exchange`. Each format and direction has a process of its
own. Of a write, the time in which the records are made ready is not counted; putting the finished
files in their place is. `BENCHMARK_FORMATS` names some formats, with commas.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from annotator.exchange.tree import write_folder
from annotator.exchange.writing import write_whole
from annotator.formats import FORMATS, Accepted, ReadOptions, Source, WriteOptions, by_name
from annotator.model import labelfile
from annotator.model.record import Record
from annotator.resources import resource
from tests.benchmarks.exchange import ARTICLES, make
from tests.benchmarks.figures import Figure, Run, at_least, run

LEAST = {("jsonl", "write"): 3000, ("jsonl", "read"): 1000}
"""Articles a second that a format must reach."""
_NAMED = os.environ.get("BENCHMARK_FORMATS", "")
_CHOSEN = _NAMED.split(",") if _NAMED else [one.name for one in FORMATS]


class _Timed:
    """The records of a file of rows, and how long it took to have them."""

    def __init__(self, rows: Path) -> None:
        self._source = Source(rows)
        self.seconds = 0.0

    def __iter__(self) -> Iterator[Record]:
        items = by_name("jsonl").read(self._source)
        while True:
            started = time.perf_counter()
            item = next(items, None)
            self.seconds += time.perf_counter() - started
            if item is None:
                return
            assert isinstance(item, Accepted)
            yield item.record


def write(name: str, rows: Path, out: Path) -> dict[str, float]:
    """Write the rows' records in a format."""
    labels = labelfile.load("news", resource("labels"))
    format, records = by_name(name), _Timed(rows)
    started = time.perf_counter()
    pieces = format.write(records, WriteOptions(labels=labels))
    if format.shape == "file":
        files, size = 1, write_whole(out, (piece for _, piece in pieces))[0]
    else:
        files, size, _ = write_folder(out, pieces, format.name)
    seconds = time.perf_counter() - started - records.seconds
    return {"seconds": seconds, "bytes": size, "files": files}


def read(name: str, path: Path, _: Path) -> dict[str, float]:
    """Read what a format has written; everything must come in."""
    labels = labelfile.load("news", resource("labels"))
    format, rows = by_name(name), 0
    started = time.perf_counter()
    for item in format.read(Source(path, ReadOptions(labels=labels))):
        assert isinstance(item, Accepted), item
        rows += 1
    assert rows == ARTICLES
    return {"seconds": time.perf_counter() - started}


def figures() -> Iterator[Figure]:
    """Two lines a format, and its size."""
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        rows = Path(folder, "rows.jsonl")
        make(rows)
        yield Figure("articles of 600 words", f"{ARTICLES:,}")
        for format in FORMATS:
            if format.writes and format.name in _CHOSEN:
                yield from _of_format(format.name, rows, Path(folder, f"out-{format.name}"))


def _of_format(name: str, rows: Path, out: Path) -> Iterator[Figure]:
    format = by_name(name)
    out = out if format.shape == "folder" else out.with_name(out.name + format.suffixes[0])
    made = _step("write", name, rows, out)
    told = json.loads(made.output)
    yield _rate(name, "write", told["seconds"])
    yield Figure(f"{name}: largest memory of a write", f"{made.megabytes:,.0f} MB")
    yield Figure(f"{name}: size", f"{told['bytes'] / 1e6:,.0f} MB in {told['files']:,} files")
    if format.reads and format.comes_back:
        back = _step("read", name, out, out)
        yield _rate(name, "read", json.loads(back.output)["seconds"])
        yield Figure(f"{name}: largest memory of a read", f"{back.megabytes:,.0f} MB")


def _rate(name: str, way: str, seconds: float) -> Figure:
    rate, least = ARTICLES / seconds, LEAST.get((name, way))
    if least is None:
        return Figure(f"{name}: {way}", f"{rate:,.0f} articles/s")
    return at_least(f"{name}: {way}", rate, least, "articles/s")


def _step(way: str, name: str, source: Path, target: Path) -> Run:
    return run(["-m", "tests.benchmarks.formats", way, name, str(source), str(target)])


_WAYS: dict[str, Callable[[str, Path, Path], dict[str, float]]] = {"read": read, "write": write}

if __name__ == "__main__":
    print(json.dumps(_WAYS[sys.argv[1]](sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4]))))
