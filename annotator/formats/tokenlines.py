"""Files with a token on each line and what is known of it in columns: the lines, not their meaning.

An article is rejected as a whole, with all its lines,
if one of them cannot be read: half an article would shift everything behind the gap.
"""

from __future__ import annotations

import io
import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import NamedTuple
from urllib.parse import quote, unquote

from annotator.errors import UserError
from annotator.formats import plain
from annotator.formats.base import LONGEST, Accepted, Item, Piece, Rejected, Remark, shown
from annotator.formats.lines import BOM, PIECE, refuse_no_text
from annotator.formats.sources import Source
from annotator.formats.tokens import Token, whole_text
from annotator.model.annotations import Annotation
from annotator.model.article import Article
from annotator.model.record import Record
from annotator.text.sentences import lines, sentence_ends

START = "-DOCSTART-"
NO_SPACE = "SpaceAfter=No"
"""Stands in a column of a token that the next one is joined to, as in Universal Dependencies."""
NOTHING = "_"
_GAPS = re.compile(r"[ \t]+")
_ID = "id="


class Row(NamedTuple):
    """One token: the number of its line, from 1, and its columns, the token being the first."""

    line: int
    cells: list[str]


class Sheet(NamedTuple):
    """The lines of one article: sentences of rows, `heading` the columns of a `-DOCSTART-` line.

    `error` says what is wrong with the first bad line, if any is; `line` is then that line.
    """

    line: int
    heading: list[str]
    sentences: list[list[Row]]
    raw: bytes
    error: UserError | None

    @property
    def rows(self) -> list[Row]:
        """The rows of all sentences."""
        return [row for sentence in self.sentences for row in sentence]


def sheets(source: Source) -> Iterator[Sheet]:
    """The articles of a file: what is between `-DOCSTART-` lines, or else blank lines."""
    with source.open() as stream:
        refuse_no_text(stream.peek(16), "A file of columns")
        open_sheet = _Open()
        number = 0
        while data := stream.readline(LONGEST + 1):
            number += 1
            if open_sheet.ends_before(data):
                yield open_sheet.closed()
                open_sheet = _Open()
            open_sheet.take(data, number)
        if open_sheet.started:
            yield open_sheet.closed()


class _Open:
    """An article that is being read."""

    def __init__(self) -> None:
        self.started = False
        self._heading: list[str] = []
        self._sentences: list[list[Row]] = [[]]
        self._raw = io.BytesIO()
        self._first = 0
        self._error: UserError | None = None
        self._blank = False

    def ends_before(self, data: bytes) -> bool:
        if not self.started or not data.strip():
            return False
        return data.startswith(START.encode()) or (self._blank and not self._heading)

    def take(self, data: bytes, number: int) -> None:
        payload = data.removeprefix(BOM) if number == 1 else data
        if not payload.strip():
            self._break(data)
            return
        if not self.started:
            self.started, self._first = True, number
        self._blank = False
        self._keep(data)
        try:
            cells = _cells(payload)
        except UserError as error:
            self._fail(error, number)
            return
        if cells[0] == START:
            self._heading = cells
        else:
            self._sentences[-1].append(Row(number, cells))

    def _break(self, data: bytes) -> None:
        self._blank = self.started
        if self.started:
            self._keep(data)
            if self._sentences[-1]:
                self._sentences.append([])

    def _keep(self, data: bytes) -> None:
        if self._raw.tell() + len(data) > LONGEST:
            self._fail(UserError("The article is longer than {most} MB.", most=LONGEST >> 20), 0)
            self._sentences = [[]]
        else:
            self._raw.write(data)

    def _fail(self, error: UserError, number: int) -> None:
        if self._error is None:
            self._error = error
            self._first = number or self._first

    def closed(self) -> Sheet:
        sentences = [sentence for sentence in self._sentences if sentence]
        return Sheet(self._first, self._heading, sentences, self._raw.getvalue(), self._error)


def _cells(data: bytes) -> list[str]:
    try:
        line = data.decode().strip("\r\n")
    except UnicodeDecodeError as error:
        raise UserError(
            "Byte {position} of the line (0x{byte:02X}) is not UTF-8.",
            position=error.start + 1,
            byte=data[error.start],
        ) from None
    if "\t" not in line:
        return _GAPS.split(line.strip(" "))
    cells = [cell.strip(" ") for cell in line.rstrip("\t ").split("\t")]
    if not cells[0]:
        raise UserError("The line has no token in its first column.")
    return cells


