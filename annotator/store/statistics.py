"""What there is in a project, in numbers."""

from __future__ import annotations

from msgspec import Struct

from annotator.model.article import Status
from annotator.store import articles, listing
from annotator.store.database import Database


class LayerStatistics(Struct, frozen=True):
    """One layer: how many articles have each status, and how many annotations each label.

    Labels are ordered from the most to the least frequent; `quotes` has the types of quotes.
    """

    layer: str
    statuses: dict[Status, int]
    entities: dict[str, int]
    quotes: dict[str, int]
    relations: dict[str, int]


class Statistics(Struct, frozen=True):
    """A whole project; `characters` are the code points of all texts."""

    articles: int
    characters: int
    layers: tuple[LayerStatistics, ...]


def statistics(database: Database) -> Statistics:
    """Count everything."""
    count = articles.count(database)
    return Statistics(
        articles=count,
        characters=database.value("SELECT coalesce(sum(length), 0) FROM article"),
        layers=tuple(
            LayerStatistics(
                layer=name,
                statuses=listing.progress(database, number, count),
                entities=_counts(database, "entity", "label", number),
                quotes=_counts(database, "quote", "type", number),
                relations=_counts(database, "relation", "label", number),
            )
            for number, name in database.rows("SELECT number, name FROM layer ORDER BY number")
        ),
    )


def _counts(database: Database, table: str, column: str, layer: int) -> dict[str, int]:
    sql = (
        f"SELECT {column}, count(*) FROM {table} WHERE layer = ? "
        f"GROUP BY {column} ORDER BY count(*) DESC, {column}"
    )
    return dict(database.rows(sql, (layer,)))
