"""The page of checks as people use it: by keys alone, mending, judging, taking all of it back."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from annotator.desktop.checks import run, words
from annotator.desktop.checks.model import Head, Together, spoken
from annotator.desktop.checks.page import ChecksPage
from annotator.desktop.checks.ticks import ChecksDialog, FixesDialog
from annotator.desktop.window import MainWindow
from annotator.model import edits
from annotator.quality.checks import CHECKS
from annotator.store import Project
from tests.notation import written

from .conftest import AUTHOR, OpenWindow, make_project, settle, type_in
from .test_keys import event, typed

Key, Held = Qt.Key, Qt.KeyboardModifier
CORPUS = (
    "زارت الوزيرة [بيروت |GPE]أمس، وعادت من [دمشق،|GPE] مساءً.",
    "في [بيروت|GPE] لقاء، وفي [بيروت|GPE] آخر.",
    "قالت [بَيروت|ORG] إنها ترحب، ونفت [بيروت|ORG] ذلك.",
    "لا شيء في هذا المقال.",
)
Checking = Callable[..., MainWindow]


@pytest.fixture
def checking(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> Checking:
    """Opens the window on these articles, with the page of checks asked for by its key."""

    def opened(corpus: tuple[str, ...] = CORPUS, language: str = "en") -> MainWindow:
        window = open_window(make_project(tmp_path / "p.db", corpus), language_=language)
        press(window.view, Key.Key_F5)
        wait(qtbot, window.checks)
        return window

    return opened


def press(widget: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = Held.NoModifier) -> None:
    QTest.keyClick(widget, key, held)


def here(*keys: Qt.Key, held: Qt.KeyboardModifier = Held.NoModifier) -> None:
    """Press keys where the keyboard is."""
    for key in keys:
        target = QApplication.focusWidget()
        assert target is not None
        press(target, key, held)


def wait(qtbot: QtBot, page: ChecksPage) -> None:
    qtbot.waitUntil(lambda: not page.runner.running)
    settle(qtbot)
    qtbot.waitUntil(lambda: not page.freshness.busy)


def rows(page: ChecksPage) -> list[str]:
    """The rows in short: titles of checks, strings, words of findings; a dash before those done."""
    found = []
    for row in range(page.model.rowCount()):
        shown = page.model.index(row, 0).data(Qt.ItemDataRole.UserRole)
        one = page.model.at(row)
        if isinstance(shown, Head):
            found.append(f"{shown.check.id} {shown.count}")
        elif isinstance(shown, Together):
            found.append(f"{shown.words} {shown.count}")
        elif one is not None:
            found.append(("" if page.model.state(one) == "open" else "– ") + one.finding.words)
    return found


def go(page: ChecksPage, surface: str, check: str) -> None:
    """Walk to a finding with the arrows."""
    here(Key.Key_Home)
    for _ in range(page.model.rowCount()):
        one = page.model.at(page.list.currentIndex().row())
        if one is not None and one.finding.words == surface and one.finding.check == check:
            return
        here(Key.Key_Down)
    raise AssertionError(f"no finding {surface} of {check}")


def stored(window: MainWindow, number: int) -> str:
    """The article as it is on disk, in the notation of the tests."""
    project = window.workspace.project
    assert project is not None
    return written(project.annotated(number, AUTHOR))


# Looking


def test_findings_stand_below_their_check_and_their_string(
    checking: Checking, qtbot: QtBot
) -> None:
    page = checking().checks
    assert page.isVisible()
    assert page.list.hasFocus()
    assert rows(page) == [
        "spaces 1", "بيروت",
        "punctuation 1", "دمشق،",
        "labels 2", "بَيروت 2", "بَيروت", "بيروت",
    ]  # fmt: skip
    assert page.count.text() == "Articles looked at: 3 · findings: 4"


def test_each_row_says_its_words_reason_and_remedy(checking: Checking) -> None:
    page = checking().checks
    said = page.model.index(1, 0).data(Qt.ItemDataRole.DisplayRole)
    title = page.model.found[0].finding.title
    assert said == (
        "بيروت · The span begins or ends with white space. · "
        f"Trim the edges: \u2068بيروت␣\u2069 becomes \u2068بيروت\u2069 · {title}"
    )
    head = page.model.index(0, 0).data(Qt.ItemDataRole.DisplayRole)
    assert head.startswith("Spaces at the edges · 1 finding · White space")
    together = page.model.index(5, 0).data(Qt.ItemDataRole.DisplayRole)
    assert together == "بَيروت · 2 findings"


def test_a_clean_project_says_how_much_was_looked_at(checking: Checking) -> None:
    page = checking(("زار [بيروت|GPE] أمس.", "لا شيء.")).checks
    assert not page.list.isVisible()
    assert page.notice.text() == "Nothing was found: 1 article looked at."


def test_a_check_that_finds_a_great_many_does_not_hide_the_others(
    checking: Checking, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (run, words):
        monkeypatch.setattr(module, "MOST", 2)
    page = checking((*(f"زار [بيروت |GPE]{n}." for n in "أبج"), "ثم [دمشق،|GPE]")).checks
    assert rows(page) == ["spaces 2", "بيروت", "بيروت", "punctuation 1", "دمشق،"]
    said = "Articles looked at: 4 · findings: 3 · of each check the first 2"
    assert page.count.text() == said


def test_before_any_work_there_is_nothing_to_check(checking: Checking) -> None:
    page = checking(("لا شيء.", "ولا هنا.")).checks
    assert page.notice.text() == "No article was worked on yet: there is nothing to check."
    assert page.button.hasFocus()
    assert page.button.text() == "Check again"
    here(Key.Key_Escape)
    assert not page.isVisible()


def test_typing_filters_and_other_articles_can_be_left_out(
    checking: Checking, qtbot: QtBot
) -> None:
    window = checking()
    page = window.checks
    here(Key.Key_Up)
    assert page.form.field.hasFocus()
    type_in(page.form.field, "org")
    settle(qtbot)
    assert rows(page) == ["labels 2", "بَيروت 2", "بَيروت", "بيروت"]
    page.form.field.setText("ظظظ")
    settle(qtbot)
    assert page.notice.text() == "Nothing was found with these filters."
    here(Key.Key_Tab, Key.Key_Tab, Key.Key_Tab, Key.Key_Tab)
    assert page.button.hasFocus()
    assert page.button.text() == "Clear the filters"
    here(Key.Key_Space)
    settle(qtbot)
    assert page.list.hasFocus()
    assert len(page.model.found) == 4
    page.form.articles.setFocus()
    here(Key.Key_Down)
    settle(qtbot)
    assert rows(page) == ["spaces 1", "بيروت", "punctuation 1", "دمشق،"]
    page.list.setFocus()
    here(Key.Key_PageDown, held=Held.ControlModifier)
    press(window.view, Key.Key_F5)
    settle(qtbot)
    assert page.notice.text() == "Nothing was found with these filters."


def test_rows_fold_with_the_arrows_of_the_reading_direction(
    checking: Checking, qtbot: QtBot
) -> None:
    page = checking(language="ar").checks
    here(Key.Key_Home, Key.Key_Right)
    assert rows(page)[:2] == ["spaces 1", "punctuation 1"]
    here(Key.Key_Left)
    assert rows(page)[:2] == ["spaces 1", "بيروت"]
    here(Key.Key_End, Key.Key_Right)
    assert page.list.currentIndex().row() == 5, "to the row of its string"
    here(Key.Key_Return)
    assert rows(page)[-1] == "بَيروت 2"


# Going there and coming back


def test_enter_goes_to_the_annotation_and_the_key_comes_back_to_the_row(
    checking: Checking, qtbot: QtBot
) -> None:
    window = checking()
    page = window.checks
    go(page, "بيروت", "labels")
    row = page.list.currentIndex().row()
    here(Key.Key_Return)
    settle(qtbot)
    workspace = window.workspace
    assert window.middle.currentWidget() is window.view
    assert window.view.hasFocus()
    assert workspace.number == 3
    assert workspace.annotated is not None
    focused = workspace.annotated.spanned(workspace.focus)
    assert focused is not None
    assert focused.span.surface(workspace.text) == "بيروت"
    press(window.view, Key.Key_F5)
    settle(qtbot)
    assert page.isVisible()
    assert page.list.hasFocus()
    assert not page.runner.running, "nothing is checked anew by coming back"
    assert page.list.currentIndex().row() == row


def test_from_finding_to_finding_without_the_page(checking: Checking, qtbot: QtBot) -> None:
    window = checking()
    go(window.checks, "بيروت", "spaces")
    here(Key.Key_Return)
    places = []
    for _ in range(3):
        press(window.view, Key.Key_F5, Held.ShiftModifier)
        settle(qtbot)
        assert window.view.hasFocus()
        focused = window.workspace.annotated.spanned(window.workspace.focus)  # type: ignore[union-attr]
        places.append((window.workspace.number, focused.span.surface(window.workspace.text)))  # type: ignore[union-attr]
    assert places == [(1, "دمشق،"), (3, "بَيروت"), (3, "بيروت")]
    press(window.view, Key.Key_F5, Held.ShiftModifier)
    settle(qtbot)
    assert window.status.message.text() == "No further finding."


def test_what_was_mended_by_hand_is_gone_on_coming_back(checking: Checking, qtbot: QtBot) -> None:
    window = checking()
    page = window.checks
    go(page, "دمشق،", "punctuation")
    here(Key.Key_Return)
    settle(qtbot)
    press(window.view, Key.Key_BracketRight)
    assert "[دمشق|GPE]،" in stored(window, 1)
    press(window.view, Key.Key_F5)
    wait(qtbot, page)
    assert "punctuation" not in " ".join(rows(page))
    one = page.model.at(page.list.currentIndex().row())
    assert one is not None
    assert one.finding.check == "labels", "the next one has the keyboard"
    assert page.count.text().endswith("changed since: 1, \u2066F5\u2069 checks again")
    press(window.view, Key.Key_Z, Held.ControlModifier)
    settle(qtbot)
    page.refill()
    assert "دمشق،" in rows(page), "taken back, it is found again"


# Mending


def test_one_key_mends_the_row_and_undo_takes_it_back(checking: Checking, qtbot: QtBot) -> None:
    window = checking()
    page = window.checks
    before = stored(window, 3)
    go(page, "بيروت", "labels")
    here(Key.Key_F)
    settle(qtbot)
    assert stored(window, 3) == "قالت [بَيروت|ORG] إنها ترحب، ونفت [بيروت|GPE] ذلك."
    assert "– بيروت" in rows(page)
    assert window.status.message.text() == "Mended: 1, articles: 1. Undo takes it back."
    mended = page.model.rows_by_key()[next(iter(page.model.mended))]
    assert page.model.index(mended, 0).data().endswith(" · Mended")
    here(Key.Key_Z, held=Held.ControlModifier)
    wait(qtbot, page)
    assert stored(window, 3) == before
    assert page.isVisible()
    assert "– بيروت" not in rows(page)


def test_all_of_a_check_are_shown_first_and_undone_as_one(checking: Checking, qtbot: QtBot) -> None:
    corpus = tuple(f"زار [بيروت |GPE]{number}." for number in "أبج")
    window = checking(corpus)
    page = window.checks
    here(Key.Key_Down, Key.Key_Down)
    here(Key.Key_A)
    settle(qtbot)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, FixesDialog)
    assert dialog.take.text() == "Mend 3"
    assert [stored(window, number) for number in (1, 2, 3)] == list(corpus), "nothing yet"
    here(Key.Key_Down, Key.Key_Space)
    assert dialog.take.text() == "Mend 2"
    here(Key.Key_Return)
    wait(qtbot, page)
    after = [stored(window, number) for number in (1, 2, 3)]
    assert after == [corpus[0].replace(" |GPE]", "|GPE] "), corpus[1],
                     corpus[2].replace(" |GPE]", "|GPE] ")]  # fmt: skip
    assert window.focusWidget() is page.list
    assert page.count.text() == "Articles looked at: 3 · findings: 1"
    press(page.list, Key.Key_Z, Held.ControlModifier)
    wait(qtbot, page)
    assert [stored(window, number) for number in (1, 2, 3)] == list(corpus)
    assert page.count.text() == "Articles looked at: 3 · findings: 3"


def test_the_preview_can_be_left(checking: Checking, qtbot: QtBot) -> None:
    window = checking()
    here(Key.Key_Home, Key.Key_F)
    settle(qtbot)
    assert isinstance(QApplication.activeModalWidget(), FixesDialog)
    here(Key.Key_Escape)
    settle(qtbot)
    assert QApplication.activeModalWidget() is None
    assert "[بيروت |GPE]" in stored(window, 1)


def test_rows_that_were_chosen_are_mended_together(checking: Checking, qtbot: QtBot) -> None:
    window = checking()
    go(window.checks, "بيروت", "spaces")
    here(Key.Key_Space, Key.Key_Down, Key.Key_Space)
    assert window.checks.count.text() == "2 findings chosen"
    here(Key.Key_F)
    settle(qtbot)
    here(Key.Key_Return)
    wait(qtbot, window.checks)
    assert stored(window, 1) == "زارت الوزيرة [بيروت|GPE] أمس، وعادت من [دمشق|GPE]، مساءً."


def test_a_finding_that_has_gone_stale_is_not_mended(checking: Checking, qtbot: QtBot) -> None:
    """Changed behind the page's back, as by a batch that is not looked at yet."""
    window = checking()
    page = window.checks
    go(page, "بيروت", "spaces")
    project = window.workspace.project
    assert project is not None
    article = window.workspace.annotated
    assert article is not None
    after = project.apply(1, AUTHOR, article, edits.delete(article, [article.entities[0].id]))
    window.workspace.annotated = after
    here(Key.Key_F)
    settle(qtbot)
    assert "[بيروت" not in stored(window, 1)
    assert window.status.message.text().startswith("Something has changed there since")
    assert "– بيروت" in rows(page)


