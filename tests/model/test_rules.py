"""What an article refuses, and that it admits the rest."""

from __future__ import annotations

import pytest

from annotator.errors import EditRefused
from annotator.model import edits, rules
from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Annotation, Entity, Quote, Relation
from annotator.model.edits import Edit
from annotator.model.spans import Span
from tests.notation import NEWS, annotated

LINE = "[ليلى|PERS] زارت [مصر|GPE] وقالت: [سأعود|direct]"


def sample() -> AnnotatedArticle:
    """A person `a1`, a place `a2`, a quote `a3`, and the visit `r1`."""
    return annotated(LINE, ("VISITS", "a1", "a2"))


def refused(article: AnnotatedArticle, *added: Annotation, match: str) -> None:
    """Adding these is refused, with a message that says why."""
    with pytest.raises(EditRefused, match=match):
        article.apply(Edit(added=added))


def test_an_exact_duplicate_is_refused_and_named() -> None:
    article = sample()
    refused(article, Entity(label="PERS", span=Span.of(0, 4)), match=r"already: PERS, ليلى\.")
    quote = article.quotes[0]
    refused(article, Quote(type="direct", span=quote.span), match="already: direct, سأعود")
    refused(article, Relation(label="VISITS", head="a1", tail="a2"), match="VISITS, ليلى → مصر")


def test_duplicates_within_one_edit_are_refused() -> None:
    twin = Entity(label="ORG", span=Span.of(0, 4))
    other = Entity(label="ORG", span=Span.of(0, 4), note="another")
    refused(sample(), twin, other, match="already")


def test_becoming_a_duplicate_is_refused() -> None:
    article = annotated("[[ليلى|PERS]|ORG]")
    labels = {one.label: one.id for one in article.entities}
    with pytest.raises(EditRefused, match="already"):
        article.apply(edits.change(article, labels["ORG"], label="PERS"))


@pytest.mark.parametrize(
    "one",
    [
        Entity(label="ORG", span=Span.of(0, 4)),
        Entity(label="PERS", span=Span.of(0, 3)),
        Entity(label="PERS", span=Span.of(2, 8)),
        Entity(label="PERS", span=Span(((0, 4), (5, 9)))),
        Quote(type="direct", span=Span.of(0, 4)),
        Quote(type="indirect", span=Span.of(0, 9)),
        Relation(label="CITIZEN_OF", head="a1", tail="a2"),
    ],
)
def test_nesting_overlap_and_another_label_are_admitted(one: Annotation) -> None:
    after = sample().apply(Edit(added=(one,)))
    assert after.get(one.id) == one


def test_an_id_is_given_once() -> None:
    refused(sample(), Entity(id="a2", label="ORG", span=Span.of(0, 1)), match="a2 already")


def test_symmetric_relations_are_the_same_both_ways() -> None:
    article = annotated("[ليلى|PERS] و[خالد|PERS]", ("MEETS", "a2", "a1"))
    refused(article, Relation(label="MEETS", head="a1", tail="a2"), match="already")
    refused(article, Relation(label="MEETS", head="a2", tail="a1"), match="already")
    assert len(article.apply(edits.relate("FAMILY", "a1", "a2")).relations) == 2


def test_directed_relations_are_not() -> None:
    article = annotated("[جامعة|ORG] [معهد|ORG]", ("PART_OF", "a1", "a2"))
    assert len(article.apply(edits.relate("PART_OF", "a2", "a1")).relations) == 2


def test_nothing_may_dangle() -> None:
    article = sample()
    refused(article, Relation(label="VISITS", head="a1", tail="gone"), match="refers to gone")
    refused(article, Relation(label="VISITS", head="gone", tail="a2"), match="refers to gone")
    refused(article, Relation(label="VISITS", head="a1", tail="r1"), match="refers to r1")
    quote = Quote(type="direct", span=Span.of(0, 2), speaker="gone")
    refused(article, quote, match="speaker gone")


def test_what_is_referred_to_cannot_go_alone() -> None:
    article = sample()
    for id in ("a1", "a2"):
        with pytest.raises(EditRefused, match=f"refers to {id}"):
            article.apply(Edit(removed=(article.by_id[id],)))


def test_a_speaker_cannot_go_alone() -> None:
    article = annotated("[ليلى|PERS] قالت: [سأعود|direct]")
    article = article.apply(edits.change(article, "a2", speaker="a1"))
    with pytest.raises(EditRefused, match="speaker a1"):
        article.apply(Edit(removed=(article.by_id["a1"],)))


def test_only_entities_speak() -> None:
    article = sample()
    for id in ("a3", "r1"):
        quote = Quote(type="indirect", span=Span.of(0, 2), speaker=id)
        refused(article, quote, match=f"speaker {id}")


def test_ends_of_one_edit_may_refer_to_each_other() -> None:
    article = annotated("ليلى زارت مصر")
    one = Entity(id="x", label="PERS", span=Span.of(0, 4))
    other = Entity(id="y", label="GPE", span=Span.of(10, 13))
    link = Relation(id="z", label="VISITS", head="x", tail="y")
    # In any order: the edit is judged as a whole.
    assert len(article.apply(Edit(added=(link, other, one)))) == 3


def test_unknown_labels_are_refused() -> None:
    article = sample()
    refused(article, Entity(label="SHIP", span=Span.of(0, 2)), match="no entity SHIP")
    refused(article, Relation(label="SINKS", head="a1", tail="a2"), match="no relation SINKS")
    odd = Quote(type="loud", span=Span.of(0, 2))  # type: ignore[arg-type]
    refused(article, odd, match="called loud")


def test_arguments_must_be_admitted() -> None:
    article = sample()
    refused(
        article, Relation(label="VISITS", head="a2", tail="a1"), match="VISITS from GPE to PERS"
    )
    refused(article, Relation(label="VISITS", head="a3", tail="a2"), match="from quote to GPE")
    refused(article, Relation(label="MEETS", head="a1", tail="a1"), match="two different ends")


def test_a_relabelling_that_forgets_its_relations_is_refused() -> None:
    article = sample()
    before = article.by_id["a2"]
    after = Entity(id="a2", label="PERS", span=Span.of(10, 13))
    with pytest.raises(EditRefused, match="from PERS to PERS"):
        article.apply(Edit(removed=(before,), added=(after,)))


def test_every_span_lies_in_the_text() -> None:
    article = sample()
    length = len(article.text)
    last = Entity(label="DATE", span=Span.of(length - 1, length))
    assert last.id in article.apply(Edit(added=(last,)))
    beyond = Span.of(length - 1, length + 1)
    refused(article, Entity(label="DATE", span=beyond), match=f"which has {length} characters")
    for part in ("cue", "source"):
        quote = Quote(type="direct", span=Span.of(0, 2), **{part: beyond})
        refused(article, quote, match="beyond the text")


def test_how_rules_name_an_annotation() -> None:
    assert rules.argument(Entity(label="GPE", span=Span.of(0, 1))) == "GPE"
    assert rules.argument(Quote(type="mixed", span=Span.of(0, 1))) == "quote"


def test_identity_leaves_out_what_may_differ() -> None:
    one = Entity(label="GPE", span=Span.of(0, 1), note="x", attributes={"kind": "city"})
    assert rules.identity(one, NEWS) == rules.identity(
        Entity(label="GPE", span=Span.of(0, 1)), NEWS
    )
    same = Quote(type="direct", span=Span.of(0, 1), cue=Span.of(2, 3))
    assert rules.identity(same, NEWS) != rules.identity(one, NEWS)
