"""Asks once for the name that every annotation is kept under."""

from __future__ import annotations

import getpass
from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from annotator.desktop.dialogs.base import Dialog, button
from annotator.desktop.language import tr

_LONGEST = 80


def clean(name: str) -> str:
    """A name as it is kept: one line, single spaces, nothing invisible at its ends."""
    return " ".join("".join(c for c in name if c.isprintable() or c.isspace()).split())[:_LONGEST]


def suggestion() -> str:
    """The name that the system knows, to be taken with Enter."""
    try:
        return clean(getpass.getuser())
    except (OSError, KeyError, ImportError):  # no such user, as in some containers
        return ""


class AuthorDialog(Dialog):
    """A field for the name; `take` gets it when it is given."""

    def __init__(self, parent: QWidget | None, name: str, take: Callable[[str], object]) -> None:
        super().__init__(parent, tr("Author’s name"))
        self._take = take
        self.say(tr("What is your name?"))
        self.field = QLineEdit(name or suggestion())
        self.field.setMaxLength(_LONGEST)
        self.field.setAccessibleName(tr("Author’s name"))
        self.field.selectAll()
        self.add(self.field)
        self.say(
            tr(
                "Your annotations are kept under this name, apart from those of others. You can "
                "change it in the File menu."
            ),
            name="quiet",
        )
        self.done_button = button(tr("Begin"), self._done, default=True)
        self.field.textChanged.connect(self._check)
        self.buttons(button(tr("Cancel"), self.reject), self.done_button)
        self._check(self.field.text())
        self.field.setFocus()

    def _check(self, typed: str) -> None:
        self.done_button.setEnabled(bool(clean(typed)))

    def _done(self) -> None:
        name = clean(self.field.text())
        self.accept()
        self._take(name)
