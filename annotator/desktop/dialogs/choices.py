"""The things to pick from: labels, relations, commands, layers. Each is a `Picker` made ready."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from annotator.desktop import icons, keymap, looks, marking, relating, searching, theme
from annotator.desktop.actions import ACTIONS, Action, by_id, hindrance, trigger
from annotator.desktop.dialogs.picker import Entry, Picker, entry_searchable
from annotator.desktop.fonts import TEXT_FAMILIES, text_families, text_family
from annotator.desktop.keynames import arabic, isolated, shown, typed_forms
from annotator.desktop.language import in_language, tr
from annotator.desktop.panels.annotations import colour_of
from annotator.desktop.panels.labels import entity_row, relation_row
from annotator.desktop.panels.rows import Row
from annotator.desktop.panels.signs import Sign
from annotator.model.labels import EntityLabel, RelationLabel

if TYPE_CHECKING:
    from annotator.desktop.window import MainWindow

_NO_COMMANDS = frozenset({"palette", "escape"})


def labels(window: MainWindow) -> Picker:
    """The labels that can be given now: of entities and the quote, or of the relation begun."""
    workspace = window.workspace
    begun = relating.under_way(workspace)
    if searching.asked_for(window):
        entries = [_hits(window, one) for one in workspace.labels.entities]
        title = tr("Which label?")
    elif begun is not None and begun.labels:
        entries = [_relation(window, one) for one in begun.labels]
        title = tr("Which relation?")
    else:
        entries = [_entity(window, one) for one in workspace.labels.entities]
        entries.append(_quote(window))
        title = tr("Which label?")
    hint = tr("Part of a name, in Arabic or English")
    return Picker(window, title, hint, tr("No label has this in its name."), entries)


def _entity(window: MainWindow, label: EntityLabel) -> Entry:
    row = entity_row(window.workspace.labels, label)
    return of_label(label, row, lambda: marking.label(window.workspace, label.name))


def _hits(window: MainWindow, label: EntityLabel) -> Entry:
    row = entity_row(window.workspace.labels, label)
    return of_label(label, row, lambda: searching.mark(window, label.name))


def _relation(window: MainWindow, label: RelationLabel) -> Entry:
    return of_label(
        label, relation_row(label), lambda: relating.choose_label(window.workspace, label.name)
    )


def of_label(label: EntityLabel | RelationLabel, row: Row, pick: Callable[[], object]) -> Entry:
    """A label to pick, found by its names, its help and its key."""
    other = arabic(row.key)
    return Entry(
        replace(row, other=other),
        (label.title.ar, label.title.en, label.name),
        pick,
        helps=(label.help.ar, label.help.en),
        keys=typed_forms(row.key),
    )


def give(window: MainWindow, kind: str, name: str) -> None:
    """Give the label `name` as its key would: to an entity, or to the relation begun."""
    if searching.asked_for(window) and kind == "entity":
        searching.mark(window, name)
    elif kind == "relation":
        relating.choose_label(window.workspace, name)
    else:
        marking.label(window.workspace, name)


def _quote(window: MainWindow) -> Entry:
    action = by_id("quote")
    colour, key = colour_of(window.workspace.labels.quotes[0]), keymap.first("quote")
    return Entry(
        Row(tr(action.title), "", "quote", colour, shown(key), arabic(key)),
        _both(action.title),
        lambda: trigger(action, window),
        helps=_both(action.help),
        keys=typed_forms(key),
    )


def commands(window: MainWindow) -> Picker:
    """The actions that are allowed now, those last chosen here first.

    What is looked for and not allowed is shown as well, with the reason, behind its equals.
    """
    used = {id: place for place, id in enumerate(window.settings.now.commands)}

    def place(action: Action) -> tuple[bool, int]:
        return not action.allowed(window.workspace), used.get(action.id, len(used))

    offered = sorted((one for one in ACTIONS if one.id not in _NO_COMMANDS), key=place)
    return Picker(
        window,
        tr("Commands"),
        tr("Part of a command’s name, in Arabic or English"),
        tr("No command has this in its name."),
        [_command(window, action) for action in offered],
    )


def preparing(window: MainWindow) -> Iterator[None]:
    """Make ready, step by step, what the pickers of labels and commands look through and show."""
    for action in ACTIONS:
        entry = _command(window, action)
        entry_searchable(entry)
        if entry.row.icon:
            icons.pixmap(entry.row.icon)
        yield
    labels = window.workspace.labels.entities if window.workspace.project is not None else ()
    for label in labels:
        entry_searchable(_entity(window, label))
        yield


def _command(window: MainWindow, action: Action) -> Entry:
    workspace, key = window.workspace, keymap.first(action.id)
    reason = hindrance(action, workspace)

    def pick() -> None:
        window.settings.replace(window.settings.now.chosen(action.id))
        trigger(action, window)

    return Entry(
        Row(
            tr(action.title).rstrip("…"),
            tr(reason, None, layer=workspace.layer) if reason else tr(action.help),
            key=isolated(key) if key else "",
            other=arabic(key),
            quiet=bool(reason),
            icon=icons.OF_ACTIONS.get(action.id, ""),
        ),
        (*_both(action.title), action.id),
        pick,
        helps=_both(action.help),
        keys=typed_forms(*keymap.of(action.id)),
        at_rest=not reason,
    )


def _both(text: str) -> tuple[str, str]:
    return in_language(text, "ar"), in_language(text, "en")


def fonts(window: MainWindow) -> Picker:
    """The fonts that articles can be set in: the program's, then the machine's."""
    used = text_family(window.settings.now.text_font)
    entries = [_font(window, family, used) for family in text_families()]
    return Picker(
        window,
        tr("Which font?"),
        tr("Part of a name"),
        tr("No font has this in its name."),
        entries,
    )


def _font(window: MainWindow, family: str, used: str) -> Entry:
    tone = theme.colours()
    detail = tr("comes with the program") if family in TEXT_FAMILIES else tr("of this machine")
    sign: Sign = "done" if family == used else "new"
    return Entry(
        Row(family, detail, sign, tone.done if family == used else tone.new),
        (family,),
        lambda: looks.set_type(window, text_font=family),
    )


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
