"""What of a record goes into a format: everything that it carries; the rest is taken off, counted.

The one place that decides what happens to what a format cannot carry, so that the counts that are
told beforehand and what is written cannot differ. A writer is only ever given what is kept:

- of entities in each other the outer one, of those that cross the first, of overlapping quotes the
  first; spans in several fragments are left out, outer white space is trimmed;
- an edge inside a word takes in the whole word (`expand`), or the span is left out (`report`);
- control characters stay for the writer to exchange, and are counted;
- relations and speakers go with what they refer to.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal, NamedTuple, TypeVar

import msgspec

from annotator.formats.features import EVERYTHING, Feature
from annotator.formats.tokens import grown, whole_tokens
from annotator.model.annotations import (
    Annotation,
    Attributes,
    AttributeValue,
    Entity,
    Quote,
    Relation,
)
from annotator.model.record import Record
from annotator.model.spans import Fragment, Span

F = Feature
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that no XML and no spreadsheet can hold."""
Clitics = Literal["split", "expand", "report"]
Carried = frozenset[Feature]
_Spanned = TypeVar("_Spanned", Entity, Quote)


class Keeping(NamedTuple):
    """What a format carries, and what becomes of edges inside words where it cannot have them."""

    carried: Carried
    clitics: Clitics = "split"


def kept_records(
    records: Iterable[Record], keeping: Keeping, lost: Counter[Feature] | None = None
) -> Iterator[Record]:
    """The records as a format carries them; what is taken off is counted in `lost`."""
    lost = Counter() if lost is None else lost
    last: str | None = None
    for record in records:
        # The records of one article follow each other.
        lost[F.LAYERS] += F.LAYERS not in keeping.carried and record.article.id == last
        last = record.article.id
        kept = record if keeping.carried == EVERYTHING else _kept(record, keeping, lost)
        if kept is not None:
            yield kept


def _kept(record: Record, keeping: Keeping, lost: Counter[Feature]) -> Record | None:
    work = _Work(record.article.text, keeping, lost)
    annotations = work.annotations(record.annotations)
    carried = keeping.carried
    if not annotations and F.EMPTY not in carried:
        lost[F.EMPTY] += 1
        return None
    lost[F.TEXTS] += F.TEXTS not in carried
    if F.TEXTS in carried:  # else all of the text is counted
        held = F.CONTROLS in carried or not CONTROLS.search(record.article.text)
        lost[F.CONTROLS] += not held
    lost[F.ARTICLE_IDS] += F.ARTICLE_IDS not in carried
    lost[F.META] += F.META not in carried and bool(record.article.meta)
    lost[F.LAYER] += F.LAYER not in carried and record.layer is not None
    lost[F.STATUS] += F.STATUS not in carried and record.status is not None
    article = record.article
    if F.META not in carried and article.meta:
        article = msgspec.structs.replace(article, meta={})
    return Record(
        article=article,
        layer=record.layer if F.LAYER in carried else None,
        status=record.status if F.STATUS in carried else None,
        annotations=tuple(annotations),
    )


