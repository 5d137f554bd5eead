"""Grapheme clusters (UAX #29): what a reader calls a letter, its diacritics included.

The display never cuts inside one. A cluster begins at every plain letter, digit, space or sign, so
only the stretch between the two nearest of these is looked at, however long the text is.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

import regex

# Flags are taken in pairs here: for each of them `\X` alone counts back to the start of their run.
_CLUSTER = regex.compile(
    r"\p{GCB=Regional_Indicator}{1,2}[\p{GCB=Extend}\p{GCB=ZWJ}\p{GCB=SpacingMark}]*|\X"
)
# A cluster begins here whatever stands before, unless that is a sign such as U+0600 which takes
# what follows to itself. Flags, emoji and Indic letters depend on what is in front of them.
_PLAIN = (
    r"(?<!\p{GCB=Prepend})(?=\p{GCB=Other})"
    r"[[\p{Arabic}\p{Latin}\p{Nd}\p{P}\s]--[\p{Extended_Pictographic}]]"
)
_PLAIN_BEFORE = regex.compile(rf"(?rV1){_PLAIN}")
_PLAIN_AFTER = regex.compile(rf"(?V1){_PLAIN}")


_SHORT = 200
"""Stretches and words up to this length are remembered by the thousand, whole texts by the few:
4,096 articles would be half a gigabyte."""


@lru_cache(maxsize=4096)
def _edges(stretch: str) -> tuple[int, ...]:
    return (*(match.start() for match in _CLUSTER.finditer(stretch)), len(stretch))


@lru_cache(maxsize=8)
def _edges_of_long(text: str) -> tuple[int, ...]:
    return _edges.__wrapped__(text)


def boundaries(text: str) -> tuple[int, ...]:
    """All cluster boundaries of `text` in code points, 0 and `len(text)` included."""
    return _edges(text) if len(text) <= _SHORT else _edges_of_long(text)


def _stretch(text: str, position: int) -> tuple[int, int]:
    """The shortest stretch around `position` that is known to hold whole clusters."""
    before = _PLAIN_BEFORE.search(text, 0, position + 1)
    after = _PLAIN_AFTER.search(text, position + 1)
    return before.start() if before else 0, after.start() if after else len(text)


def cluster(text: str, position: int) -> tuple[int, int]:
    """The cluster `(start, end)` that holds the code point at `position`.

    At or beyond the end of the text: `(len(text), len(text))`.
    """
    if position >= len(text):
        return len(text), len(text)
    start, end = _stretch(text, position)
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
