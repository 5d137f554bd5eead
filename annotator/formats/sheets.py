"""Spreadsheets as text: articles with their metadata come in, a sheet of annotations goes out.

Reading: the first line names the columns; `text` is the article, `id` its id, all others metadata.
Every row is an article or refused by itself. Writing: one row an annotation, for people to look at
and count in a spreadsheet program; no cell can become a formula there. It is not read back.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

from annotator.errors import UserError
from annotator.formats import plain
from annotator.formats.base import (
    LONGEST,
    Accepted,
    Item,
    Piece,
    Rejected,
    WriteOptions,
    refuse_other_kinds,
    shown,
)
from annotator.formats.keeping import in_words
from annotator.formats.lines import PIECE
from annotator.formats.sources import Source
from annotator.formats.text import decode
from annotator.model.annotations import Annotation, Entity, Quote, Relation
from annotator.model.record import Record
from annotator.model.spans import Span

ARABIC_HEADINGS = {
    "النص": "text", "العنوان": "title", "المصدر": "source", "التاريخ": "date", "الرابط": "url",
}  # fmt: skip
"""What the columns that the program knows may be called besides."""
_DELIMITERS = (",", ";", "\t")
"""Commas, what spreadsheet programs write where the comma is in numbers, and tabs."""
_WIDE = ("utf-16", "utf-32", "utf-7")

csv.field_size_limit(LONGEST)


# Reading


def read(source: Source) -> Iterator[Item]:
    """The articles of a sheet, and the rows that are none, in order."""
    with source.open() as stream:
        lines = _lines(stream, source.options.encoding)
        header = lines.first()
        delimiter, columns = _columns(header)
        if lines.keeps_raw:
            source.heading = lines.taken()
        rows = csv.reader(lines, delimiter=delimiter, strict=True)
        yield from _items(rows, lines, columns)


class _Lines:
    """The decoded lines of a sheet; what is not in the encoding comes as lone surrogates.

    Remembers the bytes since they were last taken, so that a rejected row can be kept as it came.
    """

    def __init__(self, stream: io.BufferedReader, encoding: str) -> None:
        self._stream: Iterable[bytes] = stream
        self.encoding = encoding
        self.number = 0
        self._raw: list[bytes] = []
        self.keeps_raw = not codecs.lookup(encoding).name.startswith(_WIDE)
        if not self.keeps_raw:
            # Their line ends are not bytes of their own; what they hold is decoded as a whole.
            data = stream.read(LONGEST + 1)
            if len(data) > LONGEST:
                raise UserError("The file is longer than {most} MB.", most=LONGEST >> 20)
            text = decode(data, encoding)
            self._stream = (one.encode() for one in io.StringIO(text, newline="\n"))
            self.encoding = "utf-8"

    def __iter__(self) -> Iterator[str]:
        for raw in self._stream:
            self.number += 1
            self._raw.append(raw)
            if self.number == 1:
                raw = raw.removeprefix(codecs.BOM_UTF8)
            try:
                yield raw.decode(self.encoding, "surrogateescape")
            except UnicodeError as error:  # of encodings that have no place for bad bytes
                raise UserError(
                    "The file is not {encoding}: {detail}.",
                    encoding=self.encoding,
                    detail=shown(str(error), 200),
                ) from None

    def first(self) -> str:
        """The line with the names of the columns; UserError if there is none."""
        for line in self:
            # What spreadsheet programs put in front to name the delimiter.
            if line.strip() and not line.startswith("sep="):
                return line
        raise UserError("The file is empty.")

    def taken(self) -> bytes:
        """The bytes of the lines since this was last asked."""
        raw = b"".join(self._raw) if self.keeps_raw else b""
        self._raw.clear()
        return raw


def _lines(stream: io.BufferedReader, encoding: str) -> _Lines:
    beginning = stream.peek(16)
    refuse_other_kinds(beginning)
    wide = codecs.lookup(encoding).name.startswith(_WIDE)
    if beginning.startswith((b"\xff\xfe", b"\xfe\xff")) and not wide:
        raise UserError("This is UTF-16 text.", hint="Name the encoding: --encoding utf-16.")
    return _Lines(stream, encoding)


def _columns(header: str) -> tuple[str, list[str]]:
    """The delimiter, and the names of the columns, of which one is `text`."""
    found: list[list[str]] = []
    for delimiter in _DELIMITERS:
        names = [_column(name) for name in _parsed(header, delimiter)]
        if names.count("text") == 1:
            return delimiter, names
        found.append(names)
    raise UserError(
        "No column is called text.",
        hint="The first line names the columns; it has: {columns}. Call the one with the articles "
        "text.",
        columns=shown(", ".join(sorted(found, key=len)[-1]), 300),
    )


def _parsed(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter))
    except csv.Error:
        return []


def _column(name: str) -> str:
    name = name.strip()
    known = ARABIC_HEADINGS.get(name, name.lower())
    return known if known in ("text", "id", *plain.SHOWN_META) else name


def _items(rows: Iterator[list[str]], lines: _Lines, columns: list[str]) -> Iterator[Item]:
    while True:
        before = lines.number + 1
        try:
            row = next(rows)
            if not any(row):
                lines.taken()
                continue
            record = Record(article=plain.article(_named(row, columns, lines.encoding)))
            yield Accepted(before, record, lines.taken())
        except StopIteration:
            return
        except csv.Error as error:
            yield Rejected(before, _broken(error), lines.taken())
        except UserError as error:
            yield Rejected(before, error, lines.taken())


def _named(row: list[str], columns: list[str], encoding: str) -> dict[str, Any]:
    """The cells by their columns; empty ones are left out."""
    if len(row) != len(columns):
        raise UserError(
            "The row has {cells} cells, and the first line names {columns}.",
            cells=len(row),
            columns=len(columns),
        )
    for name, cell in zip(columns, row, strict=True):
        for char in cell:
            if "\udc80" <= char <= "\udcff":
                raise UserError(
                    "Byte 0x{byte:02X} in the column {column} is not {encoding}.",
                    hint="" if "1256" in encoding else _OLDER,
                    byte=ord(char) - 0xDC00,
                    column=shown(name),
                    encoding=encoding,
                )
    return {name: cell for name, cell in zip(columns, row, strict=True) if cell or name == "text"}


_OLDER = "If it is an older Arabic text, try --encoding windows-1256."


def _broken(error: csv.Error) -> UserError:
    if "unexpected end" in str(error):
        return UserError(
            "A quotation mark opens a cell here, and no other one closes it before the file ends."
        )
    return UserError("The row is no row of a sheet: {detail}.", detail=shown(str(error), 200))


# Writing

COLUMNS = (
    "article", "title", "author", "status", "kind", "label", "surface", "start", "end", "fragments",
    "cue", "source", "speaker", "head", "tail", "attributes", "note", "id",
)  # fmt: skip
_FORMULA = frozenset("=+-@＝＋－＠|%")
"""What spreadsheet programs take for the beginning of a formula or a command."""


def write(records: Iterable[Record], options: WriteOptions) -> Iterator[Piece]:
    """The annotations, with commas between the cells."""
    return written(records, ",")


def written(records: Iterable[Record], delimiter: str) -> Iterator[Piece]:
    """A sheet with a row an annotation, in UTF-8 with the mark by which spreadsheets know it."""
    buffer = io.StringIO(newline="")
    sheet = csv.writer(buffer, delimiter=delimiter, lineterminator="\r\n")
    buffer.write("\ufeff")
    sheet.writerow(COLUMNS)
    for record in records:
        sheet.writerows(_rows(record))
        if buffer.tell() > PIECE:
            yield "", buffer.getvalue().encode()
            buffer.seek(0)
            buffer.truncate()
    yield "", buffer.getvalue().encode()


def _rows(record: Record) -> Iterator[list[object]]:
    text = record.article.text
    surfaces = {one.id: _surface(one, text) for one in record.annotations}
    article = [
        harmless(record.article.id),
        harmless(record.article.title),
        harmless(record.layer or ""),
        record.status or "",
    ]
    for one in sorted(record.annotations, key=_place):
        cells = _cells(one, text, surfaces)
        yield [*article, *(cells.get(column, "") for column in COLUMNS[len(article) :])]


def _cells(one: Annotation, text: str, surfaces: dict[str, str]) -> dict[str, object]:
    cells: dict[str, object] = {
        "kind": type(one).__name__.lower(),
        "label": harmless(one.label),
        "attributes": harmless("; ".join(f"{n}={in_words(v)}" for n, v in one.attributes.items())),
        "note": harmless(one.note or ""),
        "id": harmless(one.id),
    }
    if isinstance(one, Relation):
        ends = {"head": surfaces.get(one.head, ""), "tail": surfaces.get(one.tail, "")}
        return cells | {name: harmless(surface) for name, surface in ends.items()}
    cells |= {"surface": harmless(surfaces[one.id]), "start": one.span.start, "end": one.span.end}
    if len(one.span.fragments) > 1:
        # Not 0-5, which spreadsheet programs take for a date.
        cells["fragments"] = " ".join(f"{start}…{end}" for start, end in one.span.fragments)
    if isinstance(one, Quote):
        parts = {"cue": one.cue, "source": one.source}
        cells |= {name: harmless(_words(span, text)) for name, span in parts.items()}
        cells["speaker"] = harmless(surfaces.get(one.speaker or "", ""))
    return cells


def _surface(one: Annotation, text: str) -> str:
    return "" if isinstance(one, Relation) else _words(one.span, text)


def _words(span: Span | None, text: str) -> str:
    return "" if span is None else span.surface(text)


def _place(one: Annotation) -> tuple[Any, ...]:
    """Entities and quotes as they stand in the text, relations behind them."""
    if isinstance(one, Relation):
        return 1, 0, 0, one.id
    return 0, one.span.start, -one.span.end, not isinstance(one, Entity), one.id


def harmless(cell: str) -> str:
    """The cell as spreadsheet programs show it and never run it: with a ' where it must have one.

    What cannot be seen does not hide the beginning of a formula.
    """
    first = next((char for char in cell if char.isprintable() and not char.isspace()), "")
    return f"'{cell}" if first in _FORMULA or cell[:1] in ("\t", "\r", "\n") else cell
