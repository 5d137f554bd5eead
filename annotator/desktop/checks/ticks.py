"""Dialogs in which rows are ticked: fixes before they are made, and which checks there are."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from annotator.desktop.article.style import TextStyle
from annotator.desktop.checks.model import SHOWN, STATE, TICKED, Head, spoken
from annotator.desktop.checks.ready import Ready
from annotator.desktop.checks.rows import FindingPainter, Label
from annotator.desktop.dialogs.base import Dialog, button
from annotator.desktop.keynames import isolated
from annotator.desktop.keys import name_of
from annotator.desktop.language import tr
from annotator.desktop.panels.rowlist import RowList
from annotator.quality.checks import CHECKS

_Index = QModelIndex | QPersistentModelIndex


class TicksModel(QAbstractListModel):
    """Rows, each of them ticked or not."""

    def __init__(self, rows: Sequence[Ready | Head], off: Collection[int], parent: QObject) -> None:
        super().__init__(parent)
        self.rows = tuple(rows)
        self._ticked = set(range(len(rows))) - set(off)

    @property
    def ticked(self) -> list[Ready | Head]:
        """The rows that are."""
        return [self.rows[place] for place in sorted(self._ticked)]

    def toggle(self, row: int) -> None:
        """Tick a row, or no longer."""
        self._ticked ^= {row}
        self.dataChanged.emit(self.index(row, 0), self.index(row, 0))

    def toggle_all(self) -> None:
        """Tick all rows, or none if all are."""
        every = set(range(len(self.rows)))
        self._ticked = set() if self._ticked == every else every
        self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, 0))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a row stands for and whether it is ticked, for the eye and for screen readers."""
        row = index.row()
        if role == SHOWN:
            return self.rows[row]
        if role == STATE:
            return "open"
        if role == TICKED:
            return row in self._ticked
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if row in self._ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DisplayRole:
            return spoken(self.rows[row])
        return None


class TicksDialog(Dialog):
    """A sentence, the list, and a button that takes what is ticked."""

    def __init__(
        self, parent: QWidget | None, title: str, sentence: str, rows: Sequence[Ready | Head],
        off: Collection[int], then: Callable[[list[Ready | Head]], object],
    ) -> None:  # fmt: skip
        super().__init__(parent, title, 760)
        self.resize(960, 640)
        self._then = then
        self.say(sentence)
        self.model = TicksModel(rows, off, self)
        self.list = RowList()
        self.list.setModel(self.model)
        self.list.setAccessibleName(title)
        self.painter = FindingPainter(self.list)
        self.list.setItemDelegate(self.painter)
        self.list.installEventFilter(self)
        self.list.clicked.connect(lambda index: self.model.toggle(index.row()))
        self.model.dataChanged.connect(self._show_state)
        self.add(self.list, 1)
        self.keys = self.say("", name="quiet")
        self.take = button("", self._take, default=True)
        self.buttons(button(tr("Cancel"), self.reject), self.take)
        self.list.show_row(0)
        self.list.setFocus()
        self._show_state()

    def words(self, count: int) -> str:
        """What the button says."""
        raise NotImplementedError

    def _show_state(self) -> None:
        count = len(self.model.ticked)
        self.take.setText(self.words(count))
        self.take.setEnabled(count > 0)
        self.keys.setText(
            tr(
                "{space} ticks a row or leaves it out, {all} all of them.",
                space=isolated("Space"), all=isolated("Ctrl+A"),
            )
        )  # fmt: skip

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the list."""
        if watched is not self.list or not isinstance(event, QKeyEvent):
            return False
        if event.type() != QEvent.Type.KeyPress:
            return False
        row, name = self.list.currentIndex().row(), name_of(event)
        if event.key() == Qt.Key.Key_Space or name in ("Delete", "Backspace"):
            if row >= 0:
                self.model.toggle(row)
        elif name == "Ctrl+A":
            self.model.toggle_all()
        elif name in ("Return", "Ctrl+Return"):
            self._take()
        elif name == "Escape":
            self.reject()
        else:
            return False
        return True

    def _take(self) -> None:
        ticked = self.model.ticked
        if ticked:
            self.accept()
            self._then(ticked)


class FixesDialog(TicksDialog):
    """What fixes would change, before anything is."""

    def __init__(
        self, parent: QWidget | None, rows: Sequence[Ready], style: TextStyle,
        label_of: Callable[[Ready], Label], then: Callable[[list[Ready]], object],
    ) -> None:  # fmt: skip
        sentence = tr("What is ticked is mended as it says; one undo takes all of it back.")
        # Only findings were given, so only they come back.
        super().__init__(parent, tr("Mend"), sentence, rows, (), then)  # type: ignore[arg-type]
        self.painter.set_style(style)
        self.painter.label_of = label_of

    def words(self, count: int) -> str:
        """How many are mended."""
        return tr("Mend {count}", count=count)


class ChecksDialog(TicksDialog):
    """Which checks there are, what each is good for, and which of them are made."""

    def __init__(
        self, parent: QWidget | None, off: Collection[str], then: Callable[[list[str]], object]
    ) -> None:
        rows = [Head(one) for one in CHECKS]
        places = [place for place, one in enumerate(CHECKS) if one.id in off]
        sentence = tr("What is ticked is looked for.")
        super().__init__(parent, tr("Which checks?"), sentence, rows, places, self._chosen)
        self._given = then

    def _chosen(self, ticked: list[Ready | Head]) -> None:
        on = {one.check.id for one in ticked if isinstance(one, Head)}
        self._given([one.id for one in CHECKS if one.id not in on])

    def words(self, count: int) -> str:
        """What the button says."""
        return tr("Check")
