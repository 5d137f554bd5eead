"""Marking in many articles: a list of the places that fills while they are looked for.

The search goes on in slices between the events of the window, so nothing waits for it. What is
marked is one batch: one undo takes all of it back.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QProgressBar

from annotator.desktop import everywhere, theme
from annotator.desktop.article.style import TextStyle
from annotator.desktop.dialogs.base import Dialog, button
from annotator.desktop.keynames import isolated
from annotator.desktop.keys import name_of
from annotator.desktop.language import current, say, tr
from annotator.desktop.panels.annotations import colour_of
from annotator.desktop.panels.candidates import CandidatePainter, CandidatesModel
from annotator.desktop.panels.card import plain_label
from annotator.desktop.panels.rowlist import RowList
from annotator.desktop.panels.rows import one_line
from annotator.desktop.same import entity_to_repeat
from annotator.errors import UserError
from annotator.model.annotations import Entity
from annotator.model.edits import Edit
from annotator.store import Project

if TYPE_CHECKING:
    from annotator.desktop.window import MainWindow

_SIZE = 21.0
_SLICE = 0.005
"""Seconds that the search may take before the window has its turn again."""
_PATIENCE = 10
"""Milliseconds from one look to the next while the index is read."""
_STEPS = {"Tab": 1, "Shift+Tab": -1}


def start(window: MainWindow) -> None:
    """Ask which places in all articles are to be marked like the entity in hand."""
    workspace = window.workspace
    asked = entity_to_repeat(workspace)
    if asked is None or workspace.project is None or workspace.annotated is None:
        return
    like, needle = asked
    workspace.set_focus(like.id, reveal=False)
    known = workspace.knowledge.of(workspace.annotated)
    steps = everywhere.look(workspace.project, workspace.layer, needle, like.label, known)
    dialog = EverywhereDialog(window, tr("Mark all same in all articles"), like, steps)
    dialog.sentence.setText(_what(window, like))
    dialog.open()


def _what(window: MainWindow, like: Entity) -> str:
    words = one_line(like.span.surface(window.workspace.text))
    title = title_of(window, like.label)
    return tr("“{words}” becomes {label} wherever it is ticked.", words=words, label=title)


def title_of(window: MainWindow, label: str) -> str:
    """How the label is called, in the language of the interface."""
    found = window.workspace.labels.entity(label)
    return found.title.in_language(current()) if found is not None else label


class EverywhereDialog(Dialog):
    """See the module. `steps` look for the places, which are marked as `like` is."""

    def __init__(
        self, window: MainWindow, title: str, like: Entity, steps: Iterator[everywhere.Step]
    ) -> None:
        super().__init__(window, title, 760)
        workspace = window.workspace
        assert workspace.project is not None
        self._workspace, self._like = workspace, like
        self._search: Iterator[everywhere.Step] | None = steps
        self._looked, self._of = 0, workspace.project.count()
        self._problem = ""
        self.resize(960, 640)
        self.sentence = self.say("")
        self._make_list(window)
        self._make_foot()
        # What the first search of all has to read takes longer than a slice.
        self._reading = threading.Thread(target=_prepare, args=(workspace.project,), daemon=True)
        self._reading.start()
        self._slices = QTimer(self, interval=_PATIENCE)
        self._slices.timeout.connect(self._look_on)
        self._slices.start()
        self._show_state()

    def _make_list(self, window: MainWindow) -> None:
        self.model = CandidatesModel(self)
        self.list = RowList()
        self.list.setModel(self.model)
        self.list.setAccessibleName(tr("Places to mark"))
        family = window.view.text_style.family
        label = self._workspace.labels.entity(self._like.label)
        colour = colour_of(label) if label is not None else theme.colours().accent
        style = TextStyle(family=family, size=_SIZE, above=0.0, below=0.0)
        self.list.setItemDelegate(CandidatePainter(self.list, colour, style))
        self.list.installEventFilter(self)
        self.list.clicked.connect(lambda index: self.model.toggle(index.row()))
        self.model.dataChanged.connect(self._show_state)
        self.empty = plain_label(name="quiet")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.add(self.empty, 1)
        self.add(self.list, 1)

    def _make_foot(self) -> None:
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(theme.HAIR)
        self.bar.setAccessibleName(tr("Progress of the search"))
        self.add(self.bar)
        self.progress = self.say("", name="quiet")
        self.mark = button("", self._mark, default=True)
        self.leave = button("", self._stop_or_leave)
        self.buttons(self.leave, self.mark)

    # Looking

    @property
    def searching(self) -> bool:
        """Whether there is more to look through."""
        return self._search is not None

    def _look_on(self) -> None:
        """Go on with the search for a slice of time."""
        if self._reading.is_alive():
            return
        self._slices.setInterval(0)
        until = time.perf_counter() + _SLICE
        while self._search is not None and time.perf_counter() < until:
            try:
                self._take(next(self._search))
            except StopIteration:
                self._looked = self._of
                self._end()
            except UserError as error:
                self._problem = say(error)
                self._end()
        self._show_state()

    def _take(self, step: everywhere.Step) -> None:
        self._looked, self._of = step.looked, step.of
        if step.found is not None:
            first = not self.model.rowCount()
            self.model.add(step.found)
            if first:
                self.list.show_row(self.model.next_candidate(0, 1))
                self.list.setFocus()

    def _end(self) -> None:
        self._search = None
        self._slices.stop()

    # What it says

    def _show_state(self) -> None:
        filled = self.model.rowCount() > 0
        self.list.setVisible(filled)
        self.empty.setVisible(not filled)
        self.empty.setText(self._why_empty())
        self.bar.setVisible(self.searching)
        self.bar.setRange(0, max(1, self._of))
        self.bar.setValue(self._looked)
        self.progress.setText(self._told())
        self.mark.setText(tr("Mark {count}", count=self.model.chosen))
        self.mark.setEnabled(self.model.chosen > 0 and not self.searching)
        self.leave.setText(tr("Stop") if self.searching else tr("Cancel"))

    def _why_empty(self) -> str:
        if self.searching:
            return tr("Looking…")
        if self._looked < self._of:
            return tr("Nothing was found until then.")
        return self._nothing()

    def _nothing(self) -> str:
        return tr("Every same string is marked already.")

    def _told(self) -> str:
        told = tr(
            "Places: {places} in {articles} articles; looked through {looked} of {all}.",
            places=f"{self.model.count:,}", articles=f"{self.model.articles:,}",
            looked=f"{self._looked:,}", all=f"{self._of:,}",
        )  # fmt: skip
        keys = tr(
            "{space} leaves one out or takes it again, on a title all below it; {tab} goes on.",
            space=isolated("Space"), tab=isolated("Tab"),
        )  # fmt: skip
        keys = keys if self.model.rowCount() else ""  # Nothing is there to be left out.
        return "\n".join(filter(None, (self._problem, told, keys)))

    # Keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the list: what they mean is the same as within one article."""
        if watched is not self.list or not isinstance(event, QKeyEvent):
            return False
        if event.type() != QEvent.Type.KeyPress:
            return False
        row, name = self.list.currentIndex().row(), name_of(event)
        if event.key() == Qt.Key.Key_Space or name in ("Delete", "Backspace"):
            if row >= 0:
                self.model.toggle(row)
        elif name in _STEPS and row >= 0:
            self.list.show_row(self.model.next_candidate(row, _STEPS[name]))
        elif name in ("Return", "Ctrl+Return"):
            self._mark()
        elif name == "Escape":
            self._stop_or_leave()
        else:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc ends the search first and closes then, wherever the keyboard is."""
        if event.key() == Qt.Key.Key_Escape:
            self._stop_or_leave()
        else:
            super().keyPressEvent(event)

    def _stop_or_leave(self) -> None:
        if self.searching:
            self._end()
            self._show_state()
        else:
            self.reject()

    def done(self, result: int) -> None:
        """Nothing is looked for behind a closed dialog."""
        self._end()
        super().done(result)

    # Marking

    def _mark(self) -> None:
        """Mark what is ticked, as one batch, and close."""
        if self.searching or not self.model.chosen:
            return
        places, articles = self.model.chosen, sum(1 for _ in self.model.places())
        edits = everywhere.marking(self._like, self.model.places())
        self.bar.setRange(0, articles)
        self.bar.show()
        for part in (self.mark, self.leave, self.list):
            part.setEnabled(False)
        if self._workspace.do_many(self._followed(edits), focus=self._like.id):
            self._workspace.say(
                "Places marked: {places}, articles: {articles}. Undo takes all of it back at once.",
                places=places, articles=articles,
            )  # fmt: skip
        self.accept()

    def _followed(self, edits: Iterator[tuple[int, Edit]]) -> Iterator[tuple[int, Edit]]:
        """The same edits, while the window shows how far they are."""
        painted = time.perf_counter()
        for count, edit in enumerate(edits):
            if time.perf_counter() - painted > 0.05:
                self.bar.setValue(count)
                QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
                painted = time.perf_counter()
            yield edit


def _prepare(project: Project) -> None:
    try:
        project.prepare_search()
    except Exception:  # noqa: BLE001 -- the search itself says what is wrong, in its own thread
        return
