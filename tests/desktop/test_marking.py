"""Marking by keys, in the real window: every key of the article and what it leaves behind."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.desktop.dialogs.picker import Picker
from annotator.desktop.relating import under_way

from .conftest import OpenWindow, settle, type_in
from .desk import Desk, OpenDesk

Key = Qt.Key


class TestEntities:
    def test_a_label_key_marks_the_word_under_the_cursor(self, desk: OpenDesk) -> None:
        at = desk("زار خالد عمّان.")
        at.press("Left", "P", "Left", "Y")
        assert at.line == "زار [خالد|PERS] [عمّان|GPE]."
        assert at.messages[-1].kind == "saved"

    def test_a_label_key_marks_the_selection(self, desk: OpenDesk) -> None:
        at = desk("زارت ليلى الحموري عمّان.")
        at.press("Left", "Shift+Left")
        assert at.selected == "ليلى الحموري"
        at.press("P")
        assert at.line == "زارت [ليلى الحموري|PERS] عمّان."
        assert at.selected == ""

    def test_marks_nest_and_cross(self, desk: OpenDesk) -> None:
        at = desk("وزيرة الطاقة الأردنية هنا")
        at.press("Shift+Left*2", "C", "Escape", "N", "Escape", "Shift+Left", "O")
        spans = [(one.label, at.words(one.id)) for one in at.article.entities]
        assert spans == [
            ("OCC", "وزيرة الطاقة الأردنية"),
            ("NORP", "الأردنية"),
            ("ORG", "الأردنية هنا"),
        ]

    def test_a_label_key_relabels_what_is_in_focus(self, desk: OpenDesk) -> None:
        at = desk("زار [خالد|PERS] عمّان.")
        at.press("Tab", "O")
        assert at.line == "زار [خالد|ORG] عمّان."
        at.press("O")
        assert at.messages[-1].values == {"label": "ORG"}
        assert at.line == "زار [خالد|ORG] عمّان."

    def test_relabelling_drops_attributes_that_mean_nothing_now(self, desk: OpenDesk) -> None:
        at = desk("[عمّان|GPE]")
        at.press("Tab", "T", "P")
        assert at.article.entities[0].attributes == {}
        at.press("Ctrl+Z")
        assert at.article.entities[0].attributes == {"kind": "country"}

    def test_a_duplicate_is_refused(self, desk: OpenDesk) -> None:
        at = desk("زار [خالد|PERS] عمّان.")
        at.press("Left", "P")
        assert "PERS" in at.refused()
        assert at.line == "زار [خالد|PERS] عمّان."
        at.press("O", "Tab", "Tab", "Shift+Tab")
        assert len(at.article.entities) == 2

    def test_a_label_without_words_is_refused(self, desk: OpenDesk) -> None:
        at = desk("… — !")
        at.press("P")
        assert at.refused() == "There is no word here to mark."

    def test_a_letter_without_a_meaning_does_nothing(self, desk: OpenDesk) -> None:
        at = desk("خالد")
        at.press("X", "A", "G", "3")
        assert at.line == "خالد"
        assert at.window.view.hasFocus()

    def test_t_goes_through_the_values_of_the_first_attribute(self, desk: OpenDesk) -> None:
        at = desk("[عمّان|GPE] [خالد|PERS]")
        seen = []
        at.press("Tab")
        for _ in range(5):
            at.press("T")
            seen.append(at.article.entities[0].attributes.get("kind"))
        assert seen == ["country", "province", "city", "other", None]
        at.press("Tab", "T")
        assert at.refused() == "The label {label} has no attribute to change."

    def test_t_without_focus_is_refused(self, desk: OpenDesk) -> None:
        at = desk("خالد")
        at.press("T")
        assert "Focus a quote or an entity" in at.refused()


class TestEdges:
    def test_the_brackets_move_the_edges_of_what_is_in_focus(self, desk: OpenDesk) -> None:
        at = desk("زار [ببيروت|GPE] أمس")
        at.press("Tab", "[")
        assert at.line == "زار ب[بيروت|GPE] أمس"
        at.press("]*2")
        assert at.line == "زار ب[بيرو|GPE]ت أمس".replace("بيرو|GPE]ت", "بير|GPE]وت")
        at.press("}")
        assert at.line == "زار ب[بيرو|GPE]ت أمس"
        at.press("{*2")
        assert at.line == "زار[ ببيرو|GPE]ت أمس"
        at.press("Ctrl+Z*6")
        assert at.line == "زار [ببيروت|GPE] أمس"

    def test_the_brackets_trim_the_word_before_it_is_marked(self, desk: OpenDesk) -> None:
        at = desk("في لأوكرانيا")
        at.press("Left", "[")
        assert at.selected == "أوكرانيا"
        assert len(at.article) == 0
        at.press("Y")
        assert at.line == "في ل[أوكرانيا|GPE]"

    def test_a_letter_goes_with_its_diacritics(self, desk: OpenDesk) -> None:
        at = desk("[مُحَمَّد|PERS]")
        at.press("Tab", "[")
        assert at.words(at.article.entities[0].id) == "حَمَّد"
        at.press("]")
        assert at.words(at.article.entities[0].id) == "حَمَّ"

    def test_one_letter_has_to_stay(self, desk: OpenDesk) -> None:
        at = desk("[ما|PERS]")
        at.press("Tab", "[", "[")
        assert at.refused() == "At least one letter has to stay."
        assert at.line == "م[ا|PERS]"

    def test_edges_stop_at_the_ends_of_the_text(self, desk: OpenDesk) -> None:
        at = desk("[ما|PERS]")
        at.press("Tab", "{", "}")
        assert at.line == "[ما|PERS]"

    def test_f_adds_a_fragment(self, desk: OpenDesk) -> None:
        at = desk("[وزير|OCC] سابق للطاقة")
        at.press("Tab", "Left", "Left", "F")
        assert at.article.entities[0].span.fragments == ((0, 4), (11, 16))
        assert at.workspace.focus == at.article.entities[0].id
        at.press("Ctrl+Z")
        assert at.line == "[وزير|OCC] سابق للطاقة"

    def test_f_without_an_annotation_is_refused(self, desk: OpenDesk) -> None:
        at = desk("وزير سابق")
        at.press("F")
        assert "then press" in at.refused()


class TestPartners:
    def test_a_selection_by_words_takes_the_mark_whose_partner_is_inside(
        self, desk: OpenDesk
    ) -> None:
        at = desk("زار شركة «نسيم نوفا» (Nassim Nova) أمس.")
        at.press("Left", "Shift+Left*2")
        assert at.selected == "شركة «نسيم نوفا»"
        at.press("Shift+Left*2")
        assert at.selected == "شركة «نسيم نوفا» (Nassim Nova)"
        at.press("Shift+Right")
        assert at.selected == "شركة «نسيم نوفا» (Nassim"
        at.press("Shift+Left", "O")
        assert at.line == "زار [شركة «نسيم نوفا» (Nassim Nova)|ORG] أمس."

    def test_marks_around_all_of_it_come_in_with_one_press(self, desk: OpenDesk) -> None:
        at = desk("العاصفة «ندى» تقترب.")
        at.press("Left", "V", "{")
        assert at.line == "العاصفة [«ندى»|EVENT] تقترب."
        at.press("]")
        assert at.line == "العاصفة [«ندى|EVENT]» تقترب."
        at.press("}")
        assert at.line == "العاصفة [«ندى»|EVENT] تقترب."


class TestSelection:
    def test_both_directions_give_the_same_span(self, desk: OpenDesk) -> None:
        at = desk("زارت ليلى الحموري عمّان أمس.")
        at.press("Left", "Shift+Left*2")
        onward = at.workspace.selection
        at.press("Escape", "Ctrl+Home", "Left*3", "Shift+Right*2")
        assert at.workspace.selection == onward
        assert at.selected == "ليلى الحموري عمّان"

    def test_it_shrinks_and_turns_over_its_beginning(self, desk: OpenDesk) -> None:
        at = desk("واحد اثنان ثلاثة أربعة")
        at.press("Left", "Shift+Left", "Shift+Right")
        assert at.selected == "اثنان"
        at.press("Shift+Right")
        assert at.selected == "واحد اثنان"

    def test_to_the_ends_of_line_and_article(self, desk: OpenDesk) -> None:
        at = desk("واحد اثنان ثلاثة\nأربعة خمسة.")
        at.press("Left", "Shift+End")
        assert at.selected == "اثنان ثلاثة"
        at.press("Escape", "Ctrl+Home", "Ctrl+Shift+End")
        assert at.selected == "واحد اثنان ثلاثة\nأربعة خمسة"

    def test_words_are_gone_over_and_punctuation_is_not(self, desk: OpenDesk) -> None:
        at = desk("قال: «نعم» … ثمّ صمت")
        seen = []
        for _ in range(3):
            at.press("Left")
            seen.append(at.article.text[slice(*at.workspace.cursor)])
        assert seen == ["نعم", "ثمّ", "صمت"]
        at.press("Left", "Right*9")
        assert at.workspace.cursor == (0, 3)

    def test_lines_above_and_below(self, desk: OpenDesk) -> None:
        at = desk("واحد اثنان\nثلاثة أربعة\nخمسة ستة")
        at.press("Down")
        assert at.article.text[slice(*at.workspace.cursor)] == "ثلاثة"
        at.press("End", "Down")
        assert at.article.text[slice(*at.workspace.cursor)] in {"خمسة", "ستة"}
        at.press("Up*2", "Home")
        assert at.workspace.cursor == (0, 4)


class TestQuotes:
    LINE = "قال [خالد|PERS] لـ[ليلى|PERS]: «سنبدأ العمل غدًا» في عمّان."

    def test_q_takes_the_quotation_around_the_cursor(self, desk: OpenDesk) -> None:
        at = desk(self.LINE)
        at.press("Left*4", "Q")
        quote = at.quote
        assert (at.words(quote.id), quote.type) == ("سنبدأ العمل غدًا", "direct")
        assert quote.cue is not None
        assert quote.cue.surface(at.article.text) == "قال"
        assert at.words(quote.speaker) == "خالد"
        at.press("Ctrl+Z")
        assert at.line == self.LINE

    @pytest.mark.parametrize("marks", ["“”", "«»", '""', "‹›", "”“", "“»"])
    def test_q_inside_any_marks(self, desk: OpenDesk, marks: str) -> None:
        at = desk(f"قالت ليلى {marks[0]}العمل يبدأ{marks[1]}.")
        at.press("Left*3", "Q")
        assert at.words(at.quote.id) == "العمل يبدأ"

    def test_q_takes_a_selection_without_marks_as_indirect(self, desk: OpenDesk) -> None:
        at = desk("قال [خالد|PERS] إن العمل يبدأ غدًا.")
        at.press("Left*3", "Shift+Left*2", "Q")
        assert (at.words(at.quote.id), at.quote.type) == ("العمل يبدأ غدًا", "indirect")

    def test_q_without_marks_is_refused(self, desk: OpenDesk) -> None:
        at = desk("قال خالد نعم.")
        at.press("Q")
        assert "No quotation marks" in at.refused()
        assert len(at.article) == 0

    def test_q_again_says_that_it_is_marked(self, desk: OpenDesk) -> None:
        at = desk("قال: «نعم».")
        at.press("Left", "Q", "Escape", "Q")
        assert at.messages[-1].text == "This quote is marked already."
        assert at.words(at.quote.id) == "نعم"

    def test_t_changes_the_type(self, desk: OpenDesk) -> None:
        at = desk("قال: «نعم».")
        at.press("Left", "Q")
        seen = []
        for _ in range(3):
            at.press("T")
            seen.append(at.quote.type)
        assert seen == ["indirect", "mixed", "direct"]

    def test_w_sets_the_speaker_and_takes_it_off(self, desk: OpenDesk) -> None:
        at = desk(self.LINE)
        at.press("Left*4", "Q", "W")
        assert (at.quote.speaker, at.quote.source) == (None, None)
        at.press("W")
        assert at.messages[-1].kind == "refused"
        # To the word of the other person, then: she speaks.
        at.press("Ctrl+Home", "Left*2", "[", "W")
        assert at.words(at.quote.speaker) == "ليلى"
        assert at.quote.source is not None
        assert at.quote.source.surface(at.article.text) == "ليلى"
        assert at.workspace.focus == at.quote.id

    def test_w_takes_the_entity_in_focus(self, desk: OpenDesk) -> None:
        at = desk(self.LINE)
        at.press("Left*4", "Q", "Ctrl+Home", "Tab", "Tab", "W")
        assert at.words(at.quote.speaker) == "ليلى"

    def test_w_takes_a_selection_that_no_entity_has(self, desk: OpenDesk) -> None:
        at = desk(self.LINE)
        at.press("Left*4", "Q", "Ctrl+End", "Shift+Right", "W")
        assert at.quote.speaker is None
        assert at.quote.source is not None
        assert at.quote.source.surface(at.article.text) == "في عمّان"

    def test_e_sets_the_cue_and_takes_it_off(self, desk: OpenDesk) -> None:
        at = desk(self.LINE)
        at.press("Left*4", "Q", "E")
        assert at.quote.cue is None
        at.press("Ctrl+Home", "Left", "E")
        assert at.quote.cue is not None
        assert at.quote.cue.surface(at.article.text) == "خالد"

    def test_a_source_that_is_no_entity_stays_when_its_speaker_is_told(
        self, desk: OpenDesk
    ) -> None:
        at = desk("زار [خالد|PERS] عمان. وقال الوزير: “نعم سنعمل”.")
        # The proposal is taken off first; then the title is the source, though no entity.
        at.press("Ctrl+End", "Q", "W", "Ctrl+Home", "Left*4", "Shift+Left", "]*8", "W")
        source = at.quote.source
        assert source is not None
        assert at.quote.speaker is None
        at.press("Ctrl+Home", "Tab", "W")
        assert at.quote.source == source
        assert at.words(at.quote.speaker) == "خالد"

    @pytest.mark.parametrize("key", ["W", "E"])
    def test_w_and_e_need_a_quote(self, desk: OpenDesk, key: str) -> None:
        at = desk("قال خالد نعم.")
        at.press(key)
        assert at.refused() == "Mark or focus a quote first."

    def test_without_its_speaker_a_quote_stays(self, desk: OpenDesk) -> None:
        at = desk(self.LINE)
        at.press("Left*4", "Q", "Ctrl+Home", "Tab", "Delete")
        assert at.quote.speaker is None
        assert [at.words(one.id) for one in at.article.entities] == ["ليلى"]
        at.press("Ctrl+Z")
        assert at.words(at.quote.speaker) == "خالد"


class TestRelations:
    LINE = "[خالد|PERS] في [شركة النور|ORG] في [عمّان|GPE] [أمس|DATE]"

    def test_hint_letter_then_label_key(self, desk: OpenDesk) -> None:
        at = desk(self.LINE)
        at.press("Tab", "R")
        relating = under_way(at.workspace)
        assert relating is not None
        # The date can have no relation from a person: it gets no letter.
        assert [at.words(id) for id in relating.targets] == ["شركة النور", "عمّان"]
        hint = {at.words(id): letter for id, letter in relating.hints.items()}
        at.press(hint["شركة النور"])
        assert at.relations == []
        at.press("E")
        assert at.relations == [("EMPLOYED_BY", "خالد", "شركة النور")]
        assert at.workspace.mode is None
        assert at.messages[-1].kind == "saved"

    def test_tab_and_return(self, desk: OpenDesk) -> None:
        at = desk(self.LINE)
        at.press("Tab", "R", "Tab*2", "Return", "V")
        assert at.relations == [("VISITS", "خالد", "عمّان")]

    def test_shift_tab_goes_round(self, desk: OpenDesk) -> None:
        at = desk(self.LINE)
        at.press("Tab", "R", "Shift+Tab", "Return", "C")
        assert at.relations == [("CITIZEN_OF", "خالد", "عمّان")]

    def test_a_sole_label_is_applied_at_once(self, desk: OpenDesk) -> None:
        at = desk("[خالد|PERS] [وزير|OCC]")
        at.press("Tab", "R", "Tab", "Return")
        # Two may lead from a person to an office: holding it, and meeting.
        assert at.relations == []
        at.press("O")
        assert at.relations == [("HOLDS_OFFICE", "خالد", "وزير")]
        # Only meeting is left now: nothing more is asked.
        at.press("R", "Tab", "Return")
        assert sorted(at.relations) == [
            ("HOLDS_OFFICE", "خالد", "وزير"),
            ("MEETS", "خالد", "وزير"),
        ]

    def test_the_key_again_turns_the_relation_round(self, desk: OpenDesk) -> None:
        at = desk(self.LINE)
        at.press("Tab*2", "R", "R")
        relating = under_way(at.workspace)
        assert relating is not None
        assert relating.reverse
        # Who may be employed by the company is offered, and the key itself is no letter.
        assert [at.words(id) for id in relating.targets] == ["خالد", "عمّان"]
        assert not any("R" in hint for hint in relating.hints.values())
        at.press(next(hint for id, hint in relating.hints.items() if at.words(id) == "خالد"), "E")
        assert at.relations == [("EMPLOYED_BY", "خالد", "شركة النور")]
        assert at.words(at.workspace.focus) == "شركة النور"
        at.press("R", "R", "R")
        again = under_way(at.workspace)
        assert again is not None
        assert not again.reverse
        assert [at.words(id) for id in again.targets] == ["خالد", "عمّان"]

    def test_what_can_only_be_a_tail_begins_turned_round(self, desk: OpenDesk) -> None:
        at = desk("[القمة|EVENT] تبدأ [غدًا|DATE]")
        at.press("Tab*2", "R", "Tab", "Return")
        assert at.relations == [("HAPPENS_ON", "القمة", "غدًا")]
        at.press("R")
        assert "admits no relation" in at.refused()

    def test_a_relation_that_cannot_be_turned_stays(self, desk: OpenDesk) -> None:
        at = desk("[القمة|EVENT] تبدأ [غدًا|DATE]")
        at.press("Tab", "R", "R")
        assert "from anything in this article to here" in at.refused()
        relating = under_way(at.workspace)
        assert relating is not None
        assert not relating.reverse
        at.press("Tab", "Return")
        assert at.relations == [("HAPPENS_ON", "القمة", "غدًا")]

    def test_nothing_admissible_is_refused(self, desk: OpenDesk) -> None:
        at = desk("[أمس|DATE] [اليوم|DATE]")
        at.press("Tab", "R")
        assert "admits no relation" in at.refused()
        assert at.workspace.mode is None

    def test_without_a_head_it_is_refused(self, desk: OpenDesk) -> None:
        at = desk("خالد هنا")
        at.press("R")
        assert "A relation starts at" in at.refused()

    def test_a_key_that_fits_nothing_is_refused_and_the_mode_stays(self, desk: OpenDesk) -> None:
        at = desk(self.LINE)
        at.press("Tab", "R", "Z")
        assert at.refused() == "No target has the letters {letters}."
        at.press("F", "Z")
        assert at.refused() == "No admissible relation has the key {key}."
        assert at.workspace.mode is not None
        at.press("Escape")
        assert at.workspace.mode is None
        assert at.relations == []

    @pytest.mark.parametrize("key", ["Left", "Ctrl+Home", "Down"])
    def test_a_moving_key_leaves_the_mode(self, desk: OpenDesk, key: str) -> None:
        at = desk(self.LINE)
        at.press("Tab", "R", key)
        assert at.workspace.mode is None
        assert at.workspace.focus is None

    @pytest.mark.parametrize("key", ["Delete", "7", "]"])
    def test_other_keys_do_nothing_in_the_mode(self, desk: OpenDesk, key: str) -> None:
        at = desk(self.LINE)
        at.press("Tab", "R", key)
        assert at.workspace.mode is not None
        assert at.line == self.LINE

    def test_return_chooses_among_the_admissible_labels(self, desk: OpenDesk, qtbot: QtBot) -> None:
        at = desk(self.LINE)
        at.press("Tab", "R", "Tab", "Return", "Return")
        (picker,) = at.window.findChildren(Picker)
        assert picker.windowTitle() == "Which relation?"
        type_in(picker.field, "employed")
        QTest.keyClick(picker.field, Key.Key_Return)
        settle(qtbot)
        assert at.relations == [("EMPLOYED_BY", "خالد", "شركة النور")]

    def test_relabelling_takes_along_what_no_longer_fits(self, desk: OpenDesk) -> None:
        at = desk(self.LINE)
        at.press("Tab", "R", "Tab", "Return", "E")
        at.press("I")
        assert at.relations == []
        assert at.messages[-1].values == {"count": 1}
        at.press("Ctrl+Z")
        assert at.relations == [("EMPLOYED_BY", "خالد", "شركة النور")]

    def test_delete_takes_an_entity_with_its_relations(self, desk: OpenDesk) -> None:
        at = desk(self.LINE)
        at.press("Tab", "R", "Tab", "Return", "E", "Delete")
        assert at.relations == []
        assert [at.words(one.id) for one in at.article.entities] == ["شركة النور", "عمّان", "أمس"]
        at.press("Ctrl+Z")
        assert at.line == self.LINE
        assert len(at.relations) == 1

    def test_a_relation_can_be_focused_and_deleted(self, desk: OpenDesk) -> None:
        at = desk(self.LINE)
        at.press("Tab", "R", "Tab", "Return", "E", "Shift+R", "Delete")
        assert at.relations == []
        assert at.line == self.LINE

    def test_a_relation_of_a_quote(self, desk: OpenDesk) -> None:
        at = desk("قال «نعم [لعمّان|GPE]».")
        at.press("Left", "Q", "R", "Tab", "Return")
        assert at.relations == [("ABOUT", "نعم لعمّان", "لعمّان")]


class TestUndo:
    def test_undo_and_redo_step_by_step(self, desk: OpenDesk) -> None:
        at = desk("واحد اثنان ثلاثة")
        lines = [at.line]
        for keys in (("P",), ("Left", "O"), ("Delete",), ("Left", "Y")):
            at.press(*keys)
            lines.append(at.line)
        back = []
        for _ in range(4):
            at.press("Ctrl+Z")
            back.append(at.line)
        assert back == lines[-2::-1]
        at.press("Ctrl+Z")
        assert at.messages[-1].text == "There is nothing to undo in this article."
        again = []
        for key in ("Ctrl+Shift+Z", "Ctrl+Y", "Ctrl+Y", "Ctrl+Y"):
            at.press(key)
            again.append(at.line)
        assert again == lines[1:]
        at.press("Ctrl+Y")
        assert at.messages[-1].text == "There is nothing to redo in this article."

    def test_a_new_edit_ends_what_could_be_redone(self, desk: OpenDesk) -> None:
        at = desk("واحد اثنان")
        at.press("P", "Ctrl+Z", "Left", "O", "Ctrl+Y")
        assert at.line == "واحد [اثنان|ORG]"

    def test_undo_outlives_the_window(self, desk: OpenDesk, open_window: OpenWindow) -> None:
        at = desk("واحد اثنان")
        at.press("P", "Left", "O")
        assert at.workspace.project is not None
        path = at.workspace.project.path
        at.workspace.close()
        at = Desk(open_window(path))
        at.press("Ctrl+Z")
        assert at.line == "[واحد|PERS] اثنان"


class TestReadOnly:
    @pytest.mark.parametrize(
        "keys",
        [("P",), ("Q",), ("W",), ("E",), ("R",), ("T",), ("F",), ("[",), ("}",), ("Delete",),
         ("Tab", "O"), ("Tab", "Delete"), ("Tab", "]"), ("Ctrl+Z",), ("Ctrl+Y",), ("Return",),
         ("Ctrl+Return",)],
    )  # fmt: skip
    def test_anothers_annotations_can_only_be_read(
        self, desk: OpenDesk, keys: tuple[str, ...]
    ) -> None:
        at = desk("[خالد|PERS] «نعم»", author="سامي")
        at.workspace.set_layer("ليلى")
        at.press(*keys)
        assert "Choose your own layer" in at.refused()
        assert at.line == "[خالد|PERS] «نعم»"


def test_delete_without_focus_is_refused(desk: OpenDesk) -> None:
    at = desk("[خالد|PERS] هنا")
    at.press("Delete")
    assert "Focus an annotation first" in at.refused()
    assert at.line == "[خالد|PERS] هنا"


def test_escape_drops_one_thing_after_the_other(desk: OpenDesk) -> None:
    at = desk("[خالد|PERS] في [عمّان|GPE]")
    at.press("Tab", "R", "Escape")
    assert at.workspace.mode is None
    assert at.workspace.focus is not None
    at.press("Escape")
    assert at.workspace.focus is None
    at.press("Shift+Left", "Escape")
    assert at.selected == ""


def test_tab_goes_from_annotation_to_annotation(desk: OpenDesk) -> None:
    at = desk("[خالد|PERS] في [عمّان|GPE] و[ليلى|PERS]")
    seen = []
    for key in ("Tab", "Tab", "Tab", "Tab", "Shift+Tab"):
        at.press(key)
        seen.append(at.words(at.workspace.focus))
    assert seen == ["خالد", "عمّان", "ليلى", "ليلى", "عمّان"]
    assert at.messages[0].text == "No further annotation in this article."
