"""Code points here, UTF-16 units at the edge: the one place that converts.

Python counts code points, Qt (like JavaScript and Java) counts UTF-16 units. The two differ after
each character beyond U+FFFF, such as an emoji.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right


def has_wide(text: str) -> bool:
    """Whether any character lies beyond U+FFFF, so that the two ways of counting differ."""
    # Twenty times as fast as asking each character.
    return len(text.encode("utf-16-le", "surrogatepass")) > 2 * len(text)


class Utf16:
    """Converts offsets into one text, both ways.

    Costs one scan of the text to build and, where no character lies beyond U+FFFF, nothing to ask.
    """

    __slots__ = ("_points", "_units")

    def __init__(self, text: str) -> None:
        """`text` may hold any characters, lone surrogates included (one unit each)."""
        self._points: list[int] = []
        if has_wide(text):
            self._points = [i for i, char in enumerate(text) if char > "\uffff"]
        # The n-th wide character starts n units later than it does in code points.
        self._units = [point + n for n, point in enumerate(self._points)]

    def units(self, point: int) -> int:
        """The UTF-16 offset of the code point offset `point`."""
        if not self._points:
            return point
        return point + bisect_left(self._points, point)

    def point(self, unit: int) -> int:
        """The code point offset of `unit`; the middle of a surrogate pair counts as its start."""
        if not self._units:
            return unit
        passed = bisect_right(self._units, unit)
        if passed and unit == self._units[passed - 1] + 1:
            return self._points[passed - 1]
        return unit - bisect_left(self._units, unit)
