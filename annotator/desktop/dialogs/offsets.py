"""Asks what the offsets of files count that leave it open, by showing what each reading would mark.

No reading is chosen for the person. The letters are painted as everywhere, never cut apart.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QWidget

from annotator.desktop import theme
from annotator.desktop.article.style import TextStyle
from annotator.desktop.dialogs.base import Dialog, button
from annotator.desktop.dialogs.importing import unit_title
from annotator.desktop.language import tr
from annotator.desktop.panels.kwic import Concordance, Inks
from annotator.exchange.concordance import Line
from annotator.exchange.report import Doubt
from annotator.formats.base import Unit, shown
from annotator.formats.units import Differing

_SIZE, _LINE = 21.0, 38
_SHOWN = 3
"""Examples that are shown of each reading."""


class OffsetsDialog(Dialog):
    """`then` gets the unit for all these files, or None if they are left where they are."""

    def __init__(
        self,
        parent: QWidget | None,
        doubts: Sequence[Doubt],
        then: Callable[[Unit | None], object],
        family: str,
    ) -> None:
        """`family` is the font of the examples."""
        super().__init__(parent, tr("What do offsets count?"), 640)
        self._then = then
        self.say(_which(doubts))
        self.say(tr("Under which reading are the right letters marked?"), name="quiet")
        self.readings: dict[Unit, QRadioButton] = {}
        self._group = QButtonGroup(self)
        examples = _examples(doubts)
        for unit in dict.fromkeys(unit for one in doubts for unit in one.error.units):
            self._add(unit, examples, family)
        self.go = button(tr("Import them"), self._done, default=True)
        self.go.setEnabled(False)
        self._group.buttonToggled.connect(lambda *_: self.go.setEnabled(True))
        self.buttons(button(tr("Not now"), self.reject), self.go)
        next(iter(self.readings.values())).setFocus()

    def _add(self, unit: Unit, examples: Sequence[Differing], family: str) -> None:
        choice = QRadioButton(unit_title(unit))
        self.readings[unit] = choice
        self._group.addButton(choice)
        self.add(choice)
        lines = [_line(one, unit) for one in examples if unit in one.places]
        marked = "; ".join(f"[{line.hit}]" for line in lines)
        choice.setAccessibleDescription(tr("It would mark: {texts}", texts=marked))
        self.add(_Readings(lines, family))

    @property
    def unit(self) -> Unit | None:
        """The reading that is chosen."""
        return next((unit for unit, one in self.readings.items() if one.isChecked()), None)

    def _done(self) -> None:
        unit = self.unit
        self.accept()
        self._then(unit)

    def reject(self) -> None:
        """Leave the files where they are; the report says so."""
        super().reject()
        self._then(None)


def _which(doubts: Sequence[Doubt]) -> str:
    file = shown(doubts[0].file, 200)
    if len(doubts) == 1:
        return tr("{file} does not tell what its offsets count.", file=file)
    return tr(
        "{file} and further files do not tell what their offsets count. Files: {count}.",
        file=file,
        count=len(doubts),
    )


def _examples(doubts: Sequence[Doubt]) -> list[Differing]:
    """Some of each file, those first that the next file has too few of."""
    found = [one for doubt in doubts for one in doubt.error.examples[:_SHOWN]]
    return found[:_SHOWN]


def _line(example: Differing, unit: Unit) -> Line:
    """The piece of text as one line, character by character, with what the unit would mark."""
    text = "".join(" " if char.isspace() else char for char in example.text)
    start, end = example.places[unit]
    return Line(0, "", start, end, text, (start, end))


class _Readings(QWidget):
    """Lines of text in which one reading's spans are marked; only to be looked at."""

    def __init__(self, lines: Sequence[Line], family: str) -> None:
        super().__init__()
        self._lines = lines
        self._concordance = Concordance(TextStyle(family=family, size=_SIZE, above=0.0, below=0.0))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """All lines have one height."""
        return QSize(200, _LINE * len(self._lines) + theme.TIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines below one another, on a card."""
        tone = theme.colours()
        tint = QColor(tone.accent)
        tint.setAlphaF(0.25)
        inks = Inks(QColor(tone.ink), QColor(tone.quiet), tint, QColor(tone.card))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), inks.ground)
        for number, line in enumerate(self._lines):
            top = theme.TIGHT / 2 + number * _LINE
            self._concordance.paint(painter, QRectF(0, top, self.width(), _LINE), line, inks)
        painter.end()
