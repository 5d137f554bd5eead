"""Finds who speaks a quote: the words that name the source, and the entity that they mean.

Looks only at entities that are marked already. In Arabic the subject follows its verb, so the
source is looked for behind the cue first.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter

from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Entity, Quote
from annotator.model.spans import Span
from annotator.suggest.sources import (
    PREPOSITIONS,
    handed_on,
    is_topic,
    pronoun,
    relative_to,
    subject_start,
    topic_start,
    unnamed,
)
from annotator.suggest.surroundings import SPEAKERS, Fragment, Place
from annotator.text.cues import Cue
from annotator.text.normal import fold
from annotator.text.reported import thats
from annotator.text.sentences import sentence_around

__all__ = ["is_name", "says_i", "speaker_in", "who_speaks"]

_start = attrgetter("start")
_PAUSE = re.compile(r"[،؛,;:.!?؟()\[\]\n]")
_PERSONS = frozenset(label for label, rank in SPEAKERS.items() if rank == 0)
_BESIDE = 40
"""A name stands within so many characters of the office."""
_FIRST_PERSON = frozenset(map(fold, ("قلت", "قلنا", "أقول", "نقول")))


def says_i(text: str, cue: Span | None) -> bool:
    """Whether a cue tells what the one who is speaking says: قلت."""
    return cue is not None and fold(cue.surface(text)) in _FIRST_PERSON


def speaker_in(
    annotated: AnnotatedArticle, source: Span, speakers: Mapping[str, int] = SPEAKERS
) -> Entity | None:
    """Return the entity that a source names: in رئيسة الهيئة منى الجندي the person.

    What stands behind a preposition belongs to a title or a place: مصدر في الوزارة names nobody.
    """
    inside = [
        one
        for one in annotated.between(source.start, source.end)
        if isinstance(one, Entity) and source.covers(one.span)
    ]
    named = [
        one
        for one in inside
        if one.label in speakers
        and not _governed(annotated.text, one.span.start)
        and not any(other.span.covers(one.span) for other in inside if other is not one)
    ]
    return min(named, key=lambda one: (speakers[one.label], -one.span.length), default=None)


def who_speaks(place: Place, cue: Cue) -> tuple[Span | None, Entity | None]:
    """Return source and speaker: the subject behind the cue, or who spoke last in front of it.

    A speaker from an earlier sentence is not written here: then the source is the pronoun that the
    content begins with, or there is none.
    """
    if says_i(place.text, Span.of(cue.start, cue.end)):
        return None, _teller(place, cue)
    source, speaker = _subject_or_last(place, cue)
    if speaker is not None and speaker.label == "OCC":
        speaker = _bearer(place.annotated, speaker) or speaker
    return source or pronoun(place, cue), speaker


def _subject_or_last(place: Place, cue: Cue) -> tuple[Span | None, Entity | None]:
    if written := _subject(place, cue) or _antecedent(place, cue):
        return _as_written(place, cue, written), _best(place, written)
    sentence = sentence_around(place.text, cue.start, cue.end, (place.start, place.end))[0]
    if (source := handed_on(place, sentence, cue)) is not None:
        speaker = speaker_in(place.annotated, source, place.speakers)
        if speaker is None or place.speakers[speaker.label] > 1:
            return source, speaker
    if cue.kind == "noun" and (written := _in_front(place, sentence, cue)):
        return _as_written(place, cue, written), _best(place, written)
    if (words_ := unnamed(place, cue)) is not None:
        return words_, None
    earlier = [other for other in reversed(place.cues) if other.end <= cue.start]
    for other in earlier:
        if other.start >= sentence and (group := _subject(place, other)):
            return None, _best(place, group)
    if written := _in_front(place, sentence, cue):
        # A participle says what its verb's subject says besides: that one is no subject of its own.
        own = cue.kind != "participle"
        return _as_written(place, cue, written) if own else None, _best(place, written)
    return None, _spoke_last(place, cue, earlier)


def _antecedent(place: Place, cue: Cue) -> list[Entity]:
    """Return the entities that a relative clause with the cue says something of: التي أكدت."""
    end = relative_to(place, cue)
    groups = _groups(place, place.start, end) if end is not None else []
    touching = groups and not place.text[groups[-1][-1].span.end : end].strip()
    return groups[-1] if touching else []


def _teller(place: Place, cue: Cue) -> Entity | None:
    """Return who says “I” where the cue stands: the speaker of the quote that holds it."""
    around = [one for one in place.annotated.at(cue.start) if isinstance(one, Quote)]
    speaker = place.annotated.get(around[0].speaker) if around else None
    return speaker if isinstance(speaker, Entity) else None


def _bearer(annotated: AnnotatedArticle, title: Entity) -> Entity | None:
    """Return the name that a title with the article means: الوزيرة after وزيرة الطاقة ليلى.

    It is the nearest one before that names the same person, by all of the name or by a part.
    """
    head = _first_word(annotated, title)
    if not head.startswith("ال"):
        return None
    earlier = [one for one in annotated.entities if one.span.end <= title.span.start]
    for office in reversed(earlier):
        if office.label != "OCC":
            continue
        first = _first_word(annotated, office)
        if first and first in (head, head.removeprefix("ال")):
            person = _name_beside(annotated, office)
            if person is not None and person in earlier:
                return _last_mention(annotated, earlier, person)
    return None


def _first_word(annotated: AnnotatedArticle, one: Entity) -> str:
    """As it is compared; "" where nothing but signs is marked, which other programs may have."""
    return next(iter(fold(one.span.surface(annotated.text)).split()), "")


def _name_beside(annotated: AnnotatedArticle, office: Entity) -> Entity | None:
    """Return whose office it is: وزيرة الطاقة ليلى, or with a comma رهف القحطاني، الباحثة."""
    start, end = office.span.start, office.span.end
    near = annotated.between(max(0, start - _BESIDE), end + _BESIDE)
    persons = [one for one in near if isinstance(one, Entity) and one.label in _PERSONS]
    for one in persons:
        between = annotated.text[end : one.span.start]
        if one.span.start >= end and not _PAUSE.search(between):
            return one
    for one in reversed(persons):
        if one.span.end <= start and annotated.text[one.span.end : start].strip() == "،":
            return one
    return None


def _last_mention(annotated: AnnotatedArticle, earlier: Sequence[Entity], person: Entity) -> Entity:
    parts = set(fold(person.span.surface(annotated.text)).split())
    return next(
        one
        for one in reversed(earlier)
        if one.label in _PERSONS and set(fold(one.span.surface(annotated.text)).split()) <= parts
    )


def _in_front(place: Place, sentence: int, cue: Cue) -> list[Entity]:
    """Return who is named in front of the cue in its sentence: the nearest person or organisation.

    Others count only where a word leads to them as a subject: كان الرئيس قد صرح.
    """
    groups = _groups(place, sentence, cue.start)
    for group in reversed(groups):
        if _rank(place, group) < 2:
            return group
    led = (group for group in reversed(groups) if is_topic(place, group[0].span.start))
    return next(led, [])


def _spoke_last(place: Place, cue: Cue, earlier: Sequence[Cue]) -> Entity | None:
    """Return who speaks in the sentences of the paragraph before the cue: وأضاف: …"""
    quotes = [
        one for one in place.annotated.between(place.start, cue.start) if isinstance(one, Quote)
    ]
    for one in reversed(quotes):
        speaker = place.annotated.get(one.speaker)
        nested = any(other.span.covers(one.span) and other is not one for other in quotes)
        if isinstance(speaker, Entity) and one.span.end <= cue.start and not nested:
            return speaker
    for other in earlier:
        if group := _subject(place, other):
            return _best(place, group)
    return None


def _subject(place: Place, cue: Cue) -> list[Entity]:
    """Return the entities that form the subject of the cue's verb, which it precedes (VSO)."""
    near = _groups(place, cue.end, _clause_end(place, cue))
    groups = [group for group in (_ungoverned(place, one) for one in near) if group]
    if not groups:
        return []
    first, best = groups[0], min(groups, key=lambda group: _rank(place, group))
    if place.text[cue.end : first[0].span.start].strip():
        return best
    if _rank(place, first) < 2:
        return first
    between = place.text[first[-1].span.end : best[0].span.start]
    title = first is not best and first[0].label == "OCC" and not _PAUSE.search(between)
    return [*first, *best] if title else best


