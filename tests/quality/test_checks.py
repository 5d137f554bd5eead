"""What each check finds in annotated texts, what it leaves alone, and what its fix makes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from annotator.errors import EditRefused, UserError
from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Entity, Quote
from annotator.model.article import Article, Status
from annotator.model.edits import change, delete, quote
from annotator.model.spans import Span
from annotator.quality.checks import CHECKS, Finding, chosen, edit, run
from annotator.quality.corpus import Worked, build
from tests.notation import NEWS, annotated, parsed, written


def found(check: str, *lines: str, status: Status = "done") -> list[Finding]:
    """What one check finds in these articles."""
    articles = [
        Worked(number, annotated(line, id=f"article-{number}"), status)
        for number, line in enumerate(lines, 1)
    ]
    return run(lambda: iter(articles), chosen([check]))


def mended(line: str, finding: Finding) -> str:
    article = annotated(line)
    assert finding.fix is not None
    return written(article.apply(edit(article, finding.fix)))


@pytest.mark.parametrize(
    ("check", "line", "after"),
    [
        ("spaces", "زار [ بيروت |GPE]أمس", "زار  [بيروت|GPE] أمس"),
        ("spaces", "زار [\u200fبيروت|GPE] أمس", "زار \u200f[بيروت|GPE] أمس"),
        ("punctuation", "زار [بيروت،|GPE] أمس", "زار [بيروت|GPE]، أمس"),
        ("punctuation", "قال [«لا نعرف»|direct] أمس", "قال [«لا نعرف»|direct] أمس"),
        ("letters", "زار [محم|PERS]ّد", "زار [محمّ|PERS]د"),
    ],
)
def test_edges_are_put_right(check: str, line: str, after: str) -> None:
    findings = found(check, line)
    if line == after:
        assert not findings
    else:
        (one,) = findings
        assert mended(line, one) == after


@pytest.mark.parametrize(
    "line",
    [
        "شركة [«نسيم نوفا» (Nassim Nova)|ORG] هنا",
        "بنسبة [5%|PERCENT] فقط" if NEWS.entity("PERCENT") else "زار [بيروت|GPE]",
        "كتاب [د.|OCC] ليلى",
        "زار [U.S.|GPE] أمس",
        "قال «[لا نعرف؟|direct]»",
    ],
)
def test_marks_that_belong_to_a_name_stay(line: str) -> None:
    assert not found("punctuation", line)


PAIRS = ("«»", "»«", "“”", "”“", "„“", '""', "＂＂", "‹›", "‘’", "''", '«"', "“»", "()")


@pytest.mark.parametrize("marks", PAIRS)
@pytest.mark.parametrize("name", ["الصفاة اليوم", "صحارى X5", "كتاب (2)"])
def test_a_pair_around_a_name_is_right_and_one_mark_alone_is_not(marks: str, name: str) -> None:
    first, last = marks
    assert not found("punctuation", f"في [{first}{name}{last}|ORG] أمس")
    assert not found("punctuation", f"في [دار {first}{name}{last}|ORG] أمس")
    (one,) = found("punctuation", f"في [{first}{name}|ORG]{last} أمس")
    assert mended(f"في [{first}{name}|ORG]{last} أمس", one) == f"في {first}[{name}|ORG]{last} أمس"
    (one,) = found("punctuation", f"في {first}[{name}{last}|ORG] أمس")
    assert mended(f"في {first}[{name}{last}|ORG] أمس", one) == f"في {first}[{name}|ORG]{last} أمس"


def test_what_stands_behind_a_pair_goes_and_the_pair_stays() -> None:
    line = 'في [دار "الصفاة"،|ORG] و["النور" و"الأمل"|ORG]'
    (one,) = found("punctuation", line)
    assert mended(line, one) == 'في [دار "الصفاة"|ORG]، و["النور" و"الأمل"|ORG]'


def test_a_string_with_several_labels_gets_the_frequent_one() -> None:
    lines = ("زار [بيروت|GPE]", "في [بيروت|GPE]", "قالت [بَيروت|ORG] إنها")
    (one,) = found("labels", *lines)
    assert (one.article, one.words) == (3, "بَيروت")
    assert one.say() == "The same string is GPE elsewhere (2) and ORG here (1)."
    assert mended(lines[2], one) == "قالت [بَيروت|GPE] إنها"


def test_a_tie_is_told_at_both_places_and_has_no_fix() -> None:
    findings = found("labels", "زار [بيروت|GPE]", "قالت [بيروت|ORG]")
    assert [one.article for one in findings] == [1, 2]
    assert not any(one.fix for one in findings)


def test_both_labels_on_one_span_are_meant() -> None:
    assert not found("labels", "زار [[بيروت|GPE]|ORG]", "زار [بيروت|GPE]")


def test_a_string_marked_elsewhere_is_found_behind_particles() -> None:
    lines = ("زار [بيروت|GPE] أمس", "عاد من دمشق وبيروت", "في بيروتي")
    (one,) = found("unmarked", *lines)
    assert (one.article, one.words) == (2, "بيروت")
    assert mended(lines[1], one) == "عاد من دمشق و[بيروت|GPE]"


def test_the_article_is_found_behind_lam_too() -> None:
    (one,) = found("unmarked", "قالت [الوزارة|ORG] أمس", "وجّه للوزارة رسالة")
    assert one.words == "لوزارة"


def test_nothing_is_missing_in_articles_that_are_not_done() -> None:
    lines = ("زار [بيروت|GPE]", "في بيروت قال «لا نعرف شيئا عن هذا»")
    for check in ("unmarked", "marks"):
        assert not found(check, *lines, status="begun")
        assert len(found(check, *lines)) == 1


def test_common_words_are_not_called_forgotten() -> None:
    assert not found("unmarked", "قال [الرئيس|OCC]", "قال الرئيس", "عاد الرئيس")


def test_what_lies_in_another_entity_is_not_forgotten() -> None:
    assert not found("unmarked", "زار [بيروت|GPE]", "زار [جامعة بيروت|ORG]")


def test_particles_are_taken_out_where_others_leave_them_out() -> None:
    lines = ("زار [بيروت|GPE]", "في [بيروت|GPE]", "عاد [وبيروت|GPE] هادئة", "وصل [وليد|PERS]")
    (one,) = found("particles", *lines)
    assert one.article == 3
    assert mended(lines[2], one) == "عاد و[بيروت|GPE] هادئة"


def test_spans_that_cross() -> None:
    article = AnnotatedArticle.build(
        Article(id="a", text="وزير الخارجية الأردني"), NEWS,
        [Entity(label="OCC", span=Span.of(0, 13)), Entity(label="ORG", span=Span.of(5, 21))],
    )  # fmt: skip
    (one,) = run(lambda: iter([Worked(1, article)]), chosen(["crossing"]))
    assert one.words == "وزير الخارجية الأردني"
    assert not found("crossing", "[وزارة [الأردن|GPE]|ORG] و[لبنان|GPE]")


def test_fragments_may_share_a_word() -> None:
    article = AnnotatedArticle.build(
        Article(id="a", text="وزيرا الأشغال والاقتصاد"), NEWS,
        [Entity(label="OCC", span=Span.of(0, 13)),
         Entity(label="OCC", span=Span(((0, 5), (15, 23))))],
    )  # fmt: skip
    assert not run(lambda: iter([Worked(1, article)]), chosen(["crossing"]))


def test_annotations_that_the_label_set_refuses() -> None:
    text, entities = parsed("[محمد|PERS] زار")
    foreign = Entity(id="x", label="NOSUCH", span=Span.of(5, 8))
    built, refused = build(Article(id="a", text=text), NEWS, [*entities, foreign])
    (one,) = run(lambda: iter([Worked(1, built, "done", refused)]), chosen(["rules"]))
    assert one.say() == "The label set has no entity NOSUCH."
    assert [kept.id for kept in built.listed()] == ["a1"]


def test_lengths_that_stand_out() -> None:
    usual = tuple(f"زار [بيروت{letter}|GPE]" for letter in "ابتثجحخدذرزسشصضطظعغفق")
    long = "زار [بيروت الجميلة التي لا ينساها من رآها يوما من الأيام|GPE]"
    findings = found("lengths", *usual, long, "[ب|GPE] هنا")
    assert [one.article for one in findings] == [len(usual) + 1, len(usual) + 2]
    assert not found("lengths", long, "زار [بيروت|GPE]")


def test_quotes_lack_their_parts_until_they_have_them() -> None:
    article = annotated("قال [محمد|PERS] «[لا نعرف|direct]»")
    checks = chosen(["cues", "speakers"])
    before = run(lambda: iter([Worked(1, article)]), checks)
    assert [one.check for one in before] == ["cues", "speakers"]
    quote = next(one for one in article.listed() if isinstance(one, Quote))
    whole = article.apply(change(article, quote.id, cue=Span.of(0, 3), speaker="a1"))
    assert not run(lambda: iter([Worked(1, whole)]), checks)


def test_marks_around_a_name_or_a_quote_are_no_finding() -> None:
    assert found("marks", "قال «لا نعرف شيئا عن هذا» أمس")
    assert not found("marks", "قال «[لا نعرف شيئا عن هذا|direct]» أمس")
    assert not found("marks", "كتاب [«لا نعرف شيئا عن هذا»|ORG] أمس")


def test_open_suggestions_matter_once_the_article_is_done() -> None:
    article = annotated("زار بيروت")
    open_one = Entity(label="GPE", span=Span.of(4, 9))
    for status, count in (("begun", 0), ("done", 1)):
        worked = Worked(1, article, status, (), (open_one,))  # type: ignore[arg-type]
        assert len(run(lambda worked=worked: iter([worked]), chosen(["suggestions"]))) == count


def test_a_fix_that_would_make_a_copy_or_lose_a_relation_is_refused() -> None:
    article = AnnotatedArticle.build(
        Article(id="a", text="زار بيروت "), NEWS,
        [Entity(label="GPE", span=Span.of(4, 9)), Entity(label="GPE", span=Span.of(4, 10))],
    )  # fmt: skip
    (one,) = run(lambda: iter([Worked(1, article)]), chosen(["spaces"]))
    assert one.fix is not None
    with pytest.raises(EditRefused, match="there already"):
        edit(article, one.fix)


def only(check: str, article: AnnotatedArticle) -> list[Finding]:
    """What one check finds in one article that is done."""
    return run(lambda: iter([Worked(1, article, "done")]), chosen([check]))


def test_what_covers_the_same_words_twice_can_go_once() -> None:
    article = AnnotatedArticle.build(
        Article(id="a", text="زار بيروت الجميلة "), NEWS,
        [Entity(id="plain", label="GPE", span=Span.of(4, 17)),
         Entity(id="space", label="GPE", span=Span.of(4, 18)),
         Entity(id="parts", label="GPE", span=Span(((4, 9), (10, 13), (13, 17)))),
         Entity(id="other", label="ORG", span=Span.of(4, 17)),
         Entity(id="short", label="GPE", span=Span.of(4, 9))],
    )  # fmt: skip
    findings = only("twins", article)
    assert [one.ids for one in findings] == [("space", "plain"), ("parts", "plain")]
    for one in findings:
        assert one.fix is not None
        article = article.apply(edit(article, one.fix))
    assert sorted(article.by_id) == ["other", "plain", "short"]
    assert not only("twins", article)


def test_of_two_the_one_stays_that_has_more_and_both_if_each_has_something() -> None:
    def twins(first: Entity, second: Entity) -> list[Finding]:
        article = Article(id="a", text="زار بيروت ")
        return only("twins", AnnotatedArticle.build(article, NEWS, [first, second]))

    plain = Entity(id="1", label="GPE", span=Span.of(4, 9))
    noted = Entity(id="2", label="GPE", span=Span.of(4, 10), note="العاصمة")
    (one,) = twins(plain, noted)
    assert one.fix is not None
    assert (one.fix.id, one.fix.keeps) == ("1", "2")
    (one,) = twins(replace(plain, note="؟"), noted)
    assert one.fix is None


def test_nothing_goes_whose_twin_is_gone_or_that_is_referred_to() -> None:
    article = AnnotatedArticle.build(
        Article(id="a", text="زار بيروت "), NEWS,
        [Entity(id="1", label="GPE", span=Span.of(4, 9)),
         Entity(id="2", label="GPE", span=Span.of(4, 10))],
    )  # fmt: skip
    (one,) = only("twins", article)
    assert one.fix is not None
    alone = article.apply(delete(article, ["1"]))
    assert not edit(alone, one.fix)
    quoted = article.apply(quote("direct", Span.of(0, 3), speaker="2"))
    with pytest.raises(EditRefused, match="refers to"):
        edit(quoted, one.fix)


def test_an_unknown_check_is_told_with_those_there_are() -> None:
    with pytest.raises(UserError, match="There is no check nosuch"):
        chosen(["nosuch"])
    assert chosen([]) == CHECKS
    assert len({one.id for one in CHECKS}) == len(CHECKS)


_LETTERS = "بيروت وفلكس،.«»()\u064e\u0651ـ\u200f \n5%🙂"


@given(st.text(_LETTERS, min_size=1, max_size=30), st.data())
def test_nothing_fails_and_every_fix_settles_its_finding(text: str, data: st.DataObject) -> None:
    places = st.tuples(st.integers(0, len(text) - 1), st.integers(1, 8))
    spans = {
        Span.of(start, min(len(text), start + length))
        for start, length in data.draw(st.lists(places, max_size=4))
    }
    article = AnnotatedArticle.build(
        Article(id="a", text=text), NEWS,
        [Entity(id=f"e{n}", label="GPE", span=span) for n, span in enumerate(sorted(spans))],
    )  # fmt: skip
    for one in run(lambda: iter([Worked(1, article, "done")])):
        assert one.say()
        if one.fix is None:
            continue
        try:
            after = article.apply(edit(article, one.fix))
        except EditRefused:
            continue
        again = run(lambda after=after: iter([Worked(1, after, "done")]), chosen([one.check]))
        assert one.key not in {other.key for other in again}
