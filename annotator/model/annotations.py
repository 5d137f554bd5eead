"""Entities, quotes and relations: immutable values that know nothing of the text they lie in."""

from __future__ import annotations

import os
from typing import Literal

from msgspec import Struct, field

from annotator.model.spans import Span

AttributeValue = str | bool | int | float
Attributes = dict[str, AttributeValue]
QuoteKind = Literal["direct", "indirect", "mixed"]
QUOTE_TYPES: tuple[QuoteKind, ...] = ("direct", "indirect", "mixed")


def new_id() -> str:
    """A fresh identifier: a random UUID, so that projects of several annotators can be united."""
    return uuid_of(os.urandom(16), 4)


def uuid_of(value: bytes, version: int) -> str:
    """The UUID with these 16 bytes, as `uuid.UUID(bytes=…, version=…)` is written, only faster."""
    found = value.hex()
    variant = "89ab"[value[8] >> 4 & 3]
    return f"{found[:8]}-{found[8:12]}-{version}{found[13:16]}-{variant}{found[17:20]}-{found[20:]}"


class Entity(Struct, frozen=True, kw_only=True, gc=False, tag_field="kind", tag="entity"):
    """A span with an entity label."""

    id: str = field(default_factory=new_id)
    label: str
    span: Span
    attributes: Attributes = {}
    note: str | None = None


class Quote(Struct, frozen=True, kw_only=True, gc=False, tag_field="kind", tag="quote"):
    """Words that somebody is reported to have said.

    `span` is the content without its marks, `cue` introduces it, `source` is who is said to speak,
    as written, and `speaker` is the id of the entity that the source refers to.
    """

    id: str = field(default_factory=new_id)
    type: QuoteKind
    span: Span
    cue: Span | None = None
    source: Span | None = None
    speaker: str | None = None
    attributes: Attributes = {}
    note: str | None = None

    @property
    def label(self) -> str:
        """The type: what stands where an entity has its label."""
        return self.type


class Relation(Struct, frozen=True, kw_only=True, gc=False, tag_field="kind", tag="relation"):
    """A labelled, directed link between two entities or quotes, given by their ids."""

    id: str = field(default_factory=new_id)
    label: str
    head: str
    tail: str
    attributes: Attributes = {}
    note: str | None = None


Annotation = Entity | Quote | Relation


def spans_of(annotation: Annotation) -> tuple[Span, ...]:
    """Every span that the annotation lays over the text; none for a relation."""
    if isinstance(annotation, Entity):
        return (annotation.span,)
    if isinstance(annotation, Quote):
        parts = (annotation.span, annotation.cue, annotation.source)
        return tuple(part for part in parts if part is not None)
    return ()


def references(annotation: Annotation) -> tuple[str, ...]:
    """The ids that the annotation refers to."""
    if isinstance(annotation, Entity):
        return ()
    if isinstance(annotation, Relation):
        return (annotation.head, annotation.tail)
    return (annotation.speaker,) if annotation.speaker is not None else ()
