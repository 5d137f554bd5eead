"""Folders given to an import: which of their files hold articles. Reads names, never contents."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, NoReturn

from annotator.errors import UserError
from annotator.exchange.report import name
from annotator.formats import FORMATS, Format

_REJECTED = ".rejected"


class Found(NamedTuple):
    """What to import: a file, or a folder and why nothing of it can be; in the order to go by.

    `left_out` counts the other files of the folders.
    """

    files: list[tuple[Path, UserError | None]]
    left_out: int


def expanded(paths: Sequence[Path], format: Format | None = None) -> Found:
    """`paths` with the files of each folder, and of the folders in it, in its place, by name.

    Files are taken whatever they are called; those of a folder by the endings of `format`, or of
    all that can be read. Hidden ones do not count, rows that an import has rejected are left out.
    """
    files: list[tuple[Path, UserError | None]] = []
    left_out = 0
    for path in paths:
        if not _is_folder(path):
            files.append((path, None))
            continue
        try:
            inside, others = texts_in(path, format)
        except UserError as error:
            files.append((path, error))
        else:
            files += [(file, None) for file in inside]
            left_out += others
    return Found(files, left_out)


def texts_in(folder: Path, format: Format | None = None) -> tuple[list[Path], int]:
    """The files of a folder that hold articles, and how many others it has.

    Raises UserError for a folder that has no texts or cannot be read.
    """
    suffixes = _suffixes(format)
    every = list(_walk(folder))
    files = [path for path in every if path.suffix.lower() in suffixes and not _rejected(path)]
    if not files:
        raise UserError(
            "There are no texts in this folder: no file in it ends in {endings}.",
            endings=", ".join(suffixes),
        )
    return files, len(every) - len(files)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False  # Importing it will say why.


def _suffixes(format: Format | None) -> tuple[str, ...]:
    chosen = FORMATS if format is None else (format,)
    return tuple(suffix for one in chosen if one.read is not None for suffix in one.suffixes)


def _walk(folder: Path) -> Iterator[Path]:
    """The files that are not hidden, folder by folder; links to folders are not followed."""
    for here, folders, files in os.walk(folder, onerror=_refuse):
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        yield from (Path(here, one) for one in sorted(files) if not one.startswith("."))


def _rejected(path: Path) -> bool:
    """Whether an import has made the file: `x.jsonl.rejected.jsonl`, `x.txt.rejected-2.jsonl`."""
    before = Path(path.stem).suffix
    return before == _REJECTED or before.startswith(f"{_REJECTED}-")


def _refuse(error: OSError) -> NoReturn:
    raise UserError(
        "The folder {folder} cannot be read: {reason}.",
        folder=name(Path(error.filename or "")),
        reason=error.strerror or type(error).__name__,
    ) from error
