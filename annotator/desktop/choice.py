"""A row to press on the first page: an icon, what it does, a quiet line about it, its key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from annotator.desktop import icons, theme

_WIDTH = 540
_TALL, _LOW = 54, 28
_ICON = 22


class Choice(QAbstractButton):
    """See the module. A low one has all its words in one line."""

    def __init__(
        self, icon: str, title: str, words: str, key: str = "", *, low: bool = False
    ) -> None:
        super().__init__()
        self._icon, self._low = icon, low
        self.say(title, words, key)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(_WIDTH, _LOW if low else _TALL)

    def say(self, title: str, words: str, key: str) -> None:
        """Have other words."""
        self._words, self._key = words, key
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        self.setToolTip(words if self._low else "")
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        """The keyboard's coming and going shows."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The row, from the start of the line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self._paint_ground(painter)
        tone = theme.colours()
        start = theme.APART
        ink = tone.quiet if self._low else tone.accent
        size = icons.SIZE if self._low else _ICON
        area = self._placed(start, size)
        picture = icons.pixmap(self._icon, ink, size, self.devicePixelRatio())
        painter.drawPixmap(area.left(), (self.height() - size) // 2, picture)
        start += _ICON + theme.APART
        end = theme.APART + (self._paint_key(painter) if self._key else 0)
        room = self.width() - start - end
        for text, font, colour, area in self._lines(start, room):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideMiddle, area.width())
            painter.drawText(area, self._flags(), shown)
        painter.end()

    def _lines(self, start: int, room: int) -> Sequence[tuple[str, QFont, str, QRect]]:
        tone = theme.colours()
        strong, small = theme.font(strong=True), theme.font(theme.SMALL)
        if self._low:
            wide = min(room // 2, QFontMetrics(theme.font()).horizontalAdvance(self.text()) + 2)
            rest = start + wide + theme.NEAR
            return (
                (self.text(), theme.font(), tone.ink, self._placed(start, wide)),
                (self._words, small, tone.quiet, self._placed(rest, room - wide - theme.NEAR)),
            )
        upper, lower = self._placed(start, room), self._placed(start, room)
        upper.setBottom(self.height() // 2 + 2)
        lower.setTop(self.height() // 2)
        upper.setTop(8)
        lower.setBottom(self.height() - 8)
        return (
            (self.text(), strong, tone.ink, upper),
            (self._words, small, tone.quiet, lower),
        )

    def _paint_ground(self, painter: QPainter) -> None:
        tone = theme.colours()
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.hasFocus():
            painter.setPen(theme.ring())
        else:
            edge = QPen(QColor(tone.line), tone.edge)
            painter.setPen(Qt.PenStyle.NoPen if self._low else edge)
        if not self._low:
            painter.setBrush(QColor(tone.hover if self.underMouse() else tone.card))
        elif self.underMouse():
            painter.setBrush(QColor(tone.hover))
        painter.drawRoundedRect(area, theme.RADIUS, theme.RADIUS)

    def _paint_key(self, painter: QPainter) -> int:
        """The keycap at the end of the line; the room that it takes."""
        tone = theme.colours()
        font = theme.font(theme.KEYCAP)
        wide = QFontMetrics(font).horizontalAdvance(self._key) + 14
        area = QRectF(self._placed(self.width() - theme.APART - wide, wide))
        cap = QRectF(area.left() + 0.5, area.center().y() - 9.5, wide - 1, 19)
        painter.setPen(QPen(QColor(tone.keycap_line), 1))
        painter.setBrush(QColor(tone.keycap))
        painter.drawRoundedRect(cap, theme.CHIP_ROUND, theme.CHIP_ROUND)
        painter.setFont(font)
        painter.setPen(QColor(tone.quiet))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key)
        return wide + theme.NEAR

    def _placed(self, start: int, width: int) -> QRect:
        """Where what begins at `start` of the line is on the widget."""
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - start - width if mirrored else start
        return QRect(left, 0, width, self.height())

    def _flags(self) -> int:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        whole = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        return int(whole.value) | int(Qt.TextFlag.TextSingleLine.value)
