"""Tells screen readers a sentence. What is said, and when, is decided elsewhere (see `speech`).

Where no screen reader runs, nothing is sent.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

_ISOLATES = dict.fromkeys(range(0x2066, 0x206A))


class _Voice(QObject):
    said = Signal(str)
    """This was given to the screen reader."""


voice = _Voice()
"""The one voice of the program, for those who want to know what it says."""


def plain(sentence: str) -> str:
    """A sentence without the marks that only order its parts for the eye."""
    return sentence.translate(_ISOLATES)


def listening() -> bool:
    """Whether a screen reader runs."""
    return bool(QAccessible.isActive())


def tell(widget: QWidget, sentence: str, *, urgent: bool = False) -> None:
    """Say `sentence` on behalf of a widget; an urgent one interrupts what is being said."""
    if not sentence or not listening():
        return
    event = QAccessibleAnnouncementEvent(widget, plain(sentence))
    ways = QAccessible.AnnouncementPoliteness
    event.setPoliteness(ways.Assertive if urgent else ways.Polite)
    QAccessible.updateAccessibility(event)
    voice.said.emit(plain(sentence))
