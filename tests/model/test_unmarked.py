"""What is still to be marked of an entity's string."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model import edits
from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Entity
from annotator.model.edits import Edit
from annotator.model.same import unmarked
from annotator.text.same import Needle
from tests.notation import annotated

_PARTS = ("[{}|GPE]", "[{}|ORG]", "[بلدية {}|ORG]", "[مدينة {}|GPE]", "و{}", "ل[{}|GPE]",
          "{}", "{}ي",
          "[في {} و|direct]", "«{}»", "[[{}|ORG] ثم [{}|GPE]|DATE]")  # fmt: skip
LINES = st.lists(st.sampled_from(_PARTS), max_size=8).map(
    lambda parts: " ".join(["[بيروت|GPE]", *parts]).replace("{}", "بيروت")
)


def places(article: AnnotatedArticle) -> list[tuple[str, bool]]:
    """Each place with the letter before it, and whether it is chosen."""
    (first, *_) = article.entities
    found = unmarked(article, Needle.of(first.span.surface(article.text)), first.label)
    return [(article.text[one.span.start - 1 : one.span.end], one.chosen) for one in found]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("[بيروت|GPE] بيروت", [(" بيروت", True)]),
        ("[بيروت|GPE] و[بيروت|GPE] لبيروت", [("لبيروت", True)]),
        ("[بيروت|GPE] و[بيروت|ORG]", [("وبيروت", False)]),
        ("[بيروت|GPE] [مدينة بيروت|GPE]", [(" بيروت", False)]),
        ("[بيروت|GPE] [بلدية بيروت|ORG]", [(" بيروت", True)]),
        ("[بيروت|GPE] [في بيروت|direct]", [(" بيروت", True)]),
        ("[بيروت|GPE] [في بيرو|ORG]ت", [(" بيروت", False)]),
        ("[بيروت|GPE] بي[روت|ORG]", [(" بيروت", True)]),
        ("[ليد|PERS] وليد وليد", [("وليد", False), ("وليد", False)]),
    ],
)
def test_what_is_found_and_chosen(line: str, found: list[tuple[str, bool]]) -> None:
    assert places(annotated(line)) == found


@given(LINES)
def test_all_that_is_proposed_can_be_marked_and_then_nothing_is_left(line: str) -> None:
    article = annotated(line)
    like = article.entities[0]
    found = list(unmarked(article, Needle.of(like.span.surface(article.text)), like.label))
    added = edits.copies(like, [one.span for one in found])
    after = article.apply(Edit(added=added))
    assert places(after) == []
    assert after.apply(Edit(added=added).inverse()).by_id == article.by_id


@given(LINES)
def test_what_is_chosen_is_no_part_of_the_same_name(line: str) -> None:
    article = annotated(line)
    like = article.entities[0]
    for one in unmarked(article, Needle.of(like.span.surface(article.text)), like.label):
        meeting = [
            other
            for other in article.between(one.span.start, one.span.end)
            if isinstance(other, Entity)
        ]
        if one.chosen:
            assert all(other.label != like.label for other in meeting)
            assert all(other.span != one.span for other in meeting)
