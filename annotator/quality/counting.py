"""Counts a corpus: records go in one by one, `statistics` come out.

What is kept meanwhile grows with different labels, speakers, sources, days and lengths, and not
with the number of articles. The records of one article must follow each other, as the store gives
them. What happened when is told separately, since no record knows it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeVar

from annotator.model.annotations import Annotation, Entity, Quote, Relation
from annotator.model.article import Status
from annotator.model.labels import QUOTE
from annotator.model.record import Record
from annotator.model.spans import Span
from annotator.quality.distribution import Distribution
from annotator.quality.nesting import depths
from annotator.quality.statistics import (
    KINDS,
    Day,
    Kind,
    LabelFigures,
    LayerFigures,
    Link,
    QuoteFigures,
    Speaker,
    Statistics,
    statuses,
)
from annotator.text.normal import fold
from annotator.text.same import Needle
from annotator.text.tokens import words

_Key = TypeVar("_Key", str, tuple[str, str, str])


class Counting:
    """Takes in records, and what happened on which day; `taken` is what they tell together."""

    def __init__(self) -> None:
        self._articles = 0
        self._last: str | None = None
        self._words = _Words("")
        self._lengths: Counter[int] = Counter()
        self._characters: Counter[int] = Counter()
        self._sources: Counter[str] = Counter()
        self._dates: Counter[str] = Counter()
        self._layers: dict[str, _Layer] = {}

    @property
    def articles(self) -> int:
        """How many articles have been taken in."""
        return self._articles

    def add(self, record: Record) -> None:
        """Take in what one layer did on an article."""
        article = record.article
        if article.id != self._last:
            self._begin(record)
        if record.layer is not None:
            self._layer(record.layer).add(record, self._words, self._articles)

    def _begin(self, record: Record) -> None:
        article = record.article
        self._last = article.id
        self._articles += 1
        self._words = _Words(article.text)
        self._lengths[len(self._words)] += 1
        self._characters[len(article.text)] += 1
        self._sources[_told(article.meta.get("source"))] += 1
        self._dates[date_of(article.meta.get("date"))] += 1

    def happened(
        self, layer: str, day: str, *, made: int = 0, changed: int = 0, removed: int = 0,
        finished: int = 0,
    ) -> None:  # fmt: skip
        """Take in what an author did on a day (see `Day`)."""
        found = self._layer(layer).days.setdefault(day, Counter())
        found.update(made=made, changed=changed, removed=removed, finished=finished)

    def _layer(self, name: str) -> _Layer:
        return self._layers.setdefault(name, _Layer())

    def taken(self) -> Statistics:
        """All that was taken in."""
        return Statistics(
            articles=self._articles,
            words=Distribution.of(self._lengths),
            characters=Distribution.of(self._characters),
            sources=tuple(_by_count(self._sources)),
            dates=tuple(sorted(self._dates.items())),
            layers=tuple(one.taken(name, self._articles) for name, one in self._layers.items()),
        )


def statistics(records: Iterable[Record]) -> Statistics:
    """What records tell, without days."""
    counting = Counting()
    for record in records:
        counting.add(record)
    return counting.taken()


class _Words:
    """Where the words of a text are, to count those of spans."""

    def __init__(self, text: str) -> None:
        pairs = tuple(words(text))
        self._starts = [start for start, _ in pairs]
        self._ends = [end for _, end in pairs]

    def __len__(self) -> int:
        return len(self._starts)

    def within(self, span: Span) -> int:
        """How many words have any character in the span."""
        count, behind = 0, 0
        for start, end in span.fragments:
            first = bisect_right(self._ends, start)
            last = bisect_left(self._starts, end)
            # The rest of a word whose beginning has been counted counts no more.
            count += max(0, last - max(first, behind))
            behind = last
        return count


class _Label:
    """What is counted of one label."""

    def __init__(self) -> None:
        self.count = self.parted = 0
        self.words: Counter[int] = Counter()
        self.characters: Counter[int] = Counter()

    def add(self, span: Span, length: int) -> None:
        """Take in a span that is `length` words long."""
        self.count += 1
        self.parted += len(span.fragments) > 1
        self.words[length] += 1
        self.characters[span.length] += 1

    def taken(self, kind: Kind, label: str) -> LabelFigures:
        words, characters = Distribution.of(self.words), Distribution.of(self.characters)
        return LabelFigures(kind, label, self.count, self.parted, words, characters)


class _Speaker:
    """What is counted of one speaker. `last` is the number of the article counted last."""

    def __init__(self) -> None:
        self.spelt: Counter[str] = Counter()
        self.articles = self.words = self.last = 0


class _Layer:
    """What is counted of one layer."""

    def __init__(self) -> None:
        self.statuses: Counter[Status] = Counter()
        self.worked = self.words = 0
        self.labels: dict[tuple[Kind, str], _Label] = {}
        self.quotes: dict[str, Counter[str]] = {}
        self.links: Counter[tuple[str, str, str]] = Counter()
        self.speakers: dict[str, _Speaker] = {}
        self.depths: dict[Kind, Counter[int]] = {"entity": Counter(), "quote": Counter()}
        self.days: dict[str, Counter[str]] = {}

    def add(self, record: Record, words: _Words, article: int) -> None:
        """Take in an article, the one of this number (from 1) that was taken in."""
        self.statuses[record.status or "new"] += 1
        if record.annotations or record.status in ("begun", "done"):
            self.worked += 1
            self.words += len(words)
        by_id = {one.id: one for one in record.annotations}
        for one in record.annotations:
            if isinstance(one, Relation):
                self._add_relation(one, by_id)
                continue
            length = words.within(one.span)
            kind: Kind = "entity" if isinstance(one, Entity) else "quote"
            self._label(kind, one.label).add(one.span, length)
            if isinstance(one, Quote):
                self._add_quote(one)
                speaker = by_id.get(one.speaker or "")
                if isinstance(speaker, Entity):
                    self._speaks(speaker.span.surface(record.article.text), length, article)
        self.depths["entity"].update(_depths(record, Entity))
        self.depths["quote"].update(_depths(record, Quote))

    def _label(self, kind: Kind, label: str) -> _Label:
        found = self.labels.get((kind, label))
        if found is None:
            found = self.labels[kind, label] = _Label()
        return found

    def _add_relation(self, one: Relation, by_id: dict[str, Annotation]) -> None:
        self._label("relation", one.label).count += 1
        self.links[one.label, _end(by_id.get(one.head)), _end(by_id.get(one.tail))] += 1

    def _add_quote(self, one: Quote) -> None:
        found = self.quotes.setdefault(one.type, Counter())
        found["count"] += 1
        for part in ("cue", "source", "speaker"):
            found[part] += getattr(one, part) is not None

    def _speaks(self, surface: str, length: int, article: int) -> None:
        """One quote of `length` words by the speaker who is written so."""
        written = " ".join(surface.split())
        found = self.speakers.setdefault(Needle.of(written).text or written, _Speaker())
        found.spelt[written] += 1
        found.words += length
        found.articles += found.last != article
        found.last = article

    def taken(self, name: str, articles: int) -> LayerFigures:
        """All that was taken in; `articles` is how many there are in the whole corpus."""
        figures = (one.taken(*key) for key, one in self.labels.items())
        return LayerFigures(
            name=name,
            statuses=statuses(self.statuses, articles),
            worked=self.worked,
            words=self.words,
            labels=tuple(sorted(figures, key=_label_order)),
            quotes=tuple(sorted(self._quotes(), key=lambda one: (-one.count, one.type))),
            links=tuple(Link(*link, count) for link, count in _by_count(self.links)),
            speakers=tuple(sorted(self._speakers(), key=_speaker_order)),
            entity_depths=Distribution.of(self.depths["entity"]),
            quote_depths=Distribution.of(self.depths["quote"]),
            days=tuple(Day(day, **found) for day, found in sorted(self.days.items())),
        )

    def _quotes(self) -> Iterator[QuoteFigures]:
        for type, found in self.quotes.items():
            yield QuoteFigures(
                type, found["count"], found["cue"], found["source"], found["speaker"]
            )

    def _speakers(self) -> Iterator[Speaker]:
        for found in self.speakers.values():
            name = _by_count(found.spelt)[0][0]
            yield Speaker(name, found.spelt.total(), found.articles, found.words)


def _end(annotation: Annotation | None) -> str:
    """The label of a relation's end; "" where there is none."""
    if isinstance(annotation, Entity):
        return annotation.label
    return QUOTE if isinstance(annotation, Quote) else ""


