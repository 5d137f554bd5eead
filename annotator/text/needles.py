"""Where any of many strings occurs, in one pass: what `same` finds for one string at a time.

The candidates come from an Aho–Corasick automaton (Aho and Corasick 1975, through the library
ahocorasick_rs) over the normal form; which of them are whole words, behind legal particles only,
`same.whole` decides. Pure: knows texts, no annotations.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import chain
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from annotator.text.linewords import word_at, words_of_text
from annotator.text.normal import Normalised
from annotator.text.same import LAM, Needle, whole

__all__ = ["Needles", "Place"]

_RUNS = re.compile("  +")


class Place(NamedTuple):
    """Needle number `needle` occurs at `start:end` of the original text (code points)."""

    start: int
    end: int
    needle: int


Passing = Callable[[Place], bool]


class Needles:
    """Many strings to look for at once; empty ones are found nowhere."""

    def __init__(self, needles: Sequence[Needle]) -> None:
        """Takes about a second for a million letters; `needles` are numbered from 0."""
        self._patterns: list[str] = []
        # Of each pattern: the number of its needle, and how many letters in front are none of it.
        self._of: list[tuple[int, int]] = []
        for number, needle in enumerate(needles):
            self._add(needle.text, number, 0)
            if needle.without_alef:
                self._add(LAM + needle.without_alef, number, 1)

    def _add(self, pattern: str, number: int, front: int) -> None:
        if pattern:
            self._patterns.append(pattern)
            self._of.append((number, front))

    @cached_property
    def _automaton(self) -> AhoCorasick:
        return AhoCorasick(self._patterns)

    def find(self, haystack: Normalised, passing: Passing | None = None) -> Iterator[Place]:
        """Yield every place where a needle occurs, by where it ends; places may overlap.

        What `passing` says is passed over, before it is looked at closely. It is asked for the
        letters of the needle: the place may have signs in front and behind.
        """
        if not self._patterns:
            return
        text, back = _squeezed(haystack.text)
        starts, ends = _edges(haystack)
        for pattern, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            number, front = self._of[pattern]
            first, last = back(start + front), back(end - 1) + 1
            words = not front and first in starts and last in ends
            if not words and not _may_be_whole(text, start, end):
                continue
            if passing is not None and passing(Place(*haystack.original(first, last), number)):
                continue
            place: tuple[int, int] | None
            if words:
                place = starts[first], ends[last]
            else:
                place = whole(haystack, first, last, behind_lam=front > 0, word_at=word_at)
            if place is not None:
                yield Place(*place, number)


@lru_cache(maxsize=4)
def _edges(haystack: Normalised) -> tuple[dict[int, int], dict[int, int]]:
    """Where words begin and where they end: by the place in the normal form, that in the text."""
    spans = words_of_text(haystack.source)
    places = haystack.places(chain.from_iterable(spans))
    starts, ends = {}, {}
    for (start, end), first, last in zip(spans, places, places, strict=True):
        if first < last:
            starts[first], ends[last] = start, end
    return starts, ends


def _may_be_whole(text: str, start: int, end: int) -> bool:
    """A cheap first look: no word goes on behind it, and few letters stand in front."""
    if end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        return False
    if not text[start].isalnum():
        return True
    at = start
    while at > 0 and text[at - 1].isalnum():
        at -= 1
        if start - at > _LONGEST_CHAIN:
            return False
    return True


_LONGEST_CHAIN = 5
"""Letters of the longest chain of particles, the article among them: وبال, and one to spare."""


class _Same:
    def __call__(self, index: int) -> int:
        return index


class _Wider:
    """From an index of the text with single spaces to one of the text as it is."""

    def __init__(self, cuts: Sequence[tuple[int, int]]) -> None:
        self._at = [at for at, _ in cuts]
        self._more = [more for _, more in cuts]

    def __call__(self, index: int) -> int:
        run = bisect_right(self._at, index) - 1
        return index + (self._more[run] if run >= 0 else 0)


def _squeezed(text: str) -> tuple[str, _Same | _Wider]:
    """The text with every run of spaces as one, and the way back."""
    if "  " not in text:
        return text, _Same()
    cuts, gone = [], 0
    for run in _RUNS.finditer(text):
        size = run.end() - run.start() - 1
        gone += size
        cuts.append((run.end() - gone, gone))
    return _RUNS.sub(" ", text), _Wider(cuts)
