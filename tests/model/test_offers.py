"""Offers: each suggestion once, none that is decided, mine already, or in the way."""

from __future__ import annotations

import uuid

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import EditRefused
from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Annotation, Entity, Quote, Relation, uuid_of
from annotator.model.article import Article
from annotator.model.edits import Edit
from annotator.model.offers import Offers
from annotator.model.spans import Span
from annotator.model.suggestions import (
    SCORE,
    ModelLayer,
    Suggestion,
    bare,
    score_of,
    scored,
    suggestion_id,
)
from tests.notation import NEWS, annotated

TEXT = "قالت ليلى لخالد إن القاهرة بعيدة"


def own(*annotations: Annotation) -> AnnotatedArticle:
    return AnnotatedArticle.build(Article(id="a", text=TEXT), NEWS, annotations)


def entity(id: str, start: int, end: int, label: str = "PERS", score: float = 0.9) -> Entity:
    return Entity(id=id, label=label, span=Span.of(start, end), attributes={SCORE: score})


def mine(id: str, start: int, end: int, label: str = "PERS") -> Entity:
    return Entity(id=id, label=label, span=Span.of(start, end))


def layer(name: str, *annotations: Annotation) -> ModelLayer:
    return ModelLayer(f"model:{name}", "1", annotations)


def test_what_two_models_say_is_offered_once_by_the_surer_one() -> None:
    found = Offers.of(
        own(),
        [layer("a", entity("x", 5, 9, score=0.4)), layer("b", entity("y", 5, 9, score=0.8))],
    )
    assert list(found.by_id) == ["y"]
    assert found.by_id["y"].score == 0.8
    assert {said.model for said in found.by_id["y"].said} == {"model:a", "model:b"}
    assert found.by_id["y"].annotation.attributes == {}


def test_what_is_only_referred_to_is_nobodys_voice() -> None:
    relation = Relation(id="r", label="FAMILY", head="x", tail="y", attributes={SCORE: 0.6})
    context = [bare(entity("x", 5, 9)), bare(entity("y", 11, 15))]
    names = [entity("x", 5, 9, score=0.5), entity("y", 11, 15, score=0.4)]
    found = Offers.of(own(), [layer("names", *names), layer("relations", relation, *context)])
    assert {id: one.score for id, one in found.by_id.items()} == {"x": 0.5, "y": 0.4, "r": 0.6}
    assert {said.model for said in found.by_id["x"].said} == {"model:names"}
    assert not len(Offers.of(own(), [layer("relations", relation, *context)]))


@pytest.mark.parametrize(
    "there",
    [mine("m", 5, 9), mine("m", 5, 9, "ORG"), mine("m", 3, 7), mine("m", 7, 12), mine("x", 0, 4)],
    ids=["the same", "another label", "crossing before", "crossing behind", "taken and moved"],
)
def test_what_i_have_marked_is_not_offered(there: Entity) -> None:
    assert not len(Offers.of(own(there), [layer("a", entity("x", 5, 9))]))


def test_what_holds_mine_or_lies_in_it_is_offered() -> None:
    said = layer("a", entity("x", 5, 9, "GPE"), entity("y", 0, 15, "ORG"))
    assert set(Offers.of(own(mine("m", 5, 15)), [said]).by_id) == {"x", "y"}


@pytest.mark.parametrize("said", [entity("x", 5, 9), entity("x", 0, 20)], ids=["part", "whole"])
def test_a_part_of_mine_with_its_label_is_not_offered(said: Entity) -> None:
    assert not len(Offers.of(own(mine("m", 5, 15)), [layer("a", said)]))


def test_of_a_name_and_its_part_the_surer_one_is_offered() -> None:
    two = [layer("a", entity("x", 5, 9, score=0.5)), layer("b", entity("y", 5, 15, score=0.6))]
    assert set(Offers.of(own(), two).by_id) == {"y"}


def test_who_nests_a_label_in_itself_may_do_so() -> None:
    """A faculty in the name of a university, for those guidelines that mark both."""
    nesting = layer("a", entity("x", 5, 9, "ORG"), entity("y", 0, 15, "ORG"))
    assert set(Offers.of(own(), [nesting]).by_id) == {"x", "y"}
    mine_too = own(mine("m", 5, 15, "ORG"), mine("n", 5, 9, "ORG"))
    part = layer("b", entity("z", 11, 15, "ORG"))
    assert set(Offers.of(mine_too, [part]).by_id) == {"z"}


