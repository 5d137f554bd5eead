"""Lines of bytes, split at line feeds only, and files with a JSON value on each line.

Each line is decoded strictly on its own, so that one bad byte spoils one row. For every format
whose rows are lines; what a row means is the format's own affair. Files that are one JSON array, or
whose values are laid out over several lines, are read by `arrays` instead, to the same effect.
"""

from __future__ import annotations

import contextlib
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator
from typing import IO, Any

import jsonlines
import msgspec

from annotator.errors import UserError
from annotator.formats.base import LONGEST, Accepted, Item, Piece, Rejected, refuse_other_kinds
from annotator.formats.sources import Source
from annotator.model.record import Record

BOM = b"\xef\xbb\xbf"
PIECE = 1 << 18
"""Bytes that a writer gathers before it gives them away."""
_ANYTHING = msgspec.json.Decoder()
_DECODER = json.JSONDecoder()
_ARRAY, _GAP = re.compile(r"\s*\[?\s*"), re.compile(r"[\s,]*")
_SPREAD = re.compile(rb"\s*(?:\[\s*(?:\{|\]|\Z)|\{[ \t\r]*\n)")
_HALF_PAIR = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])"
    r"|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2}"
)


class Lines:
    """The lines of a stream that are not blank, as bytes; remembers the one it gave last.

    `raw` is the line as it came, `payload` the same without a byte order mark.
    """

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self.number = 0
        self.raw = b""
        self.payload = b""

    def __iter__(self) -> Iterator[bytes]:
        while line := self._stream.readline(LONGEST + 1):
            self.number += 1
            self.raw = self.payload = line
            if self.number == 1:
                self.payload = line.removeprefix(BOM)
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


def json_rows(
    source: Source,
    record: Callable[[Any, Lines], Record],
    loads: Callable[[bytes], Any] = _ANYTHING.decode,
) -> Iterator[Item]:
    """The records of a file of JSON lines, and the rows that are no good, in order.

    `record` makes one of what `loads` has made of a line; both may raise UserError.
    """
    if _spread_out(source):
        yield from _spread_items(source, record, loads)
        return
    with source.open() as stream:
        refuse_no_text(stream.peek(16), "JSONL")
        yield from _items(Lines(stream), record, loads)


def _spread_out(source: Source) -> bool:
    """Whether the values of a file are in an array, or each on several lines."""
    return _SPREAD.match(source.beginning().removeprefix(BOM)) is not None


def _spread_items(
    source: Source, record: Callable[[Any, Lines], Record], loads: Callable[[bytes], Any]
) -> Iterator[Item]:
    from annotator.formats.arrays import values  # which needs this module

    at = Lines(io.BytesIO())
    for value in values(source):
        at.number, at.payload = value.line, value.raw
        at.raw = b" ".join(value.raw.splitlines())  # on one line, to be kept where it is no good
        try:
            if value.error is not None:
                raise value.error
            if len(at.payload) > LONGEST:
                raise _too_long()
            yield Accepted(at.number, record(loads(at.payload), at), at.raw)
        except msgspec.MsgspecError as error:
            reason = UserError("The row is not JSON: {detail}.", detail=str(error))
            yield Rejected(at.number, reason, at.raw)
        except UserError as error:
            yield Rejected(at.number, error, at.raw)


def refuse_no_text(beginning: bytes, format: str) -> None:
    """Raise UserError for a file that is empty, another kind of file, or UTF-16."""
    if not beginning:
        raise UserError("The file is empty.")
    refuse_other_kinds(beginning)
    if beginning.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UserError(
            "This is UTF-16 text.", hint="{format} is always UTF-8: save it as that.", format=format
        )


def _items(
    lines: Lines, record: Callable[[Any, Lines], Record], loads: Callable[[bytes], Any]
) -> Iterator[Item]:
    # The reader has made sure that the line is UTF-8; msgspec takes bytes much faster than strings.
    rows = jsonlines.Reader(lines, loads=lambda _: loads(lines.payload))
    while True:
        error: UserError
        try:
            loaded = rows.read(allow_none=True)
            if lines.too_long:
                raise _too_long()
            yield Accepted(lines.number, record(loaded, lines), lines.raw)
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


def _too_long() -> UserError:
    return UserError(
        "The row is longer than {most} MB.",
        kept="It is in the file that it came from, and nowhere else.",
        most=LONGEST >> 20,
    )


def _reason(invalid: jsonlines.InvalidLineError, lines: Lines) -> UserError:
    """Why a line cannot be decoded, in the user's terms."""
    cause = invalid.__cause__
    if lines.too_long:
        return _too_long()
    foreign = isinstance(cause, UnicodeDecodeError) and cause.reason != "unexpected end of data"
    if lines.cut_off and not foreign and not isinstance(cause, msgspec.ValidationError):
        return UserError("The file ends in the middle of this row.")
    if isinstance(cause, UnicodeDecodeError):
        return UserError(
            "Byte {position} of the line (0x{byte:02X}) is not UTF-8.",
            hint="This format is always UTF-8: save the file as that first.",
            position=cause.start + 1,
            byte=cause.object[cause.start],
        )
    if _HALF_PAIR.search(str(invalid.line)):
        return UserError("The row has half a surrogate pair.")
    return UserError("The row is not JSON: {detail}.", detail=str(cause))


def first_row(source: Source) -> Any:
    """The first JSON value of a file, for recognising it; None where there is none to see."""
    return next(first_rows(source), None)


def first_rows(source: Source, most: int = 50) -> Iterator[Any]:
    """The first JSON values of a file, in an array or not, up to the first that is none."""
    text = source.beginning(most=1 << 20).removeprefix(BOM).decode(errors="replace")
    at = _end(_ARRAY, text, 0)
    for _ in range(most):
        try:
            value, end = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError):
            return
        yield value
        at = _end(_GAP, text, end)


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return at if found is None else found.end()


def loaded_rows(source: Source, worth: Callable[[bytes], bool] = lambda _: True) -> Iterator[Any]:
    """Every JSON value of a file, for a look at the whole of it before it is read; rows that are
    no JSON are passed over, since reading will name them, and so are those that are not `worth`
    the look. Does not count as read."""
    position = source.position
    if _spread_out(source):
        from annotator.formats.arrays import values  # which needs this module

        with contextlib.suppress(UserError):
            for one in values(source):
                if one.error is None and worth(one.raw):
                    yield one.loaded
    else:
        with source.open() as stream:
            lines = Lines(stream)
            for line in lines:
                if not lines.too_long and worth(line):
                    with contextlib.suppress(ValueError, RecursionError):
                        yield _ANYTHING.decode(line)
    source.position = position


def json_pieces(rows: Iterable[Any], member: str = "") -> Iterator[Piece]:
    """Values as JSON lines, in pieces of some hundred kilobytes."""
    buffer = io.BytesIO()
    writer = jsonlines.Writer(buffer, dumps=msgspec.json.Encoder().encode)
    for row in rows:
        writer.write(row)
        if buffer.tell() > PIECE:
            yield member, buffer.getvalue()
            buffer.seek(0)
            buffer.truncate()
    yield member, buffer.getvalue()
