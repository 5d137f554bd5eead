"""A suggestion is looked at closely and adjusted, by keys, before it is decided about."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.store import Project

from .conftest import AUTHOR, OpenWindow, settle
from .desk import Desk, OpenDesk
from .suggested import ALL, LINE, entity, focused, put


@pytest.fixture
def at(desk: OpenDesk, qtbot: QtBot) -> Desk:
    """A desk with suggestions on an article where nothing is marked."""
    made = desk(LINE)
    put(made, *ALL)
    settle(qtbot)
    return made


def test_edges_are_adjusted_then_accepted(at: Desk) -> None:
    at.press("Tab", "]*8")
    assert focused(at) == "ليلى PERS"
    assert at.line == LINE
    at.press("Return")
    assert at.line.startswith("زارت [ليلى|PERS] الحموري")


def test_undo_brings_an_adjusted_one_back_as_it_was_decided(at: Desk) -> None:
    at.press("Tab", "]*8", "Return", "Ctrl+Z")
    assert at.line == LINE
    assert focused(at) == "ليلى PERS"
    at.press("Escape")
    at.workspace.set_focus("her")
    assert focused(at) == "ليلى الحموري PERS"
    at.press("]*8", "Delete", "Ctrl+Z")
    assert focused(at) == "ليلى PERS"
    at.press("Return")
    assert at.line.startswith("زارت [ليلى|PERS] الحموري")


def test_the_details_tell_who_suggests_it_and_change_nothing(at: Desk, qtbot: QtBot) -> None:
    put(at, entity("also", "PERS", "ليلى الحموري", score=0.6), model="model:gazetteer")
    at.press("Tab", "F9")
    settle(qtbot)
    inspector = at.window.inspector
    assert inspector.title.text() == "Details of the suggestion"
    told = {one.field.key: one.field.value or one.field.row.title for one in inspector._all()}
    assert told["label"] == "Person"
    assert told["surface"] == "ليلى الحموري"
    assert told["origin:0"] == "gazetteer, 0.60"
    assert told["origin:1"] == "Memory, 0.80"
    assert not any(part.field.editable or part.field.removable for part in inspector._all())
    assert inspector.has_keyboard()
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(QApplication.focusWidget() or inspector, key)
    assert at.line == LINE
    assert "her" in at.workspace.offered
    at.window.view.setFocus()
    at.press("]*8")
    settle(qtbot)
    told = {one.field.key: one.field.value for one in inspector._all()}
    assert told["surface"] == "ليلى"
    assert told["origin:1"] == "Memory, 0.80, changed"
    at.press("Return")
    settle(qtbot)
    assert inspector._all()[1].field.value == "عمّان"


def test_what_was_adjusted_is_so_until_the_project_is_closed(
    at: Desk, open_window: OpenWindow
) -> None:
    at.press("Tab", "]*8")
    at.workspace.set_layer("خالد")
    at.workspace.set_layer(AUTHOR)
    at.press("Tab")
    assert focused(at) == "ليلى PERS"
    at.workspace.go_to(1)
    at.press("Tab", "Return")
    assert at.line.startswith("زارت [ليلى|PERS] الحموري")
    at.press("Ctrl+Z")
    project = at.workspace.project
    assert project is not None
    at.window.close()
    with Project.open(project.path) as opened:
        at.workspace.open(opened, AUTHOR)
        at.workspace.set_focus("her")
        assert focused(at) == "ليلى الحموري PERS"
        at.workspace.close()


def test_escape_drops_what_was_adjusted(at: Desk) -> None:
    at.press("Tab", "]*3", "Escape")
    assert at.workspace.focus is None
    at.press("F4", "Shift+Tab", "F4")
    at.workspace.set_focus("her")
    assert focused(at) == "ليلى الحموري PERS"
