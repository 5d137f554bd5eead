"""What is known of an article's names is the same however many edits it was learnt by."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.desktop.knowledge import Knowledge
from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Entity
from annotator.model.article import Article
from annotator.model.edits import Edit
from annotator.model.spans import Span
from annotator.text.tokens import words
from tests.notation import NEWS

TEXT = "قالت ليلى وليلى إن بيروت وبيروت والأردن تشكر ليلى وبيروت معًا"
WORDS = list(words(TEXT))
STEPS = st.lists(st.tuples(st.integers(0, len(WORDS) - 1), st.booleans()), max_size=20)


@given(STEPS)
def test_edits_one_by_one_and_all_at_once_tell_the_same(steps: list[tuple[int, bool]]) -> None:
    article, knowledge = AnnotatedArticle(Article(text=TEXT), NEWS), Knowledge()
    for number, (word, asked) in enumerate(steps):
        entity = Entity(id=f"e{word}", label="PERS", span=Span.of(*WORDS[word]))
        there = article.get(entity.id)
        article = article.apply(Edit(removed=(there,)) if there else Edit(added=(entity,)))
        # Now and then it is asked only after several edits.
        if asked or number == len(steps) - 1:
            assert knowledge.of(article).names == Knowledge().of(article).names
