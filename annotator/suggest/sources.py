"""Reads the words of a source off the text: the whole subject of a cue, or a pronoun for it.

Works on words alone, whatever is marked; which entity they mean is asked in `voices`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotator.model.spans import Span
from annotator.suggest.surroundings import Fragment, Place
from annotator.text.cues import Cue
from annotator.text.linewords import word_at, word_before
from annotator.text.normal import fold, normalise
from annotator.text.reported import CONJUNCTIONS
from annotator.text.segments import segments
from annotator.text.tokens import words

__all__ = [
    "PREPOSITIONS",
    "handed_on",
    "is_topic",
    "pronoun",
    "relative_to",
    "subject_start",
    "topic_start",
    "unnamed",
]

PREPOSITIONS = frozenset(
    map(fold, ("في", "إلى", "مع", "على", "من", "لدى", "أمام", "خلال", "عبر", "ل"))
)
"""What stands behind these is spoken to or about."""
_RELATIVE = frozenset(map(fold, ("الذي", "التي", "الذين", "اللذان", "اللتان", "وهو", "وهي")))
_OTHERS = """
    عن بعد قبل منذ عند حول بين ضد عقب أثناء بشأن بعدما قبيل حين عندما
    يوم صباح مساء ليلة عام أمس اليوم غدا أيضا لاحقا سابقا هنا هناك ثم أو لم لن لا ما قد كان كانت
"""
_NO_SUBJECT = PREPOSITIONS | CONJUNCTIONS | _RELATIVE | frozenset(map(fold, _OTHERS.split()))
"""Words that are in no subject: there it ends."""
_TOPIC = CONJUNCTIONS | frozenset(map(fold, ("أما", "كان", "كانت", "وكان", "وكانت", "لكن", "ولكن")))
"""What leads to a subject that stands in front of its verb."""
_TO_SOMEBODY = frozenset(map(fold, ("لي", "لك", "له", "لها", "لهم", "لنا", "لكم", "لهن", "لهما")))
_PRONOUN_IN_FRONT = re.compile("(?:[وف]?(?:[بل]?ان|لكن))(ه|ها|هم)")
"""غير أنها تساءلت: the particle that a verb's subject hangs on."""
_ACCUSATIVE = re.compile("\u064b[اى]?$|[اى]\u064b$")
"""قال مازحا: how something is said, if the text writes the tanwin."""
_STOPS = re.compile(r"[؛;:.!?؟()\[\]\n«»“”\"‹›]")
_COMMA = "،"
_FROM = fold("عن")
_LONGEST_TITLE, _LONGEST_UNNAMED = 9, 4
_UNTIMED = frozenset({"DATE", "TIME"})


def subject_start(place: Place, cue: Cue, name: int) -> int | None:
    """Return where the subject of the cue begins that the name at ``name`` ends: with its title.

    None if anything but a title, which may hold one comma, stands between cue and name.
    """
    first = next(words(place.text, cue.end, name), None)
    if first is None or place.text[cue.end : first[0]].strip():
        return None
    between = place.text[first[0] : name]
    title = list(words(place.text, first[0], name))
    if _STOPS.search(between) or between.count(_COMMA) > 1 or len(title) > _LONGEST_TITLE:
        return None
    return first[0] if _may_begin(place, first) and not _interrupted(place, title) else None


def topic_start(place: Place, sentence: int, name: int) -> int | None:
    """Return where a subject in front of its verb begins that ends with the name at ``name``.

    A word such as أما, كان or أن leads to it: أما ابنها حسن فقال. None if none does.
    """
    title: list[Fragment] = []
    for word in reversed(list(words(place.text, sentence, name))):
        if fold(place.text[slice(*word)]) in _TOPIC:
            if not title or _STOPS.search(place.text, word[1], name):
                return None
            begins = _may_begin(place, title[0]) and not _interrupted(place, title)
            return title[0][0] if begins else None
        title.insert(0, word)
        if len(title) > _LONGEST_TITLE:
            return None
    return None


def is_topic(place: Place, start: int) -> bool:
    """Tell whether a word such as كان stands right in front of ``start``."""
    before = word_before(place.text, start)
    return before is not None and fold(place.text[slice(*before)]) in _TOPIC


def _may_begin(place: Place, word: Fragment) -> bool:
    """Tell whether a subject may begin with the word."""
    text = place.text[slice(*word)]
    folded = fold(text)
    if folded in _NO_SUBJECT or folded in _TO_SOMEBODY or _ACCUSATIVE.search(text):
        return False
    return not _is_addressed(place, word)


