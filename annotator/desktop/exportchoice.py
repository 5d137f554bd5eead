"""What a person chooses for an export: one value, that a project remembers. No widgets here."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import msgspec

from annotator.errors import UserError
from annotator.exchange import Stated
from annotator.formats import Format, by_name, writable
from annotator.formats.base import Scheme
from annotator.formats.keeping import Clitics
from annotator.quality.splits import By, shares
from annotator.store import Project

_KEY = "export"

LICENCES = {
    "CC BY 4.0": "cc-by-4.0",
    "CC BY-SA 4.0": "cc-by-sa-4.0",
    "CC BY-NC 4.0": "cc-by-nc-4.0",
    "CC BY-NC-SA 4.0": "cc-by-nc-sa-4.0",
    "CC0 1.0": "cc0-1.0",
    "ODC-By 1.0": "odc-by",
    "MIT": "mit",
}
"""The usual ones by their own names, and what the Hugging Face hub calls them."""


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """How to export. `layer` and `status` are None where everything is wanted.

    `shares` is "" where nothing is split, else as in "80/10/10". `card` asks for a folder with a
    dataset card where the format makes one file. `licence` is as it was typed.
    """

    format: str = "jsonl"
    layer: str | None = None
    status: Literal["done"] | None = None
    scheme: Scheme = "IOB2"
    clitics: Clitics = "split"
    shares: str = ""
    by: By = "hash"
    card: bool = False
    packed: bool = False
    licence: str = ""
    date: str = ""

    @property
    def made(self) -> Format:
        """The line of the table of formats."""
        return by_name(self.format)

    @property
    def is_folder(self) -> bool:
        """Whether a folder (or a zip of one) comes out, which then has a dataset card."""
        return self.made.shape != "file" or self.card or bool(self.shares)

    @property
    def stated(self) -> Stated:
        """What the dataset card says because a person has said it."""
        licence = LICENCES.get(self.licence.strip(), self.licence.strip())
        return Stated(licence or None, self.date.strip() or None)

    @property
    def suffix(self) -> str:
        """The ending of the name of what is written: none for a folder."""
        if self.is_folder:
            return ".zip" if self.packed else ""
        return (*self.made.suffixes, "")[0]

    def name(self, stem: str) -> str:
        """What the file or folder is called if nobody says otherwise."""
        return f"{stem}-{self.format}{self.suffix}" if self.is_folder else f"{stem}{self.suffix}"

    def parted(self) -> tuple[int, ...] | None:
        """The hundredths of the parts, if there are any; UserError for what is no split."""
        return shares(self.shares) if self.shares else None


def recalled(project: Project, layers: Sequence[str]) -> Choice:
    """What was chosen last in this project, as far as it still can be; else the defaults."""
    try:
        found = msgspec.convert(project.recall(_KEY), Choice)
    except (msgspec.ValidationError, UserError):
        return Choice()
    if found.format not in [format.name for format in writable()]:
        return Choice()
    return found if found.layer in layers else msgspec.structs.replace(found, layer=None)


def remember(project: Project, choice: Choice) -> None:
    """Have the project remember a choice; UserError where it cannot be written."""
    project.remember(_KEY, msgspec.to_builtins(choice))


def renamed(path: Path, before: Choice, after: Choice, stem: str) -> Path:
    """Where the export goes after another choice: a name that was given stays, but its ending."""
    if path.name in ("", before.name(stem)):
        return path.with_name(after.name(stem)) if path.name else path / after.name(stem)
    if before.suffix == after.suffix:
        return path
    kept = path.name.removesuffix(before.suffix) if before.suffix else path.name
    return path.with_name((kept or stem) + after.suffix)
