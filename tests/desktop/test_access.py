"""What people who do not see the screen get: names, the text, the caret, what is in focus."""

from __future__ import annotations

import gc
import re
import weakref
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QLabel, QMenuBar, QWidget
from pytestqt.qtbot import QtBot

from annotator import desktop
from annotator.desktop import checking, importing, searching
from annotator.desktop.actions import by_id, trigger
from annotator.desktop.aloud import voice
from annotator.desktop.article.view import ArticleView
from annotator.desktop.dialogs.exported import ExportedDialog
from annotator.desktop.dialogs.offsets import OffsetsDialog
from annotator.desktop.window import MainWindow
from annotator.errors import UserError
from annotator.exchange import Doubt, ExportReport, SplitReport
from annotator.exchange.splitting import PartReport
from annotator.formats.base import Unit
from annotator.formats.units import Differing, UnitInDoubt
from annotator.model.spans import Span

from .conftest import OpenWindow, make_project, settle
from .test_window import DIALOGS

WORDS = QAccessible.Text


@pytest.fixture
def said() -> Iterator[list[str]]:
    """A screen reader runs; what it is told."""
    heard: list[str] = []
    QAccessible.setActive(True)
    voice.said.connect(heard.append)
    yield heard
    voice.said.disconnect(heard.append)
    QAccessible.setActive(False)


def told(window: MainWindow) -> QAccessibleInterface:
    """What the article view says of itself."""
    found = QAccessible.queryAccessibleInterface(window.view)
    assert found is not None
    return found


# The article


def test_the_article_gives_its_text_and_the_caret(open_window: OpenWindow, project: Path) -> None:
    window = open_window(project)
    about = told(window)
    text = window.workspace.text
    assert about.role() == QAccessible.Role.EditableText
    assert about.state().readOnly
    assert about.text(WORDS.Value) == text
    inside = about.textInterface()
    assert inside.characterCount() == len(text)
    assert inside.text(0, 5) == text[:5]
    place = text.index("زارت")
    inside.setCursorPosition(place + 2)
    assert window.workspace.cursor == (place, place + 4)
    assert inside.cursorPosition() == place
    assert about.text(WORDS.Description) == "زارت"


