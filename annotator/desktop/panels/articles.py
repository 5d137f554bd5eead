"""The panel of the articles and how far each is. Holds no list of its own: it reads pages."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from annotator.desktop import theme
from annotator.desktop.language import tr
from annotator.desktop.panels.card import Card
from annotator.desktop.panels.rows import ROW, Row, literal, one_line
from annotator.desktop.workspace import Workspace
from annotator.model.article import Status
from annotator.store import Summary

_PAGE = 100
_PAGES_KEPT = 20


class ArticlesModel(QAbstractListModel):
    """One row an article, in order of import; row n is article n + 1."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._pages: dict[int, list[Summary]] = {}
        self._count = 0

    def reload(self) -> None:
        """Forget everything: another project, another layer, or articles came in."""
        self.beginResetModel()
        self._pages.clear()
        project = self._workspace.project
        self._count = project.count() if project is not None else 0
        self.endResetModel()

    def refresh(self, number: int) -> None:
        """Read the row of one article again."""
        self._pages.pop((number - 1) // _PAGE, None)
        index = self.index(number - 1, 0)
        self.dataChanged.emit(index, index)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """How many articles the project has."""
        return 0 if parent.isValid() else self._count

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """The `Row`, or its words for screen readers."""
        if role not in (ROW, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        summary = self._summary(index.row())
        if summary is None:
            return None
        if role == Qt.ItemDataRole.ToolTipRole:
            return literal(f"{summary.title}\n{status_title(summary.status)}")
        row = _row(summary)
        return row if role == ROW else f"{row.spoken()} · {status_title(summary.status)}"

    def _summary(self, row: int) -> Summary | None:
        project = self._workspace.project
        if project is None or not 0 <= row < self._count:
            return None
        page, place = divmod(row, _PAGE)
        if page not in self._pages:
            if len(self._pages) >= _PAGES_KEPT:
                del self._pages[next(iter(self._pages))]
            start = page * _PAGE
            self._pages[page] = project.summaries(self._workspace.layer, start, _PAGE)
        found = self._pages[page]
        return found[place] if place < len(found) else None


def _row(summary: Summary) -> Row:
    tone = theme.colours()
    colours = {"new": tone.new, "begun": tone.begun, "done": tone.done, "skipped": tone.quiet}
    return Row(
        one_line(summary.title),
        detail=str(summary.annotations) if summary.annotations else "",
        sign=summary.status,
        colour=colours[summary.status],
    )


def status_title(status: Status) -> str:
    """How the interface calls a status."""
    return {
        "new": tr("Not begun"),
        "begun": tr("Begun"),
        "done": tr("Done"),
        "skipped": tr("Skipped"),
    }[status]


class ArticlesPanel(Card):
    """The articles; a row brings its article into view."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        self._workspace = workspace
        self.model = ArticlesModel(workspace)
        super().__init__(self.model, parent)
        self.model.setParent(self)
        self.list.chosen.connect(lambda row: workspace.go_to(row + 1))
        workspace.projectChanged.connect(self.reload)
        workspace.articleChanged.connect(self._show_current)
        workspace.summaryChanged.connect(self.model.refresh)
        self.retranslate()

    def reload(self) -> None:
        """Read the list again."""
        self.model.reload()
        self._show_current()
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text again, in the language of the interface."""
        self.set_title(self._title())
        if self._workspace.project is None:
            self.set_empty(tr("No project is open. Make one with Ctrl+N or open one with Ctrl+O."))
        else:
            self.set_empty(tr("There are no articles yet. Bring some in with Ctrl+I."))

    def _title(self) -> str:
        count, number = self.model.rowCount(), self._workspace.number
        if not count or number is None:
            return tr("Articles")
        return tr("Articles · {number} of {count}", number=number, count=count)

    def _show_current(self) -> None:
        number = self._workspace.number
        self.list.show_row(None if number is None else number - 1)
        self.set_title(self._title())
