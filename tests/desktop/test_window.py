"""The window in both languages and themes: it opens everything, mirrors itself, hides nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from annotator.desktop import (
    checking,
    exporting,
    files,
    importing,
    language,
    looks,
    menus,
    theme,
)
from annotator.desktop.actions import ACTIONS
from annotator.desktop.panels.rows import ROW
from annotator.desktop.window import MainWindow

from .conftest import AUTHOR, OpenWindow, make_project, settle

EVERY = [(code, scheme) for code in ("ar", "en") for scheme in ("light", "dark")]

DIALOGS: dict[str, Callable[[MainWindow], None]] = {
    "label": MainWindow.choose_label,
    "palette": MainWindow.show_palette,
    "keys": MainWindow.show_keys,
    "change keys": MainWindow.change_keys,
    "about": MainWindow.show_about,
    "author": MainWindow.change_author,
    "new project": files.new_project,
    "open project": files.open_project,
    "import": importing.import_files,
    "export": exporting.export_dataset,
    "layers": MainWindow.choose_layer,
    "guidelines": MainWindow.edit_guidelines,
    "checks": checking.choose,
}


def dialog_on_screen() -> QDialog:
    """The dialog that has just opened."""
    found = QApplication.activeModalWidget()
    assert isinstance(found, QDialog)
    return found


@pytest.mark.parametrize(("code", "scheme"), EVERY)
def test_every_dialog_opens_and_esc_closes_it(
    open_window: OpenWindow, project: Path, qtbot: QtBot, code: str, scheme: str
) -> None:
    window = open_window(project, code, scheme)
    direction = window.layoutDirection()
    assert (direction == Qt.LayoutDirection.RightToLeft) == (code == "ar")
    for name, open_dialog in DIALOGS.items():
        open_dialog(window)
        settle(qtbot)
        dialog = dialog_on_screen()
        assert dialog.windowTitle(), name
        assert dialog.layoutDirection() == direction
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        settle(qtbot)
        assert QApplication.activeModalWidget() is None, name


@pytest.mark.parametrize(("code", "scheme"), EVERY)
def test_every_menu_opens(
    open_window: OpenWindow, project: Path, qtbot: QtBot, code: str, scheme: str
) -> None:
    window = open_window(project, code, scheme)
    said = []
    for top in window.menuBar().actions():
        menu = top.menu()
        menu.popup(window.mapToGlobal(window.rect().center()))  # type: ignore[union-attr]
        settle(qtbot)
        said += [item.text() for item in menu.actions()]  # type: ignore[union-attr]
        menu.close()  # type: ignore[union-attr]
    undo = "تراجع" if code == "ar" else "Undo"
    assert any(text.startswith(f"{undo}\t") and "Ctrl+Z" in text for text in said)
    shown = [text.partition("\t")[0] for text in said]
    for action in ACTIONS:
        title = language.in_language(action.title, code)  # type: ignore[arg-type]
        hidden = action.menu == "" or action.id in menus.CHOICES
        assert (title in shown) != hidden, action.id


def test_no_menu_item_is_a_shortcut_of_qt(open_window: OpenWindow, project: Path) -> None:
    window = open_window(project)
    for top in window.menuBar().actions():
        for item in top.menu().actions():  # type: ignore[union-attr]
            assert item.shortcut().isEmpty()


def test_another_language_mirrors_the_window(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    assert window.side.x() < window.middle.x() < window.column.x()
    assert window.articles.title.text() == "Articles · 1 of 3"
    window.set_language("ar")
    settle(qtbot)
    assert window.side.x() > window.middle.x() > window.column.x()
    assert window.articles.title.text() == "المقالات · 1 من 3"
    assert window.annotations.title.text() == "التعليقات · 4\u00a0كيانات"
    assert window.menuBar().actions()[0].text() == "ملف"
    window.set_language("en")
    settle(qtbot)
    assert window.side.x() < window.middle.x()
    assert window.settings.now.language == "en"


def test_the_theme_changes_paper_and_is_remembered(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    for scheme, paper in (("dark", theme.DARK.paper), ("light", theme.LIGHT.paper)):
        looks.set_theme(window, scheme)  # type: ignore[arg-type]
        settle(qtbot)
        corner = window.grab().toImage().pixelColor(4, window.height() // 2)
        assert corner.name().upper() == paper.upper()
        assert window.settings.now.theme == scheme


def test_texts_from_files_are_shown_literally(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    nasty = "<b>عنوان</b> <img src=x> &amp; & end"
    path = make_project(tmp_path / "<i>&name.db", (nasty, "[<b>محمد</b>|PERS] زار &lt;"))
    window = open_window(path, author="<u>me</u> & co")
    index = window.articles.model.index(0, 0)
    assert index.data(ROW).title == nasty
    tooltip = index.data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;عنوان&lt;/b&gt;" in tooltip
    assert "<b>" not in tooltip
    window.workspace.set_layer(AUTHOR)
    window.workspace.go_to(2)
    window.workspace.set_focus("a1")
    settle(qtbot)
    assert window.annotations.model.index(0, 0).data(ROW).title == "<b>محمد</b>"
    assert "<b>محمد</b>" in window.status.where.text()
    labels = [one for one in window.findChildren(QLabel) if one.text()]
    assert labels
    for label in labels:
        assert label.textFormat() == Qt.TextFormat.PlainText, label.text()


def test_without_a_project_the_window_says_how_to_begin(open_window: OpenWindow) -> None:
    window = open_window()
    assert window.start.isVisible()
    for part in (window.articles, window.column, window.empty, window.view):
        assert not part.isVisible()


def test_without_articles_the_window_says_what_to_do(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(make_project(tmp_path / "empty.db", ()))
    assert "no articles" in window.empty.sentence.text()
    assert "Ctrl+I" in window.articles.empty.text()
    assert window.empty.choice.hasFocus()
    QTest.keyClick(window.empty.choice, Qt.Key.Key_Return)
    settle(qtbot)
    assert dialog_on_screen().windowTitle() == "Import articles"
    QTest.keyClick(dialog_on_screen(), Qt.Key.Key_Escape)
    settle(qtbot)


def test_a_narrow_window_makes_room_for_the_article(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    window.resize(900, 600)
    settle(qtbot)
    assert (window.width(), window.height()) == (900, 600)
    assert not window.articles.isVisible()
    assert window.middle.width() >= 560
    window.focus_articles()
    settle(qtbot)
    assert window.articles.isVisible()
    assert window.articles.list.hasFocus()
    QTest.keyClick(window.articles.list, Qt.Key.Key_Escape)
    settle(qtbot)
    assert not window.articles.isVisible()
    assert window.view.hasFocus()


@pytest.mark.parametrize("code", ["ar", "en"])
def test_a_narrow_window_leaves_out_whole_hints_but_the_last(
    open_window: OpenWindow, project: Path, qtbot: QtBot, code: str
) -> None:
    window = open_window(project, language_=code)
    window.resize(2000, 800)
    settle(qtbot)
    hints = window.status.hints
    everything = hints.text().split(" · ")
    assert hints.fitting() == hints.text()
    hints.resize(hints.fontMetrics().horizontalAdvance(hints.text()) * 2 // 3, hints.height())
    left = hints.fitting().split(" · ")
    assert 1 < len(left) < len(everything)
    assert left == [*everything[: len(left) - 1], everything[-1]]
    assert hints.fontMetrics().horizontalAdvance(hints.fitting()) <= hints.width()


def test_place_and_size_are_remembered(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    window.resize(900, 650)
    window.close()
    settle(qtbot)
    again = MainWindow(window.workspace, window.settings, AUTHOR)
    assert (again.width(), again.height()) == (900, 650)
    again.deleteLater()


def test_geometry_that_is_no_good_does_no_harm(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    for kept in ("%%%", "AAAA", "ابت"):
        window.settings.change(geometry=kept)
        again = MainWindow(window.workspace, window.settings, AUTHOR)
        assert again.width() >= 900
        again.deleteLater()


def test_closing_is_immediate_and_lets_go_of_the_file(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    QTest.keyClick(window.view, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot)
    assert not window.isVisible()
    assert window.workspace.project is None
    second = open_window(project)
    assert second.workspace.project is not None


def test_tab_reaches_every_list(open_window: OpenWindow, project: Path, qtbot: QtBot) -> None:
    window = open_window(project)
    window.focus_articles()
    reached: list[QWidget | None] = []
    for _ in range(3):
        reached.append(QApplication.focusWidget())
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    lists = (window.articles.list, window.labels.list, window.annotations.list)
    assert reached == list(lists)
