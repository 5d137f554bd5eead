"""What would be lost if records were written in a format: counted before a byte is written.

The records go the same way as when they are written (`keeping`), so that the figures are true.
Sentences only; whether to go on is asked by the window and the console.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple

from annotator.formats.base import Format, WriteOptions
from annotator.formats.features import EVERYTHING, NEEDS, Feature
from annotator.formats.keeping import kept_records
from annotator.model.record import Record

SENTENCES: dict[Feature, str] = {
    Feature.ENTITIES: "Entities: {count}.",
    Feature.NESTED: "Entities that lie in another one and are left out: {count}.",
    Feature.CROSSING: "Entities that cross an earlier one and are left out: {count}.",
    Feature.QUOTES: "Quotes: {count}.",
    Feature.QUOTE_TYPES: "Types of quotes: {count}.",
    Feature.CUES: "Cues of quotes: {count}.",
    Feature.SOURCES: "Sources of quotes: {count}.",
    Feature.SPEAKERS: "Speakers of quotes: {count}.",
    Feature.OVERLAPPING_QUOTES: "Quotes that overlap an earlier one and are left out: {count}.",
    Feature.RELATIONS: "Relations: {count}.",
    Feature.QUOTE_RELATIONS: "Relations from or to quotes: {count}.",
    Feature.DISCONTINUOUS: "Spans in several fragments, which are left out: {count}.",
    Feature.SUBWORD: "Spans that begin or end inside a word: {count}.",
    Feature.BLANK_EDGES: "Spans whose outer white space is left out: {count}.",
    Feature.ATTRIBUTES: "Annotations with attributes: {count}.",
    Feature.ATTRIBUTE_TYPES: "Attributes that are numbers or flags and become words: {count}.",
    Feature.NOTES: "Annotations with notes: {count}.",
    Feature.IDS: "Ids of annotations: {count}.",
    Feature.TEXTS: "Exact texts of articles: {count}.",
    Feature.CONTROLS: (
        "Articles with control characters, for which signs stand until they are imported again: "
        "{count}."
    ),
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
        return translate(SENTENCES[self.feature]).format(count=self.number)


def lost(records: Iterable[Record], format: Format, options: WriteOptions) -> tuple[Loss, ...]:
    """What of the records would be taken off or changed, in the order of `Feature`."""
    keeping = format.keeping(options)
    if keeping.carried == EVERYTHING:
        return ()
    counts: Counter[Feature] = Counter()
    for _ in kept_records(records, keeping, counts):
        pass
    return tuple(Loss(one, counts[one]) for one in Feature if counts[one])


def never_carried(format: Format) -> tuple[Feature, ...]:
    """What the format has no place for, whatever the records are: for tables and dialogs."""
    missing = EVERYTHING - format.carries
    return tuple(one for one in Feature if one in missing and NEEDS.get(one) not in missing)
