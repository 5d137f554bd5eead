"""The column of labels, annotations and inspector: shares its height so that none is squashed.

The heights depend on the window and on the label set, not on what is in focus, so that nothing
moves while one goes from annotation to annotation. A low window has room for two cards: there the
inspector takes the place of the labels while it is asked for.
"""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from annotator.desktop import theme
from annotator.desktop.panels.annotations import AnnotationsPanel
from annotator.desktop.panels.inspector import InspectorPanel
from annotator.desktop.panels.labels import LabelsPanel

_LOW = 640
"""A column lower than this has no room for three cards at all times."""
_HEAD = 2 * theme.APART + theme.WIDE
"""A card's title, in Arabic, which is taller, and its margins."""


def shares(room: int, rows: int, *, asked: bool) -> tuple[int, int, int]:
    """The heights of labels (there are `rows`), annotations and inspector; 0 is not shown.

    In pixels; with the spaces between the cards they make up `room`. `asked` tells whether the
    inspector is wanted in a window that is too low for three.
    """
    wanted = _HEAD + rows * theme.ROW
    if room < _LOW:
        left = room - theme.APART
        if asked:
            return 0, left * 42 // 100, left - left * 42 // 100
        labels = min(wanted, left // 2)
        return labels, left - labels, 0
    inspector = max(196, min(400, room * 34 // 100))
    left = room - inspector - 2 * theme.APART
    labels = min(wanted, max(left // 2, min(left * 58 // 100, left - 7 * theme.ROW)))
    return labels, left - labels, inspector


class Column(QWidget):
    """See the module."""

    def __init__(
        self,
        labels: LabelsPanel,
        annotations: AnnotationsPanel,
        inspector: InspectorPanel,
    ) -> None:
        super().__init__()
        self._labels, self._annotations, self._inspector = labels, annotations, inspector
        self._asked = False
        for card in (labels, annotations, inspector):
            card.setParent(self)
        labels.model.modelReset.connect(self.share)
        inspector.deserted.connect(lambda: self.ask(inspector=False))

    def ask(self, *, inspector: bool) -> None:
        """Show the inspector also where there is little room, or no longer."""
        self._asked = inspector
        self.share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new height."""
        super().resizeEvent(event)
        self.share()

    def share(self) -> None:
        """Give each card its height."""
        heights = shares(self.height(), self._labels.rows_at_rest, asked=self._asked)
        top = 0
        for card, height in zip(
            (self._labels, self._annotations, self._inspector), heights, strict=True
        ):
            card.setVisible(height > 0)
            card.setGeometry(QRect(0, top, self.width(), height))
            top += height + theme.APART if height else 0
        # What is in focus stays in view, however low its list has become.
        listed = self._annotations.list
        if listed.currentIndex().isValid():
            listed.scrollTo(listed.currentIndex())
