"""Gathers in idle moments what the window knows of words, so that no key press has to wait for it.

The vocabulary and the words of the article when it has been shown, and what pickers look through,
in slices of a few milliseconds; the names marked in other articles, a few articles at a time; and,
in a thread, the morphology of camel-tools if its data are installed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from itertools import chain
from threading import Thread
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.desktop.workspace import Workspace
from annotator.errors import UserError
from annotator.text.evidence import Analyse, gathering
from annotator.text.morphology import load_morphology
from annotator.text.vocabulary import vocabulary

_SLICE = 0.004
"""Seconds that a slice may take: a key pressed meanwhile is answered within its frame."""
_AT_A_TIME = 50
_PAUSE = 30
_LOOK = 200
"""Milliseconds between two steps, and between two looks at the thread."""
_MOST = 20_000
"""In how many articles names are looked for, from the first on."""


class Learner(QObject):
    """Follows the workspace and fills its `knowledge`."""

    prepared = Signal()
    """All has been done that is done when an article has been opened."""

    def __init__(
        self,
        workspace: Workspace,
        parent: QObject | None = None,
        further: Callable[[], Iterator[object]] = lambda: iter(()),
    ) -> None:
        """`further` makes what else is to be prepared, in steps of about a millisecond."""
        super().__init__(parent)
        self._workspace, self._next, self._further = workspace, 1, further
        self._work: Iterator[object] = iter(())
        self._soon = QTimer(self, interval=0)
        self._soon.timeout.connect(self._slice)
        self._steps = QTimer(self, interval=_PAUSE)
        self._steps.timeout.connect(self._step)
        self._looks = QTimer(self, interval=_LOOK)
        self._looks.timeout.connect(self._look)
        workspace.articleChanged.connect(self._prepare)
        workspace.projectChanged.connect(self._begin)

    def _prepare(self) -> None:
        self._work = chain(self._words(), self._further())
        self._soon.start()

    def _slice(self) -> None:
        """Go on with the work for a moment."""
        until = perf_counter() + _SLICE
        for _ in self._work:
            if perf_counter() > until:
                return
        self._soon.stop()
        self.prepared.emit()

    def _words(self) -> Iterator[object]:
        yield vocabulary()
        if self._workspace.annotated is not None:
            yield from gathering(self._workspace.annotated.text)
        if self._workspace.annotated is not None:
            # The first question of all is the slowest one.
            yield self._workspace.knowledge.of(self._workspace.annotated).articles("في")

    def _begin(self) -> None:
        self._next = 1
        self._prepare()
        self._workspace.knowledge.take_project(self._workspace.project)
        self._steps.start()

    def _step(self) -> None:
        """Take in the names of some more articles."""
        project, last = self._workspace.project, self._next + _AT_A_TIME - 1
        if project is None or self._next > min(project.count(), _MOST):
            self._steps.stop()
            return
        try:
            found = project.names(self._workspace.author, self._next, last)
        except UserError:
            # What is the matter with the file is told where it is read for its own sake.
            self._steps.stop()
            return
        self._workspace.knowledge.add_names(found)
        self._next = last + 1

    @property
    def idle(self) -> bool:
        """Whether nothing of what follows the opening of an article is left to do."""
        return not self._soon.isActive()

    def load_morphology(self) -> None:
        """Begin to load the morphology; it is used as soon as it is there."""
        self._found: Future[Analyse | None] = Future()
        self._thread = Thread(target=_load, args=(self._found,), daemon=True)
        self._thread.start()
        self._looks.start()

    @property
    def loading(self) -> bool:
        """Whether the morphology is on its way."""
        return self._looks.isActive()

    def _look(self) -> None:
        if self._thread.is_alive():
            return
        self._looks.stop()
        if not self._found.done():
            return
        try:
            self._workspace.knowledge.analyse = self._found.result()
        except UserError as error:
            self._workspace.refuse(error)


def _load(found: Future[Analyse | None]) -> None:
    """What can be told to the user is kept for the window; anything else is a bug and is raised."""
    try:
        found.set_result(load_morphology())
    except UserError as error:
        found.set_exception(error)