def _depths(record: Record, kind: type[Entity | Quote]) -> list[int]:
    return depths(one.span for one in record.annotations if isinstance(one, kind))


def _label_order(one: LabelFigures) -> tuple[int, int, str]:
    return KINDS.index(one.kind), -one.count, one.label


def _speaker_order(one: Speaker) -> tuple[int, int, str]:
    return -one.quotes, -one.words, one.name


def _by_count(counted: Counter[_Key]) -> list[tuple[_Key, int]]:
    """From the most to the least frequent; what is equally frequent by its name."""
    return sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))


_DATE = (4, 7, 10)
"""How long a year, a month and a day are, as ISO 8601 writes them."""


def date_of(told: object) -> str:
    """The day, month or year that a date of an article's metadata begins with; "" if none."""
    text = fold(told).strip() if isinstance(told, str) else ""
    for length in reversed(_DATE):
        found = text[:length]
        if len(found) == length and _is_date(found) and not text[length : length + 1].isdigit():
            return found
    return ""


def _is_date(text: str) -> bool:
    year, *rest = text.split("-")
    numbers = (year, *rest)
    if not all(one.isascii() and one.isdigit() for one in numbers) or len(year) != 4:
        return False
    return all(len(one) == 2 for one in rest) and all(
        0 < int(one) <= most for one, most in zip(rest, (12, 31), strict=False)
    )


def _told(source: object) -> str:
    return " ".join(source.split()) if isinstance(source, str) else ""
