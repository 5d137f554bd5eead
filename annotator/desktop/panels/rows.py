"""One row of a panel: what it says, and how it is painted. Knows nothing of projects.

Every colour comes with a shape (see `signs`), so that nothing is said by colour alone. All texts
are painted as they are: nothing here reads HTML.
"""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.desktop import icons, theme
from annotator.desktop.panels import keycap
from annotator.desktop.panels.signs import Sign, paint_sign

ROW = Qt.ItemDataRole.UserRole
"""The role under which a model keeps its `Row`."""
_LONGEST = 160
_SIGN_ROOM = 22
_SIDE = 12


class Row(Struct, frozen=True):
    """A row's texts, and its sign in a colour `#RRGGBB`.

    `place` is that of its label in the label set, which the sign's shape and filling are chosen by.
    `key` is drawn as a keycap, `other` is the Arabic letter on the same key, `more` are further
    keys, each with its own; a `quiet` row cannot be used now, a `strong` one is that of what is in
    view.
    """

    title: str
    detail: str = ""
    sign: Sign = ""
    colour: str = ""
    key: str = ""
    other: str = ""
    more: tuple[tuple[str, str], ...] = ()
    quiet: bool = False
    strong: bool = False
    icon: str | None = None
    place: int = 0

    def spoken(self) -> str:
        """The row in one line, for screen readers."""
        keys = [self.key, *(key for key, _ in self.more)]
        return " · ".join(part for part in (self.title, self.detail, *keys) if part)


def one_line(text: str) -> str:
    """Text for a row: white space in one, and not longer than could ever be seen."""
    return " ".join(text[: _LONGEST * 4].split())[:_LONGEST]


def literal(text: str) -> str:
    """A text for a tooltip, which takes what looks like HTML for HTML: so it gets HTML."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<p style='white-space: pre-wrap'>{escaped}</p>" if text else ""


class RowPainter(QStyledItemDelegate):
    """Paints rows; the sign at the start, the detail and the keycap at the end of the line."""

    def __init__(self, parent: QWidget, height: int = theme.ROW) -> None:
        super().__init__(parent)
        self._height = height

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """All rows have one height; the width is the panel's."""
        return QSize(100, self._height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row."""
        row = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # The text's own direction decides over its words; the panel's over where it stands.
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        paint_ground(painter, option)
        if isinstance(row, Row):
            paint_row(painter, option, row)
        painter.restore()


class _Line:
    """A line that is filled from both ends, mirrored where the reading direction asks for it."""

    def __init__(self, area: QRect, direction: Qt.LayoutDirection) -> None:
        self._area = area
        self._mirrored = direction == Qt.LayoutDirection.RightToLeft
        self._from, self._to = area.left() + _SIDE, area.right() + 1 - _SIDE

    def at_start(self, width: int) -> QRect:
        """Take `width` at the line's start."""
        found = self._place(self._from, width)
        self._from += width
        return found

    def at_end(self, width: int) -> QRect:
        """Take `width` at the line's end."""
        self._to -= width
        return self._place(self._to, width)

    def rest(self) -> QRect:
        """What is left in the middle."""
        return self._place(self._from, max(0, self._to - self._from))

    @property
    def room(self) -> int:
        """How wide the rest is."""
        return max(0, self._to - self._from)

    def _place(self, left: int, width: int) -> QRect:
        area = self._area
        x = area.left() + area.right() + 1 - left - width if self._mirrored else left
        return QRect(x, area.top(), width, area.height())

    @property
    def alignment(self) -> Qt.AlignmentFlag:
        """Where texts stand."""
        side = Qt.AlignmentFlag.AlignRight if self._mirrored else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


def paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """What lies under a row: its selection, or the mouse over it."""
    tone = theme.colours()
    state = option.state
    area = QRectF(option.rect).adjusted(4, 1, -4, -1)
    painter.setPen(Qt.PenStyle.NoPen)
    if state & QStyle.StateFlag.State_Selected:
        painter.setBrush(QColor(tone.selected))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.ring())
            area.adjust(1, 1, -1, -1)
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.setBrush(QColor(tone.hover))
    else:
        return
    painter.drawRoundedRect(area, theme.ROUND, theme.ROUND)


def paint_row(painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
    """Paint a row's sign and texts in `option.rect`, in the direction of `option`."""
    tone = theme.colours()
    line = _Line(option.rect, option.direction)
    if row.strong:
        _paint_bar(painter, option)
    if row.sign:
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        _paint_sign(painter, line.at_start(_SIGN_ROOM), row, mirrored=mirrored)
    if row.icon is not None:
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        _paint_icon(painter, line.at_start(_SIGN_ROOM + 4), row.icon, mirrored=mirrored)
    if row.key:
        # From the end of the line: so the first key comes last.
        for key, other in ((row.key, row.other), *row.more)[::-1]:
            cap = QRectF(line.at_end(keycap.width(key, other)))
            keycap.paint(painter, cap, key, other, strong=False)
            line.at_end(8)
    if row.detail:
        _paint_detail(painter, line, row)
    painter.setFont(theme.font(strong=row.strong))
    painter.setPen(QColor(tone.quiet if row.quiet else tone.ink))
    _draw(painter, line.rest(), line.alignment, row.title)


def _draw(painter: QPainter, area: QRect, alignment: Qt.AlignmentFlag, text: str) -> None:
    shown = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    flags = int(alignment.value) | int(Qt.TextFlag.TextSingleLine.value)
    painter.drawText(area, flags | int(Qt.TextFlag.TextDontClip.value), shown)


def _paint_detail(painter: QPainter, line: _Line, row: Row) -> None:
    text = row.detail
    left = line.room - QFontMetrics(theme.font()).horizontalAdvance(row.title) - 12
    painter.setFont(theme.font(theme.SMALL))
    painter.setPen(QColor(theme.colours().quiet))
    wanted = QFontMetrics(painter.font()).horizontalAdvance(text) + 2
    area = line.at_end(min(wanted, max(left, line.room * 45 // 100)))
    _draw(painter, area, line.alignment, text)
    line.at_end(8)


def _paint_bar(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """A bar at the start of the line: this is what is in view."""
    area = option.rect
    mirrored = option.direction == Qt.LayoutDirection.RightToLeft
    left = area.right() - 2 if mirrored else area.left() + 1
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.colours().accent))
    painter.drawRoundedRect(QRectF(left, area.top() + 5, 2, area.height() - 10), 1, 1)


def _paint_icon(painter: QPainter, area: QRect, name: str, *, mirrored: bool) -> None:
    if name:
        side = icons.SIZE
        left = area.right() + 1 - side if mirrored else area.left()
        picture = icons.pixmap(name, "", side, painter.device().devicePixelRatio())
        painter.drawPixmap(left, area.center().y() + 1 - side // 2, picture)


def _paint_sign(painter: QPainter, area: QRect, row: Row, *, mirrored: bool) -> None:
    """The sign in the middle of the first 12 pixels of `area`."""
    x = area.right() + 1 - 6 if mirrored else area.left() + 6
    painter.save()
    painter.translate(x, area.center().y() + 1)
    if mirrored and row.sign in ("quote", "relation"):
        painter.scale(-1, 1)
    paint_sign(painter, row.sign, row.colour, row.place)
    painter.restore()
