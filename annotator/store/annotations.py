"""Annotations as rows: writing an edit, reading an article's range, and proving what was written.

A row carries the surface of each of its spans. What is read is compared with the text, so that an
offset that went bad on a disk is refused instead of passed on.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import msgspec

from annotator.model.annotations import Annotation, Attributes, Entity, Quote, Relation
from annotator.model.edits import Edit
from annotator.model.spans import BadSpan, Span
from annotator.store.database import Database, Row
from annotator.store.failures import Inconsistent, damaged

_encode = msgspec.json.encode
_fragments = msgspec.json.Decoder(tuple[tuple[int, int], ...]).decode
_attributes = msgspec.json.Decoder(Attributes).decode


class Place(NamedTuple):
    """The annotations of one layer over one article: both by number."""

    article: int
    layer: int


class Mismatch(ValueError):
    """A row whose span does not cover the characters that it says."""


class BeyondText(Mismatch):
    """A row whose span reaches beyond the text."""


_SPAN = ("start", '"end"', "surface", "fragments")


def _part(name: str) -> tuple[str, ...]:
    return tuple(f"{name}_{column}" for column in ("start", "end", "surface", "fragments"))


_COLUMNS: dict[type[Annotation], tuple[str, tuple[str, ...]]] = {
    Entity: ("entity", ("id", "label", *_SPAN, "attributes", "note")),
    Quote: (
        "quote",
        ("id", "type", *_SPAN, "attributes", "note", "speaker", *_part("cue"), *_part("source")),
    ),
    Relation: ("relation", ("id", "label", "head", "tail", "attributes", "note")),
}
"""The table of each kind, and its columns after article and layer."""

KINDS = tuple(_COLUMNS)
TABLE_OF = {kind: table for kind, (table, _) in _COLUMNS.items()}

_INSERT = {
    kind: f"INSERT INTO {table} (article, layer, {', '.join(columns)}) "
    f"VALUES (?, ?{', ?' * len(columns)})"
    for kind, (table, columns) in _COLUMNS.items()
}
_SELECT = {
    kind: f"SELECT {', '.join(columns)} FROM {table} WHERE article = ? AND layer = ?"
    for kind, (table, columns) in _COLUMNS.items()
}
_SELECT_ONE = {kind: f"{select} AND id = ?" for kind, select in _SELECT.items()}
_DELETE = {
    kind: f"DELETE FROM {table} WHERE article = ? AND layer = ? AND id = ?"
    for kind, table in TABLE_OF.items()
}


# Reading


def read_all(database: Database, place: Place, text: str) -> list[Annotation]:
    """All annotations of a layer over an article with this text, in no particular order.

    Raises `ProjectRefused` if a row is damaged or missing.
    """
    try:
        entities = [_entity(row, text) for row in rows_of(database, Entity, place)]
        quotes = [_quote(row, text) for row in rows_of(database, Quote, place)]
        relations = [_relation(row) for row in rows_of(database, Relation, place)]
        found: list[Annotation] = [*entities, *quotes, *relations]
        if len(found) != counted(database, place):
            raise Mismatch("annotations are missing.")
        return found
    except (Mismatch, BadSpan, msgspec.DecodeError) as error:
        raise damaged(database.path, place.article, error) from error


def counted(database: Database, place: Place) -> int:
    """How many annotations the layer has on the article, as was counted with every edit."""
    sql = "SELECT annotations FROM work WHERE article = ? AND layer = ?"
    return int(database.value(sql, place) or 0)


def rows_of(database: Database, kind: type[Annotation], place: Place) -> list[Row]:
    """The rows of one kind that a layer has over an article."""
    return database.rows(_SELECT[kind], place)


def built(kind: type[Annotation], row: Row, text: str) -> Annotation:
    """The annotation of a row; raises `Mismatch`, `BadSpan` or `DecodeError` if it is damaged."""
    if kind is Entity:
        return _entity(row, text)
    return _quote(row, text) if kind is Quote else _relation(row)


def _entity(row: Row, text: str) -> Entity:
    id, label, start, end, surface, fragments, attributes, note = row
    return Entity(
        id=id,
        label=label,
        span=_span(id, text, start, end, surface, fragments),
        attributes={} if attributes is None else _attributes(attributes),
        note=note,
    )


def _quote(row: Row, text: str) -> Quote:
    id, type, start, end, surface, fragments, attributes, note, speaker, *parts = row
    cue, source = parts[:4], parts[4:]
    return Quote(
        id=id,
        type=type,
        span=_span(id, text, start, end, surface, fragments),
        cue=_span(id, text, *cue) if cue[0] is not None else None,
        source=_span(id, text, *source) if source[0] is not None else None,
        speaker=speaker,
        attributes={} if attributes is None else _attributes(attributes),
        note=note,
    )


def _relation(row: Row) -> Relation:
    id, label, head, tail, attributes, note = row
    return Relation(
        id=id,
        label=label,
        head=head,
        tail=tail,
        attributes={} if attributes is None else _attributes(attributes),
        note=note,
    )


def _span(id: str, text: str, start: int, end: int, surface: str, fragments: str | None) -> Span:
    # Most spans, and most of the time that an export takes: nothing is called but the span itself.
    if fragments is None and text[start:end] == surface:
        return Span(((start, end),))
    span = Span(((start, end),) if fragments is None else _fragments(fragments))
    if span.surface(text) != surface or (span.start, span.end) != (start, end):
        beyond = span.end > len(text)
        message = "reaches beyond the text" if beyond else "no longer covers its characters"
        raise (BeyondText if beyond else Mismatch)(f"the annotation {id} {message}.")
    return span


def read_one(database: Database, place: Place, text: str, like: Annotation) -> Annotation | None:
    """The stored annotation of the same kind and id as `like`, if there is one."""
    row = database.row(_SELECT_ONE[type(like)], (*place, like.id))
    return None if row is None else built(type(like), row, text)


# Writing


def write_edit(database: Database, place: Place, text: str, edit: Edit) -> None:
    """Carry out an edit that the model has checked. Call inside a transaction."""
    for annotation in edit.removed:
        if read_one(database, place, text, annotation) != annotation:
            raise Inconsistent(f"to be removed, but not stored: {annotation!r}")
        database.run(_DELETE[type(annotation)], (*place, annotation.id))
    insert_all(database, place, text, edit.added)


def insert_all(
    database: Database, place: Place, text: str, annotations: Iterable[Annotation]
) -> None:
    """Add annotations that the model has checked. Call inside a transaction."""
    rows: dict[type[Annotation], list[Sequence[Any]]] = {kind: [] for kind in KINDS}
    for annotation in annotations:
        rows[type(annotation)].append(_row(place, text, annotation))
    for kind, of_kind in rows.items():
        if of_kind:
            database.many(_INSERT[kind], of_kind)


def _row(place: Place, text: str, annotation: Annotation) -> Sequence[Any]:
    given = annotation.attributes
    rest = (_json(given) if given else None, annotation.note)
    if isinstance(annotation, Relation):
        ends = (annotation.head, annotation.tail)
        return (*place, annotation.id, annotation.label, *ends, *rest)
    row = (*place, annotation.id, annotation.label, *_cells(annotation.span, text), *rest)
    if isinstance(annotation, Entity):
        return row
    parts = (_cells(annotation.cue, text), _cells(annotation.source, text))
    return (*row, annotation.speaker, *parts[0], *parts[1])


def _cells(span: Span | None, text: str) -> tuple[int | None, int | None, str | None, str | None]:
    """The columns start, end, surface and fragments of a span."""
    if span is None:
        return None, None, None, None
    fragments = span.fragments
    if len(fragments) == 1:
        start, end = fragments[0]
        return start, end, text[start:end], None
    return span.start, span.end, span.surface(text), _json(fragments)


def _json(value: object) -> str:
    return _encode(value).decode()


# Proving


def verify_edit(database: Database, place: Place, text: str, edit: Edit) -> None:
    """Read back what an edit has written, and raise `Inconsistent` if it is not the edit.

    Reading compares each stored surface with the text.
    """
    added = {annotation.id for annotation in edit.added}
    for annotation in edit.added:
        if read_one(database, place, text, annotation) != annotation:
            raise Inconsistent(f"written, but read back otherwise: {annotation!r}")
    for annotation in edit.removed:
        if annotation.id not in added and read_one(database, place, text, annotation) is not None:
            raise Inconsistent(f"removed, but still stored: {annotation!r}")
