"""What doccano exports, brought in by somebody who comes from there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.formats.newcomer import TEXT, at, came_in, json_file, json_lines, zipped

HE, THERE = ("PERS", "محمدٌ"), ("GPE", "القاهرة")
POINTS = ("--author", "layla", "--offsets", "codepoint")


def triples(*marks: tuple[str, str]) -> list[list[Any]]:
    return [[*at(surface), label] for label, surface in marks]


def spans(*marks: tuple[str, str]) -> list[dict[str, Any]]:
    return [
        {"id": number, "label": label, "start_offset": at(surface)[0], "end_offset": at(surface)[1]}
        for number, (label, surface) in enumerate(marks, 31)
    ]


RELATION = {"id": 9, "from_id": 31, "to_id": 32, "type": "LOCATED_IN"}
SHAPES: dict[str, dict[str, Any]] = {
    "sequence labelling": {"id": 7, "text": TEXT, "label": triples(HE, THERE), "Comments": []},
    "before version 1.5": {
        "id": 7, "text": TEXT, "meta": {"page": 3}, "annotation_approver": "admin",
        "labels": triples(HE, THERE),
    },
    "an article to be uploaded": {"data": TEXT, "label": triples(HE, THERE)},
    "slots of intents": {"id": 7, "text": TEXT, "cats": ["سفر"], "entities": triples(HE, THERE)},
    "relations": {
        "id": 7, "text": TEXT, "entities": spans(HE, THERE), "relations": [RELATION],
        "Comments": [{"id": 2, "comment": "أهو نفسه؟"}],
    },
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_comes_in(tmp_path: Path, shape: str) -> None:
    found = came_in(json_lines(tmp_path / "all.jsonl", SHAPES[shape]), *POINTS)
    assert (found.status, found.complaints) == (0, "")
    assert "was recognised as doccano." in found.said
    assert found.marks == [HE, THERE]
    assert found.row["layer"] == "layla"


def test_relations_comments_and_columns_of_its_users_are_kept(tmp_path: Path) -> None:
    found = came_in(json_lines(tmp_path / "all.jsonl", SHAPES["relations"]), *POINTS)
    assert found.links == [("محمدٌ", "LOCATED_IN", "القاهرة")]
    assert found.row["meta"]["Comments"] == [{"id": 2, "comment": "أهو نفسه؟"}]
    found = came_in(json_lines(tmp_path / "all.jsonl", SHAPES["before version 1.5"]), *POINTS)
    assert (found.row["meta"]["page"], found.row["meta"]["annotation_approver"]) == (3, "admin")
    found = came_in(json_lines(tmp_path / "all.jsonl", SHAPES["slots of intents"]), *POINTS)
    assert found.row["meta"]["cats"] == ["سفر"]


def test_lines_in_a_file_called_json_an_array_and_a_page_of_json(tmp_path: Path) -> None:
    row = SHAPES["relations"]
    files = (
        json_lines(tmp_path / "lines.json", row),
        json_file(tmp_path / "array.json", [row]),
        json_file(tmp_path / "flat.json", [row], indent=None),
        json_file(tmp_path / "page.jsonl", row, indent=4),
    )
    for file in files:
        found = came_in(file, *POINTS)
        assert (found.status, found.complaints, found.marks) == (0, "", [HE, THERE]), file


def test_labels_by_number_are_named_all_together_and_can_be_mapped(tmp_path: Path) -> None:
    annotations = [{**one, "label": place, "user": 1} for place, one in enumerate(spans(HE, THERE))]
    file = json_lines(tmp_path / "json1.jsonl", {"id": 1, "text": TEXT, "annotations": annotations})
    found = came_in(file, *POINTS)
    assert (found.status, found.marks) == (1, [])
    assert "entities: 0 (1), 1 (1)" in found.complaints
    assert "the project has: PERS, NORP" in found.complaints
    found = came_in(file, *POINTS, "--map", "0=PERS", "--map", "1=GPE")
    assert found.marks == [HE, THERE]


def test_what_its_offsets_count_is_asked_with_the_name_of_its_setting(tmp_path: Path) -> None:
    file = json_lines(tmp_path / "all.jsonl", SHAPES["sequence labelling"])
    found = came_in(file, "--author", "layla")
    assert (found.status, found.rows) == (1, [])
    assert "--offsets grapheme if the project of doccano has the setting" in found.complaints
    assert "Count grapheme clusters as one character" in found.complaints


def test_a_zip_with_a_file_for_each_annotator_keeps_them_apart(tmp_path: Path) -> None:
    work = json_lines(tmp_path / "x", SHAPES["sequence labelling"]).read_bytes()
    less = json_lines(
        tmp_path / "x",
        {"id": 7, "text": TEXT, "label": triples(HE), "Comments": []},
        {"id": 8, "text": "لم يبدأ بعد", "label": [], "Comments": []},
    ).read_bytes()
    file = zipped(tmp_path / "export.zip", {"layla.jsonl": work, "omar.jsonl": less})
    found = came_in(file, "--offsets", "codepoint")
    assert found.status == 0
    assert "Taken for the annotations of omar" in found.complaints
    marks = {
        (row["layer"], row["text"]): [(one["label"], one["text"]) for one in row["entities"]]
        for row in found.rows
    }
    assert marks == {
        ("layla", TEXT): [HE, THERE], ("omar", TEXT): [HE], (None, "لم يبدأ بعد"): [],
    }  # fmt: skip


def test_labels_of_whole_texts_are_metadata(tmp_path: Path) -> None:
    row = {"id": 7, "text": TEXT, "label": ["سياسة"], "Comments": []}
    found = came_in(json_lines(tmp_path / "all.jsonl", row))
    assert (found.status, found.marks, found.row["meta"]["label"]) == (0, [], ["سياسة"])
