"""The JSONL form, version 1, as typed rows, and the way between them and records.

The order of the fields is the order of the keys in the file. A row is checked completely before it
becomes a record: types by the decoder, offsets against surfaces here, rules by the article later.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Annotated, Any, Literal

from msgspec import Meta, Struct

from annotator.errors import UserError
from annotator.formats import plain
from annotator.formats.base import shown
from annotator.model.annotations import (
    Annotation,
    Entity,
    Quote,
    QuoteKind,
    Relation,
)
from annotator.model.article import Article, Status, check_text, digest
from annotator.model.record import Record
from annotator.model.spans import BadSpan, Span

FORMAT: Literal["annotator/1"] = "annotator/1"

Fragments = tuple[tuple[int, int], ...]
Id = Annotated[str, Meta(min_length=1, max_length=400)]
Name = Annotated[str, Meta(min_length=1, max_length=200)]
JsonAttributes = dict[str, str | bool | int | float]

_NO_META: dict[str, Any] = dict.fromkeys(plain.SHOWN_META)


class SpanRow(Struct, kw_only=True, forbid_unknown_fields=True, gc=False):
    """A span: where its first fragment starts, where its last one ends, and its surface."""

    start: int
    end: int
    fragments: Fragments | None = None
    text: str


class EntityRow(Struct, kw_only=True, forbid_unknown_fields=True, gc=False):
    """An entity. Without an id it gets one from what it is, so that it never comes in twice."""

    id: Id | None = None
    label: Name
    start: int
    end: int
    fragments: Fragments | None = None
    text: str
    attributes: JsonAttributes | None = None
    note: str | None = None


class QuoteRow(Struct, kw_only=True, forbid_unknown_fields=True, gc=False):
    """A quote: the span of its content, and of what introduces it."""

    id: Id | None = None
    type: QuoteKind
    start: int
    end: int
    fragments: Fragments | None = None
    text: str
    cue: SpanRow | None = None
    source: SpanRow | None = None
    speaker: Id | None = None
    attributes: JsonAttributes | None = None
    note: str | None = None


class RelationRow(Struct, kw_only=True, forbid_unknown_fields=True, gc=False):
    """A relation between two annotations of the same row."""

    id: Id | None = None
    label: Name
    head: Id
    tail: Id
    attributes: JsonAttributes | None = None
    note: str | None = None


class Row(Struct, kw_only=True, forbid_unknown_fields=True, gc=False):
    """One article with the annotations of one layer."""

    format: Literal["annotator/1"]
    offsets: Literal["codepoint"] = "codepoint"
    id: str | None = None
    text: str
    sha256: str | None = None
    meta: dict[str, Any] | None = None
    layer: Name | None = None
    status: Status | None = None
    entities: list[EntityRow] | None = None
    quotes: list[QuoteRow] | None = None
    relations: list[RelationRow] | None = None


class _Misplaced(UserError):
    """A reason with the place in the row in front of it, such as `quotes[2].cue`."""

    def __init__(self, place: str, reason: UserError) -> None:
        super().__init__("{place}: {reason}", place=place, reason=reason)
        self.place = place
        self.reason = reason

    def say(self, translate: Callable[[str], str] = str) -> str:
        return f"{self.place}: {self.reason.say(translate)}"


# From rows to records


def record(row: Row) -> Record:
    """The record in a row; raises UserError with the first thing that is wrong."""
    text = row.text
    check_text(text)
    if row.sha256 is not None and row.sha256.lower() != digest(text):
        raise UserError("The text is not the one that the sha256 of the row was made from.")
    id = plain.id_of_text(text) if row.id is None else plain.checked_id(row.id)
    article = Article(id=id, text=text, meta=plain.clean_meta(row.meta or {}))
    annotations: list[Annotation] = [
        *[_entity(one, at, text, id) for at, one in enumerate(row.entities or ())],
        *[_quote(one, at, text, id) for at, one in enumerate(row.quotes or ())],
        *[_relation(one, id) for one in row.relations or ()],
    ]
    return Record(
        article=article, layer=row.layer, status=row.status, annotations=tuple(annotations)
    )


def _entity(row: EntityRow, at: int, text: str, article: str) -> Entity:
    span = _span(row, text, "entities", at)
    return Entity(
        id=row.id or plain.annotation_id(article, "entity", row.label, span.fragments),
        label=row.label,
        span=span,
        attributes=row.attributes or {},
        note=row.note,
    )


def _quote(row: QuoteRow, at: int, text: str, article: str) -> Quote:
    span = _span(row, text, "quotes", at)
    return Quote(
        id=row.id or plain.annotation_id(article, "quote", row.type, span.fragments),
        type=row.type,
        span=span,
        cue=None if row.cue is None else _span(row.cue, text, "quotes", at, ".cue"),
        source=None if row.source is None else _span(row.source, text, "quotes", at, ".source"),
        speaker=row.speaker,
        attributes=row.attributes or {},
        note=row.note,
    )


def _relation(row: RelationRow, article: str) -> Relation:
    return Relation(
        id=row.id or plain.annotation_id(article, "relation", row.label, row.head, row.tail),
        label=row.label,
        head=row.head,
        tail=row.tail,
        attributes=row.attributes or {},
        note=row.note,
    )


def _span(
    row: EntityRow | QuoteRow | SpanRow, text: str, table: str, at: int, part: str = ""
) -> Span:
    """The span of a row, each of its offsets checked against the text."""
    start, end = row.start, row.end
    fragments = row.fragments or ((start, end),)
    try:
        span = Span(fragments)
    except BadSpan as error:
        raise _Misplaced(f"{table}[{at}]{part}", error) from None
    if span.start != start or span.end != end:
        reason = UserError(
            "start and end are {start}–{end}, but the fragments reach from {first} to {last}.",
            start=start, end=end, first=span.start, last=span.end,
        )  # fmt: skip
        raise _Misplaced(f"{table}[{at}]{part}", reason)
    if end > len(text):
        raise _Misplaced(f"{table}[{at}]{part}", _beyond(fragments, text))
    surface = span.surface(text)
    if surface != row.text:
        reason = UserError(
            "The text at {start}–{end} is “{surface}”, and the row says “{said}”.",
            hint="Offsets count code points from 0, ends exclusive.",
            start=start, end=end, surface=shown(surface), said=shown(row.text),
        )  # fmt: skip
        raise _Misplaced(f"{table}[{at}]{part}", reason)
    return span


def _beyond(fragments: Fragments, text: str) -> UserError:
    return UserError(
        "The span {start}–{end} reaches beyond the text, which has {length} characters.",
        start=fragments[0][0], end=fragments[-1][1], length=len(text),
    )  # fmt: skip


# From records to rows


def row(record: Record) -> Row:
    """The row of a record, everything in its order; raises UserError for a span beyond its text."""
    text = record.article.text
    entities: list[EntityRow] = []
    quotes: list[QuoteRow] = []
    relations: list[Relation] = []
    for one in record.annotations:
        if isinstance(one, Entity):
            entities.append(_entity_row(one, text))
        elif isinstance(one, Relation):
            relations.append(one)
        else:
            quotes.append(_quote_row(one, text))
    entities.sort(key=_PLACE)
    quotes.sort(key=_PLACE)
    if relations:
        _sort(relations, {id: (start, end) for start, end, id in map(_PLACE, (*entities, *quotes))})
    return Row(
        format=FORMAT,
        id=record.article.id,
        text=text,
        sha256=record.article.sha256,
        meta={**_NO_META, **record.article.meta},
        layer=record.layer,
        status=record.status,
        entities=entities,
        quotes=quotes,
        relations=[_relation_row(one) for one in relations],
    )


_PLACE = attrgetter("start", "end", "id")


def _sort(relations: list[Relation], reaches: Mapping[str, tuple[int, int]]) -> None:
    """Put relations in the order of their heads' and tails' positions, then ids."""
    try:
        relations.sort(key=lambda one: (reaches[one.head], reaches[one.tail], one.id))
    except KeyError as error:
        raise UserError(
            "A relation refers to {id}, which is not there.", id=error.args[0]
        ) from None


def _entity_row(one: Entity, text: str) -> EntityRow:
    fragments = one.span.fragments
    start, end = fragments[0]
    if len(fragments) == 1 and end <= len(text):  # nearly all of an export: no further calls
        surface = text[start:end]
    else:
        surface, end = _surface(fragments, text), fragments[-1][1]
    return EntityRow(
        id=one.id,
        label=one.label,
        start=start,
        end=end,
        fragments=fragments,
        text=surface,
        attributes=one.attributes,
        note=one.note,
    )


def _quote_row(one: Quote, text: str) -> QuoteRow:
    fragments = one.span.fragments
    return QuoteRow(
        id=one.id,
        type=one.type,
        start=fragments[0][0],
        end=fragments[-1][1],
        fragments=fragments,
        text=_surface(fragments, text),
        cue=_span_row(one.cue, text),
        source=_span_row(one.source, text),
        speaker=one.speaker,
        attributes=one.attributes,
        note=one.note,
    )


def _span_row(span: Span | None, text: str) -> SpanRow | None:
    if span is None:
        return None
    surface = _surface(span.fragments, text)
    return SpanRow(start=span.start, end=span.end, fragments=span.fragments, text=surface)


def _relation_row(one: Relation) -> RelationRow:
    return RelationRow(
        id=one.id,
        label=one.label,
        head=one.head,
        tail=one.tail,
        attributes=one.attributes,
        note=one.note,
    )


def _surface(fragments: Fragments, text: str) -> str:
    """The surface, of which a damaged project must not make a shorter one than it says."""
    if fragments[-1][1] > len(text):
        raise _beyond(fragments, text)
    return " ".join([text[start:end] for start, end in fragments])
