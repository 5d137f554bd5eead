"""Tokens as spaCy and Prodigy have them: with the spaces between them they make the whole text.

One space behind a token belongs to it as a flag; all other white space is tokens of its own.
Offsets are code points; where words are cut is decided in `tokens`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from annotator.formats.tokens import tokens
from annotator.model.annotations import Annotation, spans_of
from annotator.model.spans import Fragment, Span


class Piece(NamedTuple):
    """A token `text[start:end]`; `space` tells whether one space follows that is no token."""

    start: int
    end: int
    space: bool


def pieces(text: str, spans: Iterable[Span], *, cut: bool) -> list[Piece]:
    """The tokens of a text, no character left out; with `cut`, spans never end inside one."""
    found: list[Piece] = []
    start = end = 0  # of the token before, which waits for what follows it
    for left, right, _ in (*tokens(text, spans, cut=cut), (len(text), len(text), False)):
        space = start < end < left and text[end] == " "
        if start < end:
            found.append(Piece(start, end, space))
        if end + space < left:
            found.append(Piece(end + space, left, space=False))
        start, end = left, right
    return found


def all_spans(annotations: Iterable[Annotation]) -> list[Span]:
    """Every span of the annotations."""
    return [span for one in annotations for span in spans_of(one)]


def reach(fragment: Fragment, found: Sequence[Piece]) -> tuple[int, int]:
    """The first and last token of a fragment whose ends are those of tokens, both included."""
    first = bisect_left(found, fragment[0], key=lambda one: one.start)
    last = bisect_left(found, fragment[1], key=lambda one: one.end)
    return first, last
