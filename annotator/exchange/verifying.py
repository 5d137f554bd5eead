"""Checks a folder that was exported against its card: nothing is changed, everything is told.

Files are read a line at a time; what they hold is not trusted.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

import msgspec

from annotator.errors import UserError
from annotator.exchange.card import NAME, told_in
from annotator.exchange.counting import Progress
from annotator.exchange.documenting import SCHEMA, rows_in
from annotator.exchange.facts import Counts
from annotator.exchange.parts import ALL
from annotator.exchange.report import Refusal, name
from annotator.exchange.tree import MANIFEST
from annotator.formats import row as form
from annotator.formats.base import shown, unreadable
from annotator.formats.sources import refuse_name
from annotator.model.annotations import references
from annotator.model.record import Record
from annotator.resources import resource

_PIECE = 1 << 20
_ROWS_A_SIGN = 64
_ROW = msgspec.json.Decoder(form.Row)


class Verified(NamedTuple):
    """What was looked at, and what is wrong: a sentence a problem, with file and line."""

    files: int
    rows: int
    looked_into: bool
    problems: tuple[UserError, ...]

    def say(self, translate: Callable[[str], str] = str) -> str:
        """One sentence."""
        if self.looked_into:
            text = "Files checked: {files}, rows: {rows}; problems: {problems}."
        else:
            text = "Files checked: {files}, rows of this format are not; problems: {problems}."
        return translate(text).format(files=self.files, rows=self.rows, problems=len(self.problems))


def verify(folder: Path, progress: Progress | None = None) -> Verified:
    """Check everything; raises UserError where there is no card to check against.

    `progress` is told how many files are done, and of how many; those with rows count twice.
    """
    told = _told(folder)
    format = str(told.get("format"))
    files: dict[str, Any] = told["files"]
    counts: dict[str, Counts] = {}
    members = [one for one in sorted(files) if rows_in(format, one) and (folder / one).is_file()]
    meter = _Meter(progress, len(files) + len(members))
    problems = [*_card_itself(folder), *_files(folder, files, meter)]
    for member in members:
        found = counts.setdefault(_part(format, member), Counts())
        problems += _rows(folder / member, found, meter)
    if members:
        problems += _counts(told.get("parts"), counts)
    rows = sum(one.rows for one in counts.values())
    return Verified(len(files), rows, bool(members), tuple(problems))


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


def _part(format: str, member: str) -> str:
    path = PurePosixPath(member)
    if format == "jsonl":
        return path.stem
    return path.parts[0] if len(path.parts) > 2 else ALL


# Files


def _card_itself(folder: Path) -> Iterator[UserError]:
    """The card's own checksum is in the list of files that the export has left, if it is there."""
    try:
        listed = msgspec.json.decode((folder / MANIFEST).read_bytes())["files"][NAME]
    except (OSError, ValueError, KeyError, TypeError):
        return
    if _digest(folder / NAME) != listed:
        yield Refusal(NAME, 0, UserError("The file has been changed since the export."))


def _files(folder: Path, files: Mapping[str, Any], meter: _Meter) -> Iterator[UserError]:
    for member, digest in sorted(files.items()):
        meter.step()
        try:
            refuse_name(member)
            found = _digest(folder / member)
        except UserError as error:
            yield Refusal(shown(member, 1000), 0, error)
        except OSError as error:
            yield Refusal(shown(member, 1000), 0, unreadable(error))
        else:
            if found != digest:
                changed = UserError("The file has been changed since the export.")
                yield Refusal(shown(member, 1000), 0, changed)
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


# Rows


def _rows(path: Path, counts: Counts, meter: _Meter) -> Iterator[UserError]:
    from jsonschema import Draft202012Validator

    schema = msgspec.json.decode(resource("schema", SCHEMA).read_bytes())
    validator = Draft202012Validator(schema)
    meter.step()
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            if number % _ROWS_A_SIGN == 0:
                meter.tell()
            try:
                _row(line, validator, counts)
            except UserError as error:
                yield Refusal(name(path), number, error)


def _row(line: bytes, validator: Any, counts: Counts) -> None:
    """Check a row and count it; raises UserError for the first thing that is wrong."""
    try:
        plain = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UserError("The row is no JSON: {reason}.", reason=shown(str(error), 200)) from None
    wrong = min(validator.iter_errors(plain), key=lambda one: one.json_path, default=None)
    if wrong is not None:
        raise UserError(
            "The row breaks the schema at {place}: {reason}.",
            place=shown(wrong.json_path),
            reason=shown(wrong.message, 200),
        )
    try:
        record = form.record(_ROW.decode(line))
    except msgspec.ValidationError as error:
        raise UserError(
            "The row is not in the form {form}: {detail}.",
            form=form.FORMAT,
            detail=shown(str(error), 200),
        ) from None
    _referred(record)
    counts.add(record)


def _referred(record: Record) -> None:
    ids = Counter(one.id for one in record.annotations)
    for one in record.annotations:
        if ids[one.id] > 1:
            raise UserError("The id {id} is there more than once.", id=shown(one.id))
        for id in references(one):
            if id not in ids:
                raise UserError(
                    "The annotation {id} refers to {missing}, which is not there.",
                    id=shown(one.id),
                    missing=shown(id),
                )


def _counts(told: object, found: Mapping[str, Counts]) -> Iterator[UserError]:
    parts: dict[str, Any] = told if isinstance(told, dict) else {}
    for part in sorted({*parts, *found}):
        counted = found[part].told() if part in found else {}
        said = parts.get(part)
        said = said if isinstance(said, dict) else {}
        for what in sorted({*counted, *said}):
            if counted.get(what) != said.get(what):
                reason = UserError(
                    "The card says of {what} in {part}: {said}. The files have: {found}.",
                    what=shown(what), part=shown(part), said=shown(str(said.get(what)), 300),
                    found=shown(str(counted.get(what)), 300),
                )  # fmt: skip
                yield Refusal(NAME, 0, reason)
