"""What is read: a file, a folder, a zip or a tar, all of it hostile until proven otherwise.

Members of folders and archives go by their names with slashes, in order. Names that lead out of the
folder, links out of it, encrypted or broken zips and members that unpack without end are refused
with a sentence; nothing is ever unpacked into a folder.
"""

from __future__ import annotations

import io
import lzma
import os
import stat
import zipfile
import zlib
from collections.abc import Iterator
from functools import cached_property
from io import BufferedReader
from pathlib import Path, PurePosixPath
from typing import IO, Any, NoReturn, Protocol

from annotator.errors import UserError
from annotator.formats.base import LONGEST, ReadOptions, shown, unreadable
from annotator.formats.tars import Tar, is_tar

MOST_MEMBERS = 500_000
MOST_UNPACKED = 16 * 1024**3
"""Bytes of all members of a zip together."""
_BUFFER = 1 << 18
_BEGINNING = 1 << 16
_ZIPS = (b"PK\x03\x04", b"PK\x05\x06")
BROKEN_ZIP = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, RuntimeError,
    ValueError,
)  # fmt: skip
"""What reading a damaged zip raises, beside OSError."""


class Source:
    """What is read, how, and how far reading has come.

    `path` is a file or a folder; `member` narrows a folder or zip to one file of it. `heading` is
    set by readers whose rejected rows need some first lines to be read again.
    """

    def __init__(self, path: Path, options: ReadOptions | None = None, member: str = "") -> None:
        self.path = path
        self.options = options or ReadOptions()
        self.member = member
        self.heading = b""
        self.position = 0
        """How many bytes have been taken so far, of `size`."""
        self.opened: set[str] = set()
        """The members that have been read, by whatever source of them."""

    @cached_property
    def _container(self) -> _Container | None:
        if _is_folder(self.path):
            return _Folder(self.path)
        if is_tar(self.path):
            return _Tar(self.path)
        return _Zip(self.path) if is_zip(self.path) else None

    @property
    def name(self) -> str:
        """The name of the file: of the member, if it is narrowed to one."""
        return PurePosixPath(self.member).name if self.member else self.path.name

    @property
    def suffix(self) -> str:
        """The ending of the name, in lower case, with the dot."""
        return PurePosixPath(self.name).suffix.lower()

    @property
    def has_members(self) -> bool:
        """Whether this is a folder or an archive and not one file."""
        return not self.member and self._container is not None

    @cached_property
    def members(self) -> tuple[str, ...]:
        """The names of the files of a folder or zip, in order; hidden ones do not count.

        Empty for a single file. Raises UserError for a folder or zip that cannot be trusted.
        """
        if self.member or self._container is None:
            return ()
        return self._container.names()

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(self.members)

    def holds(self, member: str) -> bool:
        """Whether there is a member of this name."""
        return member in self._names

    @cached_property
    def size(self) -> int:
        """Bytes to read, as far as that is known beforehand."""
        try:
            if self._container is not None and self.member:
                return self._container.size(self.member)
            if self._container is not None:
                return sum(map(self._container.size, self.members))
            return self.path.stat().st_size
        except (OSError, ValueError, UserError):
            return 0  # Reading it will say why.

    def inside(self, member: str) -> Source:
        """One member of this folder or zip as a source of its own."""
        made = Source(self.path, self.options, member)
        made.__dict__["_container"] = self._container  # a zip's table is read once
        made.opened = self.opened
        return made

    def open(self, member: str = "") -> BufferedReader:
        """The bytes of the file, or of a member, from the beginning.

        Opening and reading raise UserError where the system or the zip does not let us.
        """
        member = member or self.member
        self.opened.add(member)
        try:
            if member:
                if self._container is None:
                    raise UserError("There is no such file.")
                stream = self._container.open(member)
            else:
                if self.path.is_dir():
                    raise UserError("This is a folder.", hint="Name the files in it.")
                stream = self.path.open("rb", buffering=0)
        except OSError as error:
            raise unreadable(error) from None
        except BROKEN_ZIP as error:
            refuse_zip(error)
        return BufferedReader(_Taken(stream, self), _BUFFER)

    def data(self, member: str = "", most: int = LONGEST) -> bytes:
        """All bytes of the file or member; UserError if they are more than `most`."""
        with self.open(member) as stream:
            data = stream.read(most + 1)
        if len(data) > most:
            raise UserError("The file is longer than {most} MB.", most=most >> 20)
        return data

    def beginning(self, member: str = "", most: int = _BEGINNING) -> bytes:
        """The first bytes: for looking at what this may be. Does not count as read."""
        position, opened = self.position, set(self.opened)
        try:
            with self.open(member) as stream:
                return stream.read(most)
        finally:
            self.position = position
            self.opened &= opened


class _Taken(io.RawIOBase):
    """A stream whose bytes are counted, and whose failures are told in sentences."""

    def __init__(self, stream: IO[bytes], source: Source) -> None:
        super().__init__()
        self._stream = stream
        self._source = source

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            piece = self._stream.read(len(buffer))
        except OSError as error:
            raise unreadable(error) from None
        except BROKEN_ZIP as error:
            refuse_zip(error)
        buffer[: len(piece)] = piece
        self._source.position += len(piece)
        return len(piece)

    def close(self) -> None:
        self._stream.close()
        super().close()


class _Container(Protocol):
    def names(self) -> tuple[str, ...]: ...

    def size(self, name: str) -> int: ...

    def open(self, name: str) -> IO[bytes]: ...


