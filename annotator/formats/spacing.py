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
    last = 0
    for start, end, _ in tokens(text, spans, cut=cut):
        _take_gap(text, last, start, found)
        found.append(Piece(start, end, space=False))
        last = end
    _take_gap(text, last, len(text), found)
    return found


def _take_gap(text: str, start: int, end: int, found: list[Piece]) -> None:
    if found and start < end and text[start] == " ":
        found[-1] = found[-1]._replace(space=True)
        start += 1
    if start < end:
        found.append(Piece(start, end, space=False))


def all_spans(annotations: Iterable[Annotation]) -> list[Span]:
    """Every span of the annotations."""
    return [span for one in annotations for span in spans_of(one)]


def reach(fragment: Fragment, found: Sequence[Piece]) -> tuple[int, int]:
    """The first and last token of a fragment whose ends are those of tokens, both included."""
    first = bisect_left(found, fragment[0], key=lambda one: one.start)
    last = bisect_left(found, fragment[1], key=lambda one: one.end)
    return first, last
