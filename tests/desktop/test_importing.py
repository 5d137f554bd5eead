"""Importing from the window: formats are offered or recognised, labels of others are asked for."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from annotator.desktop import files
from annotator.desktop.actions import by_id, trigger
from annotator.desktop.dialogs.base import TextDialog
from annotator.desktop.dialogs.mapping import MappingDialog

from .conftest import OpenWindow, settle


def test_imports_are_offered_by_format_and_recognised_without_one(
    open_window: OpenWindow, project: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    trigger(by_id("import"), window)
    settle(qtbot)
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, QFileDialog)
    filters = asked.nameFilters()
    assert filters[0].startswith("All formats (*.jsonl ")
    assert "Sheet with commas (*.csv)" in filters
    file = tmp_path / "a.csv"
    file.write_text("text\nخبر\n", "utf-8")
    asked.filesSelected.emit([str(file)])
    settle(qtbot)
    assert window.articles.model.rowCount() == 4
    asked.reject()


def test_a_folder_comes_in(
    open_window: OpenWindow, project: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text("خبر", "utf-8")
    trigger(by_id("import-folder"), window)
    settle(qtbot)
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, QFileDialog)
    asked.fileSelected.emit(str(tmp_path / "texts"))
    asked.reject()
    settle(qtbot)
    assert window.articles.model.rowCount() == 4


def test_labels_that_the_project_does_not_have_are_asked_for(
    open_window: OpenWindow, project: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    file = tmp_path / "a.jsonl"
    entities = [
        {
            "label": label,
            "start": start,
            "end": start + 4,
            "text": "محمد زار بيروت"[start : start + 4],
        }
        for label, start in (("Pers", 0), ("X<b>", 5), ("SAID", 9))
    ]
    row = {"format": "annotator/1", "text": "محمد زار بيروت", "entities": entities}
    file.write_text(json.dumps(row, ensure_ascii=False), "utf-8")
    files.import_now(window, [file])
    settle(qtbot)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, MappingDialog)
    said = dialog.choices["SAID"]
    said.setCurrentIndex(said.findData("direct"))
    assert dialog.words() == ["Pers=PERS", "SAID=direct", "X<b>="]
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    settle(qtbot)
    report = QApplication.activeModalWidget()
    assert isinstance(report, TextDialog)
    assert "annotations: 2" in report.sentence.text()
    assert "left out by their labels: 1" in report.text.toPlainText()
    assert window.articles.model.rowCount() == 4
    report.reject()


def test_labels_can_stay_unknown(
    open_window: OpenWindow, project: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    file = tmp_path / "a.jsonl"
    entity = {"label": "X", "start": 0, "end": 1, "text": "م"}
    row = {"format": "annotator/1", "text": "محمد", "entities": [entity]}
    file.write_text(json.dumps(row), "utf-8")
    files.import_now(window, [file])
    settle(qtbot)
    QTest.keyClick(QApplication.activeModalWidget(), Qt.Key.Key_Escape)
    settle(qtbot)
    report = QApplication.activeModalWidget()
    assert isinstance(report, TextDialog)
    assert "The label set has no entity X." in report.text.toPlainText()
    assert window.articles.model.rowCount() == 3
    report.reject()
