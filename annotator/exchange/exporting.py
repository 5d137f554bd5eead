"""Exporting: a project becomes a file or a folder, wholly or not at all.

What the format cannot carry is counted first, so that a person can be asked. How files and folders
are put in their place is the work of `writing` and `tree`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from annotator import formats
from annotator.errors import UserError
from annotator.exchange.counting import Counted, Progress
from annotator.exchange.parts import ALL, NOTHING, Plan, Stated, write_parts
from annotator.exchange.report import ExportReport
from annotator.exchange.writing import write_whole
from annotator.formats import Format, Loss, WriteOptions
from annotator.formats.base import Scheme
from annotator.formats.keeping import Clitics
from annotator.model.article import Status

if TYPE_CHECKING:
    from annotator.store import Project


def export(
    project: Project,
    path: Path,
    *,
    format: str = "jsonl",
    layer: str | None = None,
    status: Status | None = None,
    scheme: Scheme = "IOB2",
    clitics: Clitics = "split",
    card: bool = False,
    stated: Stated = NOTHING,
    progress: Progress | None = None,
) -> ExportReport:
    """Write the articles, narrowed to one layer or one status where they are given.

    `path` is a file, or a folder where the format makes one (a zip if the name says so). A folder
    has a dataset card, in which is what is `stated`; with `card`, a format of one file makes a
    folder too. `progress` is told rows done, and how many articles there are. Raises UserError if
    it cannot be written, and leaves what was there.
    """
    chosen = writable(format)
    if layer is not None:
        refuse_unknown_layer(project, layer)
    options = WriteOptions(labels=project.labels, scheme=scheme, clitics=clitics)
    if card or chosen.shape != "file":
        plan = Plan(chosen, options, layer, status, {ALL: None})
        written, found = write_parts(project, path, plan, stated, progress)
        rows = sum(part.passed for part in found.parts.values())
        return ExportReport(path, rows, written.bytes, written.sha256, written.files)
    counted = Counted(project.records(layer=layer, status=status), project.count(), progress)
    size, digest = write_whole(path, (piece for _, piece in chosen.write(counted, options)))
    return ExportReport(path, counted.rows, size, digest)


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
