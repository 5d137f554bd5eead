"""Which chains of particles a word could begin with."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from annotator.text.clitics import proclitic_cuts
from annotator.text.graphemes import boundaries
from annotator.text.tokens import words
from tests.texts import TEXTS


def pieces(word: str) -> str:
    """The word with a bar at every cut."""
    cuts = (0, *proclitic_cuts(word, 0, len(word)), len(word))
    return "|".join(word[left:right] for left, right in pairwise(cuts))


@pytest.mark.parametrize(
    "expected",
    [
        "و|ب|يروت", "ب|بيروت", "ف|ال|قاهرة", "و|ب|ال|وزارة", "ف|ل|ل|وزارة", "ل|ل|وزارة",
        "و|ك|تونس", "و|ل|يد", "ال|أردن", "س|يقول", "و|س|نعلن", "سوريا", "أو", "إلى", "ل|أوكرانيا",
        "و|320", "ب|Reuters", "لـ|ل|يلى", "ب|الـ|مدينة", "لـ\u200f|مصر", "وَ|بِ|الْ|بيت", "لِ|لْ|بيت",
        "ٱل|بيت", "وُلد", "بَيروت", "ؤ", "وٕل", "و", "لـ", "ب|ال", "Beirut", "ﻭ|ﺑ|يروت", "ﻷردن",
    ],
)  # fmt: skip
def test_where_a_chain_could_end(expected: str) -> None:
    assert pieces(expected.replace("|", "")) == expected


@given(TEXTS)
def test_cuts_lie_inside_the_word_between_letters(text: str) -> None:
    edges = set(boundaries(text))
    for start, end in words(text):
        cuts = proclitic_cuts(text, start, end)
        assert list(cuts) == sorted({cut for cut in cuts if start < cut < end and cut in edges})
