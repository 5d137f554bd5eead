"""What stands above the list of articles: progress, filter, order. Only asks; the panel answers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.desktop import icons, theme
from annotator.desktop.language import tr
from annotator.desktop.panels.article_model import order_title, status_title
from annotator.desktop.panels.card import plain_label
from annotator.desktop.panels.signs import paint_sign
from annotator.model.article import STATUSES, Status
from annotator.store import ORDERS, Listing, Order

_SIDE = 12


class ArticleFilter(QWidget):
    """A field for part of a title, the order, and a button a state. `changed` brings a listing."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wanted = Listing()
        self.progress = Progress()
        self.field = QLineEdit()
        self.field.setObjectName("filter")
        self.field.textChanged.connect(lambda text: self._ask(title=text))
        self.order = QToolButton()
        self.order.setObjectName("quiet")
        self.order.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.order.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.states = {status: StateButton(status) for status in STATUSES}
        self.note = plain_label(name="quiet")
        self.note.setWordWrap(True)
        self.note.setFont(theme.font(theme.SMALL))
        self.note.hide()
        self._search = self.field.addAction(
            icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition
        )
        self._lay_out()
        for status, button in self.states.items():
            button.clicked.connect(lambda on, status=status: self.show_status(on and status))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 0, _SIDE, 0)
        column.setSpacing(theme.TIGHT)
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setSpacing(theme.HAIR)
        first.addWidget(self.field, 1)
        first.addWidget(self.order)
        for button in self.states.values():
            second.addWidget(button, 1)
        column.addWidget(self.progress)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self.note)

    def parts(self) -> list[QWidget]:
        """What the keyboard can reach, in the order of reading."""
        return [self.field, self.order, *self.states.values()]

    # What is asked for

    def clear(self) -> None:
        """Ask for all articles again; the order stays."""
        self.field.blockSignals(True)
        self.field.clear()
        self.field.blockSignals(False)
        self._ask(title="", status=None)

    def start_anew(self) -> None:
        """Be as for a project that was just opened, and tell nobody."""
        self.blockSignals(True)
        self.clear()
        self._ask(order="project")
        self.blockSignals(False)

    def show_status(self, status: Status | bool | None) -> None:
        """Ask for the articles of one state, or (None, False) of all."""
        self._ask(status=status or None)

    def step_status(self, step: int) -> None:
        """Ask for the state `step` further on among: all, then one after the other."""
        round = (None, *STATUSES)
        self.show_status(round[(round.index(self.wanted.status) + step) % len(round)])

    def sort(self, order: Order) -> None:
        """Ask for another order."""
        self._ask(order=order)

    def _ask(self, **values: object) -> None:
        now = self.wanted
        asked: dict[str, object] = {"order": now.order, "title": now.title, "status": now.status}
        self.wanted = Listing(**{**asked, **values})  # type: ignore[arg-type]
        for status, button in self.states.items():
            button.setChecked(status == self.wanted.status)
        if self.wanted != now:
            self._name_order()
            self.changed.emit(self.wanted)

    # How it looks

    def show_counts(self, counts: dict[Status, int]) -> None:
        """Show how many articles have each state."""
        self.progress.show_counts(counts)
        for status, button in self.states.items():
            button.show_count(counts[status])

    def say(self, text: str) -> None:
        """A quiet remark about the list; empty for none."""
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def retranslate(self) -> None:
        """Set every text and icon again."""
        self.field.setPlaceholderText(tr("Part of a title"))
        self.field.setAccessibleName(tr("Articles with this in their title"))
        self._search.setIcon(icons.icon("search"))
        self.order.setIcon(icons.icon("sort"))
        menu = self.order.menu() or QMenu(self.order)
        menu.clear()
        for order in ORDERS:
            item = menu.addAction(order_title(order))
            item.setCheckable(True)
            item.setData(order)
            item.triggered.connect(lambda _=False, order=order: self.sort(order))
        self.order.setMenu(menu)
        self._name_order()
        for button in self.states.values():
            button.retranslate()
        self.progress.retranslate()

    def _name_order(self) -> None:
        title = order_title(self.wanted.order)
        name = tr("Order of the list: {order}", order=title)
        self.order.setAccessibleName(name)
        self.order.setToolTip(name)
        for item in self.order.menu().actions() if self.order.menu() else ():
            item.setChecked(item.data() == self.wanted.order)


