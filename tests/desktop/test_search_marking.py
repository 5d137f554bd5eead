"""Marking hits from the search page: shown first, one edit an article, one undo."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.desktop import marking, searching
from annotator.desktop.search.marking import HitsDialog
from annotator.desktop.window import MainWindow
from annotator.model.spans import Span
from tests.notation import written

from .conftest import AUTHOR, OpenWindow, make_project, settle
from .test_keys import event, typed
from .test_search_page import ask, here, press, wait

Key, Held = Qt.Key, Qt.KeyboardModifier
CORPUS = (
    "اجتمع [فلاديمير بوتين|PERS] بوفد، وقال بوتين.",
    "رحّب ببُوتين، ثم ودّع [بوتين|PERS].",
    "لا شيء هنا.",
    "بوتين",
)


@pytest.fixture
def window(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    """The hits of بوتين have the keyboard: five in three articles, the third article is in view."""
    window = open_window(make_project(tmp_path / "p.db", CORPUS))
    window.workspace.go_to(3)
    searching.show(window)
    page = ask(qtbot, window, "بوتين")
    here(Key.Key_Down)
    assert [line.number for line in page.model.lines] == [1, 1, 2, 2, 4]
    return window


def dialog(window: MainWindow, qtbot: QtBot) -> HitsDialog:
    """The places as they are shown when all have been looked at."""
    (found,) = window.findChildren(HitsDialog)
    qtbot.waitUntil(lambda: not found.searching)
    settle(qtbot)
    return found


def texts(window: MainWindow) -> list[str]:
    project = window.workspace.project
    assert project is not None
    return [written(project.annotated(number, AUTHOR)) for number in (1, 2, 3, 4)]


def test_all_hits_are_marked_after_they_were_shown_and_one_undo_takes_them_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    here(Key.Key_A, Held.ControlModifier)
    here(Key.Key_P)
    shown = dialog(window, qtbot)
    assert shown.sentence.text() == (
        "What is ticked becomes Person. Marked so already and left out: 1. "
        "Parts of words, and what meets other entities, wait for a tick."
    )
    assert (shown.model.count, shown.model.chosen) == (4, 3), "one lies in a longer name"
    assert texts(window) == list(CORPUS)
    here(Key.Key_Return)
    settle(qtbot)
    marked = [
        "اجتمع [فلاديمير بوتين|PERS] بوفد، وقال [بوتين|PERS].",
        "رحّب ب[بُوتين|PERS]، ثم ودّع [بوتين|PERS].",
        "لا شيء هنا.",
        "[بوتين|PERS]",
    ]
    assert texts(window) == marked
    assert window.middle.currentWidget() is window.search
    assert window.focusWidget() is window.search.list
    press(window.search.list, Key.Key_Z, Held.ControlModifier)
    settle(qtbot)
    assert texts(window) == list(CORPUS)


def test_only_what_is_chosen_is_marked_and_places_can_be_left_out(
    window: MainWindow, qtbot: QtBot
) -> None:
    here(Key.Key_Down)
    here(Key.Key_Space)
    here(Key.Key_Space)
    here(Key.Key_O)
    shown = dialog(window, qtbot)
    assert (shown.model.count, shown.model.chosen) == (2, 2)
    here(Key.Key_Space)
    assert shown.model.chosen == 1
    here(Key.Key_Return)
    settle(qtbot)
    assert texts(window)[:2] == [CORPUS[0], "رحّب ب[بُوتين|ORG]، ثم ودّع [بوتين|PERS]."]


def test_parts_of_words_are_not_ticked_unasked(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(make_project(tmp_path / "p.db", ("قالت الوزيرة وقال وزير ووزيره.",)))
    searching.show(window)
    ask(qtbot, window, "وزير")
    here(Key.Key_Down)
    here(Key.Key_A, Held.ControlModifier)
    here(Key.Key_C)
    shown = dialog(window, qtbot)
    assert (shown.model.count, shown.model.chosen) == (3, 2)
    here(Key.Key_Return)
    settle(qtbot)
    project = window.workspace.project
    assert project is not None
    text = written(project.annotated(1, AUTHOR))
    assert text == "قالت الوزيرة وقال [وزير|OCC] و[وزير|OCC]ه."


def test_esc_marks_nothing_and_leads_back_to_the_hits(window: MainWindow, qtbot: QtBot) -> None:
    here(Key.Key_P)
    dialog(window, qtbot)
    here(Key.Key_Escape)
    settle(qtbot)
    assert texts(window) == list(CORPUS)
    assert window.focusWidget() is window.search.list
    assert window.workspace.number == 3


def test_what_is_marked_so_already_is_said(window: MainWindow, qtbot: QtBot) -> None:
    for _ in range(3):
        here(Key.Key_Down)
    here(Key.Key_P)
    shown = dialog(window, qtbot)
    assert shown.empty.text() == "All of these hits are marked so already."
    assert not shown.mark.isEnabled()
    here(Key.Key_Escape)


def test_under_an_arabic_layout_the_physical_key_counts(window: MainWindow, qtbot: QtBot) -> None:
    QApplication.sendEvent(window.search.list, event(typed("P", "ح")))
    assert dialog(window, qtbot).isVisible()
    here(Key.Key_Escape)


def test_a_letter_without_a_label_is_refused(window: MainWindow, qtbot: QtBot) -> None:
    here(Key.Key_Q)
    settle(qtbot)
    assert window.findChildren(HitsDialog) == []
    assert window.status.message.text() == "No label has the keys Q."


def test_the_annotations_of_others_can_only_be_read(window: MainWindow, qtbot: QtBot) -> None:
    window.workspace.set_layer("somebody")
    searching.show(window)
    settle(qtbot)
    wait(qtbot, window.search)
    here(Key.Key_Down)
    here(Key.Key_P)
    settle(qtbot)
    assert window.findChildren(HitsDialog) == []
    assert "somebody" in window.status.message.text()


@pytest.mark.parametrize(
    ("key", "held"),
    [
        (Key.Key_Z, Held.ControlModifier),
        (Key.Key_Return, Held.ControlModifier),
        (Key.Key_PageDown, Held.ControlModifier | Held.ShiftModifier),
    ],
)
def test_nothing_is_done_to_an_article_that_is_not_to_be_seen(
    window: MainWindow, qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    project = window.workspace.project
    assert project is not None
    window.workspace.select(Span.of(0, 2))
    marking.label(window.workspace, "PERS")
    before = texts(window), project.status(3, AUTHOR)
    here(key, held)
    settle(qtbot)
    assert (texts(window), project.status(3, AUTHOR)) == before
    assert window.status.message.text() == "The article is not in view: Esc leads to it."


def test_hits_show_the_label_that_they_have(window: MainWindow, qtbot: QtBot) -> None:
    page = window.search
    page.list.viewport().repaint()
    settle(qtbot)

    def labels() -> list[str]:
        found = (page.marks.label_of(line) for line in page.model.lines)
        return [one.name if one is not None else "" for one in found]

    assert labels() == ["", "", "", "PERS", ""]
    here(Key.Key_P)
    shown = dialog(window, qtbot)
    shown.model.toggle(1)
    here(Key.Key_Return)
    settle(qtbot)
    page.list.viewport().repaint()
    settle(qtbot)
    assert labels() == ["PERS", "", "", "PERS", ""]


def test_a_label_chosen_in_the_panel_or_by_name_is_given_to_the_hits(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.labels.list.chosen.emit(0)
    dialog(window, qtbot)
    here(Key.Key_Escape)
    settle(qtbot)
    window.choose_label()
    settle(qtbot)
    here(Key.Key_Return)
    settle(qtbot)
    dialog(window, qtbot)
    here(Key.Key_Escape)
    assert texts(window) == list(CORPUS)
