"""Foreign labels on their way in: which label of the project each becomes, or that it is left out.

One way for all formats: readers give labels as they find them, and the mapping is applied to their
records. A label that the project does not have and nobody has mapped is refused by name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import msgspec

from annotator.errors import UserError
from annotator.formats.base import shown
from annotator.model.annotations import Annotation, Entity, Quote, Relation
from annotator.model.labels import LabelSet
from annotator.model.record import Record

ANY = "*"
"""Stands for every label that the label set does not have and that is not mapped by its name, as
far as the annotation can have what it is mapped to."""


def parsed(pairs: Sequence[str], labels: LabelSet) -> dict[str, str]:
    """The mapping in words like `PER=PERS`; nothing behind the `=` leaves such annotations out.

    Raises UserError for words of another form, and for a label that the label set does not have.
    """
    mapping: dict[str, str] = {}
    for pair in pairs:
        old, equals, new = pair.partition("=")
        if not equals or not old:
            raise UserError("{pair} maps no label.", hint="Write --map OLD=NEW.", pair=shown(pair))
        if new and not _known(new, labels):
            raise UserError(
                "The label set has no label {label} to map {old} to.",
                hint="It has: {labels}.",
                label=shown(new),
                old=shown(old),
                labels=", ".join(_names(labels)),
            )
        mapping[old] = new
    return mapping


def _names(labels: LabelSet) -> list[str]:
    names: list[str] = [one.name for one in labels.entities]
    names += [one.name for one in labels.quotes]
    return names + [one.name for one in labels.relations]


def _known(name: str, labels: LabelSet) -> bool:
    return any(
        look(name) is not None for look in (labels.entity, labels.quote_type, labels.relation)
    )


def mapped(record: Record, mapping: Mapping[str, str], labels: LabelSet) -> tuple[Record, int]:
    """The record with the project's labels, and how many annotations have been left out.

    An entity mapped to a type of quote becomes a quote. What refers to an annotation that is left
    out goes with it; a quote only loses its speaker.
    """
    if not mapping or not record.annotations:
        return record, 0
    kept = [_mapped(one, mapping, labels) for one in record.annotations]
    left = [one for one in kept if one is not None]
    entities = {one.id for one in left if isinstance(one, Entity)}
    there = entities | {one.id for one in left if isinstance(one, Quote)}
    gone = {one.id for one in record.annotations} - there
    left = [_detached(one, gone) for one in left if not _hangs_on(one, gone)]
    return (
        msgspec.structs.replace(record, annotations=tuple(left)),
        len(record.annotations) - len(left),
    )


def _mapped(one: Annotation, mapping: Mapping[str, str], labels: LabelSet) -> Annotation | None:
    new = mapping.get(one.label)
    if new is None:
        if ANY not in mapping or _has(one, labels) or not _fits(one, mapping[ANY], labels):
            return one
        new = mapping[ANY]
    if not new:
        return None
    if isinstance(one, Entity) and (kind := labels.quote_type(new)) is not None:
        return Quote(
            id=one.id, type=kind.name, span=one.span, attributes=one.attributes, note=one.note
        )
    field = "type" if isinstance(one, Quote) else "label"
    return msgspec.structs.replace(one, **{field: new})


def _fits(one: Annotation, new: str, labels: LabelSet) -> bool:
    """Whether an annotation of this kind can have the label; nothing fits all."""
    if isinstance(one, Relation):
        return not new or labels.relation(new) is not None
    is_quote = labels.quote_type(new) is not None
    return not new or is_quote or (isinstance(one, Entity) and labels.entity(new) is not None)


def _has(one: Annotation, labels: LabelSet) -> bool:
    if isinstance(one, Entity):
        return labels.entity(one.label) is not None
    if isinstance(one, Relation):
        return labels.relation(one.label) is not None
    return labels.quote_type(one.label) is not None


def _hangs_on(one: Annotation, gone: set[str]) -> bool:
    return isinstance(one, Relation) and (one.head in gone or one.tail in gone)


def _detached(one: Annotation, gone: set[str]) -> Annotation:
    if isinstance(one, Quote) and one.speaker in gone:
        return msgspec.structs.replace(one, speaker=None)
    return one


_FOREIGN: dict[type[Annotation], str] = {
    Entity: "The label set has no entity {label}.",
    Relation: "The label set has no relation {label}.",
    Quote: "There is no type of quote called {label}.",
}


class Foreign(NamedTuple):
    """A label that the project does not have, of entities, relations or types of quotes."""

    kind: type[Annotation]
    label: str


def foreign(record: Record, labels: LabelSet) -> list[Foreign]:
    """The labels of each annotation of the record that the project does not have."""
    return [Foreign(type(one), one.label) for one in record.annotations if not _has(one, labels)]


def refusal(first: Foreign) -> UserError:
    """Names a foreign label, and says how to map it."""
    return UserError(
        _FOREIGN[first.kind],
        hint="Map it to one that it has, --map {label}=LABEL, or leave such annotations "
        "out: --map {label}=.",
        label=shown(first.label),
    )
