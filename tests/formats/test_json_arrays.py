"""JSON that is not one row a line: arrays and rows laid out over lines, in every format of rows."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import UserError
from annotator.formats import Accepted, Rejected, Source, by_name
from annotator.formats.lines import first_rows, loaded_rows
from tests.formats.newcomer import json_file

ROWS: list[dict[str, Any]] = [
    {"text": "خبر أول", "title": "[أ]"}, {"text": "{خبر}\nثانٍ", "list": [1, [2]]},
]  # fmt: skip


def texts(file: Path, format: str = "jsonl") -> list[str]:
    items = list(by_name(format).read(Source(file)))
    assert all(isinstance(one, Accepted) for one in items), items
    return [one.record.article.text for one in items if isinstance(one, Accepted)]


@pytest.mark.parametrize("indent", [None, 0, 2])
def test_arrays_come_in_however_they_are_laid_out(tmp_path: Path, indent: int | None) -> None:
    file = json_file(tmp_path / "a.json", ROWS, indent)
    assert texts(file) == [row["text"] for row in ROWS]
    assert list(first_rows(Source(file))) == list(loaded_rows(Source(file))) == ROWS


def test_rows_over_several_lines_one_after_the_other(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text("\n".join(json.dumps(row, indent=4) for row in ROWS), "utf-8")
    assert texts(file) == [row["text"] for row in ROWS]


def test_our_own_rows_in_an_array_are_taken_exactly(tmp_path: Path) -> None:
    entity = {"label": "PERS", "start": 4, "end": 8, "text": "محمد"}
    row = {"format": "annotator/1", "text": "زار محمد", "layer": "a", "entities": [entity]}
    (item,) = by_name("jsonl").read(Source(json_file(tmp_path / "a.json", [row])))
    assert isinstance(item, Accepted)
    assert [one.label for one in item.record.annotations] == ["PERS"]
    bad = {**row, "entities": [{**entity, "text": "علي"}]}
    (item,) = by_name("jsonl").read(Source(json_file(tmp_path / "a.json", [bad])))
    assert isinstance(item, Rejected)
    assert (item.line, json.loads(item.raw)) == (2, bad)


def test_a_bad_row_of_an_array_is_named_and_the_others_come_in(tmp_path: Path) -> None:
    file = json_file(tmp_path / "a.json", [ROWS[0], {"title": "ولا نص"}, ROWS[1]])
    items = list(by_name("jsonl").read(Source(file)))
    assert [type(one) for one in items] == [Accepted, Rejected, Accepted]
    assert isinstance(items[1], Rejected)
    assert "has no text" in str(items[1].error)
    assert b"\n" not in items[1].raw


def test_an_array_that_is_cut_off_gives_its_beginning_and_one_sentence(tmp_path: Path) -> None:
    file = json_file(tmp_path / "a.json", ROWS)
    file.write_bytes(file.read_bytes()[:-12])
    items = by_name("jsonl").read(Source(file))
    first = next(items)
    assert isinstance(first, Accepted)
    assert first.record.article.text == ROWS[0]["text"]
    with pytest.raises(UserError, match=r"Line \d+ is not JSON"):
        next(items)


@given(st.lists(st.dictionaries(st.text(max_size=3), st.text(max_size=9), max_size=3), max_size=4))
def test_a_look_sees_the_same_rows_in_lines_and_in_arrays(
    tmp_path_factory: pytest.TempPathFactory, rows: list[dict[str, str]]
) -> None:
    folder = tmp_path_factory.mktemp("rows")
    lines = folder / "a.jsonl"
    lines.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    array = json_file(folder / "a.json", rows)
    assert list(first_rows(Source(lines))) == list(first_rows(Source(array))) == rows
    assert list(loaded_rows(Source(lines))) == list(loaded_rows(Source(array))) == rows
