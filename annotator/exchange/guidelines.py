"""Guideline pages as files: a folder with `ar.md`, `en.md`, or `quotes.ar.md` for further pages.

The presets' pages lie in such folders too. A folder comes in wholly or not at all; what a page said
before stays in the project. Files are Markdown in UTF-8 and are taken as they are.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple, cast

from annotator.errors import UserError
from annotator.exchange.report import name as shown
from annotator.exchange.writing import write_whole
from annotator.model.guidelines import LONGEST, MAIN, BadPage, GuidelinePage, checked
from annotator.model.labels import LabelSet, Language
from annotator.resources import resource
from annotator.store import Project

_FILE = re.compile(r"(?:([a-z][a-z0-9_-]{0,39})\.)?(ar|en)\.md")
_MOST_BYTES = 4 * LONGEST
_KEPT = "The guideline pages of the project stay as they are."


class Came(NamedTuple):
    """What came in from a folder: pages, how many of them are new or changed, files left out."""

    pages: tuple[GuidelinePage, ...]
    changed: int
    left_out: tuple[str, ...]


def preset(labels: str) -> list[GuidelinePage]:
    """The pages that come with the label set of this name; none if it is no preset."""
    known = {folder.name: folder for folder in resource("guidelines").iterdir() if folder.is_dir()}
    folder = known.get(labels)
    return [] if folder is None else read_folder(folder)[0]


def pages_of(project: Project) -> tuple[list[GuidelinePage], bool]:
    """The project's pages, and whether they are its own.

    A project that has none, such as one of an older version, has those of its label set's preset.
    """
    own = project.guidelines()
    return (own, True) if own else (preset(project.labels.name), False)


def new_project(path: Path, labels: LabelSet) -> Project:
    """A new project in a new file, with the pages of its label set's preset if it is one."""
    project = Project.create(path, labels)
    try:
        put_preset(project)
    except BaseException:
        project.close()
        raise
    return project


def put_preset(project: Project) -> int:
    """Give a new project the pages of its label set's preset; answers how many there were."""
    return project.write_guidelines(preset(project.labels.name))


def import_folder(project: Project, folder: Path) -> Came:
    """Let the project's pages say what the files of `folder` say; raises UserError, or all is in.

    Pages that have no file in the folder stay as they are.
    """
    pages, left_out = read_folder(folder)
    if not pages:
        raise UserError(
            "There are no guideline pages in {folder}.",
            hint="Their files are called ar.md, en.md, or like quotes.ar.md.",
            folder=shown(folder),
        )
    return Came(tuple(pages), project.write_guidelines(pages), tuple(left_out))


def export_folder(project: Project, folder: Path) -> list[Path]:
    """Write the project's pages to files in `folder`, which is made if need be; each wholly."""
    pages, _ = pages_of(project)
    if not pages:
        raise UserError("The project {file} has no guideline pages.", file=shown(project.path))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(
            "The folder {folder} cannot be made: {reason}.",
            folder=shown(folder), reason=error.strerror or type(error).__name__,
        ) from error  # fmt: skip
    return [_write(folder / file_name(page), page) for page in pages]


def _write(path: Path, page: GuidelinePage) -> Path:
    write_whole(path, [page.text.encode("utf-8")])
    return path


def file_name(page: GuidelinePage) -> str:
    """What the file of a page is called."""
    before = "" if page.name == MAIN else f"{page.name}."
    return f"{before}{page.language}.md"


def read_folder(folder: Path) -> tuple[list[GuidelinePage], list[str]]:
    """The pages in the files of a folder, and the names of Markdown files that are none.

    Raises UserError, naming the file, for the first that cannot be one.
    """
    try:
        files = sorted(path for path in folder.iterdir() if path.suffix == ".md")
    except OSError as error:
        raise UserError(
            "The folder {folder} cannot be read: {reason}.",
            folder=shown(folder), reason=error.strerror or type(error).__name__,
        ) from error  # fmt: skip
    named = [(path, _FILE.fullmatch(path.name)) for path in files]
    pages = [
        _read(path, found[1] or MAIN, cast("Language", found[2])) for path, found in named if found
    ]
    return pages, [path.name for path, found in named if not found]


def _read(path: Path, name: str, language: Language) -> GuidelinePage:
    raw = _bytes(path)
    try:
        text = raw.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError as error:
        raise UserError(
            "Byte {position} of {file} is not UTF-8.", kept=_KEPT,
            hint="Save the page as UTF-8.", position=error.start, file=shown(path),
        ) from error  # fmt: skip
    try:
        return checked(GuidelinePage(name, language, text))
    except BadPage as error:
        raise error.in_file(shown(path)) from error


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            raw = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise UserError(
            "{file} cannot be read: {reason}.", kept=_KEPT,
            file=shown(path), reason=error.strerror or type(error).__name__,
        ) from error  # fmt: skip
    if len(raw) > _MOST_BYTES:
        raise UserError(
            "{file} is too large for a guideline page, which has {most} characters at most.",
            kept=_KEPT, file=shown(path), most=LONGEST,
        )  # fmt: skip
    return raw
