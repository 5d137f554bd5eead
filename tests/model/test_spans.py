"""Spans that can exist are well-formed, and say truly what they cover."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.spans import BadSpan, Fragment, Span

FRAGMENTS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 9)).map(lambda one: (one[0], sum(one))),
    min_size=1,
    max_size=6,
)
SPANS = FRAGMENTS.map(Span.union)


def covered(fragments: list[Fragment] | tuple[Fragment, ...]) -> set[int]:
    """Every code point of the fragments."""
    return {place for start, end in fragments for place in range(start, end)}


@pytest.mark.parametrize(
    "fragments",
    [
        (),
        ((3, 3),),
        ((0, 0),),
        ((5, 2),),
        ((-1, 2),),
        ((0, 4), (3, 6)),
        ((5, 6), (0, 2)),
        ((0, 2), (0, 2)),
        ((0, 2), (2, 2)),
    ],
)
def test_what_is_no_span_cannot_be_built(fragments: tuple[Fragment, ...]) -> None:
    with pytest.raises(BadSpan):
        Span(fragments)


@given(st.lists(st.tuples(st.integers(-3, 12), st.integers(-3, 12)), max_size=4))
def test_a_span_is_refused_exactly_when_out_of_order(fragments: list[Fragment]) -> None:
    flat = [0, *(place for fragment in fragments for place in fragment)]
    ordered = all(left <= right for left, right in pairwise(flat))
    sound = bool(fragments) and ordered and all(start < end for start, end in fragments)
    if sound:
        assert Span(tuple(fragments)).fragments == tuple(fragments)
    else:
        with pytest.raises(BadSpan):
            Span(tuple(fragments))


def test_touching_fragments_stay_apart_when_given_so() -> None:
    span = Span(((0, 2), (2, 4)))
    assert span.fragments == ((0, 2), (2, 4))
    assert span.length == 4


@given(FRAGMENTS)
def test_union_covers_the_same_characters_in_as_few_fragments(fragments: list[Fragment]) -> None:
    span = Span.union(fragments)
    assert covered(span.fragments) == covered(fragments)
    ends = [end for _, end in span.fragments[:-1]]
    starts = [start for start, _ in span.fragments[1:]]
    assert all(end < start for end, start in zip(ends, starts, strict=True))
    assert Span.union(reversed(span.fragments)) == span


@given(SPANS, st.integers(0, 50), st.integers(1, 10))
def test_questions_agree_with_the_characters(span: Span, start: int, length: int) -> None:
    here = covered(span.fragments)
    assert span.length == len(here)
    assert (span.start, span.end) == (min(here), max(here) + 1)
    assert span.holds(start) == (start in here)
    assert span.overlaps(start, start + length) == bool(here & set(range(start, start + length)))


@given(SPANS, SPANS)
def test_covering_is_having_all_characters(one: Span, other: Span) -> None:
    assert one.covers(other) == (covered(one.fragments) >= covered(other.fragments))
    assert one.covers(one)


@given(SPANS)
def test_the_surface_has_the_characters_and_one_space_between_fragments(span: Span) -> None:
    text = "".join(chr(0x0627 + place % 20) for place in range(60))
    surface = span.surface(text)
    assert surface.split(" ") == [text[start:end] for start, end in span.fragments]


def test_spans_sort_by_where_they_lie() -> None:
    spans = [Span.of(4, 5), Span.of(0, 9), Span(((0, 2), (7, 9))), Span.of(0, 2)]
    assert sorted(spans) == [spans[3], spans[2], spans[1], spans[0]]


def test_a_refusal_names_the_fragments() -> None:
    with pytest.raises(BadSpan, match=r"\[\[5, 2\]\]"):
        Span.of(5, 2)
