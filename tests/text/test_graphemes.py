"""Clusters are those of UAX #29, wherever in a text of whatever length one asks."""

from __future__ import annotations

from itertools import pairwise

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.text import graphemes
from tests.texts import TEXTS


def clusters(text: str) -> list[tuple[int, int]]:
    """All clusters of the text, found from its beginning."""
    return [match.span() for match in regex.finditer(r"\X", text)]


def by_position(text: str) -> dict[int, tuple[int, int]]:
    """The cluster of each code point."""
    return {place: one for one in clusters(text) for place in range(*one)}


@given(TEXTS)
def test_boundaries_are_all_there_are(text: str) -> None:
    edges = graphemes.boundaries(text)
    assert edges[-1] == len(text)
    assert list(pairwise(edges)) == clusters(text)


@settings(max_examples=60)
@given(TEXTS, st.data())
def test_every_position_has_its_cluster(text: str, data: st.DataObject) -> None:
    expected = by_position(text)
    places = data.draw(st.lists(st.integers(0, max(0, len(text) - 1)), max_size=12)) if text else []
    for place in places:
        start, end = expected[place]
        assert graphemes.cluster(text, place) == (start, end)
        assert graphemes.following(text, place) == end
        before = expected[place - 1][0] if place else 0
        assert graphemes.preceding(text, place) == before


@settings(max_examples=60)
@given(TEXTS, st.data())
def test_snapping_takes_whole_clusters_and_no_more(text: str, data: st.DataObject) -> None:
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    expected = by_position(text)
    snapped = graphemes.snap(text, start, end)
    assert snapped == (expected[start][0], expected[end - 1][1])
    assert graphemes.snap(text, *snapped) == snapped


@given(TEXTS)
def test_stepping_forward_visits_every_boundary(text: str) -> None:
    place, visited = 0, [0]
    while place < min(len(text), 60):
        place = graphemes.following(text, place)
        visited.append(place)
    assert visited == list(graphemes.boundaries(text)[: len(visited)])


@given(TEXTS)
def test_stepping_back_visits_every_boundary(text: str) -> None:
    place, visited = len(text), [len(text)]
    while place > max(0, len(text) - 60):
        place = graphemes.preceding(text, place)
        visited.append(place)
    assert visited == list(graphemes.boundaries(text)[::-1][: len(visited)])


@pytest.mark.parametrize("letter", ["مُّ", "👨‍👩‍👧", "🇱🇧", "👍🏽", "\r\n", "e\u0301"])
def test_a_letter_is_never_cut(letter: str) -> None:
    text = f"ا{letter}ب"
    for place in range(1, 1 + len(letter)):
        assert graphemes.cluster(text, place) == (1, 1 + len(letter))


def test_beyond_the_end_there_is_nothing() -> None:
    assert graphemes.cluster("مصر", 3) == (3, 3)
    assert graphemes.cluster("مصر", 9) == (3, 3)
    assert graphemes.following("مصر", 3) == 3
    assert graphemes.preceding("مصر", 0) == 0
    assert graphemes.snap("مصر", 1, 1) == (1, 1)


def test_whole_texts_are_not_kept_by_the_thousand() -> None:
    graphemes._edges.cache_clear()
    for number in range(50):
        text = f"{number} " + "قالَ " * 100
        assert len(graphemes.boundaries(text)) == len(text) - 100 + 1
        assert graphemes.boundaries(text) is graphemes.boundaries(text)
    assert graphemes._edges.cache_info().currsize == 0
    assert graphemes._edges_of_long.cache_info().currsize <= 8