def _ungoverned(place: Place, group: list[Entity]) -> list[Entity]:
    """Return what of a group can be a subject: behind a preposition only the name that follows.

    In قال مدير الشركة في بيروت سامي حداد the town belongs to the title, the name does not.
    """
    if not _governed(place.text, group[0].span.start):
        return group
    return [entity for entity in group[1:] if place.speakers[entity.label] == 0]


def _clause_end(place: Place, cue: Cue) -> int:
    """Return where the clause of the cue ends: at أن, a quotation, a cue, or with the sentence."""
    end = sentence_around(place.text, cue.start, cue.end, (place.start, place.end))[1]
    # Each of these is in order, so the first one behind the cue counts.
    behind = range(bisect_left(place.quoted, (cue.end,)), len(place.quoted))
    quoted = (
        place.quoted[at][0] for at in behind if not is_name(place.annotated, place.quoted[at])
    )
    contents = (first for first, _ in place.span.fragments if first >= cue.end)
    following = range(bisect_left(place.cues, cue.end, key=_start), len(place.cues))
    cues = (place.cues[at].start for at in following if place.cues[at].certain)
    end = min(end, *(next(starts, end) for starts in (quoted, contents, cues)))
    return next(iter(thats(place.text, cue.end, end)), (end, end))[0]