class _Folder:
    """The files of a folder and of the folders in it. Links to folders are not followed."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._resolved: dict[Path, Path] = {}

    def names(self) -> tuple[str, ...]:
        found = [path.relative_to(self._path).as_posix() for path in walk(self._path)]
        return tuple(sorted(found))

    def size(self, name: str) -> int:
        return (self._path / name).stat().st_size

    def open(self, name: str) -> IO[bytes]:
        refuse_name(name)
        path = self._path / name
        if not self._inside(path):
            raise UserError("{name} is a link that leads out of the folder.", name=shown(name))
        if not stat.S_ISREG(path.stat().st_mode):
            raise UserError("{name} is no ordinary file.", name=shown(name))
        return path.open("rb", buffering=0)

    def _inside(self, path: Path) -> bool:
        """Whether a file, or what it is a link to, lies in the folder."""
        real = path.resolve() if path.is_symlink() else self._real(path.parent)
        return real.is_relative_to(self._real(self._path))

    def _real(self, folder: Path) -> Path:
        # Asked for each of ten thousand files: the system looks at every part of the path.
        if folder not in self._resolved:
            self._resolved[folder] = folder.resolve()
        return self._resolved[folder]


def walk(folder: Path) -> Iterator[Path]:
    """The files that are not hidden, folder by folder; links to folders are not followed."""
    for here, folders, files in os.walk(folder, onerror=_refuse_folder):
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        yield from (Path(here, one) for one in sorted(files) if not one.startswith("."))


def _refuse_folder(error: OSError) -> NoReturn:
    raise UserError(
        "The folder {folder} cannot be read: {reason}.",
        folder=shown(str(error.filename or ""), 1000),
        reason=error.strerror or type(error).__name__,
    ) from error


class _Zip:
    """The files of a zip. They are unpacked while they are read, into the memory of one piece."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @cached_property
    def _zip(self) -> zipfile.ZipFile:
        try:
            return zipfile.ZipFile(self._path)
        except OSError as error:
            raise unreadable(error) from None
        except BROKEN_ZIP as error:
            refuse_zip(error)

    @cached_property
    def _infos(self) -> dict[str, zipfile.ZipInfo]:
        infos = self._zip.infolist()
        if len(infos) > MOST_MEMBERS:
            raise UserError("The zip has more than {most} files.", most=MOST_MEMBERS)
        if sum(info.file_size for info in infos) > MOST_UNPACKED:
            raise UserError("The zip unpacks to more than {most} GB.", most=MOST_UNPACKED >> 30)
        found: dict[str, zipfile.ZipInfo] = {}
        for info in infos:
            refuse_name(info.filename)
            if info.is_dir() or _hidden(info.filename):
                continue
            if stat.S_ISLNK(info.external_attr >> 16):
                raise UserError("{name} in the zip is a link.", name=shown(info.filename))
            if info.filename in found:
                raise UserError("{name} is in the zip twice.", name=shown(info.filename))
            found[info.filename] = info
        return found

    def names(self) -> tuple[str, ...]:
        return tuple(sorted(self._infos))

    def size(self, name: str) -> int:
        info = self._infos.get(name)
        return 0 if info is None else info.file_size

    def open(self, name: str) -> IO[bytes]:
        info = self._infos.get(name)
        if info is None:
            raise FileNotFoundError(name)
        return self._zip.open(info)


class _Tar:
    """The files of a tar, by the same rules as those of a zip."""

    def __init__(self, path: Path) -> None:
        self._tar = Tar(path)

    def names(self) -> tuple[str, ...]:
        names = list(self._tar.infos)
        if len(names) > MOST_MEMBERS:
            raise UserError("The archive has more than {most} files.", most=MOST_MEMBERS)
        for name in names:
            refuse_name(name)
        return tuple(sorted(name for name in names if not _hidden(name)))

    def size(self, name: str) -> int:
        return self._tar.size(name)

    def open(self, name: str) -> IO[bytes]:
        return self._tar.open(name)


def _hidden(name: str) -> bool:
    """Whether a file is no one's text: `.git/…`, and what Macs put into every zip."""
    return any(part.startswith(".") or part == "__MACOSX" for part in name.split("/"))


def refuse_name(name: str) -> None:
    """Raise UserError for a member without a name, or whose name leads out of its folder."""
    if not name:  # zipfile itself fails over such a member
        raise UserError("A file in the archive has no name.")
    parts = name.replace("\\", "/").split("/")
    if name.startswith(("/", "\\")) or ".." in parts or ":" in parts[0] or "\0" in name:
        raise UserError("{name} leads out of the folder.", name=shown(name))


def refuse_zip(error: BaseException) -> NoReturn:
    """Raise the UserError that says what is wrong with a zip, by what reading it raised."""
    if isinstance(error, UserError):
        raise error
    if isinstance(error, EOFError):
        raise UserError("The zip ends too early.") from None
    if isinstance(error, RuntimeError) and "password" in str(error):
        raise UserError("The zip is encrypted.", hint="Unpack it first.") from None
    raise UserError("The zip is damaged: {reason}.", reason=shown(str(error), 200)) from None


def is_zip(path: Path) -> bool:
    """Whether a file begins as a zip does."""
    try:
        with path.open("rb") as file:
            return file.read(4) in _ZIPS
    except (OSError, ValueError):
        return False


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False  # Reading it will say why.
