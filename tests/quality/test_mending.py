"""Carrying out fixes: many at once on one article, and all of a corpus."""

from __future__ import annotations

from hypothesis import given, settings
from msgspec.structs import replace

from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Entity
from annotator.model.article import Article
from annotator.model.edits import change, relate
from annotator.model.spans import Span
from annotator.quality.checks import CHECKS, Finding, Fix, chosen, run
from annotator.quality.corpus import Worked
from annotator.quality.mending import mend
from tests.notation import NEWS, annotated, written
from tests.quality.made import corpora


def _all(article: AnnotatedArticle, *others: AnnotatedArticle) -> list[Finding]:
    """What all checks find in the first of some articles that are done."""
    worked = [Worked(number, one, "done") for number, one in enumerate((article, *others), 1)]
    return [one for one in run(lambda: iter(worked)) if one.article == 1]


def test_edges_that_several_checks_move_end_up_where_all_are_content() -> None:
    article = annotated("زار [ محم|PERS]ّد")
    assert written(mend(article, _all(article)).after) == "زار  [محمّ|PERS]د"
    article = annotated("زار [\nبيروت، |GPE]أمس")
    made = mend(article, _all(article))
    assert written(made.after) == "زار \n[بيروت|GPE]، أمس"
    assert {one.check for one in made.mended} == {"spaces", "punctuation"}
    assert article.apply(made.edit).by_id == made.after.by_id
    assert made.after.apply(made.edit.inverse()).by_id == article.by_id


def test_a_copy_goes_before_its_edges_would_make_it_one() -> None:
    article = AnnotatedArticle.build(
        Article(id="a", text="زار بيروت "), NEWS,
        [Entity(id="1", label="GPE", span=Span.of(4, 9)),
         Entity(id="2", label="GPE", span=Span.of(4, 10))],
    )  # fmt: skip
    made = mend(article, _all(article))
    assert list(made.after.by_id) == ["1"]
    assert not made.refused


def test_what_lies_in_what_was_just_marked_is_no_longer_missing() -> None:
    article = annotated("زار جامعة بيروت")
    others = annotated("في [جامعة بيروت|ORG]", id="b"), annotated("في [بيروت|GPE]", id="c")
    findings = _all(article, *others)
    assert sorted(one.words for one in findings) == ["بيروت", "جامعة بيروت"]
    assert written(mend(article, findings).after) == "زار [جامعة بيروت|ORG]"


def test_no_fix_makes_spans_that_cross() -> None:
    article = annotated("[وزير الخارجية|OCC] الأردني")
    place, other = Span.of(5, 21), (2, Span.of(0, 3))
    fix = Fix("mark", span=place, label="ORG")
    finding = Finding(check="copies", article=1, article_id="article", title="", why="", span=place,
                      fix=fix, other=other)  # fmt: skip
    made = mend(article, [finding])
    assert made.after.by_id == article.by_id
    assert [str(error) for _, error in made.refused] == ["It would cross OCC, وزير الخارجية."]


def test_what_has_changed_since_it_was_found_stays_as_it_is() -> None:
    article = annotated("زار [ بيروت|GPE] أمس")
    findings = [one for one in _all(article) if one.check == "spaces"]
    (entity,) = article.entities
    moved = article.apply(change(article, entity.id, span=Span.of(4, 14)))
    made = mend(moved, findings)
    assert (made.after.by_id, made.mended, made.refused) == (moved.by_id, (), ())


def test_a_fix_that_would_cost_a_relation_is_refused_with_the_reason() -> None:
    article = annotated("[ليلى|PERS] في [سولار|ORG]")
    one, two = article.entities
    article = article.apply(relate("EMPLOYED_BY", one.id, two.id))
    finding = Finding(check="labels", article=1, article_id="article", title="", why="",
                      span=two.span, values={"label": "ORG"},
                      fix=Fix("relabel", two.id, label="DATE"))  # fmt: skip
    made = mend(article, [finding])
    assert not made.edit
    assert [found for found, _ in made.refused] == [finding]


@settings(max_examples=60)
@given(corpora())
def test_no_check_fails_and_every_fix_settles_what_it_mends(worked: list[Worked]) -> None:
    findings = run(lambda: iter(worked))
    # By key and annotations: another one may come to stand where a mended one stood.
    mended: set[tuple[str, tuple[str, ...]]] = set()
    after = []
    for one in worked:
        here = [finding for finding in findings if finding.article == one.number]
        assert all(finding.say() and finding.key and finding.name for finding in here)
        made = mend(one.annotated, here)
        # The model checks each edit; what comes of all of them must be admitted as a whole too.
        built = AnnotatedArticle.build(one.annotated.article, NEWS, made.after.by_id.values())
        assert built.by_id == made.after.by_id
        assert one.annotated.apply(made.edit).by_id == made.after.by_id
        assert made.after.apply(made.edit.inverse()).by_id == one.annotated.by_id
        after.append(replace(one, annotated=made.after))
        mended |= {(finding.key, finding.ids) for finding in made.mended}
    assert not mended & {(finding.key, finding.ids) for finding in run(lambda: iter(after))}


@settings(max_examples=40)
@given(corpora())
def test_each_check_finds_alone_what_it_finds_among_others(worked: list[Worked]) -> None:
    findings = run(lambda: iter(worked))
    for check in CHECKS:
        alone = run(lambda: iter(worked), chosen([check.id]))
        assert alone == [one for one in findings if one.check == check.id]
