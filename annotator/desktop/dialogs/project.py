"""Makes a new project: which file, and which label set."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLineEdit, QWidget

from annotator.desktop import icons, theme
from annotator.desktop.dialogs.base import Dialog, button, heading, worded
from annotator.desktop.language import current, say, tr
from annotator.errors import UserError
from annotator.model import labelfile
from annotator.model.labels import LabelSet
from annotator.resources import resource

SUFFIX = ".db"


class NewProjectDialog(Dialog):
    """`make` gets the path and the label set; what it refuses is said here, and nothing is lost."""

    def __init__(
        self,
        parent: QWidget | None,
        folder: Path,
        make: Callable[[Path, LabelSet], object],
        name: str = "",
        *,
        encodings: Mapping[str, str] | None = None,
    ) -> None:
        """`folder` and `name` are the place that is proposed.

        `encodings`, by their titles, are offered for the texts that are to come in.
        """
        super().__init__(parent, tr("New project"), 560)
        self._make = make
        self._sets = labelfile.presets(resource("labels"))
        self.add(heading(tr("File")))
        self.path = QLineEdit(str(_free(folder, name or tr("My project"))))
        self.path.setAccessibleName(tr("File"))
        # A path reads from left to right, also where its names are Arabic.
        self.path.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        row = QHBoxLayout()
        row.setSpacing(theme.TIGHT)
        row.addWidget(self.path, 1)
        browse = button(tr("Browse…"), self._browse)
        browse.setIcon(icons.icon("folder"))
        row.addWidget(browse)
        self.add(row)
        self.add(heading(tr("Label set")))
        self.sets = QComboBox()
        self.sets.setAccessibleName(tr("Label set"))
        self.sets.setModel(QStringListModel([_title(one) for one in self._sets], self.sets))
        self.sets.currentIndexChanged.connect(self._describe)
        load = QHBoxLayout()
        load.setSpacing(theme.TIGHT)
        load.addWidget(self.sets, 1)
        load.addWidget(button(tr("From a file…"), self._load))
        self.add(load)
        self.description = self.say("", name="quiet")
        self.encodings = QComboBox()
        self._offer(encodings or {})
        self.problem = self.say("", name="refused")
        self.problem.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.problem.hide()
        self.make_button = button(tr("Make the project"), self._done, default=True)
        self.buttons(button(tr("Cancel"), self.reject), self.make_button)
        self._describe(0)
        self.path.setFocus()
        self.path.selectAll()

    def _offer(self, encodings: Mapping[str, str]) -> None:
        """Have the encodings to choose from, if there are any."""
        self.encodings.setAccessibleName(tr("Encoding of the text files"))
        for title, name in encodings.items():
            self.encodings.addItem(title, name)
        self.encodings.setVisible(bool(encodings))
        if encodings:
            self.add(heading(tr("Encoding of the text files")))
            self.add(self.encodings)

    @property
    def encoding(self) -> str:
        """The encoding that was chosen, by Python's name."""
        return self.encodings.currentData() or "utf-8"

    def _describe(self, index: int) -> None:
        chosen = self._sets[index]
        counts = (
            tr("%n labels of entities", len(chosen.entities)),
            tr("%n labels of relations", len(chosen.relations)),
        )
        words = chosen.description.in_language(current())
        self.description.setText("\n".join([words, " · ".join(counts)]))

    def _browse(self) -> None:
        dialog = QFileDialog(self, tr("New project"), self.path.text(), _filter())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        worded(dialog)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX[1:])
        dialog.fileSelected.connect(self.path.setText)
        dialog.open()

    def _load(self) -> None:
        dialog = QFileDialog(self, tr("Label set"), "", f"{tr('Label sets')} (*.toml)")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        worded(dialog)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.load)
        dialog.open()

    def load(self, file: str) -> None:
        """Offer the label set of a file too, and choose it."""
        try:
            self._sets.append(labelfile.load(Path(file), resource("labels")))
        except UserError as error:
            self._refuse(error)
            return
        self.problem.hide()
        names = QStringListModel([_title(one) for one in self._sets], self.sets)
        self.sets.setModel(names)
        self.sets.setCurrentIndex(len(self._sets) - 1)

    def _done(self) -> None:
        typed = self.path.text().strip()
        path = Path(typed).expanduser()
        if not path.suffix:
            path = path.with_name(path.name + SUFFIX) if path.name else path
        try:
            if not typed.isprintable() or not path.name:
                raise UserError("The project needs the name of a file.")
            self._make(path, self._sets[self.sets.currentIndex()])
        except UserError as error:
            self._refuse(error)
        else:
            self.accept()

    def _refuse(self, error: UserError) -> None:
        self.problem.setText(say(error))
        self.problem.show()


def _title(labels: LabelSet) -> str:
    return f"{labels.title.in_language(current())}  ({labels.name})"


def _free(folder: Path, stem: str) -> Path:
    """A name in `folder` that no file has."""
    number = 1
    while (path := folder / f"{stem}{'' if number == 1 else f' {number}'}{SUFFIX}").exists():
        number += 1
    return path


def _filter() -> str:
    return f"{tr('Projects')} (*{SUFFIX})"
