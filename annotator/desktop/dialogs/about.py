"""Says which version this is and under which licences its parts are."""

from __future__ import annotations

import platform

import PySide6
from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QWidget

from annotator import __version__
from annotator.desktop.dialogs.base import TextDialog
from annotator.desktop.language import tr

# Name, licence: those whose licences ask to be named with the program.
_PARTS = (
    ("Annotator", "MIT"),
    ("Qt, PySide6", "LGPL 3.0"),
    ("Amiri", "SIL Open Font License 1.1"),
    ("Noto Sans, Noto Sans Arabic, Noto Naskh Arabic", "SIL Open Font License 1.1"),
    ("camel-tools", "MIT"),
)


class AboutDialog(TextDialog):
    """Version and licences, to read and copy."""

    def __init__(self, parent: QWidget | None) -> None:
        lines = [
            f"Annotator {__version__}",
            f"Python {platform.python_version()} · PySide6 {PySide6.__version__} · Qt {qVersion()}",
            "",
            *(f"{name}: {licence}" for name, licence in _PARTS),
        ]
        super().__init__(
            parent,
            tr("About Annotator"),
            tr("Annotates Arabic news articles by keyboard: entities, quotes and relations."),
            "\n".join(lines),
            ours=False,
        )
