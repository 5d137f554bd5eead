"""What the inspector does to an annotation, each as one function of the workspace and one edit.

A field is named by its key, see `panels.fields`. The focus stays where it is, so that one field
after the other can be changed.
"""

from __future__ import annotations

from annotator.desktop import keymap, marking
from annotator.desktop.panels.fields import ATTRIBUTE, NOTE, Field
from annotator.desktop.workspace import Workspace
from annotator.model import edits
from annotator.model.annotations import AttributeValue, Entity, Quote, Relation

LONGEST = 20_000
"""Code points that a note or a free text may have."""

_PARTS = ("cue", "source", "speaker")


def aim(workspace: Workspace) -> bool:
    """See to it that something is in focus: what lies at the cursor, else what was last in focus.

    False, with the reason said, if there is nothing.
    """
    annotated = workspace.annotated
    if annotated is None:
        workspace.refuse("There is no article here yet.")
        return False
    if annotated.get(workspace.focus) is not None or workspace.focus in workspace.offered:
        return True
    here = annotated.at(workspace.cursor[0])
    found = here[0].id if here else workspace.recent
    if found is None or found not in annotated:
        workspace.refuse(
            "Go to an annotation first, with {key}; its details stand here then.",
            key=keymap.said("next-annotation"),
        )
        return False
    workspace.set_focus(found, reveal=bool(not here))
    return True


def set_part(workspace: Workspace, id: str, key: str, value: object) -> None:
    """Give the part `key` of an annotation (type, cue, speaker, head, …) another value."""
    if workspace.annotated is not None:
        _do(workspace, edits.change(workspace.annotated, id, **{key: value}))


def set_attribute(workspace: Workspace, id: str, name: str, value: AttributeValue | None) -> None:
    """Set an attribute, or take it off with None."""
    if workspace.annotated is not None:
        _do(workspace, edits.set_attribute(workspace.annotated, id, name, value))


def relabel(workspace: Workspace, id: str, label: str) -> None:
    """Give an entity or a relation another label; says what that takes along."""
    annotated = workspace.annotated
    if annotated is None:
        return
    edit = edits.relabel(annotated, id, label)
    if _do(workspace, edit):
        marking.say_lost(workspace, len(edit.removed) - 1)


def switch(workspace: Workspace, id: str, name: str) -> None:
    """Set a flag that is not set, take it off if it is."""
    annotated = workspace.annotated
    found = annotated.get(id) if annotated is not None else None
    if found is not None:
        set_attribute(workspace, id, name, None if found.attributes.get(name) is True else True)


def write(workspace: Workspace, id: str, key: str, text: str) -> bool:
    """Store a typed text, the note or an attribute; nothing but spaces takes it off.

    True if it is on disk then, False if that was refused, with the reason said.
    """
    annotated = workspace.annotated
    if annotated is None or id not in annotated:
        return False
    kept = storable(text)
    value = kept if kept.strip() else None
    if key == NOTE:
        edit = edits.change(annotated, id, note=value)
    else:
        edit = edits.set_attribute(annotated, id, key.removeprefix(ATTRIBUTE), value)
    return not edit or _do(workspace, edit)


def storable(text: str) -> str:
    """A typed text without what no project can hold: NUL and halves of surrogate pairs."""
    return "".join(char for char in text if char != "\0" and not "\ud800" <= char <= "\udfff")


def take_off(workspace: Workspace, id: str, field: Field) -> None:
    """Take the value of a field off, where the annotation can do without."""
    if not field.removable:
        workspace.refuse("This cannot be taken off.")
    elif field.key in _PARTS:
        set_part(workspace, id, field.key, None)
    elif field.key.startswith(ATTRIBUTE):
        set_attribute(workspace, id, field.key.removeprefix(ATTRIBUTE), None)


def show(workspace: Workspace, field: Field) -> bool:
    """Show in the text what a field is about; False if that is nothing.

    The words of a cue or source become the selection, whose edges `[` and `]` move; an annotation
    gets the focus.
    """
    if field.shows is None:
        workspace.refuse("There is nothing to show in the text.")
        return False
    if isinstance(field.shows, str):
        workspace.set_focus(field.shows)
        return True
    start, end = field.shows.fragments[0]
    workspace.select(field.shows, (start, end))
    workspace.reveal(start, min(end, start + 200))
    return True


def speakers(workspace: Workspace, quote: Quote) -> list[Entity]:
    """The entities that may be who speaks, those nearest to the quote first."""
    assert workspace.annotated is not None
    start, end = quote.span.start, quote.span.end

    def distance(one: Entity) -> tuple[int, int]:
        return max(start - one.span.end, one.span.start - end, 0), one.span.start

    return sorted(workspace.annotated.entities, key=distance)


def ends(workspace: Workspace, relation: Relation, key: str) -> list[Entity | Quote]:
    """The annotations that may be the head or the tail (`key`) of a relation, in order."""
    annotated = workspace.annotated
    assert annotated is not None
    label = annotated.labels.relation(relation.label)
    other = annotated.spanned(relation.tail if key == "head" else relation.head)
    if label is None or other is None:
        return []
    return [
        one
        for one in annotated.in_order()
        if one.id != other.id and label.admits(*_in_order(one, other, key))
    ]


def _in_order(one: Entity | Quote, other: Entity | Quote, key: str) -> tuple[str, str]:
    from annotator.model.rules import argument

    pair = (argument(one), argument(other))
    return pair if key == "head" else (pair[1], pair[0])


def _do(workspace: Workspace, edit: edits.Edit) -> bool:
    return workspace.do(edit, focus=workspace.focus)
