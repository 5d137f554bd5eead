"""The page of statistics as people use it: by keys alone, by eye, and by ear."""

from __future__ import annotations

import csv
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.desktop import looks, taking
from annotator.desktop.actions import by_id, trigger
from annotator.desktop.statistics.card import ChartCard
from annotator.desktop.statistics.page import StatisticsPage
from annotator.desktop.statistics.pictures import DENSITY, WIDTH
from annotator.desktop.window import MainWindow
from annotator.errors import UserError
from annotator.model import edits
from annotator.model.spans import Span
from annotator.store import Project
from tests.store.helpers import tampering

from .conftest import AUTHOR, OpenWindow, make_project, settle
from .test_keys import event, typed

Key, Held = Qt.Key, Qt.KeyboardModifier
CORPUS = (
    "قالت [الوزيرة|OCC] [ليلى|PERS] إن [محمدًا|PERS] زار [بيروت|GPE] أمس.",
    "[لا نعرف|direct]، قال [خالد|PERS] في [بيروت|GPE].",
    "لا شيء هنا.",
)
Counting = Callable[..., MainWindow]


@pytest.fixture
def counting(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> Counting:
    """Opens the window on these articles, with the page of statistics in view."""

    def opened(corpus: tuple[str, ...] = CORPUS, language: str = "en") -> MainWindow:
        window = open_window(make_project(tmp_path / "p.db", corpus), language_=language)
        show(qtbot, window)
        return window

    return opened


def show(qtbot: QtBot, window: MainWindow) -> StatisticsPage:
    trigger(by_id("statistics"), window)
    wait(qtbot, window.statistics)
    return window.statistics


def wait(qtbot: QtBot, page: StatisticsPage) -> None:
    qtbot.waitUntil(lambda: not page.busy)
    settle(qtbot)


def here(key: Qt.Key, held: Qt.KeyboardModifier = Held.NoModifier) -> None:
    """Press a key where the keyboard is."""
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, key, held)


def card(page: StatisticsPage, id: str) -> ChartCard:
    return next(card for card in page.cards if card.chart.id == id)


def rows(page: StatisticsPage, id: str) -> dict[str, str]:
    return {row.title: row.number for row in card(page, id).chart.rows}


# What is shown


def test_charts_say_what_the_project_holds(counting: Counting) -> None:
    page = counting().statistics
    assert rows(page, "states") == {"Not begun": "1", "Begun": "2", "Done": "0", "Skipped": "0"}
    assert rows(page, "entities") == {"Person": "3", "Geopolitical entity": "2", "Occupation": "1"}
    assert rows(page, "quotes") == {"Direct": "1"}
    assert rows(page, "article-lengths") == {
        "3": "1", "4": "0", "5": "0", "6": "1", "7": "0", "8": "1",
    }  # fmt: skip
    assert card(page, "relations").empty.text() == "No relations yet."
    assert card(page, "relations").empty.isVisible()
    assert not card(page, "relations").view.isVisible()
    # What has nothing to say and is not missed is left out.
    assert "links" not in [one.chart.id for one in page.cards]


def test_what_is_annotated_meanwhile_is_counted_when_one_comes_back(
    counting: Counting, qtbot: QtBot
) -> None:
    window = counting()
    page = window.statistics
    assert card(page, "days").chart.rows == ()
    here(Key.Key_Escape)
    assert window.view.hasFocus()
    window.workspace.go_to(3)
    window.workspace.do(edits.mark("LAW", Span.of(0, 2)))
    window.workspace.set_status("done")
    show(qtbot, window)
    assert rows(page, "entities")["Law"] == "1"
    assert list(rows(page, "days").values()) == ["1"]
    assert list(rows(page, "finished").values()) == ["1"]
    assert rows(page, "states")["Done"] == "1"


