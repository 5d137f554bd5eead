"""Edits do what people mean by them, as one step that can be taken back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import EditRefused
from annotator.model import edits
from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Entity, Quote, Relation
from annotator.model.edits import Edit
from annotator.model.spans import BadSpan, Span
from tests.notation import annotated, written

LINE = "[ليلى|PERS] زارت [مصر|GPE] وقابلت [خالد|PERS] وقالت: “[العمل في [عمّان|GPE] يبدأ|direct]”"
RELATIONS = (
    ("VISITS", "a1", "a2"),
    ("MEETS", "a1", "a3"),
    ("CITIZEN_OF", "a3", "a2"),
    ("ABOUT", "a4", "a2"),
)


def sample() -> AnnotatedArticle:
    """Three people and places, a quote of `a1`, and relations among them."""
    article = annotated(LINE, *RELATIONS)
    return article.apply(edits.change(article, "a4", speaker="a1"))


def ids(article: AnnotatedArticle) -> set[str]:
    return set(article.by_id)


def undone(article: AnnotatedArticle, edit: Edit) -> AnnotatedArticle:
    """The article after the edit and its inverse."""
    return article.apply(edit).apply(edit.inverse())


def test_marking_adds_one_entity() -> None:
    article = annotated("ليلى زارت مصر")
    after = article.apply(edits.mark("PERS", Span.of(0, 4)))
    assert written(after) == "[ليلى|PERS] زارت مصر"
    assert undone(article, edits.mark("PERS", Span.of(0, 4))).by_id == {}


def test_a_quote_has_all_its_parts() -> None:
    article = annotated("قالت [ليلى|PERS]: سأعود")
    edit = edits.quote(
        "direct", Span.of(11, 16), cue=Span.of(0, 4), source=Span.of(5, 9), speaker="a1"
    )
    (made,) = article.apply(edit).quotes
    assert (made.type, made.span, made.cue) == ("direct", Span.of(11, 16), Span.of(0, 4))
    assert (made.source, made.speaker) == (Span.of(5, 9), "a1")
    assert article.apply(edit).referrers("a1") == [made]


def test_relating_links_two() -> None:
    article = annotated("[ليلى|PERS] زارت [مصر|GPE]")
    (made,) = article.apply(edits.relate("VISITS", "a1", "a2")).relations
    assert (made.label, made.head, made.tail) == ("VISITS", "a1", "a2")


def test_deleting_takes_relations_along_and_detaches_speakers() -> None:
    article = sample()
    edit = edits.delete(article, ["a1"])
    after = article.apply(edit)
    assert ids(article) - ids(after) == {"a1", "r1", "r2"}
    quote = after.by_id["a4"]
    assert isinstance(quote, Quote)
    assert quote.speaker is None
    assert quote.span == article.by_id["a4"].span  # type: ignore[union-attr]
    assert undone(article, edit).by_id == article.by_id


def test_deleting_speaker_and_quote_together_leaves_neither() -> None:
    article = sample()
    after = article.apply(edits.delete(article, ["a1", "a4"]))
    assert ids(after) == {"a2", "a3", "a5", "r3"}


def test_deleting_a_relation_leaves_its_ends() -> None:
    article = sample()
    assert ids(article) - ids(article.apply(edits.delete(article, ["r2"]))) == {"r2"}


@given(st.sets(st.sampled_from(sorted(sample().by_id)), min_size=1))
def test_any_deletion_can_be_taken_back(gone: set[str]) -> None:
    article = sample()
    edit = edits.delete(article, sorted(gone))
    after = article.apply(edit)
    assert not gone & ids(after)
    for one in after.relations:
        assert {one.head, one.tail} <= ids(after)
    lost = ids(article) - ids(after) - gone
    for one in (article.by_id[id] for id in lost):
        assert isinstance(one, Relation)
        assert {one.head, one.tail} & gone
    back = after.apply(edit.inverse())
    assert back.by_id == article.by_id
    assert back.relations == article.relations
    for id in article.by_id:
        assert {one.id for one in back.referrers(id)} == {one.id for one in article.referrers(id)}


def test_relabelling_drops_relations_that_no_longer_fit() -> None:
    article = sample()
    edit = edits.change(article, "a2", label="PERS")
    after = article.apply(edit)
    # Nobody visits a person or is a citizen of one; a quote may be about anything.
    assert ids(article) - ids(after) == {"r1", "r3"}
    assert after.by_id["a2"].label == "PERS"
    assert undone(article, edit).by_id == article.by_id


def test_relabelling_keeps_relations_that_fit() -> None:
    article = sample()
    after = article.apply(edits.change(article, "a2", label="ORG"))
    assert ids(article) - ids(after) == {"r3"}


@given(
    st.sampled_from(["a1", "a2", "a3"]),
    st.sampled_from(["PERS", "GPE", "ORG", "DATE", "OCC", "NORP"]),
)
def test_relabelling_drops_those_and_only_those(id: str, label: str) -> None:
    article = sample()
    after = article.apply(edits.change(article, id, label=label))
    for one in article.relations:
        relation = article.labels.relation(one.label)
        assert relation is not None
        head, tail = (
            "quote" if isinstance(end, Quote) else end.label
            for end in (after.by_id[one.head], after.by_id[one.tail])
        )
        assert (one.id in after) == relation.admits(head, tail)


def test_changing_nothing_is_no_edit() -> None:
    article = sample()
    assert not edits.change(article, "a1", label="PERS")
    assert edits.change(article, "a1", label="ORG")
    assert not Edit()


def test_a_note_leaves_everything_else() -> None:
    article = sample()
    after = article.apply(edits.change(article, "a1", note="<b>انظر</b>"))
    assert ids(after) == ids(article)
    assert after.by_id["a1"].note == "<b>انظر</b>"


def test_fragments_are_added_and_merge_where_they_meet() -> None:
    article = annotated("[ليلى|PERS] علي الحسن")
    apart = article.apply(edits.add_fragment(article, "a1", Span.of(9, 14)))
    assert apart.entities[0].span.fragments == ((0, 4), (9, 14))
    whole = apart.apply(edits.add_fragment(apart, "a1", Span.of(4, 9)))
    assert whole.entities[0].span == Span.of(0, 14)


def test_ends_move_alone() -> None:
    article = annotated("وزيرة [الطاقة|OCC] الأردنية")
    wider = article.apply(edits.move_start(article, "a1", 0))
    assert wider.entities[0].span == Span.of(0, 12)
    longer = wider.apply(edits.move_end(wider, "a1", 21))
    assert longer.entities[0].span == Span.of(0, 21)
    assert {one.id for one in longer.entities} == {"a1"}


def test_the_outer_ends_of_fragments_move() -> None:
    article = annotated("[ليلى|PERS] علي الحسن")
    article = article.apply(edits.add_fragment(article, "a1", Span.of(9, 14)))
    assert edits.move_start(article, "a1", 2).added[0].span == Span(((2, 4), (9, 14)))  # type: ignore[union-attr]
    assert edits.move_end(article, "a1", 11).added[0].span == Span(((0, 4), (9, 11)))  # type: ignore[union-attr]


def test_an_end_cannot_pass_the_other() -> None:
    article = annotated("وزيرة [الطاقة|OCC]")
    with pytest.raises(BadSpan):
        edits.move_start(article, "a1", 12)
    with pytest.raises(BadSpan):
        edits.move_end(article, "a1", 6)


def test_what_is_not_there_cannot_be_edited() -> None:
    article = sample()
    with pytest.raises(EditRefused, match="no annotation nothing"):
        edits.change(article, "nothing", label="ORG")
    with pytest.raises(EditRefused, match="no annotation nothing"):
        edits.delete(article, ["a1", "nothing"])
    with pytest.raises(EditRefused, match="no span"):
        edits.add_fragment(article, "r1", Span.of(0, 1))


def test_the_inverse_of_the_inverse_is_the_edit() -> None:
    one = Entity(id="x", label="PERS", span=Span.of(0, 1))
    edit = Edit(removed=(one,), added=())
    assert edit.inverse() == Edit(added=(one,))
    assert edit.inverse().inverse() == edit


def test_another_label_keeps_what_it_declares_and_what_nobody_declares() -> None:
    article = annotated("[ليلى|PERS] زارت [الوكالة|ORG]")
    for name, value in (("kind", "media"), ("origin", "model")):
        article = article.apply(edits.set_attribute(article, "a2", name, value))
    place = article.apply(edits.relabel(article, "a2", "GPE"))
    assert place.get("a2").attributes == {"kind": "media", "origin": "model"}  # type: ignore[union-attr]
    date = article.apply(edits.relabel(article, "a2", "DATE"))
    assert date.get("a2").attributes == {"origin": "model"}  # type: ignore[union-attr]
    assert undone(article, edits.relabel(article, "a2", "DATE")).by_id == article.by_id


def test_another_label_takes_along_the_relations_that_no_longer_fit() -> None:
    article = sample()
    relations = {one.id for one in article.relations}
    after = article.apply(edits.relabel(article, "a2", "DATE"))
    assert {one.id for one in after.relations} == relations - {"r1", "r3"}
    changed = after.apply(edits.relabel(after, "r2", "FAMILY"))
    assert changed.get("r2").label == "FAMILY"  # type: ignore[union-attr]
    with pytest.raises(EditRefused):
        edits.relabel(article, "a4", "PERS")


@given(
    st.dictionaries(st.text(max_size=3), st.one_of(st.text(), st.booleans(), st.integers())),
    st.text(max_size=3),
    st.one_of(st.none(), st.text(), st.booleans()),
)
def test_setting_an_attribute_leaves_the_others_as_they_are(
    given_attributes: dict[str, str | bool | int], name: str, value: str | bool | None
) -> None:
    article = annotated("[ليلى|PERS]")
    article = article.apply(edits.change(article, "a1", attributes=given_attributes))
    edit = edits.set_attribute(article, "a1", name, value)
    after = article.apply(edit).get("a1").attributes  # type: ignore[union-attr]
    assert after.get(name) == value
    others = [(key, kept) for key, kept in given_attributes.items() if key != name]
    assert [(key, kept) for key, kept in after.items() if key != name] == others
    assert undone(article, edit).by_id == article.by_id
