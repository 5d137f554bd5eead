"""The benchmark measures what it says: articles of that size, and the same work without checks."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

from annotator.exchange import export, import_paths
from annotator.store import Project
from tests.benchmarks import exchange


def rows(file: Path) -> list[dict[str, Any]]:
    found = [json.loads(line) for line in file.read_bytes().splitlines()]
    for one in found:
        for table in ("entities", "relations"):
            one[table].sort(key=lambda annotation: annotation["id"])
    return found


def test_bare_and_checked_do_the_same(make: Callable[[str], Project], tmp_path: Path) -> None:
    source, ours, bare = (tmp_path / name for name in ("in.jsonl", "ours.jsonl", "bare.jsonl"))
    exchange.make(source, 5)
    project = make("benchmark")
    assert import_paths(project, [source]).imported == 5
    export(project, ours)
    project.close()
    exchange.bare_export(project.path, bare)
    for one, other in zip(rows(ours), rows(bare), strict=True):
        assert len(one["text"].split()) == exchange.WORDS
        assert (len(one["entities"]), len(one["relations"])) == (60, 20)
        for entity in (*one["entities"], *other["entities"]):  # the bare one knows no fragments
            del entity["fragments"]
        assert one == other


def test_the_bare_import_stores_every_row(tmp_path: Path) -> None:
    source, database = tmp_path / "in.jsonl", tmp_path / "bare.db"
    exchange.make(source, 3)
    exchange.bare_import(source, database)
    connection = sqlite3.connect(database)
    tables = ("article", "entity", "relation")
    counts = [connection.execute(f"SELECT count(*) FROM {one}").fetchone()[0] for one in tables]
    connection.close()
    assert counts == [3, 180, 60]
