"""Q, pressed once and again: what it takes of nested, broken and faulty quotations."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.desktop.readings import (
    _BROKEN,
    _FAULTS,
    _REPORTS,
    _TAKEN,
    _sentence,
    next_reading,
    readings,
)
from annotator.text.diagnosis import diagnose

from .conftest import OpenWindow, make_project
from .desk import Desk, OpenDesk

NESTED = "قالت [ليلى|PERS]: «سألني [خالد|PERS]: “متى نبدأ؟” فضحكت» أمس."
BROKEN = "«نحن بلد صغير»، قال [خالد|PERS] أمس، «لكنّ رغيفنا لا يساوم عليه»."
REPORT = "قالت [ليلى|PERS] إن العمل «الكبير» يبدأ غدًا، كما نعلم، وأضافت أنها تعود."


@pytest.fixture
def desk(open_window: OpenWindow, tmp_path: Path) -> OpenDesk:
    """Opens a window on one line of the notation."""

    def on(line: str) -> Desk:
        path = tmp_path / f"desk{len(list(tmp_path.iterdir()))}.db"
        return Desk(open_window(make_project(path, (line,))))

    return on


def said(at: Desk) -> str:
    """What stands in the status line."""
    return at.window.status.message.text()


def test_q_again_widens_and_comes_back(desk: OpenDesk) -> None:
    at = desk(NESTED)
    at.press("Left*4", "Q")
    id = at.quote.id
    assert at.words(id) == "متى نبدأ؟"
    assert at.words(at.quote.speaker) == "خالد"
    assert said(at) == "The inner quotation is marked. The key again takes the one around it."
    at.press("Q")
    assert at.quote.id == id
    assert at.words(id) == "سألني خالد: “متى نبدأ؟” فضحكت"
    assert at.words(at.quote.speaker) == "ليلى"
    assert said(at) == "The quotation around it is marked. The key again takes the inner one."
    at.press("Q")
    assert at.words(id) == "متى نبدأ؟"
    assert at.words(at.quote.speaker) == "خالد"


def test_each_press_is_one_step_to_undo(desk: OpenDesk) -> None:
    at = desk(NESTED)
    at.press("Left*4", "Q", "Q", "Ctrl+Z")
    assert at.words(at.quote.id) == "متى نبدأ؟"
    at.press("Ctrl+Z")
    assert at.line == NESTED
    at.press("Ctrl+Y*2")
    assert at.words(at.quote.id) == "سألني خالد: “متى نبدأ؟” فضحكت"


@pytest.mark.parametrize("steps", [1, 6])
def test_a_broken_quotation_becomes_one_quote_of_two_fragments(desk: OpenDesk, steps: int) -> None:
    at = desk(BROKEN)
    at.press(f"Left*{steps}", "Q")
    part = at.words(at.quote.id)
    assert said(at) == "One part is marked. The key again takes the whole broken quotation."
    at.press("Q")
    assert len(at.quote.span.fragments) == 2
    assert at.words(at.quote.id) == "نحن بلد صغير لكنّ رغيفنا لا يساوم عليه"
    assert at.quote.cue is not None
    assert at.quote.cue.surface(at.article.text) == "قال"
    assert at.words(at.quote.speaker) == "خالد"
    assert said(at) == "All parts are marked as one quote. The key again takes only this part."
    at.press("Q")
    assert at.words(at.quote.id) == part


def test_what_another_quote_has_is_passed_over(desk: OpenDesk) -> None:
    at = desk(NESTED)
    at.press("Left*2", "Q", "Left*2", "Q")
    assert [at.words(one.id) for one in at.article.quotes] == [
        "سألني خالد: “متى نبدأ؟” فضحكت",
        "متى نبدأ؟",
    ]
    at.press("Q")
    assert said(at) == "This quote is marked already."
    assert len(at.article.quotes) == 2


def test_inside_a_marked_quote_the_one_around_it_is_marked_next(desk: OpenDesk) -> None:
    at = desk(NESTED)
    at.press("Left*4", "Q", "Escape", "Q")
    assert [at.words(one.id) for one in at.article.quotes] == [
        "سألني خالد: “متى نبدأ؟” فضحكت",
        "متى نبدأ؟",
    ]
    at.press("Escape", "Q")
    assert said(at) == "This quote is marked already."
    assert len(at.article.quotes) == 2


@pytest.mark.parametrize("presses", [1, 2])
def test_other_readings_of_the_same_words_are_no_further_quotes(
    desk: OpenDesk, presses: int
) -> None:
    for line, steps in ((BROKEN, 1), (REPORT, 3)):
        at = desk(line)
        at.press(f"Left*{steps}", f"Q*{presses}", "Escape", "Q")
        assert said(at) == "This quote is marked already."
        assert at.workspace.focus == at.quote.id


def test_what_the_person_has_set_stays(desk: OpenDesk) -> None:
    at = desk(NESTED)
    at.press("Left*4", "Q", "T", "W", "Q")
    assert at.words(at.quote.id) == "سألني خالد: “متى نبدأ؟” فضحكت"
    assert (at.quote.type, at.quote.speaker) == ("indirect", None)


def test_a_relation_of_the_quote_stays(desk: OpenDesk) -> None:
    at = desk("قال: «زرنا “[عمّان|GPE]” أمس».")
    at.press("Left*3", "Q", "R", "Tab", "Return", "Q")
    assert at.relations == [("ABOUT", "زرنا “عمّان” أمس", "عمّان")]


def test_a_selected_part_widens_to_the_quotation_around_it(desk: OpenDesk) -> None:
    at = desk("قال [خالد|PERS]: «العمل يبدأ غدًا».")
    at.press("Left*2", "Shift+Left", "Q")
    assert at.words(at.quote.id) == "العمل يبدأ"
    at.press("Q")
    assert at.words(at.quote.id) == "العمل يبدأ غدًا"


@pytest.mark.parametrize(
    ("line", "words", "sentence"),
    [
        ("قال: «نبدأ غدًا.", "نبدأ غدًا", "No mark closes this quotation. "),
        ("قال: نبدأ غدًا».", "نبدأ غدًا", "No mark opens this quotation. "),
        ('قال: «نبدأ غدًا".', "نبدأ غدًا", 'Marks of two kinds, \u2068«\u2069 and \u2068"\u2069'),
        ("قال: «قلت “نعم” أمس.", "قلت “نعم” أمس", "No mark closes this quotation. "),
    ],
)
def test_faulty_marks_are_told_calmly_and_left_alone(
    desk: OpenDesk, line: str, words: str, sentence: str
) -> None:
    at = desk(line)
    text = at.article.text
    at.press("Left", "Q")
    assert at.words(at.quote.id) == words
    assert at.messages[-1].kind == "info"
    assert said(at).startswith(sentence)
    assert at.article.text == text


def test_there_is_a_sentence_for_everything_that_q_can_take() -> None:
    inner = ("«أ “ب” ج»", "«أ»، قال زيد، «ب»", "«أ “ب”، قال زيد، “ج” د»", "«أ ‹ب “ج” د› ه»")
    around = ["{}", "“قال {} أمس”", "«نعم {} لا»، قال زيد، «كلا»", "“لا ‹قال {} أمس› قط”"]
    seen = set()
    for outer in around:
        for text in map(outer.format, inner):
            for position in range(len(text)):
                found = [one for one in readings(text, position) if one.extent != "report"]
                # Another quote may have any of them.
                pairs = permutations(found, 2)
                seen |= {_sentence(one, after) for one, after in pairs}
    assert seen == {*_TAKEN.values(), *_BROKEN.values()}
    assert set(_REPORTS) == {extent for extent, _ in _TAKEN} | {"report"}
    states = {one.quotation.state for one in diagnose('«أ. ب»\n\nج» «د"\n\n«ه')} - {"paired"}
    assert {(state, more) for state in states for more in (True, False)} == set(_FAULTS)


def test_a_part_that_another_quote_has_is_passed_over(desk: OpenDesk) -> None:
    at = desk("“[هذا ‹هنا›|direct]”، قال خالد، “نعم”.")
    at.press("Left", "Q")
    assert at.words(at.workspace.focus) == "هنا"
    assert said(at) == "The inner quotation is marked. The key again takes the one around it."
    at.press("Q")
    assert at.words(at.workspace.focus) == "هذا ‹هنا› نعم"
    assert said(at).endswith("The key again takes the inner quotation.")
    at.press("Q")
    assert at.words(at.workspace.focus) == "هنا"


def test_q_takes_reported_speech_from_its_that_on(desk: OpenDesk) -> None:
    at = desk(REPORT)
    at.press("Left*3", "Q")
    assert at.words(at.quote.id) == "إن العمل «الكبير» يبدأ غدًا، كما نعلم"
    assert at.quote.type == "mixed"
    assert at.words(at.quote.speaker) == "ليلى"
    assert said(at).startswith("The reported speech is marked. ")
    at.press("Q")
    assert at.words(at.quote.id) == "إن العمل «الكبير» يبدأ غدًا"
    at.press("Q")
    assert at.words(at.quote.id).endswith("أنها تعود")


def test_inside_marks_the_report_comes_after_the_quotation(desk: OpenDesk) -> None:
    at = desk(REPORT)
    at.press("Left*4", "Q")
    assert (at.words(at.quote.id), at.quote.type) == ("الكبير", "direct")
    assert said(at) == "The quotation is marked. The key again takes the report around it."
    at.press("Q")
    assert at.words(at.quote.id) == "إن العمل «الكبير» يبدأ غدًا، كما نعلم"
    assert at.quote.type == "mixed"


def test_on_the_that_inside_a_quotation_the_report_comes_first(desk: OpenDesk) -> None:
    at = desk("روت [ليلى|PERS]: «اعترف بأنه تأخر» أمس.")
    at.press("Left*3", "Q")
    assert at.words(at.quote.id) == "أنه تأخر"
    at.press("Q")
    assert at.words(at.quote.id) == "اعترف بأنه تأخر"


FAR = "زارنا [خالد|PERS] أمس. وقال [الوزير|OCC]: «سنعمل معًا» ثم مضى."


def source(at: Desk) -> str | None:
    """The words of the quote's source."""
    found = at.quote.source
    return found.surface(at.article.text) if found is not None else None


