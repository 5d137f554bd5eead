"""brat standoff: a folder of texts (`.txt`) with their annotations (`.ann`) beside them.

Quotes are events: the trigger is the cue, or the content where there is none, and the roles are
Content, Cue, Source and Speaker. What brat has no place for (ids, metadata, authors, line ends in
notes) stands in a list of its own beside, by which a folder that brat has worked on comes back
whole. The lines are taken apart in `brat_lines`, understood in `brat_reading`, made in
`brat_writing`; the two configuration files in `brat_conf`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from annotator.errors import UserError
from annotator.formats import brat_conf, plain
from annotator.formats.base import (
    Accepted,
    Confidence,
    Item,
    Piece,
    Rejected,
    Remark,
    Unit,
    WriteOptions,
)
from annotator.formats.brat_lines import BadLine, Bound, decoded, parsed
from annotator.formats.brat_list import LIST, Row, listed
from annotator.formats.brat_reading import Found, understood
from annotator.formats.brat_writing import standoff
from annotator.formats.lines import BOM
from annotator.formats.names import Folders
from annotator.formats.sources import Source
from annotator.formats.units import Fitting, Sample, settled
from annotator.model.article import Article
from annotator.model.record import Record

_UNITS: tuple[Unit, ...] = ("codepoint", "utf16", "byte")


def recognises(source: Source) -> Confidence:
    """Surely where a folder has annotations in `.ann`."""
    return 2 if any(one.endswith(".ann") for one in source.members) else 0


def read(source: Source) -> Iterator[Item]:
    """One record for each text of the folder: first those of our own list, then all others."""
    if not source.has_members:
        raise UserError("This format is a folder of files, or a zip of one.")
    stems = {one[:-4] for one in source.members if one.endswith((".txt", ".ann"))}
    done: set[str] = set()
    for item in listed(source):
        if isinstance(item, Rejected):
            yield item
        elif item.file not in stems:
            yield Remark("{file} of its list is not there.", {"file": item.file}, member=LIST)
        elif item.file not in done:
            done.add(item.file)
            yield from _items(source, item.file, "codepoint", item)
    others = sorted(stems - done)
    unit, remark = _unit(source, others)
    if remark is not None:
        yield remark
    for stem in others:
        yield from _items(source, stem, unit, None)
    source.position = max(source.position, source.size)  # files of no interest count too


def _items(source: Source, stem: str, unit: Unit, row: Row | None) -> Iterator[Item]:
    """The record of one text, with what is to be said of it; or why there is none."""
    remarks: list[Remark] = []
    try:
        text, found = _understood(source, stem, unit, row, remarks)
        record = _record(stem, text, found, row)
    except BadLine as error:
        yield Rejected(error.line, error.reason, member=stem + ".ann")
        return
    except UserError as error:
        yield Rejected(0, error, member=stem + ".txt")
        return
    yield from (remark._replace(member=stem + ".ann") for remark in remarks)
    yield Accepted(0, record, member=stem + ".txt")


def _understood(
    source: Source, stem: str, unit: Unit, row: Row | None, remarks: list[Remark]
) -> tuple[str, Found]:
    if not source.holds(stem + ".txt"):
        raise UserError("There are annotations, but no text beside them.")
    data = source.data(stem + ".txt")
    text = decoded(data)
    file = parsed(source.data(stem + ".ann") if source.holds(stem + ".ann") else b"")
    article = row.id if row else plain.id_of_text(text)
    exact = row.exact if row else {}
    return text, understood(file, text, unit, article, exact, remarks, data.startswith(BOM))


def _record(stem: str, text: str, found: Found, row: Row | None) -> Record:
    if row is None:
        meta = {"file": stem}
        article = Article(id=plain.id_of_text(text), text=text, meta=meta)
        return Record(article=article, annotations=found)
    article = Article(id=plain.checked_id(row.id), text=text, meta=plain.clean_meta(row.meta))
    return Record(article=article, layer=row.layer, status=row.status, annotations=found)


def _unit(source: Source, stems: list[str]) -> tuple[Unit, Remark | None]:
    """What offsets count in texts that are not of our list, from all surfaces together."""
    if source.options.unit is not None:
        return source.options.unit, None
    fitting = Fitting(_UNITS)
    position = source.position
    for stem in stems:
        try:
            text = decoded(source.data(stem + ".txt"))
            bounds = parsed(source.data(stem + ".ann")).bounds.values()
        except (UserError, BadLine):
            continue  # It will be told when the text is read.
        fitting.see(text, [sample for bound in bounds for sample in _samples(bound)])
    source.position = position
    return settled(fitting, None, "codepoint")


def _samples(bound: Bound) -> Iterator[Sample]:
    if len(bound.fragments) == 1:
        yield Sample(*bound.fragments[0], bound.surface)
    else:
        yield from (Sample(*one) for one in bound.fragments)


def write(records: Iterable[Record], options: WriteOptions) -> Iterator[Piece]:
    """The texts, annotations and configuration; a folder inside for each author."""
    yield "annotation.conf", brat_conf.annotation_conf(options.labels).encode()
    yield "visual.conf", brat_conf.visual_conf(options.labels).encode()
    folders = Folders()
    encode = msgspec.json.Encoder().encode
    for record in records:
        stem = folders.of(record.article.id, record.layer)
        lines, exact = standoff(record)
        yield stem + ".txt", record.article.text.encode()
        yield stem + ".ann", lines.encode()
        row = Row(
            file=stem,
            id=record.article.id,
            layer=record.layer,
            status=record.status,
            meta=record.article.meta,
            exact=exact,
        )
        yield LIST, encode(row) + b"\n"
