"""Spans: which characters of a text an annotation covers. Offsets are code points, ends exclusive.

A span that exists is well-formed: at least one fragment, none empty, in reading order, none
overlapping. Whether it lies inside a text is for the annotated article to check.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from annotator.errors import UserError

Fragment = tuple[int, int]


class BadSpan(UserError, ValueError):
    """Fragments that make no span."""


class Span(Struct, frozen=True, order=True, gc=False):
    """One or more fragments `(start, end)` in reading order; touching is allowed, overlap is not.

    Raises `BadSpan` for no fragment, a negative, empty or reversed one, or disorder.
    """

    fragments: tuple[tuple[int, int], ...]

    def __post_init__(self) -> None:
        last = 0
        for start, end in self.fragments:
            if not last <= start < end:
                raise BadSpan(
                    "The fragments {fragments} make no span: each needs start < end, and they "
                    "follow each other without overlap.",
                    fragments=list(map(list, self.fragments)),
                )
            last = end
        if not last:
            raise BadSpan("A span needs at least one fragment.")

    @classmethod
    def of(cls, start: int, end: int) -> Span:
        """The span of one fragment."""
        return cls(((start, end),))

    @classmethod
    def union(cls, fragments: Iterable[Fragment]) -> Span:
        """The span that covers all `fragments`, in any order; those that meet or overlap merge."""
        merged: list[Fragment] = []
        for start, end in sorted(fragments):
            if merged and start <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        return cls(tuple(merged))

    @property
    def start(self) -> int:
        """Where the first fragment starts."""
        return self.fragments[0][0]

    @property
    def end(self) -> int:
        """Where the last fragment ends."""
        return self.fragments[-1][1]

    def surface(self, text: str) -> str:
        """The characters of the span; several fragments are joined with one space."""
        fragments = self.fragments
        if len(fragments) == 1:
            start, end = fragments[0]
            return text[start:end]
        return " ".join(text[start:end] for start, end in fragments)

    def holds(self, position: int) -> bool:
        """Whether the code point at `position` is covered."""
        return any(start <= position < end for start, end in self.fragments)

    def covers(self, other: Span) -> bool:
        """Whether every character of `other` is covered."""
        if len(self.fragments) == len(other.fragments) == 1:
            (start, end), (left, right) = self.fragments[0], other.fragments[0]
            return start <= left and right <= end
        return all(
            any(start <= left and right <= end for start, end in self.fragments)
            for left, right in other.fragments
        )

    def overlaps(self, start: int, end: int) -> bool:
        """Whether any character of `start:end` is covered."""
        return any(left < end and start < right for left, right in self.fragments)

    @property
    def length(self) -> int:
        """How many code points are covered."""
        length = 0
        for start, end in self.fragments:
            length += end - start
        return length
