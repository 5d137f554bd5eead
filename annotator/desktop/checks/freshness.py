"""Which findings are no longer so: something was annotated, changed or deleted in their place.

An edit is answered first, then the findings of its article are looked at. After an edit over many
articles all are, in slices between the events of the window.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

from annotator.desktop.checks.ready import Ready, state
from annotator.desktop.checks.run import article_of
from annotator.desktop.workspace import Workspace
from annotator.model.annotated import AnnotatedArticle

_SLICE = 0.005
"""Seconds that may pass before the window has its turn again."""


class Freshness(QObject):
    """See the module. `gone` holds the keys; `changed` is called when there are others."""

    def __init__(self, workspace: Workspace, changed: Callable[[], object]) -> None:
        super().__init__()
        self.gone: set[str] = set()
        self._workspace, self._changed = workspace, changed
        self._by_article: dict[int, list[Ready]] = {}
        self._waiting: dict[int, None] = {}
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._look)
        self._meanwhile: set[int | None] = set()
        workspace.summaryChanged.connect(self._changed_in)
        workspace.summariesChanged.connect(lambda: self._changed_in(None))

    def begin(self) -> None:
        """A run begins: what is edited meanwhile, its snapshot does not have."""
        self._meanwhile.clear()

    def watch(self, found: Sequence[Ready]) -> None:
        """Watch the findings of the run that began last, and no longer those before."""
        self.gone.clear()
        by_article: dict[int, list[Ready]] = defaultdict(list)
        for one in found:
            by_article[one.finding.article].append(one)
        self._by_article = dict(by_article)
        self._waiting.clear()
        for number in self._meanwhile:
            self._wait_for(number)

    def catch_up(self, number: int) -> None:
        """Look at one article now."""
        self._waiting.pop(number, None)
        self._look_at(number)

    @property
    def busy(self) -> bool:
        """Whether something is waiting to be looked at."""
        return bool(self._waiting)

    def _changed_in(self, number: int | None) -> None:
        self._meanwhile.add(number)
        self._wait_for(number)

    def _wait_for(self, number: int | None) -> None:
        """Look at an article soon, or (None) at all that have findings."""
        numbers = self._by_article if number is None else (number,)
        self._waiting.update((one, None) for one in numbers if one in self._by_article)
        if self._waiting:
            self._later.start()

    def _look(self) -> None:
        before = set(self.gone)
        until = time.perf_counter() + _SLICE
        while self._waiting and time.perf_counter() < until:
            self.catch_up(next(iter(self._waiting)))
        if self._waiting:
            self._later.start()
        if before != self.gone:
            self._changed()

    def _look_at(self, number: int) -> None:
        article = self._article(number)
        if article is None:
            return
        for one in self._by_article.get(number, ()):
            if state(one.finding, article) == one.state:
                self.gone.discard(one.key)
            else:
                self.gone.add(one.key)

    def _article(self, number: int) -> AnnotatedArticle | None:
        workspace = self._workspace
        if workspace.project is None:
            return None
        if workspace.number == number:
            return workspace.annotated
        return article_of(workspace.project, number, workspace.layer)
