"""Keeps the README's table of checks in step with the program's: `python -m tests.tools.keytable`.

The table stands between two markers and is made from `annotator.quality.checks.CHECKS`.
"""

from __future__ import annotations

from annotator.quality.checks import CHECKS, Check

BEGIN, END = "<!-- checks -->", "<!-- /checks -->"


def table() -> str:
    """The checks in Markdown, a row for each."""
    rows = ["| check | finds | looks at | fix |", "|---|---|---|---|"]
    return "\n".join([*rows, *map(_row, CHECKS)])


def _row(check: Check) -> str:
    looks_at = "articles that are done" if check.done_only else "all articles"
    when = "" if check.sure or not check.fix else ", only when the check is named"
    fix = f"{check.fix}{when}" if check.fix else "–"
    return f"| `{check.id}` | **{check.title}.** {check.help} | {looks_at} | {fix} |"


def renewed(readme: str) -> str:
    """The README's text with the table made anew; ValueError if a marker is missing."""
    before, begin, rest = readme.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"README.md lacks the marker {END if begin else BEGIN}")
    return f"{before}{BEGIN}\n{table()}\n{END}{after}"
