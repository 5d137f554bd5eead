"""The inspector by keys: every field is reached, changed, stored, and taken back."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from annotator.desktop.dialogs.guidelines import GuidelinesDialog
from annotator.desktop.dialogs.picker import Picker
from annotator.desktop.panels.column import shares
from annotator.desktop.panels.fields import fields_of
from annotator.desktop.panels.fieldwidgets import FieldButton, FieldText
from annotator.desktop.window import MainWindow
from annotator.model import edits, labelfile
from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Annotation, Entity, Quote, Relation
from annotator.model.article import Article
from annotator.model.edits import Edit
from annotator.model.labels import LabelSet
from annotator.model.record import Record
from annotator.model.spans import Span
from annotator.store import Project

from .conftest import AUTHOR, OpenWindow, settle, type_in

LABELS: LabelSet = labelfile.parse(
    """
name = "tests"
title = { ar = "تجربة", en = "Test" }
[[entities]]
label = "PERS"
title = { ar = "شخص", en = "Person" }
key = "P"
[[entities.attributes]]
name = "role"
title = { ar = "الدور", en = "Role" }
values = [
  { name = "witness", title = { ar = "شاهد", en = "Witness" } },
  { name = "official", title = { ar = "مسؤول", en = "Official" } },
]
[[entities.attributes]]
name = "alive"
title = { ar = "حيّ", en = "Alive" }
kind = "flag"
[[entities.attributes]]
name = "alias"
title = { ar = "كنيته", en = "Alias" }
kind = "text"
[[entities]]
label = "GPE"
title = { ar = "بلد", en = "Country" }
key = "Y"
[[relations]]
label = "VISITS"
title = { ar = "يزور", en = "Visits" }
rules = [{ head = ["PERS"], tail = ["GPE"] }]
[[relations.attributes]]
name = "official"
title = { ar = "رسمية", en = "Official" }
kind = "flag"
[[relations]]
label = "BORN_IN"
title = { ar = "وُلد في", en = "Born in" }
rules = [{ head = ["PERS"], tail = ["GPE"] }]
""",
    "test",
)
TEXT = "قال خالد إن ليلى زارت مصر ثم عُمان: “العمل يبدأ غدًا”."


def span(words: str) -> Span:
    """Where some words of the text are."""
    start = TEXT.index(words)
    return Span.of(start, start + len(words))


ANNOTATIONS: tuple[Annotation, ...] = (
    Entity(id="khalid", label="PERS", span=span("خالد")),
    Entity(id="layla", label="PERS", span=span("ليلى"), attributes={"model": "v7", "role": "x"}),
    Entity(id="egypt", label="GPE", span=span("مصر")),
    Entity(id="oman", label="GPE", span=span("عُمان")),
    Quote(
        id="quote", type="direct", span=span("العمل يبدأ غدًا"), cue=span("قال"),
        source=span("خالد"), speaker="khalid", attributes={"tone": "calm"},
    ),
    Relation(id="visit", label="VISITS", head="layla", tail="egypt"),
)  # fmt: skip


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """One article with a little of everything."""
    path = tmp_path / "inspected.db"
    with Project.create(path, LABELS) as made, made.importing("test") as into:
        article = Article(id="article", text=TEXT)
        record = Record(article=article, layer=AUTHOR, status="begun", annotations=ANNOTATIONS)
        into.add(record)
        into.add(Record(article=Article(id="next", text="مقال آخر قصير")))
    return path


def stored(window: MainWindow, path: Path, id: str) -> Annotation:
    """The annotation as the file has it after the program was closed."""
    window.close()
    with Project.open(path) as opened:
        found = opened.annotated(1, AUTHOR).get(id)
    assert found is not None
    return found


def current(window: MainWindow, id: str) -> Annotation:
    """The annotation as the window has it."""
    assert window.workspace.annotated is not None
    found = window.workspace.annotated.get(id)
    assert found is not None
    return found


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is."""
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, held)


def inspect(window: MainWindow, qtbot: QtBot, id: str) -> None:
    """Focus an annotation and press F9."""
    window.focus_article()
    window.workspace.set_focus(id)
    settle(qtbot)
    QTest.keyClick(window.view, Qt.Key.Key_F9)
    settle(qtbot)


def key_of_field(window: MainWindow) -> str:
    """Which field has the keyboard; empty for none."""
    part = window.inspector.current()
    return part.field.key if part is not None else ""


def go_to(window: MainWindow, qtbot: QtBot, key: str) -> QWidget:
    """Tab to a field, as far as there are fields."""
    for _ in range(20):
        if key_of_field(window) == key:
            held = QApplication.focusWidget()
            assert held is not None
            return held
        press(Qt.Key.Key_Tab)
        settle(qtbot)
    raise AssertionError(f"Tab does not lead to {key}")


def pick(qtbot: QtBot, typed: str) -> None:
    """Type into the list that is open, and take the first."""
    picker = QApplication.activeModalWidget()
    assert isinstance(picker, Picker)
    before = picker.field.text()
    type_in(picker.field, typed)
    assert picker.field.text() == before + typed
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    settle(qtbot)


def shown(window: MainWindow) -> dict[str, str]:
    """The fields and what they show."""
    found = {}
    for part in (
        *window.inspector.findChildren(FieldButton),
        *window.inspector.findChildren(FieldText),
    ):
        if part.isVisibleTo(window):
            text = part.text.toPlainText() if isinstance(part, FieldText) else part.field.row.title
            found[part.field.key] = text
    return found


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


