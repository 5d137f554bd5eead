"""The rows of the list of articles, read from the project by pages as they come into view.

Of all articles it holds their numbers in the order of the list and nothing else.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.desktop import theme
from annotator.desktop.language import tr
from annotator.desktop.panels.rows import ROW, Row, literal, one_line
from annotator.desktop.workspace import Workspace
from annotator.model.article import Status
from annotator.store import Listing, Order, Summary

_PAGE = 100
_PAGES_KEPT = 20


class ArticlesModel(QAbstractListModel):
    """One row an article that the `wanted` listing has."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.wanted = Listing()
        self._numbers: array[int] = array("q")
        self._pages: dict[int, list[Summary]] = {}
        self._outgrown: set[int] = set()

    def reload(self) -> None:
        """Read which articles there are: another list, project or layer, or articles came in."""
        project, layer = self._workspace.project, self._workspace.layer
        self.beginResetModel()
        self._pages.clear()
        self._outgrown.clear()
        self._numbers = project.listing(layer, self.wanted) if project is not None else array("q")
        self.endResetModel()

    @property
    def numbers(self) -> Sequence[int]:
        """The articles' numbers, in the order of the list."""
        return self._numbers

    def row_of(self, number: int | None) -> int | None:
        """The row of an article; None if it is not in the list."""
        try:
            return self._numbers.index(number) if number is not None else None
        except ValueError:
            return None

    def refresh(self, number: int) -> None:
        """Read the row of one article again. It stays where it is, even if it no longer fits."""
        row = self.row_of(number)
        if row is None:
            return
        self._pages.pop(row // _PAGE, None)
        index = self.index(row, 0)
        self.dataChanged.emit(index, index)
        summary = self._summary(row)
        wanted = self.wanted.status
        if wanted is not None and summary is not None and summary.status != wanted:
            self._outgrown.add(number)

    def moved_on(self) -> None:
        """Another article came into view: rows that no longer fit the filter go."""
        for number in self._outgrown - {self._workspace.number or 0}:
            self._outgrown.discard(number)
            row = self.row_of(number)
            summary = self._summary(row) if row is not None else None
            if row is not None and summary is not None and summary.status != self.wanted.status:
                self._remove(row)

    def _remove(self, row: int) -> None:
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._numbers[row]
        self._pages = {page: found for page, found in self._pages.items() if page < row // _PAGE}
        self.endRemoveRows()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """How many articles the list has."""
        return 0 if parent.isValid() else len(self._numbers)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """The `Row`, its words for screen readers, or the whole title as a tooltip."""
        if role not in _ROLES:
            return None
        summary = self._summary(index.row())
        if summary is None:
            return None
        if role == Qt.ItemDataRole.ToolTipRole:
            return literal("\n".join(filter(None, (summary.title, self._facts(summary)))))
        if role == ROW:
            return self._row(summary)
        return f"{one_line(summary.title)} · {self._facts(summary)}"

    def _facts(self, summary: Summary) -> str:
        facts = [status_title(summary.status)]
        if summary.number == self._workspace.number:
            facts.insert(0, tr("in view"))
        if summary.annotations:
            facts.append(tr("%n annotations", summary.annotations))
        if summary.date:
            facts.append(one_line(summary.date))
        return " · ".join(facts)

    def _row(self, summary: Summary) -> Row:
        tone = theme.colours()
        colours = {"new": tone.new, "begun": tone.begun, "done": tone.done, "skipped": tone.quiet}
        count = str(summary.annotations) if summary.annotations else ""
        return Row(
            one_line(summary.title),
            detail=one_line(summary.date) if self.wanted.order == "date" else count,
            sign=summary.status,
            colour=colours[summary.status],
            strong=summary.number == self._workspace.number,
        )

    def _summary(self, row: int) -> Summary | None:
        project = self._workspace.project
        if project is None or not 0 <= row < len(self._numbers):
            return None
        page, place = divmod(row, _PAGE)
        if page not in self._pages:
            if len(self._pages) >= _PAGES_KEPT:
                del self._pages[next(iter(self._pages))]
            numbers = self._numbers[page * _PAGE : (page + 1) * _PAGE]
            self._pages[page] = project.rows(self._workspace.layer, numbers)
        found = self._pages[page]
        return found[place] if place < len(found) else None


_ROLES = (ROW, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole,
          Qt.ItemDataRole.AccessibleTextRole)  # fmt: skip


def status_title(status: Status) -> str:
    """How the interface calls a status."""
    return {
        "new": tr("Not begun"),
        "begun": tr("Begun"),
        "done": tr("Done"),
        "skipped": tr("Skipped"),
    }[status]


def order_title(order: Order) -> str:
    """How the interface calls an order of the list."""
    return {
        "project": tr("As in the project"),
        "title": tr("By title"),
        "status": tr("By state"),
        "annotations": tr("Most annotations first"),
        "date": tr("Newest first"),
    }[order]