def test_another_author_is_chosen(counting: Counting, qtbot: QtBot) -> None:
    window = counting()
    project, page = window.workspace.project, window.statistics
    assert project is not None
    project.apply(3, "نور", project.annotated(3, "نور"), edits.mark("LAW", Span.of(0, 2)))
    window.workspace.summariesChanged.emit()
    wait(qtbot, page)
    assert page.layer.currentData() == AUTHOR
    assert rows(page, "authors") == {AUTHOR: "7", "نور": "1"}
    page.layer.setFocus()
    here(Key.Key_Down)
    assert page.layer.currentData() == "نور"
    assert rows(page, "entities") == {"Law": "1"}


def test_an_empty_project_says_what_is_missing(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(make_project(tmp_path / "p.db", ()))
    page = show(qtbot, window)
    assert page.empty.text() == "There are no articles in this project yet."
    assert page.empty.isVisible()
    assert page.notice.text() == ""
    assert not page.sheet.isVisible()
    assert not page.copy.isEnabled()
    here(Key.Key_Escape)
    assert window.middle.currentWidget() is window.empty


def test_labels_that_wait_for_their_first_annotation_are_named(
    counting: Counting, qtbot: QtBot
) -> None:
    window = counting()
    assert card(window.statistics, "quotes").note.text() == "Not used yet: Indirect, Mixed"
    told = card(window.statistics, "entities").note.text()
    assert told.startswith("Not used yet: Group of people, Organization, Location, ")
    assert told.endswith(" …")
    window.set_language("ar")
    settle(qtbot)
    assert card(window.statistics, "quotes").note.text() == "لم تُستعمل بعد: غير مباشر، مختلط"


def test_what_cannot_be_counted_is_said(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    with Project.open(project) as opened:
        opened.apply(3, AUTHOR, opened.annotated(3, AUTHOR), edits.mark("LAW", Span.of(0, 2)))
    with tampering(project) as connection:
        connection.execute("UPDATE history SET at = 'gestern'")
    page = show(qtbot, open_window(project))
    assert "is damaged" in page.empty.text()
    assert page.empty.isVisible()
    assert not page.tables.isEnabled()


def test_every_theme_and_language_shows_the_same_numbers(counting: Counting, qtbot: QtBot) -> None:
    window = counting()
    before = [[row.number for row in card.chart.rows] for card in window.statistics.cards]
    for theme in ("dark", "contrast-light", "contrast-dark", "light"):
        looks.set_theme(window, theme)  # type: ignore[arg-type]
        settle(qtbot)
        assert not window.grab().isNull()
    window.set_language("ar")
    settle(qtbot)
    after = [[row.number for row in card.chart.rows] for card in window.statistics.cards]
    assert before == after
    assert "شخص" in rows(window.statistics, "entities")
    assert card(window.statistics, "relations").empty.text() == "لا علاقات بعد."


def test_cards_stand_in_two_columns_where_there_is_room(counting: Counting, qtbot: QtBot) -> None:
    window = counting()
    page = window.statistics

    def columns() -> int:
        return len({card.mapTo(page, card.rect().topLeft()).x() for card in page.cards})

    assert columns() == 1
    window.resize(1900, 1000)
    settle(qtbot)
    assert columns() == 2
    window.resize(900, 700)
    settle(qtbot)
    assert columns() == 1
    assert page.sheet.width() <= page.area.viewport().width()


# By keys, and by ear


def test_tab_goes_from_chart_to_chart_and_arrows_from_row_to_row(
    counting: Counting, qtbot: QtBot
) -> None:
    page = counting().statistics
    first = card(page, "states")
    assert first.view.hasFocus()
    assert first.told.text() == "Not begun: 1, 33% of all"
    here(Key.Key_Down)
    assert first.told.text() == "Begun: 2, 67% of all"
    here(Key.Key_Up)
    here(Key.Key_Up)
    assert first.told.text() == "Not begun: 1, 33% of all"
    here(Key.Key_End)
    assert first.told.text() == "Skipped: 0, 0% of all"
    here(Key.Key_Tab)
    second = card(page, "entities")
    assert second.view.hasFocus()
    assert first.told.text() == ""
    assert second.told.text() == "PERS Person: 3, 50% of all, 214.3 per 1,000 words"
    visited = [first.chart.id]
    for _ in page.cards:
        visited += [card.chart.id for card in page.cards if card.view.hasFocus()]
        here(Key.Key_Tab)
    assert visited == [card.chart.id for card in page.cards if card.chart.rows]


def test_the_row_that_the_keyboard_is_at_is_in_view(counting: Counting, qtbot: QtBot) -> None:
    window = counting()
    page = window.statistics
    window.resize(1280, 640)
    settle(qtbot)
    for chart in page.cards:
        if chart.chart.rows:
            chart.view.setFocus()
            here(Key.Key_End)
            settle(qtbot)
            area = chart.view.visualRect(chart.view.currentIndex())
            top = chart.view.mapTo(page.area.viewport(), area.topLeft()).y()
            assert 0 <= top <= page.area.viewport().height() - min(area.height(), 30)


def test_screen_readers_get_the_rows_of_each_chart(counting: Counting) -> None:
    page = counting().statistics
    about = QAccessible.queryAccessibleInterface(card(page, "entities").view)
    assert about.role() == QAccessible.Role.List
    assert about.text(QAccessible.Text.Name) == "Entities by label"
    said = [about.child(n).text(QAccessible.Text.Name) for n in range(about.childCount())]
    assert said[0] == "PERS Person: 3, 50% of all, 214.3 per 1,000 words"
    assert len(said) == 3


def test_in_arabic_bars_grow_from_the_right_and_time_runs_leftwards(
    counting: Counting, qtbot: QtBot
) -> None:
    english = counting()
    view = card(english.statistics, "article-lengths").view
    count = len(view.rows.rows)
    assert count > 1
    at = [view.visualRect(view.rows.index(n, 0)).left() for n in range(count)]
    assert at == sorted(at)
    english.set_language("ar")
    settle(qtbot)
    at = [view.visualRect(view.rows.index(n, 0)).left() for n in range(count)]
    assert at == sorted(at, reverse=True)
    view.setFocus()
    view.setCurrentIndex(view.rows.index(0, 0))
    here(Key.Key_Left)
    assert view.currentIndex().row() == 1
    here(Key.Key_Right)
    assert view.currentIndex().row() == 0


def test_a_click_reads_a_row_out_and_the_wheel_scrolls_the_page(
    counting: Counting, qtbot: QtBot
) -> None:
    page = counting().statistics
    chart = card(page, "states")
    place = chart.view.visualRect(chart.view.rows.index(1, 0)).center()
    QTest.mouseClick(chart.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chart.told.text() == "Begun: 2, 67% of all"
    viewport = chart.view.viewport()
    turned = QWheelEvent(
        QPointF(place), QPointF(viewport.mapToGlobal(place)), QPoint(), QPoint(0, -240),
        Qt.MouseButton.NoButton, Held.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(viewport, turned)
    assert not turned.isAccepted()  # so the page gets it


def test_keys_that_change_the_article_do_not_while_it_is_hidden(
    counting: Counting, qtbot: QtBot
) -> None:
    window = counting()
    here(Key.Key_Return, Held.ControlModifier)
    assert window.workspace.status == "begun"
    assert "The article is not in view" in window.status.message.text()
    here(Key.Key_Z, Held.ControlModifier)
    assert "The article is not in view" in window.status.message.text()
    bar = window.statistics.area.verticalScrollBar()
    here(Key.Key_PageDown)
    assert bar.value() > 0
    here(Key.Key_PageUp)
    assert bar.value() == 0


# In the background


def test_closing_stops_counting(open_window: OpenWindow, tmp_path: Path) -> None:
    lines = tuple(f"قال [خالد|PERS] إن {number}" for number in range(200))
    window = open_window(make_project(tmp_path / "p.db", lines))
    before = threading.active_count()
    trigger(by_id("statistics"), window)
    assert window.statistics.busy
    window.workspace.close()
    assert not window.statistics.busy
    assert threading.active_count() == before
    assert window.statistics.found is None


def test_a_bug_in_counting_ends_it_and_the_next_change_counts_anew(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(make_project(tmp_path / "p.db", CORPUS))
    page = window.statistics

    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as sabotage, qtbot.captureExceptions() as bugs:
        sabotage.setattr("annotator.desktop.statistics.page.statistics", fail)
        show(qtbot, window)
    assert [type(bug[1]) for bug in bugs] == [ZeroDivisionError]
    assert page.empty.text() == "This could not be counted."
    window.workspace.set_status("done")
    wait(qtbot, page)
    assert rows(page, "states")["Done"] == "1"


def test_another_project_shows_nothing_of_the_one_before(
    counting: Counting, tmp_path: Path, qtbot: QtBot
) -> None:
    window = counting()
    other = make_project(tmp_path / "other.db", ("زار [عدن|GPE].",))
    window.workspace.open(Project.open(other), AUTHOR)
    assert window.statistics.charts() == ()
    show(qtbot, window)
    assert rows(window.statistics, "entities") == {"Geopolitical entity": "1"}


# What is hostile


def test_hostile_names_are_plain_text_everywhere(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    nasty = "<b>=cmd|x</b>\u202e"
    path = make_project(tmp_path / "p.db", (f"قال [{nasty.replace('|', '')}|PERS] [نعم|direct].",))
    with Project.open(path) as project:
        one = project.annotated(1, AUTHOR)
        project.apply(1, AUTHOR, one, edits.change(one, "a2", speaker="a1"))
    page = show(qtbot, window := open_window(path))
    chart = card(page, "speakers")
    (row,) = chart.chart.rows
    assert row.title == nasty.replace("|", "")
    tip = chart.view.rows.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;=cmd" in tip
    assert "<b>" not in tip
    for shown in (chart.title, chart.note, chart.empty, chart.told):
        assert shown.textFormat() == Qt.TextFormat.PlainText
    assert not window.grab().isNull()


def test_what_is_copied_is_no_formula(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = make_project(tmp_path / "p.db", ("قال [=1+1|PERS] [نعم|direct].",))
    with Project.open(path) as project:
        one = project.annotated(1, AUTHOR)
        project.apply(1, AUTHOR, one, edits.change(one, "a2", speaker="a1"))
    page = show(qtbot, open_window(path))
    card(page, "speakers").view.setFocus()
    here(Key.Key_C, Held.ControlModifier)
    assert QGuiApplication.clipboard().text() == ("Speakers\n'=1+1\t1\tarticles 1 · words 1")
    page.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("State of the articles\nNot begun\t0\t0%\n")
    assert "\nSpeakers\n'=1+1\t1" in copied


def test_an_arabic_layout_copies_by_the_same_key(counting: Counting) -> None:
    counting()
    view = QApplication.focusWidget()
    assert view is not None
    QGuiApplication.clipboard().clear()
    QApplication.sendEvent(view, event(typed("C", "ؤ", Held.ControlModifier)))
    assert QGuiApplication.clipboard().text().startswith("State of the articles\n")


# Taking along


def test_tables_and_pictures_are_written(counting: Counting, tmp_path: Path) -> None:
    window = counting()
    taking.write(window, tmp_path / "p-tables", "tables")
    with (tmp_path / "p-tables" / "labels.csv").open(encoding="utf-8-sig", newline="") as file:
        counts = {row["label"]: row["count"] for row in csv.DictReader(file)}
    assert counts == {"PERS": "3", "GPE": "2", "OCC": "1", "direct": "1"}
    taking.write(window, tmp_path / "p-charts", "charts")
    assert "p-charts" in window.status.message.text()
    drawn = {path.stem for path in (tmp_path / "p-charts").glob("*.png")}
    assert drawn == {one.chart.id for one in window.statistics.cards if one.chart.rows}
    picture = QImage(str(tmp_path / "p-charts" / "entities.png"))
    assert picture.width() == WIDTH * DENSITY


def test_a_folder_of_somebody_else_is_left_alone(
    counting: Counting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = counting()
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "labels.csv").write_text("mine")
    said: list[UserError] = []
    monkeypatch.setattr(window, "tell", said.append)
    taking.write(window, folder, "tables")
    assert "files that no export has made" in str(said[0])
    assert [one.name for one in folder.iterdir()] == ["labels.csv"]
