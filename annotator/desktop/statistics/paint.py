"""Draws a chart: calm, without frames or grids; what is said by colour is said by words as well.

Everything is plain text in the fonts of the interface. What lies where, `geometry` tells; this
module measures texts and puts ink on it. It knows no widgets and no projects.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from annotator.desktop import theme
from annotator.desktop.panels.signs import paint_sign
from annotator.desktop.statistics import geometry
from annotator.desktop.statistics.chart import Chart, Row
from annotator.desktop.statistics.geometry import Box, Columns, Lines

_START = Qt.AlignmentFlag.AlignLeft
_END = Qt.AlignmentFlag.AlignRight
_MIDDLE = Qt.AlignmentFlag.AlignHCenter
_ROUND = 3.0
_EDGE_ROOM = 6
_LEAST_NAME = 28
"""Room without which nothing of a second name is written."""


class Placed:
    """A chart laid out in a width: where each row is, and all that painting needs again."""

    def __init__(self, chart: Chart, width: float, *, right: bool) -> None:
        self.chart, self.width, self.right = chart, width, right
        self.lines: Lines | None = None
        self.columns: Columns | None = None
        if chart.lying:
            self.lines = _lines(chart, width, right=right)
        else:
            values = [row.value for row in chart.rows]
            joined = chart.kind == "histogram"
            self.columns = geometry.columns(values, width, right=right, joined=joined)

    @property
    def height(self) -> int:
        """How tall it is."""
        return geometry.height(self.chart.kind, len(self.chart.rows))

    def row(self, place: int) -> Box:
        """The area of a row, which a click on it means."""
        if self.columns is not None:
            slot = self.columns.slots[place]
            return slot._replace(height=float(self.height))
        return geometry.row(place, self.width)

    def at(self, x: float, y: float) -> int | None:
        """Which row is there."""
        for place in range(len(self.chart.rows)):
            box = self.row(place)
            if box.left <= x < box.right and box.top <= y < box.top + box.height:
                return place
        return None

    @property
    def most(self) -> float:
        """The value at the end of the track."""
        if self.chart.kind == "ranges":
            return max((_reach(row) for row in self.chart.rows), default=0.0)
        return max((row.value for row in self.chart.rows), default=0.0)


def _reach(row: Row) -> float:
    """How far a range is drawn: one very long span is not to squeeze all others."""
    *_, third, largest = row.spread
    return min(largest, 3 * third + 1)


def _lines(chart: Chart, width: float, *, right: bool) -> Lines:
    font, small = _metrics(theme.font()), _metrics(theme.font(theme.SMALL))
    titles = max((_title_width(row, font, small) for row in chart.rows), default=0.0)
    numbers = max((font.horizontalAdvance(row.number) for row in chart.rows), default=0.0)
    details = max((small.horizontalAdvance(row.detail) for row in chart.rows), default=0.0)
    signs = any(row.sign for row in chart.rows)
    found = geometry.lines(width, titles, numbers, details, signs=signs)
    return geometry.mirrored(found, width) if right else found


def _title_width(row: Row, font: QFontMetricsF, small: QFontMetricsF) -> float:
    second = 8 + small.horizontalAdvance(row.name) if row.name else 0.0
    return font.horizontalAdvance(row.title) + second


def _metrics(font: QFont) -> QFontMetricsF:
    return QFontMetricsF(font)


def paint(painter: QPainter, placed: Placed, current: int | None, *, focused: bool) -> None:
    """Paint the chart at the painter's origin; `current` is the row that the keyboard is at."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    if current is not None and current < len(placed.chart.rows):
        slots = placed.columns.slots if placed.columns is not None else ()
        box = slots[current] if slots else placed.row(current)
        _paint_ground(painter, box, focused=focused)
    if placed.lines is not None:
        for place, row in enumerate(placed.chart.rows):
            _paint_row(painter, placed, placed.lines, place, row)
    elif placed.columns is not None:
        _paint_columns(painter, placed, placed.columns)


def _paint_ground(painter: QPainter, box: Box, *, focused: bool) -> None:
    area = _rect(box).adjusted(2, 1, -2, -1)
    painter.setPen(theme.ring() if focused else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.colours().selected))
    if focused:
        area.adjust(1, 1, -1, -1)
    painter.drawRoundedRect(area, theme.ROUND, theme.ROUND)


def _rect(box: Box) -> QRectF:
    return QRectF(box.left, box.top, box.width, box.height)


# Rows below one another


