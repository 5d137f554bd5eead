"""The guideline pages of a project. Writing a page keeps what it said before.

Pages are found by name and language; each text that a page ever had is a row, the newest is what
the page says now.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import cast, get_args

from msgspec import Struct

from annotator.model.guidelines import BadPage, GuidelinePage, checked
from annotator.model.labels import Language
from annotator.store.database import Database
from annotator.store.findings import Finding

TABLE = "guideline"


class Version(Struct, frozen=True):
    """What a page said from `at` on (UTC, ISO 8601)."""

    at: str
    text: str


def create(connection: sqlite3.Connection) -> None:
    """Make the table: a step of `schema`."""
    connection.execute(
        """CREATE TABLE guideline (
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  language TEXT NOT NULL CHECK (language IN ('ar', 'en')),
  at TEXT NOT NULL,
  text TEXT NOT NULL CHECK (text <> '')
) STRICT"""
    )
    connection.execute("CREATE INDEX guideline_by_page ON guideline (name, language, number)")


def pages(database: Database) -> list[GuidelinePage]:
    """What the pages say now, by name and language."""
    rows = database.rows(
        "SELECT name, language, text FROM guideline WHERE number IN"
        " (SELECT max(number) FROM guideline GROUP BY name, language) ORDER BY name, language"
    )
    return [GuidelinePage(name, cast("Language", language), text) for name, language, text in rows]


def versions(database: Database, name: str, language: Language) -> list[Version]:
    """Everything that a page ever said, the newest first."""
    sql = "SELECT at, text FROM guideline WHERE name = ? AND language = ? ORDER BY number DESC"
    return [Version(at, text) for at, text in database.rows(sql, (name, language))]


def write(database: Database, new: Iterable[GuidelinePage]) -> int:
    """Let the pages say this from now on; answers how many said something else before.

    Raises `BadPage` for a page that cannot be one. Call inside a transaction.
    """
    wanted = [checked(page) for page in new]
    now = {(page.name, page.language): page.text for page in pages(database)}
    changed = [page for page in wanted if now.get((page.name, page.language)) != page.text]
    at = datetime.now(UTC).isoformat(timespec="seconds")
    database.many(
        "INSERT INTO guideline (name, language, at, text) VALUES (?, ?, ?, ?)",
        ((page.name, page.language, at, page.text) for page in changed),
    )
    return len(changed)


def check(database: Database) -> Iterator[Finding]:
    """Pages that are damaged. A project of an older version has none."""
    if not database.rows("SELECT 1 FROM sqlite_schema WHERE name = ?", (TABLE,)):
        return
    bad = []
    for name, language, text in database.rows("SELECT name, language, text FROM guideline"):
        try:
            checked(GuidelinePage(name, language, text))
        except BadPage as error:
            bad.append(str(error))
        else:
            if language not in get_args(Language):
                bad.append(name)
    if bad:
        text = "Guideline pages that are damaged: {count}, the first: {reason}."
        yield Finding(text, {"count": len(bad), "reason": bad[0].rstrip(".")})
