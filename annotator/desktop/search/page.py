"""The search page: what is asked above, every hit in its surroundings below, as one types.

It stands where the article stands, and stays as it was when the article comes back. It changes
nothing by itself: going to a hit and marking hits are asked of the window.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.desktop import pages, theme
from annotator.desktop.article.style import TextStyle
from annotator.desktop.language import say, tr
from annotator.desktop.panels.card import plain_label
from annotator.desktop.search.form import Form
from annotator.desktop.search.hits import HitsModel
from annotator.desktop.search.list import HitList
from annotator.desktop.search.marks import Marks
from annotator.desktop.search.run import MOST, Batch, Runner
from annotator.desktop.workspace import Workspace
from annotator.errors import UserError
from annotator.exchange.concordance import Line
from annotator.store import Query


class SearchPage(QWidget):
    """See the module. It follows the project that the workspace has open."""

    opened = Signal(object)
    """Go to this `Line`'s hit."""
    closed = Signal()
    """Back to the article."""
    marked = Signal(str)
    """A letter or digit was pressed while the hits have the keyboard: it may be a label's key."""
    hinted = Signal(list)
    """What the keys do now; empty when the keyboard is elsewhere."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._asked: Query | None = None
        self._error: UserError | None = None
        self._looked: tuple[int, int] | None = None
        self.first_key = ""
        self.may_undo = False
        self._articles = 0
        self._fresh = True
        self._all_wanted = self._hinting = False
        self.form = Form()
        self.runner = Runner(self)
        self.model = HitsModel(self)
        self.list = HitList()
        self.list.setModel(self.model)
        self.marks = Marks(workspace, self.list.viewport().update)
        self.list.painter.label_of = self.marks.label_of
        self.count = plain_label(name="quiet")
        self.notice = plain_label(name="quiet")
        self.widen = QPushButton()
        # Typing comes first: the search begins when no key is waiting.
        self._soon = QTimer(self, singleShot=True, interval=0)
        # What the keys do here is said after another part has said that it lost the keyboard.
        self._hint_later = QTimer(self, singleShot=True, interval=0)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self.notice.setWordWrap(True)
        self.notice.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.count.setFont(theme.font(theme.SMALL))
        self.card = QFrame()
        self.card.setObjectName("card")
        inside = QVBoxLayout(self.card)
        inside.setContentsMargins(0, theme.HAIR, 0, theme.HAIR)
        inside.setSpacing(0)
        inside.addWidget(self.list, 1)
        empty = QVBoxLayout()
        empty.setContentsMargins(theme.WIDE * 2, 0, theme.WIDE * 2, 0)
        empty.setSpacing(theme.APART)
        empty.addStretch(2)
        empty.addWidget(self.notice)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.widen)
        row.addStretch(1)
        empty.addLayout(row)
        empty.addStretch(3)
        self.empty = QWidget()
        self.empty.setLayout(empty)
        inside.addWidget(self.empty, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.HAIR, 0, 0)
        column.setSpacing(theme.NEAR)
        column.addWidget(self.form)
        column.addWidget(self.count)
        column.addWidget(self.card, 1)
        QWidget.setTabOrder(self.form.until, self.list)
        QWidget.setTabOrder(self.list, self.widen)

    def _connect(self) -> None:
        self._soon.timeout.connect(self._search)
        self._hint_later.timeout.connect(self._hint)
        self.form.changed.connect(self._soon.start)
        self.form.down.connect(self._to_list)
        self.form.entered.connect(self._open_current)
        self.form.escaped.connect(self.closed)
        self.runner.brought.connect(self._take)
        self.runner.ended.connect(self._end)
        self.list.opened.connect(lambda row: self.opened.emit(self.model.lines[row]))
        self.list.closed.connect(self.closed)
        self.list.left.connect(self.form.field.setFocus)
        self.list.near_end.connect(self.runner.want_more)
        self.list.wants_all.connect(self._choose_all)
        self.list.pressed_letter.connect(self._letter)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._say_count())
        self.widen.clicked.connect(self._widen)
        self._workspace.projectChanged.connect(self._project_changed)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._keyboard_moved)

    # Coming and going

    def take_keyboard(self) -> None:
        """Be ready for typing; what was asked before stays, and is typed over."""
        self.form.field.setFocus()
        self.form.field.selectAll()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what the first search needs, while the first letters are being typed."""
        super().showEvent(event)
        self._offer()
        project = self._workspace.project
        if project is not None:
            self.runner.prepare(project)
            if project.count() != self._articles:
                self._asked = None
            self._soon.start()

    @property
    def busy(self) -> bool:
        """Whether more may come in by itself."""
        return self._soon.isActive() or self.runner.running

    @property
    def waiting(self) -> bool:
        """Whether nothing of what is asked now was found yet, and something may be."""
        return self.busy and (self._fresh or not self.model.lines or self._soon.isActive())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What changes the article in view is not done to one that is hidden behind this page."""
        if not pages.refused(self._workspace, event, may_undo=self.may_undo):
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """What was marked from here is taken back in the article from now on."""
        super().hideEvent(event)
        self.may_undo = False

    def stop(self) -> None:
        """Stop searching, before the project is closed."""
        self._soon.stop()
        self.runner.close()

    def _project_changed(self) -> None:
        self._soon.stop()
        self.runner.cancel()
        self._asked = self._error = self._looked = None
        self.model.clear()
        self._offer()
        if self.isVisible():
            self._soon.start()
        self._show_state()

    def _offer(self) -> None:
        project = self._workspace.project
        self.form.offer(
            project.labels if project is not None else None,
            project.layers() if project is not None else (),
        )

    # Searching

    def _search(self) -> None:
        project, query = self._workspace.project, self.form.query()
        if project is None or query == self._asked:
            return
        self.runner.cancel()
        self._asked, self._error, self._looked = query, None, None
        self._articles = project.count()
        self._fresh, self._all_wanted = True, False
        if query.text.strip():
            # Until something comes in, what was found before stays: nothing flickers.
            self.runner.start(project, query)
        else:
            self.model.clear()
        self._show_state()

    def ask_again(self) -> None:
        """Search again for the same, because articles or annotations have changed."""
        self._asked = None
        self._search()

    def _take(self, batch: Batch) -> None:
        self._begin_anew()
        self._looked = batch.looked, batch.of
        first = not self.model.lines
        self.model.add(batch.lines)
        if first and self.model.lines:
            self.list.go_to(0)
        if self._all_wanted:
            self.list.choose_all()
            self.runner.want_more()
        self._show_state()

    def _begin_anew(self) -> None:
        if self._fresh:
            self._fresh = False
            self.list.forget()
            self.model.clear()
            self.list.scrollToTop()

    def _end(self, error: UserError | None) -> None:
        self._begin_anew()
        self._error = error
        self._all_wanted = False
        self._show_state()

    # What it says

    def retranslate(self) -> None:
        """Set every text again, in the language of the interface."""
        self.form.retranslate()
        self._offer()
        self.list.setAccessibleName(tr("Hits"))
        self.widen.setText(tr("Clear the filters"))
        self._show_state()

    def set_style(self, style: TextStyle) -> None:
        """Set the hits in the font of articles."""
        self.list.painter.set_style(style)
        self.list.viewport().update()

    def _show_state(self) -> None:
        there = bool(self.model.lines)
        if not there and self.list.hasFocus():
            # Qt gives the keyboard of what is hidden to whatever comes next: the list of articles.
            self.form.field.setFocus()
        self.list.setVisible(there)
        self.empty.setVisible(not there)
        if not there:
            self.notice.setText(self._notice())
            asked = self._asked
            self.widen.setVisible(
                asked is not None and asked.narrowed and not self.runner.running
                and bool(asked.text.strip())
            )  # fmt: skip
        self._say_count()

    def _notice(self) -> str:
        asked = self._asked
        if asked is None or not asked.text.strip():
            return tr(
                "Type a word or a part of one: it is found in all articles as you type, however it "
                "is spelt and with whatever is written onto it."
            )
        if self._error is not None:
            return say(self._error)
        if self.runner.running:
            if self._looked is None:
                return ""
            looked, of = self._looked
            return tr("Looking … article {number} of {count}", number=looked, count=of)
        if asked.narrowed:
            return tr("Nothing was found with these filters.")
        if asked.mode == "normal":
            return tr("Nothing was found.")
        return tr("Nothing was found. Anywhere and in any spelling, there may be more.")

    def _say_count(self) -> None:
        count = len(self.model.lines)
        chosen = len(self.list.rows_chosen()) if self.list.several else 0
        if not count:
            self.count.setText("")
        elif chosen:
            self.count.setText(tr("{chosen} of {count} hits chosen", chosen=chosen, count=count))
        elif self._error is not None:
            self.count.setText(say(self._error))
        elif self.runner.running:
            self.count.setText(tr("At least %n hits so far", count))
        elif count >= MOST:
            said = f"{count:,}"
            self.count.setText(
                tr("The first {hits} hits; there may be more. Narrow the search.", hits=said)
            )
        else:
            self.count.setText(
                tr("Hits: {hits} · articles: {articles}", hits=count, articles=self.model.articles)
            )
        self._hint()

    # Keys

    def _to_list(self) -> None:
        if self.model.lines:
            self.list.setFocus()

    def _open_current(self) -> None:
        """Enter while typing: the hit that the list is at, once what is typed was looked for."""
        if self._soon.isActive():
            self._soon.stop()
            self._search()
        row = self.list.currentIndex().row()
        if not self._fresh and 0 <= row < len(self.model.lines):
            self.opened.emit(self.model.lines[row])

    def _choose_all(self) -> None:
        self._all_wanted = self.runner.running
        self.list.choose_all()
        if self._all_wanted:
            self.runner.want_more()
        self._say_count()

    def _letter(self, name: str) -> None:
        self.marked.emit(name)

    def chosen(self) -> list[Line]:
        """The hits that are chosen."""
        return self.model.chosen(self.list.rows_chosen())

    def _widen(self) -> None:
        self.form.clear_filters()
        self.form.field.setFocus()

    def has_keyboard(self) -> bool:
        """Whether what is typed comes here."""
        return pages.holds_keyboard(self)

    def _keyboard_moved(self) -> None:
        if self.has_keyboard():
            self._hint_later.start()
        elif self._hinting:
            self._hinting = False
            self.hinted.emit([])

    def _hint(self) -> None:
        if self.has_keyboard():
            self._hinting = True
            self.hinted.emit(_of_list() if self.list.hasFocus() else _of_form())


def _of_form() -> list[str]:
    return pages.keys(
        ("Return", tr("go to the hit")), ("Down", tr("to the hits")), ("Tab", tr("filters")),
        ("Escape", tr("to the article")),
    )  # fmt: skip


def _of_list() -> list[str]:
    return pages.keys(
        ("Return", tr("go to the hit")), ("Space", tr("choose")), ("Ctrl+A", tr("choose all")),
        ("P", tr("a label’s key marks")), ("Up", tr("to the query")),
        ("Escape", tr("to the article")),
    )  # fmt: skip
