"""Notes and free texts in the inspector: typed as text, stored once, never lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.model import edits

from .conftest import OpenWindow, settle, type_in
from .inspected import (
    ANNOTATIONS,
    current,
    go_to,
    inspect,
    key_of_field,
    make,
    press,
    shown,
    span,
    stored,
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """One article with a little of everything."""
    return make(tmp_path / "inspected.db")


def test_a_note_is_typed_and_stored_once_with_enter(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    inspect(window, qtbot, "khalid")
    note = go_to(window, qtbot, "note")
    changes: list[int] = []
    window.workspace.annotationsChanged.connect(lambda: changes.append(1))
    type_in(note, "راجع P هذا")
    assert changes == []
    press(Qt.Key.Key_Return)
    settle(qtbot)
    assert changes == [1]
    assert window.status.message.text() == "Saved"
    assert current(window, "khalid").note == "راجع P هذا"
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Escape)
    settle(qtbot)
    assert changes == [1]
    assert stored(window, project, "khalid").note == "راجع P هذا"


def test_letters_of_commands_and_labels_are_text_while_typing(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    inspect(window, qtbot, "khalid")
    type_in(go_to(window, qtbot, "attribute:alias"), "Qwertafg [py] 7 ض ص")
    press(Qt.Key.Key_Tab)
    settle(qtbot)
    assert current(window, "khalid").attributes == {"alias": "Qwertafg [py] 7 ض ص"}
    assert window.workspace.annotated is not None
    assert len(window.workspace.annotated) == len(ANNOTATIONS)


@pytest.mark.parametrize("leave", ["escape", "tab", "click", "next article", "close"])
def test_whatever_way_a_text_is_left_it_is_stored(
    open_window: OpenWindow, project: Path, qtbot: QtBot, leave: str
) -> None:
    window = open_window(project)
    inspect(window, qtbot, "khalid")
    type_in(go_to(window, qtbot, "note"), "ملاحظة")
    if leave == "escape":
        press(Qt.Key.Key_Escape)
    elif leave == "tab":
        press(Qt.Key.Key_Tab)
    elif leave == "click":
        QTest.mouseClick(window.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, 40))
    elif leave == "next article":
        press(Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
        settle(qtbot)
        assert window.workspace.number == 2
        assert window.view.hasFocus()
    settle(qtbot)
    assert stored(window, project, "khalid").note == "ملاحظة"


def test_a_click_on_another_annotation_stores_the_note_where_it_was_written(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    inspect(window, qtbot, "khalid")
    type_in(go_to(window, qtbot, "note"), "عن خالد")
    list_ = window.annotations.list
    place = list_.visualRect(list_.model().index(2, 0)).center()
    QTest.mouseClick(list_.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settle(qtbot)
    assert window.workspace.focus == "egypt"
    assert shown(window)["note"] == ""
    assert current(window, "khalid").note == "عن خالد"
    assert current(window, "egypt").note is None


def test_undo_takes_back_typing_first_and_then_the_edit(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    inspect(window, qtbot, "khalid")
    note = go_to(window, qtbot, "note")
    type_in(note, "أول")
    press(Qt.Key.Key_Return)
    type_in(note, "ثانٍ")
    control = Qt.KeyboardModifier.ControlModifier
    press(Qt.Key.Key_Z, control)
    settle(qtbot)
    assert shown(window)["note"] == "أول"
    assert current(window, "khalid").note == "أول"
    press(Qt.Key.Key_Z, control)
    settle(qtbot)
    assert shown(window)["note"] == ""
    assert current(window, "khalid").note is None
    assert key_of_field(window) == "note"
    press(Qt.Key.Key_Z, control | Qt.KeyboardModifier.ShiftModifier)
    settle(qtbot)
    assert shown(window)["note"] == "أول"


def test_undoing_the_annotation_itself_gives_the_text_the_keyboard(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    workspace = window.workspace
    made = edits.mark("GPE", span("زارت"))
    workspace.do(made, focus=made.added[0].id)
    inspect(window, qtbot, made.added[0].id)
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot)
    assert window.view.hasFocus()
    assert window.inspector.empty.isVisible()


def test_shift_enter_begins_a_line_and_emptying_takes_off(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    inspect(window, qtbot, "khalid")
    note = go_to(window, qtbot, "note")
    type_in(note, "سطر")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    type_in(note, "line")
    press(Qt.Key.Key_Return)
    assert current(window, "khalid").note == "سطر\nline"
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Return)
    assert stored(window, project, "khalid").note is None


HOSTILE = "<b>x</b> &amp; \ufeff\u2028 {0} %1 \u202eعكس\u202c «a» 👩🏽‍🚀 " + "م" * 6_000


def test_hostile_and_very_long_notes_are_plain_text_and_survive_being_looked_at(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    assert window.workspace.annotated is not None
    window.workspace.do(edits.change(window.workspace.annotated, "khalid", note=HOSTILE))
    inspect(window, qtbot, "khalid")
    note = go_to(window, qtbot, "note")
    assert shown(window)["note"].startswith("<b>x</b> &amp; ")
    assert window.inspector.note.height() < window.inspector.height()
    press(Qt.Key.Key_Escape)
    settle(qtbot)
    assert not note.hasFocus()
    assert stored(window, project, "khalid").note == HOSTILE


def test_a_paste_that_is_too_long_is_refused_and_nothing_is_lost(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    inspect(window, qtbot, "khalid")
    note = go_to(window, qtbot, "note")
    type_in(note, "قبل")
    data = QMimeData()
    data.setText("ن" * 30_000)
    data.setHtml("<b>ن</b>")
    QGuiApplication.clipboard().setMimeData(data)
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot)
    assert "too long" in window.status.message.text()
    QGuiApplication.clipboard().setText("\0 بعد\r\nسطر")
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_Return)
    assert stored(window, project, "khalid").note == "قبل بعد\nسطر"


def test_what_a_full_disk_refused_stays_in_the_field_to_be_stored_later(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    inspect(window, qtbot, "khalid")
    note = go_to(window, qtbot, "note")
    assert window.workspace.project is not None
    database = window.workspace.project._database
    database.run(f"PRAGMA max_page_count = {database.value('PRAGMA page_count')}")
    text = "طويل " * 3_000
    QGuiApplication.clipboard().setText(text)
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_Return)
    settle(qtbot)
    assert "no room left" in window.status.message.text()
    assert shown(window)["note"] == text
    assert current(window, "khalid").note is None
    database.run("PRAGMA max_page_count = 100000")
    assert note.hasFocus()
    press(Qt.Key.Key_Escape)
    settle(qtbot)
    assert stored(window, project, "khalid").note == text


def test_what_was_refused_twice_is_on_the_clipboard_and_never_with_another_annotation(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    inspect(window, qtbot, "khalid")
    go_to(window, qtbot, "note")
    assert window.workspace.project is not None
    database = window.workspace.project._database
    database.run(f"PRAGMA max_page_count = {database.value('PRAGMA page_count')}")
    text = "طويل " * 3_000
    QGuiApplication.clipboard().setText(text)
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QGuiApplication.clipboard().setText("")
    window.workspace.set_focus("egypt")
    settle(qtbot)
    assert QGuiApplication.clipboard().text() == text
    assert "on the clipboard" in window.status.message.text()
    assert shown(window)["note"] == ""
    database.run("PRAGMA max_page_count = 100000")
    press(Qt.Key.Key_Escape)
    settle(qtbot)
    assert current(window, "khalid").note is None
    assert stored(window, project, "egypt").note is None
