"""The things to pick from: labels, relations, commands, layers. Each is a `Picker` made ready."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.desktop import marking, relating, theme
from annotator.desktop.actions import ACTIONS, Action, by_id, trigger
from annotator.desktop.dialogs.picker import Entry, Picker
from annotator.desktop.keynames import isolated
from annotator.desktop.language import in_language, tr
from annotator.desktop.panels.annotations import colour_of
from annotator.desktop.panels.labels import entity_row, relation_row
from annotator.desktop.panels.rows import Row
from annotator.model.labels import EntityLabel, RelationLabel

if TYPE_CHECKING:
    from annotator.desktop.window import MainWindow

_NO_COMMANDS = frozenset({"palette", "escape"})


def labels(window: MainWindow) -> Picker:
    """The labels that can be given now: of entities and the quote, or of the relation begun."""
    workspace = window.workspace
    begun = relating.under_way(workspace)
    if begun is not None and begun.labels:
        entries = [_relation(window, one) for one in begun.labels]
        title = tr("Which relation?")
    else:
        entries = [_entity(window, one) for one in workspace.labels.entities]
        entries.append(_quote(window))
        title = tr("Which label?")
    hint = tr("Part of a name, in Arabic or English")
    return Picker(window, title, hint, tr("No label has this in its name."), entries)


def _entity(window: MainWindow, label: EntityLabel) -> Entry:
    return Entry(
        entity_row(label),
        (label.title.ar, label.title.en, label.name),
        lambda: marking.label(window.workspace, label.name),
    )


def _relation(window: MainWindow, label: RelationLabel) -> Entry:
    return Entry(
        relation_row(label),
        (label.title.ar, label.title.en, label.name),
        lambda: relating.choose_label(window.workspace, label.name),
    )


def give(window: MainWindow, kind: str, name: str) -> None:
    """Give the label `name` as its key would: to an entity, or to the relation begun."""
    if kind == "relation":
        relating.choose_label(window.workspace, name)
    else:
        marking.label(window.workspace, name)


def _quote(window: MainWindow) -> Entry:
    action = by_id("quote")
    colour = colour_of(window.workspace.labels.quotes[0])
    return Entry(
        Row(tr(action.title), "", "quote", colour, action.keys[0]),
        _both(action.title),
        lambda: trigger(action, window),
    )


def commands(window: MainWindow) -> Picker:
    """Every action that is allowed now."""
    allowed = [
        action
        for action in ACTIONS
        if action.id not in _NO_COMMANDS and action.allowed(window.workspace)
    ]
    return Picker(
        window,
        tr("Commands"),
        tr("Part of a command’s name, in Arabic or English"),
        tr("No command has this in its name."),
        [_command(window, action) for action in allowed],
    )


def _command(window: MainWindow, action: Action) -> Entry:
    title = tr(action.title).rstrip("…")
    key = isolated(action.keys[0]) if action.keys else ""
    return Entry(
        Row(title, tr(action.help), key=key),
        (*_both(action.title), *_both(action.help), action.id),
        lambda: trigger(action, window),
    )


def _both(text: str) -> tuple[str, str]:
    return in_language(text, "ar"), in_language(text, "en")


def layers(window: MainWindow) -> Picker:
    """The layers of the project: one's own first."""
    workspace = window.workspace
    tone = theme.colours()
    entries = [
        Entry(
            Row(
                name,
                tr("your own") if name == workspace.author else tr("only to be read"),
                "done" if name == workspace.layer else "new",
                tone.done if name == workspace.layer else tone.new,
            ),
            (name,),
            lambda name=name: workspace.set_layer(name),  # type: ignore[misc]
        )
        for name in window.layers()
    ]
    return Picker(
        window,
        tr("Whose annotations?"),
        tr("Part of a name"),
        tr("Nobody of that name has annotated here."),
        entries,
    )
