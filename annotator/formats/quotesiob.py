"""Quotes in columns: token, joined flag, tags of source, cue and content, and whose they are.

Content tags have the type of the quote as their label. The tags are for training and flat: of cues
or sources that overlap, the first has them. The last column is for coming back: `Q2` stands where a
fragment of the content of the article's second quote begins, `q2` where it goes on; `C` and `S` are
cue and source. So several quotes of a sentence keep their own parts, and broken contents their
fragments. Without that column each content is a quote, with the nearest cue and source.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, cast

from annotator.errors import UserError
from annotator.formats import plain, tokenlines
from annotator.formats.base import Confidence, Item, Piece, Remark, Scheme, WriteOptions, shown
from annotator.formats.sources import Source
from annotator.formats.spacing import all_spans
from annotator.formats.tags import Run, parted, runs, scheme_of, tags
from annotator.formats.tokenlines import NOTHING, START, Refused, Row, Sheet, dirty
from annotator.formats.tokens import Token, covered, tokens
from annotator.model.annotations import QUOTE_TYPES, Quote, QuoteKind
from annotator.model.article import Article
from annotator.model.record import Record
from annotator.model.spans import Span

_HEADING = ["source", "cue", "content", "quotes"]
_LINK = re.compile(r"([SsCcQq])([0-9]{1,6})\Z")
_OPENING = "«“\"„‹‘＂'"
_PARTS = ("S", "C", "Q")


def recognises(source: Source) -> Confidence:
    """Surely where a heading or three columns of tags at the end tell so."""
    rows = tokenlines.first_rows(source)
    if any(cells[0] == START and cells[-4:] == _HEADING for cells in rows):
        return 2
    rows = [cells for cells in rows if cells[0] != START]
    if not rows or any(len(cells) < 4 for cells in rows):
        return 0
    last = (parted(_whole(tag))[0] for cells in rows for tag in cells[-3:])
    return 2 if "?" not in last else 0


def read(source: Source) -> Iterator[Item]:
    """The records of a file, and the articles that are no good."""
    _refuse_no_tags(source)
    scheme = source.options.scheme
    return tokenlines.items(
        tokenlines.sheets(source), lambda sheet, remarks: _record(sheet, scheme, remarks)
    )


def _refuse_no_tags(source: Source) -> None:
    rows = [cells for cells in tokenlines.first_rows(source) if cells[0] != START]
    tagged = sum(any(parted(_whole(tag))[0] != "?" for tag in cells[1:]) for cells in rows)
    if 2 * tagged < len(rows):
        raise UserError(
            "There are no tags such as B-PERS and O where this format has them.",
            hint="The first line is: {line}.",
            line=shown(" ".join(rows[0])),
        )


def _record(sheet: Sheet, scheme: Scheme | None, remarks: list[Remark]) -> Record:
    linked = sheet.heading[-4:] == _HEADING
    rows = sheet.rows
    for row in rows:
        if len(row.cells) < 4 + linked:
            raise Refused(
                row.line, UserError("The line has no columns for source, cue and content.")
            )
    forms = [row.cells[0] for row in rows]
    article, found = tokenlines.built(sheet, forms, tokenlines.joined_of(rows))
    parts = _linked(rows) if linked else _nearest(sheet, scheme, remarks)
    content = -2 if linked else -1
    labels = [parted(_whole(row.cells[content]))[1] for row in rows]
    quotes = [_quote(article, one, found, labels, rows, remarks) for one in parts]
    return tokenlines.annotated(article, quotes)


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
    article: Article,
    parts: _Parts,
    found: Sequence[Token],
    labels: Sequence[str],
    rows: Sequence[Row],
    remarks: list[Remark],
) -> Quote:
    content, cue, source = (_span(part, found) for part in parts)
    if content is None:
        raise UserError("A quote has a cue or a source and no content.")
    first = parts.content[0][0]
    label = labels[first]
    if label not in QUOTE_TYPES:
        marked = first > 0 and rows[first - 1].cells[0][-1:] in _OPENING
        label = "direct" if marked else "indirect"
        text = "The types of quotes are told by their quotation marks, since the tags name none."
        remarks.append(Remark(text, line=rows[first].line))
    id = plain.annotation_id(article.id, "quote", content.fragments)
    return Quote(id=id, type=cast(QuoteKind, label), span=content, cue=cue, source=source)


def _span(part: _Runs, found: Sequence[Token]) -> Span | None:
    fragments = tuple((found[first].start, found[last].end) for first, last in part)
    return Span(fragments) if fragments else None


def _linked(rows: Sequence[Row]) -> Iterator[_Parts]:
    """The quotes by their numbers in the last column."""
    parts: dict[int, dict[str, _Runs]] = {}
    for number, row in enumerate(rows):
        if row.cells[-1] == NOTHING:
            continue
        for link in row.cells[-1].split(","):
            known = _LINK.match(link)
            if known is None:
                error = UserError("This is no mark of a quote: {mark}.", mark=shown(link))
                raise Refused(row.line, error)
            part = parts.setdefault(int(known[2]), {one: [] for one in _PARTS})[known[1].upper()]
            if known[1].islower() and part and part[-1][1] == number - 1:
                part[-1] = (part[-1][0], number)
            elif not part or part[-1][1] < number:
                part.append((number, number))
    for _, one in sorted(parts.items()):
        yield _Parts(one["Q"], one["C"], one["S"])


def _nearest(sheet: Sheet, scheme: Scheme | None, remarks: list[Remark]) -> Iterator[_Parts]:
    """A quote for each content, with the nearest cue and source of its sentence."""
    before = 0
    for sentence in sheet.sentences:
        sources, cues, contents = (
            _column(sentence, column, before, scheme, remarks) for column in (-3, -2, -1)
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
            remarks.append(Remark(text, line=sentence[0].line))
        for first, _ in (one for one in (*cues, *sources) if one not in used):
            text = "Cues and sources that no quote of their sentence takes are left out."
            remarks.append(Remark(text, line=sentence[first - before].line))
        before += len(sentence)


def _column(
    sentence: Sequence[Row], column: int, before: int, scheme: Scheme | None, remarks: list[Remark]
) -> _Runs:
    row = [_whole(one.cells[column]) for one in sentence]
    there, faults = runs(row, scheme or scheme_of([row]))
    faulty = (sentence[fault.token] for fault in faults)
    remarks += [dirty(one.cells[column], one) for one in faulty]
    return [(run.first + before, run.last + before) for run in there]


def _closest(content: tuple[int, int], those: _Runs) -> _Runs:
    def distance(one: tuple[int, int]) -> tuple[int, int]:
        return max(one[0] - content[1], content[0] - one[1], 0), one[0]

    return [min(those, key=distance)] if those else []


# Writing


def write(records: Iterable[Record], options: WriteOptions) -> Iterator[Piece]:
    """All articles in one file."""
    return tokenlines.gathered(part for record in records for part in _written(record, options))


def _written(record: Record, options: WriteOptions) -> Iterator[str]:
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
    rows = [
        f"{text[token.start : token.end]} {cells}"
        for token, cells in zip(found, table.lines(), strict=True)
    ]
    yield tokenlines.heading(record.article.id, *_HEADING)
    yield from tokenlines.in_sentences(rows, tokenlines.breaks(text, found, table.every))


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

    def lines(self) -> Iterator[str]:
        """What stands behind each token."""
        length = len(self._found)
        rows = [tags(length, self._columns[letter], self._scheme) for letter in _PARTS]
        links = [",".join(there) or NOTHING for there in self._links]
        cells = (tokenlines.space_cells(self._found), *rows, links)
        return (" ".join(one) for one in zip(*cells, strict=True))
