"""The vocabulary: words of news Arabic, from `resources/lexicon/words.toml`.

Answers whether something is a word, and which list it stands in, in the folded form of
`annotator.text.normal`. Of morphology it knows endings of nouns only, and the forms that
`annotator.text.lexicon` makes of verbs. What a word means is nobody's business.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cache
from pathlib import Path

import msgspec

from annotator.resources import resource
from annotator.text.lexicon import Verb, verb_forms
from annotator.text.normal import fold

__all__ = ["Known", "Vocabulary", "read_vocabulary", "vocabulary"]

_ENDINGS = ("ه", "ات", "ان", "ين", "ون", "تان", "تين", "ا")
_NISBA = ("ي", "يه", "يا", "يين", "يون", "يات", "يان", "يتان", "يتين")
_PLACE_ENDINGS = ("", "ه", "ا", "يا", "يه")
"""What an adjective of nationality drops: ليبيا gives ليبي, فرنسا gives فرنسي."""
_CLASSES = (
    "countries", "places", "names", "offices", "people", "bodies", "facilities", "lands", "nature",
    "events", "laws", "works", "fields", "brands", "times", "nations", "nouns", "actions",
)  # fmt: skip
_SHORTEST = 3
"""Below three letters what is left of a word says nothing."""


class Known(IntEnum):
    """How well a word is known."""

    NOT = 0
    BY_ENDING = 1
    EXACTLY = 2


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    countries: str
    places: str
    names: str
    offices: str
    people: str
    bodies: str
    facilities: str
    lands: str
    nature: str
    events: str
    laws: str
    works: str
    fields: str
    brands: str
    times: str
    nations: str
    nouns: str
    actions: str
    whole: str
    no_article: str
    small: str
    verbs: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Folded words. `verbs` are forms of the third person, `small` are particles and pronouns."""

    words: frozenset[str]
    verbs: frozenset[str]
    small: frozenset[str]
    no_article: frozenset[str]
    lists: Mapping[str, frozenset[str]] = field(default_factory=dict, repr=False)
    """The names of the lists that a noun stands in."""
    _seen: dict[str, Known] = field(default_factory=dict, repr=False)

    def knows(self, word: str) -> Known:
        """How well the folded `word` is known, itself or by a noun's ending taken off."""
        if word in self.words:
            return Known.EXACTLY
        if word not in self._seen:
            ending = any(base in self.words for base in _bases(word))
            self._seen[word] = Known.BY_ENDING if ending else Known.NOT
        return self._seen[word]

    def classes(self, word: str) -> tuple[str, ...]:
        """The lists that hold the folded `word`, sorted, with "+" behind it for an ending of it.

        "verbs" is the list of the verbs' forms.
        """
        found = set(self.lists.get(word, ()))
        if word in self.verbs:
            found.add("verbs")
        if not found:
            bases = (base for base in _bases(word) if base in self.lists)
            found = {f"{name}+" for name in self.lists.get(next(bases, ""), ())}
        return tuple(sorted(found))

    def is_nation(self, word: str) -> bool:
        """Whether the folded `word` is an adjective of a nation, as far as its letters tell."""
        own = self.lists.get(word, frozenset())
        if own & {"nations", "countries"}:
            return "nations" in own
        listed = ("nations" in self.lists.get(base, ()) for base in _inflected(word))
        return any(listed) or any("countries" in self.lists.get(base, ()) for base in _named(word))


def _bases(word: str) -> Iterator[str]:
    """What a noun or adjective may come from, by the endings it has."""
    yield from _inflected(word)
    yield from _named(word)


def _inflected(word: str) -> Iterator[str]:
    """What it may be the feminine, dual, plural or accusative of."""
    for ending in _ENDINGS:
        base = word.removesuffix(ending)
        if base != word and len(base) >= _SHORTEST:
            yield base
            yield base + "ه"


def _named(word: str) -> Iterator[str]:
    """The names that it may be the adjective of."""
    for ending in _NISBA:
        base = word.removesuffix(ending)
        if base != word and len(base) >= _SHORTEST:
            yield from (base + dropped for dropped in _PLACE_ENDINGS)


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary that comes with the program."""
    return read_vocabulary(resource("lexicon", "words.toml"), resource("lexicon", "cues.toml"))


def read_vocabulary(words: Path, cues: Path) -> Vocabulary:
    """Read the lists. A wrong file raises ``ValueError``: it is a part of the program."""
    file = msgspec.convert(tomllib.loads(words.read_text(encoding="utf-8")), _File)
    lists: dict[str, frozenset[str]] = {}
    for name in _CLASSES:
        for word in _folded(getattr(file, name)):
            lists[word] = lists.get(word, frozenset()) | {name}
    listed = frozenset((*lists, *_folded(file.whole)))
    verbs = (*_verbs(file.verbs), *_cue_verbs(cues))
    return Vocabulary(
        listed,
        frozenset(map(fold, _forms(verbs))),
        frozenset(_folded(file.small)),
        frozenset(_folded(file.no_article)),
        lists,
    )


def _folded(part: str) -> list[str]:
    return fold(part).split()


def _forms(verbs: Iterable[Verb]) -> Iterator[str]:
    """Forms of one word; without "they (f.) did", which is rare and looks like names (وعدن)."""
    for verb in verbs:
        for form, kind in verb_forms(verb):
            if " " not in form and not (kind == "past" and form.endswith("ن")):
                yield form


def _verbs(pairs: str) -> Iterator[Verb]:
    for pair in pairs.split():
        past, _, present = pair.partition("/")
        yield Verb(lemma=past, past=past, present=present)


def _cue_verbs(path: Path) -> Iterable[Verb]:
    file = tomllib.loads(path.read_text(encoding="utf-8"))
    return msgspec.convert(file["verbs"], tuple[Verb, ...])
