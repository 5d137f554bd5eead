"""Tokens in columns, as corpora of Arabic and English names are passed on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.formats.newcomer import CameIn, came_in

PLACES = ("--author", "layla", "--map", "PER=PERS", "--map", "LOC=GPE", "--map", "MISC=")
TWO = "زارَ O\nمحمدٌ B-PER\nعلي I-PER\nعمّان B-LOC\n. O\n\nوصل O\nالوفد B-ORG\n😀 O\n\n"
TWO_MARKS = [("PERS", "محمدٌ علي"), ("GPE", "عمّان"), ("ORG", "الوفد")]


def brought(tmp_path: Path, name: str, content: str, *options: str) -> CameIn:
    file = tmp_path / name
    file.write_bytes(content.encode())
    return came_in(file, *(options or PLACES))


@pytest.mark.parametrize("name", ["ANERCorp", "train.txt", "valid.conll", "a.bio", "esp.testa"])
@pytest.mark.parametrize("gap", [" ", "\t"])
def test_a_token_and_its_tag(tmp_path: Path, name: str, gap: str) -> None:
    found = brought(tmp_path, name, TWO.replace(" ", gap))
    assert found.status == 0
    assert "recognised as CoNLL-2003 columns" in found.said
    assert found.marks == TWO_MARKS


def test_four_columns_with_the_first_scheme(tmp_path: Path) -> None:
    columns = (
        "-DOCSTART- -X- O O\n\nزار VB I-VP O\nحسن NN I-NP I-PER\nليلى NN I-NP B-PER\n"
        "العربي JJ I-NP I-MISC\n. . O O\n\nعمّان NN I-NP I-LOC\n\n"
        "-DOCSTART- -X- O O\n\nبيروت NN I-NP I-LOC\n\n"
    )
    found = brought(tmp_path, "eng.train", columns)
    assert (found.status, len(found.rows)) == (0, 2)
    assert sorted(found.marks) == sorted(
        [("PERS", "حسن"), ("PERS", "ليلى"), ("GPE", "عمّان"), ("GPE", "بيروت")]
    )
    assert "Annotations left out by --map: 1." in found.said


NESTED = (
    "نعمان B-PERS\nعقل I-PERS\nفي O\nجامعة B-ORG\nبيرزيت I-ORG B-GPE\n$#$ O\n\n"
    "مدينة B-GPE\nنابلس I-GPE B-GPE\nعام I-DATE\n\n"
)


@pytest.mark.parametrize("name", ["train.txt", "test.iob", "a.wojood", "wojood"])
def test_nested_tags_come_in_and_dirty_ones_are_named(tmp_path: Path, name: str) -> None:
    found = brought(tmp_path, name, NESTED, "--author", "layla")
    assert found.status == 0
    assert "recognised as Wojood nested tags" in found.said
    assert sorted(found.marks) == sorted([
        ("PERS", "نعمان عقل"), ("ORG", "جامعة بيرزيت"), ("GPE", "بيرزيت"), ("GPE", "مدينة نابلس"),
        ("GPE", "نابلس"), ("DATE", "عام"),
    ])  # fmt: skip
    assert f"{name}, line 10: The tag I-DATE breaks the scheme" in found.complaints


def test_tags_that_are_nested_only_later_are_never_read_in_part(tmp_path: Path) -> None:
    late = "كلمة O\n" * 500 + "\nجامعة B-ORG\nبيرزيت I-ORG B-GPE\n\n"
    found = brought(tmp_path, "train.txt", late, "--author", "layla")
    assert "Line 503 has 3 columns, and the first one 2." in found.complaints
    assert "--format wojood" in found.complaints
    found = brought(tmp_path, "train2.txt", late, "--author", "a", "--format", "wojood")
    assert sorted(found.marks) == [("GPE", "بيرزيت"), ("ORG", "جامعة بيرزيت")]


JSON, PROSE, TURNED = '{"text": "خبر اليوم"}\n', "نص عادي من كلمات\n", "B-PERS محمد\nO زار\n"


@pytest.mark.parametrize(
    ("format", "content"),
    [
        ("conll", JSON), ("conll", PROSE), ("conll", TURNED), ("wojood", JSON), ("wojood", PROSE),
        ("wojood", TURNED), ("quotes-iob", JSON), ("quotes-iob", PROSE),
    ],
)  # fmt: skip
def test_columns_without_tags_are_refused_with_their_first_line(
    tmp_path: Path, format: str, content: str
) -> None:
    found = brought(tmp_path, "a.conll", content, "--author", "a", "--format", format)
    assert (found.status, found.rows) == (1, [])
    assert "There are no tags such as B-PERS and O" in found.complaints
    assert content.split()[0] in found.complaints


def test_rejected_lines_are_kept_under_a_name_that_is_known_again(tmp_path: Path) -> None:
    found = brought(tmp_path, "a.conll", TWO, "--author", "layla")
    assert "kept in" in found.complaints
    kept = tmp_path / "a.conll.rejected.conll"
    assert came_in(kept, *PLACES).marks == [("PERS", "محمدٌ علي"), ("GPE", "عمّان")]
