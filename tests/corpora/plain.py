"""The articles of `corpora/` as plain dictionaries, and what the tests ask of them.

Reads the files with plain `json`, so that a fault of the program's own reader cannot hide one of
the articles.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Row = dict[str, Any]

FOLDER = Path(__file__).parents[2] / "corpora"
NEWS_FILE = FOLDER / "news.jsonl"
HELD_OUT_FILE = FOLDER / "held-out.jsonl"
README = FOLDER / "README.md"


def _articles(file: Path) -> list[Row]:
    return [json.loads(line) for line in file.read_bytes().splitlines()]


NEWS = _articles(NEWS_FILE)
HELD_OUT = _articles(HELD_OUT_FILE)

ROW = [
    "format",
    "offsets",
    "id",
    "text",
    "sha256",
    "meta",
    "layer",
    "status",
    "entities",
    "quotes",
    "relations",
]
META = ["title", "source", "date", "url"]
ENTITY = ["id", "label", "start", "end", "fragments", "text", "attributes", "note"]
QUOTE = [
    "id",
    "type",
    "start",
    "end",
    "fragments",
    "text",
    "cue",
    "source",
    "speaker",
    "attributes",
    "note",
]
SPAN = ["start", "end", "fragments", "text"]
RELATION = ["id", "label", "head", "tail", "attributes", "note"]

LABELS = {
    *("PERS", "NORP", "OCC", "ORG", "GPE", "LOC", "FAC"),
    *("EVENT", "DATE", "TIME", "PRODUCT", "LAW", "MONEY", "QUANTITY"),
}
PLACES = {"GPE", "LOC", "FAC"}
PARTS = {"ORG", "GPE", "LOC", "FAC", "EVENT", "LAW", "PRODUCT"}
SIDES = {"PERS", "ORG", "GPE", "NORP", "OCC"}
RULES: dict[str, tuple[set[str], set[str]]] = {
    "EMPLOYED_BY": ({"PERS", "OCC"}, {"ORG", "GPE"}),
    "LEADS": ({"PERS"}, {"ORG", "GPE", "FAC", "EVENT", "NORP"}),
    "HOLDS_OFFICE": ({"PERS"}, {"OCC"}),
    "MEMBER_OF": ({"PERS", "ORG", "GPE"}, {"ORG", "NORP", "EVENT"}),
    "LOCATED_IN": ({"ORG", "FAC", "LOC", "GPE", "EVENT", "PERS"}, PLACES),
    "PART_OF": (PARTS | {"OCC"}, PARTS),
    "MEETS": (SIDES, SIDES),
    "VISITS": ({"PERS", "ORG", "OCC"}, PLACES | {"ORG", "EVENT"}),
    "CITIZEN_OF": ({"PERS"}, {"GPE", "NORP"}),
    "FAMILY": ({"PERS"}, {"PERS"}),
    "OWNS": ({"PERS", "ORG", "GPE"}, {"ORG", "FAC", "PRODUCT", "MONEY"}),
    "HAPPENS_IN": ({"EVENT"}, PLACES),
    "HAPPENS_ON": ({"EVENT"}, {"DATE", "TIME"}),
    "ABOUT": ({"quote"}, LABELS),
}
SYMMETRIC = {"MEETS", "FAMILY"}
MARKS = '“”«»‹›"'


def spans(row: Row) -> Iterator[Row]:
    """Every span of the article: of entities, of quotes, of their cues and sources."""
    yield from row["entities"]
    for quote in row["quotes"]:
        yield quote
        yield from (quote[part] for part in ("cue", "source") if quote[part] is not None)


def everything(row: Row) -> list[Row]:
    return [*row["entities"], *row["quotes"], *row["relations"]]


def by_id(row: Row) -> dict[str, Row]:
    return {one["id"]: one for one in [*row["entities"], *row["quotes"]]}


def covers(outer: Row, inner: Row) -> bool:
    return outer["start"] <= inner["start"] and inner["end"] <= outer["end"] and outer != inner


def written_before(row: Row, entity: Row) -> str:
    """The letters that are written onto the entity's first word, outside its span."""
    match = re.search(r"[\w]*$", row["text"][: entity["start"]])
    assert match is not None
    return match[0]
