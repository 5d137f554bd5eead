"""What goes wrong in somebody's first import, each answered by a sentence that says what to do."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.formats.newcomer import came_in, folder, json_lines, zipped

ROW: dict[str, Any] = {
    "format": "annotator/1", "text": "زار محمد بيروت", "layer": "layla",
    "entities": [{"label": "PERS", "start": 4, "end": 8, "text": "محمد"}],
}  # fmt: skip


@pytest.mark.parametrize(
    ("format", "words"),
    [
        ("conll", "There are no tags such as B-PERS and O"),
        ("wojood", "There are no tags such as B-PERS and O"),
        ("quotes-iob", "There are no tags such as B-PERS and O"),
        ("brat", "This format is a folder of files"),
        ("xmi", "This format is a folder of files"),
        ("labelstudio", "The row is not as Label Studio has it"),
        ("doccano", "The row is not as doccano has it"),
        ("csv", "No column is called text"),
        ("prodigy", "look annotated, in a form that is not read"),
        ("huggingface", "look annotated, in a form that is not read"),
    ],
)
def test_the_wrong_format_named(tmp_path: Path, format: str, words: str) -> None:
    found = came_in(json_lines(tmp_path / "a.jsonl", ROW), "--format", format, "--author", "a")
    assert words in found.complaints
    assert found.marks == []


@pytest.mark.parametrize("name", ["a.jsonl", "a.json", "a.txt", "a.csv", "a.conll", "a.zip", "a"])
def test_a_file_with_nothing_in_it(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"")
    found = came_in(tmp_path / name)
    assert found.status == 1
    assert f"{name}: The file is empty." in found.complaints
    assert "Rows read: 1; imported: 0, known already: 0, rejected: 1." in found.said


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.pdf", b"%PDF-1.7\n%\xe2\xe3", "This is a PDF, not plain text."),
        ("a.txt", b"%PDF-1.7\n%\xe2\xe3", "This is a PDF, not plain text."),
        ("a.doc", b"\xd0\xcf\x11\xe0", "This is an old Word or Excel file, not plain text."),
        ("a.jpg", b"\xff\xd8\xff\xe0", "This is a JPEG image, not plain text."),
        ("a.html", b"<p>\xd8\xae", "The name of this file does not tell its format."),
        ("a.txt", "خبر".encode("windows-1256"), "try --encoding windows-1256"),
        ("a.csv", "text\nخبر\n".encode("windows-1256"), "try --encoding windows-1256"),
        ("a.txt", "خبر".encode("utf-16"), "try --encoding utf-16"),
        ("a.jsonl", '{"text": "خبر"}'.encode("windows-1256"), "is always UTF-8: save the file"),
    ],
)
def test_another_kind_of_file_or_encoding(
    tmp_path: Path, name: str, data: bytes, words: str
) -> None:
    (tmp_path / name).write_bytes(data)
    found = came_in(tmp_path / name)
    assert (found.status, found.rows) == (1, [])
    assert words in found.complaints


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx"])
def test_documents_of_an_office(tmp_path: Path, name: str) -> None:
    files = {"[Content_Types].xml": "<Types/>", "docProps/app.xml": "<x/>", "word/a.xml": "<x/>"}
    found = came_in(zipped(tmp_path / name, files))
    assert f"{name}: This is a Word or Excel file. Save it as plain text" in found.complaints


@pytest.mark.parametrize("name", ["none.txt", "none.xyz", "none"])
def test_a_file_that_is_not_there(tmp_path: Path, name: str) -> None:
    assert f"{name}: There is no such file." in came_in(tmp_path / name).complaints


def test_a_zip_that_reaches_out_of_itself(tmp_path: Path) -> None:
    file = zipped(tmp_path / "a.zip", {"ok.txt": "خبر"})
    with zipfile.ZipFile(file, "a") as packed:
        packed.writestr("../x.txt", "خبر")
    found = came_in(file)
    assert (found.status, found.rows) == (1, [])
    assert "a.zip: ../x.txt leads out of the folder." in found.complaints
    assert not (tmp_path.parent / "x.txt").exists()


def test_a_folder_of_everything(tmp_path: Path) -> None:
    files = {
        "a.txt": "خبر أول", "e.conll": "محمد B-PERS\nزار O\n", "f.csv": "title,text\nع,خبر ثان\n",
        "g.pdf.txt": "%PDF-1.7", "h.docx": "PK", "notes.md": "x", ".hidden.txt": "x",
    }  # fmt: skip
    path = folder(tmp_path / "in", files)
    json_lines(path / "b.jsonl", ROW)
    found = came_in(path, "--author", "layla")
    assert len(found.rows) == 4
    assert "g.pdf.txt: This is a PDF, not plain text." in found.complaints
    assert "Rows read: 5; imported: 4, known already: 0, rejected: 1." in found.said
    assert "Other files in folders, left out: 2." in found.said


def test_options_that_change_nothing_are_told(tmp_path: Path) -> None:
    file = json_lines(tmp_path / "a.jsonl", ROW)
    found = came_in(file, "--encoding", "windows-1256", "--scheme", "BIOES", "--offsets", "utf16")
    for option in ("encoding", "scheme", "offsets"):
        assert f"--{option} is not for JSON Lines and changes nothing here." in found.complaints
    assert len(found.rows) == 1


def test_many_refusals_for_one_reason_end_with_it(tmp_path: Path) -> None:
    rows = [{**ROW, "layer": None, "text": ROW["text"] + str(number)} for number in range(12)]
    found = came_in(json_lines(tmp_path / "a.jsonl", *rows))
    last = found.complaints.rstrip().rpartition("\n")[2]
    assert last.startswith("12 of these for one reason: The row has annotations, but does not say")
    assert last.endswith("Give the name: --author NAME.")


def test_all_foreign_labels_are_listed_and_what_there_is_instead(tmp_path: Path) -> None:
    entity = ROW["entities"][0]
    rows = [
        {**ROW, "entities": [{**entity, "label": label}], "text": f"زار محمد {number}"}
        for number, label in enumerate(["PER", "PER", "Planet"])
    ]
    found = came_in(json_lines(tmp_path / "a.jsonl", *rows, ROW))
    assert (found.status, len(found.rows)) == (1, 1)
    assert "  entities: PER (2), Planet (1)\n" in found.complaints
    assert "the project has: PERS, NORP, OCC, ORG" in found.complaints
    found = came_in(tmp_path / "a.jsonl", "--map", "PER=PERS", "--map", "*=")
    assert (found.status, len(found.rows)) == (0, 4)


@pytest.mark.parametrize("name", ["a.jsonl", "a.json"])
def test_a_row_that_is_longer_than_any_article(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.formats.lines.LONGEST", 4096)
    lines = ['{"text": "' + "ا" * 4096 + '"}', '{"text": "خبر"}']
    content = "\n".join(lines) if name == "a.jsonl" else f"[{lines[0]},\n{lines[1]}]"
    (tmp_path / name).write_text(content, "utf-8")
    found = came_in(tmp_path / name)
    assert [row["text"] for row in found.rows] == ["خبر"]
    assert f"{name}, line 1: The row is longer than" in found.complaints
