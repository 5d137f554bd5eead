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
from annotator.formats.huggingface_reading import OWN, read, recognises
from annotator.formats.lines import json_pieces
from annotator.formats.needed import needed
from annotator.formats.parquet import Table, articles_schema, tokens_schema
from annotator.formats.tokens import tokens
from annotator.model.annotations import spans_of
from annotator.model.record import Record

__all__ = ["pattern", "read", "recognises", "write"]

_GROUP = 256
"""Records whose rows are in memory at a time."""
_FILES = (
    "tokens/train.parquet", "articles/train.parquet", "jsonl/tokens.jsonl", OWN,
)  # fmt: skip
Numbers = Mapping[str, Sequence[str]]


def write(records: Iterable[Record], options: WriteOptions) -> Iterator[Piece]:
    """The files of both tables in both forms, and the cards that name them."""
    numbers = _numbers(options)
    arrow, parquet = needed("pyarrow"), needed("pyarrow.parquet")
    tables = (
        Table("tokens/train.parquet", tokens_schema(arrow, numbers), arrow, parquet),
        Table("articles/train.parquet", articles_schema(arrow), arrow, parquet),
    )
    digests = {name: hashlib.sha256() for name in _FILES}
    for name, data in _tables(records, options, numbers, tables):
        digests[name].update(data)
        yield name, data
    told = {name: digest.hexdigest()[:16] for name, digest in digests.items()}
    yield "README.md", _card(numbers, "parquet", told).encode()
    yield "jsonl/README.md", _card(numbers, "jsonl", told).encode()


def _tables(
    records: Iterable[Record], options: WriteOptions, numbers: Numbers, tables: Sequence[Table]
) -> Iterator[Piece]:
    source = iter(records)
    while group := list(islice(source, _GROUP)):
        token_rows = [_tokens(one, options, numbers) for one in group]
        article_rows = [form.row(one) for one in group]
        yield from tables[0].pieces(token_rows)
        yield from tables[1].pieces([_flat(one) for one in article_rows])
        yield from json_pieces(token_rows, "jsonl/tokens.jsonl")
        yield from json_pieces(article_rows, OWN)
    yield from json_pieces((), "jsonl/tokens.jsonl")  # an empty corpus has its files too
    yield from json_pieces((), OWN)
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


# The card


def _card(numbers: Numbers, ending: str, digests: Mapping[str, str]) -> str:
    front = ["---", "language:", "- ar", "task_categories:", "- token-classification", "configs:"]
    for name in ("tokens", "articles"):
        file = f"{name}/train.parquet" if ending == "parquet" else f"jsonl/{name}.jsonl"
        path = pattern(file.removeprefix("jsonl/"), digests[file])
        front += [
            f"- config_name: {name}", "  data_files:", "  - split: train", f'    path: "{path}"',
        ]  # fmt: skip
    if ending == "jsonl":  # a table of Parquet says itself what its columns are
        front += ["dataset_info:", "- config_name: tokens", "  features:", *_features(numbers)]
    return "\n".join([*front, "---", "", *_WORDS[ending]])


def rows_member(part: str) -> str:
    """The file that has the rows of a part in the form annotator/1; "" is the only part."""
    return f"{part}/jsonl/articles.jsonl" if part else "jsonl/articles.jsonl"


def pattern(file: str, digest: str) -> str:
    """A pattern that only this file matches, and that is another one when its bytes are.

    `datasets` knows a folder by its name and its card, so that it would give the rows of an earlier
    export from its cache. No digit and no letter of the digest is the dot before the suffix.
    """
    stem, dot, suffix = file.rpartition(".")
    return f"{stem}[!{digest}]{suffix}" if dot else file


def _features(numbers: Numbers) -> Iterator[str]:
    for name, kind in (("id", "string"), ("layer", "string")):
        yield from (f"  - name: {name}", f"    dtype: {kind}")
    for name, kind in (
        ("tokens", "string"), ("starts", "int32"), ("ends", "int32"), ("joined", "bool"),
    ):  # fmt: skip
        yield from (f"  - name: {name}", f"    sequence: {kind}")
    for name, tags in numbers.items():
        yield from (
            f"  - name: {name}", "    sequence:", "      class_label:", "        names:",
        )  # fmt: skip
        yield from (f"          '{place}': {json.dumps(tag)}" for place, tag in enumerate(tags))


_WORDS = {
    "parquet": (
        "# Annotated articles", "",
        "`tokens` has one row an article: its tokens, where they start and end in the text (code",
        "points), whether they are joined to the token before, and the numbers of their tags.",
        "`articles` has the texts with all entities, quotes and relations; metadata and attributes",
        "are JSON in strings. The same as JSON lines is in `jsonl`.", "",
        "```python", "from datasets import load_dataset", "",
        'tokens = load_dataset("THIS FOLDER", "tokens")', "```", "",
    ),
    "jsonl": ("# Annotated articles as JSON lines", ""),
}  # fmt: skip
