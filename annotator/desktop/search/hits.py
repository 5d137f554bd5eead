"""The hits of a search as rows: those that came in so far, in the order of the articles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.exchange.concordance import Line

LINE = Qt.ItemDataRole.UserRole
"""The role under which a row keeps its `Line`."""
FIRST = Qt.ItemDataRole.UserRole + 1
"""Whether a row is the first of its article."""


class HitsModel(QAbstractListModel):
    """One row a hit."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []
        self.articles = 0

    def clear(self) -> None:
        """Have no hits."""
        self.beginResetModel()
        self.lines, self.articles = [], 0
        self.endResetModel()

    def add(self, lines: Sequence[Line]) -> None:
        """Have these too, behind the others."""
        if not lines:
            return
        count = len(self.lines)
        self.beginInsertRows(QModelIndex(), count, count + len(lines) - 1)
        last = self.lines[-1].number if self.lines else 0
        self.lines.extend(lines)
        self.articles += len({line.number for line in lines} - {last})
        self.endInsertRows()

    def chosen(self, rows: Iterable[int]) -> list[Line]:
        """The hits of these rows."""
        return [self.lines[row] for row in rows]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """How many hits there are so far."""
        return 0 if parent.isValid() else len(self.lines)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """The `Line`, or its words for screen readers."""
        row = index.row()
        line = self.lines[row]
        if role == LINE:
            return line
        if role == FIRST:
            return row == 0 or self.lines[row - 1].number != line.number
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{line.hit} · {line.text} · {line.title}"
        return None
