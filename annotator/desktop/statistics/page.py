"""The page of statistics: an author's work and the corpus, as charts one below the other.

It stands where the article stands. What it shows is counted in the background, on a snapshot of the
project, whenever it comes into view and something has changed. It changes nothing.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.desktop import actions, icons, theme
from annotator.desktop.background import Job, Progress
from annotator.desktop.keynames import isolated
from annotator.desktop.keys import name_of
from annotator.desktop.language import say, tr
from annotator.desktop.panels.card import plain_label
from annotator.desktop.search.form import Choices
from annotator.desktop.statistics import chapters
from annotator.desktop.statistics.astext import as_text
from annotator.desktop.statistics.card import ChartCard, FiguresCard
from annotator.desktop.statistics.chart import Chart
from annotator.desktop.statistics.words import number
from annotator.desktop.workspace import Workspace
from annotator.errors import UserError
from annotator.exchange.statistics import statistics
from annotator.quality.statistics import LayerFigures, Statistics
from annotator.store import Project

_OF_THE_ARTICLE = ("done", "reopen", "skip", "undo", "redo")
_TWO = 880
"""From here on cards stand in two columns."""


class StatisticsPage(QWidget):
    """See the module. It follows the project that the workspace has open."""

    closed = Signal()
    """Back to the article."""
    hinted = Signal(list)
    """What the keys do now; empty when the keyboard is elsewhere."""
    tables_wanted = Signal()
    pictures_wanted = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.found: Statistics | None = None
        self._path: Path | None = None
        self._job: Job | None = None
        self._stale = True
        self._hinting = self._expected = False
        self._dealt = 0
        self.layer = Choices()
        self.notice, self.empty = plain_label(name="quiet"), plain_label(name="quiet")
        self.copy, self.tables, self.pictures = QPushButton(), QPushButton(), QPushButton()
        self.figures = FiguresCard()
        self.cards: list[ChartCard] = []
        self._made: list[ChartCard] = []
        self.area = QScrollArea()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self._head = head = QHBoxLayout()
        head.setSpacing(theme.TIGHT)
        head.addWidget(self.layer)
        head.addWidget(self.notice, 1)
        for button in (self.copy, self.tables, self.pictures):
            button.setAutoDefault(False)
            head.addWidget(button)
        self.notice.setMinimumWidth(0)
        self.layer.setMaximumWidth(240)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.viewport().setAutoFillBackground(False)
        self.sheet = QWidget()
        self.sheet.setAutoFillBackground(False)
        self._rows = rows = QVBoxLayout(self.sheet)
        rows.setSpacing(theme.NEAR)
        rows.addWidget(self.figures)
        self._columns = QHBoxLayout()
        self._columns.setSpacing(theme.NEAR)
        self._sides = [QVBoxLayout(), QVBoxLayout()]
        for side in self._sides:
            side.setSpacing(theme.NEAR)
            self._columns.addLayout(side, 1)
        rows.addLayout(self._columns)
        rows.addStretch(1)
        self.area.setWidget(self.sheet)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.HAIR, 0, 0)
        column.setSpacing(theme.NEAR)
        column.addLayout(head)
        column.addWidget(self.area, 1)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        column.addWidget(self.empty, 1)

    def _connect(self) -> None:
        self.layer.currentIndexChanged.connect(self._show)
        self.layer.escaped.connect(self.closed)
        self.copy.clicked.connect(self.copy_all)
        self.tables.clicked.connect(self.tables_wanted)
        self.pictures.clicked.connect(self.pictures_wanted)
        workspace = self._workspace
        workspace.projectChanged.connect(self._project_changed)
        for signal in (
            workspace.annotationsChanged, workspace.summaryChanged, workspace.summariesChanged,
        ):  # fmt: skip
            signal.connect(self._age)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._keyboard_moved)

    # Counting

    def showEvent(self, event: QShowEvent) -> None:
        """Count anew, if anything may have changed."""
        super().showEvent(event)
        self._count()

    def _age(self, *_: object) -> None:
        self._stale = True
        if self.isVisible():
            self._count()

    def _project_changed(self) -> None:
        """Another project, or none: what was counted is forgotten."""
        self.stop()
        project = self._workspace.project
        path = project.path if project is not None else None
        if path != self._path:
            self._path, self.found = path, None
            self._show()
        self._offer(self._workspace.layer)
        self._age()

    @property
    def busy(self) -> bool:
        """Whether it is counting."""
        return self._job is not None

    def _count(self) -> None:
        project = self._workspace.project
        if project is None or not self._stale or self._job is not None:
            return
        self._stale = False
        snapshot = project.snapshot()
        self._job = Job(lambda progress: _counted(snapshot, progress), self)
        self._job.moved.connect(self._say_how_far)
        self._job.ended.connect(self._take)
        self._job.failed.connect(self._fail)
        self._job.broken.connect(self._break)
        self._job.start()
        self._say("")

    def stop(self) -> None:
        """Stop counting, and wait until nothing is running."""
        job, self._job = self._job, None
        if job is not None:
            job.give_up()
            self._stale = True

    def _say_how_far(self, done: int, total: int) -> None:
        self._say(
            tr("Counting … article {number} of {count}", number=number(done), count=number(total))
        )

    def _take(self, found: Statistics) -> None:
        self._job, self.found = None, found
        self._offer(self.layer.currentData() or self._workspace.layer)
        self._show()
        if self._expected and self.layer.hasFocus():
            # The charts for which the keyboard was given to this page are there now.
            self.take_keyboard()
        self._expected = False
        if self._stale and self.isVisible():
            self._count()

    def _fail(self, error: UserError) -> None:
        self._job = None
        self._say(say(error))

    def _break(self) -> None:
        """A bug has ended it, which is reported elsewhere; the next change counts anew."""
        self._job = None
        self._say(tr("This could not be counted."))

    def _say(self, text: str) -> None:
        """Say something beside the charts, or where they will be."""
        there = self.found is not None
        self.notice.setText(text if there else "")
        self.empty.setText("" if there else text)

    # Showing

    @property
    def figures_of(self) -> LayerFigures | None:
        """The work of the author that was chosen."""
        if self.found is None:
            return None
        return self.found.layer(self.layer.currentData() or self._workspace.layer)

    def charts(self) -> tuple[Chart, ...]:
        """All charts, in the language of the interface; none before anything was counted."""
        project, chosen = self._workspace.project, self.figures_of
        if project is None or self.found is None or chosen is None:
            return ()
        return chapters.charts(self.found, chosen, project.labels)

    def _offer(self, chosen: str) -> None:
        names = [one.name for one in self.found.layers] if self.found is not None else []
        every = dict.fromkeys([self._workspace.layer, *names])
        self.layer.fill([(name, name) for name in every if name])
        self.layer.blockSignals(True)
        self.layer.choose(chosen)
        self.layer.blockSignals(False)

    def _show(self) -> None:
        charts, chosen = self.charts(), self.figures_of
        there = bool(charts) and self.found is not None and chosen is not None
        self.sheet.setVisible(there)
        self._say("")
        if self.found is not None:
            self.empty.setText(tr("There are no articles in this project yet."))
        self.empty.setVisible(not there)
        self.area.setVisible(there)
        for button in (self.copy, self.tables, self.pictures):
            button.setEnabled(there)
        if not there:
            self.cards = []
        elif self.found is not None and chosen is not None:
            self.figures.show_figures(chapters.figures(self.found, chosen))
            self._fill(charts)

    def _fill(self, charts: tuple[Chart, ...]) -> None:
        while len(self._made) < len(charts):
            self._make_card()
        self.cards = self._made[: len(charts)]
        for card, chart in zip(self.cards, charts, strict=True):
            card.show_chart(chart)
        self._deal(again=True)

    def _make_card(self) -> None:
        card = ChartCard()
        card.view.wanted.connect(lambda area, view=card.view: self._bring(view, area))
        card.view.copied.connect(lambda card=card: self._copy([card.chart]))
        before = self._made[-1].view if self._made else self.pictures
        self._made.append(card)
        self._sides[0].addWidget(card)
        QWidget.setTabOrder(before, card.view)

    def _deal(self, *, again: bool = False) -> None:
        """Deal the cards out to one column or two, each to the one that is shorter."""
        count = 2 if self.area.viewport().width() >= _TWO else 1
        if count == self._dealt and not again:
            return
        self._dealt = count
        heights = [0, 0]
        for side in self._sides:
            while (item := side.takeAt(0)) is not None:
                del item
        for card in self._made:
            card.setVisible(card in self.cards)
        for card in self.cards:
            place = 1 if count == 2 and heights[1] < heights[0] else 0
            heights[place] += card.wish()
            self._sides[place].addWidget(card)
        for side in self._sides:
            side.addStretch(1)
        for place in (0, 1):
            self._columns.setStretch(place, 1 if place < count else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cards stand in two columns where there is room."""
        super().resizeEvent(event)
        self.figures.arrange(self.width())
        self._deal()

    def _bring(self, view: QWidget, area: QRect) -> None:
        """Scroll so that a part of a chart is in view, its title too where there is room."""
        top = view.mapTo(self.sheet, area.topLeft())
        whole = view.mapTo(self.sheet, view.rect().topLeft()).y() - 56
        room = self.area.viewport().height()
        first = whole if top.y() + area.height() - whole < room else top.y()
        self.area.ensureVisible(0, top.y() + area.height(), 0, theme.NEAR)
        self.area.ensureVisible(0, max(0, first), 0, theme.HAIR)

    # Taking along

    def copy_all(self) -> None:
        """Copy all charts as text."""
        self._copy(self.charts())

    def _copy(self, charts: list[Chart] | tuple[Chart, ...]) -> None:
        QGuiApplication.clipboard().setText(as_text(charts))
        self._workspace.say("Copied as text.")

    # Words and keys

    def retranslate(self) -> None:
        """Set every text again, in the language of the interface and the colours of the theme."""
        for button, text, icon, help in (
            (self.copy, tr("Copy"), "copy", tr("Copy all charts as text")),
            (self.tables, tr("Tables…"), "export", tr("Write all tables to files (CSV)")),
            (self.pictures, tr("Pictures…"), "export", tr("Write all charts to pictures (PNG)")),
        ):
            button.setText(text)
            button.setIcon(icons.icon(icon))
            button.setToolTip(help)
            button.setAccessibleDescription(help)
            button.setMinimumHeight(self.layer.sizeHint().height())
        self._leave_room()
        self.layer.setAccessibleName(tr("Whose work is counted"))
        self.layer.setToolTip(tr("Whose work is counted"))
        self.setAccessibleName(tr("Statistics"))
        self._show()

    def _leave_room(self) -> None:
        """Between the cards and the scroll bar; margins are not mirrored by themselves."""
        right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        bar = self.area.verticalScrollBar().sizeHint().width()
        for layout, end in ((self._rows, theme.TIGHT), (self._head, theme.TIGHT + bar)):
            layout.setContentsMargins(end if right else 0, 0, 0 if right else end, 0)

    def take_keyboard(self) -> None:
        """Begin at the first chart, or where the author is chosen."""
        first = next((card.view for card in self.cards if card.chart.rows), None)
        self._expected = first is None or self.found is None
        (self.layer if first is None or self._expected else first).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back; pages turn; what changes the article is not done while it is hidden."""
        action = actions.by_key("window", name_of(event) or "")
        bar = self.area.verticalScrollBar()
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() == Qt.Key.Key_PageDown and not event.modifiers():
            bar.setValue(bar.value() + bar.pageStep())
        elif event.key() == Qt.Key.Key_PageUp and not event.modifiers():
            bar.setValue(bar.value() - bar.pageStep())
        elif action is not None and action.id in _OF_THE_ARTICLE:
            self._workspace.refuse("The article is not in view: Esc leads to it.")
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def has_keyboard(self) -> bool:
        """Whether what is typed comes here."""
        held = QApplication.focusWidget()
        return held is not None and (held is self or self.isAncestorOf(held))

    def _keyboard_moved(self) -> None:
        if self.has_keyboard():
            self._hinting = True
            self.hinted.emit(_hints())
        elif self._hinting:
            self._hinting = False
            self.hinted.emit([])


def _hints() -> list[str]:
    pairs = (
        ("Tab", tr("next chart")), ("Down", tr("next row")), ("Ctrl+C", tr("copy as text")),
        ("Escape", tr("to the article")),
    )  # fmt: skip
    return [f"{isolated(key)} {what}" for key, what in pairs]


def _counted(snapshot: Project, progress: Progress) -> Statistics:
    """In the background."""
    with snapshot:
        return statistics(snapshot, progress=progress)
