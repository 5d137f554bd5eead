"""Tokens and tags: nothing of a text is lost in them, and what goes in as spans comes out again."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.base import SCHEMES, Scheme
from annotator.formats.tags import BadRuns, Fault, Run, levels, runs, scheme_of, tags
from annotator.formats.tokens import covered, grown, tokens, whole_text, whole_tokens
from annotator.model.spans import Span
from tests.texts import SHORT


def forms(text: str, *spans: Span, cut: bool = True) -> list[str]:
    """The tokens with a + in front of those that are joined to the one before."""
    return [
        ("+" if one.joined else "") + text[one.start : one.end]
        for one in tokens(text, spans, cut=cut)
    ]


def test_words_punctuation_and_what_is_joined() -> None:
    text = "قال محمد: «نعم» (320 مليون)."
    assert forms(text, cut=False) == [
        "قال", "محمد", "+:", "«", "+نعم", "+»", "(", "+320", "مليون", "+)", "+.",
    ]  # fmt: skip


def test_particles_and_pronouns_are_cut_off_and_the_article_is_not() -> None:
    assert forms("وأضافت أن بلادها لبناء الطاقة") == [
        "و", "+أضافت", "أن", "بلاد", "+ها", "ل", "+بناء", "الطاقة",
    ]  # fmt: skip
    assert forms("وليد وبعد وزارة") == ["وليد", "و", "+بعد", "وزارة"]


def test_words_are_cut_at_the_edges_of_spans() -> None:
    text = "قالت ديبورا"
    assert forms(text, Span.of(5, 8)) == ["قالت", "ديب", "+ورا"]
    assert forms(text, Span.of(5, 8), cut=False) == ["قالت", "ديبورا"]


def test_what_cannot_be_seen_goes_with_its_neighbour() -> None:
    assert forms("\u200fقال\u200f: نعم", cut=False) == ["\u200fقال\u200f", "+:", "نعم"]
    assert forms(" \u200f ") == ["\u200f"]


@st.composite
def spanned(draw: st.DrawFn) -> tuple[str, list[Span]]:
    """A text and spans of it, in one or two fragments."""
    text = draw(SHORT.filter(bool))
    places = st.integers(0, len(text))
    found = []
    for _ in range(draw(st.integers(0, 4))):
        a, b, c, d = sorted(draw(st.tuples(places, places, places, places)))
        fragments = [(start, end) for start, end in ((a, b), (c, d)) if start < end]
        if fragments:
            found.append(Span.union(fragments))
    return text, found


@given(spanned())
def test_every_character_but_white_space_is_in_one_token(case: tuple[str, list[Span]]) -> None:
    text, spans = case
    for cut in (True, False):
        found = tokens(text, spans, cut=cut)
        assert "".join(text[one.start : one.end] for one in found) == "".join(text.split())
        assert all(one.start < one.end for one in found)
        for before, one in pairwise(found):
            assert before.end <= one.start
            assert one.joined == (before.end == one.start)


@given(spanned())
def test_cut_tokens_end_where_spans_end(case: tuple[str, list[Span]]) -> None:
    text, spans = case
    found = tokens(text, spans)
    for span in spans:
        inside = covered(span, found)
        letters = [i for token in inside for i in range(found[token].start, found[token].end)]
        wanted = [i for start, end in span.fragments for i in range(start, end)]
        assert [i for i in letters if not text[i].isspace()] == [
            i for i in wanted if not text[i].isspace()
        ]


@given(spanned())
def test_a_grown_span_is_whole_tokens_and_covers_the_span(case: tuple[str, list[Span]]) -> None:
    text, spans = case
    pieces = whole_tokens(text)
    starts, ends = {start for start, _ in pieces}, {end for _, end in pieces}
    for span in spans:
        whole = grown(span, pieces)
        visible = [i for i in range(len(text)) if span.holds(i) and not text[i].isspace()]
        if whole is None:
            assert not visible
            continue
        assert all(whole.holds(i) for i in visible)
        assert whole.start in starts
        assert whole.end in ends


@given(spanned())
def test_a_text_of_tokens_has_the_same_tokens(case: tuple[str, list[Span]]) -> None:
    text, spans = case
    found = tokens(text, spans)
    given = [text[one.start : one.end] for one in found]
    made, again = whole_text(given, [one.joined for one in found])
    assert [made[one.start : one.end] for one in again] == given
    assert [one.joined for one in again] == [one.joined for one in found]
    assert made.split() == text.split()


@st.composite
def flat_runs(draw: st.DrawFn) -> tuple[int, list[Run]]:
    """How many tokens there are, and runs of them that do not overlap."""
    length, found, at = draw(st.integers(0, 12)), [], 0
    while at < length and draw(st.booleans()):
        first = draw(st.integers(at, length - 1))
        last = draw(st.integers(first, length - 1))
        found.append(Run(first, last, draw(st.sampled_from(["PER", "LOC", "B-I", "O"]))))
        at = last + 1
    return length, found


@pytest.mark.parametrize("scheme", SCHEMES)
@given(case=flat_runs())
def test_runs_come_back_from_their_tags(scheme: Scheme, case: tuple[int, list[Run]]) -> None:
    length, given = case
    row = tags(length, given, scheme)
    assert len(row) == length
    assert runs(row, scheme) == (given, [])


@given(st.lists(flat_runs(), max_size=5), st.sampled_from(SCHEMES))
def test_the_scheme_that_is_told_reads_the_tags(
    cases: list[tuple[int, list[Run]]], scheme: Scheme
) -> None:
    rows = [tags(length, given, scheme) for length, given in cases]
    told = scheme_of(rows)
    assert [runs(row, told) for row in rows] == [(given, []) for _, given in cases]


def test_the_three_schemes() -> None:
    given = [Run(0, 1, "PER"), Run(2, 2, "PER"), Run(4, 4, "LOC")]
    assert tags(5, given, "IOB2") == ["B-PER", "I-PER", "B-PER", "O", "B-LOC"]
    assert tags(5, given, "IOB1") == ["I-PER", "I-PER", "B-PER", "O", "I-LOC"]
    assert tags(5, given, "BIOES") == ["B-PER", "E-PER", "S-PER", "O", "S-LOC"]


def test_dirty_tags_are_named_and_read_as_they_are_meant() -> None:
    found, faults = runs(["I-PER", "I-PER", "X-PER", "B-", "I-LOC", "I-PER", ""])
    assert found == [Run(0, 1, "PER"), Run(4, 4, "LOC"), Run(5, 5, "PER")]
    assert faults == [
        Fault(0, "I-PER"), Fault(2, "X-PER"), Fault(3, "B-"), Fault(4, "I-LOC"), Fault(5, "I-PER"),
        Fault(6, ""),
    ]  # fmt: skip


@given(st.lists(st.text("BIOESLU-?x", max_size=4), max_size=12), st.sampled_from(SCHEMES))
def test_any_row_of_tags_is_read(row: list[str], scheme: Scheme) -> None:
    found, faults = runs(row, scheme)
    assert all(0 <= one.first <= one.last < len(row) for one in found)
    assert all(row[fault.token] == fault.tag for fault in faults)
    assert scheme_of([row]) in SCHEMES


def test_runs_that_overlap_are_laid_in_levels_and_in_one_refused() -> None:
    outer, inner, crossing = Run(0, 4, "ORG"), Run(1, 2, "GPE"), Run(3, 6, "LOC")
    assert levels([inner, crossing, outer]) == [[outer], [inner, crossing]]
    with pytest.raises(BadRuns):
        tags(7, [outer, inner])
