"""Tags of tokens: IOB2, IOB1 and BIOES, from runs of tokens and back.

A run is what an annotation is among tokens: from the first to the last, both included. Tags that
break their scheme are read as what they most likely mean and named as faults; nothing is dropped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
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


def tags(length: int, runs: Iterable[Run], scheme: Scheme = "IOB2") -> list[str]:
    """One tag for each of `length` tokens. Runs must not overlap, else BadRuns."""
    made = [OUT] * length
    ends: dict[int, str] = {}
    for run in sorted(runs):
        if any(tag != OUT for tag in made[run.first : run.last + 1]):
            raise BadRuns(f"{run} overlaps another run")
        touches = ends.get(run.first - 1) == run.label
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


def parted(tag: str) -> tuple[str, str]:
    """Letter (BIOES) and label of a tag; "?" for one that is none."""
    if tag == OUT:
        return OUT, ""
    letter, dash, label = tag.partition("-")
    return (_LETTERS.get(letter, "?"), label) if dash and label else ("?", "")


def scheme_of(rows: Iterable[Sequence[str]]) -> Scheme:
    """The scheme of a whole file: the one that its tags break least; IOB2 where nothing tells."""
    breaks: dict[Scheme, int] = {"IOB2": 0, "IOB1": 0}
    for row in rows:
        if any(tag[:2] in ("E-", "S-", "L-", "U-") for tag in row):
            return "BIOES"
        breaks["IOB2"] += len(runs(row, "IOB2")[1])
        breaks["IOB1"] += sum(1 for _ in _needless(row))
    return min(breaks, key=lambda one: breaks[one])


def _needless(row: Sequence[str]) -> Iterator[int]:
    """Where a B stands that IOB1 would not write: not behind a run of the same label."""
    before = ("O", "")
    for number, tag in enumerate(row):
        letter, label = parted(tag)
        if letter == "B" and (before[0] == OUT or before[1] != label):
            yield number
        before = letter, label
