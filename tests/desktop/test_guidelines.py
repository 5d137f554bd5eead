"""Guidelines beside the text: they follow, are found and edited by keys, and load nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QUrl
from PySide6.QtGui import QColor, QImage, QKeyEvent, QTextCursor, QTextTable
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.desktop import markdown
from annotator.desktop.dialogs.guidelines import GuidelinesDialog, NewPageDialog
from annotator.desktop.dialogs.picker import Picker
from annotator.desktop.panels.side import NARROW, seen, shares
from annotator.desktop.window import MainWindow
from annotator.exchange import guidelines
from annotator.model import labelfile
from annotator.model.guidelines import GuidelinePage
from annotator.store import Project

from .conftest import OpenWindow, settle, type_in

CONTROL = Qt.KeyboardModifier.ControlModifier
END = "### GPE Place\n\nof places"
LONG = "سطر line\n\n" * 90
PAGES = [
    GuidelinePage("guidelines", "ar", f"# صفحة\n\n### PERS شخص\n\n{LONG}### GPE بلد\n\nعن"),
    GuidelinePage("guidelines", "en", f"# Page\n\n### PERS Person\n\n{LONG}{END}"),
    GuidelinePage("quotes", "en", "# Quotes\n\n### direct Direct\n\nas spoken"),
]  # fmt: skip


@pytest.fixture
def guided(project: Path) -> Path:
    """The project of these tests with pages of its own."""
    with Project.open(project) as opened:
        opened.write_guidelines(PAGES)
    return project


def press(window: MainWindow, key: Qt.Key, held: Qt.KeyboardModifier = CONTROL) -> None:
    """Press a key where the keyboard is."""
    QTest.keyClick(QApplication.focusWidget() or window.view, key, held)


def top(window: MainWindow) -> str:
    """The heading at the top of the page in view."""
    view = window.guidelines.view
    bar, layout = view.verticalScrollBar(), view.document().documentLayout()
    found = [
        block.text()
        for block in markdown.headings(view.document())
        if layout.blockBoundingRect(block).bottom() > bar.value()
    ]
    return found[0]


def test_ctrl_g_shows_the_section_of_the_focus_and_puts_it_away(
    open_window: OpenWindow, guided: Path, qtbot: QtBot
) -> None:
    window = open_window(guided)
    assert not window.guidelines.isVisible()
    window.workspace.set_focus("a3")
    press(window, Qt.Key.Key_G)
    settle(qtbot)
    assert window.guidelines.isVisible()
    assert window.view.hasFocus()
    assert top(window) == "PERS Person"
    window.workspace.set_focus("a4")
    settle(qtbot)
    assert "GPE Place" in window.guidelines.view.headings()
    assert top(window) == "GPE Place"
    window.workspace.set_focus(None)
    settle(qtbot)
    assert top(window) == "GPE Place"
    press(window, Qt.Key.Key_G)
    settle(qtbot)
    assert not window.guidelines.isVisible()
    assert window.view.hasFocus()


def test_it_is_remembered_and_speaks_the_language_of_the_interface(
    open_window: OpenWindow, guided: Path, qtbot: QtBot
) -> None:
    window = open_window(guided, "ar")
    press(window, Qt.Key.Key_G)
    window.workspace.set_focus("a3")
    settle(qtbot)
    assert top(window) == "PERS شخص"
    block = markdown.headings(window.guidelines.view.document())[0]
    assert block.blockFormat().layoutDirection() == Qt.LayoutDirection.RightToLeft
    window.set_language("en")
    settle(qtbot)
    assert top(window) == "PERS Person"
    window.close()
    again = open_window(guided)
    assert again.guidelines.isVisible()


def test_a_section_is_found_on_whichever_page_it_is(
    open_window: OpenWindow, guided: Path, qtbot: QtBot
) -> None:
    window = open_window(guided)
    press(window, Qt.Key.Key_G)
    window.workspace.go_to(2)
    window.workspace.set_focus("a2")
    settle(qtbot)
    assert window.guidelines.view.page == PAGES[2]
    window.workspace.go_to(1)
    window.workspace.set_focus("a2")
    settle(qtbot)
    assert window.guidelines.note.text() == "Nothing is written about Group of people yet."


def test_the_walk_through_the_labels_is_followed(
    open_window: OpenWindow, guided: Path, qtbot: QtBot
) -> None:
    window = open_window(guided)
    press(window, Qt.Key.Key_G)
    window.labels.list.setFocus()
    settle(qtbot)
    for _ in range(4):
        QTest.keyClick(window.labels.list, Qt.Key.Key_Down)
    settle(qtbot)
    assert window.guidelines.label == "GPE"
    assert top(window) == "GPE Place"


def test_f10_gives_it_the_keyboard_letters_find_and_esc_returns(
    open_window: OpenWindow, guided: Path, qtbot: QtBot
) -> None:
    window = open_window(guided)
    press(window, Qt.Key.Key_F10, Qt.KeyboardModifier.NoModifier)
    settle(qtbot)
    view = window.guidelines.view
    assert view.hasFocus()
    assert "letters find a section" in window.status.hints.text()
    before = view.verticalScrollBar().value()
    press(window, Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier)
    assert view.verticalScrollBar().value() > before
    type_in(view, "p")
    settle(qtbot)
    picker = QApplication.activeModalWidget()
    assert isinstance(picker, Picker)
    type_in(picker.field, "lace")
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    settle(qtbot)
    assert top(window) == "GPE Place"
    QTest.keyClick(view, Qt.Key.Key_Escape)
    settle(qtbot)
    assert window.view.hasFocus()
    assert "Next word" in window.status.hints.text()


def test_a_project_without_pages_has_the_presets_and_says_so(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    press(window, Qt.Key.Key_G)
    window.workspace.set_focus("a3")
    settle(qtbot)
    assert top(window) == "PERS Person"
    assert "come with the label set" in window.guidelines.note.text()


def test_a_project_without_any_says_how_to_begin_and_esc_leads_out(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    labels = labelfile.parse(
        'name = "own"\ntitle = { ar = "خاص", en = "Own" }\n'
        '[[entities]]\nlabel = "X"\ntitle = { ar = "س", en = "X" }\n',
        "own",
    )
    Project.create(tmp_path / "own.db", labels).close()
    window = open_window(tmp_path / "own.db")
    QTest.keyClick(window, Qt.Key.Key_F10)
    settle(qtbot)
    assert window.guidelines.edit.hasFocus()
    assert "no guideline pages yet" in window.guidelines.note.text()
    press(window, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    settle(qtbot)
    assert not window.guidelines.edit.hasFocus()
    window.edit_guidelines()
    settle(qtbot)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, GuidelinesDialog)
    type_in(dialog.editor, "# X")
    assert dialog.save()
    dialog.reject()
    settle(qtbot)
    assert window.guidelines.view.toPlainText() == "X"


# What is not trusted


def red_picture(folder: Path) -> Path:
    """A picture that cannot be overlooked."""
    path = folder / "red.png"
    image = QImage(64, 64, QImage.Format.Format_RGB32)
    image.fill(QColor("#FF0000"))
    assert image.save(str(path))
    return path


def reds(window: MainWindow) -> int:
    """How many pixels of the page are as red as that."""
    image = window.guidelines.view.grab().toImage()
    return sum(
        image.pixelColor(x, y) == QColor("#FF0000")
        for x in range(0, image.width(), 4)
        for y in range(0, image.height(), 4)
    )


def test_nothing_is_loaded_and_html_is_shown_as_it_is_written(
    open_window: OpenWindow, project: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    picture = red_picture(tmp_path)
    address = QUrl.fromLocalFile(str(picture)).toString()
    text = (
        f"# PERS\n\n<b>bold</b> <img src='{address}'> <script>x</script>\n\n"
        f"![a red one]({address}) ![]({picture}) ![ref][r]\n\n"
        f"<div style='background: red'><img src='{picture}'></div>\n\n[r]: {address}\n"
    )
    with Project.open(project) as opened:
        opened.write_guidelines([GuidelinePage("guidelines", "en", text)])
    window = open_window(project)
    press(window, Qt.Key.Key_G)
    settle(qtbot)
    shown = window.guidelines.view.toPlainText()
    assert "<b>bold</b> <img src=" in shown
    assert "[a red one]" in shown
    assert "\ufffc" not in shown
    assert reds(window) == 0


def test_a_link_is_said_and_not_followed(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    text = "[click](https://example.org/x?a={b})"
    with Project.open(project) as opened:
        opened.write_guidelines([GuidelinePage("guidelines", "en", text)])
    window = open_window(project)
    press(window, Qt.Key.Key_G)
    settle(qtbot)
    view = window.guidelines.view
    place = view.cursorRect(QTextCursor(view.document())).center() + QPoint(12, 0)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settle(qtbot)
    assert "example.org" in window.status.message.text()
    assert view.page is not None
    assert view.page.text == text


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=200))
def test_any_text_can_be_shown(qapp: QApplication, text: str) -> None:
    for code in ("ar", "en"):
        made = markdown.document(text, code)  # type: ignore[arg-type]
        assert made.size().height() >= 0
        assert all(block.text().find("\ufffc") < 0 for block in markdown.blocks(made))


def test_tables_stand_from_right_to_left_in_arabic(qapp: QApplication) -> None:
    text = "| الأول | الثاني |\n|---|---|\n| أ | ب |\n| ج |\n"
    made = markdown.document(text, "ar")
    (table,) = made.rootFrame().childFrames()
    assert isinstance(table, QTextTable)
    cells = [
        [table.cellAt(row, column).firstCursorPosition().block().text() for column in (0, 1)]
        for row in range(3)
    ]
    assert cells == [["الثاني", "الأول"], ["ب", "أ"], ["", "ج"]]


# Editing


def editor(window: MainWindow, qtbot: QtBot) -> GuidelinesDialog:
    """The editor, opened with Enter from the page."""
    press(window, Qt.Key.Key_F10, Qt.KeyboardModifier.NoModifier)
    settle(qtbot)
    QTest.keyClick(window.guidelines.view, Qt.Key.Key_Return)
    settle(qtbot)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, GuidelinesDialog)
    return dialog


def control(dialog: GuidelinesDialog, key: int, typed: str) -> None:
    """Press Ctrl and a key of an Arabic layout, as X11 tells it."""
    scan = {"س": 39, "ئ": 52}[typed]
    event = QKeyEvent(QEvent.Type.KeyPress, key, CONTROL, scan, 0, 0, typed)
    QApplication.sendEvent(dialog.editor, event)


def said(path: Path) -> dict[tuple[str, str], str]:
    """What the pages of a project say, as the file has it."""
    with Project.open(path) as opened:
        return {(page.name, page.language): page.text for page in opened.guidelines()}


def test_a_page_is_edited_with_a_preview_and_saved_by_its_key(
    open_window: OpenWindow, guided: Path, qtbot: QtBot
) -> None:
    window = open_window(guided)
    window.workspace.set_focus("a4")
    dialog = editor(window, qtbot)
    assert dialog.editor.textCursor().block().text() == "### GPE Place"
    QTest.keyClick(dialog.editor, Qt.Key.Key_End, CONTROL)
    type_in(dialog.editor, " **new** [x")
    qtbot.waitUntil(lambda: "of places new [x" in dialog.preview.toPlainText())
    assert dialog.save_button.isEnabled()
    control(dialog, ord("س"), "س")
    settle(qtbot)
    assert not dialog.save_button.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settle(qtbot)
    assert QApplication.activeModalWidget() is None
    assert "of places new" in window.guidelines.view.toPlainText()
    assert window.status.message.text() == "Saved"
    window.close()
    assert said(guided)["guidelines", "en"] == PAGES[1].text + " **new** [x"
    assert said(guided)["guidelines", "ar"] == PAGES[0].text


def test_esc_does_not_lose_what_is_not_saved(
    open_window: OpenWindow, guided: Path, qtbot: QtBot
) -> None:
    window = open_window(guided)
    dialog = editor(window, qtbot)
    type_in(dialog.editor, "x")
    for _ in range(3):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settle(qtbot)
    assert QApplication.activeModalWidget() is dialog
    assert dialog.problem.isVisible()
    control(dialog, ord("ئ"), "ئ")
    settle(qtbot)
    assert not dialog.problem.isVisible()
    type_in(dialog.editor, "y")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    QTest.mouseClick(dialog.discard_button, Qt.MouseButton.LeftButton)
    settle(qtbot)
    assert QApplication.activeModalWidget() is None
    window.close()
    assert said(guided) == {(page.name, page.language): page.text for page in PAGES}


def test_what_is_changed_on_two_pages_is_saved_together_or_not_at_all(
    open_window: OpenWindow, guided: Path, qtbot: QtBot
) -> None:
    window = open_window(guided)
    dialog = editor(window, qtbot)
    type_in(dialog.editor, "ONE ")
    dialog.show_page(("quotes", "en"))
    dialog.editor.selectAll()
    QTest.keyClick(dialog.editor, Qt.Key.Key_Delete)
    assert not dialog.save()
    assert dialog.problem.text() == "The guideline page quotes is empty."
    assert dialog.isVisible()
    type_in(dialog.editor, "TWO")
    assert dialog.save()
    dialog.show_page(("guidelines", "en"))
    assert dialog.editor.toPlainText().startswith("ONE ")
    dialog.reject()
    settle(qtbot)
    window.close()
    assert said(guided)["quotes", "en"] == "TWO"
    assert said(guided)["guidelines", "en"] == "ONE " + PAGES[1].text


def test_an_earlier_text_comes_back_as_a_new_one(
    open_window: OpenWindow, guided: Path, qtbot: QtBot
) -> None:
    with Project.open(guided) as opened:
        opened.write_guidelines([GuidelinePage("guidelines", "en", "worse")])
    window = open_window(guided)
    dialog = editor(window, qtbot)
    assert dialog.editor.toPlainText() == "worse"
    assert dialog.versions.count() == 3
    dialog.versions.setCurrentIndex(2)
    dialog.versions.activated.emit(2)
    assert dialog.save()
    dialog.reject()
    settle(qtbot)
    window.close()
    assert said(guided)["guidelines", "en"] == PAGES[1].text
    with Project.open(guided) as opened:
        assert len(opened.guideline_versions("guidelines", "en")) == 3


def test_a_page_of_another_name_is_begun(
    open_window: OpenWindow, guided: Path, qtbot: QtBot
) -> None:
    window = open_window(guided)
    dialog = editor(window, qtbot)
    asked = NewPageDialog(dialog, dialog.add_page)
    asked.open()
    settle(qtbot)
    type_in(asked.field, "اسم")
    QTest.keyClick(asked.field, Qt.Key.Key_Return)
    assert "cannot be called" in asked.problem.text()
    asked.field.clear()
    type_in(asked.field, "Names")
    QTest.keyClick(asked.field, Qt.Key.Key_Return)
    settle(qtbot)
    assert dialog.editor.toPlainText() == ""
    type_in(dialog.editor, "# PERS")
    assert dialog.save()
    dialog.reject()
    settle(qtbot)
    window.close()
    assert said(guided)["names", "en"] == "# PERS"


def test_editing_the_presets_pages_makes_all_of_them_the_projects(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    dialog = editor(window, qtbot)
    type_in(dialog.editor, "Ours: ")
    assert dialog.save()
    dialog.reject()
    settle(qtbot)
    assert not window.guidelines.note.isVisible()
    window.close()
    arabic, english = guidelines.preset("news")
    assert said(project) == {
        ("guidelines", "ar"): arabic.text,
        ("guidelines", "en"): "Ours: " + english.text,
    }


# Room


ASKED = st.sampled_from(["", "articles", "column"])


@given(st.integers(900, 2600), st.integers(600, 1600), st.booleans(), ASKED)
def test_what_is_asked_for_is_shown(width: int, height: int, reading: bool, asked: str) -> None:
    shown = seen(QSize(width, height), reading=reading, asked=asked)
    assert shown.articles or asked != "articles"
    assert shown.column or asked != "column"
    assert shown.guidelines or not reading or asked
    assert width >= NARROW or shown.articles + shown.guidelines <= 1
    articles, pages = shares(height - 84, articles=shown.articles, guidelines=shown.guidelines)
    assert not pages or pages >= 250
    assert not articles or articles >= 250
    assert not (asked == "articles" and not articles and height < 640)


def test_a_narrow_window_shows_guidelines_or_the_column(
    open_window: OpenWindow, guided: Path, qtbot: QtBot
) -> None:
    window = open_window(guided)
    window.resize(900, 600)
    settle(qtbot)
    assert window.labels.isVisible()
    window.workspace.set_focus("a3")
    press(window, Qt.Key.Key_G)
    settle(qtbot)
    assert window.guidelines.isVisible()
    assert not window.labels.isVisible()
    assert top(window) == "PERS Person"
    press(window, Qt.Key.Key_F9, Qt.KeyboardModifier.NoModifier)
    settle(qtbot)
    assert window.inspector.has_keyboard()
    assert not window.guidelines.isVisible()
    press(window, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    settle(qtbot)
    assert window.guidelines.isVisible()
    press(window, Qt.Key.Key_F7, Qt.KeyboardModifier.NoModifier)
    settle(qtbot)
    assert window.articles.isVisible()
    assert window.articles.isAncestorOf(QApplication.focusWidget())
