"""Suggestions are made beside the window, and learned in another process, as a person has them."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from queue import Queue

import psutil
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from annotator.desktop.actions import by_id, trigger
from annotator.desktop.background import Job, Stopped, wait_for_rest
from annotator.desktop.dialogs.model import ModelDialog
from annotator.desktop.suggestions import work
from annotator.desktop.window import MainWindow
from annotator.exchange import ordering, sample
from annotator.exchange.suggesting import Plan, Proposer
from annotator.model.annotations import Entity
from annotator.store import Project
from tests.suggest.test_camel import build

from .conftest import AUTHOR, OpenWindow, settle
from .desk import Desk

LONG = 60_000
CAMEL = "model:camel"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The sample: three of its 14 articles are annotated by the author, and not finished yet."""
    made = tmp_path / "s.db"
    sample.make(made, AUTHOR)
    with Project.open(made) as project:
        for number in (1, 2, 3):
            project.set_status(number, AUTHOR, "begun")
    return made


@pytest.fixture
def at(open_window: OpenWindow, path: Path) -> Desk:
    return Desk(open_window(path))


def wait(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.maker.busy, timeout=LONG)
    settle(qtbot)


def said(at: Desk) -> list[str]:
    return [message.text for message in at.messages]


def test_three_articles_by_hand_then_the_fourth_comes_mostly_marked(at: Desk, qtbot: QtBot) -> None:
    window, workspace = at.window, at.workspace
    window.maker.begin()
    at.press("Ctrl+Return", "Ctrl+Return", "Ctrl+Return")
    assert workspace.number == 4
    wait(qtbot, window)
    cursor = workspace.cursor
    before = len(workspace.offered)
    assert before
    at.press("F2")
    wait(qtbot, window)
    assert "Learned from {articles} articles with {entities} entities." in said(at)
    project = workspace.project
    assert project is not None
    assert "model:learned" in project.suggested.models()
    assert len(workspace.offered) > before
    assert (workspace.cursor, workspace.focus) == (cursor, None)
    gold = project.annotated(4, sample.GOLD)
    marked = {(one.label, one.span) for one in gold.in_order()}
    shown = workspace.shown
    assert shown is not None
    right = {(one.label, one.span) for one in shown.in_order()} & marked
    assert len(right) > len(marked) / 3
    assert ordering.recall(project) is not None
    at.press("F4", "Return", "Return")
    assert len(at.article) >= 2


def test_what_was_looked_at_is_not_looked_at_again(at: Desk, qtbot: QtBot) -> None:
    window, project = at.window, at.workspace.project
    assert project is not None
    window.maker.begin()
    wait(qtbot, window)
    version = project.suggested.version(1, "model:quotations")
    assert version is not None
    at.press("Ctrl+PageDown", "Ctrl+PageUp")
    wait(qtbot, window)
    assert project.suggested.version(1, "model:quotations") == version


def known(project: Project, number: int) -> str:
    """What was known of relations when an article was looked at, as the version says."""
    return " ".join((project.suggested.version(number, "model:relations") or "").split()[:3])


def test_what_was_finished_is_known_in_the_next_article(at: Desk, qtbot: QtBot) -> None:
    window, project = at.window, at.workspace.project
    assert project is not None
    window.maker.begin()
    wait(qtbot, window)
    assert known(project, 1)
    at.press("Ctrl+Return")
    qtbot.waitUntil(lambda: known(project, 2) not in ("", known(project, 1)), timeout=LONG)
    wait(qtbot, window)
    at.press("Ctrl+Return")
    qtbot.waitUntil(lambda: known(project, 3) not in ("", known(project, 2)), timeout=LONG)


