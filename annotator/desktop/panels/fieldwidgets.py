"""A line of the inspector whose value is picked, switched or only shown.

It shows a `Field` and says what is wanted of it; what is done about that is decided elsewhere.
"""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionViewItem, QWidget

from annotator.desktop import theme
from annotator.desktop.article.display import substitute
from annotator.desktop.keys import name_of
from annotator.desktop.panels.fields import Field
from annotator.desktop.panels.rows import Row, literal, paint_row

_LINE = 30
_CAPTION = (64, 96)
"""The narrowest and the widest column of captions, in pixels."""
_AROUND = 62
"""What margins, sign and the space between take of a row, in pixels."""
_TIP = 2_000


class FieldButton(QPushButton):
    """A caption and a value: Enter or a click acts, letters begin to choose, Delete takes off."""

    acted = Signal()
    removed = Signal()
    shown = Signal()
    typed = Signal(str)
    stepped = Signal(int)
    left = Signal()
    keyboardMoved = Signal()  # noqa: N815 -- Qt's way of writing signals

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.acted)
        self.field = Field(key="", caption="", kind="words")

    def show_field(self, field: Field) -> None:
        """Show this field."""
        self.field = field
        self.setAccessibleName(field.spoken())
        self.setToolTip(literal(field.value[:_TIP]))
        self.update()

    def sizeHint(self) -> QSize:
        """One line; the width is the panel's."""
        return QSize(200, _LINE)

    def minimumSizeHint(self) -> QSize:
        """As low as it is."""
        return QSize(120, _LINE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the keys mean on a field; the rest belongs to the window."""
        name = name_of(event)
        if name in ("Up", "Down"):
            self.stepped.emit(-1 if name == "Up" else 1)
        elif name == "Escape":
            self.left.emit()
        elif name == "Shift+Return":
            self.shown.emit()
        elif name == "Return" or event.key() == Qt.Key.Key_Space:
            self.acted.emit()
        elif name in ("Delete", "Backspace"):
            self.removed.emit()
        elif types(event):
            self.typed.emit(event.text())
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard came."""
        super().focusInEvent(event)
        self.keyboardMoved.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard went."""
        super().focusOutEvent(event)
        self.keyboardMoved.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw caption, frame, value and, where there is something to pick, a chevron."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        narrow, wide = _CAPTION
        width = max(narrow, min(wide, self.width() * 28 // 100))
        whole = self.rect().adjusted(4, 1, -4, -1)
        caption = QRect(whole.left() + 8, whole.top(), width - 8, whole.height())
        box = QRect(whole.left() + width, whole.top(), whole.width() - width, whole.height())
        if mirrored:
            caption, box = (_mirrored(one, self.width()) for one in (caption, box))
        self._paint_caption(painter, caption, mirrored=mirrored)
        self._paint_box(painter, box)
        self._paint_value(painter, box, mirrored=mirrored)
        painter.end()

    def _paint_caption(self, painter: QPainter, area: QRect, *, mirrored: bool) -> None:
        painter.setFont(theme.font(theme.SMALL))
        painter.setPen(QColor(theme.colours().quiet))
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        metrics = QFontMetrics(painter.font())
        text = substitute(self.field.caption)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, int(flags.value), shown)

    def _paint_box(self, painter: QPainter, area: QRect) -> None:
        tone = theme.colours()
        frame = QRectF(area).adjusted(1, 1, -1, -1)
        if self.hasFocus():
            painter.setPen(theme.ring())
            frame.adjust(0.5, 0.5, -0.5, -0.5)
            painter.setBrush(QColor(tone.selected))
        elif self.field.editable:
            painter.setPen(QPen(QColor(tone.keycap_line), tone.edge))
            painter.setBrush(QColor(tone.hover if self.underMouse() else tone.card))
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tone.hover))
        else:
            return
        painter.drawRoundedRect(frame, theme.ROUND, theme.ROUND)

    def _paint_value(self, painter: QPainter, area: QRect, *, mirrored: bool) -> None:
        option = QStyleOptionViewItem()
        option.direction = self.layoutDirection()
        option.state = QStyle.StateFlag.State_Enabled
        option.rect = QRect(area)
        if self.field.kind == "choice":
            edge = area.left() + 14 if mirrored else area.right() - 14
            _paint_chevron(painter, QPointF(edge, area.center().y() + 1))
            option.rect.adjust(12 if mirrored else 0, 0, 0 if mirrored else -12, 0)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        row = self.field.row
        detail = row.detail if _both_fit(row, option.rect.width()) else ""
        paint_row(painter, option, replace(row, title=substitute(row.title), detail=detail))


def _both_fit(row: Row, width: int) -> bool:
    """Whether there is room for the detail beside the whole title, which matters more."""
    title = QFontMetrics(theme.font()).horizontalAdvance(row.title)
    detail = QFontMetrics(theme.font(theme.SMALL)).horizontalAdvance(row.detail)
    return title + detail + _AROUND <= width


def _mirrored(area: QRect, width: int) -> QRect:
    return QRect(width - area.left() - area.width(), area.top(), area.width(), area.height())


def _paint_chevron(painter: QPainter, middle: QPointF) -> None:
    tone = theme.colours()
    painter.setPen(QPen(QColor(tone.quiet), 1.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    path = QPainterPath(middle + QPointF(-3.5, -2))
    path.lineTo(middle + QPointF(0, 1.5))
    path.lineTo(middle + QPointF(3.5, -2))
    painter.drawPath(path)


def types(event: QKeyEvent) -> bool:
    """Whether the key types a letter, and not a command."""
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return not event.modifiers() & held and event.text().isprintable() and event.text() != ""