def dirty(tag: str, row: Row) -> Remark:
    """The remark on a tag that is none, or breaks the scheme."""
    return Remark(
        "Tags that break their scheme are read as they are most likely meant, for instance {tag}.",
        {"tag": shown(tag)},
        row.line,
    )


class Refused(Exception):
    """An error with the line where it is; for readers of single rows."""

    def __init__(self, line: int, error: UserError) -> None:
        super().__init__(line, error)
        self.line = line
        self.error = error


def items(
    found: Iterable[Sheet], record: Callable[[Sheet, list[Remark]], Record]
) -> Iterator[Item]:
    """What the articles of a file come to. `record` adds its remarks; it may raise UserError or
    Refused."""
    for sheet in found:
        remarks: list[Remark] = []
        try:
            if sheet.error is not None:
                raise sheet.error
            yield Accepted(sheet.line, record(sheet, remarks), sheet.raw)
            yield from remarks
        except Refused as refused:
            yield Rejected(refused.line, refused.error, sheet.raw)
        except UserError as error:
            yield Rejected(sheet.line, error, sheet.raw)


def built(
    sheet: Sheet, forms: Sequence[str], joined: Sequence[bool]
) -> tuple[Article, list[Token]]:
    """The article of these tokens, and where they are in its text."""
    if not forms:
        raise UserError("The article has no words.")
    text, tokens = whole_text(forms, joined)
    given = _id_of(sheet.heading)
    id = plain.id_of_text(text) if given is None else plain.checked_id(given)
    return Article(id=id, text=text), tokens


def _id_of(heading: Sequence[str]) -> str | None:
    for cell in heading[1:]:
        if cell.startswith(_ID):
            return unquote(cell.removeprefix(_ID), errors="replace")
    return None


def joined_of(rows: Sequence[Row]) -> list[bool]:
    """For each row whether its token is written onto the one before."""
    sticks = [NO_SPACE in row.cells[1:] for row in rows]
    return [False, *sticks[:-1]][: len(rows)]


# Writing


def heading(id: str, *columns: str) -> str:
    """The `-DOCSTART-` line of an article, and the blank line behind it."""
    safe = "".join(c if c.isprintable() and c not in " %" else quote(c, safe="") for c in id)
    return " ".join((START, _ID + safe, *columns)) + "\n\n"


def space_cells(tokens: Sequence[Token]) -> list[str]:
    """For each token the column that tells whether the next is joined to it."""
    following = [token.joined for token in tokens[1:]]
    return [NO_SPACE if joined else NOTHING for joined in (*following, False)][: len(tokens)]


def breaks(text: str, tokens: Sequence[Token], runs: Iterable[tuple[int, int]]) -> set[int]:
    """The numbers of the tokens in front of which a sentence ends; never inside one of `runs`,
    which are first and last tokens, nor between joined ones."""
    inside = {number for first, last in runs for number in range(first + 1, last + 1)}
    starts = [token.start for token in tokens]
    found: set[int] = set()
    for line in lines(text):
        for end in sentence_ends(text, line.start, line.end):
            number = bisect_left(starts, end)
            if 0 < number < len(tokens) and number not in inside and not tokens[number].joined:
                found.add(number)
    return found


def in_sentences(rows: Sequence[str], before: Collection[int]) -> Iterator[str]:
    """The lines of one article, a blank line behind each sentence."""
    for number, row in enumerate(rows):
        yield f"\n{row}\n" if number in before else f"{row}\n"
    yield "\n"


def gathered(parts: Iterable[str]) -> Iterator[Piece]:
    """Parts of the text of one file, in pieces of some hundred kilobytes."""
    waiting: list[str] = []
    size = 0
    for part in parts:
        waiting.append(part)
        size += len(part)
        if size > PIECE:
            yield "", "".join(waiting).encode()
            waiting, size = [], 0
    yield "", "".join(waiting).encode()


def first_rows(source: Source, most: int = 400) -> list[list[str]]:
    """The columns of the first lines, for recognising a file; empty where they are none."""
    try:
        data = source.beginning().removeprefix(BOM)
        complete = data.rpartition(b"\n")[0] or data
        found = [_cells(line) for line in complete.split(b"\n")[:most] if line.strip()]
    except UserError:
        return []
    return found


def annotated(article: Article, annotations: Iterable[Annotation]) -> Record:
    """The record of an article from such a file."""
    return Record(article=article, annotations=tuple(annotations))