def _paint_row(painter: QPainter, placed: Placed, lines: Lines, place: int, row: Row) -> None:
    tone = theme.colours()
    colour = QColor(row.colour or tone.accent)
    right = placed.right
    if row.sign:
        _paint_sign(painter, lines.sign, place, row, mirrored=right)
    end = _START if right else _END
    _paint_title(painter, _in_row(lines.title, place), row, right=right)
    _write(painter, _in_row(lines.number, place), row.number, end, theme.font(), tone.ink)
    if row.spread:
        _paint_spread(painter, placed, lines.track, place, row, colour)
    else:
        bar = geometry.bar(lines.track, place, row.value, placed.most, right=right)
        _paint_bar(painter, bar, colour, right=right)
    if row.detail and lines.detail.width:
        font = theme.font(theme.SMALL)
        _write(painter, _in_row(lines.detail, place), row.detail, end, font, tone.quiet)


def _in_row(box: Box, place: int) -> QRectF:
    return QRectF(box.left, place * geometry.ROW, box.width, geometry.ROW)


def _paint_sign(painter: QPainter, box: Box, place: int, row: Row, *, mirrored: bool) -> None:
    painter.save()
    x = box.right - 7 if mirrored else box.left + 7
    painter.translate(x, place * geometry.ROW + geometry.ROW / 2)
    if mirrored and row.sign in ("quote", "relation"):
        painter.scale(-1, 1)
    paint_sign(painter, row.sign, row.colour or theme.colours().quiet, row.place)
    painter.restore()


def _paint_title(painter: QPainter, area: QRectF, row: Row, *, right: bool) -> None:
    """The title, and behind it, quieter, the second name: that one is cut off first."""
    font, small, tone = theme.font(), theme.font(theme.SMALL), theme.colours()
    title = min(area.width(), _metrics(font).horizontalAdvance(row.title) + 1)
    rest = area.width() - title - 8
    start = _END if right else _START
    first = QRectF(area.right() - title if right else area.left(), area.top(), title, area.height())
    _write(painter, first, row.title, start, font, tone.ink)
    if row.name and rest >= min(_LEAST_NAME, _metrics(small).horizontalAdvance(row.name)):
        left = area.left() if right else area.right() - rest
        second = QRectF(left, area.top(), rest, area.height())
        _write(painter, second, row.name, start, small, tone.quiet)


def _write(
    painter: QPainter, area: QRectF, text: str, side: Qt.AlignmentFlag, font: QFont, colour: str
) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = _metrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width() + 0.5)
    flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    single = Qt.TextFlag.TextSingleLine.value | Qt.TextFlag.TextDontClip.value
    painter.drawText(area, int(flags.value) | int(single), shown)


def _paint_bar(painter: QPainter, bar: Box, colour: QColor, *, right: bool) -> None:
    """A bar whose far end is round; in high contrast its edge is drawn too."""
    if not bar.width:
        return
    tint = QColor(colour)
    if not theme.colours().strong:
        tint.setAlphaF(0.82)
    painter.fillPath(_far_round(_rect(bar), right=right), tint)


def _far_round(area: QRectF, *, right: bool) -> QPainterPath:
    radius = min(_ROUND, area.width() / 2)
    path, square = QPainterPath(), QPainterPath()
    path.addRoundedRect(area, radius, radius)
    near = QRectF(area)
    if right:
        near.setLeft(area.right() - area.width() / 2)
    else:
        near.setRight(area.left() + area.width() / 2)
    square.addRect(near)
    return path.united(square)


