"""Loads the fonts that the program draws with, so that geometry is the same on every machine.

Amiri is the text face of articles, and Noto Naskh Arabic and Noto Sans Arabic can be chosen in its
place, as can the fonts of the machine; Noto Sans is the face of chips and of the interface. All
come as packages of font files. Must not choose sizes or colours: that is for styles and the theme.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFontDatabase

from annotator.errors import UserError

TEXT_FAMILY = "Amiri"
CHIP_FAMILIES = ("Noto Sans", "Noto Sans Arabic")

TEXT_FAMILIES = (TEXT_FAMILY, "Noto Naskh Arabic", "Noto Sans Arabic")
"""The fonts for articles that come with the program."""

_PACKAGES = {
    "Amiri": ("fontpkg_amiri", "files/Amiri*.ttf"),
    "Noto Naskh Arabic": ("pylopdf_fonts_ar", "NotoNaskhArabic*.ttf"),
    "Noto Sans": ("fontpkg_noto_sans", "files/NotoSans*.ttf"),
    "Noto Sans Arabic": ("fontpkg_noto_sans_arabic", "files/NotoSansArabic*.ttf"),
}
"""By family the package that carries it, and its files there."""


@cache
def load_fonts() -> UserError | None:
    """Load the fonts; a second call does nothing. What could not be loaded is said, not raised.

    Needs a running QGuiApplication. Without a font of the program another one takes its place, so
    that one can go on working.
    """
    missing = [family for family in _PACKAGES if not _load(family)]
    if not missing:
        return None
    return UserError(
        "Fonts that come with the program are missing or damaged: {fonts}.",
        kept="Others are used in their place; your annotations are not concerned.",
        hint="Install the program again with its dependencies.",
        fonts=" · ".join(missing),
    )


def _load(family: str) -> bool:
    """Whether the family is there once its files are loaded."""
    package, files = _PACKAGES[family]
    spec = find_spec(package)
    folder = Path(spec.origin).parent if spec is not None and spec.origin else None
    for file in sorted(folder.glob(files)) if folder is not None else ():
        QFontDatabase.addApplicationFont(str(file))
    return QFontDatabase.hasFamily(family)


def text_families() -> list[str]:
    """The fonts that articles can be set in: the program's, then the Arabic ones of the machine."""
    arabic = QFontDatabase.families(QFontDatabase.WritingSystem.Arabic)
    others = [
        family
        for family in arabic
        if family not in TEXT_FAMILIES
        and not QFontDatabase.isPrivateFamily(family)
        and QFontDatabase.isSmoothlyScalable(family)
    ]
    return [*(family for family in TEXT_FAMILIES if family in arabic), *others]


def text_family(chosen: str | None) -> str:
    """The chosen font if it is there, else Amiri, else whatever there is for Arabic."""
    there = text_families()
    for family in (chosen, TEXT_FAMILY):
        if family in there and family is not None:
            return family
    return there[0] if there else TEXT_FAMILY
