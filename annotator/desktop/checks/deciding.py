"""Deciding about findings in their list: mending what is chosen, or judging it right as it is.

Carrying out is the work of `mending`; here is what is meant by a key, what is shown before, and
where the list goes afterwards.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEventLoop, QObject, Signal
from PySide6.QtWidgets import QApplication

from annotator.desktop.article.style import TextStyle
from annotator.desktop.checks import mending
from annotator.desktop.checks.freshness import Freshness
from annotator.desktop.checks.list import FindingList
from annotator.desktop.checks.model import FindingsModel
from annotator.desktop.checks.ready import Ready
from annotator.desktop.checks.rows import Label, label_named
from annotator.desktop.checks.ticks import FixesDialog
from annotator.desktop.workspace import Workspace
from annotator.exchange import checking

_BETWEEN = 0.05
"""Seconds between two signs of how far a batch is."""


class Deciding(QObject):
    """See the module. `may_undo` tells that what would be undone was done here."""

    decided = Signal()
    """What is found is not what it was: some of it is mended, or judged."""

    def __init__(
        self, workspace: Workspace, list_: FindingList, model: FindingsModel, freshness: Freshness,
        show_progress: Callable[[int, int], None],
    ) -> None:  # fmt: skip
        """`show_progress` shows how far a long batch is: done, of how much."""
        super().__init__(list_)
        self._workspace, self._list, self._model = workspace, list_, model
        self._freshness, self._show_progress = freshness, show_progress
        self._painted = 0.0
        self.style = TextStyle()
        """What the lines of findings are set in, before they are mended, too."""
        self.may_undo = False

    def chosen(self) -> list[Ready]:
        """The findings that are chosen, or below what is."""
        return self._model.below(self._list.rows_chosen())

    def label_of(self, one: Ready) -> Label:
        """The label that a finding is about."""
        return label_named(self._workspace.labels, str(one.finding.values.get("label", "")))

    # Mending

    def mend(self) -> None:
        """One finding at once: its row says what it does. Several are shown first."""
        one = self._model.at(self._list.currentIndex().row())
        if self._list.several or one is None:
            self._preview(self.chosen())
        elif self._fixable([one]):
            self._carry_out([one])

    def mend_alike(self) -> None:
        """All that stands together with the current row, after showing it."""
        row = self._list.currentIndex().row()
        if row >= 0:
            self._preview(self._model.below([self._model.above(row)]))

    def _preview(self, some: Sequence[Ready]) -> None:
        fixable = self._fixable(some)
        if fixable:
            window = self._list.window()
            FixesDialog(window, fixable, self.style, self.label_of, self._carry_out).open()

    def _fixable(self, some: Sequence[Ready]) -> list[Ready]:
        """Those that can be mended; says why if there are none."""
        if self._workspace.read_only:
            self._workspace.refuse_reading()
            return []
        found = [one for one in some if one.change and self._model.state(one) == "open"]
        if some and not found:
            self._workspace.refuse("Only a person can mend this: Enter leads to the place.")
        return found

    def _carry_out(self, some: Sequence[Ready]) -> None:
        done = mending.carry_out(self._workspace, some, self._show_mending)
        self._show_progress(0, 0)
        if done is None:
            return
        self.may_undo = self.may_undo or bool(done.done)
        self._model.mended |= done.done
        self._freshness.gone.update(done.done | done.settled)
        self._list.setFocus()
        self._go_on()

    def _show_mending(self, done: int, of: int) -> None:
        """Show how far a long batch is, without letting keys in between."""
        if time.perf_counter() - self._painted > _BETWEEN:
            self._show_progress(done, of)
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
            self._painted = time.perf_counter()

    # Judging

    def judge(self) -> None:
        """What is chosen is right as it is; if all of it is so already, no longer."""
        project, some = self._workspace.project, self.chosen()
        if project is None or not some:
            return
        right = any(one.key not in self._model.right for one in some)
        if mending.judge(self._workspace, some, right=right):
            self._model.right = checking.dismissed(project)
            if right:
                self._go_on()
            else:
                self.decided.emit()

    def _go_on(self) -> None:
        """To the next finding that is open; what is done with stays in sight."""
        self._list.forget()
        row = self._list.currentIndex().row()
        there = self._model.next_open(row)
        one = self._model.at(row)
        if there is not None and (one is None or self._model.state(one) != "open"):
            self._list.go_to(there)
        self.decided.emit()
