"""The contract of a format: what the table says of it, and what goes in and out of it.

A reader turns a `Source` into items. It yields `Rejected` for a row or member that is no good and
goes on; it raises `UserError` only for what spoils the rest. A writer turns records into pieces of
bytes, each with the name of the file that it belongs to. Nothing here knows the store.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Literal, NamedTuple, cast

from msgspec import Struct

from annotator.errors import UserError
from annotator.formats.features import EVERYTHING, Feature
from annotator.formats.keeping import Clitics, Keeping, kept_records
from annotator.model.labels import LabelSet
from annotator.model.record import Record

if TYPE_CHECKING:
    from annotator.formats.sources import Source

LONGEST = 64 * 1024 * 1024
"""Bytes of one article. A row or a file beyond this is refused before it fills the memory."""

Unit = Literal["codepoint", "utf16", "byte", "grapheme"]
UNITS: tuple[Unit, ...] = ("codepoint", "utf16", "byte", "grapheme")
"""What offsets may count: characters as Python does, as JavaScript and Java do, bytes of UTF-8, or
what a reader calls a letter."""

Shape = Literal["file", "folder", "either"]
"""One file; a folder, or a zip of one; or whichever the path is."""

Scheme = Literal["IOB2", "IOB1", "BIOES"]
SCHEMES: tuple[Scheme, ...] = ("IOB2", "IOB1", "BIOES")

CLITICS: tuple[Clitics, ...] = ("split", "expand", "report")
"""What token formats do with a span inside a word: cut the word, let the span grow to whole words,
or leave the span out and say so."""

Option = Literal["encoding", "offsets", "scheme", "clitics"]
"""What a person may choose; each format names those that it heeds."""


class ReadOptions(Struct, frozen=True, kw_only=True):
    """What is known of the files to read; None where the reader finds out or asks."""

    encoding: str = "utf-8"
    unit: Unit | None = None
    scheme: Scheme | None = None
    labels: LabelSet | None = None
    """The project's; a reader may ask it what a name stands for. Names are mapped elsewhere."""


class WriteOptions(Struct, frozen=True, kw_only=True):
    """How to write. `labels` is the project's label set.

    `part` is the name of what goes into a folder, where it is one of several parts or all of it
    ("train"); "" where a writer's files stand alone.
    """

    labels: LabelSet
    part: str = ""
    scheme: Scheme = "IOB2"
    clitics: Clitics = "split"


class Accepted(NamedTuple):
    """A row that a reader could make a record of; line, bytes and member as in `Rejected`."""

    line: int
    record: Record
    raw: bytes = b""
    member: str = ""


class Rejected(NamedTuple):
    """A row that is no good, and why.

    `line` counts from 1; 0 stands for the whole file. `raw` has the row's bytes, to be kept aside
    and mended; it is empty where there is nothing to keep but the file itself. `member` is the
    file's name in its folder or zip.
    """

    line: int
    error: UserError
    raw: bytes = b""
    member: str = ""


class Remark(NamedTuple):
    """What a person should know of a file, though nothing is refused: a template and its values.

    The same template with the same values is told once a file, with how often and the first place,
    so a dirty tag may be remarked at each of its lines; of many values, only the first ones.
    """

    template: str
    values: dict[str, object] = {}
    line: int = 0
    member: str = ""

    def say(self, translate: Callable[[str], str] = str) -> str:
        """The sentence."""
        return translate(self.template).format(**self.values)


Item = Accepted | Rejected | Remark
Piece = tuple[str, bytes]
"""The name of a file in the export's folder, "" for an export of one file, and bytes of it. The
pieces of one file come in order; those of several may alternate."""

Confidence = Literal[0, 1, 2]
"""How sure a format is that a source is its own: no, perhaps, surely."""

Reader = Callable[["Source"], Iterator[Item]]
Writer = Callable[[Iterable[Record], WriteOptions], Iterator[Piece]]


class Format(NamedTuple):
    """One line of the table of formats.

    `module`, in this package, has `read(source)`, `write(records, options)` or both, as `ways`
    says ("r", "w", "rw"), and perhaps `recognises(source)`; it is imported when it is first used.
    `suffixes` are in lower case, with the dot. `carries` has what comes back from `write` through
    `read`, or would if there were a reader: all else is told to be lost before it is.
    """

    name: str
    title: str
    module: str
    ways: Literal["r", "w", "rw"]
    suffixes: tuple[str, ...]
    carries: frozenset[Feature]
    unit: Unit | Literal["token"] = "codepoint"
    shape: Shape = "file"
    options: frozenset[Option] = frozenset()
    comes_back: bool = True
    """Whether `read` takes what `write` gives; a sheet of annotations is for people only."""
    names_parts: bool = False
    """Whether the names of files tell the part, so that those of all parts lie in one folder."""

    @property
    def reads(self) -> bool:
        """Whether files of this format can be imported."""
        return "r" in self.ways

    @property
    def writes(self) -> bool:
        """Whether a project can be exported so."""
        return "w" in self.ways

    def read(self, source: Source) -> Iterator[Item]:
        """What is in a source; raises UserError for what spoils the rest of it."""
        if not self.reads:
            raise UserError("Files of the format {format} cannot be read.", format=self.title)
        return cast(Reader, self._loaded("read"))(source)

    def write(self, records: Iterable[Record], options: WriteOptions) -> Iterator[Piece]:
        """The records as files, as far as the format carries them.

        Raises UserError where the model's rules are broken.
        """
        if not self.writes:
            raise UserError("Files of the format {format} cannot be written.", format=self.title)
        keeping = self.keeping(options)
        kept = records if keeping.carried == EVERYTHING else kept_records(records, keeping)
        return cast(Writer, self._loaded("write"))(kept, options)

    def closing(self, options: WriteOptions, digests: Mapping[str, str]) -> Iterator[Piece]:
        """What lies beside all parts when they are written; `digests` has SHA-256 of their files.

        Nothing, unless the module has `close(options, digests)`.
        """
        close = self._loaded("close")
        if close is not None:
            yield from cast(Callable[[WriteOptions, Mapping[str, str]], Iterator[Piece]], close)(
                options, digests
            )

    def keeping(self, options: WriteOptions) -> Keeping:
        """What is kept of records that are written with these options."""
        whole_words = "clitics" in self.options and options.clitics != "split"
        carried = self.carries - {Feature.SUBWORD} if whole_words else self.carries
        return Keeping(carried, options.clitics)

    def recognises(self, source: Source) -> Confidence:
        """How sure the format is that it can read this; by looking, at little of it."""
        look = self._loaded("recognises")
        return 1 if look is None else cast(Callable[["Source"], Confidence], look)(source)

    def _loaded(self, function: str) -> object:
        return getattr(import_module(f"annotator.formats.{self.module}"), function, None)


def unreadable(error: OSError) -> UserError:
    """The sentence for a file that the system does not let us read."""
    if isinstance(error, FileNotFoundError):
        return UserError("There is no such file.")
    if isinstance(error, PermissionError):
        return UserError("You may not read this file.")
    reason = os.strerror(error.errno) if error.errno else shown(str(error), 200)
    return UserError("The file cannot be read: {reason}.", reason=reason or type(error).__name__)


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
