"""Edges of spans that stand in the wrong place: on spaces, on punctuation, inside a letter."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from annotator.model.annotations import Entity, Quote
from annotator.model.spans import Span
from annotator.quality.checks.base import Found
from annotator.quality.corpus import Knowledge, Worked
from annotator.quality.findings import Fix
from annotator.text.graphemes import snap
from annotator.text.marks import PASSED_OVER
from annotator.text.partners import with_partners
from annotator.text.quotemarks import quotations
from annotator.text.sentences import INVISIBLE

_PART_OF_NAMES = frozenset("%٪‰&#@°")
"""Marks that words begin or end with: 5%."""
_ENDS_SENTENCES = frozenset(".!?؟…۔")
"""What a quote may end with, since it was said."""

_PLAIN = frozenset(" ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإؤئآ")


def spaces(worked: Worked, knowledge: Knowledge) -> Iterator[Found]:
    """Spans that begin or end with white space or with something that is not drawn."""
    text = worked.annotated.text
    for one in worked.annotated.in_order():
        span = _moved(one.span, *_without_spaces(text, one.span.start, one.span.end))
        if span is not None:
            yield _found("The span begins or ends with white space.", one, span)


def punctuation(worked: Worked, knowledge: Knowledge) -> Iterator[Found]:
    """Spans that begin or end with a mark that belongs to the sentence, not to them."""
    text = worked.annotated.text
    for one in worked.annotated.in_order():
        bare = _without_spaces(text, one.span.start, one.span.end)
        trimmed = _without_marks(text, *bare, ends=isinstance(one, Quote))
        span = _moved(one.span, *trimmed) if trimmed != bare else None
        if span is not None:
            yield _found("The span begins or ends with punctuation.", one, span)


def letters(worked: Worked, knowledge: Knowledge) -> Iterator[Found]:
    """Spans whose edge lies between a letter and the vowel signs written on it."""
    text = worked.annotated.text
    for one in worked.annotated.in_order():
        start, end = one.span.start, one.span.end
        if _is_plain(text, start) and _is_plain(text, end):
            continue
        span = _moved(one.span, *snap(text, start, end))
        if span is not None:
            yield _found("An edge parts a letter from the signs written on it.", one, span)


def _is_plain(text: str, edge: int) -> bool:
    """Whether the edge surely parts no letter from its signs, as nearly all do not."""
    around = text[max(0, edge - 1) : edge + 1]
    return all(char in _PLAIN for char in around)


def _found(why: str, one: Entity | Quote, span: Span) -> Found:
    return Found(why, one.span, (one.id,), Fix("resize", one.id, span), (("label", one.label),))


def _moved(span: Span, start: int, end: int) -> Span | None:
    """The span with other outer edges; None if they are where they were or cross its fragments."""
    if (start, end) == (span.start, span.end):
        return None
    fragments = [list(one) for one in span.fragments]
    fragments[0][0], fragments[-1][1] = start, end
    whole = all(left < right for left, right in fragments)
    return Span(tuple((left, right) for left, right in fragments)) if whole else None


def _without_spaces(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and _is_blank(text[start]):
        start += 1
    while start < end and _is_blank(text[end - 1]):
        end -= 1
    return start, end


def _is_blank(char: str) -> bool:
    return char.isspace() or char in INVISIBLE


def _without_marks(text: str, start: int, end: int, *, ends: bool) -> tuple[int, int]:
    """The range without marks at its edges; a pair that opens or closes inside it stays."""
    while start < end and _is_mark(text[start]) and not _paired(text, start, end, first=True):
        start, end = _without_spaces(text, start + 1, end)
    while start < end and _is_mark(text[end - 1]) and not _paired(text, start, end, first=False):
        char = text[end - 1]
        if (ends and char in _ENDS_SENTENCES) or (char == "." and _abbreviates(text, start, end)):
            break
        start, end = _without_spaces(text, start, end - 1)
    return start, end


def _is_mark(char: str) -> bool:
    return unicodedata.category(char).startswith("P") and char not in _PART_OF_NAMES


def _paired(text: str, start: int, end: int, *, first: bool) -> bool:
    """Whether the mark at an edge has its partner inside the range."""
    edge = start if first else end - 1
    if text[edge] in PASSED_OVER:
        return _quotes(text[start:end], edge - start)
    inner = (start + 1, end) if first else (start, end - 1)
    return with_partners(text[start:end], inner[0] - start, inner[1] - start) == (0, end - start)


def _quotes(stretch: str, edge: int) -> bool:
    """Whether the mark is one of two around a quotation: straight ones and others look alike."""
    return any(
        edge in range(*mark)
        for one in quotations(stretch)
        if one.open is not None and one.close is not None
        for mark in (one.open, one.close)
    )


def _abbreviates(text: str, start: int, end: int) -> bool:
    """Whether the full stop at the end stands behind a single letter or between such (U.S.)."""
    before = text[max(start, end - 3) : end - 1]
    return len(before) < 3 and before[-1:].isalpha() and not before[:-1].isalpha()
