"""Which charts the page has, in which order, and what each says: statistics in, charts out."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator

import msgspec

from annotator.desktop import theme
from annotator.desktop.language import tr
from annotator.desktop.panels.article_model import status_title
from annotator.desktop.statistics.chart import Chart, Figure, Row
from annotator.desktop.statistics.words import label_of, labelled, leading, number, share, title_of
from annotator.model.article import STATUSES
from annotator.model.labels import QUOTE, LabelSet
from annotator.quality.distribution import Distribution, bins, summed, without_tail
from annotator.quality.periods import Period, periods
from annotator.quality.statistics import Kind, LayerFigures, Statistics

MOST = 20
"""Rows of what there may be thousands of; tables in files have all."""
_BINS = 32


def figures(found: Statistics, layer: LayerFigures) -> tuple[Figure, ...]:
    """The large numbers on top."""
    done, worked = layer.statuses["done"], found.articles - layer.statuses["new"]
    rate = layer.per_thousand(layer.count("entity"))
    return (
        Figure(number(found.articles), tr("Articles"), tr("{count} begun", count=number(worked))),
        Figure(number(done), tr("Done"), share(done, found.articles)),
        Figure(number(found.words.sum), tr("Words in all"), _median(found.words)),
        Figure(number(layer.count("entity")), tr("Entities"), _rate(rate)),
        Figure(number(layer.count("quote")), tr("Quotes"), _speaking(layer)),
        Figure(number(layer.count("relation")), tr("Relations")),
    )


def _median(lengths: Distribution) -> str:
    if lengths.median is None:
        return ""
    return tr("median of an article: {number}", number=number(lengths.median))


def _rate(rate: float | None) -> str:
    return "" if rate is None else tr("{number} per 1,000 words", number=number(round(rate, 1)))


def _speaking(layer: LayerFigures) -> str:
    count = layer.count("quote")
    speaking = sum(one.speaker for one in layer.quotes)
    return tr("{share} with speaker", share=share(speaking, count)) if count else ""


def charts(found: Statistics, layer: LayerFigures, labels: LabelSet) -> tuple[Chart, ...]:
    """All charts of one author's work."""
    return (
        _states(found, layer),
        _made(layer),
        _finished(layer),
        _labels(layer, labels, "entity"),
        _labels(layer, labels, "quote"),
        _quote_parts(layer, labels),
        _labels(layer, labels, "relation"),
        _links(layer, labels),
        _speakers(layer),
        _article_lengths(found),
        _span_lengths(layer, "entity"),
        _span_lengths(layer, "quote"),
        _lengths_by_label(layer, labels),
        _depths(layer),
        _parted(layer, labels),
        _authors(found),
        _sources(found),
        _dates(found),
    )


def _states(found: Statistics, layer: LayerFigures) -> Chart:
    tone = theme.colours()
    rows = []
    for status in STATUSES:
        count, title = layer.statuses[status], status_title(status)
        part = share(count, found.articles)
        spoken = tr(
            "{title}: {number}, {share} of all", title=title, number=number(count), share=part
        )
        colour = {"new": tone.new, "begun": tone.begun, "done": tone.done, "skipped": tone.quiet}
        rows.append(
            Row(title, count, number(count), spoken, detail=part, colour=colour[status],
                sign=status)
        )  # fmt: skip
    return Chart(
        "states", "bars", tr("State of the articles"), _nothing(), tuple(rows) if found.articles
        else (),
    )  # fmt: skip


def _nothing() -> str:
    return tr("There are no articles in this project yet.")


# Labels


def _labels(layer: LayerFigures, labels: LabelSet, kind: Kind) -> Chart:
    total = layer.count(kind)
    rows = []
    for one in layer.of_kind(kind):
        part, rate = share(one.count, total), _rate(layer.per_thousand(one.count))
        spoken = tr(
            "{title}: {number}, {share} of all, {rate}",
            title=_named(labels, kind, one.label), number=number(one.count), share=part, rate=rate,
        )  # fmt: skip
        row = labelled(labels, kind, one.label, one.count, number(one.count), spoken, detail=part)
        rows.append(row)
    ids = {"entity": "entities", "quote": "quotes", "relation": "relations"}
    title, empty = {
        "entity": (tr("Entities by label"), tr("No entities yet.")),
        "quote": (tr("Quotes by type"), tr("No quotes yet.")),
        "relation": (tr("Relations by label"), tr("No relations yet.")),
    }[kind]
    return Chart(ids[kind], "bars", title, empty, tuple(rows))


def _named(labels: LabelSet, kind: Kind, name: str) -> str:
    title = title_of(label_of(labels, kind, name), name)
    return title if kind == "quote" or title == name else f"{name} {title}"


