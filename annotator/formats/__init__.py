"""File formats: bytes to records and records to bytes, one module a format, behind one table.

Nothing here knows the store. A new format is a module and a line of the table.
"""

from __future__ import annotations

from pathlib import Path

from annotator.errors import UserError
from annotator.formats import jsonl, text
from annotator.formats.base import Accepted, Format, Item, Rejected, Source

__all__ = ["FORMATS", "Accepted", "Format", "Item", "Rejected", "Source", "by_name", "by_suffix"]

FORMATS: tuple[Format, ...] = (
    Format("jsonl", "JSON Lines", (".jsonl", ".ndjson"), jsonl.read, jsonl.write),
    Format("text", "Plain text", (".txt", ".text"), text.read, None),
)
"""All formats; the first is the default of an export."""


def by_name(name: str) -> Format:
    """The format of this name, or UserError."""
    for format in FORMATS:
        if format.name == name:
            return format
    raise UserError(
        "There is no format {name}.",
        hint="The formats are: {names}.",
        name=name,
        names=", ".join(format.name for format in FORMATS),
    )


def by_suffix(path: Path) -> Format:
    """The format that a file's name tells, or UserError."""
    suffix = path.suffix.lower()
    for format in FORMATS:
        if format.read is not None and suffix in format.suffixes:
            return format
    raise UserError(
        "The name of this file does not tell its format.",
        hint="Name it: --format with one of {names}.",
        names=", ".join(format.name for format in FORMATS if format.read is not None),
    )
