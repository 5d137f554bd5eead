"""The vocabulary: its file is what its head says, and words are known, also by endings."""

from __future__ import annotations

import re
import tomllib

import pytest

from annotator.resources import resource
from annotator.text.normal import fold
from annotator.text.vocabulary import Known, vocabulary

LISTS: dict[str, str] = tomllib.loads(resource("lexicon", "words.toml").read_text("utf-8"))
_WORD = re.compile(r"[ء-غف-ي]+")
_PAIR = re.compile(r"[ء-غف-ي]+/[ء-غف-ي]+")


@pytest.mark.parametrize("name", LISTS)
def test_a_list_has_words_and_nothing_else(name: str) -> None:
    wanted = _PAIR if name == "verbs" else _WORD
    assert [word for word in LISTS[name].split() if not wanted.fullmatch(word)] == []


def test_whole_words_begin_with_letters_of_particles() -> None:
    """Others cannot be mistaken, so they would be of no use there."""
    assert [word for word in LISTS["whole"].split() if word[0] not in "وفبكلس"] == []


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("بيروت", Known.EXACTLY),
        ("لبنانيين", Known.BY_ENDING),
        ("فرنسية", Known.BY_ENDING),
        ("ليبيون", Known.BY_ENDING),
        ("سفارات", Known.BY_ENDING),
        ("وزيرا", Known.BY_ENDING),
        ("ببيروت", Known.NOT),
        ("يدان", Known.NOT),
        ("", Known.NOT),
    ],
)
def test_how_a_word_is_known(word: str, known: Known) -> None:
    assert vocabulary().knows(fold(word)) is known


@pytest.mark.parametrize("word", ["لبناني", "لبنانية", "مصريون", "نرويجي", "سعودية", "خليجية"])
def test_adjectives_of_nations_are_known(word: str) -> None:
    assert vocabulary().is_nation(fold(word))


@pytest.mark.parametrize("word", ["لبنان", "ليبيا", "سوريا", "دولي", "وزير", "مالي", "مدينة", ""])
def test_other_words_are_no_adjectives_of_nations(word: str) -> None:
    assert not vocabulary().is_nation(fold(word))


def test_verbs_have_their_forms() -> None:
    forms = {"يلتقي", "التقت", "سيلتقي", "أكدوا", "يستضيف", "بيروت"}
    assert {form for form in forms if fold(form) in vocabulary().verbs} == forms - {
        "سيلتقي",
        "بيروت",
    }