def test_with_the_switch_off_nothing_is_made_unasked(at: Desk, qtbot: QtBot, path: Path) -> None:
    window, project = at.window, at.workspace.project
    assert project is not None
    trigger(by_id("suggest-unasked"), window)
    assert at.messages[-1].text == "Suggestions are made only when you ask for them."
    assert not by_id("suggest-unasked").checked(at.workspace)  # type: ignore[misc]
    window.maker.begin()
    at.press("Ctrl+Return", "Ctrl+PageDown")
    assert not window.maker.busy
    trigger(by_id("suggest"), window)
    wait(qtbot, window)
    number = at.workspace.number
    assert number is not None
    assert known(project, number)
    # What is finished from now on is known as soon as one asks again.
    at.press("Ctrl+Return")
    assert not window.maker.busy
    trigger(by_id("suggest"), window)
    wait(qtbot, window)
    assert at.workspace.number is not None
    assert known(project, at.workspace.number) not in ("", known(project, number))
    trigger(by_id("suggest-unasked"), window)
    assert at.messages[-1].text == "Suggestions are made when an article is opened."
    at.press("Ctrl+PageDown")
    wait(qtbot, window)
    assert known(project, at.workspace.number)


def test_the_switch_is_remembered(at: Desk, open_window: OpenWindow, path: Path) -> None:
    trigger(by_id("suggest-unasked"), at.window)
    at.window.close()
    again = open_window(path)
    again.maker.begin()
    assert not again.maker.by_itself
    assert not again.maker.busy


def test_nothing_is_made_unasked_before_it_begins(at: Desk, qtbot: QtBot) -> None:
    assert not at.window.maker.busy
    trigger(by_id("suggest"), at.window)
    wait(qtbot, at.window)
    assert at.workspace.project is not None
    assert at.workspace.project.suggested.models()


def test_a_finished_article_is_left_alone(at: Desk, qtbot: QtBot) -> None:
    project = at.workspace.project
    assert project is not None
    project.set_status(1, AUTHOR, "done")
    at.window.maker.begin()
    wait(qtbot, at.window)
    assert project.suggested.version(1, "model:quotations") is None


def test_all_articles(at: Desk, qtbot: QtBot) -> None:
    project = at.workspace.project
    assert project is not None
    project.set_status(2, AUTHOR, "done")
    trigger(by_id("suggest-all"), at.window)
    assert at.window.strip.work.text() == "Suggesting for all articles" or at.window.maker.busy
    wait(qtbot, at.window)
    seen = [n for n in range(1, 15) if project.suggested.version(n, "model:quotations")]
    assert seen == [1, *range(3, 15)]
    assert "Suggested for %n articles." in said(at)
    settle(qtbot)
    assert not at.window.strip.work.isVisibleTo(at.window)


def test_what_was_said_can_be_read_when_suggestions_come(at: Desk, qtbot: QtBot) -> None:
    shown = at.window.status.message
    at.workspace.go_to(14)
    settle(qtbot)
    at.press("Ctrl+PageDown")
    settle(qtbot)
    assert shown.text() == "This is the last article."
    at.window.maker.begin()
    wait(qtbot, at.window)
    assert len(at.workspace.offered)
    assert shown.text() == "This is the last article."
    at.press("Left")
    settle(qtbot)
    assert shown.text() == ""


def test_keys_are_answered_while_all_articles_are_looked_at(at: Desk, qtbot: QtBot) -> None:
    project = at.workspace.project
    assert project is not None
    stored = [0]

    def look() -> None:
        versions = (project.suggested.version(n, "model:relations") for n in range(1, 15))
        stored.append(sum(version is not None for version in versions))

    beat = QTimer(at.window, interval=0)
    beat.timeout.connect(look)
    beat.start()
    trigger(by_id("suggest-all"), at.window)
    wait(qtbot, at.window)
    beat.stop()
    look()
    assert stored[-1] == 14
    # Between two turns no more was stored than may wait at the end of all.
    assert max(after - before for before, after in pairwise(stored)) <= work.AHEAD + 1


def test_no_more_is_looked_at_than_can_be_stored(path: Path) -> None:
    told: list[int] = []

    def progress(done: int, total: int) -> None:
        told.append(done)
        if told.count(done) > 3 and done:
            raise Stopped("Stopped.")

    found: Queue[work.Found] = Queue(work.AHEAD)
    with Project.open(path) as project, pytest.raises(Stopped):
        work.look_at_all(project, Plan(ways=("memory",), layer=AUTHOR), None, found, progress)
    assert found.full()
    assert told[-1] < 14


