"""Keys under every layout: which key of the action table was pressed, whatever it types.

Where the layout types Latin letters, the letter counts: the Maghreb writes on AZERTY. Where it does
not, the physical key counts, as on a US keyboard: under an Arabic layout the key marked P types ح,
and neither a shortcut `P` nor `Ctrl+K` of Qt would ever fire. Arabic-Indic digits are digits.

Keys are named as in the action table: `Q`, `7`, `[`, `{`, `Left`, `Shift+Left`, `Ctrl+K`, `Return`.
"""

from __future__ import annotations

import sys
import unicodedata

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QKeyEvent

_NAMED = {
    Qt.Key.Key_Left: "Left", Qt.Key.Key_Right: "Right", Qt.Key.Key_Up: "Up",
    Qt.Key.Key_Down: "Down", Qt.Key.Key_Home: "Home", Qt.Key.Key_End: "End",
    Qt.Key.Key_PageUp: "PageUp", Qt.Key.Key_PageDown: "PageDown", Qt.Key.Key_Tab: "Tab",
    Qt.Key.Key_Return: "Return", Qt.Key.Key_Enter: "Return", Qt.Key.Key_Escape: "Escape",
    Qt.Key.Key_Delete: "Delete", Qt.Key.Key_Backspace: "Backspace", Qt.Key.Key_Menu: "Menu",
    Qt.Key.Key_Space: "Space",
    **{Qt.Key(Qt.Key.Key_F1 + n): f"F{n + 1}" for n in range(12)},
}  # fmt: skip

# The main block of a US keyboard. These codes are IBM's scan code set 1, which Windows reports as
# it is, and which Linux keeps as its own key codes; X11 and Wayland add 8.
_ROWS = (
    (0x02, "1234567890-="), (0x10, "QWERTYUIOP[]"), (0x1E, "ASDFGHJKL;'`"), (0x2C, "ZXCVBNM,./"),
)  # fmt: skip
_SCAN = {start + n: key for start, row in _ROWS for n, key in enumerate(row)}
# The virtual key codes of a Mac (HIToolbox, Events.h: kVK_ANSI_…).
_MAC = dict(
    zip(
        (0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08, 0x09, 0x0B, 0x0C, 0x0D, 0x0E, 0x0F,
         0x10, 0x11, 0x12, 0x13, 0x14, 0x15, 0x16, 0x17, 0x18, 0x19, 0x1A, 0x1B, 0x1C, 0x1D, 0x1E,
         0x1F, 0x20, 0x21, 0x22, 0x23, 0x25, 0x26, 0x27, 0x28, 0x29, 0x2B, 0x2C, 0x2D, 0x2E, 0x2F),
        "ASDFHGZXCVBQWERYT123465=97-80]OU[IPLJ'K;,/NM.",
        strict=True,
    )
)  # fmt: skip
_X11_SHIFT = 8
_SIGNS = "[]{}+-="
_TWINS = {"[": "{", "]": "}"}
_FIRST_SPECIAL = 0x01000000


def name_of(event: QKeyEvent) -> str | None:
    """The key's name as the action table writes it, or None for keys that have no name there."""
    held = event.modifiers()
    shift = bool(held & Qt.KeyboardModifier.ShiftModifier)
    named = _named(event)
    if named is not None:
        backtab = event.key() == Qt.Key.Key_Backtab
        return _with_modifiers(named, held, shift=shift or backtab)
    typed = _typed(event)
    if typed == "-" and not held & Qt.KeyboardModifier.ControlModifier:
        # AZERTY types it at the place of the 6; only zooming means the sign itself.
        typed = None
    if typed is not None and typed in _SIGNS:
        return typed if typed in "[]{}" else _with_modifiers(typed, held, shift=False)
    base = typed or _physical(event)
    if base is None or (typed is None and base.isdigit() and shift):
        return None
    if base in _TWINS and not held & Qt.KeyboardModifier.ControlModifier:
        return _TWINS[base] if shift else base
    # AZERTY types digits with Shift: they are digits all the same.
    return _with_modifiers(base, held, shift=shift and not base.isdigit())


def _named(event: QKeyEvent) -> str | None:
    if event.key() == Qt.Key.Key_Backtab:
        return "Tab"
    try:
        return _NAMED.get(Qt.Key(event.key()))
    except ValueError:
        return None


def _typed(event: QKeyEvent) -> str | None:
    """The Latin letter, digit or sign that the layout types, upper-case; None for the rest."""
    text = event.text()
    if len(text) == 1 and text in _SIGNS:
        return text
    key = event.key()
    if not 0 < key < _FIRST_SPECIAL:
        return None
    char = chr(key) if key <= sys.maxunicode else ""
    if char and (char in _SIGNS or (char.isascii() and char.isalnum())):
        return char.upper()
    digit = unicodedata.decimal(char, None) if char else None
    return str(digit) if digit is not None else None


def _physical(event: QKeyEvent) -> str | None:
    """What the physical key is on a US keyboard, where the layout leaves that to be decided."""
    found = _us_key(event)
    if found is None:
        return None
    # A Latin layout decides over its letters itself: its comma may lie where the M of US lies.
    # Only the digit row and the brackets are taken by place there (AZERTY, QWERTZ).
    if found.isalpha() and _types_latin(event):
        return None
    return found


def _us_key(event: QKeyEvent) -> str | None:
    if sys.platform == "darwin":
        return _MAC.get(event.nativeVirtualKey())
    scan = event.nativeScanCode()
    return _SCAN.get(scan if sys.platform == "win32" else scan - _X11_SHIFT)


def _types_latin(event: QKeyEvent) -> bool:
    """Whether the key types what a Latin layout has: ASCII signs, Latin letters, dead accents."""
    key = event.key()
    if Qt.Key.Key_Dead_Grave <= key <= Qt.Key.Key_Dead_Longsolidusoverlay:
        return True
    char = event.text() or (chr(key) if 0 < key <= sys.maxunicode else "")
    return bool(char) and all(one < "\u0250" for one in char)


def _with_modifiers(name: str, held: Qt.KeyboardModifier, *, shift: bool) -> str:
    prefix = "Ctrl+" if held & Qt.KeyboardModifier.ControlModifier else ""
    prefix += "Alt+" if held & Qt.KeyboardModifier.AltModifier else ""
    prefix += "Shift+" if shift else ""
    return prefix + name


def types_arabic(event: QKeyEvent) -> bool | None:
    """Whether the layout in use types Arabic, as far as this key tells; None if it does not."""
    char = event.text()[:1]
    if not char.isalpha() and 0 < event.key() < _FIRST_SPECIAL and event.key() <= sys.maxunicode:
        # Held with Ctrl a letter types a control character; its key still is the letter.
        char = chr(event.key())
    if char.isalpha():
        return unicodedata.bidirectional(char) == "AL"
    # Only Arabic layouts have the vowel signs.
    return True if "\u064b" <= char <= "\u0652" else None


def is_arabic(layout: QLocale) -> bool | None:
    """Whether a layout types Arabic letters; None where the system does not say which it is."""
    if layout.language() == QLocale.Language.C:
        return None
    return layout.script() == QLocale.Script.ArabicScript
