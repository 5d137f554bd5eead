"""Finding by a few letters: what is found, what is not, and what comes first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.fuzzy import Searchable, ranked, searchable
from annotator.text.normal import fold

COMMANDS = {
    "next-article": ("Next article", "المقال التالي"),
    "next-annotation": ("Next annotation", "التعليق التالي"),
    "normal-size": ("Normal text size", "حجم النص المعتاد"),
    "relation": ("Relation", "علاقة"),
    "person": ("Person", "شخص"),
    "operation": ("Operation", "عملية"),
    "undo": ("Undo", "تراجع"),
    "choose": ("Choose a label", "اختر تسمية"),
    "event": ("Event", "حدث"),
    "email": ("Send to everyone", "إرسال إلى الجميع"),
}


def found(typed: str, names: dict[str, tuple[str, ...]] = COMMANDS) -> list[str]:
    """The ids of what is found, the best first."""
    ids = list(names)
    return [ids[place] for place in ranked(typed, [searchable(one) for one in names.values()])]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("nart", "next-article"),  # beginnings of words
        ("nts", "normal-size"),
        ("next ann", "next-annotation"),
        ("annotation next", "next-annotation"),
        ("prsn", "person"),  # letters left out
        ("PERSON", "person"),
        ("مقال", "next-article"),  # behind the article ال
        ("المقال", "next-article"),
        ("مت", "next-article"),
        ("علاقه", "relation"),  # ة as ه
        ("عَلاقَة", "relation"),
        ("الى", "email"),  # without its hamza
        ("إرسال", "email"),
        ("تسميه", "choose"),
        ("per", "person"),  # before Operation, which has it inside
    ],
)
def test_the_best_comes_first(typed: str, first: str) -> None:
    assert found(typed)[0] == first


def test_the_ranks_are_in_their_order() -> None:
    names = {
        "gaps": ("m1o1n1",),
        "inside": ("lemon",),
        "initials": ("mother of nine",),
        "word": ("last money",),
        "first": ("money",),
        "whole": ("mon",),
    }
    assert found("mon", names) == ["whole", "first", "word", "initials", "inside", "gaps"]


def test_fewer_gaps_come_first_and_far_letters_are_not_found() -> None:
    names = {"far": ("xx a123b",), "wide": ("xx a12b",), "near": ("xx a1b",), "middle": ("xa1b",)}
    assert found("ab", names) == ["near", "wide"]


def test_what_is_equal_stays_in_its_order() -> None:
    assert found("next") == ["next-article", "next-annotation"]
    turned = dict(reversed(COMMANDS.items()))
    assert found("next", turned) == ["next-annotation", "next-article"]


def test_every_word_has_to_be_there() -> None:
    assert found("next zzz") == []
    assert found("zzz") == []


def test_a_key_alone_comes_first_in_both_layouts() -> None:
    entries = [
        searchable(["Place"], keys=["L", "م"]),
        searchable(["Organization"], keys=["O", "خ"]),
        searchable(["Person"], keys=["P", "ح"]),
        searchable(["Commands"], keys=["Ctrl+K"]),
    ]
    assert ranked("p", entries)[0] == 2
    assert ranked("ح", entries) == [2]
    assert ranked("ctrl+k", entries) == ranked("ctrl", entries) == [3]
    # ي and ى fold alike, but lie on two keys.
    assert ranked("ى", [searchable(["a"], keys=["ي"]), searchable(["b"], keys=["ى"])]) == [1]


def test_help_finds_less_and_comes_after_names() -> None:
    entries = [
        searchable(["Undo"], ["Take back the last edit of this article."]),
        searchable(["Article"], ["A text."]),
    ]
    assert ranked("article", entries) == [1, 0]
    assert ranked("take back", entries) == [0]
    assert ranked("rti", entries) == [1, 0]
    # No letters with gaps in a sentence, and no two letters inside it.
    assert ranked("tkbck", entries) == ranked("fe", entries) == []


def test_nothing_typed_finds_all() -> None:
    assert found("") == found("  ") == found("\u200f") == found("ّ") == list(COMMANDS)


def test_a_pasted_article_finds_nothing_and_takes_no_time() -> None:
    assert found("ضباب كثيف " * 20_000) == []
    assert found("a" * 10_000) == []


TEXTS = st.text(alphabet="abnرايالو ةهإ.-1", max_size=12)
ENTRIES = st.lists(st.lists(TEXTS, max_size=3), max_size=6)


@given(TEXTS, ENTRIES)
def test_what_is_found_has_every_letter_in_order(typed: str, entries: list[list[str]]) -> None:
    places = ranked(typed, [searchable(names) for names in entries])
    assert len(set(places)) == len(places)
    for place in places:
        texts = [" ".join(fold(name).split()) for name in entries[place]]
        for word in fold(typed).split():
            assert any(_in_order(word, text) for text in texts)


def _in_order(word: str, text: str) -> bool:
    letters = iter(text)
    return all(letter in letters for letter in word)


@given(ENTRIES.filter(any), st.data())
def test_a_part_of_a_word_finds_its_entry(entries: list[list[str]], data: st.DataObject) -> None:
    prepared: list[Searchable] = [searchable(names) for names in entries]
    place = data.draw(st.sampled_from([at for at, names in enumerate(entries) if names]))
    words = " ".join(entries[place]).split()
    if words:
        word = data.draw(st.sampled_from(words))
        start = data.draw(st.integers(0, len(word) - 1))
        end = data.draw(st.integers(start + 1, len(word)))
        assert place in ranked(word[start:end], prepared)
