"""The table of formats, and what every format in it keeps to."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from annotator.errors import UserError
from annotator.formats import FORMATS, Format, Source, by_name, readable, recognised

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


def test_what_is_not_known_is_told_with_what_is() -> None:
    with pytest.raises(UserError, match=r"There is no format brat9\. The formats are: jsonl, text"):
        by_name("brat9")
    with pytest.raises(UserError, match="--format with one of jsonl, text"):
        recognised(Source(Path("news.docx")))


@pytest.mark.parametrize("format", READABLE, ids=lambda format: format.name)
@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\n\0", b"%PDF-1.7\n", b"PK\x03\x04\n\n"])
def test_every_reader_refuses_files_that_are_no_text(
    tmp_path: Path, format: Format, data: bytes
) -> None:
    file = tmp_path / "file"
    file.write_bytes(data)
    with pytest.raises(UserError):
        list(format.read(Source(file)))
