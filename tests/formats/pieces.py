"""Writing records by a format and reading them back, in memory and in files of a test."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from annotator.formats import Format, Item, ReadOptions, Source, WriteOptions, by_name
from annotator.model.record import Record
from tests.notation import NEWS


def files_of(format: str | Format, records: Iterable[Record], **options: Any) -> dict[str, bytes]:
    """The files that a format makes of records; that of a format of one file is called ""."""
    chosen = by_name(format) if isinstance(format, str) else format
    files: dict[str, bytes] = {}
    for member, piece in chosen.write(records, WriteOptions(labels=NEWS, **options)):
        files[member] = files.get(member, b"") + piece
    return files


def bytes_of(format: str, records: Iterable[Record], **options: Any) -> bytes:
    """The file that a format makes of records."""
    files = files_of(format, records, **options)
    assert set(files) <= {""}
    return files.get("", b"")


def put(path: Path, files: dict[str, bytes]) -> Path:
    """The files as they would stand at `path`: one, or a folder of them."""
    for member, data in files.items():
        file = path / member if member else path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return path


def items_of(format: str | Format, path: Path, **options: Any) -> list[Item]:
    """What a format reads from a path."""
    chosen = by_name(format) if isinstance(format, str) else format
    return list(chosen.read(Source(path, ReadOptions(labels=NEWS, **options))))
