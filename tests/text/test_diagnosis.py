"""What is the matter with quotations, and which belong together."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from annotator.text.diagnosis import diagnose, diagnosed_at
from annotator.text.quotemarks import quotations
from annotator.text.sentences import line_at, paragraph

PIECES = [*'“”"«»‹›،:.', "نص", " ", " قال زيد", "، قال زيد، ", "، وأضاف ", "\n", "\n\n", " أن "]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


def wholes(text: str) -> list[str]:
    """Every quotation with its parts joined by a bar, each once."""
    found = dict.fromkeys(one.fragments for one in diagnose(text))
    return ["|".join(text[slice(*part)] for part in parts) for parts in found]


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("قال «نعم».", ()),
        ("قال «نعم.", ("unclosed",)),
        ("قال: نعم».", ("unopened",)),
        ('قال «نعم".', ("mixed",)),
        ("«أول.\n\n«ثان» قال زيد.", ("reopened",)),
        ("«نعم»، قال زيد، «لا».", ("broken",)),
        ("«نعم»، قال زيد، «لا.", ("broken",)),
        ('«نعم»، قال زيد، “لا".', ("broken",)),
    ],
)
def test_findings_of_the_first_quotation(text: str, findings: tuple[str, ...]) -> None:
    assert diagnose(text)[0].findings == findings


def test_one_quotation_can_have_several_findings() -> None:
    text = 'قال: «سمعت “نعم”، كما قال زيد، “لا" ثم مضى'
    assert [one.findings for one in diagnose(text)] == [
        ("unclosed",),
        ("nested", "broken"),
        ("mixed", "nested", "broken"),
    ]


@pytest.mark.parametrize(
    "between",
    [
        "، قال زيد، ",
        "، قال زيد عمر في مؤتمر صحفي مشترك، ",
        " – قالت هند – ",
        " تقول هند وهي تضحك، ",
        "، كما يقول زيد، ",
        "، بحسب الوزير، ",
        "، قال زيد لصحيفة «النهار»، ",
        "، قال\nزيد، ",
    ],
)
def test_an_attribution_breaks_a_quotation(between: str) -> None:
    assert wholes(f"«نحن بخير»{between}«ونبقى هنا».")[0] == "نحن بخير|ونبقى هنا"


@pytest.mark.parametrize(
    "between",
    [
        "، وقال زيد، ",
        "، وأضاف: ",
        "، قال زيد: ",
        "، مشيرا إلى أن ",
        "، قال زيد إن ",
        "، قال زيد ",
        "، قال زيد. ثم عاد، ",
        "، قال زيد،\n\n",
        "، زيد قال، ",
        "، ",
        " و",
        "، قال " + "زيد " * 50 + "، ",
    ],
)
def test_two_quotations_stay_two(between: str) -> None:
    assert wholes(f"«نحن بخير»{between}«ونبقى هنا».") == ["نحن بخير", "ونبقى هنا"]


def test_a_quotation_can_be_broken_twice_and_inside_another() -> None:
    assert wholes("«أ»، قال زيد، «ب»، تابع زيد، «ج».") == ["أ|ب|ج"]
    assert wholes("“سمعت «نعم»، قال زيد، «لا» كلها”.") == [
        "سمعت «نعم»، قال زيد، «لا» كلها",
        "نعم|لا",
    ]


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("«نعم»، قال زيد لصحيفة «النهار»، قال عمر، «لا».", ["نعم|لا", "النهار"]),
        ("«نعم»، «قال زيد»، قال عمر، «لا».", ["نعم", "قال زيد|لا"]),
        ("«نعم»، «قال زيد»، «لا».", ["نعم", "قال زيد", "لا"]),
    ],
)
def test_a_part_belongs_to_one_quotation_and_no_cue_is_quoted(
    text: str, together: list[str]
) -> None:
    assert wholes(text) == together


@settings(max_examples=300)
@example("“،““،“، قال زيد، “،")
@given(TEXTS)
def test_parts_are_quotations_in_order_and_know_each_other(text: str) -> None:
    found = diagnose(text)
    assert tuple(one.quotation for one in found) == quotations(text)
    of = {one.quotation: one.parts for one in found}
    for one in found:
        assert one.quotation in one.parts
        assert {part.depth for part in one.parts} == {one.quotation.depth}
        assert all(of[part] == one.parts for part in one.parts)
        ends = [edge for fragment in one.fragments for edge in fragment]
        assert ends == sorted(set(ends))


@settings(max_examples=300)
@example("«نعم»\nقال زيد،«لا»")
@given(TEXTS)
def test_no_paragraph_ends_between_the_parts_of_a_broken_quotation(text: str) -> None:
    for one in diagnose(text):
        for left, right in pairwise(one.parts):
            assert left.close
            assert right.open
            assert line_at(text, right.open[0]) < paragraph(text, left.close[0])[1]


@settings(max_examples=200)
@example("«نعم.»\nقال زيد، «لا»")
@example("،“\n، قال زيد، “نص")
@given(TEXTS)
def test_what_is_said_at_a_place_agrees_with_all(text: str) -> None:
    everything = diagnose(text)
    for place in range(0, len(text), 2):
        around = [
            one for one in everything if one.quotation.outer[0] <= place < one.quotation.outer[1]
        ]
        assert diagnosed_at(text, place) == tuple(
            sorted(around, key=lambda one: -one.quotation.depth)
        )


def test_many_quotations_take_no_quadratic_time() -> None:
    assert len(diagnose("«نعم»، قال زيد، " * 5_000)) == 5_000
    assert len(diagnose("قال «نعم» " * 5_000)) == 5_000
