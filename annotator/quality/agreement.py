"""Agreement: how far two people have annotated the same articles alike.

Two figures for entities. The strict F1 counts an entity as the same only if its label and all its
fragments are; it is the harmonic mean of precision and recall, whichever of the two is taken for
the truth. Cohen's kappa looks at words: each has the label of the innermost entity that covers it,
or none, and what two people would agree upon by chance is taken off.

Sources: J. Cohen, "A coefficient of agreement for nominal scales", 1960; G. Hripcsak and A. S.
Rothschild, "Agreement, the F-measure, and reliability in information retrieval", 2005.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from annotator.model.annotations import Annotation, Entity
from annotator.model.record import Record
from annotator.text.tokens import words

NONE = ""
"""What a word has that no entity covers."""


class Agreement:
    """Two people's agreement, added up over articles."""

    def __init__(self) -> None:
        self.articles = 0
        self._same = self._all = 0
        self._words: Counter[tuple[str, str]] = Counter()

    def add(self, one: Record, other: Record) -> None:
        """Take in an article that both have annotated."""
        first, second = _entities(one.annotations), _entities(other.annotations)
        self.articles += 1
        self._same += _common(first, second)
        self._all += len(first) + len(second)
        text = one.article.text
        self._words.update(zip(_labels(text, first), _labels(text, second), strict=True))

    @property
    def f1(self) -> float | None:
        """The strict F1 of entities, from 0 to 1; None where neither has any."""
        return 2 * self._same / self._all if self._all else None

    @property
    def kappa(self) -> float | None:
        """Cohen's kappa of words, from -1 to 1; None where chance alone explains everything."""
        return cohen(self._words)


def cohen(pairs: Counter[tuple[str, str]]) -> float | None:
    """Cohen's kappa of pairs of categories, counted; None where it is not defined."""
    total = sum(pairs.values())
    one: Counter[str] = Counter()
    other: Counter[str] = Counter()
    for (left, right), count in pairs.items():
        one[left] += count
        other[right] += count
    by_chance = sum(count * other[category] for category, count in one.items())
    if by_chance == total * total:
        return None
    alike = sum(count for (left, right), count in pairs.items() if left == right)
    return (total * alike - by_chance) / (total * total - by_chance)


def _entities(annotations: Iterable[Annotation]) -> list[Entity]:
    return [one for one in annotations if isinstance(one, Entity)]


def _common(first: Iterable[Entity], second: Iterable[Entity]) -> int:
    left = Counter((one.label, one.span) for one in first)
    right = Counter((one.label, one.span) for one in second)
    return sum((left & right).values())


def _labels(text: str, entities: Sequence[Entity]) -> list[str]:
    """The label of each word: that of the shortest entity that covers any of its characters."""
    covered: dict[int, str] = {}
    for one in sorted(entities, key=lambda one: (-one.span.length, one.label)):
        for start, end in one.span.fragments:
            covered.update(dict.fromkeys(range(start, end), one.label))
    return [
        next((covered[at] for at in range(start, end) if at in covered), NONE)
        for start, end in words(text)
    ]
