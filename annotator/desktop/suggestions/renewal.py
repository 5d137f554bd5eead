"""When suggesters are made anew: as soon as an article was finished, unless that costs too much.

On a small project they are made in milliseconds and are never behind. Where it takes seconds, they
are made anew only so often that it is a small part of all the time, in the background.
"""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

_REST = 20
"""After they were made, this many times as long passes until they are made again: 5 % of it all."""
_QUICK = 0.3
"""Seconds that one waits for suggesters made anew, rather than be shown twice what is suggested."""


class Renewal:
    """Remembers what was finished since suggesters were made, and how long making them took."""

    def __init__(self, now: Callable[[], float] = monotonic) -> None:
        """`now` tells the time in seconds."""
        self._now = now
        self._began = self._ended = now()
        self._took = 0.0
        self._finished: set[int] = set()
        self._meanwhile: set[int] = set()

    def began(self) -> None:
        """Suggesters are being made of all that is finished by now."""
        self._began = self._now()
        self._meanwhile.clear()

    def made(self) -> None:
        """They are made."""
        self._ended = self._now()
        self._took = self._ended - self._began
        self._finished = set(self._meanwhile)

    def finish(self, number: int) -> bool:
        """Note that an article is finished; False if that was known, and nothing is new."""
        if number in self._finished:
            return False
        self._finished.add(number)
        self._meanwhile.add(number)
        return True

    @property
    def quick(self) -> bool:
        """Whether making them took no time that one would notice."""
        return self._took < _QUICK

    def wait(self) -> float | None:
        """Seconds until they are to be made anew, 0 for now; None while nothing is new."""
        if not self._finished:
            return None
        return max(0.0, self._ended + _REST * self._took - self._now())