# Typing


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


# Any keys


KEYS: tuple[tuple[Qt.Key, Qt.KeyboardModifier], ...] = (
    *((key, Qt.KeyboardModifier.NoModifier) for key in (
        Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return,
        Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_Backspace,
        Qt.Key.Key_Escape, Qt.Key.Key_F9, Qt.Key.Key_F9, Qt.Key.Key_F8, Qt.Key.Key_F10,
        Qt.Key.Key_P, Qt.Key.Key_Y, Qt.Key.Key_T, Qt.Key.Key_Q, Qt.Key.Key_E, Qt.Key.Key_Left,
    )),
    *((key, Qt.KeyboardModifier.ControlModifier) for key in (
        Qt.Key.Key_Z, Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp,
        Qt.Key.Key_G, Qt.Key.Key_A, Qt.Key.Key_V,
    )),
    *((key, Qt.KeyboardModifier.ShiftModifier) for key in (
        Qt.Key.Key_Return, Qt.Key.Key_Backtab, Qt.Key.Key_Left,
    )),
)  # fmt: skip


@pytest.mark.parametrize("seed", [0, 8, 18])
def test_whatever_is_pressed_the_window_shows_what_the_file_has(
    open_window: OpenWindow, project: Path, qtbot: QtBot, seed: int
) -> None:
    window, chance = open_window(project), random.Random(seed)
    workspace = window.workspace
    for _ in range(150):
        key, held = chance.choice(KEYS)
        target = QApplication.focusWidget() or QApplication.activeModalWidget() or window.view
        if not isinstance(target, QToolButton | QComboBox):  # their menus wait for an answer
            QTest.keyClick(target, key, held)
        else:
            window.focus_article()
        settle(qtbot)
        if QApplication.activeWindow() is None:
            window.activateWindow()  # what a window manager does when a dialog closes
            settle(qtbot)
        assert workspace.project is not None
        assert workspace.annotated is not None
        assert workspace.number is not None
        on_disk = workspace.project.annotated(workspace.number, AUTHOR)
        assert workspace.annotated.by_id == on_disk.by_id
        part = window.inspector.current()
        if part is not None:
            assert workspace.focus in workspace.annotated
            assert part.isVisibleTo(window)
    for _ in range(3):
        modal = QApplication.activeModalWidget()
        if isinstance(modal, GuidelinesDialog):
            # It keeps what is not saved until it is told otherwise.
            modal.discard_button.click()
        else:
            QTest.keyClick(modal or QApplication.focusWidget() or window.view, Qt.Key.Key_Escape)
        settle(qtbot)
        if QApplication.activeWindow() is None:
            window.activateWindow()
            settle(qtbot)
    # Esc leads out of everything, and nothing that was typed hangs on.
    assert window.view.hasFocus()
    assert not window.inspector.note.text.pending
    window.close()
    with Project.open(project) as opened:
        assert opened.check() == []


# Room


@given(st.integers(440, 1500), st.integers(3, 60), st.booleans())
def test_no_card_is_squashed_at_any_height(room: int, rows: int, asked: bool) -> None:
    labels, annotations, inspector = shares(room, rows, asked=asked)
    gaps = 16 * (sum(height > 0 for height in (labels, annotations, inspector)) - 1)
    assert labels + annotations + inspector + gaps == room
    assert annotations >= 170
    assert labels >= min(130, 48 + 28 * rows) or (labels == 0 and asked)
    assert inspector >= 190 or not asked
    assert inspector >= 190 or room < 640


@pytest.mark.parametrize("height", [600, 720, 900, 1440])
def test_all_fields_can_be_reached_at_any_height_of_the_window(
    open_window: OpenWindow, project: Path, qtbot: QtBot, height: int
) -> None:
    window = open_window(project)
    window.resize(1100, height)
    settle(qtbot)
    inspect(window, qtbot, "quote")
    for key in ("type", "surface", "cue", "source", "speaker", "note"):
        part = go_to(window, qtbot, key)
        settle(qtbot)
        top = part.mapTo(window.inspector, QPoint(0, 0)).y()
        assert top >= 0, key
        assert top + min(part.height(), 40) <= window.inspector.height(), key
    column = window.column.rect()
    cards = [window.labels, window.annotations, window.inspector]
    assert all(column.contains(card.geometry()) for card in cards if card.isVisible())
    list_ = window.annotations.list
    assert list_.viewport().rect().contains(list_.visualRect(list_.currentIndex()))
    press(Qt.Key.Key_Escape)
    settle(qtbot)
    assert window.labels.isVisible()


def test_what_the_fields_say_of_an_unknown_label_is_its_name() -> None:
    article = AnnotatedArticle(Article(id="a", text=TEXT), LABELS).apply(
        Edit(added=(ANNOTATIONS[0],))
    )
    strange = Entity(id="old", label="GONE", span=span("مصر"), attributes={"n": 3, "b": False})
    fields = {one.key: one for one in fields_of(article, strange, read_only=False)}
    assert fields["label"].row.title == "GONE"
    assert [fields[f"attribute:{name}"].row.title for name in ("n", "b")] == ["3", "no"]
    assert all(fields[f"attribute:{name}"].removable for name in ("n", "b"))
