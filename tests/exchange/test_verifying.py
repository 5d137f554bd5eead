"""Folders that were exported are spoilt in every way, and `annotator verify` says how."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from annotator.cli import cli
from annotator.errors import UserError
from annotator.exchange import export, export_split, import_paths, verify
from annotator.exchange.rowcheck import checked
from annotator.exchange.tree import MANIFEST
from annotator.formats import writable
from annotator.resources import corpus, resource
from annotator.store import Project
from tests.exchange.rows import write
from tests.notation import NEWS

SPLIT = (60, 20, 20)


def run(*arguments: object) -> Result:
    result = CliRunner().invoke(cli, [str(one) for one in arguments])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("verify")
    with Project.create(folder / "p.db", NEWS) as project:
        import_paths(project, [corpus("news.jsonl")])
        export_split(project, folder / "out", SPLIT)
    return folder / "out"


@pytest.fixture
def out(exported: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(exported, tmp_path / "out"))


def problems(folder: Path) -> list[str]:
    result = run("verify", folder)
    assert result.exit_code == 1, result.output
    return result.stderr.splitlines()


def edit(file: Path, number: int, change: Callable[[dict[str, Any]], object]) -> None:
    """Change the row of this number, from 1, and nothing else."""
    lines = file.read_bytes().splitlines(keepends=True)
    row = json.loads(lines[number - 1])
    change(row)
    lines[number - 1] = msgspec.json.encode(row) + b"\n"
    file.write_bytes(b"".join(lines))


def sign(folder: Path) -> None:
    """Make all checksums true again, as one who wants to deceive would."""
    card = folder / "README.md"
    text = card.read_text("utf-8")
    for member in (*folder.rglob("*.*"), folder / MANIFEST):
        if member.is_file() and member != card:
            listed = json.loads(next(
                line for line in text.split("\n") if line.startswith("annotator: ")
            ).removeprefix("annotator: "))["files"]  # fmt: skip
            old = listed.get(member.relative_to(folder).as_posix())
            if old:
                text = text.replace(old, hashlib.sha256(member.read_bytes()).hexdigest())
    card.write_text(text, "utf-8")
    manifest = json.loads((folder / MANIFEST).read_bytes())
    manifest["files"]["README.md"] = hashlib.sha256(card.read_bytes()).hexdigest()
    (folder / MANIFEST).write_text(json.dumps(manifest))


class TestOneCauseIsOneSentence:
    def test_nothing(self, out: Path) -> None:
        result = run("verify", out)
        assert (result.exit_code, result.stdout, result.stderr) == (
            0, "Files checked: 6, rows: 14; problems: 0.\n", "",
        )  # fmt: skip
        sign(out)
        assert run("verify", out).exit_code == 0

    @pytest.mark.parametrize("said", ["", "\ufeff{}", '{"x":' + "[" * 100_000])
    def test_a_list_of_files_that_says_nothing(self, out: Path, said: str) -> None:
        (out / MANIFEST).write_text(said, "utf-8")
        assert run("verify", out).exit_code == 0  # the card itself is read without it

    def test_a_flipped_bit_of_a_letter(self, out: Path) -> None:
        file = out / "train.jsonl"
        data = bytearray(file.read_bytes())
        data[data.index("قال".encode()) + 1] ^= 1
        file.write_bytes(data)
        (one,) = problems(out)
        assert one.startswith("train.jsonl, line 1: The file has been changed since the export: ")

    def test_a_flipped_bit_that_leaves_the_rows_good(self, out: Path) -> None:
        page = out / "guidelines" / "guidelines.en.md"
        data = bytearray(page.read_bytes())
        data[len(data) // 2] ^= 1
        page.write_bytes(data)
        assert problems(out) == [
            "guidelines/guidelines.en.md: The file has been changed since the export."
        ]
        edit(out / "dev.jsonl", 1, lambda row: row["entities"][0].update(note="new"))
        assert problems(out)[0] == "dev.jsonl: The file has been changed since the export."

    def test_a_deleted_row(self, out: Path) -> None:
        file = out / "train.jsonl"
        first, *others = file.read_bytes().splitlines(keepends=True)
        file.write_bytes(b"".join(others))
        (one,) = problems(out)
        assert one.startswith("train.jsonl: The file has been changed since the export: The card ")
        assert "rows 8" in one
        assert "rows 7" in one
        sign(out)
        (one,) = problems(out)
        assert one.startswith("train.jsonl: The card says of train: rows 8, articles 8, ")
        assert " The files have: rows 7, articles 7, " in one
        assert first

    def test_a_moved_span_with_all_checksums_made_true(self, out: Path) -> None:
        def moved(row: dict[str, Any]) -> None:
            one = row["entities"][0]
            one["start"] += 1
            one["end"] += 1
            one["fragments"] = [[one["start"], one["end"]]]

        edit(out / "test.jsonl", 2, moved)
        sign(out)
        (one,) = problems(out)
        assert one.startswith("test.jsonl, line 2: entities[0]: The text at ")

    def test_another_label_with_all_checksums_made_true(self, out: Path) -> None:
        edit(out / "test.jsonl", 1, lambda row: row["entities"][0].update(label="OTHER"))
        sign(out)
        (one,) = problems(out)
        assert "entities OTHER 0" in one
        assert "entities OTHER 1" in one

    def test_a_missing_file(self, out: Path) -> None:
        (out / "dev.jsonl").unlink()
        assert problems(out) == ["dev.jsonl: There is no such file."]

    def test_a_missing_guideline_page(self, out: Path) -> None:
        (out / "guidelines" / "guidelines.ar.md").unlink()
        assert problems(out) == ["guidelines/guidelines.ar.md: There is no such file."]

    def test_a_file_too_many(self, out: Path) -> None:
        (out / "guidelines" / "mine.txt").write_text("x")
        assert problems(out) == ["guidelines/mine.txt: The file is not in the card."]

    def test_a_card_that_was_changed(self, out: Path) -> None:
        card = out / "README.md"
        card.write_text(card.read_text("utf-8") + "\nmore", "utf-8")
        assert problems(out) == ["README.md: The file has been changed since the export."]

    def test_a_truncated_file(self, out: Path) -> None:
        file = out / "test.jsonl"
        file.write_bytes(file.read_bytes()[:-500])
        (one,) = problems(out)
        assert one.startswith("test.jsonl, line 3: The file has been changed since the export: The")
        assert "The row is no JSON: " in one


@pytest.mark.parametrize(
    ("key", "value", "sentence"),
    [
        ("status", "finished", "breaks the schema at $.status"),
        ("sha256", "0" * 64, "sha256"),
        ("entities", [], "refers to"),
        ("extra", 1, "breaks the schema"),
        ("layer", None, "The card says"),
    ],
)
def test_rows_that_are_no_good(out: Path, key: str, value: Any, sentence: str) -> None:
    edit(out / "dev.jsonl", 1, lambda row: row.update({key: value}))
    sign(out)
    if key == "layer":  # nobody's work is no mistake of the row
        assert run("verify", out).exit_code == 0
        return
    (one,) = problems(out)
    assert one.startswith("dev.jsonl, line 1: ")
    assert sentence in one


def test_counts_in_the_card_that_are_not_true(out: Path) -> None:
    card = out / "README.md"
    card.write_text(card.read_text("utf-8").replace('"rows": 8', '"rows": 9'), "utf-8")
    found = problems(out)
    assert "train.jsonl: The card says of train: rows 9. The files have: rows 8." in found
    assert "README.md: The file has been changed since the export." in found


def test_rows_that_another_program_has_written_in_its_way_are_as_good(out: Path) -> None:
    file = out / "train.jsonl"
    rows = [json.loads(line) for line in file.read_bytes().splitlines()]
    spaced = [dict(reversed(row.items())) for row in rows]
    file.write_text("".join(json.dumps(row) + "\n" for row in spaced))
    sign(out)
    assert run("verify", out).exit_code == 0


def test_what_is_no_export(tmp_path: Path) -> None:
    assert "There is no dataset card" in problems(tmp_path)[0]
    (tmp_path / "README.md").write_text("# mine\n")
    assert "is not a dataset card of this program." in problems(tmp_path)[0]


def test_a_card_that_leads_out_of_its_folder(out: Path) -> None:
    card = out / "README.md"
    text = card.read_text("utf-8").replace('"files": {', '"files": {"../p.db": "0", ', 1)
    card.write_text(text.replace('"parts": {', '"parts": {"../../x": {}, ', 1), "utf-8")
    assert "../p.db: ../p.db leads out of the folder." in problems(out)


class TestParts:
    def test_an_article_in_two_parts(self, out: Path) -> None:
        first = (out / "train.jsonl").read_bytes().splitlines(keepends=True)[0]
        with (out / "test.jsonl").open("ab") as file:
            file.write(first)
        sign(out)
        id = json.loads(first)["id"]
        counts, twice = problems(out)
        assert counts.startswith("test.jsonl: The card says of test: ")
        assert twice == f"README.md: The article {id} is in train and in test."

    def test_a_near_duplicate_of_which_nobody_knew(self, tmp_path: Path) -> None:
        out = tmp_path / "out"
        with Project.create(tmp_path / "p.db", NEWS) as project:
            rows = [{"id": f"a{n}", "text": " ".join(f"كلمة{n}.{m}" for m in range(60))}
                    for n in range(10)]  # fmt: skip
            import_paths(project, [write(tmp_path / "in.jsonl", *rows)])
            export_split(project, out, (50, 50))

        def alike(row: dict[str, Any]) -> None:
            copied = json.loads((out / "train.jsonl").read_bytes().splitlines()[0])
            row["text"] = text = copied["text"].replace("كلمة", "كلمة", 1) + " آخره"
            row["sha256"] = hashlib.sha256(text.encode()).hexdigest()

        edit(out / "test.jsonl", 1, alike)
        sign(out)
        found = problems(out)
        first, second = (
            json.loads((out / f"{part}.jsonl").read_bytes().splitlines()[0])["id"]
            for part in ("train", "test")
        )
        assert found[-1] == (
            f"README.md: {first} in train and {second} in test are near-duplicates."
        )

    def test_a_source_that_is_torn(self, tmp_path: Path) -> None:
        out = tmp_path / "out"
        with Project.create(tmp_path / "p.db", NEWS) as project:
            rows = [{"id": f"a{n}", "text": " ".join(f"كلمة{n}.{m}" for m in range(60)),
                     "source": f"مصدر {n % 5}"} for n in range(10)]  # fmt: skip
            import_paths(project, [write(tmp_path / "in.jsonl", *rows)])
            export_split(project, out, (50, 50), by="source")
        assert not verify(out).problems
        source = json.loads((out / "train.jsonl").read_bytes().splitlines()[0])["meta"]["source"]
        edit(out / "test.jsonl", 1, lambda row: row["meta"].update(source=source))
        sign(out)
        (one,) = problems(out)
        assert f"the source {source} is in train and in test." in one


@pytest.mark.parametrize("split", [None, SPLIT])
@pytest.mark.parametrize("format", [one.name for one in writable()])
def test_what_every_format_holds_is_counted_again_or_it_is_said(
    project: Project, tmp_path: Path, format: str, split: tuple[int, ...] | None
) -> None:
    import_paths(project, [corpus("news.jsonl")])
    if split is None:
        export(project, tmp_path / "out", format=format, card=True)
    else:
        export_split(project, tmp_path / "out", split, format=format)
    found = verify(tmp_path / "out")
    assert [one.say() for one in found.problems] == []
    readable = {"jsonl", "huggingface", "brat", "xmi", "conll", "wojood", "doccano", "prodigy",
                "labelstudio", "quotes-iob"}  # fmt: skip
    assert found.looked_into == (format in readable)
    assert (found.rows > 0) == found.looked_into
    assert ("cannot be read again" in found.say()) != found.looked_into


@pytest.mark.parametrize(
    ("format", "files", "old", "new"),
    [
        ("conll", "train.conll", b"B-GPE", b"B-ORG"),
        ("brat", "train/**/*.ann", b"\tGPE ", b"\tORG "),
        ("labelstudio", "train/**/*.json", b'["GPE"]', b'["ORG"]'),
        ("prodigy", "train.jsonl", b'"GPE"', b'"ORG"'),
    ],
)
def test_another_label_is_found_in_other_formats_too(
    project: Project, tmp_path: Path, format: str, files: str, old: bytes, new: bytes
) -> None:
    import_paths(project, [corpus("news.jsonl")])
    export_split(project, tmp_path / "out", SPLIT, format=format)
    path = next(one for one in sorted((tmp_path / "out").glob(files)) if old in one.read_bytes())
    path.write_bytes(path.read_bytes().replace(old, new, 1))
    sign(tmp_path / "out")
    (one,) = problems(tmp_path / "out")
    assert one.count("entities ORG ") == 2
    assert one.count("entities GPE ") == 2


SCHEMA = Draft202012Validator(
    msgspec.json.decode(resource("schema", "annotator-1.schema.json").read_bytes())
)
ROWS = [json.loads(line) for line in corpus("news.jsonl").read_bytes().splitlines()]
VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(-2, 2000), st.floats(), st.text(max_size=3),
    st.just([]), st.just({}), st.just([[0, 3]]), st.just({"key": "value"}), st.just({"key": []}),
)  # fmt: skip


@given(st.data())
def test_what_the_fast_way_takes_the_schema_takes_too(data: st.DataObject) -> None:
    row = json.loads(json.dumps(data.draw(st.sampled_from(ROWS))))
    place: Any = row
    for _ in range(data.draw(st.integers(0, 3))):
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        inner = [key for key in keys if isinstance(place[key], dict | list) and place[key]]
        if not inner:
            break
        place = place[data.draw(st.sampled_from(inner))]
    if isinstance(place, dict):
        key = data.draw(st.sampled_from([*place, "another"]))
        if data.draw(st.booleans()):
            place[key] = data.draw(VALUES)
        else:
            place.pop(key, None)
    elif place:
        place[data.draw(st.integers(0, len(place) - 1))] = data.draw(VALUES)
    line = msgspec.json.encode(row)
    try:
        checked(line)
    except UserError:
        return
    assert not list(SCHEMA.iter_errors(json.loads(line)))
