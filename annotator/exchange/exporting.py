"""Exporting: a project becomes one file, wholly or not at all.

The file is written beside its place under another name, forced to the disk, read back and compared,
and only then put in its place. Until that moment an older file of the name is untouched.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from annotator import formats
from annotator.errors import UserError
from annotator.exchange.report import ExportReport, name
from annotator.model.article import Status
from annotator.model.record import Record

if TYPE_CHECKING:
    from annotator.store import Project

Progress = Callable[[int, int], None]
_KEPT = "Nothing was exported; what was there before is untouched."
_PIECE = 1 << 20
_ROWS_A_STEP = 64


def export(
    project: Project,
    path: Path,
    *,
    format: str = "jsonl",
    layer: str | None = None,
    status: Status | None = None,
    progress: Progress | None = None,
) -> ExportReport:
    """Write the articles, narrowed to one layer or one status where they are given.

    `progress` is told rows done, and how many articles there are. Raises UserError if the file
    cannot be written, and leaves what was there.
    """
    chosen = formats.by_name(format)
    if chosen.write is None:
        raise UserError("Files of the format {format} cannot be written.", format=chosen.title)
    if layer is not None:
        _refuse_unknown_layer(project, layer)
    counted = _Counted(project.records(layer=layer, status=status), project.count(), progress)
    size, digest = write_whole(path, chosen.write(counted))
    return ExportReport(path, counted.rows, size, digest)


def _refuse_unknown_layer(project: Project, layer: str) -> None:
    layers = project.layers()
    if layer not in layers:
        raise UserError(
            "Nobody called {layer} has annotated here.",
            hint="The authors are: {layers}." if layers else "Nobody has annotated yet.",
            layer=layer,
            layers=", ".join(layers),
        )


class _Counted:
    """Records on their way out, counted as they pass."""

    def __init__(self, records: Iterable[Record], total: int, progress: Progress | None) -> None:
        self.rows = 0
        self._records = records
        self._total = total
        self._progress = progress

    def __iter__(self) -> Iterator[Record]:
        for record in self._records:
            yield record
            self.rows += 1
            if self._progress is not None and not self.rows % _ROWS_A_STEP:
                self._progress(self.rows, max(self.rows, self._total))
        if self._progress is not None:
            self._progress(self.rows, self.rows)


def write_whole(path: Path, pieces: Iterable[bytes]) -> tuple[int, str]:
    """Put a file of these bytes at `path`, or leave everything as it was and raise UserError.

    Answers its size in bytes and its SHA-256 in hexadecimal.
    """
    try:
        _refuse_target(path)
        target = path.resolve()  # through a link: it is the file behind it that is replaced
    except OSError as error:  # a name that is too long, a link to itself
        raise _explained(path, error) from error
    part = target.with_name(f".annotator-{secrets.token_hex(6)}.part")
    try:
        with part.open("x+b") as file:
            written = _write(file, pieces)
            if _read_back(file) != written:
                raise UserError(
                    "{file} was not stored as it was written.", kept=_KEPT, file=name(path)
                )
        if target.exists():
            shutil.copymode(target, part)
        part.replace(target)
        _force_folder(target.parent)
    except OSError as error:
        raise _explained(path, error) from error
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


def _read_back(file: BinaryIO) -> tuple[int, str]:
    size, digest = 0, hashlib.sha256()
    file.seek(0)
    while piece := file.read(_PIECE):
        digest.update(piece)
        size += len(piece)
    return size, digest.hexdigest()


def _refuse_target(path: Path) -> None:
    """Raise UserError for a place where no export can go, before any work is done."""
    if path.is_dir():
        raise UserError("{file} is a folder.", hint="Name a file in it.", file=name(path))
    folder = path.parent
    if not folder.is_dir():
        raise UserError("There is no folder {folder}.", kept=_KEPT, folder=name(folder))
    if path.exists():
        _refuse_existing(path)


def _refuse_existing(path: Path) -> None:
    if not path.is_file():
        raise UserError("{file} is no ordinary file.", kept=_KEPT, file=name(path))
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
        raise UserError("{file} is write-protected.", kept=_KEPT, file=name(path))


def _explained(path: Path, error: OSError) -> UserError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return UserError("The disk has no room for {file}.", kept=_KEPT, file=name(path))
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return UserError(
            "You may not write in the folder {folder}.", kept=_KEPT, folder=name(path.parent)
        )
    return UserError(
        "{file} cannot be written: {reason}.",
        kept=_KEPT,
        reason=error.strerror or type(error).__name__,
        file=name(path),
    )


def _force_folder(folder: Path) -> None:
    """Make sure that the new name outlives a power cut, where the system can do that."""
    with contextlib.suppress(OSError):  # Windows opens no folders; the file itself is safe
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
