"""The annotated article answers as a plain list of its annotations would."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import EditRefused
from annotator.model import edits
from annotator.model.annotated import AnnotatedArticle, Spanned
from annotator.model.annotations import Annotation, Entity, Quote, Relation
from annotator.model.article import Article
from annotator.model.edits import Edit
from annotator.model.spans import Span
from tests.notation import NEWS, annotated

TEXT = "قالت ليلى لخالد إن القاهرة بعيدة"
LABELS = ("PERS", "GPE", "ORG")


@st.composite
def spans(draw: st.DrawFn) -> Span:
    """A span of one to three fragments inside `TEXT`."""
    count = draw(st.integers(1, 3))
    edges = st.integers(0, len(TEXT))
    marks = draw(st.lists(edges, min_size=2 * count, max_size=2 * count, unique=True))
    marks.sort()
    return Span(tuple(zip(marks[::2], marks[1::2], strict=True)))


@st.composite
def articles(draw: st.DrawFn) -> AnnotatedArticle:
    """`TEXT` with up to ten entities and quotes, no two the same, in any order."""
    keys = st.tuples(st.sampled_from((*LABELS, "direct")), spans())
    found = draw(st.lists(keys, max_size=10, unique=True))
    made: list[Annotation] = [
        Quote(id=f"q{n}", type="direct", span=span)
        if label == "direct"
        else Entity(id=f"e{n}", label=label, span=span)
        for n, (label, span) in enumerate(found)
    ]
    return AnnotatedArticle.build(Article(id="a", text=TEXT), NEWS, made)


def everything(article: AnnotatedArticle) -> list[Spanned]:
    """Entities and quotes in order, sorted anew."""
    found = [one for one in article.by_id.values() if not isinstance(one, Relation)]
    return sorted(found, key=lambda one: (one.span.start, one.span.end, one.id))


@given(articles())
def test_the_order_is_that_of_the_text(article: AnnotatedArticle) -> None:
    assert list(article.in_order()) == everything(article)
    assert article.entities == [one for one in everything(article) if isinstance(one, Entity)]
    assert article.quotes == [one for one in everything(article) if isinstance(one, Quote)]
    assert len(article) == len(everything(article))


@given(articles(), st.integers(0, len(TEXT)), st.integers(1, 12))
def test_between_agrees_with_looking_at_all(
    article: AnnotatedArticle, start: int, length: int
) -> None:
    end = start + length
    expected = [one for one in everything(article) if one.span.start < end > start < one.span.end]
    assert article.between(start, end) == expected


@given(articles(), st.integers(0, len(TEXT)))
def test_at_agrees_with_looking_at_all(article: AnnotatedArticle, place: int) -> None:
    found = article.at(place)
    holding = {one.id for one in everything(article) if one.span.holds(place)}
    assert {one.id for one in found} == holding
    assert len(found) == len(holding)
    lengths = [one.span.length for one in found]
    assert lengths == sorted(lengths)


@given(articles(), st.integers(0, len(TEXT)))
def test_neighbours_agree_with_looking_at_all(article: AnnotatedArticle, place: int) -> None:
    listed = everything(article)
    later = [one for one in listed if one.span.start >= place]
    earlier = [one for one in listed if one.span.start < place]
    assert article.neighbour(place, 1) == (later[0] if later else None)
    assert article.neighbour(place, -1) == (earlier[-1] if earlier else None)


@given(articles())
def test_stepping_from_one_to_the_next_visits_all(article: AnnotatedArticle) -> None:
    listed = everything(article)
    for number, one in enumerate(listed):
        following = listed[number + 1] if number + 1 < len(listed) else None
        preceding = listed[number - 1] if number else None
        assert article.neighbour(0, 1, after=one.id) == following
        assert article.neighbour(0, -1, after=one.id) == preceding


@given(articles(), st.data())
def test_questions_hold_after_deleting_some(article: AnnotatedArticle, data: st.DataObject) -> None:
    ids = sorted(article.by_id)
    gone = data.draw(st.lists(st.sampled_from(ids), unique=True)) if ids else []
    after = article.apply(edits.delete(article, gone))
    assert sorted(after.by_id) == sorted(set(ids) - set(gone))
    assert list(after.in_order()) == everything(after)
    for place in range(0, len(TEXT), 3):
        holding = [one for one in everything(after) if one.span.holds(place)]
        assert sorted(one.id for one in after.at(place)) == sorted(one.id for one in holding)


@given(articles(), spans())
def test_an_edit_changes_a_new_article_only(article: AnnotatedArticle, span: Span) -> None:
    before = dict(article.by_id)
    edit = Edit(added=(Entity(id="new", label="FAC", span=span),))
    after = article.apply(edit)
    assert dict(article.by_id) == before
    assert list(article.in_order()) == everything(article)
    assert after.by_id.keys() - before.keys() == {"new"}


@given(articles(), spans())
def test_the_inverse_restores_everything(article: AnnotatedArticle, span: Span) -> None:
    edit = Edit(
        removed=tuple(article.by_id.values())[:4],
        added=(Entity(id="new", label="FAC", span=span),),
    )
    back = article.apply(edit).apply(edit.inverse())
    assert back.by_id == article.by_id
    assert list(back.in_order()) == list(article.in_order())
    assert all(back.at(place) == article.at(place) for place in range(len(TEXT)))


def test_fragments_are_held_but_not_the_gap_between_them() -> None:
    span = Span(((0, 4), (10, 15)))
    one = AnnotatedArticle.build(
        Article(id="a", text=TEXT), NEWS, [Entity(id="e", label="PERS", span=span)]
    )
    assert [found.id for found in one.between(5, 9)] == ["e"]
    assert one.at(6) == []
    assert [found.id for found in one.at(12)] == ["e"]


def test_the_innermost_comes_first() -> None:
    article = annotated("[[وزيرة [الأردن|GPE]|OCC] قالت|direct]")
    assert [one.label for one in article.at(7)] == ["GPE", "OCC", "direct"]


def test_relations_are_in_the_order_of_their_ends() -> None:
    article = annotated(
        "[ليلى|PERS] [خالد|PERS] [مصر|GPE] [الأردن|GPE]",
        ("VISITS", "a2", "a3"), ("VISITS", "a1", "a4"), ("CITIZEN_OF", "a1", "a3"),
    )  # fmt: skip
    assert [one.id for one in article.relations] == ["r3", "r2", "r1"]
    assert {one.id for one in article.referrers("a3")} == {"r1", "r3"}
    assert article.referrers("r1") == []


def test_spanned_knows_no_relations() -> None:
    article = annotated("[ليلى|PERS] [مصر|GPE]", ("VISITS", "a1", "a2"))
    assert article.spanned("a1") == article.get("a1") is not None
    assert article.spanned("r1") is None
    assert article.get("r1") is not None
    assert article.get("nothing") is None
    assert "r1" in article
    assert "nothing" not in article


def test_a_refused_edit_leaves_the_article_as_it_was() -> None:
    article = annotated("[ليلى|PERS] [مصر|GPE]", ("VISITS", "a1", "a2"))
    before = dict(article.by_id)
    one = article.by_id["a1"]
    with pytest.raises(EditRefused):
        article.apply(Edit(removed=(one,)))
    assert dict(article.by_id) == before
    assert [found.id for found in article.in_order()] == ["a1", "a2"]
    assert [found.id for found in article.referrers("a1")] == ["r1"]


def test_what_changed_meanwhile_is_not_removed() -> None:
    article = annotated("[ليلى|PERS]")
    stale = Entity(id="a1", label="ORG", span=Span.of(0, 4))
    with pytest.raises(EditRefused, match="no longer what it was"):
        article.apply(Edit(removed=(stale,)))


def test_long_surfaces_are_cut_in_descriptions() -> None:
    text = "كلمة " * 30
    quote = Quote(id="q", type="direct", span=Span.of(0, len(text)))
    article = AnnotatedArticle.build(Article(id="a", text=text), NEWS, [quote])
    described = article.describe(quote)
    assert described.startswith("direct, كلمة كلمة")
    assert described.endswith("…")
    assert len(described) <= len("direct, ") + 40


@given(articles())
def test_everything_is_listed_as_it_is_read(article: AnnotatedArticle) -> None:
    spanned = list(article.in_order())
    assert article.listed() == [*spanned, *article.relations]
    assert [article.rank(one.id) for one in spanned] == list(range(len(spanned)))
    assert article.rank("nobody") is None
    assert article.rank(None) is None


def test_an_article_knows_the_one_edit_that_made_it() -> None:
    before = annotated("[ليلى|PERS] زارت [بيروت|GPE] أمس")
    edit = Edit(added=(Entity(id="new", label="DATE", span=Span.of(16, 19)),))
    after = before.apply(edit)
    assert after.since(before) is edit
    assert before.since(after) is None
    assert after.since(None) is None
    assert after.apply(edit.inverse()).since(before) is None
    # The same annotations again are another article: nothing is known of the way there.
    again = AnnotatedArticle.build(before.article, before.labels, before.by_id.values())
    assert after.since(again) is None
