"""What the inspector shows of an annotation: its fields, one after the other, as values.

Knows annotations and label sets, no widgets and no keyboard. What is stored is never left out: an
attribute that the label set does not declare has a field too, to be read or taken off.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from annotator.desktop import keymap
from annotator.desktop.keynames import shown
from annotator.desktop.language import current, tr
from annotator.desktop.panels.annotations import colour_of, label_of, place_of
from annotator.desktop.panels.rows import Row, one_line
from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Annotation, AttributeValue, Entity, Quote, Relation
from annotator.model.labels import Attribute, EntityLabel, QuoteType, RelationLabel
from annotator.model.spans import Span

Kind = Literal["choice", "flag", "text", "words"]
"""A `choice` is picked, a `flag` switched, a `text` typed; `words` are only shown or taken off."""

ATTRIBUTE = "attribute:"
"""How the key of an attribute's field begins; its name follows."""
NOTE = "note"
_NOTHING = "—"


class Field(Struct, frozen=True, kw_only=True):
    """One line of the inspector.

    `key` says which part of the annotation it is, `value` is the whole of a text, `shows` where its
    words are: a span of the text or the id of an annotation. `declared` is false for what the
    label set does not know.
    """

    key: str
    caption: str
    kind: Kind
    row: Row = Row(_NOTHING)
    value: str = ""
    editable: bool = False
    removable: bool = False
    shows: Span | str | None = None
    declared: bool = True

    def spoken(self) -> str:
        """The field in one line, for screen readers."""
        return f"{self.caption}: {self.row.spoken() if self.kind != 'text' else self.value}"


def fields_of(
    annotated: AnnotatedArticle, annotation: Annotation, *, read_only: bool
) -> list[Field]:
    """The fields of an annotation in the order in which they are gone through; the note is last."""
    if isinstance(annotation, Entity):
        found = [_label(annotated, annotation), _surface(annotated, annotation)]
    elif isinstance(annotation, Quote):
        found = _quote(annotated, annotation)
    else:
        found = _relation(annotated, annotation)
    found += _attributes(annotated, annotation)
    note = annotation.note or ""
    found.append(Field(key=NOTE, caption=tr("Note"), kind="text", value=note, editable=True))
    if read_only:
        return [_to_read(field) for field in found]
    return found


def _to_read(field: Field) -> Field:
    from msgspec.structs import replace

    kind: Kind = "text" if field.kind == "text" else "words"
    return replace(field, kind=kind, editable=False, removable=False)


def _label(annotated: AnnotatedArticle, annotation: Entity | Relation) -> Field:
    sign: Literal["entity", "relation"] = "entity" if isinstance(annotation, Entity) else "relation"
    label = label_of(annotated.labels, annotation)
    title = annotation.label if label is None else label.title.in_language(current())
    detail = annotation.label if label is not None else ""
    place = place_of(annotated.labels, annotation)
    row = Row(title, detail, sign, colour_of(label), place=place)
    return Field(key="label", caption=tr("Label"), kind="choice", row=row, editable=True)


def _surface(annotated: AnnotatedArticle, annotation: Entity | Quote) -> Field:
    words = annotation.span.surface(annotated.text)
    return Field(
        key="surface",
        caption=tr("Words"),
        kind="words",
        row=Row(one_line(words)),
        value=words,
        shows=annotation.id,
    )


def _quote(annotated: AnnotatedArticle, quote: Quote) -> list[Field]:
    type = annotated.labels.quote_type(quote.type)
    title = quote.type if type is None else type.title.in_language(current())
    place = place_of(annotated.labels, quote)
    row = Row(title, "", "quote", colour_of(type), place=place)
    return [
        Field(key="type", caption=tr("Type"), kind="choice", row=row, editable=True),
        _surface(annotated, quote),
        _part(annotated, "cue", tr("Cue"), quote.cue, "cue"),
        _part(annotated, "source", tr("Source"), quote.source, "speaker"),
        _speaker(annotated, quote),
    ]


