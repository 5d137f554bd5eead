"""Marks that come in twos: which belong to what is selected."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.partners import with_partners


@pytest.mark.parametrize(
    ("text", "words", "whole"),
    [
        ("زار شركة «نسيم نوفا» أمس", "شركة «نسيم نوفا", "شركة «نسيم نوفا»"),
        ("شركة «نسيم» (Nassim Nova) هنا", "شركة «نسيم» (Nassim Nova", "شركة «نسيم» (Nassim Nova)"),
        ("مجلة «نص (أ)» هنا", "مجلة «نص (أ", "مجلة «نص (أ)»"),
        ('صحيفة "النهر" هنا', 'صحيفة "النهر', 'صحيفة "النهر"'),
        ("صحيفة ”النهر“ هنا", "صحيفة ”النهر", "صحيفة ”النهر“"),
        ("قال «نسيم» الاسم", "نسيم» الاسم", "«نسيم» الاسم"),
        ("قال (أ) و(ب) معا", "أ) و(ب", "(أ) و(ب)"),
        # Both marks outside, one of another kind, or something between: nothing is to be added.
        ("قال «نسيم نوفا» أمس", "نسيم نوفا", "نسيم نوفا"),
        ("قال «نسيم نوفا) أمس", "قال «نسيم نوفا", "قال «نسيم نوفا"),
        ("قال «نسيم نوفا، أمس» هنا", "قال «نسيم نوفا", "قال «نسيم نوفا"),
        ('شاشة 5" هنا', "شاشة 5", "شاشة 5"),
        ('شاشة 5" وأخرى 7" هنا', 'شاشة 5" وأخرى 7', 'شاشة 5" وأخرى 7'),
        ('"رؤية 2030" هنا', '"رؤية 2030', '"رؤية 2030"'),
    ],
)
def test_partners(text: str, words: str, whole: str) -> None:
    start = text.index(words)
    first, last = with_partners(text, start, start + len(words))
    assert text[first:last] == whole


@given(st.text(alphabet='ab5 ()[]«»‹›“”"', max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_it_only_adds_marks_and_is_done_at_once(text: str, start: int, end: int) -> None:
    start, end = sorted((min(start, len(text)), min(end, len(text))))
    first, last = with_partners(text, start, end)
    assert 0 <= first <= start <= end <= last <= len(text)
    assert not set(text[first:start] + text[end:last]) & set("ab5 ")
    assert with_partners(text, first, last) == (first, last)
