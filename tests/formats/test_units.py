"""Units of offsets: exact both ways, told from all surfaces of a file, asked for where open."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import UserError
from annotator.formats.base import UNITS, Unit
from annotator.formats.units import (
    Fitting,
    Offsets,
    Sample,
    UnitInDoubt,
    may_be_wide,
    settled,
)
from annotator.text.graphemes import boundaries
from annotator.text.offsets import has_wide
from tests.texts import SHORT

TEXT = "👍 قالَ محمّد 🇱🇧 بيروت"


def naive(text: str, point: int, unit: Unit) -> int | None:
    """The same, counted in the simplest way there is."""
    before = text[:point]
    if unit == "utf16":
        return len(before.encode("utf-16-le", "surrogatepass")) // 2
    if unit == "byte":
        return len(before.encode("utf-8", "surrogatepass"))
    if unit == "grapheme":
        edges = boundaries(text)
        return edges.index(point) if point in edges else None
    return point


@given(SHORT, st.sampled_from(UNITS))
def test_offsets_go_both_ways(text: str, unit: Unit) -> None:
    ways = Offsets(text, unit)
    reached = set()
    for point in range(len(text) + 1):
        offset = ways.offset(point)
        assert offset == naive(text, point, unit)
        if offset is not None:
            assert ways.point(offset) == point
            reached.add(offset)
    for offset in range(-1, max(reached) + 2):
        assert offset in reached or ways.point(offset) is None


def sample(text: str, surface: str, unit: Unit, *, told: bool = True) -> Sample:
    """The span of a surface, in a unit."""
    start = text.index(surface)
    ways = Offsets(text, unit)
    left, right = ways.offset(start), ways.offset(start + len(surface))
    assert left is not None
    assert right is not None
    return Sample(left, right, surface if told else None)


@pytest.mark.parametrize("unit", UNITS)
def test_surfaces_tell_the_unit_of_the_whole_file(unit: Unit) -> None:
    fitting = Fitting()
    fitting.see("خبر", [Sample(0, 0, "")])
    fitting.see(TEXT, [sample(TEXT, "بيروت", unit), sample(TEXT, "قالَ", unit)])
    found, remark = settled(fitting, None, "codepoint")
    assert found == unit
    assert (remark is None) == (unit == "codepoint")


def test_a_row_that_fits_nothing_spoils_nothing() -> None:
    fitting = Fitting()
    fitting.see(TEXT, [Sample(0, 3, "xyz"), Sample(90, 99, "x"), sample(TEXT, "بيروت", "utf16")])
    assert settled(fitting, None, "codepoint")[0] == "utf16"


def test_without_a_difference_the_usual_one_is_taken_in_silence() -> None:
    fitting = Fitting()
    fitting.see("قال محمد", [Sample(4, 8, "محمد")])
    assert settled(fitting, None, "utf16") == ("utf16", None)


def test_two_that_would_give_different_spans_are_asked_for() -> None:
    fitting = Fitting()
    fitting.see(TEXT, [sample(TEXT, "بيروت", "codepoint", told=False)])
    with pytest.raises(
        UserError, match=r"may count code points, .*--offsets with one of codepoint"
    ):
        settled(fitting, None, "codepoint")
    assert settled(fitting, "utf16", "codepoint") == ("utf16", None)


def test_a_doubt_shows_what_each_reading_would_mark() -> None:
    fitting = Fitting()
    for _ in range(20):
        fitting.see(TEXT, [sample(TEXT, "بيروت", "codepoint", told=False)])
    with pytest.raises(UnitInDoubt) as caught:
        settled(fitting, None, "codepoint")
    assert set(caught.value.units) == set(fitting.units)
    assert 1 <= len(caught.value.examples) <= 6
    for example in caught.value.examples:
        start, end = example.places["codepoint"]
        assert example.text[start:end] == "بيروت"
        assert len(set(example.places.values())) > 1


def test_what_contradicts_itself_is_asked_for() -> None:
    fitting = Fitting()
    fitting.see(TEXT, [sample(TEXT, "بيروت", "codepoint")])
    fitting.see(TEXT, [sample(TEXT, "بيروت", "utf16")])
    with pytest.raises(UserError, match="No way of counting"):
        settled(fitting, None, "codepoint")


@given(st.text("aبَ🙂\r\n", min_size=1, max_size=8), st.data())
def test_a_text_in_which_units_do_not_differ_tells_nothing(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    fitting = Fitting()
    before = fitting.units
    fitting.see(text, [Sample(start, end, text[start:end])])
    if not fitting.differ(text):
        assert (fitting.units, fitting.ambiguous) == (before, False)
    else:
        assert "codepoint" in fitting.units


@given(st.text("aب\x01é🙂\U0010ffff", max_size=6), st.booleans())
def test_json_with_a_wide_character_is_never_passed_over(text: str, escaped: bool) -> None:
    assert has_wide(text) == any(char > "\uffff" for char in text)
    written = json.dumps({"text": text}, ensure_ascii=escaped).encode()
    assert may_be_wide(written) or not has_wide(text)
    if not escaped and not any(char in text for char in "\x01🙂\U0010ffff"):
        assert not may_be_wide(written)
