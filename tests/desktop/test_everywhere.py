"""Shift+A in the real window: every same string of the corpus, in a list, marked as one batch."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.desktop.dialogs.everywhere import EverywhereDialog
from annotator.desktop.language import install
from annotator.desktop.panels.rows import ROW
from tests.notation import written
from tests.store.helpers import tampering

from .conftest import AUTHOR, OpenWindow, make_project, settle
from .desk import Desk

Key = Qt.Key
LINES = (
    "زار [بيروت|GPE] ثم عاد.",
    "ولا شيء هنا.",
    "وبيروت لا بيروتي، ثم بَيْروت.",
    "[بلدية بيروت|ORG] في [بيروت|GPE] و[بيروت|ORG] ولبيروت",
    "من بيروت إلى بيروت",
)
MARKED = (
    "زار [بيروت|GPE] ثم عاد.",
    "ولا شيء هنا.",
    "و[بيروت|GPE] لا بيروتي، ثم [بَيْروت|GPE].",
    "[بلدية [بيروت|GPE]|ORG] في [بيروت|GPE] و[بيروت|ORG] ول[بيروت|GPE]",
    "من [بيروت|GPE] إلى [بيروت|GPE]",
)


class Everywhere(Desk):
    """A window on several articles, and the dialog that Shift+A opened on it."""

    dialog: EverywhereDialog

    def open(self, qtbot: QtBot) -> EverywhereDialog:
        """Press the key and wait until all articles were looked through."""
        self.press("Tab", "Shift+A")
        (self.dialog,) = self.window.findChildren(EverywhereDialog)
        qtbot.waitUntil(lambda: not self.dialog.searching)
        return self.dialog

    def list_keys(self, *keys: Qt.Key) -> None:
        """Press keys in the list."""
        for key in keys:
            QTest.keyClick(self.dialog.list, key)

    @property
    def rows(self) -> list[str]:
        """Each row: its box, and its title or line."""
        model, boxes = self.dialog.model, {2: "[x]", 1: "[-]", 0: "[ ]"}
        return [
            f"{boxes[model.index(row, 0).data(Qt.ItemDataRole.CheckStateRole).value]} "
            + model.index(row, 0).data()
            for row in range(model.rowCount())
        ]

    @property
    def lines(self) -> tuple[str, ...]:
        """All articles as they are stored."""
        project = self.workspace.project
        assert project is not None
        numbers = range(1, project.count() + 1)
        return tuple(written(project.annotated(number, AUTHOR)) for number in numbers)


@pytest.fixture
def at(open_window: OpenWindow, tmp_path: Path) -> Everywhere:
    """The window on `LINES`."""
    return Everywhere(open_window(make_project(tmp_path / "all.db", LINES)))


def test_the_list_groups_what_it_finds_by_article(at: Everywhere, qtbot: QtBot) -> None:
    dialog = at.open(qtbot)
    assert at.rows == [
        "[x] وبيروت لا بيروتي، ثم بَيْروت.",
        "[x] وبيروت لا بيروتي، ثم بَيْروت.",
        "[x] وبيروت لا بيروتي، ثم بَيْروت.",
        "[-] بلدية بيروت في بيروت وبيروت ولبيروت",
        "[x] بلدية بيروت في بيروت وبيروت ولبيروت",
        "[ ] بلدية بيروت في بيروت وبيروت ولبيروت",
        "[x] بلدية بيروت في بيروت وبيروت ولبيروت",
        "[x] من بيروت إلى بيروت",
        "[x] من بيروت إلى بيروت",
        "[x] من بيروت إلى بيروت",
    ]
    assert dialog.mark.text() == "Mark 6"
    told = "Places: 7 in 3 articles; looked through 5 of 5."
    assert dialog.progress.text().splitlines()[0] == told
    assert dialog.list.hasFocus()
    assert at.lines == LINES


def test_return_marks_all_as_one_batch(at: Everywhere, qtbot: QtBot) -> None:
    at.open(qtbot)
    at.list_keys(Key.Key_Return)
    settle(qtbot)
    assert at.lines == MARKED
    assert at.window.findChildren(EverywhereDialog) == []
    assert at.messages[-1].values == {"places": 6, "articles": 3}
    assert at.words(at.workspace.focus) == "بيروت"


@pytest.mark.parametrize("number", [3, 4, 5])
def test_undo_in_any_of_the_articles_takes_all_back(
    at: Everywhere, qtbot: QtBot, number: int
) -> None:
    at.open(qtbot)
    at.list_keys(Key.Key_Return)
    at.workspace.go_to(number)
    at.press("Ctrl+Z")
    assert at.lines == LINES
    assert (at.messages[-1].text, at.messages[-1].n) == ("Taken back in %n articles.", 3)
    at.press("Ctrl+Y")
    assert at.lines == MARKED
    assert (at.messages[-1].text, at.messages[-1].n) == ("Done again in %n articles.", 3)


def test_undo_right_after_takes_it_back_though_nothing_changed_here(
    at: Everywhere, qtbot: QtBot
) -> None:
    at.open(qtbot)
    at.list_keys(Key.Key_Return)
    at.press("Ctrl+Z")
    assert at.lines == LINES
    assert (at.messages[-1].text, at.messages[-1].n) == ("Taken back in %n articles.", 3)
    at.press("Ctrl+Y")
    assert at.lines == MARKED


def test_undo_of_a_batch_outlives_the_window(
    at: Everywhere, qtbot: QtBot, open_window: OpenWindow
) -> None:
    at.open(qtbot)
    at.list_keys(Key.Key_Return)
    assert at.workspace.project is not None
    path = at.workspace.project.path
    at.workspace.close()
    again = Everywhere(open_window(path))
    again.workspace.go_to(5)
    again.press("Ctrl+Z")
    assert again.lines == LINES


def test_space_and_delete_prune_and_tab_passes_titles(at: Everywhere, qtbot: QtBot) -> None:
    dialog = at.open(qtbot)
    assert dialog.list.currentIndex().row() == 1
    at.list_keys(Key.Key_Space, Key.Key_Tab, Key.Key_Delete, Key.Key_Delete, Key.Key_Tab)
    assert dialog.list.currentIndex().row() == 4
    at.list_keys(Key.Key_Backspace, Key.Key_Tab, Key.Key_Space, Key.Key_Backtab, Key.Key_Return)
    assert at.lines[2] == "وبيروت لا بيروتي، ثم [بَيْروت|GPE]."
    labels = [one.label for one in at.workspace.project.annotated(4, AUTHOR).entities]  # type: ignore[union-attr]
    assert sorted(labels) == ["GPE", "GPE", "GPE", "ORG", "ORG"]


def test_a_title_stands_for_all_below_it(at: Everywhere, qtbot: QtBot) -> None:
    dialog = at.open(qtbot)
    dialog.list.show_row(3)
    # Not all are taken: now they are, then none is.
    at.list_keys(Key.Key_Space)
    assert [row[:3] for row in at.rows[3:7]] == ["[x]"] * 4
    at.list_keys(Key.Key_Space)
    assert [row[:3] for row in at.rows[3:7]] == ["[ ]"] * 4
    at.list_keys(Key.Key_Return)
    assert at.lines == (*MARKED[:3], LINES[3], MARKED[4])
    at.workspace.go_to(4)
    at.press("Ctrl+Z")
    assert at.messages[-1].text == "There is nothing to undo in this article."


def test_a_click_prunes(at: Everywhere, qtbot: QtBot) -> None:
    dialog = at.open(qtbot)
    place = dialog.list.visualRect(dialog.model.index(1, 0)).center()
    QTest.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert at.rows[1].startswith("[ ]")
    assert dialog.mark.text() == "Mark 5"


def test_with_nothing_ticked_return_does_nothing(at: Everywhere, qtbot: QtBot) -> None:
    dialog = at.open(qtbot)
    for row in (0, 3, 3, 7):
        dialog.model.toggle(row)
    assert dialog.model.chosen == 0
    assert not dialog.mark.isEnabled()
    at.list_keys(Key.Key_Return)
    assert dialog.isVisible()
    assert at.lines == LINES


def test_escape_closes_and_marks_nothing(at: Everywhere, qtbot: QtBot) -> None:
    at.open(qtbot)
    at.list_keys(Key.Key_Escape)
    settle(qtbot)
    assert at.window.findChildren(EverywhereDialog) == []
    assert at.lines == LINES


def many(tmp_path: Path, count: int = 400) -> Path:
    """A project of many articles that all have the string."""
    lines = [f"مقال {number} عن بيروت" for number in range(count)]
    return make_project(tmp_path / "many.db", ("[بيروت|GPE]", *lines))


def test_escape_stops_a_search_first(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> None:
    at = Everywhere(open_window(many(tmp_path)))
    at.press("Tab", "Shift+A")
    (at.dialog,) = at.window.findChildren(EverywhereDialog)
    dialog = at.dialog
    qtbot.waitUntil(lambda: dialog.model.count > 0)
    assert dialog.searching
    assert dialog.leave.text() == "Stop"
    # Half a search is no base to mark on, until it was stopped on purpose.
    at.list_keys(Key.Key_Return)
    assert dialog.isVisible()
    at.list_keys(Key.Key_Escape)
    found = dialog.model.count
    settle(qtbot)
    assert not dialog.searching
    assert dialog.isVisible()
    assert 0 < dialog.model.count == found < 400
    at.list_keys(Key.Key_Return)
    project = at.workspace.project
    assert project is not None
    assert sum(len(project.annotated(n, AUTHOR)) for n in range(1, 402)) == 1 + found


def test_a_search_that_was_stopped_does_not_say_that_all_is_marked(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    at = Everywhere(open_window(many(tmp_path)))
    at.press("Tab", "Shift+A")
    (dialog,) = at.window.findChildren(EverywhereDialog)
    QTest.keyClick(dialog, Key.Key_Escape)
    assert not dialog.searching
    assert dialog.empty.text() == "Nothing was found until then."


def test_closing_while_it_looks_ends_the_search(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    at = Everywhere(open_window(many(tmp_path)))
    at.press("Tab", "Shift+A")
    (dialog,) = at.window.findChildren(EverywhereDialog)
    dialog.reject()
    assert not dialog.searching
    settle(qtbot)
    assert at.window.findChildren(EverywhereDialog) == []


def test_the_list_of_articles_shows_what_came_in(at: Everywhere, qtbot: QtBot) -> None:
    def counts() -> list[str]:
        model = at.window.articles.list.model()
        return [model.index(row, 0).data(ROW).detail for row in range(model.rowCount())]

    before = counts()
    assert before == ["1", "", "", "3", ""]
    at.open(qtbot)
    at.list_keys(Key.Key_Return)
    settle(qtbot)
    assert counts() == ["1", "", "2", "5", "2"]
    at.workspace.go_to(4)
    at.press("Ctrl+Z")
    settle(qtbot)
    assert counts() == before


def test_nothing_left_to_mark(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> None:
    lines = ("[بيروت|GPE] هنا", "[بيروت|GPE] وبيروتي")
    at = Everywhere(open_window(make_project(tmp_path / "one.db", lines)))
    dialog = at.open(qtbot)
    assert dialog.empty.text() == "Every same string is marked already."
    assert dialog.empty.isVisible()
    assert not dialog.mark.isEnabled()


def test_from_the_preview_within_the_article(at: Everywhere, qtbot: QtBot) -> None:
    at.workspace.go_to(5)
    at.press("Left", "Y", "A")
    at.press("Shift+A")
    (at.dialog,) = at.window.findChildren(EverywhereDialog)
    qtbot.waitUntil(lambda: not at.dialog.searching)
    assert at.workspace.mode is None
    assert "[x] من بيروت إلى بيروت" in at.rows


def test_without_an_entity_it_is_refused(at: Everywhere) -> None:
    at.workspace.go_to(2)
    at.press("Shift+A")
    assert at.refused().startswith("Mark the string once")
    assert at.window.findChildren(EverywhereDialog) == []


def test_in_the_layer_of_another_it_is_refused(open_window: OpenWindow, tmp_path: Path) -> None:
    at = Everywhere(open_window(make_project(tmp_path / "all.db", LINES), author="سامي"))
    at.workspace.set_layer(AUTHOR)
    at.press("Tab", "Shift+A")
    assert "Choose your own layer" in at.refused()
    assert at.window.findChildren(EverywhereDialog) == []


def test_a_damaged_index_is_told_and_nothing_is_lost(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    # So rare a string is looked up in the index.
    path = make_project(tmp_path / "rare.db", ("[بيروت|GPE] وبيروت", *["لا شيء هنا"] * 60))
    with tampering(path) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE search_data SET block = x'00FF'")
    at = Everywhere(open_window(path))
    dialog = at.open(qtbot)
    assert "--reindex" in dialog.progress.text()
    assert dialog.leave.text() == "Cancel"
    # What was found until then can be marked all the same, and it stays told what is wrong.
    assert at.rows == ["[x] بيروت وبيروت"] * 2
    at.list_keys(Key.Key_Space, Key.Key_Space)
    assert "--reindex" in dialog.progress.text()
    at.list_keys(Key.Key_Return)
    assert at.lines[0] == "[بيروت|GPE] و[بيروت|GPE]"


def test_in_arabic(at: Everywhere, qtbot: QtBot) -> None:
    install("ar")
    dialog = at.open(qtbot)
    assert dialog.isRightToLeft()
    assert dialog.mark.text() == "وسم 6"
    assert not dialog.grab().isNull()
