"""Prodigy: its tasks come in with what was answered, ours have tokens that make the text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from annotator.formats import Accepted, Rejected, Remark, Source, recognised
from annotator.formats.spacing import pieces
from annotator.model.annotations import Relation
from tests.formats.pieces import bytes_of, items_of
from tests.formats.samples import RECORDS
from tests.texts import TEXTS

TASK: dict[str, Any] = {
    "text": "Apple updates its analytics service", "_input_hash": 1886699658, "_task_hash": -195,
    "tokens": [
        {"text": "Apple", "start": 0, "end": 5, "id": 0, "ws": True},
        {"text": "updates", "start": 6, "end": 13, "id": 1, "ws": True},
        {"text": "its", "start": 14, "end": 17, "id": 2, "ws": True},
        {"text": "analytics", "start": 18, "end": 27, "id": 3, "ws": True},
        {"text": "service", "start": 28, "end": 35, "id": 4, "ws": False},
    ],
    "spans": [
        {"start": 0, "end": 5, "token_start": 0, "token_end": 0, "label": "ORG"},
        {"start": 18, "end": 35, "token_start": 3, "token_end": 4, "label": "PRODUCT"},
    ],
    "relations": [{"head": 0, "child": 4, "label": "EMPLOYED_BY"}],
    "_session_id": "news-layla", "_view_id": "relations", "answer": "accept", "source": "wire",
}  # fmt: skip


def read(tmp_path: Path, *rows: dict[str, Any]) -> list[Any]:
    path = tmp_path / "in.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    assert recognised(Source(path)).name == "prodigy"
    return items_of("prodigy", path)


def test_a_task_comes_in_with_its_answer_and_who_gave_it(tmp_path: Path) -> None:
    (item,) = read(tmp_path, TASK)
    assert isinstance(item, Accepted)
    record = item.record
    apple, product, relation = record.annotations
    assert isinstance(relation, Relation)
    assert (relation.head, relation.tail) == (apple.id, product.id)
    assert product.span.surface(record.article.text) == "analytics service"  # type: ignore[union-attr]
    assert (record.layer, record.status) == ("news-layla", "done")
    assert record.article.meta == {"source": "wire"}


def test_what_was_rejected_there_comes_in_without_annotations_and_it_is_said(
    tmp_path: Path,
) -> None:
    item, remark = read(tmp_path, {**TASK, "answer": "reject"})
    assert item.record.annotations == ()
    assert isinstance(remark, Remark)
    assert (remark.line, "without its annotations" in remark.say()) == (1, True)
    (ignored,) = read(tmp_path, {**TASK, "answer": "ignore"})
    assert ignored.record.status == "skipped"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"relations": [{"head": 1, "child": 4, "label": "X"}]}, "not the end of exactly one span"),
        (
            {"spans": [*TASK["spans"], {**TASK["spans"][0], "label": "PERS"}]},
            "not the end of exactly one span",
        ),
        ({"spans": [{"start": 0, "end": 5}]}, "no label"),
        ({"spans": [{"start": 0, "end": 99, "label": "X"}]}, "does not lie in the text"),
        ({"spans": [{"start": 0, "end": 5, "label": "X", "text": "Pear"}]}, "says “Pear”"),
        ({"spans": {"start": 0}}, "not as Prodigy has it"),
    ],
)
def test_a_task_that_is_no_good_is_named(
    tmp_path: Path, change: dict[str, Any], reason: str
) -> None:
    good, refused = read(tmp_path, TASK, {**TASK, **change})
    assert isinstance(good, Accepted)
    assert isinstance(refused, Rejected)
    assert refused.line == 2
    assert reason in refused.error.say()


def test_tokens_and_spans_fit_and_the_last_token_is_included() -> None:
    spans = 0
    for line in bytes_of("prodigy", RECORDS).splitlines():
        row = json.loads(line)
        assert "".join(one["text"] + " " * one["ws"] for one in row["tokens"]) == row["text"]
        for span in row["spans"]:
            spans += 1
            first, last = row["tokens"][span["token_start"]], row["tokens"][span["token_end"]]
            assert (first["start"], last["end"]) == (span["start"], span["end"])
            assert row["text"][span["start"] : span["end"]] == span["text"]
    assert spans > 10


@given(TEXTS)
def test_pieces_leave_no_character_out(text: str) -> None:
    for cut in (True, False):
        found = pieces(text, (), cut=cut)
        assert "".join(text[one.start : one.end] + " " * one.space for one in found) == text
