"""Hugging Face datasets: a folder that `load_dataset` reads, as Parquet and as JSON lines.

Two tables: `tokens` has tokens with numbered tags (`ClassLabel`), `articles` everything. As JSON
lines the articles are in the program's own form. Rows are written in groups: memory stays flat.
Reading, of foreign datasets too, is in `huggingface_reading`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

import msgspec

from annotator.errors import UserError
from annotator.formats import row as form
from annotator.formats import tagging
from annotator.formats.base import Piece, WriteOptions, shown
from annotator.formats.hub import Files, Numbers, cards, files_of
from annotator.formats.huggingface_reading import read, recognises
from annotator.formats.lines import json_pieces
from annotator.formats.needed import needed
from annotator.formats.parquet import Table, articles_schema, tokens_schema
from annotator.formats.tokens import tokens
from annotator.model.annotations import spans_of
from annotator.model.record import Record

__all__ = ["close", "read", "recognises", "write"]

_GROUP = 256
"""Records whose rows are in memory at a time."""


def write(records: Iterable[Record], options: WriteOptions) -> Iterator[Piece]:
    """The files of both tables in both forms; and the cards that name them, if they stand alone."""
    numbers = _numbers(options)
    arrow, parquet = needed("pyarrow"), needed("pyarrow.parquet")
    files = files_of(options.part or "train")
    tables = (
        Table(files.tokens, tokens_schema(arrow, numbers), arrow, parquet),
        Table(files.articles, articles_schema(arrow), arrow, parquet),
    )
    digests = {name: hashlib.sha256() for name in files}
    for name, data in _tables(records, options, numbers, tables, files):
        digests[name].update(data)
        yield name, data
    if not options.part:
        yield from close(options, {name: one.hexdigest() for name, one in digests.items()})


def close(options: WriteOptions, digests: Mapping[str, str]) -> Iterator[Piece]:
    """The cards that name the files of all parts."""
    yield from cards(_numbers(options), digests)


def _tables(
    records: Iterable[Record],
    options: WriteOptions,
    numbers: Numbers,
    tables: Sequence[Table],
    files: Files,
) -> Iterator[Piece]:
    source = iter(records)
    while group := list(islice(source, _GROUP)):
        token_rows = [_tokens(one, options, numbers) for one in group]
        article_rows = [form.row(one) for one in group]
        yield from tables[0].pieces(token_rows)
        yield from tables[1].pieces([_flat(one) for one in article_rows])
        yield from json_pieces(token_rows, files.token_lines)
        yield from json_pieces(article_rows, files.article_lines)
    yield from json_pieces((), files.token_lines)  # an empty corpus has its files too
    yield from json_pieces((), files.article_lines)
    for table in tables:
        yield from table.end()


def _numbers(options: WriteOptions) -> dict[str, list[str]]:
    """The names of the tags of both columns, each in its place."""
    entities = [one.name for one in options.labels.entities]
    parts = [tagging.CONTENT, tagging.CUE, tagging.SOURCE]
    return {
        "ner_tags": tagging.names(entities, options.scheme),
        "quote_tags": tagging.names(parts, options.scheme),
    }


def _tokens(record: Record, options: WriteOptions, numbers: Numbers) -> dict[str, Any]:
    text = record.article.text
    spans = [span for one in record.annotations for span in spans_of(one)]
    found = tokens(text, spans)
    entities = tagging.entity_tags(record.annotations, found, options.scheme)
    quotes = tagging.quote_tags(record.annotations, found, options.scheme)
    return {
        "id": record.article.id,
        "layer": record.layer,
        "tokens": [text[one.start : one.end] for one in found],
        "starts": [one.start for one in found],
        "ends": [one.end for one in found],
        "joined": [one.joined for one in found],
        "ner_tags": _places(entities, numbers["ner_tags"]),
        "quote_tags": _places(quotes, numbers["quote_tags"]),
    }


def _places(row: Sequence[str], names: Sequence[str]) -> list[int]:
    places = {name: place for place, name in enumerate(names)}
    try:
        return [places[tag] for tag in row]
    except KeyError as error:
        raise UserError(
            "The label {label} is not in the label set, so that its tag has no number.",
            label=shown(str(error.args[0])[2:]),
        ) from None


def _flat(row: form.Row) -> dict[str, Any]:
    """The row for a table with fixed columns: what can be anything is JSON in a string."""
    made: dict[str, Any] = msgspec.to_builtins(row)
    meta = made["meta"]
    for key in ("title", "source", "date", "url"):
        value = meta.get(key)
        made[key] = value if value is None or isinstance(value, str) else json.dumps(value)
    made["meta"] = json.dumps(meta, ensure_ascii=False)
    for table in ("entities", "quotes", "relations"):
        for one in made[table]:
            one["attributes"] = json.dumps(one["attributes"], ensure_ascii=False)
    return made
