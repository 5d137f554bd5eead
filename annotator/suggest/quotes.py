"""Proposes cue, source and speaker for a quote whose content is given.

A proposal is a guess for a person to confirm or change: it looks only into the paragraph, only at
words of the cue lexicon and at entities that are marked already, and leaves empty what it does not
find. It marks no entities and makes no edits.
"""

from __future__ import annotations

from collections.abc import Mapping

from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Quote, QuoteKind
from annotator.model.spans import Span
from annotator.suggest.surroundings import SPEAKERS, Fragment, Place
from annotator.suggest.voices import is_name, who_speaks
from annotator.text.cues import Cue
from annotator.text.quotemarks import quotation_at, quotations_near
from annotator.text.reported import is_that
from annotator.text.sentences import sentence_around
from annotator.text.tokens import words

__all__ = ["SPEAKERS", "propose_quote", "quote_type"]

_DOUBT = 60
"""A doubtful cue must be nearer by so many characters than a certain one."""
_NEAR = 40
"""An attribution behind a quote begins within so many characters."""


def propose_quote(
    annotated: AnnotatedArticle,
    span: Span,
    type: QuoteKind | None = None,
    speakers: Mapping[str, int] = SPEAKERS,
) -> Quote:
    """Return a new quote of ``span`` with the likeliest cue, source and speaker of its paragraph.

    Without a ``type`` the quotation marks decide. ``speakers`` ranks the labels that can speak
    (see ``SPEAKERS``).
    """
    place = Place.of(annotated, span, speakers)
    cue = _nearest_cue(place)
    source, entity = who_speaks(place, cue) if cue else (None, None)
    if source and span.overlaps(source.start, source.end) and not span.covers(source):
        # The content ends within a word, of which the rest looked like a subject. A pronoun is
        # within it as a whole: إنه.
        source = None
    return Quote(
        type=type or quote_type(annotated, span),
        span=span,
        cue=Span.of(cue.start, cue.end) if cue else None,
        source=source,
        speaker=entity.id if entity else None,
    )


def quote_type(annotated: AnnotatedArticle, span: Span) -> QuoteKind:
    """Return ``direct`` if every fragment stands within quotation marks, else the kind of report.

    What begins with أن or إن in the middle of a quotation is reported in it. A report that holds
    words between marks is ``mixed``, unless they are a name.
    """
    text = annotated.text
    if all(_is_direct(text, fragment) for fragment in span.fragments):
        return "direct"
    start, end = span.start, span.end
    inside = [q for q in quotations_near(text, (start, end)) if start <= q.start and q.end <= end]
    spoken = any(not is_name(annotated, (q.start, q.end)) for q in inside)
    return "mixed" if spoken else "indirect"


def _is_direct(text: str, fragment: Fragment) -> bool:
    start, end = fragment
    found = quotation_at(text, fragment)
    if found is None or not found.start <= start < end <= found.end:
        return False
    word = next(words(text, start, end), None)
    return start == found.start or word is None or not is_that(text[slice(*word)])


def _nearest_cue(place: Place) -> Cue | None:
    """Return the cue in the gap of a broken quote, else in front in the sentence, else behind."""
    span = place.span
    gap = [cue for cue in place.cues if span.start < cue.start and cue.end <= span.end]
    if gap:
        return min(gap, key=lambda cue: _distance(cue.start - span.start, cue))
    first = sentence_around(place.text, span.start, span.start + 1, (place.start, place.end))[0]
    before = [cue for cue in place.cues if first <= cue.start and cue.end <= span.start]
    if before:
        return min(before, key=lambda cue: _distance(span.start - cue.end, cue))
    behind = [cue for cue in place.cues if span.end <= cue.start < _behind_end(place)]
    return min(behind, key=lambda cue: _distance(cue.start - span.end, cue), default=None)


def _distance(characters: int, cue: Cue) -> int:
    return characters + (0 if cue.certain else _DOUBT)


def _behind_end(place: Place) -> int:
    """Return where an attribution behind the content must have begun."""
    end = place.span.end
    limits = [first for first, _ in place.quoted if first >= end]
    stops = [at for at in (place.text.find(". ", end), place.text.find("\n", end)) if at >= 0]
    return min([place.end, end + _NEAR, *limits, *stops])