class Progress(QWidget):
    """How much is done: a sentence and a thin line."""

    def __init__(self) -> None:
        super().__init__()
        self._counts: dict[Status, int] = dict.fromkeys(STATUSES, 0)
        self.label = plain_label(name="quiet")
        self.label.setFont(theme.font(theme.SMALL))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.TIGHT + 2)
        column.addWidget(self.label)

    def show_counts(self, counts: dict[Status, int]) -> None:
        """Show these numbers of articles."""
        self._counts = counts
        self.retranslate()
        self.update()

    def retranslate(self) -> None:
        """Set the text again, in the language of the interface."""
        done, count = self._counts["done"], sum(self._counts.values())
        self.label.setText(tr("Done: {done} of {count}", done=done, count=count))
        self.setAccessibleName(self.label.text())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line: what is done from the start of the line, what is skipped after it."""
        tone = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        # What is not done is a hair line: even where edges are strong it must not look done.
        painter.setBrush(QColor(tone.line))
        painter.drawRect(QRectF(0, self.height() - 3, self.width(), 1))
        line = QRectF(0, self.height() - 4, self.width(), 3)
        count = sum(self._counts.values()) or 1
        done = self._counts["done"] / count
        over = done + self._counts["skipped"] / count
        for share, colour in ((over, tone.keycap_line), (done, tone.done)):
            if share > 0:
                line.setWidth(max(3.0, self.width() * share))
                painter.setBrush(QColor(colour))
                painter.drawRoundedRect(line, 1.5, 1.5)
        painter.end()


class StateButton(QAbstractButton):
    """Shows only the articles of one state: its shape, and how many there are."""

    def __init__(self, status: Status) -> None:
        super().__init__()
        self._status = status
        self._count = 0
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_count(self, count: int) -> None:
        """How many articles have the state."""
        self._count = count
        self.retranslate()
        self.update()

    def retranslate(self) -> None:
        """Set the name again, in the language of the interface."""
        title = status_title(self._status)
        name = tr("{state}: %n articles", self._count, state=title)
        self.setAccessibleName(name)
        self.setToolTip(name)

    def sizeHint(self) -> QSize:
        """As high as a row; the width is a quarter of the panel."""
        return QSize(44, theme.ROW - 2)

    def event(self, event: QEvent) -> bool:
        """The keyboard's coming and going shows."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sign and, where there is room, the count."""
        tone = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        font = theme.font(theme.SMALL)
        text = str(self._count)
        wide = QFontMetrics(font).horizontalAdvance(text)
        room = wide + 18 <= self.width() - 8
        total = 10 + (8 + wide if room else 0)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            sign = self.width() - (self.width() - total) / 2 - 5
            left = sign - 13 - wide
        else:
            sign = (self.width() - total) / 2 + 5
            left = sign + 13
        colours = {"new": tone.new, "begun": tone.begun, "done": tone.done, "skipped": tone.quiet}
        painter.save()
        painter.translate(sign, self.height() / 2)
        paint_sign(painter, self._status, colours[self._status])
        painter.restore()
        if room:
            painter.setFont(font)
            painter.setPen(QColor(tone.ink if self.isChecked() else tone.quiet))
            area = QRectF(left, 0, wide + 2, self.height())
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        tone = theme.colours()
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked():
            painter.setBrush(QColor(tone.selected))
        elif self.underMouse():
            painter.setBrush(QColor(tone.hover))
        if self.hasFocus():
            painter.setPen(theme.ring())
            area.adjust(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(area, theme.ROUND, theme.ROUND)
