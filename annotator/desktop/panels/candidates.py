"""The list of places to mark in many articles, each of which can be left out: model and painter.

Rows are articles with the candidates in them below. What has been found stays where it is; more
comes in at the end.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.desktop import theme
from annotator.desktop.article.style import TextStyle
from annotator.desktop.everywhere import Candidate, InArticle
from annotator.desktop.language import tr
from annotator.desktop.panels.kwic import Concordance, Inks, paint_box
from annotator.desktop.panels.rows import Row, one_line, paint_ground, paint_row
from annotator.model.spans import Span

SHOWN = Qt.ItemDataRole.UserRole + 1
"""The role of what a row stands for: a `Candidate`, or an `InArticle` with candidates below it."""
CHOSEN = Qt.ItemDataRole.UserRole + 2
"""Whether it is chosen: True, False, or None for some of an article's candidates."""
_HEIGHT = 40
_BOX = 22

_Index = QModelIndex | QPersistentModelIndex


class CandidatesModel(QAbstractListModel):
    """See the module."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._articles: list[tuple[InArticle, int]] = []
        self._rows: list[tuple[int, int]] = []
        self._chosen: set[int] = set()
        self.count = 0

    def add(self, found: InArticle) -> None:
        """Put an article and its candidates at the end."""
        first, article = len(self._rows), len(self._articles)
        self.beginInsertRows(QModelIndex(), first, first + len(found.candidates))
        self._articles.append((found, first))
        self._rows.extend((article, number) for number in range(-1, len(found.candidates)))
        self._chosen.update(
            first + 1 + n for n, candidate in enumerate(found.candidates) if candidate.chosen
        )
        self.count += len(found.candidates)
        self.endInsertRows()

    @property
    def articles(self) -> int:
        """In how many articles there are candidates."""
        return len(self._articles)

    @property
    def chosen(self) -> int:
        """How many candidates are chosen."""
        return len(self._chosen)

    def places(self) -> Iterator[tuple[int, list[Span]]]:
        """The chosen spans of each article, by its number; articles without one are left out."""
        for found, first in self._articles:
            spans = [
                candidate.span
                for n, candidate in enumerate(found.candidates, first + 1)
                if n in self._chosen
            ]
            if spans:
                yield found.number, spans

    def toggle(self, row: int) -> None:
        """Leave a candidate out or take it again; of an article all, unless all are taken."""
        article, number = self._rows[row]
        found, first = self._articles[article]
        rows = {row} if number >= 0 else set(range(first + 1, first + 1 + len(found.candidates)))
        self._chosen = self._chosen - rows if rows <= self._chosen else self._chosen | rows
        self.dataChanged.emit(self.index(first, 0), self.index(first + len(found.candidates), 0))

    def next_candidate(self, row: int, step: int) -> int:
        """The next row (`step` 1) or the previous one (-1) that is a candidate, round and round."""
        for _ in range(len(self._rows)):
            row = (row + step) % len(self._rows)
            if self._rows[row][1] >= 0:
                break
        return row

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """How many rows there are: articles and candidates."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What the row stands for, whether it is chosen, and its words for screen readers."""
        article, number = self._rows[index.row()]
        found, first = self._articles[article]
        if role == SHOWN:
            return found.candidates[number] if number >= 0 else found
        if role == CHOSEN:
            return self._state(first, len(found.candidates), number)
        if role == Qt.ItemDataRole.CheckStateRole:
            return _CHECKS[self._state(first, len(found.candidates), number)]
        if role == Qt.ItemDataRole.DisplayRole:
            return found.candidates[number].line.text if number >= 0 else found.title
        return None

    def _state(self, first: int, count: int, number: int) -> bool | None:
        if number >= 0:
            return first + 1 + number in self._chosen
        taken = sum(1 for row in range(first + 1, first + 1 + count) if row in self._chosen)
        return None if 0 < taken < count else taken == count


_CHECKS = {
    True: Qt.CheckState.Checked,
    False: Qt.CheckState.Unchecked,
    None: Qt.CheckState.PartiallyChecked,
}


class CandidatePainter(QStyledItemDelegate):
    """Paints the rows: a check box at the start of the line, then the title or the candidate."""

    def __init__(self, parent: QWidget, colour: str, style: TextStyle) -> None:
        """`colour` is that of the label, as `#RRGGBB`; `style` is how the lines are set."""
        super().__init__(parent)
        self._colour = colour
        self._concordance = Concordance(style)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """All rows have one height."""
        return QSize(100, _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one row."""
        shown, chosen = index.data(SHOWN), index.data(CHOSEN)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        inside = theme.APART if isinstance(shown, Candidate) else 0
        area = QRectF(option.rect).adjusted(theme.NEAR, 0, -theme.NEAR, 0)
        start = inside + _BOX / 2
        x = area.right() - start if mirrored else area.left() + start
        self._box(painter, QPointF(x, area.center().y()), chosen)
        room = inside + _BOX
        area = area.adjusted(0, 0, -room, 0) if mirrored else area.adjusted(room, 0, 0, 0)
        if isinstance(shown, Candidate):
            self._candidate(painter, area, shown, option, chosen=bool(chosen))
        else:
            _title(painter, area, option, shown)
        painter.restore()

    def _box(self, painter: QPainter, centre: QPointF, chosen: bool | None) -> None:
        tone = theme.colours()
        ink = QColor(tone.quiet if chosen is False else tone.accent)
        paint_box(painter, centre, chosen, ink, QColor(tone.card))

    def _candidate(
        self,
        painter: QPainter,
        area: QRectF,
        candidate: Candidate,
        option: QStyleOptionViewItem,
        *,
        chosen: bool,
    ) -> None:
        tone = theme.colours()
        tint = QColor(self._colour)
        tint.setAlphaF(0.2 if chosen else 0.0)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        ground = tone.selected if selected else tone.hover if over else tone.card
        inks = Inks(QColor(tone.ink), QColor(tone.quiet), tint, QColor(ground))
        self._concordance.paint(painter, area, candidate.line, inks)


def _title(painter: QPainter, area: QRectF, option: QStyleOptionViewItem, found: InArticle) -> None:
    row = Row(one_line(found.title), tr("article {number}", number=found.number), strong=True)
    inner = QStyleOptionViewItem(option)
    inner.rect = area.toRect()
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    paint_row(painter, inner, row)
