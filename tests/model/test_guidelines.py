"""Guideline pages: what can be one, which heading is about a label, and those of the presets."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model import labelfile
from annotator.model.annotations import QUOTE_TYPES
from annotator.model.guidelines import (
    LONGEST,
    BadPage,
    GuidelinePage,
    best_heading,
    checked,
    in_language,
    mentions,
)
from annotator.resources import resource

PRESETS = labelfile.presets(resource("labels"))


@pytest.mark.parametrize(
    ("heading", "name", "expected"),
    [
        ("PERS شخص", "PERS", True),
        ("شخص (PERS)", "PERS", True),
        ("PERSON شخص", "PERS", False),
        ("HOLDS_OFFICE يشغل", "OFFICE", False),
        ("PART-WHOLE.Subsidiary تابع", "PART-WHOLE.Subsidiary", True),
        ("PART-WHOLE.Subsidiary تابع", "PART-WHOLE", False),
        ("Why PERS, and not OCC", "OCC", True),
        ("This is about PERS.", "PERS", True),
        ("indirect غير مباشر", "direct", False),
        ("pers", "PERS", False),
        ("a.b", "a+b", False),
    ],
)
def test_a_heading_mentions_a_label_as_a_word(heading: str, name: str, expected: bool) -> None:
    assert mentions(heading, name) == expected


def test_the_heading_that_says_least_besides_begins_the_section() -> None:
    headings = ["PERS and OCC", "OCC", "PERS شخص", "PERS شخص"]
    assert best_heading(headings, "PERS") == 2
    assert best_heading(headings, "OCC") == 1
    assert best_heading(headings, "GPE") is None
    assert best_heading([], "GPE") is None


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (GuidelinePage("guidelines", "ar", " \n"), "is empty"),
        (GuidelinePage("guidelines", "ar", "ا" * (LONGEST + 1)), "200000 are the most"),
        (GuidelinePage("guidelines", "ar", "ab\0"), "Character 2"),
        (GuidelinePage("guidelines", "ar", "\ud800"), "Character 0"),
        (GuidelinePage("../x", "ar", "a"), "cannot be called"),
        (GuidelinePage("", "ar", "a"), "cannot be called"),
    ],
)
def test_what_can_be_no_page_is_refused_with_one_sentence(page: GuidelinePage, reason: str) -> None:
    with pytest.raises(BadPage, match=reason):
        checked(page)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
def test_every_other_text_is_a_page_as_it_is(text: str) -> None:
    page = GuidelinePage("quotes", "en", text)
    if text.strip():
        assert checked(page) is page


def test_the_other_language_is_better_than_nothing() -> None:
    arabic, english = GuidelinePage("a", "ar", "x"), GuidelinePage("b", "en", "y")
    assert in_language([english, arabic], "ar") == [arabic]
    assert in_language([english], "ar") == [english]


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("labels", PRESETS, ids=lambda one: one.name)
def test_the_presets_say_something_of_each_of_their_labels(
    labels: labelfile.LabelSet, language: str
) -> None:
    path = Path(resource("guidelines", labels.name, f"{language}.md"))
    text = path.read_text("utf-8")
    headings = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    sections = re.split(r"^#+ .*$", text, flags=re.MULTILINE)[1:]
    names = [one.name for one in (*labels.entities, *labels.relations)] + list(QUOTE_TYPES)
    example = "مثال" if language == "ar" else "Example"
    for name in names:
        place = best_heading(headings, name)
        assert place is not None, f"{path} has no section about {name}"
        assert headings[place].startswith(name)
        assert len(sections[place].split()) >= 8, name
        if labels.relation(name) is not None:
            assert example in sections[place], name


@pytest.mark.parametrize("labels", PRESETS, ids=lambda one: one.name)
def test_the_presets_name_only_labels_that_they_have(labels: labelfile.LabelSet) -> None:
    every = {one.name for preset in PRESETS for one in (*preset.entities, *preset.relations)}
    own = {one.name for one in (*labels.entities, *labels.relations)}
    for language in ("ar", "en"):
        text = Path(resource("guidelines", labels.name, f"{language}.md")).read_text("utf-8")
        said = set(re.findall(r"\b[A-Z]{3,}(?:_[A-Z]+)*\b", text))
        assert said & every <= own
