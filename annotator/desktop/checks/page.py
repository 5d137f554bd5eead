"""The page of checks: what is worth a second look, by check and string, led and mended by keys.

It stands where the article stands, and stays as it was when the article comes back. Going to a
place and choosing the checks are asked of the window; annotations change through the workspace.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from annotator.desktop import pages, theme
from annotator.desktop.article.style import TextStyle
from annotator.desktop.checks import menu, words
from annotator.desktop.checks.deciding import Deciding
from annotator.desktop.checks.form import Form
from annotator.desktop.checks.freshness import Freshness
from annotator.desktop.checks.model import FindingsModel
from annotator.desktop.checks.ready import Ready
from annotator.desktop.checks.run import Result, Runner
from annotator.desktop.checks.sheet import Sheet
from annotator.desktop.keys import name_of
from annotator.desktop.language import say, tr
from annotator.desktop.panels.card import plain_label
from annotator.desktop.workspace import Workspace
from annotator.errors import UserError
from annotator.exchange import checking
from annotator.quality.checks import CHECKS


class ChecksPage(QWidget):
    """See the module. It follows the project and the layer that the workspace has."""

    opened = Signal(object)
    """Go to the place of this `Ready`."""
    opened_other = Signal(object)
    """Go to the place, in another article, that this `Ready` is compared with."""
    closed = Signal()
    """Back to the article."""
    choosing = Signal()
    """Other checks are to be chosen."""
    hinted = Signal(list)
    """What the keys do now; empty when the keyboard is elsewhere."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._result: Result | None = None
        self._error: UserError | None = None
        self._articles = 0
        self._stopped = self._hinting = False
        self.off: Sequence[str] = ()
        """The ids of checks that are not made."""
        self.form = Form()
        self.runner = Runner(self)
        self.model = FindingsModel(self)
        self.sheet = Sheet()
        self.list, self.notice, self.button = self.sheet.list, self.sheet.notice, self.sheet.button
        self.list.setModel(self.model)
        self.freshness = Freshness(workspace, self._further)
        self.model.gone = self.freshness.gone
        self.deciding = Deciding(
            workspace, self.list, self.model, self.freshness, self.form.show_progress
        )
        self.list.findings.label_of = self.deciding.label_of
        self.count = plain_label(name="quiet")
        # Typing comes first: the list follows when no key is waiting.
        self._soon = QTimer(self, singleShot=True, interval=0)
        # What the keys do here is said after another part has said that it lost the keyboard.
        self._hint_later = QTimer(self, singleShot=True, interval=0)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self.count.setFont(theme.font(theme.SMALL))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.HAIR, 0, 0)
        column.setSpacing(theme.NEAR)
        column.addWidget(self.form)
        column.addWidget(self.count)
        column.addWidget(self.sheet, 1)
        QWidget.setTabOrder(self.form.checks, self.list)
        QWidget.setTabOrder(self.list, self.button)

    def _connect(self) -> None:
        self._soon.timeout.connect(self.refill)
        self._hint_later.timeout.connect(self._hint)
        self.form.changed.connect(self._soon.start)
        self.form.down.connect(self._to_list)
        self.form.entered.connect(lambda: self._open(self.list.currentIndex().row()))
        self.form.escaped.connect(self.leave)
        self.form.choosing.connect(self.choosing)
        self.runner.progressed.connect(self._progress)
        self.runner.ended.connect(self._end)
        self.list.opened.connect(self._open)
        self.list.opened_other.connect(self._open_other)
        self.list.closed.connect(self.leave)
        self.list.left.connect(self.form.field.setFocus)
        self.list.wants_all.connect(self.list.choose_all)
        self.list.folded.connect(self._fold)
        self.list.mended.connect(self.deciding.mend)
        self.list.mended_alike.connect(self.deciding.mend_alike)
        self.list.judged.connect(self.deciding.judge)
        self.deciding.decided.connect(self._further)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(
            lambda place: menu.show(self.list, self.model.at, place)
        )
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._say_count())
        self.list.selectionModel().currentChanged.connect(lambda *_: self._hint_later.start())
        self.button.clicked.connect(self._act)
        self._workspace.projectChanged.connect(self._project_changed)
        self._workspace.articleChanged.connect(self._article_changed)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._keyboard_moved)

    # Coming and going

    def take_keyboard(self) -> None:
        """Be ready for being walked through."""
        self.sheet.take_keyboard(self.model.rowCount() > 0)

    def showEvent(self, event: QShowEvent) -> None:
        """Check if nothing was checked yet, else go on where it was left."""
        super().showEvent(event)
        project = self._workspace.project
        if project is None or self.runner.running:
            return
        if (self._result is None and not self._stopped) or project.count() != self._articles:
            self.check()
            return
        one = self.model.at(self.list.currentIndex().row())
        if one is not None:
            self.freshness.catch_up(one.finding.article)
        if self.model.is_stale(self.form.wanted(self._workspace.number)):
            self.refill()

    def hideEvent(self, event: QHideEvent) -> None:
        """What was mended from here is taken back in the article from now on."""
        super().hideEvent(event)
        self.deciding.may_undo = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What changes the article in view is not done to one that is hidden behind this page."""
        if name_of(event) == "Escape":
            self.leave()
        elif not pages.refused(self._workspace, event, may_undo=self.deciding.may_undo):
            super().keyPressEvent(event)

    def leave(self) -> None:
        """Stop the run if there is one, else go back to the article."""
        if self.runner.running:
            self.runner.cancel()
            self._stopped = True
            self._show_state()
        else:
            self.closed.emit()

    def stop(self) -> None:
        """Stop checking, before the project is closed."""
        self.runner.close()

    def _project_changed(self) -> None:
        self.runner.cancel()
        self._result = self._error = None
        self._stopped = False
        self._take(())
        if self.isVisible() and self._workspace.project is not None:
            self.check()

    def _article_changed(self) -> None:
        if self.isVisible() and self.form.wanted(0).article is not None:
            self._soon.start()

    # Checking

    def check(self) -> None:
        """Make the checks that are chosen, on the layer in view."""
        project = self._workspace.project
        if project is None:
            return
        self._error, self._stopped = None, False
        self._articles = project.count()
        self.freshness.begin()
        chosen = [one for one in CHECKS if one.id not in self.off]
        # Until something comes in, what was found before stays: nothing flickers.
        self.runner.start(project, self._workspace.layer, chosen)
        self._progress(0, 1)
        self._show_state()

    def _progress(self, done: int, of: int) -> None:
        self.form.show_progress(done, of)
        self._say_count()

    def _end(self, result: Result | None, error: UserError | None) -> None:
        self._result, self._error = result, error
        self._take(result.found if result is not None else ())
        typing = self.form.field.hasFocus() and self.form.field.text()
        if pages.holds_keyboard(self) and not typing:
            self.take_keyboard()

    def _take(self, found: Sequence[Ready]) -> None:
        project = self._workspace.project
        self.model.right = checking.dismissed(project) if project is not None else frozenset()
        self.model.mended.clear()
        self.freshness.watch(found)
        self._fill(found)

    # The list

    def refill(self) -> None:
        """Make the list anew, at the same finding, without those that are done with."""
        self._fill(self.model.found)

    def _fill(self, found: Sequence[Ready]) -> None:
        row = max(0, self.list.currentIndex().row())
        following = [one.key for one in self.model.below(range(row, self.model.rowCount()))]
        at_finding = self.model.at(row) is not None
        self.list.forget()
        self.model.show(found, self.form.wanted(self._workspace.number))
        rows = self.model.rows_by_key() if at_finding else {}
        there = next((rows[key] for key in following if key in rows), None)
        last = max(0, self.model.rowCount() - 1)
        self.list.go_to(min(row, last) if there is None else there)
        self._show_state()

    def _further(self) -> None:
        """Some findings are no longer so, or so again."""
        self.model.changed()
        self._say_count()

    def _fold(self, row: int, unfold: bool) -> None:
        if self.model.at(row) is not None:
            if not unfold:
                self.list.go_to(self.model.above(row))
        elif self.model.fold(row, unfold=unfold):
            self.list.forget()
            self.list.go_to(row)
        elif unfold:
            self.list.go_to(row + 1)

    def _open(self, row: int) -> None:
        one = self.model.at(row)
        if one is not None:
            self.opened.emit(one)
        elif row >= 0:
            self._fold(row, not self.model.unfolded(row))

    def _open_other(self, row: int) -> None:
        one = self.model.at(row)
        if one is not None and one.finding.other is not None:
            self.opened_other.emit(one)

    def go_by(self, step: int) -> None:
        """To the place of the next open finding, from wherever the keyboard is."""
        row = self.model.next_open(self.list.currentIndex().row(), step)
        if row is None:
            self._workspace.say("No further finding.")
            return
        self.list.forget()
        self.list.go_to(row)
        self._open(row)

    # What it says

    def retranslate(self) -> None:
        """Set every text again, in the language of the interface."""
        self.form.retranslate()
        self.list.setAccessibleName(tr("Findings"))
        self._show_state()

    def set_style(self, style: TextStyle) -> None:
        """Set the lines in the font of articles."""
        self.deciding.style = style
        self.list.findings.set_style(style)
        self.list.viewport().update()

    def _show_state(self) -> None:
        there = self.model.rowCount() > 0
        if not self.runner.running:
            self.form.show_progress(0, 0)
        self.sheet.show_list(there, "" if there else self._notice(), self._action())
        self._say_count()

    def _action(self) -> str:
        if self.runner.running:
            return tr("Stop")
        return tr("Clear the filters") if self._filtered() else tr("Check again")

    def _act(self) -> None:
        if self.runner.running:
            self.leave()
        elif self._filtered():
            self.form.clear()
        else:
            self.check()

    def _filtered(self) -> bool:
        wanted = self.form.wanted(0)
        narrowed = bool(wanted.typed) or wanted.article is not None
        return narrowed and any(self.model.state(one) == "open" for one in self.model.found)

    def _notice(self) -> str:
        if self.runner.running:
            return tr("Looking…")
        if self._error is not None:
            return say(self._error)
        return words.nothing(
            self._result, stopped=self._stopped, filtered=self._filtered(),
            left=bool(self.model.found),
        )  # fmt: skip

    def _say_count(self) -> None:
        chosen = len(self.deciding.chosen()) if self.list.several else 0
        if self.runner.running:
            bar = self.form.bar
            percent = bar.value() * 100 // max(1, bar.maximum())
            self.count.setText(tr("Checking … {percent}%", percent=percent))
        elif self._result is None or not self.model.rowCount():
            self.count.setText("")
        elif chosen:
            self.count.setText(tr("{chosen} findings chosen", chosen=chosen))
        else:
            self.count.setText(
                words.counted(self._result, self.model.open, self.model.changed_since)
            )
        self._hint()

    # Keys

    def _to_list(self) -> None:
        if self.model.rowCount():
            self.list.setFocus()

    def _keyboard_moved(self) -> None:
        if pages.holds_keyboard(self):
            self._hint_later.start()
        elif self._hinting:
            self._hinting = False
            self.hinted.emit([])

    def _hint(self) -> None:
        if pages.holds_keyboard(self):
            self._hinting = True
            self.hinted.emit(self._hints())

    def _hints(self) -> list[str]:
        if self.runner.running:
            return pages.keys(("Escape", tr("stop")))
        if not self.list.hasFocus():
            return words.form_keys()
        one = self.model.at(self.list.currentIndex().row())
        mendable = one is None and any(below.change for below in self.deciding.chosen())
        return words.list_keys(one, mendable=mendable)
