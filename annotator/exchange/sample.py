"""Makes the sample project from the articles that come with the program.

A newcomer sees three articles that are annotated already, in their own name, and has the others to
do; the layer "gold" holds the annotations of all.
"""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path

import msgspec

from annotator.errors import ProjectRefused
from annotator.exchange.guidelines import put_preset
from annotator.exchange.importing import check_author, import_paths
from annotator.model import labelfile
from annotator.resources import corpus, resource
from annotator.store import Project

GOLD = "gold"
SHOWN = 3
"""How many articles are annotated in the newcomer's own layer."""


def make(path: Path, author: str) -> None:
    """Make the sample project at `path`, wholly or not at all.

    Raises ProjectRefused if there is a file already or none can be made.
    """
    author = check_author(author)
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _fill(part, author)
        _put_in_place(part, path)
    except OSError as error:
        raise ProjectRefused(
            "The sample project {file} cannot be made: {reason}.",
            file=path,
            reason=error.strerror or type(error).__name__,
        ) from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink()


def _fill(path: Path, author: str) -> None:
    labels = labelfile.load(labelfile.DEFAULT_PRESET, resource("labels"))
    with Project.create(path, labels) as project:
        put_preset(project)
        report = import_paths(project, [corpus("news.jsonl")], author=GOLD)
        if report.rejected:
            raise RuntimeError(f"the corpus is no good: {report.refusals[0]}")
        if author != GOLD:
            _copy_first_articles(project, author)


def _copy_first_articles(project: Project, author: str) -> None:
    own = [
        msgspec.structs.replace(record, layer=author)
        for record in project.records(layer=GOLD)
        if (project.number(record.article.id) or 0) <= SHOWN
    ]
    with project.importing("corpora") as into:
        for record in own:
            into.add(record)


def _put_in_place(part: Path, path: Path) -> None:
    """Give the finished file its name, unless another file has taken it in the meantime."""
    try:
        os.link(part, path)
    except FileExistsError:
        raise ProjectRefused(
            "There is a file {file} already.", kept="It was left as it is.", file=path
        ) from None
    except OSError:  # a file system without hard links, such as that of a USB stick
        if path.exists():
            raise ProjectRefused(
                "There is a file {file} already.", kept="It was left as it is.", file=path
            ) from None
        part.rename(path)
