"""Keeps the README's table of formats in step with the program's: `python -m tests.tools.keytable`.

The table stands between two markers and is made from `annotator.formats.FORMATS`.
"""

from __future__ import annotations

from annotator.formats import FORMATS, Format
from annotator.formats.losses import never_carried

BEGIN, END = "<!-- formats -->", "<!-- /formats -->"
_WAYS = {"r": "in", "w": "out", "rw": "in and out"}
_SHAPES = {"file": "file", "folder": "folder or zip", "either": "file, folder or zip"}


def table() -> str:
    """The formats in Markdown, a row for each."""
    rows = ["| `--format` | is | goes | as a | does not carry |", "|---|---|---|---|---|"]
    return "\n".join([*rows, *map(_row, FORMATS)])


def _row(format: Format) -> str:
    suffixes = " ".join(f"`{suffix}`" for suffix in format.suffixes)
    shape = f"{_SHAPES[format.shape]} {suffixes}".rstrip()
    lost = ", ".join(never_carried(format)) if format.writes else "takes texts only"
    if format.writes and not format.comes_back:
        lost = f"takes texts with metadata, writes annotations without: {lost}"
    cells = (f"`{format.name}`", format.title, _WAYS[format.ways], shape, lost or "–")
    return "| " + " | ".join(cells) + " |"


def renewed(readme: str) -> str:
    """The README's text with the table made anew; ValueError if a marker is missing."""
    before, begin, rest = readme.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"README.md lacks the marker {END if begin else BEGIN}")
    return f"{before}{BEGIN}\n{table()}\n{END}{after}"