def _quote_parts(layer: LayerFigures, labels: LabelSet) -> Chart:
    total = layer.count("quote")
    parts = (
        (tr("Cue"), sum(one.cue for one in layer.quotes)),
        (tr("Source"), sum(one.source for one in layer.quotes)),
        (tr("Speaker"), sum(one.speaker for one in layer.quotes)),
    )
    rows = (
        Row(
            title, count, number(count),
            tr("{title}: {number}, {share} of all", title=title, number=number(count),
               share=share(count, total)),
            detail=share(count, total),
        )
        for title, count in parts
    )  # fmt: skip
    return Chart(
        "quote-parts", "bars", tr("Parts of quotes"), tr("No quotes yet."),
        tuple(rows) if total else (), tr("Of how many quotes each part is marked."),
    )  # fmt: skip


def _links(layer: LayerFigures, labels: LabelSet) -> Chart:
    rows = []
    for one in layer.links[:MOST]:
        head, tail = (_end(labels, end) for end in (one.head, one.tail))
        title = leading(head, tail)
        name = title_of(labels.relation(one.label), one.label)
        spoken = tr(
            "{label}, from {head} to {tail}: {number}",
            label=name, head=head, tail=tail, number=number(one.count),
        )  # fmt: skip
        row = labelled(labels, "relation", one.label, one.count, number(one.count), spoken)
        rows.append(msgspec.structs.replace(row, title=title, name=name))
    return Chart(
        "links", "bars", tr("Relations by the labels of their ends"), tr("No relations yet."),
        tuple(rows), _more(len(layer.links)),
    )  # fmt: skip


def _end(labels: LabelSet, name: str) -> str:
    if name == QUOTE:
        return tr("Quote")
    return title_of(labels.entity(name), name) or "?"


def _more(count: int) -> str:
    """What is said of rows that have no room."""
    if count <= MOST:
        return ""
    return tr("The first {shown} of {count}; the tables have all.", shown=MOST, count=number(count))


def _speakers(layer: LayerFigures) -> Chart:
    rows = []
    for one in layer.speakers[:MOST]:
        detail = tr("articles {articles} · words {words}", articles=number(one.articles),
                    words=number(one.words))  # fmt: skip
        spoken = tr(
            "{title}: quotes {number}, articles {articles}, words quoted {words}",
            title=one.name, number=number(one.quotes), articles=number(one.articles),
            words=number(one.words),
        )  # fmt: skip
        rows.append(Row(one.name, one.quotes, number(one.quotes), spoken, detail=detail))
    return Chart(
        "speakers", "bars", tr("Speakers"), tr("No quote has a speaker yet."), tuple(rows),
        _more(len(layer.speakers)),
    )  # fmt: skip


# Time


def _made(layer: LayerFigures) -> Chart:
    days = ((_date(one.day), (one.made,)) for one in layer.days)

    def spoken(period: str, count: str) -> str:
        return tr("{period}: annotations made {number}", period=period, number=count)

    return Chart(
        "days", "columns", tr("Annotations made"),
        tr("What you annotate from now on appears here, day by day."), _time(periods(days), spoken),
        tr("What was undone and what came from files is left out."),
    )  # fmt: skip


def _finished(layer: LayerFigures) -> Chart:
    days = ((_date(one.day), (one.finished,)) for one in layer.days)

    def spoken(period: str, count: str) -> str:
        return tr("{period}: articles finished {number}", period=period, number=count)

    told = sum(one.finished for one in layer.days)
    other = layer.statuses["done"] - told
    note = tr("Done on a day that is not known: {count}", count=number(other)) if other > 0 else ""
    return Chart(
        "finished", "columns", tr("Articles finished"),
        tr("Articles that you mark done from now on appear here, day by day."),
        _time(periods(days), spoken) if told else (), note,
    )  # fmt: skip


def _date(day: str) -> datetime.date:
    return datetime.date.fromisoformat(day)


Spoken = Callable[[str, str], str]
"""The sentence for a name and a number."""


def _time(found: Iterable[Period], spoken: Spoken) -> tuple[Row, ...]:
    rows = []
    for one in found:
        count = number(one.counts[0])
        rows.append(Row(one.name, one.counts[0], count, spoken(_period(one), count)))
    return tuple(rows)


def _period(one: Period) -> str:
    return tr("week from {day}", day=one.name) if one.unit == "week" else one.name


