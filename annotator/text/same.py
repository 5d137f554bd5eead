"""Where a string occurs again, whatever is written onto its front: for "mark all same".

Strings are compared in their normal form (see `normal`). A match begins where a word begins or
behind a legal chain of particles (see `clitics`), and ends where a word ends: بيروت is found in
وبيروت and not in بيروتي. The article belongs to the name: وزارة is not found in الوزارة. Behind ل
the article loses its alef, so الوزارة is found in للوزارة, where it is spelt لوزارة. Between two
words any horizontal white space may stand.

Pure: knows texts, no annotations.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from annotator.text.clitics import proclitic_cuts
from annotator.text.evidence import NOTHING, Evidence, first_word
from annotator.text.normal import Normalised, fold, normalise
from annotator.text.segments import name_of, segments
from annotator.text.tokens import word_at

__all__ = ["LAM", "Needle", "is_sure", "needle_at", "occurrences", "whole"]

_ARTICLE = "ال"
WordAt = Callable[[str, int], tuple[int, int] | None]
"""What tells the word that holds a place of a text: `tokens.word_at`, or one with a memory."""
LAM = "ل"
"""The particle behind which the article loses its alef."""


class Needle(Struct, frozen=True, dict=True):
    """A string to look for: `text` is its normal form, with single spaces and none around."""

    text: str

    @classmethod
    def of(cls, surface: str) -> Needle:
        """The needle for a string as it is written."""
        return cls(" ".join(part for part in fold(surface).split(" ") if part))

    def __bool__(self) -> bool:
        """Whether anything is left to look for: vowel signs alone are nothing."""
        return bool(self.text)

    @property
    def without_alef(self) -> str:
        """How it is spelt behind ل; "" if it does not begin with the article."""
        rest = self.text.removeprefix(_ARTICLE)
        if rest == self.text or not rest[:1].strip():
            return ""
        # Two lams of the article and the word become one: ل and الليل make لليل.
        return rest if rest.startswith(LAM) else LAM + rest

    @cached_property
    def first_word(self) -> str:
        """Its first word without the article, as evidence has the first words of names."""
        return first_word(self.text)

    @cached_property
    def core(self) -> str:
        """What every text with a match has in its normal form: a cheap first look."""
        return max((self.without_alef or self.text).split(" "), key=len)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Finds candidates in a normal form; a match of the group is without its alef."""
        whole, short = _spaced(self.text), _spaced(self.without_alef)
        return re.compile(f"{whole}|(?<={LAM})({short})" if short else f"{whole}|(?!)()")


def _spaced(text: str) -> str:
    return " +".join(map(re.escape, text.split(" ")))


def occurrences(needle: Needle, haystack: Normalised) -> Iterator[tuple[int, int]]:
    """Yield where the needle occurs: ranges of the original text, left to right, none overlapping.

    A range takes the word's tatweel and signs along, so that it never ends within a letter.
    """
    if not needle or needle.core not in haystack.text:
        return
    at = 0
    while match := needle.pattern.search(haystack.text, at):
        place = whole(haystack, *match.span(), behind_lam=match.group(1) is not None)
        if place is not None:
            yield place
        at = match.end() if place is not None else match.start() + 1


def needle_at(text: str, start: int, end: int) -> Needle:
    """The needle for what stands at `start:end` of the text (code points).

    Behind a ل that is left out, لوزارة may be الوزارة without its alef, while لبنان is whole. It
    is taken for the former where the text has that elsewhere, or the word is known to be so.
    """
    found, word = Needle.of(text[start:end]), word_at(text, start)
    if word is None or not found.text.startswith(LAM):
        return found
    if start not in _cuts(text, word, behind_lam=True):
        return found
    haystack, with_alef = normalise(text), Needle("ا" + found.text)
    for whole in (with_alef, Needle(_ARTICLE + found.text)):
        places = occurrences(whole, haystack)
        if any(fold(text[left:right]).startswith(_ARTICLE) for left, right in places):
            return whole
    return with_alef if segments(text, word).article else found


def is_sure(needle: Needle, text: str, start: int, known: Evidence = NOTHING) -> bool:
    """Whether a match at `start` is one by all that is known of words.

    `known` is the evidence at hand. What stands at the beginning of a word is one. Within a word
    the particles in front must be ones: زيد is one in وزيد, and ليد is none in وليد.
    """
    if start == 0 or text[start - 1].isspace():
        return True
    word = word_at(text, start)
    if word is None or word[0] == start:
        return True
    evidence = known
    if not known.names_begin_with(needle.first_word):
        evidence = replace(known, names=(*known.names, frozenset((needle.first_word,))))
    return name_of(text, word, evidence) == start


def whole(
    haystack: Normalised, start: int, end: int, *, behind_lam: bool, word_at: WordAt = word_at
) -> tuple[int, int] | None:
    """The original range of a candidate in the normal form; None if it is not whole words.

    `word_at` is asked for the words of the original.
    """
    if haystack.cuts(start) or haystack.cuts(end):
        return None
    left, right = haystack.original(start, end)
    last = _end(haystack.source, right, word_at(haystack.source, right - 1))
    if last is None:
        return None
    word = word_at(haystack.source, left)
    first = _start(haystack.source, left, word, behind_lam=behind_lam)
    return None if first is None else (first, last)


def _start(
    text: str, position: int, word: tuple[int, int] | None, *, behind_lam: bool
) -> int | None:
    """The place at or just before `position` where a match may begin; None if there is none.

    `word` is the word at `position`.
    """
    if word is None:
        return position
    if not behind_lam and not fold(text[word[0] : position]):
        return word[0]
    places = _cuts(text, word, behind_lam=behind_lam)
    near = (place for place in places if place <= position and not fold(text[place:position]))
    return next(near, None)


def _cuts(text: str, word: tuple[int, int], *, behind_lam: bool) -> tuple[int, ...]:
    """Where a name may begin inside a word: behind particles, but not behind the article."""
    return tuple(
        cut
        for cut in proclitic_cuts(text, *word)
        if _may_begin(fold(text[word[0] : cut]), behind_lam=behind_lam)
    )


def _may_begin(particles: str, *, behind_lam: bool) -> bool:
    if particles.endswith((_ARTICLE, LAM + LAM)):
        return False
    return particles.endswith(LAM) or not behind_lam


def _end(text: str, position: int, word: tuple[int, int] | None) -> int | None:
    """The end of the word that ends at `position`, but for what a normal form does not show.

    `word` is the word that holds the letter in front of `position`.
    """
    if word is None:
        return position
    return word[1] if not fold(text[position : word[1]]) else None
