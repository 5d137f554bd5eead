"""Looking for all known strings at once finds what looking for one after the other finds."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings

from annotator.model.annotations import Entity
from annotator.model.same import unmarked
from annotator.quality.checks import chosen, run
from annotator.quality.corpus import Knowledge, Worked
from annotator.text.same import Needle
from tests.notation import annotated
from tests.quality.made import corpora


def _one_by_one(worked: list[Worked]) -> set[tuple[int, int, int, str]]:
    """The places that the check should find: slowly, string by string."""
    knowledge = Knowledge.of(lambda: iter(worked), copies=False)
    places: set[tuple[int, int, int, str]] = set()
    for one in worked:
        article = one.annotated
        for string, counts in knowledge.labels.items():
            if one.status != "done" or sum(map(str.isalpha, string)) < 2:
                continue
            label = counts.most_common(1)[0][0]
            for place in unmarked(article, Needle(string), label):
                start, end = place.span.start, place.span.end
                near = article.between(start, end)
                if place.chosen and not any(
                    isinstance(other, Entity) and other.span.overlaps(start, end) for other in near
                ):
                    places.add((one.number, start, end, string))
    left = Counter(string for *_, string in places)
    common = {string for string in left if left[string] > knowledge.labels[string].total()}
    return {place for place in places if place[3] not in common}


def _at_once(worked: list[Worked]) -> set[tuple[int, int, int, str]]:
    found = run(lambda: iter(worked), chosen(["unmarked"]))
    return {
        (one.article, one.span.start, one.span.end, one.group) for one in found if one.span
    }  # fmt: skip


@settings(max_examples=150)
@given(corpora())
def test_as_one_by_one(worked: list[Worked]) -> None:
    assert _at_once(worked) == _one_by_one(worked)


def test_a_string_does_not_begin_again_before_it_ends() -> None:
    lines = ("[نوفا نوفا|ORG]", "نوفا نوفا نوفا")
    worked = [Worked(at, annotated(line, id=f"a{at}"), "done") for at, line in enumerate(lines, 1)]
    assert _at_once(worked) == _one_by_one(worked) == {(2, 0, 9, "نوفا نوفا")}


def test_an_example_in_which_there_is_something_to_find() -> None:
    lines = ("زار [بيروت|GPE] وقالت [الوزارة|ORG]", "عاد من بيروت وبيروت", "بعث للوزارة كتابا")
    worked = [
        Worked(number, annotated(line, id=f"a{number}"), "done")
        for number, line in enumerate([*lines, lines[0]], 1)
    ]
    assert _at_once(worked) == _one_by_one(worked)
    assert len(_at_once(worked)) == 3
