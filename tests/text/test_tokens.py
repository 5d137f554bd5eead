"""Words are the same whether one lists them all or asks about a place."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.text import tokens
from annotator.text.tokens import nearest_word, word_after, word_at, word_before, words
from tests.texts import LONG, SHORT, TEXTS

Word = tuple[int, int]


def surfaces(text: str) -> list[str]:
    """The words as written."""
    return [text[start:end] for start, end in words(text)]


def at(listed: list[Word], place: int) -> Word | None:
    return next((word for word in listed if word[0] <= place < word[1]), None)


def after(listed: list[Word], place: int) -> Word | None:
    return next((word for word in listed if word[0] >= place), None)


def before(listed: list[Word], place: int) -> Word | None:
    return next((word for word in reversed(listed) if word[1] <= place), None)


def check(text: str, place: int) -> None:
    listed = list(words(text))
    assert word_at(text, place) == at(listed, place)
    assert word_after(text, place) == after(listed, place)
    assert word_before(text, place) == before(listed, place)
    expected = at(listed, place) or after(listed, place) or before(listed, place)
    assert nearest_word(text, place) == expected


@given(SHORT, st.data())
def test_a_short_text_agrees_with_its_list(text: str, data: st.DataObject) -> None:
    for place in data.draw(st.lists(st.integers(0, len(text)), min_size=1, max_size=12)):
        check(text, place)


@settings(max_examples=40)
@given(LONG, st.data())
def test_a_long_text_agrees_with_its_list(text: str, data: st.DataObject) -> None:
    for place in data.draw(st.lists(st.integers(0, len(text)), min_size=1, max_size=3)):
        check(text, place)


@given(TEXTS)
def test_words_are_in_order_and_hold_no_white_space(text: str) -> None:
    last = 0
    for start, end in words(text):
        assert last <= start < end
        assert not any(char.isspace() for char in text[start:end])
        last = end


@given(TEXTS)
def test_no_letter_and_no_digit_is_left_out(text: str) -> None:
    covered = {place for word in words(text) for place in range(*word)}
    left = [char for place, char in enumerate(text) if char.isalnum() and place not in covered]
    assert left == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال محمّدٌ، أمس.", ["قال", "محمّدٌ", "أمس"]),
        ("(Solar Next)", ["Solar", "Next"]),
        ("320 مليون", ["320", "مليون"]),
        ("٣٫٥ و3.5 و1,000", ["٣٫٥", "و3.5", "و1,000"]),
        ("10:30", ["10:30"]),
        ("AT&T وO'Neil", ["AT&T", "وO'Neil"]),
        ("مـــصر", ["مـــصر"]),
        ("5€ 🙂👨‍👩‍👧🇱🇧", ["5", "€", "🙂", "👨‍👩‍👧", "🇱🇧"]),
        ("«مصر»", ["مصر"]),
        ("أولى\u00a0ثانية", ["أولى", "ثانية"]),
        ("… ! ؟", []),
    ],
)
def test_what_a_word_is(text: str, expected: list[str]) -> None:
    assert surfaces(text) == expected


@pytest.mark.parametrize("length", [199, 200, 201, 450, 5000])
def test_a_word_of_any_length_is_one_word(length: int) -> None:
    text = "في " + "م" * length + " ثم"
    whole = (3, 3 + length)
    assert {word_at(text, place) for place in (3, 3 + length // 2, 2 + length)} == {whole}
    assert word_before(text, 3 + length) == whole
    assert word_after(text, 4) == (4 + length, 6 + length)


def test_far_from_any_word_the_only_one_is_found() -> None:
    text = "مصر" + " - " * 3000
    assert word_before(text, len(text)) == (0, 3)
    assert nearest_word(text, len(text)) == (0, 3)
    assert nearest_word(" - " * 100, 7) is None


PLAIN = "".join(filter(tokens._PLAIN.fullmatch, map(chr, range(0x3000))))


def test_plain_characters_are_no_symbols_and_not_latin() -> None:
    assert not [one for one in PLAIN if unicodedata.category(one)[0] in "SC" and not one.isspace()]
    assert not [one for one in PLAIN if "LATIN" in unicodedata.name(one, "")]


@settings(max_examples=300)
@given(
    st.text(st.one_of(st.sampled_from(PLAIN), st.sampled_from("12٣٤.,:/-٫بتاًّـ ")), max_size=30),
    st.data(),
)
def test_plain_text_has_the_same_words_as_any(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    expected = [match.span() for match in tokens._WORD.finditer(text, start, end)]
    assert list(words(text, start, end)) == expected
