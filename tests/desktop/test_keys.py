"""Keys under every layout: the events that the window system delivers, and the names they get."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.desktop.actions import ACTIONS
from annotator.desktop.keys import name_of
from annotator.desktop.panels.rows import ROW
from tests.notation import written

from .conftest import OpenWindow, make_project, settle

Key, Held = Qt.Key, Qt.KeyboardModifier
NONE, SHIFT, CTRL, ALT = (
    Held.NoModifier, Held.ShiftModifier, Held.ControlModifier, Held.AltModifier,
)  # fmt: skip

by_place = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="these are the key codes of X11 and Wayland"
)
# Where the keys lie on any keyboard: scan code set 1. X11 adds 8.
PLACES = {
    key: start + number
    for start, row in ((2, "1234567890-="), (0x10, "QWERTYUIOP[]"), (0x1E, "ASDFGHJKL;'`"),
                       (0x2C, "ZXCVBNM,./"))
    for number, key in enumerate(row)
}  # fmt: skip


class Press(NamedTuple):
    """What a layout makes of the key at a place of a US keyboard."""

    place: str
    key: int
    text: str
    held: Qt.KeyboardModifier = NONE


def named(press: Press) -> str | None:
    """The name that the program gives the key."""
    return name_of(event(press))


def event(press: Press) -> QKeyEvent:
    """The key as X11 delivers it."""
    scan = PLACES[press.place] + 8
    return QKeyEvent(QEvent.Type.KeyPress, press.key, press.held, scan, 0, 0, press.text)


def typed(place: str, char: str, held: Qt.KeyboardModifier = NONE) -> Press:
    """A key that types one character; Qt's key is its upper-case code point."""
    return Press(place, ord(char.upper()), char, held)


US = [
    *((typed(char, char.lower()), char) for char in "QWERTYUIOPASDFGHJKLZXCVBNM"),
    *((typed(char, char), char) for char in "1234567890"),
    (typed("Q", "Q", SHIFT), "Shift+Q"),
    (typed("[", "["), "["),
    (typed("[", "{", SHIFT), "{"),
    (typed("]", "]"), "]"),
    (typed("]", "}", SHIFT), "}"),
    (Press("K", Key.Key_K, "\x0b", CTRL), "Ctrl+K"),
    (Press("Z", Key.Key_Z, "\x1a", CTRL), "Ctrl+Z"),
    (Press("Z", Key.Key_Z, "\x1a", CTRL | SHIFT), "Ctrl+Shift+Z"),
    (Press("=", Key.Key_Equal, "=", CTRL), "Ctrl+="),
    (Press("-", Key.Key_Minus, "-", CTRL), "Ctrl+-"),
    (Press("0", Key.Key_0, "0", CTRL), "Ctrl+0"),
    (Press("D", Key.Key_D, "d", ALT), "Alt+D"),
]


@pytest.mark.parametrize(("press", "name"), US)
def test_us(press: Press, name: str) -> None:
    assert named(press) == name


def test_on_us_a_digit_with_shift_is_a_sign_and_no_digit() -> None:
    for place, sign in zip("1234567890", "!@#$%^&*()", strict=True):
        assert named(typed(place, sign, SHIFT)) is None


# The letters row by row as the layout "ara" of X11 types them.
ARABIC = dict(
    zip("QWERTYUIOP", "ضصثقفغعهخح", strict=True)
) | dict(zip("ASDFGHJKL;", "شسيبلاتنمك", strict=True)) | dict(
    zip("ZXCVNM,.", "ئءؤرىةوز", strict=True)
)  # fmt: skip


@by_place
@pytest.mark.parametrize("place", [key for key in ARABIC if key.isalpha()])
def test_arabic_letters_are_keys_by_place(place: str) -> None:
    assert named(typed(place, ARABIC[place])) == place
    assert named(Press(place, ord(ARABIC[place]), "", CTRL)) == f"Ctrl+{place}"
    assert named(Press(place, ord(ARABIC[place]), ARABIC[place], CTRL)) == f"Ctrl+{place}"


@by_place
def test_arabic_with_shift() -> None:
    assert named(typed("Q", "َ", SHIFT)) == "Shift+Q"
    assert named(Press("Z", ord("ئ"), "", CTRL | SHIFT)) == "Ctrl+Shift+Z"
    assert named(typed("[", "ج")) == "["
    assert named(typed("]", "د")) == "]"
    # X11's layout has braces there, others have ؛ and the like.
    assert named(typed("[", "{", SHIFT)) == "{"
    assert named(typed("[", "؛", SHIFT)) == "{"
    assert named(typed("]", "ـ", SHIFT)) == "}"


@by_place
@pytest.mark.parametrize("text", ["\ufefb", "لا", ""])
def test_the_key_that_types_two_arabic_letters(text: str) -> None:
    assert named(Press("B", 0xFEFB, text)) == "B"


def test_arabic_indic_digits_are_digits() -> None:
    for place, arabic, persian in zip("0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", strict=True):
        assert named(typed(place, arabic)) == place
        assert named(typed(place, persian)) == place
    # Layouts that have them behind Shift: the digit counts, not the Shift.
    assert named(typed("3", "٣", SHIFT)) == "3"


