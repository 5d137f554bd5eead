"""Cuts a text into the pieces that a model labels: words without their particles, and marks.

A piece is a word's particles in front, its stem with the article, its pronoun behind, a single
mark, or the end of a line, over which no entity goes. Entities begin and end at such places; where
one in the data does not, the piece is cut there too, so that nothing that is learned from is bent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from annotator.text.segments import segments
from annotator.text.tokens import words

Kind = Literal["word", "front", "back", "mark", "break"]


class Piece(NamedTuple):
    """`text[start:end]` (code points); `surface` is what stands there."""

    start: int
    end: int
    kind: Kind
    surface: str


def pieces(text: str, edges: Iterable[int] = ()) -> list[Piece]:
    """All of the text but the space between words, in order; none of `edges` lies within one."""
    wanted = sorted(set(edges))
    found: list[Piece] = []
    last = 0
    for start, end in words(text):
        found += _marks(text, last, start)
        found += _parts(text, start, end)
        last = end
    found += _marks(text, last, len(text))
    return list(_cut(found, wanted)) if wanted else found


def _marks(text: str, start: int, end: int) -> Iterator[Piece]:
    for at in range(start, end):
        if not text[at].isspace():
            yield Piece(at, at + 1, "mark", text[at])
        elif text[at] == "\n":
            yield Piece(at, at + 1, "break", text[at])


def _parts(text: str, start: int, end: int) -> Iterator[Piece]:
    name, back = _cuts(text[start:end])
    if name:
        yield Piece(start, start + name, "front", text[start : start + name])
    yield Piece(start + name, start + back, "word", text[start + name : start + back])
    if start + back < end:
        yield Piece(start + back, end, "back", text[start + back : end])


@lru_cache(maxsize=100_000)
def _cuts(word: str) -> tuple[int, int]:
    """Where the name begins in a word and where its pronoun does, by what its letters tell."""
    found = segments(word, (0, len(word)))
    back = found.enclitics[0][0] if found.enclitics else len(word)
    return (found.name, back) if found.name < back else (0, len(word))


def _cut(found: Sequence[Piece], edges: Sequence[int]) -> Iterator[Piece]:
    waiting = iter(edges)
    edge = next(waiting, None)
    for piece in found:
        start = piece.start
        while edge is not None and edge < piece.end:
            if edge > start:
                yield piece._replace(
                    start=start,
                    end=edge,
                    surface=piece.surface[start - piece.start : edge - piece.start],
                )
                start = edge
            edge = next(waiting, None)
        yield piece._replace(start=start, surface=piece.surface[start - piece.start :])
