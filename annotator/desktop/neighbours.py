"""Which article comes next where a list shows others than all, or in another order."""

from __future__ import annotations

from collections.abc import Sequence


def neighbour(number: int, step: int, listed: Sequence[int] | None, count: int) -> int | None:
    """The article before (-1) or after (1) `number` in a list, by number where it is not listed."""
    if listed is None:
        return number + step if 1 <= number + step <= count else None
    if number in listed:
        place = listed.index(number) + step
        return listed[place] if 0 <= place < len(listed) else None
    beyond = [other for other in listed if (other - number) * step > 0]
    return min(beyond, key=lambda other: abs(other - number), default=None)
