"""How key presses are counted and turned into seconds.

**Counting.** Every key that goes down counts one, modifiers too: `Shift+Left` is two keys. A
modifier that is held over several presses in a row counts once for the run: `Shift+Left` three
times is four keys. `{` and `}` are Shift with the keys of the brackets, as on a US keyboard.

**Seconds** are those of the keystroke-level model (Card, Moran and Newell, 1980): K for a key or a
click, P for pointing at something with the mouse, H for moving the hand between mouse and keyboard,
M for making up one's mind. A drag is pointing at both ends and pressing and releasing the button.
Everybody pays one M for every annotation, in every tool, and one more wherever letters or a menu
appear that have to be read before the next press. Nobody pays for reading the article, or for
mistakes.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from typing import NamedTuple

K, P, H, M = 0.20, 1.10, 0.40, 1.35
_SHIFTED = "{}"


class Work(NamedTuple):
    """What one annotation takes: key presses and clicks, pointings, hand movements, decisions."""

    keys: int = 0
    points: int = 0
    homings: int = 0
    thoughts: int = 1

    @property
    def seconds(self) -> float:
        """By the keystroke-level model."""
        return K * self.keys + P * self.points + H * self.homings + M * self.thoughts

    def plus(self, *others: Work) -> Work:
        """This and the others, as one annotation: it is decided upon once."""
        parts = (self, *others)
        more = sum(one.thoughts - 1 for one in parts)
        return Work(
            sum(one.keys for one in parts),
            sum(one.points for one in parts),
            sum(one.homings for one in parts),
            1 + more,
        )


DRAG = Work(keys=2, points=2)
CLICK = Work(keys=1, points=1)
KEY = Work(keys=1)
LOOK = Work(thoughts=2)
"""A menu or letters appear and have to be read."""


def pressed(names: Iterable[str]) -> int:
    """How many keys go down for presses that are named as in the table of actions."""
    count, held = 0, frozenset[str]()
    for name in names:
        modifiers = modifiers_of(name)
        count += 1 + len(modifiers - held)
        held = modifiers
    return count


def modifiers_of(name: str) -> frozenset[str]:
    """The modifiers that are held for a press."""
    *held, key = name.split("+")
    return frozenset(held) | ({"Shift"} if key in _SHIFTED else frozenset())


class Summary(NamedTuple):
    """Mean, median and 90th percentile of some figures."""

    mean: float
    median: float
    ninety: float


def summary(values: Sequence[float]) -> Summary:
    """The three that the table shows."""
    if not values:
        return Summary(0, 0, 0)
    ordered = sorted(values)
    return Summary(
        statistics.fmean(ordered),
        statistics.median(ordered),
        ordered[min(len(ordered) - 1, int(len(ordered) * 0.9))],
    )
