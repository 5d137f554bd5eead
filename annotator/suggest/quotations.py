"""Suggests quotes: what stands between quotation marks, and what is reported without any.

A quotation is one if its words are no name and something tells that they are said: a cue nearby, a
colon in front, or that they are a whole sentence. A report begins with the إن or أن that a cue
leads to, or behind a phrase such as بحسب (`text.reported`); words that a report quotes in passing
are no quote of their own, and make it mixed. Cue, source and speaker are those that `quotes`
proposes: the nearest entity that can speak, the subject behind its verb, whoever spoke last.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Quote
from annotator.model.spans import Fragment, Span
from annotator.model.suggestions import Suggestion
from annotator.suggest.base import Materials
from annotator.suggest.quotes import propose_quote
from annotator.suggest.voices import is_name
from annotator.text.cues import Cue, find_cues
from annotator.text.diagnosis import diagnosed_at
from annotator.text.quotemarks import Quotation, quotations
from annotator.text.reported import is_that, reported_at, thats
from annotator.text.tokens import word_after, words

_SENTENCE = 4
"""Between marks, so many words without a cue are a sentence that somebody says."""
_SPOKEN, _REPORTED, _TOLD, _ALONE = 0.95, 0.85, 0.7, 0.55
"""Scores: with marks and a cue; a report with a source; one without; marks without a cue."""


class Quotations:
    """The suggester; see the module."""

    version = "quotations 1"

    def suggest(self, article: AnnotatedArticle) -> Sequence[Suggestion]:
        """The quotes of the article, the likeliest cue, source and speaker with each."""
        marked = quotations(article.text)
        reports = list(_reports(article.text, marked))
        found = [_report(article, span) for span in reports]
        for span in _marked(article, marked):
            quote = propose_quote(article, span)
            score = _score(article.text, quote, reports)
            if score:
                found.append(Suggestion(quote, score))
        return found

    def close(self) -> None:
        """Nothing is held."""


def make(materials: Materials) -> Quotations:
    """Needs nothing of the project."""
    return Quotations()


# Between marks


def _marked(article: AnnotatedArticle, marked: Sequence[Quotation]) -> Iterator[Span]:
    """What stands between quotation marks and is no name; the parts of a broken one as one."""
    seen: set[Span] = set()
    for one in marked:
        if is_name(article, (one.start, one.end)):
            continue
        span = _with_parts(article.text, one)
        if span not in seen:
            seen.add(span)
            yield span


def _with_parts(text: str, one: Quotation) -> Span:
    for found in diagnosed_at(text, one.start):
        if found.quotation.start == one.start and found.quotation.end == one.end:
            return Span(found.fragments)
    return Span.of(one.start, one.end)


def _score(text: str, quote: Quote, reports: Sequence[Span]) -> float:
    """How likely it is that the words between these marks are said; 0 for mere marks."""
    start = quote.span.start
    if _led_by_colon(text, start):
        return _SPOKEN
    if any(report.covers(quote.span) for report in reports):
        return 0
    long = sum(1 for _ in words(text, start, quote.span.end)) >= _SENTENCE
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


def _reports(text: str, marked: Sequence[Quotation]) -> Iterator[Span]:
    """What is reported, each once, the outer of two that share words."""
    last = 0
    for place in sorted(set(_beginnings(text))):
        found = next((one for one in reported_at(text, place) if _begins(text, one, place)), None)
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


def _begins(text: str, report: Fragment, place: int) -> bool:
    return place <= report[0] <= place + 2 and report[1] > report[0]


def _is_marked(text: str, report: Fragment, marked: Sequence[Quotation]) -> bool:
    """Whether the report is only an أن in front of a quotation: إن «…»."""
    first = next(words(text, *report), None)
    if first is None:
        return True
    rest = word_after(text, first[1])
    return rest is not None and any(
        first[1] <= one.outer[0] <= rest[0] and report[1] <= one.outer[1] + 1 for one in marked
    )


def _report(article: AnnotatedArticle, span: Span) -> Suggestion:
    quote = propose_quote(article, span)
    if quote.type == "direct":
        quote = msgspec.structs.replace(quote, type="indirect")
    return Suggestion(quote, _REPORTED if quote.source or quote.speaker else _TOLD)