def test_of_fixes_in_each_others_way_one_is_left(checking: Checking, qtbot: QtBot) -> None:
    """Trimmed, both would cover the same words: a person decides which of them goes."""
    window = checking(("زار [[بيروت |GPE] |GPE]أمس.",))
    here(Key.Key_Home, Key.Key_F)
    settle(qtbot)
    here(Key.Key_Return)
    settle(qtbot)
    said = "Mended: 1. Left as they are, since something stands in the way: 1."
    assert window.status.message.text() == said
    assert stored(window, 1).count("|GPE]") == 2


def test_the_other_article_is_a_key_away(checking: Checking, qtbot: QtBot) -> None:
    """Copies that are annotated differently."""
    text = "أعلنت {} أمس أن المعرض السنوي للكتاب يفتح أبوابه في الخريف المقبل بمشاركة مئة دار."
    window = checking((text.format("[الوزارة|ORG]"), text.format("الوزارة"), "لا شيء."))
    for number in (1, 2):
        window.workspace.go_to(number)
        window.workspace.set_status("done")
    press(window.view, Key.Key_F5)
    here(Key.Key_F5)
    wait(qtbot, window.checks)
    go(window.checks, "الوزارة", "copies")
    here(Key.Key_Return, held=Held.ShiftModifier)
    settle(qtbot)
    workspace = window.workspace
    assert workspace.number == 1
    assert workspace.annotated is not None
    focused = workspace.annotated.spanned(workspace.focus)
    assert focused is not None
    assert focused.span.surface(workspace.text) == "الوزارة"
    press(window.view, Key.Key_F5)
    settle(qtbot)
    here(Key.Key_F)
    settle(qtbot)
    assert stored(window, 2) == stored(window, 1)


