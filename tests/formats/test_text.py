"""Plain text files: one article each, nothing changed, nothing guessed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.errors import UserError
from annotator.formats import Accepted, ReadOptions, Source, text
from annotator.model.record import Record


def read(tmp_path: Path, data: bytes, encoding: str = "utf-8") -> Record:
    file = tmp_path / "خبر.txt"
    file.write_bytes(data)
    (item,) = text.read(Source(file, ReadOptions(encoding=encoding)))
    assert isinstance(item, Accepted)
    return item.record


def refused(tmp_path: Path, data: bytes, encoding: str = "utf-8") -> str:
    with pytest.raises(UserError) as caught:
        read(tmp_path, data, encoding)
    return str(caught.value)


def test_the_text_stays_as_it_is(tmp_path: Path) -> None:
    exact = "سطر  أول\r\n\tسطرـــ ثانٍ\u200f\u2028\u00a0🙂\n\n"
    assert read(tmp_path, exact.encode()).article.text == exact


def test_one_byte_order_mark_is_removed(tmp_path: Path) -> None:
    assert read(tmp_path, b"\xef\xbb\xbf" * 2 + b"x").article.text == "\ufeffx"
    assert read(tmp_path, "خبر".encode("utf-16"), "utf-16").article.text == "خبر"


def test_another_encoding_is_used_when_named(tmp_path: Path) -> None:
    one = read(tmp_path, "قال الوزير".encode("windows-1256"), "windows-1256")
    assert one.article.text == "قال الوزير"


@pytest.mark.parametrize(
    ("content", "title"),
    [
        ("عنوان\n\nنص", "عنوان"),
        (" عنوان \r\n\r\nنص", "عنوان"),
        ("ع" * 120 + "\n\nنص", "ع" * 120),
        ("ع" * 121 + "\n\nنص", None),
        ("عنوان\nنص", None),
        ("عنوان", None),
        ("\n\nنص", None),
    ],
)
def test_a_short_first_line_before_an_empty_one_is_the_title(
    tmp_path: Path, content: str, title: str | None
) -> None:
    article = read(tmp_path, content.encode()).article
    assert article.meta.get("title") == title
    assert article.text == content


def test_the_same_text_has_the_same_id(tmp_path: Path) -> None:
    first, second = (read(tmp_path, "خبر".encode()) for _ in range(2))
    assert first.article.id == second.article.id


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "The file is empty."),
        (b" \n\t\n", "The file has no words."),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "This is a PNG image, not plain text."),
        (b"PK\x03\x04rest", "This is a Word, spreadsheet or ZIP file"),
        (b"{\\rtf1 x}", "This is an RTF document"),
        ("سطر\nب".encode() + b"\0", "Character 6, on line 2, is a NUL"),
        (
            "سطر\n".encode() + "قال".encode("windows-1256"),
            "Byte 8 of the file, on line 2, is 0xDE, which is not utf-8. "
            "If it is an older Arabic text, try --encoding windows-1256.",
        ),
        ("خبر".encode("utf-16"), "It begins like UTF-16: try --encoding utf-16."),
        (b"\xed\xa0\x80", "Byte 1 of the file, on line 1, is 0xED, which is not utf-8."),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes, words: str) -> None:
    assert words in refused(tmp_path, data)


def test_a_named_encoding_that_is_wrong_is_refused(tmp_path: Path) -> None:
    assert "is not ascii. If it is" in refused(tmp_path, "خبر".encode(), "ascii")
    assert "is not utf-16" in refused(tmp_path, b"abc", "utf-16")


def test_a_folder_and_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="This is a folder"):
        list(text.read(Source(tmp_path)))
    with pytest.raises(UserError, match="There is no such file"):
        list(text.read(Source(tmp_path / "none.txt")))


@settings(max_examples=100, deadline=None)
@given(
    data=st.binary(max_size=60) | st.text(max_size=30).map(str.encode),
    encoding=st.sampled_from(["utf-8", "windows-1256", "utf-16", "utf-32", "utf-7", "undefined"]),
)
def test_only_user_errors_escape(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, encoding: str
) -> None:
    try:
        one = read(tmp_path_factory.getbasetemp(), data, encoding)
    except UserError as error:
        error.say()
    else:
        assert one.article.text.removeprefix("\ufeff") in data.decode(encoding)
