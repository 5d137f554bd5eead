"""Exporting from the window: one page with what applies, and nothing is lost unasked."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from annotator.desktop import exporting, verifying
from annotator.desktop.actions import by_id, trigger
from annotator.desktop.background import Job, Progress, Stopped
from annotator.desktop.dialogs.base import TextDialog
from annotator.desktop.dialogs.exported import ExportedDialog
from annotator.desktop.dialogs.exporting import ExportDialog
from annotator.desktop.dialogs.job import JobDialog
from annotator.desktop.exportchoice import Choice, renamed
from annotator.desktop.language import say, tr
from annotator.desktop.window import MainWindow
from annotator.errors import UserError
from annotator.exchange import verify
from annotator.formats import writable

from .conftest import OpenWindow, make_project, settle, type_in

ARTICLES = tuple(
    f"زار [{who}|PERS] مدينة [{where}|GPE] يوم {day} وقال: “[{said}|direct]”."
    for day, (who, where, said) in enumerate(
        (who, where, said)
        for who in ("خالد", "ليلى", "سلمى", "حسن")
        for where, said in (("معان", "العمل يبدأ غدًا"), ("صفاقس", "النتائج تعلن مساء"),
                            ("عدن", "الميناء يستأنف عمله"), ("الرباط", "القمة تنعقد هنا"),
                            ("حلب", "الأسواق تفتح أبوابها"))
    )
)  # fmt: skip


def dialog_of(window: MainWindow, qtbot: QtBot) -> ExportDialog:
    """The dialog that Ctrl+E opens, when it has counted."""
    trigger(by_id("export"), window)
    settle(qtbot)
    found = QApplication.activeModalWidget()
    assert isinstance(found, ExportDialog)
    counted(found, qtbot)
    return found


def counted(dialog: ExportDialog, qtbot: QtBot) -> None:
    """Wait until it is known what would be lost."""
    qtbot.waitUntil(lambda: "Counting" not in dialog.loss.text())


def choose(box: QComboBox, words: str) -> None:
    """Choose by the arrows, as one does in a box that has the keyboard."""
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(box.count()):
        if not box.currentText().startswith(words):
            QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.currentText().startswith(words)


def report_of(qtbot: QtBot) -> ExportedDialog:
    """The report, when it has come."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), ExportedDialog))
    found = QApplication.activeModalWidget()
    assert isinstance(found, ExportedDialog)
    return found


def asked_again(dialog: ExportDialog, qtbot: QtBot) -> ExportDialog:
    """The page that comes back when an export was refused."""

    def back() -> bool:
        return isinstance(found := QApplication.activeModalWidget(), ExportDialog) and (
            found is not dialog
        )

    qtbot.waitUntil(back)
    found = QApplication.activeModalWidget()
    assert isinstance(found, ExportDialog)
    return found


def with_alt(dialog: QWidget, letter: str) -> None:
    """Press Alt and the key that types this letter, of either script."""
    alt = Qt.KeyboardModifier.AltModifier
    for action in (QTest.KeyAction.Press, QTest.KeyAction.Release):
        QTest.sendKeyEvent(action, dialog, Qt.Key(ord(letter.upper())), letter, alt)


def press(dialog: QWidget, key: Qt.Key = Qt.Key.Key_Return) -> None:
    """Press a key where the keyboard is in the dialog."""
    QTest.keyClick(dialog.focusWidget() or dialog, key)


