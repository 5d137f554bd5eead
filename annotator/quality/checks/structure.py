"""How annotations stand to each other: crossing spans, rules of relations, unlikely lengths."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator

from annotator.model.annotations import Entity, Relation
from annotator.model.spans import Span
from annotator.quality.checks.base import Found
from annotator.quality.corpus import Knowledge, Worked

_ENOUGH = 20
"""Spans that a label must have before any length of it is unlikely."""
_FAR = 3.5
"""How many (robust) standard deviations from the middle are unlikely."""
_LEAST_SPREAD = 0.35
"""The least deviation of the logarithm that is reckoned with: labels of one length vary too."""
_TO_DEVIATION = 1.4826
"""Turns the median distance from the median into the standard deviation of a normal curve."""


def crossing(worked: Worked, knowledge: Knowledge) -> Iterator[Found]:
    """Entities that overlap while neither holds the other.

    Those of several fragments may share a word: وزيرا الأشغال والاقتصاد are two ministers.
    """
    article = worked.annotated
    for one in article.entities:
        for other in article.between(one.span.start, one.span.end):
            after = (other.span.start, other.span.end, other.id) > (
                one.span.start, one.span.end, one.id,
            )  # fmt: skip
            if isinstance(other, Entity) and after and _cross(one.span, other.span):
                span = Span.union((*one.span.fragments, *other.span.fragments))
                values = (("label", one.label), ("other", other.label))
                why = "{label} and {other} overlap, and neither holds the other."
                yield Found(why, span, (one.id, other.id), None, values)


def _cross(one: Span, other: Span) -> bool:
    if len(one.fragments) > 1 or len(other.fragments) > 1:
        return False
    return one.overlaps(other.start, other.end) and not (one.covers(other) or other.covers(one))


def rules(worked: Worked, knowledge: Knowledge) -> Iterator[Found]:
    """Annotations, above all relations, that the label set does not admit."""
    for one, reason in worked.refused:
        span = None
        if isinstance(one, Relation):
            head = worked.annotated.spanned(one.head)
            span = head.span if head is not None else None
        values = (("label", one.label), *reason.values.items())
        yield Found(reason.templates[0], span, (one.id,), None, dict(values).items())


def lengths(worked: Worked, knowledge: Knowledge) -> Iterator[Found]:
    """Spans far longer than others of their label, and those of one letter."""
    for one in worked.annotated.in_order():
        if one.label not in knowledge.usual_lengths:
            knowledge.usual_lengths[one.label] = _usual(knowledge.lengths[one.label])
        usual = knowledge.usual_lengths[one.label]
        if usual is None:
            continue
        middle, spread = usual
        # A bare letter is odd; a short name beside long ones is not.
        long = math.log(one.span.length / middle) > _FAR * spread
        if long or (one.span.length == 1 and middle > 1):
            values = (("label", one.label), ("length", one.span.length), ("usual", middle))
            why = "{length} characters are unusual for {label}, which has {usual} as a rule."
            yield Found(why, one.span, (one.id,), None, values)


def _usual(counts: Counter[int]) -> tuple[int, float] | None:
    """The median length, and the deviation of its logarithm; None if too little is known."""
    if counts.total() < _ENOUGH:
        return None
    middle = _median(counts)
    distances: Counter[float] = Counter()
    for length, count in counts.items():
        distances[abs(math.log(length / middle))] += count
    return int(middle), max(_LEAST_SPREAD, _TO_DEVIATION * _median(distances))


def _median(counts: Counter[int] | Counter[float]) -> float:
    half, seen = counts.total() / 2, 0
    for value, count in sorted(counts.items()):
        seen += count
        if seen >= half:
            return value
    raise ValueError("nothing is counted")
