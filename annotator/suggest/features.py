"""What a model looks at in each piece of a text: its forms, its neighbours, what is known of it.

Features are strings, as python-crfsuite takes them: forms folded by `text.normal`, affixes, shape,
particles written on, the lists of the vocabulary, cues of speech, whether the piece stands between
quotation marks, and which label the memory has for the string that it is a part of.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from annotator.suggest.expressions import expressions
from annotator.suggest.pieces import Piece
from annotator.text.cues import find_cues
from annotator.text.normal import fold
from annotator.text.vocabulary import vocabulary

Features = list[list[str]]
Known = Mapping[int, str]
"""Of a piece by its index: what the memory says, such as "B-GPE" at the start of a known string."""

_ARTICLE = "ال"
_SHORT = 5
"""So many pieces between quotation marks may be a name."""
_OPENING, _CLOSING, _STRAIGHT = frozenset("«“‹„"), frozenset("»”›‟"), '"'


def features(text: str, found: Sequence[Piece], known: Known | None = None) -> Features:
    """The features of each piece, in order."""
    cues = {cue.start: cue.lemma for cue in find_cues(text)}
    rows = [list(_own(piece.surface, piece.kind)) for piece in found]
    sorts = [_sort(piece.surface, piece.kind) for piece in found]
    told = _told(found)
    quoted = _quoted(found)
    for index, piece in enumerate(found):
        row = rows[index]
        if quoted[index]:
            row.append(f"quoted={quoted[index]}")
        if piece.start in cues:
            row.append("cue")
        if known and index in known:
            row.append(f"known={known[index]}")
        row += told[index]
        _neighbours(row, found, index, known or {})
        _sequence(row, sorts, index)
    return rows


def _quoted(found: Sequence[Piece]) -> list[str]:
    """Where each piece stands between quotation marks: of few words in them it may be a name."""
    told = [""] * len(found)
    opened: list[int] = []
    for index, piece in enumerate(found):
        ends = bool(opened) and found[opened[-1]].surface == piece.surface == _STRAIGHT
        if piece.kind == "break":
            opened.clear()
        elif piece.surface in _OPENING or (piece.surface == _STRAIGHT and not ends):
            opened.append(index)
        elif opened and (ends or piece.surface in _CLOSING):
            first = opened.pop()
            sort = "name" if index - first - 1 <= _SHORT else "speech"
            for at in range(first, index + 1):
                told[at] = told[at] or sort
    return told


def _told(found: Sequence[Piece]) -> list[list[str]]:
    """Where each piece stands in expressions of time, money and measure."""
    told: list[list[str]] = [[] for _ in found]
    for first, last, kind in expressions(found):
        for at in range(first, last):
            told[at].append(f"{kind}={'B' if at == first else 'I'}{'E' if at == last - 1 else ''}")
    return told


def _sequence(row: list[str], sorts: Sequence[str], index: int) -> None:
    """Of which sorts the piece and its neighbours are: what words never seen share with others."""
    here = sorts[index]
    before = sorts[index - 1] if index else "edge"
    behind = sorts[index + 1] if index + 1 < len(sorts) else "edge"
    row += [f"sort={here}", f"sorts={before}|{here}|{behind}"]
    row += [f"-1:sorts={before}|{here}", f"1:sorts={here}|{behind}"]


def _neighbours(row: list[str], found: Sequence[Piece], index: int, known: Known) -> None:
    for step in (-2, -1, 1, 2):
        at = index + step
        if 0 <= at < len(found):
            row += _beside(found[at].surface, found[at].kind, step)
            if at in known and abs(step) == 1:
                row.append(f"{step}:known={known[at]}")
        else:
            row.append(f"{step}:edge")
    if index and found[index - 1].end == found[index].start:
        row.append("joined")
    if 0 < index < len(found) - 1:
        row.append(f"around={fold(found[index - 1].surface)}|{fold(found[index + 1].surface)}")


@lru_cache(maxsize=100_000)
def _own(surface: str, kind: str) -> tuple[str, ...]:
    word = fold(surface)
    stem = word.removeprefix(_ARTICLE)
    made = [f"w={word}", f"kind={kind}", f"shape={_shape(surface)}", "bias"]
    if kind == "word":
        made += [f"stem={stem}", f"size={min(len(stem), 8)}"]
        made += [f"p{n}={stem[:n]}" for n in (1, 2, 3) if len(stem) > n]
        made += [f"s{n}={stem[-n:]}" for n in (1, 2, 3) if len(stem) > n]
        made += [f"in={name}" for name in _classes(word)]
        made.append("the" if stem != word else "bare")
    return tuple(made)


@lru_cache(maxsize=200_000)
def _beside(surface: str, kind: str, step: int) -> tuple[str, ...]:
    word = fold(surface)
    made = [f"{step}:w={word}"]
    if abs(step) == 1:
        made += [f"{step}:shape={_shape(surface)}", f"{step}:s2={word[-2:]}"]
        made.append(f"{step}:{'the' if word.startswith(_ARTICLE) else 'bare'}")
    if kind == "word":
        made += [f"{step}:in={name}" for name in _classes(word)]
    return tuple(made)


@lru_cache(maxsize=100_000)
def _sort(surface: str, kind: str) -> str:
    """A word's lists and whether it has the article, else its shape; a particle or mark itself."""
    if kind == "back":
        return kind
    word = fold(surface)
    if kind != "word":
        return f"{kind} {word}"
    lists = "+".join(sorted({name.rstrip("+") for name in _classes(word)}))
    return f"{'the ' if word.startswith(_ARTICLE) else ''}{lists or _shape(surface)}"


@lru_cache(maxsize=100_000)
def _classes(word: str) -> tuple[str, ...]:
    known, bare = vocabulary(), word.removeprefix(_ARTICLE)
    if known.is_nation(bare):
        return ("nation",)
    return known.classes(word) or known.classes(bare)


def _shape(surface: str) -> str:
    """Arabic letters, Latin ones by case, digits, or the mark itself."""
    if any("\u0600" <= char <= "\u06ff" and char.isalpha() for char in surface):
        return "ar"
    if surface[:1].isdigit():
        return f"9{'4' if len(surface) == 4 else ''}"
    if surface[:1].isalpha():
        return "XX" if surface.isupper() else "Xx" if surface[:1].isupper() else "xx"
    return surface[:1]
