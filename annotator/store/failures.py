"""Tells what the environment did (disk full, file locked, file damaged) from bugs, in one place.

Errors of SQLite leave the store as `ProjectRefused` when the user can act on them, and unchanged
when they are ours: a constraint that fails or SQL that is wrong means a bug, and is logged as one.
"""

from __future__ import annotations

import sqlite3
from typing import NoReturn

from annotator.errors import ProjectRefused

KEPT = "Nothing of the last action was stored; everything before it was."
CHECK = "`annotator check` lists what is damaged; go back to a copy of the file if you have one."

_ENVIRONMENT: dict[int, tuple[str, str, str]] = {
    sqlite3.SQLITE_FULL: (
        "The disk has no room left for {file}.", KEPT, "Free some space and try again.",
    ),
    sqlite3.SQLITE_IOERR: (
        "The disk reported an error with {file} ({reason}).", KEPT,
        "Look whether the disk is full or was taken out, and try again.",
    ),
    sqlite3.SQLITE_READONLY: (
        "The project {file} cannot be written ({reason}).", KEPT,
        "Copy it to a folder in which you may write.",
    ),
    sqlite3.SQLITE_BUSY: (
        "The project {file} is open in another program.", "", "Close it there, then try again.",
    ),
    sqlite3.SQLITE_LOCKED: (
        "The project {file} is open in another program.", "", "Close it there, then try again.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "The project {file} or the journal beside it cannot be opened ({reason}).", KEPT,
        "Look whether you may write in its folder.",
    ),
    sqlite3.SQLITE_PERM: (
        "The project {file} cannot be opened: permission is missing.", "", "",
    ),
    sqlite3.SQLITE_CORRUPT: ("The project {file} is damaged ({reason}).", "", CHECK),
    sqlite3.SQLITE_NOTADB: ("The project {file} is damaged ({reason}).", "", CHECK),
}  # fmt: skip


class Inconsistent(RuntimeError):
    """The store does not hold what the program believes it holds: a bug, found before COMMIT."""


FAILURES = (sqlite3.Error, UnicodeDecodeError)
Failure = sqlite3.Error | UnicodeDecodeError
"""What SQLite's module raises; the latter where a message quotes damaged bytes."""


def explain(error: Failure, file: object) -> NoReturn:
    """Raise a refusal with its reason for what the environment did; else the error: a bug."""
    known = _ENVIRONMENT.get(code_of(error))
    if known is None:
        raise error
    message, kept, hint = known
    raise ProjectRefused(message, kept=kept, hint=hint, file=file, reason=error) from error


def code_of(error: Failure) -> int:
    """The primary result code of an error."""
    if isinstance(error, UnicodeDecodeError):
        return sqlite3.SQLITE_CORRUPT
    code = getattr(error, "sqlite_errorcode", None)
    if code is not None:
        return int(code) & 0xFF
    # Python's own complaint about a text column whose bytes are no UTF-8 carries no code.
    return sqlite3.SQLITE_CORRUPT if "Could not decode" in str(error) else sqlite3.SQLITE_ERROR


def damaged(file: object, article: int, reason: object) -> ProjectRefused:
    """The refusal of an article whose stored rows cannot be believed."""
    return ProjectRefused(
        "Article {article} in {file} is damaged: {reason}",
        hint=CHECK, file=file, article=article, reason=reason,
    )  # fmt: skip
