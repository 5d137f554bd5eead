"""Grapheme clusters (UAX #29): what a reader calls a letter, its diacritics included.

The display never cuts inside one. Clusters never cross a line feed, so a line is all that has to be
looked at, however long the text is.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

import regex

_CLUSTER = regex.compile(r"\X")
# A line may have no end in sight; clusters are short, so a window around a position is enough.
_WINDOW = 512


@lru_cache(maxsize=4096)
def _edges(line: str) -> tuple[int, ...]:
    return (*(match.start() for match in _CLUSTER.finditer(line)), len(line))


def boundaries(text: str) -> tuple[int, ...]:
    """All cluster boundaries of `text` in code points, 0 and `len(text)` included."""
    return _edges(text)


def _window(text: str, position: int) -> tuple[int, int]:
    """A stretch around `position` that starts and ends at cluster boundaries or far away."""
    start = text.rfind("\n", max(0, position - _WINDOW), position) + 1
    if not start and position > _WINDOW:
        space = text.rfind(" ", position - _WINDOW, position)
        start = space if space > 0 else position - _WINDOW
    end = text.find("\n", position, position + _WINDOW)
    return start, end + 1 if end >= 0 else min(len(text), position + _WINDOW)


def cluster(text: str, position: int) -> tuple[int, int]:
    """The cluster `(start, end)` that holds the code point at `position`.

    At or beyond the end of the text: `(len(text), len(text))`.
    """
    if position >= len(text):
        return len(text), len(text)
    start, end = _window(text, position)
    edges = _edges(text[start:end])
    for left, right in pairwise(edges):
        if start + left <= position < start + right:
            return start + left, start + right
    return position, position + 1


def snap(text: str, start: int, end: int) -> tuple[int, int]:
    """The smallest range of whole clusters that covers `start:end`."""
    left = cluster(text, start)[0]
    return left, end if end <= start else cluster(text, end - 1)[1]


def following(text: str, position: int) -> int:
    """The next cluster boundary after `position`."""
    return cluster(text, position)[1]


def preceding(text: str, position: int) -> int:
    """The last cluster boundary before `position`."""
    return cluster(text, position - 1)[0] if position > 0 else 0
