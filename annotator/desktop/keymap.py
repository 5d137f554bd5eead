"""Which keys each action has: those of the table of actions, but for what a person has changed.

Pure: knows no Qt, no window and no file. Like the language and the theme, the keys in force are the
same for the whole program and are held here; `actions` declares them, the settings change them.
What is changed is kept as a difference: the ids of actions with all the keys they are to have.
"""

from __future__ import annotations

import string
from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple, get_args

from annotator.desktop.keynames import isolated, parts

Scope = Literal["article", "window"]
Changes = Mapping[str, tuple[str, ...]]
"""By an action's id, all the keys that it has in place of those of the table."""

FIXED = frozenset({"escape"})
"""Actions whose keys stay: whoever is lost must find out of everything with Esc."""

_ALONE = frozenset({
    "Left", "Right", "Up", "Down", "Home", "End", "PageUp", "PageDown", "Tab", "Return", "Delete",
    "Backspace",
})  # fmt: skip
_FUNCTION = frozenset(f"F{number}" for number in range(1, 13))
_DIGITS = frozenset(string.digits)
_LETTERS = frozenset(string.ascii_uppercase)
_SIGNS = frozenset("[]{}")
_ZOOM = frozenset("+-=")
_MODIFIERS = ("Ctrl", "Alt", "Shift")


class Declared(NamedTuple):
    """An action, as far as keys are concerned."""

    id: str
    scope: Scope
    keys: tuple[str, ...]


class KeyMap(NamedTuple):
    """The keys of every action, and who has which key where."""

    keys: dict[str, tuple[str, ...]]
    holders: dict[tuple[Scope, str], str]


_declared: list[Declared] = []
_now: list[KeyMap] = [KeyMap({}, {})]


def declare(actions: Iterable[Declared]) -> None:
    """Take the keys of the table; all changes are undone by that."""
    _declared[:] = actions
    apply({})


def apply(changes: Changes) -> None:
    """Let these changes, and no others, be in force. They must be usable, see `usable`."""
    keys = {one.id: changes.get(one.id, one.keys) for one in _declared}
    holders = {(one.scope, key): one.id for one in _declared for key in keys[one.id]}
    _now[0] = KeyMap(keys, holders)


def of(id: str) -> tuple[str, ...]:
    """The keys of an action, the most usual one first."""
    return _now[0].keys.get(id, ())


def first(id: str) -> str:
    """The key to show for an action; "" if it has none."""
    return next(iter(of(id)), "")


def said(id: str) -> str:
    """The same within a sentence, as it is written on the keyboard; a dash if there is none."""
    return isolated(first(id)) if first(id) else "–"


def holder(scope: Scope, key: str) -> str | None:
    """The id of the action that has this key in this scope."""
    return _now[0].holders.get((scope, key))


def rivals(id: str, key: str) -> list[str]:
    """The ids of the other actions that act on this key where the action `id` acts.

    The two scopes overlap: what acts in the whole window acts in the article, too.
    """
    found = [holder(scope, key) for scope in get_args(Scope)]
    return [other for other in found if other is not None and other != id]


def scope_of(id: str) -> Scope:
    """Where an action acts."""
    return next(one.scope for one in _declared if one.id == id)


def of_table(id: str) -> tuple[str, ...]:
    """The keys that the table gives an action, whatever was changed."""
    return next(one.keys for one in _declared if one.id == id)


def usable(changes: Changes) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """Changes from a file that hold, and the others: unknown actions, bad keys, keys taken twice.

    The table's keys give way to changes, and of two changes the first in the order of the table
    holds. What would change nothing is in neither.
    """
    good: dict[str, tuple[str, ...]] = {}
    taken: set[str] = set()
    for one in _declared:
        keys = changes.get(one.id)
        if keys is None or keys == one.keys:
            continue
        if one.id not in FIXED and _fit(keys, one.scope) and not taken & set(keys):
            good[one.id] = keys
            taken |= set(keys)
    known = {one.id: one.keys for one in _declared}
    bad = {id: keys for id, keys in changes.items() if id not in good and keys != known.get(id)}
    for one in _declared:
        if one.id not in good and taken & set(one.keys):
            good[one.id] = tuple(key for key in one.keys if key not in taken)
    return good, bad


def _fit(keys: tuple[str, ...], scope: Scope) -> bool:
    return len(set(keys)) == len(keys) and all(problem(key, scope) is None for key in keys)


def problem(key: str, scope: Scope) -> str | None:
    """Why an action of this scope cannot have the key: a template with `{key}`; None if it can."""
    held, base = parts(key)
    if key == "Escape":
        return "Esc always leaves; it cannot do anything else."
    if not _exists(held, base):
        return "{key} does not come through under every layout."
    if {"Ctrl", "Alt"} <= set(held) or key == "Alt+F4":
        return "The system keeps {key} for itself."
    if scope == "window" and base not in _FUNCTION and not {"Ctrl", "Alt"} & set(held):
        return "This acts in the whole window, so {key} needs Ctrl or Alt with it, or be F1 to F12."
    return None


def _exists(held: list[str], base: str) -> bool:
    """Whether `keys.name_of` ever gives this name, on a US, an Arabic and a French keyboard."""
    if held != [one for one in _MODIFIERS if one in held]:
        return False
    if base in _SIGNS:
        return not held
    if base in _ZOOM:
        return held == ["Ctrl"]
    if base in _DIGITS:
        # With Shift, some layouts type digits and others signs.
        return "Shift" not in held
    return base in _ALONE or base in _FUNCTION or base in _LETTERS