def _part(
    annotated: AnnotatedArticle, key: str, caption: str, span: Span | None, action: str
) -> Field:
    """A part of a quote: its words, or the key that sets it in the text."""
    if span is None:
        row = Row(_NOTHING, key=shown(keymap.first(action)))
        return Field(key=key, caption=caption, kind="words", row=row)
    words = span.surface(annotated.text)
    row = Row(one_line(words))
    return Field(
        key=key, caption=caption, kind="words", row=row, value=words, removable=True, shows=span
    )


def _speaker(annotated: AnnotatedArticle, quote: Quote) -> Field:
    return _reference(
        annotated, "speaker", tr("Speaker"), quote.speaker, removable=quote.speaker is not None
    )


def _relation(annotated: AnnotatedArticle, relation: Relation) -> list[Field]:
    return [
        _label(annotated, relation),
        _reference(annotated, "head", tr("From"), relation.head),
        _reference(annotated, "tail", tr("To"), relation.tail),
    ]


def _reference(
    annotated: AnnotatedArticle, key: str, caption: str, id: str | None, *, removable: bool = False
) -> Field:
    found = annotated.spanned(id)
    row = Row(_NOTHING) if found is None else spanned_row(annotated, found)
    value = "" if found is None else found.span.surface(annotated.text)
    return Field(
        key=key, caption=caption, kind="choice", row=row, value=value, editable=True,
        removable=removable, shows=id,
    )  # fmt: skip


def spanned_row(annotated: AnnotatedArticle, one: Entity | Quote) -> Row:
    """An entity or quote as another annotation refers to it: its words, sign and label."""
    label = label_of(annotated.labels, one)
    sign: Literal["entity", "quote"] = "entity" if isinstance(one, Entity) else "quote"
    detail = one.label if isinstance(one, Entity) else ""
    words, place = one_line(one.span.surface(annotated.text)), place_of(annotated.labels, one)
    return Row(words, detail, sign, colour_of(label), place=place)


# Attributes


def _attributes(annotated: AnnotatedArticle, annotation: Annotation) -> list[Field]:
    declared = declared_by(label_of(annotated.labels, annotation))
    known = {one.name for one in declared}
    fields = [_declared(one, annotation.attributes.get(one.name)) for one in declared]
    fields += [
        _undeclared(name, value)
        for name, value in annotation.attributes.items()
        if name not in known
    ]
    return fields


def declared_by(label: EntityLabel | QuoteType | RelationLabel | None) -> tuple[Attribute, ...]:
    """The attributes that a label declares; types of quotes declare none."""
    return () if label is None or isinstance(label, QuoteType) else label.attributes


def _declared(attribute: Attribute, value: AttributeValue | None) -> Field:
    caption = attribute.title.in_language(current())
    return Field(
        key=ATTRIBUTE + attribute.name,
        caption=caption,
        kind=attribute.kind,
        row=Row(_shown(attribute, value)),
        value=_plain(value),
        editable=True,
        removable=value is not None,
    )


def _undeclared(name: str, value: AttributeValue) -> Field:
    return Field(
        key=ATTRIBUTE + name,
        caption=one_line(name),
        kind="words",
        row=Row(one_line(_plain(value)) or _NOTHING),
        value=_plain(value),
        removable=True,
        declared=False,
    )


def _shown(attribute: Attribute, value: AttributeValue | None) -> str:
    if value is None:
        return _NOTHING
    if attribute.kind == "flag" and isinstance(value, bool):
        return tr("yes") if value else tr("no")
    titles = {one.name: one.title.in_language(current()) for one in attribute.values}
    return one_line(titles.get(str(value), _plain(value)))


def _plain(value: AttributeValue | None) -> str:
    """A stored value as text: nothing is added to it, nothing left out."""
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    return "" if value is None else str(value)
