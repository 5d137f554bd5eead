"""The inspector under any keys and at any height of the window."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QToolButton
from pytestqt.qtbot import QtBot

from annotator.desktop.dialogs.guidelines import GuidelinesDialog
from annotator.desktop.panels.column import shares
from annotator.desktop.panels.fields import fields_of
from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Entity
from annotator.model.article import Article
from annotator.model.edits import Edit
from annotator.store import Project

from .conftest import AUTHOR, OpenWindow, settle
from .inspected import (
    ANNOTATIONS,
    LABELS,
    TEXT,
    go_to,
    inspect,
    make,
    press,
    span,
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """One article with a little of everything."""
    return make(tmp_path / "inspected.db")


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