def _is_addressed(place: Place, word: Fragment) -> bool:
    """Tell whether the word has ل in front: قال لوكالة الأنباء."""
    if place.text[word[0]] != "ل":
        return False
    here = place.annotated.between(*word)
    marked = any(one.span.start == word[0] + 1 for one in here)
    return marked or bool(segments(place.text, word).proclitics)


def _interrupted(place: Place, title: list[Fragment]) -> bool:
    """Tell whether a time or a relative clause stands in what would be a title."""
    return any(fold(place.text[slice(*word)]) in _RELATIVE or _timed(place, word) for word in title)


def _timed(place: Place, word: Fragment) -> bool:
    return any(one.label in _UNTIMED for one in place.annotated.between(*word))


def unnamed(place: Place, cue: Cue) -> Span | None:
    """Return the subject of a cue in front of the content that no entity names: صياد عجوز."""
    if not cue.certain or cue.kind not in ("past", "present", "phrase"):
        return None
    if cue.end > place.span.start:
        return None
    found = list(_unnamed_words(place, cue.end, place.span.start))
    if not 1 <= len(found) <= _LONGEST_UNNAMED:
        return None
    return Span.of(found[0][0], found[-1][1])


def handed_on(place: Place, sentence: int, cue: Cue) -> Span | None:
    """Return whose words are handed on: in نقلت الوكالة عن مصدر أمني قوله those of the مصدر."""
    if cue.kind != "noun":
        return None
    before = list(words(place.text, sentence, cue.start))
    at = [n for n, word in enumerate(before) if fold(place.text[slice(*word)]) == _FROM]
    if not at or at[-1] + 1 == len(before):
        return None
    start = before[at[-1] + 1][0]
    verb = next((one.start for one in place.cues if start < one.start < cue.start), None)
    if verb is None and len(before) - at[-1] - 1 <= _LONGEST_TITLE:
        return Span.of(start, before[-1][1])
    found = list(_unnamed_words(place, before[at[-1]][1], verb or cue.start))
    return Span.of(found[0][0], found[-1][1]) if found else None


def _unnamed_words(place: Place, start: int, end: int) -> Iterator[Fragment]:
    """Yield the words from ``start`` on, up to where a subject cannot go on."""
    last, begun = start, False
    for word in words(place.text, start, end):
        if place.text[last : word[0]].strip() or word_at(place.text, word[0]) != word:
            return
        if not begun and fold(place.text[slice(*word)]) in _TO_SOMEBODY:
            last = word[1]
            continue
        if not _may_begin(place, word) or _timed(place, word):
            return
        yield word
        last, begun = word[1], True


def relative_to(place: Place, cue: Cue) -> int | None:
    """Return where الذي or التي stands if it leads directly to the cue: الوزارة التي أكدت."""
    before = word_before(place.text, cue.start)
    if before is None or before[0] < place.start:
        return None
    direct = not place.text[before[1] : cue.start].strip()
    return before[0] if direct and fold(place.text[slice(*before)]) in _RELATIVE else None


def pronoun(place: Place, cue: Cue) -> Span | None:
    """Return the pronoun that can mean who speaks: on the أن that begins the content, or in front.

    It agrees with the verb: قالت إنها, غير أنها تساءلت.
    """
    first = next(words(place.text, place.span.start, place.span.end), None)
    before = word_before(place.text, cue.start)
    for word in (first, before):
        if word is None or word[0] < place.start:
            continue
        head = normalise(place.text[slice(*word)])
        match = _PRONOUN_IN_FRONT.fullmatch(head.text)
        touches = word[0] == place.span.start or word[1] == cue.start - 1
        if match and touches and match[1] in _agreeing(place, cue):
            start, end = head.original(*match.span(1))
            return Span.of(word[0] + start, word[0] + end)
    return None


def _agreeing(place: Place, cue: Cue) -> tuple[str, ...]:
    """Return the pronouns that agree with the verb: ها with قالت, ه with قال."""
    form = fold(place.text[cue.start : cue.end]).split()[0]
    if cue.kind == "past":
        plural = form.endswith("وا")
        feminine = form.endswith("ت") and not fold(cue.lemma).endswith("ت")
    elif cue.kind == "present":
        plural, feminine = form.endswith("ون"), form.startswith("ت")
    elif cue.kind == "participle":
        plural, feminine = form.endswith("ين"), form.endswith("ه")
    else:
        return ()
    return ("هم",) if plural else ("ها",) if feminine else ("ه",)
