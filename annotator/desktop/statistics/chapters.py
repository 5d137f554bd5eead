"""Which charts the page has, in which order, and the large numbers on top."""

from __future__ import annotations

from annotator.desktop.language import tr
from annotator.desktop.statistics import lengths, ofwork, overtime
from annotator.desktop.statistics.chart import Chart, Figure
from annotator.desktop.statistics.words import number, per_thousand, share
from annotator.model.labels import LabelSet
from annotator.quality.distribution import Distribution
from annotator.quality.statistics import LayerFigures, Statistics


def figures(found: Statistics, layer: LayerFigures) -> tuple[Figure, ...]:
    """The large numbers on top."""
    done, new = layer.statuses["done"], layer.statuses["new"]
    rate = layer.per_thousand(layer.count("entity"))
    return (
        Figure(number(found.articles), tr("Articles"), tr("{count} not begun", count=number(new))),
        Figure(number(done), tr("Done"), share(done, found.articles)),
        Figure(number(found.words.sum), tr("Words in all"), _median(found.words)),
        Figure(number(layer.count("entity")), tr("Entities"), per_thousand(rate)),
        Figure(number(layer.count("quote")), tr("Quotes"), _speaking(layer)),
        Figure(number(layer.count("relation")), tr("Relations")),
    )


def _median(lengths: Distribution) -> str:
    if lengths.median is None:
        return ""
    return tr("median of an article: {number}", number=number(lengths.median))


def _speaking(layer: LayerFigures) -> str:
    count = layer.count("quote")
    speaking = sum(one.speaker for one in layer.quotes)
    return tr("{share} with speaker", share=share(speaking, count)) if count else ""


_ALWAYS = ("states", "days", "finished", "entities", "quotes", "relations", "speakers")
"""Charts that say what is missing; the others are left out where they have nothing to say."""


def charts(found: Statistics, layer: LayerFigures, labels: LabelSet) -> tuple[Chart, ...]:
    """All charts of one author's work; none of a project without articles."""
    if not found.articles:
        return ()
    every = _all(found, layer, labels)
    return tuple(one for one in every if one.rows or one.id in _ALWAYS)


def _all(found: Statistics, layer: LayerFigures, labels: LabelSet) -> tuple[Chart, ...]:
    return (
        ofwork.states(found, layer),
        overtime.made(layer),
        overtime.finished(layer),
        ofwork.labels(layer, labels, "entity"),
        ofwork.labels(layer, labels, "quote"),
        ofwork.quote_parts(layer, labels),
        ofwork.labels(layer, labels, "relation"),
        ofwork.links(layer, labels),
        ofwork.speakers(layer),
        lengths.article_lengths(found),
        lengths.span_lengths(layer, "entity"),
        lengths.span_lengths(layer, "quote"),
        lengths.lengths_by_label(layer, labels),
        lengths.depths(layer),
        ofwork.parted(layer, labels),
        ofwork.authors(found),
        lengths.sources(found),
        overtime.dates(found),
    )
