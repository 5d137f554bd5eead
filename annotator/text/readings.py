"""Whether a word begins with particles or only with their letters, by rules weighed by evidence.

Every way of reading the word is weighed: what is left must be a word (of the vocabulary, of a text,
the first of a known name) or look like one, and the whole must not be one. Where that does not
decide, there is no reading: a particle left inside a span is seen, a letter torn off a name is not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from msgspec import Struct

from annotator.text.clitics import proclitic_cuts
from annotator.text.evidence import Evidence
from annotator.text.normal import fold
from annotator.text.pronouns import knows
from annotator.text.vocabulary import Known, Vocabulary

__all__ = ["Fragment", "Reading", "best_reading"]

Fragment = tuple[int, int]

# A reading is taken where its weights come to more than nothing. No sign that may mislead weighs as
# much as a whole word that is known.
_PRIOR = -1
_KNOWN = {Known.EXACTLY: 3, Known.BY_ENDING: 2, Known.NOT: 0}
_WHOLE = {Known.EXACTLY: -8, Known.BY_ENDING: -4, Known.NOT: 0}
_NAME, _VERB, _STANDS, _STANDS_WITH_ARTICLE = 4, 4, 3, 1
_ARTICLE, _HAMZA, _DERIVED, _TATWEEL, _FOREIGN, _SMALL = 6, 3, 2, 4, 20, 12
_WITH_A_PARTICLE, _BEHIND_GENITIVE = -8, -8

_STRANGE = re.compile(r"و[^اويلرسنه]\w*[اوي]\w*(?<![هاي])(?<!هم|ين|ون|ات)\Z")
_LONG = 6
"""Foreign names that begin with و go on with a vowel or with ل ر س ن: وكارول is و and a name."""
_FAMILY = -2
"""ك in front of what ends in ي: nearly always a letter of a family's name (كفوري، كرامي)."""
_NOMINATIVE = ("ون", "ان")
"""Endings that no noun has behind ب ك ل, but many names have (بنجلون)."""
_LIGHT = 4
_FEW, _MANY, _OFTEN, _RARELY = 1, 3, 2, -3
_SHORT = 3
"""Three letters come about by chance."""

_GENITIVES = frozenset(fold("في إلى على عن من لدى خلال ضد منذ عبر نحو بين").split())
"""Behind these stands a noun, and no particle is written onto it."""
_DERIVED_NOUN = re.compile(
    r"ا(?:ست\w{3,}|ن[^اوي]\w{3,}|[^اوي]ت\w{3,})"  # استقبال انتخابات اجتماع
    r"|ت\w{2}ي\w(?:ات)?\Z|ت\wا\w\w\Z|مست\w{3,}|م\wا\w\wه\Z|\w{3}اء\Z"
    # تخفيف تبادل مستشفى مشاركة سفراء
)
"""Shapes of nouns whose first letter is no particle's."""


_DOUBTFUL = frozenset(fold("فهم فتحت فعلي ولدي وعدا").split())
"""By their letters و or ف and a small word, and as often one word."""


class Reading(Struct, frozen=True, gc=False):
    """One way to read a word: its particles end at `end`, in code points of the text.

    `particles` and `rest` are folded. `article` is how many letters of the rest are the article:
    two, one behind ل, or none.
    """

    end: int
    particles: str
    rest: str
    article: int = 0

    @property
    def stem(self) -> str:
        """What is left without the article."""
        return self.rest[self.article :]


def best_reading(
    text: str, word: Fragment, evidence: Evidence, known: Vocabulary
) -> Reading | None:
    """The reading with particles that the evidence is for; None if it is for none."""
    found: tuple[int, Reading] | None = None
    for reading in _readings(text, word):
        weight = _weight(text, word, reading, evidence, known)
        if weight > (found[0] if found else 0):
            found = weight, reading
    return found[1] if found else None


def _readings(text: str, word: Fragment) -> Iterator[Reading]:
    """Yield what the letters allow, the shortest chain of particles first."""
    start, end = word
    cuts = proclitic_cuts(text, start, end)
    for index, cut in enumerate(cuts):
        particles = fold(text[start:cut])
        if particles.endswith(("ال", "لل")):
            return
        following = fold(text[cut : cuts[index + 1]]) if index + 1 < len(cuts) else ""
        written = "ل" if particles.endswith("ل") else "ال"
        article = len(written) if following == written else 0
        yield Reading(cut, particles, fold(text[cut:end]), article)


def _weight(
    text: str, word: Fragment, reading: Reading, evidence: Evidence, known: Vocabulary
) -> int:
    if not "ء" <= reading.rest[0] <= "ي":
        return _FOREIGN
    whole = fold(text[slice(*word)])
    if _small(text, whole, reading, known):
        return _SMALL
    rest, against = (
        _of_rest(text, reading, evidence, known),
        _of_whole(whole, reading, evidence, known),
    )
    return (
        _PRIOR
        + (rest or (0 if against else _of_corpus(whole, reading, evidence)))
        + _of_letters(text, reading)
        + against
        + (_BEHIND_GENITIVE if _before(text, word[0]) in _GENITIVES else 0)
    )