def _paint_spread(
    painter: QPainter, placed: Placed, track: Box, place: int, row: Row, colour: QColor
) -> None:
    """The line of all, the band of half of all, and a tick at the median."""
    xs = [geometry.along(track, one, placed.most, right=placed.right) for one in row.spread]
    middle = place * geometry.ROW + geometry.ROW / 2
    painter.setPen(QPen(colour, 1.5))
    painter.drawLine(QPointF(xs[0], middle), QPointF(xs[4], middle))
    if row.spread[4] > placed.most:
        _paint_onward(painter, xs[4], middle, colour, right=placed.right)
    left, wide = min(xs[1], xs[3]), max(abs(xs[3] - xs[1]), 4.0)
    band = QRectF(left - (2 if wide == 4.0 else 0), middle - geometry.BAR / 2, wide, geometry.BAR)
    tint = QColor(theme.colours().card)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tint)
    painter.drawRoundedRect(band, _ROUND, _ROUND)
    tint = QColor(colour)
    tint.setAlphaF(0.35)
    painter.setBrush(tint)
    painter.drawRoundedRect(band, _ROUND, _ROUND)
    painter.setPen(QPen(colour, 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    half = geometry.BAR / 2 + 2
    painter.drawLine(QPointF(xs[2], middle - half), QPointF(xs[2], middle + half))


def _paint_onward(painter: QPainter, x: float, y: float, colour: QColor, *, right: bool) -> None:
    """An arrow head: the line goes on beyond the picture."""
    step = 5 if right else -5
    painter.setPen(QPen(colour, 1.5))
    painter.drawPolyline([QPointF(x + step, y - 4), QPointF(x, y), QPointF(x + step, y + 4)])


# Columns side by side


def _paint_columns(painter: QPainter, placed: Placed, found: Columns) -> None:
    tone = theme.colours()
    colour = QColor(tone.accent)
    if not tone.strong:
        colour.setAlphaF(0.82)
    for bar in found.bars:
        if bar.height:
            painter.fillPath(_top_round(_rect(bar)), colour)
    painter.setPen(QPen(QColor(tone.keycap_line), tone.edge))
    base = found.base + 0.5
    painter.drawLine(QPointF(geometry.SIDE, base), QPointF(placed.width - geometry.SIDE, base))
    _paint_median(painter, placed, found)
    _paint_numbers(painter, placed, found)
    _paint_names(painter, placed, found)


def _top_round(area: QRectF) -> QPainterPath:
    radius = min(_ROUND, area.width() / 2, area.height() / 2)
    path, square = QPainterPath(), QPainterPath()
    path.addRoundedRect(area, radius, radius)
    square.addRect(QRectF(area.left(), area.center().y(), area.width(), area.height() / 2))
    return path.united(square)


def _paint_numbers(painter: QPainter, placed: Placed, found: Columns) -> None:
    """The number over each column if all have room, else over the tallest one alone."""
    rows, font = placed.chart.rows, theme.font(theme.SMALL)
    metrics = _metrics(font)
    widths = [metrics.horizontalAdvance(row.number) for row in rows]
    slot = found.slots[0].width if found.slots else 0.0
    every = bool(widths) and max(widths) + 6 <= slot
    tallest = max(range(len(rows)), key=lambda at: rows[at].value, default=None)
    for place, (row, bar) in enumerate(zip(rows, found.bars, strict=True)):
        if row.value and (every or place == tallest):
            wide = widths[place] + 4
            left = _kept(bar.left + bar.width / 2 - wide / 2, wide, placed.width)
            area = QRectF(left, bar.top - 19, wide, 18)
            if placed.chart.median is not None:
                # The mark of the median passes behind the number.
                painter.fillRect(area.adjusted(1, 2, -1, -2), QColor(theme.colours().card))
            _write(painter, area, row.number, _MIDDLE, font, theme.colours().ink)


def _kept(left: float, wide: float, width: float) -> float:
    """Moved so far that it is not cut off."""
    return max(2.0, min(left, width - wide - 2))


def _paint_names(painter: QPainter, placed: Placed, found: Columns) -> None:
    font, names = theme.font(theme.SMALL), _axis(placed.chart)
    metrics = _metrics(font)
    widths = [metrics.horizontalAdvance(name) for name in names]
    slot = found.slots[0].width if found.slots else 0.0
    for place in geometry.spaced(widths, slot):
        box = found.slots[place]
        wide = widths[place] + 4
        left = _kept(_named_at(placed, place, box) - wide / 2, wide, placed.width)
        area = QRectF(left, found.base + 4, wide, 18)
        _write(painter, area, names[place], _MIDDLE, font, theme.colours().quiet)


def _named_at(placed: Placed, place: int, box: Box) -> float:
    """Where a name belongs: below the middle; that of a bin of several values where it begins."""
    row = placed.chart.rows[place]
    if row.last > row.first:
        return box.right if placed.right else box.left
    return box.left + box.width / 2


def _axis(chart: Chart) -> Sequence[str]:
    """What is written below columns: of a bin where it begins."""
    if chart.kind == "histogram":
        return [f"{row.first:,}" for row in chart.rows]
    return [row.title for row in chart.rows]


def _paint_median(painter: QPainter, placed: Placed, found: Columns) -> None:
    chart = placed.chart
    if chart.median is None or not chart.rows:
        return
    edges = [(row.first, row.last) for row in chart.rows]
    x = geometry.on_scale(chart.median, edges, found.slots, right=placed.right)
    if x is None:
        return
    tone = theme.colours()
    painter.setPen(QPen(QColor(tone.card), 4))
    painter.drawLine(QPointF(x, 16), QPointF(x, found.base))
    painter.setPen(QPen(QColor(tone.ink), 1.5, Qt.PenStyle.DashLine))
    painter.drawLine(QPointF(x, 16), QPointF(x, found.base))
    font = theme.font(theme.SMALL)
    wide = _metrics(font).horizontalAdvance(chart.median_said) + 4
    beside = x - wide - _EDGE_ROOM if placed.right else x + _EDGE_ROOM
    if not 2 <= beside <= placed.width - wide - 2:
        beside = x + _EDGE_ROOM if placed.right else x - wide - _EDGE_ROOM
    area = QRectF(_kept(beside, wide, placed.width), 0, wide, 16)
    _write(painter, area, chart.median_said, _MIDDLE, font, tone.ink)
