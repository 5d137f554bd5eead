"""Quotes in columns: token, joined flag, tags of source, cue and content, and whose they are.

Content tags have the type of the quote as their label. The tags are for training and flat: of cues
or sources that overlap, the first has them. The last column is for coming back: `Q2` stands where a
fragment of the content of the article's second quote begins, `q2` where it goes on; `C` and `S` are
cue and source. So several quotes of a sentence keep their own parts, and broken contents their
fragments. Without that column each content is a quote, with the nearest cue and source.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple, cast

from annotator.errors import UserError
from annotator.formats import columns, plain
from annotator.formats.base import (
    Accepted,
    Confidence,
    Item,
    Piece,
    Remark,
    Scheme,
    WriteOptions,
    shown,
)
from annotator.formats.columns import START, Placed, Sheet, dirty, refused
from annotator.formats.columns_gaps import NOTHING
from annotator.formats.columns_writing import (
    breaks,
    gathered,
    id_cell,
    in_sentences,
    lead_cell,
    space_cells,
)
from annotator.formats.sources import Source
from annotator.formats.spacing import all_spans
from annotator.formats.tags import Run, parted, runs, scheme_of, tags
from annotator.formats.tokens import Token, covered, tokens
from annotator.model.annotations import QUOTE_TYPES, Quote, QuoteKind
from annotator.model.record import Record
from annotator.model.spans import Span

_HEADING = ["source", "cue", "content", "quotes"]
_LINK = re.compile(r"([SsCcQq])([0-9]{1,6})\Z")
_OPENING = "«“\"„‹‘＂'"
_PARTS = ("S", "C", "Q")


def recognises(source: Source) -> Confidence:
    """Surely where a heading or three columns of tags at the end tell so."""
    if columns.first_heading(source)[-4:] == _HEADING:
        return 2
    rows = columns.first_rows(source)
    if not rows or any(len(cells) < 4 for cells in rows):
        return 0
    last = (parted(_whole(tag))[0] for cells in rows for tag in cells[-3:])
    return 2 if "?" not in last else 0


def read(source: Source) -> Iterator[Item]:
    """The records of a file, and the articles that are no good."""
    columns.refuse_no_tags(source, _tagged)
    return columns.items(source, partial(_read, source.options.scheme))


def _tagged(cells: list[str]) -> bool:
    return any(parted(_whole(tag))[0] != "?" for tag in cells[1:])


def _read(scheme: Scheme | None, sheet: Sheet, remarks: list[Remark]) -> Iterator[Item]:
    linked = sheet.heading[-4:] == _HEADING
    for number, row in zip(sheet.numbers, sheet.rows, strict=True):
        if len(row) < 4 + linked:
            raise refused(number, "The line has no columns for source, cue and content.")
    forms = [row[0] for row in sheet.rows]
    there = columns.placed(sheet, forms, columns.gaps(sheet, [_second(sheet)]))
    parts = _linked(sheet) if linked else _nearest(sheet, scheme, remarks)
    labels = [parted(_whole(row[-2 if linked else -1]))[1] for row in sheet.rows]
    quotes = tuple(_quote(there, one, labels, sheet, remarks) for one in parts)
    yield Accepted(sheet.line, Record(article=there.article, annotations=quotes), sheet.raw)


def _second(sheet: Sheet) -> list[str]:
    return [row[1] for row in sheet.rows]


def _whole(tag: str) -> str:
    """A tag with a label, where a file has bare letters."""
    return f"{tag}-{NOTHING}" if tag in ("B", "I", "E", "S", "L", "U") else tag


_Runs = list[tuple[int, int]]


class _Parts(NamedTuple):
    """The fragments of a quote among tokens, first and last included."""

    content: _Runs
    cue: _Runs
    source: _Runs


def _quote(
    there: Placed, parts: _Parts, labels: Sequence[str], sheet: Sheet, remarks: list[Remark]
) -> Quote:
    content, cue, source = (_span(part, there) for part in parts)
    if content is None:
        raise UserError("A quote has a cue or a source and no content.")
    first = parts.content[0][0]
    label = labels[first]
    if label not in QUOTE_TYPES:
        marked = first > 0 and sheet.rows[first - 1][0][-1:] in _OPENING
        label = "direct" if marked else "indirect"
        text = "The types of quotes are told by their quotation marks, since the tags name none."
        remarks.append(Remark(text, line=sheet.numbers[first]))
    id = plain.annotation_id(there.article.id, "quote", content.fragments)
    return Quote(id=id, type=cast(QuoteKind, label), span=content, cue=cue, source=source)


def _span(part: _Runs, there: Placed) -> Span | None:
    fragments = tuple((there.starts[first], there.ends[last]) for first, last in part)
    return Span(fragments) if fragments else None


def _linked(sheet: Sheet) -> Iterator[_Parts]:
    """The quotes by their numbers in the last column."""
    parts: dict[int, dict[str, _Runs]] = {}
    for number, row in enumerate(sheet.rows):
        if row[-1] == NOTHING:
            continue
        for link in row[-1].split(","):
            known = _LINK.match(link)
            if known is None:
                text = "This is no mark of a quote: {mark}."
                raise refused(sheet.numbers[number], text, mark=shown(link))
            part = parts.setdefault(int(known[2]), {one: [] for one in _PARTS})[known[1].upper()]
            if known[1].islower() and part and part[-1][1] == number - 1:
                part[-1] = (part[-1][0], number)
            elif not part or part[-1][1] < number:
                part.append((number, number))
    for _, one in sorted(parts.items()):
        yield _Parts(one["Q"], one["C"], one["S"])


def _nearest(sheet: Sheet, scheme: Scheme | None, remarks: list[Remark]) -> Iterator[_Parts]:
    """A quote for each content, with the nearest cue and source of its sentence."""
    for before, end in sheet.sentences():
        sources, cues, contents = (
            _column(sheet, column, (before, end), scheme, remarks) for column in (-3, -2, -1)
        )
        used: _Runs = []
        for content in contents:
            cue, source = _closest(content, cues), _closest(content, sources)
            used += cue + source
            yield _Parts([content], cue, source)
        if used:
            text = (
                "Cues and sources go to the nearest quote, since nothing else tells whose they are."
            )
            remarks.append(Remark(text, line=sheet.numbers[before]))
        for first, _ in (one for one in (*cues, *sources) if one not in used):
            text = "Cues and sources that no quote of their sentence takes are left out."
            remarks.append(Remark(text, line=sheet.numbers[first]))


def _column(
    sheet: Sheet, column: int, where: tuple[int, int], scheme: Scheme | None, remarks: list[Remark]
) -> _Runs:
    before, end = where
    row = [_whole(cells[column]) for cells in sheet.rows[before:end]]
    there, faults = runs(row, scheme or scheme_of([row]))
    faulty = (before + fault.token for fault in faults)
    remarks += [dirty(sheet.rows[one][column], sheet.numbers[one]) for one in faulty]
    return [(run.first + before, run.last + before) for run in there]


def _closest(content: tuple[int, int], those: _Runs) -> _Runs:
    def distance(one: tuple[int, int]) -> tuple[int, int]:
        return max(one[0] - content[1], content[0] - one[1], 0), one[0]

    return [min(those, key=distance)] if those else []


# Writing


def write(records: Iterable[Record], options: WriteOptions) -> Iterator[Piece]:
    """All articles in one file."""
    return gathered(_article(record, options) for record in records)


def _article(record: Record, options: WriteOptions) -> str:
    text = record.article.text
    quotes = [one for one in record.annotations if isinstance(one, Quote)]
    quotes.sort(key=lambda one: (one.span, one.id))
    found = tokens(text, all_spans(quotes), cut=options.clitics == "split")
    table = _Table(found, options.scheme)
    for number, one in enumerate(quotes, 1):
        for letter, span, label in (
            ("S", one.source, "SOURCE"), ("C", one.cue, "CUE"), ("Q", one.span, one.type),
        ):  # fmt: skip
            if span is not None:
                table.take(letter, number, span, label)
    before = breaks(text, found, table.every)
    cells = space_cells(text, found, before)
    rows = [
        f"{text[start:end]} {cell} {tags}\n"
        for (start, end, _), cell, tags in zip(found, cells, table.lines(before), strict=True)
    ]
    heading = " ".join((START, id_cell(record.article.id), lead_cell(text), *_HEADING))
    return f"{heading}\n\n{in_sentences(rows, before)}\n"


class _Table:
    """The columns of an article that is being written."""

    def __init__(self, found: Sequence[Token], scheme: Scheme) -> None:
        self._found = found
        self._scheme = scheme
        self._columns: dict[str, list[Run]] = {letter: [] for letter in _PARTS}
        self._links: list[list[str]] = [[] for _ in found]
        self.every: _Runs = []

    def take(self, letter: str, number: int, span: Span, label: str) -> None:
        for fragment in span.fragments:
            there = covered(Span((fragment,)), self._found)
            first, last = there[0], there[-1]
            self.every.append((first, last))
            for place in there:
                mark = letter if place == first else letter.lower()
                self._links[place].append(f"{mark}{number}")
            column = self._columns[letter]
            if all(other.last < first or last < other.first for other in column):
                column.append(Run(first, last, label))

    def lines(self, before: Collection[int]) -> Iterator[str]:
        """What stands behind each token; `before` are those that begin a sentence."""
        length = len(self._found)
        found = [self._columns[letter] for letter in _PARTS]
        rows = [tags(length, column, self._scheme, before) for column in found]
        links = [",".join(there) or NOTHING for there in self._links]
        return (" ".join(one) for one in zip(*rows, links, strict=True))
