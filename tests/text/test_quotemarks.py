"""Quotations as news sites really set them, and as nobody would."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from annotator.text.quotemarks import Quotation, quotation_at, quotations, quotations_of
from annotator.text.sentences import lines, sentence_around, sentence_ends

MARKS = [*"“”„‟\"＂«»‹›‘’'", "''"]
PIECES = [
    *MARKS,
    *MARKS,
    " ",
    "نص",
    "و",
    "قال:",
    "5",
    ".",
    "،",
    "د.",
    "\n",
    "\n\n",
    "\u200f",
    "(",
    "x",
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def found(text: str) -> list[tuple[str, str]]:
    return [(text[q.start : q.end], q.state) for q in quotations(text)]


@pytest.mark.parametrize(
    ("opening", "closing"),
    ["“”", "”“", "““", "””", "„“", "‟”", '""', "＂＂", "«»", "»«", "‹›", "‘’", ("''", "''")],
)
def test_pairs_of_one_kind(opening: str, closing: str) -> None:
    text = f"وقالت الوزيرة: {opening}نبدأ غدا{closing}، ثم غادرت."
    assert found(text) == [("نبدأ غدا", "paired")]


@pytest.mark.parametrize(("opening", "closing"), ['“"', '"”', "«”", '"»', "“»"])
def test_marks_of_different_kinds_close_each_other(opening: str, closing: str) -> None:
    assert found(f"ذكر أن {opening}الأمر انتهى{closing} أمس") == [("الأمر انتهى", "mixed")]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ('زار و"الأهرام" بـ"حزب الغد" ثم "أول"و"ثان"', ["الأهرام", "حزب الغد", "أول", "ثان"]),
        ('قال " نص أول " وأضاف " نص آخر "', ["نص أول", "نص آخر"]),
        ('قال" نص أول" و "آخر "ثم مضى', ["نص أول", "آخر"]),
        ("بسبب“ الحر ” أجلت", ["الحر"]),
        ("«\u200fنص\u200f» و«\u00a0نص\u00a0»", ["نص", "نص"]),
        ("(«نص»)، [“نص”]؛", ["نص", "نص"]),
    ],
)
def test_particles_and_misplaced_spaces(text: str, contents: list[str]) -> None:
    assert found(text) == [(content, "paired") for content in contents]


def test_nested_quotations_and_their_depths() -> None:
    text = 'قال «إن "رؤية 2030" مهمة» وقال "خطة "الغد" الكبرى"'
    contents = [(text[q.start : q.end], q.depth) for q in quotations(text)]
    assert contents == [
        ('إن "رؤية 2030" مهمة', 0),
        ("رؤية 2030", 1),
        ('خطة "الغد" الكبرى', 0),
        ("الغد", 1),
    ]


def test_doubled_marks_hold_the_same_words() -> None:
    assert [content for content, _ in found('""نص""')] == ['"نص"', "نص"]


@pytest.mark.parametrize("text", ['قال "" ثم', "« »", "«\u200f\n»", '"«»"', "نص بلا شيء", "", "\n"])
def test_nothing_quoted(text: str) -> None:
    assert quotations(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        'شاشة 5" جديدة',
        "طوله 6' فقط",
        "O'Brien قال it's the players' day",
        "rock 'n' roll",
        "٣٢” شاشة",
    ],
)
def test_inches_and_apostrophes_quote_nothing(text: str) -> None:
    assert quotations(text) == ()


def test_a_number_may_end_a_quotation_and_inches_may_be_inside_one() -> None:
    assert found('"رؤية 2030" وقال: "شاشة 5" جديدة"') == [
        ("رؤية 2030", "paired"),
        ('شاشة 5" جديدة', "paired"),
    ]


def test_single_marks_need_a_partner_on_their_line() -> None:
    assert found("قال ‘نعم أكيد’ ثم 'ربما لا' ثم ‘لا أحد") == [
        ("نعم أكيد", "paired"),
        ("ربما لا", "paired"),
    ]


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    assert found('قال: "نبدأ غدا. وننتهي بعده.\n\nفقرة "أخرى" هنا.') == [
        ("نبدأ غدا. وننتهي بعده", "unclosed"),
        ("أخرى", "paired"),
    ]


def test_an_unclosed_quotation_ends_with_its_sentence_if_another_opens() -> None:
    text = 'قال: "زارنا د. سامي أمس. ثم أضاف "نعم أكيد" وانصرف.'
    assert found(text) == [("زارنا د. سامي أمس", "unclosed"), ("نعم أكيد", "paired")]


def test_an_unclosed_quotation_does_not_cut_what_it_holds() -> None:
    assert found("«قال لنا “نعم. ربما” وانصرف. ثم عاد") == [
        ("قال لنا “نعم. ربما” وانصرف", "unclosed"),
        ("نعم. ربما", "paired"),
    ]


def test_marks_that_only_nest_do_not_end_an_unclosed_quotation() -> None:
    text = 'قالت: "سألتني: ‹متى؟› قلت: ‹غدا›، ثم مضت.\n\nوغادرت.'
    assert found(text)[0] == ("سألتني: ‹متى؟› قلت: ‹غدا›، ثم مضت", "unclosed")


def test_an_unopened_quotation_begins_at_the_colon_the_sentence_or_the_paragraph() -> None:
    assert found("سبق.\n\nالبلاد بخير” قال الوزير") == [("البلاد بخير", "unopened")]
    assert found("وقال الوزير: البلاد بخير» ومضى") == [("البلاد بخير", "unopened")]
    text = "قال “نعم” وغادر. البلاد بخير” كما أضاف"
    assert found(text) == [("نعم", "paired"), ("البلاد بخير", "unopened")]


def test_a_wrapped_paragraph_is_one_paragraph() -> None:
    text = 'قال «إن الأمر\nانتهى "تماما" منذ\nأمس» ثم مضى'
    contents = [content for content, _ in found(text)]
    assert contents == ['إن الأمر\nانتهى "تماما" منذ\nأمس', "تماما"]


def test_a_line_end_may_be_crossed_but_a_blank_line_may_not() -> None:
    assert found("«أول.\r\nثان» انتهى") == [("أول.\r\nثان", "paired")]
    assert found("«أول.\r\n\r\nثان» انتهى") == [("أول", "unclosed"), ("ثان", "unopened")]


@pytest.mark.parametrize("gap", ["\n\n", "\r\n \r\n", "\n"])
def test_opening_again_at_each_paragraph_continues_the_quotation(gap: str) -> None:
    text = f"«أول.{gap}«ثان.{gap}\u200f«ثالث» قال المدير."
    (quotation,) = quotations(text)
    assert text[quotation.start : quotation.end] == text[1 : text.index("»")]
    assert [text[slice(*mark)] for mark in quotation.reopened] == ["«", "«"]
    assert quotation.state == "paired"


def test_a_stray_mark_does_not_turn_the_rest_of_the_article_around() -> None:
    text = 'عنوان "شارد هنا.\nفقرة أولى.\nقال "نعم" ثم "لا".\nقال "ربما".'
    assert [content for content, state in found(text) if state == "paired"] == ["نعم", "لا", "ربما"]


def test_the_innermost_quotation_at_a_place() -> None:
    text = 'قال «إن "الغد" قريب» أمس'

    def content(place: int | tuple[int, int]) -> str | None:
        quotation = quotation_at(text, place)
        return text[quotation.start : quotation.end] if quotation else None

    assert content(text.index("قال")) is None
    assert content(text.index("«")) == 'إن "الغد" قريب'
    assert content(text.index("»")) == 'إن "الغد" قريب'
    assert content(text.index("غد")) == "الغد"
    assert content(text.index('"')) == "الغد"
    assert content((text.index("غد"), text.index("قريب"))) == 'إن "الغد" قريب'
    assert content((0, 8)) is None
    assert content(len(text)) is None


def test_a_place_in_a_long_article_is_read_from_its_surroundings() -> None:
    paragraph = 'قالت الوزيرة إن «الخطة الجديدة "مهمة"» تبدأ غدا في بيروت.\n\n'
    text = paragraph * 3 + 'قال "بلا نهاية.\n\n' + paragraph * 3
    for place in range(len(text)):
        assert quotation_at(text, place) == innermost(quotations(text), place)


def innermost(all_found: tuple[Quotation, ...], place: int) -> Quotation | None:
    around = [q for q in all_found if q.outer[0] <= place < q.outer[1]]
    return max(around, key=lambda q: q.depth, default=None)


@settings(max_examples=300)
@example('“(".')
@given(TEXTS)
def test_contents_are_clean_and_nested_or_disjoint(text: str) -> None:
    all_found = quotations(text)
    for q in all_found:
        assert 0 <= q.outer[0] <= q.start < q.end <= q.outer[1] <= len(text)
        assert text[q.start : q.end] == text[q.start : q.end].strip()
        assert all(q.start <= start < end <= q.end for start, end in q.reopened)
    for one, other in combinations(all_found, 2):
        (a, b), (c, d) = one.outer, other.outer
        assert (
            b <= c
            or d <= a
            or (one.start <= c and d <= one.end)
            or (other.start <= a and b <= other.end)
        ), (one, other)


@settings(max_examples=200)
@given(st.text(max_size=60))
def test_anything_can_be_read(text: str) -> None:
    for q in quotations(text):
        assert text[q.start : q.end].strip() == text[q.start : q.end] != ""


@settings(max_examples=150)
@given(TEXTS)
def test_reading_a_part_agrees_with_reading_all(text: str) -> None:
    all_found = quotations_of(text, 0, len(lines(text)))
    assert quotations(text) == all_found
    for place in range(0, len(text), 3):
        assert quotation_at(text, place) == innermost(all_found, place)


def test_many_marks_take_no_quadratic_time() -> None:
    assert quotations('"' * 100_000) == ()
    assert len(quotations('"أ ' * 20_000)) > 0
    assert len(quotations("قال “نعم. ” " * 10_000 + "«")) == 10_000


def test_sentences_do_not_end_in_abbreviations_and_numbers() -> None:
    text = "زار د. سامي U.S. السفارة بمبلغ 3.5 مليون. وقال Dr. Omar «نعم.» ثم مضى"
    ends = [text.index("مليون.") + 6, text.index("»") + 1, len(text)]
    assert list(sentence_ends(text, 0, len(text))) == ends
    inside = text.index("Dr")
    assert sentence_around(text, inside, inside + 2, (0, len(text))) == (ends[0], ends[1])
    assert sentence_around(text, 3, inside, (0, len(text))) == (0, ends[1])


def test_a_vowel_sign_does_not_make_an_abbreviation_of_a_word() -> None:
    text = "انتظر يومًا. ثمّ مضى. زار دَ. سامي شيئًا."
    ends = [text.index("ثمّ") - 1, text.index("زار") - 1, len(text)]
    assert list(sentence_ends(text, 0, len(text))) == ends


def test_lines_know_their_paragraphs() -> None:
    text = "عنوان\r\n\r\nسطر ملفوف\nإلى هنا.\n \t\nفقرة"
    rows = [(text[row.start : row.end], row.fresh, row.last) for row in lines(text)]
    assert rows == [
        ("عنوان", True, True),
        ("سطر ملفوف", True, False),
        ("إلى هنا.", False, True),
        ("فقرة", True, True),
    ]
