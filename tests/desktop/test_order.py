"""Ctrl+Enter leads on in the list, or to the article from which the model learns most."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.desktop.window import MainWindow
from annotator.exchange import ordering
from annotator.exchange.ordering import Place, Ranking

from .conftest import OpenWindow, make_project

PLACES = (Place(4, 0.31), Place(2, 0.12, by_lot=True), Place(3, 0.05))


@pytest.fixture
def window(open_window: OpenWindow, tmp_path: Path) -> MainWindow:
    return open_window(make_project(tmp_path / "order.db", tuple(f"خبر {n}" for n in range(1, 6))))


def finish(window: MainWindow) -> int | None:
    window.view.setFocus()
    QTest.keyClick(window.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    return window.workspace.number


def switch(window: MainWindow) -> None:
    menus = [one.menu() for one in window.menuBar().actions()]
    for menu in menus:
        menu.aboutToShow.emit()
    items = [item for menu in menus for item in menu.actions()]
    next(item for item in items if item.text() == "Next by what teaches most").trigger()


def told(window: MainWindow) -> str:
    return window.status.message.text()


def test_in_the_order_of_the_list_unless_the_other_is_wanted(window: MainWindow) -> None:
    assert window.workspace.project is not None
    ordering.remember(window.workspace.project, Ranking("x", PLACES))
    assert finish(window) == 2


def test_what_teaches_most_comes_first_and_it_is_said_why(window: MainWindow) -> None:
    project = window.workspace.project
    assert project is not None
    switch(window)
    assert "until something was learned" in told(window)
    ordering.remember(project, Ranking("x", PLACES))
    assert finish(window) == 4
    assert "31%" in told(window)
    assert finish(window) == 2
    assert "drawn by lot" in told(window)
    assert finish(window) == 3
    assert finish(window) == 5
    assert window.settings.now.to_learn
    switch(window)
    assert not window.settings.now.to_learn
