"""Clitics: the letters و ف ب ك ل س ال that are written onto the front of a word.

Here stands which chains of them Arabic allows, by their letters and vowel signs alone. Whether a
word really begins with particles (وبيروت) or only with their letters (وليد) is not asked here.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from annotator.text.graphemes import boundaries

__all__ = ["proclitic_cuts"]

_FATHA, _KASRA, _SUKUN, _DAGGER = "\u064e", "\u0650", "\u0652", "\u0670"
_SIGNS = {
    "و": _FATHA, "ف": _FATHA, "ك": _FATHA, "س": _FATHA, "ب": _KASRA,
    "ل": _FATHA + _KASRA + _SUKUN, "ا": _FATHA,
}  # fmt: skip
"""The vowel signs that a particle's letter may have; with another it belongs to the word (وُلد)."""
_REMEMBERED = 1 << 15
"""Words whose cuts are kept: the same few are asked about most of the time."""
_SAME = {"ٱ": "ا", "ک": "ك", "ڪ": "ك"}
_CHAIN = {
    "": {"و": "and", "ف": "and", "ب": "by", "ك": "by", "ل": "for", "س": "will", "ا": "the"},
    "and": {"ب": "by", "ك": "by", "ل": "for", "س": "will", "ا": "the"},
    "by": {"ا": "the"},
    "for": {"ل": "article"},
    "the": {"ل": "article"},
}
"""What may follow what. Behind ل the article has no ا: ل and الوزارة make للوزارة."""
_IMPERFECT = frozenset("أاآنتي")
"""What a word behind the س of the future begins with."""


def proclitic_cuts(text: str, start: int, end: int) -> tuple[int, ...]:
    """Where a legal chain of particles could end in the word `text[start:end]`, in order.

    The places are code points of `text`, strictly inside the word, at letter boundaries: a
    particle's vowel signs and the tatweel behind it stay with it. Nothing is judged: وليد has the
    cut of و and that of ول. The article is a further cut, so وبالوزارة has three; للوزارة has one
    behind the first ل and one behind the second.
    """
    return tuple(start + cut for cut in _cuts(text[start:end]))


@lru_cache(maxsize=_REMEMBERED)
def _cuts(word: str) -> tuple[int, ...]:
    state, cuts = "", []
    letters = list(_letters(word))
    for index, (letter, stop) in enumerate(letters[:-1]):
        state = _CHAIN.get(state, {}).get(letter, "")
        if not state:
            break
        if state == "the" or (state == "will" and letters[index + 1][0] not in _IMPERFECT):
            continue
        cuts.append(stop)
    return tuple(cuts)


def _letters(word: str) -> Iterator[tuple[str, int]]:
    """Yield each letter and where it ends; what no particle looks like is an empty string.

    Tatweel and invisible characters count to the letter in front of them.
    """
    edges = boundaries(word)
    last: tuple[str, int] | None = None
    for left, right in pairwise(edges):
        if last and _hangs_on(word[left]):
            last = last[0], right
            continue
        if last:
            yield last
        last = _letter(word[left:right]), right
    if last:
        yield last


def _hangs_on(char: str) -> bool:
    return char == "ـ" or unicodedata.category(char) in ("Cf", "Mn")


def _letter(cluster: str) -> str:
    """Return the letter of a cluster; "" where its signs tell that it is no particle."""
    composed = unicodedata.normalize("NFKC", cluster) if len(cluster) > 1 else cluster
    if len(composed) == 1 and composed > "\ufb4f":
        composed = unicodedata.normalize("NFKC", composed)
    letter = _SAME.get(composed[0], composed[0])
    signs = (sign for sign in composed[1:] if unicodedata.category(sign) != "Cf")
    allowed = _SIGNS.get(letter, "")
    if letter in _IMPERFECT and letter != "ا":
        return letter
    return letter if all(sign in allowed for sign in signs) else ""
