"""Nested entities as levels of flat ones: one sequence of tags for each level.

The widest entities are on the first level, what lies in them on the next. Each level is tagged
inside of the entities of the level before, so that a city in the name of a university is looked for
where the university is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from annotator.model.annotations import Entity
from annotator.suggest.pieces import Piece

MOST = 3
OUTSIDE = "O"


class Stretch(NamedTuple):
    """The pieces `first` to `last` (exclusive), which are an entity with this label."""

    first: int
    last: int
    label: str


def levels(entities: Sequence[Entity], found: Sequence[Piece]) -> list[list[Stretch]]:
    """The entities of one fragment, level by level, as stretches of pieces in order.

    Pieces must have been cut at their edges. What crosses an entity of a level, or lies deeper than
    `MOST`, is left out.
    """
    starts = {piece.start: index for index, piece in enumerate(found)}
    ends = {piece.end: index + 1 for index, piece in enumerate(found)}
    made: list[list[Stretch]] = []
    for one in sorted(entities, key=lambda one: (-one.span.length, one.span.start, one.label)):
        first, last = starts.get(one.span.start), ends.get(one.span.end)
        if len(one.span.fragments) == 1 and first is not None and last is not None:
            _place(made, Stretch(first, last, one.label))
    return [sorted(level) for level in made]


def _place(made: list[list[Stretch]], one: Stretch) -> None:
    for depth in range(MOST):
        if depth == len(made):
            made.append([])
        over = [other for other in made[depth] if other.first < one.last and one.first < other.last]
        if not over:
            made[depth].append(one)
            return
        if not any(other.first <= one.first and one.last <= other.last for other in over):
            return


def tags(stretches: Sequence[Stretch], size: int) -> list[str]:
    """The tags of a level over `size` pieces: B-, I- and O (Ramshaw and Marcus 1995, IOB2)."""
    made = [OUTSIDE] * size
    for first, last, label in stretches:
        made[first:last] = [f"B-{label}", *[f"I-{label}"] * (last - first - 1)]
    return made


def stretches(tags: Sequence[str]) -> list[Stretch]:
    """The stretches that tags say; an I- that continues nothing begins one."""
    made: list[Stretch] = []
    for index, tag in enumerate(tags):
        label = tag[2:]
        joins = made and tag.startswith("I-") and made[-1][1:] == (index, label)
        if joins:
            made[-1] = made[-1]._replace(last=index + 1)
        elif tag != OUTSIDE:
            made.append(Stretch(index, index + 1, label))
    return made
