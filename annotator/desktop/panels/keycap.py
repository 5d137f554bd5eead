"""Draws a key as it looks on a keyboard: a cap with its name, and the Arabic letter that it types.

For rows, the page of keys and the editor of keys; the caps within an article are its own.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from annotator.desktop import theme
from annotator.desktop.keynames import arabic, shown

HEIGHT = 18
_SIDE = 6
"""Between a cap's edge and its letters; between the Latin and the Arabic letter there is twice
as much, less a little: they belong together."""
_BETWEEN = 9
_SMALLEST = 24


def width(key: str, other: str = "") -> int:
    """How wide the cap of a key is, in pixels."""
    font = QFontMetrics(theme.font(theme.KEYCAP))
    letters = font.horizontalAdvance(key)
    if other:
        letters += _BETWEEN + font.horizontalAdvance(other)
    return max(_SMALLEST, letters + 2 * _SIDE)


def paint(painter: QPainter, area: QRectF, key: str, other: str = "", *, strong: bool) -> None:
    """Draw the cap in the middle of `area`, which is as wide as `width` says.

    The Latin name stands left of the Arabic letter in either direction, as on the keys themselves.
    """
    tone = theme.colours()
    cap = QRectF(area.left(), area.center().y() - HEIGHT / 2, area.width(), HEIGHT)
    painter.save()
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    painter.setPen(QPen(QColor(tone.keycap_line), 1))
    painter.setBrush(QColor(tone.keycap))
    painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 3.5, 3.5)
    painter.setFont(theme.font(theme.KEYCAP))
    painter.setPen(QColor(tone.ink if strong else tone.quiet))
    if other:
        second = QFontMetrics(painter.font()).horizontalAdvance(other) + _SIDE
        painter.drawText(
            cap.adjusted(0, 0, -second - _BETWEEN + _SIDE, 0), Qt.AlignmentFlag.AlignCenter, key
        )
        painter.setPen(QColor(tone.quiet))
        painter.drawText(
            QRectF(cap.right() - second, cap.top(), second - _SIDE, cap.height()),
            Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip,
            other,
        )
    else:
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
    painter.restore()


class Keycaps(QWidget):
    """The keys of one action, side by side from the start of the line."""

    _GAP = 6

    def __init__(self, keys: tuple[str, ...]) -> None:
        super().__init__()
        self._caps = [(shown(key), arabic(key)) for key in keys]
        self._widths = [width(key, other) for key, other in self._caps]
        self.setFixedSize(self.sizeHint())
        self.setAccessibleName("، ".join(key for key, _ in self._caps))

    def sizeHint(self) -> QSize:
        """As wide as the caps are together."""
        return QSize(sum(self._widths) + self._GAP * len(self._widths), HEIGHT + 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the caps from the start of the line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = 0
        for (key, other), wide in zip(self._caps, self._widths, strict=True):
            left = self.width() - x - wide if mirrored else x
            paint(painter, QRectF(left, 0, wide, self.height()), key, other, strong=True)
            x += wide + self._GAP
        painter.end()
