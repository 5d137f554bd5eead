"""Cuts a word into particles, stem and pronouns: the one place that everything asks.

Where it cannot know, it does not cut. The morphology of camel-tools is asked first, if it is there
(`morphology`); otherwise, and where it has no answer, rules weigh the evidence: `readings` for what
is written in front, `pronouns` for what is written behind.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from msgspec import Struct

from annotator.text.clitics import proclitic_cuts
from annotator.text.evidence import NOTHING, Evidence
from annotator.text.normal import fold
from annotator.text.pronouns import last_letters, pronoun_start
from annotator.text.readings import Fragment, best_reading
from annotator.text.tokens import word_at
from annotator.text.vocabulary import Known, Vocabulary, vocabulary

__all__ = ["Segments", "cue_start", "name_of", "name_start", "segments"]

_OPENING = '«»‹›“”„‟"‘’([{'


class Segments(Struct, frozen=True, gc=False):
    """A word's parts in order, which together make the word; offsets are code points of the text.

    The article is the last of `proclitics` if `article` is true. The stem is never empty.
    """

    proclitics: tuple[Fragment, ...]
    stem: Fragment
    enclitics: tuple[Fragment, ...] = ()
    article: bool = False

    @property
    def name(self) -> int:
        """Where a name begins: behind the particles, the article included."""
        return self.proclitics[-1][0] if self.article else self.stem[0]

    @property
    def boundaries(self) -> tuple[int, ...]:
        """The places inside the word where one part ends and the next begins."""
        return tuple(end for _, end in (*self.proclitics, self.stem, *self.enclitics))[:-1]


class _Places(NamedTuple):
    """Where the name begins, where the stem does, and where the pronoun does if there is one."""

    name: int
    stem: int
    pronoun: int | None


def segments(
    text: str, word: Fragment, evidence: Evidence = NOTHING, known: Vocabulary | None = None
) -> Segments:
    """Cut the word at `word` of `text`, one that `annotator.text.tokens` finds.

    Without `known` the program's own vocabulary is used.
    """
    start, end = word
    places = _analysed(text, word, evidence) or _judged(text, word, evidence, known or vocabulary())
    name, stem, pronoun = places
    cuts = (start, *(cut for cut in proclitic_cuts(text, start, end) if cut <= stem))
    return Segments(
        tuple(pairwise(cuts)),
        (stem, pronoun or end),
        ((pronoun, end),) if pronoun else (),
        article=stem > name,
    )


def name_of(text: str, word: Fragment, evidence: Evidence = NOTHING) -> int:
    """Where a name begins in the word: what `segments` says of it, for half the work."""
    analysed = _analysed(text, word, evidence)
    if analysed is not None:
        return analysed.name
    reading = best_reading(text, word, evidence, vocabulary())
    return reading.end if reading else word[0]


def _analysed(text: str, word: Fragment, evidence: Evidence) -> _Places | None:
    """The places that the morphology tells; None without one, and where it does not know."""
    start, end = word
    found = evidence.analyse(text[start:end]) if evidence.analyse else None
    if found is None:
        return None
    cuts = {fold(text[start:cut]): cut for cut in proclitic_cuts(text, start, end)}
    name = cuts.get(found.particles) if found.particles else start
    article = "ل" if found.particles.endswith("ل") else "ال"
    stem = cuts.get(found.particles + article) if found.article else name
    if name is None or stem is None:
        return None
    return _Places(name, stem, last_letters(text, stem, end, len(found.pronoun)))


def _judged(text: str, word: Fragment, evidence: Evidence, known: Vocabulary) -> _Places:
    """The places that the rules find."""
    start, end = word
    reading = best_reading(text, word, evidence, known)
    name = reading.end if reading else start
    stem = _behind_article(text, word, name, known)
    return _Places(name, stem, pronoun_start(text, stem, end, evidence, known))


def _behind_article(text: str, word: Fragment, name: int, known: Vocabulary) -> int:
    """Where the stem begins when the particles end at `name`: there, or behind an article."""
    start, end = word
    rest = fold(text[name:end])
    for cut in proclitic_cuts(text, start, end):
        letters = fold(text[name:cut]) if cut > name else ""
        behind_for = fold(text[start:name]).endswith("ل")
        if letters == ("ل" if behind_for else "ال") and end - cut > 1:
            whole = rest in known.no_article or (behind_for and known.knows(rest) is Known.EXACTLY)
            return name if whole else cut
    return name


def name_start(text: str, start: int, end: int, evidence: Evidence = NOTHING) -> int:
    """Where a name that is selected as `text[start:end]` begins: its particles are left out.

    Only at the start of a word; a particle that stands by itself before quotation marks or brackets
    (و«الأهرام») is left out too. At least one letter of the range stays.
    """
    word = word_at(text, start)
    if word is None or word[0] != start:
        return start
    alone = word[1] < end and text[word[1]] in _OPENING and _all_particles(text[slice(*word)])
    place = word[1] if alone else name_of(text, word, evidence)
    return place if place < end else start


def cue_start(text: str, start: int, end: int, evidence: Evidence = NOTHING) -> int:
    """The same for a cue, of which only و and ف are no part: بحسب is a cue."""
    word = word_at(text, start)
    if word is None or word[0] != start:
        return start
    first = segments(text, word, evidence).proclitics[:1]
    joined = first and first[0][1] < end and fold(text[slice(*first[0])]) in ("و", "ف")
    return first[0][1] if joined else start


def _all_particles(word: str) -> bool:
    """Whether the word would be particles and nothing else if something followed it."""
    cuts = proclitic_cuts(word + "0", 0, len(word) + 1)
    return cuts[-1:] == (len(word),) and not fold(word).endswith("ال")
