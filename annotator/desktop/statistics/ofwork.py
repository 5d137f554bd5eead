"""Charts of what authors have marked: labels, quotes, ends of relations, speakers."""

from __future__ import annotations

import msgspec

from annotator.desktop import theme
from annotator.desktop.language import current, tr
from annotator.desktop.panels.article_model import status_title
from annotator.desktop.statistics.chart import Chart, Row
from annotator.desktop.statistics.words import (
    MOST,
    AnyLabel,
    labelled,
    leading,
    more,
    named,
    nothing,
    number,
    per_thousand,
    share,
    title_of,
)
from annotator.model.article import STATUSES
from annotator.model.labels import QUOTE, LabelSet
from annotator.quality.statistics import Kind, LayerFigures, Statistics

_NAMED = 10
"""Labels that are named in a sentence."""


def states(found: Statistics, layer: LayerFigures) -> Chart:
    """How far the articles are."""
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
        "states", "bars", tr("State of the articles"), nothing(), tuple(rows) if found.articles
        else (),
    )  # fmt: skip


def labels(layer: LayerFigures, labels: LabelSet, kind: Kind) -> Chart:
    """How often each label of a kind, or type of quotes, was used."""
    total = layer.count(kind)
    rows = []
    for one in layer.of_kind(kind):
        part, rate = share(one.count, total), per_thousand(layer.per_thousand(one.count))
        spoken = tr(
            "{title}: {number}, {share} of all, {rate}",
            title=named(labels, kind, one.label), number=number(one.count), share=part, rate=rate,
        )  # fmt: skip
        row = labelled(labels, kind, one.label, one.count, number(one.count), spoken, detail=part)
        rows.append(row)
    ids = {"entity": "entities", "quote": "quotes", "relation": "relations"}
    title, empty = {
        "entity": (tr("Entities by label"), tr("No entities yet.")),
        "quote": (tr("Quotes by type"), tr("No quotes yet.")),
        "relation": (tr("Relations by label"), tr("No relations yet.")),
    }[kind]
    note = _unused(layer, labels, kind) if rows else ""
    return Chart(ids[kind], "bars", title, empty, tuple(rows), note)


def _unused(layer: LayerFigures, labels: LabelSet, kind: Kind) -> str:
    """Which labels wait for their first annotation; of very many, the first ones."""
    used = {one.label for one in layer.of_kind(kind)}
    kinds: dict[Kind, tuple[AnyLabel, ...]] = {
        "entity": labels.entities,
        "quote": labels.quotes,
        "relation": labels.relations,
    }
    left = [title_of(one, one.name) for one in kinds[kind] if one.name not in used]
    if not left:
        return ""
    told = ("، " if current() == "ar" else ", ").join(left[:_NAMED])
    return tr("Not used yet: {labels}", labels=f"{told} …" if len(left) > _NAMED else told)


def quote_parts(layer: LayerFigures, labels: LabelSet) -> Chart:
    """How many quotes have a cue, a source, a speaker."""
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


def links(layer: LayerFigures, labels: LabelSet) -> Chart:
    """From which labels to which ones relations lead."""
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
        tuple(rows), more(len(layer.links)),
    )  # fmt: skip


def _end(labels: LabelSet, name: str) -> str:
    if name == QUOTE:
        return tr("Quote")
    return title_of(labels.entity(name), name) or "?"


def speakers(layer: LayerFigures) -> Chart:
    """Who is quoted, the most frequent ones first."""
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
        more(len(layer.speakers)),
    )  # fmt: skip


def parted(layer: LayerFigures, labels: LabelSet) -> Chart:
    """Which labels have spans of several fragments."""
    rows = []
    for one in sorted(layer.labels, key=lambda one: -one.parted):
        if one.parted:
            part = share(one.parted, one.count)
            spoken = tr(
                "{title}: {number}, {share} of the label",
                title=named(labels, one.kind, one.label), number=number(one.parted), share=part,
            )  # fmt: skip
            rows.append(
                labelled(labels, one.kind, one.label, one.parted, number(one.parted), spoken,
                         detail=part)
            )  # fmt: skip
    return Chart(
        "parts", "bars", tr("Spans in several fragments"), tr("No span has several fragments."),
        tuple(rows), tr("With their share of the label.") if rows else "",
    )  # fmt: skip


def authors(found: Statistics) -> Chart:
    """How much each author has annotated."""
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
        tuple(rows[:MOST]), more(len(rows)),
    )  # fmt: skip
