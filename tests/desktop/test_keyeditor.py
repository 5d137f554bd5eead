"""Changing keys as a person does: in the dialog, with keys of US, Arabic and French keyboards."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.desktop import keymap
from annotator.desktop.dialogs.keyeditor import KeyEditor
from annotator.desktop.panels.rows import ROW
from annotator.desktop.window import MainWindow
from annotator.places import settings_file
from tests.notation import written

from .conftest import OpenWindow, make_project, settle, type_in
from .test_keys import CTRL, NONE, SHIFT, Press, by_place, event, typed

Key = Qt.Key
EditorOn = Callable[..., "Editing"]


class Editing:
    """The dialog in the hands of a person."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self._qtbot = window, qtbot
        window.change_keys()
        settle(qtbot)
        found = QApplication.activeModalWidget()
        assert isinstance(found, KeyEditor)
        self.dialog = found

    def choose(self, name: str) -> None:
        """Look for a command; the first one found is the current one."""
        self.dialog.filtered.field.clear()
        type_in(self.dialog.filtered.field, name)

    def press(self, press: Press) -> None:
        """A key for whatever has the keyboard."""
        widget = self.dialog.focusWidget()
        assert widget is not None
        QApplication.sendEvent(widget, event(press))
        settle(self._qtbot)

    def named(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """A key with a name, for whatever has the keyboard."""
        QTest.keyClick(self.dialog.focusWidget(), key, held)
        settle(self._qtbot)

    def give(self, name: str, press: Press) -> None:
        """Choose a command, Enter, the new key."""
        self.choose(name)
        self.named(Key.Key_Return)
        self.press(press)

    @property
    def said(self) -> str:
        """What the dialog asks or refuses; "" if it awaits nothing."""
        listener = self.dialog.listener
        return listener.text.text() if listener.isVisible() else ""


@pytest.fixture
def editing(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> EditorOn:
    """Opens the editor over a window on one article."""

    def on(text: str = "قال خالد: “نعم”.") -> Editing:
        window = open_window(make_project(tmp_path / "p.db", (text,)))
        return Editing(window, qtbot)

    return on


def text(window: MainWindow) -> str:
    """The article in the notation of the tests."""
    assert window.workspace.annotated is not None
    return written(window.workspace.annotated)


def menu_texts(window: MainWindow) -> list[str]:
    """Every line of the menus."""
    menus = [entry.menu() for entry in window.menuBar().actions()]
    return [item.text() for menu in menus for item in menu.actions()]  # type: ignore[attr-defined]


@by_place
@pytest.mark.parametrize(
    ("press", "key"),
    [
        (typed("J", "j"), "J"),
        (typed("J", "ت"), "J"),  # Arabic: by place
        (typed(";", "ك"), None),
        (typed("W", "z"), "Z"),  # AZERTY: by letter
        (typed("7", "è"), "7"),
        (typed("7", "٧"), "7"),
        (typed("J", "J", SHIFT), "Shift+J"),
        (Press("J", ord("ت"), "", CTRL), "Ctrl+J"),
    ],
)
def test_the_pressed_key_is_the_new_one(editing: EditorOn, press: Press, key: str | None) -> None:
    at = editing()
    at.give("quote", press)
    if key is None:
        assert "under every layout" in at.said
        assert keymap.of("quote") == ("Q",)
    else:
        assert at.said == ""
        assert keymap.of("quote") == (key,)


def test_a_changed_key_acts_is_shown_and_is_kept(
    editing: EditorOn, open_window: OpenWindow, qtbot: QtBot
) -> None:
    at = editing()
    at.give("quote", typed("J", "j"))
    at.named(Key.Key_Escape)
    window = at.window
    window.workspace.set_cursor((11, 14))
    QTest.keyClick(window.view, Key.Key_Q)
    assert text(window) == "قال خالد: “نعم”."
    QTest.keyClick(window.view, Key.Key_J)
    assert "|direct" in text(window)
    assert "Quote\t\u2066J\u2069" in menu_texts(window)
    model = window.labels.list.model()
    rows = [model.index(row, 0).data(ROW) for row in range(model.rowCount())]
    assert ("Quote", "J") in [(row.title, row.key) for row in rows]
    window.workspace.set_focus(None)
    settle(qtbot)
    assert "\u2066J\u2069 Quote" in window.status.hints.text()
    path = window.workspace.project.path  # type: ignore[union-attr]
    assert json.loads(settings_file().read_bytes())["keys"] == {"quote": ["J"]}
    window.close()
    keymap.apply({})
    open_window(path)
    assert keymap.of("quote") == ("J",)


def test_a_further_key_joins_and_the_last_one_can_be_taken_off(editing: EditorOn) -> None:
    at = editing()
    at.choose("quote")
    at.dialog.add_key.click()
    at.press(typed("J", "j"))
    assert keymap.of("quote") == ("Q", "J")
    for left in (("Q",), ()):
        at.dialog.remove_key.click()
        assert keymap.of("quote") == left
    assert not at.dialog.remove_key.isEnabled()
    # Nobody is left without a way: the menu has it still.
    assert "Quote" in menu_texts(at.window)


def test_a_key_of_another_command_is_taken_over_only_if_that_is_wanted(editing: EditorOn) -> None:
    at = editing()
    ctrl_k = Press("K", Key.Key_K, "\x0b", CTRL)
    at.give("quote", ctrl_k)
    assert at.said == "\u2066Ctrl+K\u2069 belongs to “Commands”."
    at.named(Key.Key_Escape)
    assert at.dialog.isVisible()
    assert (keymap.of("quote"), keymap.of("palette")) == (("Q",), ("Ctrl+K",))
    at.give("quote", ctrl_k)
    at.dialog.listener.take.click()
    assert (keymap.of("quote"), keymap.of("palette")) == (("Ctrl+K",), ())


def test_a_key_of_a_label_is_taken_over_only_if_that_is_wanted(
    editing: EditorOn, qtbot: QtBot
) -> None:
    at = editing()
    at.give("quote", typed("P", "ح"))
    assert "“Person”" in at.said
    at.dialog.listener.leave.click()
    assert keymap.of("quote") == ("Q",)
    at.give("quote", typed("P", "p"))
    at.dialog.listener.take.click()
    settle(qtbot)
    model = at.window.labels.list.model()
    row = model.index(0, 0).data(ROW)
    assert (row.title, row.key) == ("Person", "")
    tooltip = model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "\u2066P\u2069 of this label was given to a command" in tooltip
    at.named(Key.Key_Escape)
    at.window.workspace.set_cursor((11, 14))
    QTest.keyClick(at.window.view, Key.Key_P)
    assert "|direct" in text(at.window)


def test_keys_that_cannot_work_are_refused_with_the_reason(editing: EditorOn) -> None:
    at = editing()
    at.give("commands", typed("J", "j"))
    assert "F1 to F12" in at.said
    # It is still listening: Tab and Enter are keys here, too.
    at.named(Key.Key_Tab)
    assert "\u2066Tab\u2069" in at.said
    at.named(Key.Key_Shift)
    at.named(Key.Key_F11)
    assert at.said == ""
    assert keymap.of("palette") == ("F11",)


def test_tab_and_enter_can_be_given_away(editing: EditorOn) -> None:
    at = editing()
    at.choose("fragment")
    at.named(Key.Key_Return)
    at.named(Key.Key_Return)
    assert "Choose a label" in at.said
    at.named(Key.Key_Return)  # “Take it over” has the keyboard
    assert (keymap.of("fragment"), keymap.of("choose-label")) == (("Return",), ())


def test_esc_while_listening_changes_nothing_and_esc_again_closes(editing: EditorOn) -> None:
    at = editing()
    at.choose("quote")
    at.named(Key.Key_Return)
    assert "“Quote”" in at.said
    at.named(Key.Key_Escape)
    assert at.said == ""
    assert keymap.of("quote") == ("Q",)
    at.named(Key.Key_Escape)
    assert QApplication.activeModalWidget() is None


def test_leave_always_has_its_key(editing: EditorOn) -> None:
    at = editing()
    at.choose("leave a mode")
    assert not at.dialog.set_key.isEnabled()
    at.named(Key.Key_Return)
    assert at.said == ""


def test_one_command_or_all_get_their_usual_keys_back(editing: EditorOn) -> None:
    at = editing()
    at.give("quote", typed("J", "j"))
    at.give("relation", typed("Q", "q"))
    at.choose("quote")
    at.dialog.reset_one.click()
    assert "“Relation”" in at.said
    at.dialog.listener.take.click()
    assert (keymap.of("quote"), keymap.of("relate")) == (("Q",), ())
    assert at.window.settings.now.keys == {"relate": ()}
    at.dialog.reset_all.click()
    assert keymap.of("relate") == ("R",)
    assert at.window.settings.now.keys == {}
    assert not at.dialog.reset_all.isEnabled()


def test_the_list_finds_by_key_in_both_layouts(editing: EditorOn) -> None:
    at = editing()
    for typed_, id in (("q", "quote"), ("ض", "quote"), ("ctrl+pagedown", "next-article")):
        at.choose(typed_)
        assert at.dialog.action is not None
        assert at.dialog.action.id == id