def test_every_format_is_offered_with_what_applies_only(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    dialog = dialog_of(open_window(project), qtbot)
    assert dialog.format.count() == len(writable())
    for index, format in enumerate(writable()):
        dialog.format.setCurrentIndex(index)
        assert dialog.scheme.isVisible() == ("scheme" in format.options)
        assert dialog.clitics.isVisible() == ("clitics" in format.options)
        for part in (dialog.licence, dialog.date):
            assert part.isVisible() == (format.shape != "file")
        assert dialog.path.text().endswith(f"project-{format.name}" if format.shape != "file" else
                                           f"project{(*format.suffixes, '')[0]}")  # fmt: skip
    dialog.reject()


def test_from_the_dialog_to_the_file(
    open_window: OpenWindow, project: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    dialog = dialog_of(window, qtbot)
    assert dialog.loss.text() == "All that is here has a place in JSON Lines."
    press(dialog)
    report = report_of(qtbot)
    assert report.sentence.text() == "Written: project.jsonl, 3 rows."
    assert window.status.message.text() == report.sentence.text()
    rows = [json.loads(line) for line in (tmp_path / "project.jsonl").read_bytes().splitlines()]
    assert [row["id"] for row in rows] == ["article-0", "article-1", "article-2"]
    report.copy()
    assert "SHA-256: " in QGuiApplication.clipboard().text()
    press(report)
    settle(qtbot)
    assert QApplication.activeModalWidget() is None


def test_what_is_lost_is_listed_live_and_before_it_is_written(
    open_window: OpenWindow, project: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = dialog_of(open_window(project), qtbot)
    choose(dialog.format, "CoNLL")
    press(dialog)  # before it is counted: that is waited for, and not gone ahead of
    counted(dialog, qtbot)
    settle(qtbot)
    assert QApplication.activeModalWidget() is dialog
    assert dialog.loss.text() == "Not all that is here has a place in CoNLL-2003 columns:"
    assert "Quotes: 1." in dialog.losses.toPlainText()
    assert "Entities that lie in another one and are left out: 1." in dialog.losses.toPlainText()
    assert not (tmp_path / "project.conll").exists()
    choose(dialog.format, "brat")
    counted(dialog, qtbot)
    assert not dialog.losses.isVisible()
    choose(dialog.format, "CoNLL")
    counted(dialog, qtbot)
    press(dialog)
    report = report_of(qtbot)
    assert "Quotes: 1." in report.text.toPlainText()
    assert "B-PERS" in (tmp_path / "project.conll").read_text("utf-8")
    report.reject()


def test_scheme_and_words_are_as_chosen(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = make_project(tmp_path / "sub.db", ("وصل و[خالد الأحمد|PERS] أمس",))
    dialog = dialog_of(open_window(path), qtbot)
    choose(dialog.format, "CoNLL")
    choose(dialog.scheme, "BIOES")
    choose(dialog.clitics, "Take in")
    dialog.status.setCurrentIndex(0)
    counted(dialog, qtbot)
    assert "Spans that begin or end inside a word: 1." in dialog.losses.toPlainText()
    press(dialog)
    report_of(qtbot).reject()
    lines = (tmp_path / "sub.conll").read_text("utf-8").splitlines()
    assert [line.split()[0] for line in lines if "PERS" in line] == ["وخالد", "الأحمد"]
    assert [line.split()[-1] for line in lines if "PERS" in line] == ["B-PERS", "E-PERS"]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Twenty articles that are no copies of one another."""
    return make_project(tmp_path / "corpus.db", ARTICLES)


def test_parts_with_a_card_that_holds(
    open_window: OpenWindow, corpus: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = dialog_of(open_window(corpus), qtbot)
    choose(dialog.parts, "Shares")
    type_in(dialog.shares, "70/20/20")
    type_in(dialog.licence, "CC BY 4.0")
    type_in(dialog.date, "2026-03")
    assert [dialog.shape.itemText(row) for row in range(dialog.shape.count())] == [
        "A folder of files", "A zip file",
    ]  # fmt: skip
    press(dialog)
    assert "make 110, not 100" in dialog.problem.text()
    dialog.shares.selectAll()
    type_in(dialog.shares, "70/20/10")
    assert not dialog.problem.isVisible()
    press(dialog)
    report = report_of(qtbot)
    folder = tmp_path / "corpus-jsonl"
    assert verify(folder).problems == ()
    card = (folder / "README.md").read_text("utf-8")
    assert "license: cc-by-4.0" in card
    assert '"date": "2026-03"' in card
    assert told(report) == {
        part: counts(folder / f"{part}.jsonl") for part in ("train", "dev", "test")
    }
    report.reject()


def told(report: ExportedDialog) -> dict[str, dict[str, int]]:
    """The table of a report: of each part, how many of each line."""
    table = report.table
    assert table is not None
    found: dict[str, dict[str, int]] = {}
    for column in range(table.columnCount()):
        cells = {
            table.verticalHeaderItem(row).text(): int(table.item(row, column).text().split()[0])
            for row in range(table.rowCount())
        }
        found[table.horizontalHeaderItem(column).text()] = cells
    return found


def counts(path: Path) -> dict[str, int]:
    """The same, from the file."""
    rows = [json.loads(line) for line in path.read_bytes().splitlines()]
    labels = Counter(one["label"] for row in rows for one in row["entities"])
    labels += Counter(one["type"] for row in rows for one in row["quotes"])
    return {"Articles": len(rows), "Rows": len(rows), **labels}


def test_an_export_is_checked_from_the_window(
    open_window: OpenWindow, project: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    exporting.begin(window, Choice(card=True), tmp_path / "out")
    report_of(qtbot).reject()
    for spoilt, told in (
        (False, "Files checked: 4, rows: 3; problems: 0."),
        (True, "Files checked: 4, "),
    ):
        rows = tmp_path / "out" / "articles.jsonl"
        if spoilt:
            rows.write_bytes(rows.read_bytes().replace("خالد".encode(), "خالذ".encode(), 1))
        trigger(by_id("verify"), window)
        settle(qtbot)
        asked = QApplication.activeModalWidget()
        assert isinstance(asked, QFileDialog)
        asked.fileSelected.emit(str(tmp_path / "out"))
        asked.reject()
        qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), TextDialog))
        found = QApplication.activeModalWidget()
        assert isinstance(found, TextDialog)
        assert found.sentence.text().startswith(told)
        lines = found.text.toPlainText().splitlines()
        assert bool(lines) == spoilt
        assert not spoilt or any("line 2: " in line for line in lines)
        found.reject()
        settle(qtbot)


def test_what_is_wrong_with_an_export_is_said_in_arabic_throughout(
    open_window: OpenWindow, project: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(project, "ar")
    exporting.begin(window, Choice(card=True), tmp_path / "out")
    report_of(qtbot).reject()
    (tmp_path / "out" / "articles.jsonl").write_bytes(b"[]\n")
    verifying.begin(window, tmp_path / "out")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), TextDialog))
    found = QApplication.activeModalWidget()
    assert isinstance(found, TextDialog)
    assert "تغيّر الملف بعد التصدير" in found.text.toPlainText()
    assert "since" not in found.text.toPlainText()
    found.reject()
    missing = UserError("There is no such file.")
    assert say(UserError("{reason}", reason=missing)) == tr("There is no such file.")
    assert str(UserError("{reason}", reason=missing)) == "There is no such file."


def test_a_folder_without_a_card_is_refused(
    open_window: OpenWindow, project: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    verifying.begin(window, tmp_path)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), TextDialog))
    found = QApplication.activeModalWidget()
    assert isinstance(found, TextDialog)
    assert "There is no dataset card" in found.sentence.text()
    found.reject()


def test_a_zip_by_a_choice_of_its_own(
    open_window: OpenWindow, project: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = dialog_of(open_window(project), qtbot)
    dialog.path.setText(str(tmp_path / "mine.jsonl"))
    choose(dialog.shape, "A zip")
    assert Path(dialog.path.text()) == tmp_path / "mine.zip"
    choose(dialog.shape, "A folder")
    assert Path(dialog.path.text()) == tmp_path / "mine"
    assert "ليلى" in dialog.people.text()
    choose(dialog.shape, "A zip")
    press(dialog)
    report_of(qtbot).reject()
    assert (tmp_path / "mine.zip").read_bytes()[:2] == b"PK"


def test_choice_and_place_are_remembered_by_project(
    open_window: OpenWindow, project: Path, corpus: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    dialog = dialog_of(window, qtbot)
    choose(dialog.format, "Wojood")
    dialog.layer.setCurrentIndex(1)
    (tmp_path / "to").mkdir()
    dialog.path.setText(str(tmp_path / "to" / "mine.wojood"))
    counted(dialog, qtbot)
    press(dialog)
    report_of(qtbot).reject()
    again = dialog_of(window, qtbot)
    assert again.choice == Choice(format="wojood", layer="ليلى")
    assert Path(again.path.text()) == tmp_path / "to" / "mine.wojood"
    assert again.place.text() == "mine.wojood is there already and will be replaced."
    again.reject()
    assert window.open_path(corpus)
    other = dialog_of(window, qtbot)
    assert other.choice == Choice()
    assert Path(other.path.text()) == tmp_path / "corpus.jsonl"
    other.reject()


@pytest.mark.parametrize(
    "kept", [{"format": "nope"}, {"format": "text"}, {"shares": 7}, [], "x", {"layer": "<b>"}]
)
def test_what_a_project_remembers_is_not_trusted(
    open_window: OpenWindow, project: Path, qtbot: QtBot, kept: object
) -> None:
    window = open_window(project)
    assert window.workspace.project is not None
    window.workspace.project.remember("export", kept)
    dialog = dialog_of(window, qtbot)
    assert dialog.choice == Choice()
    dialog.reject()


def test_what_stands_in_the_way_is_said_on_the_page_as_it_was(
    open_window: OpenWindow, project: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("x")
    dialog = dialog_of(window, qtbot)
    choose(dialog.format, "brat")
    dialog.path.setText(str(tmp_path / "mine"))
    assert "other files never" in dialog.place.text()
    counted(dialog, qtbot)
    press(dialog)
    again = asked_again(dialog, qtbot)
    assert "has files that no export has made" in again.problem.text()
    assert again.choice.format == "brat"
    assert Path(again.path.text()) == tmp_path / "mine"
    assert [one.name for one in (tmp_path / "mine").iterdir()] == ["letter.txt"]
    again.path.setText(str(project))
    choose(again.format, "JSON")
    again.path.setText(str(project))
    before = project.read_bytes()[:100]
    press(again)
    third = asked_again(again, qtbot)
    assert "is a project, which an export would destroy" in third.problem.text()
    assert project.read_bytes()[:100] == before
    third.reject()


def test_annotating_goes_on_meanwhile(
    open_window: OpenWindow, project: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    exporting.begin(window, Choice(), tmp_path / "out.jsonl")
    (seen,) = window.findChildren(JobDialog)
    seen.open()
    QTest.keyClick(seen, Qt.Key.Key_Escape)
    assert QApplication.activeModalWidget() is None
    QTest.keyClick(window.view, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: window.status.message.text() == "Written: out.jsonl, 3 rows.")
    settle(qtbot)
    assert QApplication.activeModalWidget() is None
    assert (tmp_path / "out.jsonl").read_bytes().count(b"\n") == 3
    assert window.findChildren(JobDialog) == []


def endless(progress: Progress) -> None:
    """Work that only a stop ends."""
    while True:
        progress(1, 2)


def test_stopping_leaves_nothing_behind(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    ended: list[object] = []
    job = Job(endless, window)
    job.failed.connect(ended.append)
    seen = JobDialog(window, "Exporting…", job, "export")
    job.start()
    qtbot.waitUntil(seen.isVisible)
    trigger(by_id("export"), window)  # shows the one that is under way
    settle(qtbot)
    assert QApplication.activeModalWidget() is seen
    QTest.keyClick(seen, Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: bool(ended))
    assert isinstance(ended[0], Stopped)
    settle(qtbot)
    assert QApplication.activeModalWidget() is None


def test_a_bug_takes_the_dialog_away(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    job = Job(lambda progress: 1 / 0, window)
    seen = JobDialog(window, "Exporting…", job, "export")
    seen.open()
    with qtbot.captureExceptions() as bugs:
        job.start()
        qtbot.waitUntil(lambda: not window.findChildren(JobDialog))
    assert [bug[0] for bug in bugs] == [ZeroDivisionError]


def test_a_window_that_closes_takes_its_work_along(
    open_window: OpenWindow, corpus: Path, tmp_path: Path
) -> None:
    window = open_window(corpus)
    job = Job(endless, window)
    job.start()
    exporting.begin(window, Choice(format="brat"), tmp_path / "out")
    window.close()
    assert job.over
    assert list(tmp_path.glob(".annotator-*")) == []
    if (tmp_path / "out").exists():  # it may have been done already: then wholly
        assert verify(tmp_path / "out").problems == ()


class Opener(QObject):
    """Stands where the system's program for folders is."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[QUrl] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        """Note what was to be opened."""
        self.seen.append(url)


@pytest.fixture
def opener() -> Iterator[Opener]:
    """What is asked to show folders."""
    made = Opener()
    QDesktopServices.setUrlHandler("file", made, "take")
    yield made
    QDesktopServices.unsetUrlHandler("file")


def test_the_folder_can_be_shown(
    open_window: OpenWindow, project: Path, tmp_path: Path, qtbot: QtBot, opener: Opener
) -> None:
    window = open_window(project)
    exporting.begin(window, Choice(), tmp_path / "out.jsonl")
    report = report_of(qtbot)
    QTest.keyClick(report, Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: bool(opener.seen))
    assert [Path(url.toLocalFile()) for url in opener.seen] == [tmp_path.resolve()]
    report.reject()


@pytest.mark.parametrize(
    ("words", "chosen", "place"), [("JSON", "a.jsonl", "a.jsonl"), ("brat", "", "project-brat")]
)
def test_a_place_is_chosen_in_the_system_s_dialog(
    open_window: OpenWindow, project: Path, tmp_path: Path, qtbot: QtBot,
    words: str, chosen: str, place: str,
) -> None:  # fmt: skip
    dialog = dialog_of(open_window(project), qtbot)
    choose(dialog.format, words)
    QTest.keyClick(dialog, Qt.Key.Key_B, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, QFileDialog)
    asked.fileSelected.emit(str(tmp_path / chosen))
    asked.reject()
    settle(qtbot)
    assert Path(dialog.path.text()) == tmp_path / place
    dialog.reject()


@pytest.mark.parametrize("code", ["en", "ar"])
def test_each_field_has_a_letter_of_its_own(
    open_window: OpenWindow, project: Path, qtbot: QtBot, code: str
) -> None:
    window = open_window(project, code)
    trigger(by_id("export"), window)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ExportDialog)
    texts = [one.text() for one in dialog.findChildren(QLabel) if one.buddy() is not None]
    texts += [one.text() for one in dialog.findChildren(QPushButton) if "&" in one.text()]
    letters = Counter(
        found[1].lower() for text in texts for found in [re.search("&(.)", text)] if found
    )
    assert len(texts) == 13
    assert set(letters.values()) == {1}, letters
    assert letters.total() == len(texts)
    dialog.reject()


@pytest.mark.parametrize(
    ("code", "keys"),
    # The key marked P types ح under an Arabic layout; the one marked [ types ج.
    [("en", "pح"), ("ar", "ج[")],
)
def test_a_letter_with_alt_acts_under_both_layouts(
    open_window: OpenWindow, project: Path, qtbot: QtBot, code: str, keys: str
) -> None:
    window = open_window(project, code)
    trigger(by_id("export"), window)
    settle(qtbot)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ExportDialog)
    for key in keys:
        dialog.format.setFocus()
        with_alt(dialog, key)
        assert dialog.focusWidget() is dialog.parts
    dialog.reject()


def test_buttons_are_pressed_under_both_layouts(
    open_window: OpenWindow, project: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = dialog_of(open_window(project), qtbot)
    with_alt(dialog, "ث")  # E
    report_of(qtbot).reject()
    assert (tmp_path / "project.jsonl").exists()


def test_losses_in_arabic_begin_at_the_right(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project, "ar")
    trigger(by_id("export"), window)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ExportDialog)
    dialog.format.setCurrentIndex(dialog.format.findData("csv"))
    qtbot.waitUntil(dialog.losses.isVisible)
    first = dialog.losses.document().firstBlock().layout().lineAt(0).naturalTextRect()
    assert first.left() > dialog.losses.viewport().width() / 2
    dialog.reject()


def test_names_that_were_given_stay() -> None:
    jsonl, brat = Choice(), Choice(format="brat")
    zipped = Choice(format="brat", packed=True)
    assert renamed(Path("/a/p.jsonl"), jsonl, brat, "p") == Path("/a/p-brat")
    assert renamed(Path("/a/p-brat"), brat, zipped, "p") == Path("/a/p-brat.zip")
    assert renamed(Path("/a/v1.2"), brat, zipped, "p") == Path("/a/v1.2.zip")
    assert renamed(Path("/a/v1.2.zip"), zipped, brat, "p") == Path("/a/v1.2")
    assert renamed(Path("/a/mine.jsonl"), jsonl, Choice(format="csv"), "p") == Path("/a/mine.csv")
    assert renamed(Path("/a/mine"), jsonl, Choice(format="csv"), "p") == Path("/a/mine.csv")
