"""Hints: the letters that choose one of many things in view. Values alone; no widgets, no keys.

A hint is written in the letters of a US keyboard, as keys are named; what stands on the keycaps is
for the scene to say.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import product
from typing import TypeVar

Chosen = TypeVar("Chosen")

# The fingers rest on these; the rest follows by reach.
LETTERS = "FJDKSLAGHRUEIWOVNCMTYQPBXZ"
MOST = len(LETTERS) ** 2
"""How many things can have a hint of at most two letters."""


def letters(count: int, without: str = "") -> list[str]:
    """`count` hints, the shortest first; none is the beginning of another.

    At most `MOST`; fewer if some letters are to stay free (`without`). As many as possible have one
    letter. A letter that begins the others is typed far more often
    than one that stands alone, so those are the letters that the fingers rest on.
    """
    free = "".join(letter for letter in LETTERS if letter not in without)
    size = len(free)
    first = 0 if count <= size else min(size, math.ceil((count - size) / (size - 1)))
    pairs = product(free[:first], free)
    reach = sorted(pairs, key=lambda pair: free.index(pair[0]) + free.index(pair[1]))
    return [*free[first:], *map("".join, reach)][:count]


def give(
    things: Sequence[Chosen], before: int, stepped: int = 0, without: str = ""
) -> dict[Chosen, str]:
    """Hints for things in reading order, the shortest for those nearest to the place in hand.

    `before` of them lie before that place. The `stepped` nearest on either side are reached as
    quickly by the arrow keys, and get what the others leave. The letters `without` are not used.
    """
    order = sorted(range(len(things)), key=lambda index: abs(index - before + 0.4))
    order.sort(key=lambda index: before - stepped <= index < before + stepped)
    given = letters(min(len(order), MOST), without)
    return {things[index]: hint for index, hint in zip(order, given, strict=False)}


def fitting(hints: Mapping[Chosen, str], typed: str) -> dict[Chosen, str]:
    """The hints that begin with what has been typed."""
    return {one: hint for one, hint in hints.items() if hint.startswith(typed)}
