"""Reported speech without quotation marks: where it begins, and where it may end."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.text.reported import reported_at
from annotator.text.sentences import INVISIBLE

PIECES = [
    "قال ",
    "وأضاف ",
    "أن ",
    "إنها ",
    "بأنه ",
    "نص ",
    "، ",
    ". ",
    "«",
    "»",
    "\n",
    "\n\n",
    "بحسب ",
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


def reports(text: str, word: str) -> list[str]:
    return [text[start:end] for start, end in reported_at(text, text.index(word))]


@pytest.mark.parametrize(
    ("text", "word", "report"),
    [
        ("قال علي إن الأمر انتهى.", "انتهى", "إن الأمر انتهى"),
        ("قال علي إن الأمر انتهى.", "إن", "إن الأمر انتهى"),
        ("اعترفت بأنها تأخرت أمس. وعادت.", "تأخرت", "أنها تأخرت أمس"),
        ("قال إن الأمر انتهى، وأضاف أنه سيعود غدا.", "الأمر", "إن الأمر انتهى"),
        ("قال إن الأمر انتهى، وأضاف أنه سيعود غدا.", "غدا", "أنه سيعود غدا"),
        ("قال إن الأمر انتهى، مؤكدا: «لن نعود».", "الأمر", "إن الأمر انتهى"),
        ("قال إن الأمر انتهى: «لن نعود».", "الأمر", "إن الأمر انتهى"),
        ("قالت إنها تتوقع أن تعود غدا.", "غدا", "إنها تتوقع أن تعود غدا"),
        ("قالت إنها تتوقع أن تعود غدا.", "أن", "أن تعود غدا"),
        ("قال إن الأمر «انتهى. تماما» أمس.", "الأمر", "إن الأمر «انتهى. تماما» أمس"),
        ("روى: «قلنا له إن الريح لا تباع» ومضى.", "الريح", "إن الريح لا تباع"),
        ("بحسب الوزارة، انخفض العجز كثيرا.", "العجز", "انخفض العجز كثيرا"),
        ("انتظر يومًا. قال إنه بقي يومًا. ثم مضى.", "بقي", "إنه بقي يومًا"),
    ],
)
def test_the_likeliest_report(text: str, word: str, report: str) -> None:
    assert reports(text, word)[0] == report


def test_other_ends_and_other_beginnings_follow() -> None:
    text = "قال إن الأمر انتهى، كما نعلم، بعد عام."
    assert reports(text, "الأمر") == [
        "إن الأمر انتهى، كما نعلم، بعد عام",
        "إن الأمر انتهى، كما نعلم",
        "إن الأمر انتهى",
    ]
    assert reports(text, "نعلم") == [
        "إن الأمر انتهى، كما نعلم، بعد عام",
        "إن الأمر انتهى، كما نعلم",
    ]
    text = "قالت إنها تتوقع أن تعود غدا."
    assert reports(text, "تعود") == ["إنها تتوقع أن تعود غدا", "أن تعود غدا"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("يجب أن نعود غدا.", "غدا"),
        ("قال علي نعم أمس.", "نعم"),
        ("قال إن الأمر انتهى. ثم مضى.", "مضى"),
        ("قال إن الأمر انتهى، وأضاف أنه سيعود.", "قال"),
        ("قال إن الأمر انتهى.\n\nفقرة أخرى.", "أخرى"),
        ("«قال إن الأمر انتهى» ثم مضى.", "مضى"),
    ],
)
def test_nothing_is_reported(text: str, word: str) -> None:
    assert reports(text, word) == []


@settings(max_examples=300)
@given(TEXTS)
def test_reports_hold_their_place_and_end_clean(text: str) -> None:
    for place in range(0, len(text), 2):
        found = reported_at(text, place)
        assert len(set(found)) == len(found) <= 6
        for start, end in found:
            assert 0 <= start < end <= len(text)
            assert end > place
            assert text[start:end] == text[start:end].strip(INVISIBLE + " \n.،:؛")
            assert "\n\n" not in text[start:end]


@settings(max_examples=200)
@given(st.text(max_size=60))
def test_anything_can_be_read(text: str) -> None:
    for place in range(len(text)):
        for start, end in reported_at(text, place):
            assert 0 <= start < end <= len(text)


def test_a_text_without_full_stops_is_no_one_report() -> None:
    text = "قال إن الأمر " + "طويل جدا و" * 50_000
    assert reported_at(text, len(text) - 10) == []
    assert reported_at(text, 10)[0][1] < 4_000
