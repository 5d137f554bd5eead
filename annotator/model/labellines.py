"""Finds the line of a label set's file that a problem speaks of, since `tomllib` keeps no lines.

Looks for headings and keys as people write them, one to a line. Where a file is written otherwise,
the nearest heading is the answer, or none: a line that is named has to be right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from annotator.model.labelproblems import Step

_HEADING = re.compile(r"\s*\[")


def line_of(source: str, where: Sequence[Step], key: str) -> int | None:
    """The number, from 1, of the line of `key` in the table at `where`; None if it is unknown."""
    if '"""' in source or "'''" in source:
        return None  # what looks like a heading may be text
    lines = source.split("\n")
    start, end, path, found = 0, len(lines), "", None
    for step in where:
        name = step.table.strip("[]")
        path = f"{path}.{name}" if path else name
        at = _heading(lines, start, end, path, step.number)
        if at is not None:
            start, end = at + 1, _end(lines, at + 1, end, path)
        else:  # written inside of its table, maybe on a line
            at = _key(lines, start, end, name)
            if at is None:
                return found
            start, end = at, at + 1
        found = at + 1
    at = _key(lines, start, end, key) if key else None
    return at + 1 if at is not None else found or _top_heading(lines, key)


def _heading(lines: list[str], start: int, end: int, path: str, number: int | None) -> int | None:
    """The index of the `number`th `[[path]]`."""
    places = list(_headings(lines, start, end, path)) if number is not None else []
    return places[number - 1] if number is not None and number <= len(places) else None


def _headings(lines: list[str], start: int, end: int, path: str) -> Iterator[int]:
    wanted = re.compile(rf"\s*\[\[\s*{re.escape(path)}\s*\]\]")
    return (at for at in range(start, end) if wanted.match(lines[at]))


def _end(lines: list[str], start: int, end: int, path: str) -> int:
    """Where the table ends: at the next heading that is not one of its own."""
    own = re.compile(rf"\s*\[+\s*{re.escape(path)}\s*\.")
    return next(
        (at for at in range(start, end) if _HEADING.match(lines[at]) and not own.match(lines[at])),
        end,
    )


def _key(lines: list[str], start: int, end: int, key: str) -> int | None:
    """The index of the line that begins with the key, before the next heading."""
    wanted = re.compile(rf"""\s*["']?{re.escape(key)}["']?\s*[.=]""")
    for at in range(start, end):
        if at > start and _HEADING.match(lines[at]):
            return None
        if wanted.match(lines[at]):
            return at
    return None


def _top_heading(lines: list[str], key: str) -> int | None:
    wanted = re.compile(rf"\s*\[+\s*{re.escape(key)}\s*[\].]")
    return next((at + 1 for at, line in enumerate(lines) if key and wanted.match(line)), None)
