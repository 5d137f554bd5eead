"""A concordance: each hit of a search in its surroundings, as one line of text.

The lines of the window and of the command line are made here. A line is one string with the hit's
place in it, never three strings: a hit inside a word must not be torn out of it, or its letters
would take other shapes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from annotator.store import Found
from annotator.text.matching import Range

CONTEXT = 120
"""Code points on either side of a hit that a line has at most."""
_LONGEST_HIT = 400


class Line(NamedTuple):
    """A hit: `start` and `end` are code points of the article's text, `at` those of `text`.

    `text` is the hit with what stands around it, all white space made single spaces.
    """

    number: int
    title: str
    start: int
    end: int
    text: str
    at: Range

    @property
    def before(self) -> str:
        """What stands before the hit."""
        return self.text[: self.at[0]]

    @property
    def hit(self) -> str:
        """The hit itself, cut if it is very long."""
        return self.text[self.at[0] : self.at[1]]

    @property
    def after(self) -> str:
        """What stands behind the hit."""
        return self.text[self.at[1] :]


def lines(found: Found, context: int = CONTEXT) -> Iterator[Line]:
    """A line for each hit in an article, with `context` code points around it at most."""
    title = " ".join(found.title.split())
    for start, end in found.hits:
        before = _one_line(_ending(found.text, start, context)).lstrip()
        hit = _one_line(found.text[start : min(end, start + _LONGEST_HIT)])
        hit = hit if end - start <= _LONGEST_HIT else f"{hit}…"
        after = _one_line(_beginning(found.text, end, context)).rstrip()
        at = (len(before), len(before) + len(hit))
        yield Line(found.number, title, start, end, before + hit + after, at)


def _ending(text: str, stop: int, context: int) -> str:
    """What stands before `stop`; beginning with a whole word where there is one."""
    start = max(0, stop - context)
    if start == 0:
        return text[:stop]
    piece = text[start:stop]
    gap = next((place for place, char in enumerate(piece) if char.isspace()), -1)
    return piece[gap + 1 :] if 0 <= gap < len(piece) - 1 else piece


def _beginning(text: str, start: int, context: int) -> str:
    """What stands from `start` on, ending with a whole word where there is one."""
    piece = text[start : start + context]
    if start + context >= len(text):
        return piece
    gap = max((place for place, char in enumerate(piece) if char.isspace()), default=-1)
    return piece[:gap] if gap > 0 else piece


def _one_line(text: str) -> str:
    """White space made single spaces, at both ends too: there it parts words from the hit."""
    words = " ".join(text.split())
    if not words:
        return " " if text else ""
    return f"{' ' * text[0].isspace()}{words}{' ' * text[-1].isspace()}"
