"""Writing files so that they are there wholly or not at all.

A file is written beside its place under another name, forced to the disk, read back and compared,
and only then put in its place. Until that moment an older file of the name is untouched.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import secrets
import shutil
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import BinaryIO

from annotator.errors import UserError
from annotator.exchange.report import name

KEPT = "Nothing was exported; what was there before is untouched."
_PIECE = 1 << 20


def write_whole(path: Path, pieces: Iterable[bytes]) -> tuple[int, str]:
    """Put a file of these bytes at `path`, or leave everything as it was and raise UserError.

    Answers its size in bytes and its SHA-256 in hexadecimal.
    """
    try:
        refuse_target(path)
        target = path.resolve()  # through a link: it is the file behind it that is replaced
    except OSError as error:  # a name that is too long, a link to itself
        raise explained(path, error) from error
    part = target.with_name(f".annotator-{secrets.token_hex(6)}.part")
    try:
        with part.open("x+b") as file:
            written = _write(file, pieces)
            if read_back(file) != written:
                raise UserError(
                    "{file} was not stored as it was written.", kept=KEPT, file=name(path)
                )
        if target.exists():
            shutil.copymode(target, part)
        part.replace(target)
        force_folder(target.parent)
    except OSError as error:
        raise explained(path, error) from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink()
    return written


def _write(file: BinaryIO, pieces: Iterable[bytes]) -> tuple[int, str]:
    """Write and digest the pieces while the next one is being made, which takes a tenth off."""
    size, digest = 0, hashlib.sha256()

    def put(piece: bytes) -> None:
        file.write(piece)
        digest.update(piece)

    with ThreadPoolExecutor(max_workers=1) as beside:
        last: Future[None] | None = None
        for piece in pieces:
            if last is not None:
                last.result()  # never more than one on its way; a full disk is told here
            last = beside.submit(put, piece)
            size += len(piece)
        if last is not None:
            last.result()
    file.flush()
    os.fsync(file.fileno())
    return size, digest.hexdigest()


def read_back(file: BinaryIO) -> tuple[int, str]:
    """The size in bytes and the SHA-256 of what is really in a file."""
    size, digest = 0, hashlib.sha256()
    file.seek(0)
    while piece := file.read(_PIECE):
        digest.update(piece)
        size += len(piece)
    return size, digest.hexdigest()


def refuse_target(path: Path) -> None:
    """Raise UserError for a place where no export can go, before any work is done."""
    if path.is_dir():
        raise UserError("{file} is a folder.", hint="Name a file in it.", file=name(path))
    folder = path.parent
    if not folder.is_dir():
        raise UserError("There is no folder {folder}.", kept=KEPT, folder=name(folder))
    if path.exists():
        refuse_existing(path)


def refuse_existing(path: Path) -> None:
    """Raise UserError for a file that an export must not replace."""
    if not path.is_file():
        raise UserError("{file} is no ordinary file.", kept=KEPT, file=name(path))
    try:
        with path.open("rb") as file:
            is_project = file.read(16) == b"SQLite format 3\0"
    except OSError:
        is_project = False
    if is_project:
        raise UserError(
            "{file} is a project, which an export would destroy.",
            hint="Choose another name.",
            file=name(path),
        )
    if not os.access(path, os.W_OK):
        raise UserError("{file} is write-protected.", kept=KEPT, file=name(path))


def explained(path: Path, error: OSError) -> UserError:
    """The sentence for what the system says when `path` is written."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return UserError("The disk has no room for {file}.", kept=KEPT, file=name(path))
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return UserError(
            "You may not write in the folder {folder}.", kept=KEPT, folder=name(path.parent)
        )
    return UserError(
        "{file} cannot be written: {reason}.",
        kept=KEPT,
        reason=error.strerror or type(error).__name__,
        file=name(path),
    )


def force_folder(folder: Path) -> None:
    """Make sure that the new name outlives a power cut, where the system can do that."""
    with contextlib.suppress(OSError):  # Windows opens no folders; the file itself is safe
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
