"""What stands above the findings: a filter, which articles, which checks. Only asks."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.desktop import icons, theme
from annotator.desktop.checks.model import Wanted
from annotator.desktop.language import tr
from annotator.desktop.search.form import Choices, Field
from annotator.text.normal import fold


class Form(QWidget):
    """See the module. `changed` says that other findings are wanted."""

    changed = Signal()
    down = Signal()
    entered = Signal()
    escaped = Signal()
    choosing = Signal()
    """Other checks are to be chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field, self.articles, self.states = Field(), Choices(), Choices()
        self._icon = self.field.addAction(
            icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition
        )
        self.field.setClearButtonEnabled(True)
        self.field.setMaxLength(1000)
        self.checks = QPushButton()
        self.bar = QProgressBar()
        self._lay_out()
        self.field.textChanged.connect(self.changed)
        self.field.down.connect(self.down)
        self.field.entered.connect(self.entered)
        self.field.escaped.connect(self.escaped)
        for choices in (self.articles, self.states):
            choices.currentIndexChanged.connect(self.changed)
            choices.escaped.connect(self.escaped)
        self.checks.clicked.connect(self.choosing)

    def _lay_out(self) -> None:
        for choices in (self.articles, self.states):
            choices.setSizeAdjustPolicy(Choices.SizeAdjustPolicy.AdjustToContents)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(theme.HAIR)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.TIGHT)
        row = QHBoxLayout()
        row.setSpacing(theme.TIGHT)
        row.addWidget(self.field, 1)
        for part in self._others:
            row.addWidget(part)
        column.addLayout(row)
        column.addWidget(self.bar)
        keep = self.bar.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self.bar.setSizePolicy(keep)
        for before, after in pairwise((self.field, *self._others)):
            QWidget.setTabOrder(before, after)

    @property
    def _others(self) -> tuple[QWidget, ...]:
        return self.articles, self.states, self.checks

    def wanted(self, number: int | None) -> Wanted:
        """Which findings are wanted; `number` is that of the article in view."""
        only = number if self.articles.currentData() == "this" else None
        return Wanted(fold(self.field.text()), only, self.states.currentData() == "right")

    def clear(self) -> None:
        """Want all open findings again."""
        self.blockSignals(True)
        self.field.clear()
        self.articles.setCurrentIndex(0)
        self.blockSignals(False)
        self.changed.emit()

    def show_progress(self, done: int, of: int) -> None:
        """Show how far a run is; nothing with `of` 0."""
        self.bar.setVisible(of > 0)
        self.bar.setRange(0, max(1, of))
        self.bar.setValue(done)

    def retranslate(self) -> None:
        """Set every text again, in the language of the interface."""
        self._icon.setIcon(icons.icon("search"))
        self.field.setPlaceholderText(tr("Filter the findings"))
        self.articles.fill([("all", tr("All articles")), ("this", tr("This article only"))])
        self.states.fill([("open", tr("Open findings")), ("right", tr("Those judged right, too"))])
        self.checks.setText(tr("Checks…"))
        for widget, name in (
            (self.field, tr("Words that the findings have in them")),
            (self.articles, tr("Which articles?")),
            (self.states, tr("Which findings?")),
            (self.checks, tr("Which checks?")),
        ):
            widget.setAccessibleName(name)
            widget.setToolTip(name)
        self.bar.setAccessibleName(tr("Progress of the checks"))
