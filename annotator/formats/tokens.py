"""Tokens for formats that have no offsets: words, punctuation, and whether white space is between.

A token never crosses white space. Where spans begin or end inside a word, and at the particles and
pronouns that are written onto one, words are cut and the pieces marked as joined. What a format
writes into its columns is its own affair; tags are in `tags`.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from annotator.model.spans import Fragment, Span
from annotator.text.graphemes import boundaries
from annotator.text.segments import segments
from annotator.text.tokens import words

_NEAR = 7
"""Characters of a word before that may tell how the next one is to be cut (بعد, خلال, …)."""


class Token(NamedTuple):
    """One token: `text[start:end]`, code points. `joined`: no white space between it and the one
    before."""

    start: int
    end: int
    joined: bool


def tokens(text: str, spans: Iterable[Span] = (), *, cut: bool = True) -> list[Token]:
    """The tokens of a text, in order; all characters that are no white space are in one.

    With `cut`, words are cut at the edges of `spans` and where particles and pronouns are surely
    written onto them (not the article ال, as in the Penn Arabic Treebank).
    """
    pieces = whole_tokens(text)
    if cut:
        edges = {place for span in spans for fragment in span.fragments for place in fragment}
        pieces = list(_cut(text, pieces, sorted(edges)))
    ends = [-1, *(end for _, end in pieces)]
    return [
        Token(start, end, start == last) for (start, end), last in zip(pieces, ends, strict=False)
    ]


def whole_tokens(text: str) -> list[Fragment]:
    """Words as the arrow keys know them, and each other sign; unseen ones go with a neighbour."""
    found: list[Fragment] = []
    last = 0
    for start, end in words(text):
        if last < start:
            _take_gap(text, last, start, found)
        _take(text, start, end, found)
        last = end
    _take_gap(text, last, len(text), found)
    return found


def _take_gap(text: str, start: int, end: int, found: list[Fragment]) -> None:
    gap = text[start:end]
    if gap == " " or not gap or gap.isspace():
        return
    edges = boundaries(gap)
    for left, right in pairwise(edges):
        # A cluster may hold white space and a mark on it: the mark alone is a sign.
        while left < right and gap[left].isspace():
            left += 1
        if left < right:
            _take(text, start + left, start + right, found)


def _take(text: str, start: int, end: int, found: list[Fragment]) -> None:
    """Add a token; one that nobody can see joins the one that it touches."""
    if found and found[-1][1] == start:
        last = found[-1][0]
        if _unseen(text, start, end) or _unseen(text, last, start):
            found[-1] = (last, end)
            return
    found.append((start, end))


def _unseen(text: str, start: int, end: int) -> bool:
    if text[start].isalnum():
        return False
    return all(unicodedata.category(char) in ("Cf", "Cc", "Mn", "Me") for char in text[start:end])


def _cut(text: str, pieces: list[Fragment], edges: Sequence[int]) -> Iterator[Fragment]:
    before = ""
    ahead = iter([*edges, len(text) + 1])
    edge = next(ahead)
    for start, end in pieces:
        places = [start + place for place in _clitics(text, start, end, before)]
        while edge < end:
            if edge > start:
                places.append(edge)
            edge = next(ahead)
        before = text[start:end] if end - start < _NEAR and text[end : end + 1] == " " else ""
        for place in sorted(set(places)) if places else ():
            yield start, place
            start = place
        yield start, end


def _clitics(text: str, start: int, end: int, before: str) -> tuple[int, ...]:
    """Where particles and pronouns are cut off a word, counted from its start.

    `before` is the word before it, if it is a short one with nothing but one space between.
    """
    if end - start < 2 or not "\u0620" <= text[start] <= "\ufefc":
        return ()
    return _clitics_of(before if text[start - 1 : start] == " " else "", text[start:end])


@lru_cache(maxsize=1 << 16)
def _clitics_of(before: str, word: str) -> tuple[int, ...]:
    """The same within the word; corpora have the same words again and again."""
    text = f"{before} {word}"
    start = len(before) + 1
    if next(words(text, start), None) != (start, len(text)):
        return ()
    parts = segments(text, (start, len(text)))
    ends = [end for _, end in parts.proclitics]
    if parts.article:
        ends.pop()
    ends += [first for first, _ in parts.enclitics]
    return tuple(end - start for end in ends)


def grown(span: Span, pieces: Sequence[Fragment]) -> Span | None:
    """The span with each fragment grown to whole tokens of `pieces`; None if it touches none."""
    starts = [start for start, _ in pieces]
    found: list[Fragment] = []
    for left, right in span.fragments:
        first = max(0, bisect_right(starts, left) - 1)
        inside = [one for one in pieces[first : bisect_left(starts, right)] if one[1] > left]
        if inside:
            found.append((inside[0][0], inside[-1][1]))
    return Span.union(found) if found else None


def covered(span: Span, found: Sequence[Token]) -> list[int]:
    """The numbers of the tokens that the span touches, in order."""
    starts = [token.start for token in found]
    numbers: list[int] = []
    for left, right in span.fragments:
        first = max(0, bisect_right(starts, left) - 1)
        last = bisect_left(starts, right)
        numbers += [n for n in range(first, last) if found[n].end > left]
    return sorted(set(numbers))


def whole_text(forms: Iterable[str], joined: Iterable[bool]) -> tuple[str, list[Token]]:
    """A text made of tokens: one space between two, none before one that is joined."""
    text: list[str] = []
    found: list[Token] = []
    length = 0
    for form, sticks in zip(forms, joined, strict=True):
        if found and not sticks:
            text.append(" ")
            length += 1
        text.append(form)
        found.append(Token(length, length + len(form), sticks))
        length += len(form)
    return "".join(text), found
