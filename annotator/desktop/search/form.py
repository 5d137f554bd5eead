"""What is asked: the query, how it is meant, and what narrows it. Only asks; the page answers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from annotator.desktop import icons, theme
from annotator.desktop.language import current, tr
from annotator.desktop.panels.article_model import status_title
from annotator.model.article import STATUSES
from annotator.model.labels import LabelSet
from annotator.store import Query
from annotator.text.matching import MODES, Mode

_WIDE = 760
"""From here on all filters have room side by side."""


class Field(QLineEdit):
    """A line to type in: ↓ and Enter belong to the list below, Esc to whoever listens."""

    down = Signal()
    entered = Signal()
    escaped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass on what is not typing."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_PageDown) and not event.modifiers():
            self.down.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


class Choices(QComboBox):
    """One of some values, each with a title; Esc belongs to whoever listens."""

    escaped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumContentsLength(4)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def fill(self, pairs: Sequence[tuple[object, str]]) -> None:
        """Have these values with their titles; the chosen value stays, if it is still there."""
        chosen = self.currentData()
        self.blockSignals(True)
        self.clear()
        for value, title in pairs:
            self.addItem(title, value)
        self.setCurrentIndex(max(0, self.findData(chosen)))
        self.blockSignals(False)

    def choose(self, value: object) -> None:
        """Choose a value."""
        self.setCurrentIndex(max(0, self.findData(value)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


class Form(QWidget):
    """See the module. `changed` says that something else is asked."""

    changed = Signal()
    down = Signal()
    entered = Signal()
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field, self.speaker, self.since, self.until = (Field() for _ in range(4))
        self.mode, self.label, self.status, self.author = (Choices() for _ in range(4))
        self.mode.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._icon = self.field.addAction(
            icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition
        )
        self.field.setMaxLength(20_000)
        self.field.setClearButtonEnabled(True)
        self._lay_out()
        for line in self._lines:
            line.textChanged.connect(self.changed)
            line.down.connect(self.down)
            line.entered.connect(self.entered)
            line.escaped.connect(self.escaped)
        for choices in (self.mode, *self._choices):
            choices.currentIndexChanged.connect(self.changed)
            choices.escaped.connect(self.escaped)

    @property
    def _lines(self) -> tuple[Field, ...]:
        return self.field, self.speaker, self.since, self.until

    @property
    def _choices(self) -> tuple[Choices, ...]:
        return self.label, self.status, self.author

    @property
    def _filters(self) -> tuple[QWidget, ...]:
        return self.label, self.speaker, self.status, self.author, self.since, self.until

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.TIGHT)
        first = QHBoxLayout()
        first.setSpacing(theme.TIGHT)
        first.addWidget(self.field, 1)
        first.addWidget(self.mode)
        self._grid = QGridLayout()
        self._grid.setSpacing(theme.TIGHT)
        column.addLayout(first)
        column.addLayout(self._grid)
        self._columns = 0
        self._arrange(3)
        order = (self.field, self.mode, *self._filters)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Filters stand in one row where there is room, else in two."""
        super().resizeEvent(event)
        self._arrange(6 if self.width() >= _WIDE else 3)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for place, widget in enumerate(self._filters):
            self._grid.addWidget(widget, place // columns, place % columns)
        for place in range(len(self._filters)):
            self._grid.setColumnStretch(place, 1 if place < columns else 0)

    # What is asked

    def query(self) -> Query:
        """What is asked now."""
        return Query(
            text=self.field.text(),
            mode=self.mode.currentData() or "normal",
            label=self.label.currentData(),
            speaker=self.speaker.text().strip() or None,
            author=self.author.currentData(),
            status=self.status.currentData(),
            since=_day(self.since.text()),
            until=_day(self.until.text()),
        )

    def clear_filters(self) -> None:
        """Let every article and every hit through."""
        self.blockSignals(True)
        for line in (self.speaker, self.since, self.until):
            line.clear()
        for choices in self._choices:
            choices.setCurrentIndex(0)
        self.blockSignals(False)
        self.changed.emit()

    # What can be asked, and in which words

    def offer(self, labels: LabelSet | None, authors: Sequence[str]) -> None:
        """Have the labels and authors of a project to choose from."""
        found = labels.entities if labels is not None else ()
        self.label.fill(
            [
                (None, tr("Any label")),
                *((one.name, f"{one.title.in_language(current())} · {one.name}") for one in found),
            ]
        )
        self.author.fill([(None, tr("Any author")), *((name, name) for name in authors)])

    def retranslate(self) -> None:
        """Set every text again, in the language of the interface; `offer` does the rest."""
        self._icon.setIcon(icons.icon("search"))
        self.mode.fill([(mode, mode_title(mode)) for mode in MODES])
        self.status.fill(
            [
                (None, tr("Any state")),
                *((one, status_title(one)) for one in STATUSES),
            ]
        )
        self.field.setPlaceholderText(tr("Search all articles"))
        self.speaker.setPlaceholderText(tr("Quoted by"))
        self.since.setPlaceholderText(tr("From {month}", month="2026-03"))
        self.until.setPlaceholderText(tr("To {month}", month="2026-03"))
        for widget, name in (
            (self.field, tr("What to search for")),
            (self.mode, tr("How it is meant")),
            (self.label, tr("Label of the hits")),
            (self.speaker, tr("Speaker of the quote that the hits are in")),
            (self.status, tr("State of the articles")),
            (self.author, tr("Who worked on the articles")),
            (self.since, tr("First day of the articles")),
            (self.until, tr("Last day of the articles")),
        ):
            widget.setAccessibleName(name)
            widget.setToolTip(name)


def mode_title(mode: Mode) -> str:
    """How the interface calls a mode."""
    return {
        "normal": tr("Anywhere, any spelling"),
        "exact": tr("As written"),
        "word": tr("Whole words"),
        "prefix": tr("Beginnings of words"),
        "regex": tr("Regular expression"),
    }[mode]


def _day(typed: str) -> str | None:
    """A date that is being typed asks for nothing before its year is whole."""
    given = typed.strip()
    return given if len(given) >= len("2026") else None
