"""A stream of edits over one article, the same for the same seed: run as a program until killed.

Each edit puts in or takes out a group: two entities, a quote with a speaker and a relation. What
is half a group was torn. `states` says without any store what must be there after each step; the
program acknowledges each step on its output once `Project` has carried it out.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator

from annotator.model import edits
from annotator.model.annotations import Entity, Quote, Relation
from annotator.model.edits import Edit
from annotator.model.spans import Span
from annotator.store import Project

LAYER = "stream"
TEXT = "قال محمد إن 👩‍👩‍👧 بيروت بخير\r\n" * 200
Groups = tuple[int, ...]


def group(number: int) -> Edit:
    """What the group of this number puts in."""
    start = number * 7 % (len(TEXT) - 30)
    first, second, third, fourth = (f"{number}.{part}" for part in "abcd")
    apart = Span(((start, start + 2), (start + 4, start + 9)))
    return Edit(
        added=(
            Entity(id=first, label="PERS", span=Span.of(start, start + 3), note=str(number)),
            Entity(id=second, label="GPE", span=apart),
            Quote(id=third, type="direct", span=Span.of(start + 5, start + 20), speaker=first),
            Relation(id=fourth, label="VISITS", head=first, tail=second),
        )
    )


def steps(seed: int) -> Iterator[tuple[str, int]]:
    """What is done, without end: ("add" | "delete", group), ("undo", 0) or ("redo", 0)."""
    chance = random.Random(seed)
    there: Groups = ()
    done: list[Groups] = []
    undone: list[Groups] = []
    number = 0
    while True:
        what = chance.choice(("add", "add", "add", "delete", "undo", "redo"))
        if what == "add":
            number += 1
            done, undone, there = [*done, there], [], (*there, number)
            yield what, number
        elif what == "delete" and there:
            gone = chance.choice(there)
            done, undone = [*done, there], []
            there = tuple(one for one in there if one != gone)
            yield what, gone
        elif what == "undo" and done:
            undone, there = [*undone, there], done.pop()
            yield what, 0
        elif what == "redo" and undone:
            done, there = [*done, there], undone.pop()
            yield what, 0


def states(seed: int) -> Iterator[set[str]]:
    """The ids that must be there at the beginning and after each step."""
    now: set[str] = set()
    done: list[set[str]] = []
    undone: list[set[str]] = []
    yield now
    for what, number in steps(seed):
        ids = {f"{number}.{part}" for part in "abcd"}
        if what in ("add", "delete"):
            done, undone = [*done, now], []
            now = now | ids if what == "add" else now - ids
        elif what == "undo":
            undone, now = [*undone, now], done.pop()
        else:
            done, now = [*done, now], undone.pop()
        yield now


def run(path: str, seed: int) -> None:
    """Carry out the steps through the project, and say the number of each when it is stored."""
    project = Project.open(path)
    shown = project.annotated(1, LAYER)
    for count, (what, number) in enumerate(steps(seed), start=1):
        if what == "add":
            shown = project.apply(1, LAYER, shown, group(number))
        elif what == "delete":
            ids = [f"{number}.{part}" for part in "abc"]
            shown = project.apply(1, LAYER, shown, edits.delete(shown, ids))
        else:
            moved = (project.undo if what == "undo" else project.redo)(1, LAYER, shown)
            assert moved is not None
            shown = moved[0]
        print(count, flush=True)


if __name__ == "__main__":
    run(sys.argv[1], int(sys.argv[2]))
