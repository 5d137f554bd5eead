"""Labels with one key and with two, as they are pressed in the window under every layout."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.desktop import keymap, labelkeys
from annotator.desktop.dialogs.picker import Picker
from annotator.desktop.panels.rows import ROW
from annotator.desktop.window import MainWindow
from annotator.model.labelfile import parse
from annotator.store import Project
from tests.notation import annotated, written

from .conftest import AUTHOR, OpenWindow, settle, type_in
from .test_keys import SHIFT, by_place, event, typed

Key = Qt.Key
WindowOn = Callable[..., MainWindow]

HEAD = 'name = "mine"\ntitle = { ar = "لي", en = "Mine" }\n'
KEYS = {
    "PERS": ("P", "شخص", "Person"),
    "POLITICIAN": ("P1", "سياسي", "Politician"),
    "ATHLETE": ("P2", "رياضي", "Athlete"),
    "CITY": ("V1", "مدينة", "City"),
    "COUNTRY": ("V2", "بلد", "Country"),
    "NUMBER": ("7", "عدد", "Number"),
}


def toml() -> str:
    """A label set: P with subtypes, V without a label of its own, and a digit."""
    tables = (
        f'[[entities]]\nlabel = "{name}"\ntitle = {{ ar = "{ar}", en = "{en}" }}\nkey = "{key}"\n'
        for name, (key, ar, en) in KEYS.items()
    )
    return HEAD + "".join(tables)


@pytest.fixture
def window_on(open_window: OpenWindow, tmp_path: Path) -> Iterator[WindowOn]:
    """A window on one article in a project with that label set."""

    def on(text: str = "خالد زار الشارقة.", author: str = AUTHOR) -> MainWindow:
        from annotator.model.record import Record

        path = tmp_path / "p.db"
        with Project.create(path, parse(toml(), "mine.toml")) as made, made.importing("t") as into:
            into.add(Record(article=annotated(text, id="a").article))
        return open_window(path, author=author)

    keymap.apply({})
    yield on
    keymap.apply({})


def text(window: MainWindow) -> str:
    """The article in the notation of the tests."""
    assert window.workspace.annotated is not None
    return written(window.workspace.annotated)


def press(window: MainWindow, *keys: Qt.Key) -> None:
    """Keys for the article."""
    for key in keys:
        QTest.keyClick(window.view, key)


def in_panel(window: MainWindow) -> list[tuple[str, str]]:
    """What the panel of labels offers: titles and keys."""
    model = window.labels.list.model()
    rows = [model.index(row, 0).data(ROW) for row in range(model.rowCount())]
    return [(row.title, row.key) for row in rows]


def test_the_first_key_marks_at_once_and_a_digit_makes_it_a_subtype(
    window_on: WindowOn, qtbot: QtBot
) -> None:
    window = window_on()
    press(window, Key.Key_P)
    assert text(window) == "[خالد|PERS] زار الشارقة."
    settle(qtbot)
    assert "1\u2069 Politician" in window.status.hints.text()
    press(window, Key.Key_1)
    assert text(window) == "[خالد|POLITICIAN] زار الشارقة."
    press(window, Key.Key_2)
    assert text(window) == "[خالد|ATHLETE] زار الشارقة."
    press(window, Key.Key_P)
    assert text(window) == "[خالد|PERS] زار الشارقة."


def test_the_panel_opens_the_subtypes_of_what_is_in_focus(
    window_on: WindowOn, qtbot: QtBot
) -> None:
    window = window_on()
    model = window.labels.list.model()
    assert [title for title, _ in in_panel(window)][:3] == ["Person", "City", "Country"]
    assert model.index(0, 0).data(ROW).more == (("1–2", ""),)
    press(window, Key.Key_P)
    settle(qtbot)
    titles = ["Person", "Politician", "Athlete", "City"]
    assert [title for title, _ in in_panel(window)][:4] == titles
    press(window, Key.Key_2, Key.Key_Escape)
    settle(qtbot)
    assert [title for title, _ in in_panel(window)][:3] == ["Person", "City", "Country"]
    # Until then they can be picked by name.
    window.choose_label()
    settle(qtbot)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, Picker)
    assert "Athlete" in [entry.row.title for entry in dialog.model.entries]


def test_a_subtype_can_be_given_at_any_time_later(window_on: WindowOn) -> None:
    window = window_on()
    press(window, Key.Key_P, Key.Key_Left, Key.Key_Left)
    press(window, Key.Key_1)
    assert text(window) == "[خالد|PERS] زار الشارقة."  # nothing of the family is in focus
    QTest.keyClick(window.view, Key.Key_Backtab, SHIFT)
    press(window, Key.Key_1)
    assert text(window) == "[خالد|POLITICIAN] زار الشارقة."


def test_a_digit_that_is_a_label_stays_one_outside_of_a_family(window_on: WindowOn) -> None:
    window = window_on()
    press(window, Key.Key_7)
    assert text(window) == "[خالد|NUMBER] زار الشارقة."
    press(window, Key.Key_P)
    press(window, Key.Key_7)
    assert text(window) == "[خالد|NUMBER] زار الشارقة."


def test_a_first_key_without_a_label_waits_and_shows_what_can_follow(
    window_on: WindowOn, qtbot: QtBot
) -> None:
    window = window_on()
    press(window, Key.Key_V)
    settle(qtbot)
    assert text(window) == "خالد زار الشارقة."
    assert in_panel(window) == [("City", "V1"), ("Country", "V2")]
    assert "1\u2069 City" in window.status.hints.text()
    assert "2\u2069 Country" in window.status.hints.text()
    press(window, Key.Key_2)
    settle(qtbot)
    assert text(window) == "[خالد|COUNTRY] زار الشارقة."
    assert ("Person", "P") in in_panel(window)


def test_while_waiting_other_keys_do_nothing_and_esc_leaves(
    window_on: WindowOn, qtbot: QtBot
) -> None:
    window = window_on()
    press(window, Key.Key_V)
    for key in (Key.Key_9, Key.Key_P, Key.Key_Tab, Key.Key_Delete):
        press(window, key)
        assert window.status.message.property("kind") == "refused"
        assert labelkeys.waiting(window.workspace) is not None
    press(window, Key.Key_Escape)
    assert labelkeys.waiting(window.workspace) is None
    assert text(window) == "خالد زار الشارقة."
    press(window, Key.Key_V, Key.Key_Backspace)
    assert labelkeys.waiting(window.workspace) is None
    # An arrow leaves and moves.
    press(window, Key.Key_V, Key.Key_Left, Key.Key_V, Key.Key_1)
    assert text(window) == "خالد [زار|CITY] الشارقة."


def test_two_keys_relabel_what_is_in_focus_and_mark_what_is_selected(window_on: WindowOn) -> None:
    window = window_on()
    press(window, Key.Key_P, Key.Key_V, Key.Key_1)
    assert text(window) == "[خالد|CITY] زار الشارقة."
    press(window, Key.Key_Left)
    QTest.keyClick(window.view, Key.Key_Left, SHIFT)
    press(window, Key.Key_V, Key.Key_2)
    assert text(window) == "[خالد|CITY] [زار الشارقة|COUNTRY]."


@by_place
@pytest.mark.parametrize(
    ("first", "second"),
    [
        (typed("V", "ر"), typed("1", "١")),  # Arabic
        (typed("V", "v"), typed("1", "&")),  # AZERTY, without Shift
        (typed("V", "v"), typed("1", "1", SHIFT)),  # AZERTY, with
        (typed("V", "v"), typed("1", "۱")),
    ],
)
def test_two_keys_under_other_layouts(window_on: WindowOn, first: object, second: object) -> None:
    window = window_on()
    for one in (first, second):
        QApplication.sendEvent(window.view, event(one))  # type: ignore[arg-type]
    assert text(window) == "[خالد|CITY] زار الشارقة."


def test_another_authors_layer_is_only_read(window_on: WindowOn) -> None:
    window = window_on()
    window.workspace.set_layer("زائر")
    press(window, Key.Key_V)
    assert labelkeys.waiting(window.workspace) is None
    assert "زائر" in window.status.message.text()


def test_the_picker_finds_two_keys_typed_alone(window_on: WindowOn, qtbot: QtBot) -> None:
    window = window_on()
    for typed_ in ("v1", "ر1", "ر١"):
        window.choose_label()
        settle(qtbot)
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, Picker)
        type_in(dialog.field, typed_)
        assert [entry.row.title for entry in dialog.model.entries][:1] == ["City"]
        dialog.reject()
        settle(qtbot)


def test_a_first_key_that_a_command_was_given_is_the_commands(window_on: WindowOn) -> None:
    window = window_on()
    keymap.apply({"quote": ("V",)})
    window.retranslate()
    assert ("City", "") in in_panel(window)
    press(window, Key.Key_V)
    assert labelkeys.waiting(window.workspace) is None