def _dates(found: Statistics) -> Chart:
    days, without = [], 0
    for told, count in found.dates:
        day = _first_day(told)
        if day is None:
            without += count
        else:
            days.append((day, (count,)))
    note = tr("Without a date: {count}", count=number(without)) if without else ""

    def spoken(period: str, count: str) -> str:
        return tr("{period}: articles {number}", period=period, number=count)

    rows = _time(periods(days, "month"), spoken)
    return Chart(
        "dates", "columns", tr("Dates of the articles"), tr("No article has a date."), rows, note
    )


def _first_day(told: str) -> datetime.date | None:
    """The first day of a day, month or year; None for what no calendar has."""
    try:
        return datetime.date.fromisoformat((told + "-01-01")[:10])
    except ValueError:
        return None


# Lengths


def _histogram(id: str, title: str, empty: str, lengths: Distribution, spoken: Spoken) -> Chart:
    seen, left = without_tail(lengths)
    rows = tuple(
        Row(
            _from_to(one.first, one.last), one.count, number(one.count),
            spoken(_from_to(one.first, one.last), number(one.count)),
            first=one.first, last=one.last,
        )
        for one in bins(seen, _BINS)
    )  # fmt: skip
    median, said, note = lengths.median, "", ""
    if median is not None:
        said = tr("median {number}", number=number(median))
        note = tr(
            "From {smallest} to {largest} words; half of all have {low} to {high}.",
            smallest=number(lengths.smallest or 0), largest=number(lengths.largest or 0),
            low=number(lengths.quantile(0.25) or 0), high=number(lengths.quantile(0.75) or 0),
        )  # fmt: skip
    if left:
        note += " " + tr("Longer than fits here: {count}", count=number(left))
    return Chart(id, "histogram", title, empty, rows, note, median, said)


def _from_to(first: int, last: int) -> str:
    return number(first) if first == last else f"{number(first)}–{number(last)}"


def _article_lengths(found: Statistics) -> Chart:
    return _histogram(
        "article-lengths", tr("Lengths of articles, in words"), _nothing(), found.words,
        lambda lengths, count: tr(
            "{lengths} words: articles {number}", lengths=lengths, number=count
        ),
    )  # fmt: skip


def _span_lengths(layer: LayerFigures, kind: Kind) -> Chart:
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


def _lengths_by_label(layer: LayerFigures, labels: LabelSet) -> Chart:
    rows = []
    for one in layer.labels:
        spread = tuple(one.words.quantile(share) for share in (0, 0.25, 0.5, 0.75, 1))
        low, first, median, third, high = spread
        if low is None or first is None or median is None or third is None or high is None:
            continue
        detail = _from_to(int(low), int(high))
        spoken = tr(
            "{title}: median {median} words, half of all {low} to {high}, all {range}",
            title=_named(labels, one.kind, one.label), median=number(median), low=number(first),
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


# Shapes of spans


def _depths(layer: LayerFigures) -> Chart:
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


def _parted(layer: LayerFigures, labels: LabelSet) -> Chart:
    rows = []
    for one in sorted(layer.labels, key=lambda one: -one.parted):
        if one.parted:
            part = share(one.parted, one.count)
            spoken = tr(
                "{title}: {number}, {share} of the label",
                title=_named(labels, one.kind, one.label), number=number(one.parted), share=part,
            )  # fmt: skip
            rows.append(
                labelled(labels, one.kind, one.label, one.parted, number(one.parted), spoken,
                         detail=part)
            )  # fmt: skip
    return Chart(
        "parts", "bars", tr("Spans in several fragments"), tr("No span has several fragments."),
        tuple(rows), tr("With their share of the label.") if rows else "",
    )  # fmt: skip


# The corpus


def _authors(found: Statistics) -> Chart:
    rows = []
    for one in found.layers:
        count = sum(label.count for label in one.labels)
        detail = tr("articles done {count}", count=number(one.statuses["done"]))
        spoken = tr("{title}: annotations {number}, {rest}", title=one.name, number=number(count),
                    rest=detail)  # fmt: skip
        rows.append(Row(one.name, count, number(count), spoken, detail=detail))
    rows.sort(key=lambda one: -one.value)
    return Chart(
        "authors", "bars", tr("Annotations by author"), tr("No annotations yet."),
        tuple(rows[:MOST]), _more(len(rows)),
    )  # fmt: skip


def _sources(found: Statistics) -> Chart:
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
        tuple(rows), " ".join(filter(None, (_more(len(told)), note))) if told else "",
    )  # fmt: skip


def written(chart: Chart) -> Iterator[tuple[str, ...]]:
    """A chart as rows of text: what it is, then each name with its number and its detail."""
    yield (chart.title,)
    for row in chart.rows:
        title = f"{row.title} ({row.name})" if row.name else row.title
        yield (title, row.number, row.detail) if row.detail else (title, row.number)
