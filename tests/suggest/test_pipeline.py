"""Suggesters one after the other: each sees what those before it say, and layers are complete."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Annotation, Entity, Quote, Relation
from annotator.model.edits import Edit
from annotator.model.offers import Offers
from annotator.model.spans import Span
from annotator.model.suggestions import Suggestion
from annotator.suggest import Way
from annotator.suggest.pipeline import propose
from tests.notation import annotated

PERSONS = Way("persons", "", "", "", "entities")
SAYERS = Way("sayers", "", "", "", "quotes")
FAMILIES = Way("families", "", "", "", "relations")


class Told:
    """A suggester that does what it is told."""

    version = "1"

    def __init__(self, say: Callable[[AnnotatedArticle], Sequence[Annotation]]) -> None:
        self._say = say

    def suggest(self, article: AnnotatedArticle) -> list[Suggestion]:
        return [Suggestion(one, 0.8) for one in self._say(article)]

    def close(self) -> None:
        pass


def persons(article: AnnotatedArticle) -> list[Annotation]:
    starts = [article.text.index(name) for name in ("ليلى", "خالد")]
    return [Entity(label="PERS", span=Span.of(start, start + 4)) for start in starts]


def sayer(article: AnnotatedArticle) -> list[Annotation]:
    speaker = article.entities[0]
    return [Quote(type="indirect", span=Span.of(16, 20), speaker=speaker.id)]


def family(article: AnnotatedArticle) -> list[Annotation]:
    pairs = zip(article.entities, article.entities[1:], strict=False)
    return [Relation(label="FAMILY", head=first.id, tail=second.id) for first, second in pairs]


EMPTY = annotated("قالت ليلى لخالد إن القاهرة بعيدة")
ALL = {FAMILIES: Told(family), SAYERS: Told(sayer), PERSONS: Told(persons)}


def test_each_sees_what_those_before_it_say() -> None:
    layers = propose(EMPTY, ALL)
    assert [one.name for one in layers] == ["model:persons", "model:sayers", "model:families"]
    found = Offers.of(EMPTY, layers)
    assert [one.annotation.label for one in found.listed()] == [
        "PERS",
        "PERS",
        "indirect",
        "FAMILY",
    ]


def test_each_layer_is_complete_in_itself() -> None:
    for layer in propose(EMPTY, ALL):
        built = AnnotatedArticle.build(EMPTY.article, EMPTY.labels, layer.annotations)
        assert len(built) == len(layer.annotations)


def test_the_same_again_has_the_same_ids() -> None:
    assert propose(EMPTY, ALL) == propose(EMPTY, ALL)


def test_what_i_marked_is_referred_to_by_its_own_id() -> None:
    mine = annotated("قالت [ليلى|PERS] لخالد إن القاهرة بعيدة")
    layers = propose(mine, ALL)
    found = Offers.of(mine, layers)
    quote = next(one.annotation for one in found.listed() if isinstance(one.annotation, Quote))
    assert quote.speaker == "a1"
    edit, _ = found.take(list(found.by_id))
    assert "a1" not in {one.id for one in edit.added}
    assert len(mine.apply(edit)) == 4


def test_the_rejected_is_nobodys_speaker() -> None:
    first = Offers.of(EMPTY, propose(EMPTY, ALL))
    name = next(one for one in first.listed() if isinstance(one.annotation, Entity))
    decided = first.reject([name.annotation.id])
    found = Offers.of(EMPTY, propose(EMPTY, ALL, decided), decided)
    quote = next(one.annotation for one in found.listed() if isinstance(one.annotation, Quote))
    assert quote.speaker != name.annotation.id


def test_the_surer_of_two_that_say_the_same_stays() -> None:
    def twice(article: AnnotatedArticle) -> list[Annotation]:
        return [*persons(article), *persons(article)]

    (layer,) = propose(EMPTY, {PERSONS: Told(twice)})
    assert len(layer.annotations) == 2


def test_what_the_rules_do_not_admit_is_left_out() -> None:
    def wrong(article: AnnotatedArticle) -> list[Annotation]:
        unknown = Entity(label="NONSENSE", span=Span.of(0, 4))
        beyond = Entity(label="PERS", span=Span.of(0, 4000))
        nobody = Relation(label="FAMILY", head="x", tail="y")
        voice = Quote(type="direct", span=Span.of(0, 4), speaker="nobody")
        return [unknown, beyond, nobody, voice]

    (layer,) = propose(EMPTY, {PERSONS: Told(wrong)})
    (left,) = layer.annotations
    assert isinstance(left, Quote)
    assert left.speaker is None


def test_a_suggester_may_refer_to_what_it_suggests_itself() -> None:
    def both(article: AnnotatedArticle) -> list[Annotation]:
        one, two = (
            msgspec.structs.replace(each, id=f"own{n}") for n, each in enumerate(persons(article))
        )
        return [Relation(label="FAMILY", head=one.id, tail=two.id), one, two]

    (layer,) = propose(EMPTY, {PERSONS: Told(both)})
    found = Offers.of(EMPTY, [layer])
    edit, _ = found.take(list(found.by_id))
    assert [type(one) for one in edit.added] == [Entity, Entity, Relation]
    assert EMPTY.apply(Edit(added=edit.added))
