"""Paints the rows of findings: the place in its line, below it the reason and what a fix would do.

The line is painted by the search page's own code. Every text is shown literally.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.desktop import theme
from annotator.desktop.article.style import TextStyle
from annotator.desktop.checks.model import (
    DEPTH,
    SHOWN,
    STATE,
    TICKED,
    Head,
    State,
    Together,
    change_in_words,
    state_in_words,
)
from annotator.desktop.checks.ready import Ready
from annotator.desktop.language import say, tr
from annotator.desktop.panels.kwic import Concordance, paint_box
from annotator.desktop.panels.rows import one_line, paint_ground
from annotator.desktop.panels.signs import paint_sign
from annotator.desktop.search.rows import areas, line_style, paint_line
from annotator.model.labels import EntityLabel, LabelSet, QuoteType, RelationLabel

_HEIGHT, _LINE = 60, 38
_BELOW = 20
_SIDE, _STEP, _BOX, _SIGN = 12, 18, 26, 20
_BACK = 0.5
"""How much of a line is seen that is done with."""

Label = EntityLabel | QuoteType | RelationLabel | None


def label_named(labels: LabelSet, name: str) -> Label:
    """The label, relation or type of quote that has this name."""
    found: Label = labels.entity(name) or labels.relation(name)
    return found or next((kind for kind in labels.quotes if kind.name == name), None)


class FindingPainter(QStyledItemDelegate):
    """Paints what a `FindingsModel` has; with a box in front where rows can be ticked."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._concordance = Concordance(line_style(TextStyle().family))
        self.label_of: Callable[[Ready], Label] = lambda one: None

    def set_style(self, style: TextStyle) -> None:
        """Set the lines in the font of articles, at a size of their own."""
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
        shown = index.data(SHOWN)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option)
        inner = QStyleOptionViewItem(option)
        inner.rect = _inside(option, _STEP * (index.data(DEPTH) or 0))
        ticked = index.data(TICKED)
        if ticked is not None:
            _paint_box(painter, inner, ticked)
            inner.rect = _inside(inner, _BOX)
        if isinstance(shown, Ready):
            self._finding(painter, inner, shown, index.data(STATE) or "open")
        elif isinstance(shown, Together):
            _paint_together(painter, inner, shown)
        elif isinstance(shown, Head):
            _paint_head(painter, inner, shown, folds=ticked is None)
        painter.restore()

    def _finding(
        self, painter: QPainter, option: QStyleOptionViewItem, one: Ready, state: State
    ) -> None:
        painter.save()
        if state != "open":
            painter.setOpacity(_BACK)
        upper = QStyleOptionViewItem(option)
        upper.rect = QRect(option.rect.left(), option.rect.top() + 1, option.rect.width(), _LINE)
        if one.finding.span is None:
            _write(painter, _within(upper), f"{one.line.number} · \u2068{one.line.title}\u2069")
        else:
            paint_line(painter, upper, one.line, self._concordance, self.label_of(one))
        painter.restore()
        _paint_reason(painter, option, one, state)


