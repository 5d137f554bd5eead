"""Checks in the background: on a snapshot of the project, one run at a time.

The snapshot belongs to the thread, so closing the project or the program in mid-run harms neither.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal

from annotator.desktop.checks.ready import Ready, in_order, ready
from annotator.errors import UserError
from annotator.exchange import checking
from annotator.model.annotated import AnnotatedArticle
from annotator.quality.checks import Check, Finding, run
from annotator.quality.corpus import Worked
from annotator.store import Project

MOST = 2_000
"""Findings of one check that are shown, though there may be more: nobody reads them at once."""
_PATIENCE = 2.0
"""Seconds that closing the program waits for a run to hear of it."""
_EVERY = 0.05
"""Seconds between two words about how far a run is."""


class Result(NamedTuple):
    """What a run found, and in how many articles it looked; `more` if not all of it is here."""

    found: tuple[Ready, ...]
    articles: int
    more: bool = False


class _Stopped(Exception):
    """The run is no longer wanted."""


class _Run:
    """What both sides of one run share."""

    def __init__(self, project: Project, layer: str, checks: Sequence[Check], number: int) -> None:
        self.project, self.layer, self.checks, self.number = project, layer, checks, number
        self.cancelled = threading.Event()

    def go_on(self) -> None:
        if self.cancelled.is_set():
            raise _Stopped


class Runner(QObject):
    """Runs checks, the latest only. Its signals come in the window's own thread."""

    progressed = Signal(int, int)
    """How far the run is: steps done of all."""
    ended = Signal(object, object)
    """The run is over: its `Result`, or None and the `UserError` that ended it."""
    _came = Signal(int, int, int)
    _over = Signal(int, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now: _Run | None = None
        self._number = 0
        self._threads: list[threading.Thread] = []
        self._came.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._over.connect(self._end, Qt.ConnectionType.QueuedConnection)

    @property
    def running(self) -> bool:
        """Whether a run is neither over nor stopped."""
        return self._now is not None

    def start(self, project: Project, layer: str, checks: Sequence[Check]) -> None:
        """Check a layer; a run before is stopped and heard of no more."""
        self.cancel()
        self._number += 1
        self._now = _Run(project, layer, checks, self._number)
        self._threads = [one for one in self._threads if one.is_alive()]
        # A daemon, so that no run keeps a program alive that is on its way out.
        thread = threading.Thread(target=self._work, args=(self._now,), daemon=True)
        self._threads.append(thread)
        thread.start()

    def cancel(self) -> None:
        """Stop the run, without waiting for it."""
        now, self._now = self._now, None
        if now is not None:
            now.cancelled.set()

    def close(self) -> None:
        """Stop, and wait until nothing is running; not long, since the snapshot is its own."""
        self.cancel()
        for thread in self._threads:
            thread.join(_PATIENCE)
        self._threads.clear()

    # In the background

    def _work(self, now: _Run) -> None:
        result: Result | None = None
        error: Exception | None = None
        try:
            with now.project.snapshot() as snapshot:
                result = self._look(now, snapshot)
        except _Stopped:
            return
        except Exception as caught:  # noqa: BLE001 -- raised again where it is seen to
            error = caught
        if not now.cancelled.is_set() and not (error is not None and now.project.closed):
            self._over.emit(now.number, result, error)

    def _look(self, now: _Run, snapshot: Project) -> Result:
        count = snapshot.count()
        passes, seen, told = 0, 0, 0.0

        def articles() -> Iterator[Worked]:
            nonlocal passes, seen, told
            passes, seen = passes + 1, 0
            for worked in checking.corpus(snapshot, now.layer):
                now.go_on()
                seen += 1
                if time.perf_counter() - told > _EVERY:
                    told = time.perf_counter()
                    self._came.emit(now.number, (passes - 1) * count + worked.number, 2 * count)
                yield worked

        every = run(articles, now.checks)
        found = in_order(every, MOST)
        return Result(tuple(_made_ready(now, snapshot, found)), seen, len(found) < len(every))

    # In the window

    def _take(self, number: int, done: int, of: int) -> None:
        if self._now is not None and number == self._number:
            self.progressed.emit(min(done, of), of)

    def _end(self, number: int, result: Result | None, error: Exception | None) -> None:
        if self._now is None or number != self._number:
            return
        self._now = None
        if error is not None and not isinstance(error, UserError):
            self.ended.emit(None, None)
            raise error
        self.ended.emit(result, error)


def _made_ready(now: _Run, snapshot: Project, found: Sequence[Finding]) -> Iterator[Ready]:
    """The findings in the order of the checks; each article is read once."""
    places: dict[int, Ready] = {}
    by_article = sorted(range(len(found)), key=lambda place: found[place].article)
    for number, group in groupby(by_article, key=lambda place: found[place].article):
        now.go_on()
        article = article_of(snapshot, number, now.layer)
        for place in group:
            places[place] = ready(found[place], article)
    return (places[place] for place in range(len(found)))


def article_of(project: Project, number: int, layer: str) -> AnnotatedArticle:
    """The article as the layer left it; without annotations where these break the rules."""
    try:
        return project.annotated(number, layer)
    except UserError:
        return AnnotatedArticle(project.article(number), project.labels)
