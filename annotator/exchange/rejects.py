"""Keeps rejected rows, exactly as they came, in a file beside the one that they came from.

An earlier file of rejected rows is never written over. Where nothing can be written, the import
goes on and the report says so: the rows are still in the file that was imported.
"""

from __future__ import annotations

import contextlib
from io import BufferedWriter
from pathlib import Path
from types import TracebackType

from annotator.exchange.report import Kept, name


class Rejects:
    """The rejected rows of one file. Used in a `with`; nothing stays if the block fails."""

    def __init__(self, source: Path) -> None:
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
            self._stream.write(raw if raw.endswith(b"\n") else raw + b"\n")
        except OSError as error:
            self._give_up(error)

    def _open(self) -> BufferedWriter:
        number = 1
        while True:
            ending = "" if number == 1 else f"-{number}"
            path = self._source.with_name(f"{self._source.name}.rejected{ending}.jsonl")
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
        return Kept(name(self._source), self._rows, self._path, self._reason)
