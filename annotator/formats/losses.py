"""What would be lost if records were written in a format: counted before a byte is written.

One function for all formats: it compares what the records have with what the format's line of the
table says that it carries. Sentences only; whether to go on is asked by the window and the console.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple

from annotator.formats.base import Format, WriteOptions
from annotator.formats.features import COUNTS, EVERYTHING, NEEDS, Feature
from annotator.model.record import Record

_SENTENCES: dict[Feature, str] = {
    Feature.ENTITIES: "Entities: {count}.",
    Feature.NESTED: "Entities that lie in another entity: {count}.",
    Feature.CROSSING: "Entities that cross another entity: {count}.",
    Feature.QUOTES: "Quotes: {count}.",
    Feature.QUOTE_TYPES: "Types of quotes: {count}.",
    Feature.CUES: "Cues of quotes: {count}.",
    Feature.SOURCES: "Sources of quotes: {count}.",
    Feature.SPEAKERS: "Speakers of quotes: {count}.",
    Feature.OVERLAPPING_QUOTES: "Quotes that overlap another quote: {count}.",
    Feature.RELATIONS: "Relations: {count}.",
    Feature.QUOTE_RELATIONS: "Relations from or to quotes: {count}.",
    Feature.DISCONTINUOUS: "Spans in several fragments: {count}.",
    Feature.SUBWORD: "Spans that begin or end inside a word: {count}.",
    Feature.BLANK_EDGES: "Spans that begin or end with white space: {count}.",
    Feature.ATTRIBUTES: "Annotations with attributes: {count}.",
    Feature.NOTES: "Annotations with notes: {count}.",
    Feature.IDS: "Ids of annotations: {count}.",
    Feature.TEXTS: "Articles whose white space is not kept: {count}.",
    Feature.ARTICLE_IDS: "Ids of articles: {count}.",
    Feature.META: "Articles with metadata: {count}.",
    Feature.LAYER: "Articles with the name of who annotated them: {count}.",
    Feature.STATUS: "Articles with a status: {count}.",
    Feature.LAYERS: "Further authors of the same article, not told apart: {count}.",
    Feature.EMPTY: "Articles without annotations: {count}.",
}


class Loss(NamedTuple):
    """One kind of thing that will not be in the export, and how many there are."""

    feature: Feature
    number: int

    def say(self, translate: Callable[[str], str] = str) -> str:
        """One sentence."""
        return translate(_SENTENCES[self.feature]).format(count=self.number)


def carried(format: Format, options: WriteOptions) -> frozenset[Feature]:
    """What the format carries with these options."""
    if "clitics" in format.options and options.clitics != "split":
        return format.carries - {Feature.SUBWORD}
    return format.carries


def lost(records: Iterable[Record], format: Format, options: WriteOptions) -> tuple[Loss, ...]:
    """What of the records the format does not carry, in the order of `Feature`."""
    has = carried(format, options)
    missing = [one for one in Feature if one not in has and NEEDS.get(one, one) in has | {one}]
    if not missing:
        return ()
    counts: Counter[Feature] = Counter()
    counted = [(one, COUNTS[one]) for one in missing if one in COUNTS]
    last = ""
    for record in records:
        for feature, count in counted:
            counts[feature] += count(record, has)
        # The records of one article follow each other.
        counts[Feature.LAYERS] += record.article.id == last
        last = record.article.id
    return tuple(Loss(one, counts[one]) for one in missing if counts[one])


def never_carried(format: Format) -> tuple[Feature, ...]:
    """What the format has no place for, whatever the records are: for tables and dialogs."""
    missing = EVERYTHING - format.carries
    return tuple(one for one in Feature if one in missing and NEEDS.get(one) not in missing)
