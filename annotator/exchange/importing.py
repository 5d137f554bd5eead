"""Importing: files become articles and annotations of a project, all in one transaction.

Good rows come in, each bad one is named with file, line and reason and kept beside its file. If
the import itself fails (a full disk, a key press that stops it), the project is as it was before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from annotator import formats
from annotator.errors import ProjectRefused, UserError
from annotator.exchange.folders import beside, expanded
from annotator.exchange.mapping import Foreign, foreign, mapped, parsed, refusal
from annotator.exchange.rejects import Rejects
from annotator.exchange.report import (
    MOST_REASONS,
    Doubt,
    FileReport,
    ImportReport,
    Kept,
    Note,
    Recognised,
    Refusal,
    Told,
    name,
    source_name,
)
from annotator.formats import Accepted, Format, Item, ReadOptions, Rejected, Remark, Source
from annotator.formats.base import Scheme, Unit, shown
from annotator.formats.units import UnitInDoubt
from annotator.model.annotated import AnnotatedArticle
from annotator.model.labels import LabelSet
from annotator.model.record import Record

if TYPE_CHECKING:
    from annotator.store import Importing, Project

Progress = Callable[[int, int], None]
"""Told how much is done, and of how much: bytes in an import, articles in an export."""

_LONGEST_NAME = 200
_ROWS_A_STEP = 32
_MOST_ALIKE = 12
"""Remarks of one template and different values that are told one by one, of each file."""
_TABLES = ("entities", "quotes", "relations", "spans", "label", "labels", "annotations")


def check_author(author: str) -> str:
    """The name of an author or layer without spaces around it; UserError if it cannot be one."""
    cleaned = author.strip()
    if not cleaned or not cleaned.isprintable() or len(cleaned) > _LONGEST_NAME:
        raise UserError(
            "An author's name has 1 to {most} characters that can be seen.", most=_LONGEST_NAME
        )
    return cleaned


def import_paths(
    project: Project,
    paths: Sequence[Path],
    *,
    format: str | None = None,
    encoding: str = "utf-8",
    unit: Unit | None = None,
    scheme: Scheme | None = None,
    mapping: Sequence[str] = (),
    units: Mapping[str, Unit] | None = None,
    author: str | None = None,
    progress: Progress | None = None,
) -> ImportReport:
    """Import files, and those of folders; raises UserError only if nothing at all was imported.

    `format` names one for all files, else each is recognised. `encoding` is that of plain text,
    `unit` what offsets count and `scheme` how tags are written, where the format leaves it open.
    `units` names units for some files alone, by the names that `ImportReport.doubts` has for them.
    `mapping` has words like `PER=PERS` for labels that the project does not have. `author` is whose
    annotations they are where a row does not say it.
    """
    given = None if format is None else formats.by_name(format)
    layer = None if author is None else check_author(author)
    labels = project.labels
    names = parsed(mapping, labels)
    options = ReadOptions(encoding=encoding, unit=unit, scheme=scheme, labels=labels)
    found = expanded(paths, given, options)
    for source, _ in found.sources:
        if named := (units or {}).get(source_name(source)):
            source.options = msgspec.structs.replace(options, unit=named)
    with ExitStack() as files, project.importing(_source(paths)) as into:
        kept: list[Kept | None] = []
        meter = _Meter([source for source, _ in found.sources], progress)
        run = _Run(labels, into, layer, names, meter)
        for source, problem in found.sources:
            if problem is not None:
                run.refuse(source, problem)
                continue
            rejects = files.enter_context(Rejects(source))
            refused = run.file(source, given, rejects)
            rejects.close()
            kept.append(_left_there(source, refused) if source.has_members else rejects.kept)
        return run.report(kept, found.left_out)


def _left_there(source: Source, refused: int) -> Kept | None:
    return Kept(source_name(source), refused, None, of_folder=True) if refused else None


def _source(paths: Iterable[Path]) -> str:
    """What the history says of where the annotations came from: names of files, not of folders."""
    return ", ".join(name(Path(path.name)) for path in paths)[:1000]


class _Meter:
    """Turns the positions in several files into one progress."""

    def __init__(self, sources: Iterable[Source], progress: Progress | None) -> None:
        self._progress = progress
        self._total = 0 if progress is None else sum(source.size for source in sources)
        self._before = 0

    def at(self, position: int) -> None:
        if self._progress is not None:
            self._progress(min(self._before + position, self._total), self._total)

    def finished(self, source: Source) -> None:
        if self._progress is not None:
            self._before += source.size
            self.at(0)


class _Run:
    """One import under way: where it writes, and what it counts."""

    def __init__(
        self,
        labels: LabelSet,
        into: Importing,
        layer: str | None,
        mapping: Mapping[str, str],
        meter: _Meter,
    ) -> None:
        self._labels = labels
        self._into = into
        self._layer = layer
        self._mapping = mapping
        self._meter = meter
        self._files: list[FileReport] = []
        self._refusals: list[Refusal] = []
        self._notes: list[Note | Told] = []
        self._recognised: dict[str, Recognised] = {}
        self._remarks: dict[tuple[object, ...], Told] = {}
        self._annotated_meta = 0
        self._articles = 0
        self._annotations = 0
        self._mapped_out = 0
        self._foreign: Counter[Foreign] = Counter()
        self._doubts: dict[str, Doubt] = {}

    def file(self, source: Source, given: Format | None, rejects: Rejects) -> int:
        """Import one source, by the format that is given or recognised; answers the refused."""
        told = source_name(source)
        counts: Counter[str] = Counter()
        self._annotated_meta = 0
        # What `progress` raises to stop the import is no fault of the file: it goes through.
        for item in self._items(given, source):
            if isinstance(item, Remark):
                self._remark(item, told)
                continue
            if isinstance(item, Rejected) and isinstance(item.error, UnitInDoubt):
                self._doubts.setdefault(told, Doubt(told, item.error))
            counts[self._item(item, told, rejects)] += 1
            if not counts.total() % _ROWS_A_STEP:
                self._meter.at(source.position)
        if self._annotated_meta:
            self._notes.append(Note(told, self._annotated_meta))
        self._notes += self._remarks.values()
        self._remarks.clear()
        self._meter.finished(source)
        self._files.append(FileReport(told, read=counts.total(), **counts))
        return counts["rejected"]

    def _items(self, given: Format | None, source: Source) -> Iterator[Item]:
        """What is in a source; what spoils it from some place on comes as a last, rejected item."""
        try:
            if given is None and not source.has_members:
                source.beginning(most=1)  # a file that cannot be read is of no format
            format = given or formats.recognised(source)
            if given is None:
                self._recognise(format, source_name(source))
                yield from _idle(format, source.options)
            yield from format.read(source)
            yield from _beside(source)
        except UserError as error:
            yield Rejected(0, error)

    def _recognise(self, format: Format, told: str) -> None:
        before = self._recognised.get(format.name, Recognised(told, format.title, 0))
        self._recognised[format.name] = before._replace(files=before.files + 1)

    def _remark(self, item: Remark, told: str) -> None:
        key: tuple[object, ...] = (item.template, *item.values.values())
        alike = sum(1 for one in self._remarks if one[0] == item.template)
        if key not in self._remarks and alike >= _MOST_ALIKE:
            key = (item.template,)
        before = self._remarks.get(key)
        if before is None:
            self._remarks[key] = Told(_within(told, item.member), item)
        else:
            self._remarks[key] = before._replace(times=before.times + 1)

    def refuse(self, source: Source, problem: UserError) -> None:
        """Note that nothing of a source can be imported: it counts as one rejected row."""
        told = source_name(source)
        self._refuse(told, 0, problem)
        self._files.append(FileReport(told, read=1, rejected=1))

    def _item(self, item: Accepted | Rejected, told: str, rejects: Rejects) -> str:
        if isinstance(item, Accepted):
            try:
                return self._add(item.record)
            except ProjectRefused:  # it is the project that fails, not the row
                raise
            except UserError as error:
                item = Rejected(item.line, error, item.raw, item.member)
        self._refuse(_within(told, item.member), item.line, item.error)
        if item.raw:
            rejects.keep(item.raw)
        return "rejected"

    def _add(self, record: Record) -> str:
        record, out = mapped(record, self._mapping, self._labels)
        record = _in_layer(record, self._layer)
        if strange := foreign(record, self._labels):
            self._foreign.update(strange)
            raise refusal(strange[0])
        # Raises where the row breaks a rule of the model; the store sees to it that the row and
        # what it has already go together.
        AnnotatedArticle.build(record.article, self._labels, record.annotations)
        added = self._into.add(record)
        self._articles += added.article
        self._annotations += added.annotations
        self._mapped_out += out
        self._annotated_meta += added.article and _looks_annotated(record.article.meta)
        return "imported" if added.article or added.annotations else "known"

    def _refuse(self, told: str, line: int, error: UserError) -> None:
        if len(self._refusals) < MOST_REASONS:
            self._refusals.append(Refusal(told, line, error))

    def report(self, kept: Iterable[Kept | None], left_out: int) -> ImportReport:
        """What has been done so far."""
        return ImportReport(
            files=tuple(self._files),
            articles=self._articles,
            annotations=self._annotations,
            refusals=tuple(self._refusals),
            kept=tuple(one for one in kept if one is not None),
            notes=tuple(self._notes),
            left_out=left_out,
            recognised=tuple(self._recognised.values()),
            mapped_out=self._mapped_out,
            foreign=dict(self._foreign),
            doubts=tuple(self._doubts.values()),
        )


def _idle(format: Format, options: ReadOptions) -> Iterator[Remark]:
    """What was said of how to read, and changes nothing for this format."""
    usual = ReadOptions()
    for option, said in (
        ("encoding", options.encoding != usual.encoding), ("offsets", options.unit is not None),
        ("scheme", options.scheme is not None),
    ):  # fmt: skip
        if said and option not in format.options:
            text = "--{option} is not for {format} and changes nothing here."
            yield Remark(text, {"option": option, "format": format.title})


def _beside(source: Source) -> Iterator[Remark]:
    """What lies in a folder or zip beside the files of the format that it was taken for."""
    others = beside(source) if source.has_members else []
    if others:
        text = "Other files in it are not part of this and were left out: {count}, such as {name}."
        yield Remark(text, {"count": len(others), "name": shown(others[0], 1000)})


def _within(told: str, member: str) -> str:
    """The name of a file of a folder or zip, for messages."""
    return f"{told}/{shown(member, 1000)}" if member else told


def _looks_annotated(meta: Mapping[str, Any]) -> bool:
    return any(map(_looks_like_spans, (meta.get(key) for key in _TABLES)))


def _looks_like_spans(value: Any) -> bool:
    """Whether this is a list of objects or lists, or the same as JSON in a cell of a sheet."""
    if isinstance(value, str):
        return value.startswith(("[{", "[["))
    return isinstance(value, list) and any(isinstance(one, dict | list) for one in value)


def _in_layer(record: Record, author: str | None) -> Record:
    """The record with the layer where it belongs: the one it names, else the author's."""
    if record.layer is not None:
        layer = check_author(record.layer)
    elif not record.annotations and record.status in (None, "new"):
        return msgspec.structs.replace(record, status=None)
    elif author is not None:
        layer = author
    else:
        raise UserError(
            "The row has annotations, but does not say whose they are.",
            hint="Give the name: --author NAME.",
        )
    return msgspec.structs.replace(record, layer=layer)
