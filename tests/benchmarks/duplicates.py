"""Near-duplicates and splits of 10,000 and 50,000 articles of 400 words, a tenth edited copies."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable

from tests.benchmarks.figures import Figure, at_most, run

_FIND = """
import json, random, resource, sys, time
from annotator.quality.duplicates import groups
from annotator.quality.splits import known, split
from annotator.resources import corpus
rows = corpus("news.jsonl").read_bytes().splitlines()
words = [word for row in rows for word in json.loads(row)["text"].split()]
count = int(sys.argv[1])
def text(name):
    number = int(name)
    copy = number % 10 == 9  # of the first of its ten
    chance = random.Random(number - 9 * copy)
    found = chance.choices(words, k=400)
    for _ in range(8 * copy):
        found[chance.randrange(400)] = chance.choice(words)
    return " ".join(found)
articles, making = [], 0.0
def stream():
    global making
    for number in range(count):
        started = time.perf_counter()
        name = f"{number:036}"
        one = text(name)
        making += time.perf_counter() - started
        articles.append(known(name, {"date": f"2026-01-{number % 28 + 1:02}"}))
        yield name, one
groups([("one", "warm up"), ("two", "warm up")])
def largest():
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
before = largest()
started = time.perf_counter()
found = groups(stream())
seconds = time.perf_counter() - started - making
split(articles, found, (80, 10, 10), "hash")
print(json.dumps([seconds, len(found), largest() - before]))
"""
ARTICLES = int(os.environ.get("BENCHMARK_ARTICLES", "10000"))


def figures() -> Iterable[Figure]:
    """Seconds, what was found, and memory beyond that of the libraries, at two sizes."""
    memory = []
    for count in (ARTICLES, 5 * ARTICLES):
        spent, found, taken = json.loads(run(["-c", _FIND, str(count)]).output)
        memory.append(taken)
        yield at_most(f"near-duplicates of {count:,} articles", spent, 60 * count / 10_000, "s")
        yield Figure(
            "pairs of copies found", f"{found:,}", f"{count // 10:,}", found == count // 10
        )
        yield Figure("memory for that and a split", f"{taken / 1e6:,.0f} MB")
    each = (memory[1] - memory[0]) / (4 * ARTICLES)
    yield at_most("memory for each article more", each, 1000, "bytes")
