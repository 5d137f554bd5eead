"""Where the cue and the source of a quote can stand: its paragraph, and what is quoted there.

Shared by those who propose the parts of a quote. It proposes nothing itself.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import chain

from msgspec import Struct

from annotator.model.annotated import AnnotatedArticle
from annotator.model.spans import Span
from annotator.text.cues import Cue, find_cues
from annotator.text.quotemarks import Quotation, quotations_of
from annotator.text.sentences import lines, paragraph, sentence_around

__all__ = ["SPEAKERS", "Fragment", "Place", "attribution_range"]

Fragment = tuple[int, int]

SPEAKERS: Mapping[str, int] = {
    "PERS": 0,
    "PER": 0,
    "PERSON": 0,
    "ORG": 1,
    "GPE": 2,
    "NORP": 2,
    "OCC": 2,
}
"""Entity labels that can speak, the likeliest with the lowest rank: 0 persons, 1 organisations."""


def attribution_range(text: str, span: Span, cue: Span | None) -> Fragment:
    """Return where a source can be written: the sentences of the content and of the cue.

    ``span`` is the content. An entity elsewhere may be who speaks, but is not the source.
    """
    start, end = span.start, span.end
    if cue is not None:
        start, end = min(start, cue.start), max(end, cue.end)
    return sentence_around(text, start, end, _paragraph(text, Span.of(start, end)))


class Place(Struct, frozen=True):
    """The surroundings of a content: what may hold its cue and its speaker."""

    annotated: AnnotatedArticle
    text: str
    span: Span
    speakers: Mapping[str, int]
    start: int
    end: int
    quoted: tuple[Fragment, ...]
    """Contents of other quotations here: what is said inside them says nothing of this quote."""
    cues: tuple[Cue, ...]
    """The cues in ``start..end``, outside the content and outside ``quoted``."""

    @classmethod
    def of(cls, annotated: AnnotatedArticle, span: Span, speakers: Mapping[str, int]) -> Place:
        text = annotated.text
        local = quotations_of(text, *paragraph(text, span.start, span.end))
        around = [q for q in local if _holds(q, span)]
        outer = [q for q in around if q.start != span.start]
        if outer:
            closest = max(outer, key=lambda q: q.depth)
            start, end = closest.start, closest.end
        else:
            start, end = _paragraph(text, span)
        quoted = tuple(
            (q.start, q.end) for q in local if start <= q.start and q.end <= end and q not in around
        )
        apart = _outermost(quoted)
        edges = [start, *chain.from_iterable(span.fragments), end]
        cues = tuple(
            cue
            for first, last in zip(edges[::2], edges[1::2], strict=True)
            for cue in find_cues(text, first, last)
            if not _within(cue, apart)
        )
        return cls(annotated, text, span, speakers, start, end, quoted, cues)


def _paragraph(text: str, span: Span) -> Fragment:
    """Return the range of the paragraphs that the span begins and ends in."""
    rows = lines(text)
    if not rows:
        return 0, len(text)
    first, last = paragraph(text, span.start, span.end)
    return min(rows[first].start, span.start), max(rows[last - 1].end, span.end)


def _holds(outer: Quotation, span: Span) -> bool:
    return outer.start <= span.start and span.end <= outer.end


def _outermost(fragments: Sequence[Fragment]) -> list[Fragment]:
    """Those that lie in no other one, in order: they share nothing."""
    kept: list[Fragment] = []
    for start, end in sorted(fragments, key=lambda one: (one[0], -one[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _within(cue: Cue, apart: Sequence[Fragment]) -> bool:
    """Whether a cue shares characters with one of these, which are in order and share nothing."""
    at = bisect_left(apart, (cue.end,)) - 1
    return at >= 0 and cue.start < apart[at][1]
