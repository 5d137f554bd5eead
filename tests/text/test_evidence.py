"""The words of a text, gathered in steps or at once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text import evidence
from annotator.text.normal import fold
from annotator.text.tokens import words

TEXTS = st.text(st.sampled_from("وبكتاب ـَُّ\n\u200f\u0301a’.ﻻ1٢"), max_size=80)


@given(TEXTS, st.integers(1, 12))
def test_words_are_the_same_in_whatever_parts_a_text_is_read(text: str, part: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(evidence, "_PART", part)
        evidence.standing.cache_clear()
        for _ in evidence.gathering(text):
            pass
        found = evidence.standing(text)
    evidence.standing.cache_clear()
    folded = fold(text)
    assert found == {folded[start:end] for start, end in words(folded)}


def test_gathering_takes_steps_and_leaves_nothing_to_do() -> None:
    text = "بيروت زارت عمّان " * 2_000
    assert sum(1 for _ in evidence.gathering(text)) > 5
    read = evidence.standing.cache_info().misses
    assert evidence.standing(text) == {"بيروت", "زارت", "عمان"}
    assert evidence.standing.cache_info().misses == read
