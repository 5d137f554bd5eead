"""Brackets and quotation marks that come in twos, and what a stretch of text lacks of a pair.

Names end in marks that no word holds: شركة «نسيم نوفا» (Nassim Nova). Whoever selects by words up
to the last one means the mark behind it, too, if its partner is inside. Which quotation is which is
not asked here, see `quotemarks`.
"""

from __future__ import annotations

__all__ = ["with_partners"]

_CLOSING = {"(": ")", "[": "]", "{": "}", "«": "»", "‹": "›", "<": ">"}
_OPENING = {closing: opening for opening, closing in _CLOSING.items()}
_EITHER = {**dict.fromkeys('"＂', "straight"), **dict.fromkeys("“”„‟", "curly")}
"""Marks that news sets either way round: they come in twos, whichever comes first."""
_LONGEST = 2_000
"""In a longer stretch nobody looks for partners."""


def with_partners(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range with the marks at its edges whose partner is inside, in code points.

    A mark counts if it stands right behind the range and its partner, the last that is still open,
    is inside; or right in front, and what closes it is inside. Several in a row count one by one.
    """
    while 0 < end - start <= _LONGEST:
        opened, closed = _alone(text[start:end])
        if opened and end < len(text) and _closes(opened[-1], text[end]):
            end += 1
        elif closed and start and _closes(text[start - 1], closed[0]):
            start -= 1
        else:
            break
    return start, end


def _alone(stretch: str) -> tuple[list[str], list[str]]:
    """Return the marks without a partner: those that are open at the end, and those that close."""
    opened: list[str] = []
    closed: list[str] = []
    for at, char in enumerate(stretch):
        if char in _EITHER and at and stretch[at - 1].isdecimal() and not _waits(opened, char):
            continue  # inches
        if opened and _closes(opened[-1], char):
            opened.pop()
        elif char in _CLOSING or char in _EITHER:
            opened.append(char)
        elif char in _OPENING:
            closed.append(char)
    return opened, closed


def _waits(opened: list[str], char: str) -> bool:
    return bool(opened) and _closes(opened[-1], char)


def _closes(opening: str, closing: str) -> bool:
    kind = _EITHER.get(opening)
    return _EITHER.get(closing) == kind if kind else _CLOSING.get(opening) == closing
