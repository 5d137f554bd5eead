"""Looks at what is to be imported: which format each file is in, before anything is read in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from annotator import formats
from annotator.errors import UserError
from annotator.exchange.folders import expanded
from annotator.exchange.report import Refusal, source_name

MOST = 200
"""Files that are looked at; the others of a folder are recognised when they are read."""


class Look(NamedTuple):
    """How many files there are of each format, by its name, and why others are of none.

    `files` counts all, also those that have not been looked at.
    """

    files: int
    formats: Counter[str]
    unknown: tuple[Refusal, ...]


def look(paths: Sequence[Path]) -> Look:
    """See what these files, and those of these folders and zips, are taken for."""
    sources = expanded(paths).sources
    found: Counter[str] = Counter()
    unknown: list[Refusal] = []
    for source, problem in sources[:MOST]:
        try:
            if problem is not None:
                raise problem
            found[formats.recognised(source).name] += 1
        except UserError as error:
            unknown.append(Refusal(source_name(source), 0, error))
    return Look(len(sources), found, tuple(unknown))