def test_of_two_that_cross_the_surer_one_is_offered() -> None:
    crossing = layer("a", entity("x", 5, 15, score=0.5), entity("y", 10, 18, score=0.6))
    assert set(Offers.of(own(), [crossing]).by_id) == {"y"}


def test_what_the_label_set_does_not_know_is_left_out() -> None:
    assert not len(Offers.of(own(), [layer("a", entity("x", 5, 9, "NONSENSE"))]))


QUOTE = Quote(id="q", type="indirect", span=Span.of(16, 32), speaker="x", attributes={SCORE: 0.7})


def test_a_quote_brings_its_speaker_along() -> None:
    found = Offers.of(own(), [layer("a", entity("x", 5, 9)), layer("q", QUOTE, entity("x", 5, 9))])
    edit, decided = found.take(["q"])
    assert [one.id for one in edit.added] == ["x", "q"]
    assert {(one.model, one.suggested.id) for one in decided} == {
        ("model:a", "x"), ("model:q", "x"), ("model:q", "q"),
    }  # fmt: skip
    assert {one.verdict for one in decided} == {"accepted"}


def test_a_quote_takes_my_entity_for_its_speaker() -> None:
    found = Offers.of(own(mine("m", 5, 9)), [layer("q", entity("x", 5, 9), QUOTE)])
    (edit, _) = found.take(["q"])
    assert edit.added == (bare(msgspec.structs.replace(QUOTE, speaker="m")),)


def test_the_rejected_speaks_no_more() -> None:
    layers = [layer("q", entity("x", 5, 9), QUOTE)]
    decided = Offers.of(own(), layers).reject(["x"])
    found = Offers.of(own(), layers, decided)
    assert list(found.by_id) == ["q"]
    assert found.by_id["q"].annotation.speaker is None  # type: ignore[union-attr]


def test_what_one_model_had_rejected_no_other_offers_again() -> None:
    decided = Offers.of(own(), [layer("a", entity("x", 5, 9))]).reject(["x"])
    assert not len(Offers.of(own(), [layer("b", entity("y", 5, 9))], decided))


def test_a_relation_needs_both_ends() -> None:
    relation = Relation(id="r", label="FAMILY", head="x", tail="y", attributes={SCORE: 0.5})
    layers = [layer("r", entity("x", 5, 9), entity("y", 11, 15), relation)]
    found = Offers.of(own(), layers)
    assert [one.id for one in found.take(["r"])[0].added] == ["x", "y", "r"]
    left = Offers.of(own(), layers, found.reject(["y"]))
    assert set(left.by_id) == {"x"}


@pytest.mark.parametrize("by_hand", [(), (mine("p", 5, 9), mine("q", 11, 15))])
def test_a_rejected_relation_stays_so_whoever_marks_its_ends(by_hand: tuple[Entity, ...]) -> None:
    def relations(name: str, head: str, tail: str) -> ModelLayer:
        said = Relation(id=name, label="FAMILY", head=head, tail=tail, attributes={SCORE: 0.5})
        return layer(name, said, bare(entity(head, 5, 9)), bare(entity(tail, 11, 15)))

    names = layer("names", entity("x", 5, 9), entity("y", 11, 15))
    first, second = relations("first", "x1", "y1"), relations("second", "x2", "y2")
    decided = Offers.of(own(), [names, first]).reject(["first"])
    left = Offers.of(own(*by_hand), [names, first, second], decided)
    assert sorted(left.by_id) == ([] if by_hand else ["x", "y"])
    undecided = Offers.of(own(*by_hand), [names, first, second])
    assert any(isinstance(one.annotation, Relation) for one in undecided.by_id.values())


def test_a_changed_offer_is_taken_as_changed() -> None:
    found = Offers.of(own(), [layer("a", entity("x", 5, 9))])
    other = msgspec.structs.replace(found.by_id["x"].annotation, label="ORG")
    edit, (decision,) = found.take(["x"], {"x": other})
    assert edit == Edit(added=(other,))
    assert (decision.verdict, decision.taken) == ("changed", "x")
    with pytest.raises(EditRefused):
        found.take(["x"], {"x": msgspec.structs.replace(other, label="NONSENSE")})


def test_alike_are_the_same_words_with_the_same_label() -> None:
    article = annotated("[بيروت|GPE] في بيروتَ والقاهرة")
    text = article.text
    places = [(text.index("بيروتَ"), 6), (text.index("القاهرة"), 7)]
    made = [entity(f"x{n}", at, at + long, "GPE") for n, (at, long) in enumerate(places)]
    empty = AnnotatedArticle(article.article, NEWS)
    found = Offers.of(empty, [layer("a", *made, entity("first", 0, 5, "GPE"))])
    assert set(found.like("first")) == {"first", "x0"}


