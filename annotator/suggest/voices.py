"""Finds who speaks a quote: the words that name the source, and the entity that they mean.

Looks only at entities that are marked already. In Arabic the subject follows its verb, so the
source is looked for behind the cue first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Entity, Quote
from annotator.model.spans import Span
from annotator.suggest.surroundings import SPEAKERS, Fragment, Place
from annotator.text.cues import Cue
from annotator.text.normal import fold
from annotator.text.sentences import sentence_around
from annotator.text.tokens import words

__all__ = ["CONJUNCTIONS", "speaker_in", "who_speaks"]

CONJUNCTIONS = frozenset(
    f"{before}ا{after}"
    for before in ("", "ب", "و", "وب")
    for after in ("ن", "نه", "نها", "نهم", "نهما", "نهن", "ننا", "نني", "ني")
)
"""Folded forms of أن and إن: what follows them is said, and does not say who says it."""
_PAUSE = re.compile(r"[،؛,;:.!?؟()\[\]\n]")
_PREPOSITIONS = frozenset(
    map(fold, ("في", "إلى", "مع", "على", "من", "لدى", "أمام", "خلال", "عبر", "ل"))
)
"""What stands behind these is spoken to or about."""


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

    A speaker from an earlier sentence is not written here, so there is no source then.
    """
    sentence = sentence_around(place.text, cue.start, cue.end, (place.start, place.end))[0]
    earlier = [other for other in reversed(place.cues) if other.end <= cue.start]
    written = _subject(place, cue) or (cue.kind == "noun" and _in_front(place, sentence, cue))
    if written:
        return _as_written(place, written), _best(place, written)
    for other in earlier:
        if other.start >= sentence and (group := _subject(place, other)):
            return None, _best(place, group)
    if written := _in_front(place, sentence, cue):
        return _as_written(place, written), _best(place, written)
    return None, _spoke_last(place, cue, earlier)


def _in_front(place: Place, sentence: int, cue: Cue) -> list[Entity]:
    """Return the nearest person or organisation in front of the cue in its sentence."""
    groups = [group for group in _groups(place, sentence, cue.start) if _rank(place, group) < 2]
    return groups[-1] if groups else []


def _spoke_last(place: Place, cue: Cue, earlier: Sequence[Cue]) -> Entity | None:
    """Return who speaks in the sentences of the paragraph before the cue: وأضاف: …"""
    for one in reversed(place.annotated.between(place.start, cue.start)):
        speaker = place.annotated.get(one.speaker) if isinstance(one, Quote) else None
        if isinstance(speaker, Entity) and one.span.end <= cue.start:
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
    ends = [
        first
        for first, last in place.quoted
        if first >= cue.end and not _is_name(place, (first, last))
    ]
    ends += [first for first, _ in place.span.fragments if first >= cue.end]
    ends += [other.start for other in place.cues if other.start >= cue.end and other.certain]
    end = min([end, *ends])
    for start, stop in words(place.text, cue.end, end):
        if fold(place.text[start:stop]) in CONJUNCTIONS:
            return start
    return end


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
    here = (one for one in place.annotated.between(start, end) if isinstance(one, Entity))
    for entity in sorted(here, key=lambda one: (one.span.start, -one.span.end)):
        inside = start <= entity.span.start and entity.span.end <= end
        can_speak = entity.label in place.speakers and not _spoken_of(place, entity)
        if inside and can_speak and entity.span.start >= reach:
            reach = entity.span.end
            yield entity


def _spoken_of(place: Place, entity: Entity) -> bool:
    """Tell whether the entity stands inside another quotation and is more than its name."""
    here = (entity.span.start, entity.span.end)
    return any(
        first <= here[0] and here[1] <= last and (first, last) != here
        for first, last in place.quoted
    )


def _is_name(place: Place, quoted: Fragment) -> bool:
    """Tell whether what stands in quotation marks is a name, or the end of one (إذاعة «…»)."""
    return any(
        isinstance(one, Entity) and one.span.start <= quoted[0] and quoted[1] <= one.span.end
        for one in place.annotated.between(*quoted)
    )


def _touches(place: Place, left: Entity, right: Entity) -> bool:
    between = place.text[left.span.end : right.span.start].strip()
    return not between or (between == "،" and place.speakers[left.label] == 2)


def _governed(text: str, start: int) -> bool:
    """Tell whether a preposition stands in front of ``start``, as a word or as a particle."""
    before = text[max(0, start - 12) : start]
    last = before.split()[-1:] if before else []
    return bool(last) and fold(last[0]).strip('«"“”‘‹') in _PREPOSITIONS


def _rank(place: Place, group: Sequence[Entity]) -> int:
    return min(place.speakers[entity.label] for entity in group)


def _best(place: Place, group: Sequence[Entity]) -> Entity:
    return min(group, key=lambda entity: place.speakers[entity.label])


def _as_written(place: Place, group: Sequence[Entity]) -> Span:
    """Return the speaker's span, from the title in front of the name on."""
    best = _best(place, group)
    titles = [entity for entity in group if entity.label == "OCC" and entity.span < best.span]
    return Span.of(titles[0].span.start, best.span.end) if titles else best.span
