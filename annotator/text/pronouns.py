"""Pronouns that are written onto the end of a word: وزارته، بلادها، لهم.

They are cut off where what is left is a word of the vocabulary or stands in a text, with the
changes that Arabic spelling asks for (ة becomes ت, ى becomes ا, ء sits on و or ئ), and the whole is
none itself. ي is cut from short words only: it ends too many words that have no pronoun.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotator.text.evidence import Evidence
from annotator.text.graphemes import boundaries
from annotator.text.normal import fold, normalise
from annotator.text.vocabulary import Known, Vocabulary

__all__ = ["is_pronoun", "knows", "last_letters", "pronoun_start"]

_PRONOUNS = ("هما", "كما", "ها", "هم", "هن", "كم", "نا", "ني", "ه", "ك")
_CARRIERS = frozenset(
    fold(
        "ل ب في من عن على علي إلى الي مع لدى لدي عند أن إن لكن لأن كأن بين حول كل بعض نفس غير مثل"
        " ضد أنن إنن لكنن منن عنن"
    ).split()
)
"""Short words that pronouns are written onto: له، فيها، عليهم، أنه، لأنني."""
_SURELY = re.compile(
    r"(?:(?<=\w{2}ت)ها?|(?<=\w{2}ت)هما|(?<=\w{4})هما"  # مدينتها
    r"|(?<=\w{2}اء)(?:ه|ها|هم|هما)|(?<=\bا\w{2}ا\w)(?:ه|ها|هم|هما))\Z"  # غلاءه أبوابها
)
"""What is a pronoun whatever word stands in front of it: ة before a pronoun is ت."""
_NO_PRONOUN = re.compile(r"(?:[ةى]|[\u064b-\u064d]ا|ا\u064b|ه[\u064b-\u064d]ا?)\W*\Z")
"""Ends that no pronoun has: ة, ى (منى) and what an indefinite noun ends in (جنيهًا)."""
_SHORT_PRONOUNS = (*_PRONOUNS, "ي")


def knows(word: str, known: Vocabulary) -> Known:
    """How well the folded `word` is known, a pronoun behind it taken off if need be."""
    if _carried(word):
        return Known.EXACTLY
    found = known.knows(word)
    if found:
        return found
    bases = (base for pronoun, base in _with_pronoun(word) if pronoun != "ني")
    return Known.BY_ENDING if any(map(known.knows, bases)) else Known.NOT


def is_pronoun(letters: str) -> bool:
    """Whether these letters, as they are written behind a word, are a pronoun by their look."""
    return "".join(char for char in letters if char.isalpha() and char != "ـ") in _PRONOUNS


def pronoun_start(
    text: str, start: int, end: int, evidence: Evidence, known: Vocabulary
) -> int | None:
    """Where the pronoun at the end of the stem `text[start:end]` begins, None without one."""
    written = text[start:end]
    return last_letters(text, start, end, _length(fold(written), written, evidence, known))


def last_letters(text: str, start: int, end: int, length: int) -> int | None:
    """Where the last `length` folded letters of `text[start:end]` begin.

    None for no letters, for all of them, and where that is inside a letter.
    """
    form = normalise(text[start:end])
    if not 0 < length < len(form.text):
        return None
    place = start + form.original(len(form.text) - length, len(form.text))[0]
    return place if place > start and place - start in boundaries(text[start:end]) else None


def _length(stem: str, written: str, evidence: Evidence, known: Vocabulary) -> int:
    """How many letters the pronoun has; 0 for none."""
    if _NO_PRONOUN.search(written):
        return 0
    if carried := _carried(stem):
        return carried
    if known.knows(stem) is Known.EXACTLY or stem in known.no_article:
        return 0
    for pronoun, base in _with_pronoun(stem):
        if _is_word(base, pronoun, evidence, known):
            return len(pronoun)
    surely = _SURELY.search(stem)
    return len(surely.group()) if surely else 0


def _carried(word: str) -> int:
    """How many letters the pronoun on one of the short words has; 0 if `word` is no such thing."""
    for pronoun in _SHORT_PRONOUNS:
        if word.endswith(pronoun) and word.removesuffix(pronoun) in _CARRIERS:
            return len(pronoun)
    return 0


def _with_pronoun(word: str) -> Iterator[tuple[str, str]]:
    """Yield each pronoun that the folded word may end with, and what it may be written onto."""
    for pronoun in _PRONOUNS:
        if word.endswith(pronoun):
            yield from ((pronoun, base) for base in _bases(word.removesuffix(pronoun)))


def _bases(base: str) -> Iterator[str]:
    """What the word in front of a pronoun may be when it stands alone, folded."""
    if len(base) < 3:
        return
    if not base.endswith("ه"):
        yield base
    if base.endswith("ت"):
        yield base[:-1] + "ه"
    if base.endswith("ا"):
        yield base[:-1] + "ي"
    if base.endswith(("او", "اي")):
        yield base[:-1] + "ء"
    if base.endswith(("ي", "و", "ا")):
        yield base + "ن"


def _is_word(base: str, pronoun: str, evidence: Evidence, known: Vocabulary) -> bool:
    """Whether a pronoun may be written onto the word; نا behind a verb is as often its subject."""
    verb = base in known.verbs
    if pronoun == "ني" or (pronoun == "نا" and verb):
        return pronoun == "ني" and verb
    if known.knows(base):
        return True
    if verb:
        return pronoun != "ك"
    return len(base) > 3 and len(pronoun) > 1 and evidence.stands(base)
