"""What a record can have and a format may not be able to carry: names, and how to count each.

Pure. What a format does with what it cannot carry is its own affair; that it is counted and told
before anything is written is the work of `losses`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum

from annotator.model.annotations import Annotation, Entity, Quote, Relation
from annotator.model.record import Record
from annotator.model.spans import Span
from annotator.text.tokens import word_at


class Feature(StrEnum):
    """One thing that a record can have; the value is how tables of formats call it."""

    ENTITIES = "entities"
    NESTED = "entities in entities"
    CROSSING = "crossing entities"
    QUOTES = "quotes"
    QUOTE_TYPES = "types of quotes"
    CUES = "cues"
    SOURCES = "sources"
    SPEAKERS = "speakers"
    OVERLAPPING_QUOTES = "overlapping quotes"
    RELATIONS = "relations"
    QUOTE_RELATIONS = "relations of quotes"
    DISCONTINUOUS = "discontinuous spans"
    SUBWORD = "spans within words"
    BLANK_EDGES = "spans with outer white space"
    ATTRIBUTES = "attributes"
    NOTES = "notes"
    IDS = "ids of annotations"
    TEXTS = "exact texts"
    ARTICLE_IDS = "ids of articles"
    META = "metadata"
    LAYER = "authors"
    STATUS = "states of articles"
    LAYERS = "several authors of one article"
    EMPTY = "articles without annotations"


EVERYTHING = frozenset(Feature)

NEEDS: dict[Feature, Feature] = {
    Feature.NESTED: Feature.ENTITIES,
    Feature.CROSSING: Feature.ENTITIES,
    Feature.QUOTE_TYPES: Feature.QUOTES,
    Feature.CUES: Feature.QUOTES,
    Feature.SOURCES: Feature.QUOTES,
    Feature.SPEAKERS: Feature.QUOTES,
    Feature.OVERLAPPING_QUOTES: Feature.QUOTES,
    Feature.QUOTE_RELATIONS: Feature.RELATIONS,
}
"""What has no place without something else, and is not counted where that is lost already."""

Carried = frozenset[Feature]


def written_spans(record: Record, carried: Carried) -> Iterator[Span]:
    """The spans of what a format carries: those of which it matters how they lie."""
    for one in record.annotations:
        if isinstance(one, Entity) and Feature.ENTITIES in carried:
            yield one.span
        elif isinstance(one, Quote) and Feature.QUOTES in carried:
            yield one.span
            if one.cue is not None and Feature.CUES in carried:
                yield one.cue
            if one.source is not None and Feature.SOURCES in carried:
                yield one.source


def written(record: Record, carried: Carried) -> Iterator[Annotation]:
    """The annotations of the kinds that a format carries."""
    kinds = tuple(
        kind
        for feature, kind in (
            (Feature.ENTITIES, Entity),
            (Feature.QUOTES, Quote),
            (Feature.RELATIONS, Relation),
        )
        if feature in carried
    )
    return (one for one in record.annotations if isinstance(one, kinds))


def within_word(span: Span, text: str) -> bool:
    """Whether an edge of the span cuts a word in two."""
    return any(_cuts(place, text) for fragment in span.fragments for place in fragment)


def _cuts(place: int, text: str) -> bool:
    if not 0 < place < len(text):
        return False
    word = word_at(text, place)
    return word is not None and word[0] < place


def blank_edges(span: Span, text: str) -> bool:
    """Whether a fragment of the span begins or ends with white space."""
    return any(
        text[start:end][:1].isspace() or text[start:end][-1:].isspace()
        for start, end in span.fragments
    )


def _quotes(record: Record) -> Iterator[Quote]:
    return (one for one in record.annotations if isinstance(one, Quote))


def _reaches(spans: Iterator[Span]) -> list[tuple[int, int]]:
    """Start and end of each span; those that begin first and reach furthest come first."""
    return sorted(((one.start, one.end) for one in spans), key=lambda one: (one[0], -one[1]))


def _overlapping(spans: Iterator[Span], crossing: bool | None) -> int:
    """How many spans lie in (False), cross (True), or meet (None) one that began before them."""
    found, open_ones = 0, list[int]()
    for start, end in _reaches(spans):
        open_ones = [stop for stop in open_ones if stop > start]
        hits = open_ones if crossing is None else [s for s in open_ones if (s < end) is crossing]
        found += bool(hits)
        open_ones.append(end)
    return found


def _entity_spans(record: Record) -> Iterator[Span]:
    return (one.span for one in record.annotations if isinstance(one, Entity))


def _of_quotes(record: Record) -> int:
    ids = {one.id for one in _quotes(record)}
    return sum(
        isinstance(one, Relation) and (one.head in ids or one.tail in ids)
        for one in record.annotations
    )


def _kind(kind: type[Annotation]) -> Callable[[Record, Carried], int]:
    return lambda record, _: sum(isinstance(one, kind) for one in record.annotations)


COUNTS: dict[Feature, Callable[[Record, Carried], int]] = {
    Feature.ENTITIES: _kind(Entity),
    Feature.NESTED: lambda record, _: _overlapping(_entity_spans(record), False),
    Feature.CROSSING: lambda record, _: _overlapping(_entity_spans(record), True),
    Feature.QUOTES: _kind(Quote),
    Feature.QUOTE_TYPES: _kind(Quote),
    Feature.CUES: lambda record, _: sum(one.cue is not None for one in _quotes(record)),
    Feature.SOURCES: lambda record, _: sum(one.source is not None for one in _quotes(record)),
    Feature.SPEAKERS: lambda record, _: sum(one.speaker is not None for one in _quotes(record)),
    Feature.OVERLAPPING_QUOTES: lambda record, _: _overlapping(
        (one.span for one in _quotes(record)), None
    ),
    Feature.RELATIONS: _kind(Relation),
    Feature.QUOTE_RELATIONS: lambda record, _: _of_quotes(record),
    Feature.DISCONTINUOUS: lambda record, carried: sum(
        len(span.fragments) > 1 for span in written_spans(record, carried)
    ),
    Feature.SUBWORD: lambda record, carried: sum(
        within_word(span, record.article.text) for span in written_spans(record, carried)
    ),
    Feature.BLANK_EDGES: lambda record, carried: sum(
        blank_edges(span, record.article.text) for span in written_spans(record, carried)
    ),
    Feature.ATTRIBUTES: lambda record, carried: sum(
        bool(one.attributes) for one in written(record, carried)
    ),
    Feature.NOTES: lambda record, carried: sum(
        one.note is not None for one in written(record, carried)
    ),
    Feature.IDS: lambda record, carried: sum(1 for _ in written(record, carried)),
    Feature.TEXTS: lambda record, _: 1,
    Feature.ARTICLE_IDS: lambda record, _: 1,
    Feature.META: lambda record, _: bool(record.article.meta),
    Feature.LAYER: lambda record, _: record.layer is not None,
    Feature.STATUS: lambda record, _: record.status is not None,
    Feature.EMPTY: lambda record, _: not record.annotations,
}
"""How often a record has each feature. LAYERS is told by records in a row, see `losses`."""