AZERTY = [
    (typed("Q", "a"), "A"),
    (typed("A", "q"), "Q"),
    (typed("W", "z"), "Z"),
    (typed("Z", "w"), "W"),
    (typed(";", "m"), "M"),
    (Press("Q", Key.Key_A, "\x01", CTRL), "Ctrl+A"),
    (Press("W", Key.Key_Z, "\x1a", CTRL), "Ctrl+Z"),
    *((typed(digit, digit, SHIFT), digit) for digit in "1234567890"),
    # With AltGr, which Qt does not count as held.
    (typed("5", "["), "["),
    (typed("-", "]"), "]"),
    (typed("4", "{"), "{"),
    (typed("=", "}"), "}"),
]


@pytest.mark.parametrize(("press", "name"), AZERTY)
def test_azerty_letters_and_digits_are_what_they_type(press: Press, name: str) -> None:
    assert named(press) == name


@by_place
def test_azerty_digit_row_without_shift_is_taken_by_place() -> None:
    for place, sign in zip("1234567890", "&é\"'(-è_çà", strict=True):
        assert named(typed(place, sign)) == place
    # Held with Ctrl, what is typed counts: AZERTY has its minus at the place of the 6.
    assert named(typed("6", "-", CTRL)) == "Ctrl+-"


@by_place
def test_azerty_dead_circumflex_and_dollar_are_the_brackets() -> None:
    assert named(Press("[", Key.Key_Dead_Circumflex, "")) == "["
    assert named(Press("[", Key.Key_Dead_Diaeresis, "", SHIFT)) == "{"
    assert named(typed("]", "$")) == "]"
    assert named(typed("]", "£", SHIFT)) == "}"


@by_place
def test_azerty_signs_are_no_letters_of_the_us_keyboard() -> None:
    for char, held in ((",", NONE), ("?", SHIFT)):
        assert named(typed("M", char, held)) not in {"M", "Shift+M"}


@pytest.mark.parametrize(
    ("key", "text", "held", "name"),
    [
        (Key.Key_Left, "", NONE, "Left"),
        (Key.Key_Right, "", SHIFT, "Shift+Right"),
        (Key.Key_Home, "", CTRL, "Ctrl+Home"),
        (Key.Key_End, "", CTRL | SHIFT, "Ctrl+Shift+End"),
        (Key.Key_Tab, "\t", NONE, "Tab"),
        (Key.Key_Backtab, "\t", SHIFT, "Shift+Tab"),
        (Key.Key_Backtab, "", NONE, "Shift+Tab"),
        (Key.Key_Return, "\r", NONE, "Return"),
        (Key.Key_Enter, "\r", Held.KeypadModifier, "Return"),
        (Key.Key_Return, "\r", CTRL, "Ctrl+Return"),
        (Key.Key_Escape, "\x1b", NONE, "Escape"),
        (Key.Key_Delete, "\x7f", NONE, "Delete"),
        (Key.Key_Backspace, "\b", NONE, "Backspace"),
        (Key.Key_PageDown, "", CTRL, "Ctrl+PageDown"),
        (Key.Key_F1, "", NONE, "F1"),
        (Key.Key_F12, "", NONE, "F12"),
        (Key.Key_Shift, "", SHIFT, None),
        (Key.Key_Control, "", CTRL, None),
        (Key.Key_AltGr, "", NONE, None),
        (Key.Key_CapsLock, "", NONE, None),
        (Key.Key_unknown, "", NONE, None),
    ],
)
def test_keys_that_type_nothing(
    key: Qt.Key, text: str, held: Qt.KeyboardModifier, name: str | None
) -> None:
    assert name_of(QKeyEvent(QEvent.Type.KeyPress, key, held, text)) == name


def test_every_key_of_the_action_table_has_one_meaning_where_it_acts() -> None:
    pairs = [(action.scope, key) for action in ACTIONS for key in action.keys]
    assert len(pairs) == len(set(pairs))
    # What acts everywhere would hide what acts in the article only.
    everywhere = {key for scope, key in pairs if scope == "window"}
    assert not everywhere & {key for scope, key in pairs if scope == "article"}


@by_place
def test_an_arabic_layout_marks_in_the_window(tmp_path: Path, open_window: OpenWindow) -> None:
    window = open_window(make_project(tmp_path / "p.db", ("خالد هنا.",)))
    QApplication.sendEvent(window.view, event(typed("P", "ح")))
    annotated = window.workspace.annotated
    assert annotated is not None
    assert written(annotated) == "[خالد|PERS] هنا."
    undo = event(Press("Z", ord("ئ"), "", CTRL))
    QApplication.sendEvent(window.view, undo)
    assert len(window.workspace.annotated or ()) == 0


@by_place
def test_the_labels_show_the_letters_of_the_layout_in_use(
    tmp_path: Path, open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window(make_project(tmp_path / "p.db", ("خالد هنا.",)))
    model = window.labels.list.model()

    def first() -> tuple[str, str]:
        row = model.index(0, 0).data(ROW)
        return row.key, row.other

    QApplication.sendEvent(window.view, event(typed("L", "م")))
    settle(qtbot)
    assert first() == ("P", "ح")
    QApplication.sendEvent(window.view, event(typed("L", "l")))
    settle(qtbot)
    assert first() == ("P", "")