def _paint_reason(
    painter: QPainter, option: QStyleOptionViewItem, one: Ready, state: State
) -> None:
    """Below the line: why, and at the end what the fix would do, or that there is nothing to do."""
    _, text, chip = areas(option.rect, option.direction)
    area = text.united(chip) if chip.width() else text
    area = QRect(area.left(), option.rect.top() + _LINE - 1, area.width(), _BELOW)
    end = _change(one, option.direction) if state == "open" else state_in_words(state)
    tone = theme.colours()
    painter.setLayoutDirection(option.direction)
    painter.setFont(theme.font(theme.SMALL))
    wanted = QFontMetrics(painter.font()).horizontalAdvance(end)
    room = min(wanted + 2, area.width() * 6 // 10) if end else 0
    rest, last = _split(area, room + (theme.APART if end else 0), room, option.direction)
    painter.setPen(QColor(tone.quiet))
    _draw(painter, rest, one_line(say(one.finding)), option.direction)
    if end:
        if state == "right":
            _paint_tick(painter, rest if rest.width() < 40 else last, option.direction)
        painter.setPen(QColor(tone.ink if state == "open" else tone.quiet))
        _draw(painter, last, one_line(end), option.direction)


def _change(one: Ready, direction: Qt.LayoutDirection) -> str:
    """What the fix would do, in short: the old, an arrow onward, the new."""
    if one.change is None or not (one.change.old and one.change.new):
        return change_in_words(one)
    arrow = "←" if direction == Qt.LayoutDirection.RightToLeft else "→"
    return f"\u2068{one.change.old}\u2069 {arrow} \u2068{one.change.new}\u2069"


def _paint_tick(painter: QPainter, area: QRect, direction: Qt.LayoutDirection) -> None:
    mirrored = direction == Qt.LayoutDirection.RightToLeft
    painter.save()
    painter.translate(area.right() + 10 if mirrored else area.left() - 10, area.center().y() + 1)
    paint_sign(painter, "done", theme.colours().saved)
    painter.restore()


def _paint_head(
    painter: QPainter, option: QStyleOptionViewItem, head: Head, *, folds: bool
) -> None:
    tone, area = theme.colours(), _within(option)
    upper = QRect(area.left(), area.top() + 8, area.width(), 24)
    lower = QRect(area.left(), area.top() + 32, area.width(), _BELOW)
    if folds:
        _paint_fold(painter, upper, option.direction, unfolded=head.unfolded)
        upper, lower = (_after_sign(one, option.direction) for one in (upper, lower))
    painter.setPen(QColor(tone.ink))
    title = tr(head.check.title)
    _write(painter, upper, f"{title} · {head.count}" if folds else title, strong=True)
    painter.setPen(QColor(tone.quiet))
    _write(painter, lower, tr(head.check.help), size=theme.SMALL)


def _paint_together(painter: QPainter, option: QStyleOptionViewItem, row: Together) -> None:
    area = _within(option)
    _paint_fold(painter, area, option.direction, unfolded=row.unfolded)
    painter.setPen(QColor(theme.colours().ink))
    text = f"\u2068{row.words}\u2069 · {row.count}"
    _write(painter, _after_sign(area, option.direction), text)


def _paint_fold(
    painter: QPainter, area: QRect, direction: Qt.LayoutDirection, *, unfolded: bool
) -> None:
    """A corner that points down where the rows below are shown, and onward where they are not."""
    mirrored = direction == Qt.LayoutDirection.RightToLeft
    painter.save()
    painter.translate(area.right() - 5 if mirrored else area.left() + 6, area.center().y() + 1)
    if not unfolded:
        painter.rotate(90 if mirrored else -90)
    cap = Qt.PenCapStyle.RoundCap
    painter.setPen(QPen(QColor(theme.colours().quiet), 1.8, Qt.PenStyle.SolidLine, cap))
    painter.drawPolyline([QPointF(-4, -2), QPointF(0, 2.5), QPointF(4, -2)])
    painter.restore()


def _paint_box(painter: QPainter, option: QStyleOptionViewItem, ticked: bool) -> None:
    tone, area = theme.colours(), QRectF(option.rect)
    mirrored = option.direction == Qt.LayoutDirection.RightToLeft
    start = _SIDE + 8
    x = area.right() - start if mirrored else area.left() + start
    ink = QColor(tone.accent if ticked else tone.quiet)
    paint_box(painter, QPointF(x, area.center().y()), ticked, ink, QColor(tone.card))


# Places and texts


def _inside(option: QStyleOptionViewItem, start: int) -> QRect:
    """The row but for `start` pixels at the start of the line."""
    if option.direction == Qt.LayoutDirection.RightToLeft:
        return option.rect.adjusted(0, 0, -start, 0)
    return option.rect.adjusted(start, 0, 0, 0)


def _within(option: QStyleOptionViewItem) -> QRect:
    return option.rect.adjusted(_SIDE, 0, -_SIDE, 0)


def _after_sign(area: QRect, direction: Qt.LayoutDirection) -> QRect:
    if direction == Qt.LayoutDirection.RightToLeft:
        return area.adjusted(0, 0, -_SIGN, 0)
    return area.adjusted(_SIGN, 0, 0, 0)


def _split(
    area: QRect, taken: int, room: int, direction: Qt.LayoutDirection
) -> tuple[QRect, QRect]:
    """The area without `taken` at the end of the line, and the last `room` of it."""
    if direction == Qt.LayoutDirection.RightToLeft:
        last = QRect(area.left(), area.top(), room, area.height())
        return area.adjusted(taken, 0, 0, 0), last
    last = QRect(area.right() + 1 - room, area.top(), room, area.height())
    return area.adjusted(0, 0, -taken, 0), last


def _write(
    painter: QPainter, area: QRect, text: str, *, size: int = theme.BODY, strong: bool = False
) -> None:
    painter.setFont(theme.font(size, strong=strong))
    _draw(painter, area, text, painter.layoutDirection())


def _draw(painter: QPainter, area: QRect, text: str, direction: Qt.LayoutDirection) -> None:
    painter.setLayoutDirection(direction)
    mirrored = direction == Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    shown = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, int(flags.value) | int(Qt.TextFlag.TextSingleLine.value), shown)
