"""The list of articles by keys: filtering, sorting, skipping, and what it says of itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.desktop import theme, walking
from annotator.desktop.panels.rows import ROW
from annotator.desktop.window import MainWindow
from annotator.model.article import Article
from annotator.model.record import Record
from annotator.store import Project
from tests.notation import NEWS

from .conftest import AUTHOR, OpenWindow, settle, type_in

TITLES = ("أخبارُ الطاقة", "مُحَمَّدٌ في بيروت", "انتخابات البلدية", "Solar Next", "اخبار الرياضه")
DATES = ("2026-03-02", None, "٢٠٢٦-٠٣-٠٥", "2025-01-01", None)
STATUSES = ("done", "begun", None, "skipped", None)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Five articles: done, begun, new, skipped, new."""
    path = tmp_path / "news.db"
    with Project.create(path, NEWS) as made, made.importing("test") as into:
        for n, title in enumerate(TITLES):
            meta = {"title": title, "date": DATES[n]}
            article = Article(id=str(n), text="نص قصير", meta=meta)
            status = STATUSES[n]
            into.add(Record(article=article, layer=AUTHOR if status else None, status=status))  # type: ignore[arg-type]
    return path


def shown(window: MainWindow) -> list[int]:
    """The places in `TITLES` of the rows, as they are shown."""
    model = window.articles.model
    rows = (model.index(row, 0).data(ROW) for row in range(model.rowCount()))
    return [TITLES.index(row.title) for row in rows]


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key wherever the keyboard is."""
    QTest.keyClick(QApplication.focusWidget(), key, held)


def type_here(text: str) -> None:
    """Type a text wherever the keyboard is, letter by letter."""
    for char in text:
        type_in(QApplication.focusWidget(), char)


def test_typing_in_the_list_filters_however_it_is_spelt(
    open_window: OpenWindow, news: Path, qtbot: QtBot
) -> None:
    window = open_window(news)
    press(Qt.Key.Key_F7)
    assert window.articles.list.hasFocus()
    type_here("أخبار")
    assert shown(window) == [0, 4]
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    settle(qtbot)
    assert window.workspace.number == 5
    assert window.view.hasFocus()
    assert shown(window) == [0, 4]
    press(Qt.Key.Key_F7)
    press(Qt.Key.Key_Backspace)
    assert window.articles.filter.field.text() == "أخبا"
    type_here("خخخ")
    assert shown(window) == []
    assert window.articles.empty.isVisible()
    assert "Esc" in window.articles.empty.text()
    assert window.articles.filter.field.hasFocus()
    press(Qt.Key.Key_Escape)
    assert shown(window) == [0, 1, 2, 3, 4]
    press(Qt.Key.Key_Escape)
    settle(qtbot)
    assert window.view.hasFocus()


@pytest.mark.parametrize(("code", "onward"), [("en", Qt.Key.Key_Right), ("ar", Qt.Key.Key_Left)])
def test_arrows_go_from_state_to_state(
    open_window: OpenWindow, news: Path, qtbot: QtBot, code: str, onward: Qt.Key
) -> None:
    window = open_window(news, code)
    press(Qt.Key.Key_F7)
    found = []
    for _ in range(5):
        press(onward)
        found.append(shown(window))
    assert found == [[2, 4], [1], [0], [3], [0, 1, 2, 3, 4]]
    back = Qt.Key.Key_Left if onward == Qt.Key.Key_Right else Qt.Key.Key_Right
    press(back)
    assert shown(window) == [3]
    assert window.articles.filter.states["skipped"].isChecked()


def test_an_empty_state_keeps_the_keyboard_and_says_so(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    press(Qt.Key.Key_F7)
    for _ in range(3):
        press(Qt.Key.Key_Right)
    assert window.articles.empty.text().startswith("No article is in the state “Done”.")
    assert window.articles.filter.field.hasFocus()
    assert not window.labels.list.currentIndex().isValid()
    press(Qt.Key.Key_Escape)
    assert window.articles.model.rowCount() == 3


def test_orders(open_window: OpenWindow, news: Path, qtbot: QtBot) -> None:
    window = open_window(news)
    for order, places in {
        "title": [3, 4, 0, 2, 1],
        "status": [1, 2, 4, 0, 3],
        "date": [2, 0, 3, 1, 4],
        "project": [0, 1, 2, 3, 4],
    }.items():
        window.articles.filter.sort(order)  # type: ignore[arg-type]
        assert shown(window) == places, order
    window.articles.filter.sort("date")
    details = [window.articles.model.index(row, 0).data(ROW).detail for row in range(5)]
    assert details == ["2026-03-05", "2026-03-02", "2025-01-01", "", ""]


def test_the_pickers_set_state_and_order(open_window: OpenWindow, news: Path, qtbot: QtBot) -> None:
    window = open_window(news)
    window.choose_state()
    settle(qtbot)
    type_here("skip")
    press(Qt.Key.Key_Return)
    settle(qtbot)
    assert shown(window) == [3]
    window.choose_order()
    settle(qtbot)
    type_here("newest")
    press(Qt.Key.Key_Return)
    settle(qtbot)
    assert window.articles.filter.wanted.order == "date"
    # Without a window system nobody makes the window active again.
    assert window.focusWidget() is window.articles.list


def test_next_and_previous_follow_the_list(
    open_window: OpenWindow, news: Path, qtbot: QtBot
) -> None:
    window = open_window(news)
    control = Qt.KeyboardModifier.ControlModifier
    window.articles.filter.sort("title")
    visited = []
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
        press(key, control)
        settle(qtbot)
        visited.append(window.workspace.number)
    # After the third step comes the end of the list, at which it stays.
    assert visited == [3, 2, 2, 3]
    window.articles.filter.show_status("new")
    window.workspace.go_to(4)
    assert "not among them" in window.articles.filter.note.text()
    press(Qt.Key.Key_PageDown, control)
    assert window.workspace.number == 5
    assert "not among them" not in window.articles.filter.note.text()


def test_skipping_goes_on_and_can_be_taken_back(
    open_window: OpenWindow, news: Path, qtbot: QtBot
) -> None:
    window = open_window(news)
    workspace = window.workspace
    workspace.go_to(3)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    press(Qt.Key.Key_PageDown, both)
    settle(qtbot)
    assert workspace.number == 5
    assert workspace.project is not None
    assert workspace.project.status(3, AUTHOR) == "skipped"
    assert window.articles.filter.states["skipped"].accessibleName() == "Skipped: 2 articles"
    workspace.go_to(3)
    press(Qt.Key.Key_Return, both)
    settle(qtbot)
    assert workspace.project.status(3, AUTHOR) == "new"
    assert window.articles.filter.states["skipped"].accessibleName() == "Skipped: 1 article"
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_PageDown, both)
    settle(qtbot)
    assert workspace.number == 2
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot)
    assert window.status.message.text() == "No unfinished article is left."
    assert window.articles.filter.progress.label.text() == "Done: 3 of 5"


def test_what_no_longer_fits_goes_when_it_is_left(
    open_window: OpenWindow, news: Path, qtbot: QtBot
) -> None:
    window = open_window(news)
    window.articles.filter.show_status("new")
    window.workspace.go_to(3)
    window.workspace.set_status("begun")
    settle(qtbot)
    assert shown(window) == [2, 4]
    walking.finish(window.workspace)
    settle(qtbot)
    assert window.workspace.number == 5
    assert shown(window) == [4]
    walking.finish(window.workspace)
    assert "in the list" in window.status.message.text()
    assert window.articles.filter.note.text() == "1 article fits the filter."


def test_the_filter_outlives_annotating_and_ends_with_the_project(
    open_window: OpenWindow, news: Path, project: Path, qtbot: QtBot
) -> None:
    window = open_window(news)
    window.articles.filter.field.setText("بيروت")
    window.articles.filter.sort("title")
    window.workspace.go_to(2)
    window.workspace.set_layer("other")
    settle(qtbot)
    assert shown(window) == [1]
    window.open_path(project)
    settle(qtbot)
    assert window.articles.model.rowCount() == 3
    assert window.articles.filter.field.text() == ""
    assert window.workspace.listed is None


def test_what_comes_in_is_listed(
    open_window: OpenWindow, news: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    from annotator.desktop import importing

    window = open_window(news)
    window.articles.filter.field.setText("جديد")
    assert shown(window) == []
    file = tmp_path / "a.txt"
    file.write_text("خبر جديد\n\nنص", "utf-8")
    importing.import_now(window, [file])
    settle(qtbot)
    assert window.articles.model.rowCount() == 1
    assert window.articles.title.text() == "Articles · 1 of 6"


def test_every_state_has_its_shape(open_window: OpenWindow, news: Path, qtbot: QtBot) -> None:
    window = open_window(news)
    drawn = []
    for button in window.articles.filter.states.values():
        button.show_count(0)
        image = button.grab().toImage()
        pixels = {
            (x, y)
            for x in range(image.width() // 2 + 4)
            for y in range(image.height())
            if image.pixelColor(x, y).lightness() < 215
        }
        assert pixels
        drawn.append(frozenset(pixels))
    assert len(set(drawn)) == 4


def test_the_article_in_view_is_marked_wherever_the_arrows_are(
    open_window: OpenWindow, news: Path, qtbot: QtBot
) -> None:
    window = open_window(news)
    model = window.articles.model
    press(Qt.Key.Key_F7)
    press(Qt.Key.Key_Down)
    for current in (1, 4):
        window.workspace.go_to(current)
        settle(qtbot)
        assert [model.index(row, 0).data(ROW).strong for row in range(5)].index(True) == current - 1
        assert [row for row in range(5) if "in view" in model.index(row, 0).data()] == [current - 1]


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast-light", "contrast-dark"])
def test_the_line_of_progress_is_as_long_as_what_is_done(
    open_window: OpenWindow, news: Path, qtbot: QtBot, scheme: str
) -> None:
    window = open_window(news, "en", scheme)
    bar = window.articles.filter.progress
    tone = theme.colours()
    for done, length in ((0, 0), (1, 1), (4, 4)):
        bar.show_counts({"new": 4 - done, "begun": 0, "done": done, "skipped": 0})
        image = bar.grab().toImage()
        row = [image.pixelColor(x, image.height() - 3) for x in range(image.width())]
        inked = sum(colour.name().upper() == tone.done.upper() for colour in row)
        assert abs(inked - image.width() * length / 4) < 4
