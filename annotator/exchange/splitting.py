"""Exporting a project in parts (train, dev, test): one folder that is there wholly or not at all.

A format of one file gives `train.jsonl` and so on; one of folders gives `train/…`. Who goes where
is decided by `quality.splits`; all work on one article goes into the same part.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from annotator.exchange.exporting import Counted, Progress, refuse_unknown_layer, writable
from annotator.exchange.report import ExportReport
from annotator.exchange.tree import write_folder, write_zip
from annotator.formats import Format, Piece, WriteOptions
from annotator.formats.base import Scheme
from annotator.formats.keeping import Clitics, kept_records
from annotator.model.article import Status
from annotator.model.record import Record
from annotator.quality import duplicates, splits

if TYPE_CHECKING:
    from annotator.store import Project


class PartReport(NamedTuple):
    """One part: what is in it. `labels` counts the annotations that were written, by label."""

    name: str
    share: int
    articles: int
    rows: int
    labels: Counter[str]


class SplitReport(NamedTuple):
    """What was written, part by part; `copies` and `unknown` as in `splits.Split`."""

    export: ExportReport
    by: splits.By
    parts: tuple[PartReport, ...]
    copies: int
    unknown: int

    def notes(self, translate: Callable[[str], str] = str) -> Iterator[str]:
        """What a person should know: sentences."""
        if self.copies:
            text = "Groups of near-duplicates, each kept on one side: {count}."
            yield translate(text).format(count=self.copies)
        if self.unknown and self.by == "date":
            text = "Articles without a date, all of which are in train: {count}."
            yield translate(text).format(count=self.unknown)
        if self.unknown and self.by == "source":
            text = "Articles without a source, each taken for a source of its own: {count}."
            yield translate(text).format(count=self.unknown)

    def lines(self, translate: Callable[[str], str] = str) -> Iterator[str]:
        """The parts, and of every label the share of its annotations in each."""
        articles = sum(part.articles for part in self.parts) or 1
        template = translate("{part}: articles {articles} ({percent} %), rows {rows}.")
        for part in self.parts:
            yield template.format(
                part=part.name, articles=part.articles, rows=part.rows,
                percent=_percent(part.articles, articles),
            )  # fmt: skip
        for label, total in sorted(sum((part.labels for part in self.parts), Counter()).items()):
            found = [part.labels[label] for part in self.parts]
            shares = "/".join(_percent(count, total) for count in found)
            yield f"  {label}: {' + '.join(map(str, found))} ({shares} %)"


def _percent(count: int, total: int) -> str:
    return f"{100 * count / total:.0f}"


def export_split(
    project: Project,
    path: Path,
    shares: Sequence[int],
    *,
    by: splits.By = "hash",
    format: str = "jsonl",
    layer: str | None = None,
    status: Status | None = None,
    scheme: Scheme = "IOB2",
    clitics: Clitics = "split",
    progress: Progress | None = None,
) -> SplitReport:
    """Write the articles in parts into the folder `path`, or into a zip if the name says so.

    `shares` are hundredths. Otherwise as `exporting.export`.
    """
    chosen = writable(format)
    if layer is not None:
        refuse_unknown_layer(project, layer)
    found = _split(project.records(layer=layer, status=status), shares, by)
    options = WriteOptions(labels=project.labels, scheme=scheme, clitics=clitics)
    counts = [_Count(chosen, options) for _ in found.parts]
    of_parts: list[Counted] = []

    def pieces() -> Iterator[Piece]:
        for part, count in zip(found.parts, counts, strict=True):
            records = project.records(layer=layer, status=status)
            mine = (record for record in records if record.article.id in part.ids)
            of_parts.append(Counted(mine, len(part.ids), progress))
            for member, piece in chosen.write(count.passing(of_parts[-1]), options):
                yield _member(chosen, part.name, member), piece

    put = write_zip if path.suffix.lower() == ".zip" else write_folder
    written = put(path, pieces(), chosen.name)
    parts = tuple(
        PartReport(part.name, part.share, len(part.ids), passed.rows, count.labels)
        for part, passed, count in zip(found.parts, of_parts, counts, strict=True)
    )
    rows = sum(part.rows for part in parts)
    whole = ExportReport(path, rows, written.bytes, written.sha256, written.files)
    return SplitReport(whole, by, parts, found.copies, found.unknown)


def _split(records: Iterable[Record], shares: Sequence[int], by: splits.By) -> splits.Split:
    """Decide for all articles; several layers of one article are one article."""
    known: dict[str, splits.Known] = {}

    def texts() -> Iterator[tuple[str, str]]:
        for record in records:
            article = record.article
            if article.id not in known:
                known[article.id] = splits.known(article.id, article.meta)
                yield article.id, article.text

    grouped = duplicates.groups(texts())
    return splits.split(list(known.values()), grouped, shares, by)


def _member(format: Format, part: str, member: str) -> str:
    return f"{part}/{member}" if member else f"{part}{(*format.suffixes, '')[0]}"


class _Count:
    """What of the annotations of a part was written, by label."""

    def __init__(self, format: Format, options: WriteOptions) -> None:
        self.labels: Counter[str] = Counter()
        self._keeping = format.keeping(options)

    def passing(self, records: Iterable[Record]) -> Iterator[Record]:
        """The same records, counted as far as the format carries them."""
        for record in records:
            for kept in kept_records([record], self._keeping):
                self.labels.update(one.label for one in kept.annotations)
            yield record
