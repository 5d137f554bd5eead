"""Finds reporting cues (قال، وأضافت، مشيرا إلى، بحسب …) in a text, by the lexicon.

A cue is found as a whole word or phrase, in any spelling that folds alike; particles written in
front of it stay outside. Who speaks, and whether anything is quoted, is not asked here.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from annotator.text.lexicon import CueLexicon, Kind, cue_lexicon
from annotator.text.normal import fold, normalise
from annotator.text.sentences import INVISIBLE, Line, lines
from annotator.text.tokens import word_at, words

__all__ = ["Cue", "find_cues"]

Fragment = tuple[int, int]
_ALL: tuple[Kind, ...] = ("past", "present", "participle", "noun", "phrase")
_AFTER: dict[str, tuple[Kind, ...]] = {
    "س": ("present",),
    "ل": ("present", "noun"),
    "ب": ("noun",),
    "ك": ("noun",),
}
"""Which kinds may follow a particle that is written in front."""
_SHADDA = "\u0651"


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue at ``start..end`` (code points), and the lemma or phrase of the lexicon it belongs to.

    ``kind`` is the form's (past, present, participle, noun, phrase). ``certain`` is False for a
    word that is something else as often (كتب، طالب).
    """

    start: int
    end: int
    lemma: str
    kind: Kind
    certain: bool = True


def find_cues(
    text: str, start: int = 0, end: int | None = None, lexicon: CueLexicon | None = None
) -> list[Cue]:
    """Return the cues within ``text[start:end]``, in order, the longest phrase at each place.

    Words that the range cuts are left out. Without a ``lexicon`` the program's own is used.
    """
    last = len(text) if end is None else end
    if lexicon is None:
        return list(_remembered(text, start, last))
    return _found(text, start, last, lexicon)


class _Matched(NamedTuple):
    """The words of a line, and the cues that begin with some of them: which, and in how many words.

    Cues may overlap here.
    """

    words: tuple[Fragment, ...]
    cues: tuple[tuple[int, Cue, int], ...]


def _remembered(text: str, start: int, end: int) -> Iterator[Cue]:
    """The cues of the program's own lexicon, of lines that are read once: no cue crosses lines."""
    rows = lines(text)
    for row in rows[max(0, bisect_right(rows, start, key=_start_of) - 1) :]:
        if row.start >= end:
            return
        yield from _within(text, _matched(text, row.start, row.end), start, end)


def _start_of(row: Line) -> int:
    return row.start


@lru_cache(maxsize=256)
def _matched(text: str, start: int, end: int) -> _Matched:
    known = cue_lexicon()
    spans = tuple(words(text, start, end))
    found = []
    for at, span in enumerate(spans):
        if _may_begin(text[slice(*span)], known.first_words):
            match = _match(text, spans[at : at + known.longest], known)
            if match:
                found.append((at, *match))
    return _Matched(spans, tuple(found))


def _within(text: str, line: _Matched, start: int, end: int) -> Iterator[Cue]:
    """The cues of a line that lie in a range. Of what the range cuts, a shorter cue may be left."""
    known, at = cue_lexicon(), 0
    for index, cue, count in line.cues:
        if index < at or line.words[index][0] < start:
            continue
        whole = [span for span in line.words[index : index + count] if span[1] <= end]
        match: tuple[Cue, int] | None = (cue, count)
        if len(whole) < count:
            match = _match(text, whole, known) if whole else None
        if match:
            yield match[0]
            at = index + match[1]


def _found(text: str, start: int, end: int, known: CueLexicon) -> list[Cue]:
    spans = list(_whole_words(text, start, end))
    found: list[Cue] = []
    at = 0
    while at < len(spans):
        match = _match(text, spans[at : at + known.longest], known)
        if match:
            found.append(match[0])
        at += match[1] if match else 1
    return found


@lru_cache(maxsize=10_000)
def _may_begin(word: str, first_words: frozenset[str]) -> bool:
    """Tell whether a cue can begin with the word, particles aside: most words lead to none."""
    folded = fold(word)
    return any(folded[skipped:] in first_words for skipped, _ in _readings(folded))


def _whole_words(text: str, start: int, end: int) -> Iterator[Fragment]:
    first = word_at(text, start)
    if first and first[0] < start:
        start = first[1]
    for span in words(text, start, end):
        if span[1] < end or word_at(text, span[0]) == span:
            yield span


def _match(text: str, spans: Sequence[Fragment], lexicon: CueLexicon) -> tuple[Cue, int] | None:
    """Return the longest cue that begins with the first word, and how many words it takes."""
    word = text[slice(*spans[0])]
    folded = fold(word)
    for skipped, kinds in _readings(folded):
        if folded[skipped:] not in lexicon.first_words:
            continue
        parts = [folded[skipped:], *_following(text, spans)]
        for count in range(len(parts), 0, -1):
            form = lexicon.forms.get(" ".join(parts[:count]))
            if form and form.kind in kinds and _vocalised(word, parts[0], lexicon):
                certain = count > 1 or lexicon.doubtful.isdisjoint((folded, parts[0]))
                return Cue(
                    *_range(text, spans, count, skipped), form.lemma, form.kind, certain
                ), count
    return None


def _readings(folded: str) -> Iterator[tuple[int, Sequence[Kind]]]:
    """Yield how many letters of the word may be particles, and which kinds may follow them."""
    yield 0, _ALL
    conjunctions = 1 if folded[:1] in ("و", "ف") else 0
    if conjunctions:
        yield 1, _ALL
    kinds = _AFTER.get(folded[conjunctions : conjunctions + 1])
    if kinds:
        yield conjunctions + 1, kinds


def _following(text: str, spans: Sequence[Fragment]) -> Iterator[str]:
    """Yield the folded words that follow the first with nothing but spaces between."""
    for before, span in pairwise(spans):
        if fold(text[before[1] : span[0]]).strip(" "):
            return
        yield fold(text[slice(*span)])


def _vocalised(word: str, bare: str, lexicon: CueLexicon) -> bool:
    return bare not in lexicon.with_shadda or _SHADDA in word


def _range(text: str, spans: Sequence[Fragment], count: int, skipped: int) -> Fragment:
    """Return where the cue lies, without particles and without invisible marks at its ends."""
    (first, first_end), (last, last_end) = spans[0], spans[count - 1]
    head = normalise(text[first:first_end])
    start = head.original(skipped, len(head.text))[0]
    return first + start, last + len(text[last:last_end].rstrip(INVISIBLE))
