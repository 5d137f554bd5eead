"""From a model's confidence to how often it is right: isotonic regression.

Fitted by pooling adjacent violators (Ayer et al. 1955; for classifiers Zadrozny and Elkan 2002) on
predictions of articles that the model had not seen.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

_FEWEST = 10
"""So many predictions make a step: fewer say too little."""


class Step(NamedTuple):
    """From the confidence `above` on, this share of predictions was right."""

    above: float
    right: float


def fitted(predictions: Iterable[tuple[float, bool]]) -> list[Step]:
    """The steps for (confidence, whether right) pairs; none for none."""
    pools: list[list[float]] = []
    for above, right, count in _bins(sorted(predictions)):
        pools.append([above, right, count])
        while len(pools) > 1 and _share(pools[-2]) >= _share(pools[-1]):
            _, more, bigger = pools.pop()
            pools[-1][1] += more
            pools[-1][2] += bigger
    return [Step(pool[0], _share(pool)) for pool in pools]


def _bins(ordered: Sequence[tuple[float, bool]]) -> Iterable[tuple[float, int, int]]:
    for start in range(0, len(ordered), _FEWEST):
        bin = ordered[start : start + _FEWEST]
        yield bin[0][0], sum(right for _, right in bin), len(bin)


def _share(pool: Sequence[float]) -> float:
    """The share that was right, half a prediction added to each side."""
    return (pool[1] + 0.5) / (pool[2] + 1)


def calibrated(confidence: float, steps: Sequence[Step]) -> float:
    """How often a prediction of this confidence is right; as it is without steps."""
    if not steps:
        return confidence
    at = bisect_right(steps, confidence, key=lambda step: step.above)
    return steps[max(0, at - 1)].right
