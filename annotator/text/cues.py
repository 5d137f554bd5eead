"""Finds reporting cues (قال، وأضافت، مشيرا إلى، بحسب …) in a text, by the lexicon.

A cue is found as a whole word or phrase, in any spelling that folds alike; particles written in
front of it stay outside. Who speaks, and whether anything is quoted, is not asked here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from msgspec import Struct

from annotator.text.lexicon import CueLexicon, Kind, cue_lexicon
from annotator.text.linewords import LineWords, words_of_line
from annotator.text.normal import fold, normalise
from annotator.text.sentences import INVISIBLE, Line, lines_within

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
_CONJUNCTIONS = ("و", "ف")
_SHADDA = "\u0651"


class Cue(Struct, frozen=True, gc=False):
    """A cue at ``start..end`` (code points), and the lemma or phrase of the lexicon it belongs to.

    ``kind`` is the form's (past, present, participle, noun, phrase). ``certain`` is False for a
    word that is something else as often (كتب، طالب).
    """

    start: int
    end: int
    lemma: str
    kind: Kind
    certain: bool = True


def find_cues(text: str, start: int = 0, end: int | None = None) -> list[Cue]:
    """Return the cues within ``text[start:end]``, in order, the longest phrase at each place.

    Words that the range cuts are left out.
    """
    last = len(text) if end is None else end
    found: list[Cue] = []
    for row in lines_within(text, start, last):
        whole = start <= row.start and row.end <= last
        found += _in_line(text, row) if whole else _within(text, row, start, last)
    return found


@lru_cache(maxsize=256)
def _in_line(text: str, row: Line) -> tuple[Cue, ...]:
    return tuple(_within(text, row, row.start, row.end))


def _within(text: str, row: Line, start: int, end: int) -> Iterator[Cue]:
    """The cues of a line that lie in a range. Of what the range cuts, a shorter cue may be left."""
    line, at = words_of_line(text, row.start, row.end), 0
    for index, cue, count in _matched(text, row.start, row.end):
        if index < at or line.spans[index][0] < start:
            continue
        match: tuple[Cue, int] | None = (cue, count)
        if line.spans[index + count - 1][1] > end:
            whole = sum(last <= end for _, last in line.spans[index : index + count])
            match = _match(text, line, index, whole)
        if match:
            yield match[0]
            at = index + match[1]


@lru_cache(maxsize=256)
def _matched(text: str, start: int, end: int) -> tuple[tuple[int, Cue, int], ...]:
    """The cues that begin with the words of a line: with which, and in how many words.

    They may overlap. Lines are read once, since no cue goes on in the next.
    """
    line, beginnings = words_of_line(text, start, end), _beginnings()
    if beginnings.isdisjoint(line.folded):
        return ()
    found = []
    for at, word in enumerate(line.folded):
        match = _match(text, line, at, len(line.spans) - at) if word in beginnings else None
        if match:
            found.append((at, *match))
    return tuple(found)


@cache
def _beginnings() -> frozenset[str]:
    """The words that a cue can begin with, particles in front included."""
    return frozenset(
        conjunction + particle + form.partition(" ")[0]
        for form, known in cue_lexicon().forms.items()
        for particle in ("", *(one for one, kinds in _AFTER.items() if known.kind in kinds))
        for conjunction in ("", *_CONJUNCTIONS)
    )


def _match(text: str, line: LineWords, at: int, most: int) -> tuple[Cue, int] | None:
    """Return the longest cue that begins with the word at ``at``, and how many words it takes."""
    lexicon, folded = cue_lexicon(), line.folded[at]
    for skipped, kinds in _readings(folded) if most else ():
        bare = folded[skipped:]
        longest = lexicon.first_words.get(bare, 0)
        for count in range(_joined(text, line, at, min(longest, most)), 0, -1):
            form = lexicon.forms.get(" ".join((bare, *line.folded[at + 1 : at + count])))
            if form and form.kind in kinds and _vocalised(text, line.spans[at], bare, lexicon):
                certain = count > 1 or lexicon.doubtful.isdisjoint((folded, bare))
                place = _range(text, line.spans[at : at + count], skipped)
                return Cue(*place, form.lemma, form.kind, certain), count
    return None


def _readings(folded: str) -> Iterator[tuple[int, Sequence[Kind]]]:
    """Yield how many letters of the word may be particles, and which kinds may follow them."""
    yield 0, _ALL
    conjunctions = 1 if folded[:1] in _CONJUNCTIONS else 0
    if conjunctions:
        yield 1, _ALL
    kinds = _AFTER.get(folded[conjunctions : conjunctions + 1])
    if kinds:
        yield conjunctions + 1, kinds


def _joined(text: str, line: LineWords, at: int, most: int) -> int:
    """Return how many words, of so many at most, follow each other with nothing but spaces."""
    following = line.spans[at : at + most]
    for count, (before, span) in enumerate(pairwise(following), 1):
        if fold(text[before[1] : span[0]]).strip(" "):
            return count
    return len(following)


def _vocalised(text: str, word: Fragment, bare: str, lexicon: CueLexicon) -> bool:
    return bare not in lexicon.with_shadda or _SHADDA in text[slice(*word)]


def _range(text: str, spans: Sequence[Fragment], skipped: int) -> Fragment:
    """Return where the cue lies, without particles and without invisible marks at its ends."""
    (first, first_end), (last, last_end) = spans[0], spans[-1]
    return (
        first + _behind_letters(text[first:first_end], skipped),
        last + len(text[last:last_end].rstrip(INVISIBLE)),
    )


def _behind_letters(word: str, skipped: int) -> int:
    """Return where the word goes on behind so many letters of its folded form."""
    if len(fold(word[:skipped])) == skipped and fold(word[skipped : skipped + 1]):
        return skipped
    head = normalise(word)
    return head.original(skipped, len(head.text))[0]
