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


def shown(name: str) -> str:
    """A key of the action table as it is written on the keys themselves: `Ctrl+PgDn`, `←`."""
    *held, key = name.split("+") if not name.endswith("++") else [*name[:-2].split("+"), "+"]
    if sys.platform == "darwin":
        held = ["Cmd" if one == "Ctrl" else one for one in held]
    return "+".join([*held, _SHOWN.get(key, key)])


def isolated(name: str) -> str:
    """The same for use within a sentence: it stays left-to-right, also in Arabic."""
    return f"\u2066{shown(name)}\u2069"


def arabic(name: str) -> str:
    """The Arabic letter on the same key, for a key without modifiers; "" if there is none."""
    return _ARABIC.get(name, "")
