"""The words of a line, each read once: where they stand, and what they fold to.

Cues and reports ask for the words of the same lines over and over. Knows words and their normal
form, and not what any of them means.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from annotator.text.normal import fold
from annotator.text.tokens import words

__all__ = ["LineWords", "words_of_line"]


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
