"""The table of formats, and what every format in it keeps to."""

from __future__ import annotations

import uuid
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import UserError
from annotator.formats import FORMATS, Format, Source, by_name, plain, readable, recognised

READABLE = readable()


def test_names_are_told_apart() -> None:
    names = [format.name for format in FORMATS]
    assert len(set(names)) == len(names)


def test_formats_that_share_a_suffix_look_at_the_file() -> None:
    suffixes = Counter(suffix for format in READABLE for suffix in format.suffixes)
    for format in READABLE:
        if any(suffixes[suffix] > 1 for suffix in format.suffixes):
            assert format._loaded("recognises"), format.name


def test_a_format_is_found_by_name_and_by_suffix() -> None:
    for format in FORMATS:
        assert by_name(format.name) is format
    suffixes = Counter(suffix for format in READABLE for suffix in format.suffixes)
    for format in READABLE:
        if suffixes[format.suffixes[0]] == 1 and format.shape != "folder":
            assert recognised(Source(Path("a.b" + format.suffixes[0].upper()))) is format


def test_what_is_not_known_is_told_with_what_is(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"There is no format brat9\. The formats are: jsonl, text"):
        by_name("brat9")
    html = tmp_path / "news.html"
    html.write_text("<p>", "utf-8")
    with pytest.raises(UserError, match="--format with one of jsonl, text"):
        recognised(Source(html))


@pytest.mark.parametrize("format", READABLE, ids=lambda format: format.name)
@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\n\0", b"%PDF-1.7\n", b"PK\x03\x04\n\n"])
def test_every_reader_refuses_files_that_are_no_text(
    tmp_path: Path, format: Format, data: bytes
) -> None:
    file = tmp_path / "file"
    file.write_bytes(data)
    with pytest.raises(UserError):
        list(format.read(Source(file)))


TAGGED = "زار O\nمحمد B-PERS\nبيروت B-GPE\n\n"
NESTED = "جامعة B-ORG\nبيروت I-ORG B-GPE\n$#$ O\n\n"
ARTICLE = "زار محمد بيروت\n\nO نص عادي\n"
ROW = '{"format": "annotator/1", "text": "خبر"}\n'
TASK = '[{"id": 1, "data": {"text": "خبر"}, "annotations": []}]'


@pytest.mark.parametrize(
    ("name", "content", "format"),
    [
        ("train.txt", TAGGED, "conll"),
        ("train.txt", NESTED, "wojood"),
        ("train.txt", ARTICLE, "text"),
        ("ANERCorp", TAGGED, "conll"),
        ("eng.testa", TAGGED, "conll"),
        ("rows", ROW, "jsonl"),
        ("export.json.bak", TASK, "labelstudio"),
        ("news.json", '[{"text": "خبر"}]', "jsonl"),
        ("news.json", TASK, "labelstudio"),
    ],
)
def test_what_is_in_a_file_tells_more_than_its_name(
    tmp_path: Path, name: str, content: str, format: str
) -> None:
    file = tmp_path / name
    file.write_text(content, "utf-8")
    assert recognised(Source(file)).name == format


@pytest.mark.parametrize("name", ["notes.md", "README", "news.html"])
def test_a_name_that_tells_nothing_needs_a_look_that_is_sure(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_text(ARTICLE, "utf-8")
    with pytest.raises(UserError, match="does not tell its format"):
        recognised(Source(file))


@pytest.mark.parametrize("suffix", [".ann", ".xmi"])
def test_one_file_of_a_folder_asks_for_the_folder(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / ("a" + suffix)
    file.write_text("T1\tPERS 0 3\tخبر\n", "utf-8")
    with pytest.raises(UserError, match=r"belongs together with others\. Name the folder"):
        recognised(Source(file))


@given(st.text(max_size=20))
def test_made_ids_are_those_of_the_standard(name: str) -> None:
    made = plain.annotation_id("x", name)
    assert made == str(uuid.uuid5(plain._ANNOTATIONS, repr(("x", name))))
