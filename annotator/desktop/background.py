"""Work beside the window: a thread with progress, that can be stopped, and whose end is heard here.

What it works on must be its own, such as a snapshot of the project: threads share nothing else.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, Qt, Signal

from annotator.errors import UserError

Progress = Callable[[int, int], None]
Work = Callable[[Progress], object]
_BETWEEN = 0.05
"""Seconds between two signs of progress: more of them nobody sees."""


class Stopped(UserError):
    """The person stopped something that takes long; nothing of it was kept."""


class Job(QObject):
    """One piece of work. Its signals come in the window's own thread."""

    moved = Signal(int, int)
    """How much is done, and of how much."""
    ended = Signal(object)
    """What the work has answered."""
    failed = Signal(object)
    """The `UserError` that ended it; `Stopped` if `stop` did. Anything else is raised as a bug."""
    broken = Signal()
    """A bug has ended it, which is raised then."""
    _over = Signal(object, object)

    def __init__(self, work: Work, parent: QObject, *, alone: bool = False) -> None:
        """`alone` says that the work may end by itself whenever it hears that it is over.

        So it may if it writes nothing and holds no file that anybody else wants.
        """
        super().__init__(parent)
        self._work = work
        self._alone = alone
        self._telling = threading.Lock()
        self._halt = threading.Event()
        self._told = 0.0
        self.over = False
        # A daemon, so that no work keeps a program alive that is on its way out.
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._over.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """Ask the work to end at its next sign of progress, without waiting for that."""
        self._halt.set()

    def give_up(self) -> None:
        """Stop, wait until nothing is running, and be heard of no more.

        Work that may be left alone is not waited for.
        """
        self.stop()
        self.blockSignals(True)
        if self._alone:
            _left[:] = [one for one in (*_left, self._thread) if one.is_alive()]
        elif self._thread.is_alive():
            self._thread.join()
        with self._telling:
            self.over = True
        self.deleteLater()

    # In the background

    def _run(self) -> None:
        try:
            answer, error = self._work(self._move), None
        except Exception as caught:  # noqa: BLE001 -- raised again where it is seen to
            answer, error = None, caught
        with self._telling:
            # Whoever gave this up has taken the object away, perhaps.
            if not self.over:
                self._over.emit(answer, error)

    def _move(self, done: int, total: int) -> None:
        if self._halt.is_set():
            raise Stopped("Stopped.", kept="Nothing was changed.")
        if 0 < total <= done or monotonic() - self._told > _BETWEEN:
            self._told = monotonic()
            with self._telling:
                if not self.over:
                    self.moved.emit(done, total)

    # In the window

    def _end(self, answer: object, error: Exception | None) -> None:
        if self.over:
            return
        self.over = True
        self._thread.join()
        self.deleteLater()
        if error is None:
            self.ended.emit(answer)
        elif isinstance(error, UserError):
            self.failed.emit(error)
        else:
            self.broken.emit()
            raise error


def give_up_all(owner: QObject) -> None:
    """Stop all jobs of a window that closes: what is atomic leaves nothing behind."""
    for job in owner.findChildren(Job):
        if not job.over:
            job.give_up()


_left: list[threading.Thread] = []
"""The threads of work that was given up and not waited for."""


def wait_for_rest(seconds: float) -> None:
    """Let such work end, for so long at most: before the interpreter goes, behind the window."""
    until = monotonic() + seconds
    for thread in _left:
        thread.join(max(0.0, until - monotonic()))
