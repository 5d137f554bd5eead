"""The search page as people use it: by keys alone, while the hits come in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotator.desktop.actions import by_id, trigger
from annotator.desktop.article.style import TextStyle
from annotator.desktop.panels.kwic import Concordance, Inks
from annotator.desktop.search import page as page_module
from annotator.desktop.search import run
from annotator.desktop.search.page import SearchPage
from annotator.desktop.window import MainWindow
from annotator.exchange.concordance import lines
from annotator.store import Found, search
from tests.store.helpers import tampering
from tests.texts import SHORT

from .conftest import OpenWindow, make_project, settle, type_in
from .test_keys import event, typed

Key, Held = Qt.Key, Qt.KeyboardModifier
CORPUS = (
    "قالت [الوزيرة|OCC] [ليلى|PERS] إن مُحَمَّدًا زار [بيروت|GPE] أمس،\nثم اجتمع ببوتين.",
    "[“لا نعرف بوتين”|direct]، قال [خالد|PERS].",
    "لا شيء هنا.",
)
Search = Callable[..., MainWindow]


@pytest.fixture
def searching(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> Search:
    """Opens the window on these articles, with the search page asked for by its key."""

    def opened(corpus: tuple[str, ...] = CORPUS, language: str = "en") -> MainWindow:
        window = open_window(make_project(tmp_path / "p.db", corpus), language_=language)
        press(window.view, Key.Key_F, Held.ControlModifier)
        settle(qtbot)
        assert window.search.form.field.hasFocus()
        return window

    return opened


def press(widget: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = Held.NoModifier) -> None:
    QTest.keyClick(widget, key, held)


def here(key: Qt.Key, held: Qt.KeyboardModifier = Held.NoModifier) -> None:
    """Press a key where the keyboard is."""
    target = QApplication.focusWidget()
    assert target is not None
    press(target, key, held)


def ask(qtbot: QtBot, window: MainWindow, text: str) -> SearchPage:
    """Type a query and wait for all that it finds, or for as much as is wanted at first."""
    page = window.search
    page.form.field.clear()
    type_in(page.form.field, text)
    wait(qtbot, page)
    return page


def wait(qtbot: QtBot, page: SearchPage, more: int = 0) -> None:
    qtbot.waitUntil(lambda: not page.busy or len(page.model.lines) >= 1000 + more)
    settle(qtbot)


def surfaces(page: SearchPage) -> list[str]:
    return [line.hit for line in page.model.lines]


# Asking


def test_hits_come_as_one_types_and_enter_goes_to_the_chosen_one(
    searching: Search, qtbot: QtBot
) -> None:
    window = searching()
    page = ask(qtbot, window, "بوتين")
    assert surfaces(page) == ["بوتين", "بوتين"]
    assert page.count.text() == "Hits: 2 · articles: 2"
    here(Key.Key_Down)
    here(Key.Key_Down)
    here(Key.Key_Return)
    settle(qtbot)
    assert window.middle.currentWidget() is window.view
    assert window.view.hasFocus()
    assert window.workspace.number == 2
    selection = window.workspace.selection
    assert selection is not None
    assert selection.surface(window.workspace.text) == "بوتين"


def test_enter_while_typing_goes_to_the_first_hit(searching: Search, qtbot: QtBot) -> None:
    window = searching()
    ask(qtbot, window, "محمد")
    here(Key.Key_Return)
    settle(qtbot)
    selection = window.workspace.selection
    assert selection is not None
    assert selection.surface(window.workspace.text) == "مُحَمَّدً"


def test_hits_that_go_give_the_keyboard_back_to_the_query(searching: Search, qtbot: QtBot) -> None:
    page = ask(qtbot, searching(), "بوتين")
    type_in(page.form.field, "ظظظ")
    press(page.form.field, Key.Key_Down)
    assert page.list.hasFocus(), "the hits of what was typed before are there still"
    wait(qtbot, page)
    assert not page.model.lines
    assert page.form.field.hasFocus()


def test_the_page_comes_back_as_it_was(searching: Search, qtbot: QtBot) -> None:
    window = searching()
    page = ask(qtbot, window, "بوتين")
    here(Key.Key_Down)
    here(Key.Key_Down)
    here(Key.Key_Escape)
    assert window.view.hasFocus()
    assert window.middle.currentWidget() is window.view
    press(window.view, Key.Key_F, Held.ControlModifier)
    settle(qtbot)
    assert page.form.field.hasFocus()
    assert page.form.field.selectedText() == "بوتين"
    assert surfaces(page) == ["بوتين", "بوتين"]
    assert page.list.currentIndex().row() == 1


@pytest.mark.parametrize(
    ("key", "held"),
    [(Key.Key_F6, Held.NoModifier), (Key.Key_PageDown, Held.ControlModifier)],
)
def test_keys_of_the_window_lead_back_to_the_article(
    searching: Search, qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    window = searching()
    ask(qtbot, window, "بوتين")
    here(key, held)
    settle(qtbot)
    assert window.middle.currentWidget() is window.view


def test_under_an_arabic_layout_the_key_opens_the_page_and_letters_are_letters(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    QApplication.sendEvent(window.view, event(typed("F", "ب", Held.ControlModifier)))
    settle(qtbot)
    field = window.search.form.field
    assert field.hasFocus()
    for place, char in (("O", "خ"), ("H", "ا"), ("G", "ل"), ("]", "د")):
        QApplication.sendEvent(field, event(typed(place, char)))
    assert field.text() == "خالد"
    qtbot.waitUntil(lambda: surfaces(window.search) == ["خالد"])
    assert len(window.workspace.annotated or ()) == 4, "nothing was marked meanwhile"


def test_only_what_was_typed_last_is_shown(searching: Search, qtbot: QtBot) -> None:
    window = searching(tuple("محمد خالد سالم ليلى بوتين" for _ in range(300)))
    field = window.search.form.field
    for name in ("محمد", "خالد", "سالم", "ليلى", "بوتين", "خالد"):
        field.setText(name)
        QApplication.processEvents()
    wait(qtbot, window.search)
    assert surfaces(window.search) == ["خالد"] * 300


@pytest.mark.parametrize("text", ['"', "AND (", "*", "<b>ب</b>", "%", "\\", "ا" * 1000])
def test_signs_are_signs(searching: Search, qtbot: QtBot, text: str) -> None:
    page = ask(qtbot, searching(), text)
    assert page.notice.text() == "Nothing was found."


# Filters and modes, by keys alone


def test_modes_and_filters_are_reached_with_tab(searching: Search, qtbot: QtBot) -> None:
    window = searching()
    page = ask(qtbot, window, "ا")
    everything = len(page.model.lines)
    reached = []
    for _ in range(8):
        here(Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    form = page.form
    assert reached == [
        form.mode, form.label, form.speaker, form.status, form.author, form.since, form.until,
        page.list,
    ]  # fmt: skip
    form.label.setFocus()
    type_in(form.label, "Person")
    wait(qtbot, page)
    assert 0 < len(page.model.lines) < everything
    here(Key.Key_Escape)
    assert window.view.hasFocus()


def test_filters_that_leave_nothing_can_be_cleared(searching: Search, qtbot: QtBot) -> None:
    page = ask(qtbot, searching(), "بوتين")
    page.form.since.setFocus()
    type_in(page.form.since, "20")
    wait(qtbot, page)
    assert len(page.model.lines) == 2, "a year that is not yet whole asks for nothing"
    type_in(page.form.since, "26")
    wait(qtbot, page)
    assert page.notice.text() == "Nothing was found with these filters."
    assert page.widen.isVisible()
    page.widen.setFocus()
    here(Key.Key_Space)
    wait(qtbot, page)
    assert surfaces(page) == ["بوتين", "بوتين"]
    assert page.form.field.hasFocus()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("(", "This is no regular expression: missing ) at position 1."),
        ("(ا+)+$", "This regular expression takes too long: it was stopped after 0.5 s"),
        ("a\0b", "The query has a NUL, which no article can hold."),
        ("ا" * 10_000, "The query has 10000 characters; 1000 is the most."),
    ],
)
def test_what_cannot_be_asked_is_said_on_the_page(
    searching: Search, qtbot: QtBot, text: str, sentence: str
) -> None:
    window = searching(("ا" * 3000 + "ب",))
    window.search.form.mode.choose("regex")
    window.search.form.field.setText(text)
    wait(qtbot, window.search)
    assert window.search.notice.text().startswith(sentence)


def test_the_window_lives_while_an_expression_explodes(searching: Search, qtbot: QtBot) -> None:
    window = searching(tuple("ا" * 3000 + "ب" for _ in range(3)))
    page = window.search
    page.form.mode.choose("regex")
    page.form.field.setText("(ا+)+$")
    qtbot.waitUntil(lambda: page.runner.running)
    here(Key.Key_Escape)
    press(window.view, Key.Key_PageDown, Held.ControlModifier)
    assert window.workspace.number == 2
    assert page.busy, "and the expression still explodes"
    wait(qtbot, page)


def test_a_damaged_index_is_said_with_what_to_do(
    open_window: OpenWindow, project: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "_TRIED", 0)  # so few articles would never need the index
    with tampering(project) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE search_data SET block = x'00FF'")
    window = open_window(project)
    trigger(by_id("search"), window)
    page = ask(qtbot, window, "خالد")
    assert "--reindex" in page.notice.text()


# The list


def test_arrows_and_space_choose_several_and_esc_lets_go(searching: Search, qtbot: QtBot) -> None:
    window = searching()
    page = ask(qtbot, window, "ا")
    total = len(page.model.lines)
    here(Key.Key_Down)
    assert page.list.hasFocus()
    here(Key.Key_Space)
    here(Key.Key_Down)
    here(Key.Key_Down, Held.ShiftModifier)
    assert page.list.rows_chosen() == [0, 2, 3]
    assert page.count.text() == f"3 of {total} hits chosen"
    here(Key.Key_Space)
    assert page.list.rows_chosen() == [0, 2]
    here(Key.Key_A, Held.ControlModifier)
    assert page.list.rows_chosen() == list(range(total))
    here(Key.Key_Escape)
    assert page.list.rows_chosen() == [page.list.currentIndex().row()]
    here(Key.Key_Home)
    here(Key.Key_Up)
    assert page.form.field.hasFocus()


def test_more_hits_than_are_wanted_at_first_come_when_they_are(
    searching: Search, qtbot: QtBot
) -> None:
    window = searching(tuple("و " * 100 for _ in range(25)))
    page = ask(qtbot, window, "و")
    first = len(page.model.lines)
    assert 1000 <= first < 2500
    assert page.count.text() == f"At least {first} hits so far"
    here(Key.Key_Down)
    here(Key.Key_End)
    qtbot.waitUntil(lambda: len(page.model.lines) > first)
    here(Key.Key_A, Held.ControlModifier)
    qtbot.waitUntil(lambda: not page.busy)
    settle(qtbot)
    assert len(page.list.rows_chosen()) == 2500


def test_a_search_ends_where_nobody_would_read_on(
    searching: Search, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (run, page_module):
        monkeypatch.setattr(module, "MOST", 300)
    page = ask(qtbot, searching(tuple("و " * 100 for _ in range(9))), "و")
    assert not page.busy
    assert 300 <= len(page.model.lines) < 800
    assert page.count.text().endswith("hits; there may be more. Narrow the search.")


def test_the_status_line_says_what_the_keys_do(searching: Search, qtbot: QtBot) -> None:
    window = searching()
    ask(qtbot, window, "بوتين")
    assert "to the hits" in window.status.hints.text()
    here(Key.Key_Down)
    settle(qtbot)
    assert "a label’s key marks" in window.status.hints.text()
    here(Key.Key_Escape)
    settle(qtbot)
    assert "Next word" in window.status.hints.text()


def test_rows_speak_and_texts_are_plain(searching: Search, qtbot: QtBot) -> None:
    page = ask(qtbot, searching(("قال <b>بوتين</b> هنا",)), "بوتين")
    said = page.model.index(0, 0).data()
    assert said == "بوتين · قال <b>بوتين</b> هنا · قال <b>بوتين</b> هنا"


# Coming and going


def test_the_page_says_how_to_begin_in_both_languages(searching: Search, qtbot: QtBot) -> None:
    page = searching().search
    assert page.notice.text().startswith("Type a word or a part of one")
    assert not page.widen.isVisible()


def test_another_language_keeps_what_is_asked_and_found(searching: Search, qtbot: QtBot) -> None:
    window = searching()
    page = ask(qtbot, window, "بوتين")
    page.form.mode.choose("word")
    wait(qtbot, page)
    window.set_language("ar")
    settle(qtbot)
    assert page.form.query().mode == "word"
    assert surfaces(page) == ["بوتين", "بوتين"]
    assert page.form.field.placeholderText() == "البحث في كل المقالات"
    assert page.layoutDirection() == Qt.LayoutDirection.RightToLeft


def test_closing_the_window_while_a_search_is_running(searching: Search, qtbot: QtBot) -> None:
    window = searching(tuple("ا" * 2000 + "ب" for _ in range(20)))
    window.search.form.mode.choose("regex")
    window.search.form.field.setText("(ا+)+$")
    qtbot.waitUntil(lambda: window.search.runner.running)
    window.close()
    settle(qtbot)
    assert window.workspace.project is None
    assert not window.search.busy


def test_another_project_is_searched_instead(
    searching: Search, qtbot: QtBot, tmp_path: Path
) -> None:
    window = searching()
    page = ask(qtbot, window, "بوتين")
    other = make_project(tmp_path / "other.db", ("بوتين بوتين بوتين",))
    assert window.open_path(other)
    settle(qtbot)
    trigger(by_id("search"), window)
    settle(qtbot)
    wait(qtbot, page)
    assert surfaces(page) == ["بوتين"] * 3


# Geometry


def painted(text: str, start: int, end: int) -> QRectF:
    """Where the hit is on a row that is 600 pixels wide."""
    style = TextStyle(size=21, above=0, below=0)
    (line,) = lines(Found(1, "a", "t", None, text, ((start, end),)))
    image = QImage(600, 40, QImage.Format.Format_ARGB32)
    inks = Inks(*(QColor("black") for _ in range(3)), QColor("white"))
    painter = QPainter(image)
    hit = Concordance(style).paint(painter, QRectF(0, 0, 600, 40), line, inks)
    painter.end()
    return hit


@settings(max_examples=60)
@given(SHORT, st.sampled_from(["محمد", "الله", "320", "abc", "لأ", "مليون", "🙂"]), SHORT)
def test_hits_stand_below_one_another_whatever_stands_around_them(
    qapp: object, before: str, wanted: str, after: str
) -> None:
    # Spaces, so that the same letters take the same shapes.
    text = f"{before} {wanted} {after}"
    alone = painted(wanted, 0, len(wanted))
    hit = painted(text, len(before) + 1, len(before) + 1 + len(wanted))
    assert hit.center().x() == pytest.approx(300, abs=1)
    assert hit.width() == pytest.approx(alone.width(), abs=1)


def test_a_hit_inside_a_word_takes_its_part_of_it(qapp: object) -> None:
    part, whole = painted("ببوتين", 1, 6), painted("ببوتين", 0, 6)
    assert part.width() < whole.width()
    assert part.width() < painted("بوتين", 0, 5).width(), "a ب that is joined is narrower"
