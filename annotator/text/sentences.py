"""Where sentences and paragraphs of a news text end, as far as quotations and cues need it.

A help for nearness ("in the same sentence"), not a segmenter to annotate with: it errs towards
longer sentences, because a quotation cut short is worse than one that is too long.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

__all__ = [
    "INVISIBLE", "Line", "line_at", "lines", "lines_within", "paragraph", "sentence_around",
    "sentence_ends",
]  # fmt: skip

_END = re.compile(
    r"""(?<![.!?؟…۔]) [.!?؟…۔]++ [\u200e\u200f"'“”„‟«»‹›‘’＂)\]}]*+ (?=\s|\Z)""", re.VERBOSE
)
_CLOSING = "\"'“”„‟«»‹›‘’＂)]}"
INVISIBLE = "\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
"""Bidi marks and the like: they are drawn as nothing and belong to no letter."""
_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
_WORD_BEFORE = re.compile(rf"(?:[^\W\d_][{_MARKS}]*)+\Z")
_SIGNS = re.compile(f"[{_MARKS}]")
_TWO_LETTERS = re.compile("[\u0621-\u064a]{2}")
"""The end of a word that is no abbreviation, as most are: those of the list are Latin."""
_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_BREAKS = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_ABBREVIATIONS = frozenset(
    ["dr", "mr", "mrs", "ms", "prof", "st", "inc", "ltd", "co", "jr", "sr", "vs", "no", "gen"]
)
_LONGEST_ABBREVIATION = 12


class Line(NamedTuple):
    """One line that is not blank: ``text[start:end]`` without its line end.

    ``fresh``: a blank line (or nothing) is in front of it. ``last``: its paragraph ends with it,
    since a blank line follows, or it ends a sentence. A line that just stops in the middle of
    a sentence was wrapped, and its paragraph goes on.
    """

    start: int
    end: int
    fresh: bool
    last: bool


@lru_cache(maxsize=8)
def lines(text: str) -> tuple[Line, ...]:
    """Return the lines of ``text`` that hold more than white space, in order.

    The last few texts are remembered: one key press asks several times about the same article.
    """
    filled = [m.span() for m in _LINE.finditer(text) if not m.group().isspace()]
    gaps = [
        True,
        *(_blank(text, a[1], b[0]) for a, b in pairwise(filled)),
        True,
    ]
    return tuple(
        Line(start, end, gaps[at], gaps[at + 1] or _ends_sentence(text, start, end))
        for at, (start, end) in enumerate(filled)
    )


def lines_within(text: str, start: int, end: int) -> tuple[Line, ...]:
    """Return the lines that a range may share characters with, in order."""
    rows = lines(text)
    return rows[line_at(text, start) : bisect_left(_line_starts(text), end)]


def line_at(text: str, position: int) -> int:
    """Return the number of the last line that begins at or before a place; 0 if there is none."""
    return max(0, bisect_right(_line_starts(text), position) - 1)


@lru_cache(maxsize=8)
def _line_starts(text: str) -> tuple[int, ...]:
    return tuple(row.start for row in lines(text))


def paragraph(text: str, start: int, end: int = 0) -> tuple[int, int]:
    """Return the lines of the paragraph at ``start``, and of those behind it up to ``end``.

    They are numbered; the second number is that of the line behind the last.
    """
    rows = lines(text)
    first = last = line_at(text, start)
    while first and not (rows[first].fresh or rows[first - 1].last):
        first -= 1
    while last + 1 < len(rows) and not (rows[last].last and rows[last].end >= end):
        last += 1
    return first, min(last + 1, len(rows))


def sentence_ends(text: str, start: int, end: int) -> Iterator[int]:
    """Return the offsets within ``text[start:end]`` right after a sentence and its closing marks.

    A full stop after a single letter (د. أ. U.S.) or a title (Dr.) ends none, nor does one that
    no white space follows (3.5). The end of the range counts as an end.
    """
    return iter(_ends(text, start, end))


@lru_cache(maxsize=256)
def _ends(text: str, start: int, end: int) -> tuple[int, ...]:
    """The same; remembered, since a paragraph is asked for as often as it has cues and quotes."""
    found = [
        match.end() for match in _END.finditer(text, start, end) if not _abbreviated(text, match)
    ]
    if (found[-1] if found else start) < end:
        found.append(end)
    return tuple(found)


def sentence_around(text: str, start: int, end: int, limits: tuple[int, int]) -> tuple[int, int]:
    """Return the range within ``limits`` of the sentence or sentences that hold ``start..end``."""
    first, last = limits
    before = first
    for at in sentence_ends(text, first, last):
        if at >= end:
            return before, at
        if at <= start:
            before = at
    return before, last


def _abbreviated(text: str, stop: re.Match[str]) -> bool:
    if not stop.group().startswith(".") or stop.group().startswith(".."):
        return False
    at = stop.start()
    if _TWO_LETTERS.fullmatch(text, max(0, at - 2), at):
        return False
    word = _WORD_BEFORE.search(text[max(0, at - _LONGEST_ABBREVIATION) : at])
    # Vowel signs are no letters: the ا of يومًا does not stand alone.
    letters = _SIGNS.sub("", word.group()) if word is not None else ""
    return len(letters) == 1 or letters.casefold() in _ABBREVIATIONS


def _ends_sentence(text: str, start: int, end: int) -> bool:
    bare = text[max(start, end - 40) : end].rstrip().rstrip(INVISIBLE)
    return bare[-1:] in tuple(_CLOSING) or bare[-1:] in tuple(".!?؟…۔:")


def _blank(text: str, end: int, start: int) -> bool:
    """Tell whether more than one line break lies between two lines."""
    return len(_BREAKS.findall(text, end, start)) > 1
