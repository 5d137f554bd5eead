"""Asks how to export: the format, what of the project, and what the format leaves to choose.

Shows only options that the format heeds. Where the file goes, and what of the project it cannot
carry, is asked afterwards by `files`; nothing is written here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from annotator.desktop.dialogs.base import Dialog, TextDialog, button, heading
from annotator.desktop.language import say, tr
from annotator.formats import Format, Loss, writable
from annotator.formats.base import SCHEMES, Scheme
from annotator.formats.keeping import Clitics
from annotator.model.article import Status


class Choice(NamedTuple):
    """How to export; `layer` and `status` are None where everything is wanted."""

    format: Format
    packed: bool
    layer: str | None
    status: Status | None
    scheme: Scheme
    clitics: Clitics


class ExportDialog(Dialog):
    """`then` gets the choice; the dialog is gone by then. `chosen` is the format to begin with."""

    def __init__(
        self,
        parent: QWidget | None,
        layers: Sequence[str],
        then: Callable[[Choice], object],
        chosen: str = "jsonl",
    ) -> None:
        super().__init__(parent, tr("Export"), 480)
        self._then = then
        self._titles: dict[QComboBox, QLabel] = {}
        self._formats = writable()
        self.format = self._choice(
            tr("Format"), [(tr(format.title), format.name) for format in self._formats]
        )
        self.packed = self._choice(
            tr("As"), [(tr("A folder of files"), False), (tr("A zip file"), True)]
        )
        self.layer = self._choice(
            tr("Whose annotations"), [(tr("Everybody’s"), None), *((one, one) for one in layers)]
        )
        self.status = self._choice(
            tr("Articles"), [(tr("All articles"), None), (tr("Only those that are done"), "done")]
        )
        self.scheme = self._choice(tr("Tags of tokens"), [(one, one) for one in SCHEMES])
        self.clitics = self._choice(tr("Where an annotation ends inside a word"), _clitics())
        self._go = button(tr("Choose where…"), self._done, default=True)
        self.buttons(button(tr("Cancel"), self.reject), self._go)
        self.format.currentIndexChanged.connect(self._show_options)
        names = [format.name for format in self._formats]
        self.format.setCurrentIndex(names.index(chosen) if chosen in names else 0)
        self._show_options()
        self.format.setFocus()

    def _choice(self, title: str, choices: Sequence[tuple[str, object]]) -> QComboBox:
        """Add a title and what can be chosen under it."""
        label = heading(title)
        box = QComboBox()
        box.setAccessibleName(title)
        for words, value in choices:
            box.addItem(words, value)
        self._titles[box] = label
        self.add(label)
        self.add(box)
        return box

    def _show_options(self) -> None:
        format = self._chosen
        self._show(self.packed, format.shape != "file")
        self._show(self.scheme, "scheme" in format.options)
        self._show(self.clitics, "clitics" in format.options)
        self.adjustSize()

    def _show(self, box: QComboBox, visible: bool) -> None:
        self._titles[box].setVisible(visible)
        box.setVisible(visible)

    @property
    def _chosen(self) -> Format:
        return self._formats[self.format.currentIndex()]

    def _done(self) -> None:
        format = self._chosen
        choice = Choice(
            format,
            format.shape != "file" and self.packed.currentData(),
            self.layer.currentData(),
            self.status.currentData(),
            self.scheme.currentData(),
            self.clitics.currentData() if "clitics" in format.options else "split",
        )
        self.accept()
        self._then(choice)


def _clitics() -> list[tuple[str, object]]:
    return [
        (tr("Cut the word, and mark the pieces as joined"), "split"),
        (tr("Take in the whole word"), "expand"),
        (tr("Leave the annotation out"), "report"),
    ]


class LossDialog(TextDialog):
    """What will not be in the file, and whether to write it all the same."""

    def __init__(
        self,
        parent: QWidget | None,
        format: Format,
        losses: Sequence[Loss],
        go_on: Callable[[], object],
    ) -> None:
        sentence = tr("{format} has no place for all that is here:", format=tr(format.title))
        lines = "\n".join(say(loss) for loss in losses)
        super().__init__(parent, tr("Before it is written"), sentence, lines)
        self._go_on = go_on

    def make_buttons(self) -> None:
        """Write, or leave it."""
        write = button(tr("Write all the same"), self._write, default=True)
        self.buttons(button(tr("Cancel"), self.reject), write)
        write.setFocus()

    def _write(self) -> None:
        self.accept()
        self._go_on()
