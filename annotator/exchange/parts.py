"""Writes a folder of one or several parts with its card beside them, wholly or not at all."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from annotator.exchange import guidelines
from annotator.exchange.card import Facts, card
from annotator.exchange.counting import Counted, Progress
from annotator.exchange.documenting import Digests, documented
from annotator.exchange.facts import Gathering
from annotator.exchange.tree import Written, write_folder, write_zip
from annotator.formats import Format, Piece, WriteOptions
from annotator.model.article import Status

if TYPE_CHECKING:
    from annotator.store import Project

ALL = "articles"
"""What the only part of an export is called that is not split."""


class Stated(NamedTuple):
    """What only a person can say of a dataset; None where nobody has."""

    licence: str | None = None
    date: str | None = None


NOTHING = Stated()


class Plan(NamedTuple):
    """What to write. `parts` are the ids of the articles of each part, None for all articles.

    `how` says what put the articles into the parts, "" where they are not split; `copies` counts
    the groups of near-duplicates.
    """

    format: Format
    options: WriteOptions
    layer: str | None
    status: Status | None
    parts: Mapping[str, frozenset[str] | None]
    how: str = ""
    copies: int = 0


def write_parts(
    project: Project, path: Path, plan: Plan, stated: Stated, progress: Progress | None
) -> tuple[Written, Gathering]:
    """Put the folder, or a zip if the name says so, at `path`; answers what is in it too."""
    gathering = Gathering(plan.format, plan.options)
    pages, _ = guidelines.pages_of(project)

    def made(files: Digests, front: str) -> str:
        facts = Facts(
            plan.format, project.labels, gathering.parts, gathering.pairs,
            pages, files, plan.how, plan.copies, *stated, gathering.lost,
            plan.options.scheme if "scheme" in plan.format.options else None,
        )  # fmt: skip
        return card(facts, front)

    pieces = _pieces(project, plan, gathering, progress)
    put = write_zip if path.suffix.lower() == ".zip" else write_folder
    written = put(path, documented(pieces, plan.format, pages, made), plan.format.name)
    return written, gathering


def _pieces(
    project: Project, plan: Plan, gathering: Gathering, progress: Progress | None
) -> Iterator[Piece]:
    digests: dict[str, hashlib._Hash] = {}
    for part, ids in plan.parts.items():
        records = project.records(layer=plan.layer, status=plan.status)
        if ids is not None:
            chosen = ids
            records = (record for record in records if record.article.id in chosen)
        counted = Counted(records, project.count() if ids is None else len(ids), progress)
        passing = gathering.passing(part, counted)
        options = msgspec.structs.replace(plan.options, part=part if plan.how else "train")
        for given, piece in plan.format.write(passing, options):
            member = _member(plan, part, given)
            digests.setdefault(member, hashlib.sha256()).update(piece)
            yield member, piece
    found = {member: digest.hexdigest() for member, digest in digests.items()}
    yield from plan.format.closing(plan.options, found)


def _member(plan: Plan, part: str, member: str) -> str:
    if not member:
        return f"{part}{(*plan.format.suffixes, '')[0]}"
    return f"{part}/{member}" if plan.how and not plan.format.names_parts else member
