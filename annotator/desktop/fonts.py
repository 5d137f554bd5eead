"""Loads the fonts that the program draws with, so that geometry is the same on every machine.

Amiri is the text face of articles, Noto Sans and Noto Sans Arabic are the faces of chips and of
the interface. All come as packages of font files. Must not choose sizes or colours: that is for
styles and the theme.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import fontpkg_amiri
import fontpkg_noto_sans
import fontpkg_noto_sans_arabic
from PySide6.QtGui import QFontDatabase

from annotator.errors import UserError

TEXT_FAMILY = "Amiri"
INTERFACE_FAMILY = "Noto Sans Arabic"

_PACKAGES = (fontpkg_amiri, fontpkg_noto_sans, fontpkg_noto_sans_arabic)


@cache
def load_fonts() -> None:
    """Load every font file of the font packages; a second call does nothing.

    Needs a running QGuiApplication. Raises `UserError` where a file is missing or is no font.
    """
    for package in _PACKAGES:
        load_folder(Path(package.ROOT) / "files")


def load_folder(folder: Path) -> None:
    """Load every TrueType file of one folder; raises `UserError` for none and for a broken one."""
    files = sorted(folder.glob("*.ttf"))
    if not files:
        raise UserError(
            "There are no fonts in {folder}.",
            hint="Install the program again with its dependencies.",
            folder=folder,
        )
    for file in files:
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            raise UserError(
                "{file} cannot be read as a font.",
                hint="Install the program again with its dependencies.",
                file=file,
            )
