"""Exporting a project in parts (train, dev, test): one folder that is there wholly or not at all.

A format of one file gives `train.jsonl` and so on; one of folders gives `train/…`. Who goes where
is decided by `quality.splits`; all work on one article goes into the same part.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from annotator.exchange.counting import Counted, Progress
from annotator.exchange.exporting import refuse_unknown_layer, writable
from annotator.exchange.parts import NOTHING, Plan, Stated, write_parts
from annotator.exchange.report import ExportReport
from annotator.formats import WriteOptions
from annotator.formats.base import Scheme
from annotator.formats.keeping import Clitics
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
        template = translate("{part}: articles {articles} ({percent}%), rows {rows}.")
        for part in self.parts:
            yield template.format(
                part=part.name, articles=part.articles, rows=part.rows,
                percent=_percent(part.articles, articles),
            )  # fmt: skip
        for label, total in sorted(sum((part.labels for part in self.parts), Counter()).items()):
            found = [part.labels[label] for part in self.parts]
            shares = "/".join(_percent(count, total) for count in found)
            yield f"  {label}: {' + '.join(map(str, found))} ({shares}%)"


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
    stated: Stated = NOTHING,
    progress: Progress | None = None,
) -> SplitReport:
    """Write the articles in parts into the folder `path`, or into a zip if the name says so.

    `shares` are hundredths. `progress` is told of the articles twice: near-duplicates are looked
    for first. Otherwise as `exporting.export`.
    """
    chosen = writable(format)
    if layer is not None:
        refuse_unknown_layer(project, layer)
    looked_at = Counted(project.records(layer=layer, status=status), project.count(), progress)
    found = _split(looked_at, shares, by)
    options = WriteOptions(labels=project.labels, scheme=scheme, clitics=clitics)
    sides: dict[str, frozenset[str] | None] = {part.name: part.ids for part in found.parts}
    plan = Plan(chosen, options, layer, status, sides, by, found.copies)
    written, gathered = write_parts(project, path, plan, stated, progress)
    parts = tuple(
        PartReport(part.name, part.share, len(part.ids), counts.passed, counts.labels)
        for part, counts in zip(found.parts, gathered.parts.values(), strict=True)
    )
    rows = sum(part.rows for part in parts)
    whole = ExportReport(path, rows, written.bytes, written.sha256, written.files)
    return SplitReport(whole, by, parts, found.copies, found.unknown)


def _split(records: Iterable[Record], shares: Sequence[int], by: splits.By) -> splits.Split:
    """Decide for all articles; several layers of one article are one article."""
    known: list[splits.Known] = []

    def articles() -> Iterator[tuple[str, str]]:
        for record in records:
            article = record.article
            if not known or known[-1].id != article.id:  # its records follow each other
                known.append(splits.known(article.id, article.meta))
                yield article.id, article.text

    grouped = duplicates.groups(articles())
    return splits.split(known, grouped, shares, by)
