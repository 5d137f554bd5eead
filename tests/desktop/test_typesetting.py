"""Font, line spacing and width: chosen by keys, kept, and the reader stays where they were."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from annotator.desktop import fonts, typesetting
from annotator.desktop.actions import by_id, trigger
from annotator.desktop.article.layout import ArticleLayout
from annotator.desktop.article.style import TextStyle
from annotator.desktop.dialogs.picker import Picker
from annotator.desktop.settings import Settings, SettingsFile
from annotator.desktop.typesetting import SPACINGS, WIDTHS
from annotator.desktop.window import MainWindow
from annotator.places import settings_file
from tests.desktop.conftest import OpenWindow, make_project, settle, type_in

LONG = "[ليلى|PERS] زارت [عمّان|GPE] أمس وقالت إن المشروع سيوفر الكهرباء لأربعين ألف منزل.\n" * 60
CHOICES = [
    *(f"lines-{one}" for one in SPACINGS),
    *(f"column-{one}" for one in WIDTHS),
    "larger",
    "smaller",
]


@pytest.fixture
def window(open_window: OpenWindow, tmp_path: Path) -> MainWindow:
    """On a long article, somewhere in its middle."""
    opened = open_window(make_project(tmp_path / "long.db", (LONG,)))
    for _ in range(8):
        QTest.keyClick(opened.view, Qt.Key.Key_PageDown)
    return opened


def cursor_y(window: MainWindow) -> float:
    """Where the word under the cursor is in the view."""
    return window.view.rects(*window.workspace.cursor)[0].top()


@pytest.mark.parametrize("id", CHOICES)
def test_the_word_that_is_read_stays_where_it_is(window: MainWindow, id: str) -> None:
    before, layout = cursor_y(window), window.view.layout_
    for _ in range(2):
        trigger(by_id(id), window)
        assert cursor_y(window) == pytest.approx(before, abs=1.0)
    # All but the choices that were made already set the text anew.
    assert (window.view.layout_ is layout) == (id in ("lines-normal", "column-normal"))


@pytest.mark.parametrize("id", CHOICES)
def test_without_the_cursor_in_view_the_first_line_stays(window: MainWindow, id: str) -> None:
    window.view.verticalScrollBar().setValue(900)
    start, _ = window.view.visible_range()
    before = window.view.rects(start, start + 2)[0].top()
    trigger(by_id(id), window)
    assert window.view.rects(start, start + 2)[0].top() == pytest.approx(before, abs=1.0)


def test_a_font_is_chosen_by_typing_part_of_its_name(window: MainWindow, qtbot: QtBot) -> None:
    before = cursor_y(window)
    trigger(by_id("text-font"), window)
    picker = window.findChild(Picker)
    assert picker is not None
    field = picker.findChild(QLineEdit)
    assert field is not None
    type_in(field, "naskh")
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle(qtbot)
    layout = window.view.layout_
    assert layout is not None
    assert layout.style.family == "Noto Naskh Arabic"
    assert cursor_y(window) == pytest.approx(before, abs=1.0)
    # The next start has it.
    assert typesetting.style(SettingsFile(settings_file()).now) == layout.style


def test_columns_are_as_wide_as_they_are_called(window: MainWindow) -> None:
    window.resize(1900, 900)
    widths = []
    for one in WIDTHS:
        trigger(by_id(f"column-{one}"), window)
        assert window.view.layout_ is not None
        widths.append(window.view.layout_.width)
    assert widths == sorted(widths)
    assert len(set(widths)) == len(WIDTHS)
    assert widths[-1] <= window.view.viewport().width()


@pytest.mark.parametrize("family", fonts.TEXT_FAMILIES)
def test_fonts_of_one_size_look_of_one_size(qapp: QApplication, family: str) -> None:
    fonts.load_fonts()
    amiri, other = TextStyle(), TextStyle(family=family)
    assert other.band == pytest.approx(amiri.band, rel=0.15)
    text = "قالت وزيرة الطاقة ليلى الحموري إن بلادها وقعت مع شركة"
    widths = [
        sum(box.rect.width() for box in ArticleLayout(text, one, 2000.0).rects(0, len(text)))
        for one in (amiri, other)
    ]
    assert widths[1] == pytest.approx(widths[0], rel=0.2)


def test_a_font_that_is_gone_is_said_and_replaced(qapp: QApplication) -> None:
    fonts.load_fonts()
    settings = Settings(text_font="No Such Naskh")
    assert typesetting.style(settings).family == "Amiri"
    said = typesetting.problem(settings)
    assert said is not None
    assert "No Such Naskh" in str(said)
    assert "Amiri" in str(said)
    assert typesetting.problem(Settings(text_font="Noto Naskh Arabic")) is None
    assert typesetting.problem(Settings()) is None


def test_the_fonts_of_the_machine_can_be_chosen(qapp: QApplication) -> None:
    fonts.load_fonts()
    families = fonts.text_families()
    assert tuple(families[: len(fonts.TEXT_FAMILIES)]) == fonts.TEXT_FAMILIES
    arabic = QFontDatabase.families(QFontDatabase.WritingSystem.Arabic)
    assert set(families) <= set(arabic)
    assert len(set(families)) == len(families)


@pytest.mark.parametrize("content", [None, b"", b"not a font"])
def test_missing_and_damaged_fonts_are_named_and_the_rest_is_loaded(
    qapp: QApplication,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    content: bytes | None,
) -> None:
    folder = tmp_path / "broken_fonts"
    folder.mkdir()
    (folder / "__init__.py").touch()
    if content is not None:
        (folder / "Broken.ttf").write_bytes(content)
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    packages = {
        "Broken Naskh": ("broken_fonts", "*.ttf"),
        "Lost Naskh": ("lost_fonts", "*.ttf"),
        "Amiri": fonts._PACKAGES["Amiri"],
    }
    monkeypatch.setattr(fonts, "_PACKAGES", packages)
    said = fonts.load_fonts.__wrapped__()
    assert said is not None
    assert "Broken Naskh · Lost Naskh" in str(said)
    assert "Amiri" not in str(said)
