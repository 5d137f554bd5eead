"""Tar archives, also packed with gzip: what brat gives when a collection is downloaded.

An archive is unpacked once into a nameless temporary file, of which nothing stays, so that its
members can be read in any order. Names and links are as hostile as those of zips.
"""

from __future__ import annotations

import gzip
import tarfile
import tempfile
import weakref
import zlib
from functools import cached_property
from pathlib import Path
from typing import IO, NoReturn

from annotator.errors import UserError
from annotator.formats.base import shown, unreadable

MOST_UNPACKED = 16 * 1024**3
_PIECE = 1 << 20
_SUFFIXES = (".tar", ".tar.gz", ".tgz")
_BROKEN = (tarfile.TarError, zlib.error, EOFError, ValueError)


def is_tar(path: Path) -> bool:
    """Whether a file is called so and begins as a tar does, or as one that gzip has packed."""
    if not path.name.lower().endswith(_SUFFIXES):
        return False
    try:
        with path.open("rb") as file:
            beginning = file.read(512)
    except (OSError, ValueError):
        return False
    return beginning.startswith(b"\x1f\x8b") or beginning[257:262] == b"ustar"


class Tar:
    """The files of a tar. `refuse` raises UserError for names that lead out of the folder."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @cached_property
    def _tar(self) -> tarfile.TarFile:
        try:
            with self._path.open("rb") as packed:
                stream = tempfile.TemporaryFile()  # noqa: SIM115  # it lives as long as this object
                weakref.finalize(self, stream.close)
                _unpack(packed, stream)
            return tarfile.open(fileobj=stream, mode="r:")
        except OSError as error:
            if isinstance(error, gzip.BadGzipFile):
                _refuse(error)
            raise unreadable(error) from None
        except _BROKEN as error:
            _refuse(error)

    @cached_property
    def infos(self) -> dict[str, tarfile.TarInfo]:
        """The ordinary files and links by their names, without a leading `./`."""
        try:
            members = self._tar.getmembers()
        except (OSError, *_BROKEN) as error:
            _refuse(error)
        found: dict[str, tarfile.TarInfo] = {}
        for info in members:
            name = info.name.removeprefix("./")
            if info.isdir():
                continue
            if not info.isfile():
                raise UserError("{name} in the archive is no ordinary file.", name=shown(name))
            if name in found:
                raise UserError("{name} is in the archive twice.", name=shown(name))
            found[name] = info
        return found

    def size(self, name: str) -> int:
        """Bytes of a member."""
        info = self.infos.get(name)
        return 0 if info is None else info.size

    def open(self, name: str) -> IO[bytes]:
        """The bytes of a member."""
        info = self.infos.get(name)
        stream = None if info is None else self._tar.extractfile(info)
        if stream is None:
            raise FileNotFoundError(name)
        return stream


def _unpack(packed: IO[bytes], into: IO[bytes]) -> None:
    """The bytes of the tar itself; UserError for more than any corpus has."""
    zipped = packed.read(2) == b"\x1f\x8b"
    packed.seek(0)
    plain = gzip.GzipFile(fileobj=packed) if zipped else packed
    written = 0
    while piece := plain.read(_PIECE):
        written += len(piece)
        if written > MOST_UNPACKED:
            raise UserError("The archive unpacks to more than {most} GB.", most=MOST_UNPACKED >> 30)
        into.write(piece)
    into.seek(0)


def _refuse(error: BaseException) -> NoReturn:
    if isinstance(error, UserError):
        raise error
    raise UserError("The archive is damaged: {reason}.", reason=shown(str(error), 200)) from None
