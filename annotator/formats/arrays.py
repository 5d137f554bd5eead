"""Files that are one JSON array, item by item, however large they are and however laid out.

Values that follow each other without an array, as in JSON lines, are taken too: so are rejected
items that were kept aside. An item that is no JSON costs the others nothing where its end can be
found: by its brackets, or by the next item that begins its line as this one does.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterable, Iterator
from io import BufferedReader
from typing import Any, NamedTuple

import msgspec

from annotator.errors import UserError
from annotator.formats.base import LONGEST, Piece
from annotator.formats.lines import PIECE, refuse_no_text
from annotator.formats.sources import Source

_BLANK = " \t\r\n"
_BRACKETS = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*("?)|[\[\]{}]', re.DOTALL)
_GOES_ON = re.compile(r"[ \t\r\n]*(?:[,\]]|\Z)")


def _no_number(name: str) -> Any:
    raise ValueError(f"{name} is no number in JSON")


_DECODER = json.JSONDecoder(parse_constant=_no_number)


class Value(NamedTuple):
    """One item: the line that it begins on, what it is, and its bytes; or why it is nothing."""

    line: int
    loaded: Any
    raw: bytes
    error: UserError | None = None


def values(source: Source) -> Iterator[Value]:
    """The items of the array in a file, and those that are no good.

    Raises UserError for what is no JSON and has no end that can be found.
    """
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
    """The characters of a stream, as much of them as is needed at a time.

    Bytes that are no UTF-8 are lone surrogates here, so that only the item that has them is lost.
    """

    def __init__(self, stream: BufferedReader) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")("surrogateescape")
        self._text, self._at, self._ended = "", 0, False
        self._indent: str | None = ""
        """The blanks that the line begins with, None behind anything else."""
        self.line = 1

    def next(self) -> str:
        """The next character that is not blank, "" at the end; it stays where it is."""
        while True:
            while self._at < len(self._text):
                char = self._text[self._at]
                if char not in _BLANK:
                    return char
                if char == "\n":
                    self.line, self._indent = self.line + 1, ""
                elif self._indent is not None:
                    self._indent += char
                self._at += 1
            if self._ended:
                return ""
            self._more()

    def pass_over(self, char: str) -> None:
        """Go on behind this character, if it is the next one."""
        if self.next() == char:
            self._at += 1
            self._indent = None

    def _more(self) -> None:
        rest = self._text[self._at :]
        data = self._stream.read(max(PIECE, len(rest)))
        self._ended = not data
        self._text = rest + self._decoder.decode(data, final=self._ended)
        self._at = 0

    def value(self) -> Value:
        """The JSON value that begins here."""
        before: UserError | None = None
        while True:
            try:
                loaded, end = _DECODER.raw_decode(self._text, self._at)
                # A number may go on behind what has been read so far.
                if end < len(self._text) or self._ended:
                    return self._taken(loaded, end)
            except ValueError as error:
                reason = self._reason(error)
                # What more characters do not mend is broken, and not just cut off here.
                stays = str(reason) == str(before) and "Unterminated" not in str(error)
                before = reason
                broken = self._broken(reason, lines=stays or self._ended)
            except RecursionError:
                reason = UserError("Line {line} is nested too deeply.", line=self.line)
                broken = self._broken(reason, lines=self._ended)
            else:
                broken = None
            if broken is not None:
                return broken
            self._longer_or(before)

    def _longer_or(self, reason: UserError | None) -> None:
        """Read more of the item; raises UserError where there is no more, or too much of it."""
        if self._ended:
            raise reason or UserError("Line {line} is nested too deeply.", line=self.line)
        if len(self._text) - self._at > LONGEST:
            raise UserError(
                "The item on line {line} is longer than {most} MB.",
                line=self.line, most=LONGEST >> 20,
            )  # fmt: skip
        self._more()

    def _taken(self, loaded: Any, end: int, error: UserError | None = None) -> Value:
        """Go on behind the item."""
        words, line = self._text[self._at : end], self.line
        self.line += words.count("\n")
        self._at, self._indent = end, None
        raw = words.encode("utf-8", "surrogateescape")
        try:
            words.encode()
        except UnicodeEncodeError as bad:
            error = error or UserError(
                "Line {line} has a byte 0x{byte:02X}, which is not UTF-8.",
                line=line + words.count("\n", 0, bad.start), byte=ord(words[bad.start]) & 0xFF,
            )  # fmt: skip
        return Value(line, None if error else loaded, raw, error)

    def _broken(self, reason: UserError, *, lines: bool) -> Value | None:
        """An item that is no good, if its end can be found.

        Brackets lead too far where a quotation mark is missing, lines too near where an item is
        only cut off here: these count where `lines` says so, or the brackets are closed.
        """
        end = _closed(self._text, self._at, self._ended)
        if self._indent is not None and (lines or end is not None):
            near = _next_line(self._text, self._at, self._indent)
            end = near if end is None else min(end, near or end)
        return None if end is None else self._taken(None, end, reason)

    def _reason(self, error: ValueError) -> UserError:
        if isinstance(error, json.JSONDecodeError):
            line = self.line + self._text.count("\n", self._at, error.pos)
            return UserError("Line {line} is not JSON: {detail}.", line=line, detail=error.msg)
        return UserError(
            "Line {line} is not JSON: {detail}.", line=self.line, detail=str(error)[:200]
        )


def _closed(text: str, at: int, ended: bool) -> int | None:
    """Where the brackets that open at `at` are closed again, if the array goes on there."""
    depth = 0
    for one in _BRACKETS.finditer(text, at) if text[at] in "[{" else ():
        if text[one.start()] == '"':
            if not one.group(1):
                return None  # a string without an end
            continue
        depth += 1 if one.group() in "[{" else -1
        if depth == 0:
            behind = _GOES_ON.match(text, one.end())
            whole = behind is not None and (ended or behind.end() < len(text))
            return one.end() if whole else None
    return None


def _next_line(text: str, at: int, indent: str) -> int | None:
    """Where the next item begins its line as this one does; or the end of the whole array."""
    # The bracket of the array stands further out than its items, if they stand in at all.
    ends = rf"\n[ \t]{{0,{max(len(indent) - 1, 0)}}}\][ \t\r\n]*\Z"
    found = re.compile(rf",?[ \t\r]*\n{indent}(?=[{{\[])|{ends}").search(text, at)
    return None if found is None else found.start()


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
