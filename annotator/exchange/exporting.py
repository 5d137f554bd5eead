"""Exporting: a project becomes a file or a folder, wholly or not at all.

What the format cannot carry is counted first, so that a person can be asked. How files and folders
are put in their place is the work of `writing` and `tree`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from annotator import formats
from annotator.errors import UserError
from annotator.exchange.report import ExportReport
from annotator.exchange.tree import Written, write_folder, write_zip
from annotator.exchange.writing import write_whole
from annotator.formats import Format, Loss, Piece, WriteOptions
from annotator.formats.base import Scheme
from annotator.formats.keeping import Clitics
from annotator.model.article import Status
from annotator.model.record import Record

if TYPE_CHECKING:
    from annotator.store import Project

Progress = Callable[[int, int], None]
_ROWS_A_STEP = 64


def export(
    project: Project,
    path: Path,
    *,
    format: str = "jsonl",
    layer: str | None = None,
    status: Status | None = None,
    scheme: Scheme = "IOB2",
    clitics: Clitics = "split",
    progress: Progress | None = None,
) -> ExportReport:
    """Write the articles, narrowed to one layer or one status where they are given.

    `path` is a file, or a folder where the format makes one (a zip if the name says so). `progress`
    is told rows done, and how many articles there are. Raises UserError if it cannot be written,
    and leaves what was there.
    """
    chosen = writable(format)
    if layer is not None:
        refuse_unknown_layer(project, layer)
    counted = Counted(project.records(layer=layer, status=status), project.count(), progress)
    options = WriteOptions(labels=project.labels, scheme=scheme, clitics=clitics)
    written = put(path, chosen, chosen.write(counted, options))
    return ExportReport(path, counted.rows, written.bytes, written.sha256, written.files)


def losses(
    project: Project,
    *,
    format: str,
    layer: str | None = None,
    status: Status | None = None,
    clitics: Clitics = "split",
    progress: Progress | None = None,
) -> tuple[Loss, ...]:
    """What of such an export the format has no place for; nothing is written."""
    chosen = writable(format)
    if layer is not None:
        refuse_unknown_layer(project, layer)
    options = WriteOptions(labels=project.labels, clitics=clitics)
    counted = Counted(project.records(layer=layer, status=status), project.count(), progress)
    return formats.lost(counted, chosen, options)


def writable(name: str) -> Format:
    """The format of this name, if it can be written; raises UserError otherwise."""
    chosen = formats.by_name(name)
    if not chosen.writes:
        raise UserError("Files of the format {format} cannot be written.", format=chosen.title)
    return chosen


def put(path: Path, format: Format, pieces: Iterator[Piece]) -> Written:
    """Put what a format has written at `path`, wholly or not at all."""
    if format.shape == "file":
        size, digest = write_whole(path, (piece for _, piece in pieces))
        return Written(1, size, digest)
    if path.suffix.lower() == ".zip":
        return write_zip(path, pieces, format.name)
    return write_folder(path, pieces, format.name)


def refuse_unknown_layer(project: Project, layer: str) -> None:
    """Raise UserError for an author who has done nothing here."""
    layers = project.layers()
    if layer not in layers:
        raise UserError(
            "Nobody called {layer} has annotated here.",
            hint="The authors are: {layers}." if layers else "Nobody has annotated yet.",
            layer=layer,
            layers=", ".join(layers),
        )


class Counted:
    """Records on their way out, counted as they pass."""

    def __init__(self, records: Iterable[Record], total: int, progress: Progress | None) -> None:
        self.rows = 0
        self._records = records
        self._total = total
        self._progress = progress

    def __iter__(self) -> Iterator[Record]:
        for record in self._records:
            yield record
            self.rows += 1
            if self._progress is not None and not self.rows % _ROWS_A_STEP:
                self._progress(self.rows, max(self.rows, self._total))
        if self._progress is not None:
            self._progress(self.rows, self.rows)
