"""What a corpus holds, in numbers, as frozen values; `counting` makes them of records.

Words are those of `text.tokens`, lengths are in words or code points. A word that a span holds in
part counts as one: behind a و that is left out, the name is still a word long.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from annotator.model.article import STATUSES, Status
from annotator.quality.distribution import Distribution

Kind = Literal["entity", "quote", "relation"]
KINDS: tuple[Kind, ...] = ("entity", "quote", "relation")


class LabelFigures(Struct, frozen=True):
    """One label, or type of quotes: how often, how often in several parts, and how long.

    `words` and `characters` are the lengths of its spans, and empty for relations.
    """

    kind: Kind
    label: str
    count: int
    parted: int = 0
    words: Distribution = Distribution()
    characters: Distribution = Distribution()


class QuoteFigures(Struct, frozen=True):
    """The quotes of one type: how many, and of these how many with a cue, a source, a speaker."""

    type: str
    count: int
    cue: int
    source: int
    speaker: int


class Link(Struct, frozen=True):
    """How often a relation leads from one label to another; quotes of any type are "quote"."""

    label: str
    head: str
    tail: str
    count: int


class Speaker(Struct, frozen=True):
    """Who is quoted: under the spelling found most often, with all that are the same when folded.

    `words` are those of the quotes; `articles` are those that have any.
    """

    name: str
    quotes: int
    articles: int
    words: int


class Day(Struct, frozen=True):
    """What an author did on a day, `YYYY-MM-DD` where the author is.

    Annotations `made` and still there or deleted later, `changed`, `removed`; what was undone does
    not count. Articles `finished`, each on the day on which it was last marked done.
    """

    day: str
    made: int = 0
    changed: int = 0
    removed: int = 0
    finished: int = 0


class LayerFigures(Struct, frozen=True):
    """One author's work. `words` are those of the articles that were worked on: `worked`.

    Labels are ordered by kind and from the most to the least frequent. Depths are those of
    entities in entities, and of quotes in quotes.
    """

    name: str
    statuses: dict[Status, int]
    worked: int = 0
    words: int = 0
    labels: tuple[LabelFigures, ...] = ()
    quotes: tuple[QuoteFigures, ...] = ()
    links: tuple[Link, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    entity_depths: Distribution = Distribution()
    quote_depths: Distribution = Distribution()
    days: tuple[Day, ...] = ()

    def of_kind(self, kind: Kind) -> tuple[LabelFigures, ...]:
        """The labels of one kind."""
        return tuple(one for one in self.labels if one.kind == kind)

    def count(self, kind: Kind) -> int:
        """How many annotations of a kind there are."""
        return sum(one.count for one in self.labels if one.kind == kind)

    def per_thousand(self, count: int) -> float | None:
        """A count for each 1,000 words; None without any word."""
        return 1000 * count / self.words if self.words else None


class Statistics(Struct, frozen=True):
    """A whole corpus. `sources` and `dates` count articles by what their metadata says.

    A date is a day, a month or a year as it was given (`2026-03-01`, `2026-03`, `2026`); what is
    none of these, or nothing, is "".
    """

    articles: int
    words: Distribution = Distribution()
    characters: Distribution = Distribution()
    sources: tuple[tuple[str, int], ...] = ()
    dates: tuple[tuple[str, int], ...] = ()
    layers: tuple[LayerFigures, ...] = ()

    def layer(self, name: str) -> LayerFigures:
        """The work of an author; of one who did nothing, all articles are new."""
        found = next((one for one in self.layers if one.name == name), None)
        return found or LayerFigures(name, statuses({}, self.articles))


def statuses(counted: Mapping[Status, int], articles: int) -> dict[Status, int]:
    """Articles by status, where `counted` are those worked on: all others are new."""
    rest = articles - sum(counted.get(one, 0) for one in STATUSES if one != "new")
    return {one: rest if one == "new" else counted.get(one, 0) for one in STATUSES}
