"""UIMA CAS as XMI, for INCEpTION: a file for each article, with the type system beside them.

Read are folders and zips with XMI files, and INCEpTION's exports of whole projects, which have a
zip for each article and annotator. dkpro-cassis reads the files, and has made the type system
that they are written by. The types are in `xmi_types`, the ways to and from records in
`xmi_writing` and `xmi_reading`, the layers for INCEpTION in `xmi_layers`; `xmi_sieve` and
`xmi_signs` make files fit for XML and its reader.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from annotator.errors import UserError
from annotator.formats.base import (
    LONGEST,
    Accepted,
    Confidence,
    Item,
    Piece,
    Rejected,
    Remark,
    WriteOptions,
)
from annotator.formats.names import Folders
from annotator.formats.sources import BROKEN_ZIP, Source, refuse_zip
from annotator.formats.xmi_layers import LAYERS
from annotator.model.record import Record

if TYPE_CHECKING:
    from cassis import TypeSystem

TYPES = "TypeSystem.xml"
_UNTOUCHED, _CURATED = "INITIAL_CAS", "CURATION_USER"


class _File(NamedTuple):
    """One XMI file: its name, the type system for it, whose it is, and the zip that it lies in."""

    member: str
    types: str
    author: str | None = None
    packed: bool = False


def recognises(source: Source) -> Confidence:
    """Surely where a folder has XMI files, or is a project of INCEpTION."""
    return 2 if any(_files(source)) else 0


def _files(source: Source) -> Iterator[_File]:
    members = set(source.members)
    for member in source.members:
        path = PurePosixPath(member)
        if path.suffix.lower() == ".xmi":
            yield _File(member, _types_for(path, members))
        elif _is_packed(path):
            author = None if path.stem == _CURATED else path.stem
            yield _File(member, TYPES, author, packed=True)


def _is_packed(path: PurePosixPath) -> bool:
    """Whether this is one annotator's work on one article in the export of a project."""
    inside = path.parts[0] in ("annotation", "curation") and path.suffix.lower() == ".zip"
    return inside and path.stem != _UNTOUCHED


def _types_for(path: PurePosixPath, members: set[str]) -> str:
    """The nearest type system: beside the file, or in a folder around it."""
    for folder in path.parents:
        for name in (TYPES, "typesystem.xml"):
            if (folder / name).as_posix() in members:
                return (folder / name).as_posix()
    return ""


def read(source: Source) -> Iterator[Item]:
    """One record for each XMI file."""
    if not source.has_members:
        raise UserError("This format is a folder of files, or a zip of one.")
    known = _Known()
    for file in _files(source):
        yield from _items(source, file, known)
    source.position = max(source.position, source.size)  # files of no interest count too
    source.opened.update(one for one in source.members if PurePosixPath(one).name == LAYERS)


class _Known:
    """The type system that was used last; most folders have but one."""

    def __init__(self) -> None:
        self._files: dict[str, bytes] = {}
        self._systems: dict[bytes, TypeSystem] = {}

    def file(self, source: Source, member: str) -> bytes:
        """The bytes of the file of a type system."""
        if member not in self._files:
            self._files = {member: source.data(member)}
        return self._files[member]

    def system(self, data: bytes) -> TypeSystem:
        """The type system in these bytes."""
        from annotator.formats.xmi_reading import system_of

        if data not in self._systems:
            self._systems = {data: system_of(data)}
        return self._systems[data]


def _items(source: Source, file: _File, known: _Known) -> Iterator[Item]:
    from annotator.formats.xmi_reading import record_of

    remarks: list[Remark] = []
    try:
        if file.packed:
            data, types = _unpacked(source.data(file.member))
        elif file.types:
            data, types = source.data(file.member), known.file(source, file.types)
        else:
            raise UserError("There is no {name} beside the file.", name=TYPES)
        record = record_of(data, known.system(types), file.member, remarks)
    except UserError as error:
        yield Rejected(0, error, member=file.member)
        return
    if record.layer is None and file.author is not None:
        record = msgspec.structs.replace(record, layer=file.author)
    yield from (remark._replace(member=file.member) for remark in remarks)
    yield Accepted(0, record, member=file.member)


def _unpacked(data: bytes) -> tuple[bytes, bytes]:
    """XMI file and type system of a zip in INCEpTION's export of a project."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            names = packed.namelist()
            xmi = next((one for one in names if one.lower().endswith(".xmi")), None)
            types = next((one for one in names if one.endswith(TYPES)), None)
            if xmi is None or types is None:
                raise UserError("The zip has no XMI file with a {name}.", name=TYPES)
            return _limited(packed, xmi), _limited(packed, types)
    except (OSError, *BROKEN_ZIP) as error:
        refuse_zip(error)


def _limited(packed: zipfile.ZipFile, name: str) -> bytes:
    with packed.open(name) as stream:
        data = stream.read(LONGEST + 1)
    if len(data) > LONGEST:
        raise UserError("The file is longer than {most} MB.", most=LONGEST >> 20)
    return data


def write(records: Iterable[Record], options: WriteOptions) -> Iterator[Piece]:
    """The type system, the layers for INCEpTION's settings, and an XMI file for each article.

    There is a folder inside for each author.
    """
    from annotator.formats.xmi_layers import layers
    from annotator.formats.xmi_types import typesystem
    from annotator.formats.xmi_writing import xmi

    yield TYPES, (typesystem().to_xml() or "").encode()
    yield LAYERS, layers(options.labels)
    folders = Folders()
    for record in records:
        stem = folders.of(record.article.id, record.layer)
        yield stem + ".xmi", xmi(record)
