"""Near-duplicates among 10,000 articles of 400 words, of which a tenth are edited copies."""

from __future__ import annotations

import json
from collections.abc import Iterable

from tests.benchmarks.figures import Figure, at_most, run

_FIND = """
import json, random, resource, sys, time
from annotator.quality.duplicates import groups
from annotator.resources import corpus
chance = random.Random(20260301)
rows = corpus("news.jsonl").read_bytes().splitlines()
words = [word for row in rows for word in json.loads(row)["text"].split()]
count = int(sys.argv[1])
def articles():
    last = []
    for number in range(count):
        if number % 10 == 9:
            text = last[:]
            for _ in range(8):
                text[chance.randrange(len(text))] = chance.choice(words)
        else:
            text = last = chance.choices(words, k=400)
        yield str(number), " ".join(text)
groups([("warm", "up")])
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
started = time.perf_counter()
found = [group for group in groups(articles()) if len(group) > 1]
spent = time.perf_counter() - started
memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
print(json.dumps([spent, len(found), memory]))
"""
ARTICLES = 10_000


def figures() -> Iterable[Figure]:
    """Seconds, what was found, and memory beyond that of the libraries, at two sizes."""
    half = json.loads(run(["-c", _FIND, str(ARTICLES // 2)]).output)
    spent, found, memory = json.loads(run(["-c", _FIND, str(ARTICLES)]).output)
    yield at_most(f"near-duplicates of {ARTICLES:,} articles", spent, 60, "s")
    wanted = ARTICLES // 10
    yield Figure("pairs of copies found", f"{found:,}", f"{wanted:,}", found == wanted)
    yield Figure("memory for that", f"{memory:,.0f} MB ({half[2]:,.0f} MB for half as many)")
