"""Looking for damage: every stored thing is read, compared and counted. Nothing is ever changed.

Works on a damaged file as far as it can be read.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from annotator.model import labelfile
from annotator.model.article import STATUSES
from annotator.model.labels import LabelSet
from annotator.store import days, guidelines, history, opening, schema, suggestions
from annotator.store.check_articles import Articles, Progress
from annotator.store.database import Database
from annotator.store.findings import UNREADABLE, Finding, Tally
from annotator.store.words import Proof


def examine(path: Path, progress: Progress | None = None) -> list[Finding]:
    """Everything that is damaged in a file that need not be fit for opening.

    `ProjectRefused` if it is no project file, or open elsewhere.
    """
    database, unfinished, missing = opening.look_into(path)
    found = []
    if unfinished:
        found.append(
            Finding("An action was not finished; the next opening of the project undoes it.", {})
        )
    if missing:
        text = "The file is cut off: {size} of {expected} bytes are there."
        found.append(Finding(text, {"size": missing[0], "expected": missing[1]}))
    try:
        return found + check(database, progress)
    finally:
        opening.close(database)


def check(database: Database, progress: Progress | None = None) -> list[Finding]:
    """Everything that is damaged; empty if nothing is."""
    try:
        database.rows("SELECT name FROM sqlite_schema")
    except UNREADABLE as error:
        return [Finding("The file cannot be read: {reason}", {"reason": str(error)})]
    found: list[Finding] = []
    parts = (
        _pages, _references, _memory, _work, _lists, _history, days.check, guidelines.check,
        suggestions.check,
    )  # fmt: skip
    for examine in parts:
        try:
            found.extend(examine(database))
        except UNREADABLE as error:
            found.append(Finding("A part of the file cannot be read: {reason}", _why(error)))
    labels = _label_set(database)
    if isinstance(labels, Finding):
        found.append(labels)
    known = labels if isinstance(labels, LabelSet) else None
    index = _index(database)
    if isinstance(index, Finding):
        found.append(index)
    proof = index if isinstance(index, Proof) else None
    found.extend(Articles(database, known, proof, progress).findings())
    return list({finding.say(): finding for finding in found}.values())


def _why(error: Exception) -> dict[str, object]:
    return {"reason": str(error)}


# The file as a whole


def _pages(database: Database) -> Iterator[Finding]:
    try:
        problems = [str(line) for (line,) in database.rows("PRAGMA quick_check(100)")]
    except UNREADABLE as error:
        yield Finding("The file is damaged inside: {reason}", _why(error))
        return
    if problems != ["ok"]:
        yield Finding(
            "The file is damaged inside; problems: {count}, the first: {first}.",
            {"count": len(problems), "first": " ".join(problems[0].split())},
        )


def _references(database: Database) -> Iterator[Finding]:
    counts: dict[tuple[str, str], int] = {}
    for table, _, parent, _ in database.rows("PRAGMA foreign_key_check"):
        counts[table, parent] = counts.get((table, parent), 0) + 1
    for (table, parent), count in counts.items():
        yield Finding(
            "Rows in the table {table} that belong to nothing in {parent}: {count}.",
            {"table": table, "parent": parent, "count": count},
        )


def _label_set(database: Database) -> LabelSet | Finding:
    """The label set, or what is wrong with it."""
    try:
        source = database.value("SELECT source FROM labels")
        if source is None:
            return Finding("The project has no label set.", {})
        return labelfile.parse(source, str(database.path))
    except UNREADABLE as error:
        return Finding("The label set cannot be read: {reason}", _why(error))


def _index(database: Database) -> Proof | Finding | None:
    """The search index, or why it cannot be read; None in a project that is older than it."""
    try:
        if database.value("PRAGMA user_version") < schema.SEARCHED:
            return None
        return Proof(database)
    except UNREADABLE as error:
        return Finding(
            "The search index cannot be read: {reason}. `annotator check --reindex` makes it anew.",
            _why(error),
        )


def _memory(database: Database) -> Iterator[Finding]:
    bad = [
        key for key, value in database.rows("SELECT key, value FROM memory") if not _is_json(value)
    ]
    if bad:
        text = "Remembered values that cannot be read: {count}, the first is {key}."
        yield Finding(text, {"count": len(bad), "key": bad[0]})


def _is_json(value: str) -> bool:
    try:
        msgspec.json.decode(value)
    except msgspec.DecodeError:
        return False
    return True


def _work(database: Database) -> Iterator[Finding]:
    # SQLite looks at CHECKs only in files that are open for writing.
    count, article = database.rows(
        "SELECT count(*), min(article) FROM work WHERE place < 0 OR annotations < 0 "
        f"OR status NOT IN ({', '.join('?' * len(STATUSES))})",
        STATUSES,
    )[0]
    if count:
        text = "Statuses that are damaged: {count}, the first of article {article}."
        yield Finding(text, {"count": count, "article": article})


def _lists(database: Database) -> Iterator[Finding]:
    if not database.rows("SELECT 1 FROM sqlite_schema WHERE name = 'listing'"):
        return  # A project of version 1, which the next opening brings up to date.
    count, article = database.rows(
        "SELECT count(*), min(number) FROM article "
        "WHERE number NOT IN (SELECT article FROM listing)"
    )[0]
    if count:
        text = "Articles that are missing from lists: {count}, the first is article {article}."
        yield Finding(text, {"count": count, "article": article})


def _history(database: Database) -> Iterator[Finding]:
    tally = Tally()
    last = 0
    while rows := database.rows(
        "SELECT number, article, removed, added FROM history WHERE number > ? "
        "ORDER BY number LIMIT 100",
        (last,),
    ):
        for _, article, removed, added in rows:
            if not (history.is_readable(removed) and history.is_readable(added)):
                tally.add(
                    "Entries of the history that cannot be read: {count}, the first of article "
                    "{article}.", article,
                )  # fmt: skip
        last = rows[-1][0]
    yield from tally.findings()
