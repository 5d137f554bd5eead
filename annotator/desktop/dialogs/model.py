"""Asks which BERT model is to suggest, and which label of the project each of its labels becomes.

A folder that cannot be used is told in the dialog. Nothing is loaded here: what the model names is
read from its files.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from annotator.desktop.dialogs.base import Dialog, button
from annotator.desktop.dialogs.form import Form, beside, combo, wrapped
from annotator.desktop.dialogs.mapping import scrolling
from annotator.desktop.language import current, say, tr
from annotator.errors import UserError
from annotator.formats.base import shown
from annotator.model.labels import LabelSet
from annotator.suggest.camel import default_mapping, entity_names

Ask = Callable[[QWidget, Callable[[Path], object]], object]
Then = Callable[[Path, dict[str, str]], object]


class ModelDialog(Dialog):
    """`then` gets the folder and what its labels become ("" for none); the dialog is gone by then.

    `mapping` is what was chosen before, for this model or another one; `ask` has a folder chosen,
    over this dialog.
    """

    def __init__(
        self,
        parent: QWidget | None,
        labels: LabelSet,
        folder: Path | None,
        mapping: Mapping[str, str],
        ask: Ask,
        then: Then,
    ) -> None:
        super().__init__(parent, tr("Suggest with a BERT model"), 560)
        self._labels, self._mapping, self._then = labels, dict(mapping), then
        self.say(
            tr(
                "The model looks at all articles that are not finished, in a process of its own. "
                "Nothing leaves this machine."
            )
        )
        self.folder: Path | None = None
        self.path = QLineEdit(readOnly=True)
        self.path.setPlaceholderText(tr("A folder with a BERT model that names entities"))
        form = Form()
        other = button(tr("Choose…"), lambda: ask(self, self.take))
        form.put_row(tr("&Model"), beside(self.path, other), self.path)
        self.add(form)
        self.problem = wrapped()
        self.add(self.problem)
        self._room = QVBoxLayout()
        self.add(self._room, 1)
        self.choices: dict[str, QComboBox] = {}
        self.go = button(tr("Suggest"), self._done, default=True)
        self.buttons(button(tr("Cancel"), self.reject), self.go)
        self.take(folder)
        (self.go if self.go.isEnabled() else other).setFocus()

    def take(self, folder: Path | None) -> None:
        """Show this folder, what its model names, or why it cannot be used."""
        self._clear()
        self.path.setText(str(folder or ""))
        try:
            names = entity_names(folder) if folder is not None else []
            self.problem.setText(tr("Which of your labels does each of its labels become?"))
        except UserError as error:
            names = []
            self.problem.setText(say(error))
        self.problem.setVisible(folder is not None)
        self.folder = folder if names else None
        self.go.setEnabled(bool(names))
        if names:
            self._show(names)

    def _clear(self) -> None:
        self.choices.clear()
        while (item := self._room.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()

    def _show(self, names: list[str]) -> None:
        rows, language = Form(), current()
        usual = default_mapping(self._labels, names) | self._mapping
        offered = [(tr("Leave these out"), "")] + [
            (f"{one.name}  {one.title.in_language(language)}", one.name)
            for one in self._labels.entities
        ]
        for name in names:
            box = rows.put(shown(name), combo(offered))
            box.setCurrentIndex(max(0, box.findData(usual[name])))
            self.choices[name] = box
        self._room.addWidget(scrolling(rows, len(names)))

    def _done(self) -> None:
        folder, chosen = (
            self.folder,
            {name: box.currentData() for name, box in self.choices.items()},
        )
        self.accept()
        if folder is not None:
            self._then(folder, chosen)
