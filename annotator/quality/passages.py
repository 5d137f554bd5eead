"""Passages that two texts share, and where what lies in one text lies in the other.

Texts are compared word by word, with their marks and vowel signs; only white space may differ,
since wire copies are wrapped anew. Knows texts and spans, no annotations.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher
from itertools import pairwise

import regex
from msgspec import Struct

from annotator.model.spans import Fragment, Span

_TOKEN = regex.compile(r"[^\s\p{P}\p{S}]+|[\p{P}\p{S}]")
_RUN = 3
"""Tokens that are compared as one: single ones recur too often to tell where a passage goes on."""
_SHORTEST = 5
"""Tokens that two texts must have in a row: fewer recur by chance."""

_MOST_PAIRS = 20_000_000
"""Equal runs, each with each: some seconds. Prose of a million words has fewer."""


class Passage(Struct, frozen=True, gc=False):
    """As many tokens from `one` on in one text as from `other` on in the other, the same ones."""

    one: int
    other: int
    length: int


class Shared(Struct, frozen=True):
    """The passages that one text shares with another; `tokens` are ranges of code points."""

    tokens: tuple[tuple[Fragment, ...], tuple[Fragment, ...]]
    passages: tuple[Passage, ...]

    def carried(self, span: Span) -> Span | None:
        """Where the span of the one text lies in the other; None if it is not in a passage whole.

        Of each fragment, all from its first to its last character must be in one passage.
        """
        found = [self._fragment(start, end) for start, end in span.fragments]
        places = [place for place in found if place is not None]
        in_order = all(left[1] <= right[0] for left, right in pairwise(places))
        return Span(tuple(places)) if len(places) == len(found) and in_order else None

    def _fragment(self, start: int, end: int) -> Fragment | None:
        first, last = self._token(start), self._token(end - 1)
        if first is None or last is None:
            return None
        for passage in self.passages:
            if passage.one <= first and last < passage.one + passage.length:
                shift = passage.other - passage.one
                return self._moved(start, first, shift), self._moved(end - 1, last, shift) + 1
        return None

    def _token(self, position: int) -> int | None:
        """Which token of the one text holds the code point; None for white space."""
        tokens = self.tokens[0]
        index = bisect_right(tokens, position, key=lambda token: token[0]) - 1
        return index if index >= 0 and position < tokens[index][1] else None

    def _moved(self, position: int, token: int, shift: int) -> int:
        ours, theirs = self.tokens
        return theirs[token + shift][0] + position - ours[token][0]

    def turned(self) -> Shared:
        """The same, seen from the other text."""
        passages = tuple(Passage(one.other, one.one, one.length) for one in self.passages)
        return Shared((self.tokens[1], self.tokens[0]), passages)


def shared(one: str, other: str) -> Shared:
    """The passages that two texts share: whole texts, or at least five words or marks in a row."""
    tokens = _tokens(one), _tokens(other)
    words = [[text[start:end] for start, end in found]
             for text, found in zip((one, other), tokens, strict=True)]  # fmt: skip
    if words[0] == words[1]:
        return Shared(tokens, (Passage(0, 0, len(tokens[0])),))
    return Shared(tokens, tuple(_passages(*words)))


def _tokens(text: str) -> tuple[Fragment, ...]:
    return tuple(match.span() for match in _TOKEN.finditer(text))


def _passages(one: list[str], other: list[str]) -> Iterable[Passage]:
    runs, others = _runs(one), _runs(other)
    # Without what is frequent less is found, but in a time that a long table does not explode.
    matcher = SequenceMatcher(None, runs, others, autojunk=_pairs(runs, others) > _MOST_PAIRS)
    for block in matcher.get_matching_blocks():
        length = block.size + _RUN - 1
        if block.size and length >= _SHORTEST:
            yield Passage(block.a, block.b, length)


def _pairs(runs: list[tuple[str, ...]], others: list[tuple[str, ...]]) -> int:
    """How many pairs of equal runs there are: what comparing takes."""
    counts = Counter(others)
    return sum(counts[run] for run in runs)


def _runs(words: list[str]) -> list[tuple[str, ...]]:
    return list(zip(words, words[1:], words[2:], strict=False))
