"""doccano: JSON lines with spans and relations, or with the triples of sequence labelling.

What is written has the shape of relation extraction, whose `entities` doccano takes for sequence
labelling too, if that is named as the column of labels. Offsets count code points, or graphemes
where the project of doccano says so; its own exports have no surfaces to tell one from the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import PurePosixPath
from typing import Any

from msgspec import Struct

from annotator.errors import UserError
from annotator.formats import plain
from annotator.formats.base import (
    Confidence,
    Item,
    Piece,
    Remark,
    Unit,
    WriteOptions,
    shown,
)
from annotator.formats.lines import first_rows, json_pieces, json_rows, loaded_rows
from annotator.formats.linked import (
    Link,
    Mark,
    converted,
    flattened,
    gathered,
    place_in,
    refuse_other_surface,
)
from annotator.formats.sources import Source
from annotator.formats.units import Fitting, Sample, settled
from annotator.model.article import Article
from annotator.model.record import Record

_UNITS: tuple[Unit, ...] = ("codepoint", "grapheme")
_WHICH_UNIT = (
    "Name one: --offsets codepoint, or --offsets grapheme if the project of doccano has the "
    "setting “Count grapheme clusters as one character”."
)
_TEXTS = ("text", "data")
_TRIPLES = ("label", "labels", "annotations")
_OURS = ("article_id", "entities", "relations", "id", *_TEXTS)


class EntityRow(Struct, kw_only=True):
    """A span; `text` is our own, so that what offsets count can be told from it."""

    id: int | str | None = None
    label: str | int
    start_offset: int
    end_offset: int
    text: str | None = None


class RelationRow(Struct, kw_only=True):
    """A relation between two spans of the row, by their ids."""

    from_id: int | str
    to_id: int | str
    type: str


class Triple(Struct, array_like=True):
    """A span as sequence labelling has it: `[start, end, label]`."""

    start: int
    end: int
    label: str


def recognises(source: Source) -> Confidence:
    """Surely where one of the first rows has spans as doccano has them."""
    return 2 if any(_is_row(row) for row in first_rows(source)) else 0


def _is_row(row: Any) -> bool:
    if not isinstance(row, dict) or "format" in row or not any(key in row for key in _TEXTS):
        return False
    if isinstance(row.get("entities"), list) and isinstance(row.get("relations"), list):
        return all(isinstance(one, dict) and "start_offset" in one for one in row["entities"])
    spans = [row.get(key) for key in ("entities", *_TRIPLES) if row.get(key)]
    if not spans and "Comments" in row:  # nobody has annotated it yet
        return any(row.get(key) == [] for key in ("entities", *_TRIPLES))
    return len(spans) == 1 and isinstance(spans[0], list) and all(map(_is_span, spans[0]))


def _is_span(given: Any) -> bool:
    if isinstance(given, dict):
        return "start_offset" in given
    return isinstance(given, list) and len(given) == 3 and isinstance(given[2], str)


def _spans_of(row: dict[str, Any]) -> list[Any]:
    found = [row[key] for key in ("entities", *_TRIPLES) if isinstance(row.get(key), list)]
    filled = [one for one in found if one]
    if len(filled) > 1:
        raise UserError("The row has its spans twice, in different columns.")
    return filled[0] if filled else []


def read(source: Source) -> Iterator[Item]:
    """The records of a file, and the rows that are no good."""
    unit, remark = settled(_fitting(source), source.options.unit, "codepoint", _WHICH_UNIT)
    if remark:
        yield remark
    author = _author(source)
    if author is not None:
        text = "Taken for the annotations of {author}, as doccano names files in its zips."
        yield Remark(text, {"author": shown(author)})
    yield from json_rows(source, lambda loaded, _: _record(loaded, unit, author))


def _author(source: Source) -> str | None:
    """Whose annotations a file is, which only its name in the zip tells; None for those of all."""
    name = PurePosixPath(source.member)
    packed = source.path.is_file() and name.suffix == ".jsonl" and len(name.parts) == 1
    return name.stem if packed and name.stem not in ("all", "unknown") else None


def _fitting(source: Source) -> Fitting:
    fitting = Fitting(_UNITS)
    if source.options.unit is None:
        for row in loaded_rows(source):
            try:
                spans = _entities(row)
            except UserError:
                continue  # The row will be told when it is read.
            text = _text(row)
            fitting.see(text, [Sample(one.start_offset, one.end_offset, one.text) for one in spans])
    return fitting


def _entities(row: Any) -> list[EntityRow]:
    if not isinstance(row, dict):
        raise UserError("The row is no JSON object.", hint="Each line needs the form {{…}}.")
    _text(row)
    spans = _spans_of(row)
    if any(isinstance(one, str) for one in spans):
        raise UserError("The row has labels of the whole text, which is not what is marked here.")
    dicts = [one if isinstance(one, dict) else _from_triple(one) for one in spans]
    return converted(dicts, list[EntityRow], "doccano")


def _from_triple(given: Any) -> dict[str, Any]:
    triple = converted(given, Triple, "doccano")
    return {"start_offset": triple.start, "end_offset": triple.end, "label": triple.label}


def _text(row: dict[str, Any]) -> str:
    text = next((row[key] for key in _TEXTS if key in row), None)
    if not isinstance(text, str):
        raise UserError(
            "The row has no text.", hint='It needs a key "text" with a string as its value.'
        )
    return text


def _record(row: Any, unit: Unit, author: str | None) -> Record:
    entities = _entities(row)
    article = _article(row, _text(row))
    relations = converted(row.get("relations") or [], list[RelationRow], "doccano")
    place = place_in(article.text, unit)
    marks = []
    for number, one in enumerate(entities):
        start, end = place(one.start_offset, one.end_offset)
        refuse_other_surface(article.text, start, end, one.text)
        key = f"#{number}" if one.id is None else str(one.id)
        marks.append(Mark(key, str(one.label), start, end))
    links = [
        Link(str(number), one.type, str(one.from_id), str(one.to_id))
        for number, one in enumerate(relations)
    ]
    found = gathered(article.id, marks, links)
    return Record(article=article, layer=author if found else None, annotations=found)


def _article(row: dict[str, Any], text: str) -> Article:
    """The article; doccano numbers its own rows anew, so its `id` is kept but means nothing."""
    rest = {
        key: value for key, value in row.items()
        if key not in (*_OURS, *_TRIPLES) and not (key == "Comments" and not value)
    }  # fmt: skip
    return plain.article({"text": text, "id": row.get("article_id"), **rest})


def write(records: Iterable[Record], options: WriteOptions) -> Iterator[Piece]:
    """The rows, in the shape of relation extraction. Numbers are unique in the whole file."""
    return json_pieces(_rows(records))


def _rows(records: Iterable[Record]) -> Iterator[dict[str, Any]]:
    numbers = count(1)
    for row, record in enumerate(records, 1):
        text = record.article.text
        marks, links = flattened(record.annotations)
        keys = {one.key: next(numbers) for one in marks}
        yield {
            "id": row,
            "text": text,
            "entities": [
                {
                    "id": keys[one.key], "label": one.label,
                    "start_offset": one.start, "end_offset": one.end,
                    "text": text[one.start : one.end],
                }
                for one in marks
            ],
            "relations": [
                {
                    "id": next(numbers), "from_id": keys[one.head], "to_id": keys[one.tail],
                    "type": one.label,
                }
                for one in links
            ],
            "article_id": record.article.id,
            "meta": record.article.meta,
        }  # fmt: skip
