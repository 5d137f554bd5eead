"""Relations are suggested by safe patterns, and as the finished articles have them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Relation
from annotator.model.edits import Edit
from annotator.suggest import Materials, chosen
from annotator.suggest.pipeline import propose
from annotator.suggest.relations import Relations, make, pairs, thinned
from tests.notation import NEWS, annotated


def taught(*finished: AnnotatedArticle) -> Relations:
    return make(Materials(labels=NEWS, finished=lambda: iter(finished)))


def said(relations: Relations, article: AnnotatedArticle) -> set[tuple[str, str, str]]:
    found = set()
    for one in relations.suggest(article):
        assert isinstance(one.annotation, Relation)
        assert 0.4 <= one.score <= 1
        ends = (article.spanned(one.annotation.head), article.spanned(one.annotation.tail))
        head, tail = (end.span.surface(article.text) for end in ends if end is not None)
        found.add((one.annotation.label, head, tail))
    return found


def test_safe_patterns_need_nothing_finished() -> None:
    line = "قال [وزير المال [اللبناني|NORP]|OCC] [كمال مراد|PERS] في [جامعة [القاهرة|GPE]|ORG]"
    assert said(taught(), annotated(line)) == {
        ("HOLDS_OFFICE", "كمال مراد", "وزير المال اللبناني"),
        ("CITIZEN_OF", "كمال مراد", "اللبناني"),
        ("LOCATED_IN", "جامعة القاهرة", "القاهرة"),
    }


def test_a_title_tells_what_its_holder_is_to_the_organisation_in_it() -> None:
    for title, label in (
        ("رئيس", "LEADS"), ("المديرة", "LEADS"), ("عضو", "MEMBER_OF"), ("ممثل", "EMPLOYED_BY"),
    ):  # fmt: skip
        line = f"قال [{title} [بلدية الميناء|ORG]|OCC] [كمال مراد|PERS] أمس"
        assert (label, "كمال مراد", "بلدية الميناء") in said(taught(), annotated(line))
    apart = "قال [رئيس [بلدية الميناء|ORG]|OCC] إن [كمال مراد|PERS] سافر"
    assert said(taught(), annotated(apart)) == set()


def test_an_organisation_called_by_one_word_is_the_one_in_front() -> None:
    line = "أصدرت [هيئة الإحصاء|ORG] تقريرا. وقالت [رئيسة [الهيئة|ORG]|OCC] [منى مراد|PERS] ذلك"
    assert said(taught(), annotated(line)) == {
        ("HOLDS_OFFICE", "منى مراد", "رئيسة الهيئة"),
        ("LEADS", "منى مراد", "هيئة الإحصاء"),
    }
    alone = line.replace("[هيئة الإحصاء|ORG]", "[وزارة المال|ORG]")
    assert ("LEADS", "منى مراد", "الهيئة") in said(taught(), annotated(alone))


def test_what_was_related_before_is_suggested() -> None:
    line = "زار [{}|PERS] [{}|GPE] أمس"
    new = annotated(line.format("ليلى", "عمان"))
    assert said(taught(), new) == set()
    before = [
        annotated(line.format(*pair), ("VISITS", "a1", "a2"), id=pair[0])
        for pair in (("سامي", "دمشق"), ("منى", "بغداد"), ("هند", "تونس"))
    ]
    assert said(taught(*before), new) == {("VISITS", "ليلى", "عمان")}


def test_what_a_project_does_otherwise_outweighs_a_pattern() -> None:
    line = "قال [وزير المال|OCC] [{}|PERS]"
    others = [annotated(line.format(f"اسم {n}"), id=f"{n}") for n in range(30)]
    assert said(taught(*others), annotated(line.format("كمال"))) == set()


def test_a_symmetric_relation_is_suggested_once() -> None:
    line = "التقى [{}|PERS] [{}|PERS]"
    before = [
        annotated(line.format(f"ا{n}", f"ب{n}"), ("MEETS", "a1", "a2"), id=f"{n}") for n in range(4)
    ]
    assert len(said(taught(*before), annotated(line.format("ليلى", "سامي")))) == 1


def test_other_sentences_are_not_looked_at() -> None:
    far = annotated("زار [ليلى|PERS] أمس. [عمان|GPE] مدينة")
    line = "زار [{}|PERS] [{}|GPE] أمس"
    before = [
        annotated(line.format(f"ا{n}", f"ب{n}"), ("VISITS", "a1", "a2"), id=f"{n}")
        for n in range(9)
    ]
    assert said(taught(*before), far) == set()


def test_the_version_says_what_is_known() -> None:
    one = annotated("زار [ليلى|PERS] [عمان|GPE]", ("VISITS", "a1", "a2"))
    assert taught(one).version == taught(one).version != taught().version


words = st.lists(
    st.sampled_from(
        ["[ليلى|PERS]", "[بيروت|GPE]", "[وزير|OCC]", "[مؤتمر|EVENT]", "في", "زار", "."]
    ),
    max_size=30,
)


@given(words, words)
def test_only_what_the_rules_admit(first: Sequence[str], second: Sequence[str]) -> None:
    learnt, article = (annotated(" ".join(one) or "-") for one in (first, second))
    of = Materials(labels=NEWS, finished=lambda: iter([learnt]))
    (layer,) = propose(article, {way: way.make(of) for way in chosen(["relations"])})
    relations = [one for one in layer.annotations if isinstance(one, Relation)]
    assert len(article.apply(Edit(added=tuple(relations))).relations) == len(relations)


def test_of_many_articles_ever_fewer_are_counted() -> None:
    numbers = list(thinned(iter(range(20_000))))  # type: ignore[arg-type]
    assert numbers[:501] == [*range(500), 500]
    assert numbers[500:503] == [500, 504, 508]
    assert len(numbers) < 2_000
    assert max(b - a for a, b in pairwise(numbers)) <= 64
    assert list(thinned(iter([]))) == []


def test_a_title_of_signs_alone_says_nothing_of_who_works_where() -> None:
    article = annotated("[[ـ|ORG]ـ|OCC] [كمال|PERS] في بيروت")
    offices = {pair.office for pair in pairs(article)}
    assert offices == {"", "other"}
