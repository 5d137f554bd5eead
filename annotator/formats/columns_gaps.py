"""What stands between tokens, in the words of Universal Dependencies: texts come back exactly.

`SpaceAfter=No` behind a token that the next one is written onto, `SpacesAfter=\\n` where more or
other than one space follows. Escapes are those of UDPipe (`\\s \\t \\r \\n`), and `\\u00a0` for
rarer space.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from annotator.errors import UserError
from annotator.formats.tokens import Token

NOTHING = "_"
NO_SPACE = "SpaceAfter=No"
_SPACES = "SpacesAfter="
_NAMED = {" ": "\\s", "\t": "\\t", "\n": "\\n", "\r": "\\r"}
_MEANT = {short[1]: space for space, short in _NAMED.items()}
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))", re.DOTALL)


def gap_cell(gap: str, usual: str = " ") -> str:
    """The cell that tells of a gap; `_` for the one that goes without saying."""
    if gap == usual:
        return NOTHING
    if not gap:
        return NO_SPACE
    return _SPACES + "".join(_NAMED.get(char) or f"\\u{ord(char):04x}" for char in gap)


def gaps_of(text: str, tokens: Sequence[Token]) -> list[str]:
    """What stands behind each token, up to the next one or the end of the text."""
    following = [*(start for start, _, _ in tokens[1:]), len(text)]
    return [text[end:start] for (_, end, _), start in zip(tokens, following, strict=False)]


def gap_of(cell: str) -> str | None:
    """The gap that a cell tells of, perhaps among other things; None if it tells nothing."""
    for one in cell.split("|") if "Space" in cell else ():
        if one == NO_SPACE:
            return ""
        if one.startswith(_SPACES):
            gap = _ESCAPE.sub(_meant, one.removeprefix(_SPACES))
            if gap and not gap.isspace():
                raise UserError("There is more than white space in {cell}.", cell=cell[:60])
            return gap
    return None


def _meant(escape: re.Match[str]) -> str:
    code, letter = escape.groups()
    return chr(int(code, 16)) if code else _MEANT.get(letter, escape.group())
