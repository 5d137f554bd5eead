"""Many strings at once are found exactly where each of them is found alone."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text import needles as module
from annotator.text.needles import Needles, Place
from annotator.text.normal import normalise
from annotator.text.same import Needle, occurrences

TEXT = "وزارة  الخارجية في بيروت، وببيروتَ وللوزارة في وزارة الخارجية؛ بيروتي ﷲ"
letters = st.text("ابلوفكسهتة \u064eـأ  ", max_size=12)
texts = st.lists(letters, max_size=8).map(" ".join)


def alone(needles: list[Needle], text: str) -> set[Place]:
    haystack = normalise(text)
    return {
        Place(start, end, number)
        for number, needle in enumerate(needles)
        for start, end in occurrences(needle, haystack)
    }


def test_in_a_sentence() -> None:
    needles = [Needle.of(one) for one in ("بيروت", "الوزارة", "وزارة الخارجية", "الخارجية", "")]
    found = set(Needles(needles).find(normalise(TEXT)))
    assert found == alone(needles, TEXT)
    assert {place.needle for place in found} == {0, 1, 2, 3}


@given(st.lists(letters.map(Needle.of), max_size=6), texts)
def test_as_one_by_one(needles: list[Needle], text: str) -> None:
    found = set(Needles(needles).find(normalise(text)))
    assert alone(needles, text) <= found
    # Alone, matches of one string do not overlap; all of them are found here.
    for start, end, number in found:
        part = normalise(text)
        assert Needle.of(text[start:end]).text in (
            needles[number].text,
            needles[number].without_alef,
        )
        assert part.source[start:end]


@given(st.lists(letters.map(Needle.of), max_size=6), texts)
def test_words_that_are_looked_up_are_those_that_are_looked_at(
    needles: list[Needle], text: str
) -> None:
    found = list(Needles(needles).find(normalise(text)))
    with patch.object(module, "_edges", lambda _: ({}, {})):
        assert found == list(Needles(needles).find(normalise(text)))


@given(texts, st.data())
def test_every_string_of_words_is_found_where_it_stands(text: str, data: st.DataObject) -> None:
    words = text.split()
    if not words:
        return
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, min(len(words) - 1, first + 3)))
    needle = Needle.of(" ".join(words[first : last + 1]))
    found = list(Needles([needle]).find(normalise(text)))
    assert bool(found) == bool(alone([needle], text))


@pytest.mark.parametrize("text", ["", " ", "\u064e\u064e"])
def test_nothing_is_found_nowhere(text: str) -> None:
    assert list(Needles([]).find(normalise(text))) == []
    assert list(Needles([Needle.of("بيروت"), Needle("")]).find(normalise(text))) == []


@pytest.mark.parametrize("string", ["«الأهرام»", '"', "(", "–كان–"])
def test_what_begins_with_a_mark_is_found_behind_a_long_word(string: str) -> None:
    text = f"والمستقبل{string} أمس"
    found = set(Needles([Needle.of(string)]).find(normalise(text)))
    assert found == alone([Needle.of(string)], text) != set()