def test_what_has_no_fix_says_so(checking: Checking, qtbot: QtBot) -> None:
    window = checking(("زار [وزير [الطاقة|OCC] خالد|PERS] قال", "“[نعم نحن هنا|direct]”."))
    page = window.checks
    here(Key.Key_End)
    assert page.model.at(page.list.currentIndex().row()) is not None
    here(Key.Key_F)
    assert window.status.message.text().startswith("Only a person can mend this")


def test_the_layer_of_somebody_else_is_checked_but_not_mended(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(make_project(tmp_path / "p.db", CORPUS), author="سامي")
    window.workspace.set_layer(AUTHOR)
    press(window.view, Key.Key_F5)
    wait(qtbot, window.checks)
    go(window.checks, "دمشق،", "punctuation")
    here(Key.Key_F)
    assert "[دمشق،|GPE]" in stored(window, 1)
    assert "Choose your own layer" in window.status.message.text()


def test_the_mouse_has_a_menu_of_what_the_keys_do(checking: Checking, qtbot: QtBot) -> None:
    window = checking()
    page = window.checks
    place = page.list.visualRect(page.model.index(3, 0)).center()
    page.list.customContextMenuRequested.emit(place)
    settle(qtbot)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    titles = [item.text().partition("\t")[0] for item in menu.actions()]
    assert titles == ["Go to the place", "Trim the edges", "Mend all alike…", "Right as it is"]
    menu.actions()[1].trigger()
    menu.close()
    settle(qtbot)
    assert "[دمشق|GPE]،" in stored(window, 1)


# Judging


def test_what_is_right_is_remembered_by_the_project(
    checking: Checking, open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = checking()
    page = window.checks
    go(page, "دمشق،", "punctuation")
    here(Key.Key_Delete)
    assert "– دمشق،" in rows(page), "it stays in sight"
    assert window.status.message.text() == "1 finding is right as it is."
    path = window.workspace.project.path  # type: ignore[union-attr]
    window.close()
    again = open_window(path)
    press(again.view, Key.Key_F5)
    wait(qtbot, again.checks)
    assert "punctuation" not in " ".join(rows(again.checks))
    again.checks.form.states.setFocus()
    here(Key.Key_Down)
    settle(qtbot)
    assert "– دمشق،" in rows(again.checks)
    again.checks.list.setFocus()
    go(again.checks, "دمشق،", "punctuation")
    here(Key.Key_Delete)
    assert "دمشق،" in rows(again.checks)
    here(Key.Key_F5)
    wait(qtbot, again.checks)
    assert "دمشق،" in rows(again.checks)


# Which checks


def test_checks_are_chosen_and_remembered(
    checking: Checking, open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = checking()
    window.checks.form.checks.setFocus()
    here(Key.Key_Space)
    settle(qtbot)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ChecksDialog)
    assert dialog.model.rowCount() == len(CHECKS)
    here(Key.Key_Down, Key.Key_Space)
    here(Key.Key_Return)
    wait(qtbot, window.checks)
    assert [line for line in rows(window.checks) if line[0].isascii()] == ["spaces 1", "labels 2"]
    path = window.workspace.project.path  # type: ignore[union-attr]
    window.close()
    again = open_window(path)
    press(again.view, Key.Key_F5)
    wait(qtbot, again.checks)
    assert "punctuation" not in " ".join(rows(again.checks))
    assert again.settings.now.checks_off == ("punctuation",)


# Runs that do not come to their end


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Callable[[], object]:
    """Holds every run before its first article until it is let go."""
    gate = threading.Event()
    real = run.checking.corpus

    def held(project: Project, layer: str) -> object:
        assert gate.wait(20)
        return real(project, layer)

    monkeypatch.setattr(run.checking, "corpus", held)
    return gate.set


def test_esc_stops_a_run_and_then_leaves(
    open_window: OpenWindow, project: Path, qtbot: QtBot, slow: Callable[[], object]
) -> None:
    window = open_window(project)
    page = window.checks
    press(window.view, Key.Key_F5)
    assert page.runner.running
    assert page.notice.text() == "Looking…"
    assert page.button.hasFocus()
    assert page.button.text() == "Stop"
    here(Key.Key_F)
    assert not page.form.field.text(), "a command that comes too early is not typed"
    here(Key.Key_Escape)
    assert not page.runner.running
    assert page.isVisible()
    assert page.notice.text() == "Stopped. \u2066F5\u2069 checks again."
    slow()
    page.runner.close()
    settle(qtbot)
    assert not page.model.found, "what a stopped run finds is not listened to"
    here(Key.Key_F5)
    wait(qtbot, page)
    assert page.notice.text().startswith("Nothing was found") or page.model.found
    here(Key.Key_Escape)
    assert window.view.hasFocus()


def test_a_project_may_be_closed_in_mid_run(
    open_window: OpenWindow, project: Path, tmp_path: Path, qtbot: QtBot,
    slow: Callable[[], object],
) -> None:  # fmt: skip
    window = open_window(project)
    press(window.view, Key.Key_F5)
    assert window.checks.runner.running
    other = make_project(tmp_path / "other.db", CORPUS)
    window.workspace.open(Project.open(other), AUTHOR)
    slow()
    press(window.view, Key.Key_F5)
    wait(qtbot, window.checks)
    assert {one.finding.article_id for one in window.checks.model.found} == {
        "article-0", "article-2",
    }  # fmt: skip
    with Project.open(project) as freed:
        assert not freed.check()


def test_the_program_may_be_quit_in_mid_run(
    open_window: OpenWindow, project: Path, qtbot: QtBot, slow: Callable[[], object]
) -> None:
    window = open_window(project)
    press(window.view, Key.Key_F5)
    slow()
    window.close()
    assert not window.checks.runner._threads, "nothing goes on behind a closed window"
    settle(qtbot)
    with Project.open(project) as freed:
        assert not freed.check()


def test_an_edit_in_mid_run_is_not_missed(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(make_project(tmp_path / "p.db", CORPUS))
    page = window.checks
    press(window.view, Key.Key_F5)
    for thread in page.runner._threads:
        thread.join()  # It is over, but the window has not heard of that yet.
    article = window.workspace.annotated
    assert article is not None
    window.workspace.do(edits.delete(article, [article.entities[0].id]))
    wait(qtbot, page)
    assert "– بيروت" in rows(page), "the run knew nothing of the edit"


def test_what_cannot_be_read_is_said(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_project(tmp_path / "p.db", CORPUS)
    window = open_window(path)
    project = window.workspace.project
    assert project is not None
    connection: sqlite3.Connection = project._database.connection
    connection.execute("PRAGMA ignore_check_constraints = ON")
    connection.execute("UPDATE article SET text = 'x' WHERE number = 3")
    press(window.view, Key.Key_F5)
    wait(qtbot, window.checks)
    assert "damaged" in window.checks.notice.text()


# Keys of the house


def test_keys_of_an_arabic_layout(checking: Checking, qtbot: QtBot) -> None:
    window = checking()
    go(window.checks, "دمشق،", "punctuation")
    QApplication.sendEvent(window.checks.list, event(typed("F", "ب")))
    settle(qtbot)
    assert "[دمشق|GPE]،" in stored(window, 1)


def test_other_letters_do_nothing_and_the_hidden_article_is_not_finished(
    checking: Checking, qtbot: QtBot
) -> None:
    window = checking()
    before = [stored(window, number) for number in (1, 2, 3)]
    here(Key.Key_P, Key.Key_Q, Key.Key_B)
    here(Key.Key_Return, held=Held.ControlModifier)
    settle(qtbot)
    assert window.status.message.text() == "The article is not in view: Esc leads to it."
    here(Key.Key_Z, held=Held.ControlModifier)
    assert [stored(window, number) for number in (1, 2, 3)] == before
    assert window.workspace.status == "begun"


def test_the_status_line_says_what_the_keys_do(checking: Checking, qtbot: QtBot) -> None:
    window = checking()
    go(window.checks, "دمشق،", "punctuation")
    settle(qtbot)
    assert "F\u2069 Trim the edges" in window.status.hints.text()
    here(Key.Key_Escape)
    settle(qtbot)
    assert "Trim" not in window.status.hints.text()


@pytest.mark.parametrize("code", ["ar", "en"])
def test_rows_are_named_in_the_language_of_the_interface(
    checking: Checking, qtbot: QtBot, code: str
) -> None:
    page = checking(language=code).checks
    heads = [
        spoken(shown)
        for row in range(page.model.rowCount())
        if isinstance(shown := page.model.index(row, 0).data(Qt.ItemDataRole.UserRole), Head)
    ]
    first = {"ar": "فراغات عند الحدود · نتيجة واحدة", "en": "Spaces at the edges · 1 finding"}
    assert heads[0].startswith(first[code])
