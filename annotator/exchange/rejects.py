"""Keeps rejected rows, exactly as they came, in a file beside the one that they came from.

The file ends as the other one does, so that it can be imported again when its rows are mended.

An earlier file of rejected rows is never written over. Where nothing can be written, the import
goes on and the report says so: the rows are still in the file that was imported.
"""

from __future__ import annotations

import contextlib
from io import BufferedWriter
from pathlib import Path
from types import TracebackType

from annotator.exchange.report import Kept, source_name
from annotator.formats import Source


class Rejects:
    """The rejected rows of one file. Used in a `with`; nothing stays if the block fails."""

    def __init__(self, source: Source) -> None:
        # What lies in a zip has its rejected rows beside the zip.
        zipped = source.member and source.path.is_file()
        self._place = source.path.with_name(
            f"{source.path.name}.{source.name}" if zipped else source.path.name
        )
        self._told = source_name(source)
        self._source = source
        self._path: Path | None = None
        self._stream: BufferedWriter | None = None
        self._rows = 0
        self._reason = ""

    def keep(self, raw: bytes) -> None:
        """Take one more row; a line end is added where it has none."""
        self._rows += 1
        if self._reason:
            return
        try:
            if self._stream is None:
                self._stream = self._open()
                self._stream.write(self._source.heading)
            self._stream.write(raw if raw.endswith(b"\n") else raw + b"\n")
        except OSError as error:
            self._give_up(error)

    def _open(self) -> BufferedWriter:
        number, suffix = 1, _suffix(self._source)
        while True:
            ending = "" if number == 1 else f"-{number}"
            path = self._place.with_name(f"{self._place.name}.rejected{ending}{suffix}")
            try:
                stream = path.open("xb")
            except FileExistsError:
                number += 1
            else:
                self._path = path
                return stream

    def close(self) -> None:
        """Finish the file, so that `kept` tells the truth."""
        stream, self._stream = self._stream, None
        if stream is not None:
            try:
                stream.close()
            except OSError as error:
                self._give_up(error)

    def _give_up(self, error: OSError) -> None:
        self._reason = error.strerror or type(error).__name__
        self._remove()

    def _remove(self) -> None:
        stream, self._stream = self._stream, None
        path, self._path = self._path, None
        # The stream may try to write once more what the full disk has refused.
        with contextlib.suppress(OSError):
            if stream is not None:
                stream.close()
        with contextlib.suppress(OSError):
            if path is not None:
                path.unlink()

    def __enter__(self) -> Rejects:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        if kind is None:
            self.close()
        else:
            self._remove()

    @property
    def kept(self) -> Kept | None:
        """Where the rows are; None if there were none."""
        if not self._rows:
            return None
        return Kept(self._told, self._rows, self._path, self._reason)


def _suffix(source: Source) -> str:
    """That of the file, by which its format is known again; rows of JSON stand one on a line."""
    return source.suffix if source.suffix not in ("", ".ndjson") else ".jsonl"
