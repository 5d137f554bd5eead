"""What Label Studio exports, brought in by somebody who comes from there."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

from annotator.store import Project
from tests.formats.newcomer import TEXT, at16, came_in, folder, json_file

HE, THERE = ("PERS", "محمدٌ"), ("GPE", "القاهرة")


def value(surface: str, *labels: str) -> dict[str, Any]:
    start, end = at16(surface)
    return {"start": start, "end": end, "text": surface, "labels": list(labels)}


def region(id: str, mark: tuple[str, str], **more: Any) -> dict[str, Any]:
    return {
        "value": value(mark[1], mark[0]), "id": id, "from_name": "label", "to_name": "text",
        "type": "labels", "origin": "manual", **more,
    }  # fmt: skip


def link(*labels: str, direction: str = "right") -> dict[str, Any]:
    named = {"labels": list(labels)} if labels else {}
    head, tail = ("bb", "aa") if direction == "left" else ("aa", "bb")
    return {
        "from_id": head, "to_id": tail, "type": "relation", "direction": direction, **named,
    }  # fmt: skip


def annotation(*results: dict[str, Any], by: Any = 1, **more: Any) -> dict[str, Any]:
    return {
        "id": 9, "completed_by": by, "result": list(results), "was_cancelled": False,
        "ground_truth": False, "created_at": "2026-03-01T08:00:00Z", "draft_created_at": None,
        "lead_time": 12.5, "prediction": {}, "result_count": len(results), "unique_id": "u-1",
        "parent_prediction": None, "parent_annotation": None, "project": 4, **more,
    }  # fmt: skip


def task(*annotations: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "id": 1, "annotations": list(annotations), "file_upload": "f.json", "drafts": [],
        "predictions": [], "data": {"text": TEXT, "title": "خبر"}, "meta": {}, "inner_id": 1,
        "total_annotations": len(annotations), "comment_count": 0, "project": 4, **more,
    }  # fmt: skip


def test_a_full_export_with_two_people_a_model_and_one_who_skipped(tmp_path: Path) -> None:
    layla = annotation(
        region("aa", HE, meta={"text": ["الاسم الأول"]}), region("bb", THERE, score=0.9),
        link("LOCATED_IN", direction="left"), by={"id": 1, "email": "layla@example.org"},
    )  # fmt: skip
    model = {"model_version": "ner-2", "score": 0.5, "result": [region("p", THERE)]}
    other = annotation(by=2, was_cancelled=True)
    found = came_in(json_file(tmp_path / "a.json", [task(layla, other, predictions=[model])]))
    assert (found.status, found.complaints) == (0, "")
    assert {row["layer"]: row["status"] for row in found.rows} == {
        "layla@example.org": "done", "2": "skipped",
    }  # fmt: skip
    assert found.marks == [HE, THERE]
    with Project.open(tmp_path / "project-0.db") as project:
        assert project.suggested.models() == ["model:ner-2"]
    noted = [one["note"] for row in found.rows for one in row["entities"] if one["note"]]
    assert noted == ["الاسم الأول"]
    assert found.links == [("محمدٌ", "LOCATED_IN", "القاهرة")]
    assert found.rows[0]["meta"]["title"] == "خبر"


def test_a_relation_that_was_only_drawn_can_be_given_a_label(tmp_path: Path) -> None:
    file = json_file(
        tmp_path / "a.json", [task(annotation(region("aa", HE), region("bb", THERE), link()))]
    )
    found = came_in(file)
    assert (found.status, found.marks) == (1, [])
    assert "relations: relation (1)" in found.complaints
    found = came_in(file, "--map", "relation=LOCATED_IN")
    assert found.links == [("محمدٌ", "LOCATED_IN", "القاهرة")]
    found = came_in(file, "--map", "relation=")
    assert (found.marks, found.links) == ([HE, THERE], [])
    assert "Annotations left out by --map: 1." in found.said


def test_what_is_said_of_a_region_is_an_attribute_of_it(tmp_path: Path) -> None:
    place = {"start": at16(HE[1])[0], "end": at16(HE[1])[1]}
    about = {"id": "aa", "to_name": "text"}
    results = (
        region("aa", HE),
        {**about, "from_name": "role", "type": "choices", "value": {**place, "choices": ["ضيف"]}},
        {**about, "from_name": "latin", "type": "textarea", "value": {**place, "text": ["Muh."]}},
        {**about, "from_name": "sure", "type": "rating", "value": {**place, "rating": 4}},
        {"id": "zz", "from_name": "topic", "type": "choices", "value": {"choices": ["سفر"]}},
    )
    found = came_in(json_file(tmp_path / "a.json", [task(annotation(*results))]))
    (entity,) = found.row["entities"]
    assert entity["attributes"] == {"role": "ضيف", "latin": "Muh.", "sure": 4}
    assert found.complaints.count("\n") == 1
    assert "Results of the type choices are not taken over." in found.complaints


def test_each_kind_of_result_that_is_left_out_is_named(tmp_path: Path) -> None:
    page = {"id": "h", "type": "hypertextlabels", "value": {"start": "/p[1]/text()[1]"}}
    words = {"id": "t", "type": "textarea", "value": {"text": ["ملخّص"]}}
    found = came_in(json_file(tmp_path / "a.json", [task(annotation(page, words))]))
    assert "the type hypertextlabels are not" in found.complaints
    assert "the type textarea are not" in found.complaints


def test_the_short_form(tmp_path: Path) -> None:
    row = {
        "text": TEXT, "title": "خبر", "id": 1,
        "label": [value(HE[1], HE[0]), value(THERE[1], THERE[0])],
        "topic": "سفر", "annotator": 7, "annotation_id": 9, "created_at": "2026-03-01T08:00:00Z",
        "updated_at": "2026-03-01T08:00:00Z", "lead_time": 12.5,
    }  # fmt: skip
    found = came_in(json_file(tmp_path / "a.json", [row]))
    assert (found.status, found.complaints, found.marks) == (0, "", [HE, THERE])
    assert (found.row["layer"], found.row["meta"]["topic"]) == ("7", "سفر")
    found = came_in(json_file(tmp_path / "b.json", [{**row, "annotator": "l@example.org"}]))
    assert found.row["layer"] == "l@example.org"


def test_what_it_wrote_before_version_1(tmp_path: Path) -> None:
    old = {
        "id": 1,
        "data": {"text": TEXT},
        "completions": [{"id": 1, "result": [region("aa", HE)]}],
    }
    found = came_in(json_file(tmp_path / "a.json", [old]), "--author", "layla")
    assert (found.status, found.marks) == (0, [HE])


def test_tasks_that_nobody_has_annotated_and_lists_of_texts(tmp_path: Path) -> None:
    tasks = [{"data": {"text": TEXT}}, {"data": {"text": "خبر ثانٍ", "title": "عنوان"}}]
    found = came_in(json_file(tmp_path / "a.json", tasks))
    assert "recognised as Label Studio" in found.said
    assert {row["text"] for row in found.rows} == {TEXT, "خبر ثانٍ"}
    found = came_in(json_file(tmp_path / "b.json", [one["data"] for one in tasks]))
    assert "recognised as JSON Lines" in found.said
    assert {row["text"] for row in found.rows} == {TEXT, "خبر ثانٍ"}


def test_an_old_export_without_surfaces_is_asked_for_its_unit(tmp_path: Path) -> None:
    bare = region("aa", HE)
    del bare["value"]["text"]
    file = json_file(tmp_path / "a.json", [task(annotation(bare))])
    assert "--offsets with one of utf16, codepoint" in came_in(file).complaints
    assert came_in(file, "--offsets", "utf16").marks == [HE]


def test_its_sheet_is_told_to_look_annotated(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    with file.open("w", newline="", encoding="utf-8") as stream:
        sheet = csv.writer(stream)
        sheet.writerow(["annotation_id", "annotator", "id", "label", "text"])
        sheet.writerow([9, 1, 1, json.dumps([value(*reversed(HE))]), TEXT])
    found = came_in(file)
    assert "look annotated, in a form that is not read: 1." in found.complaints
    assert found.row["meta"]["annotator"] == "1"


def test_its_columns_and_what_its_converter_makes_for_brat(tmp_path: Path) -> None:
    columns = (
        "-DOCSTART- -X- O\nزار -X- _ O\nمحمد -X- _ B-PERS\n\nوصل -X- _ O\nعلي -X- _ B-PERS\n\n"
    )
    file = tmp_path / "result.conll"
    file.write_text(columns, "utf-8")
    assert came_in(file, "--author", "a").marks == [("PERS", "محمد"), ("PERS", "علي")]
    start, end = TEXT.index("محمدٌ"), TEXT.index("محمدٌ") + 5
    brat = folder(tmp_path / "brat", {
        "task-1.txt": TEXT, "task-1.ann": f"T0\tPERS {start} {end}\tمحمدٌ\n",
        "annotations.conf": "[entities]\nPERS\n[relations]\n[events]\n[attributes]\n",
    })  # fmt: skip
    assert came_in(brat, "--author", "a").marks == [HE]
