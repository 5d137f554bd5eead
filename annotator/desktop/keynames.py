"""How keys are written for people: on keycaps, in menus, on the key page and in hints."""

from __future__ import annotations

import sys

_SHOWN = {
    "Left": "←", "Right": "→", "Up": "↑", "Down": "↓", "Return": "Enter", "Escape": "Esc",
    "Delete": "Del", "PageUp": "PgUp", "PageDown": "PgDn",
}  # fmt: skip

# What the letter keys of a US keyboard type under the Arabic layout (Arabic 101).
_ARABIC = dict(
    zip("QWERTYUIOP[]ASDFGHJKLZXCVNM", "ضصثقفغعهخحجدشسيبلاتنمئءؤرىة", strict=True), B="لا"
)


_LATIN = {letter: key.lower() for key, letter in _ARABIC.items()}


def shown(name: str) -> str:
    """A key of the action table as it is written on the keys themselves: `Ctrl+PgDn`, `←`."""
    held, key = parts(name)
    if sys.platform == "darwin":
        held = ["Cmd" if one == "Ctrl" else one for one in held]
    return "+".join([*held, _SHOWN.get(key, key)])


def parts(name: str) -> tuple[list[str], str]:
    """What is held down, and the key itself: `Ctrl+Shift+Z` is (["Ctrl", "Shift"], "Z")."""
    if name == "+":
        return [], name
    *held, key = [*name[:-2].split("+"), "+"] if name.endswith("++") else name.split("+")
    return held, key


def isolated(name: str) -> str:
    """The same for use within a sentence: it stays left-to-right, also in Arabic."""
    return f"\u2066{shown(name)}\u2069"


def arabic(name: str) -> str:
    """The Arabic letter on the same key, for a key without modifiers; "" if there is none.

    Of a label with two keys, such as P1, it is the letter and the digit; F1 is a key of its own.
    """
    if len(name) == 2 and name[1].isdigit() and name[0] in _ARABIC and name[0] != "F":
        return _ARABIC[name[0]] + name[1]
    return _ARABIC.get(name, "")


def typed_forms(*keys: str) -> tuple[str, ...]:
    """What a person types who looks for something by these keys, in either layout."""
    return tuple(filter(None, (name for key in keys for name in (key, shown(key), arabic(key)))))


def other_layout(text: str) -> tuple[str, ...]:
    """What the same keys type under the other layout: `undo` for عىيخ, تراجع for `jvh[u`.

    The key B types two letters, as L and A do one after the other: then there are two answers.
    """
    if any(letter in _LATIN for letter in text):
        bare = "".join(_LATIN.get(char, char) for char in text)
        whole = "".join(_LATIN.get(char, char) for char in text.replace("لا", "b"))
        return (whole,) if whole == bare else (whole, bare)
    return ("".join(_ARABIC.get(char.upper(), char) for char in text),)
