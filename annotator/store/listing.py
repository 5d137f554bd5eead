"""Lists of articles: which ones, in which order, as numbers. What a row shows is read by pages.

The table `listing` keeps, beside each article, the forms that lists compare: the folded title and
date. It holds nothing that could not be made again from the articles.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Iterable, Sequence
from typing import Any, Literal

import msgspec
from msgspec import Struct

from annotator.model.article import STATUSES, Article, Status
from annotator.store.articles import Summary
from annotator.store.database import Database
from annotator.text.normal import fold

Order = Literal["project", "title", "status", "annotations", "date"]
ORDERS: tuple[Order, ...] = ("project", "title", "status", "annotations", "date")


class Listing(Struct, frozen=True):
    """What a list was asked for.

    `title` is matched however it is spelt (see `text.normal`); each of its words has to be in the
    title. Dates run from the newest, numbers of annotations from the highest, states from what is
    under way to what is left out; what is equal keeps the order of the project.
    """

    order: Order = "project"
    title: str = ""
    status: Status | None = None

    @property
    def narrowed(self) -> bool:
        """Whether anything may be missing from the list."""
        return self.status is not None or bool(fold(self.title).split())

    @property
    def plain(self) -> bool:
        """Whether it is simply all articles in their order."""
        return self.order == "project" and not self.narrowed


_MOST_WORDS = 24
_LONGEST_WORD = 200
_LONGEST_DATE = 40
_ORDERS = {
    "project": "listing.article",
    "title": "listing.title, listing.article",
    "status": "CASE coalesce(status, 'new') WHEN 'begun' THEN 0 WHEN 'new' THEN 1"
    " WHEN 'done' THEN 2 ELSE 3 END, listing.article",
    "annotations": "coalesce(annotations, 0) DESC, listing.article",
    "date": "date IS NULL, date DESC, listing.article",
}


def numbers(database: Database, layer: int, wanted: Listing) -> array[int]:
    """The numbers of the articles that `wanted` asks for, as far as `layer` has come with them."""
    words = [word[:_LONGEST_WORD] for word in fold(wanted.title).split()[:_MOST_WORDS]]
    conditions = ["instr(listing.title, ?)"] * len(words)
    values: list[Any] = [*words]
    if wanted.status is not None:
        conditions.append("coalesce(status, 'new') = ?")
        values.append(wanted.status)
    needs_work = wanted.status is not None or wanted.order in ("status", "annotations")
    sql = "SELECT listing.article FROM listing"
    if needs_work:
        sql += " LEFT JOIN work ON work.article = listing.article AND work.layer = ?"
        values.insert(0, layer)
    if conditions:
        sql += f" WHERE {' AND '.join(conditions)}"
    sql += f" ORDER BY {_ORDERS[wanted.order]}"
    return array("q", (number for (number,) in database.rows(sql, values)))


_ROWS = """SELECT article.number, article.id, article.title, coalesce(status, 'new'),
  coalesce(annotations, 0), date
FROM json_each(?) AS wanted JOIN article ON article.number = wanted.value
LEFT JOIN listing ON listing.article = article.number
LEFT JOIN work ON work.article = article.number AND work.layer = ?
ORDER BY wanted.key"""


def rows(database: Database, layer: int, page: Iterable[int]) -> list[Summary]:
    """What a list shows of these articles, in this order."""
    found = database.rows(_ROWS, (json.dumps(list(page)), layer))
    return [
        Summary(number, id, title, status, annotations, date or "")
        for number, id, title, status, annotations, date in found
    ]


def progress(database: Database, layer: int, count: int) -> dict[Status, int]:
    """How many of `count` articles have each status; those without a row are new."""
    sql = "SELECT status, count(*) FROM work WHERE layer = ? GROUP BY status"
    found: dict[Status, int] = dict(database.rows(sql, (layer,)))
    found["new"] = count - sum(n for status, n in found.items() if status != "new")
    return {status: found.get(status, 0) for status in STATUSES}


def next_unfinished(
    database: Database, layer: int, number: int, among: Sequence[int]
) -> int | None:
    """The next other article of the list `among` that is new or begun, round from its end.

    Where `number` is not in the list, its first unfinished article is the next one.
    """
    sql = "SELECT article FROM work WHERE layer = ? AND status IN ('done', 'skipped')"
    finished = {article for (article,) in database.rows(sql, (layer,))}
    at = among.index(number) + 1 if number in among else 0
    for start, end in ((at, len(among)), (0, at)):
        for place in range(start, end):
            if among[place] not in finished and among[place] != number:
                return among[place]
    return None


# Keeping the table


_INSERT = "INSERT INTO listing (article, title, date) VALUES (?, ?, ?)"


def add(database: Database, number: int, article: Article) -> None:
    """Note how an article is found in lists. Call inside a transaction."""
    database.insert(_INSERT, _entry(number, article.title, article.meta))


def fill(connection: sqlite3.Connection) -> None:
    """Make the table and note all articles that are there already: a step of `schema`."""
    connection.execute(
        """CREATE TABLE listing (
  article INTEGER PRIMARY KEY REFERENCES article,
  title TEXT NOT NULL,
  date TEXT CHECK (date <> '')
) STRICT"""
    )
    there = connection.execute("SELECT number, title, meta FROM article")
    connection.executemany(
        _INSERT, (_entry(number, title, _meta(meta)) for number, title, meta in there)
    )


def _entry(number: int, title: str, meta: dict[str, Any]) -> tuple[int, str, str | None]:
    date = meta.get("date")
    told = fold(date).strip()[:_LONGEST_DATE] if isinstance(date, str) else ""
    return number, fold(title), told or None


def _meta(source: str) -> dict[str, Any]:
    """Metadata; what is damaged has no date, and `check` and reading will say so."""
    try:
        found = msgspec.json.decode(source)
    except msgspec.DecodeError:
        return {}
    return found if isinstance(found, dict) else {}
