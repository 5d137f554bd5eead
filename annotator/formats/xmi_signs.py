"""Characters that XML cannot hold: signs that stand for them in a file, and the way back.

The signs are Unicode's pictures of control characters (␋ for U+000B), one for one, so that no
offset moves; where they stand is declared in the file. Which features are signed is decided in
`xmi_writing`. Files in XML 1.1, which can hold control characters, are made XML 1.0 here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from annotator.errors import UserError
from annotator.formats.keeping import CONTROLS
from annotator.formats.lines import BOM

Places = dict[str, list[int]]
"""Where a sign stands for a character, by its number in hexadecimal: `{"000B": [12, 40]}`."""

_PICTURES, _UNKNOWN = 0x2400, "\ufffd"
_VERSION = re.compile(rb"""\A(<\?xml\s+version\s*=\s*["'])1\.1(?=["'])""")
_REFERENCE = re.compile(r"&#(?:x([0-9A-Fa-f]{1,6})|([0-9]{1,7}));")
_PRIVATE = range(0xE000, 0xF8E0, 0x20)


def sign_of(char: str) -> str:
    """What stands for a character: its picture, or `�` where it has none."""
    return chr(_PICTURES + ord(char)) if char < " " else _UNKNOWN


def signed(words: str) -> str:
    """The words with signs for what XML cannot hold."""
    return CONTROLS.sub(lambda found: sign_of(found.group()), words)


def places(text: str) -> Places:
    """Where `signed` has exchanged something, in code points."""
    found: Places = {}
    for one in CONTROLS.finditer(text):
        found.setdefault(f"{ord(one.group()):04X}", []).append(one.start())
    return found


def restored(text: str, declared: Any) -> str:
    """The text with the characters that signs stand for. Only what was signed is believed."""
    if not isinstance(declared, Mapping):
        return text
    chars = list(text)
    for code, where in declared.items():
        char = _meant(code)
        for place in where if char and isinstance(where, list) else ():
            if type(place) is int and 0 <= place < len(text) and text[place] == sign_of(char):
                chars[place] = char
    return "".join(chars)


def _meant(code: str) -> str:
    try:
        char = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return char if char != "\0" and CONTROLS.match(char) else ""


def unsealed(data: bytes) -> tuple[bytes, dict[int, str]]:
    """A file in XML 1.1 as XML 1.0, and what its strings are to be translated by afterwards."""
    whole = data.removeprefix(BOM)
    if not _VERSION.match(whole):
        return data, {}
    try:
        text = _VERSION.sub(rb"\g<1>1.0", whole).decode()
    except UnicodeDecodeError:
        raise UserError("The file is in XML 1.1, but not in UTF-8.") from None
    if not any(_sealed(one) for one in _REFERENCE.finditer(text)):
        return text.encode(), {}
    base = _free(text)
    text = _REFERENCE.sub(
        lambda one: chr(base + _number(one)) if _sealed(one) else one.group(), text
    )
    return text.encode(), {base + code: chr(code) for code in range(1, 0x20)}


def _number(reference: re.Match[str]) -> int:
    hexadecimal, decimal = reference.groups()
    return int(hexadecimal, 16) if hexadecimal else int(decimal)


def _sealed(reference: re.Match[str]) -> bool:
    number = _number(reference)
    return 0 < number < 0x20 and number not in (0x9, 0xA, 0xD)


def _free(text: str) -> int:
    """The first of 32 private characters in a row, none of which the file has."""
    used = {number // 0x20 for number in map(ord, set(text))}
    used |= {_number(one) // 0x20 for one in _REFERENCE.finditer(text)}
    free = next((base for base in _PRIVATE if base // 0x20 not in used), None)
    if free is None:
        raise UserError("The file has control characters and no private character left for them.")
    return free
