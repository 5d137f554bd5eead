"""Precision, recall and F1 of what was predicted against what a person marked.

Entities are compared strictly and by their spans, which is counting, and by partial spans and by
type through nervaluate (SemEval 2013, task 9.1); the parts of quotes strictly and by overlap,
relations strictly. Nothing here predicts anything.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence, Set
from typing import Any, NamedTuple

from msgspec import Struct

from annotator.model import rules
from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Annotation, Entity, Quote, Relation
from annotator.model.spans import Span

ALL = "all"


class Score(Struct, frozen=True):
    """How many were right, how many predicted, how many there are."""

    right: float
    predicted: int
    actual: int

    @property
    def precision(self) -> float:
        """Which share of what was predicted is right; 0 for nothing."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Which share of what there is was predicted."""
        return self.right / self.actual if self.actual else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        total = self.predicted + self.actual
        return 2 * self.right / total if total else 0.0


class Row(Struct, frozen=True):
    """The score of one label under one way to compare; `label` "all" is that of all together."""

    label: str
    way: str
    score: Score


class Pair(NamedTuple):
    """What a person has on an article, and what was predicted for it."""

    gold: AnnotatedArticle
    predicted: Sequence[Annotation]


def entities(pairs: Sequence[Pair]) -> list[Row]:
    """By label, then all: strict (span and label), exact (span), partial and type (some overlap).

    For the latter two an entity of several fragments counts with its whole reach.
    """
    gold = [_marks(pair.gold.entities) for pair in pairs]
    found = [_marks(pair.predicted) for pair in pairs]
    labels = sorted({label for group in (*gold, *found) for label, _ in group})
    if not labels:
        return []
    rows = [
        Row(label, "strict", _counted(_only(gold, label), _only(found, label))) for label in labels
    ]
    exact = _counted([{at for _, at in group} for group in gold],
                     [{at for _, at in group} for group in found])  # fmt: skip
    rows += [Row(ALL, "strict", _counted(gold, found)), Row(ALL, "exact", exact)]
    overall = _by_overlap(gold, found, labels)
    names = (("partial", "partial"), ("type", "ent_type"))
    return rows + [Row(ALL, way, _score(overall[name])) for way, name in names]


_Mark = tuple[str, Span]


def _marks(annotations: Iterable[Annotation]) -> set[_Mark]:
    return {(one.label, one.span) for one in annotations if isinstance(one, Entity)}


def _only(groups: Sequence[set[_Mark]], label: str) -> list[set[_Mark]]:
    return [{one for one in group if one[0] == label} for group in groups]


def _counted(gold: Sequence[Set[Any]], found: Sequence[Set[Any]]) -> Score:
    right = sum(len(one & other) for one, other in zip(gold, found, strict=True))
    return Score(right, sum(map(len, found)), sum(map(len, gold)))


def _by_overlap(
    gold: Sequence[set[_Mark]], found: Sequence[set[_Mark]], labels: list[str]
) -> dict[str, Any]:
    """What nervaluate says of all labels together.

    It gives each prediction the first entity that it meets: so those that are right come first.
    """
    from nervaluate import Evaluator

    true = [_spans(sorted(group)) for group in gold]
    said = [
        _spans(sorted(group, key=lambda one: (one not in known, one)))
        for known, group in zip(gold, found, strict=True)
    ]
    overall: dict[str, Any] = Evaluator(true, said, tags=labels, loader="dict").evaluate()
    return overall["overall"]  # type: ignore[no-any-return]


def _spans(marks: Iterable[_Mark]) -> list[dict[str, Any]]:
    """As nervaluate reads them: the end of a span is its last character, not the one behind."""
    return [{"label": label, "start": at.start, "end": at.end - 1} for label, at in marks]


def _score(result: Any) -> Score:
    right = result.correct + 0.5 * result.partial
    return Score(right, int(result.actual), int(result.possible))


def quotes(pairs: Sequence[Pair]) -> list[Row]:
    """By part (content, cue, source, speaker): the same letters, and any letter in common.

    Cue, source and speaker count for quotes whose contents meet; a speaker is right if it is the
    same entity.
    """
    strict: dict[str, list[int]] = {role: [0, 0, 0] for role in _ROLES}
    overlap: dict[str, list[int]] = {role: [0, 0, 0] for role in _ROLES[:3]}
    for pair in pairs:
        found = [one for one in pair.predicted if isinstance(one, Quote)]
        for gold, other in _matched(pair.gold.quotes, found):
            for role in _ROLES:
                _tally(strict[role], _part(gold, role), _part(other, role), _same)
            for role in _ROLES[:3]:
                _tally(overlap[role], _part(gold, role), _part(other, role), _meets)
    rows = [Row(role, "strict", Score(*strict[role])) for role in _ROLES]
    return rows + [Row(role, "overlap", Score(*overlap[role])) for role in _ROLES[:3]]


_ROLES = ("content", "cue", "source", "speaker")


def _matched(
    gold: Sequence[Quote], found: Sequence[Quote]
) -> Iterator[tuple[Quote | None, Quote | None]]:
    """Each quote with the one of the other side that shares most of its letters, if any."""
    left = list(found)
    for one in gold:
        best = max(left, key=lambda other: _shared(one.span, other.span), default=None)
        if best is not None and _shared(one.span, best.span) > 0:
            left.remove(best)
            yield one, best
        else:
            yield one, None
    for other in left:
        yield None, other


def _shared(one: Span, other: Span) -> float:
    """The letters that both cover, as a part of all that either does."""
    common = sum(
        max(0, min(end, last) - max(start, first))
        for start, end in one.fragments
        for first, last in other.fragments
    )
    return common / (one.length + other.length - common)


def _part(quote: Quote | None, role: str) -> Span | str | None:
    if quote is None:
        return None
    return quote.span if role == "content" else getattr(quote, role)


def _same(one: Span | str, other: Span | str) -> bool:
    return one == other


def _meets(one: Span | str, other: Span | str) -> bool:
    return isinstance(one, Span) and isinstance(other, Span) and _shared(one, other) > 0


def _tally(counts: list[int], gold: Any, found: Any, right: Any) -> None:
    counts[1] += found is not None
    counts[2] += gold is not None
    counts[0] += gold is not None and found is not None and right(gold, found)


def relations(pairs: Sequence[Pair]) -> list[Row]:
    """By label, then all: label and both ends the same."""
    counts: dict[str, list[int]] = {ALL: [0, 0, 0]}
    for pair in pairs:
        labels = pair.gold.labels
        gold = {rules.identity(one, labels) for one in pair.gold.relations}
        found = {rules.identity(one, labels) for one in pair.predicted if isinstance(one, Relation)}
        for column, group in ((0, gold & found), (1, found), (2, gold)):
            for one in group:
                counts.setdefault(_label(one), [0, 0, 0])[column] += 1
                counts[ALL][column] += 1
    total = counts.pop(ALL)
    rows = [Row(label, "strict", Score(*counts[label])) for label in sorted(counts)]
    return [*rows, Row(ALL, "strict", Score(*total))] if rows else []


def _label(identity: Hashable) -> str:
    assert isinstance(identity, tuple)
    return str(identity[0])
