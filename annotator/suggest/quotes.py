"""Proposes cue, source and speaker for a quote whose content is given.

A proposal is a guess for a person to confirm or change: it looks only into the paragraph, only at
words of the cue lexicon and at entities that are marked already, and leaves empty what it does not
find. It marks no entities and makes no edits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Entity, Quote, QuoteKind
from annotator.model.spans import Span
from annotator.text.cues import Cue, find_cues
from annotator.text.normal import fold
from annotator.text.quotemarks import quotation_at, quotations
from annotator.text.sentences import lines, sentence_around
from annotator.text.tokens import words

__all__ = ["SPEAKERS", "attribution_range", "propose_quote", "quote_type", "speaker_in"]

Fragment = tuple[int, int]

SPEAKERS: Mapping[str, int] = {
    "PERS": 0,
    "PER": 0,
    "PERSON": 0,
    "ORG": 1,
    "GPE": 2,
    "NORP": 2,
    "OCC": 2,
}
"""Entity labels that can speak, the likeliest with the lowest rank: 0 persons, 1 organisations."""

_DOUBT = 60
"""A doubtful cue must be nearer by so many characters than a certain one."""
_NEAR = 40
"""An attribution behind a quote begins within so many characters."""
_CONJUNCTIONS = frozenset(
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


def propose_quote(
    annotated: AnnotatedArticle,
    span: Span,
    type: QuoteKind | None = None,
    speakers: Mapping[str, int] = SPEAKERS,
) -> Quote:
    """Return a new quote of ``span`` with the likeliest cue, source and speaker of its paragraph.

    Without a ``type`` the quotation marks decide. ``speakers`` ranks the labels that can speak
    (see ``SPEAKERS``).
    """
    place = _Place.of(annotated, span, speakers)
    cue = _nearest_cue(place)
    source, entity = _speaker(place, cue) if cue else (None, None)
    return Quote(
        type=type or quote_type(annotated.text, span),
        span=span,
        cue=Span.of(cue.start, cue.end) if cue else None,
        source=source,
        speaker=entity.id if entity else None,
    )


def quote_type(text: str, span: Span) -> QuoteKind:
    """Return ``direct`` if every fragment stands within quotation marks, else ``indirect``."""
    for start, end in span.fragments:
        found = quotation_at(text, (start, end))
        if found is None or not found.start <= start < end <= found.end:
            return "indirect"
    return "direct"


def attribution_range(text: str, span: Span, cue: Span | None) -> Fragment:
    """Return where a source can be written: the sentences of the content and of the cue.

    ``span`` is the content. An entity elsewhere may be who speaks, but is not the source.
    """
    start, end = span.start, span.end
    if cue is not None:
        start, end = min(start, cue.start), max(end, cue.end)
    return sentence_around(text, start, end, _paragraph(text, Span.of(start, end)))


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


@dataclass(frozen=True, slots=True)
class _Place:
    """The surroundings of a content: what may hold its cue and its speaker."""

    annotated: AnnotatedArticle
    span: Span
    speakers: Mapping[str, int]
    start: int
    end: int
    quoted: tuple[Fragment, ...]
    """Contents of other quotations here: what is said inside them says nothing of this quote."""
    cues: tuple[Cue, ...]
    """The cues in ``start..end``, outside the content and outside ``quoted``."""

    @property
    def text(self) -> str:
        return self.annotated.text

    @classmethod
    def of(cls, annotated: AnnotatedArticle, span: Span, speakers: Mapping[str, int]) -> _Place:
        text = annotated.text
        start, end = _paragraph(text, span)
        local = [(q.start + start, q.end + start, q.depth) for q in quotations(text[start:end])]
        around = [q for q in local if _holds(q[:2], span) and q[0] != span.start]
        if around:
            start, end, _ = max(around, key=lambda q: q[2])
        quoted = tuple(
            (first, last)
            for first, last, _ in local
            if start <= first and last <= end and not _holds((first, last), span)
        )
        edges = [start, *(edge for fragment in span.fragments for edge in fragment), end]
        cues = tuple(
            cue
            for first, last in zip(edges[::2], edges[1::2], strict=True)
            for cue in find_cues(text, first, last)
            if not _within(cue, quoted)
        )
        return cls(annotated, span, speakers, start, end, quoted, cues)


def _paragraph(text: str, span: Span) -> Fragment:
    """Return the range of the paragraphs that the span begins and ends in."""
    rows = lines(text)
    first = max((at for at, row in enumerate(rows) if row.start <= span.start), default=0)
    last = first
    while first and not (rows[first].fresh or rows[first - 1].last):
        first -= 1
    while last + 1 < len(rows) and not (rows[last].last and rows[last].end >= span.end):
        last += 1
    if not rows:
        return 0, len(text)
    return min(rows[first].start, span.start), max(rows[last].end, span.end)


def _holds(outer: Fragment, span: Span) -> bool:
    return outer[0] <= span.start and span.end <= outer[1]


def _within(cue: Cue, fragments: Sequence[Fragment]) -> bool:
    return any(start < cue.end and cue.start < end for start, end in fragments)


# --- the cue ----------------------------------------------------------------------------------


def _nearest_cue(place: _Place) -> Cue | None:
    """Return the cue in the gap of a broken quote, else in front in the sentence, else behind."""
    span = place.span
    gap = [cue for cue in place.cues if span.start < cue.start and cue.end <= span.end]
    if gap:
        return min(gap, key=lambda cue: _distance(cue.start - span.start, cue))
    first = sentence_around(place.text, span.start, span.start + 1, (place.start, place.end))[0]
    before = [cue for cue in place.cues if first <= cue.start and cue.end <= span.start]
    if before:
        return min(before, key=lambda cue: _distance(span.start - cue.end, cue))
    behind = [cue for cue in place.cues if span.end <= cue.start < _behind_end(place)]
    return min(behind, key=lambda cue: _distance(cue.start - span.end, cue), default=None)


def _distance(characters: int, cue: Cue) -> int:
    return characters + (0 if cue.certain else _DOUBT)


def _behind_end(place: _Place) -> int:
    """Return where an attribution behind the content must have begun."""
    end = place.span.end
    limits = [first for first, _ in place.quoted if first >= end]
    stops = [at for at in (place.text.find(". ", end), place.text.find("\n", end)) if at >= 0]
    return min([place.end, end + _NEAR, *limits, *stops])


# --- the speaker ------------------------------------------------------------------------------


def _speaker(place: _Place, cue: Cue) -> tuple[Span | None, Entity | None]:
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


def _in_front(place: _Place, sentence: int, cue: Cue) -> list[Entity]:
    """Return the nearest person or organisation in front of the cue in its sentence."""
    groups = [group for group in _groups(place, sentence, cue.start) if _rank(place, group) < 2]
    return groups[-1] if groups else []


def _spoke_last(place: _Place, cue: Cue, earlier: Sequence[Cue]) -> Entity | None:
    """Return who speaks in the sentences of the paragraph before the cue: وأضاف: …"""
    for one in reversed(place.annotated.between(place.start, cue.start)):
        speaker = place.annotated.get(one.speaker) if isinstance(one, Quote) else None
        if isinstance(speaker, Entity) and one.span.end <= cue.start:
            return speaker
    for other in earlier:
        if group := _subject(place, other):
            return _best(place, group)
    return None


def _subject(place: _Place, cue: Cue) -> list[Entity]:
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


def _ungoverned(place: _Place, group: list[Entity]) -> list[Entity]:
    """Return what of a group can be a subject: behind a preposition only the name that follows.

    In قال مدير الشركة في بيروت سامي حداد the town belongs to the title, the name does not.
    """
    if not _governed(place.text, group[0].span.start):
        return group
    return [entity for entity in group[1:] if place.speakers[entity.label] == 0]


def _clause_end(place: _Place, cue: Cue) -> int:
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
        if fold(place.text[start:stop]) in _CONJUNCTIONS:
            return start
    return end


def _groups(place: _Place, start: int, end: int) -> list[list[Entity]]:
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


def _outer_entities(place: _Place, start: int, end: int) -> Iterator[Entity]:
    reach = start
    here = (one for one in place.annotated.between(start, end) if isinstance(one, Entity))
    for entity in sorted(here, key=lambda one: (one.span.start, -one.span.end)):
        inside = start <= entity.span.start and entity.span.end <= end
        can_speak = entity.label in place.speakers and not _spoken_of(place, entity)
        if inside and can_speak and entity.span.start >= reach:
            reach = entity.span.end
            yield entity


def _spoken_of(place: _Place, entity: Entity) -> bool:
    """Tell whether the entity stands inside another quotation and is more than its name."""
    here = (entity.span.start, entity.span.end)
    return any(
        first <= here[0] and here[1] <= last and (first, last) != here
        for first, last in place.quoted
    )


def _is_name(place: _Place, quoted: Fragment) -> bool:
    """Tell whether what stands in quotation marks is a name, or the end of one (إذاعة «…»)."""
    return any(
        isinstance(one, Entity) and one.span.start <= quoted[0] and quoted[1] <= one.span.end
        for one in place.annotated.between(*quoted)
    )


def _touches(place: _Place, left: Entity, right: Entity) -> bool:
    between = place.text[left.span.end : right.span.start].strip()
    return not between or (between == "،" and place.speakers[left.label] == 2)


def _governed(text: str, start: int) -> bool:
    """Tell whether a preposition stands in front of ``start``, as a word or as a particle."""
    before = text[max(0, start - 12) : start]
    last = before.split()[-1:] if before else []
    return bool(last) and fold(last[0]).strip('«"“”‘‹') in _PREPOSITIONS


def _rank(place: _Place, group: Sequence[Entity]) -> int:
    return min(place.speakers[entity.label] for entity in group)


def _best(place: _Place, group: Sequence[Entity]) -> Entity:
    return min(group, key=lambda entity: place.speakers[entity.label])


def _as_written(place: _Place, group: Sequence[Entity]) -> Span:
    """Return the speaker's span, from the title in front of the name on."""
    best = _best(place, group)
    titles = [entity for entity in group if entity.label == "OCC" and entity.span < best.span]
    return Span.of(titles[0].span.start, best.span.end) if titles else best.span
