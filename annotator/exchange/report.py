"""What an import or an export has done, as values; the sentences are for both windows and consoles.

Counts add up: every row that was read is imported, known or rejected, and every rejected one has
its reason here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from annotator.errors import UserError
from annotator.exchange.mapping import Foreign
from annotator.formats import Remark, Source
from annotator.formats.base import shown
from annotator.formats.units import UnitInDoubt

MOST_REASONS = 1000
"""Reasons that a report holds; beyond these, rows are only counted (they are kept all the same)."""


def name(path: Path) -> str:
    """A path for messages: as it was given, and what cannot be seen spelt out."""
    return shown(str(path), 1000)


def source_name(source: Source) -> str:
    """A source for messages: its path, and its place in a folder or zip."""
    return name(source.path / source.member if source.member else source.path)


class Refusal(UserError):
    """Why a row, or a whole file where `line` is 0, was not taken."""

    def __init__(self, file: str, line: int, reason: UserError) -> None:
        place = "{file}, line {line}" if line else "{file}"
        super().__init__(place + ": {reason}", file=file, line=line, reason=reason)
        self.file = file
        self.line = line
        self.reason = reason

    def say(self, translate: Callable[[str], str] = str) -> str:
        """File, line and reason."""
        place = translate("{file}, line {line}") if self.line else "{file}"
        place = place.format(file=self.file, line=self.line)
        return f"{place}: {self.reason.say(translate)}"


class Kept(NamedTuple):
    """Where the rejected rows of a file are: `path`, or None and the reason why nowhere else.

    `of_folder` says that they are files of a folder or zip, of which no copies are made.
    """

    file: str
    rows: int
    path: Path | None
    reason: str = ""
    of_folder: bool = False

    def say(self, translate: Callable[[str], str] = str) -> str:
        """One sentence."""
        path = "" if self.path is None else name(self.path)
        if self.of_folder:
            template = "Rejected in {file}: {rows}. The files themselves are as they were."
        elif path:
            template = "Rejected rows of {file}: {rows}, kept in {path}."
        else:
            template = (
                "Rejected rows of {file}: {rows}. They could not be kept beside it ({reason}); "
                "the file itself was not changed."
            )
        return translate(template).format(
            file=self.file, rows=self.rows, path=path, reason=self.reason
        )


class Note(NamedTuple):
    """Rows whose annotations were taken for metadata, which may not be what was meant."""

    file: str
    rows: int

    def say(self, translate: Callable[[str], str] = str) -> str:
        """One sentence."""
        template = (
            "Rows of {file} that look annotated, in a form that is not read: {rows}. "
            "Their annotations were kept as metadata."
        )
        return translate(template).format(file=self.file, rows=self.rows)


class Told(NamedTuple):
    """What a reader remarked of a file, the first time, and how often altogether."""

    file: str
    remark: Remark
    times: int = 1

    def say(self, translate: Callable[[str], str] = str) -> str:
        """File, line, the remark, and how often."""
        place = translate("{file}, line {line}") if self.remark.line else "{file}"
        place = place.format(file=self.file, line=self.remark.line)
        often = translate("({count} times)").format(count=self.times) if self.times > 1 else ""
        return f"{place}: {self.remark.say(translate)} {often}".rstrip()


class Doubt(NamedTuple):
    """A file of which nothing was taken, since it is open what its offsets count."""

    file: str
    error: UnitInDoubt


class Recognised(NamedTuple):
    """Files whose format nobody named: the title of what they were taken for, and how many."""

    file: str
    title: str
    files: int = 1

    def say(self, translate: Callable[[str], str] = str) -> str:
        """One sentence."""
        if self.files == 1:
            template = "{file} was recognised as {format}."
        else:
            template = "Files recognised as {format}: {count}."
        title = translate(self.title)
        return translate(template).format(file=self.file, format=title, count=self.files)


class FileReport(NamedTuple):
    """How one file fared."""

    file: str
    read: int = 0
    imported: int = 0
    known: int = 0
    rejected: int = 0

    def with_new(self, rows: int) -> FileReport:
        """The same, with so many of the rows that are known counted as imported."""
        rows = min(rows, self.known)
        return self._replace(imported=self.imported + rows, known=self.known - rows)


class ImportReport(NamedTuple):
    """How an import fared. `read == imported + known + rejected`.

    `known` rows were there already; a file that cannot be read counts as one rejected row.
    `articles` and `annotations` are those that are new in the project. `left_out` counts the files
    of folders whose names are not those of texts, `mapped_out` the annotations whose labels the
    person has mapped to nothing, `foreign` how often labels came that the project does not have,
    `doubts` the files for which a unit has to be named.
    """

    files: tuple[FileReport, ...]
    articles: int
    annotations: int
    refusals: tuple[Refusal, ...]
    kept: tuple[Kept, ...]
    notes: tuple[Note | Told, ...] = ()
    left_out: int = 0
    recognised: tuple[Recognised, ...] = ()
    mapped_out: int = 0
    foreign: Mapping[Foreign, int] = {}
    doubts: tuple[Doubt, ...] = ()

    def after(self, first: ImportReport) -> ImportReport:
        """This report of files that have been read once before, as one of both times.

        What the first reading brought is new then, and was not there already.
        """
        before = {one.file: one.imported for one in first.files}
        files = [one.with_new(before.get(one.file, 0)) for one in self.files]
        return self._replace(
            files=tuple(files),
            articles=self.articles + first.articles,
            annotations=self.annotations + first.annotations,
        )

    @property
    def read(self) -> int:
        """Rows read."""
        return sum(file.read for file in self.files)

    @property
    def imported(self) -> int:
        """Rows that brought something new."""
        return sum(file.imported for file in self.files)

    @property
    def known(self) -> int:
        """Rows of which everything was there already."""
        return sum(file.known for file in self.files)

    @property
    def rejected(self) -> int:
        """Rows that were not taken."""
        return sum(file.rejected for file in self.files)


class ExportReport(NamedTuple):
    """What was written: rows, bytes, files, and a SHA-256 in hexadecimal.

    That of a folder is made over the lines `SHA-256  NAME` of its files, sorted.
    """

    path: Path
    rows: int
    bytes: int
    sha256: str
    files: int = 1