def _small(text: str, whole: str, reading: Reading, known: Vocabulary) -> bool:
    """Whether it is و or ف and a small word; behind ب ك ل these make other words (كما، لكن).

    A light alef may be the word's own: واحد is no أحد, فالي no إلى.
    """
    if reading.particles not in "وف" or reading.rest not in known.small or whole in _DOUBTFUL:
        return False
    light = text[reading.end] == "ا"
    return not light or not (reading.particles == "ف" or known.knows(whole))


def _of_rest(text: str, reading: Reading, evidence: Evidence, known: Vocabulary) -> int:
    """What the rest tells, with its article and without."""
    last = reading.particles[-1]
    verb = _VERB if _is_verb(text, reading, known) else 0
    if last == "س":
        return verb
    forms = {reading.rest, reading.stem} if len(reading.stem) > 1 else {reading.rest}
    like = last == "ك" and not reading.article
    family = _FAMILY if like and reading.rest.endswith("ي") else 0
    return family + max(
        verb,
        max(_of_noun(form, reading, known) + _of_texts(form, evidence) for form in forms),
        _KNOWN[Known.EXACTLY] if reading.rest in known.small and last in "بكل" else 0,
    )


def _is_verb(text: str, reading: Reading, known: Vocabulary) -> bool:
    """Whether the rest is a form of a verb; what begins with a light alef is a long one."""
    if reading.particles[-1] in "بك" or reading.rest not in known.verbs:
        return False
    return text[reading.end] != "ا" or len(reading.rest) > _LIGHT or reading.particles == "و"


def _of_noun(form: str, reading: Reading, known: Vocabulary) -> int:
    """What it counts that the form is a noun; less where the noun is only guessed by its ending."""
    found = knows(form, known)
    if found is not Known.BY_ENDING:
        return _KNOWN[found]
    if reading.particles[-1] in "بكل" and form.endswith(_NOMINATIVE):
        return 0
    doubtful = len(reading.particles) > 1 or reading.particles == "ف"
    return _KNOWN[found] - (doubtful and not reading.article)


def _of_texts(form: str, evidence: Evidence) -> int:
    if evidence.names_begin_with(form):
        return _NAME
    if evidence.stands(form):
        # Two or three letters come about by chance.
        return min(_STANDS, len(form) - 1)
    return _STANDS_WITH_ARTICLE if evidence.stands("ال" + form) else 0


def _of_corpus(whole: str, reading: Reading, evidence: Evidence) -> int:
    """What the corpus tells of a word that is known neither whole nor without its particles.

    In a large one any three letters stand somewhere, so it has to have the rest more often.
    """
    rest, all_ = evidence.articles(reading.rest), evidence.articles(whole)
    enough = _FEW if len(reading.rest) > _SHORT else _MANY
    if rest >= enough and rest > _OFTEN * all_ and len(reading.rest) >= _SHORT:
        return _STANDS
    return _RARELY if all_ > _OFTEN * rest else 0


def _of_letters(text: str, reading: Reading) -> int:
    """What the letters tell at the place of the cut, whether the rest is known or not."""
    if reading.article and len(reading.stem) > 1:
        return _ARTICLE
    first = unicodedata.normalize("NFC", text[reading.end : reading.end + 2])[0]
    if first in "أإآ" and len(reading.rest) > 2:
        return _HAMZA
    if _DERIVED_NOUN.match(reading.rest):
        return _DERIVED
    whole = reading.particles + reading.rest
    if reading.particles == "و" and len(whole) >= _LONG and _STRANGE.match(whole):
        return _DERIVED
    return _TATWEEL if text[reading.end - 1] == "ـ" else 0


def _of_whole(whole: str, reading: Reading, evidence: Evidence, known: Vocabulary) -> int:
    """What speaks for the word as a whole; behind لل there is never one."""
    if reading.article == 1:
        return 0
    weight = _WHOLE[knows(whole, known)]
    if reading.article and weight:
        return _WHOLE[Known.EXACTLY]
    if whole in known.verbs or evidence.names_begin_with(whole):
        weight = min(weight, _WHOLE[Known.BY_ENDING])
    carried = any(evidence.stands(before + whole) for before in _impossible(reading.particles))
    return weight + (_WITH_A_PARTICLE if carried else 0)


def _impossible(particles: str) -> Iterator[str]:
    """Yield what no chain has in front of these particles; where it stands, they are letters."""
    yield "ال"
    yield from (one for one in "بكل" if one + particles[0] != "لل")
    if particles[0] in "وف":
        yield from "وف"


def _before(text: str, start: int) -> str:
    """The word before, folded and without و or ف, if nothing but one space is between."""
    if text[max(0, start - 1) : start] != " ":
        return ""
    parts = text[max(0, start - 12) : start - 1].split()
    word = fold(parts[-1]) if parts else ""
    return word[1:] if word[1:] in _GENITIVES else word