class _Work:
    """Taking off what cannot be carried, from the annotations of one record."""

    def __init__(self, text: str, keeping: Keeping, lost: Counter[Feature]) -> None:
        self._text = text
        self._carried, self._clitics = keeping
        self._lost = lost
        self._tokens: list[Fragment] | None = None

    def annotations(self, given: Iterable[Annotation]) -> list[Annotation]:
        kinds = {Entity: F.ENTITIES, Quote: F.QUOTES, Relation: F.RELATIONS}
        there = [one for one in given if self._has(kinds[type(one)])]
        entities = self._fitting([one for one in there if isinstance(one, Entity)])
        entities = self._apart(entities, self._meeting_entity)
        quotes = [self._quote(one) for one in there if isinstance(one, Quote)]
        quotes = self._apart(self._fitting(quotes), self._meeting_quote)
        ids = {one.id for one in entities}
        spoken = [self._spoken(one, ids) for one in quotes]
        relations = self._relations(
            [one for one in there if isinstance(one, Relation)], ids, {one.id for one in spoken}
        )
        every: list[Annotation] = [*entities, *spoken, *relations]
        left = {one.id: self._bare(one) for one in every}
        return [left[one.id] for one in given if one.id in left]

    def _has(self, feature: Feature, times: int = 1) -> bool:
        """Whether a thing is carried; counts it if it is not."""
        if feature in self._carried:
            return True
        self._lost[feature] += times
        return False

    # Spans

    def _fitting(self, given: Iterable[_Spanned]) -> list[_Spanned]:
        found = []
        for one in given:
            span = self._span(one.span)
            if span is not None:
                same = span is one.span
                found.append(one if same else msgspec.structs.replace(one, span=span))
        return found

    def _span(self, span: Span) -> Span | None:
        """The span as it can be written; None if it cannot."""
        if len(span.fragments) > 1 and not self._has(F.DISCONTINUOUS):
            return None
        if F.BLANK_EDGES not in self._carried:
            trimmed = _trimmed(span, self._text)
            if trimmed != span:
                self._lost[F.BLANK_EDGES] += 1
            if trimmed is None:
                return None
            span = trimmed
        return span if F.SUBWORD in self._carried else self._whole_words(span)

    def _whole_words(self, span: Span) -> Span | None:
        if self._tokens is None:
            self._tokens = whole_tokens(self._text)
        whole = grown(span, self._tokens)
        if whole == span:
            return span
        self._lost[F.SUBWORD] += 1
        return whole if self._clitics == "expand" else None

    # What lies over what

    def _apart(
        self, given: Sequence[_Spanned], meets: Callable[[_Spanned, _Spanned], Feature | None]
    ) -> list[_Spanned]:
        """Those that the format can have beside each other; the outer and the earlier ones stay."""
        if {F.NESTED, F.CROSSING, F.OVERLAPPING_QUOTES} <= self._carried:
            return list(given)
        stay: list[_Spanned] = []
        near: list[_Spanned] = []
        for one in sorted(given, key=lambda one: (one.span.start, -one.span.end, one.id)):
            near = [other for other in near if other.span.end > one.span.start]
            against = next(filter(None, (meets(other, one) for other in near)), None)
            if against is None:
                stay.append(one)
                near.append(one)
            else:
                self._lost[against] += 1
        return stay

    def _meeting_entity(self, outer: Entity, inner: Entity) -> Feature | None:
        feature = F.NESTED if inner.span.end <= outer.span.end else F.CROSSING
        return None if feature in self._carried else feature

    def _meeting_quote(self, outer: Quote, inner: Quote) -> Feature | None:
        return None if F.OVERLAPPING_QUOTES in self._carried else F.OVERLAPPING_QUOTES

    # Quotes and relations

    def _quote(self, one: Quote) -> Quote:
        self._has(F.QUOTE_TYPES)
        cue = self._part(one.cue, F.CUES)
        source = self._part(one.source, F.SOURCES)
        speaker = one.speaker if one.speaker is None or self._has(F.SPEAKERS) else None
        if (cue, source, speaker) == (one.cue, one.source, one.speaker):
            return one
        return msgspec.structs.replace(one, cue=cue, source=source, speaker=speaker)

    def _part(self, span: Span | None, feature: Feature) -> Span | None:
        return self._span(span) if span is not None and self._has(feature) else None

    def _spoken(self, one: Quote, entities: set[str]) -> Quote:
        if one.speaker is None or one.speaker in entities:
            return one
        self._lost[F.SPEAKERS] += 1
        return msgspec.structs.replace(one, speaker=None)

    def _relations(
        self, given: Iterable[Relation], entities: set[str], quotes: set[str]
    ) -> list[Relation]:
        found = []
        for one in given:
            if not {one.head, one.tail} <= entities | quotes:
                self._lost[F.RELATIONS] += 1
            elif {one.head, one.tail} <= entities or self._has(F.QUOTE_RELATIONS):
                found.append(one)
        return found

    def _bare(self, one: Annotation) -> Annotation:
        """The annotation without the attributes and the note that cannot be carried."""
        self._has(F.IDS)
        attributes = self._attributes(one.attributes) if one.attributes else one.attributes
        note = one.note if one.note is None or self._has(F.NOTES) else None
        if attributes is one.attributes and note is one.note:
            return one
        return msgspec.structs.replace(one, attributes=attributes, note=note)

    def _attributes(self, given: Attributes) -> Attributes:
        if not self._has(F.ATTRIBUTES):
            return {}
        others = sum(not isinstance(value, str) for value in given.values())
        if not others or self._has(F.ATTRIBUTE_TYPES, others):
            return given
        return {name: in_words(value) for name, value in given.items()}


def in_words(value: AttributeValue) -> str:
    """The value of an attribute as text: `true` and `false` for a flag."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _trimmed(span: Span, text: str) -> Span | None:
    """The span without white space at the edges of its fragments; None if nothing is left."""
    found = []
    for start, end in span.fragments:
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        if start < end:
            found.append((start, end))
    return Span(tuple(found)) if found else None
