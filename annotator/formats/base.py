"""What every format has in common: the file being read, the row that is no good, the table's row.

A reader turns one file into records. It yields `Rejected` for a row that is no good and goes on;
it raises `UserError` only for what spoils the rest of the file. Nothing here knows the store.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from io import BufferedReader
from pathlib import Path
from typing import NamedTuple

from annotator.errors import UserError
from annotator.model.record import Record

LONGEST = 64 * 1024 * 1024
"""Bytes of one article. A row or a text file beyond this is refused before it fills the memory."""


class Accepted(NamedTuple):
    """A row that a reader could make a record of, with its line and bytes as in `Rejected`."""

    line: int
    record: Record
    raw: bytes


class Rejected(NamedTuple):
    """A row that is no good, and why.

    `line` counts from 1; 0 stands for the whole file. `raw` has the row's bytes, to be kept aside
    and mended; it is empty where there is nothing to keep but the file itself.
    """

    line: int
    error: UserError
    raw: bytes


Item = Accepted | Rejected


class Source:
    """A file to read: where it is, the encoding of plain text, and how far reading has come."""

    def __init__(self, path: Path, encoding: str = "utf-8") -> None:
        self.path = path
        self.encoding = encoding
        self._stream: BufferedReader | None = None

    def open(self) -> BufferedReader:
        """The file's bytes, from the beginning; raises UserError if it cannot be read."""
        try:
            if self.path.is_dir():
                raise UserError("This is a folder.", hint="Name the files in it.")
            self._stream = self.path.open("rb")
        except OSError as error:
            raise unreadable(error) from None
        return self._stream

    @property
    def position(self) -> int:
        """How many bytes have been taken from the file."""
        stream = self._stream
        if stream is None or stream.closed or not stream.seekable():
            return 0
        return stream.tell()


class Format(NamedTuple):
    """One file format: `read` and `write` are None where the format goes one way only.

    `suffixes` are in lower case, with the dot. `write` gives the file's bytes in pieces; it checks
    that every span has its surface, and raises UserError where the model's rules are broken.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    read: Callable[[Source], Iterator[Item]] | None
    write: Callable[[Iterable[Record]], Iterator[bytes]] | None


def unreadable(error: OSError) -> UserError:
    """The sentence for a file that the system does not let us read."""
    if isinstance(error, FileNotFoundError):
        return UserError("There is no such file.")
    if isinstance(error, PermissionError):
        return UserError("You may not read this file.")
    reason = os.strerror(error.errno) if error.errno else type(error).__name__
    return UserError("The file cannot be read: {reason}.", reason=reason)


def shown(text: str, longest: int = 60) -> str:
    """Untrusted text for a message: cut short, and what cannot be seen spelt out."""
    cut = text if len(text) <= longest else text[: longest - 1] + "…"
    return "".join(c if c.isprintable() else f"\\u{{{ord(c):04X}}}" for c in cut)


_KINDS = (
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a Word, spreadsheet or ZIP file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip file"),
    (b"SQLite format 3\0", "a database or a project"),
)


def refuse_other_kinds(beginning: bytes) -> None:
    """Raise UserError when the first bytes of a file tell that it is no text at all."""
    for signature, kind in _KINDS:
        if beginning.startswith(signature):
            raise UserError(
                "This is {kind}, not plain text.", hint="Save its text as UTF-8.", kind=kind
            )
