"""Sheets: articles with metadata come in, annotations go out, and no cell becomes a formula."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import UserError
from annotator.formats import Accepted, Item, ReadOptions, Rejected, Source, sheets
from annotator.model.annotations import Entity
from annotator.model.article import Article
from annotator.model.record import Record
from annotator.model.spans import Span
from tests.formats.pieces import bytes_of
from tests.formats.samples import HOSTILE, RECORDS


def read(
    folder: Path, data: bytes | str, name: str = "a.csv", encoding: str = "utf-8"
) -> list[Item]:
    file = folder / name
    file.write_bytes(data if isinstance(data, bytes) else data.encode(encoding))
    return list(sheets.read(Source(file, ReadOptions(encoding=encoding))))


def articles(items: list[Item]) -> list[Article]:
    return [one.record.article for one in items if isinstance(one, Accepted)]


def refused(items: list[Item]) -> list[tuple[int, str, bytes]]:
    return [(one.line, str(one.error), one.raw) for one in items if isinstance(one, Rejected)]


def test_columns_become_metadata_and_text_stays_as_it_is(tmp_path: Path) -> None:
    data = 'id,text,Title,region,date\r\nn1,"قال: ""نعم""،\r\n ثم  صمت ",خبر,الشام,\r\n'
    (one,) = articles(read(tmp_path, data))
    assert one.id == "n1"
    assert one.text == 'قال: "نعم"،\r\n ثم  صمت '
    assert one.meta == {"title": "خبر", "region": "الشام"}


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_the_delimiter_is_the_one_with_which_there_is_a_text(
    tmp_path: Path, delimiter: str, mark: str
) -> None:
    data = f"{mark}العنوان|النص|a;b\n".replace("|", delimiter)
    data = data.replace("a;b", '"a,b;c"') + "|".join(("أ", "خبر", "x\n")).replace("|", delimiter)
    (one,) = articles(read(tmp_path, data))
    assert (one.text, one.meta) == ("خبر", {"title": "أ", "a,b;c": "x"})


def test_the_line_that_names_the_delimiter_is_no_header(tmp_path: Path) -> None:
    assert [one.text for one in articles(read(tmp_path, "sep=;\ntext;n\nخبر;1\n"))] == ["خبر"]


@pytest.mark.parametrize("encoding", ["windows-1256", "utf-16", "utf-8-sig", "utf-32", "utf-7"])
def test_named_encodings(tmp_path: Path, encoding: str) -> None:
    items = read(
        tmp_path,
        "text,n\nخبر,1\n\nخبر\u2028ثان,2\n".replace(
            "\u2028", "\u2028" if "1256" not in encoding else " "
        ),
        encoding=encoding,
    )
    assert len(articles(items)) == 2
    assert refused(items) == []


def test_each_bad_row_is_named_and_kept_and_the_others_come_in(tmp_path: Path) -> None:
    data = (
        b'id,text\n1,good\n2\n3,\n4,\xff\xfe x\n5,two,many\n"6","a\nb"\n7,a\0b\n'
        b'8,"x"y\n9,good too\n'
        b'10,"never closed\n11,good\n'
    )
    source = tmp_path / "a.csv"
    items = read(tmp_path, data)
    assert [one.text for one in articles(items)] == ["good", "a\nb", "good too"]
    found = refused(items)
    assert [line for line, _, _ in found] == [3, 4, 5, 6, 9, 10, 12]
    assert found[0][1] == "The row has 1 cells, and the first line names 2."
    assert "empty" in found[1][1]
    assert "Byte 0xFF in the column text is not utf-8. If it is an older" in found[2][1]
    assert found[2][2] == b"4,\xff\xfe x\n"
    assert "NUL" in found[4][1]
    assert "opens a cell here" in found[6][1]
    assert found[6][2] == b'10,"never closed\n11,good\n'
    assert source.exists()


def test_rejected_rows_come_in_when_they_are_mended(tmp_path: Path) -> None:
    from annotator.exchange import import_paths
    from annotator.store import Project
    from tests.notation import NEWS

    file = tmp_path / "a.csv"
    file.write_bytes(b"id,text,title\n1,good,x\n2,bad\n")
    with Project.create(tmp_path / "p.db", NEWS) as project:
        assert import_paths(project, [file]).rejected == 1
        kept = tmp_path / "a.csv.rejected.csv"
        assert kept.read_bytes() == b"id,text,title\n2,bad\n"
        kept.write_bytes(kept.read_bytes().replace(b"2,bad", b"2,mended,y"))
        assert import_paths(project, [kept]).articles == 1
        assert project.count() == 2


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "The file is empty"),
        (b"\n \n", "The file is empty"),
        (
            b"id,body\n1,x\n",
            "No column is called text. The first line names the columns; it has: id, body",
        ),
        (b"text,text\nx,y\n", "No column is called text"),
        (b"PK\x03\x04\n", "This is a Word, spreadsheet or ZIP file"),
        ("text\nx\n".encode("utf-16"), "Name the encoding: --encoding utf-16"),
    ],
)
def test_what_is_no_sheet_of_articles(tmp_path: Path, data: bytes, words: str) -> None:
    with pytest.raises(UserError) as caught:
        read(tmp_path, data)
    assert words in str(caught.value)


def rows(data: bytes, delimiter: str = ",") -> list[dict[str, str]]:
    text = data.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))


@pytest.mark.parametrize(("name", "delimiter"), [("csv", ","), ("tsv", "\t")])
def test_every_annotation_is_a_row(name: str, delimiter: str) -> None:
    data = bytes_of(name, RECORDS)
    assert data.startswith(b"\xef\xbb\xbf" + f"article{delimiter}title".encode())
    found = rows(data, delimiter)
    assert len(found) == sum(len(one.annotations) for one in RECORDS)
    quote = next(one for one in found if one["id"] == "q1")
    assert (quote["kind"], quote["label"], quote["cue"]) == ("quote", "direct", "قالَ")
    assert quote["speaker"] == quote["source"] == "الوزيرُ محمّد علي"
    assert quote["note"] == HOSTILE
    relation = next(one for one in found if one["id"] == "r1")
    assert (relation["head"], relation["tail"]) == ("الوزيرُ محمّد علي", "يروت")
    broken = next(one for one in found if one["id"] == "e6")
    assert broken["surface"] == "وزيرة الصحة والتعليم"
    assert len(broken["fragments"].split()) == 2


@given(
    st.text(st.sampled_from("=+-@＝\t\r\n '\"\u200f\ufeff،قA1|%;,"), min_size=1, max_size=8),
)
def test_no_cell_is_a_formula(words: str) -> None:
    """Whatever stands in front that a spreadsheet passes over, a formula has a ' before it."""
    text = f"{words}."
    entity = Entity(label="PERS", span=Span.of(0, len(words)), note=words, attributes={"=1": words})
    record = Record(
        article=Article(id=words, text=text, meta={"title": words}),
        layer="=A1",
        annotations=(entity,),
    )
    data = bytes_of("csv", [record])
    (row,) = rows(data)
    for cell in row.values():
        seen = cell.strip(" \t\r\n\u200f\ufeff")
        assert not seen.startswith(("=", "+", "-", "@", "＝", "|", "%"))
        assert not cell.startswith(("\t", "\r", "\n"))
    assert row["note"] in (words, f"'{words}")
