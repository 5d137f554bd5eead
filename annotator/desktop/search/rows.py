"""Paints a row of the search page: the title of the article, and the hit in its surroundings."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.desktop import theme
from annotator.desktop.article.style import TextStyle
from annotator.desktop.panels.kwic import Concordance, Inks
from annotator.desktop.panels.rows import paint_ground
from annotator.desktop.search.hits import FIRST, LINE
from annotator.exchange.concordance import Line

_SIZE = 21.0
_HEIGHT = 40
_SIDE = 12


class HitPainter(QStyledItemDelegate):
    """Paints rows whose model keeps a `Line`: the title at the start, then the hit in context."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._concordance = Concordance(_style(TextStyle().family))

    def set_style(self, style: TextStyle) -> None:
        """Set rows in the font of articles, at a size of their own."""
        self._concordance = Concordance(_style(style.family))

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """All rows have one height."""
        return QSize(100, _HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row."""
        line = index.data(LINE)
        if not isinstance(line, Line):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option)
        title, text = _areas(option.rect, option.direction)
        # The row at the top of the view says it too: the first one of its article is out of sight.
        if title.width() and (index.data(FIRST) or option.rect.top() <= 0):
            _paint_title(painter, title, line, option.direction)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hit = self._concordance.paint(painter, QRectF(text), line, _inks(selected))
        _paint_underline(painter, text, hit)
        painter.restore()


def _style(family: str) -> TextStyle:
    return TextStyle(family=family, size=_SIZE, above=0.0, below=0.0)


def _inks(selected: bool) -> Inks:
    tone = theme.colours()
    tint = QColor(tone.accent)
    tint.setAlphaF(0.16)
    ink = QColor(tone.ink)
    return Inks(ink, ink, tint, QColor(tone.selected if selected else tone.card))


def _paint_underline(painter: QPainter, area: QRect, hit: QRectF) -> None:
    """A line below the hit: it is not told by its colour alone."""
    seen = hit.intersected(QRectF(area))
    line = QRectF(seen.left(), seen.bottom() - 2, seen.width(), 2)
    painter.fillRect(line, QColor(theme.colours().accent))


def _areas(rect: QRect, direction: Qt.LayoutDirection) -> tuple[QRect, QRect]:
    """Where the title and where the text goes; no title where there is little room."""
    inner = rect.adjusted(_SIDE, 0, -_SIDE, 0)
    width = min(190, inner.width() // 5) if inner.width() >= 560 else 0
    gap = theme.APART if width else 0
    if direction == Qt.LayoutDirection.RightToLeft:
        title = QRect(inner.right() + 1 - width, inner.top(), width, inner.height())
        return title, inner.adjusted(0, 0, -width - gap, 0)
    title = QRect(inner.left(), inner.top(), width, inner.height())
    return title, inner.adjusted(width + gap, 0, 0, 0)


def _paint_title(painter: QPainter, area: QRect, line: Line, direction: Qt.LayoutDirection) -> None:
    painter.setFont(theme.font(theme.SMALL))
    painter.setPen(QColor(theme.colours().quiet))
    painter.setLayoutDirection(direction)
    text = f"{line.number} · \u2068{line.title}\u2069"
    shown = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    leading = direction == Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if leading else Qt.AlignmentFlag.AlignLeft
    flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(area, int(flags.value) | int(Qt.TextFlag.TextSingleLine.value), shown)
