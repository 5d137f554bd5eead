"""Tokens for formats that have no offsets: words, punctuation, and whether white space is between.

A token never crosses white space. Where spans begin or end inside a word, and at the particles and
pronouns that are written onto one, words are cut and the pieces marked as joined. What a format
writes into its columns is its own affair; tags are in `tags`.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from operator import eq, itemgetter
from typing import NamedTuple

from annotator.model.spans import Fragment, Span
from annotator.text.graphemes import boundaries
from annotator.text.segments import segments
from annotator.text.tokens import words

_CHUNKS = re.compile(r"\S+")
_KEPT = 64
"""Characters of a stretch that is remembered; longer ones are rare and would fill the memory."""
_START, _END = itemgetter(0), itemgetter(1)
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
    if not cut:
        pieces = whole_tokens(text)
    else:
        edges = {place for span in spans for fragment in span.fragments for place in fragment}
        pieces = _cut_at(sorted(edges), _cut_tokens(text))
    ends = [-1, *map(_END, pieces)]
    joined = map(eq, map(_START, pieces), ends)
    # As `Token(start, end, joined)`, at a third of the time: corpora have millions.
    return [_new(Token, (*piece, sticks)) for piece, sticks in zip(pieces, joined, strict=True)]


_new = tuple.__new__


def whole_tokens(text: str) -> list[Fragment]:
    """Words as the arrow keys know them, and each other sign; unseen ones go with a neighbour."""
    return [
        (chunk.start() + left, chunk.start() + right)
        for chunk in _CHUNKS.finditer(text)
        for left, right in _whole(chunk.group())
    ]


def _cut_tokens(text: str) -> list[Fragment]:
    """The same, cut where particles and pronouns are written onto words."""
    found: list[Fragment] = []
    before, last = "", 0
    for chunk in _CHUNKS.finditer(text):
        start, end = chunk.span()
        if before and (start > last + 1 or text[last] != " "):
            before = ""
        pieces, before = _cut_chunk(before, chunk.group())
        if len(pieces) == 1:
            found.append((start, end))
        else:
            found += [(start + left, start + right) for left, right in pieces]
        last = end
    return found


def _cut_at(edges: Sequence[int], pieces: list[Fragment]) -> list[Fragment]:
    """The pieces, cut at the edges that lie inside one."""
    found: list[Fragment] = []
    done = 0
    for edge in edges:
        number = bisect_left(pieces, edge, key=_END)
        if number == len(pieces) or not pieces[number][0] < edge < pieces[number][1]:
            continue
        start, end = pieces[number]
        if number >= done:
            found += pieces[done:number]
            done = number + 1
        else:
            start, _ = found.pop()
        found += [(start, edge), (edge, end)]
    return found + pieces[done:]


# What comes of a stretch without white space; corpora have the same ones again and again.


def _whole(chunk: str) -> tuple[Fragment, ...]:
    return _whole_kept(chunk) if len(chunk) < _KEPT else _whole_tokens(chunk)


def _whole_tokens(chunk: str) -> tuple[Fragment, ...]:
    found: list[Fragment] = []
    last = 0
    for start, end in words(chunk):
        if last < start:
            _take_gap(chunk, last, start, found)
        _take(chunk, start, end, found)
        last = end
    if last < len(chunk):
        _take_gap(chunk, last, len(chunk), found)
    return tuple(found)


def _take_gap(chunk: str, start: int, end: int, found: list[Fragment]) -> None:
    for left, right in pairwise(boundaries(chunk[start:end])):
        _take(chunk, start + left, start + right, found)


def _take(chunk: str, start: int, end: int, found: list[Fragment]) -> None:
    """Add a token; one that nobody can see joins the one that it touches."""
    if found:
        first, last = found[-1]
        if _unseen(chunk, start, end) or _unseen(chunk, first, last):
            found[-1] = (first, end)
            return
    found.append((start, end))


def _unseen(chunk: str, start: int, end: int) -> bool:
    if chunk[start].isalnum():
        return False
    return all(unicodedata.category(char) in ("Cf", "Cc", "Mn", "Me") for char in chunk[start:end])


def _cut_chunk(before: str, chunk: str) -> tuple[tuple[Fragment, ...], str]:
    if len(chunk) < _KEPT:
        return _cut_kept(before, chunk)
    return _cut_whole(before, chunk)


def _cut_whole(before: str, chunk: str) -> tuple[tuple[Fragment, ...], str]:
    """The pieces of a chunk, and its last token if that may tell how the next one is to be cut.

    `before` is that of the chunk before, if nothing but one space is between.
    """
    found: list[Fragment] = []
    start = end = 0
    for start, end in _whole(chunk):
        first = start
        for place in _clitics(chunk[start:end], before):
            found.append((first, start + place))
            first = start + place
        found.append((first, end))
        before = ""
    return tuple(found), chunk[start:end] if end - start < _NEAR and end == len(chunk) else ""


_whole_kept = lru_cache(maxsize=1 << 16)(_whole_tokens)
_cut_kept = lru_cache(maxsize=1 << 16)(_cut_whole)


def _clitics(word: str, before: str) -> tuple[int, ...]:
    """Where particles and pronouns are cut off a word, counted from its start."""
    if len(word) < 2 or not "\u0620" <= word[0] <= "\ufefc":
        return ()
    text = f"{before} {word}"
    start = len(before) + 1
    if next(words(text, start), None) != (start, len(text)):
        return ()
    parts = segments(text, (start, len(text)))
    ends = [end for _, end in parts.proclitics]
    if parts.article:
        ends.pop()
    ends += [first for first, _ in parts.enclitics]
    return tuple(sorted({end - start for end in ends}))


def grown(span: Span, pieces: Sequence[Fragment]) -> Span | None:
    """The span with each fragment grown to whole tokens of `pieces`; None if it touches none."""
    found: list[Fragment] = []
    for left, right in span.fragments:
        first = max(0, bisect_right(pieces, left, key=_START) - 1)
        last = bisect_left(pieces, right, key=_START)
        inside = [one for one in pieces[first:last] if one[1] > left]
        if inside:
            found.append((inside[0][0], inside[-1][1]))
    return Span.union(found) if found else None


def covered(span: Span, found: Sequence[Token]) -> list[int]:
    """The numbers of the tokens that the span touches, in order."""
    numbers: list[int] = []
    for left, right in span.fragments:
        first = max(0, bisect_right(found, left, key=_START) - 1)
        last = bisect_left(found, right, key=_START)
        if first < last and found[first][1] <= left:
            first += 1
        numbers += range(first, last)
    return numbers if len(span.fragments) == 1 else sorted(set(numbers))


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
