"""A search in the background: one thread a search, of which only the latest is listened to.

It reads through the project that the window has open, which lets it in between two statements. It
stops by itself when it has found as much as was wanted, and goes on when more is.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from annotator.errors import UserError
from annotator.exchange.concordance import Line, lines
from annotator.store import Project, Query

CONTEXT = 80
"""Code points on either side of a hit."""
AT_ONCE = 1000
"""Hits that are looked for before anybody asks for more."""
MOST = 20_000
"""Hits that a search ends with, though there are more: nobody reads them, and memory is finite."""
_FIRST_BATCH, _BATCH = 60, 400
"""Lines; the first ones are those that somebody waits for."""
_PATIENCE = 0.2


class Batch(NamedTuple):
    """What came in: lines, and how far the search is (`looked` of `of` articles)."""

    lines: tuple[Line, ...]
    looked: int
    of: int


class _Search:
    """What both sides of one search share."""

    def __init__(self, project: Project, query: Query, number: int) -> None:
        self.project = project
        self.query = query
        self.number = number
        self.cancelled = threading.Event()
        self.shown = threading.Semaphore(0)
        self.wanted = AT_ONCE
        self.more = threading.Condition()


class Runner(QObject):
    """Runs one search after the other. Its signals come in the window's own thread."""

    brought = Signal(object)
    """A `Batch` of the latest search."""
    ended = Signal(object)
    """The latest search is over; None, or the `UserError` that ended it."""
    _came = Signal(int, object)
    _over = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now: _Search | None = None
        self._number = 0
        self._threads: list[threading.Thread] = []
        self._came.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._over.connect(self._end, Qt.ConnectionType.QueuedConnection)

    @property
    def running(self) -> bool:
        """Whether the latest search is neither over nor stopped."""
        return self._now is not None

    def start(self, project: Project, query: Query) -> None:
        """Search; what came before is stopped and heard of no more."""
        self.cancel()
        self._number += 1
        self._now = _Search(project, query, self._number)
        self._spawn(self._work, self._now)

    def prepare(self, project: Project) -> None:
        """Have the project read what its first search would have to wait for."""
        self._spawn(_prepare, project)

    def want_more(self) -> None:
        """Go on, if the search is waiting because it has found enough."""
        search = self._now
        if search is not None:
            with search.more:
                search.wanted += AT_ONCE
                search.more.notify()

    def cancel(self) -> None:
        """Stop the search, without waiting for it."""
        search, self._now = self._now, None
        if search is not None:
            with search.more:
                search.cancelled.set()
                search.more.notify()
            search.shown.release()

    def close(self) -> None:
        """Stop, and wait until nothing is running: at most until an expression gives up."""
        self.cancel()
        self.wait()

    def wait(self) -> None:
        """Wait until nothing is running in the background."""
        for thread in self._threads:
            thread.join()
        self._threads.clear()

    # In the background

    def _spawn(self, work: object, *arguments: object) -> None:
        self._threads = [one for one in self._threads if one.is_alive()]
        # A daemon, so that no search keeps a program alive that is on its way out.
        thread = threading.Thread(target=work, args=arguments, daemon=True)  # type: ignore[arg-type]
        self._threads.append(thread)
        thread.start()

    def _work(self, search: _Search) -> None:
        error: Exception | None = None
        try:
            for batch in _batches(search):
                self._came.emit(search.number, batch)
                # Both threads take turns at the interpreter: painting must not wait for its own.
                search.shown.acquire(timeout=_PATIENCE)
        except Exception as caught:  # noqa: BLE001 -- raised again where it is seen to
            error = caught
        if not search.cancelled.is_set() and not search.project.closed:
            self._over.emit(search.number, error)

    # In the window

    def _take(self, number: int, batch: Batch) -> None:
        if self._now is not None and number == self._number:
            self.brought.emit(batch)
            # Behind the painting, which is posted already.
            QTimer.singleShot(0, self._now.shown.release)

    def _end(self, number: int, error: Exception | None) -> None:
        if self._now is None or number != self._number:
            return
        self._now = None
        if error is not None and not isinstance(error, UserError):
            self.ended.emit(None)
            raise error
        self.ended.emit(error)


def _batches(search: _Search) -> Iterator[Batch]:
    found = 0
    for page in search.project.search(search.query):
        if search.cancelled.is_set():
            return
        every = (line for one in page.found for line in lines(one, CONTEXT))
        while some := tuple(islice(every, _BATCH if found else _FIRST_BATCH)):
            yield Batch(some, page.looked, page.of)
            found += len(some)
            if found >= MOST or not _may_go_on(search, found):
                return
        if not page.found:
            yield Batch((), page.looked, page.of)


def _may_go_on(search: _Search, found: int) -> bool:
    """Wait while there is as much as was wanted; False if the search is to stop."""
    with search.more:
        search.more.wait_for(lambda: search.cancelled.is_set() or found < search.wanted)
    return not search.cancelled.is_set()


def _prepare(project: Project) -> None:
    try:
        project.prepare_search()
    except Exception:  # noqa: BLE001 -- the search that needs it says what is wrong
        return
