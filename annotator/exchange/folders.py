"""Folders and zips given to an import: which of their files hold articles.

Some formats are a whole folder; otherwise each file counts for itself, by the ending of its name.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from annotator.errors import UserError
from annotator.formats import Format, ReadOptions, Source, readable
from annotator.formats.sources import walk

_SCHEMA = ".schema.json"
"""What lies beside rows in our own exports and says what they are like: it holds no articles."""
_REJECTED = ".rejected"
_OFFICE = "[Content_Types].xml"
"""What every zip of Microsoft Office has in it."""


class Found(NamedTuple):
    """What to import: a source, or one of which nothing can be and why; in the order to go by.

    `left_out` counts the other files of the folders.
    """

    sources: list[tuple[Source, UserError | None]]
    left_out: int


def expanded(
    paths: Sequence[Path], format: Format | None = None, options: ReadOptions | None = None
) -> Found:
    """The sources of `paths`: of a folder or zip all its files by name, unless it is one whole.

    Files are taken whatever they are called; those of a folder by the endings of `format`, or of
    all that can be read. Hidden ones do not count, rows that an import has rejected are left out.
    """
    sources: list[tuple[Source, UserError | None]] = []
    left_out = 0
    for path in paths:
        source = Source(path, options)
        if not source.has_members or _is_whole(source, format):
            sources.append((source, None))
            continue
        try:
            inside, others = _inside(source, format)
        except UserError as error:
            sources.append((source, error))
        else:
            sources += [(one, None) for one in inside]
            left_out += others
    return Found(sources, left_out)


def texts_in(folder: Path, format: Format | None = None) -> tuple[list[Path], int]:
    """The files of a folder that hold articles, and how many others it has.

    Raises UserError for a folder that has no texts or cannot be read.
    """
    suffixes = _suffixes(format)
    every = list(walk(folder))
    files = [path for path in every if _holds(path, suffixes)]
    if not files:
        raise UserError(
            "There are no texts in this folder: no file in it ends in {endings}.",
            endings=", ".join(suffixes),
        )
    return files, len(every) - len(files)


def beside(source: Source) -> list[str]:
    """The files that hold articles too, of a folder or zip of which a format has read its own."""
    suffixes = _suffixes(None)
    return [
        one for one in source.members if one not in source.opened and _holds(Path(one), suffixes)
    ]


def _is_whole(source: Source, format: Format | None) -> bool:
    """Whether a folder or zip is one thing to a format: the one named, or one that is sure."""
    if format is not None:
        return format.shape != "file"
    try:
        return any(one.shape != "file" and one.recognises(source) == 2 for one in readable())
    except UserError:
        return False  # Looking at its files one by one will say why.


def _inside(source: Source, format: Format | None) -> tuple[list[Source], int]:
    """The files of a folder or zip as sources of their own, and how many others there are."""
    if source.path.is_dir():
        files, left_out = texts_in(source.path, format)
        return [Source(file, source.options) for file in files], left_out
    suffixes = _suffixes(format)
    names = [one for one in source.members if _holds(Path(one), suffixes)]
    if not names and _OFFICE in source.members:
        raise UserError(
            "This is a Word or Excel file.", hint="Save it as plain text or CSV, in UTF-8."
        )
    if not names:
        raise UserError(
            "There are no texts in this zip: no file in it ends in {endings}.",
            endings=", ".join(suffixes),
        )
    return [source.inside(one) for one in names], len(source.members) - len(names)


def _suffixes(format: Format | None) -> tuple[str, ...]:
    chosen = readable() if format is None else (format,)
    found = dict.fromkeys(suffix for one in chosen if one.reads for suffix in one.suffixes)
    return tuple(found)


def _holds(path: Path, suffixes: Sequence[str]) -> bool:
    named = path.suffix.lower() in suffixes
    return named and not _rejected(path) and not path.name.endswith(_SCHEMA)


def _rejected(path: Path) -> bool:
    """Whether an import has made the file: `x.jsonl.rejected.jsonl`, `x.txt.rejected-2.jsonl`."""
    before = Path(path.stem).suffix
    return before == _REJECTED or before.startswith(f"{_REJECTED}-")