def test_the_same_suggestion_has_the_same_id() -> None:
    one = mine("x", 5, 9)
    assert suggestion_id("model:a", "1", one) == suggestion_id("model:a", "1", mine("y", 5, 9))
    others = [
        suggestion_id("model:b", "1", one),
        suggestion_id("model:a", "2", one),
        suggestion_id("model:a", "1", mine("x", 5, 10)),
        suggestion_id("model:a", "1", mine("x", 5, 9, "ORG")),
    ]
    assert len({suggestion_id("model:a", "1", one), *others}) == 5


def test_ids_are_uuids_as_the_library_makes_them() -> None:
    for version in (4, 5):
        for value in (bytes(16), b"\xff" * 16, bytes(range(16)), bytes(range(240, 256))):
            assert uuid_of(value, version) == str(uuid.UUID(bytes=value, version=version))


@pytest.mark.parametrize(
    ("given", "read"), [(0.5, 0.5), (7, 1.0), (-1, 0.0), ("x", 1.0), (True, 1.0)]
)
def test_scores_are_from_0_to_1(given: object, read: float) -> None:
    one = Entity(label="PERS", span=Span.of(0, 1), attributes={SCORE: given})  # type: ignore[dict-item]
    assert score_of(one) == read
    assert 0 <= score_of(scored(Suggestion(mine("x", 0, 1), 3.5))) <= 1


spans = st.tuples(st.integers(0, 30), st.integers(1, 12)).map(
    lambda pair: Span.of(pair[0], min(pair[0] + pair[1], len(TEXT)))
)
entities = st.builds(
    lambda id, label, span, score: Entity(id=id, label=label, span=span, attributes={SCORE: score}),
    st.sampled_from([f"e{n}" for n in range(12)]),
    st.sampled_from(["PERS", "ORG", "GPE", "NONSENSE"]),
    spans,
    st.floats(0, 1),
)
quotes = st.builds(
    lambda id, span, speaker: Quote(id=id, type="direct", span=span, speaker=speaker),
    st.sampled_from(["q1", "q2", "q3"]),
    spans,
    st.sampled_from([None, "e1", "e2", "e3"]),
)
layers = st.lists(
    st.builds(
        lambda name, found: ModelLayer(name, "1", tuple({one.id: one for one in found}.values())),
        st.sampled_from(["model:a", "model:b", "model:c"]),
        st.lists(entities | quotes, max_size=8),
    ),
    max_size=3,
    unique_by=lambda one: one.name,
)


@st.composite
def people(draw: st.DrawFn) -> AnnotatedArticle:
    """An article with some entities of a person's."""
    made = own()
    for one in draw(st.lists(entities, max_size=4)):
        try:
            made = made.apply(Edit(added=(bare(one),)))
        except EditRefused:
            continue
    return made


@given(people(), layers, st.data())
def test_all_offers_can_be_taken_and_then_none_is_left(
    mine: AnnotatedArticle, layers: list[ModelLayer], data: st.DataObject
) -> None:
    found = Offers.of(mine, layers)
    edit, decided = found.take(list(found.by_id))
    assert mine.apply(edit).by_id == found.shown.by_id
    assert not len(Offers.of(mine.apply(edit), layers, decided))
    some = data.draw(st.lists(st.sampled_from(sorted(found.by_id) or ["-"]), unique=True))
    rejected = found.reject(some)
    left = Offers.of(mine, layers, rejected)
    # Two layers may use one id for different things here; what was rejected is of one of them.
    again = {(said.model, said.suggested.id) for one in left.listed() for said in one.said}
    assert not again & {(one.model, one.suggested.id) for one in rejected}


def test_a_quote_is_read_behind_who_is_said_to_speak() -> None:
    # قالت ليلى لخالد إن القاهرة بعيدة
    quote = msgspec.structs.replace(QUOTE, cue=Span.of(0, 4), speaker="s")
    behind = msgspec.structs.replace(quote, span=Span.of(0, 4), cue=Span.of(27, 32), id="b")
    layers = [layer("a", entity("s", 5, 9), entity("g", 19, 26, "GPE"), quote)]
    found = Offers.of(own(), layers)
    assert [one.annotation.id for one in found.listed()] == ["s", "g", "q"]
    layers = [layer("a", entity("s", 5, 9), entity("g", 19, 26, "GPE"), behind)]
    assert [one.annotation.id for one in Offers.of(own(), layers).listed()] == ["s", "g", "b"]
