"""Cuts a word into particles, stem and pronouns: the one place that everything asks.

Where it cannot know, it does not cut. By which rules and evidence is told in `readings` (what is
written in front) and `pronouns` (what is written behind).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from annotator.text.clitics import proclitic_cuts
from annotator.text.evidence import NOTHING, Evidence
from annotator.text.normal import fold
from annotator.text.pronouns import pronoun_start
from annotator.text.readings import Fragment, best_reading
from annotator.text.vocabulary import Known, Vocabulary, vocabulary

__all__ = ["Segments", "segments"]


@dataclass(frozen=True, slots=True)
class Segments:
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


def segments(
    text: str, word: Fragment, evidence: Evidence = NOTHING, known: Vocabulary | None = None
) -> Segments:
    """Cut the word at `word` of `text`, one that `annotator.text.tokens` finds.

    Without `known` the program's own vocabulary is used.
    """
    known = known or vocabulary()
    start, end = word
    reading = best_reading(text, word, evidence, known)
    name = reading.end if reading else start
    stem = _behind_article(text, word, name, known)
    pronoun = pronoun_start(text, stem, end, evidence, known)
    cuts = (start, *(cut for cut in proclitic_cuts(text, start, end) if cut <= stem))
    return Segments(
        tuple(pairwise(cuts)),
        (stem, pronoun or end),
        ((pronoun, end),) if pronoun else (),
        article=stem > name,
    )


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
