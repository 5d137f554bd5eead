"""CoNLL-2003: token, part of speech, what stands behind it, and tag, in four columns.

The second column is never known and `_`. The third is that of Universal Dependencies for space
(`columns_gaps`), so that particles that are cut off come back as parts of their words, and texts as
they were. Articles begin at `-DOCSTART-` lines, which have the article's id where the second column
is. Files of others have the tag in their last column, the token in the first or behind its number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import pairwise

from annotator.errors import UserError
from annotator.formats import columns, plain
from annotator.formats.base import Accepted, Confidence, Item, Piece, Remark, Scheme, WriteOptions
from annotator.formats.columns import START, Sheet
from annotator.formats.columns_writing import (
    breaks,
    gathered,
    id_cell,
    in_sentences,
    lead_cell,
    space_cells,
)
from annotator.formats.sources import Source
from annotator.formats.tags import OUT, Pairs, Run, is_tag, runs, scheme_of_pairs, tags
from annotator.formats.tokens import covered, tokens
from annotator.model.annotations import Entity
from annotator.model.record import Record
from annotator.model.spans import Span

_OUT = (OUT.encode(),)
_PIECE = 1 << 20


def recognises(source: Source) -> Confidence:
    """Surely where all first lines have as many columns and end in a tag."""
    rows = columns.first_rows(source)
    alike = len({len(row) for row in rows}) == 1
    return 2 if alike and len(rows[0]) > 1 and all(is_tag(row[-1]) for row in rows) else 0


def read(source: Source) -> Iterator[Item]:
    """The articles of a file, by the scheme that is named or that its tags break least."""
    columns.refuse_no_tags(source, lambda row: is_tag(row[-1]) and len(row) > 1)
    scheme = source.options.scheme or _scheme(source)
    return columns.items(source, partial(_read, scheme, Counter(), []))


def _read(
    scheme: Scheme, seen: Counter[str], widths: list[int], sheet: Sheet, remarks: list[Remark]
) -> Iterator[Item]:
    """The record of an article; `widths` gets how many columns the first one of the file has."""
    widths += [len(sheet.rows[0])] if sheet.rows and not widths else []
    _refuse_other_width(sheet, widths)
    by_column = list(zip(*sheet.rows, strict=True)) or [(), ()]
    form = 1 if _numbered(sheet, by_column) else 0
    gaps = columns.gaps(sheet, by_column[form + 1 :])
    article, starts, ends = columns.placed(sheet, by_column[form], gaps, seen)
    made: dict[str, Entity] = {}
    for first, end in sheet.sentences():
        found, faults = runs(by_column[-1][first:end], scheme)
        remarks += [columns.dirty(one.tag, sheet.numbers[first + one.token]) for one in faults]
        for run in found:
            span = Span.of(starts[first + run.first], ends[first + run.last])
            id = plain.annotation_id(article.id, "entity", run.label, span.fragments)
            made[id] = Entity(id=id, label=run.label, span=span)
    yield Accepted(sheet.line, Record(article=article, annotations=tuple(made.values())), sheet.raw)


def _numbered(sheet: Sheet, by_column: list[tuple[str, ...]]) -> bool:
    """Whether the first column counts the tokens of each sentence, as in CoNLL-U."""
    if len(by_column) < 3 or by_column[0][0] not in ("0", "1"):
        return False
    base = int(by_column[0][0])
    wanted = (str(n + base) for first, end in sheet.sentences() for n in range(end - first))
    return all(one == other for one, other in zip(by_column[0], wanted, strict=True))


def _refuse_other_width(sheet: Sheet, widths: list[int]) -> None:
    """The last of more columns would be taken for the only tag, and the others lost."""
    if set(map(len, sheet.rows)) <= set(widths) - {1}:
        return
    for number, row in zip(sheet.numbers, sheet.rows, strict=True):
        if len(row) < 2:
            raise columns.refused(number, "The line has no column for a tag.")
        if len(row) != widths[0]:
            raise UserError(
                "Line {line} has {number} columns, and the first one {first}.",
                hint="If these are nested tags, name the format: --format wojood.",
                line=number, number=len(row), first=widths[0],
            )  # fmt: skip


def _scheme(source: Source) -> Scheme:
    position = source.position
    counts: Counter[tuple[bytes, bytes]] = Counter()
    last = _OUT[0]
    with source.open() as stream:
        while piece := stream.read(_PIECE) + stream.readline(_PIECE):
            found = [(line.rsplit(None, 1) or _OUT)[-1] for line in piece.split(b"\n")]
            counts.update(pairwise([last, *found]))
            last = found[-1]
    source.position = position
    pairs: Pairs = Counter()
    for (before, tag), number in counts.items():
        pairs[before.decode(errors="replace"), tag.decode(errors="replace")] += number
    return scheme_of_pairs(pairs)


def write(records: Iterable[Record], options: WriteOptions) -> Iterator[Piece]:
    """The columns of the records."""
    return gathered(_article(record, options) for record in records)


def _article(record: Record, options: WriteOptions) -> str:
    text = record.article.text
    entities = [one for one in record.annotations if isinstance(one, Entity)]
    found = tokens(text, [one.span for one in entities], cut=options.clitics == "split")
    numbers = [(covered(one.span, found), one.label) for one in entities]
    made = [Run(at[0], at[-1], label) for at, label in numbers if at]
    before = breaks(text, found, [(run.first, run.last) for run in made])
    cells = space_cells(text, found, before)
    row = tags(len(found), made, options.scheme, before)
    rows = [
        f"{text[start:end]} _ {cell} {tag}\n"
        for (start, end, _), cell, tag in zip(found, cells, row, strict=True)
    ]
    heading = f"{START} {id_cell(record.article.id)} {lead_cell(text)} {OUT}\n\n"
    return f"{heading}{in_sentences(rows, before)}\n"
