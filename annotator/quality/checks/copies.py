"""Articles that are copies of each other, as wire copies are, and annotated in different ways.

Compared is what lies in passages that both have word for word. What one has marked and the other
has not is told at the other one if that is done; what both have marked in different ways is told
at the later of the two, whatever their states.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from annotator.model.annotations import Entity, Quote
from annotator.model.spans import Span
from annotator.quality.checks.base import Found
from annotator.quality.corpus import Knowledge, Worked
from annotator.quality.findings import Fix
from annotator.quality.passages import Shared, shared

Spanned = Entity | Quote
_Said = tuple[bool, str, Span]
"""What an annotation says: whether it is a quote, its label and its place."""


class _Side(Struct, frozen=True):
    """One of two articles, and where its annotations lie in the other one if they do."""

    worked: Worked
    passages: Shared
    carried: dict[str, Span]
    says: dict[_Said, str]


def copies(worked: Worked, knowledge: Knowledge) -> Iterator[Found]:
    """Where the article and those met before of which it is a copy differ in annotations."""
    for other in knowledge.copies.met(worked):
        for found in _differences(other, worked):
            at = found.at.number if found.at else 0
            label = dict(found.values)["label"]
            if knowledge.copies.tell_once((at, found.span, found.why, label)):
                yield found


def _differences(earlier: Worked, later: Worked) -> Iterator[Found]:
    passages = shared(earlier.annotated.text, later.annotated.text)
    one, other = _side(earlier, passages), _side(later, passages.turned())
    for annotation, place in _alone(one, other):
        against = next(_against(annotation, place, one, other), None)
        if against is None:
            yield from _missing(annotation, place, one, other)
        elif against.id in other.carried:
            yield _otherwise(annotation, against, one, other)
    for annotation, place in _alone(other, one):
        if next(_against(annotation, place, other, one), None) is None:
            yield from _missing(annotation, place, other, one)


def _side(worked: Worked, passages: Shared) -> _Side:
    carried, says = {}, {}
    for one in worked.annotated.in_order():
        says[_said(one, one.span)] = one.id
        place = passages.carried(one.span)
        if place is not None:
            carried[one.id] = place
    return _Side(worked, passages, carried, says)


def _said(one: Spanned, place: Span) -> _Said:
    return isinstance(one, Quote), one.label, place


def _alone(one: _Side, other: _Side) -> Iterator[tuple[Spanned, Span]]:
    """The annotations of `one` in shared passages that `other` lacks, with their places there."""
    for annotation in one.worked.annotated.in_order():
        place = one.carried.get(annotation.id)
        if place is not None and _said(annotation, place) not in other.says:
            yield annotation, place


def _against(annotation: Spanned, place: Span, one: _Side, other: _Side) -> Iterator[Spanned]:
    """What stands in `other` in place of the annotation: with another label or other edges."""
    for there in other.worked.annotated.between(place.start, place.end):
        if isinstance(there, Quote) is not isinstance(annotation, Quote):
            continue
        back = other.carried.get(there.id)
        if back is not None and _said(there, back) in one.says:
            continue  # Both have that one.
        if _contests(annotation, place, there):
            yield there


def _contests(annotation: Spanned, place: Span, there: Spanned) -> bool:
    if not any(there.span.overlaps(start, end) for start, end in place.fragments):
        return False
    nested = there.span.covers(place) or place.covers(there.span)
    same = there.span == place or there.label == annotation.label
    return same or not nested or isinstance(there, Quote)


def _missing(annotation: Spanned, place: Span, one: _Side, other: _Side) -> Iterator[Found]:
    if not other.worked.done:
        return
    values = (("label", annotation.label), ("number", one.worked.number))
    if isinstance(annotation, Quote):
        fix = _quote(annotation, place, one, other)
        why = "In article {number}, with the same passage, this is a quote ({label}); here not."
    else:
        fix = Fix("mark", span=place, label=annotation.label)
        why = "In article {number}, with the same passage, this is marked {label}; here not."
    yield Found(why, place, (), fix, values,
                other=(one.worked.number, annotation.span), at=other.worked)  # fmt: skip


def _quote(quote: Quote, place: Span, one: _Side, other: _Side) -> Fix:
    """The quote as it would be in the other article, with as many of its parts as lie there."""
    cue, source = (
        one.passages.carried(part) if part is not None else None
        for part in (quote.cue, quote.source)
    )
    speaker = one.worked.annotated.spanned(quote.speaker)
    at = one.carried.get(speaker.id) if speaker is not None else None
    id = other.says.get(_said(speaker, at)) if speaker is not None and at is not None else None
    return Fix("quote", id, place, quote.type, cue, source)


def _otherwise(annotation: Spanned, there: Spanned, one: _Side, other: _Side) -> Found:
    why = (
        "In article {number}, with the same passage, this is {against}; here it is {label}."
        if annotation.label != there.label
        else "In article {number}, with the same passage, {label} has other edges."
    )
    values = (("label", there.label), ("against", annotation.label), ("number", one.worked.number))
    return Found(why, there.span, (there.id,), None, values,
                 other=(one.worked.number, annotation.span), at=other.worked)  # fmt: skip
