"""Wojood: a token and all its tags a line, nested entities from the outermost inwards, in IOB2.

The shape is that of SinaLab's own corpus: a blank line between sentences, which their reader takes
for segments, none at the end, and no line that is no token; `$#$` stands where a line of the text
ended. What they have no place for stands in white space that they cut off: a tab at the end of a
line says that the next token is written onto this one, and a blank line of a space and a tab that
the next sentence belongs to the same article. Where that is trimmed away, each sentence is an
article. Tags that break the scheme are remarked and read as what they most likely mean.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from annotator.formats import columns, plain
from annotator.formats.base import Accepted, Confidence, Item, Piece, Remark, WriteOptions
from annotator.formats.columns import Sheet
from annotator.formats.columns_writing import breaks, gathered, in_sentences
from annotator.formats.lines import BOM
from annotator.formats.sources import Source
from annotator.formats.tags import OUT, Run, is_tag, parted
from annotator.formats.tokens import Token, covered, tokens
from annotator.model.annotations import Entity
from annotator.model.record import Record
from annotator.model.spans import Span

LINE_END = "$#$"
_SAME_ARTICLE = " \t"


def recognises(source: Source) -> Confidence:
    """Surely where tokens have tags and nothing else, and something that only Wojood has."""
    rows = columns.first_rows(source)
    if not rows or not all(len(row) > 1 and all(map(is_tag, row[1:])) for row in rows):
        return 0
    return 2 if any(len(row) > 2 or row[0] == LINE_END for row in rows) else 1


def read(source: Source) -> Iterator[Item]:
    """The articles of a file."""
    columns.refuse_no_tags(source, lambda row: any(map(is_tag, row[1:])))
    return columns.items(source, partial(_read, Counter()), _goes_on)


def _goes_on(blank: bytes) -> bool:
    return blank.rstrip(b"\r\n") == _SAME_ARTICLE.encode()


def _read(seen: Counter[str], sheet: Sheet, remarks: list[Remark]) -> Iterator[Item]:
    for number, row in zip(sheet.numbers, sheet.rows, strict=True):
        if len(row) < 2:
            raise columns.refused(number, "The line has no column for a tag.")
    words, found = _words(sheet)
    if not words:
        return
    forms = [sheet.rows[number][0] for number in words]
    article, starts, ends = columns.placed(sheet, forms, found, seen)
    made: dict[str, Entity] = {}
    place = {number: at for at, number in enumerate(words)}
    for first, end in sheet.sentences():
        inside = [number for number in range(first, end) if number in place]
        for run in _runs(sheet, inside, remarks):
            span = Span.of(starts[place[run.first]], ends[place[run.last]])
            id = plain.annotation_id(article.id, "entity", run.label, span.fragments)
            made[id] = Entity(id=id, label=run.label, span=span)
    yield Accepted(sheet.line, Record(article=article, annotations=tuple(made.values())), sheet.raw)


def _words(sheet: Sheet) -> tuple[list[int], list[str]]:
    """The numbers of the rows that are tokens, and what stands behind each of them."""
    words: list[int] = []
    gaps: list[str] = []
    for number, row in enumerate(sheet.rows):
        if row[0] != LINE_END:
            words.append(number)
            gaps.append("" if sheet.joins[number] else " ")
        elif gaps:
            gaps[-1] = "\n"
    if gaps:
        gaps[-1] = ""
    return words, gaps


def _runs(sheet: Sheet, numbers: Sequence[int], remarks: list[Remark]) -> list[Run]:
    """The entities of a sentence as runs of rows."""
    found: list[Run] = []
    still: dict[str, list[int]] = {}
    last = -1
    for number in numbers:
        tags = sheet.rows[number]
        if still or len(tags) > 2 or tags[1] != OUT:
            line = sheet.numbers[number]
            now, begun = _continued(tags[1:], still, line, remarks)
            found += _closed(still, last)
            for label in begun:
                now[label].append(number)
            still = now
        last = number
    return found + _closed(still, last)


def _continued(
    tags: Sequence[str], still: dict[str, list[int]], line: int, remarks: list[Remark]
) -> tuple[dict[str, list[int]], list[str]]:
    """What goes on at a token, taken out of `still`, and the labels of what begins."""
    now: dict[str, list[int]] = defaultdict(list)
    begun: list[str] = []
    for tag in tags:
        if tag == OUT:
            continue
        letter, label = parted(tag)
        if tag[0:1] not in ("B", "I") or letter == "?":
            remarks.append(columns.dirty(tag, line))
        elif letter == "I" and still.get(label):
            now[label].append(still[label].pop(0))
        else:
            if letter == "I":
                remarks.append(columns.dirty(tag, line))
            begun.append(label)
    return now, begun


def _closed(still: dict[str, list[int]], last: int) -> list[Run]:
    return [Run(first, last, label) for label, starts in still.items() for first in starts]


def write(records: Iterable[Record], options: WriteOptions) -> Iterator[Piece]:
    """The tokens of the records and their tags, a blank line between articles and sentences."""
    return gathered(_separated(_article(record, options) for record in records))


def _separated(articles: Iterable[str]) -> Iterator[str]:
    """A blank line between two articles; an empty one at the end would be a segment of nothing."""
    between = ""
    for article in articles:
        # A first character that looks like a byte order mark is saved by a real one.
        yield between or BOM.decode() * article.startswith(BOM.decode())
        yield article
        between = "\n"


def _article(record: Record, options: WriteOptions) -> str:
    text = record.article.text
    entities = [one for one in record.annotations if isinstance(one, Entity)]
    found = tokens(text, [one.span for one in entities], cut=options.clitics == "split")
    made: list[Run] = []
    tagged: dict[int, str] = {}
    for one in sorted(entities, key=lambda one: (one.span.start, -one.span.end, one.label)):
        numbers = covered(one.span, found)
        for number in numbers:
            tag = f"{'B' if number == numbers[0] else 'I'}-{one.label}"
            tagged[number] = f"{tagged[number]} {tag}" if number in tagged else tag
        if numbers:
            made.append(Run(numbers[0], numbers[-1], one.label))
    before = breaks(text, found, [(run.first, run.last) for run in made])
    rows = [
        f"{text[start:end]} {tagged.get(number, OUT)}\n"
        for number, (start, end, _) in enumerate(found)
    ]
    _mark_ends(text, found, rows, before)
    return in_sentences(rows, before, f"{_SAME_ARTICLE}\n") or f"{LINE_END} {OUT}\n"


def _mark_ends(text: str, found: Sequence[Token], rows: list[str], before: Sequence[int]) -> None:
    """Mark the tokens that the next one is written onto, and the ends of lines."""
    for number, token in enumerate(found):
        if token.joined:
            rows[number - 1] = rows[number - 1][:-1] + "\t\n"
    for number in before:
        if "\n" in text[found[number - 1].end : found[number].start]:
            rows[number - 1] += f"{LINE_END} {OUT}\n"
    if rows:
        rows[-1] += f"{LINE_END} {OUT}\n"
