"""A text of the inspector that is typed: a note, or an attribute without fixed values.

While it is typed its keys are text: only those that leave the field mean anything more. It is
handed over once, when typing ends with a change; storing it is done elsewhere.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QFontMetrics, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from annotator.desktop import editing, theme
from annotator.desktop.article.display import reads_leftwards, substitute
from annotator.desktop.inspecting import LONGEST, storable
from annotator.desktop.keys import name_of
from annotator.desktop.language import tr
from annotator.desktop.panels.card import plain_label
from annotator.desktop.panels.fields import Field
from annotator.desktop.panels.rows import one_line

_FRAME = 16
"""What a text's border, padding and margin take of its height, in pixels."""


class FreeText(QPlainTextEdit):
    """A plain text of some lines. `committed` is emitted once, when typing ends with a change."""

    committed = Signal(str)
    refused = Signal()
    stepped = Signal(int)
    left = Signal()
    keyboardMoved = Signal()  # noqa: N815 -- Qt's way of writing signals

    def __init__(self, lines: tuple[int, int], parent: QWidget | None = None) -> None:
        """`lines`: as how many lines it stands at least, and at most before it scrolls."""
        super().__init__(parent)
        self._lines = lines
        self._in_menu = False
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFont(theme.font())
        self.document().setDocumentMargin(2)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.textChanged.connect(self._turn)
        self._turn()
        self._fit()

    def _turn(self) -> None:
        """Stand where the text begins; without one, where the interface does."""
        shown = self.toPlainText()
        leftwards = reads_leftwards(shown) if shown.strip() else self.isRightToLeft()
        editing.turn(self, leftwards=leftwards)

    def show_text(self, text: str, *, editable: bool) -> None:
        """Show a stored text. What is being typed here is not disturbed by the same text."""
        too_long = len(text) > LONGEST
        shown = text[:LONGEST] + "…" if too_long else text
        self.setReadOnly(not editable or too_long)
        if shown != self._given:
            self._given = shown
            self.setPlainText(substitute_lines(shown))
            self._taken = editing.typed(self)
            self._turn()

    _given: str | None = None
    """The stored text that is shown; None where there is none yet."""
    _taken: str | None = ""
    """The text as the field gave it back when it was shown or stored; None if that failed."""

    @property
    def pending(self) -> bool:
        """Whether something was typed that has not been stored."""
        return not self.isReadOnly() and editing.typed(self) != self._taken

    def commit(self) -> None:
        """Hand over what was typed, if it is anything new."""
        if not self.pending:
            return
        before, typed = self._given, editing.typed(self)
        if not typed.strip():
            self.clear()
        self._taken, self._given = editing.typed(self), typed if typed.strip() else ""
        self._refused = False
        self.committed.emit(typed)
        if self._refused:
            self._given, self._taken = before, None
        else:
            self.document().clearUndoRedoStacks()

    _refused = False

    def keep(self) -> None:
        """What was just handed over could not be stored: it stays, to be handed over again."""
        self._refused = True

    def forget(self) -> str:
        """Be ready for another annotation's text; answers what was typed and is stored nowhere."""
        left = editing.typed(self) if self.pending else ""
        self._given = None
        return left

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter stores, Esc stores and leaves; undo works here first, then on the annotation."""
        name = name_of(event) or ""
        if event.key() in (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt):
            super().keyPressEvent(event)
        elif name == "Return":
            self.commit()
        elif name == "Shift+Return":
            # Qt would put a line separator there, which is no line end anywhere else.
            self.textCursor().insertBlock()
        elif name == "Escape":
            self.commit()
            self.left.emit()
        elif name in ("Up", "Down") and self._at_edge(name):
            self.stepped.emit(-1 if name == "Up" else 1)
        elif name in editing.NAMES:
            if not editing.edit(self, name):
                # Nothing left to undo in the field: the window undoes the last edit.
                event.ignore()
        elif name.startswith(("Ctrl+", "Alt+", "F")) and len(name) > 1 and not _moves(name):
            # It belongs to the window, which may go elsewhere: what was typed goes to disk first.
            self.commit()
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _at_edge(self, name: str) -> bool:
        """Whether the cursor cannot go further up or down."""
        before, after = self.textCursor(), self.textCursor()
        way = QTextCursor.MoveOperation.Up if name == "Up" else QTextCursor.MoveOperation.Down
        return not after.movePosition(way) or after.position() == before.position()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard came."""
        super().focusInEvent(event)
        self.keyboardMoved.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving stores; its own menu for cutting and pasting is no leaving."""
        super().focusOutEvent(event)
        if not self._in_menu:
            self.commit()
        self.keyboardMoved.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Remember that this menu belongs to the field."""
        self._in_menu = True
        try:
            super().contextMenuEvent(event)
        finally:
            self._in_menu = False

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text, if it fits."""
        text = storable(source.text())
        if len(text) + len(editing.typed(self)) > LONGEST:
            self.refused.emit()
        elif text:
            self.textCursor().insertText(text)

    def _fit(self) -> None:
        """Be as tall as the text, between the lines that were asked for."""
        line = QFontMetrics(self.font()).lineSpacing()
        fewest, most = (count * line for count in self._lines)
        wanted = self._height(up_to=most)
        self.setFixedHeight(int(max(fewest, min(most, wanted))) + _FRAME)
        on, off = Qt.ScrollBarPolicy.ScrollBarAsNeeded, Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(on if wanted > most else off)

    def _height(self, *, up_to: int) -> float:
        """How tall the lines are, in pixels: Arabic ones are taller than the font's own measure."""
        layout, block, height = self.document().documentLayout(), self.document().begin(), 0.0
        while block.isValid() and height <= up_to:
            height += layout.blockBoundingRect(block).height()
            block = block.next()
        return height


def _moves(name: str) -> bool:
    """Whether it is a key that moves or deletes within a text, by words for example."""
    last = name.rpartition("+")[2]
    return last in ("Left", "Right", "Up", "Down", "Home", "End", "Delete", "Backspace")


def substitute_lines(text: str) -> str:
    """What is shown for a text of several lines: as `substitute`, line ends and tabs kept."""
    return re.sub(r"[^\n\t]+", lambda found: substitute(found[0]), text.replace("\r\n", "\n"))


class FieldText(QWidget):
    """A caption above a text."""

    def __init__(self, lines: tuple[int, int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.caption = plain_label(name="quiet")
        self.caption.setFont(theme.font(theme.SMALL))
        self.text = FreeText(lines)
        layout = QVBoxLayout(self)
        # Margins of layouts are not mirrored: the same on both sides is right in both languages.
        # The card's inset is shared between the box and what stands in it.
        inside = theme.INSET - theme.HAIR
        self.caption.setContentsMargins(inside, 0, inside, 0)
        layout.setContentsMargins(theme.HAIR, theme.HAIR, theme.HAIR, 0)
        layout.setSpacing(2)
        layout.addWidget(self.caption)
        layout.addWidget(self.text)
        self.field = Field(key="", caption="", kind="text")

    def show_field(self, field: Field) -> None:
        """Show this field."""
        self.field = field
        self.caption.setText(one_line(field.caption))
        self.text.setAccessibleName(field.caption)
        self.text.show_text(field.value, editable=field.editable)
        self.text.setPlaceholderText(tr("Type here, then press Enter.") if field.editable else "—")
