"""What each mode finds in a text, and that the words looked up never lose a hit."""

from __future__ import annotations

import time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from annotator.text import matching
from annotator.text.matching import MODES, BadQuery, Mode, matcher, parts, split, stands_alone
from annotator.text.normal import fold, normalise
from tests.texts import SHORT

ODD = st.sampled_from([*"أإىةئـًَّﻻﷲß\u200d\u200f\u0301_²①Ⅷ"])
TEXTS = st.lists(st.one_of(ODD, st.characters(codec="utf-8")), max_size=40).map("".join)


def found(mode: Mode, wanted: str, text: str) -> list[str]:
    return [text[start:end] for start, end in matcher(mode, wanted)(text)]


@pytest.mark.parametrize(
    ("mode", "wanted", "text", "hits"),
    [
        ("normal", "محمد", "قال مُحَمَّدٌ، وقال مـحمد", ["مُحَمَّدٌ", "مـحمد"]),
        ("normal", "بوتين", "اجتمع ببوتين", ["بوتين"]),
        ("normal", "احمد", "أحمد وإحمد", ["أحمد", "إحمد"]),
        ("normal", "2026", "عام ٢٠٢٦", ["٢٠٢٦"]),
        ("normal", "الله", "عبدﷲ", ["ﷲ"]),
        ("exact", "محمد", "مُحَمَّدٌ محمد", ["محمد"]),
        ("exact", "أحمد", "احمد أحمد", ["أحمد"]),
        ("exact", "ُ", "مُحمد", ["ُ"]),
        ("word", "بوتين", "بوتين وببوتين بوتينية", ["بوتين", "بوتين"]),
        ("word", "رئيس الوزراء", "لرئيس الوزراء، رئيس الوزراءات", ["رئيس الوزراء"]),
        ("word", "بنت", "ابنت بنت", ["بنت"]),
        ("prefix", "بوت", "بوتين وبوتين سبوتنك", ["بوت", "بوت"]),
        ("regex", r"\d{4}-\d\d", "في 2026-03 ثم 26-03", ["2026-03"]),
        ("regex", "^قال", "قال\nقال", ["قال", "قال"]),
        ("regex", "x*", "ابج", []),
    ],
)  # fmt: skip
def test_modes(mode: Mode, wanted: str, text: str, hits: list[str]) -> None:
    assert found(mode, wanted, text) == hits


@pytest.mark.parametrize(
    ("text", "part", "alone"),
    [
        ("زار بوتين", "بوتين", True),
        ("اجتمع ببوتين", "بوتين", True),
        ("قالت الوزيرة", "الوزير", False),
        ("مع وزيرِه", "وزير", True),
        ("في كتابهما.", "كتاب", True),
        ("رئيس الوزراء", "رئيس الوزراء", True),
        ("رئيس الوزراء", "رئيس الوز", False),
        ("ابنت", "بنت", False),
        ("الوزير", "وزير", False),
        ("للوزارة", "وزارة", False),
        ("ولوزارة", "وزارة", True),
    ],
)
def test_what_stands_alone(text: str, part: str, alone: bool) -> None:
    start = text.index(part)
    assert stands_alone(text, start, start + len(part)) is alone


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("wanted", ["", " \t", "ا" * 1001, "ا" * 10_000, "a\0b"])
def test_what_cannot_be_asked_is_one_sentence(mode: Mode, wanted: str) -> None:
    with pytest.raises(BadQuery) as refused:
        matcher(mode, wanted)
    assert str(refused.value).count(".") == 1


@pytest.mark.parametrize("wanted", ["ـَ", "\u200f"])
def test_marks_alone_are_nothing_to_look_for(wanted: str) -> None:
    with pytest.raises(BadQuery, match="only marks"):
        matcher("normal", wanted)


@pytest.mark.parametrize(
    "pattern",
    ["(", "[[:", "a{2,1}", "(" * 900, "(?P<a", r"\p{Nothing}", "*", "(?:(?:a{999}){999}){999}"],
)
def test_what_is_no_regular_expression(pattern: str) -> None:
    begun = time.monotonic()
    with pytest.raises(BadQuery):
        matcher("regex", pattern)
    # Far from any machine's speed: written out, the last one would take minutes.
    assert time.monotonic() - begun < 20


@pytest.mark.parametrize("pattern", ["(ا+)+$", "(?R)", "(ا|ا?)+$"])
def test_an_expression_that_explodes_ends_with_a_sentence(pattern: str) -> None:
    with pytest.raises(BadQuery, match="too long"):
        list(matcher("regex", pattern)("ا" * 5000 + "ج"))


def test_many_slow_texts_use_the_time_of_a_search_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matching, "SECONDS_A_SEARCH", 0.0)
    with pytest.raises(BadQuery, match="the search was stopped"):
        list(matcher("regex", "ا")("ا"))


@given(TEXTS, st.data(), st.sampled_from(("normal", "exact", "word", "prefix")))
def test_hits_are_what_was_asked_for(text: str, data: st.DataObject, mode: Mode) -> None:
    start = data.draw(st.integers(0, len(text)))
    wanted = text[start : data.draw(st.integers(start, min(len(text), start + 8)))]
    assume(fold(wanted).strip() and "\0" not in wanted)
    hits = list(matcher(mode, wanted)(text))
    for begin, end in hits:
        assert fold(text[begin:end]) == fold(wanted)
        assert mode != "exact" or text[begin:end] == wanted
        assert 0 <= begin < end <= len(text)
    if mode in ("normal", "exact"):
        assert hits
    else:
        assert set(hits) <= set(matcher("normal", wanted)(text)), "only fewer than anywhere"


@given(st.one_of(TEXTS, SHORT), st.data(), st.sampled_from(("normal", "exact", "word", "prefix")))
def test_a_text_with_a_hit_has_words_with_all_parts(
    text: str, data: st.DataObject, mode: Mode
) -> None:
    start = data.draw(st.integers(0, len(text)))
    wanted = text[start : data.draw(st.integers(start, min(len(text), start + 8)))]
    assume(fold(wanted).strip() and "\0" not in wanted)
    if not list(matcher(mode, wanted)(text)):
        return
    words = split(normalise(text).text)
    for part in parts(mode, wanted):
        assert any(
            part.text in word
            and (not part.starts or word.startswith(part.text))
            and (not part.ends or word.endswith(part.text))
            for word in words
        )


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        ("محمد.+وزير", {"محمد", "وزير"}),
        ("^أحمد$", {"احمد"}),
        ("بيروت*", {"بيرو"}),
        ("محمد|خالد", set()),
        ("(محمد)?", set()),
        (r"\bمحمد", set()),
        ("[محمد]", set()),
        ("مُ*حمد", {"م", "حمد"}),
    ],
)
def test_what_every_match_of_an_expression_has(pattern: str, needed: set[str]) -> None:
    assert {part.text for part in parts("regex", pattern)} == needed


PIECES = st.sampled_from([*"محمدوزير", "\u064e", ".", "*", "+", "^", " ", "ﷲ", "ß"])


@given(st.lists(PIECES, max_size=8), SHORT)
def test_a_text_that_an_expression_matches_has_what_every_match_has(
    pieces: list[str], text: str
) -> None:
    pattern = "".join(pieces)
    try:
        hits = list(matcher("regex", pattern)(text))
    except BadQuery:
        return
    words = split(normalise(text).text)
    for part in parts("regex", pattern) if hits else ():
        assert any(part.text in word for word in words)
