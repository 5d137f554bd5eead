"""The inspector by keys: every field is reached, changed, stored, and taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.desktop.dialogs.picker import Picker
from annotator.desktop.panels.fields import fields_of
from annotator.model.annotations import Quote, Relation
from annotator.model.spans import Span

from .conftest import AUTHOR, OpenWindow, settle, type_in
from .inspected import (
    ANNOTATIONS,
    current,
    go_to,
    inspect,
    key_of_field,
    make,
    pick,
    press,
    shown,
    span,
    stored,
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """One article with a little of everything."""
    return make(tmp_path / "inspected.db")


# What is shown


def test_each_kind_of_annotation_shows_all_it_has(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    inspect(window, qtbot, "layla")
    assert shown(window) == {
        "label": "Person", "surface": "ليلى", "attribute:role": "x", "attribute:alive": "—",
        "attribute:alias": "", "attribute:model": "v7", "note": "",
    }  # fmt: skip
    assert window.inspector.title.text() == "Details of the entity"
    inspect(window, qtbot, "quote")
    assert shown(window) == {
        "type": "Direct", "surface": "العمل يبدأ غدًا", "cue": "قال", "source": "خالد",
        "speaker": "خالد", "attribute:tone": "calm", "note": "",
    }  # fmt: skip
    inspect(window, qtbot, "visit")
    assert shown(window) == {
        "label": "Visits", "head": "ليلى", "tail": "مصر", "attribute:official": "—", "note": "",
    }  # fmt: skip


def test_the_inspector_follows_the_focus_and_says_what_to_do_without_one(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    assert shown(window) == {}
    assert window.inspector.empty.isVisible()
    QTest.keyClick(window.view, Qt.Key.Key_Tab)
    settle(qtbot)
    assert shown(window)["surface"] == "خالد"
    assert window.view.hasFocus()
    QTest.keyClick(window.view, Qt.Key.Key_Escape)
    settle(qtbot)
    assert window.inspector.empty.isVisible()


def test_tab_and_arrows_go_round_through_every_field_and_esc_returns(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project, "ar")
    inspect(window, qtbot, "quote")
    keys = [field.key for field in fields_of(
        window.workspace.annotated, current(window, "quote"), read_only=False  # type: ignore[arg-type]
    )]  # fmt: skip
    for way in (Qt.Key.Key_Tab, Qt.Key.Key_Down):
        visited = []
        for _ in keys:
            visited.append(key_of_field(window))
            press(way)
            settle(qtbot)
        assert visited == keys
        assert key_of_field(window) == keys[0]
    press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert key_of_field(window) == "note"
    press(Qt.Key.Key_Up)
    assert key_of_field(window) == keys[-2]
    press(Qt.Key.Key_Escape)
    settle(qtbot)
    assert window.view.hasFocus()
    assert window.workspace.focus == "quote"


def test_f9_takes_the_annotation_at_the_cursor_or_says_what_is_missing(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    window.workspace.set_cursor(span("إن").fragments[0])
    QTest.keyClick(window.view, Qt.Key.Key_F9)
    settle(qtbot)
    assert "Go to an annotation first" in window.status.message.text()
    assert window.view.hasFocus()
    window.workspace.set_cursor(span("مصر").fragments[0])
    QTest.keyClick(window.view, Qt.Key.Key_F9)
    settle(qtbot)
    assert window.workspace.focus == "egypt"
    assert key_of_field(window) == "label"


# Changing


def test_a_choice_is_picked_by_letters_in_either_language(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    inspect(window, qtbot, "khalid")
    field = go_to(window, qtbot, "attribute:role")
    type_in(field, "م")
    settle(qtbot)
    pick(qtbot, "سؤول")
    assert current(window, "khalid").attributes == {"role": "official"}
    assert key_of_field(window) == "attribute:role"
    assert shown(window)["attribute:role"] == "Official"
    press(Qt.Key.Key_Return)
    settle(qtbot)
    pick(qtbot, "wit")
    press(Qt.Key.Key_Delete)
    settle(qtbot)
    assert current(window, "khalid").attributes == {}
    assert stored(window, project, "khalid").attributes == {}


def test_a_flag_is_switched_by_space(open_window: OpenWindow, project: Path, qtbot: QtBot) -> None:
    window = open_window(project)
    inspect(window, qtbot, "khalid")
    go_to(window, qtbot, "attribute:alive")
    press(Qt.Key.Key_Space)
    settle(qtbot)
    assert current(window, "khalid").attributes == {"alive": True}
    assert shown(window)["attribute:alive"] == "yes"
    press(Qt.Key.Key_Space)
    assert current(window, "khalid").attributes == {}


def test_the_label_is_changed_and_what_no_longer_fits_goes_along(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    inspect(window, qtbot, "layla")
    press(Qt.Key.Key_Return)
    settle(qtbot)
    pick(qtbot, "بلد")
    changed = current(window, "layla")
    assert (changed.label, changed.attributes) == ("GPE", {"model": "v7"})
    assert window.workspace.annotated is not None
    assert "visit" not in window.workspace.annotated
    assert key_of_field(window) == "label"
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot)
    assert current(window, "layla") == ANNOTATIONS[1]
    assert current(window, "visit") == ANNOTATIONS[5]


def test_a_quote_gets_another_type_speaker_and_no_cue(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    inspect(window, qtbot, "quote")
    press(Qt.Key.Key_Return)
    settle(qtbot)
    pick(qtbot, "مختلط")
    type_in(go_to(window, qtbot, "speaker"), "ل")
    settle(qtbot)
    pick(qtbot, "يلى")
    go_to(window, qtbot, "cue")
    press(Qt.Key.Key_Delete)
    go_to(window, qtbot, "attribute:tone")
    press(Qt.Key.Key_Backspace)
    settle(qtbot)
    after = stored(window, project, "quote")
    assert isinstance(after, Quote)
    assert (after.type, after.speaker, after.cue, after.attributes) == ("mixed", "layla", None, {})
    assert after.source == span("خالد")


def test_a_relation_gets_another_end_and_label(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    inspect(window, qtbot, "visit")
    go_to(window, qtbot, "tail")
    press(Qt.Key.Key_Space)
    settle(qtbot)
    picker = QApplication.activeModalWidget()
    assert isinstance(picker, Picker)
    assert [entry.row.title for entry in picker.model.entries] == ["مصر", "عُمان"]
    pick(qtbot, "عمان")
    go_to(window, qtbot, "attribute:official")
    press(Qt.Key.Key_Return)
    go_to(window, qtbot, "label")
    type_in(QApplication.focusWidget(), "b")  # type: ignore[arg-type]
    settle(qtbot)
    pick(qtbot, "orn")
    after = stored(window, project, "visit")
    assert after == Relation(id="visit", label="BORN_IN", head="layla", tail="oman")


def test_what_cannot_be_taken_off_stays(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    inspect(window, qtbot, "quote")
    press(Qt.Key.Key_Delete)
    settle(qtbot)
    assert window.status.message.text() == "This cannot be taken off."
    assert current(window, "quote") == ANNOTATIONS[4]


def test_a_cue_is_shown_in_the_text_and_marked_anew_from_there(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    inspect(window, qtbot, "quote")
    go_to(window, qtbot, "cue")
    press(Qt.Key.Key_Return)
    settle(qtbot)
    assert window.view.hasFocus()
    assert window.workspace.selection == span("قال")
    QTest.keyClick(window.view, Qt.Key.Key_BracketLeft)
    QTest.keyClick(window.view, Qt.Key.Key_E)
    settle(qtbot)
    changed = current(window, "quote")
    assert isinstance(changed, Quote)
    assert changed.cue == Span.of(1, 3)


def test_another_author_is_read_and_not_changed(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project, author="خالد")
    window.workspace.set_layer(AUTHOR)
    settle(qtbot)
    inspect(window, qtbot, "layla")
    assert shown(window)["attribute:model"] == "v7"
    for key in ("label", "attribute:alive", "attribute:model", "attribute:alias", "note"):
        field = go_to(window, qtbot, key)
        type_in(field, "x ")
        press(Qt.Key.Key_Delete)
        settle(qtbot)
        assert QApplication.activeModalWidget() is None
    press(Qt.Key.Key_Escape)
    settle(qtbot)
    assert stored(window, project, "layla") == ANNOTATIONS[1]


def test_the_status_line_tells_the_keys_of_the_field(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    inspect(window, qtbot, "quote")
    assert "choose" in window.status.hints.text()
    go_to(window, qtbot, "cue")
    settle(qtbot)
    assert "take off" in window.status.hints.text()
    press(Qt.Key.Key_Escape)
    settle(qtbot)
    assert "Change type" in window.status.hints.text()
