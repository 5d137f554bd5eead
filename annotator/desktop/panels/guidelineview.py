"""One guideline page to be read: scrolled by keys, sections brought to the top, nothing loaded."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from annotator.desktop import markdown, theme
from annotator.desktop.keys import name_of
from annotator.desktop.panels.fieldwidgets import types
from annotator.model.guidelines import GuidelinePage


class GuidelineView(QTextBrowser):
    """Shows one page. Nothing is loaded and no link followed: what one points to is only said."""

    left = Signal()
    typed = Signal(str)
    entered = Signal()
    keyboardMoved = Signal()  # noqa: N815 -- Qt's way of writing signals
    pointed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByMouse
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.anchorClicked.connect(lambda url: self.pointed.emit(url.toString()))
        self.page: GuidelinePage | None = None
        self.heading: int | None = None
        self._worn = ""

    def show_page(self, page: GuidelinePage) -> None:
        """Show a page, unless it is shown already in these colours."""
        if (self.page, self._worn) != (page, theme.scheme()):
            self.page, self._worn = page, theme.scheme()
            made = markdown.document(page.text, page.language)
            made.setParent(self)
            self.setDocument(made)

    def headings(self) -> list[str]:
        """The words of all headings of the page in view."""
        return [block.text() for block in markdown.headings(self.document())]

    def go_to(self, heading: int | None) -> None:
        """Bring a heading, by its place among them, to the top and underlay it; None: the top."""
        self.heading = heading
        self.setExtraSelections([])
        if heading is None:
            self.verticalScrollBar().setValue(0)
            return
        block = markdown.headings(self.document())[heading]
        box = self.document().documentLayout().blockBoundingRect(block)
        self.verticalScrollBar().setValue(int(box.top()) - theme.HAIR)
        underlay = QTextEdit.ExtraSelection()
        underlay.format.setBackground(QColor(theme.colours().selected))
        underlay.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
        underlay.cursor = QTextCursor(block)
        self.setExtraSelections([underlay])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows scroll, letters seek, Enter and Esc lead elsewhere."""
        name = name_of(event) or ""
        if name == "Escape":
            self.left.emit()
        elif name == "Return":
            self.entered.emit()
        elif name in _SCROLLING or event.key() == Qt.Key.Key_Space or name == "Ctrl+C":
            super().keyPressEvent(event)
        elif types(event) and event.text().strip():
            self.typed.emit(event.text())
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard came."""
        super().focusInEvent(event)
        self.viewport().update()
        self.keyboardMoved.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard went."""
        super().focusOutEvent(event)
        self.viewport().update()
        self.keyboardMoved.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the page, and the ring of what has the keyboard."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(theme.ring())
            area = QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(area, theme.ROUND, theme.ROUND)
            painter.end()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Scroll; the ring must not be carried along with the page."""
        super().scrollContentsBy(dx, dy)
        if self.hasFocus():
            self.viewport().update()


_SCROLLING = ("Up", "Down", "Left", "Right", "PageUp", "PageDown", "Home", "End")
