"""The program from start to end: `run` as the command calls it, again and again."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.desktop.app import run
from annotator.desktop.dialogs.author import AuthorDialog
from annotator.desktop.dialogs.base import TextDialog
from annotator.desktop.window import MainWindow
from annotator.errors import UserError
from annotator.places import log_file, sample_project, settings_file

from .conftest import settle

Steps = list[Callable[[], None]]


def window() -> MainWindow:
    """The window of the running program."""
    return next(
        one
        for one in QApplication.topLevelWidgets()
        if isinstance(one, MainWindow) and one.isVisible()
    )


def run_through(steps: Steps, project: Path | None = None, author: str | None = None) -> int:
    """Run the program, take one step after the other, and close it; its exit status."""
    failures: list[BaseException] = []

    def next_step() -> None:
        try:
            if steps:
                steps.pop(0)()
                QTimer.singleShot(0, next_step)
            else:
                QApplication.closeAllWindows()
        except BaseException as error:  # noqa: BLE001 -- raised again when the program ended
            failures.append(error)
            QApplication.closeAllWindows()
            QApplication.exit(70)

    QTimer.singleShot(0, next_step)
    status = run(project, author)
    QApplication.processEvents()
    if failures:
        raise failures[0]
    return status


def dialog(kind: type) -> object:  # type: ignore[type-arg]
    """The dialog in front."""
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind), found
    return found


def press(key: Qt.Key) -> Callable[[], None]:
    """A step that presses a key where the keyboard is."""
    return lambda: QTest.keyClick(QApplication.focusWidget(), key)


def nothing() -> None:
    """A step in which the program comes to rest."""


def test_the_first_start_says_how_to_begin_and_asks_for_the_name_once(qtbot: QtBot) -> None:
    seen: dict[str, object] = {}

    def look_at_page() -> None:
        assert window().start.isVisible()
        assert window().workspace.project is None
        assert not sample_project().exists()

    def answer() -> None:
        asked = dialog(AuthorDialog)
        assert isinstance(asked, AuthorDialog)
        asked.field.setText("سارة")
        asked.done_button.click()

    def look() -> None:
        workspace = window().workspace
        seen["author"] = workspace.author
        seen["path"] = workspace.project.path if workspace.project else None
        seen["annotated"] = len(workspace.annotated or ())

    begin = [look_at_page, press(Qt.Key.Key_Return), nothing, answer, look]
    assert run_through([nothing, *begin]) == 0
    assert seen["author"] == "سارة"
    assert Path(str(seen["path"])).resolve() == sample_project().resolve()
    assert isinstance(seen["annotated"], int)
    assert seen["annotated"] > 0
    # The second start asks nothing.
    seen.clear()
    assert run_through([look]) == 0
    assert seen["author"] == "سارة"


def test_without_a_name_the_first_page_stays(qtbot: QtBot) -> None:
    def refuse() -> None:
        asked = dialog(AuthorDialog)
        assert isinstance(asked, AuthorDialog)
        asked.reject()

    def look() -> None:
        assert window().start.isVisible()
        # Without a window system nobody makes the window active again.
        assert window().focusWidget() is window().start.choices[0]

    steps = [nothing, press(Qt.Key.Key_Return), nothing, refuse, nothing, look]
    assert run_through(steps) == 0
    assert not sample_project().exists()


def test_without_a_name_a_project_that_was_named_is_not_opened(qtbot: QtBot, project: Path) -> None:
    def refuse() -> None:
        asked = dialog(AuthorDialog)
        assert isinstance(asked, AuthorDialog)
        asked.reject()

    assert run_through([nothing, refuse, nothing], project) == 0


@pytest.mark.parametrize("way", ["argument", "variable"])
def test_the_name_can_be_given_beforehand(
    qtbot: QtBot, project: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    names: list[str] = []
    if way == "variable":
        monkeypatch.setenv("ANNOTATOR_AUTHOR", "نور")
    author = "نور" if way == "argument" else None
    steps: Steps = [lambda: names.append(window().workspace.author)]
    assert run_through(steps, project, author) == 0
    assert names == ["نور"]


def test_the_last_project_comes_back(qtbot: QtBot, project: Path) -> None:
    names: list[str] = []

    def look() -> None:
        opened = window().workspace.project
        names.append(opened.path.name if opened else "")

    assert run_through([look], project, "x") == 0
    assert run_through([look], None, "x") == 0
    assert names == ["project.db", "project.db"]


def test_a_last_project_that_is_gone_is_said_calmly(qtbot: QtBot, project: Path) -> None:
    assert run_through([], project, "x") == 0
    project.unlink()
    said: list[str] = []

    def look() -> None:
        shown = dialog(TextDialog)
        assert isinstance(shown, TextDialog)
        said.append(shown.sentence.text())
        assert window().start.isVisible()
        shown.accept()

    assert run_through([lambda: None, look], None, "x") == 0
    assert "project.db" in said[0]


def test_a_project_that_was_named_and_is_no_good_ends_with_status_1(
    qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.db"
    bad.write_bytes(b"no project")
    assert run(bad, "x") == 1
    assert str(bad) in capsys.readouterr().err


def test_bad_settings_are_said_once(qtbot: QtBot, project: Path) -> None:
    settings_file().parent.mkdir(parents=True, exist_ok=True)
    settings_file().write_text("{", "utf-8")
    said: list[str] = []

    def look() -> None:
        shown = dialog(TextDialog)
        assert isinstance(shown, TextDialog)
        said.append(shown.sentence.text())
        shown.accept()

    assert run_through([lambda: None, look], project, "x") == 0
    assert "settings.json.bad-1" in said[0]
    assert run_through([lambda: None, lambda: said.append(str(no_dialog()))], project, "x") == 0
    assert said[1] == "True"


def no_dialog() -> bool:
    """Whether no dialog is in front."""
    return QApplication.activeModalWidget() is None


def bug() -> None:
    """Fails as no one expected."""
    raise ZeroDivisionError("a bug for the test")


@pytest.mark.parametrize("where", ["window", "thread"])
def test_a_bug_is_logged_and_shown_and_the_project_stays(
    qtbot: QtBot, project: Path, where: str
) -> None:
    reports: list[str] = []

    def fail() -> None:
        if where == "thread":
            thread = threading.Thread(target=bug)
            thread.start()
            thread.join()
        else:
            QTimer.singleShot(0, bug)

    def look() -> None:
        shown = dialog(TextDialog)
        assert isinstance(shown, TextDialog)
        reports.append(shown.text.toPlainText())
        shown.accept()
        window().workspace.set_status("done")

    wait: Steps = [lambda: None, lambda: None]
    assert run_through([fail, *wait, look], project, "ليلى") == 0
    assert "ZeroDivisionError: a bug for the test" in reports[0]
    assert "ZeroDivisionError: a bug for the test" in log_file().read_text("utf-8")
    status: list[str] = []
    steps: Steps = [lambda: status.append(window().workspace.status)]
    assert run_through(steps, project, "ليلى") == 0
    assert status == ["done"]


def test_what_a_person_can_act_on_is_no_bug(qtbot: QtBot, project: Path) -> None:
    said: list[str] = []

    def fail() -> None:
        raise UserError("{file} is a folder.", file="/x")

    steps: Steps = [
        lambda: QTimer.singleShot(0, fail),
        lambda: QTest.qWait(1),
        lambda: said.append(window().status.message.text()),
        lambda: said.append(str(no_dialog())),
    ]
    assert run_through(steps, project, "x") == 0
    assert said == ["/x is a folder.", "True"]
    settle(qtbot)
