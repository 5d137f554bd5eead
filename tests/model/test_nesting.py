"""What may lie in what: parts of a longer name, and labels that nest in themselves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.annotations import Entity
from annotator.model.nesting import in_the_way, nested_labels, parts
from annotator.model.spans import Span


def entity(start: int, end: int, label: str = "PERS") -> Entity:
    return Entity(label=label, span=Span.of(start, end))


@pytest.mark.parametrize(
    ("one", "other", "way"),
    [
        (entity(0, 4), entity(4, 8), False),
        (entity(0, 4), entity(2, 8), True),
        (entity(0, 4), entity(0, 4, "ORG"), True),
        (entity(0, 4), entity(0, 8), True),
        (entity(0, 8), entity(0, 4), True),
        (entity(0, 4), entity(0, 8, "ORG"), False),
    ],
    ids=["apart", "crossing", "the same words", "a part", "the whole", "in another label"],
)
def test_what_is_in_the_way(one: Entity, other: Entity, way: bool) -> None:
    assert in_the_way(one, other) is way


def test_where_the_label_nests_a_part_is_not_in_the_way() -> None:
    assert not in_the_way(entity(0, 4), entity(0, 8), {"PERS"})
    assert in_the_way(entity(0, 4), entity(2, 8), {"PERS"})


def test_what_a_broken_name_only_reaches_over_is_no_part_of_it() -> None:
    broken = Entity(label="DATE", span=Span(((0, 4), (20, 24))))
    assert list(parts([broken, entity(8, 12, "DATE")])) == []


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 9), st.sampled_from("XY"))))
def test_parts_are_those_that_another_holds(places: list[tuple[int, int, str]]) -> None:
    entities = [entity(start, start + size, label) for start, size, label in places]
    held = {
        (one.span, one.label)
        for one in entities
        for other in entities
        if one.label == other.label and one.span != other.span and other.span.covers(one.span)
    }
    assert {(one.span, one.label) for one in parts(entities)} == held
    assert nested_labels(entities) == {label for _, label in held}
