"""The lexicon of reporting cues: reads `resources/lexicon/cues.toml`, makes the forms of its verbs.

It knows the third person of past and present, the accusative participle and object pronouns, as the
file's head describes; nothing else of Arabic morphology. All forms are kept folded
(`annotator.text.normal.fold`).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal

import msgspec

from annotator.resources import resource
from annotator.text.normal import fold

__all__ = ["CueForm", "CueLexicon", "Kind", "Verb", "cue_lexicon", "read_cues", "verb_forms"]

Kind = Literal["past", "present", "participle", "noun", "phrase"]
_OBJECTS = ("ه", "ها", "هم", "هما", "هن", "ني", "نا", "ك", "كم")


class Verb(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One verb of the file; its head says what the keys mean."""

    lemma: str
    past: str
    present: str
    past_short: str = ""
    present_short: str = ""
    participle: str = ""
    prepositions: tuple[str, ...] = ()
    object: bool = False
    also: tuple[str, ...] = ()


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    never: tuple[str, ...]
    with_shadda: tuple[str, ...]
    doubtful: tuple[str, ...]
    verbs: tuple[Verb, ...]
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CueForm:
    """What a form belongs to. Its kind tells which particles may be written in front of it."""

    lemma: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class CueLexicon:
    """Folded forms; those of several words are joined with one space.

    ``first_words`` are the words that a form can begin with, each with the number of words of the
    longest such form. ``doubtful`` and ``with_shadda`` are folded words as they stand in a text,
    particles included.
    """

    forms: Mapping[str, CueForm]
    first_words: Mapping[str, int]
    doubtful: frozenset[str]
    with_shadda: frozenset[str]


@cache
def cue_lexicon() -> CueLexicon:
    """Return the lexicon that comes with the program."""
    return read_cues(resource("lexicon", "cues.toml"))


def read_cues(path: Path) -> CueLexicon:
    """Read a lexicon file. A wrong one raises ``ValueError``: it is a part of the program."""
    file = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), _File)
    never = set(map(fold, file.never))
    forms: dict[str, CueForm] = {}
    for verb in file.verbs:
        for form, kind in verb_forms(verb):
            if fold(form) not in never:
                forms.setdefault(fold(form), CueForm(verb.lemma, kind))
    forms.update((fold(phrase), CueForm(phrase, "phrase")) for phrase in file.phrases)
    return CueLexicon(
        MappingProxyType(forms),
        MappingProxyType(_first_words(forms)),
        frozenset(map(fold, file.doubtful)),
        frozenset(map(fold, file.with_shadda)),
    )


def _first_words(forms: Iterable[str]) -> dict[str, int]:
    longest: dict[str, int] = {}
    for form in forms:
        first, count = form.partition(" ")[0], form.count(" ") + 1
        longest[first] = max(count, longest.get(first, 0))
    return longest


def verb_forms(verb: Verb) -> Iterator[tuple[str, Kind]]:
    """Yield the forms of a verb, spelled without vowel signs, each with its kind."""
    past, present = list(_past(verb)), list(_present(verb))
    kinds: tuple[tuple[Kind, Iterable[str]], ...] = (
        ("past", past + list(_with_objects(past) if verb.object else ())),
        ("present", present + list(_with_objects(present) if verb.object else ())),
        ("participle", _participles(verb.participle) if verb.participle else ()),
        ("noun", verb.also),
    )
    for kind, forms in kinds:
        for form in forms:
            yield form, kind
            if kind != "noun":
                yield from ((f"{form} {preposition}", kind) for preposition in verb.prepositions)


def _past(verb: Verb) -> Iterator[str]:
    """Yield he, she, they two (m., f.), they (m., f.)."""
    stem = verb.past
    if stem.endswith("ا"):
        base = stem[:-1]
        yield from (stem, base + "ت", base + "وا", base + "تا", base + "ون")
    elif stem.endswith("ى"):
        base = stem[:-1]
        yield from (stem, base + "ت", base + "يا", base + "تا", base + "وا", base + "ين")
    else:
        yield from (stem + ending for ending in ("", "ت", "ا", "تا", "وا"))
        yield (verb.past_short or stem) + "ن"


def _present(verb: Verb) -> Iterator[str]:
    """Yield the indicative, and the subjunctive where it is spelled otherwise."""
    stem = verb.present
    weak, base = stem[-1] in "ويى", stem[:-1]
    dual = base + "ي" if stem.endswith("ى") else stem
    plural = base if weak else stem
    feminine = dual if weak else verb.present_short or stem
    for person in "يت":
        yield from (person + stem, f"{person}{dual}ان", f"{person}{dual}ا")
    yield from (f"ي{plural}ون", f"ي{plural}وا", f"ي{feminine}ن")


def _participles(stem: str) -> Iterator[str]:
    plural = stem[:-1] if stem.endswith("ي") else stem
    yield from (stem + "ا", stem + "ة", plural + "ين", stem + "ات", stem + "تين")


def _with_objects(forms: Iterable[str]) -> Iterator[str]:
    """Yield each form with object pronouns; وا loses its alef, ى becomes ا."""
    for form in forms:
        base = form.removesuffix("ا") if form.endswith("وا") else form
        base = base[:-1] + "ا" if base.endswith("ى") else base
        yield from (base + pronoun for pronoun in _OBJECTS)
