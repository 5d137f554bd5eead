"""The list of findings: the list of hits, with rows that fold and keys that mend and judge."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from annotator.desktop.checks.rows import FindingPainter
from annotator.desktop.keys import name_of
from annotator.desktop.search.list import HitList


class FindingList(HitList):
    """See the module. Letters are commands here, as they are in the article."""

    folded = Signal(int, bool)
    """Unfold (True) or fold what is below this row, or what it stands below."""
    opened_other = Signal(int)
    """Go to what the finding of this row is compared with."""
    mended = Signal()
    """Carry out the fixes of what is chosen."""
    mended_alike = Signal()
    """Carry out the fixes of all that stands together with the current row."""
    walked = Signal()
    """Another row has the keyboard now."""
    judged = Signal()
    """What is chosen is right as it is, or no longer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.findings = FindingPainter(self)
        self.setItemDelegate(self.findings)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Beside what the list of hits knows: ← →, F, A, Delete."""
        name, row = name_of(event) or "", self.currentIndex().row()
        onward = "Left" if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else "Right"
        if name in ("Left", "Right") and row >= 0:
            self.folded.emit(row, name == onward)
        elif name == "Shift+Return" and row >= 0:
            self.opened_other.emit(row)
        elif name == "F":
            self.mended.emit()
        elif name == "A":
            self.mended_alike.emit()
        elif name in ("Delete", "Backspace"):
            self.judged.emit()
        elif len(name.removeprefix("Shift+")) == 1:
            event.accept()  # Letters without a meaning end here.
        else:
            super().keyPressEvent(event)
            if self.currentIndex().row() != row:
                self.walked.emit()
