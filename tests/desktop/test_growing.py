"""Shift and a move with a suggested entity in focus: the selection grows from all its words."""

from __future__ import annotations

import pytest

from annotator.model.annotations import Entity
from annotator.model.spans import Span
from annotator.model.suggestions import Suggestion, scored

from .desk import Desk, OpenDesk
from .suggested import focused, put

LINE = "قال وزير الخارجية زياد المرّ أمس إن «سولار نكست» باقية في بيروت."


def suggest(at: Desk, id: str, label: str, words: str) -> None:
    one = Entity(id=id, label=label, span=_of(at, words))
    put(at, scored(Suggestion(one, 0.7)), model=f"model:{id}")


@pytest.fixture
def at(desk: OpenDesk) -> Desk:
    """A suggestion of which only the first word is right."""
    made = desk(LINE)
    suggest(made, "he", "PERS", "زياد")
    return made


def test_the_whole_is_marked_where_the_first_word_was_suggested(at: Desk) -> None:
    at.press("Tab", "Shift+Left")
    assert at.selected == "زياد المرّ"
    assert at.workspace.focus is None
    at.press("P")
    assert "[زياد المرّ|PERS]" in at.line
    assert at.workspace.focus not in at.workspace.offered
    # A part of the name is nothing to decide about any more.
    assert not len(at.workspace.offered)


def test_what_enter_leads_to_grows_as_well(at: Desk) -> None:
    suggest(at, "where", "GPE", "بيروت")
    at.press("F4")
    at.workspace.set_focus("where")
    at.press("Return")
    assert focused(at) == "زياد PERS"
    at.press("Shift+Left", "P")
    assert "[زياد المرّ|PERS]" in at.line


@pytest.mark.parametrize(
    ("keys", "selected"),
    [
        (("Shift+Left",), "وزير الخارجية زياد"),
        (("Shift+Left*2",), "وزير الخارجية زياد المرّ"),
        (("Shift+Right",), "قال وزير الخارجية"),
        # Back again, and on to the other side: the words themselves stay.
        (("Shift+Left*2", "Shift+Right"), "وزير الخارجية زياد"),
        (("Shift+Left*2", "Shift+Right*2"), "وزير الخارجية"),
        (("Shift+Left*2", "Shift+Right*3"), "قال وزير الخارجية"),
        (("Shift+Right", "Shift+Left*2"), "وزير الخارجية زياد"),
        (("Shift+Home",), "قال وزير الخارجية"),
        (("Shift+Up",), "وزير الخارجية"),
        (("Ctrl+Shift+Home",), "قال وزير الخارجية"),
        (("Ctrl+Shift+End",), LINE[LINE.index("وزير") : -1]),
    ],
)
def test_all_its_words_are_in_it_in_every_direction(
    desk: OpenDesk, keys: tuple[str, ...], selected: str
) -> None:
    at = desk(LINE)
    suggest(at, "title", "OCC", "وزير الخارجية")
    at.press("Tab")
    assert focused(at) == "وزير الخارجية OCC"
    at.press(*keys)
    assert at.selected == selected


def test_up_to_the_end_of_the_line(desk: OpenDesk) -> None:
    at = desk(LINE)
    suggest(at, "title", "OCC", "وزير الخارجية")
    at.press("Tab", "Shift+End")
    assert at.selected.startswith("وزير الخارجية زياد المرّ")


def test_the_word_a_span_begins_within_is_whole(desk: OpenDesk) -> None:
    at = desk("مرحبًا " + LINE.replace("زياد", "وزياد"))
    suggest(at, "he", "PERS", "زياد المرّ")
    at.press("Tab", "Shift+Left")
    assert at.selected == "وزياد المرّ أمس"


def test_in_what_is_marked_already_a_part_is_selected(desk: OpenDesk) -> None:
    at = desk(LINE.replace("وزير الخارجية زياد", "[وزير الخارجية زياد|OCC]"))
    at.press("Tab", "Shift+Left")
    assert at.selected == "وزير الخارجية"


def _of(at: Desk, words: str) -> Span:
    start = at.article.text.index(words)
    return Span.of(start, start + len(words))


def test_marks_come_in_pairs(at: Desk) -> None:
    suggest(at, "firm", "ORG", "«سولار نكست»")
    at.workspace.set_focus("firm")
    at.press("Shift+Left")
    assert at.selected == "«سولار نكست» باقية"
    at.press("Escape", "Escape")
    at.workspace.set_focus("firm")
    at.press("Shift+Right")
    assert at.selected == "إن «سولار نكست»"


def test_without_shift_the_cursor_goes_on_from_its_word(desk: OpenDesk) -> None:
    at = desk(LINE)
    suggest(at, "title", "OCC", "وزير الخارجية")
    at.press("Tab", "Left", "Shift+Left")
    assert at.selected == "الخارجية زياد"


def test_after_escape_a_part_of_it_is_selected(desk: OpenDesk) -> None:
    at = desk(LINE)
    suggest(at, "all", "PERS", "الخارجية زياد المرّ")
    at.press("Tab", "Escape", "Shift+Left")
    assert at.selected == "الخارجية زياد"


def test_escape_takes_the_selection_back_and_f4_leads_back(at: Desk) -> None:
    at.press("Tab", "Shift+Left", "Escape")
    assert at.selected == ""
    at.press("F4")
    assert focused(at) == "زياد PERS"
    at.press("Shift+Left", "P", "F4")
    assert at.workspace.selection is None


def test_f_adds_a_fragment_to_the_suggestion_that_was_last_in_focus(desk: OpenDesk) -> None:
    at = desk(LINE.replace("بيروت", "[بيروت|GPE]"))
    suggest(at, "he", "PERS", "زياد")
    before = at.line
    at.press("Tab", "Left*2", "F")
    assert focused(at) == "زياد أمس PERS"
    assert at.line == before
    at.press("Return")
    assert at.words("he") == "زياد أمس"
    at.press("Ctrl+Z")
    # Taken back is that it was accepted; Esc drops what was added to it, too.
    assert focused(at) == "زياد أمس PERS"
    assert at.line == before
    at.press("Escape", "Tab")
    assert focused(at) == "زياد PERS"


def test_f4_goes_to_what_is_around_the_cursor_too(desk: OpenDesk) -> None:
    """The first word of the article stands behind the mark that the suggestion begins with."""
    at = desk("«سولار نكست» باقية في بيروت.")
    suggest(at, "firm", "ORG", "«سولار نكست»")
    suggest(at, "where", "GPE", "بيروت")
    at.press("F4")
    assert focused(at) == "«سولار نكست» ORG"
    at.workspace.set_cursor((at.workspace.text.index("باقية"), at.workspace.text.index(" في")))
    at.press("F4")
    assert focused(at) == "بيروت GPE"
