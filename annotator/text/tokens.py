"""Words: what the arrow keys step over and what a selection grows by.

A word is a run of letters, digits and their marks, or one symbol such as € or an emoji. Punctuation
is no word. Numbers keep their separators (3.5 ٣٫٥ 10:30 1,000), Latin words their apostrophes and
hyphens. Words never cross white space.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

# Marks that are written inside words but are no letters: tatweel is a letter (Lm) already.
_JOINERS = "\u200c\u200d\u061c\u200e\u200f\u00ad\ufeff\u2060"
_WORD = regex.compile(
    rf"""
    [\p{{L}}\p{{N}}_](?:[\p{{L}}\p{{M}}\p{{N}}_{_JOINERS}])*
    (?: (?<=\p{{N}}) [.,:/٫٬٪\-] (?=\p{{N}}) [\p{{L}}\p{{M}}\p{{N}}_{_JOINERS}]+   # 3.5, ٢٠٢٥/٣/١
      | (?<=\p{{Latin}}) ['’\-.&] (?=\p{{Latin}}) [\p{{L}}\p{{M}}\p{{N}}_]+         # O'Neil, AT&T
    )*
    | (?:(?=\p{{S}}|\p{{Emoji_Presentation}}) \X)                                   # €, 🙂
    """,
    regex.VERBOSE,
)
_REACH = 200


def words(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """The words of `text[start:end]` as `(start, end)` in code points, in reading order."""
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        yield match.start(), match.end()


def _line_start(text: str, position: int) -> int:
    """A place at or before `position` where no word is open: white space, or far enough away."""
    for back in range(position, max(-1, position - _REACH), -1):
        if back == 0 or text[back - 1].isspace():
            return back
    return max(0, position - _REACH)


def word_at(text: str, position: int) -> tuple[int, int] | None:
    """The word that holds the code point at `position`, or None between words."""
    for start, end in words(text, _line_start(text, position), position + _REACH):
        if start > position:
            return None
        if end > position:
            return start, end
    return None


def word_after(text: str, position: int) -> tuple[int, int] | None:
    """The first word that starts at or after `position`; None at the end of the text."""
    start = position
    inside = word_at(text, position)
    if inside and inside[0] < position:
        start = inside[1]
    return next(words(text, start), None)


def word_before(text: str, position: int) -> tuple[int, int] | None:
    """The last word that ends at or before `position`; None at the beginning of the text."""
    stop = position
    while stop > 0:
        begin = _line_start(text, max(0, stop - _REACH // 2))
        found = [word for word in words(text, begin, position) if word[1] <= position]
        # A word cut off by the end of the search range is no word yet.
        found = [word for word in found if word_at(text, word[0]) == word]
        if found:
            return found[-1]
        stop = begin if begin < stop else stop - 1
    return None


def nearest_word(text: str, position: int) -> tuple[int, int] | None:
    """The word at `position`, else the next one, else the last one; None if there is none."""
    return word_at(text, position) or word_after(text, position) or word_before(text, position)