def test_w_on_an_entity_of_another_sentence_leaves_the_source(desk: OpenDesk) -> None:
    at = desk(FAR)
    at.press("Left*6", "Q")
    assert (source(at), at.words(at.quote.speaker)) == ("الوزير", "الوزير")
    at.press("Ctrl+Home", "Left", "W")
    assert (source(at), at.words(at.quote.speaker)) == ("الوزير", "خالد")
    at.press("W", "Ctrl+Home", "Left", "W")
    assert (source(at), at.words(at.quote.speaker)) == (None, "خالد")


def test_w_on_an_entity_of_the_same_sentence_makes_it_the_source(desk: OpenDesk) -> None:
    at = desk(FAR)
    at.press("Left*6", "Q", "W", "Ctrl+Home", "Left*4", "W")
    assert (source(at), at.words(at.quote.speaker)) == ("الوزير", "الوزير")


def test_shift_w_says_who_speaks_and_nothing_of_the_source(desk: OpenDesk) -> None:
    at = desk("قال [الوزير|OCC] أمام [خالد|PERS]: «سنعمل معًا».")
    at.press("Left*5", "Q", "Ctrl+Home", "Left*3", "Shift+W")
    assert (source(at), at.words(at.quote.speaker)) == ("الوزير", "خالد")
    at.press("Shift+W")
    assert (source(at), at.words(at.quote.speaker)) == (None, "خالد")
    at.press("Ctrl+Home", "Shift+W")
    assert at.refused() == "There is no entity here to be the speaker."


