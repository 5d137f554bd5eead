"""Writing folders and zips of many files so that they are there wholly or not at all.

The files are written into a folder beside the place, read back and compared; then that folder, or
a zip of it, takes the place. A folder that is there already is replaced only if it is empty, or an
export of ours in which nobody has changed or added anything since: its list of files tells that.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import shutil
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

import msgspec

from annotator.errors import UserError
from annotator.exchange.report import name
from annotator.exchange.writing import (
    KEPT,
    explained,
    force_folder,
    read_back,
    refuse_target,
    write_whole,
)
from annotator.formats import Piece
from annotator.formats.sources import refuse_name

MANIFEST = ".annotator-export.json"
"""The list of files that an export leaves in its folder, by which the next one knows it."""
_OPEN_AT_ONCE = 64
_FORCED_ONE_BY_ONE = 256
_PIECE = 1 << 20
_LONG_AGO = (1980, 1, 1, 0, 0, 0)


class Written(NamedTuple):
    """What was written: how many files, their bytes together, and a SHA-256 over all of them."""

    files: int
    bytes: int
    sha256: str


class _Manifest(msgspec.Struct):
    """Which format made a folder, and the SHA-256 of each of its files."""

    annotator_export: int
    format: str
    files: dict[str, str]


def write_folder(path: Path, pieces: Iterable[Piece], format: str) -> Written:
    """Put a folder of these files at `path`, or leave everything as it was and raise UserError."""
    try:
        _refuse_folder(path)
        target = path.resolve()
        with _part_folder(target) as part:
            written, manifest = _fill(part, pieces, format)
            (part / MANIFEST).write_bytes(
                msgspec.json.format(msgspec.json.encode(manifest)) + b"\n"
            )
            _swap(part, target)
        force_folder(target.parent)
    except OSError as error:
        raise explained(path, error) from error
    return written


def write_zip(path: Path, pieces: Iterable[Piece], format: str) -> Written:
    """Put a zip of these files at `path`; the same pieces give the same bytes."""
    try:
        refuse_target(path)
        with _part_folder(path.resolve()) as part:
            written, manifest = _fill(part, pieces, format)
            packed = part.with_suffix(".zip")
            try:
                _pack(packed, part, manifest.files)
                size, digest = write_whole(path, _bytes_of(packed))
            finally:
                packed.unlink(missing_ok=True)
    except OSError as error:
        raise explained(path, error) from error
    return Written(written.files, size, digest)


@contextlib.contextmanager
def _part_folder(target: Path) -> Iterator[Path]:
    part = target.with_name(f".annotator-{secrets.token_hex(6)}.part")
    part.mkdir()
    try:
        yield part
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _fill(part: Path, pieces: Iterable[Piece], format: str) -> tuple[Written, _Manifest]:
    """Write the files, and see that they are on the disk as they were given."""
    files = _Files(part)
    try:
        for member, piece in pieces:
            files.put(member, piece)
    finally:
        files.close()
    _force(part, files.digests)
    size, digests = 0, {}
    for member, digest in files.digests.items():
        with (part / member).open("rb") as file:
            length, found = read_back(file)
        if found != digest.hexdigest():
            raise UserError(
                "{file} was not stored as it was written.", kept=KEPT, file=name(Path(member))
            )
        size += length
        digests[member] = found
    lines = "".join(f"{digest}  {member}\n" for member, digest in sorted(digests.items()))
    whole = hashlib.sha256(lines.encode()).hexdigest()
    return Written(len(digests), size, whole), _Manifest(1, format, digests)


class _Files:
    """Files of a folder that is being written; the few that were written last stay open."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open: dict[str, BinaryIO] = {}
        self.digests: dict[str, hashlib._Hash] = {}

    def put(self, member: str, piece: bytes) -> None:
        file = self._open.get(member)
        if file is None:
            file = self._opened(member)
        file.write(piece)
        self.digests[member].update(piece)

    def _opened(self, member: str) -> BinaryIO:
        refuse_name(member)
        if len(self._open) >= _OPEN_AT_ONCE:
            self._open.pop(next(iter(self._open))).close()
        path = self._folder / member
        if member not in self.digests:
            path.parent.mkdir(parents=True, exist_ok=True)
            self.digests[member] = hashlib.sha256()
            file: BinaryIO = path.open("xb")  # two names that the system takes for one fail here
        else:
            file = path.open("ab")
        self._open[member] = file
        return file

    def close(self) -> None:
        while self._open:
            self._open.popitem()[1].close()


def _force(folder: Path, members: Iterable[str]) -> None:
    """Have all files on the disk; one by one, or all at once where they are many."""
    members = list(members)
    if len(members) > _FORCED_ONE_BY_ONE and hasattr(os, "sync"):
        os.sync()
        return
    for member in members:
        with (folder / member).open("rb+") as file:
            os.fsync(file.fileno())


def _swap(part: Path, target: Path) -> None:
    """Give the finished folder its name; what had the name comes back if that fails."""
    if not target.exists():
        part.rename(target)
        return
    shutil.copymode(target, part)
    old = target.with_name(f".annotator-{secrets.token_hex(6)}.old")
    target.rename(old)
    try:
        part.rename(target)
    except BaseException:
        old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _pack(path: Path, folder: Path, members: Iterable[str]) -> None:
    with zipfile.ZipFile(path, "x", zipfile.ZIP_DEFLATED) as packed:
        for member in members:
            info = zipfile.ZipInfo(member, _LONG_AGO)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            with (folder / member).open("rb") as source, packed.open(info, "w") as target:
                shutil.copyfileobj(source, target, _PIECE)
    with zipfile.ZipFile(path) as packed:
        if (broken := packed.testzip()) is not None:
            raise UserError(
                "{file} was not stored as it was written.", kept=KEPT, file=name(Path(broken))
            )


def _bytes_of(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            yield piece


def _refuse_folder(path: Path) -> None:
    """Raise UserError for a place where no folder can go, or where one must stay as it is."""
    if not path.parent.is_dir():
        raise UserError("There is no folder {folder}.", kept=KEPT, folder=name(path.parent))
    if not path.exists():
        return
    if not path.is_dir():
        raise UserError(
            "{file} is a file, and this format needs a folder.",
            hint="Name a folder that is not there yet, or a file that ends in .zip.",
            file=name(path),
        )
    inside = {one.relative_to(path).as_posix() for one in path.rglob("*") if not one.is_dir()}
    if inside:
        _refuse_filled(path, inside)


def _refuse_filled(path: Path, inside: set[str]) -> None:
    known = _known(path)
    if known is None:
        raise UserError(
            "The folder {folder} has files that no export has made.",
            kept=KEPT,
            hint="Name an empty folder, or one that is not there yet.",
            folder=name(path),
        )
    for member in sorted(inside - {MANIFEST}):
        if known.get(member) != _digest(path / member):
            raise UserError(
                "{file} has been added or changed since the folder {folder} was exported.",
                kept=KEPT,
                hint="Move it away, or name another folder.",
                file=name(Path(member)),
                folder=name(path),
            )


def format_of(path: Path) -> str | None:
    """Which format made the folder at `path`; None if no export did."""
    found = _manifest(path)
    return None if found is None else found.format


def _known(path: Path) -> dict[str, str] | None:
    found = _manifest(path)
    return None if found is None else found.files


def _manifest(path: Path) -> _Manifest | None:
    try:
        return msgspec.json.decode((path / MANIFEST).read_bytes(), type=_Manifest)
    except (OSError, ValueError, RecursionError):
        return None


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return read_back(file)[1]
