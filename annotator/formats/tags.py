"""Tags of tokens: IOB2, IOB1 and BIOES, from runs of tokens and back.

A run is what an annotation is among tokens: from the first to the last, both included. Tags that
break their scheme are read as what they most likely mean and named as faults; nothing is dropped.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from annotator.formats.base import Scheme

OUT = "O"


class Run(NamedTuple):
    """Tokens `first` to `last`, both included, with a label."""

    first: int
    last: int
    label: str


class Fault(NamedTuple):
    """A tag that is none, or breaks the scheme, at the token with this number."""

    token: int
    tag: str


class BadRuns(ValueError):
    """Runs that no single row of tags can hold, because they overlap: a bug of the caller."""


def tags(
    length: int, runs: Iterable[Run], scheme: Scheme = "IOB2", before: Collection[int] = ()
) -> list[str]:
    """One tag for each of `length` tokens. Runs must not overlap, else BadRuns.

    `before` are the tokens that begin a sentence: what starts there touches nothing.
    """
    made = [OUT] * length
    ends: dict[int, str] = {}
    for run in sorted(runs):
        if any(tag != OUT for tag in made[run.first : run.last + 1]):
            raise BadRuns(f"{run} overlaps another run")
        touches = ends.get(run.first - 1) == run.label and run.first not in before
        made[run.first : run.last + 1] = _of_run(run, scheme, touches)
        ends[run.last] = run.label
    return made


def _of_run(run: Run, scheme: Scheme, touches: bool) -> list[str]:
    length = run.last - run.first + 1
    first, inner, last = "B", "I", "I"
    if scheme == "IOB1" and not touches:
        first = "I"
    if scheme == "BIOES":
        first, last = ("S", "S") if length == 1 else ("B", "E")
    letters = [first, *[inner] * (length - 2), last] if length > 1 else [first]
    return [f"{letter}-{run.label}" for letter in letters]


def levels(runs: Iterable[Run]) -> list[list[Run]]:
    """The runs in rows without overlap: each in the first row that has room, longer ones first."""
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda one: (one.first - one.last, one)):
        for row in rows:
            if all(other.last < run.first or run.last < other.first for other in row):
                row.append(run)
                break
        else:
            rows.append([run])
    return [sorted(row) for row in rows]


def runs(row: Sequence[str], scheme: Scheme = "IOB2") -> tuple[list[Run], list[Fault]]:
    """The runs in a row of tags, and the tags that break the scheme.

    BILOU is read as BIOES. A tag of another form counts as O.
    """
    found: list[Run] = []
    faults: list[Fault] = []
    open_run: Run | None = None
    for number, tag in enumerate([*row, OUT]):
        if tag == OUT and open_run is None:
            continue
        letter, label = parted(tag)
        if letter == "?":
            faults.append(Fault(number, tag))
            letter = OUT
        goes_on = open_run is not None and letter in "IE" and label == open_run.label
        if not goes_on and open_run is not None:
            found.append(open_run)
            if scheme == "BIOES":
                faults.append(Fault(open_run.last, row[open_run.last]))
            open_run = None
        if letter == OUT:
            continue
        if not goes_on and letter in _NEVER_FIRST[scheme]:
            faults.append(Fault(number, tag))
        first = open_run.first if goes_on and open_run is not None else number
        open_run = Run(first, number, label)
        if letter in "ES":
            found.append(open_run)
            open_run = None
    return found, faults


_NEVER_FIRST: dict[Scheme, str] = {"IOB2": "IE", "IOB1": "E", "BIOES": "IE"}
_LETTERS = {"B": "B", "I": "I", "E": "E", "L": "E", "S": "S", "U": "S"}


@lru_cache(maxsize=4096)
def parted(tag: str) -> tuple[str, str]:
    """Letter (BIOES) and label of a tag; "?" for one that is none."""
    if tag == OUT:
        return OUT, ""
    letter, dash, label = tag.partition("-")
    return (_LETTERS.get(letter, "?"), label) if dash and label else ("?", "")


def is_tag(word: str) -> bool:
    """Whether a word is a tag of IOB2, IOB1, BIOES or BILOU."""
    return word == OUT or (word[1:2] == "-" and len(word) > 2 and word[0] in _LETTERS)


Pairs = Counter[tuple[str, str]]
"""How often a tag stands behind another one in a sentence, in front of which is O."""


def scheme_of(rows: Iterable[Sequence[str]]) -> Scheme:
    """The scheme of a whole file: the one that its tags break least; IOB2 where nothing tells."""
    counts: Pairs = Counter()
    for row in rows:
        counts.update(pairwise([OUT, *row]))
    return scheme_of_pairs(counts)


def scheme_of_pairs(counts: Pairs) -> Scheme:
    """The same from pairs of tags, of which a file has few however long it is."""
    if any(is_tag(tag) and tag[0] in "ESLU" for _, tag in counts):
        return "BIOES"
    broken: Counter[str] = Counter()
    for (before, tag), number in counts.items():
        letter, label = parted(tag)
        last, last_label = parted(before)
        if not (last in "BI" and last_label == label):
            broken[letter] += number  # I breaks IOB2 here, and B is needless in IOB1
    return "IOB1" if broken["B"] < broken["I"] else "IOB2"
