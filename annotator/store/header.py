"""What kind of file it is, told from the file system and its first bytes, before SQLite sees it.

SQLite would make, convert or recover files that are none of ours. Nothing here writes.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from annotator.errors import ProjectRefused
from annotator.store import schema
from annotator.store.failures import CHECK

_MAGIC = b"SQLite format 3\0"
_HEADER = 100


def refuse_unfit(path: Path, known: int) -> tuple[bytes, int]:
    """Refuse what is no project file that this program knows; answers its header and size."""
    _refuse_what_is_no_file(path)
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
            size = file.seek(0, os.SEEK_END)
    except OSError as error:
        raise ProjectRefused(
            "{file} cannot be read: {reason}.", file=path, reason=error.strerror
        ) from None
    if not size:
        raise ProjectRefused("{file} is empty: there is no project in it.", file=path)
    if not header.startswith(_MAGIC):
        raise ProjectRefused("{file} is not a project file.", file=path)
    if len(header) == _HEADER:
        _refuse_foreign(path, header, known)
    return header, size


def _refuse_what_is_no_file(path: Path) -> None:
    try:
        status = path.stat()
    except FileNotFoundError:
        raise ProjectRefused("There is no file {file}.", file=path) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise ProjectRefused("{file} cannot be read: {reason}.", file=path, reason=reason) from None
    if stat.S_ISDIR(status.st_mode):
        raise ProjectRefused("{file} is a folder, not a project file.", file=path)
    if not stat.S_ISREG(status.st_mode):
        raise ProjectRefused("{file} is not a project file.", file=path)


def _refuse_foreign(path: Path, header: bytes, known: int) -> None:
    application, version = _number(header, 68), _number(header, 60)
    if application != schema.APPLICATION_ID:
        raise ProjectRefused(
            "{file} is a database of another program, not a project file.", file=path
        )
    if version > known:
        raise ProjectRefused(
            "{file} was written by a newer version of this program (form {found}; this one knows "
            "up to {known}).",
            kept="It was left as it is.", hint="Install the newer version.",
            file=path, found=version, known=known,
        )  # fmt: skip


def refuse_cut_off(path: Path, header: bytes, size: int) -> None:
    missing = missing_bytes(header, size)
    # A journal may hold the missing part; SQLite plays it back and looks again.
    if missing and not has_journal(path):
        raise ProjectRefused(
            "The project {file} is cut off: {size} of {expected} bytes are there.",
            kept="It was left as it is.", hint=CHECK, file=path, size=size, expected=missing[1],
        )  # fmt: skip


def missing_bytes(header: bytes, size: int) -> tuple[int, int] | None:
    """The size and what it should be, if the file is shorter than its header says."""
    if len(header) < _HEADER:
        return size, _HEADER
    page = int.from_bytes(header[16:18], "big")
    expected = _number(header, 28) * (65536 if page == 1 else page)
    return (size, expected) if size < expected else None


def _number(header: bytes, at: int) -> int:
    return int.from_bytes(header[at : at + 4], "big")


def refuse_read_only(path: Path) -> None:
    """SQLite opens a file that it cannot write for reading, and fails at the first edit."""
    folder = path.resolve().parent
    effective = os.access in os.supports_effective_ids
    try:
        path.open("r+b").close()
        reason = ""
    except OSError as error:
        reason = error.strerror or str(error)
    if not reason and not os.access(folder, os.W_OK | os.X_OK, effective_ids=effective):
        reason = "its folder is read-only"
    if reason:
        raise ProjectRefused(
            "The project {file} cannot be written: {reason}.",
            kept="It was left as it is.", hint="Copy it to a folder in which you may write.",
            file=path, reason=reason,
        )  # fmt: skip


def has_journal(path: Path) -> bool:
    """Whether a journal lies beside the file: it was not closed, or is open somewhere."""
    real = path.resolve()  # Beside the file itself, not beside a link to it.
    journal = real.with_name(real.name + "-journal")
    return journal.exists() and journal.stat().st_size > 0
