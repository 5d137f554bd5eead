"""Charts of how long articles and spans are, how deep spans lie in each other, and of sources."""

from __future__ import annotations

from collections.abc import Callable

from annotator.desktop.language import tr
from annotator.desktop.statistics.chart import Chart, Row
from annotator.desktop.statistics.words import (
    MOST,
    from_to,
    labelled,
    more,
    named,
    nothing,
    number,
    share,
)
from annotator.model.labels import LabelSet
from annotator.quality.distribution import Distribution, bins, summed, without_tail
from annotator.quality.statistics import Kind, LayerFigures, Statistics

_BINS = 32
Spoken = Callable[[str, str], str]
"""The sentence for a name and a number."""


def _histogram(id: str, title: str, empty: str, lengths: Distribution, spoken: Spoken) -> Chart:
    seen, left = without_tail(lengths)
    rows = tuple(
        Row(
            from_to(one.first, one.last), one.count, number(one.count),
            spoken(from_to(one.first, one.last), number(one.count)),
            first=one.first, last=one.last,
        )
        for one in bins(seen, _BINS)
    )  # fmt: skip
    median, said, note = lengths.median, "", ""
    if median is not None:
        said = tr("median {number}", number=number(median))
        low, high = lengths.quantile(0.25) or 0, lengths.quantile(0.75) or 0
        note = tr(
            "From {smallest} to {largest} words; half of all have {range}.",
            smallest=number(lengths.smallest or 0),
            largest=number(lengths.largest or 0),
            range=number(low) if low == high else f"{number(low)}–{number(high)}",
        )
    if left:
        note += " " + tr("Longer than fits here: {count}", count=number(left))
    return Chart(id, "histogram", title, empty, rows, note, median, said)


def article_lengths(found: Statistics) -> Chart:
    """How long articles are."""
    return _histogram(
        "article-lengths", tr("Lengths of articles, in words"), nothing(), found.words,
        lambda lengths, count: tr(
            "{lengths} words: articles {number}", lengths=lengths, number=count
        ),
    )  # fmt: skip


def span_lengths(layer: LayerFigures, kind: Kind) -> Chart:
    """How long entities or quotes are."""
    lengths = summed(one.words for one in layer.of_kind(kind))
    if kind == "entity":
        return _histogram(
            "entity-lengths", tr("Lengths of entities, in words"), tr("No entities yet."), lengths,
            lambda lengths, count: tr(
                "{lengths} words: entities {number}", lengths=lengths, number=count
            ),
        )  # fmt: skip
    return _histogram(
        "quote-lengths", tr("Lengths of quotes, in words"), tr("No quotes yet."), lengths,
        lambda lengths, count: tr(
            "{lengths} words: quotes {number}", lengths=lengths, number=count
        ),
    )  # fmt: skip


def lengths_by_label(layer: LayerFigures, labels: LabelSet) -> Chart:
    """Median, quartiles and extremes of the lengths of each label."""
    rows = []
    for one in layer.labels:
        spread = tuple(one.words.quantile(share) for share in (0, 0.25, 0.5, 0.75, 1))
        low, first, median, third, high = spread
        if low is None or first is None or median is None or third is None or high is None:
            continue
        detail = from_to(int(low), int(high))
        spoken = tr(
            "{title}: median {median} words, half of all {low} to {high}, all {range}",
            title=named(labels, one.kind, one.label), median=number(median), low=number(first),
            high=number(third), range=detail,
        )  # fmt: skip
        row = labelled(
            labels, one.kind, one.label, median, number(median), spoken, detail=detail,
            spread=(low, first, median, third, high),
        )  # fmt: skip
        rows.append(row)
    return Chart(
        "label-lengths", "ranges", tr("Lengths by label, in words"), tr("No annotations yet."),
        tuple(rows), tr("The number is the median; the band holds half of all, the line all."),
    )  # fmt: skip


def depths(layer: LayerFigures) -> Chart:
    """How deep entities lie in others."""
    total = layer.entity_depths.total
    rows = []
    for depth, count in layer.entity_depths.counts:
        title = tr("Outermost") if depth == 1 else tr("Level {number}", number=depth)
        part = share(count, total)
        spoken = tr(
            "{title}: {number}, {share} of all", title=title, number=number(count), share=part
        )
        rows.append(Row(title, count, number(count), spoken, detail=part))
    return Chart(
        "nesting", "bars", tr("Entities within entities"), tr("No entities yet."), tuple(rows),
        tr("How many entities lie in no other one, in one, in two …"),
    )  # fmt: skip


def sources(found: Statistics) -> Chart:
    """Where articles come from."""
    rows = []
    told = [pair for pair in found.sources if pair[0]]
    for source, count in told[:MOST]:
        part = share(count, found.articles)
        spoken = tr(
            "{title}: {number}, {share} of all", title=source, number=number(count), share=part
        )
        rows.append(Row(source, count, number(count), spoken, detail=part))
    without = found.articles - sum(count for _, count in told)
    note = tr("Without a source: {count}", count=number(without)) if without else ""
    return Chart(
        "sources", "bars", tr("Sources of the articles"), tr("No article has a source."),
        tuple(rows), " ".join(filter(None, (more(len(told)), note))) if told else "",
    )  # fmt: skip
