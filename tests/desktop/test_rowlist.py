"""A list of very many rows acts like any list, and asks its model only for what is seen."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.desktop import theme
from annotator.desktop.panels.rowlist import RowList
from annotator.desktop.panels.rows import ROW, Row

MANY = 100_000


class Counted(QAbstractListModel):
    """Rows that tell how often they were asked for."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.rows, self.asked = [Row(f"row {number}") for number in range(count)], 0

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        self.asked += 1
        return 0 if parent.isValid() else len(self.rows)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        self.asked += 1
        row = self.rows[index.row()]
        return row if role == ROW else row.title if role == Qt.ItemDataRole.DisplayRole else None

    def insert(self, at: int) -> None:
        self.beginInsertRows(QModelIndex(), at, at)
        self.rows.insert(at, Row("new"))
        self.endInsertRows()


@pytest.fixture
def list_(qtbot: QtBot) -> RowList:
    """Ten rows high, on very many rows."""
    made = RowList()
    model = Counted(MANY)
    model.setParent(made)
    made.setModel(model)
    made.resize(240, 10 * theme.ROW)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.setFocus()
    return made


def asked(list_: RowList) -> int:
    """How often the model was asked since the last time."""
    model = list_.model()
    assert isinstance(model, Counted)
    made, model.asked = model.asked, 0
    return made


def test_a_change_costs_what_is_in_view(list_: RowList, qtbot: QtBot) -> None:
    list_.show_row(MANY // 2)
    list_.grab()
    asked(list_)
    model = list_.model()
    assert isinstance(model, Counted)
    model.insert(7)
    list_.show_row(MANY // 2 + 1)
    list_.grab()
    # About thirty for each of the ten rows in view: far from one for each row that there is.
    assert 10 <= asked(list_) < 1_000


def test_rows_are_found_where_they_are_painted(list_: RowList) -> None:
    list_.show_row(60_000)
    index = list_.currentIndex()
    area = list_.visualRect(index)
    assert list_.viewport().rect().contains(area)
    assert list_.indexAt(area.center()).row() == 60_000
    picture = list_.viewport().grab().toImage()
    middle, selected = area.center(), QColor(theme.colours().selected)
    assert picture.pixelColor(area.right() - 8, middle.y()) == selected
    assert picture.pixelColor(area.right() - 8, middle.y() - theme.ROW) != selected


def test_keys_lead_through_the_list(list_: RowList) -> None:
    def after(key: Qt.Key) -> int:
        QTest.keyClick(list_, key)
        row = list_.currentIndex().row()
        assert list_.viewport().rect().contains(list_.visualRect(list_.currentIndex()))
        return row

    assert after(Qt.Key.Key_Down) == 1
    assert after(Qt.Key.Key_PageDown) == 11
    assert after(Qt.Key.Key_Up) == 10
    assert after(Qt.Key.Key_End) == MANY - 1
    assert after(Qt.Key.Key_Down) == MANY - 1
    assert after(Qt.Key.Key_PageUp) == MANY - 11
    assert after(Qt.Key.Key_Home) == 0


def test_a_click_chooses_the_row_under_the_mouse(list_: RowList) -> None:
    chosen: list[int] = []
    list_.chosen.connect(chosen.append)
    list_.show_row(500)
    top = list_.indexAt(QPoint(5, 5)).row()
    place = QPoint(50, 3 * theme.ROW + 5)
    QTest.mouseClick(list_.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen == [list_.indexAt(place).row()]
    assert chosen[0] - top in (3, 4)
    assert [index.row() for index in list_.selectedIndexes()] == chosen


def test_screen_readers_find_a_list_with_its_rows(list_: RowList) -> None:
    list_.show_row(42)
    interface = QAccessible.queryAccessibleInterface(list_)
    assert interface.role() == QAccessible.Role.List
    assert interface.childCount() == MANY
    child = interface.child(42)
    assert child.text(QAccessible.Text.Name) == "row 42"
    assert child.state().selected
    assert child.rect().height() == theme.ROW
