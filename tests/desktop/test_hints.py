"""Hints: which letters choose which thing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.desktop.hints import LETTERS, MOST, fitting, give, letters

COUNTS = st.integers(0, MOST)


@given(COUNTS)
def test_no_hint_is_the_beginning_of_another(count: int) -> None:
    hints = letters(count)
    assert len(set(hints)) == len(hints) == count
    singles = {hint for hint in hints if len(hint) == 1}
    assert not singles & {hint[0] for hint in hints if len(hint) > 1}
    assert {len(hint) for hint in hints} <= {1, 2}
    assert set("".join(hints)) <= set(LETTERS)


@given(COUNTS)
def test_as_many_as_can_have_one_letter(count: int) -> None:
    singles = sum(1 for hint in letters(count) if len(hint) == 1)
    # One more would leave too few letters to begin the hints of two.
    more = singles + 1
    assert more > min(count, len(LETTERS)) or (len(LETTERS) - more) * len(LETTERS) < count - more


def test_a_few_have_the_letters_under_the_fingers() -> None:
    assert letters(8) == list("FJDKSLAG")
    assert letters(26) == list(LETTERS)


@given(st.integers(0, 300), st.integers(0, 300), st.integers(0, 3))
def test_the_nearest_have_the_shortest(count: int, before: int, stepped: int) -> None:
    before = min(before, count)
    hints = give(range(count), before, stepped)
    assert set(hints) == set(range(count))
    by_arrow = range(before - stepped, before + stepped)
    sizes = {index: len(hint) for index, hint in hints.items() if index not in by_arrow}
    onward = [sizes[index] for index in range(before, count) if index in sizes]
    back = [sizes[index] for index in reversed(range(before)) if index in sizes]
    assert onward == sorted(onward)
    assert back == sorted(back)


def test_of_very_many_only_the_nearest_have_hints() -> None:
    hints = give(range(5000), 2500)
    assert len(hints) == MOST
    assert all(abs(index - 2500) <= MOST // 2 for index in hints)


def test_what_is_typed_narrows() -> None:
    hints = give(range(60), 30)
    two = next(hint for hint in hints.values() if len(hint) == 2)
    assert set(fitting(hints, "")) == set(hints)
    left = fitting(hints, two[0])
    assert 0 < len(left) < len(hints)
    assert len(fitting(hints, two)) == 1
    assert fitting(hints, two + "F") == {}


@pytest.mark.parametrize("count", [1, 25, 26, 60, 625])
def test_letters_can_be_kept_free(count: int) -> None:
    found = letters(count, without="R")
    assert len(set(found)) == len(found) == count
    assert not any("R" in hint for hint in found)
    assert not any(a != b and b.startswith(a) for a in found for b in found)
