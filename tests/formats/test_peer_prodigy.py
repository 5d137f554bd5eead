"""What Prodigy's `db-out` gives, brought in by somebody who comes from there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from tests.formats.newcomer import TEXT, at, came_in, json_file, json_lines

HE, THERE = ("PERS", "محمدٌ"), ("GPE", "القاهرة")
WHOLE = ("ORG", "محمدٌ مدينةَ القاهرة")


def tokens(text: str) -> list[dict[str, Any]]:
    return [
        {
            "text": one.group(), "start": one.start(), "end": one.end(), "id": number,
            "ws": text[one.end() : one.end() + 1] == " ", "disabled": False,
        }
        for number, one in enumerate(re.finditer(r"[^\s.]+|\.", text))
    ]  # fmt: skip


def span(mark: tuple[str | None, str], **more: Any) -> dict[str, Any]:
    start, end = at(mark[1])
    first = next(one["id"] for one in tokens(TEXT) if one["start"] == start)
    last = next(one["id"] for one in tokens(TEXT) if one["end"] == end)
    return {
        "start": start, "end": end, "token_start": first, "token_end": last, "label": mark[0],
        **more,
    }  # fmt: skip


def task(*spans: dict[str, Any], view: str = "ner_manual", **more: Any) -> dict[str, Any]:
    return {
        "text": TEXT, "meta": {"source": "وكالة"}, "_input_hash": -17, "_task_hash": 23,
        "_is_binary": False, "tokens": tokens(TEXT), "spans": list(spans), "_view_id": view,
        "answer": "accept", "_timestamp": 1767225600, "_annotator_id": "ner-layla",
        "_session_id": "ner-layla", **more,
    }  # fmt: skip


def relation(head: dict[str, Any], child: dict[str, Any], label: str) -> dict[str, Any]:
    return {
        "head": head["token_end"], "child": child["token_end"], "head_span": head,
        "child_span": child, "color": "#ffd882", "label": label,
    }  # fmt: skip


def test_entities_with_the_answers_of_who_gave_them(tmp_path: Path) -> None:
    file = json_lines(
        tmp_path / "ner.jsonl",
        task(span(HE), span(THERE)),
        task(span(HE), text="مرفوض", tokens=[], answer="reject"),
        task(text="متروك", tokens=[], answer="ignore"),
    )
    found = came_in(file)
    assert found.status == 0
    assert found.marks == [HE, THERE]
    states = {row["text"]: (row["layer"], row["status"]) for row in found.rows}
    assert states == {
        TEXT: ("ner-layla", "done"), "مرفوض": (None, None), "متروك": ("ner-layla", "skipped"),
    }  # fmt: skip
    assert "line 2: Rejected in Prodigy: the article comes in without" in found.complaints
    assert found.rows[0]["meta"]["source"] == "وكالة"


def test_overlapping_spans_and_nobodys_answers(tmp_path: Path) -> None:
    row = task(span(HE), span(WHOLE), view="spans_manual", _annotator_id=None, _session_id=None)
    file = json_lines(tmp_path / "spans.jsonl", row)
    found = came_in(file)
    assert "does not say whose they are. Give the name: --author NAME." in found.complaints
    found = came_in(file, "--author", "layla")
    assert (found.status, sorted(found.marks)) == (0, sorted([HE, WHOLE]))


def test_relations_by_the_spans_that_they_link(tmp_path: Path) -> None:
    head, child = span(HE, source="ar_model"), span(THERE)
    row = task(head, child, view="relations", relations=[relation(head, child, "LOCATED_IN")])
    found = came_in(json_lines(tmp_path / "rel.jsonl", row))
    assert found.links == [("محمدٌ", "LOCATED_IN", "القاهرة")]


def test_relations_of_bare_words_are_named_and_the_spans_come_in(tmp_path: Path) -> None:
    head, child = span((None, "زارَ")), span(THERE)
    row = task(child, view="relations", relations=[relation(head, child, "nsubj")])
    found = came_in(json_lines(tmp_path / "dep.jsonl", row))
    assert (found.status, found.marks, found.links) == (0, [THERE], [])
    assert "A relation of words that are not marked is left out: nsubj." in found.complaints


def test_a_yes_to_one_label_of_one_span(tmp_path: Path) -> None:
    asked = span(HE, text="محمدٌ", rank=0, score=0.7, source="ar_model", input_hash=-17)
    yes = task(asked, view="ner", _is_binary=True)
    found = came_in(json_lines(tmp_path / "teach.jsonl", yes))
    assert found.marks == [HE]
    bare = {key: value for key, value in asked.items() if key != "label"}
    found = came_in(json_lines(tmp_path / "mark.jsonl", task(bare, label="PERS")))
    assert found.marks == [HE]


def test_a_json_array_and_texts_that_are_yet_to_be_shown(tmp_path: Path) -> None:
    found = came_in(json_file(tmp_path / "tasks.json", [task(span(HE))]))
    assert found.marks == [HE]
    found = came_in(json_lines(tmp_path / "in.jsonl", {"text": "خبر", "meta": {"source": "ص"}}))
    assert "recognised as JSON Lines" in found.said
    assert found.row["meta"]["source"] == "ص"
