"""A in the real window: every same string of the article, shown, pruned and marked at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from annotator.desktop import speech
from annotator.desktop.article.scene import BoxMark, ChipMark, Tone
from annotator.desktop.same import Same
from annotator.desktop.status import hints
from annotator.model import edits

from .conftest import AUTHOR
from .desk import Desk, OpenDesk

LINE = "[بيروت|GPE] ثم وبيروت، لبَيْروت. بيروتي بيروت"
MARKED = "[بيروت|GPE] ثم و[بيروت|GPE]، ل[بَيْروت|GPE]. بيروتي [بيروت|GPE]"


def boxes(at: Desk) -> dict[str, BoxMark]:
    """What is drawn of each proposal, by the text around it that makes it known."""
    scene, mode = at.window.view.scene(), at.workspace.mode
    assert scene is not None
    assert isinstance(mode, Same)
    text = at.article.text
    where = {one.id: text[max(0, one.span.start - 1) : one.span.end] for one in mode.offered}
    return {where[box.id]: box for box in scene.boxes if box.id in where}


def chip(at: Desk, id: str) -> ChipMark:
    """The chip of an annotation."""
    scene = at.window.view.scene()
    assert scene is not None
    (found,) = [one for one in scene.chips if one.id == id]
    return found


def test_all_same_strings_are_marked_in_one_edit(desk: OpenDesk) -> None:
    at = desk(LINE)
    at.press("Tab", "A")
    assert at.line == LINE
    at.press("Return")
    assert at.line == MARKED
    assert at.workspace.mode is None
    assert at.words(at.workspace.focus) == "بيروت"
    assert (at.messages[-1].text, at.messages[-1].n) == (
        "%n more marked; undo takes all of them back.", 3
    )  # fmt: skip
    assert at.window.status.message.text() == "3 more marked; undo takes all of them back."
    at.press("Ctrl+Z")
    assert at.line == LINE
    at.press("Ctrl+Y")
    assert at.line == MARKED


def test_right_after_marking_a_word(desk: OpenDesk) -> None:
    at = desk("زار عمّان وعاد من عمان.")
    at.press("Left", "Y", "A", "Return")
    assert at.line == "زار [عمّان|GPE] وعاد من [عمان|GPE]."


def test_on_the_cursor_s_entity_without_focus(desk: OpenDesk) -> None:
    at = desk("في و[بيروت|GPE] ثم بيروت")
    at.press("Left", "A", "Return")
    assert at.line == "في و[بيروت|GPE] ثم [بيروت|GPE]"


def test_the_preview_is_drawn_and_not_stored(desk: OpenDesk) -> None:
    at = desk(LINE)
    at.press("Tab", "A")
    shown = boxes(at)
    assert set(shown) == {"وبيروت", "لبَيْروت", " بيروت"}
    assert {box.offer for box in shown.values()} == {"taken"}
    assert shown["وبيروت"].tone == Tone.FOCUSED
    assert shown["لبَيْروت"].tone == Tone.PROPOSED
    project, number = at.workspace.project, at.workspace.number
    assert project is not None
    assert number is not None
    assert len(project.annotated(number, AUTHOR)) == 1


def test_tab_and_delete_prune(desk: OpenDesk) -> None:
    at = desk(LINE)
    at.press("Tab", "A", "Tab", "Delete")
    box = boxes(at)["لبَيْروت"]
    assert box.offer == "left"
    assert chip(at, box.id).caption == "× GPE"
    assert "Enter\u2069 mark 2 of 3" in " · ".join(hints(at.workspace))
    at.press("Tab", "Return")
    assert at.line == "[بيروت|GPE] ثم و[بيروت|GPE]، لبَيْروت. بيروتي [بيروت|GPE]"


def test_a_screen_reader_says_each_place_and_what_becomes_of_it(desk: OpenDesk) -> None:
    at = desk(LINE)
    at.press("Tab", "A")
    assert speech.here(at.workspace) == "بيروت will be marked, 1 of 3"
    at.press("Tab", "Delete")
    assert speech.here(at.workspace) == "بَيْروت is left out, 2 of 3"
    at.press("Escape")
    assert speech.here(at.workspace).startswith("بيروت, GPE")


def test_delete_again_takes_it_again(desk: OpenDesk) -> None:
    at = desk(LINE)
    at.press("Tab", "A", "Delete", "Backspace", "Return")
    assert at.line == MARKED


def test_tab_goes_round_both_ways(desk: OpenDesk) -> None:
    at = desk(LINE)
    at.press("Tab", "A", "Shift+Tab", "Delete", "Tab", "Delete", "Tab*2", "Tab*2", "Return")
    assert at.line == "[بيروت|GPE] ثم وبيروت، ل[بَيْروت|GPE]. بيروتي بيروت"


def test_it_begins_behind_the_entity(desk: OpenDesk) -> None:
    at = desk("بيروت ثم [بيروت|GPE] ثم لبيروت")
    at.press("Tab", "A", "Delete", "Return")
    assert at.line == "[بيروت|GPE] ثم [بيروت|GPE] ثم لبيروت"


def test_with_all_pruned_there_is_nothing_to_mark(desk: OpenDesk) -> None:
    at = desk("[بيروت|GPE] ثم بيروت")
    at.press("Tab", "A", "Delete", "Return")
    assert at.refused() == "None is chosen. {key} takes one again."
    assert at.line == "[بيروت|GPE] ثم بيروت"
    at.press("Delete", "Return")
    assert at.line == "[بيروت|GPE] ثم [بيروت|GPE]"


@pytest.mark.parametrize("key", ["Escape", "Left", "Ctrl+End"])
def test_leaving_marks_nothing(desk: OpenDesk, key: str) -> None:
    at = desk(LINE)
    at.press("Tab", "A", key)
    assert at.workspace.mode is None
    assert at.line == LINE
    scene = at.window.view.scene()
    assert scene is not None
    assert len(scene.boxes) == 1


@pytest.mark.parametrize("key", ["P", "A", "7", "]"])
def test_label_keys_do_nothing_meanwhile(desk: OpenDesk, key: str) -> None:
    at = desk(LINE)
    at.press("Tab", "A", key)
    assert at.refused() == "The key {key} does nothing now; {escape} leaves."
    assert at.line == LINE


def test_a_click_prunes(desk: OpenDesk) -> None:
    at = desk(LINE)
    at.press("Tab", "A")
    view = at.window.view
    place = at.article.text.rindex("بيروت") + 2

    def click() -> None:
        (rect,) = view.rects(place, place + 1)
        button, held = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(view.viewport(), button, held, QPoint(rect.center().toPoint()))

    click()
    assert boxes(at)[" بيروت"].offer == "left"
    click()
    click()
    at.press("Return")
    assert at.line == "[بيروت|GPE] ثم و[بيروت|GPE]، ل[بَيْروت|GPE]. بيروتي بيروت"


@pytest.mark.parametrize(
    ("line", "after"),
    [
        # Marked already in the same way: left out.
        ("[بيروت|GPE] [بيروت|GPE] بيروت", "[بيروت|GPE] [بيروت|GPE] [بيروت|GPE]"),
        # Marked with another label, or part of a name with the same one: shown, not chosen.
        ("[بيروت|GPE] [بيروت|ORG] بيروت", "[بيروت|GPE] [بيروت|ORG] [بيروت|GPE]"),
        ("[الحموري|PERS] [ليلى الحموري|PERS] الحموري",
         "[الحموري|PERS] [ليلى الحموري|PERS] [الحموري|PERS]"),
        # Within an entity of another kind it is one of its own.
        ("[بيروت|GPE] [بلدية بيروت|ORG]", "[بيروت|GPE] [بلدية [بيروت|GPE]|ORG]"),
        ("[بيروت|GPE] «[في بيروت|direct]»", "[بيروت|GPE] «[في [بيروت|GPE]|direct]»"),
        # The article's alef is not written behind ل.
        ("[الوزارة|ORG] للوزارة وزارة", "[الوزارة|ORG] ل[لوزارة|ORG] وزارة"),
        ("ل[لوزارة|ORG] والوزارة لوزارة", "ل[لوزارة|ORG] و[الوزارة|ORG] لوزارة"),
        # By all that is known of words there is no و in وليد.
        ("[ليد|PERS] وليد ليد", "[ليد|PERS] وليد [ليد|PERS]"),
        # The article stands before no ب: the word is بلزاكيا, of which لزاكيا is a part.
        ("[لزاكيا|GPE] بلزاكيا ثم البلزاكيا", "[لزاكيا|GPE] بلزاكيا ثم البلزاكيا"),
        ("[لزاكيا|GPE] بلزاكيا ثم الزاكيات", "[لزاكيا|GPE] ب[لزاكيا|GPE] ثم الزاكيات"),
        ("[وزارة  الصحة|ORG] وزارة الصحة", "[وزارة  الصحة|ORG] [وزارة الصحة|ORG]"),
    ],
)  # fmt: skip
def test_what_is_chosen(desk: OpenDesk, line: str, after: str) -> None:
    at = desk(line)
    at.press("Tab", "A", "Return")
    assert at.line == after


def test_what_is_annotated_otherwise_can_be_chosen(desk: OpenDesk) -> None:
    at = desk("[بيروت|GPE] [بيروت|ORG]")
    at.press("Tab", "A")
    assert at.messages[-1].text.startswith("All other places are parts of other entities")
    assert boxes(at)[" بيروت"].offer == "left"
    at.press("Delete", "Return")
    assert sorted(one.label for one in at.article.entities) == ["GPE", "GPE", "ORG"]


def test_attributes_go_along_and_the_note_does_not(desk: OpenDesk) -> None:
    at = desk("[بيروت|GPE] بيروت")
    at.workspace.do(edits.change(at.article, "a1", note="العاصمة"))
    at.press("Tab", "T", "A", "Return")
    one, other = at.article.entities
    assert one.attributes == other.attributes != {}
    assert (one.note, other.note) == ("العاصمة", None)


def test_all_is_marked_already(desk: OpenDesk) -> None:
    at = desk("[بيروت|GPE] وبيروتي [بيروت|GPE]")
    at.press("Tab", "A")
    assert at.messages[-1].text == "Every same string in this article is marked already."
    assert at.workspace.mode is None


@pytest.mark.parametrize("line", ["بيروت بيروت", "قال «[بيروت|direct]» بيروت"])
def test_without_an_entity_it_is_refused(desk: OpenDesk, line: str) -> None:
    at = desk(line)
    at.press("A")
    assert at.refused().startswith("Mark the string once")


def test_an_entity_of_several_fragments_is_refused(desk: OpenDesk) -> None:
    at = desk("[بيروت|GPE] ثم كبيرة بيروت")
    at.press("Tab", "Left*2", "F", "A")
    assert at.refused().startswith("This entity has several fragments")
    assert at.workspace.mode is None


def test_in_the_layer_of_another_it_is_refused(desk: OpenDesk) -> None:
    at = desk(LINE, author="سامي")
    at.workspace.set_layer(AUTHOR)
    at.press("Tab", "A")
    assert "Choose your own layer" in at.refused()
    assert at.workspace.mode is None