def test_name_and_description_say_article_focus_and_label(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    assert told(window).text(WORDS.Name).endswith(", article 1 of 3, Begun")
    window.workspace.set_focus("a3")
    assert told(window).text(WORDS.Description) == "ليلى الحموري, PERS Person, 3 of 4"
    window.set_language("ar")
    assert told(window).text(WORDS.Description) == "ليلى الحموري، وسمه PERS شخص، 3 من 4"
    window.set_language("en")
    window.workspace.go_to(2)
    window.workspace.set_focus("a2")
    assert "quote, Direct" in told(window).text(WORDS.Description)
    place = window.workspace.text.index("يبدأ")
    window.workspace.set_cursor((place, place + 4))
    assert told(window).text(WORDS.Description) == "يبدأ, within Direct"


def test_quotes_name_their_speaker_and_relations_their_ends(
    open_window: OpenWindow, project: Path
) -> None:
    from annotator.model import edits

    window = open_window(project)
    workspace = window.workspace
    workspace.go_to(2)
    assert workspace.annotated is not None
    workspace.do(edits.change(workspace.annotated, "a2", speaker="a1"))
    workspace.set_focus("a2")
    assert "quote, Direct, said by خالد" in told(window).text(WORDS.Description)
    workspace.go_to(1)
    workspace.do(edits.relate("VISITS", "a3", "a4"))
    workspace.set_focus(workspace.annotated.relations[0].id)
    said = told(window).text(WORDS.Description)
    assert said.startswith("from ليلى الحموري to عمّان, relation ")
    assert said.endswith(", 5 of 5")


def test_offsets_are_those_of_qt(open_window: OpenWindow, tmp_path: Path) -> None:
    path = make_project(tmp_path / "wide.db", ("قال 👩‍👩‍👧 و🇱🇧 [بيروت|GPE] ثم",))
    window = open_window(path)
    inside = told(window).textInterface()
    text = window.workspace.text
    place = text.index("بيروت")
    units = len(text[:place].encode("utf-16-le")) // 2
    assert units > place
    assert inside.characterCount() == len(text.encode("utf-16-le")) // 2
    assert inside.text(units, units + 5) == "بيروت"
    assert inside.text(units, -1) == text[place:]
    inside.setCursorPosition(units + 1)
    assert window.workspace.cursor == (place, place + 5)
    assert inside.cursorPosition() == units


def test_characters_are_where_they_are_drawn(open_window: OpenWindow, project: Path) -> None:
    window = open_window(project)
    inside = told(window).textInterface()
    view = window.view.viewport()
    for place in (0, 3, window.workspace.text.index("عمّان")):
        area = inside.characterRect(place)
        assert area.isValid()
        assert view.rect().contains(view.mapFromGlobal(area.center()))
        assert inside.offsetAtPoint(area.center()) == place
    window.workspace.close()
    assert inside.characterRect(0).isNull()
    assert inside.offsetAtPoint(QPoint(0, 0)) == -1
    assert inside.text(0, -1) == ""


def test_a_screen_reader_can_select(open_window: OpenWindow, project: Path) -> None:
    window = open_window(project)
    inside = told(window).textInterface()
    start = window.workspace.text.index("زارت")
    inside.addSelection(start, start + 4)
    assert window.workspace.selection == Span.of(start, start + 4)
    assert told(window).text(WORDS.Description) == "Selected: زارت"
    inside.setSelection(0, start, start)
    assert window.workspace.selection is None
    inside.addSelection(start, start + 2)
    inside.removeSelection(0)
    assert window.workspace.selection is None


def test_what_qt_would_drop_keeps_its_place(open_window: OpenWindow, tmp_path: Path) -> None:
    path = make_project(tmp_path / "odd.db", ("\ufeffقال\u2028نعم",))
    window = open_window(path)
    inside = told(window).textInterface()
    assert inside.characterCount() == len(window.workspace.text) == 8
    assert inside.text(1, 4) == "قال"
    assert len(inside.text(0, -1)) == 8


def test_the_interface_lives_as_long_as_its_widget(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    inside = told(window).textInterface()
    gc.collect()
    assert told(window).textInterface().text(0, 5) == inside.text(0, 5) == "وزيرة"
    for _ in range(20):
        view = ArticleView(window.workspace)
        about = QAccessible.queryAccessibleInterface(view)
        assert about.textInterface().characterCount() == len(window.workspace.text)
        known = weakref.ref(view)
        view.deleteLater()
        del view, about
        settle(qtbot)
        gc.collect()
        assert known() is None
    assert inside.characterCount() == len(window.workspace.text)


# What is said aloud


def test_what_changes_is_said(
    open_window: OpenWindow, project: Path, qtbot: QtBot, said: list[str]
) -> None:
    window = open_window(project)
    said.clear()
    window.workspace.set_focus("a3")
    settle(qtbot)
    QTest.keyClick(window.view, Qt.Key.Key_Left)
    settle(qtbot)
    window.workspace.go_to(3)
    settle(qtbot)
    QTest.keyClick(window.view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    settle(qtbot)
    window.workspace.refuse("There is no word here to mark.")
    assert said == [
        "ليلى الحموري, PERS Person, 3 of 4",
        "الحموري, within Person",
        "لا شيء في هذا المقال بعد., article 3 of 3, Not begun",
        "Selected: لا شيء",
        "There is no word here to mark.",
    ]


def test_the_target_of_a_relation_and_the_length_of_the_list_are_said(
    open_window: OpenWindow, project: Path, qtbot: QtBot, said: list[str]
) -> None:
    window = open_window(project)
    said.clear()
    window.workspace.set_focus("a3")
    QTest.keyClick(window.view, Qt.Key.Key_R)
    QTest.keyClick(window.view, Qt.Key.Key_Tab)
    settle(qtbot)
    assert any(", 4 of 4" in sentence or ", 1 of 4" in sentence for sentence in said), said
    QTest.keyClick(window.view, Qt.Key.Key_Escape)
    settle(qtbot)
    said.clear()
    window.articles.filter.show_status("begun")
    window.articles.filter.show_status("done")
    assert said[0] == "2 articles fit the filter."
    assert said[1].startswith("No article is in the state “Done”")


def test_nothing_is_said_twice(
    open_window: OpenWindow, project: Path, qtbot: QtBot, said: list[str]
) -> None:
    window = open_window(project)
    said.clear()
    for _ in range(3):
        window.workspace.set_focus("a1")
        settle(qtbot)
    assert len(said) == 1


def test_without_a_screen_reader_nothing_is_worked_out(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    heard: list[str] = []
    voice.said.connect(heard.append)
    window.workspace.set_focus("a1")
    window.workspace.say("Saved")
    settle(qtbot)
    voice.said.disconnect(heard.append)
    assert heard == []


def test_what_a_list_below_a_field_offers_is_said(
    open_window: OpenWindow, project: Path, qtbot: QtBot, said: list[str]
) -> None:
    window = open_window(project)
    window.choose_label()
    settle(qtbot)
    said.clear()
    field = QApplication.focusWidget()
    QTest.keyClicks(field, "per")
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert said[0].startswith("Person · PERS · P, 1 of ")
    assert said[-1] != said[0]
    assert ", 2 of " in said[-1] or ", 1 of 1" in said[-1]
    QTest.keyClicks(field, "zzzz")
    assert said[-1] == "No label has this in its name."
    QTest.keyClick(field, Qt.Key.Key_Escape)
    settle(qtbot)
    window.articles.filter.field.setFocus()
    said.clear()
    QTest.keyClick(window.articles.filter.field, Qt.Key.Key_Down)
    assert said == [window.articles.model.index(1, 0).data()]


# Names


def focusable(top: QWidget) -> list[QWidget]:
    """Everything in a window that the keyboard can reach and that is shown."""
    return [
        one
        for one in top.findChildren(QWidget)
        if one.isVisible() and one.isEnabled() and one.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not isinstance(one, QMenuBar) and one.focusProxy() is None
    ]  # fmt: skip


def nameless(top: QWidget) -> list[str]:
    """The parts of a window that a screen reader could not call anything, and rows without text."""
    found = []
    for one in focusable(top):
        about = QAccessible.queryAccessibleInterface(one)
        if about is None or not about.text(WORDS.Name).strip():
            found.append(f"{type(one).__name__} {one.objectName()}")
        if isinstance(one, QAbstractItemView) and one.model() is not None:
            model = one.model()
            rows = (model.index(row, 0) for row in range(min(model.rowCount(), 200)))
            found += [f"row {row.row()}" for row in rows if not row.data()]
    return found


def ours(top: QWidget) -> bool:
    """Whether a dialog is one of the program's own: Qt's file dialog names its own parts."""
    return type(top).__module__.startswith(desktop.__name__)


def same_everywhere(window: MainWindow) -> None:
    """Offer to mark what is in focus in all articles."""
    trigger(by_id("same-everywhere"), window)


def refused(window: MainWindow) -> None:
    """Say something that a person can act on."""
    window.tell(UserError("{file} is a folder.\nSo it is.", file="x"))


def imported(window: MainWindow) -> None:
    """Report an import."""
    importing.import_now(window, [Path("nowhere.txt")])


def read_how(window: MainWindow) -> None:
    """What files to import are taken for."""
    importing.ask_how(window, [Path("nowhere.conll")], importing.Wanted("conll"))


def counted_how(window: MainWindow) -> None:
    """What offsets count."""
    places: dict[Unit, tuple[int, int]] = {"codepoint": (2, 4), "utf16": (1, 3)}
    error = UnitInDoubt("x.").among(places, [Differing("📣 خبر", places)])
    OffsetsDialog(
        window, [Doubt("a", error)], lambda unit: None, window.view.text_style.family
    ).open()


def exported(window: MainWindow) -> None:
    """The report of an export in parts."""
    report = ExportReport(Path("x"), 3, 9, "00")
    part = PartReport("train", 80, 2, 2, Counter(PERS=3))
    ExportedDialog(window, report, SplitReport(report, "hash", (part,), 0, 0), ()).open()


ALL_DIALOGS = {
    **DIALOGS, "state": MainWindow.choose_state, "order": MainWindow.choose_order,
    "refusal": refused, "report": imported, "everywhere": same_everywhere,
    "font": MainWindow.choose_font, "how": read_how, "offsets": counted_how, "exported": exported,
}  # fmt: skip


@pytest.mark.parametrize("code", ["ar", "en"])
def test_every_control_of_every_dialog_has_a_name(
    open_window: OpenWindow, project: Path, qtbot: QtBot, code: str
) -> None:
    window = open_window(project, code)
    window.workspace.set_focus("a1")
    opened = 0
    for name, open_dialog in ALL_DIALOGS.items():
        open_dialog(window)
        settle(qtbot)
        top = QApplication.activeModalWidget()
        assert isinstance(top, QDialog), name
        if ours(top):
            opened += 1
            assert nameless(top) == [], name
        top.reject()
        settle(qtbot)
    assert opened == len(ALL_DIALOGS) - 2  # Qt's own ask for files.


@pytest.mark.parametrize("code", ["ar", "en"])
@pytest.mark.parametrize("what", ["project", "nothing", "empty"])
def test_every_control_of_the_window_has_a_name(
    open_window: OpenWindow, project: Path, tmp_path: Path, qtbot: QtBot, code: str, what: str
) -> None:
    path = {"project": project, "nothing": None}.get(what, tmp_path / "empty.db")
    if what == "empty":
        make_project(tmp_path / "empty.db", ())
    window = open_window(path, code)
    if what == "project":
        for focus in ("a1", None):
            window.workspace.set_focus(focus)
            settle(qtbot)
            assert nameless(window) == []
    else:
        assert nameless(window) == []
    names = [QAccessible.queryAccessibleInterface(one).text(WORDS.Name)
             for one in focusable(window)]  # fmt: skip
    assert len(names) >= 2
    if code == "ar":
        latin = [name for name in names if not re.search("[ء-ي]", name)]
        assert latin == []


def test_pictures_without_words_are_silent_and_labels_speak(
    open_window: OpenWindow, project: Path
) -> None:
    window = open_window(project)
    for label in window.findChildren(QLabel):
        about = QAccessible.queryAccessibleInterface(label)
        if label.isVisible() and label.text():
            assert about.text(WORDS.Name) == label.text()


@pytest.mark.parametrize("code", ["ar", "en"])
def test_the_search_speaks(open_window: OpenWindow, project: Path, qtbot: QtBot, code: str) -> None:
    window = open_window(project, code)
    searching.show(window)
    settle(qtbot)
    assert window.search.isVisible()
    assert nameless(window) == []
    assert [one for one in focusable(window.search) if not differs(one, window, qtbot)] == []


@pytest.mark.parametrize("code", ["ar", "en"])
def test_the_checks_speak(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot, code: str) -> None:
    path = make_project(tmp_path / "faults.db", ("زار [بيروت |GPE]أمس، ثم [دمشق،|GPE].",))
    window = open_window(path, code)
    checking.show(window)
    qtbot.waitUntil(lambda: window.checks.list.isVisible())
    assert nameless(window) == []
    page = focusable(window.checks)
    assert [one for one in page if not differs(one, window, qtbot)] == []
    window.checks.list.setFocus()
    QTest.keyClick(window.checks.list, Qt.Key.Key_A)
    settle(qtbot)
    preview = QApplication.activeModalWidget()
    assert isinstance(preview, QDialog)
    assert nameless(preview) == []


# The keyboard


def test_tab_goes_round_the_window_in_reading_order(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    above = window.articles.filter
    window.articles.filter.field.setFocus()
    wanted = [above.field, above.order, *above.states.values(), window.articles.list,
              window.labels.list, window.annotations.list]  # fmt: skip
    reached = []
    for _ in wanted:
        reached.append(QApplication.focusWidget())
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert reached == wanted


def differs(one: QWidget, top: QWidget, qtbot: QtBot) -> bool:
    """Whether having the keyboard changes how a part of a window looks."""
    other = next((each for each in focusable(top) if each is not one), None)
    if other is None:
        return True
    other.setFocus()
    settle(qtbot)
    before = one.grab().toImage()
    one.setFocus()
    settle(qtbot)
    return one.grab().toImage() != before


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_where_the_keyboard_is_can_be_seen(
    open_window: OpenWindow, project: Path, qtbot: QtBot, scheme: str
) -> None:
    window = open_window(project, "en", scheme)
    window.workspace.set_focus("a1")
    settle(qtbot)
    assert [one for one in focusable(window) if not differs(one, window, qtbot)] == []
    for name, open_dialog in ALL_DIALOGS.items():
        open_dialog(window)
        settle(qtbot)
        top = QApplication.activeModalWidget()
        assert isinstance(top, QDialog)
        if ours(top):
            unseen = [one for one in focusable(top) if not differs(one, top, qtbot)]
            assert unseen == [], name
        top.reject()
        settle(qtbot)


def test_the_first_page_shows_where_the_keyboard_is(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    assert [one for one in focusable(window) if not differs(one, window, qtbot)] == []


def test_every_action_is_reached_without_a_mouse(open_window: OpenWindow, project: Path) -> None:
    from annotator.desktop.actions import ACTIONS
    from annotator.desktop.dialogs import choices

    window = open_window(project)
    picker = choices.commands(window)
    offered = {name for entry in picker.model.entries for name in entry.names}
    picker.deleteLater()
    for action in ACTIONS:
        assert action.keys or action.id in offered, action.id
    trigger(by_id("focus-articles"), window)
    assert window.articles.list.hasFocus()
