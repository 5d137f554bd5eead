"""Import and export of 10,000 articles of 600 words, 60 entities and 20 relations each.

Made from the corpus with a fixed seed. The bare limits are measured in the same run, each in a
process of its own like the program: what the fastest JSON library and SQLite do with the same rows
when nobody checks anything.
"""

from __future__ import annotations

import json
import os
import random
import re
import sqlite3
import sys
import tempfile
import uuid
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from annotator.resources import corpus
from tests.benchmarks.figures import Figure, Run, at_least, at_most, run

ARTICLES = int(os.environ.get("BENCHMARK_ARTICLES", "10000"))
WORDS, ENTITIES, RELATIONS = 600, 60, 20
_SEED = 20260301
_TURNS = 2

Row = dict[str, Any]


# The articles


def make(path: Path, articles: int = ARTICLES) -> None:
    """Write the rows, the same on every machine."""
    chance = random.Random(_SEED)
    news = [json.loads(line) for line in corpus("news.jsonl").read_bytes().splitlines()]
    with path.open("wb") as file:
        for _ in range(articles):
            file.write(msgspec.json.encode(_article(news, chance)) + b"\n")


def _article(news: list[Row], chance: random.Random) -> Row:
    """Several articles of the corpus in a row, cut after 600 words, with annotations to measure."""
    while True:
        text, entities, relations = _joined(news, chance)
        if len(relations) >= RELATIONS and len(entities) >= ENTITIES:
            break
    relations = chance.sample(relations, RELATIONS)
    used = {one[end] for one in relations for end in ("head", "tail")}
    others = [one for one in entities if one["id"] not in used]
    entities = [one for one in entities if one["id"] in used]
    entities += chance.sample(others, ENTITIES - len(entities))
    return {
        "format": "annotator/1",
        "offsets": "codepoint",
        "id": _id(chance),
        "text": text,
        "meta": {"title": text[:40], "source": None, "date": "2026-03-01", "url": None},
        "layer": "layla",
        "status": "done",
        "entities": entities,
        "quotes": [],
        "relations": relations,
    }


def _joined(news: list[Row], chance: random.Random) -> tuple[str, list[Row], list[Row]]:
    text, entities, relations = "", [], []
    while len(text.split()) < WORDS:
        part = chance.choice(news)
        ids = {one["id"]: _id(chance) for one in part["entities"]}
        entities += [_moved(one, len(text), ids[one["id"]]) for one in part["entities"]]
        for one in part["relations"]:
            if one["head"] in ids and one["tail"] in ids:
                ends = {"head": ids[one["head"]], "tail": ids[one["tail"]]}
                relations.append({**one, **ends, "id": _id(chance)})
        text += part["text"].rstrip() + "\n\n"
    *_, last = (found for found, _ in zip(re.finditer(r"\S+", text), range(WORDS), strict=False))
    text = text[: last.end()]
    entities = [one for one in entities if one["end"] <= len(text)]
    there = {one["id"] for one in entities}
    relations = [one for one in relations if one["head"] in there and one["tail"] in there]
    return text, entities, relations


def _moved(entity: Row, by: int, id: str) -> Row:
    fragments = [[start + by, end + by] for start, end in entity["fragments"]]
    reach = {"start": fragments[0][0], "end": fragments[-1][1]}
    return {**entity, **reach, "fragments": fragments, "id": id}


def _id(chance: random.Random) -> str:
    return str(uuid.UUID(int=chance.getrandbits(128), version=4))


# The bare limits

_TABLES = """
CREATE TABLE article (number INTEGER PRIMARY KEY, id TEXT UNIQUE, title TEXT, meta TEXT, text TEXT);
CREATE TABLE entity (article INTEGER, layer INTEGER, id TEXT, label TEXT, start INTEGER,
  "end" INTEGER, surface TEXT, fragments TEXT, attributes TEXT, note TEXT,
  PRIMARY KEY (article, layer, id)) WITHOUT ROWID;
CREATE TABLE relation (article INTEGER, layer INTEGER, id TEXT, label TEXT, head TEXT, tail TEXT,
  attributes TEXT, note TEXT, PRIMARY KEY (article, layer, id)) WITHOUT ROWID;
"""
_AT_A_TIME = 100


def bare_import(rows: Path, database: Path) -> None:
    """The same rows parsed and inserted with `executemany` in one transaction."""
    connection = sqlite3.connect(database, isolation_level=None)
    for pragma in ("page_size = 8192", "journal_mode = DELETE", "synchronous = EXTRA"):
        connection.execute(f"PRAGMA {pragma}")
    connection.executescript(_TABLES)
    connection.execute("BEGIN IMMEDIATE")
    with rows.open("rb") as file:
        for batch in _batches(enumerate(map(msgspec.json.decode, file), start=1)):
            connection.executemany("INSERT INTO article VALUES (?, ?, ?, ?, ?)", _articles(batch))
            connection.executemany(
                "INSERT INTO entity VALUES (?, 1, ?, ?, ?, ?, ?, NULL, NULL, ?)", _entities(batch)
            )
            connection.executemany(
                "INSERT INTO relation VALUES (?, 1, ?, ?, ?, ?, NULL, ?)", _relations(batch)
            )
    connection.execute("COMMIT")
    connection.close()


