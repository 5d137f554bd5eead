"""The page of keys: all of them, readable at once, found by typing."""

from __future__ import annotations

from itertools import accumulate, combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotator.desktop import keymap, theme
from annotator.desktop.actions import ACTIONS
from annotator.desktop.dialogs.keyeditor import KeyEditor
from annotator.desktop.dialogs.keys import KeysDialog, LineWidget, columns
from annotator.desktop.keynames import arabic, shown
from annotator.desktop.panels import keycap
from annotator.desktop.panels.rows import Row
from annotator.desktop.window import MainWindow

from .conftest import OpenWindow, settle, type_in

Key = Qt.Key


def page(window: MainWindow, qtbot: QtBot) -> KeysDialog:
    """The page, opened with F1."""
    QTest.keyClick(window.view, Key.Key_F1)
    settle(qtbot)
    found = QApplication.activeModalWidget()
    assert isinstance(found, KeysDialog)
    return found


def lines(dialog: KeysDialog) -> list[tuple[QWidget, Row]]:
    """What stands on the sheet."""
    widgets = dialog.area.widget().findChildren(QWidget)
    return [(one, one.row) for one in widgets if isinstance(one, LineWidget)]


def caps(row: Row) -> list[tuple[str, str]]:
    """The keys of a line, and the Arabic letters on them."""
    bare = str.maketrans("", "", "\u2066\u2069")
    return [(key.translate(bare), other) for key, other in ((row.key, row.other), *row.more)]


def test_every_key_of_actions_and_labels_is_there_in_both_layouts(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    dialog = page(window, qtbot)
    found = [cap for _, row in lines(dialog) for cap in caps(row)]
    for action in ACTIONS:
        for key in action.keys:
            assert (shown(key), arabic(key)) in found, key
    for label in (*window.workspace.labels.entities, *window.workspace.labels.relations):
        assert label.key is not None
        assert (label.key, arabic(label.key)) in found
    assert ("P", "ح") in found
    assert ("[", "ج") in found


@pytest.mark.parametrize("code", ["ar", "en"])
@pytest.mark.parametrize("size", [(1280, 720), (900, 600), (1920, 1080)])
def test_nothing_is_cut_off_at_any_size(
    open_window: OpenWindow, project: Path, qtbot: QtBot, code: str, size: tuple[int, int]
) -> None:
    window = open_window(project, code)
    window.resize(*size)
    settle(qtbot)
    dialog = page(window, qtbot)
    assert dialog.width() <= window.width()
    assert dialog.height() <= window.height()
    assert dialog.area.horizontalScrollBar().maximum() == 0
    assert dialog.area.widget().width() <= dialog.area.viewport().width()
    metrics = QFontMetrics(theme.font())
    for widget, row in lines(dialog):
        wide = sum(keycap.width(*cap) + 8 for cap in ((row.key, row.other), *row.more))
        wide += metrics.horizontalAdvance(row.title) + 2 * 12 + (22 if row.sign else 0)
        assert wide <= widget.width(), row.title
        assert widget.toolTip() or row.sign


def test_typing_finds_lines_with_their_help_and_esc_closes(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    dialog = page(open_window(project), qtbot)
    for typed, title in (
        ("ض", "Quote"),
        ("relat", "Relation"),
        ("شخص", "Person"),
        ("f6", "To the"),
    ):
        dialog.filtered.field.clear()
        type_in(dialog.filtered.field, typed)
        assert dialog.filtered.list.isVisible()
        row = dialog.filtered.model.entries[0].row
        assert row.title.startswith(title)
        assert row.detail
    dialog.filtered.field.clear()
    type_in(dialog.filtered.field, "zzzz")
    assert dialog.filtered.nothing.isVisible()
    dialog.filtered.field.clear()
    assert dialog.area.isVisible()
    assert not dialog.filtered.nothing.isVisible()
    QTest.keyClick(dialog.filtered.field, Key.Key_Escape)
    settle(qtbot)
    assert QApplication.activeModalWidget() is None


def test_the_sheet_is_scrolled_by_keys(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    dialog = page(open_window(project), qtbot)
    bar = dialog.area.verticalScrollBar()
    keys = {Key.Key_Down: 1, Key.Key_Up: -1, Key.Key_PageDown: 1, Key.Key_PageUp: -1}
    for key, way in keys.items():
        before = bar.value()
        QTest.keyClick(dialog.filtered.field, key)
        assert (bar.value() - before) * way > 0


def test_changed_keys_are_shown_and_the_editor_is_a_button_away(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    keymap.apply({"quote": ("Ctrl+J",), "cue": ()})
    dialog = page(window, qtbot)
    found = {row.title: caps(row) for _, row in lines(dialog)}
    assert found["Quote"] == [("Ctrl+J", "")]
    assert "Cue of the quote" not in found
    from PySide6.QtWidgets import QPushButton

    change = next(b for b in dialog.findChildren(QPushButton) if b.text().startswith("Change keys"))
    change.click()
    settle(qtbot)
    assert isinstance(QApplication.activeModalWidget(), KeyEditor)
    keymap.apply({})


def test_without_a_project_there_are_no_labels(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    window.show_keys()
    settle(qtbot)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, KeysDialog)
    assert not any(row.sign for _, row in lines(dialog))


@given(st.lists(st.integers(1, 30), min_size=1, max_size=9), st.integers(1, 4))
def test_columns_are_as_even_as_they_can_be(sizes: list[int], count: int) -> None:
    numbers = columns(sizes, count)
    assert sum(numbers) == len(sizes)
    assert len(numbers) == min(count, len(sizes))
    assert all(numbers)

    def longest(cuts: tuple[int, ...]) -> int:
        ends = [0, *cuts, len(sizes)]
        return max(sum(sizes[a:b]) for a, b in pairwise(ends))

    others = combinations(range(1, len(sizes)), len(numbers) - 1)
    assert longest(tuple(accumulate(numbers))[:-1]) == min(map(longest, others))
