"""When work was done: edits by the history, and when articles were finished.

The table `finished` says when an author marked an article done. Articles that came in done, from a
file, are not in it: nobody knows on which day they were finished.
"""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

import msgspec
from msgspec import Struct

from annotator.model.article import Status
from annotator.store.annotations import Place
from annotator.store.database import Database
from annotator.store.failures import damaged
from annotator.store.findings import Finding


class Event(NamedTuple):
    """What happened in a layer at a time (in UTC): an edit that holds, or an article finished.

    `made`, `changed` and `removed` count annotations, `finished` articles.
    """

    layer: str
    at: datetime.datetime
    made: int = 0
    changed: int = 0
    removed: int = 0
    finished: int = 0


class _Known(Struct, frozen=True):
    """Of an annotation in the history, all that is needed here."""

    id: str


_ids = msgspec.json.Decoder(list[_Known]).decode
_EDITS = """SELECT history.article, layer.name, at, removed, added
FROM history JOIN layer ON layer.number = layer WHERE state = 'done' ORDER BY history.number"""
_FINISHED = """SELECT article, layer.name, at
FROM finished JOIN layer ON layer.number = layer ORDER BY at, article"""


def events(database: Database) -> Iterator[Event]:
    """All edits that were not taken back, then all articles that are done; for one thread alone.

    `ProjectRefused` where the history is damaged.
    """
    for article, layer, at, removed, added in database.each(_EDITS):
        try:
            gone, come = _read(removed), _read(added)
            kept = len(gone & come)
            yield Event(layer, _time(at), len(come) - kept, kept, len(gone) - kept)
        except (msgspec.DecodeError, ValueError) as error:
            raise damaged(database.path, article, error) from error
    for article, layer, at in database.each(_FINISHED):
        try:
            yield Event(layer, _time(at), finished=1)
        except ValueError as error:
            raise damaged(database.path, article, error) from error


def _read(annotations: str) -> set[str]:
    return {one.id for one in _ids(annotations)}


def _time(at: str) -> datetime.datetime:
    found = datetime.datetime.fromisoformat(at)
    return found if found.tzinfo is not None else found.replace(tzinfo=datetime.UTC)


def check(database: Database) -> Iterator[Finding]:
    """Times that are none."""
    there = database.rows("SELECT 1 FROM sqlite_schema WHERE name = 'finished'")
    for table in ("history", "finished") if there else ("history",):
        sql = f"SELECT count(*), min(article) FROM {table} WHERE julianday(at) IS NULL"
        count, article = database.rows(sql)[0]
        if count:
            text = "Times that cannot be read: {count}, the first of article {article}."
            yield Finding(text, {"count": count, "article": article})


# Keeping the table


def note(database: Database, place: Place, status: Status) -> None:
    """Remember when the article was marked done, or forget it. Call inside a transaction."""
    if status != "done":
        database.run("DELETE FROM finished WHERE article = ? AND layer = ?", place)
        return
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="milliseconds")
    # Marked done once more, it stays finished on the day when it was.
    sql = "INSERT INTO finished (article, layer, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
    database.run(sql, (*place, now))


def create(connection: sqlite3.Connection) -> None:
    """Make the table: a step of `schema`.

    What is done already is taken to have been finished with the last edit, if there was any.
    """
    connection.execute(
        """CREATE TABLE finished (
  article INTEGER NOT NULL,
  layer INTEGER NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (article, layer),
  FOREIGN KEY (article, layer) REFERENCES work
) STRICT, WITHOUT ROWID"""
    )
    connection.execute(
        """INSERT INTO finished SELECT work.article, work.layer, max(history.at)
FROM work JOIN history ON history.article = work.article AND history.layer = work.layer
WHERE status = 'done' AND state = 'done' GROUP BY work.article, work.layer"""
    )