def test_with_nothing_finished_it_says_so(at: Desk, qtbot: QtBot) -> None:
    at.press("F2")
    wait(qtbot, at.window)
    assert any("no article is finished" in one.text for one in at.messages)


def test_with_one_label_it_says_what_that_means(at: Desk, qtbot: QtBot, path: Path) -> None:
    project = at.workspace.project
    assert project is not None
    from annotator.model import edits

    one = project.annotated(1, AUTHOR)
    others = [entity.id for entity in one.entities if entity.label != "PERS"]
    project.apply(1, AUTHOR, one, edits.delete(one, others))
    project.set_status(1, AUTHOR, "done")
    at.workspace.go_to(1)
    at.press("F2")
    wait(qtbot, at.window)
    assert any("Only {label} is marked there" in text for text in said(at))


def _learners() -> list[psutil.Process]:
    children = psutil.Process().children()
    return [one for one in children if "spawn_main" in _command(one)]


def _command(process: psutil.Process) -> str:
    """How a process was called; "" for one that has just ended."""
    try:
        return " ".join(process.cmdline())
    except psutil.NoSuchProcess:
        return ""


def begin_learning(at: Desk, qtbot: QtBot) -> None:
    project = at.workspace.project
    assert project is not None
    for number in (1, 2, 3):
        project.set_status(number, AUTHOR, "done")
    at.press("F2")
    qtbot.waitUntil(lambda: bool(_learners()), timeout=LONG)


def test_a_killed_process_is_told(at: Desk, qtbot: QtBot) -> None:
    begin_learning(at, qtbot)
    for one in _learners():
        one.kill()
    wait(qtbot, at.window)
    assert any("ended from outside" in text for text in said(at))


def close_window(at: Desk) -> None:
    at.window.close()


def close_project(at: Desk) -> None:
    at.workspace.close()


def stop(at: Desk) -> None:
    at.window.strip.stop.click()


@pytest.mark.parametrize("end", [close_window, close_project, stop])
def test_it_can_be_ended_at_any_time(
    at: Desk, qtbot: QtBot, path: Path, end: Callable[[Desk], None]
) -> None:
    begin_learning(at, qtbot)
    end(at)
    wait(qtbot, at.window)
    qtbot.waitUntil(lambda: not _learners(), timeout=LONG)
    at.workspace.close()
    with Project.open(path) as project:
        assert project.check() == []


def test_looking_at_another_layer_does_not_end_learning(at: Desk, qtbot: QtBot) -> None:
    begin_learning(at, qtbot)
    at.workspace.set_layer(sample.GOLD)
    wait(qtbot, at.window)
    assert "Learned from {articles} articles with {entities} entities." in said(at)
    assert not [one.text for one in at.messages if one.kind == "refused"]
    at.workspace.set_layer(AUTHOR)
    trigger(by_id("suggest"), at.window)
    wait(qtbot, at.window)
    project = at.workspace.project
    assert project is not None
    assert "model:learned" in project.suggested.models()


def test_another_author_ends_it_and_that_is_said(at: Desk, qtbot: QtBot) -> None:
    begin_learning(at, qtbot)
    at.window.set_author("سعيد")
    assert "Stopped. What was suggested by then stays." in said(at)
    wait(qtbot, at.window)
    qtbot.waitUntil(lambda: not _learners(), timeout=LONG)
    settle(qtbot)
    assert not at.window.strip.work.isVisibleTo(at.window)


def test_closing_does_not_wait_for_what_is_being_made(at: Desk, qtbot: QtBot, path: Path) -> None:
    trigger(by_id("suggest"), at.window)
    while not at.window.findChildren(Job):
        QApplication.processEvents()
    at.window.close()
    with Project.open(path) as project:
        assert project.check() == []
    wait_for_rest(LONG / 1000)
    settle(qtbot)
    with Project.open(path) as project:
        assert project.suggested.models() == []


