"""Files with a token on each line and what is known of it in columns: reading, not their meaning.

An article begins at a line `-DOCSTART-` or a comment `# newdoc`; in a file without them each
sentence is an article, as in shuffled corpora. An article is rejected as a whole, with all its
lines, if one of them cannot be read: half an article would shift everything behind the gap.
"""

from __future__ import annotations

import re
import uuid
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, chain
from operator import add
from typing import NamedTuple
from urllib.parse import unquote

from annotator.errors import UserError
from annotator.formats import plain
from annotator.formats.base import Accepted, Item, Rejected, Remark, shown
from annotator.formats.columns_gaps import gap_of
from annotator.formats.lines import BOM, refuse_no_text
from annotator.formats.sources import Source
from annotator.formats.tags import is_tag
from annotator.model.article import Article, digest

LONGEST = 16 << 20
"""Bytes of one article: a row takes some twenty times the memory that it has in the file."""
START = "-DOCSTART-"
ID = "id="
_START = START.encode()
_OPENING, _SPACE = b"-#" + BOM[:1], b" "[0]
_NEW = re.compile(rb"#[ \t]*newdoc\b")
_NAMED = re.compile(r"#[ \t]*newdoc[ \t]+id[ \t]*=[ \t]*(.*)\Z")
_NOTE = re.compile(r"#[ \t]*(?:[\w.:]+ = |newdoc\b)")
_TABS_AT_ENDS = re.compile(r"[ \t]+$", re.MULTILINE)
_GAPS = re.compile(r"[ \t]+")
_RARE_SPACE = re.compile(r"[^\S \n]")
_REPEATED = uuid.UUID("3c0e8c0a-7d7e-5c86-9a52-5f2b8e3d4a10")


class Sheet(NamedTuple):
    """The tokens of one article: their columns, and in which sentence and line they stand.

    `ends` has the number of the row behind each sentence, `joins` whether a row's line ended with
    its only tab, `numbers` the rows' lines in the file; `heading` the columns of a `-DOCSTART-`
    line, or the id of a `# newdoc` as `id=…`.
    """

    line: int
    heading: list[str]
    rows: list[list[str]]
    ends: list[int]
    numbers: list[int]
    joins: list[bool]
    raw: bytes

    def sentences(self) -> Iterator[tuple[int, int]]:
        """Where each sentence begins and ends, as numbers of rows."""
        return zip([0, *self.ends], self.ends, strict=False)


class Refused(UserError):
    """An error of one line: `number` says which."""

    number = 0


def refused(line: int, template: str, **values: str | int) -> Refused:
    """The error of a line."""
    error = Refused(template)
    error.values = dict(values)
    error.number = line
    return error


class _Block(NamedTuple):
    """The lines of an article as they came; none if they are more than any article has."""

    first: int
    lines: list[bytes]
    too_long: bool


def _blocks(source: Source, goes_on: Callable[[bytes], bool]) -> Iterator[_Block]:
    """The articles of a file. `goes_on` tells whether a blank line stays within the article."""
    with source.open() as stream:
        refuse_no_text(stream.peek(16), "A file of columns")
        lines: list[bytes] = []
        first, size, marked, blank = 1, 0, False, False
        number = 0
        while data := stream.readline(LONGEST + 1):
            number += 1
            starts = data[0] in _OPENING and _starts(data)
            if starts or (blank and not marked):
                yield _Block(first, lines, size > LONGEST)
                lines, first, size = [], number, 0
                marked = marked or starts
            blank = data[0] <= _SPACE and not data.strip() and not goes_on(data)
            size += len(data)
            if size > LONGEST:
                lines = []
            else:
                lines.append(data)
        yield _Block(first, lines, size > LONGEST)


def _starts(data: bytes) -> bool:
    line = data.removeprefix(BOM)
    return line.startswith(_START) or (line.startswith(b"#") and bool(_NEW.match(line)))


def _never(_: bytes) -> bool:
    return False


