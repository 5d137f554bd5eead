"""What texts tell of words: which stand there as they are, and which begin names of entities.

Evidence is gathered from texts and surfaces alone and kept folded (`annotator.text.normal`); what
it weighs is decided in `annotator.text.readings`. That بيروت stands alone somewhere speaks for the
ب in ببيروت; that بوليد occurs speaks against a و in وليد.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Set
from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct

from annotator.text.normal import fold
from annotator.text.tokens import words

__all__ = [
    "NOTHING", "Analyse", "Analysis", "Evidence", "first_word", "first_words", "gathering",
    "standing",
]  # fmt: skip

_MOST = 250_000
"""How much of one text is looked at, in code points: what is beyond says little new."""
_PART = 4_000
"""How much of it at once, in code points: about a millisecond's work."""


class Analysis(NamedTuple):
    """The clitics of a word, folded: its particles without the article, and its pronoun."""

    particles: str
    article: bool
    pronoun: str


Analyse = Callable[[str], Analysis | None]
"""What analyses a word as it is written; None where it does not know."""


class Evidence(Struct, frozen=True):
    """What is known: sets of folded words, and a morphology if there is one.

    `texts` are the words of some texts, `names` the first words of names, without their article;
    `articles_with` tells how many articles of a corpus have a word, these texts among them.
    """

    texts: tuple[Set[str], ...] = ()
    names: tuple[Set[str], ...] = ()
    articles_with: Callable[[str], int] | None = None
    analyse: Analyse | None = None

    def stands(self, word: str) -> bool:
        """Whether the folded `word` stands in one of the texts."""
        return any(word in one for one in self.texts)

    def names_begin_with(self, word: str) -> bool:
        """Whether the name of an entity begins with the folded `word`."""
        return any(word in one for one in self.names)

    def articles(self, word: str) -> int:
        """How many other articles of the corpus have the folded `word`."""
        if self.articles_with is None:
            return 0
        return max(0, self.articles_with(word) - sum(word in one for one in self.texts))


NOTHING = Evidence()


@lru_cache(maxsize=8)
def standing(text: str) -> frozenset[str]:
    """The words of `text`, folded, as they stand there."""
    return frozenset().union(*map(_standing_in, _parts(text)))


def gathering(text: str) -> Iterator[None]:
    """Do the work of `standing(text)` in steps of about a millisecond, for idle moments."""
    for part in _parts(text):
        _standing_in(part)
        yield
    standing(text)


def _parts(text: str) -> Iterator[str]:
    """The text cut behind spaces, where no word is; one without spaces stays in one piece."""
    start, most = 0, min(len(text), _MOST)
    while start < most:
        space = text.find(" ", start + _PART)
        end = space + 1 if 0 <= space < most else most
        yield text[start:end]
        start = end


@lru_cache(maxsize=256)
def _standing_in(part: str) -> frozenset[str]:
    folded = fold(part)
    return frozenset(folded[start:end] for start, end in words(folded))


def first_words(surfaces: Iterable[str]) -> frozenset[str]:
    """The first words of names, folded and without their article."""
    return frozenset(filter(None, map(first_word, surfaces)))


def first_word(surface: str) -> str:
    """The first word of a name, folded and without its article; empty if it has no word."""
    folded = fold(surface)
    return folded[slice(*next(words(folded), (0, 0)))].removeprefix("ال")
