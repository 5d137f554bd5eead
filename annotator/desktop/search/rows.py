"""Paints a row of the search page: the title of the article, and the hit in its surroundings."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.desktop import theme
from annotator.desktop.article.style import TextStyle
from annotator.desktop.language import current
from annotator.desktop.panels.annotations import colour_of
from annotator.desktop.panels.kwic import Concordance, Inks
from annotator.desktop.panels.rows import paint_ground
from annotator.desktop.search.hits import FIRST, LINE
from annotator.exchange.concordance import Line
from annotator.model.labels import EntityLabel, QuoteType, RelationLabel

_SIZE = 21.0
_HEIGHT = 40
_SIDE, _CHIP, _ROOMY = 12, 64, 560


class HitPainter(QStyledItemDelegate):
    """Paints rows whose model keeps a `Line`: the title at the start, then the hit in context."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._concordance = Concordance(line_style(TextStyle().family))
        self.label_of: Callable[[Line], EntityLabel | None] = lambda line: None

    def set_style(self, style: TextStyle) -> None:
        """Set rows in the font of articles, at a size of their own."""
        self._concordance = Concordance(line_style(style.family))

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
        # The row at the top of the view says it too: the first one of its article is out of sight.
        titled = bool(index.data(FIRST)) or option.rect.top() <= 0
        paint_line(
            painter, option, line, self._concordance, self.label_of(line), titled=titled
        )  # fmt: skip
        painter.restore()


def paint_line(
    painter: QPainter,
    option: QStyleOptionViewItem,
    line: Line,
    concordance: Concordance,
    label: EntityLabel | QuoteType | RelationLabel | None,
    *,
    titled: bool = True,
) -> None:
    """Paint a line of text in `option.rect`: its article's title, the hit in context, its label."""
    title, text, chip = areas(option.rect, option.direction)
    if title.width() and titled:
        _paint_title(painter, title, line, option.direction)
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    colour = QColor(theme.colours().accent if label is None else colour_of(label))
    hit = concordance.paint(painter, QRectF(text), line, _inks(colour, selected))
    _paint_underline(painter, text, hit, colour)
    if label is not None and chip.width():
        # As articles show it: entities by their short names, quotes and relations by their titles.
        name = label.name if isinstance(label, EntityLabel) else label.title.in_language(current())
        _paint_chip(painter, QRectF(chip), name, colour)


def line_style(family: str) -> TextStyle:
    """How lines are set in the font of articles, at a size of their own."""
    return TextStyle(family=family, size=_SIZE, above=0.0, below=0.0)


def _inks(colour: QColor, selected: bool) -> Inks:
    tone = theme.colours()
    tint = QColor(colour)
    tint.setAlphaF(0.16)
    ink = QColor(tone.ink)
    return Inks(ink, ink, tint, QColor(tone.selected if selected else tone.card))


def _paint_underline(painter: QPainter, area: QRect, hit: QRectF, colour: QColor) -> None:
    """A line below the hit: it is not told by its colour alone."""
    seen = hit.intersected(QRectF(area))
    painter.fillRect(QRectF(seen.left(), seen.bottom() - 2, seen.width(), 2), colour)


def _paint_chip(painter: QPainter, area: QRectF, name: str, colour: QColor) -> None:
    """The label that the hit is marked with already, as articles show it."""
    font = theme.font(theme.KEYCAP)
    width = min(area.width(), QFontMetrics(font).horizontalAdvance(name) + 10)
    chip = QRectF(area.center().x() - width / 2, area.center().y() - 8, width, 16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(chip, theme.CHIP_ROUND, theme.CHIP_ROUND)
    painter.setFont(font)
    painter.setPen(QColor(theme.colours().chip_text))
    shown = QFontMetrics(font).elidedText(name, Qt.TextElideMode.ElideRight, int(width))
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, shown)


def areas(rect: QRect, direction: Qt.LayoutDirection) -> tuple[QRect, QRect, QRect]:
    """Where the title, the text and the chip go; only the text where there is little room."""
    inner = rect.adjusted(_SIDE, 0, -_SIDE, 0)
    roomy = inner.width() >= _ROOMY
    title = min(190, inner.width() // 5) if roomy else 0
    chip = _CHIP if roomy else 0
    gap = theme.NEAR if roomy else 0
    text = inner.width() - title - chip - 2 * gap
    places = ((0, title), (title + gap, text), (inner.width() - chip, chip))
    mirrored = direction == Qt.LayoutDirection.RightToLeft
    found = (
        QRect(
            inner.right() + 1 - start - width if mirrored else inner.left() + start,
            inner.top(), width, inner.height(),
        )
        for start, width in places
    )  # fmt: skip
    first, second, third = found
    return first, second, third


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
