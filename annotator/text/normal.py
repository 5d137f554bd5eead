"""One normalisation for search and matching, with the way back to the original.

Every comparison of strings (search, "mark all same", suggestions, cues) goes through here, so that
they all agree on what is the same. It must never change stored text: a normalised form lives only
as long as the comparison, and what was found is always reported in offsets of the original.

The folding works on each code point alone. Therefore ``fold(a + b) == fold(a) + fold(b)``, and a
substring of the text can be folded without its surroundings. What is folded:

- marks (Unicode categories Mn and Me: tashkeel, Quranic marks, dagger alef, Latin accents),
  tatweel, and invisible format characters (bidi marks, zero-width joiners, BOM) disappear;
- أ إ آ ٱ become ا, ى becomes ي, ة becomes ه, ؤ becomes و, ئ becomes ي, and the Persian and Urdu
  letters that keyboards put in place of ي ك ه become these;
- digits of every script become 0-9, and ٫ ٬ ٪ become . , %;
- presentation forms (U+FB50-FDFF, U+FE70-FEFC) and full-width forms become the letters they stand
  for, so a ligature may become several letters;
- cased letters are case-folded;
- every horizontal white space becomes one plain space. Runs are not collapsed: a run says
  nothing here that a caller could not say with a pattern, and the alignment stays simple. Line
  ends stay as they are, so that no match runs from one paragraph into the next unnoticed.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property

from msgspec import Struct

__all__ = ["Normalised", "find", "fold", "normalise"]

_LINE_ENDS = frozenset("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")
_JOINERS = frozenset("\u200c\u200d")
"""Invisible, but part of the letter in front of them (they choose its form, as in ه‍)."""
_VISIBLE_FORMAT = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605")
"""Number and year signs: format characters by category, but drawn."""
_WORD = 16
"""So many characters are folded one by one."""
_MANY = 60
"""A text with more kinds of characters that may fold is no news."""
_NOWHERE = (sys.maxsize, 1)
_LETTERS = {
    "ى": "ي",
    "ة": "ه",
    "ٱ": "ا",
    "ٲ": "ا",
    "ٳ": "ا",
    "ٵ": "ا",
    "ٶ": "و",
    "ٷ": "و",
    "ٸ": "ي",
    "ی": "ي",
    "ې": "ي",
    "ے": "ي",
    "ک": "ك",
    "ڪ": "ك",
    "ہ": "ه",
    "ھ": "ه",
    "ە": "ه",
    "ۃ": "ه",
    "٫": ".",
    "٬": ",",
    "٪": "%",
}
"""Letters and signs without a canonical decomposition (أ إ آ ؤ ئ have one: letter and hamza)."""

_COMPATIBILITY = (("\ufb50", "\ufdff"), ("\ufe70", "\ufefc"), ("\uff01", "\uff5e"))
"""First and last character of the blocks that hold other characters in another shape."""


def fold(text: str) -> str:
    """Return the normalised form of ``text`` (see the module's docstring), without alignment."""
    if len(text) <= _WORD:
        return text.translate(_FOLDS)
    others = set(_OTHER.findall(text))
    if len(others) > _MANY:
        return text.translate(_FOLDS)
    # One kind after the other, which is faster: none folds to characters that fold further.
    for char in others:
        text = text.replace(char, _FOLDS[ord(char)])
    return text


class Normalised(Struct, frozen=True, dict=True):
    """A text folded, with the way back.

    ``source`` is the original, ``text`` its folded form; both are measured in code points.
    """

    source: str
    text: str

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the smallest range of the source that covers ``text[start:end]``.

        The range is extended over the marks (and joiners) written on its last letter, so that it
        never ends between a letter and its vowel. An empty range maps to an empty range. Raises
        ``IndexError`` unless ``0 <= start <= end <= len(text)``.
        """
        if not 0 <= start <= end <= len(self.text):
            raise IndexError(f"{start}..{end} is not within 0..{len(self.text)}")
        first = self._origin(start)
        if start == end:
            return first, first
        return first, self._over_marks(self._origin(end - 1) + 1)

    def cuts(self, index: int) -> bool:
        """Tell whether ``index`` of ``text`` lies inside one original character (a ligature)."""
        if not self._has_ligatures or not 0 < index < len(self.text):
            return False
        return self._origin(index - 1) == self._origin(index)

    def _origin(self, index: int) -> int:
        """Return the offset of the original character that ``text[index]`` comes from."""
        if index == len(self.text):
            return len(self.source)
        at, origins = self._runs
        run = bisect_right(at, index) - 1
        return origins[run] + index - at[run]

    def _over_marks(self, end: int) -> int:
        source = self.source
        while end < len(source) and _clings(source[end]):
            end += 1
        return end

    def places(self, ascending: Iterable[int]) -> Iterator[int]:
        """Yield where in ``text`` each of some places of the source is, which are in order."""
        odd, shift = iter(self._odd), 0
        offset, size = next(odd, _NOWHERE)
        for place in ascending:
            while offset < place:
                shift += size - 1
                offset, size = next(odd, _NOWHERE)
            yield place + shift

    @cached_property
    def _odd(self) -> list[tuple[int, int]]:
        return list(_irregular(self.source))

    @cached_property
    def _has_ligatures(self) -> bool:
        origins = self._runs[1]
        return len(set(origins)) < len(origins)

    @cached_property
    def _runs(self) -> tuple[list[int], list[int]]:
        """Starts of the runs in which both sides advance together, in ``text`` and in ``source``.

        Only characters that fold to none or to several others begin a new run, so this is short
        for unvocalised text and is found by one pass of a regular expression.
        """
        at, origins = [0], [0]
        for offset, size in self._odd:
            here = at[-1] + offset - origins[-1]
            for copy in range(size):
                _begin_run(at, origins, here + copy, offset)
            _begin_run(at, origins, here + size, offset + 1)
        return at, origins


def normalise(text: str) -> Normalised:
    """Fold ``text`` and keep the way back; the alignment is computed when first asked for."""
    return Normalised(text, fold(text))


def find(needle: str, haystack: Normalised) -> Iterator[tuple[int, int]]:
    """Yield the original ranges whose folded form equals the folded ``needle``, left to right.

    Matches do not overlap. A needle that folds to nothing is found nowhere, and a match never
    takes a part of a ligature.
    """
    wanted = fold(needle)
    start = haystack.text.find(wanted) if wanted else -1
    while start >= 0:
        end = start + len(wanted)
        whole = not (haystack.cuts(start) or haystack.cuts(end))
        if whole:
            yield haystack.original(start, end)
        start = haystack.text.find(wanted, end if whole else start + 1)


def _irregular(source: str) -> Iterator[tuple[int, int]]:
    """Yield ``(offset, length of the folded form)`` of what does not fold to one character."""
    for match in _UNLIKE.finditer(source):
        size = len(_FOLDS[ord(match.group())])
        if size != 1:
            yield match.start(), size


def _begin_run(at: list[int], origins: list[int], index: int, origin: int) -> None:
    if at[-1] == index:
        origins[-1] = origin
    else:
        at.append(index)
        origins.append(origin)


def _clings(char: str) -> bool:
    """Tell whether ``char`` disappears in folding but belongs to the letter in front of it."""
    return char in _JOINERS or unicodedata.category(char) in ("Mn", "Me")


class _Folds(dict[int, str]):
    """What each code point folds to, filled as code points are met (for ``str.translate``)."""

    def __missing__(self, code: int) -> str:
        folded = _fold_character(chr(code))
        self[code] = folded
        return folded


def _fold_character(char: str) -> str:
    """Fold one character until nothing changes any more, so that folding twice is folding once."""
    folded = _step(_expand(char))
    while (again := _step(folded)) != folded:
        folded = again
    return folded


def _step(chars: str) -> str:
    bare = "".join(map(_replace, unicodedata.normalize("NFD", chars)))
    return "".join(map(_replace, unicodedata.normalize("NFD", bare.casefold())))


def _expand(char: str) -> str:
    """Return the letters that a presentation form stands for; other characters as they are."""
    if not any(first <= char <= last for first, last in _COMPATIBILITY):
        return char
    expanded = unicodedata.normalize("NFKC", char)
    # A stand-alone vowel sign decomposes to a space and the sign; the space is not in the text.
    marks_only = all(_clings(part) or part == " " for part in expanded)
    return expanded.replace(" ", "") if marks_only else expanded


def _replace(char: str) -> str:
    if char in _LETTERS:
        return _LETTERS[char]
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    if char.isspace():
        return char if char in _LINE_ENDS else " "
    return "" if _vanishes(char) else char


def _vanishes(char: str) -> bool:
    if char == "ـ" or _clings(char):
        return True
    return unicodedata.category(char) == "Cf" and char not in _VISIBLE_FORMAT


_FOLDS = _Folds()
_USUAL = [
    chr(code) for code in (*range(0x20, 0x7F), *range(0x621, 0x64B), *range(0x660, 0x66A), *b"\n")
] + [*"،؛؟«»“”‹›…–—"]
"""What nearly all of a text is written in: these are looked up once for all."""
_OTHER = re.compile(f"[^{re.escape(''.join(one for one in _USUAL if _FOLDS[ord(one)] == one))}]")
"""What may fold to something else than itself."""
_UNLIKE = re.compile(
    f"[^{re.escape(''.join(one for one in _USUAL if len(_FOLDS[ord(one)]) == 1))}]"
)
"""What may fold to none or to several characters."""
