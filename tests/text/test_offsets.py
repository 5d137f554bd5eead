"""Code points and UTF-16 units are converted as Python's own encoder counts them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.text.offsets import Utf16
from tests.texts import SHORT

ANY = st.one_of(SHORT, st.text(max_size=30))


def units(text: str) -> int:
    """The length of `text` in UTF-16 units, by the encoder."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(ANY)
def test_units_are_what_the_encoder_counts(text: str) -> None:
    offsets = Utf16(text)
    for point in range(len(text) + 1):
        assert offsets.units(point) == units(text[:point])


@given(ANY)
def test_there_and_back(text: str) -> None:
    offsets = Utf16(text)
    for point in range(len(text) + 1):
        assert offsets.point(offsets.units(point)) == point


@given(ANY)
def test_a_slice_in_units_is_the_same_slice(text: str) -> None:
    offsets = Utf16(text)
    encoded = text.encode("utf-16-le", "surrogatepass")
    start, end = len(text) // 3, len(text) - len(text) // 4
    cut = encoded[2 * offsets.units(start) : 2 * offsets.units(end)]
    assert cut.decode("utf-16-le", "surrogatepass") == text[start:end]


def test_the_middle_of_a_pair_counts_as_its_start() -> None:
    offsets = Utf16("ا🙂ب🙂")
    assert [offsets.point(unit) for unit in range(7)] == [0, 1, 1, 2, 3, 3, 4]


@given(ANY)
def test_no_unit_leads_out_of_order(text: str) -> None:
    offsets = Utf16(text)
    points = [offsets.point(unit) for unit in range(units(text) + 1)]
    assert points == sorted(points)
    assert set(points) == set(range(len(text) + 1))


def test_lone_surrogates_are_one_unit_each() -> None:
    offsets = Utf16("\ud800🙂\udc00م")
    assert [offsets.units(point) for point in range(5)] == [0, 1, 3, 4, 5]


def test_an_empty_text_has_one_offset() -> None:
    assert (Utf16("").units(0), Utf16("").point(0)) == (0, 0)
