"""Particles are left out of what is marked, and edges step over them, in the real window."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.desktop.actions import by_id, trigger
from annotator.desktop.window import MainWindow
from annotator.places import settings_file

from .conftest import OpenWindow, make_project
from .desk import Desk, OpenDesk


def switch(window: MainWindow) -> None:
    trigger(by_id("leave-out"), window)


class TestLabelling:
    @pytest.mark.parametrize(
        ("line", "marked"),
        [
            ("ببيروت أمس", "ب[بيروت|GPE] أمس"),
            ("للوزارة دور", "ل[لوزارة|GPE] دور"),
            ("وبالأردن أيضًا", "وب[الأردن|GPE] أيضًا"),
            ("فللمغرب دور", "فل[لمغرب|GPE] دور"),
            ("و50 بلدًا", "و[50|GPE] بلدًا"),
            ("لـليلى دور", "لـ[ليلى|GPE] دور"),
            ("وَبِبَيْرُوتَ أمس", "وَبِ[بَيْرُوتَ|GPE] أمس"),
            ("وليد هنا", "[وليد|GPE] هنا"),
            ("الأردن هنا", "[الأردن|GPE] هنا"),
            ("بمدينكاب هنا", "[بمدينكاب|GPE] هنا"),
        ],
    )
    def test_the_word_under_the_cursor(self, desk: OpenDesk, line: str, marked: str) -> None:
        at = desk(line)
        at.press("Y")
        assert at.line == marked

    def test_the_first_word_of_a_selection(self, desk: OpenDesk) -> None:
        at = desk("زار وفد وزارة الطاقة ولوزارة المياه دور")
        at.press("Left*4", "Shift+Left", "O")
        assert at.line == "زار وفد وزارة الطاقة ول[وزارة المياه|ORG] دور"

    def test_a_particle_by_itself_before_a_quoted_name(self, desk: OpenDesk) -> None:
        at = desk("فوز لـ«جوهرة الساحل» أمس")
        at.press("Left", "Shift+Left*2", "O")
        assert at.line == "فوز لـ[«جوهرة الساحل»|ORG] أمس"

    def test_it_is_said_and_can_be_taken_back(self, desk: OpenDesk) -> None:
        at = desk("وببيروت أمس")
        at.press("Y")
        said = at.messages[-1]
        assert (said.kind, said.values["particles"]) == ("info", "وب")
        assert "وب" in at.window.status.message.text()
        assert "{" in at.window.status.message.text()
        at.press("{")
        assert at.line == "[وببيروت|GPE] أمس"
        at.press("Ctrl+Z*2")
        assert at.line == "وببيروت أمس"

    def test_nothing_is_said_where_nothing_was_left_out(self, desk: OpenDesk) -> None:
        at = desk("وليد هنا")
        at.press("P")
        assert at.messages[-1].kind == "saved"

    def test_the_article_is_evidence(self, desk: OpenDesk) -> None:
        at = desk("زار كويمبرا ثم عاد بكويمبرا")
        at.press("Left*4", "Y")
        assert at.line == "زار كويمبرا ثم عاد ب[كويمبرا|GPE]"

    def test_a_name_that_is_marked_is_evidence(self, desk: OpenDesk) -> None:
        # لاغو is too doubtful as a mere word: it stands only with a particle elsewhere.
        at = desk("زار [زاغفورا الكبرى|GPE] ولزاغفورا دور")
        at.press("Left*3", "Y")
        assert at.line == "زار [زاغفورا الكبرى|GPE] ول[زاغفورا|GPE] دور"

    def test_what_was_set_letter_by_letter_stays(self, desk: OpenDesk) -> None:
        at = desk("ببيروت أمس")
        at.press("[", "{")
        assert at.selected == "ببيروت"
        at.press("Y")
        assert at.line == "[ببيروت|GPE] أمس"

    def test_relabelling_leaves_the_edges(self, desk: OpenDesk) -> None:
        at = desk("[ببيروت|GPE] أمس")
        at.press("Tab", "O")
        assert at.line == "[ببيروت|ORG] أمس"


class TestSwitch:
    def test_it_can_be_switched_off_and_is_remembered(
        self, desk: OpenDesk, open_window: OpenWindow, tmp_path: Path
    ) -> None:
        at = desk("ببيروت أمس")
        switch(at.window)
        at.press("Y")
        assert at.line == "[ببيروت|GPE] أمس"
        assert '"leave_out": false' in settings_file().read_text("utf-8")
        again = Desk(open_window(make_project(tmp_path / "more.db", ("ببيروت",))))
        again.press("Y")
        assert again.line == "[ببيروت|GPE]"
        switch(again.window)
        again.press("Delete", "Y")
        assert again.line == "ب[بيروت|GPE]"

    def test_the_menu_shows_whether_it_is_on(self, desk: OpenDesk) -> None:
        at = desk("ببيروت")
        menu = next(one.menu() for one in at.window.menuBar().actions() if one.text() == "Mark")
        item = next(one for one in menu.actions() if one.text() == "Leave particles out")
        for on in (True, False):
            menu.aboutToShow.emit()
            assert (item.isCheckable(), item.isChecked()) == (True, on)
            item.trigger()
        switch(at.window)


class TestQuotes:
    LINE = "زار ليلى. وقال وخالد معه: «نعم». وأكد لوزير الطاقة"

    def test_a_source_and_a_cue_leave_particles_out(self, desk: OpenDesk) -> None:
        at = desk(self.LINE)
        at.press("Left*5", "Q", "Escape", "Ctrl+End", "Right", "Shift+Left", "W")
        source = at.quote.source
        assert source is not None
        assert source.surface(at.article.text) == "وزير الطاقة"
        assert at.messages[-1].values["particles"] == "ل"
        at.press("Ctrl+Home", "Left*2", "E")
        cue = at.quote.cue
        assert cue is not None
        assert cue.surface(at.article.text) == "قال"

    def test_a_cue_keeps_the_particle_that_is_part_of_it(self, desk: OpenDesk) -> None:
        at = desk("قال: «نعم». وبحسب خالد")
        at.press("Left", "Q", "Escape", "Ctrl+End", "Right", "E")
        assert at.quote.cue is not None
        assert at.quote.cue.surface(at.article.text) == "بحسب"

    def test_the_content_keeps_its_particles(self, desk: OpenDesk) -> None:
        at = desk("قال خالد وببيروت نبدأ العمل")
        at.press("Left*2", "Shift+Left*2", "Q")
        assert at.words(at.quote.id) == "وببيروت نبدأ العمل"


class TestEdges:
    def test_the_start_goes_from_particle_to_particle_to_letter(self, desk: OpenDesk) -> None:
        at = desk("هذا وبالأردن")
        at.press("Left")
        seen = []
        for _ in range(5):
            at.press("[")
            seen.append(at.selected)
        assert seen == ["بالأردن", "الأردن", "أردن", "ردن", "دن"]
        seen = []
        for _ in range(5):
            at.press("{")
            seen.append(at.selected)
        assert seen == ["ردن", "أردن", "الأردن", "وبالأردن", " وبالأردن"]

    def test_the_end_takes_a_pronoun_at_once(self, desk: OpenDesk) -> None:
        at = desk("وزارتهما هنا")
        at.press("]")
        assert at.selected == "وزارت"
        at.press("]", "}*2")
        assert at.selected == "وزارتهما"

    def test_a_letter_of_a_name_is_a_letter(self, desk: OpenDesk) -> None:
        at = desk("وليد هنا")
        at.press("[", "[")
        assert at.selected == "يد"
        at.press("{")
        assert at.selected == "ليد"
