"""Expressions of time, money and measure are found whole, however news writes them."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.resources import resource
from annotator.suggest.expressions import expressions
from annotator.suggest.pieces import pieces


def said(text: str) -> list[tuple[str, str]]:
    """The expressions as (kind, words), those that are longer first."""
    found = pieces(text)
    made = [(one.kind, text[found[one.first].start : found[one.last - 1].end])
            for one in expressions(found)]  # fmt: skip
    return sorted(made, key=lambda one: (-len(one[1]), one))


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("date", "أمس الخميس"), ("date", "اليوم الثلاثاء"), ("date", "يوم الجمعة الماضي"),
        ("date", "السبت"), ("date", "غدًا"), ("date", "الأسبوع المقبل"), ("date", "12 مارس 2024"),
        ("date", "مطلع تشرين الثاني (نوفمبر) الجاري"), ("date", "كانون الأول ٢٠١٩"),
        ("date", "10 محرّم 1448هـ"), ("date", "عام 1441هـ"), ("date", "سنة ١٩٦٠"),
        ("date", "الخامس من أيار"), ("date", "ثلاثة أيام"), ("date", "سنتين"), ("date", "كل يوم"),
        ("date", "2026-03-01"), ("date", "خمسة وعشرين عامًا"), ("date", "الاثنين 3 غشت"),
        ("time", "الساعة 03:40"), ("time", "الساعة الثامنة والنصف مساءً"), ("time", "بعد الظهر"),
        ("time", "٤٧ دقيقة"), ("time", "كل 12 ساعة"), ("time", "ساعتين"),
        ("money", "3.8 مليون دينار بحريني"), ("money", "٩ مليارات جنيه"), ("money", "$50"),
        ("money", "ثلاثة آلاف ريال سعودي"), ("money", "48 جنيهًا"),
        ("measure", "١٣٫٤٪"), ("measure", "25 في المئة"), ("measure", "62 مترًا مربعًا"),
        ("measure", "150 مترًا مكعبًا في الثانية"), ("measure", "45 عقدة"),
    ],
)  # fmt: skip
def test_it_is_found_whole(kind: str, words: str) -> None:
    assert (kind, words) in said(f"قال إنه بلغ {words}، ثم زاد.")


def test_a_time_holds_its_date() -> None:
    assert said("وصل مساء أمس الأربعاء إلى بيروت")[:2] == [
        ("time", "مساء أمس الأربعاء"), ("date", "أمس الأربعاء"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["وصلت السفينة إلى الميناء", "الرابط في أسفل الصفحة", "يومٌ", "ألفَ كتابًا", "محامي الدفاع", ""],
)
def test_other_words_are_none(text: str) -> None:
    assert said(text) == []


def test_none_goes_over_the_end_of_a_line() -> None:
    assert said("بلغ 12\nمارس") == [("date", "مارس")]


@given(st.text("يوم أمس 12 مارس٪ ,:/$() مليون و\n", max_size=40))
def test_any_text_is_read(text: str) -> None:
    found = pieces(text)
    for one in expressions(found):
        assert 0 <= one.first < one.last <= len(found)


def test_a_long_number_is_read_from_where_it_begins() -> None:
    assert said("بلغ 12 مليونا و300 ألف و25 دينارا")[:1] == [
        ("money", "12 مليونا و300 ألف و25 دينارا")
    ]


def test_tables_of_numbers_are_read_in_time_that_grows_with_their_length() -> None:
    found = pieces("5 و5 " * 40_000)
    assert list(expressions(found)) == []


def test_a_word_stands_in_one_list_only() -> None:
    lists = tomllib.loads(resource("lexicon", "expressions.toml").read_text("utf-8"))
    every = [word for text in lists.values() for word in text.split()]
    assert sorted(every) == sorted(set(every))
