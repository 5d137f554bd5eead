"""Sums of many heights that change one by one: where things that are stacked begin."""

from __future__ import annotations

from collections.abc import Iterable


class Heights:
    """A Fenwick tree: changing one of n heights and summing some costs log n.

    P. M. Fenwick, "A new data structure for cumulative frequency tables" (1994).
    """

    __slots__ = ("_step", "_tree", "_values")

    def __init__(self, values: Iterable[float]) -> None:
        self._values = list(values)
        self._tree = [0.0, *self._values]
        for index in range(1, len(self._tree)):
            parent = index + (index & -index)
            if parent < len(self._tree):
                self._tree[parent] += self._tree[index]
        self._step = 1 << len(self._values).bit_length()

    def __len__(self) -> int:
        return len(self._values)

    def __getitem__(self, index: int) -> float:
        return self._values[index]

    def __setitem__(self, index: int, value: float) -> None:
        change = value - self._values[index]
        self._values[index] = value
        index += 1
        while index < len(self._tree):
            self._tree[index] += change
            index += index & -index

    def before(self, index: int) -> float:
        """The sum of the first `index` heights."""
        total = 0.0
        while index > 0:
            total += self._tree[index]
            index -= index & -index
        return total

    @property
    def total(self) -> float:
        """The sum of all heights."""
        return self.before(len(self._values))

    def at(self, y: float) -> int:
        """The index of what lies at `y`; the first or the last one when `y` is beyond."""
        index, step = 0, self._step
        while step:
            ahead = index + step
            if ahead < len(self._tree) and self._tree[ahead] <= y:
                index = ahead
                y -= self._tree[ahead]
            step >>= 1
        return min(index, len(self._values) - 1)
