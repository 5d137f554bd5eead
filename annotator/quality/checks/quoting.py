"""Quotes that lack a part, quotation marks that no quote is about, and suggestions left open."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Entity, Quote, spans_of
from annotator.model.spans import Span
from annotator.quality.checks.base import Found
from annotator.quality.corpus import Knowledge, Worked
from annotator.text.quotemarks import Quotation, quotations
from annotator.text.tokens import words

_FEWEST_WORDS = 4
"""Fewer words between marks are a name or an expression as often as a quote."""


def cues(worked: Worked, knowledge: Knowledge) -> Iterator[Found]:
    """Quotes that nothing introduces."""
    for quote in worked.annotated.quotes:
        if quote.cue is None:
            yield _lacking("The quote has no cue.", quote)


def speakers(worked: Worked, knowledge: Knowledge) -> Iterator[Found]:
    """Quotes of which nobody knows who speaks."""
    for quote in worked.annotated.quotes:
        if quote.speaker is None and quote.source is None:
            yield _lacking("The quote has neither a speaker nor a source.", quote)


def _lacking(why: str, quote: Quote) -> Found:
    return Found(why, quote.span, (quote.id,), None, (("label", quote.label),))


def marks(worked: Worked, knowledge: Knowledge) -> Iterator[Found]:
    """Quotation marks around several words, in an article that is done, that are no quote."""
    article = worked.annotated
    for one in quotations(article.text):
        if one.depth == 0 and _is_long(article.text, one) and not _is_marked(article, one):
            yield Found("Several words stand between quotation marks and are no quote.",
                        Span.of(one.start, one.end))  # fmt: skip


def _is_long(text: str, quotation: Quotation) -> bool:
    return sum(1 for _ in words(text, quotation.start, quotation.end)) >= _FEWEST_WORDS


def _is_marked(article: AnnotatedArticle, quotation: Quotation) -> bool:
    """Whether a quote is about the quotation, or it is (the end of) a name."""
    start, end = quotation.start, quotation.end
    for one in article.between(start, end):
        if isinstance(one, Quote) and one.span.overlaps(start, end):
            return True
        if isinstance(one, Entity) and one.span.start <= start and end <= one.span.end:
            return True
    return False


def suggestions(worked: Worked, knowledge: Knowledge) -> Iterator[Found]:
    """Suggestions of models that were neither accepted nor rejected in an article that is done."""
    for one in worked.suggestions:
        spans = spans_of(one)
        if spans:
            why = "A model suggests {label} here, and the article is done."
            yield Found(why, spans[0], (), None, (("label", one.label),))
