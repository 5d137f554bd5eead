"""Sheets with tabs between the cells; all else as in `sheets`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from annotator.formats.base import Piece, WriteOptions
from annotator.formats.sheets import read, written
from annotator.model.record import Record

__all__ = ["read", "write"]


def write(records: Iterable[Record], options: WriteOptions) -> Iterator[Piece]:
    """The annotations, with tabs between the cells."""
    return written(records, "\t")
