"""What of a text is shown, and in which pieces: code points in, code points out, no geometry.

A piece is what one text layout shows: a paragraph, or a part of one that is too long to be laid out
at once. The pieces cover the whole text, line ends included, without gap or overlap. What is shown
differs from the text only in characters that would not survive the way to the screen, and never in
length: the text itself is not changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from annotator.text.graphemes import cluster

LONGEST_PIECE = 2500
"""Code points of a piece: some 400 words, which take 3 ms to lay out."""
_SHORTEST_PIECE = LONGEST_PIECE // 2

# Line and page separators would end the line inside a layout, or be mirrored to its far end.
_SEPARATORS = "\x0b\x0c\r\x1c\x1d\x1e\x85\u2028\u2029"
_CONTROLS = "\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f"
# Lone surrogates and U+FFFE are dropped or swapped on the way into Qt; U+FFFC makes room for an
# object there.
_BROKEN = "\ud800-\udfff\ufdd0-\ufdef\ufffc\ufffe\uffff"
_ODD = re.compile(f"[\t\u2060{_SEPARATORS}{_CONTROLS}{_BROKEN}]|\\A\ufeff")
_SUBSTITUTES = {
    "\t": " ",
    # Both are invisible and leave letters joined; fonts for Arabic have the former only.
    "\u2060": "\ufeff",
    # A leading U+FEFF is dropped on the way into Qt; U+200B is as invisible and as transparent.
    "\ufeff": "\u200b",
    **dict.fromkeys(_SEPARATORS, "¶"),
}
_BROKEN_SIGN = "¦"

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u065f\u066e-\u06ef\u06fa-\u08ff\u200f\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_LETTER = re.compile(r"[^\W\d_]")
_SENTENCE_END = re.compile(r"[.!?؟…][”»\"’)\]]*[ \u00a0]+(?=\S)")


class Piece(NamedTuple):
    """A stretch of the text as `text[start:end]`, of which `text[start:stop]` is shown.

    What lies between `stop` and `end` is the line end. `closes` tells whether a paragraph ends
    here, `rtl` the direction of the paragraph.
    """

    start: int
    stop: int
    end: int
    rtl: bool
    closes: bool

    @property
    def blank(self) -> bool:
        """Whether there is nothing to show."""
        return self.start == self.stop


def substitute(text: str) -> str:
    """What is shown for `text`: the same number of code points and of UTF-16 units."""
    if _ODD.search(text) is None:
        return text
    shown = _ODD.sub(lambda match: _SUBSTITUTES.get(match[0], _BROKEN_SIGN), text)
    return "\u200b" + shown[1:] if shown.startswith("\ufeff") else shown


def reads_leftwards(paragraph: str) -> bool:
    """Whether the paragraph's base direction is right to left.

    News in Arabic begins with a Latin name or a number often enough: only a paragraph that has
    Latin letters (or others of left-to-right scripts) and no Arabic one reads from left to right.
    """
    return _RIGHT_TO_LEFT.search(paragraph) is not None or _LETTER.search(paragraph) is None


def pieces(text: str) -> Iterator[Piece]:
    """The pieces of `text` in reading order; at least one, the last one without a line end."""
    start = 0
    while True:
        found = text.find("\n", start)
        stop = end = len(text)
        if found >= 0:
            end = found + 1
            stop = found - 1 if found > start and text[found - 1] == "\r" else found
        yield from _cut(text, start, stop, end)
        if found < 0:
            return
        start = end


def _cut(text: str, start: int, stop: int, end: int) -> Iterator[Piece]:
    rtl = reads_leftwards(text[start:stop])
    while stop - start > LONGEST_PIECE:
        cut = _place_to_cut(text, start)
        yield Piece(start, cut, cut, rtl, closes=False)
        start = cut
    yield Piece(start, stop, end, rtl, closes=True)


def _place_to_cut(text: str, start: int) -> int:
    """Where the piece that begins at `start` ends: after a sentence, a word, or at least a letter.

    The line is broken there, which shows least between sentences.
    """
    first, last = start + _SHORTEST_PIECE, start + LONGEST_PIECE
    sentences = [match.end() for match in _SENTENCE_END.finditer(text, first, last)]
    if sentences:
        return sentences[-1]
    space = text.rfind(" ", first, last)
    return space + 1 if space >= 0 else max(cluster(text, last)[0], first)
