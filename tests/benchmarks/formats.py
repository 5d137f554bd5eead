"""Reading and writing 10,000 articles in each format of the table: rates, sizes, largest memory.

The articles are those of the benchmark `exchange`. Each format and direction has a process of its
own, at a tenth of the size too, so that one sees whether memory grows. Of a write, the time in
which the records are made ready is not counted; putting the finished files in their place is. The
bare limit is msgspec reading and writing the same rows without a look at them. A format that fails
is told as missed, and the others go on. `BENCHMARK_FORMATS` names some formats, with commas.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import chain, islice
from pathlib import Path

import msgspec

from annotator.exchange.tree import write_folder
from annotator.exchange.writing import write_whole
from annotator.formats import (
    FORMATS,
    Accepted,
    Format,
    ReadOptions,
    Source,
    WriteOptions,
    by_name,
)
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
    """Write the rows' records in a format, into a folder where the format has one."""
    labels = labelfile.load("news", resource("labels"))
    format, records = by_name(name), _Timed(rows)
    started = time.perf_counter()
    pieces = format.write(records, WriteOptions(labels=labels, part="train"))
    member, first = next(pieces)
    pieces = chain([(member, first)], pieces)
    if member:
        files, size, _ = write_folder(out, pieces, format.name)
    else:
        files, size = 1, write_whole(out, (piece for _, piece in pieces))[0]
    seconds = time.perf_counter() - started - records.seconds
    return {"seconds": seconds, "bytes": size, "files": files}


def bare(_: str, rows: Path, out: Path) -> dict[str, float]:
    """Read and write the rows as JSON, and nothing more."""
    started = time.perf_counter()
    with rows.open("rb") as file:
        for line in file:
            msgspec.json.decode(line)
    read_in = time.perf_counter() - started
    with rows.open("rb") as file, out.open("wb") as into:
        found = [msgspec.json.decode(line) for line in islice(file, 200)]
        count = sum(1 for _ in file) + len(found)
        started = time.perf_counter()
        for at in range(count):
            into.write(msgspec.json.encode(found[at % len(found)]) + b"\n")
        into.flush()
        os.fsync(into.fileno())
    return {"read": read_in, "write": time.perf_counter() - started}


def read(name: str, path: Path, _: Path) -> dict[str, float]:
    """Read what a format has written; everything must come in."""
    labels = labelfile.load("news", resource("labels"))
    format, rows = by_name(name), 0
    started = time.perf_counter()
    for item in format.read(Source(path, ReadOptions(labels=labels))):
        assert isinstance(item, Accepted), item
        rows += 1
    return {"seconds": time.perf_counter() - started, "rows": rows}


def figures() -> Iterator[Figure]:
    """The bare limit, and of each format rates, size and memory."""
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        rows = {size: Path(folder, f"rows-{size}.jsonl") for size in (ARTICLES // 10, ARTICLES)}
        for size, path in rows.items():
            make(path, size)
        yield Figure("articles of 600 words", f"{ARTICLES:,}")
        limit = json.loads(_step("bare", "", rows[ARTICLES], Path(folder, "bare")).output)
        for way in ("write", "read"):
            yield Figure(f"bare JSON: {way}", f"{ARTICLES / limit[way]:,.0f} articles/s")
        for format in FORMATS:
            if format.writes and format.name in _CHOSEN:
                yield from _of_format(format, rows, Path(folder, f"out-{format.name}"), limit)


def _of_format(
    format: Format, rows: dict[int, Path], out: Path, limit: dict[str, float]
) -> Iterator[Figure]:
    made: dict[str, list[Run]] = {"write": [], "read": []}
    for size, path in rows.items():
        target = out.with_name(f"{out.name}-{size}{(*format.suffixes, '')[0]}")
        try:
            made["write"].append(_step("write", format.name, path, target))
            if format.reads and format.comes_back:
                back = _step("read", format.name, target, target)
                found = json.loads(back.output)["rows"]
                if found != size:
                    yield Figure(f"{format.name}: read back", f"{found:,}", f"{size:,}", met=False)
                made["read"].append(back)
        except RuntimeError as error:
            yield Figure(f"{format.name}: {size:,} articles", f"failed: {error}", met=False)
    for way, runs in made.items():
        if len(runs) == len(rows):
            yield from _told(format.name, way, runs, limit[way])


def _told(name: str, way: str, runs: list[Run], limit: float) -> Iterator[Figure]:
    told = json.loads(runs[-1].output)
    rate, least = ARTICLES / told["seconds"], LEAST.get((name, way))
    what = f"{name}: {way}"
    if least is None:
        yield Figure(what, f"{rate:,.0f} articles/s")
    else:
        yield at_least(what, rate, least, "articles/s")
    yield Figure(f"{what}, share of bare JSON", f"{100 * limit / told['seconds']:,.1f} %")
    small, large = (one.megabytes for one in runs)
    yield Figure(f"{what}, memory at a tenth and at all", f"{small:,.0f} and {large:,.0f} MB")
    if way == "write":
        yield Figure(f"{name}: size", f"{told['bytes'] / 1e6:,.0f} MB in {told['files']:,} files")


def _step(way: str, name: str, source: Path, target: Path) -> Run:
    return run(["-m", "tests.benchmarks.formats", way, name, str(source), str(target)])


_WAYS: dict[str, Callable[[str, Path, Path], dict[str, float]]] = {
    "read": read, "write": write, "bare": bare,
}  # fmt: skip

if __name__ == "__main__":
    print(json.dumps(_WAYS[sys.argv[1]](sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4]))))
