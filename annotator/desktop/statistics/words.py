"""How charts write numbers, labels and parts of something, in the language of the interface."""

from __future__ import annotations

from typing import Any

from annotator.desktop.language import current, tr
from annotator.desktop.panels.annotations import colour_of
from annotator.desktop.panels.signs import UNKNOWN, Sign
from annotator.desktop.statistics.chart import Row
from annotator.model.labels import EntityLabel, LabelSet, QuoteType, RelationLabel
from annotator.quality.statistics import Kind

AnyLabel = EntityLabel | QuoteType | RelationLabel
MOST = 20
"""Rows of what there may be thousands of; tables in files have all."""


def number(value: float) -> str:
    """A number with its thousands apart, and with one digit behind the point if it needs any."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.1f}"


def share(count: float, total: float) -> str:
    """A part of all, in percent; what is there is never written as 0."""
    if not total:
        return ""
    percent = 100 * count / total
    return "<1%" if 0 < percent < 0.5 else f"{percent:.0f}%"


def leading(head: str, tail: str) -> str:
    """From one to the other, in the direction in which the interface is read."""
    return f"{head} {'←' if current() == 'ar' else '→'} {tail}"


def label_of(labels: LabelSet, kind: Kind, name: str) -> AnyLabel | None:
    """The label of this name, if the label set has it."""
    if kind == "entity":
        return labels.entity(name)
    return labels.quote_type(name) if kind == "quote" else labels.relation(name)


def title_of(label: AnyLabel | None, name: str) -> str:
    """What the interface calls a label."""
    return name if label is None else label.title.in_language(current())


def labelled(
    labels: LabelSet, kind: Kind, name: str, value: float, written: str, spoken: str, **more: Any
) -> Row:
    """A row that has the colour and the sign of a label."""
    label = label_of(labels, kind, name)
    sign: Sign = kind
    place = {"entity": labels.place(name), "quote": labels.quote_place(name), "relation": 0}[kind]
    title = title_of(label, name)
    # Types of quotes have no name of their own beside the title that people know.
    second = name if kind != "quote" and title != name else ""
    return Row(
        title, value, written, spoken, name=second, colour=colour_of(label), sign=sign,
        place=place if label is not None else UNKNOWN if kind == "entity" else 0,
        **more,
    )  # fmt: skip


def named(labels: LabelSet, kind: Kind, name: str) -> str:
    """Name and title of a label, as they are said."""
    title = title_of(label_of(labels, kind, name), name)
    return title if kind == "quote" or title == name else f"{name} {title}"


def per_thousand(rate: float | None) -> str:
    """How many for each 1,000 words; nothing where there are none."""
    return "" if rate is None else tr("{number} per 1,000 words", number=number(round(rate, 1)))


def from_to(first: int, last: int) -> str:
    """A range of whole numbers, or the only one."""
    return number(first) if first == last else f"{number(first)}–{number(last)}"


def more(count: int) -> str:
    """What is said of rows that have no room."""
    if count <= MOST:
        return ""
    return tr("The first {shown} of {count}; the tables have all.", shown=MOST, count=number(count))


def nothing() -> str:
    """What charts of articles say without any."""
    return tr("There are no articles in this project yet.")
