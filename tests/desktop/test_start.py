"""The page without a project: every way to begin, by keys alone, in both languages and themes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from annotator.desktop import files, language, theme
from annotator.desktop.dialogs.author import AuthorDialog
from annotator.desktop.dialogs.base import TextDialog
from annotator.desktop.dialogs.project import NewProjectDialog
from annotator.desktop.window import MainWindow
from annotator.places import sample_project

from .conftest import OpenWindow, settle


def press(qtbot: QtBot, *keys: Qt.Key) -> None:
    """Press keys where the keyboard is."""
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)
        settle(qtbot)


def front(kind: type) -> object:  # type: ignore[type-arg]
    """The dialog in front."""
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind), found
    return found


def name_of_focus() -> str:
    """What a screen reader calls the part that has the keyboard."""
    return QApplication.focusWidget().accessibleName()


@pytest.mark.parametrize("code", ["ar", "en"])
def test_arrows_and_tab_reach_every_way_to_begin(
    open_window: OpenWindow, qtbot: QtBot, code: str
) -> None:
    window = open_window(None, code)
    page = window.start
    every = [one.accessibleName() for one in [*page.choices, *page.switches]]
    assert len(every) == len(set(every)) == 10
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Tab):
        visited = []
        for _ in every:
            visited.append(name_of_focus())
            press(qtbot, key)
        assert visited == every
        page.choices[0].setFocus()
    assert (page.choices[0].text() == "Open the sample project") == (code == "en")
    shown = [window.rect().contains(one.mapTo(window, one.rect().center())) for one in page._all()]
    assert all(shown)


def test_enter_opens_the_sample(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    press(qtbot, Qt.Key.Key_Return)
    assert window.workspace.project is not None
    assert window.workspace.project.path == sample_project()
    assert window.view.isVisible()
    assert window.articles.isVisible()
    assert window.column.isVisible()
    assert window.view.hasFocus()


@pytest.mark.parametrize("place", [2, 3])
def test_making_and_opening_ask(open_window: OpenWindow, qtbot: QtBot, place: int) -> None:
    window = open_window()
    press(qtbot, *[Qt.Key.Key_Down] * place, Qt.Key.Key_Return)
    front(NewProjectDialog if place == 2 else QFileDialog)
    press(qtbot, Qt.Key.Key_Escape)
    assert window.start.isVisible()


def test_a_name_is_asked_before_anything_is_made(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(author="")
    press(qtbot, Qt.Key.Key_Return)
    asked = front(AuthorDialog)
    assert isinstance(asked, AuthorDialog)
    asked.field.setText("نور")
    press(qtbot, Qt.Key.Key_Return)
    assert window.workspace.author == "نور"
    assert window.settings.now.author == "نور"


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A folder with two texts and one row that is no good."""
    folder = tmp_path / "أخبار"
    folder.mkdir()
    (folder / "2.txt").write_text("الثاني", "utf-8")
    (folder / "1.txt").write_text("الأول", "utf-8")
    (folder / "3.jsonl").write_text("{", "utf-8")
    (folder / "readme.pdf").write_bytes(b"%PDF")
    return folder


def test_a_folder_becomes_a_project_beside_it(
    open_window: OpenWindow, qtbot: QtBot, texts: Path
) -> None:
    window = open_window()
    press(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Return)
    chooser = front(QFileDialog)
    assert isinstance(chooser, QFileDialog)
    assert chooser.fileMode() == QFileDialog.FileMode.Directory
    chooser.fileSelected.emit(str(texts))
    chooser.close()
    settle(qtbot)
    asked = front(NewProjectDialog)
    assert isinstance(asked, NewProjectDialog)
    assert asked.path.text() == str(texts.parent / "أخبار.db")
    press(qtbot, Qt.Key.Key_Return)
    report = front(TextDialog)
    assert isinstance(report, TextDialog)
    assert report.sentence.text().startswith("Articles that came in: 2")
    assert "3.jsonl\u2069, line 1" in report.text.toPlainText()
    assert "left out: 1" in report.text.toPlainText()
    press(qtbot, Qt.Key.Key_Return)
    titles = [row.title for row in window.workspace.project.summaries(None)]  # type: ignore[union-attr]
    assert titles == ["الأول", "الثاني"]
    assert window.view.isVisible()


def test_older_texts_come_in_by_their_encoding(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window()
    folder = tmp_path / "old"
    folder.mkdir()
    (folder / "1.txt").write_bytes("خبر قديم".encode("windows-1256"))
    files.project_of(window, folder)
    settle(qtbot)
    asked = front(NewProjectDialog)
    assert isinstance(asked, NewProjectDialog)
    assert asked.encodings.isVisible()
    asked.encodings.setFocus()
    press(qtbot, Qt.Key.Key_Down)
    asked.path.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert front(TextDialog).sentence.text().startswith("Articles that came in: 1")  # type: ignore[attr-defined]
    press(qtbot, Qt.Key.Key_Return)
    assert window.workspace.text == "خبر قديم"


def test_a_new_project_asks_for_no_encoding(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    files.new_project(window)
    settle(qtbot)
    asked = front(NewProjectDialog)
    assert isinstance(asked, NewProjectDialog)
    assert not asked.encodings.isVisible()
    press(qtbot, Qt.Key.Key_Escape)


def test_a_folder_without_texts_is_said_and_nothing_is_made(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window()
    empty = tmp_path / "empty"
    empty.mkdir()
    files.project_of(window, empty)
    settle(qtbot)
    said = front(TextDialog)
    assert isinstance(said, TextDialog)
    assert "no texts" in said.sentence.text()
    press(qtbot, Qt.Key.Key_Escape)
    assert list(tmp_path.glob("*.db")) == []
    assert window.start.isVisible()


def test_recent_projects_stand_there(
    open_window: OpenWindow, qtbot: QtBot, project: Path, tmp_path: Path
) -> None:
    window = open_window()
    gone = tmp_path / "gone.db"
    window.settings.change(recent=(str(gone), str(project)))
    window.start.retranslate()
    window.start.take_keyboard()
    assert [one.text() for one in window.start.choices[4:]] == ["gone", "project"]
    press(qtbot, *[Qt.Key.Key_Down] * 4, Qt.Key.Key_Return)
    assert "gone.db" in front(TextDialog).sentence.text()  # type: ignore[attr-defined]
    press(qtbot, Qt.Key.Key_Escape)
    window.start.choices[5].click()
    settle(qtbot)
    assert window.workspace.project is not None


def switch(window: MainWindow, name: str) -> None:
    """Press a switch of the page that has this in its name."""
    next(one for one in window.start.switches if name in one.accessibleName()).click()


def test_language_and_theme_change_at_once(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    switch(window, "العربية")
    settle(qtbot)
    assert language.current() == "ar"
    assert window.start.choices[0].text() == language.in_language("Open the sample project", "ar")
    chosen = [one.accessibleName() for one in window.start.switches if one.isChecked()]
    assert len(chosen) == 2
    assert "العربية" in chosen[0]
    for wanted, scheme in ((3, "dark"), (4, "contrast-dark"), (2, "light"), (4, "contrast-light")):
        window.start.switches[wanted].click()
        settle(qtbot)
        assert theme.scheme() == scheme
        corner = window.start.grab().toImage().pixelColor(3, 3).name().upper()
        assert corner == theme.colours().paper.upper()
    assert window.settings.now.language == "ar"


def test_the_page_comes_back_when_the_project_is_closed(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    assert not window.start.isVisible()
    window.workspace.close()
    settle(qtbot)
    assert window.start.isVisible()
