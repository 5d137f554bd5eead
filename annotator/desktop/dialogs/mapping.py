"""Asks what labels stand for that came with an import and that the project does not have.

One line a label, with the labels of the project to choose from; leaving annotations out is one of
the choices, and none is made for the person except where the names are the same but for case.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QLayout, QScrollArea, QWidget

from annotator.desktop import theme
from annotator.desktop.dialogs.base import Dialog, button
from annotator.desktop.language import current, tr
from annotator.desktop.panels.card import plain_label
from annotator.exchange.mapping import Foreign
from annotator.formats.base import shown
from annotator.model.annotations import Quote, Relation
from annotator.model.labels import LabelSet

_ROWS_SEEN = 9


class MappingDialog(Dialog):
    """`then` gets words like `PER=PERS` for `--map`, or nothing if the labels stay unknown."""

    def __init__(
        self,
        parent: QWidget | None,
        labels: LabelSet,
        foreign: Mapping[Foreign, int],
        then: Callable[[list[str]], object],
    ) -> None:
        super().__init__(parent, tr("Labels of others"), 520)
        self._then = then
        self.say(tr("Some rows were not taken: the project does not have their labels."))
        self.say(tr("What do these labels stand for?"), name="quiet")
        self.choices: dict[str, QComboBox] = {}
        self._labels = labels
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, theme.NEAR, 0)
        grid.setVerticalSpacing(theme.NEAR)
        grid.setHorizontalSpacing(theme.WIDE)
        grid.setColumnStretch(1, 1)
        for one, times in sorted(foreign.items(), key=lambda item: (-item[1], item[0].label)):
            if one.label not in self.choices:
                self._add(grid, one, times)
        self.add(scrolling(grid, grid.rowCount()), 1)
        go = button(tr("Import them"), lambda: self._done(self.words()), default=True)
        self.buttons(button(tr("Not now"), self.reject), go)
        next(iter(self.choices.values())).setFocus()

    def _add(self, grid: QGridLayout, one: Foreign, times: int) -> None:
        row = len(self.choices)
        name = tr("{label} ({count})", label=shown(one.label), count=times)
        label = plain_label(name)
        box = QComboBox()
        box.setAccessibleName(name)
        box.addItem(tr("Leave these annotations out"), "")
        for words, value in _offered(one, self._labels):
            box.addItem(words, value)
        box.setCurrentIndex(max(0, box.findData(one.label.upper())))
        grid.addWidget(label, row, 0)
        grid.addWidget(box, row, 1)
        self.choices[one.label] = box

    def words(self) -> list[str]:
        """What was chosen, in the words of `--map`."""
        return [f"{label}={box.currentData()}" for label, box in self.choices.items()]

    def _done(self, words: list[str]) -> None:
        self.accept()
        self._then(words)

    def reject(self) -> None:
        """Leave the rows where they are; the report says which."""
        super().reject()
        self._then([])


def _offered(one: Foreign, labels: LabelSet) -> list[tuple[str, str]]:
    """The labels that it may stand for: an entity's label may mean a quote."""
    language = current()
    if one.kind is Relation:
        return [
            (f"{it.name}  {it.title.in_language(language)}", it.name) for it in labels.relations
        ]
    found = [(f"{it.name}  {it.title.in_language(language)}", str(it.name)) for it in labels.quotes]
    if one.kind is Quote:
        return found
    entities = labels.entities
    return [(f"{it.name}  {it.title.in_language(language)}", it.name) for it in entities] + found


def scrolling(rows: QLayout, count: int) -> QScrollArea:
    """So many rows, of which the first few are seen at once."""
    inside = QWidget()
    inside.setLayout(rows)
    area = QScrollArea()
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setMinimumHeight(rows.sizeHint().height() * min(count, _ROWS_SEEN) // count + theme.NEAR)
    return area
