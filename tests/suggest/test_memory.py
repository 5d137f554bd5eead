"""What was marked is suggested where it occurs again, as surely as it was marked before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Entity
from annotator.suggest import Judged, Materials, chosen
from annotator.suggest.memory import Memory, make
from tests.notation import NEWS, annotated


def memory(
    *worked: str, done: Sequence[str] = (), rejected: Sequence[tuple[str, str]] = ()
) -> Memory:
    def articles(lines: Sequence[str]) -> Iterator[AnnotatedArticle]:
        return (annotated(line, id=f"article {n}") for n, line in enumerate(lines))

    judged = [Judged("entity", label, surface, "rejected") for surface, label in rejected]
    (way,) = chosen(["memory"])
    made = way.make(
        Materials(
            labels=NEWS,
            worked=lambda: articles([*worked, *done]),
            finished=lambda: articles(done),
            judged=lambda: iter(judged),
        )
    )
    assert isinstance(made, Memory)
    return made


def said(memory: Memory, line: str) -> dict[str, tuple[str, float]]:
    article = annotated(line)
    found = {}
    for one in memory.suggest(article):
        assert isinstance(one.annotation, Entity)
        surface = one.annotation.span.surface(article.text)
        found[surface] = one.annotation.label, round(one.score, 2)
    return found


def test_a_string_is_found_however_it_is_written() -> None:
    known = memory("زار [بيروت|GPE] و[وزارة  الخارجيّة|ORG]")
    assert said(known, "عاد من بَيروتَ، وللوزارة رأي؛ وببيروت وزارة الخارجية") == {
        "بَيروتَ": ("GPE", 0.75),
        "بيروت": ("GPE", 0.75),
        "وزارة الخارجية": ("ORG", 0.75),
    }


def test_a_part_of_a_longer_name_is_not_suggested() -> None:
    known = memory("وصل [أمس|DATE] ثم زار [أمس|DATE]", "غادر [أمس الخميس|DATE]")
    assert said(known, "عاد أمس الخميس") == {"أمس الخميس": ("DATE", 0.75)}
    assert said(known, "ثم عاد [أمس الجمعة|DATE]") == {}


def test_being_a_part_of_longer_names_counts_against_a_string() -> None:
    days = ["غادر [أمس الخميس|DATE]", "غادر [أمس السبت|DATE]", "غادر [أمس الأحد|DATE]"]
    assert "أمس" in said(memory(done=["وصل [أمس|DATE]"]), "عاد أمس مساء")
    assert said(memory(done=["وصل [أمس|DATE]", *days]), "عاد أمس مساء") == {}


def test_in_what_has_another_label_a_string_is_neither_marked_nor_left() -> None:
    towns = ["درس في [جامعة القاهرة|ORG]"] * 3
    assert said(memory(done=["زار [القاهرة|GPE]", *towns]), "في القاهرة")["القاهرة"][1] == 0.75


def test_who_marks_parts_too_has_them_suggested() -> None:
    known = memory("في [[كلية الطب|ORG] بجامعة دمشق|ORG]", "زار [كلية الطب|ORG]")
    assert set(said(known, "في [كلية الطب بجامعة حلب|ORG]")) == {"كلية الطب"}


def test_a_name_behind_a_particle_that_is_none_is_not_found() -> None:
    known = memory("زار [ليد|PERS]", "قال وليد إن وليد")
    assert said(known, "ووليد قال وليد") == {}


def test_the_score_is_the_share_of_decisions() -> None:
    two = "[بيروت|GPE] ثم [بيروت|GPE]"
    assert said(memory(two), "في بيروت") == {"بيروت": ("GPE", 0.83)}
    assert said(memory(two, done=["كتب عن بيروت"]), "في بيروت") == {"بيروت": ("GPE", 0.62)}
    assert said(memory(two, "نادي [بيروت|ORG]"), "في بيروت") == {"بيروت": ("GPE", 0.62)}
    assert said(memory(two, rejected=[("بيروتَ", "GPE")]), "في بيروت") == {"بيروت": ("GPE", 0.62)}
    assert said(memory(two, done=["كتب عن بيروت بيروت بيروت"]), "في بيروت") == {}


def test_what_was_not_finished_says_nothing_by_what_it_leaves_out() -> None:
    assert said(memory("[بيروت|GPE]", "بيروت بيروت بيروت"), "في بيروت") == {"بيروت": ("GPE", 0.75)}


@pytest.mark.parametrize(("times", "found"), [(9, True), (10, False)])
def test_a_string_rejected_ten_times_is_not_suggested_an_eleventh(times: int, found: bool) -> None:
    known = memory(" ".join(["[بيروت|GPE]"] * 10), rejected=[("بيروت", "GPE")] * times)
    assert bool(said(known, "في بيروت")) == found


def test_the_longest_string_is_found_and_what_is_usual_inside_of_it() -> None:
    flat = memory("[جامعة القاهرة|ORG] في [القاهرة|GPE]")
    assert set(said(flat, "قالت جامعة القاهرة")) == {"جامعة القاهرة"}
    nested = memory("[جامعة [القاهرة|GPE]|ORG]")
    assert set(said(nested, "قالت جامعة القاهرة")) == {"جامعة القاهرة", "القاهرة"}


def test_what_is_marked_here_is_suggested_in_the_next_sentence() -> None:
    assert said(memory(), "قال [كمال حداد|PERS] اليوم. وأضاف كمال حداد") == {
        "كمال حداد": ("PERS", 0.75)
    }
    shy = memory(rejected=[("كمال حداد", "PERS")])
    assert said(shy, "قال [كمال حداد|PERS] اليوم. وأضاف كمال حداد") == {}


def test_the_version_says_what_is_known() -> None:
    assert memory("[بيروت|GPE]").version == memory("[بيروت|GPE]").version
    assert memory("[بيروت|GPE]").version != memory("[بيروت|ORG]").version
    assert memory("[بيروت|GPE]").version != memory("[بيروت|GPE]", done=["بيروت"]).version


def test_what_is_long_or_in_fragments_is_not_remembered() -> None:
    words = " ".join(["كلمة"] * 40)
    assert said(memory(f"[{words}|ORG]"), words) == {}


names = st.lists(
    st.sampled_from(["بيروت", "ليلى", "كمال حداد", "وزارة المال"]), min_size=1, max_size=6
)


@given(names, names)
def test_spans_are_whole_and_labels_are_known(known: list[str], text: list[str]) -> None:
    found = memory(" قال ".join(f"[{one}|ORG]" for one in known))
    article = annotated(" قال ".join(text))
    for one in found.suggest(article):
        assert isinstance(one.annotation, Entity)
        assert one.annotation.span.surface(article.text) in known
        assert 0.5 <= one.score < 1
    assert {one.annotation.span.surface(article.text) for one in found.suggest(article)} == {  # type: ignore[union-attr]
        name for name in text if name in known
    }


def test_make_reads_the_work_anew() -> None:
    assert make(Materials(labels=NEWS)).suggest(annotated("بيروت")) == []


def test_a_family_name_is_found_once_the_whole_name_is_marked() -> None:
    known = memory("زار [بيروت|GPE]")
    line = "قالت [سلمى الودغيري|PERS] إن [دعاء أبو عيشة|PERS] سافرت. وأضافت الودغيري لأبو عيشة"
    found = said(known, line)
    assert found["الودغيري"] == ("PERS", 0.75)
    assert found["أبو عيشة"] == ("PERS", 0.75)
    assert "عيشة" not in found


@pytest.mark.parametrize(
    "line",
    [
        "في [شركة الودغيري|ORG] قال الودغيري",  # no person
        "قالت [الودغيري|PERS] لها",  # one word: nothing that it is the last part of
        "قال [كيم يو|PERS] إن يو",  # too short a word
        "قالت [سلمى الودغيري|PERS] لها",  # only in the whole name
    ],
)
def test_nothing_else_is_taken_for_a_family_name(line: str) -> None:
    assert said(memory("زار [بيروت|GPE]"), line) == {}


def test_what_is_marked_is_not_suggested() -> None:
    """It would be offered at once where the person takes the mark away."""
    known = memory("زار [بيروت|GPE]")
    assert said(known, "زار [بيروت|GPE] و[وزارة بيروت|ORG]، وبيروت").keys() == {"بيروت"}
    assert len(known.suggest(annotated("[بيروت|GPE] ثم [بيروت|ORG]"))) == 0


def test_a_family_name_that_the_project_knows_otherwise_is_left_to_that() -> None:
    known = memory("زار [الودغيري|GPE]")
    line = "قالت [سلمى الودغيري|PERS]. وزارت الودغيري"
    assert said(known, line)["الودغيري"] == ("GPE", 0.75)
    rejected = memory("زار [بيروت|GPE]", rejected=[("الودغيري", "PERS")])
    assert "الودغيري" not in said(rejected, line)
