"""Label Studio: its exports come in author by author, and its own converter reads ours."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import UserError
from annotator.formats import Accepted, Rejected, Remark, Source, by_name, recognised
from annotator.formats.arrays import values
from annotator.formats.labelconfig import configuration
from annotator.model.annotations import Entity, Relation
from annotator.model.record import Record
from annotator.model.spans import Span
from tests.formats.pieces import files_of, items_of, put
from tests.formats.samples import RECORDS
from tests.notation import NEWS

TEXT = "To have faith is to trust 🙂 yourself to the water"
TASK: dict[str, Any] = {
    "id": 1, "data": {"text": TEXT, "source": "wire"},
    "annotations": [
        {
            "id": 1001, "completed_by": {"id": 3, "email": "layla@example.org"},
            "was_cancelled": False,
            "result": [
                {
                    "id": "cjaBBbbnDM", "from_name": "label", "to_name": "text", "type": "labels",
                    "value": {"start": 8, "end": 13, "text": "faith", "labels": ["ORG"]},
                },
                {
                    "id": "s9Jw29jkSd", "from_name": "label", "to_name": "text", "type": "labels",
                    "value": {"start": 29, "end": 37, "text": "yourself", "labels": ["PERS"]},
                    "meta": {"text": ["sure"]},
                },
                {
                    "type": "relation", "from_id": "cjaBBbbnDM", "to_id": "s9Jw29jkSd",
                    "direction": "left", "labels": ["EMPLOYED_BY"],
                },
                {"type": "choices", "from_name": "tone", "value": {"choices": ["calm"]}},
            ],
        }
    ],
    "predictions": [{"model_version": "ner-1", "score": 0.9, "result": []}],
}  # fmt: skip


def read(tmp_path: Path, content: str, **options: Any) -> list[Any]:
    path = tmp_path / "in.json"
    path.write_text(content, "utf-8")
    assert recognised(Source(path)).name == "labelstudio"
    return items_of("labelstudio", path, **options)


def test_an_export_comes_in_author_by_author(tmp_path: Path) -> None:
    first, remark, second = read(tmp_path, json.dumps([TASK], indent=2))
    record: Record = first.record
    faith, yourself, relation = record.annotations
    assert isinstance(yourself, Entity)
    assert isinstance(relation, Relation)
    assert yourself.span.surface(TEXT) == "yourself"
    assert yourself.note == "sure"
    assert (relation.head, relation.tail) == (yourself.id, faith.id)
    assert (record.layer, record.status) == ("layla@example.org", "done")
    assert record.article.meta == {"source": "wire"}
    assert isinstance(remark, Remark)
    assert "choices" in remark.say()
    assert second.record.layer == "model:ner-1"
    assert second.record.article.id == record.article.id


def test_code_points_are_told_from_surfaces(tmp_path: Path) -> None:
    text = json.dumps([TASK]).replace('"start": 29, "end": 37', '"start": 28, "end": 36')
    remark, first, *_ = read(tmp_path, text)
    assert remark.say() == "Its offsets count code points, as its surfaces tell."
    assert first.record.annotations[1].span.surface(TEXT) == "yourself"


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('"end": 37', '"end": 370', "does not lie in the text"),
        ('"to_id": "s9Jw29jkSd"', '"to_id": "gone"', "which is not there"),
        ('"to_id": "s9Jw29jkSd", ', "", "does not say what it links"),
        ('"labels": ["PERS"]', '"labels": []', "no label"),
        ('"text": "faith"', '"text": "faint"', "says “faint”"),
        ('"data": {"text": ', '"data": {"body": "x", "head": ', "cannot be told"),
    ],
)
def test_a_task_that_is_no_good_is_named_and_the_next_comes_in(
    tmp_path: Path, old: str, new: str, reason: str
) -> None:
    good = json.dumps(TASK, ensure_ascii=False)
    assert old in good
    refused, *rest = read(tmp_path, f"[\n{good.replace(old, new)},\n{good}\n]")
    assert isinstance(refused, Rejected)
    assert refused.line == 2
    assert reason in refused.error.say()
    again = read(tmp_path, refused.raw.decode())
    assert isinstance(again[0], Rejected), "what was kept aside can be read again"
    assert sum(isinstance(one, Accepted) for one in rest) == 2


def test_what_is_no_json_is_named_with_its_line(tmp_path: Path) -> None:
    good = json.dumps(TASK)
    for broken, reason in (
        (f"[{good},\n{good},\n{{'data'}}", "ends in the middle, on line 3"),
        (f"[{good},\n", "ends in the middle, on line 2"),
        (f"[{good}]\n[]", "there is more, on line 2"),
    ):
        with pytest.raises(UserError, match=reason):
            read(tmp_path, broken, unit="utf16")


@given(st.lists(st.dictionaries(st.text(), st.integers() | st.text())), st.sampled_from([None, 1]))
def test_an_array_is_read_however_it_is_laid_out(
    tmp_path_factory: pytest.TempPathFactory, rows: list[Any], indent: int | None
) -> None:
    path = tmp_path_factory.mktemp("a") / "a.json"
    path.write_text(
        json.dumps(rows, indent=indent, ensure_ascii=bool(indent)), "utf-8", "surrogatepass"
    )
    assert [one.loaded for one in values(Source(path))] == rows


def test_its_own_library_takes_tasks_and_configuration(tmp_path: Path) -> None:
    out = put(tmp_path / "out", files_of("labelstudio", RECORDS))
    program = (
        "import json, sys\n"
        "from pathlib import Path\n"
        "from label_studio_sdk.converter import Converter\n"
        "from label_studio_sdk.label_interface import LabelInterface\n"
        "out = Path(sys.argv[1])\n"
        "configuration = (out / 'labelling.xml').read_text('utf-8')\n"
        "interface = LabelInterface(configuration)\n"
        "interface.validate()\n"
        "tasks = json.loads((out / 'tasks.json').read_text('utf-8'))\n"
        "for task in tasks:\n"
        "    interface.validate_task({'data': task['data']})\n"
        "converter = Converter(configuration, project_dir=None, download_resources=False)\n"
        "converter.convert(str(out / 'tasks.json'), sys.argv[2], 'JSON_MIN', is_dir=False)\n"
        "converter.convert(str(out / 'tasks.json'), sys.argv[2], 'CONLL2003', is_dir=False)\n"
    )
    made = tmp_path / "made"
    done = subprocess.run(
        [sys.executable, "-c", program, out, made], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    rows = json.loads((made / "result.json").read_text("utf-8"))
    found = {
        (region["text"], region["labels"][0])
        for row in rows for region in [*row.get("label", []), *row.get("quote", [])]
    }  # fmt: skip
    wanted = {
        (one.span.surface(record.article.text), one.label)
        for record in RECORDS for one in record.annotations
        if isinstance(one, Entity) and len(one.span.fragments) == 1
    }  # fmt: skip
    assert wanted < found
    assert ("سنبني  مستشفى", "quote:direct") in found
    assert "B-PERS" in (made / "result.conll").read_text("utf-8")


def test_the_configuration_has_every_label_that_is_written() -> None:
    text = configuration(NEWS)
    for name in (
        "PERS",
        "quote:indirect",
        "quote:cue",
        "quote:speaker",
        "EMPLOYED_BY",
        "span:more",
    ):
        assert f'value="{name}"' in text
    assert "direction: rtl" in text


GUESS = Record(
    article=RECORDS[2].article, layer="model:names-3",
    annotations=(
        Entity(id="g1", label="PERS", span=Span.of(0, 3), attributes={"score": 0.75}),
        Entity(id="g2", label="GPE", span=Span.of(4, 7), attributes={"score": 0.5, "a": "b"}),
        Relation(id="g3", label="VISITS", head="g1", tail="g2"),
    ),
)  # fmt: skip
BY_HAND = Record(article=RECORDS[2].article, layer="layla", status="done")


def test_layers_of_models_are_predictions_and_come_back_as_such(tmp_path: Path) -> None:
    files = files_of("labelstudio", [BY_HAND, GUESS])
    (task,) = json.loads(files["tasks.json"])
    assert [one["author"] for one in task["annotations"]] == ["layla"]
    (guess,) = task["predictions"]
    assert (guess["model_version"], guess["score"]) == ("names-3", 0.5)
    regions = [one for one in guess["result"] if one["type"] == "labels"]
    assert [one["score"] for one in regions] == [0.75, 0.5]
    items = items_of("labelstudio", put(tmp_path / "out", files))
    assert [one.record for one in items if isinstance(one, Accepted)] == [BY_HAND, GUESS]


def test_scores_of_foreign_models_are_kept_and_those_of_people_are_none(tmp_path: Path) -> None:
    region = {**TASK["annotations"][0]["result"][0], "score": 0.25}
    said = {"result": [region]}
    task = {
        "data": {"text": TEXT}, "annotations": [said],
        "predictions": [{**said, "model_version": "m"}, said],
    }  # fmt: skip
    person, model, nameless = (one.record for one in read(tmp_path, json.dumps([task])))
    assert [one.layer for one in (person, model, nameless)] == [
        None, "model:m", "model:predictions",
    ]  # fmt: skip
    assert [one.annotations[0].attributes for one in (person, model)] == [{}, {"score": 0.25}]


def test_ids_are_ours_once_and_never_those_of_label_studio(tmp_path: Path) -> None:
    """It copies a prediction, meta and all, when somebody begins with it."""
    files = files_of("labelstudio", [BY_HAND, GUESS])
    (task,) = json.loads(files["tasks.json"])
    task["annotations"][0]["result"] = json.loads(json.dumps(task["predictions"][0]["result"]))
    task["annotations"][0]["result"][0]["id"] = "changed"
    task["annotations"][0]["result"][2]["from_id"] = "changed"
    person, model = (one.record for one in read(tmp_path, json.dumps([task])))
    first, second = ([one.id for one in record.annotations] for record in (person, model))
    assert not set(first) & set(second)
    assert {"g2", "g3"} <= set(first)
    assert "changed" not in first


def test_what_stands_before_a_broken_end_comes_in_without_being_asked(tmp_path: Path) -> None:
    path = tmp_path / "in.json"
    path.write_text(f"[{json.dumps(TASK, ensure_ascii=False)},\n{{", "utf-8")
    items = by_name("labelstudio").read(Source(path))
    assert isinstance(next(items), Accepted)
    with pytest.raises(UserError, match="Line 2 is not JSON"):
        list(items)
