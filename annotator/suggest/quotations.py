"""Suggests quotes: what stands between quotation marks, and what is reported without any.

A quotation is one if its words are no name and something tells that they are said: a cue nearby, a
colon in front, or that they are a whole sentence. A report begins with the إن or أن that a cue
leads to, or behind a phrase such as بحسب (`text.reported`); words that a report quotes in passing
are no quote of their own, and make it mixed. Cue, source and speaker are those that `quotes`
proposes: the nearest entity that can speak, the subject behind its verb, whoever spoke last.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec

from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Quote
from annotator.model.spans import Fragment, Span
from annotator.model.suggestions import Suggestion
from annotator.suggest.base import Materials
from annotator.suggest.quotes import propose_quote
from annotator.suggest.voices import is_name, says_i
from annotator.text.cues import Cue, find_cues
from annotator.text.diagnosis import Diagnosis, diagnose
from annotator.text.linewords import word_after
from annotator.text.reported import each_reported_at, is_that, thats
from annotator.text.tokens import words

_SENTENCE = 4
"""Between marks, so many words without a cue are a sentence that somebody says."""
_BEGINS = 2
"""A report begins within so many characters of the أن that tells: behind the particles of وبأن."""
_SPOKEN, _REPORTED, _TOLD, _ALONE = 0.95, 0.85, 0.7, 0.55
"""Scores: with marks and a cue; a report with a source; one without; marks without a cue."""


class Quotations:
    """The suggester; see the module."""

    version = "quotations 2"

    def suggest(self, article: AnnotatedArticle) -> Sequence[Suggestion]:
        """The quotes of the article, the likeliest cue, source and speaker with each."""
        marked = diagnose(article.text)
        reports = list(_reports(article.text, [one.quotation.outer for one in marked]))
        found = [_report(article, span) for span in reports]
        for span in _marked(article, marked):
            led = _led_by_colon(article.text, span.start)
            if led or not any(report.covers(span) for report in reports):
                quote = propose_quote(article, span)
                score = _SPOKEN if led else _score(article.text, quote)
                if score:
                    found.append(Suggestion(quote, score))
        return _with_tellers(article, found)

    def close(self) -> None:
        """Nothing is held."""


def make(materials: Materials) -> Quotations:
    """Needs nothing of the project."""
    return Quotations()


def _with_tellers(article: AnnotatedArticle, found: Sequence[Suggestion]) -> list[Suggestion]:
    """The same, where who says “I” in a suggested quote is its speaker: «… فقلت له: “نعم”»."""
    quotes = [one.annotation for one in found if isinstance(one.annotation, Quote)]
    told = []
    for one in found:
        quote = one.annotation
        if isinstance(quote, Quote) and quote.speaker is None and says_i(article.text, quote.cue):
            quote = msgspec.structs.replace(quote, speaker=_teller(quote, quotes))
        told.append(Suggestion(quote, one.score))
    return told


def _teller(quote: Quote, quotes: Sequence[Quote]) -> str | None:
    """Who speaks the closest quote around this one and its cue."""
    around = [
        other
        for other in quotes
        if other is not quote
        and other.span.covers(quote.span)
        and quote.cue is not None
        and other.span.covers(quote.cue)
    ]
    closest = min(around, key=lambda other: other.span.length, default=None)
    return closest.speaker if closest is not None else None


# Between marks


def _marked(article: AnnotatedArticle, marked: Sequence[Diagnosis]) -> Iterator[Span]:
    """What stands between quotation marks and is no name; the parts of a broken one as one."""
    seen: set[Span] = set()
    for one in marked:
        if is_name(article, (one.quotation.start, one.quotation.end)):
            continue
        span = Span(one.fragments)
        if span not in seen:
            seen.add(span)
            yield span


def _score(text: str, quote: Quote) -> float:
    """How likely it is that the words between these marks are said; 0 for mere marks."""
    long = sum(1 for _ in words(text, quote.span.start, quote.span.end)) >= _SENTENCE
    if quote.cue is None:
        return _ALONE if long else 0
    return _SPOKEN if long or _near(text, quote) else 0


def _led_by_colon(text: str, start: int) -> bool:
    return text[max(0, start - 4) : start].rstrip(" \u00a0«“”\"‹‘'").endswith(":")


def _near(text: str, quote: Quote) -> bool:
    """Whether nothing but an أن stands between cue and marks: ردّ بأن «…», يقول «…»."""
    assert quote.cue is not None
    between = text[quote.cue.end : quote.span.start]
    return all(is_that(between[slice(*word)]) for word in words(between))


# Without marks


def _reports(text: str, marked: Sequence[Fragment]) -> Iterator[Span]:
    """What is reported, each once, the outer of two that share words.

    `marked` are the quotations with their marks, in order.
    """
    last = 0
    for place in sorted(set(_beginnings(text))):
        if place + _BEGINS < last:
            continue  # It is within the one before.
        reports = each_reported_at(text, place)
        found = next((one for one in reports if _begins(one, place)), None)
        if found is None or found[0] < last or _is_marked(text, found, marked):
            continue
        yield Span.of(*found)
        last = found[1]


def _beginnings(text: str) -> Iterator[int]:
    """Where a report may begin: at an أن or إن, and behind the comma of a phrase."""
    for start, _ in thats(text, 0, len(text)):
        yield start
    for cue in find_cues(text):
        word = _behind_comma(text, cue)
        if word is not None:
            yield word[0]


def _behind_comma(text: str, cue: Cue) -> Fragment | None:
    comma = text.find("،", cue.end) if cue.kind == "phrase" else -1
    return word_after(text, comma) if comma >= 0 else None


def _begins(report: Fragment, place: int) -> bool:
    return place <= report[0] <= place + _BEGINS and report[1] > report[0]


def _is_marked(text: str, report: Fragment, marked: Sequence[Fragment]) -> bool:
    """Whether the report is only an أن in front of a quotation: إن «…»."""
    first = next(words(text, *report), None)
    if first is None:
        return True
    rest = word_after(text, first[1])
    if rest is None:
        return False
    between = marked[bisect_left(marked, (first[1],)) : bisect_left(marked, (rest[0] + 1,))]
    return any(report[1] <= end + 1 for _, end in between)


def _report(article: AnnotatedArticle, span: Span) -> Suggestion:
    quote = propose_quote(article, span)
    if quote.type == "direct":
        quote = msgspec.structs.replace(quote, type="indirect")
    return Suggestion(quote, _REPORTED if quote.source or quote.speaker else _TOLD)
