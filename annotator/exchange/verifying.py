"""Checks a folder that was exported against its card: nothing is changed, everything is told.

What is read is not trusted. A cause is told once: where a file has been changed, and a row of it is
no good or the counts are others, that is one sentence.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from annotator.errors import UserError
from annotator.exchange.card import NAME, told_in
from annotator.exchange.counting import Progress
from annotator.exchange.facts import Counts
from annotator.exchange.report import MOST_REASONS, Refusal, name
from annotator.exchange.rereading import Place, differences, export_in, records
from annotator.exchange.sides import Sides
from annotator.exchange.tree import MANIFEST
from annotator.formats import Feature
from annotator.formats.base import shown, unreadable
from annotator.formats.sources import refuse_name
from annotator.model.article import Article

_PIECE = 1 << 20
_ROWS_A_SIGN = 64


class Verified(NamedTuple):
    """What was looked at, and what is wrong: a sentence a problem, with file and line.

    `looked_into` says that the articles were read; `untold` counts problems beyond those told.
    """

    files: int
    rows: int
    looked_into: bool
    problems: tuple[UserError, ...]
    untold: int = 0

    def say(self, translate: Callable[[str], str] = str) -> str:
        """One sentence."""
        if self.looked_into:
            text = "Files checked: {files}, rows: {rows}; problems: {problems}."
        else:
            text = (
                "Files checked by their checksums: {files}. Articles of this format cannot be read "
                "again to be counted; problems: {problems}."
            )
        problems = len(self.problems) + self.untold
        return translate(text).format(files=self.files, rows=self.rows, problems=problems)


def verify(folder: Path, progress: Progress | None = None) -> Verified:
    """Check everything; raises UserError where there is no card to check against.

    `progress` is told how many files and parts are done, and of how many.
    """
    told = _told(folder)
    looking = _Looking(folder, told, progress)
    problems = iter(looking.problems())
    first = tuple(islice(problems, MOST_REASONS))
    untold = sum(1 for _ in problems)
    return Verified(len(told["files"]), looking.rows, bool(looking.export.places), first, untold)


def _told(folder: Path) -> dict[str, Any]:
    card = folder / NAME
    try:
        told = told_in(card.read_text("utf-8"))
    except UnicodeDecodeError:
        told = None
    except OSError as error:
        raise UserError(
            "There is no dataset card {file}, or it cannot be read: {reason}",
            file=name(card),
            reason=unreadable(error),
        ) from error
    if told is None or not isinstance(told.get("files"), dict):
        raise UserError("{file} is not a dataset card of this program.", file=name(card))
    return told


class _Looking:
    """One look at a folder: what is known of it so far."""

    def __init__(self, folder: Path, told: dict[str, Any], progress: Progress | None) -> None:
        self._folder = folder
        self._files: dict[str, Any] = told["files"]
        parts = told.get("parts")
        self._said: dict[str, Any] = parts if isinstance(parts, dict) else {}
        self.export = export_in(folder, told)
        self._meter = _Meter(progress, len(self._files) + len(self.export.places))
        self.rows = 0
        self._sides = None
        if told.get("split") and self.export.carries(Feature.ARTICLE_IDS):
            self._sides = Sides(
                by_source=told["split"] == "source" and self.export.carries(Feature.META),
                texts=self.export.carries(Feature.TEXTS),
            )

    def problems(self) -> Iterator[UserError]:
        yield from _card_itself(self._folder)
        wrong = dict(_wrong_files(self._folder, self._files, self._meter))
        for place in self.export.places:
            self._meter.step()
            yield from self._part(place, wrong)
        for member, reason in wrong.items():
            yield Refusal(shown(member, 1000), 0, reason)
        yield from _unknown_files(self._folder, self._files)
        if self._sides is not None:
            for reason in self._sides.problems():
                yield Refusal(NAME, 0, reason)

    def _part(self, place: Place, wrong: dict[str, UserError]) -> Iterator[UserError]:
        """What is wrong in a part; takes out of `wrong` the changed file that explains it."""
        if any(place.holds(file) and not isinstance(one, _Changed) for file, one in wrong.items()):
            return  # a file is missing, and that is told
        changed = wrong.pop(place.member, None)
        counts, found = Counts(), False
        for one in records(self.export, place):
            if isinstance(one, Refusal):
                found = True
                yield _because(one.file, one.line, one.reason, changed)
                continue
            counts.add(one)
            self._count(place, one.article)
        said = self._said.get(place.part)
        different = differences(said if isinstance(said, dict) else {}, counts, self.export)
        if different is not None and not found:
            reason = UserError(
                "The card says of {part}: {said}. The files have: {found}.",
                part=shown(place.part), said=different[0], found=different[1],
            )  # fmt: skip
            yield _because(shown(place.member or NAME, 1000), 0, reason, changed)
        elif changed is not None and not found:
            yield Refusal(shown(place.member, 1000), 0, changed)

    def _count(self, place: Place, article: Article) -> None:
        self.rows += 1
        if self._sides is not None:
            self._sides.add(place.part, article)
        if not self.rows % _ROWS_A_SIGN:
            self._meter.tell()


class _Meter:
    """Says how many files are done; what it tells may raise an exception to stop the check."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress, self._done, self._total = progress, 0, total

    def step(self) -> None:
        self._done += 1
        self.tell()

    def tell(self) -> None:
        if self._progress is not None:
            self._progress(self._done, self._total)


class _Changed(UserError):
    """The checksum of a file is not the one in the card."""

    def __init__(self) -> None:
        super().__init__("The file has been changed since the export.")


def _because(file: str, line: int, reason: UserError, changed: UserError | None) -> Refusal:
    """What is wrong, and that it came with a change of the file if it did."""
    if changed is not None:
        reason = UserError("The file has been changed since the export: {reason}", reason=reason)
    return Refusal(file, line, reason)


# Files


def _card_itself(folder: Path) -> Iterator[UserError]:
    """The card's own checksum is in the list of files that the export has left, if it is there."""
    try:
        listed = msgspec.json.decode((folder / MANIFEST).read_bytes())["files"][NAME]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return
    if _digest(folder / NAME) != listed:
        yield Refusal(NAME, 0, _Changed())


def _wrong_files(
    folder: Path, files: Mapping[str, Any], meter: _Meter
) -> Iterator[tuple[str, UserError]]:
    for member, digest in sorted(files.items()):
        meter.step()
        try:
            refuse_name(member)
            found = _digest(folder / member)
        except UserError as error:
            yield member, error
        except OSError as error:
            yield member, unreadable(error)
        else:
            if found != digest:
                yield member, _Changed()


def _unknown_files(folder: Path, files: Mapping[str, Any]) -> Iterator[UserError]:
    known = {*files, NAME, MANIFEST}
    for path in sorted(folder.rglob("*")):
        member = path.relative_to(folder).as_posix()
        if path.is_file() and member not in known:
            yield Refusal(shown(member, 1000), 0, UserError("The file is not in the card."))


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        digest = hashlib.sha256()
        while piece := file.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()
