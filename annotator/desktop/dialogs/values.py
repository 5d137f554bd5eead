"""The values to pick from for a field of the inspector, each as a `Picker` made ready."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from annotator.desktop import inspecting
from annotator.desktop.dialogs.choices import of_label
from annotator.desktop.dialogs.picker import Entry, Picker
from annotator.desktop.language import current, tr
from annotator.desktop.panels.annotations import colour_of, label_of
from annotator.desktop.panels.fields import ATTRIBUTE, Field, declared_by, spanned_row
from annotator.desktop.panels.labels import entity_row, relation_row
from annotator.desktop.panels.rows import Row
from annotator.model.annotations import Annotation, Entity, Quote, Relation
from annotator.model.labels import Title
from annotator.model.rules import argument

if TYPE_CHECKING:
    from annotator.desktop.window import MainWindow
    from annotator.desktop.workspace import Workspace


def choose(window: MainWindow, field: Field, typed: str) -> None:
    """Open the list of what the field of the focused annotation can be; `typed` filters it."""
    workspace = window.workspace
    annotated = workspace.annotated
    found = annotated.get(workspace.focus) if annotated is not None else None
    entries = _entries(workspace, field, found) if found is not None else []
    if not entries:
        workspace.refuse("There is nothing else in this article to choose from.")
        return
    hint = tr("Part of a name, in Arabic or English")
    picker = Picker(window, field.caption, hint, tr("Nothing here has this in its name."), entries)
    picker.finished.connect(lambda: window.inspector.resume(field.key))
    picker.open_with(typed)


def _entries(workspace: Workspace, field: Field, found: Annotation) -> list[Entry]:
    if field.key.startswith(ATTRIBUTE):
        return _values(workspace, found, field.key.removeprefix(ATTRIBUTE))
    if isinstance(found, Quote):
        return _types(workspace, found) if field.key == "type" else _speakers(workspace, found)
    if isinstance(found, Entity):
        return _entity_labels(workspace, found)
    return (
        _relation_labels(workspace, found)
        if field.key == "label"
        else _ends(workspace, found, field.key)
    )


def _names(title: Title, name: str) -> tuple[str, ...]:
    return title.ar, title.en, name


def _entity_labels(workspace: Workspace, entity: Entity) -> list[Entry]:
    labels, relabel = workspace.labels, inspecting.relabel
    return [
        of_label(one, entity_row(labels, one), _later(relabel, workspace, entity.id, one.name))
        for one in labels.entities
    ]


def _relation_labels(workspace: Workspace, relation: Relation) -> list[Entry]:
    assert workspace.annotated is not None
    ends = [workspace.annotated.spanned(id) for id in (relation.head, relation.tail)]
    names = [argument(end) for end in ends if end is not None]
    return [
        of_label(
            one, relation_row(one), _later(inspecting.relabel, workspace, relation.id, one.name)
        )
        for one in (workspace.labels.relations_for(*names) if len(names) == 2 else ())
    ]


def _types(workspace: Workspace, quote: Quote) -> list[Entry]:
    return [
        Entry(
            Row(one.title.in_language(current()), "", "quote", colour_of(one), place=place),
            _names(one.title, one.name),
            _later(inspecting.set_part, workspace, quote.id, "type", one.name),
        )
        for place, one in enumerate(workspace.labels.quotes)
    ]


def _speakers(workspace: Workspace, quote: Quote) -> list[Entry]:
    found = inspecting.speakers(workspace, quote)
    return [_spanned(workspace, quote, "speaker", one) for one in found]


def _ends(workspace: Workspace, relation: Relation, key: str) -> list[Entry]:
    found = inspecting.ends(workspace, relation, key)
    return [_spanned(workspace, relation, key, one) for one in found]


def _spanned(workspace: Workspace, holder: Annotation, key: str, one: Entity | Quote) -> Entry:
    annotated = workspace.annotated
    assert annotated is not None
    row = spanned_row(annotated, one)
    label = label_of(annotated.labels, one)
    titles = () if label is None else (label.title.ar, label.title.en)
    return Entry(
        row,
        (row.title, one.label, *titles),
        _later(inspecting.set_part, workspace, holder.id, key, one.id),
    )


def _values(workspace: Workspace, found: Annotation, name: str) -> list[Entry]:
    assert workspace.annotated is not None
    declared = declared_by(label_of(workspace.annotated.labels, found))
    attribute = next((one for one in declared if one.name == name), None)
    if attribute is None:
        return []
    entries = [
        Entry(
            Row(value.title.in_language(current()), value.name),
            _names(value.title, value.name),
            _later(inspecting.set_attribute, workspace, found.id, name, value.name),
        )
        for value in attribute.values
    ]
    if name in found.attributes:
        nothing = _later(inspecting.set_attribute, workspace, found.id, name, None)
        entries.append(Entry(Row(tr("take off"), "—"), (tr("take off"),), nothing))
    return entries


def _later(act: Callable[..., object], *values: object) -> Callable[[], object]:
    return lambda: act(*values)