def _batches(items: Iterable[tuple[int, Row]]) -> Iterator[list[tuple[int, Row]]]:
    batch: list[tuple[int, Row]] = []
    for item in items:
        batch.append(item)
        if len(batch) == _AT_A_TIME:
            yield batch
            batch = []
    yield batch


def _articles(batch: list[tuple[int, Row]]) -> Iterator[tuple[Any, ...]]:
    for number, row in batch:
        meta = row["meta"]
        yield number, row["id"], meta["title"], msgspec.json.encode(meta).decode(), row["text"]


def _entities(batch: list[tuple[int, Row]]) -> Iterator[tuple[Any, ...]]:
    for number, row in batch:
        for one in row["entities"]:
            yield (
                number, one["id"], one["label"], one["start"], one["end"], one["text"], one["note"],
            )  # fmt: skip


def _relations(batch: list[tuple[int, Row]]) -> Iterator[tuple[Any, ...]]:
    for number, row in batch:
        for one in row["relations"]:
            yield number, one["id"], one["label"], one["head"], one["tail"], one["note"]


def bare_export(database: Path, out: Path) -> None:
    """The same rows read from a project, objects built, encoded and written."""
    connection = sqlite3.connect(database, isolation_level=None)
    encode = msgspec.json.Encoder().encode
    nothing = dict.fromkeys(("title", "source", "date", "url"))
    articles = connection.execute("SELECT number, id, sha256, meta, text FROM article")
    with out.open("wb", buffering=1 << 18) as file:
        for number, id, sha256, meta, text in articles:
            entities = connection.execute(
                'SELECT id, label, start, "end", surface, attributes, note FROM entity'
                " WHERE article = ? AND layer = 1",
                (number,),
            )
            relations = connection.execute(
                "SELECT id, label, head, tail, attributes, note FROM relation"
                " WHERE article = ? AND layer = 1",
                (number,),
            )
            row = {
                "format": "annotator/1", "offsets": "codepoint", "id": id, "text": text,
                "sha256": sha256, "meta": {**nothing, **msgspec.json.decode(meta)},
                "layer": "layla", "status": "done",
                "entities": [
                    {
                        "id": one[0], "label": one[1], "start": one[2], "end": one[3],
                        "fragments": [[one[2], one[3]]], "text": one[4], "attributes": {},
                        "note": one[6],
                    }
                    for one in entities
                ],
                "quotes": [],
                "relations": [
                    {
                        "id": one[0], "label": one[1], "head": one[2], "tail": one[3],
                        "attributes": {}, "note": one[5],
                    }
                    for one in relations
                ],
            }  # fmt: skip
            file.write(encode(row))
            file.write(b"\n")
        file.flush()
        os.fsync(file.fileno())
    connection.close()


# The measurement


def figures() -> Iterator[Figure]:
    """Rates, shares of the bare limits, and memory: program and limit by turns, the best of each.

    The best, because what other programs do to the machine in the meantime is not measured here.
    """
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        rows, out = Path(folder, "rows.jsonl"), Path(folder, "out.jsonl")
        make(rows)
        yield Figure("articles of 600 words", f"{ARTICLES:,}")
        yield Figure("JSONL to import", f"{rows.stat().st_size / 1e6:,.0f} MB")
        projects = [Path(folder, f"{turn}.db") for turn in range(_TURNS)]
        turns = []
        for project in projects:
            run(["-m", "annotator", "new", str(project)])
            program = run(["-m", "annotator", "import", str(project), str(rows)])
            turns.append((program, _step("bare_import", rows, project.with_suffix(".bare"))))
        yield from _compared("import", turns, least=1000, share=40)
        yield Figure("project file", f"{projects[0].stat().st_size / 1e6:,.0f} MB")
        turns = []
        for project in projects:
            program = run(["-m", "annotator", "export", str(project), str(out)])
            turns.append((program, _step("bare_export", project, out)))
        yield from _compared("export", turns, least=3000, share=50)


def _step(name: str, source: Path, target: Path) -> Run:
    return run(["-m", "tests.benchmarks.exchange", name, str(source), str(target)])


def _compared(
    what: str, turns: list[tuple[Run, Run]], *, least: float, share: float
) -> Iterator[Figure]:
    """`turns` are runs of the program and of the bare limit."""
    rate, limit = (ARTICLES / min(one.seconds for one in runs) for runs in zip(*turns, strict=True))
    yield at_least(what, rate, least, "articles/s")
    yield Figure(f"{what}: bare limit", f"{limit:,.0f} articles/s")
    yield at_least(f"{what}: share of the bare limit", 100 * rate / limit, share, "%")
    memory = max(program.megabytes for program, _ in turns)
    yield at_most(f"{what}: largest memory", memory, 300, "MB")


_STEPS: dict[str, Callable[[Path, Path], None]] = {
    "bare_import": bare_import,
    "bare_export": bare_export,
}

if __name__ == "__main__":
    _STEPS[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))
