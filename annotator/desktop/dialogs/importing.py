"""Tells what files to import are taken for, and lets that be changed, before anything comes in.

Only what the formats heed can be chosen. What is left to the files is established from them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from annotator.desktop.dialogs.base import Dialog, button
from annotator.desktop.dialogs.form import Form, chosen, combo, wrapped
from annotator.desktop.language import current, say, tr
from annotator.errors import UserError
from annotator.exchange.looking import Look
from annotator.exchange.report import Refusal
from annotator.formats import by_name, readable
from annotator.formats.base import SCHEMES, UNITS, Option, Scheme, Unit, shown

WINDOWS_ARABIC = "windows-1256"
ENCODINGS = {
    "utf-8": "UTF-8",
    WINDOWS_ARABIC: "Windows-1256",
    "iso-8859-6": "ISO 8859-6",
    "mac_arabic": "Mac Arabic",
    "utf-16": "UTF-16",
}
"""Those that Arabic texts come in, by Python's names."""
_REASONS = 3


class Wanted(NamedTuple):
    """How to read files; None where the files themselves tell."""

    format: str | None = None
    encoding: str = "utf-8"
    unit: Unit | None = None
    scheme: Scheme | None = None


class ImportDialog(Dialog):
    """`then` gets how to read; the dialog is gone by then. `wanted` is what it begins with."""

    def __init__(
        self,
        parent: QWidget | None,
        paths: Sequence[Path],
        look: Look,
        wanted: Wanted,
        then: Callable[[Wanted], object],
    ) -> None:
        super().__init__(parent, tr("Import articles"), 560)
        self._look, self._then = look, then
        self.what = self.say(_what(paths, look))
        self.form = Form()
        self.add(self.form)
        self._make()
        self.problem = self.say(_unknown(look), name="refused")
        self.problem.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        go = button(tr("&Import"), self._done, default=True)
        self.buttons(button(tr("Cancel"), self.reject), go)
        for box, value in (
            (self.format, wanted.format), (self.encoding, wanted.encoding),
            (self.offsets, wanted.unit), (self.scheme, wanted.scheme),
        ):  # fmt: skip
            box.setCurrentIndex(max(0, box.findData(value)))
        self.format.currentIndexChanged.connect(self._show_what_applies)
        self._show_what_applies()
        (go if look.formats or wanted.format else self.format).setFocus()

    def _make(self) -> None:
        formats: list[tuple[str, object]] = [(tr(one.title), one.name) for one in readable()]
        as_told: list[tuple[str, object]] = [(_recognised(self._look), None)]
        self.format = self.form.put(tr("&Format"), combo([*as_told, *formats]))
        self.each = self.form.put("", wrapped())
        self.each.setText(_each(self._look))
        self.encoding = self.form.put(
            tr("&Encoding"), combo([(title, name) for name, title in ENCODINGS.items()])
        )
        self.offsets = self.form.put(
            tr("&Offsets count"),
            combo(
                [(tr("What the surfaces tell"), None), *((unit_title(one), one) for one in UNITS)]
            ),
        )
        self.scheme = self.form.put(
            tr("Ta&gs of tokens"),
            combo([(tr("What the tags tell"), None), *((one, one) for one in SCHEMES)]),
        )

    @property
    def _heeded(self) -> frozenset[Option]:
        named = chosen(self.format)
        names = self._look.formats if named is None else (named,)
        return frozenset(option for name in names for option in by_name(name).options)

    def _show_what_applies(self) -> None:
        heeded = self._heeded
        named = chosen(self.format) is not None
        self.form.show(self.each, len(self._look.formats) > 1 and not named)
        self.form.show(self.encoding, "encoding" in heeded)
        self.form.show(self.offsets, "offsets" in heeded)
        self.form.show(self.scheme, "scheme" in heeded)
        self.problem.setVisible(bool(self._look.unknown) and not named)
        self.adjustSize()

    @property
    def wanted(self) -> Wanted:
        """What is chosen, as far as it applies."""
        heeded = self._heeded
        return Wanted(
            chosen(self.format),
            chosen(self.encoding) if "encoding" in heeded else "utf-8",
            chosen(self.offsets) if "offsets" in heeded else None,
            chosen(self.scheme) if "scheme" in heeded else None,
        )

    def _done(self) -> None:
        wanted = self.wanted
        self.accept()
        self._then(wanted)


def _what(paths: Sequence[Path], look: Look) -> str:
    name = shown(paths[0].name)
    if len(paths) == 1 and not paths[0].is_dir():
        return tr("File: {file}", file=name)
    if len(paths) == 1:
        return tr("Folder: {folder}; files in it: {count}", folder=name, count=look.files)
    return tr("Files: {count}", count=look.files)


def _recognised(look: Look) -> str:
    """The first entry of the formats: what the files are taken for."""
    if not look.formats:
        return tr("Not recognised")
    if len(look.formats) > 1:
        return tr("Each as recognised")
    return tr("Recognised: {format}", format=tr(by_name(next(iter(look.formats))).title))


def _each(look: Look) -> str:
    """The formats of files that are in several."""
    comma = "، " if current() == "ar" else ", "
    return comma.join(
        tr("{label} ({count})", label=tr(by_name(name).title), count=count)
        for name, count in look.formats.most_common()
    )


def _unknown(look: Look) -> str:
    """Why some files are of no format, or of several."""
    first = "\u200f" if current() == "ar" else ""  # a name need not be in the sentence's direction
    lines = [f"{first}{_brief(one)}" for one in look.unknown[:_REASONS]]
    return "\n".join([*lines, *["…"] * (len(look.unknown) > _REASONS)])


def _brief(refusal: Refusal) -> str:
    """Without the hint: here the format is named in a box."""
    brief = UserError(refusal.reason.templates[0])
    brief.values = refusal.reason.values
    return say(Refusal(Path(refusal.file).name, 0, brief))


def unit_title(unit: Unit) -> str:
    """What offsets may count, in the language of the interface."""
    titles: dict[Unit, str] = {
        "codepoint": tr("Characters of Unicode (code points)"),
        "utf16": tr("UTF-16 units, as in browsers and Java"),
        "byte": tr("Bytes of UTF-8"),
        "grapheme": tr("Letters as they are read (graphemes)"),
    }
    return titles[unit]