@pytest.mark.parametrize("name", ["suggest", "suggest-all"])
def test_after_a_bug_one_may_ask_again(
    at: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    project = at.workspace.project
    assert project is not None
    with monkeypatch.context() as sabotage, qtbot.captureExceptions() as bugs:
        sabotage.setattr(Proposer, "look", lambda *_: 1 / 0)
        trigger(by_id(name), at.window)
        wait(qtbot, at.window)
    assert [bug[0] for bug in bugs] == [ZeroDivisionError]
    assert not at.window.strip.stop.isVisible()
    assert project.suggested.models() == []
    trigger(by_id(name), at.window)
    wait(qtbot, at.window)
    assert project.suggested.models()


def dialog(at: Desk, qtbot: QtBot) -> ModelDialog:
    trigger(by_id("suggest-camel"), at.window)
    qtbot.waitUntil(lambda: bool(at.window.findChildren(ModelDialog)))
    return at.window.findChildren(ModelDialog)[-1]


def test_the_folder_is_asked_for_over_the_dialog_and_goes_with_it(at: Desk, qtbot: QtBot) -> None:
    asked = dialog(at, qtbot)
    (other,) = (one for one in asked.findChildren(QPushButton) if one.text() == "Choose…")
    qtbot.mouseClick(other, Qt.MouseButton.LeftButton)
    (folders,) = asked.findChildren(QFileDialog)
    assert folders.isVisible()
    asked.reject()
    qtbot.waitUntil(lambda: not at.window.findChildren(QFileDialog))


def test_a_bert_model_looks_at_all_articles(at: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    project = at.workspace.project
    assert project is not None
    at.workspace.go_to(4)
    model = build(tmp_path / "bert")
    asked = dialog(at, qtbot)
    assert not asked.go.isEnabled()
    asked.take(model)
    chosen = {name: box.currentData() for name, box in asked.choices.items()}
    assert chosen == {"PERS": "PERS", "LOC": "GPE", "MISC": ""}
    asked.choices["LOC"].setCurrentIndex(asked.choices["LOC"].findData("LOC"))
    qtbot.keyClick(asked.go, Qt.Key.Key_Return)
    wait(qtbot, at.window)
    seen = [n for n in range(1, 15) if project.suggested.version(n, "model:camel")]
    assert seen == list(range(1, 15))
    found = [one for n in seen for layer in project.suggested.layers(n) if layer.name == CAMEL
             for one in layer.annotations]  # fmt: skip
    assert {one.label for one in found if isinstance(one, Entity)} <= {"PERS", "LOC"}
    again = dialog(at, qtbot)
    assert again.folder == model
    assert again.choices["LOC"].currentData() == "LOC"


def test_a_folder_without_a_model_is_told(at: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    asked = dialog(at, qtbot)
    asked.take(build(tmp_path / "bert"))
    (tmp_path / "empty").mkdir()
    asked.take(tmp_path / "empty")
    assert "config.json is missing" in asked.problem.text()
    assert not asked.go.isEnabled()
    assert asked.choices == {}
    asked.reject()
    assert not at.window.maker.busy
    assert at.workspace.project is not None
    assert at.workspace.project.recall("folder of the camel model") is None


def test_the_details_say_who_suggested_it(at: Desk, qtbot: QtBot) -> None:
    trigger(by_id("suggest"), at.window)
    wait(qtbot, at.window)
    at.workspace.go_to(4)
    trigger(by_id("suggest"), at.window)
    wait(qtbot, at.window)
    at.press("F4", "Return")
    (one, *_) = at.article.in_order()
    at.workspace.set_focus(one.id)
    settle(qtbot)
    texts = [field.field.value for field in at.window.inspector._parts]  # type: ignore[attr-defined]
    assert any("Quotations" in str(text) or "Memory" in str(text) for text in texts)
