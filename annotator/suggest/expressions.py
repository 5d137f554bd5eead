"""Finds expressions of time, money and measure: أمس الخميس، 3.8 مليون دينار بحريني، ٤٥ عقدة.

Each piece of a text is written as one letter, by the list that it stands in, and what belongs
together is told by regular expressions over these letters. The words are in
`resources/lexicon/expressions.toml`. What label such an expression has, and whether all of it does,
is not known here: that is learned from what a project marks.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from annotator.resources import resource
from annotator.suggest.pieces import Piece
from annotator.text.normal import fold
from annotator.text.vocabulary import vocabulary

_LETTERS = {
    "weekdays": "w", "months": "m", "double_months": "M", "second_words": "z", "ordinals": "o",
    "days": "d", "day": "v", "year": "y", "long_units": "u", "long_pairs": "U", "short_units": "h",
    "short_pairs": "H", "clock": "x", "parts_of_day": "p", "edges": "t", "sides": "b",
    "relative": "r", "every": "k", "numbers": "q", "scales": "s", "currencies": "c",
    "measures": "g", "measure_kinds": "a", "eras": "e", "signs": "$",
}  # fmt: skip
"""The lists, and the letter that each of their words is written as."""
_OTHER, _NATION, _IN, _FROM, _AND, _BY = "-", "N", "i", "j", "f", "F"
_SMALL = {"في": _IN, "من": _FROM, "و": _AND, "ب": _BY}
_SIGNS = {"(": "<", ")": ">", "%": "%"}
_DIGITS = (
    ("D", re.compile(r"\d{1,4}[/-]\d{1,2}[/-]\d{1,4}")),
    ("C", re.compile(r"\d{1,2}:\d\d")),
    ("E", re.compile(r"\d{3,4}(?:ه|م|هـ)")),
    ("Y", re.compile(r"1[2-9]\d\d|20\d\d")),
    ("n", re.compile(r"\d.*")),
)
"""How digits are written: a date, a time, a year with its era, what may be a year, a number."""

# No number is written in more pieces: a table of thousands is not read anew from each of its cells.
_NUMBER = "(?:[nqYs](?:f?[nqs]){0,12})"
_MONTH = "(?:(?:M[oz]|m)(?:<(?:M[oz]|m)>)?)"
_YEAR = "(?:E|[Yn]e|Y)"
_CALENDAR = f"(?:(?:[nqo]|oj){_MONTH}|{_MONTH})(?:r|{_YEAR}|y{_YEAR})?"
_WEEKDAY = f"(?:d?v?w(?:{_CALENDAR}|r)?|dv)"
_YEARS = f"y(?:{_YEAR}|n|{_NUMBER})e?"
_DATE = f"(?:t?(?:{_WEEKDAY}|{_CALENDAR}|{_YEARS}|[uyv]r|d)|D|E|k[uyvw]|k?{_NUMBER}[uyv]|kU|U)"
_KINDS = {
    "date": f"{_DATE}|Y",
    "time": f"[tb]?p{_DATE}?|x(?:C|[noh])(?:f[qh])?p?|C|k?{_NUMBER}h|k?H|kh",
    "money": f"{_NUMBER}cN?|\\${_NUMBER}|{_NUMBER}\\$",
    "measure": f"{_NUMBER}(?:%|[iF]q)|{_NUMBER}ga?(?:i[goh])?",
}
_PATTERNS = {kind: re.compile(pattern) for kind, pattern in _KINDS.items()}


class Expression(NamedTuple):
    """The pieces `first` to `last` (exclusive) are an expression of this kind."""

    first: int
    last: int
    kind: str


def expressions(found: Sequence[Piece]) -> Iterator[Expression]:
    """The expressions among the pieces of a text, kind by kind; a time may hold a date."""
    letters = "".join(_letter(piece.surface, piece.kind) for piece in found)
    for kind, pattern in _PATTERNS.items():
        for match in pattern.finditer(letters):
            yield Expression(*match.span(), kind)


@lru_cache(maxsize=100_000)
def _letter(surface: str, kind: str) -> str:
    word = fold(surface)
    if kind != "word" or word in _SMALL:
        return _SIGNS.get(word) or _SMALL.get(word, _OTHER)
    digits = next((letter for letter, form in _DIGITS if form.fullmatch(word)), None)
    if digits is not None:
        return digits
    lists = _lists()
    for form in _forms(word):
        if form in lists:
            return lists[form]
    return _NATION if _is_nation(word) else _OTHER


def _forms(word: str) -> tuple[str, ...]:
    """The word, and without the article and the ending of the accusative."""
    bare = word.removeprefix("ال")
    return word, bare, word.removesuffix("ا"), bare.removesuffix("ا")


def _is_nation(word: str) -> bool:
    return vocabulary().is_nation(word.removeprefix("ال"))


@cache
def _lists() -> Mapping[str, str]:
    file = tomllib.loads(resource("lexicon", "expressions.toml").read_text(encoding="utf-8"))
    return {fold(word): letter for name, letter in _LETTERS.items() for word in file[name].split()}
