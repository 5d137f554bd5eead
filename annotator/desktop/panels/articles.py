"""The panel of the articles: how far each is, which are shown, in which order."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from annotator.desktop import keymap
from annotator.desktop.language import tr
from annotator.desktop.panels.article_filter import ArticleFilter
from annotator.desktop.panels.article_model import ArticlesModel, status_title
from annotator.desktop.panels.card import Card
from annotator.desktop.panels.rowlist import MOVES
from annotator.desktop.workspace import Workspace
from annotator.store import Listing


class ArticlesPanel(Card):
    """The articles; a row brings its article into view.

    The list is led by keys: typing filters by title, ← → go from state to state, Esc shows all
    again and then leaves.
    """

    told = Signal(str)
    """What is listed now, or which row is current: for those who do not see it."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        self._workspace = workspace
        self._path: Path | None = None
        self.model = ArticlesModel(workspace)
        super().__init__(self.model, parent)
        self.model.setParent(self)
        self.filter = ArticleFilter()
        self.insert_below_title(self.filter)
        self.filter.changed.connect(self._show_listing)
        for widget in (self.list, self.filter.field, *self.filter.states.values()):
            widget.installEventFilter(self)
        self.list.chosen.connect(self._go_to)
        # Painting the article comes first; the numbers follow when there is nothing else to do.
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._count)
        workspace.projectChanged.connect(self.reload)
        workspace.articleChanged.connect(self._moved_on)
        workspace.summaryChanged.connect(self._refresh)
        workspace.summariesChanged.connect(self.reload)
        self.retranslate()

    # What is listed

    def reload(self) -> None:
        """Read the list again."""
        project = self._workspace.project
        path = project.path if project is not None else None
        if path != self._path:
            self._path = path
            self.filter.start_anew()
        self._read()
        self._count()
        self.retranslate()

    def _show_listing(self, wanted: Listing) -> None:
        # A list without rows is hidden; its keyboard must not wander off to another panel.
        had_keyboard = self.list.hasFocus()
        if had_keyboard:
            self.filter.field.setFocus()
        self._read()
        self._say_what_is_shown()
        if had_keyboard and self.model.rowCount():
            self.list.setFocus()
        self.told.emit(self.filter.note.text() if self.model.rowCount() else self.empty.text())

    def _read(self) -> None:
        self.model.wanted = self.filter.wanted
        self.model.reload()
        self._workspace.listed = None if self.model.wanted.plain else self.model.numbers
        self._show_current()

    def _refresh(self, number: int) -> None:
        self.model.refresh(number)
        self._later.start()

    def _moved_on(self) -> None:
        self.model.moved_on()
        # The row of what is in view is written stronger.
        self.list.viewport().update()
        self._show_current()
        self._say_what_is_shown()

    def _count(self) -> None:
        project = self._workspace.project
        if project is not None:
            self.filter.show_counts(project.progress(self._workspace.layer))

    def _go_to(self, row: int) -> None:
        self._workspace.go_to(self.model.numbers[row])

    # What it says

    def retranslate(self) -> None:
        """Set every text again, in the language of the interface."""
        self.filter.retranslate()
        self.filter.setVisible(self._count_of_all() > 0)
        self.set_title(self._title())
        self._say_what_is_shown()

    def _say_what_is_shown(self) -> None:
        wanted, there = self.model.wanted, self.model.rowCount()
        if self._workspace.project is None:
            self.set_empty(
                tr(
                    "No project is open. Make one with {new} or open one with {open}.",
                    new=keymap.said("new-project"),
                    open=keymap.said("open-project"),
                )
            )
        elif not self._count_of_all():
            self.set_empty(
                tr(
                    "There are no articles yet. Bring some in with {key}.",
                    key=keymap.said("import"),
                )
            )
        elif wanted.status is not None and not wanted.title.strip():
            self.set_empty(_none_of(status_title(wanted.status)))
        else:
            self.set_empty(tr("No article fits the filter. Esc shows all articles again."))
        self.filter.say(self._note(there) if wanted.narrowed and there else "")

    def _note(self, there: int) -> str:
        lines = [tr("%n articles fit the filter.", there)]
        number = self._workspace.number
        if number is not None and self.model.row_of(number) is None:
            lines.append(tr("The article in view is not among them."))
        return "\n".join(lines)

    def _count_of_all(self) -> int:
        project = self._workspace.project
        if project is None:
            return 0
        return self.model.rowCount() if not self.model.wanted.narrowed else project.count()

    def _title(self) -> str:
        count, number = self._count_of_all(), self._workspace.number
        if not count or number is None:
            return tr("Articles")
        return tr("Articles · {number} of {count}", number=number, count=count)

    def _show_current(self) -> None:
        row = self.model.row_of(self._workspace.number)
        if row is None and self.model.wanted.narrowed and self.model.rowCount():
            # Enter after typing takes the first that fits.
            row = 0
        self.list.show_row(row)
        self.set_title(self._title())

    # Keys

    def take_keyboard(self) -> None:
        """Give the list the keyboard, or the filter where nothing is listed."""
        target = self.list if self.model.rowCount() else self.filter.field
        target.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """List and filter are one: each passes on the keys that mean the other."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Escape:
            self._escape()
            return True
        if watched is self.list:
            return self._list_key(event)
        return watched is self.filter.field and self._field_key(event)

    def _escape(self) -> None:
        if self.model.wanted.narrowed:
            self.filter.clear()
        else:
            self.list.left.emit()

    def _list_key(self, event: QKeyEvent) -> bool:
        if self._step(event):
            return True
        typed = event.text()
        held = event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        erases = event.key() == Qt.Key.Key_Backspace and bool(self.filter.field.text())
        if held or not (erases or (typed.isprintable() and typed.strip())):
            return False
        self.filter.field.setFocus()
        self.filter.field.end(False)
        QCoreApplication.sendEvent(self.filter.field, event)
        return True

    def _field_key(self, event: QKeyEvent) -> bool:
        if event.key() in _VERTICAL or event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.list.keyPressEvent(event)
            if event.key() in _VERTICAL:
                self.told.emit(str(self.list.currentIndex().data() or ""))
            return True
        return not self.filter.field.text() and self._step(event)

    def _step(self, event: QKeyEvent) -> bool:
        if event.key() not in (Qt.Key.Key_Left, Qt.Key.Key_Right) or event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        ):
            return False
        onward = (event.key() == Qt.Key.Key_Left) == self.isRightToLeft()
        self.filter.step_status(1 if onward else -1)
        return True


_VERTICAL = frozenset(MOVES) - {Qt.Key.Key_Home, Qt.Key.Key_End}


def _none_of(state: str) -> str:
    return tr("No article is in the state “{state}”. Esc shows all articles again.", state=state)
