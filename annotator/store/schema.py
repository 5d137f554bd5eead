"""The tables of a project file, as numbered migrations.

Annotations lie clustered by (article, layer, id), so that what one author did to one article is one
range of the file. Each span is stored with its surface: damage to either shows. A file's version
(`user_version`) is the number of steps it has been through; a step, once published, never changes.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence

from annotator.store import days, guidelines, listing, suggestions, words

Step = Callable[[sqlite3.Connection], None]

APPLICATION_ID = 0x416E6E6F
"""The letters "Anno", at byte 68 of the file."""

PAGE_SIZE = 8192

# A part of a quote is there with all its columns or not at all.
_PART = """
  {0}_start INTEGER CHECK ({0}_start >= 0),
  {0}_end INTEGER CHECK ({0}_end > {0}_start),
  {0}_surface TEXT CHECK ({0}_fragments IS NOT NULL OR length({0}_surface) = {0}_end - {0}_start),
  {0}_fragments TEXT CHECK ({0}_fragments IS NULL OR json_valid({0}_fragments))
    CHECK ((({0}_start IS NULL) + ({0}_end IS NULL) + ({0}_surface IS NULL)) IN (0, 3))
    CHECK ({0}_start IS NOT NULL OR {0}_fragments IS NULL)"""

_KEY = """
  article INTEGER NOT NULL,
  layer INTEGER NOT NULL,
  id TEXT NOT NULL CHECK (id <> ''),"""

_SPAN = """
  start INTEGER NOT NULL CHECK (start >= 0),
  "end" INTEGER NOT NULL CHECK ("end" > start),
  surface TEXT NOT NULL CHECK (fragments IS NOT NULL OR length(surface) = "end" - start),
  fragments TEXT CHECK (fragments IS NULL OR json_valid(fragments)),"""

_REST = """
  attributes TEXT CHECK (attributes IS NULL OR json_valid(attributes)),
  note TEXT"""

_CLUSTERED = """
  PRIMARY KEY (article, layer, id),
  FOREIGN KEY (article, layer) REFERENCES work DEFERRABLE INITIALLY DEFERRED"""

_STATUS = "CHECK (status IN ('new', 'begun', 'done', 'skipped'))"

_FIRST = (
    # One row: the label set as its TOML source text.
    """CREATE TABLE labels (
  number INTEGER PRIMARY KEY CHECK (number = 1),
  source TEXT NOT NULL
) STRICT""",
    # Small things to remember: the last article, …
    """CREATE TABLE memory (
  key TEXT PRIMARY KEY CHECK (key <> ''),
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID""",
    # The text comes last, so that lists of articles do not read it.
    """CREATE TABLE article (
  number INTEGER PRIMARY KEY CHECK (number > 0),
  id TEXT NOT NULL UNIQUE CHECK (id <> ''),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  length INTEGER NOT NULL CHECK (length > 0 AND length = length(text)),
  title TEXT NOT NULL,
  meta TEXT NOT NULL CHECK (json_valid(meta)),
  text TEXT NOT NULL
) STRICT""",
    """CREATE TABLE layer (
  number INTEGER PRIMARY KEY CHECK (number > 0),
  name TEXT NOT NULL UNIQUE CHECK (name <> '')
) STRICT""",
    # What an author has done on an article, and where the cursor stood (code points).
    f"""CREATE TABLE work (
  article INTEGER NOT NULL REFERENCES article,
  layer INTEGER NOT NULL REFERENCES layer,
  status TEXT NOT NULL {_STATUS},
  annotations INTEGER NOT NULL DEFAULT 0 CHECK (annotations >= 0),
  place INTEGER NOT NULL DEFAULT 0 CHECK (place >= 0),
  PRIMARY KEY (article, layer)
) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE entity ({_KEY}
  label TEXT NOT NULL CHECK (label <> ''),{_SPAN}{_REST},{_CLUSTERED}
) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE quote ({_KEY}
  type TEXT NOT NULL CHECK (type IN ('direct', 'indirect', 'mixed')),{_SPAN}{_REST},
  speaker TEXT,{_PART.format("cue")},{_PART.format("source")},{_CLUSTERED},
  FOREIGN KEY (article, layer, speaker) REFERENCES entity DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID""",
    # Head and tail are entities or quotes: no foreign key can say that, the model does.
    f"""CREATE TABLE relation ({_KEY}
  label TEXT NOT NULL CHECK (label <> ''),
  head TEXT NOT NULL,
  tail TEXT NOT NULL CHECK (tail <> head),{_REST},{_CLUSTERED}
) STRICT, WITHOUT ROWID""",
    # Never deleted: the audit. `since` is when the state last changed; times are UTC.
    """CREATE TABLE history (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  article INTEGER NOT NULL,
  layer INTEGER NOT NULL,
  at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'discarded')),
  since TEXT NOT NULL,
  batch TEXT CHECK (batch <> ''),
  removed TEXT NOT NULL CHECK (json_valid(removed)),
  added TEXT NOT NULL CHECK (json_valid(added)),
  FOREIGN KEY (article, layer) REFERENCES work
) STRICT""",
    "CREATE INDEX history_by_state ON history (article, layer, state)",
    "CREATE INDEX history_by_batch ON history (batch) WHERE batch IS NOT NULL",
    """CREATE TABLE import (
  number INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  source TEXT NOT NULL,
  articles INTEGER NOT NULL CHECK (articles >= 0),
  annotations INTEGER NOT NULL CHECK (annotations >= 0)
) STRICT""",
)

TABLES = frozenset(statement.split()[2] for statement in _FIRST if "CREATE TABLE" in statement)
"""Without any of these a file is no project, of whichever version."""


def _first(connection: sqlite3.Connection) -> None:
    for statement in _FIRST:
        connection.execute(statement)


def _search(connection: sqlite3.Connection) -> None:
    """The index of words, over all articles that are there."""
    words.create(connection)


STEPS: tuple[Step, ...] = (
    _first, listing.fill, _search, guidelines.create, suggestions.create, days.create,
)  # fmt: skip
SEARCHED = STEPS.index(_search) + 1
"""The first version with an index of words."""


def migrate(connection: sqlite3.Connection, steps: Sequence[Step] = STEPS) -> None:
    """Carry out the steps that the file has not been through. Call inside a transaction."""
    # Late, because it takes a fifth of a second and opening a current file needs none of it.
    from sqlite_utils import Database, Migrations

    migrations = Migrations("annotator")
    for version, step in enumerate(steps, start=1):
        migrations(name=f"v{version}")(_numbered(step, version))
    migrations.apply(Database(connection, recursive_triggers=False, execute_plugins=False))


def _numbered(step: Step, version: int) -> Callable[..., None]:
    def carry_out(database: object) -> None:
        connection: sqlite3.Connection = database.conn  # type: ignore[attr-defined]
        step(connection)
        connection.execute(f"PRAGMA user_version = {version:d}")

    return carry_out