def _groups(place: Place, start: int, end: int) -> list[list[Entity]]:
    """Return the entities of the range that can speak, in order, neighbours together.

    A title and the name behind it are neighbours; so are two titles with a comma between. Of nested
    entities only the outer one counts.
    """
    groups: list[list[Entity]] = []
    for entity in _outer_entities(place, start, end):
        if groups and _touches(place, groups[-1][-1], entity):
            groups[-1].append(entity)
        else:
            groups.append([entity])
    return groups


def _outer_entities(place: Place, start: int, end: int) -> Iterator[Entity]:
    reach = start
    here = [
        one
        for one in place.annotated.between(start, end)
        if isinstance(one, Entity) and one.label in place.speakers and one.span.end <= end
    ]
    for entity in sorted(here, key=lambda one: (one.span.start, -one.span.end)):
        if entity.span.start >= reach and not _spoken_of(place, entity):
            reach = entity.span.end
            yield entity


def _spoken_of(place: Place, entity: Entity) -> bool:
    """Tell whether the entity stands inside another quotation and is more than its name."""
    here = (entity.span.start, entity.span.end)
    return any(
        first <= here[0] and here[1] <= last and (first, last) != here
        for first, last in place.quoted
    )


def is_name(annotated: AnnotatedArticle, quoted: Fragment) -> bool:
    """Tell whether what stands in quotation marks is a name, or the end of one (إذاعة «…»)."""
    return any(
        isinstance(one, Entity) and one.span.start <= quoted[0] and quoted[1] <= one.span.end
        for one in annotated.between(*quoted)
    )


def _touches(place: Place, left: Entity, right: Entity) -> bool:
    between = place.text[left.span.end : right.span.start].strip()
    return not between or (between == "،" and place.speakers[left.label] == 2)


def _governed(text: str, start: int) -> bool:
    """Tell whether a preposition stands in front of ``start``, as a word or as a particle."""
    before = text[max(0, start - 12) : start]
    last = before.split()[-1:] if before else []
    return bool(last) and fold(last[0]).strip('«"“”‘‹') in PREPOSITIONS


def _rank(place: Place, group: Sequence[Entity]) -> int:
    return min(place.speakers[entity.label] for entity in group)


def _best(place: Place, group: Sequence[Entity]) -> Entity:
    return min(group, key=lambda entity: place.speakers[entity.label])


def _as_written(place: Place, cue: Cue, group: Sequence[Entity]) -> Span:
    """Return the words of the subject: from behind the cue, or from the title of the name."""
    best = _best(place, group)
    titles = [entity for entity in group if entity.label == "OCC" and entity.span < best.span]
    start = titles[0].span.start if titles else best.span.start
    if cue.end <= start:
        whole = subject_start(place, cue, start)
    else:
        sentence = sentence_around(place.text, cue.start, cue.end, (place.start, place.end))[0]
        whole = topic_start(place, sentence, start)
    start = start if whole is None else whole
    return Span.of(start, best.span.end) if start < best.span.start else best.span
