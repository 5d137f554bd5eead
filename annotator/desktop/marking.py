"""What the marking keys do, each as one function of the workspace.

Each finds out what is meant (the selection, the focus, or the word under the cursor), builds one
edit, and hands it to the workspace. The keys of quotes are in `quoting`.
"""

from __future__ import annotations

from annotator.desktop import keymap, particles
from annotator.desktop.suggestions import confirming
from annotator.desktop.workspace import Workspace
from annotator.model import edits
from annotator.model.annotations import QUOTE_TYPES, AttributeValue, Entity, Quote
from annotator.model.labels import Attribute
from annotator.model.spans import Span


def chosen(workspace: Workspace) -> Span | None:
    """The selection, else the word under the cursor."""
    if workspace.selection is not None:
        return workspace.selection
    start, end = workspace.cursor
    return Span.of(start, end) if start < end else None


def entity_meant(workspace: Workspace) -> Entity | None:
    """The focused entity, or the one that the selection or the word under the cursor names."""
    annotated = workspace.annotated
    assert annotated is not None
    focused = annotated.get(workspace.focus)
    if isinstance(focused, Entity):
        return focused
    span = chosen(workspace)
    if span is None:
        return None
    near = [one for one in annotated.between(span.start, span.end) if isinstance(one, Entity)]
    exact = [one for one in near if one.span == span]
    around = [one for one in near if one.span.covers(span)]
    inside = [one for one in near if span.covers(one.span)]
    if exact or around:
        return (exact or sorted(around, key=lambda one: one.span.length))[0]
    return max(inside, key=lambda one: one.span.length, default=None)


def label(workspace: Workspace, name: str) -> None:
    """Mark the selection, or relabel the focused entity, or mark the word under the cursor."""
    annotated = workspace.annotated
    if annotated is None:
        return
    if confirming.entity_in_focus(workspace) is not None:
        confirming.accept_as(workspace, name)
        return
    focused = annotated.get(workspace.focus)
    if workspace.selection is None and isinstance(focused, Entity):
        _relabel(workspace, focused, name)
        return
    span = chosen(workspace)
    if span is None:
        workspace.refuse("There is no word here to mark.")
        return
    marked = particles.without(workspace, span)
    edit = edits.mark(name, marked)
    if workspace.do(edit, focus=edit.added[0].id):
        particles.say_left_out(workspace, span, marked)


def _relabel(workspace: Workspace, entity: Entity, name: str) -> None:
    assert workspace.annotated is not None
    if entity.label == name:
        workspace.say("This is marked {label} already.", label=name)
        return
    edit = edits.relabel(workspace.annotated, entity.id, name)
    if workspace.do(edit, focus=entity.id):
        say_lost(workspace, len(edit.removed) - 1)


def say_lost(workspace: Workspace, count: int) -> None:
    """Say how many relations went along, if any did."""
    if count > 0:
        workspace.say("Relations that no longer fit went along: {count}.", count=count)


def change_type(workspace: Workspace) -> None:
    """The next type of a quote, or the next value of an entity's first attribute."""
    annotated = workspace.annotated
    if annotated is None:
        return
    shown = workspace.shown or annotated
    focused = shown.get(workspace.focus or workspace.recent_quote)
    if isinstance(focused, Quote):
        index = (QUOTE_TYPES.index(focused.type) + 1) % len(QUOTE_TYPES)
        confirming.change(workspace, focused.id, type=QUOTE_TYPES[index])
    elif isinstance(focused, Entity):
        _next_value(workspace, focused)
    else:
        workspace.refuse(
            "Focus a quote or an entity first, with {key}.", key=keymap.said("next-annotation")
        )


def _next_value(workspace: Workspace, entity: Entity) -> None:
    assert workspace.annotated is not None
    declared = workspace.labels.entity(entity.label)
    cycling = [one for one in declared.attributes if one.kind != "text"] if declared else []
    if not cycling:
        workspace.refuse("The label {label} has no attribute to change.", label=entity.label)
        return
    attribute = cycling[0]
    values = _values(attribute)
    current = entity.attributes.get(attribute.name)
    index = values.index(current) + 1 if current in values else 0
    attributes = dict(entity.attributes)
    if index < len(values):
        attributes[attribute.name] = values[index]
    else:
        attributes.pop(attribute.name)
    confirming.change(workspace, entity.id, attributes=attributes)


def _values(attribute: Attribute) -> list[AttributeValue]:
    if attribute.kind == "flag":
        return [True]
    return [value.name for value in attribute.values]


def add_fragment(workspace: Workspace) -> None:
    """Add the selection, or the word under the cursor, to the annotation last in focus.

    A suggestion has it when it is accepted.
    """
    shown = workspace.shown
    if shown is None:
        return
    held = shown.spanned(workspace.recent)
    span = chosen(workspace)
    if held is None or span is None or workspace.focus == held.id:
        workspace.refuse(
            "Focus an annotation, select further words, then press {key}.",
            key=keymap.said("fragment"),
        )
        return
    added = particles.without(workspace, span)
    edit = edits.add_fragment(confirming.article_of(workspace, held.id), held.id, added)
    if confirming.do_or_say(workspace, held.id, edit):
        particles.say_left_out(workspace, span, added)


def delete(workspace: Workspace) -> None:
    """Delete the focused annotation, with the relations that depend on it; reject a suggestion."""
    annotated = workspace.annotated
    if annotated is None or confirming.reject(workspace):
        return
    if workspace.focus is None or workspace.focus not in annotated:
        workspace.refuse(
            "Focus an annotation first, with {focus}; then {delete} deletes it.",
            focus=keymap.said("next-annotation"),
            delete=keymap.said("delete"),
        )
        return
    edit = edits.delete(annotated, [workspace.focus])
    if workspace.do(edit) and len(edit.removed) > 1 + len(edit.added):
        say_lost(workspace, len(edit.removed) - 1 - len(edit.added))


def escape(workspace: Workspace) -> None:
    """Leave the mode, else drop the focus, else the selection: one thing a press."""
    if workspace.mode is not None:
        workspace.set_mode(None)
    elif workspace.focus in workspace.offered:
        workspace.offered.restore(workspace.focus)
        workspace.set_cursor(workspace.cursor)
    elif workspace.focus is not None or workspace.selection is not None:
        workspace.set_cursor(workspace.cursor)
