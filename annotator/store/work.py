"""Layers, and how far each has come with each article: status, number of annotations, cursor."""

from __future__ import annotations

from annotator.model.article import Status
from annotator.store import days
from annotator.store.annotations import Place, counted
from annotator.store.database import Database
from annotator.store.failures import Inconsistent


def layers(database: Database) -> list[str]:
    """The names of the layers, in order of creation."""
    return [name for (name,) in database.rows("SELECT name FROM layer ORDER BY number")]


def layer_number(database: Database, name: str) -> int | None:
    """The number of the layer, None if it does not exist."""
    number: int | None = database.value("SELECT number FROM layer WHERE name = ?", (name,))
    return number


def made_layer(database: Database, name: str) -> int:
    """The number of the layer, which is made if need be. Call inside a transaction."""
    number = layer_number(database, name)
    if number is None:
        number = database.insert("INSERT INTO layer (name) VALUES (?)", (name,))
    return number


def begin(database: Database, place: Place) -> None:
    """See to it that there is a row for this layer on this article. Call inside a transaction."""
    sql = "INSERT INTO work (article, layer, status) VALUES (?, ?, 'new') ON CONFLICT DO NOTHING"
    database.run(sql, place)


def count_edit(database: Database, place: Place, change: int, expected: int) -> None:
    """Add `change` to the number of annotations, which must then be `expected`; "new" is over."""
    database.run(
        "UPDATE work SET annotations = annotations + ?,"
        " status = CASE status WHEN 'new' THEN 'begun' ELSE status END"
        " WHERE article = ? AND layer = ?",
        (change, *place),
    )
    stored = counted(database, place)
    if stored != expected:
        raise Inconsistent(f"{stored} annotations are stored, {expected} in view: {place}")


def status(database: Database, place: Place) -> Status:
    """How far the layer has come with the article."""
    found: Status | None = database.value(
        "SELECT status FROM work WHERE article = ? AND layer = ?", place
    )
    return found or "new"


def set_status(database: Database, place: Place, status: Status) -> None:
    """Store how far the layer has come, and when it was done. Call inside a transaction."""
    begin(database, place)
    sql = "UPDATE work SET status = ? WHERE article = ? AND layer = ?"
    database.run(sql, (status, *place))
    days.note(database, place, status)


def cursor(database: Database, place: Place) -> int:
    """Where the cursor stood (code points)."""
    sql = "SELECT place FROM work WHERE article = ? AND layer = ?"
    return int(database.value(sql, place) or 0)


def set_cursor(database: Database, place: Place, position: int) -> None:
    """Store where the cursor stands. Call inside a transaction."""
    begin(database, place)
    sql = "UPDATE work SET place = ? WHERE article = ? AND layer = ?"
    database.run(sql, (position, *place))


_UNFINISHED = """SELECT number FROM article
LEFT JOIN work ON work.article = article.number AND work.layer = ?
WHERE coalesce(status, 'new') IN ('new', 'begun') AND number <> ?
ORDER BY number < ?, number LIMIT 1"""


def next_unfinished(database: Database, layer: int | None, number: int) -> int | None:
    """The next article that is new or begun, from the beginning again after the last one."""
    found: int | None = database.value(_UNFINISHED, (layer, number, number))
    return found
