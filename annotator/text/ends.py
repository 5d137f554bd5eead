"""Surfaces as they are told where their ends matter: what is not seen at an end has a sign.

For people to read only: neither stored nor compared.
"""

from __future__ import annotations

import unicodedata

_LONGEST = 30
"""Code points that are shown of what lies between the ends."""


def with_ends(surface: str) -> str:
    """The surface in one line, with signs for white space and format characters at its ends."""
    inner = surface.strip()
    start = surface.index(inner) if inner else len(surface)
    before, after = surface[:start], surface[start + len(inner) :]
    if len(inner) > _LONGEST:
        half = _LONGEST // 2
        inner = f"{inner[:half].rstrip()} … {inner[-half:].lstrip()}"
    return _seen(before) + _seen(" ".join(inner.split())) + _seen(after, all_blanks=True)


def _seen(text: str, *, all_blanks: bool = False) -> str:
    return "".join(
        "␣" if char.isspace() and (all_blanks or text.isspace())
        else f"‹U+{ord(char):04X}›" if unicodedata.category(char) == "Cf" else char
        for char in text
    )  # fmt: skip
