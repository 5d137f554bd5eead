"""Copies of an article that are annotated differently: what is told, where, and what mends it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Entity, Quote
from annotator.model.article import Article, Status
from annotator.model.edits import change
from annotator.model.spans import Span
from annotator.quality.checks import Finding, chosen, edit, run
from annotator.quality.corpus import Worked
from annotator.quality.duplicates import Sketches, groups
from annotator.quality.passages import shared
from tests.notation import NEWS, annotated, written
from tests.texts import SHORT

BEGINNING = "قالت وزيرة الطاقة ليلى الحموري اليوم الثلاثاء إن بلادها وقعت مع "
COMPANY = "شركة سولار"
END = " اتفاقا لبناء محطة في مدينة معان وقالت إن العمل يبدأ غدا في البلاد"


def found(*articles: str | AnnotatedArticle, status: Status = "done") -> list[Finding]:
    """What the check finds in these articles."""
    worked = [
        Worked(number, annotated(one, id=f"a{number}") if isinstance(one, str) else one, status)
        for number, one in enumerate(articles, 1)
    ]
    return run(lambda: iter(worked), chosen(["copies"]))


def test_what_only_one_of_two_copies_marks_is_told_at_the_other() -> None:
    lines = (f"{BEGINNING}[{COMPANY}|ORG]{END}", f"عمّان — {BEGINNING}{COMPANY}{END}")
    for order in (lines, lines[::-1]):
        (one,) = found(*order)
        here = order.index(lines[1]) + 1
        assert (one.article, one.words) == (here, COMPANY)
        start = len(BEGINNING)
        assert one.other == (3 - here, Span.of(start, start + len(COMPANY)))
        article = annotated(lines[1])
        assert one.fix is not None
        mended = article.apply(edit(article, one.fix))
        assert written(mended) == f"عمّان — {BEGINNING}[{COMPANY}|ORG]{END}"
        assert str(3 - here) in one.say()


def test_copies_to_the_letter_are_compared_too_and_new_lines_do_not_matter() -> None:
    whole = f"{BEGINNING}[{COMPANY}|ORG]{END}"
    assert len(found(whole, f"{BEGINNING}{COMPANY}{END}")) == 1
    (one,) = found(whole, f"{BEGINNING}{COMPANY}{END}".replace(" ", "\n"))
    assert one.fix is not None
    assert one.fix.span == Span.of(len(BEGINNING), len(BEGINNING + COMPANY))
    assert len(found("[بيروت|GPE] هادئة", "بيروت هادئة")) == 1


def test_another_label_and_other_edges_are_told_once_and_left_to_a_person() -> None:
    lines = (
        f"{BEGINNING}[{COMPANY}|ORG]{END}",
        f"{BEGINNING}[{COMPANY}|GPE]{END}",
        f"{BEGINNING}شركة [سولار|ORG]{END}",
    )
    (one,) = found(*lines[:2])
    assert (one.article, one.fix) == (2, None)
    assert one.say().endswith("this is ORG; here it is GPE.")
    (one,) = found(lines[0], lines[2], status="begun")
    assert (one.article, one.words, one.fix) == (2, "سولار", None)
    assert one.say().endswith("ORG has other edges.")


def test_articles_that_are_not_done_lack_nothing() -> None:
    lines = (f"{BEGINNING}[{COMPANY}|ORG]{END}", f"{BEGINNING}{COMPANY}{END}")
    assert not found(*lines, status="begun")


def test_what_is_nested_elsewhere_is_marked_inside() -> None:
    lines = (
        f"{BEGINNING}[شركة [سولار|GPE]|ORG]{END}",
        f"{BEGINNING}[{COMPANY}|ORG]{END}",
    )
    (one,) = found(*lines)
    article = annotated(lines[1])
    assert one.fix is not None
    assert written(article.apply(edit(article, one.fix))) == lines[0]


def test_what_both_have_stands_in_nobodys_way() -> None:
    lines = (f"{BEGINNING}[شركة [سولار|ORG]|ORG]{END}", f"{BEGINNING}[{COMPANY}|ORG]{END}")
    (one,) = found(*lines)
    assert one.fix is not None
    assert (one.article, one.words) == (2, "سولار")


def test_what_would_cross_is_told_as_something_else_and_not_marked() -> None:
    lines = (
        f"{BEGINNING}[شركة سولار|ORG] اتفاقا{END}",
        f"{BEGINNING}شركة [سولار اتفاقا|GPE]{END}",
    )
    (one,) = found(*lines)
    assert (one.article, one.words, one.fix) == (2, "سولار اتفاقا", None)


def test_what_is_only_in_one_of_the_texts_is_not_compared() -> None:
    assert not found(
        f"{BEGINNING}[شركة نسيم|ORG]{END}",
        f"{BEGINNING}شركة سولار{END}",
    )
    assert not found("قالت [ليلى|PERS] شيئا عن بيروت اليوم", "عاد محمد من دمشق ثم نام قالت ليلى")


def test_a_quote_comes_with_its_cue_source_and_speaker() -> None:
    line = BEGINNING + "[شركة سولار|ORG]" + END + " و«[لا نعرف متى|direct]»، قالت الوزيرة"
    one = annotated(line, id="one")
    quote = one.quotes[0]
    cue, source = (
        Span.of(one.text.rindex(part), one.text.rindex(part) + len(part))
        for part in ("قالت", "الوزيرة")
    )
    one = one.apply(change(one, quote.id, cue=cue, source=source, speaker=one.entities[0].id))
    before = f"في عمّان {BEGINNING}[شركة سولار|ORG]{END} و«لا نعرف متى»، قالت الوزيرة"
    other = annotated(before, id="other")
    (finding,) = found(one, other)
    assert finding.fix is not None
    after = other.apply(edit(other, finding.fix))
    (made,) = after.quotes
    assert [part and part.surface(after.text) for part in (made.span, made.cue, made.source)] == [
        "لا نعرف متى", "قالت", "الوزيرة",
    ]  # fmt: skip
    assert made.speaker == other.entities[0].id
    assert not found(one, after)


def test_three_copies_tell_one_thing_once() -> None:
    marked, bare = f"{BEGINNING}[{COMPANY}|ORG]{END}", f"{BEGINNING}{COMPANY}{END}"
    assert [one.article for one in found(marked, marked, bare)] == [3]
    assert [one.article for one in found(bare, marked, bare)] == [1, 3]
    many = found(*[bare] * 20, marked, *[bare] * 20)
    assert [one.article for one in many if one.article > 21] == list(range(22, 42))


def test_sketches_find_what_counting_all_shingles_finds() -> None:
    words = [f"كلمة{number}" for number in range(300)]
    texts = {}
    for number in range(20):
        texts[f"{number}"] = " ".join(words[number * 3 : number * 3 + 100 : 1 + number % 3])
        texts[f"{number}b"] = texts[f"{number}"] + " زيادة في آخر النص"
    sketches = Sketches()
    for id, text in texts.items():
        sketches.add(id, text)
    joined = {frozenset(group) for group in sketches.groups()}
    exact = {frozenset(group) for group in groups(texts.items()) if len(group) > 1}
    assert all(any(group <= other for other in joined) for group in exact)
    assert exact


@given(SHORT, SHORT, SHORT, st.data())
def test_what_is_carried_has_the_same_letters(
    before: str, middle: str, after: str, data: st.DataObject
) -> None:
    one, other = before + " " + middle, middle + " " + after
    passages = shared(one, other)
    if not one.strip():
        return
    start = data.draw(st.integers(0, len(one) - 1))
    span = Span.of(start, data.draw(st.integers(start + 1, len(one))))
    there = passages.carried(span)
    if there is not None:
        assert there.surface(other).split() == span.surface(one).split()
        assert passages.turned().carried(there) == span


def test_long_tables_are_compared_in_a_moment() -> None:
    table = ["0", "،", "1", ".", "5"] * 12_000
    beginning = "جدول نتائج الانتخابات في محافظة معان بحسب الدوائر: "
    one, other = beginning + " ".join(table), beginning + " ".join(["7", *table])
    assert shared(one, other).carried(Span.of(0, 4)) == Span.of(0, 4)


_WORDS = ("بيروت", "قالت", "«", "»", "الوزيرة", "في", "5%", "محمّد", "،")


@given(st.data())
def test_all_that_is_missing_can_be_marked_and_is_settled_then(data: st.DataObject) -> None:
    words = data.draw(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=14))
    articles = []
    for number in range(data.draw(st.integers(2, 3))):
        changed = [data.draw(st.sampled_from(_WORDS)) if data.draw(st.booleans()) and at == 7
                   else word for at, word in enumerate(words)]  # fmt: skip
        text = " ".join(changed)
        article = Article(id=f"a{number}", text=text)
        articles.append(AnnotatedArticle.build(article, NEWS, _drawn(data, text)))
    findings = found(*articles)
    for finding in findings:
        assert finding.say()
        at, place = finding.other or (0, Span.of(0, 1))
        assert at != finding.article
        assert place.surface(articles[at - 1].text)
        if finding.fix is not None:
            here = articles[finding.article - 1]
            articles[finding.article - 1] = here.apply(edit(here, finding.fix))
    fixed = {finding.key for finding in findings if finding.fix is not None}
    assert not fixed & {finding.key for finding in found(*articles)}


def _drawn(data: st.DataObject, text: str) -> list[Entity | Quote]:
    """A few annotations anywhere in a text, no two of which say the same."""
    found: dict[tuple[str, Span], Entity | Quote] = {}
    for number in range(data.draw(st.integers(0, 4))):
        start = data.draw(st.integers(0, len(text) - 1))
        span = Span.of(start, data.draw(st.integers(start + 1, len(text))))
        label = data.draw(st.sampled_from(("GPE", "ORG", "direct")))
        found[label, span] = (
            Quote(id=f"e{number}", type="direct", span=span)
            if label == "direct"
            else Entity(id=f"e{number}", label=label, span=span)
        )
    return list(found.values())
