"""Spreads a step of the wheel over a few frames, so that the eye can follow the lines."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStyle, QWidget

_FRAME = 16
"""Milliseconds from one picture to the next."""
_PART = 0.4
"""How much of what is left to go is gone with each picture: quick at first, then gentle."""
_LAST = 4.0
"""Pixels that are gone at once: slower than this the end would crawl."""


class Glide:
    """Calls `scroll` until the way is gone, or it says that it cannot go on.

    At once where the system wants no motion.
    """

    def __init__(self, widget: QWidget, scroll: Callable[[float], bool]) -> None:
        self._widget, self._scroll = widget, scroll
        self._left = 0.0
        self._timer = QTimer(widget, interval=_FRAME)
        self._timer.timeout.connect(self._go_on)

    def by(self, way: float) -> None:
        """Go so many pixels further than was to be gone already."""
        self._left += way
        hint = QStyle.StyleHint.SH_Widget_Animation_Duration
        if self._widget.style().styleHint(hint, None, self._widget) <= 0:
            self._finish()
        elif not self._timer.isActive():
            self._timer.start()
            self._go_on()

    @property
    def under_way(self) -> bool:
        """Whether there is some way left to go."""
        return self._timer.isActive()

    def stop(self) -> None:
        """Stay here: something else leads elsewhere."""
        self._left = 0.0
        self._timer.stop()

    def _go_on(self) -> None:
        if abs(self._left) <= _LAST:
            self._finish()
            return
        step = float(round(self._left * _PART))
        self._left -= step
        if not self._scroll(step):
            self.stop()

    def _finish(self) -> None:
        rest = self._left
        self.stop()
        if rest:
            self._scroll(rest)