def _decoded(block: _Block) -> list[str]:
    """The lines without their ends and without a byte order mark."""
    if block.too_long:
        raise UserError(
            "The article is longer than {most} MB.",
            hint="A line -DOCSTART- begins each article; where there is none, "
            "each sentence is one.",
            most=LONGEST >> 20,
        )
    try:
        text = b"".join(block.lines).decode()
    except UnicodeDecodeError:
        raise _bad_line(block) from None
    if block.first == 1:
        text = text.removeprefix("\ufeff")
    return text.replace("\r\n", "\n").split("\n")


def _bad_line(block: _Block) -> UserError:
    for number, data in enumerate(block.lines, block.first):
        try:
            data.decode()
        except UnicodeDecodeError as error:
            return refused(
                number, "Byte {position} of the line (0x{byte:02X}) is not UTF-8.",
                position=error.start + 1, byte=data[error.start],
            )  # fmt: skip
    raise AssertionError("a line ends within a character")


def _sheet(block: _Block) -> Sheet:
    heading: list[str] = []
    rows: list[list[str]] = []
    ends: list[int] = []
    numbers: list[int] = []
    lines = _decoded(block)
    cut = _cutter(lines)
    for number, line in enumerate(lines, block.first):
        cells = cut(line)
        if not cells:
            ends.append(len(rows))
        elif line[0] in "-#" and _is_heading(line, cells):
            heading = _heading(line, cells) or heading
        elif not cells[0]:
            raise refused(number, "The line has no token in its first column.")
        else:
            rows.append(cells)
            numbers.append(number)
    ends = sorted({*ends, len(rows)} - {0})
    raw = b"".join(block.lines)
    joins = [False] * len(rows)
    if b"\t" in raw:
        joins = [_joins(lines[number - block.first]) for number in numbers]
    first = numbers[0] if numbers else block.first
    return Sheet(first, heading, rows, ends, numbers, joins, raw)


def _joins(line: str) -> bool:
    """Whether a tab at the end of a line is its only one."""
    return line[-1] == "\t" and "\t" not in line.rstrip()


def _cutter(lines: list[str]) -> Callable[[str], list[str]]:
    """What cuts the lines into cells; tokens may have other space in them than blanks and tabs."""
    text = "\n".join(lines)
    if _RARE_SPACE.search(_TABS_AT_ENDS.sub("", text) if "\t" in text else text) is None:
        return str.split
    return _cells


def _cells(line: str) -> list[str]:
    line = line.rstrip("\t ")
    if "\t" not in line:
        return _GAPS.split(line.strip(" ")) if line else []
    first, *others = (cell.strip(" ") for cell in line.split("\t"))
    return [first, *(cell or "_" for cell in others)]


def _is_heading(line: str, cells: Sequence[str]) -> bool:
    """Whether a line is no token: `-DOCSTART-`, or a comment. A # may be a word with its tag."""
    if cells[0] == START:
        return True
    return line.startswith("#") and (
        _NOTE.match(line) is not None or not any(map(is_tag, cells[1:]))
    )


def _heading(line: str, cells: list[str]) -> list[str]:
    if cells[0] == START:
        return cells
    named = _NAMED.match(line)
    return [START, ID + named[1].strip().replace("%", "%25")] if named else []


Made = Callable[[Sheet, list[Remark]], Iterable[Item]]


def items(source: Source, made: Made, goes_on: Callable[[bytes], bool] = _never) -> Iterator[Item]:
    """What the articles of a file come to. `made` adds its remarks, and may raise UserError."""
    for block in _blocks(source, goes_on):
        remarks: list[Remark] = []
        try:
            sheet = _sheet(block)
            if sheet.rows or sheet.heading:
                yield from made(sheet, remarks)
            yield from remarks
        except UserError as error:
            number = error.number if isinstance(error, Refused) else _first_line(block)
            yield Rejected(number, error, b"".join(block.lines))


