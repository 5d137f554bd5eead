"""Suggesting: within a key press, learning in seconds, and over many articles with flat memory.

The articles are made of those of the corpus with other letters in their words (`varied`), so that
names recur as they do in news. Suggesters are made of 1,000 finished articles, as late in a
project. What is timed runs in processes of its own.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec.structs import replace

from annotator.model.labelfile import load
from annotator.resources import resource
from annotator.store import Project
from tests.benchmarks import varied
from tests.benchmarks.figures import Figure, at_least, at_most, run

WORDS = 600
LEARNED = int(os.environ.get("BENCHMARK_LEARNED", "1000"))
BATCH = int(os.environ.get("BENCHMARK_BATCH", "10000"))
_ANSWERS = 40
"""So many articles are suggested for, one at a time, as the window does."""
_JOBS = 2
_FINISHED = 100
"""Of those of the batch so many are finished: what memory is made of."""

_LEARN = """
import json, sys, time
from pathlib import Path
from annotator.exchange.learning import learn
from annotator.store import Project
with Project.open(Path(sys.argv[1])) as project:
    started = time.perf_counter()
    learn(project, "bench")
print(json.dumps(time.perf_counter() - started))
"""
"""In a process of its own, as the window has it."""

_LIGHT = """
import json, sys, time
from pathlib import Path
from annotator.exchange.suggesting import Plan
from annotator.model.offers import Offers
from annotator.store import Project
found = {"all": [], "offers": [], "open": [], "count": [], "read": []}
with Project.open(Path(sys.argv[1])) as project:
    plan = Plan(ways=("memory", "learned", "quotations", "relations"), layer="bench")
    started = time.perf_counter()
    with plan.proposer(project) as proposer:
        found["make"] = time.perf_counter() - started
        first = int(sys.argv[2])
        for number in range(first, project.count() + 1):
            own = project.annotated(number, "bench")
            started = time.perf_counter()
            layers = proposer.propose(project, number, own)
            Offers.of(own, layers, project.suggested.decisions(number, "bench"))
            found["all"].append(time.perf_counter() - started)
            proposer.store(project, number)
            started = time.perf_counter()
            project.annotated(number, "bench")
            found["read"].append(time.perf_counter() - started)
            started = time.perf_counter()
            own = project.annotated(number, "bench")
            decided = project.suggested.decisions(number, "bench")
            offers = Offers.of(own, project.suggested.layers(number), decided)
            offers.listed()
            found["open"].append(time.perf_counter() - started)
            found["count"].append(len(offers))
print(json.dumps(found))
"""

_BATCH = """
import json, os, resource, sys, time
from pathlib import Path
from annotator.exchange import batch
from annotator.exchange.suggesting import Plan
from annotator.store import Project

def main():
    most = {}
    def children(pid):
        try:
            rows = Path(f"/proc/{pid}/task/{pid}/children").read_text()
            return [int(one) for one in rows.split()]
        except OSError:
            return []
    def held(pid):
        try:
            rows = Path(f"/proc/{pid}/status").read_text().splitlines()
        except OSError:
            return 0
        return max((int(row.split()[1]) for row in rows if row.startswith("VmRSS")), default=0)
    def watch(done, total):
        for part in (10, 1):
            if done * part >= total and part not in most:
                most[part] = max(held(pid) for pid in (os.getpid(), *children(os.getpid())))
    with Project.open(Path(sys.argv[1])) as project:
        started = time.perf_counter()
        for number in range(1, project.count() + 1):
            project.annotated(number, "bench")
        read = time.perf_counter() - started
        plan = Plan(ways=("memory", "quotations"), layer="bench")
        started = time.perf_counter()
        report = batch.run(project, plan, None, int(sys.argv[2]), watch)
        spent = time.perf_counter() - started
    used = [resource.getrusage(one) for one in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    busy = sum(one.ru_utime + one.ru_stime for one in used) - read
    print(json.dumps({"seconds": spent, "busy": busy, "read": read, "articles": report.articles,
                      "suggestions": sum(report.suggestions.values()),
                      "megabytes": most[1] / 1024, "early": most[10] / 1024}))

if __name__ == "__main__":
    main()
"""


def figures() -> Iterable[Figure]:
    """What takes how long, and what memory holds at two sizes."""
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        yield from _single(Path(folder))
        yield from _many(Path(folder))


def _single(folder: Path) -> Iterator[Figure]:
    """Learning, then one article at a time."""
    path = folder / "learned.db"
    _make(path, LEARNED, _ANSWERS)
    learning = json.loads(run(["-c", _LEARN, str(path)]).output)
    yield at_most(f"learning from {LEARNED:,} articles of {WORDS} words", learning, 60, "s")
    found = json.loads(run(["-c", _LIGHT, str(path), str(LEARNED + 1)]).output)
    yield Figure("making the suggesters of them", f"{found['make']:.1f} s")
    first, *took = (1000 * seconds for seconds in found["all"])
    yield Figure("all light ones on the first article, which loads the lexicons", f"{first:.1f} ms")
    yield at_most(f"the same on {WORDS} words: middle of {len(took)}", _middle(took), 100, "ms")
    yield at_most("the same: worst", max(took), 100, "ms")
    offers = _middle(found["count"])
    opening, reading = _middle(found["open"]), _middle(found["read"])
    yield at_most(f"opening with {offers:.0f} offers: middle", 1000 * opening, 20, "ms")
    yield Figure("the same, opening without = 1", f"{opening / reading:.1f}")


def _middle(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]


def _many(folder: Path) -> Iterator[Figure]:
    """The command over many articles."""
    script = folder / "batch.py"
    script.write_text(_BATCH, encoding="utf-8")
    path = folder / "many.db"
    _make(path, _FINISHED, BATCH - _FINISHED)
    large = json.loads(run([str(script), str(path), str(_JOBS)]).output)
    speed = large["articles"] / large["seconds"]
    what = f"memory,quotations over {BATCH:,} articles of {WORDS} words, {_JOBS} processes"
    yield at_least(what, speed, 200, "articles/s")
    busy = _JOBS * large["articles"] / large["busy"]
    yield Figure("the same, if both processors had nothing else to do", f"{busy:,.0f} articles/s")
    yield Figure("the same, merely reading them = 1", f"{large['seconds'] / large['read']:.1f}")
    yield Figure("suggestions stored", f"{large['suggestions']:,}")
    yield Figure("memory of the largest process at the end", f"{large['megabytes']:,.0f} MB")
    ratio = large["megabytes"] / large["early"]
    yield at_most("the same at the end, after a tenth of the articles = 1", ratio, 1.1, "")


def _make(path: Path, finished: int, new: int) -> None:
    """A project with so many finished articles, and so many on which nothing is marked yet."""
    with (
        Project.create(path, load("news", resource("labels"))) as project,
        project.importing("benchmark") as into,
    ):
        for number, record in enumerate(varied.records(finished + new, WORDS)):
            bare = replace(record, layer=None, status=None, annotations=())
            into.add(record if number < finished else bare)
