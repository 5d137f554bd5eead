"""The key page: every key with what it does, from the table of actions."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from annotator.desktop import theme
from annotator.desktop.actions import ACTIONS, MENUS, Action
from annotator.desktop.dialogs.base import Dialog, button, heading
from annotator.desktop.keynames import arabic, shown
from annotator.desktop.language import tr
from annotator.desktop.panels.card import plain_label


class Keycaps(QWidget):
    """The keys of one action, drawn as keycaps; beside a letter, the Arabic letter on that key."""

    def __init__(self, keys: tuple[str, ...]) -> None:
        super().__init__()
        self._caps = [(shown(key), arabic(key)) for key in keys]
        font = QFontMetrics(theme.font(theme.KEYCAP))
        self._widths = [
            max(24, font.horizontalAdvance(f"{key}  {other}" if other else key) + 12)
            for key, other in self._caps
        ]
        self.setFixedSize(sum(self._widths) + 6 * len(self._widths), 24)
        self.setAccessibleName("، ".join(key for key, _ in self._caps))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the keycaps from the start of the line."""
        tone = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(theme.KEYCAP))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = 0
        for (key, other), width in zip(self._caps, self._widths, strict=True):
            left = self.width() - x - width if mirrored else x
            painter.setPen(QPen(QColor(tone.keycap_line), 1))
            painter.setBrush(QColor(tone.keycap))
            painter.drawRoundedRect(QRectF(left + 0.5, 2.5, width - 1, 19), 3.5, 3.5)
            _letters(painter, left, width, key, other)
            x += width + 6
        painter.end()


def _letters(painter: QPainter, left: int, width: int, key: str, other: str) -> None:
    tone = theme.colours()
    middle = Qt.AlignmentFlag.AlignCenter
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    painter.setPen(QColor(tone.ink))
    if not other:
        painter.drawText(left, 2, width, 20, middle, key)
        return
    painter.drawText(left, 2, width // 2, 20, middle, key)
    painter.setPen(QColor(tone.quiet))
    painter.drawText(left + width // 2, 2, width // 2, 20, middle, other)


class KeysDialog(Dialog):
    """All keys on one page, in the order of the menus."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, tr("Keys"), 720)
        self.resize(760, 640)
        self.say(
            tr(
                "Keys are named as on a US keyboard. Under an Arabic layout the same physical keys "
                "act; the Arabic letter stands beside the Latin one."
            ),
            name="quiet",
        )
        page = QWidget()
        page.setObjectName("page")
        column = QVBoxLayout(page)
        column.setSpacing(theme.TIGHT)
        for id, title in (*MENUS, ("", "Other keys")):
            rows = [action for action in ACTIONS if action.menu == id and action.keys]
            if rows:
                column.addWidget(heading(tr(title) if id else tr("Other keys")))
                column.addLayout(_table(rows))
                column.addSpacing(theme.NEAR)
        column.addWidget(heading(tr("Labels")))
        labels = plain_label(
            tr("A label’s key marks the selection or the word; on a focused entity it relabels it.")
        )
        labels.setWordWrap(True)
        column.addWidget(labels)
        column.addStretch(1)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setWidget(page)
        self.add(self.area, 1)
        self.buttons(button(tr("Close"), self.accept, default=True))
        self.area.setFocus()


def _table(rows: list[Action]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.APART)
    grid.setVerticalSpacing(theme.HAIR)
    grid.setColumnStretch(2, 1)
    grid.setColumnMinimumWidth(0, 190)
    grid.setColumnMinimumWidth(1, 170)
    for number, action in enumerate(rows):
        help = plain_label(tr(action.help), name="quiet")
        help.setWordWrap(True)
        grid.addWidget(Keycaps(action.keys), number, 0)
        grid.addWidget(plain_label(tr(action.title).rstrip("…")), number, 1)
        grid.addWidget(help, number, 2)
    return grid
