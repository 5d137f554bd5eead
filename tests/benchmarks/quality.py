"""All checks over projects of 1,000 and 10,000 articles, with 50 annotations each.

The articles come from the project one after the other, as they do for users. The time is compared
with that of merely reading the same records in the same run.
"""

from __future__ import annotations

import json
import os
import random
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec.structs import replace

from annotator.model import labelfile
from annotator.model.annotations import Entity, Relation
from annotator.model.article import Article
from annotator.model.record import Record
from annotator.model.spans import Span
from annotator.resources import corpus, resource
from annotator.store import Project
from tests.benchmarks.figures import Figure, at_most, run

ARTICLES = int(os.environ.get("BENCHMARK_CHECKS", "10000"))
ENTITIES, NAMES = 50, 5_000
_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
_LAST = 50
"""How far back the original of a copy may lie."""

_CHECK = """
import json, resource, sys, time
from pathlib import Path
from annotator.exchange import checking
from annotator.quality.checks import CHECKS, chosen
from annotator.store import Project
project = Project.open(Path(sys.argv[1]))
started = time.process_time()
for record in project.records(layer="bench"):
    pass
read = time.process_time()
names = [one.id for one in CHECKS] if sys.argv[2:] == ["all"] else sys.argv[2:]
found = checking.check(project, "bench", chosen(names)) if names else []
spent = time.process_time() - read
try:  # What the system says of a process begins with what its parent had.
    status = Path("/proc/self/status").read_text()
    memory = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))
except OSError:
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps([read - started, spent, len(found), memory / 1024]))
"""


def figures() -> Iterable[Figure]:
    """The time of all checks, and of the three that take longest; memory at two sizes."""
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        small, large = Path(folder, "small.db"), Path(folder, "large.db")
        make(small, ARTICLES // 10)
        make(large, ARTICLES)
        yield from _speed(large)
        yield from _memory(small, large)


def _speed(path: Path) -> Iterator[Figure]:
    read, spent, found = _checked(path, "all")[:3]
    yield Figure("checked", f"{ARTICLES:,} articles of {ENTITIES} annotations: {found:,} findings")
    yield Figure("all checks", f"{ARTICLES / spent:,.0f} articles/s of processor time")
    yield at_most("all checks, against merely reading the records", spent / read, 30, "times")
    for name in ("spaces", "unmarked", "copies"):
        read, spent = _checked(path, name)[:2]
        yield Figure(f"{name} alone, against merely reading", f"{spent / read:,.1f} times")


def _memory(small: Path, large: Path) -> Iterator[Figure]:
    read = [_checked(path)[3] for path in (small, large)]
    few, many = _checked(small, "all")[3], _checked(large, "all")[3]
    yield Figure("memory, merely reading both", f"{read[0]:,.0f} and {read[1]:,.0f} MB")
    yield Figure(f"memory, checking {ARTICLES // 10:,} articles", f"{few:,.0f} MB")
    yield at_most(f"memory, checking {ARTICLES:,} articles", many, 1.5 * few, "MB")


def _checked(path: Path, *names: str) -> list[float]:
    """Seconds of reading and of checking, how many findings, and megabytes."""
    found: list[float] = json.loads(run(["-c", _CHECK, str(path), *names]).output)
    return found


def make(path: Path, count: int) -> None:
    """A project with so many articles, the same on every machine."""
    labels = labelfile.load("news", resource("labels"))
    with Project.create(path, labels) as project, project.importing("benchmark") as into:
        for record in records(count):
            into.add(record)


def records(count: int) -> Iterator[Record]:
    """Articles whose names recur, a few of them unmarked; one in twenty is a copy of another."""
    chance = random.Random(20260301)
    texts = [json.loads(row)["text"] for row in corpus("news.jsonl").read_bytes().splitlines()]
    words = [word for text in texts for word in text.split() if word.isalpha()]
    names = ["".join(chance.choices(_LETTERS, k=chance.randint(3, 9))) for _ in range(NAMES)]
    last: list[Record] = []
    for number in range(count):
        if number % 20 == 19:
            record = _copy(chance, chance.choice(last), number)
        else:
            record = _record(chance, names, words, number)
        last = [*last[-_LAST:], record]
        yield record


def _record(chance: random.Random, names: list[str], words: list[str], number: int) -> Record:
    text, entities = "", []
    for at in range(ENTITIES):
        text += " ".join(chance.choices(words, k=5)) + " "
        name = chance.randrange(NAMES)
        span = Span.of(len(text), len(text) + len(names[name]))
        if chance.random() > 0.002:
            label = ("PERS", "ORG", "GPE")[name % 3]
            entities.append(Entity(id=f"{number}-{at}", label=label, span=span))
        text += names[name] + " "
    people = [one for one in entities if one.label == "PERS"]
    groups = [one for one in entities if one.label == "ORG"]
    relations = [
        Relation(id=f"{number}-r{at}", label="EMPLOYED_BY", head=one.id, tail=other.id)
        for at, (one, other) in enumerate(zip(people, groups, strict=False))
    ]
    return Record(
        article=Article(id=f"a{number}", text=text),
        layer="bench",
        status="done",
        annotations=(*entities, *relations),
    )


def _copy(chance: random.Random, original: Record, number: int) -> Record:
    """The same article with a line in front, and here and there an annotation less."""
    before = f"نقلا عن الوكالة رقم {number}: "
    kept = [
        replace(one, id=f"{number}-{one.id}",
                span=Span.of(one.span.start + len(before), one.span.end + len(before)))
        for one in original.annotations
        if isinstance(one, Entity) and chance.random() > 0.02
    ]  # fmt: skip
    return Record(
        article=Article(id=f"a{number}", text=before + original.article.text),
        layer="bench",
        status="done",
        annotations=tuple(kept),
    )
