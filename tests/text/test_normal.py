"""Folding and its alignment, on what Arabic news really contains."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.text.normal import find, fold, normalise

PIECES = st.sampled_from(
    [
        *"ابتمدلوي أإآٱىةؤئءـ",
        *"ًٌٍَُِّْٰٖۖٓٔ",
        *"\u200f\u200e\u202b\u202c\u200b\u200c\u200d\ufeff\u2067\u2069",
        *"0٣۴５ \u00a0\u2009\t\n",
        *"ﻻﻷﷲﷺﺏﱞﹱ",
        *"AzéÉßİΣς😀👩",
        "e\u0301",
        "\U0001f469\u200d\U0001f4bb",
    ]
)
TEXTS = st.lists(st.one_of(PIECES, st.characters()), max_size=40).map("".join)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("مُحَمَّدٌ", "محمد"),
        ("مـــحمد", "محمد"),
        ("أحمد إلى آسيا ٱلله", "احمد الي اسيا الله"),
        ("مستشفى مدرسة مؤتمر رئيس", "مستشفي مدرسه موتمر رييس"),
        ("هٰذا", "هذا"),
        ("٢٠٢٦ ۱۲۳ ３٪", "2026 123 3%"),
        ("٣٫٥", "3.5"),
        ("ﻣﺤﻤﺪ ﻻ ﷲ ﻷﻥ", "محمد لا الله لان"),
        ("\u200fبيروت\u200e \ufeff\u2067BBC\u2069", "بيروت bbc"),
        ("Straße ÉCOLE e\u0301cole", "strasse ecole ecole"),
        ("على\u00a0\u2009مهل", "علي  مهل"),
        ("سطر\r\nسطر", "سطر\r\nسطر"),
        ("ایران کرد", "ايران كرد"),
        ("تيﱠم", "تيم"),
    ],
)
def test_folds_what_writers_vary(written: str, folded: str) -> None:
    assert fold(written) == folded
    assert normalise(written).text == folded


def test_letters_that_differ_in_meaning_stay_apart() -> None:
    assert len({fold(letter) for letter in "بتثجحخدذرزسشصضطظعغفقكلمنهوياء"}) == 29


def test_composed_and_decomposed_arabic_fold_alike() -> None:
    for code in range(0x0600, 0x0700):
        composed = chr(code)
        assert fold(unicodedata.normalize("NFD", composed)) == fold(composed)


def test_folding_each_known_character_twice_changes_nothing() -> None:
    chars = "".join(map(chr, [*range(0x3000), *range(0xFB00, 0x10000)]))
    assert fold(fold(chars)) == fold(chars)


def test_a_match_takes_the_marks_of_its_last_letter_but_no_invisible_marks_around_it() -> None:
    text = "قال \u200fمُحَمَّدٌ\u200f: نعم"
    (match,) = find("محمد", normalise(text))
    assert text[slice(*match)] == "مُحَمَّدٌ"


def test_finds_inside_words_and_across_spellings() -> None:
    text = "ببوتين وبـوتـين والرئيس بُوتين"
    found = [text[start:end] for start, end in find("بوتين", normalise(text))]
    assert found == ["بوتين", "بـوتـين", "بُوتين"]


def test_a_ligature_is_matched_whole_or_not_at_all() -> None:
    text = "عبدﷲ"
    haystack = normalise(text)
    assert [text[start:end] for start, end in find("الله", haystack)] == ["ﷲ"]
    assert list(find("له", haystack)) == []
    assert haystack.original(4, 5) == (3, 4)


def test_nothing_is_found_nowhere() -> None:
    assert list(find("", normalise("نص"))) == []
    assert list(find("ـَ", normalise("نص"))) == []


def test_ranges_outside_the_text_are_refused() -> None:
    haystack = normalise("مَن")
    assert haystack.original(2, 2) == (3, 3)
    for start, end in [(-1, 1), (0, 3), (2, 1)]:
        with pytest.raises(IndexError):
            haystack.original(start, end)


@settings(max_examples=150)
@given(TEXTS, TEXTS)
def test_folding_is_idempotent_and_joins(left: str, right: str) -> None:
    assert fold(fold(left)) == fold(left)
    assert fold(left + right) == fold(left) + fold(right)


@settings(max_examples=150)
@given(TEXTS, st.data())
def test_every_match_leads_back_to_the_same_folded_string(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    needle = text[start : data.draw(st.integers(start, len(text)))]
    matches = list(find(needle, normalise(text)))
    assert all(fold(text[begin:end]) == fold(needle) for begin, end in matches)
    assert bool(matches) == bool(fold(needle))
    assert all(before[1] <= after[0] for before, after in pairwise(matches))


@settings(max_examples=150)
@given(TEXTS, st.data())
def test_any_range_maps_to_the_smallest_range_that_covers_it(
    text: str, data: st.DataObject
) -> None:
    haystack = normalise(text)
    start = data.draw(st.integers(0, len(haystack.text)))
    end = data.draw(st.integers(start, len(haystack.text)))
    first, last = haystack.original(start, end)
    assert 0 <= first <= last <= len(text)
    assert haystack.text[start:end] in fold(text[first:last])
    if start == end:
        assert first == last
    elif not (haystack.cuts(start) or haystack.cuts(end)):
        assert fold(text[first:last]) == haystack.text[start:end]
        assert fold(text[first])


@settings(max_examples=200)
@given(TEXTS)
def test_every_place_of_the_source_has_one_in_the_folded_form(text: str) -> None:
    places = range(len(text) + 1)
    assert list(normalise(text).places(places)) == [len(fold(text[:place])) for place in places]
