"""Charts as PNG pictures, each with its title, in the colours and the language that are set."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QGuiApplication, QImage, QPainter

from annotator.desktop import theme as themes
from annotator.desktop.statistics.chart import Chart
from annotator.desktop.statistics.paint import Placed, paint
from annotator.formats import Piece

WIDTH = 760
DENSITY = 2
"""Pixels for each device-independent one: for paper and for slides."""
_MARGIN, _TITLE, _NOTE = 12, 30, 22


def picture(chart: Chart, width: int = WIDTH) -> QImage:
    """A chart with its title and note, in the colours and the language that are set."""
    right = QGuiApplication.isRightToLeft()
    placed = Placed(chart, float(width), right=right)
    notes = _note_height(chart, width)
    image = QImage(
        width * DENSITY, (placed.height + _TITLE + notes + 2 * _MARGIN) * DENSITY,
        QImage.Format.Format_RGB32,
    )  # fmt: skip
    image.fill(QColor(themes.colours().card))
    image.setDevicePixelRatio(DENSITY)
    painter = QPainter(image)
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    _write_head(painter, chart, width, notes, right=right)
    painter.translate(0, _MARGIN + _TITLE + notes)
    paint(painter, placed, None, focused=False)
    painter.end()
    return image


def _note_height(chart: Chart, width: int) -> int:
    if not chart.note:
        return 0
    area = QRectF(0, 0, width - 2 * _MARGIN, 1000)
    metrics = QFontMetricsF(themes.font(themes.SMALL))
    return int(metrics.boundingRect(area, Qt.TextFlag.TextWordWrap, chart.note).height()) + 8


def _write_head(painter: QPainter, chart: Chart, width: int, notes: int, *, right: bool) -> None:
    tone = themes.colours()
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    flags = int((side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop).value)
    room = width - 2 * _MARGIN
    painter.setFont(themes.font(themes.TITLE, strong=True))
    painter.setPen(QColor(tone.ink))
    painter.drawText(QRectF(_MARGIN, _MARGIN, room, _TITLE), flags, chart.title)
    if chart.note:
        painter.setFont(themes.font(themes.SMALL))
        painter.setPen(QColor(tone.quiet))
        wrapped = flags | int(Qt.TextFlag.TextWordWrap.value)
        painter.drawText(QRectF(_MARGIN, _MARGIN + _TITLE - 6, room, notes), wrapped, chart.note)


def png(image: QImage) -> bytes:
    """The bytes of a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]
        raise RuntimeError("Qt wrote no PNG")
    return bytes(buffer.data().data())


def files(charts: Iterable[Chart], folder: str = "") -> Iterator[Piece]:
    """A file for each chart that has any row."""
    for chart in charts:
        if chart.rows:
            yield f"{folder}{chart.id}.png", png(picture(chart))
