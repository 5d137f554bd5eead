"""Tables of statistics: what is in the files is what was counted, and no cell is a formula."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import UserError
from annotator.exchange import tables
from annotator.exchange.tree import MANIFEST
from annotator.model.annotations import Entity, Quote
from annotator.model.article import Article
from annotator.model.record import Record
from annotator.model.spans import Span
from annotator.quality.counting import statistics
from annotator.quality.statistics import Statistics
from tests.notation import NEWS

NASTY = (
    "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\u202e=1", "a\n=b", 'a"b,c', "％x",
    "\ufeff=1", "'=x", "مـصر", "|x",
)  # fmt: skip
WORDS = st.one_of(
    st.sampled_from(NASTY),
    st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), min_size=1),
)


def of(layer: str, label: str, source: str, name: str) -> Statistics:
    """The statistics of one article in which everything has a name of somebody's choice."""
    annotations = (
        Entity(id="e", label=label, span=Span.of(0, len(name))),
        Quote(id="q", type="direct", span=Span.of(0, len(name)), speaker="e"),
    )
    article = Article(id="a", text=name, meta={"source": source, "date": source})
    return statistics([Record(article=article, layer=layer, annotations=annotations)])


def parsed(data: bytes) -> list[list[str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def number(cell: str) -> Any:
    return float(cell) if cell else None


@given(WORDS, WORDS, WORDS, WORDS)
def test_files_say_what_was_counted_and_no_cell_is_a_formula(
    layer: str, label: str, source: str, name: str
) -> None:
    for table in tables.tables(of(layer, label, source, name), NEWS):
        head, *rows = parsed(tables.sheet(table))
        assert tuple(head) == table.columns
        assert len(rows) == len(table.rows)
        for cells, row in zip(rows, table.rows, strict=True):
            for cell, value in zip(cells, row, strict=True):
                if isinstance(value, str):
                    assert cell in (value, f"'{value}")
                    seen = [char for char in cell if char.isprintable() and not char.isspace()]
                    assert not seen or seen[0] not in "=+-@＝＋－＠|%"
                else:
                    assert number(cell) == value


@pytest.fixture
def found() -> Statistics:
    return of("ليلى", "GPE", "2026-03-01", "بيروت الجديدة")


def test_the_tables_of_one_article(found: Statistics) -> None:
    by_name = {table.name: table.told() for table in tables.tables(found, NEWS)}
    assert by_name["authors"] == [
        {"author": "ليلى", "new": 1, "begun": 0, "done": 0, "skipped": 0, "worked_on": 1,
         "words": 2, "entities": 1, "quotes": 1, "relations": 0}
    ]  # fmt: skip
    assert by_name["labels"][0] == {
        "author": "ليلى", "kind": "entity", "label": "GPE", "title_en": "Geopolitical entity",
        "title_ar": "كيان جغرافي سياسي", "count": 1, "share": 1.0, "per_1000_words": 500.0,
        "discontinuous": 0,
    }  # fmt: skip
    assert by_name["speakers"] == [
        {"author": "ليلى", "speaker": "بيروت الجديدة", "quotes": 1, "articles": 1, "words": 2}
    ]
    assert by_name["dates"] == [{"date": "2026-03-01", "articles": 1}]
    medians = {(row["of"], row["label"], row["unit"]): row["median"] for row in by_name["lengths"]}
    assert medians["article", "", "words"] == medians["entity", "GPE", "words"] == 2
    assert medians["quote", "direct", "characters"] == 13


def test_a_project_without_anything_has_tables_without_rows() -> None:
    made = tables.tables(statistics([]), NEWS)
    assert [table.name for table in made if table.rows] == ["lengths"]
    for table in made:
        assert parsed(tables.sheet(table))[0] == list(table.columns)


def test_a_folder_is_replaced_only_by_what_it_was(tmp_path: Path, found: Statistics) -> None:
    folder = tmp_path / "out"
    first = tables.write(folder, tables.sheets(found, NEWS), "tables")
    assert first.files == len(list(folder.glob("*.csv"))) == 11
    assert tables.write(folder, tables.sheets(found, NEWS), "tables").sha256 == first.sha256
    with pytest.raises(UserError, match="has another export: statistics: tables"):
        tables.write(folder, [("a.png", b"x")], "charts")
    (folder / "labels.csv").write_text("mine")
    with pytest.raises(UserError, match="has been added or changed"):
        tables.write(folder, tables.sheets(found, NEWS), "tables")
    assert (folder / "labels.csv").read_text() == "mine"


def test_a_folder_of_somebody_else_stays(tmp_path: Path, found: Statistics) -> None:
    (tmp_path / "labels.csv").write_text("mine")
    with pytest.raises(UserError, match="files that no export has made"):
        tables.write(tmp_path, tables.sheets(found, NEWS), "tables")
    assert [one.name for one in tmp_path.iterdir()] == ["labels.csv"]
    assert not (tmp_path / MANIFEST).exists()


def test_a_list_of_files_that_is_no_list_of_ours_is_no_bug(
    tmp_path: Path, found: Statistics
) -> None:
    (tmp_path / MANIFEST).write_text('{"x":' + "[" * 100_000)
    with pytest.raises(UserError, match="files that no export has made"):
        tables.write(tmp_path, tables.sheets(found, NEWS), "tables")
