"""The page of keys: every key that acts now, from the table of actions and the open label set.

At rest it is a sheet to take in at a glance, in as many columns as there is room for; with
something typed it is a list of what is meant, the best first, each with its help.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotator.desktop import keymap, theme
from annotator.desktop.actions import ACTIONS, MENUS, Action
from annotator.desktop.dialogs.base import Dialog, button, heading
from annotator.desktop.dialogs.picker import Entry, Filtered
from annotator.desktop.keynames import arabic, isolated, typed_forms
from annotator.desktop.language import current, in_language, tr
from annotator.desktop.panels.labels import entity_row, relation_row
from annotator.desktop.panels.rows import Row, literal, paint_row
from annotator.model.labels import EntityLabel, LabelSet, RelationLabel

if TYPE_CHECKING:
    from annotator.desktop.window import MainWindow

_COLUMN = 330
"""The least width of a column, in pixels: a title in Arabic or English and two keys."""
_LARGEST = QSize(1200, 860)
_EXTENDING = "-extend"


class Line(Struct, frozen=True):
    """A key or several, what they do, and all that the line is found by."""

    row: Row
    help: str
    names: tuple[str, ...]
    helps: tuple[str, ...]
    keys: tuple[str, ...]


class Section(Struct, frozen=True):
    """A heading and the lines below it."""

    title: str
    lines: tuple[Line, ...]


def sections(labels: LabelSet | None) -> list[Section]:
    """All keys in the order of the menus, then those of the labels, where a project is open."""
    found = [
        Section(
            tr(title) if id else tr("Other keys"),
            tuple(_line(one) for one in ACTIONS if _belongs(one, id)),
        )
        for id, title in (*MENUS, ("", ""))
    ]
    if labels is not None:
        keyed = [_of_label(one, entity_row(labels, one)) for one in labels.entities]
        found.append(Section(tr("Labels"), tuple(one for one in keyed if one.row.key)))
        related = [_of_label(one, relation_row(one)) for one in labels.relations]
        found.append(
            Section(tr("Labels of relations"), tuple(one for one in related if one.row.key))
        )
    return [one for one in found if one.lines]


def _belongs(action: Action, menu: str) -> bool:
    """Whether an action has a line in this section; what extends shares that of the movement."""
    return action.menu == menu and bool(_keys(action)) and not action.id.endswith(_EXTENDING)


def _keys(action: Action) -> tuple[str, ...]:
    return (*keymap.of(action.id), *keymap.of(action.id + _EXTENDING))


def _line(action: Action) -> Line:
    caps = [(isolated(key), arabic(key)) for key in _keys(action)]
    title, help = (tr(text).rstrip("…") for text in (action.title, action.help))
    return Line(
        Row(title, "", "", "", *caps[0], tuple(caps[1:])),
        help,
        (in_language(action.title, "ar"), in_language(action.title, "en"), action.id),
        (in_language(action.help, "ar"), in_language(action.help, "en")),
        typed_forms(*_keys(action)),
    )


def _of_label(label: EntityLabel | RelationLabel, row: Row) -> Line:
    return Line(
        Row(row.title, "", row.sign, row.colour, row.key, arabic(row.key)),
        label.help.in_language(current()),
        (label.title.ar, label.title.en, label.name),
        (label.help.ar, label.help.en),
        typed_forms(row.key),
    )


def columns(sizes: Sequence[int], count: int) -> list[int]:
    """How many of the sections, in order, go into each column, so that the longest is shortest."""
    count = min(count, len(sizes))
    cuts = min(
        ((0, *inner, len(sizes)) for inner in combinations(range(1, len(sizes)), count - 1)),
        key=lambda ends: max(sum(sizes[first:last]) for first, last in pairwise(ends)),
    )
    return [last - first for first, last in pairwise(cuts)]


class LineWidget(QWidget):
    """Draws one line as the panels do theirs; its help is the tooltip."""

    def __init__(self, line: Line) -> None:
        super().__init__()
        self.row = line.row
        self.setFixedHeight(theme.ROW)
        self.setToolTip(literal(line.help))
        self.setAccessibleName(line.row.spoken())
        self.setAccessibleDescription(line.help)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter, option = QPainter(self), QStyleOptionViewItem()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.rect = QRect(0, 0, self.width(), self.height())
        option.direction = self.layoutDirection()
        paint_row(painter, option, self.row)
        painter.end()


class KeysDialog(Dialog):
    """All keys on one page; see the module."""

    def __init__(self, window: MainWindow) -> None:
        size = (window.size() - QSize(2 * theme.WIDE, 2 * theme.WIDE)).boundedTo(_LARGEST)
        super().__init__(window, tr("Keys"), min(720, size.width()))
        self.resize(size)
        project = window.workspace.project
        found = sections(project.labels if project is not None else None)
        self.say(
            tr(
                "Keys are named as on a US keyboard. Under an Arabic layout the same physical keys "
                "act; the Arabic letter stands beside the Latin one."
            ),
            name="quiet",
        )
        self.filtered = Filtered(
            tr("Keys"),
            tr("Part of what a key does, or a key"),
            tr("No key does this."),
            [_entry(line) for section in found for line in section.lines],
        )
        room = size.width() - 2 * theme.WIDE
        self.area = _sheet(found, max(1, room // _COLUMN))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.area)
        self.stack.addWidget(self.filtered.list)
        self.filtered.field.textChanged.connect(self._show)
        self.add(self.filtered.field)
        self.add(self.filtered.nothing)
        self.add(self.stack, 1)
        self.buttons(
            button(tr("Change keys…"), lambda: self._change(window)),
            button(tr("Close"), self.accept, default=True),
        )
        self.filtered.field.installEventFilter(self)
        self.filtered.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """At rest, the keys that lead through a list scroll the sheet."""
        at_rest = self.stack.currentWidget() is self.area
        if not (at_rest and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress):
            return False
        bar = self.area.verticalScrollBar()
        steps = {
            Qt.Key.Key_Down: theme.ROW, Qt.Key.Key_Up: -theme.ROW,
            Qt.Key.Key_PageDown: bar.pageStep(), Qt.Key.Key_PageUp: -bar.pageStep(),
        }  # fmt: skip
        if event.key() not in steps:
            return False
        bar.setValue(bar.value() + steps[Qt.Key(event.key())])
        return True

    def _show(self, typed: str) -> None:
        self.stack.setCurrentIndex(1 if typed.strip() else 0)

    def _change(self, window: MainWindow) -> None:
        self.accept()
        window.change_keys()


def _entry(line: Line) -> Entry:
    return Entry(
        replace(line.row, detail=line.help),
        line.names,
        lambda: None,
        helps=line.helps,
        keys=line.keys,
    )


def _sheet(found: Sequence[Section], count: int) -> QScrollArea:
    page = QFrame()
    page.setObjectName("card")
    across = QHBoxLayout(page)
    across.setContentsMargins(theme.TIGHT, theme.APART, theme.TIGHT, theme.APART)
    across.setSpacing(theme.APART)
    rest = list(found)
    for number in columns([len(one.lines) + 2 for one in found], count):
        here, rest = rest[:number], rest[number:]
        across.addLayout(_column(here), 1)
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidgetResizable(True)
    area.setWidget(page)
    # The field has the keyboard and leads the sheet.
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


def _column(found: Sequence[Section]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    for section in found:
        title = heading(section.title)
        title.setObjectName("quiet")
        title.setContentsMargins(theme.INSET, 0, theme.INSET, theme.HAIR)
        column.addWidget(title)
        for line in section.lines:
            column.addWidget(LineWidget(line))
        column.addSpacing(theme.APART)
    column.addStretch(1)
    return column
