"""JSON Lines: the program's own form (one annotated article a line), and plain rows with a `text`.

Bytes are split at line feeds only and each line is decoded strictly on its own, so that one bad
byte spoils one row. A row with the key `format` is in our form and is taken exactly or not at all;
any other row is plain: its text is the article, the rest is metadata.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from typing import Any

import jsonlines
import msgspec

from annotator.errors import UserError
from annotator.formats import plain
from annotator.formats import row as form
from annotator.formats.base import (
    LONGEST,
    Accepted,
    Item,
    Rejected,
    Source,
    refuse_other_kinds,
    shown,
    unreadable,
)
from annotator.model.record import Record

_BOM = b"\xef\xbb\xbf"
_PIECE = 1 << 18
_ANNOTATED = msgspec.json.Decoder(form.Row)
_ANYTHING = msgspec.json.Decoder()
_HALF_PAIR = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])"
    r"|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2}"
)


def read(source: Source) -> Iterator[Item]:
    """The records of a file, and the rows that are no good, in order."""
    with source.open() as stream:
        try:
            _refuse_file(stream.peek(16))
            yield from _items(_Lines(stream))
        except OSError as error:
            raise unreadable(error) from None


class _Lines:
    """The lines of a stream that are not blank, as bytes; remembers the one it gave last."""

    def __init__(self, stream: io.BufferedReader) -> None:
        self._stream = stream
        self.number = 0
        self.raw = b""
        self.payload = b""

    def __iter__(self) -> Iterator[bytes]:
        while line := self._stream.readline(LONGEST + 1):
            self.number += 1
            self.raw = self.payload = line
            if self.number == 1:
                self.payload = line.removeprefix(_BOM)
            if self.too_long:
                self._skip_rest()
            if self.payload.strip():
                yield self.payload

    def _skip_rest(self) -> None:
        piece = self.raw
        while piece and not piece.endswith(b"\n"):
            piece = self._stream.readline(LONGEST)

    @property
    def too_long(self) -> bool:
        """Whether the line is longer than any article, so that only its beginning is here."""
        return len(self.raw) > LONGEST

    @property
    def cut_off(self) -> bool:
        """Whether the line has no end; only the last one of a file can be so."""
        return not self.raw.endswith(b"\n")


def _items(lines: _Lines) -> Iterator[Item]:
    # The reader has made sure that the line is UTF-8; msgspec takes bytes much faster than strings.
    rows = jsonlines.Reader(lines, loads=lambda _: _loads(lines.payload))
    while True:
        error: UserError
        try:
            loaded = rows.read(allow_none=True)
            yield Accepted(lines.number, _record(loaded, lines), lines.raw)
            continue
        except EOFError:
            break
        except RecursionError:
            error = UserError("The row is nested too deeply.")
        except jsonlines.InvalidLineError as invalid:
            error = _reason(invalid, lines)
        except UserError as refused:
            error = refused
        yield Rejected(lines.number, error, b"" if lines.too_long else lines.raw)


def _refuse_file(beginning: bytes) -> None:
    if not beginning:
        raise UserError("The file is empty.")
    refuse_other_kinds(beginning)
    if beginning.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UserError("This is UTF-16 text.", hint="JSONL is always UTF-8: save it as that.")


def _loads(line: bytes) -> Any:
    """A row in our form, or else whatever the line holds; raises UserError, or ValueError."""
    try:
        return _ANNOTATED.decode(line)
    except msgspec.ValidationError as error:
        found = _ANYTHING.decode(line)
        if isinstance(found, dict) and str(found.get("format", "")).startswith("annotator/"):
            raise _not_in_form(found["format"], str(error)) from None
        return found


def _not_in_form(version: object, detail: str) -> UserError:
    if version != form.FORMAT:
        return UserError(
            "The row is in the form {version}, which this program does not know.",
            hint="A newer version of the program may.",
            version=shown(str(version)),
        )
    hint = "Keys of your own have their place in meta." if "unknown field" in detail else ""
    return UserError(
        "The row is not in the form {form}: {detail}.",
        hint=hint,
        form=form.FORMAT,
        detail=shown(detail.replace("`$.", "`").replace(" - at `$`", ""), 200),
    )


def _record(loaded: Any, lines: _Lines) -> Record:
    if lines.too_long:
        raise _too_long()
    if isinstance(loaded, form.Row):
        record = form.record(loaded)
        if b"\\u0000" in lines.raw:
            plain.refuse_nul(msgspec.to_builtins(loaded), "the row")
        return record
    if isinstance(loaded, dict):
        return Record(article=plain.article(loaded))
    raise UserError("The row is no JSON object.", hint="Each line needs the form {{…}}.")


def _too_long() -> UserError:
    return UserError(
        "The row is longer than {most} MB.",
        kept="It is in the file that it came from, and nowhere else.",
        most=LONGEST >> 20,
    )


def _reason(invalid: jsonlines.InvalidLineError, lines: _Lines) -> UserError:
    """Why a line cannot be decoded, in the user's terms."""
    cause = invalid.__cause__
    if lines.too_long:
        return _too_long()
    if lines.cut_off and not isinstance(cause, msgspec.ValidationError):
        return UserError("The file ends in the middle of this row.")
    if isinstance(cause, UnicodeDecodeError):
        return UserError(
            "Byte {position} of the line (0x{byte:02X}) is not UTF-8.",
            position=cause.start + 1,
            byte=cause.object[cause.start],
        )
    if _HALF_PAIR.search(str(invalid.line)):
        return UserError("The row has half a surrogate pair.")
    return UserError("The row is not JSON: {detail}.", detail=str(cause))


def write(records: Iterable[Record]) -> Iterator[bytes]:
    """The lines of the records, in pieces of some hundred kilobytes."""
    buffer = io.BytesIO()
    writer = jsonlines.Writer(buffer, dumps=msgspec.json.Encoder().encode)
    for record in records:
        writer.write(form.row(record))
        if buffer.tell() > _PIECE:
            yield buffer.getvalue()
            buffer.seek(0)
            buffer.truncate()
    yield buffer.getvalue()
