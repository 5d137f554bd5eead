"""The languages of the interface: English in the source, Arabic from Qt Linguist's files.

Everything that a person reads goes through `tr` (or `say`, for errors). Templates are translated
first and filled afterwards, so values are never looked up, and never taken for templates.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from typing import Literal, Protocol

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QGuiApplication

from annotator.errors import UserError
from annotator.resources import resource

Language = Literal["ar", "en"]
CONTEXT = "annotator"
_PARTED_DIGITS = re.compile(r"[0-9][-/+][0-9]")

_installed: list[QTranslator] = []
_current: list[Language] = ["en"]


def tr(text: str, n: int | None = None, **values: object) -> str:
    """`text` in the language of the interface, filled with `values`.

    With `n`, `%n` becomes that number and the language's plural form for it is chosen. `text` has
    to be a literal: the translations' tool collects it from the source.
    """
    translated = _look_up(text, n)
    return translated.format(**values) if values else str(translated)


class Sayable(Protocol):
    """Errors, findings, reports: what fills its templates by itself."""

    def say(self, translate: Callable[[str], str]) -> str:
        """The whole text."""


def say(sayable: Sayable) -> str:
    """What an error, a finding or a report says, in the language of the interface."""
    return sayable.say(_look_up)


class _Template(str):
    """A translated template that keeps values from disturbing the direction of the sentence.

    A path in an Arabic sentence, an Arabic name in an English one: each is isolated (Unicode's
    FSI and PDI). `UserError.say` fills templates by itself, hence a `str` with its own `format`.
    """

    __slots__ = ()

    def format(self, *args: object, **values: object) -> str:
        return super().format(*args, **{name: _isolated(one) for name, one in values.items()})


def _look_up(text: str, n: int | None = None) -> _Template:
    return _Template(QCoreApplication.translate(CONTEXT, text, None, -1 if n is None else n))


def _isolated(value: object) -> object:
    """The value; as text between isolates if it would be disturbed or disturb.

    Letters of the other direction do, and after Arabic letters dates: 2026-03 would
    be read 03-2026.
    """
    if isinstance(value, int | float):
        return value
    text = str(value)
    other = ("L",) if current() == "ar" else ("R", "AL")
    apart = current() == "ar" and _PARTED_DIGITS.search(text)
    mixed = any(unicodedata.bidirectional(char) in other for char in text)
    return f"\u2068{text}\u2069" if mixed or apart else value


def current() -> Language:
    """The language of the interface."""
    return _current[0]


def system() -> Language:
    """The language to begin with: Arabic where the system's language is Arabic."""
    languages = QLocale.system().uiLanguages() or ["en"]
    return "ar" if languages[0].split("-")[0].lower() == "ar" else "en"


def install(language: Language) -> None:
    """Speak `language` from now on; windows are told by an event (`LanguageChange`)."""
    for translator in _installed:
        QCoreApplication.removeTranslator(translator)
    _current[0] = language
    _installed[:] = [_qt(language), _own(language)]
    # The direction first: who re-sets texts on LanguageChange may look at it.
    right_to_left = Qt.LayoutDirection.RightToLeft
    left_to_right = Qt.LayoutDirection.LeftToRight
    QGuiApplication.setLayoutDirection(right_to_left if language == "ar" else left_to_right)
    for translator in _installed:
        QCoreApplication.installTranslator(translator)


def in_language(text: str, language: Language) -> str:
    """`text` in a language that need not be the interface's: for finding things by either name."""
    return _own(language).translate(CONTEXT, text) or text


@cache
def _own(language: Language) -> QTranslator:
    # Qt would map the file, and die where it is written anew while the program runs: an update.
    translator = QTranslator()
    if not translator.load(_words(language)):
        raise UserError(
            "The translations of the interface are missing from {folder}.",
            hint="Install the program again.",
            folder=resource("translations"),
        )
    return translator


@cache
def _words(language: Language) -> bytes:
    """The translations. A translator reads in them as long as it lives, so that they stay."""
    try:
        return resource("translations", f"annotator_{language}.qm").read_bytes()
    except OSError:
        return b""


@cache
def _qt(language: Language) -> QTranslator:
    """Qt's own words (buttons, file dialogs). They may be absent from a system's Qt."""
    translator = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    translator.load(f"qtbase_{language}", folder)
    return translator
