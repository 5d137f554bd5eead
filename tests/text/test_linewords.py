"""Words that are remembered by line are those that the text has, at every place of it."""

from __future__ import annotations

from bisect import bisect_right

from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.text import linewords, tokens
from annotator.text.normal import fold
from annotator.text.reported import is_that, thats
from annotator.text.sentences import line_at, lines, lines_within

PIECES = [
    "قال",
    "أنّ",
    "وبأنه",
    "ـ",
    "3",
    ".",
    "٫5",
    "\u200f",
    " ",
    " ",
    "\n",
    "\r\n",
    "€",
    "x’s",
    "،",
    "ﷲ",
]
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.characters()), max_size=25).map("".join)


@settings(max_examples=200)
@given(TEXTS)
def test_every_place_has_the_same_words_beside_it(text: str) -> None:
    for place in range(len(text) + 1):
        assert linewords.word_at(text, place) == tokens.word_at(text, place)
        assert linewords.word_before(text, place) == tokens.word_before(text, place)
        assert linewords.word_after(text, place) == tokens.word_after(text, place)


@given(TEXTS)
def test_words_are_folded_like_each_on_its_own(text: str) -> None:
    assert list(linewords.words_of_text(text)) == list(tokens.words(text))
    for row in lines(text):
        line = linewords.words_of_line(text, row.start, row.end)
        assert line.folded == tuple(fold(text[start:end]) for start, end in line.spans)


@given(TEXTS, st.data())
def test_a_range_has_the_lines_and_the_thats_that_lie_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    rows = lines(text)
    assert line_at(text, start) == max(0, bisect_right([row.start for row in rows], start) - 1)
    meeting = [row for row in rows if row.start < end and row.end > start]
    assert set(meeting) <= set(lines_within(text, start, end))
    assert thats(text, start, end) == [
        (first, last)
        for first, last in tokens.words(text)
        if start <= first and last <= end and is_that(text[first:last])
    ]
