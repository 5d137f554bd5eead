"""Work beside the window, given up: waited for where it must be, left alone where it may be."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from annotator.desktop.background import Job, Progress, Stopped, give_up_all, wait_for_rest

from .conftest import settle

PATIENCE = 30.0


class Held:
    """Work that goes on until it is let go."""

    def __init__(self) -> None:
        self.begun, self.go, self.over = threading.Event(), threading.Event(), threading.Event()
        self.stopped = False

    def __call__(self, progress: Progress) -> str:
        self.begun.set()
        self.go.wait(PATIENCE)
        try:
            progress(1, 2)
        except Stopped:
            self.stopped = True
            raise
        finally:
            self.over.set()
        return "done"


def begin(work: Held, *, alone: bool) -> tuple[QObject, Job, list[object]]:
    owner, heard = QObject(), list[object]()
    job = Job(work, owner, alone=alone)
    for signal in (job.moved, job.ended, job.failed):
        signal.connect(lambda *values: heard.append(values))
    job.start()
    assert work.begun.wait(PATIENCE)
    return owner, job, heard


def test_what_may_be_left_alone_is_not_waited_for_nor_heard(qtbot: QtBot) -> None:
    work = Held()
    owner, job, heard = begin(work, alone=True)
    give_up_all(owner)
    # Still there: giving it up has not waited.
    assert not work.over.is_set()
    assert job.over
    del job
    owner.deleteLater()
    settle(qtbot)
    work.go.set()
    wait_for_rest(PATIENCE)
    assert work.over.is_set()
    assert work.stopped
    settle(qtbot)
    assert heard == []


def test_what_writes_is_waited_for(qtbot: QtBot) -> None:
    work = Held()
    owner, _, heard = begin(work, alone=False)
    threading.Timer(0.05, work.go.set).start()
    give_up_all(owner)
    assert work.over.is_set()
    settle(qtbot)
    assert heard == []


@pytest.mark.parametrize("alone", [False, True])
def test_what_is_not_given_up_is_heard(qtbot: QtBot, alone: bool) -> None:
    work = Held()
    owner, job, heard = begin(work, alone=alone)
    work.go.set()
    qtbot.waitUntil(lambda: job.over, timeout=int(1000 * PATIENCE))
    assert heard[-1] == ("done",)
    assert owner is not None
