"""Files with a token on each line, being written: headings, sentences, what stands between tokens.

What stands in the columns is each format's own affair.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import quote

from annotator.formats.base import Piece
from annotator.formats.columns import ID
from annotator.formats.columns_gaps import gap_cell, gaps_of
from annotator.formats.lines import PIECE
from annotator.formats.tokens import Token
from annotator.text.sentences import lines, sentence_ends


def id_cell(id: str) -> str:
    """The id of an article as a cell of its heading."""
    if id.isalnum() and id.isascii():
        return ID + id
    return ID + "".join(c if c.isprintable() and c not in " %" else quote(c, safe="") for c in id)


def lead_cell(text: str) -> str:
    """The cell of a heading that tells of white space in front of the first word."""
    return gap_cell(text[: len(text) - len(text.lstrip())], usual="")


def space_cells(text: str, tokens: Sequence[Token], before: Iterable[int]) -> list[str]:
    """What stands behind each token, as cells; `before` are the tokens that begin a sentence."""
    gaps = gaps_of(text, tokens)
    cells = ["_" if gap == " " else gap_cell(gap) for gap in gaps]
    for number in before:
        cells[number - 1] = gap_cell(gaps[number - 1], usual="\n")
    if cells:
        cells[-1] = gap_cell(gaps[-1], usual="")
    return cells


def breaks(text: str, tokens: Sequence[Token], runs: Iterable[tuple[int, int]]) -> list[int]:
    """The numbers of the tokens that begin another sentence: never inside one of `runs`, which are
    first and last tokens, nor written onto the one before."""
    starts = [token.start for token in tokens]
    found: set[int] = set()
    for line in lines(text):
        for end in sentence_ends(text, line.start, line.end):
            number = bisect_left(starts, end)
            if 0 < number < len(tokens) and not tokens[number].joined:
                found.add(number)
    for first, last in runs:
        if first < last:
            found.difference_update(range(first + 1, last + 1))
    return sorted(found)


def in_sentences(rows: list[str], before: Iterable[int], blank: str = "\n") -> str:
    """The lines of one article, a blank one in front of each further sentence."""
    for number in before:
        rows[number] = blank + rows[number]
    return "".join(rows)


def gathered(parts: Iterable[str]) -> Iterator[Piece]:
    """Parts of the text of one file, in pieces of some hundred kilobytes."""
    waiting: list[str] = []
    size = 0
    for part in parts:
        waiting.append(part)
        size += len(part)
        if size > PIECE:
            yield "", "".join(waiting).encode()
            waiting, size = [], 0
    yield "", "".join(waiting).encode()


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Sentences as `start, end`, none of them over the end of a line, without outer white space."""
    for line in lines(text):
        start = line.start
        for end in (*sentence_ends(text, line.start, line.end), line.end):
            left, right = start, end
            while left < right and text[left].isspace():
                left += 1
            while left < right and text[right - 1].isspace():
                right -= 1
            if left < right:
                yield left, right
            start = max(start, end)
