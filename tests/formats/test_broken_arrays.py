"""One item of a JSON array that is no good costs the others nothing, wherever its end is found."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import UserError
from annotator.formats import Source
from annotator.formats.arrays import Value, values

ROWS: list[dict[str, Any]] = [
    {"n": number, "text": 'قال: «نعم» [x] {y} \\ " ,\n🙂', "deep": [{"a": [number]}]}
    for number in range(3)
]


def laid_out(rows: list[str], layout: str) -> str:
    return {
        "one line": "[" + ", ".join(rows) + "]",
        "a line each": "[\n" + ",\n".join(rows) + "\n]\n",
        "without array": "\n".join(rows) + "\n",
    }[layout]


def read(tmp_path: Path, content: str | bytes) -> list[Value]:
    path = tmp_path / "a.json"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(values(Source(path)))


@pytest.mark.parametrize("layout", ["one line", "a line each", "without array"])
@pytest.mark.parametrize(
    ("old", "new"),
    [('"n": 1', '"n": '), ('"n": 1', "n: 1"), ('"n": 1', '"n": NaN'), ('"n": 1,', '"n": 1'),
     ('"deep": [', '"deep": , ['), ('"n": 1', '"n": "\\q"'), ('"n": 1', '"n": 01')],
)  # fmt: skip
def test_the_others_come_in(tmp_path: Path, layout: str, old: str, new: str) -> None:
    rows = [json.dumps(row, ensure_ascii=False) for row in ROWS]
    assert old in rows[1]
    rows[1] = rows[1].replace(old, new)
    first, bad, last = read(tmp_path, laid_out(rows, layout))
    assert [first.loaded, last.loaded] == [ROWS[0], ROWS[2]]
    assert bad.error is not None
    assert "is not JSON" in bad.error.say()
    assert (bad.loaded, bad.raw.decode()) == (None, rows[1])


_TYPING_ERRORS = (('🙂"', "🙂"), ("]}]", "]]"), ('{"a"', '"a"'), ('"n"', "n"), ("{", "["))
IN_ARRAY = product(["a line each"], _TYPING_ERRORS, [0, 1, 2])
# Without an array a file may end in the middle of its last item, and a [ begins an array.
IN_LINES = product(["without array"], _TYPING_ERRORS[:-1], [0, 1])


@pytest.mark.parametrize(("layout", "change", "number"), [*IN_ARRAY, *IN_LINES])
def test_a_quotation_mark_or_bracket_that_is_missing(
    tmp_path: Path, layout: str, change: tuple[str, str], number: int
) -> None:
    rows = [json.dumps(row, ensure_ascii=False) for row in ROWS]
    rows[number] = rows[number].replace(*change, 1)
    found = read(tmp_path, laid_out(rows, layout))
    assert [one.loaded for one in found if one.error is None] == [
        row for row in ROWS if row["n"] != number
    ]
    (bad,) = [one for one in found if one.error is not None]
    assert bad.raw.decode() == rows[number]
    assert bad.line == number + (2 if layout == "a line each" else 1)


def test_items_over_several_lines_are_told_by_how_far_they_stand_in(tmp_path: Path) -> None:
    whole = json.dumps(ROWS, indent=2, ensure_ascii=False)
    broken = whole.replace('"n": 1', '"n": "1', 1)
    first, bad, last = read(tmp_path, broken)
    assert [first.loaded, last.loaded] == [ROWS[0], ROWS[2]]
    assert bad.raw.decode().startswith('{\n    "n": "1,')
    assert bad.raw.decode().endswith("}")


def test_a_byte_that_is_no_utf_8_costs_its_item(tmp_path: Path) -> None:
    rows = [json.dumps(row, ensure_ascii=False) for row in ROWS]
    data = laid_out(rows, "a line each").encode().replace(b'"n": 1', b'"n": 1, "k": "\xe9"')
    first, bad, last = read(tmp_path, data)
    assert [first.loaded, last.loaded] == [ROWS[0], ROWS[2]]
    assert bad.error is not None
    assert bad.error.say() == "Line 3 has a byte 0xE9, which is not UTF-8."
    assert b'"k": "\xe9"' in bad.raw


def test_nesting_without_end_costs_its_item(tmp_path: Path) -> None:
    rows = [json.dumps(row, ensure_ascii=False) for row in ROWS]
    rows[1] = '{"n": ' + "[" * 100_000 + "]" * 100_000 + "}"
    first, bad, last = read(tmp_path, laid_out(rows, "one line"))
    assert [first.loaded, last.loaded] == [ROWS[0], ROWS[2]]
    assert bad.error is not None
    assert bad.error.say() == "Line 1 is nested too deeply."


@pytest.mark.parametrize("indent", [None, 0, 2])
def test_an_item_longer_than_what_is_read_at_a_time(tmp_path: Path, indent: int | None) -> None:
    rows = [*ROWS, {"text": "خبر {\n" * 200_000, "list": [{"a": "ب" * 400_000}] * 3}, *ROWS]
    found = read(tmp_path, json.dumps(rows, indent=indent, ensure_ascii=False))
    assert [one.error for one in found] == [None] * 7
    assert [one.loaded for one in found] == rows


def test_a_broken_item_is_not_looked_for_to_the_end_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.formats.arrays.LONGEST", 1 << 20)
    rows = [json.dumps({**ROWS[0], "n": number}, ensure_ascii=False) for number in range(30_000)]
    rows[3] = rows[3].replace("]}]}", "]}]", 1)
    content = laid_out(rows, "a line each")
    assert len(content) > 2 << 20
    found = read(tmp_path, content)
    assert [one.line for one in found if one.error is not None] == [5]
    assert [one.raw.decode() for one in found] == rows


def test_an_item_without_end_does_not_fill_the_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.formats.arrays.LONGEST", 1 << 20)
    content = '[{"text": "' + "خبر" * 1_000_000 + '"}]'
    with pytest.raises(UserError, match="The item on line 1 is longer than 1 MB"):
        read(tmp_path, content)


@pytest.mark.parametrize("cut", range(1, 60, 7))
def test_a_file_that_is_cut_off_is_told(tmp_path: Path, cut: int) -> None:
    whole = "[" + ", ".join(json.dumps(row, ensure_ascii=False) for row in ROWS) + "]"
    with pytest.raises(UserError, match=r"is not JSON|ends in the middle"):
        read(tmp_path, whole[:-cut])


@given(st.text('[]{}",:\\ \na1é', max_size=40))
def test_whatever_is_read_makes_up_the_file(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    folder = tmp_path_factory.mktemp("a")
    try:
        found = read(folder, "[" + text)
    except UserError:
        return
    left = "[" + text
    for one in found:
        left = left.replace(one.raw.decode(), "", 1)
    assert set(left) <= set("[], \n")
