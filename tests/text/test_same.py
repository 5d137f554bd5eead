"""Where a string occurs again: in whole words, behind particles, and nowhere else."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.clitics import proclitic_cuts
from annotator.text.normal import fold, normalise
from annotator.text.same import Needle, is_sure, needle_at, occurrences
from annotator.text.tokens import word_at, words
from tests.texts import PIECES

_WORDS = (
    "وزارة",
    "الوزارة",
    "لبنان",
    "الليل",
    "ليل",
    "بيروت",
    "بَيْروت",
    "الله",
    "مـــصر",
    "٣٫٥",
    "Nova",
)
_PARTICLES = ("", "و", "ب", "ل", "لل", "وال", "وبال", "فل", "س", "كال", "وَ", "لِ")
_ARABIC = st.lists(
    st.tuples(
        st.sampled_from(_PARTICLES),
        st.sampled_from(_WORDS),
        st.sampled_from((" ", "\u00a0 ", "، ", "\n")),
    ),
    min_size=1,
    max_size=12,
).map(lambda parts: "".join("".join(part) for part in parts))
_ANY = st.lists(st.sampled_from((*PIECES, *_WORDS, *_PARTICLES)), min_size=1, max_size=25).map(
    "".join
)
TEXTS = st.one_of(_ARABIC, _ANY)


def found(needle: str, text: str) -> list[str]:
    """The occurrences of a string as they are written in a text."""
    return [text[start:end] for start, end in occurrences(Needle.of(needle), normalise(text))]


@pytest.mark.parametrize(
    ("needle", "text", "places"),
    [
        ("بيروت", "بيروت وبيروت فببيروت سبيروت بوبيروت", ["بيروت", "بيروت", "بيروت"]),
        ("بيروت", "بَيْروتُ، وبيــروت؛ بيروتـ", ["بَيْروتُ", "بيــروت", "بيروتـ"]),
        ("بيروت", "بيروتي البيروتي بيروتها xبيروت", []),
        ("مُحَمَّدٌ", "محمد ومحمّد المحمد", ["محمد", "محمّد"]),
        ("أحمد", "احمد لأحمد ٱحمد", ["احمد", "أحمد", "ٱحمد"]),
        ("الوزارة", "بالوزارة والوزارة كالوزاره", ["الوزارة", "الوزارة", "الوزاره"]),
        ("الوزارة", "للوزارة وللوزارة لِلوزارة", ["لوزارة", "لوزارة", "لوزارة"]),
        ("الوزارة", "وزارة لوزارة بوزارة", []),
        ("وزارة", "وزارة لوزارة الوزارة للوزارة", ["وزارة", "وزارة"]),
        ("لبنان", "للبنان ولبنان اللبنان", ["لبنان", "لبنان"]),
        ("الليل", "الليل لليل لليلة", ["الليل", "ليل"]),
        ("الله", "والله لله بالله", ["الله", "له", "الله"]),
        ("وزارة الخارجية", "بوزارة  الخارجيّة وزارة\u00a0الخارجية",
         ["وزارة  الخارجيّة", "وزارة\u00a0الخارجية"]),
        ("وزارة الخارجية", "وزارة\nالخارجية وزارة والخارجية وزارة، الخارجية", []),
        ("الأمم المتحدة", "للأمم المتحدة", ["لأمم المتحدة"]),
        ("(Solar Next)", "SOLAR NEXT (solar\tnext)", ["(solar\tnext)"]),
        ("٢٠٢٥", "2025 ۲۰۲۵ 12025 و2025", ["2025", "۲۰۲۵", "2025"]),
        ("يكتب", "سيكتب وسيكتب يكتب", ["يكتب", "يكتب", "يكتب"]),
        ("U.S", "U.S. U.S.A", ["U.S"]),
        ("a.*", "a.b a.*", ["a.*"]),
        ("لا", "\ufefb ول\u0627 \ufefbت", ["\ufefb", "ل\u0627"]),
    ],
)  # fmt: skip
def test_found(needle: str, text: str, places: list[str]) -> None:
    assert found(needle, text) == places


@pytest.mark.parametrize("needle", ["", " ", "\u064b\u064b", "\u200f", "ـ"])
def test_nothing_is_found_nowhere(needle: str) -> None:
    assert not Needle.of(needle)
    assert found(needle, "بيروت ـ ") == []


def test_a_place_in_a_ligature_is_no_place() -> None:
    # The sign of ﷲ is one character; half of it cannot be marked.
    assert found("له", "\ufdf2") == []
    assert found("الله", "\ufdf2") == ["\ufdf2"]


@pytest.mark.parametrize(
    ("text", "needle"),
    [
        ("[ل]لوزارة، والوزارة", "الوزاره"),
        ("[ل]لوزارة، ووزارة", "الوزاره"),
        ("[ل]لبنان", "لبنان"),
        ("[ول]لجامعة", "الجامعه"),
        ("[ل]ليل، والليل", "الليل"),
        ("[ل]لبنان، ولبنان", "لبنان"),
        ("[و]لوزارة، والوزارة", "لوزاره"),
        ("[]لبنان والبنان", "لبنان"),
    ],
)
def test_a_name_behind_lam_is_read_as_the_text_has_it_elsewhere(text: str, needle: str) -> None:
    before, _, rest = text.removeprefix("[").partition("]")
    text = before + rest
    word = word_at(text, 0)
    assert word is not None
    assert needle_at(text, len(before), word[1]).text == needle


@pytest.mark.parametrize(
    ("needle", "word", "sure"),
    [
        ("بيروت", "بيروت", True), ("بيروت", "وبيروت", True), ("بيروت", "فببيروت", True),
        ("زيد", "وزيد", True), ("مال", "بمال", True), ("لبنان", "للبنان", True),
        ("الوزارة", "للوزارة", True), ("٢٠٢٥", "و٢٠٢٥", True),
        ("ليد", "وليد", False), ("لال", "بلال", False), ("مال", "كمال", False),
        ("ائل", "وائل", False), ("بنان", "لبنان", False),
    ],
)  # fmt: skip
def test_what_is_sure(needle: str, word: str, sure: bool) -> None:
    ((start, _),) = occurrences(Needle.of(needle), normalise(word))
    assert is_sure(Needle.of(needle), word, start) is sure


@given(TEXTS, st.data())
def test_a_match_is_whole_words_and_folds_to_the_needle(text: str, data: st.DataObject) -> None:
    seen = list(words(text))
    if not seen:
        return
    start, _ = data.draw(st.sampled_from(seen))
    _, end = data.draw(st.sampled_from([word for word in seen if word[0] >= start][:3]))
    needle = Needle.of(text[start:end])
    places = list(occurrences(needle, normalise(text)))
    for left, right in places:
        folded = " ".join(part for part in fold(text[left:right]).split(" ") if part)
        assert folded in (needle.text, needle.without_alef)
        first, last = word_at(text, left), word_at(text, right - 1)
        assert first is None or left == first[0] or left in proclitic_cuts(text, *first)
        assert last is None or right == last[1]
        if folded != needle.text:
            assert first is not None
            assert fold(text[first[0] : left]).endswith("ل")
    for (_, right), (left, _) in pairwise(places):
        assert right <= left
    # What was looked for is found where it was taken from, or a match just before takes part of it.
    if needle:
        assert any(left < end and start < right for left, right in places)


@given(_ARABIC, st.sampled_from(_WORDS))
def test_no_whole_word_is_missed(text: str, word: str) -> None:
    needle = Needle.of(word)
    places = set(occurrences(needle, normalise(text)))
    for start, end in words(text):
        if Needle.of(text[start:end]) == needle:
            assert (start, end) in places
