"""Reads an exported folder again, part by part, as far as its format can be read.

Rows in the form annotator/1 are checked strictly (`rowcheck`); other formats by their own readers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from annotator.errors import UserError
from annotator.exchange.facts import Counts
from annotator.exchange.report import Refusal
from annotator.exchange.rowcheck import checked
from annotator.formats import FORMATS, Accepted, Feature, Format, ReadOptions, Rejected, Source
from annotator.formats.base import SCHEMES, shown, unreadable
from annotator.formats.hub import files_of
from annotator.model.record import Record


class Place(NamedTuple):
    """Where a part lies: `member` is a file or folder of the export, "" the whole of it."""

    part: str
    member: str

    def holds(self, file: str) -> bool:
        """Whether a file of the export belongs to it."""
        return not self.member or file == self.member or file.startswith(f"{self.member}/")


class Export(NamedTuple):
    """A folder and what its card tells of it: enough to read it."""

    folder: Path
    format: Format | None
    scheme: str | None
    places: tuple[Place, ...]
    """Of parts that can be read; empty where the format cannot be."""

    @property
    def has_rows(self) -> bool:
        """Whether its parts are files of rows in the form annotator/1."""
        return self.format is not None and self.format.name in ("jsonl", "huggingface")

    def carries(self, feature: Feature) -> bool:
        """Whether what is read can be compared in this."""
        return self.has_rows or (self.format is not None and feature in self.format.carries)


def export_in(folder: Path, told: Mapping[str, Any]) -> Export:
    """What there is to read, by what the card tells; nothing of that is trusted."""
    name, parts, files = told.get("format"), told.get("parts"), told["files"]
    format = next((one for one in FORMATS if one.name == name), None)
    scheme = told.get("scheme")
    places: list[Place] = []
    for part in parts if isinstance(parts, dict) else ():
        member = None if format is None else _member(format, part, bool(told.get("split")))
        if member is not None and any(Place(part, member).holds(file) for file in files):
            places.append(Place(part, member))
    return Export(folder, format, scheme if scheme in SCHEMES else None, tuple(places))


def _member(format: Format, part: str, split: bool) -> str | None:
    """Where a part of an export in this format is; None if it cannot be read again."""
    if format.name == "huggingface":
        return files_of(part if split else "train").article_lines
    if not (format.reads and format.comes_back):
        return None
    if format.shape == "file":
        return f"{part}{format.suffixes[0]}"
    return part if split else ""


def records(export: Export, place: Place) -> Iterator[Record | Refusal]:
    """What a part holds, and what in it is no good."""
    try:
        yield from _rows(export, place) if export.has_rows else _items(export, place)
    except UserError as error:
        yield Refusal(shown(place.member, 1000) or place.part, 0, error)
    except OSError as error:
        yield Refusal(shown(place.member, 1000), 0, unreadable(error))


def _rows(export: Export, place: Place) -> Iterator[Record | Refusal]:
    with (export.folder / place.member).open("rb") as file:
        for number, line in enumerate(file, start=1):
            try:
                yield checked(line)
            except UserError as error:
                yield Refusal(shown(place.member, 1000), number, error)


def _items(export: Export, place: Place) -> Iterator[Record | Refusal]:
    assert export.format is not None
    options = ReadOptions(scheme=export.scheme)  # type: ignore[arg-type]
    for item in export.format.read(Source(export.folder / place.member, options)):
        if isinstance(item, Accepted):
            yield item.record
        elif isinstance(item, Rejected):
            member = str(PurePosixPath(place.member) / item.member)
            yield Refusal(shown(member, 1000), item.line, item.error)


def comparable(export: Export, counts: Mapping[str, Any]) -> dict[str, Any]:
    """Of the counts of a part what must be the same when it is read again."""
    left_out = {
        what
        for what, feature in (
            ("articles", Feature.ARTICLE_IDS), ("characters", Feature.TEXTS),
        )
        if not export.carries(feature)
    }  # fmt: skip
    return {what: found for what, found in counts.items() if what not in left_out}


def differences(said: Mapping[str, Any], found: Counts, export: Export) -> tuple[str, str] | None:
    """What the card says and what there is, by name; None if they are the same."""
    ours, theirs = (_flat(comparable(export, one)) for one in (said, found.told()))
    every = dict.fromkeys(("rows", "articles", *sorted({*ours, *theirs})))
    names = [name for name in every if ours.get(name) != theirs.get(name)]
    if not names:
        return None
    lists = (", ".join(f"{name} {one.get(name, 0)}" for name in names) for one in (ours, theirs))
    first, second = (shown(one, 300) for one in lists)
    return first, second


def _flat(counts: Mapping[str, Any]) -> dict[str, Any]:
    """Numbers by name; those of labels with their kind in front. Zeros are as good as absent."""
    found: dict[str, Any] = {}
    for what, count in counts.items():
        if isinstance(count, dict):
            found.update({f"{what} {label}": number for label, number in count.items()})
        else:
            found[what] = count
    return {what: number for what, number in found.items() if number != 0}
