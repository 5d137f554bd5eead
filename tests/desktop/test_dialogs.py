"""The dialogs as they are used: typed into, chosen from, given wrong things."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.desktop import files, importing
from annotator.desktop.dialogs.about import AboutDialog
from annotator.desktop.dialogs.author import AuthorDialog, clean
from annotator.desktop.dialogs.base import TextDialog
from annotator.desktop.dialogs.picker import Picker
from annotator.desktop.dialogs.project import NewProjectDialog
from annotator.desktop.importing import Wanted
from annotator.desktop.window import MainWindow
from annotator.errors import UserError
from annotator.store import Project
from tests.notation import written

from .conftest import AUTHOR, OpenWindow, settle, type_in


def on_screen(kind: type) -> object:  # type: ignore[type-arg]
    """The dialog that has just opened."""
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind), found
    return found


def picker(qtbot: QtBot) -> Picker:
    """The picker that has just opened."""
    settle(qtbot)
    found = on_screen(Picker)
    assert isinstance(found, Picker)
    return found


def titles(of: Picker) -> list[str]:
    """What the picker offers."""
    return [entry.row.title for entry in of.model.entries]


def text(window: MainWindow) -> str:
    """The article in view in the notation of the tests."""
    assert window.workspace.annotated is not None
    return written(window.workspace.annotated)


@pytest.mark.parametrize(
    ("typed", "label"),
    [("pers", "PERS"), ("شخص", "PERS"), ("شَخْص", "PERS"), ("geopol", "GPE"), ("منظمه", "ORG")],
)
def test_a_label_is_chosen_by_part_of_its_name(
    open_window: OpenWindow, project: Path, qtbot: QtBot, typed: str, label: str
) -> None:
    window = open_window(project)
    window.workspace.go_to(3)
    QTest.keyClick(window.view, Qt.Key.Key_Return)
    dialog = picker(qtbot)
    type_in(dialog.field, typed)
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    settle(qtbot)
    assert text(window) == f"[لا|{label}] شيء في هذا المقال بعد."
    assert window.focusWidget() is window.view


def test_a_key_alone_comes_first(open_window: OpenWindow, project: Path, qtbot: QtBot) -> None:
    window = open_window(project)
    window.choose_label()
    dialog = picker(qtbot)
    type_in(dialog.field, "p")
    assert titles(dialog)[0] == "Person"


def test_arrows_choose_and_nothing_found_is_said(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    window.workspace.go_to(3)
    window.choose_label()
    dialog = picker(qtbot)
    type_in(dialog.field, "zzz")
    assert titles(dialog) == []
    assert dialog.nothing.isVisible()
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.field.clear()
    QTest.keyClick(dialog.field, Qt.Key.Key_Down)
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    settle(qtbot)
    assert text(window).startswith("[لا|NORP]")


@pytest.mark.parametrize("typed", ["undo", "تراجع", "take back"])
def test_a_command_is_found_in_both_languages(
    open_window: OpenWindow, project: Path, qtbot: QtBot, typed: str
) -> None:
    window = open_window(project)
    before = text(window)
    QTest.keyClick(window.view, Qt.Key.Key_Delete)
    window.workspace.set_focus("a4")
    QTest.keyClick(window.view, Qt.Key.Key_Delete)
    assert text(window) != before
    QTest.keyClick(window.view, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    dialog = picker(qtbot)
    type_in(dialog.field, typed)
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    settle(qtbot)
    assert text(window) == before


def test_the_palette_offers_only_what_is_allowed(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    window.show_palette()
    offered = titles(picker(qtbot))
    assert "New project" in offered
    assert "Quote" not in offered


def test_what_is_looked_for_and_not_allowed_is_shown_with_the_reason(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project, author="زائر")
    window.workspace.set_layer(AUTHOR)
    before = text(window)
    window.show_palette()
    dialog = picker(qtbot)
    type_in(dialog.field, "quote")
    row = dialog.model.entries[0].row
    assert (row.title, row.quiet) == ("Quote", True)
    assert AUTHOR in row.detail
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    settle(qtbot)
    assert window.status.message.property("kind") == "refused"
    assert text(window) == before


def test_the_commands_last_chosen_come_first_also_after_a_start(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    for typed in ("smaller", "تكبير", "about"):
        window.show_palette()
        dialog = picker(qtbot)
        type_in(dialog.field, typed)
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)
        settle(qtbot)
    on_screen(AboutDialog).close()  # type: ignore[attr-defined]
    window.close()
    again = open_window(project)
    again.show_palette()
    assert titles(picker(qtbot))[:3] == ["About Annotator", "Larger text", "Smaller text"]


@pytest.mark.parametrize("typed", ["عىيخ", "jvh[u", "nxt art", "المقال التالى"])
def test_a_command_is_found_under_the_wrong_layout_and_by_some_of_its_letters(
    open_window: OpenWindow, project: Path, qtbot: QtBot, typed: str
) -> None:
    window = open_window(project)
    window.show_palette()
    dialog = picker(qtbot)
    type_in(dialog.field, typed)
    assert titles(dialog)[0] in ("Undo", "Next article")


def test_a_key_finds_its_label_in_both_layouts_and_stands_beside_it(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    window.choose_label()
    dialog = picker(qtbot)
    for typed in ("p", "ح"):
        dialog.field.clear()
        type_in(dialog.field, typed)
        row = dialog.model.entries[0].row
        assert (row.title, row.key, row.other) == ("Person", "P", "ح")
    dialog.field.clear()
    type_in(dialog.field, "newspaper")
    assert titles(dialog)[0] == "Organization"


def test_another_layer_can_be_read_and_not_changed(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project, author="زائر")
    window.choose_layer()
    dialog = picker(qtbot)
    assert titles(dialog) == ["زائر", AUTHOR]
    type_in(dialog.field, "ليلي")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    settle(qtbot)
    before = text(window)
    assert "[ليلى الحموري|PERS]" in before
    QTest.keyClick(window.view, Qt.Key.Key_P)
    settle(qtbot)
    assert text(window) == before
    assert AUTHOR in window.status.message.text()
    assert window.status.message.property("kind") == "refused"
    assert window.status.sign.isVisible()


def test_the_name_needs_something_to_be_seen(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    window.change_author()
    settle(qtbot)
    dialog = on_screen(AuthorDialog)
    assert isinstance(dialog, AuthorDialog)
    dialog.field.setText(" \u200f ")
    assert not dialog.done_button.isEnabled()
    dialog.field.clear()
    type_in(dialog.field, "  سارة   علي ")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    settle(qtbot)
    assert window.author == "سارة علي"
    assert window.settings.now.author == "سارة علي"


def test_a_name_is_one_line_without_hidden_letters() -> None:
    assert clean("\u202eليلى\n\tأحمد\x00 ") == "ليلى أحمد"


def new_project_dialog(window: MainWindow, qtbot: QtBot) -> NewProjectDialog:
    """The dialog for a new project, open."""
    files.new_project(window)
    settle(qtbot)
    found = on_screen(NewProjectDialog)
    assert isinstance(found, NewProjectDialog)
    return found


def test_a_new_project_is_made_and_opened(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window()
    dialog = new_project_dialog(window, qtbot)
    dialog.path.setText(str(tmp_path / "رسالتي"))
    dialog.sets.setCurrentIndex(dialog.sets.findText("conll", Qt.MatchFlag.MatchContains))
    QTest.keyClick(dialog.path, Qt.Key.Key_Return)
    settle(qtbot)
    assert window.workspace.project is not None
    assert window.workspace.project.path.name == "رسالتي.db"
    assert [label.name for label in window.workspace.labels.entities] == [
        "PER", "ORG", "LOC", "MISC",
    ]  # fmt: skip
    assert window.settings.now.project == str((tmp_path / "رسالتي.db").resolve())


def test_a_new_project_takes_no_others_place(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    before = project.read_bytes()
    dialog = new_project_dialog(window, qtbot)
    for bad in (str(project), "", str(project / "x.db"), "a\0b"):
        dialog.path.setText(bad)
        dialog.make_button.click()
        settle(qtbot)
        assert dialog.isVisible()
        assert dialog.problem.text()
    dialog.reject()
    assert project.read_bytes() == before
    assert window.workspace.project is not None


def test_a_label_set_of_a_file_is_offered_or_refused_with_every_problem(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window()
    dialog = new_project_dialog(window, qtbot)
    bad = tmp_path / "bad.toml"
    bad.write_text('name = "x"\n[[entities]]\nlabel = "A B"\ncolor = "red"\n', "utf-8")
    count = dialog.sets.count()
    dialog.load(str(bad))
    assert dialog.sets.count() == count
    assert len(dialog.problem.text().splitlines()) > 2
    assert "bad.toml" in dialog.problem.text()


def test_an_import_reports_every_row(
    open_window: OpenWindow, project: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    good, bad = tmp_path / "good.txt", tmp_path / "bad.jsonl"
    empty = tmp_path / "empty"
    empty.mkdir()
    good.write_text("خبر جديد من <b>بيروت</b>.", "utf-8")
    bad.write_text('{"text": "نص"}\n{"text": 3}\nnothing\n', "utf-8")
    importing.import_now(window, [good, bad, empty])
    settle(qtbot)
    dialog = on_screen(TextDialog)
    assert isinstance(dialog, TextDialog)
    assert "Rows read: 5 · new: 2 · there already: 0 · rejected: 3" in dialog.sentence.text()
    report = dialog.text.toPlainText()
    assert f"{bad}, line 2: " in report
    assert f"{bad}, line 3: " in report
    assert str(empty) in report
    assert window.articles.model.rowCount() == 5
    dialog.copy()
    assert report in QGuiApplication.clipboard().text()


def test_an_older_encoding_is_taken_when_it_is_named(
    open_window: OpenWindow, project: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    old = tmp_path / "old.txt"
    old.write_bytes("وصل الوفد إلى بيروت".encode("windows-1256"))
    importing.import_now(window, [old], Wanted(encoding="windows-1256"))
    settle(qtbot)
    assert window.workspace.project is not None
    assert window.workspace.project.article(4).text == "وصل الوفد إلى بيروت"


def test_what_was_open_stays_open_when_another_is_refused(
    open_window: OpenWindow, project: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    other = tmp_path / "other.db"
    other.write_bytes(b"")
    assert not window.open_path(other)
    settle(qtbot)
    dialog = on_screen(TextDialog)
    assert isinstance(dialog, TextDialog)
    assert "other.db is empty" in dialog.sentence.text()
    assert window.workspace.project is not None
    assert window.workspace.project.path.name == "project.db"
    assert window.workspace.annotated is not None


def test_a_refusal_shows_markup_as_it_is(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    window.tell(UserError("{file} is a folder.", file="<b>x</b>"))
    settle(qtbot)
    dialog = on_screen(TextDialog)
    assert isinstance(dialog, TextDialog)
    assert dialog.sentence.text() == "<b>x</b> is a folder."
    assert dialog.sentence.textFormat() == Qt.TextFormat.PlainText


def test_the_open_project_need_not_be_opened_again(open_window: OpenWindow, project: Path) -> None:
    window = open_window(project)
    before = window.workspace.project
    assert window.open_path(project)
    assert window.workspace.project is before
    assert isinstance(before, Project)
