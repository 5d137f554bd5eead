"""The article as screen readers see it: its text, the caret, what is in focus and its label.

Qt counts UTF-16 units here; everything is converted at once. `QAccessibleTextInterface` is
abstract, and Qt for Python binds neither its selections nor its attributes (PySide6 6.11 leaves out
functions that answer through pointers): selections are therefore not offered but announced, see
`speech`. Two facts of the binding, found by trying: `interface_cast` must answer an object or a
`VoidPtr`, never an int; and what a factory has made is kept until the program ends, so it must not
keep a window in its turn.
"""

from __future__ import annotations

import weakref
from functools import cache

import shiboken6
from PySide6.QtCore import QObject, QPoint, QPointF, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleTextInterface
from PySide6.QtWidgets import QAccessibleWidget

from annotator.desktop import speech
from annotator.desktop.article.display import substitute
from annotator.desktop.article.view import ArticleView
from annotator.desktop.workspace import Workspace
from annotator.model.spans import Span
from annotator.text.offsets import Utf16
from annotator.text.tokens import nearest_word


class ArticleText(QAccessibleTextInterface):
    """The text and the caret. Offsets are UTF-16 units of what is shown."""

    def __init__(self, view: ArticleView) -> None:
        super().__init__()
        self._view: ArticleView = weakref.proxy(view)
        self._known: str | None = None
        self._shown, self._utf16 = "", Utf16("")

    @property
    def _workspace(self) -> Workspace:
        return self._view.workspace

    def _text(self) -> str:
        """What is shown: one code point for each of the text, none that Qt would drop."""
        text = self._workspace.text
        if text is not self._known:
            self._known, self._shown, self._utf16 = text, substitute(text), Utf16(text)
        return self._shown

    def _point(self, unit: int) -> int:
        length = len(self._text())
        return length if unit < 0 else min(self._utf16.point(unit), length)

    def characterCount(self) -> int:
        """How long the text is."""
        length = len(self._text())
        return self._utf16.units(length)

    def text(self, start: int, end: int) -> str:
        """A part of the text; an end of -1 is the end of all."""
        return self._text()[self._point(start) : self._point(end)]

    def cursorPosition(self) -> int:
        """Where the word at the cursor begins."""
        self._text()
        return self._utf16.units(self._workspace.cursor[0])

    def setCursorPosition(self, position: int) -> None:
        """Bring the cursor to the word there."""
        word = nearest_word(self._workspace.text, self._point(position))
        if word is not None:
            self._workspace.set_cursor(word)

    def characterRect(self, offset: int) -> QRect:
        """Where a character is on the screen; nothing where it is not in view."""
        place = self._point(offset)
        boxes = self._view.rects(place, place + 1)
        if not boxes:
            return QRect()
        area = boxes[0].toAlignedRect()
        return QRect(self._view.viewport().mapToGlobal(area.topLeft()), area.size())

    def offsetAtPoint(self, point: QPoint) -> int:
        """The character at a point of the screen, -1 without an article."""
        self._text()
        place = self._view.position_at(QPointF(self._view.viewport().mapFromGlobal(point)))
        return self._utf16.units(place) if place is not None else -1

    def scrollToSubstring(self, start: int, end: int) -> None:
        """Bring a part of the text into view."""
        self._view.ensure_visible(self._point(start), self._point(end))

    def selectionCount(self) -> int:
        """None is offered: where it lies could not be answered."""
        return 0

    def addSelection(self, start: int, end: int) -> None:
        """Select characters."""
        first, last = sorted((self._point(start), self._point(end)))
        self._workspace.select(Span.of(first, last) if first < last else None)

    def setSelection(self, index: int, start: int, end: int) -> None:
        """Select other characters: there is only one selection."""
        self.addSelection(start, end)

    def removeSelection(self, index: int) -> None:
        """Drop the selection."""
        self._workspace.select(None)


class ArticleAccess(QAccessibleWidget):
    """The widget: which article it shows, and what is in focus in it."""

    def __init__(self, view: ArticleView) -> None:
        super().__init__(view, QAccessible.Role.EditableText)
        self._view: ArticleView = weakref.proxy(view)
        self._text = ArticleText(view)

    def text(self, kind: QAccessible.Text) -> str:
        """Name: the article; description: what is in focus; value: the text."""
        if kind == QAccessible.Text.Name:
            return speech.article(self._view.workspace) or super().text(kind)
        if kind == QAccessible.Text.Description:
            return speech.here(self._view.workspace)
        if kind == QAccessible.Text.Value:
            return self._text.text(0, -1)
        return super().text(kind)

    def state(self) -> QAccessible.State:
        """Read, not written: keys annotate the text and never change it."""
        state = super().state()
        state.readOnly = state.multiLine = state.selectableText = True
        return state

    def interface_cast(  # type: ignore[override]
        self, kind: QAccessible.InterfaceType
    ) -> QAccessibleTextInterface | shiboken6.VoidPtr:
        """The text beside what every widget has."""
        if kind == QAccessible.InterfaceType.TextInterface:
            return self._text
        return shiboken6.VoidPtr(super().interface_cast(kind) or 0)


def _made(key: str, widget: QObject) -> QAccessibleInterface | None:
    if not isinstance(widget, ArticleView):
        return None
    return ArticleAccess(widget)


@cache
def install() -> None:
    """Let Qt ask here for the interface of every article view; once in a process."""
    QAccessible.installFactory(_made)