@pytest.mark.parametrize(
    ("line", "words", "speaker"),
    [
        ("قالت [رئيسة الهيئة|OCC] [منى|PERS] أمس: «نعم».", 3, "منى"),
        ("قال مصدر في [الوزارة [المصرية|NORP]|ORG]: «نعم».", 4, None),
    ],
)
def test_a_selected_source_speaks_through_the_name_in_it(
    desk: OpenDesk, line: str, words: int, speaker: str | None
) -> None:
    at = desk(line)
    at.press("Ctrl+End", "Q", "W", "Ctrl+Home", "Left", f"Shift+Left*{words - 1}", "W")
    assert source(at) is not None
    assert (at.words(at.quote.speaker) if at.quote.speaker else None) == speaker


def test_e_leaves_the_particle_of_the_word_outside(desk: OpenDesk) -> None:
    at = desk("مضى. وقال [خالد|PERS] ضاحكا: «نعم».")
    at.press("Ctrl+End", "Q", "E", "Ctrl+Home", "Left", "E")
    assert at.quote.cue is not None
    assert at.quote.cue.surface(at.article.text) == "قال"


def test_shift_e_makes_a_cue_of_two_parts(desk: OpenDesk) -> None:
    at = desk("وعبّر [خالد|PERS] عن أمله في أن «ننجح».")
    at.press("Ctrl+End", "Q", "Ctrl+Home", "E", "Ctrl+Home", "Left*2", "Shift+Left*2", "Shift+E")
    assert at.quote.cue is not None
    assert at.quote.cue.surface(at.article.text) == "عبّر عن أمله في"
    at.press("Ctrl+Z")
    assert at.quote.cue.surface(at.article.text) == "عبّر"
    at.press("Shift+E")
    assert at.messages[-1].kind == "refused"


PIECES = ["قال ", "وأضاف ", "أن ", "زيد ", "نص", "، ", ". ", *"«»“”", "، قال زيد، ", "\n\n"]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_the_key_goes_through_all_readings_and_begins_anew(text: str) -> None:
    for position in range(0, len(text), 3):
        found = readings(text, position)
        assert all(one.span.end <= len(text) for one in found)
        assert len({one.span for one in found}) == len(found)
        seen = found[:1]
        for _ in found[1:]:
            following = next_reading(found, seen[-1].span)
            assert following is not None
            seen.append(following)
        assert seen == found
        if found:
            assert next_reading(found, found[-1].span) == (found[0] if found[1:] else None)
