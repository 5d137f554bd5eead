"""Datasets of tokens and tags, as the hub and `datasets` have them, brought in by their users."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from annotator.resources import corpus
from tests.formats.newcomer import CameIn, came_in, command, json_file, json_lines, zipped

NAMES = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC"]
PLACES = ("--author", "layla", "--map", "PER=PERS", "--map", "LOC=GPE")
MARKS = [("PERS", "محمدٌ علي"), ("GPE", "القاهرة"), ("GPE", "بيروت")]
NUMBERED: list[dict[str, Any]] = [
    {"id": "0", "tokens": ["زارَ", "محمدٌ", "علي", "القاهرة"], "ner_tags": [0, 1, 2, 3]},
    {"id": "1", "tokens": ["😀", "بيروت"], "ner_tags": [0, 3]},
]
NAMED = [{**row, "ner_tags": [NAMES[tag] for tag in row["ner_tags"]]} for row in NUMBERED]
CARD = "---\nlanguage:\n- ar\ndataset_info:\n  features:\n  - name: id\n    dtype: string\n" + (
    "  - name: ner_tags\n    sequence:\n      class_label:\n        names:\n"
    + "".join(f"          '{place}': {name}\n" for place, name in enumerate(NAMES))
    + "---\n\n# بطاقة\n"
)
FEATURES = {"ner_tags": {"feature": {"names": NAMES, "_type": "ClassLabel"}, "_type": "Sequence"}}


def whole(found: CameIn) -> bool:
    return (found.status, sorted(found.marks)) == (0, sorted(MARKS))


def dataset() -> Any:
    import datasets  # It takes seconds, and one test needs it.

    datasets.disable_progress_bars()
    words, tags = datasets.Value("string"), datasets.ClassLabel(names=NAMES)
    features = datasets.Features({
        "id": words, "tokens": datasets.Sequence(words), "ner_tags": datasets.Sequence(tags),
    })  # fmt: skip
    columns = {key: [row[key] for row in NUMBERED] for key in NUMBERED[0]}
    return datasets.Dataset.from_dict(columns, features=features)


def test_tags_by_name(tmp_path: Path) -> None:
    found = came_in(json_lines(tmp_path / "train.jsonl", *NAMED), *PLACES)
    assert whole(found)
    assert "recognised as Hugging Face datasets" in found.said
    assert {row["text"] for row in found.rows} == {"زارَ محمدٌ علي القاهرة", "😀 بيروت"}
    assert [row["meta"]["row"] for row in found.rows] == ["0", "1"]
    assert whole(came_in(json_file(tmp_path / "array.json", NAMED), *PLACES))


def test_numbers_need_something_that_names_them_and_it_is_said_once(tmp_path: Path) -> None:
    found = came_in(json_lines(tmp_path / "x.jsonl", *NUMBERED), *PLACES)
    assert (found.status, found.rows) == (1, [])
    assert found.complaints.count("nothing says what they stand for") == 1
    assert "Rows read: 1;" in found.said


@pytest.mark.parametrize("name", ["README.md", "dataset_info.json", "dataset_infos.json"])
def test_what_names_them_is_found_beside_and_around(tmp_path: Path, name: str) -> None:
    repository = tmp_path / "repository"
    (repository / "data").mkdir(parents=True)
    if name == "README.md":
        (repository / name).write_text(CARD, "utf-8")
    else:
        json_file(repository / name, {"default": {"features": FEATURES}})
    rows = json_lines(repository / "data" / "train.jsonl", *NUMBERED)
    assert whole(came_in(repository, *PLACES))
    assert whole(came_in(rows, *PLACES))
    files = {one.relative_to(tmp_path).as_posix(): one.read_bytes()
             for one in (repository / name, rows)}  # fmt: skip
    assert whole(came_in(zipped(tmp_path / "r.zip", files), *PLACES))


def test_tables_of_their_own_library(tmp_path: Path) -> None:
    made = dataset()
    made.to_parquet(str(tmp_path / "train-00000-of-00001.parquet"))
    assert whole(came_in(tmp_path / "train-00000-of-00001.parquet", *PLACES))
    made.save_to_disk(str(tmp_path / "saved"))
    assert whole(came_in(tmp_path / "saved", *PLACES))
    type(made).from_dict({"text": ["خبر"], "date": ["2026-03-01"]}).to_parquet(
        tmp_path / "t.parquet"
    )
    found = came_in(tmp_path / "t.parquet")
    assert (found.row["text"], found.row["meta"]["date"]) == ("خبر", "2026-03-01")


def test_columns_that_have_no_place_are_named(tmp_path: Path) -> None:
    row = {**NAMED[0], "langs": ["ar"] * 4, "spans": ["PER: محمدٌ علي"], "topic": "سفر"}
    found = came_in(json_lines(tmp_path / "wikiann.jsonl", row), *PLACES)
    assert "Of the column langs, nothing is taken over." in found.complaints
    assert "Of the column spans, nothing is taken over." in found.complaints
    assert found.row["meta"]["topic"] == "سفر"


def test_the_text_of_a_row_is_kept_where_its_tokens_are_in_it(tmp_path: Path) -> None:
    text = "زارَ  محمدٌ علي، «القاهرة»."
    words = ["زارَ", "محمدٌ", "علي", "،", "«", "القاهرة", "»", "."]
    row = {
        "text": text,
        "tokens": words,
        "ner_tags": ["O", "B-PER", "I-PER", *"OO", "B-LOC", *"OO"],
    }
    found = came_in(json_lines(tmp_path / "a.jsonl", row), *PLACES)
    assert (found.row["text"], found.marks) == (text, MARKS[:2])


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"tokens": ["أ", ""], "ner_tags": ["O", "O"]}, "A token is empty"),
        ({"tokens": ["أ", "ب"], "ner_tags": ["O"]}, "The row has no text"),
        ({"tokens": ["أ"], "ner_tags": [1.5]}, "1.5 is no tag"),
    ],
)
def test_a_bad_row_is_named_and_the_others_come_in(
    tmp_path: Path, row: dict[str, Any], words: str
) -> None:
    found = came_in(json_lines(tmp_path / "a.jsonl", NAMED[0], row, NAMED[1]), *PLACES)
    assert sorted(found.marks) == sorted(MARKS)
    assert f"a.jsonl, line 2: {words}" in found.complaints


def test_a_damaged_table_is_told_in_one_sentence(tmp_path: Path) -> None:
    file = tmp_path / "a.parquet"
    file.write_bytes(b"PAR1 and no more")
    found = came_in(file, *PLACES)
    assert found.status == 1
    assert "a.parquet: The file is no table of Parquet or Arrow" in found.complaints


def test_our_own_export_comes_back_whole_and_its_tables_alone(tmp_path: Path) -> None:
    project = tmp_path / "p.db"
    command("new", project)
    command("import", project, corpus("news.jsonl"))
    command("export", project, tmp_path / "all.jsonl")
    command("export", project, tmp_path / "hub", "--format", "huggingface")
    command("export", project, tmp_path / "parts", "--format", "huggingface", "--split", "60/20/20")
    rows = (tmp_path / "all.jsonl").read_text("utf-8").split("\n")
    for path in ("hub", "parts", "hub/articles/train.parquet"):
        found = came_in(tmp_path / path)
        assert (found.status, found.complaints, len(found.rows)) == (0, "", 14), path
        again = came_in(tmp_path / "all.jsonl")
        assert {row["id"]: row for row in found.rows} == {row["id"]: row for row in again.rows}
    assert len(rows) == 15
    tokens = came_in(tmp_path / "hub" / "jsonl" / "tokens" / "train.jsonl")
    assert tokens.status == 0
    assert len(tokens.rows) == 14


@pytest.mark.parametrize("tag", [-1, -100, len(NAMES)])
def test_a_number_that_has_no_name_is_never_another_tag(tmp_path: Path, tag: int) -> None:
    repository = tmp_path / "repository"
    repository.mkdir()
    json_file(repository / "dataset_info.json", {"features": FEATURES})
    bad = {**NUMBERED[1], "ner_tags": [0, tag]}
    found = came_in(json_lines(repository / "train.jsonl", NUMBERED[0], bad), *PLACES)
    assert found.marks == MARKS[:2]
    assert f"train.jsonl, line 2: The tag {tag} has no name." in found.complaints
