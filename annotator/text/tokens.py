"""Words: what the arrow keys step over and what a selection grows by.

A word is a run of letters, digits and their marks, or one symbol such as € or an emoji. Punctuation
is no word. Numbers keep their separators (3.5 ٣٫٥ 10:30 1,000), Latin words their apostrophes and
hyphens. Words never cross white space.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import methodcaller

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
# Most of the news is written in these characters alone: Arabic letters and digits and what parts
# words, none of it a symbol or Latin. There the pattern above comes down to one that is found in a
# third of the time.
_LETTERS, _MARKS, _DIGITS = "\u0621-\u063a\u0640-\u064a", "\u064b-\u0652", "0-9\u0660-\u0669"
_PARTING = "\\s،؛؟.:,!?…\"'«»‹›“”„‘’()\\[\\]{}/%٪٫٬–—\\-"
_PLAIN = re.compile(f"[{_LETTERS}{_MARKS}{_DIGITS}{_PARTING}]*")
_PLAIN_WORD = re.compile(
    f"[{_LETTERS}{_DIGITS}][{_LETTERS}{_MARKS}{_DIGITS}]*"
    f"(?:(?<=[{_DIGITS}])[.,:/٫٬٪\\-](?=[{_DIGITS}])[{_LETTERS}{_MARKS}{_DIGITS}]+)*"
)
_SHORT = 5_000
"""So many code points are looked through first, to see whether they are plain."""
# No word holds one of these, so looking for words may begin behind any of them.
_GAP = r"[\s،؛؟?!()\[\]«»“”\"]"
_GAP_BEFORE = regex.compile(rf"(?r){_GAP}")
_REST_BEFORE = regex.compile(rf"(?r)(?!{_GAP}).", regex.DOTALL)


_span = methodcaller("span")


def words(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """The words of `text[start:end]` as `(start, end)` in code points, in reading order."""
    last = len(text) if end is None else end
    plain = last - start <= _SHORT and _PLAIN.fullmatch(text, start, last)
    return map(_span, (_PLAIN_WORD if plain else _WORD).finditer(text, start, last))


def _behind_gap(text: str, position: int) -> int:
    """The last place at or before `position` where no word is open."""
    gap = _GAP_BEFORE.search(text, 0, position)
    return gap.end() if gap else 0


def word_at(text: str, position: int) -> tuple[int, int] | None:
    """The word that holds the code point at `position`, or None between words."""
    for start, end in words(text, _behind_gap(text, position)):
        if start > position:
            return None
        if end > position:
            return start, end
    return None


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """`start` and `end` at the outer edges of the words that they lie in (code points)."""
    first, last = word_at(text, start), word_at(text, end - 1)
    return first[0] if first else start, last[1] if last else end


def word_after(text: str, position: int) -> tuple[int, int] | None:
    """The first word that starts at or after `position`; None at the end of the text."""
    start = position
    inside = word_at(text, position)
    if inside and inside[0] < position:
        start = inside[1]
    return next(words(text, start), None)


def word_before(text: str, position: int) -> tuple[int, int] | None:
    """The last word that ends at or before `position`; None at the beginning of the text."""
    # The word around `position` must be seen whole, or its first part would pass for a word.
    end: int | None = None
    stop = position
    while rest := _REST_BEFORE.search(text, 0, stop):
        if rest.end() < position:
            end = rest.end()
        begin = _behind_gap(text, rest.end())
        last = None
        for word in words(text, begin, end):
            if word[1] > position:
                break
            last = word
        if last:
            return last
        stop = begin
    return None


def nearest_word(text: str, position: int) -> tuple[int, int] | None:
    """The word at `position`, else the next one, else the last one; None if there is none."""
    return word_at(text, position) or word_after(text, position) or word_before(text, position)
