"""Reads single quotation marks: of which kind they are, and what their surroundings say of them.

Which mark belongs to which is not decided here but in ``quotemarks``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from annotator.text.sentences import INVISIBLE, Line, lines

__all__ = ["PASSED_OVER", "Mark", "Role", "beginnings", "could_reopen", "marks_of"]


class Role(Enum):
    """What a mark does."""

    OPEN = "open"
    CLOSE = "close"


_MARK = re.compile("''|‘‘|’’|[“”„‟\"＂«»‹›‘’']")
_KINDS: dict[str, tuple[str, Role | None]] = {
    **dict.fromkeys(("“", "„", "‟", "‘‘"), ("curly", Role.OPEN)),
    **dict.fromkeys(("”", "’’"), ("curly", Role.CLOSE)),
    **dict.fromkeys(('"', "＂", "''"), ("straight", None)),
    "«": ("guillemet", Role.OPEN),
    "»": ("guillemet", Role.CLOSE),
    "‹": ("angle", Role.OPEN),
    "›": ("angle", Role.CLOSE),
    **dict.fromkeys(("‘", "’", "'"), ("single", None)),
}
PASSED_OVER = frozenset(INVISIBLE) | frozenset("“”„‟\"＂«»‹›‘’'")
"""What stands between a mark and the characters that tell its role."""
_FREE_BEFORE = frozenset("([{<ـ-–—:/")
_FREE_AFTER = frozenset(".,،;؛:!?؟…)]}>/-–—")
_PROCLITICS = re.compile(r"(?:^|\W)(?=[وفبلكسا])[وف]?[بلكس]?(?:ال|ل)?ـ*\Z")
_INCHES = frozenset(('"', "＂", "''", "”"))
_FEW = 8
"""How far the sides of a mark are looked at, past other marks."""


class Mark(NamedTuple):
    """A mark that can be a quotation mark, at ``start..end``."""

    start: int
    end: int
    kind: str
    hint: Role | None
    """What the glyph says."""
    context: Role | None
    """What the characters on both sides say."""
    after_digit: bool


@lru_cache(maxsize=256)
def marks_of(text: str, line: Line) -> tuple[Mark, ...]:
    """Return the marks of a line that can be quotation marks. The last lines are remembered."""
    found = tuple(_mark(text, line, match) for match in _MARK.finditer(text, line.start, line.end))
    if not any(mark.kind == "single" for mark in found):
        return found
    quoting = _quoting_singles([mark for mark in found if mark.kind == "single"])
    return tuple(mark for mark in found if mark.kind != "single" or mark in quoting)


def _mark(text: str, line: Line, match: re.Match[str]) -> Mark:
    kind, hint = _KINDS[match.group()]
    start, end = match.span()
    before, after = _left(text, line, start), _right(text, line, end)
    left_free = not before or before.isspace() or before in _FREE_BEFORE
    right_free = not after or after.isspace() or after in _FREE_AFTER
    if not left_free and not right_free:
        left_free = bool(_PROCLITICS.search(text[max(line.start, start - _FEW) : start]))
    context = None
    if left_free != right_free:
        context = Role.OPEN if left_free else Role.CLOSE
    inches = match.group() in _INCHES and start > line.start and text[start - 1].isdecimal()
    return Mark(start, end, kind, hint, context, inches)


def _left(text: str, line: Line, start: int) -> str:
    """Return the first character before ``start`` that is no mark and not invisible, or ''."""
    for at in range(start - 1, max(line.start, start - _FEW) - 1, -1):
        if text[at] not in PASSED_OVER:
            return text[at]
    return ""


def _right(text: str, line: Line, end: int) -> str:
    for at in range(end, min(line.end, end + _FEW)):
        if text[at] not in PASSED_OVER:
            return text[at]
    return ""


def _quoting_singles(marks: Sequence[Mark]) -> set[Mark]:
    """Return the single marks that pair: the others are apostrophes, feet or minutes."""
    pairs: set[Mark] = set()
    opening: Mark | None = None
    for mark in marks:
        if mark.context is Role.OPEN:
            opening = mark
        elif mark.context is Role.CLOSE and opening:
            if mark.start - opening.end > 1:
                pairs |= {opening, mark}
            opening = None
    return pairs


def could_reopen(text: str, line: Line, mark: Mark) -> bool:
    """Tell whether ``mark`` stands first in its line and opens, as it does in a new paragraph."""
    before = text[line.start : mark.start]
    first = all(char.isspace() or char in INVISIBLE for char in before)
    return first and mark.kind != "single" and mark.context is Role.OPEN


@lru_cache(maxsize=8)
def beginnings(text: str) -> tuple[int, ...]:
    """Return the lines where the reading of quotations may begin, and the number of lines, or 1."""
    rows = lines(text)
    found = (at for at in range(1, len(rows)) if _independent(text, rows, at))
    return (0, *found, max(1, len(rows)))


def _independent(text: str, rows: Sequence[Line], at: int) -> bool:
    """Tell whether no quotation from before line ``at`` can reach it, whatever is open there."""
    line = rows[at]
    if not (line.fresh or rows[at - 1].last):
        return False
    marks = marks_of(text, line)
    if marks and could_reopen(text, line, marks[0]):
        return False
    return line.fresh or bool(marks and marks[0].context is Role.OPEN)
