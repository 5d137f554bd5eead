"""Opens and makes project files, locks them, and brings older ones up to date.

A file that is refused is not modified, whatever it is. Nothing here knows what the tables mean.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from annotator.errors import ProjectRefused
from annotator.store import schema, words
from annotator.store.database import Database
from annotator.store.failures import CHECK, FAILURES, code_of, explain
from annotator.store.header import missing_bytes, refuse_cut_off, refuse_read_only, refuse_unfit

_OLDEST_SQLITE = (3, 38)
"""STRICT tables came with 3.37, JSON functions in every build with 3.38."""
_PATIENCE = 0.25
"""Seconds to wait for another program: enough for a virus scanner, no more."""
_LOOK_THROUGH = 64_000_000
"""Bytes up to which a file is looked through at every opening (about 0.15 s); `check` always is."""
_CACHE_KIB = 32_768

# Files that this process has open, as (device, inode). On POSIX, closing any other handle of a file
# gives up the process's locks on it: an open project must not be opened a second time to look at.
_in_use: set[tuple[int, int]] = set()


def open_file(path: Path, steps: Sequence[schema.Step] = schema.STEPS) -> Database:
    """Open the project file for reading and writing, alone; `ProjectRefused` with the reason.

    A file of an older version is brought up to date; a copy as it was is left beside it.
    """
    _refuse_old_sqlite()
    _refuse_open_here(path)
    header, size = refuse_unfit(path, len(steps))
    refuse_cut_off(path, header, size)
    refuse_read_only(path)
    with _connected(path, "rw", _FOR_WRITING) as database:
        _take_lock(database)
        _refuse_damaged(database)
        _keep_journal(database)
        _bring_up_to_date(database, steps)
        return database


def create_file(path: Path, labels: str) -> Database:
    """Make a project file with the source of a label set, locked; refused if there is any file."""
    _refuse_old_sqlite()
    try:
        path.open("xb").close()
    except FileExistsError:
        raise ProjectRefused(
            "There is a file {file} already.", kept="It was left as it is.",
            hint="Choose another name.", file=path,
        ) from None  # fmt: skip
    except OSError as error:
        raise ProjectRefused(
            "The project {file} cannot be made: {reason}.", file=path, reason=error.strerror
        ) from None
    try:
        with _connected(path, "rw", _FOR_WRITING) as database:
            database.run(f"PRAGMA page_size = {schema.PAGE_SIZE:d}")
            _take_lock(database)
            _keep_journal(database)
            with database.transaction():
                database.run(f"PRAGMA application_id = {schema.APPLICATION_ID:d}")
                schema.migrate(database.connection)
                database.run("INSERT INTO labels VALUES (1, ?)", (labels,))
            return database
    except BaseException:
        path.unlink(missing_ok=True)
        raise


class Look(NamedTuple):
    """A file opened for looking only.

    `unfinished`: a crash left an action half written, which the next opening takes back; `missing`:
    how many bytes there are and how many there should be, if the file was cut off.
    """

    database: Database
    unfinished: bool
    missing: tuple[int, int] | None


def look_into(path: Path) -> Look:
    """Open a project file for reading only, however damaged; `ProjectRefused` if it is none."""
    _refuse_old_sqlite()
    _refuse_open_here(path)
    header, size = refuse_unfit(path, len(schema.STEPS))
    missing = missing_bytes(header, size)
    with _connected(path, "ro", _FOR_LOOKING) as database:
        if not _waits_for_recovery(database):
            return Look(database, False, missing)
    close(database)
    # What the crash left in the journal is played back by writing: look at the file alone.
    with _connected(path, "ro&immutable=1", _FOR_LOOKING) as database:
        return Look(database, True, None)


def _waits_for_recovery(database: Database) -> bool:
    """Whether the file can only be read after writing to it; raises if it is locked."""
    try:
        database.connection.execute("SELECT count(*) FROM sqlite_schema").fetchall()
    except FAILURES as error:
        code = code_of(error)
        if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN):
            return True
        if code not in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            explain(error, database.path)
    return False


def close(database: Database) -> None:
    """Close the connection and give up the lock."""
    database.close()
    _in_use.discard(database.identity)
    database.identity = (0, 0)


def _refuse_old_sqlite() -> None:
    if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
        raise ProjectRefused(
            "This Python comes with SQLite {found}; projects need {needed} or newer.",
            hint="Use a newer Python.",
            found=sqlite3.sqlite_version, needed=".".join(map(str, _OLDEST_SQLITE)),
        )  # fmt: skip
    if not words.supported():
        raise ProjectRefused(
            "The SQLite of this Python has no FTS5, which searching needs.",
            hint="Use another Python, such as that of python.org.",
        )


def _refuse_open_here(path: Path) -> None:
    """Before anything opens the file."""
    try:
        identity = _identity(path)
    except (OSError, ValueError):
        return  # Reading its header will say why.
    if identity in _in_use:
        raise ProjectRefused("The project {file} is open already.", file=path)


def _identity(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_dev, status.st_ino


# What SQLite says


_FOR_WRITING = (
    "locking_mode = EXCLUSIVE",
    "synchronous = EXTRA",
    "foreign_keys = ON",
    "cell_size_check = ON",
    # What SQLite sorts aside stays out of the disk's temporary folder.
    "temp_store = MEMORY",
    f"cache_size = -{_CACHE_KIB:d}",
)
_FOR_LOOKING = ("query_only = ON",)
"""The others read the file, which may be damaged."""


@contextmanager
def _connected(path: Path, mode: str, pragmas: Sequence[str]) -> Iterator[Database]:
    """A connection that the block makes ready; closed again if the block fails."""
    address = f"{path.resolve().as_uri()}?mode={mode}"
    try:
        connection = sqlite3.connect(
            address, uri=True, isolation_level=None, timeout=_PATIENCE, cached_statements=256,
            check_same_thread=False,
        )  # fmt: skip
    except sqlite3.Error as error:
        explain(error, path)
    database = Database(connection, path, _identity(path))
    _in_use.add(database.identity)
    try:
        for pragma in pragmas:
            database.run(f"PRAGMA {pragma}")
        yield database
    except BaseException:
        close(database)
        raise


def _take_lock(database: Database) -> None:
    """Lock the file until it is closed; plays back a journal that a crash has left."""
    with database.transaction(kind="EXCLUSIVE"):
        database.value("SELECT count(*) FROM sqlite_schema")


def _keep_journal(database: Database) -> None:
    mode = database.value("PRAGMA journal_mode = DELETE")
    if mode != "delete":
        raise ProjectRefused(
            "The project {file} cannot keep a journal ({mode}).", file=database.path, mode=mode
        )


def _refuse_damaged(database: Database) -> None:
    problem = None
    if database.path.stat().st_size <= _LOOK_THROUGH:
        problem = database.value("PRAGMA quick_check(1)")
    found = database.rows("SELECT type, name FROM sqlite_schema")
    missing = schema.TABLES - {name for _, name in found}
    strange = [name for type, name in found if type in ("trigger", "view")]
    if problem not in (None, "ok"):
        reason = str(problem)
    elif missing:
        reason = f"no table {min(missing)}"
    elif strange:
        reason = f"{strange[0]} was put in by another program"
    else:
        return
    raise damaged(database.path, reason)


def damaged(path: Path, reason: object) -> ProjectRefused:
    """The refusal of a project file that cannot be believed."""
    return ProjectRefused(
        "The project {file} is damaged ({reason}).",
        kept="It was left as it is.", hint=CHECK, file=path, reason=reason,
    )  # fmt: skip


# Bringing up to date


def _bring_up_to_date(database: Database, steps: Sequence[schema.Step]) -> None:
    if database.value("PRAGMA user_version") < len(steps):
        _copy_beside(database, len(steps))
        with database.transaction():
            schema.migrate(database.connection, steps)


def _copy_beside(database: Database, version: int) -> Path:
    """A copy of the file as it is, beside it: `name.before-v2.db`, or `name.before-v2-2.db`, …"""
    path = database.path
    for attempt in range(1, 1000):
        ending = "" if attempt == 1 else f"-{attempt}"
        copy = path.with_name(f"{path.stem}.before-v{version}{ending}{path.suffix}")
        try:
            copy.open("xb").close()
        except FileExistsError:
            continue
        except OSError as error:
            raise ProjectRefused(
                "The project {file} is of an older version, and no copy can be made before it is "
                "brought up to date: {reason}.",
                kept="It was left as it is.", file=path, reason=error.strerror,
            ) from None  # fmt: skip
        database.copy_to(copy)
        return copy
    raise ProjectRefused("There are too many copies of {file} beside it.", file=path)
