"""Files that are one JSON array, item by item, however large they are and however laid out.

Values that follow each other without an array, as in JSON lines, are taken too: so are rejected
items that were kept aside. Behind an item that is no JSON nothing can be found any more.
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterable, Iterator
from io import BufferedReader
from typing import Any, NamedTuple

import msgspec

from annotator.errors import UserError
from annotator.formats.base import LONGEST, Piece
from annotator.formats.lines import PIECE, refuse_no_text
from annotator.formats.sources import Source

_BLANK = " \t\r\n"


def _no_number(name: str) -> Any:
    raise ValueError(f"{name} is no number in JSON")


_DECODER = json.JSONDecoder(parse_constant=_no_number)


class Value(NamedTuple):
    """One item, the line that it begins on, and its characters."""

    line: int
    loaded: Any
    raw: str


def values(source: Source) -> Iterator[Value]:
    """The items of the array in a file; raises UserError for what is no JSON."""
    with source.open() as stream:
        refuse_no_text(stream.peek(16), "JSON")
        text = _Text(stream)
        in_array = text.next() == "["
        text.pass_over("[")
        while (char := text.next()) not in ("", "]"):
            if char == ",":
                text.pass_over(",")
            else:
                yield text.value()
        if in_array and char != "]":
            raise UserError("The file ends in the middle, on line {line}.", line=text.line)
        text.pass_over("]")
        if text.next():
            raise UserError(
                "Behind the end of the array there is more, on line {line}.", line=text.line
            )


class _Text:
    """The characters of a stream, as much of them as is needed at a time."""

    def __init__(self, stream: BufferedReader) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")()
        self._text, self._at, self._ended = "", 0, False
        self.line = 1

    def next(self) -> str:
        """The next character that is not blank, "" at the end; it stays where it is."""
        while True:
            while self._at < len(self._text):
                char = self._text[self._at]
                if char not in _BLANK:
                    return char
                self.line += char == "\n"
                self._at += 1
            if self._ended:
                return ""
            self._more()

    def pass_over(self, char: str) -> None:
        """Go on behind this character, if it is the next one."""
        if self.next() == char:
            self._at += 1

    def _more(self) -> None:
        rest = self._text[self._at :]
        data = self._stream.read(max(PIECE, len(rest)))
        self._ended = not data
        try:
            self._text = rest + self._decoder.decode(data, final=self._ended)
        except UnicodeDecodeError as error:
            raise UserError(
                "The file is not UTF-8: there is a byte 0x{byte:02X} behind line {line}.",
                byte=error.object[error.start], line=self.line,
            ) from None  # fmt: skip
        self._at = 0

    def value(self) -> Value:
        """The JSON value that begins here."""
        while True:
            try:
                loaded, end = _DECODER.raw_decode(self._text, self._at)
                # A number may go on behind what has been read so far.
                if end < len(self._text) or self._ended:
                    break
            except ValueError as error:
                if self._ended:
                    raise self._broken(error) from None
            except RecursionError:
                raise UserError("Line {line} is nested too deeply.", line=self.line) from None
            if len(self._text) - self._at > LONGEST:
                raise UserError(
                    "The item on line {line} is longer than {most} MB.",
                    line=self.line,
                    most=LONGEST >> 20,
                )
            self._more()
        raw, line = self._text[self._at : end], self.line
        self.line += raw.count("\n")
        self._at = end
        return Value(line, loaded, raw)

    def _broken(self, error: ValueError) -> UserError:
        if isinstance(error, json.JSONDecodeError):
            line = self.line + self._text.count("\n", self._at, error.pos)
            return UserError("Line {line} is not JSON: {detail}.", line=line, detail=error.msg)
        return UserError(
            "Line {line} is not JSON: {detail}.", line=self.line, detail=str(error)[:200]
        )


def array_pieces(items: Iterable[Any], member: str) -> Iterator[Piece]:
    """The items as a JSON array with one of them on each line."""
    buffer = bytearray(b"[")
    encode = msgspec.json.Encoder().encode
    between = b"\n"
    for item in items:
        buffer += between + encode(item)
        between = b",\n"
        if len(buffer) > PIECE:
            yield member, bytes(buffer)
            buffer.clear()
    yield member, bytes(buffer) + b"\n]\n"
