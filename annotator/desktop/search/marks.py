"""Which hits are marked already: the entities of the layer in view that are exactly a hit.

Read when the rows of an article are first seen, and then kept until its annotations change.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from annotator.desktop.workspace import Workspace
from annotator.errors import UserError
from annotator.exchange.concordance import Line
from annotator.model.labels import EntityLabel
from annotator.model.spans import Fragment

_KEPT = 2000


class Marks(QObject):
    """See the module. What is not known yet is read when there is time, then `arrived` is called.

    Painting rows comes first: it never waits for this.
    """

    def __init__(self, workspace: Workspace, arrived: Callable[[], object]) -> None:
        super().__init__()
        self._workspace = workspace
        self._arrived = arrived
        self._known: dict[int, dict[Fragment, EntityLabel]] = {}
        self._wanted: dict[int, None] = {}
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._read)
        workspace.summaryChanged.connect(self._forget)
        workspace.summariesChanged.connect(self.forget_all)
        workspace.projectChanged.connect(self.forget_all)

    def label_of(self, line: Line) -> EntityLabel | None:
        """The label of the entity that this hit is; None if there is none, or not known yet."""
        known = self._known.get(line.number)
        if known is None:
            self._wanted[line.number] = None
            self._later.start()
            return None
        return known.get((line.start, line.end))

    def forget_all(self) -> None:
        """Read everything again that is seen."""
        self._known.clear()
        self._wanted.clear()
        self._arrived()

    def _forget(self, number: int) -> None:
        if self._known.pop(number, None) is not None:
            self._arrived()

    def _read(self) -> None:
        wanted, self._wanted = self._wanted, {}
        if len(self._known) > _KEPT:
            self._known.clear()
        for number in wanted:
            self._known[number] = self._entities(number)
        self._arrived()

    def _entities(self, number: int) -> dict[Fragment, EntityLabel]:
        project = self._workspace.project
        if project is None:
            return {}
        try:
            article = project.annotated(number, self._workspace.layer)
        except UserError:
            return {}  # Going there says what is the matter.
        found = {}
        for one in article.entities:
            label = article.labels.entity(one.label)
            if label is not None and len(one.span.fragments) == 1:
                found[one.span.fragments[0]] = label
        return found
