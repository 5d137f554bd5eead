"""Surfaces whose ends are told: nothing that makes two of them differ there stays unseen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.ends import with_ends


@pytest.mark.parametrize(
    ("surface", "shown"),
    [
        ("بيروت", "بيروت"),
        (" بيروت\n", "␣بيروت␣"),
        ("\u200fبيروت", "‹U+200F›بيروت"),
        ("دمشق \n القديمة", "دمشق القديمة"),
        ("  ", "␣␣"),
        ("", ""),
    ],
)
def test_what_is_not_seen_at_an_end_has_a_sign(surface: str, shown: str) -> None:
    assert with_ends(surface) == shown


def test_a_long_surface_keeps_both_ends() -> None:
    shown = with_ends(f" {'أ' * 100}ب ")
    assert shown.startswith("␣أ")
    assert shown.endswith("ب␣")
    assert len(shown) < 40


@given(st.text(alphabet="اب ،\t\u200f", max_size=12))
def test_trimming_is_always_seen(surface: str) -> None:
    if surface != surface.strip():
        assert with_ends(surface) != with_ends(surface.strip())
