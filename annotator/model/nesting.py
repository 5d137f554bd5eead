"""Which entities may be offered beside each other: what crosses, and what nests.

Whether an entity may lie in another one of its own label is a matter of the guidelines (a faculty
in the name of a university is an ORG in an ORG for some, a part of a longer name for others), so it
is asked of those who mark: who never does so means the longer name.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Collection, Iterable, Iterator

from annotator.model.annotations import Entity


def parts(entities: Iterable[Entity]) -> Iterator[Entity]:
    """Those that lie in another one of these that has the same label."""
    outer: dict[str, Entity] = {}
    for one in sorted(entities, key=lambda one: (one.span.start, -one.span.end)):
        other = outer.get(one.label)
        if other is None or one.span.end > other.span.end:
            outer[one.label] = one
        elif one.span != other.span and other.span.covers(one.span):
            yield one


def nested_labels(entities: Iterable[Entity]) -> frozenset[str]:
    """The labels of which one of these entities lies in another one of the same label."""
    return frozenset(one.label for one in parts(entities))


def in_the_way(one: Entity, other: Entity, nested: Collection[str] = ()) -> bool:
    """Whether only one of two entities can be meant: they have the same span, or cross.

    Or one holds the other under the same label: then they are the same thing, seen wholly and in
    part, unless the label is among those that nest.
    """
    if other.span.end <= one.span.start or one.span.end <= other.span.start:
        return False
    if one.span == other.span:
        return True
    if one.span.covers(other.span) or other.span.covers(one.span):
        return one.label == other.label and one.label not in nested
    return any(one.span.overlaps(start, end) for start, end in other.span.fragments)


class Places:
    """Where entities are offered so far, by start."""

    def __init__(self) -> None:
        # Starts with the number of the entity, so that no two are compared further.
        self._starts: list[tuple[int, int]] = []
        self._entities: list[Entity] = []
        self._longest = 0

    def free(self, one: Entity, nested: Collection[str]) -> bool:
        """Whether nothing offered is in the way of `one`."""
        start, end = one.span.start, one.span.end
        first = bisect_left(self._starts, (start - self._longest, 0))
        last = bisect_left(self._starts, (end, 0))
        for _, number in self._starts[first:last]:
            other = self._entities[number]
            if other.span.end > start and in_the_way(one, other, nested):
                return False
        return True

    def add(self, one: Entity) -> None:
        """From now on it is offered."""
        start, end = one.span.start, one.span.end
        insort(self._starts, (start, len(self._entities)))
        self._entities.append(one)
        self._longest = max(self._longest, end - start)
