"""Wojood: a token and all its tags a line, nested entities from the outermost inwards, in IOB2.

`$#$` stands where a line of the text ended. Tags that break the scheme are remarked with their
line and read as what they most likely mean.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from annotator.formats.base import Confidence, Item, Piece, Remark, WriteOptions
from annotator.formats.columns import START, Sentence, breaks, dirty, items
from annotator.formats.conll import first_rows, is_tag, refuse_no_tags
from annotator.formats.sources import Source
from annotator.formats.tags import OUT, Run
from annotator.formats.tokens import covered, tokens
from annotator.model.annotations import Entity
from annotator.model.record import Record

LINE_END = "$#$"


def recognises(source: Source) -> Confidence:
    """Surely where tokens have tags and nothing else, and something that only Wojood has."""
    rows = first_rows(source)
    if not rows or not all(len(row) > 1 and all(map(is_tag, row[1:])) for row in rows):
        return 0
    return 2 if any(len(row) > 2 or row[0] == LINE_END for row in rows) else 1


def read(source: Source) -> Iterator[Item]:
    """The articles of a file."""
    refuse_no_tags(source, lambda row: row[1:])
    return items(source, _understood, lambda _: False, LINE_END)


def _understood(sentence: Sentence) -> tuple[list[Run], list[Remark]]:
    found: list[Run] = []
    remarks: list[Remark] = []
    still: dict[str, list[int]] = {}
    for number, line in enumerate(sentence):
        open_runs: dict[str, list[int]] = defaultdict(list)
        begun: list[tuple[str, int]] = []
        for tag in line.columns[1:]:
            letter, _, label = tag.partition("-")
            if tag == OUT:
                continue
            if letter not in ("B", "I") or not label:
                remarks.append(dirty(line, tag))
            elif letter == "I" and still.get(label):
                open_runs[label].append(still[label].pop(0))
            else:
                if letter == "I":
                    remarks.append(dirty(line, tag))
                begun.append((label, number))
        found += _closed(still, number - 1)
        for label, first in begun:
            open_runs[label].append(first)
        still = dict(open_runs)
    found += _closed(still, len(sentence) - 1)
    return found, remarks


def _closed(still: dict[str, list[int]], last: int) -> list[Run]:
    return [Run(first, last, label) for label, starts in still.items() for first in starts]


def write(records: Iterable[Record], options: WriteOptions) -> Iterator[Piece]:
    """The tokens of the records and their tags."""
    yield "", b""
    for record in records:
        yield "", _article(record, options).encode()


def _article(record: Record, options: WriteOptions) -> str:
    text = record.article.text
    entities = [one for one in record.annotations if isinstance(one, Entity)]
    found = tokens(text, [one.span for one in entities], cut=options.clitics == "split")
    tagged: list[list[str]] = [[] for _ in found]
    made: list[Run] = []
    for one in sorted(entities, key=lambda one: (one.span.start, -one.span.end, one.label)):
        numbers = covered(one.span, found)
        if numbers:
            made.append(Run(numbers[0], numbers[-1], one.label))
        for number in numbers:
            tagged[number].append(f"{'B' if number == numbers[0] else 'I'}-{one.label}")
    ends = breaks(text, found, made)
    rows = [f"{START} {OUT}\n\n"]
    for number, token in enumerate(found):
        rows.append(f"{text[token.start : token.end]} {' '.join(tagged[number]) or OUT}\n")
        if number in ends or number == len(found) - 1:
            following = found[number + 1].start if number + 1 < len(found) else len(text)
            is_last = number == len(found) - 1
            if is_last or "\n" in text[token.end : following]:
                rows.append(f"{LINE_END} {OUT}\n")
            rows.append("\n")
    return "".join(rows)
