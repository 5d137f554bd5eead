"""Draws a key as it looks on a keyboard: a cap with its name, and the Arabic letter that it types.

For rows, the page of keys and the editor of keys; the caps within an article are its own.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from annotator.desktop import theme

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
    painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), theme.CHIP_ROUND, theme.CHIP_ROUND)
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
