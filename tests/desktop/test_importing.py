"""Importing from the window: formats are offered or recognised, labels of others are asked for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QRadioButton
from pytestqt.qtbot import QtBot

from annotator.desktop import importing
from annotator.desktop.actions import by_id, trigger
from annotator.desktop.dialogs.base import TextDialog
from annotator.desktop.dialogs.importing import ImportDialog
from annotator.desktop.dialogs.mapping import MappingDialog
from annotator.desktop.dialogs.offsets import OffsetsDialog
from annotator.desktop.window import MainWindow
from annotator.model.annotations import Entity

from .conftest import OpenWindow, settle


def how(qtbot: QtBot) -> ImportDialog:
    """The dialog that tells what files are taken for."""
    settle(qtbot)
    found = QApplication.activeModalWidget()
    assert isinstance(found, ImportDialog)
    return found


def report(qtbot: QtBot) -> str:
    """What the report says; it is closed then."""
    settle(qtbot)
    found = QApplication.activeModalWidget()
    assert isinstance(found, TextDialog)
    words = f"{found.sentence.text()}\n{found.text.toPlainText()}"
    found.reject()
    settle(qtbot)
    return words


def go_down_to(box: QComboBox, words: str) -> None:
    """Choose in a box by the arrows."""
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(box.count()):
        if box.currentText() != words:
            QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.currentText() == words


def surfaces(window: MainWindow) -> list[list[tuple[str, str]]]:
    """Label and surface of all entities, by article."""
    project = window.workspace.project
    assert project is not None
    return [
        [
            (one.label, one.span.surface(record.article.text))
            for one in record.annotations
            if isinstance(one, Entity)
        ]
        for record in project.records()
    ]


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
    assert "*.tar.gz" in filters[0]
    assert filters[-1] == "All files (*)"
    assert "Sheet with commas (*.csv)" in filters
    file = tmp_path / "a.csv"
    file.write_text("text\nخبر\n", "utf-8")
    asked.filesSelected.emit([str(file)])
    asked.reject()
    dialog = how(qtbot)
    assert dialog.format.currentText() == "Recognised: Sheet with commas"
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    settle(qtbot)
    assert window.articles.model.rowCount() == 4


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
    dialog = how(qtbot)
    assert dialog.what.text() == "Folder: texts; files in it: 1"
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
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
    importing.import_now(window, [file])
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
    importing.import_now(window, [file])
    settle(qtbot)
    QTest.keyClick(QApplication.activeModalWidget(), Qt.Key.Key_Escape)
    settle(qtbot)
    report = QApplication.activeModalWidget()
    assert isinstance(report, TextDialog)
    assert "The label set has no entity X." in report.text.toPlainText()
    assert window.articles.model.rowCount() == 3
    report.reject()


def test_the_format_is_told_and_can_be_changed(
    open_window: OpenWindow, project: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    file = tmp_path / "a.jsonl"
    file.write_text('{"text": "زار خالد", "label": [[4, 8, "PERS"]]}\n', "utf-8")
    importing.ask_how(window, [file])
    dialog = how(qtbot)
    assert dialog.format.currentText() == "Recognised: doccano"
    assert dialog.offsets.isVisible()
    assert not dialog.encoding.isVisible()
    go_down_to(dialog.format, "JSON Lines")
    assert not dialog.offsets.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert "annotations: 0" in report(qtbot)
    assert surfaces(window)[-1] == []
    importing.ask_how(window, [file])
    QTest.keyClick(how(qtbot), Qt.Key.Key_Return)
    assert "annotations: 1" in report(qtbot)
    assert surfaces(window)[-1] == [("PERS", "خالد")]


def test_what_is_not_recognised_can_be_named(
    open_window: OpenWindow, project: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    file = tmp_path / "old.asc"
    file.write_bytes("وصل الوفد".encode("windows-1256"))
    importing.ask_how(window, [file])
    dialog = how(qtbot)
    assert dialog.format.currentText() == "Not recognised"
    assert dialog.focusWidget() is dialog.format
    assert "The name of this file does not tell its format." in dialog.problem.text()
    assert "--format" not in dialog.problem.text()
    go_down_to(dialog.format, "Plain text")
    assert not dialog.problem.isVisible()
    go_down_to(dialog.encoding, "Windows-1256")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert "Articles that came in: 1" in report(qtbot)
    assert window.workspace.project is not None
    assert window.workspace.project.article(4).text == "وصل الوفد"


def test_several_files_are_each_recognised(
    open_window: OpenWindow, project: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    for name, text in (("a.txt", "خبر"), ("b.txt", "خبران"), ("c.csv", "text\nأخبار\n")):
        (tmp_path / name).write_text(text, "utf-8")
    importing.ask_how(window, sorted(tmp_path.glob("?.*")))
    dialog = how(qtbot)
    assert dialog.what.text() == "Files: 3"
    assert dialog.format.currentText() == "Each as recognised"
    assert dialog.each.text() == "Plain text (2), Sheet with commas (1)"
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert "Articles that came in: 3" in report(qtbot)


def test_the_scheme_of_tags_can_be_named(
    open_window: OpenWindow, project: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    file = tmp_path / "a.conll"
    file.write_text("خالد - - B-PERS\nوسلمى - - I-PERS\n\n", "utf-8")
    for scheme, found in (("IOB2", [("PERS", "خالد وسلمى")]), ("BIOES", [])):
        importing.ask_how(window, [file])
        dialog = how(qtbot)
        go_down_to(dialog.scheme, scheme)
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        told = report(qtbot)
        if found:
            assert surfaces(window)[-1] == found
        else:
            assert "a.conll, line 2: " in told  # tags that break what was named are told


LOUD = "👩‍👩‍👧 زار علي بدر"
"""Behind one picture that is five code points."""


def doubtful(path: Path) -> Path:
    """A file that leaves open what its offsets count."""
    row = {"text": LOUD, "label": [[10, 13, "PERS"]]}
    path.write_text(json.dumps(row, ensure_ascii=False), "utf-8")
    return path


@pytest.mark.parametrize(
    ("downs", "found"), [(0, "علي"), (1, "بدر")], ids=["code points", "graphemes"]
)
def test_what_offsets_count_is_asked_for_with_the_letters(
    open_window: OpenWindow, project: Path, tmp_path: Path, qtbot: QtBot, downs: int, found: str
) -> None:
    window = open_window(project)
    file = doubtful(tmp_path / "a.jsonl")
    importing.ask_how(window, [file])
    QTest.keyClick(how(qtbot), Qt.Key.Key_Return)
    settle(qtbot)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, OffsetsDialog)
    assert surfaces(window)[3:] == []
    assert {one: box.accessibleDescription() for one, box in dialog.readings.items()} == {
        "codepoint": "It would mark: \u2068[علي]\u2069",
        "grapheme": "It would mark: \u2068[بدر]\u2069",
    }
    assert dialog.unit is None  # nothing is chosen for the person
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    settle(qtbot)
    assert QApplication.activeModalWidget() is dialog
    box = dialog.focusWidget()
    assert isinstance(box, QRadioButton)
    QTest.keyClick(box, Qt.Key.Key_Space)
    for _ in range(downs):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert "annotations: 1" in report(qtbot)
    assert surfaces(window)[3:] == [[("PERS", found)]]


def test_offsets_can_stay_open(
    open_window: OpenWindow, project: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    importing.import_now(window, [doubtful(tmp_path / "a.jsonl")])
    settle(qtbot)
    QTest.keyClick(QApplication.activeModalWidget(), Qt.Key.Key_Escape)
    assert "which would be different spans" in report(qtbot)
    assert surfaces(window)[3:] == []


def test_only_files_in_doubt_are_read_as_was_said(
    open_window: OpenWindow, project: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    spans = [{"id": 1, "label": "PERS", "start_offset": 6, "end_offset": 9, "text": "علي"}]
    row = {"text": f"{LOUD} أمس", "entities": spans, "relations": []}
    told = tmp_path / "told.jsonl"  # its surface says that it counts graphemes
    told.write_text(json.dumps(row, ensure_ascii=False), "utf-8")
    importing.import_now(window, [told, doubtful(tmp_path / "a.jsonl")])
    settle(qtbot)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, OffsetsDialog)
    dialog.readings["codepoint"].click()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    words = report(qtbot)
    assert "Rows read: 2 · new: 2 · there already: 0 · rejected: 0" in words
    assert "Articles that came in: 2; annotations: 2." in words
    assert sorted(surfaces(window)[3:]) == [[("PERS", "علي")], [("PERS", "علي")]]


def test_offsets_and_labels_are_asked_for_one_after_the_other(
    open_window: OpenWindow, project: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    row = {"text": "زار علي بدر", "label": [[4, 7, "MANN"]]}
    strange = tmp_path / "strange.jsonl"
    strange.write_text(json.dumps(row, ensure_ascii=False), "utf-8")
    importing.import_now(window, [strange, doubtful(tmp_path / "a.jsonl")])
    settle(qtbot)
    QTest.keyClick(QApplication.activeModalWidget(), Qt.Key.Key_Escape)
    settle(qtbot)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, MappingDialog)
    box = dialog.choices["MANN"]
    box.setCurrentIndex(box.findData("PERS"))
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    words = report(qtbot)  # what was left open is not asked for again
    assert "new: 1 · there already: 0 · rejected: 1" in words
    assert surfaces(window)[3:] == [[("PERS", "علي")]]
