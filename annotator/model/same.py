"""Which occurrences of an entity's string are still to be marked, in an annotated article.

Looks and proposes; marks nothing. What is proposed without being chosen has been annotated in some
other way already, or may be a part of another word: a person should look at it first.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Entity
from annotator.model.spans import Span
from annotator.text.evidence import NOTHING, Evidence
from annotator.text.normal import Normalised, normalise
from annotator.text.same import Needle, is_sure, occurrences


class Occurrence(Struct, frozen=True):
    """A place where the string occurs; `chosen` says whether it should be marked unasked."""

    span: Span
    chosen: bool


def unmarked(
    article: AnnotatedArticle,
    needle: Needle,
    label: str,
    text: Normalised | None = None,
    known: Evidence = NOTHING,
) -> Iterator[Occurrence]:
    """The occurrences that are no entity with this label yet, in order.

    `text` is the article's normal form, where the caller has it, `known` what is known of words.
    Not chosen is what is an entity with another label; what lies in, around or across one with this
    label, of whose name it is a part; what crosses the edge of any other; and what is more likely a
    part of another word.
    """
    for start, end in occurrences(needle, text or normalise(article.text)):
        found = place(article, Span.of(start, end), label)
        if found is not None:
            sure = is_sure(needle, article.text, start, known)
            yield Occurrence(found.span, found.chosen and sure)


def place(article: AnnotatedArticle, span: Span, label: str) -> Occurrence | None:
    """The place of `span`, of one fragment; None if it is an entity with this label already."""
    near = article.between(span.start, span.end)
    meeting = [
        one for one in near
        if isinstance(one, Entity) and one.span.overlaps(span.start, span.end)
    ]  # fmt: skip
    if any(one.span == span and one.label == label for one in meeting):
        return None
    return Occurrence(span, not any(_hinders(one, span, label) for one in meeting))


def _hinders(other: Entity, span: Span, label: str) -> bool:
    if other.span == span or other.label == label:
        return True
    return not (other.span.covers(span) or span.covers(other.span))
