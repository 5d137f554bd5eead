"""REBEL: JSON lines of texts with entities and triples, as its data set has them.

Offsets count code points. `triplets` is the line that such models learn to write: the tokens
`<triplet>`, `<subj>` and `<obj>` before head, tail and relation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from annotator.formats.base import Piece, WriteOptions
from annotator.formats.lines import json_pieces
from annotator.model.annotations import Entity, Relation
from annotator.model.labels import LabelSet
from annotator.model.record import Record


def write(records: Iterable[Record], options: WriteOptions) -> Iterator[Piece]:
    """One article a line."""
    return json_pieces(_row(record, options.labels) for record in records)


def _row(record: Record, labels: LabelSet) -> dict[str, Any]:
    text = record.article.text
    entities = {
        one.id: _entity(one, text)
        for one in sorted(
            (one for one in record.annotations if isinstance(one, Entity)),
            key=lambda one: (one.span, one.id),
        )
    }
    relations = sorted(
        (one for one in record.annotations if isinstance(one, Relation)),
        key=lambda one: (_at(entities[one.head]), one.head, _at(entities[one.tail]), one.id),
    )
    return {
        "docid": record.article.id,
        "title": record.article.title,
        "uri": record.article.id,
        "text": text,
        "entities": list(entities.values()),
        "triples": [_triple(one, entities) for one in relations],
        "triplets": _line(relations, entities, labels),
    }


def _at(entity: Mapping[str, Any]) -> Sequence[int]:
    boundaries: list[int] = entity["boundaries"]
    return boundaries


def _entity(one: Entity, text: str) -> dict[str, Any]:
    return {
        "uri": one.id, "boundaries": [one.span.start, one.span.end],
        "surfaceform": one.span.surface(text), "annotator": one.label,
    }  # fmt: skip


def _triple(one: Relation, entities: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    predicate = {"uri": one.label, "boundaries": None, "surfaceform": one.label, "annotator": None}
    return {
        "subject": entities[one.head], "predicate": predicate, "object": entities[one.tail],
        "sentence_id": None, "dependency_path": None, "confidence": None, "annotator": None,
    }  # fmt: skip


def _line(
    relations: Sequence[Relation], entities: Mapping[str, dict[str, Any]], labels: LabelSet
) -> str:
    parts: list[str] = []
    for head, group in groupby(relations, key=lambda one: one.head):
        parts += ["<triplet>", _words(entities[head])]
        for one in group:
            known = labels.relation(one.label)
            title = one.label if known is None else known.title.en
            parts += ["<subj>", _words(entities[one.tail]), "<obj>", title]
    return " ".join(parts)


def _words(entity: Mapping[str, Any]) -> str:
    return " ".join(str(entity["surfaceform"]).split())