def _first_line(block: _Block) -> int:
    filled = (n for n, data in enumerate(block.lines, block.first) if data.strip())
    return next(filled, block.first)


class Placed(NamedTuple):
    """The article of some tokens, and where each of them is in its text."""

    article: Article
    starts: list[int]
    ends: list[int]


def placed(
    sheet: Sheet, forms: Sequence[str], gaps: Sequence[str], seen: Counter[str] | None = None
) -> Placed:
    """The article of these tokens, with `gaps` behind them.

    `seen` counts texts: a second article with the very same text and no id is another article.
    """
    lead = next(filter(None, map(gap_of, sheet.heading[1:])), "")
    text = lead + "".join(chain.from_iterable(zip(forms, gaps, strict=True)))
    if not text:
        raise UserError("The article has no words.")
    sizes = list(map(len, forms))
    starts = list(accumulate(map(add, sizes, map(len, gaps)), initial=len(lead)))[:-1]
    ends = list(map(add, starts, sizes))
    given = id_in(sheet.heading)
    id = plain.checked_id(given) if given is not None else _id(text, seen)
    return Placed(Article(id=id, text=text), starts, ends)


def id_in(heading: Sequence[str]) -> str | None:
    """The id of an article in its heading."""
    for cell in heading[1:]:
        if cell.startswith(ID):
            return unquote(cell.removeprefix(ID), errors="replace")
    return None


def _id(text: str, seen: Counter[str] | None) -> str:
    if seen is not None:
        key = digest(text)
        seen[key] += 1
        if seen[key] > 1:
            return str(uuid.uuid5(_REPEATED, f"{key} {seen[key]}"))
    return plain.id_of_text(text)


def gaps(sheet: Sheet, columns: Iterable[Sequence[str]]) -> list[str]:
    """What stands behind each token, as its columns tell; else a space, or the end of a line."""
    found = [" "] * len(sheet.rows)
    for end in sheet.ends:
        found[end - 1] = "\n"
    if found:
        found[-1] = ""
    for column in columns:
        told = {cell: gap_of(cell) for cell in set(column)}
        if any(gap is not None for gap in told.values()):
            found = [
                gap if (new := told[cell]) is None else new
                for gap, cell in zip(found, column, strict=True)
            ]
    return found


def dirty(tag: str, line: int) -> Remark:
    """The remark on a tag that breaks its scheme."""
    template = "The tag {tag} breaks the scheme and is read as what it most likely means."
    return Remark(template, {"tag": shown(tag)}, line)


# Looking at the beginning


def first_rows(source: Source, most: int = 400) -> list[list[str]]:
    """The columns of the first lines of a file, headings and comments left out."""
    data = source.beginning().removeprefix(BOM)
    complete = data.rpartition(b"\n")[0] or data
    lines = complete.decode(errors="replace").split("\n")[:most]
    rows = [(line, _cells(line.rstrip("\r"))) for line in lines if line.strip()]
    return [cells for line, cells in rows if cells and not _is_heading(line, cells)]


def first_heading(source: Source) -> list[str]:
    """The columns of the `-DOCSTART-` line that a file begins with; empty if it does not."""
    line = source.beginning().removeprefix(BOM).partition(b"\n")[0].decode(errors="replace")
    return line.split() if line.startswith(START) else []


def refuse_no_tags(source: Source, tagged: Callable[[list[str]], bool]) -> None:
    """Raise UserError for a file most of whose first lines are not `tagged`."""
    rows = first_rows(source)
    if 2 * sum(map(tagged, rows)) < len(rows):
        raise UserError(
            "There are no tags such as B-PERS and O where this format has them.",
            hint="The first line is: {line}.",
            line=shown(" ".join(rows[0])),
        )


def accepted(sheet: Sheet, record: object) -> Accepted:
    """The item of an article that came to a record."""
    return Accepted(sheet.line, record, sheet.raw)  # type: ignore[arg-type]
