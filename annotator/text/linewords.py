"""The words of a text, each read once: where they stand, and what they fold to.

For those who ask for the same lines over and over, or for many places of one text. Knows words and
their normal form, and not what any of them means.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from annotator.text.normal import fold
from annotator.text.sentences import line_at, lines
from annotator.text.tokens import words

__all__ = ["LineWords", "word_after", "word_at", "word_before", "words_of_line", "words_of_text"]


class LineWords(NamedTuple):
    """The words of a line in order, as `(start, end)` of the text in code points, and folded."""

    spans: tuple[tuple[int, int], ...]
    folded: tuple[str, ...]


@lru_cache(maxsize=256)
def words_of_line(text: str, start: int, end: int) -> LineWords:
    """The words of the line `text[start:end]`. The lines that were read last are remembered."""
    spans = tuple(words(text, start, end))
    # No word holds a line end, and none comes or goes in folding: all can be folded at once.
    folded = fold("\n".join([text[first:last] for first, last in spans])).split("\n")
    return LineWords(spans, tuple(folded) if spans else ())


def word_at(text: str, position: int) -> tuple[int, int] | None:
    """What `tokens.word_at` answers, quickly for many places: all of the text is read once."""
    spans = words_of_text(text)
    at = bisect_left(spans, (position + 1,)) - 1
    return spans[at] if at >= 0 and position < spans[at][1] else None


def word_before(text: str, position: int) -> tuple[int, int] | None:
    """What `tokens.word_before` answers, of lines that are remembered."""
    rows = lines(text)
    for row in reversed(rows[: line_at(text, position) + 1]):
        spans = words_of_line(text, row.start, row.end).spans
        at = bisect_left(spans, (position,)) - 1
        if at >= 0 and spans[at][1] > position:
            at -= 1
        if at >= 0:
            return spans[at]
    return None


def word_after(text: str, position: int) -> tuple[int, int] | None:
    """What `tokens.word_after` answers, of lines that are remembered."""
    rows = lines(text)
    for number in range(line_at(text, position), len(rows)):
        spans = words_of_line(text, rows[number].start, rows[number].end).spans
        at = bisect_left(spans, (position,))
        if at < len(spans):
            return spans[at]
    return None


@lru_cache(maxsize=4)
def words_of_text(text: str) -> tuple[tuple[int, int], ...]:
    """Where the words of the text stand. The last few texts are remembered."""
    rows = (words_of_line(text, row.start, row.end) for row in lines(text))
    return tuple(chain.from_iterable(row.spans for row in rows))
