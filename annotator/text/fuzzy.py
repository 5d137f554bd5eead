"""Finds what a few typed letters mean among many names, in Arabic and English, the best first.

For pickers, palettes and pages of keys: short names that a person half remembers. Everything is
compared folded (see `normal`), so hamzas, ة, vowels and case do not matter. Each typed word has to
be found somewhere in an entry; how it is found decides the rank, and what is equal stays in order:

1. the whole key that stands beside the entry (`P`, or ح on the same key),
2. a whole name, then the beginning of a name, then the beginning of one of its words,
3. the beginnings of words, one after the other (`nart` and `na` for Next article),
4. letters in a row inside a word,
5. the same in the help of an entry, which is long and finds much by chance,
6. letters in order with gaps (`prsn` for Person), from the beginning of a word on and never far
   apart, the fewest gaps first.

An Arabic word begins behind its article, too: مقال begins المقال. It is written here, since general
libraries for approximate matching weigh edit distances: they find typing errors, rank beginnings of
words no higher than middles, and know no article.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from annotator.text.normal import fold

__all__ = ["Searchable", "ranked", "searchable"]

_KEY, _WHOLE, _FIRST, _WORD, _INITIALS, _INSIDE, _HELP_WORD, _HELP_INSIDE, _GAPS = range(9)
_SPREAD = 2
"""How many times longer than what was typed a stretch with gaps may be."""
_LONGEST = 120
"""Of what is typed, in code points. No name is longer; a pasted article costs no time."""
_RUN = re.compile(r"[^\W_]+")
_ARTICLES = ("ال", "لل", "وال", "بال", "فال", "كال")


class Name(NamedTuple):
    """A folded text, and where its words begin; `first` are the beginnings of the first word."""

    text: str
    starts: tuple[int, ...]
    first: tuple[int, ...]


class Searchable(NamedTuple):
    """All that an entry can be found by. Made once by `searchable`, asked at every key."""

    names: tuple[Name, ...]
    helps: tuple[str, ...]
    keys: tuple[str, ...]


def searchable(
    names: Iterable[str], helps: Iterable[str] = (), keys: Iterable[str] = ()
) -> Searchable:
    """Prepare an entry: its names, what is written about it, the keys beside it."""
    return Searchable(tuple(map(_name, names)), tuple(map(_help, helps)), tuple(map(_key, keys)))


def ranked(typed: str, among: Sequence[Searchable]) -> list[int]:
    """The indexes of the entries in which every typed word is found, the best first.

    With nothing typed (or only what folding takes away) these are all, in their order.
    """
    typed = typed[:_LONGEST]
    wanted, key = fold(typed).split(), _key(typed)
    if not wanted:
        return list(range(len(among)))
    found = []
    for place, one in enumerate(among):
        rank = (_KEY, 0, 0) if key in one.keys else _rank(wanted, key, one)
        if rank is not None:
            found.append((rank, place))
    return [place for _, place in sorted(found)]


def _rank(wanted: list[str], key: str, one: Searchable) -> tuple[int, int, int] | None:
    """The worst word decides, then all together, then the gaps; None if a word is not there."""
    worst = total = gaps = 0
    for word in wanted:
        found = _of_word(word, one)
        if found is None:
            held = len(key) > 1 and any(name.startswith(key) for name in one.keys)
            return (_WORD, 0, 0) if held else None
        worst, total, gaps = max(worst, found[0]), total + found[0], gaps + found[1]
    return worst, total, gaps


def _of_word(word: str, one: Searchable) -> tuple[int, int] | None:
    """How well a word is found, and with how many letters left out."""
    best = min((_in_name(word, name) for name in one.names), default=_GAPS)
    if best == _GAPS:
        best = min((_in_help(word, help) for help in one.helps), default=_GAPS)
    if best < _GAPS:
        return best, 0
    gaps = min(chain.from_iterable(_gaps(word, name) for name in one.names), default=None)
    return None if gaps is None else (_GAPS, gaps)


def _in_name(word: str, name: Name) -> int:
    if word == name.text:
        return _WHOLE
    if any(name.text.startswith(word, at) for at in name.first):
        return _FIRST
    if any(name.text.startswith(word, at) for at in name.starts):
        return _WORD
    if _by_initials(word, name):
        return _INITIALS
    return _INSIDE if word in name.text else _GAPS


def _in_help(word: str, help: str) -> int:
    if f" {word}" in help or f" ال{word}" in help:
        return _HELP_WORD
    # One or two letters are inside every sentence.
    return _HELP_INSIDE if len(word) > 2 and word in help else _GAPS


def _by_initials(word: str, name: Name) -> bool:
    """Whether each letter goes on from the one before, or begins a later word."""
    text = name.text
    at = {start for start in name.starts if text[start] == word[0]}
    for letter in word[1:]:
        if not at:
            return False
        first = min(at)
        later = {start for start in name.starts if start > first}
        at = {i for i in later | {i + 1 for i in at} if i < len(text) and text[i] == letter}
    return bool(at)


def _gaps(word: str, name: Name) -> Iterator[int]:
    """How many letters lie between those of `word`, for each place where it can begin."""
    for start in name.starts if len(word) > 1 else ():
        if name.text[start] == word[0]:
            end = _end(word, name.text, start)
            if end is not None and end - start <= len(word) * _SPREAD:
                yield end - start - len(word)


def _end(word: str, text: str, start: int) -> int | None:
    """Behind the last letter, if all letters of `word` follow each other from `start` on."""
    at = start - 1
    for letter in word:
        at = text.find(letter, at + 1)
        if at < 0:
            return None
    return at + 1


def _key(text: str) -> str:
    """A key as it is compared: digits of every script, but ي and ى apart, which lie on two keys."""
    digits = (str(unicodedata.decimal(char, char)) for char in text.strip().casefold())
    return "".join(digits)


@lru_cache(maxsize=4096)
def _name(text: str) -> Name:
    """The names of a program and of a label set are few, and asked for whenever a picker opens."""
    folded = " ".join(fold(text).split())
    words = [match.start() for match in _RUN.finditer(folded)]
    behind = {at: [*_behind_article(folded, at)] for at in words}
    starts = sorted(chain(words, chain.from_iterable(behind.values())))
    first = [words[0], *behind[words[0]]] if words else []
    return Name(folded, tuple(starts), tuple(first))


@lru_cache(maxsize=4096)
def _help(text: str) -> str:
    """A help needs less: its words begin behind a space."""
    return " " + " ".join(fold(text).split())


def _behind_article(text: str, at: int) -> Iterator[int]:
    for article in _ARTICLES:
        behind = at + len(article)
        # At least two letters, or nothing is left to be a word.
        if text.startswith(article, at) and text[behind : behind + 2].isalnum():
            if len(text[behind : behind + 2]) == 2:
                yield behind
            return
