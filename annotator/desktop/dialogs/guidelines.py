"""Edits the guideline pages: Markdown on one side, how it will look on the other.

Nothing is stored before Save, and Save stores every page that was changed, all or none. Earlier
texts stay in the project: choosing one puts it into the editor, and Save makes it what counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent, QTextCursor
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from annotator.desktop import consulting, editing, theme
from annotator.desktop.dialogs.base import Dialog, button
from annotator.desktop.dialogs.picker import Entry, Picker
from annotator.desktop.keys import name_of
from annotator.desktop.language import current, say, tr
from annotator.desktop.panels.guidelineview import GuidelineView
from annotator.desktop.panels.rows import Row, one_line
from annotator.errors import UserError
from annotator.model.guidelines import LONGEST, MAIN, GuidelinePage, checked
from annotator.model.labels import Language

if TYPE_CHECKING:
    from annotator.desktop.window import MainWindow
    from annotator.store import Project

Key = tuple[str, Language]
_LANGUAGES: tuple[Language, Language] = ("ar", "en")
_PAUSE = 200
"""Milliseconds without typing after which the preview is made anew."""


def edit(window: MainWindow) -> None:
    """Open the editor, at the section in view."""
    project = window.workspace.project
    if project is not None:
        panel = window.guidelines
        dialog = GuidelinesDialog(window, project, panel.pages, lambda: consulting.changed(window))
        dialog.start(panel.view.page, panel.view.heading)
        dialog.open()


def seek(window: MainWindow, typed: str) -> None:
    """Find a section of the guidelines by part of its heading."""
    panel = window.guidelines

    def go(page: GuidelinePage, heading: int) -> Callable[[], None]:
        return lambda: panel.go_to_section(page, heading)

    entries = [
        Entry(Row(one_line(words)), (words,), go(page, heading))
        for page, heading, words in panel.sections()
    ]
    hint, nothing = tr("Part of a heading"), tr("No heading has this in it.")
    picker = Picker(window, tr("Which section?"), hint, nothing, entries)
    picker.finished.connect(panel.take_keyboard)
    picker.open_with(typed)


class MarkdownEditor(QPlainTextEdit):
    """A plain text whose keys of typing work under every layout."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Editing keys by their name; the rest as ever."""
        name = name_of(event) or ""
        if name in editing.NAMES:
            editing.edit(self, name)
        else:
            super().keyPressEvent(event)


class GuidelinesDialog(Dialog):
    """See the module. `saved` is called when pages were stored."""

    def __init__(
        self,
        parent: QWidget | None,
        project: Project,
        pages: list[GuidelinePage],
        saved: Callable[[], object],
    ) -> None:
        super().__init__(parent, tr("Guidelines"), 720)
        self._project, self._saved = project, saved
        self._stored: dict[Key, str] = {(page.name, page.language): page.text for page in pages}
        names = sorted({MAIN, *(name for name, _ in self._stored)})
        self._keys: list[Key] = [(name, language) for name in names for language in _LANGUAGES]
        self._drafts: dict[Key, str] = {}
        self._at: Key = (MAIN, current())
        room = parent.size() if parent is not None else self.size()
        self.resize(max(760, room.width() * 82 // 100), max(520, room.height() * 86 // 100))
        self._lay_out()

    def _lay_out(self) -> None:
        self.pages, self.versions = QComboBox(), QComboBox()
        self.pages.setAccessibleName(tr("Page"))
        self.versions.setAccessibleName(tr("Earlier texts"))
        self.editor, self.preview = MarkdownEditor(), GuidelineView()
        self.editor.setAccessibleName(tr("Markdown"))
        self.editor.setFont(theme.font())
        self.editor.setTabChangesFocus(True)
        self.preview.setAccessibleName(tr("Preview"))
        top = QHBoxLayout()
        top.setSpacing(theme.NEAR)
        top.addWidget(self.pages, 1)
        top.addWidget(self.versions, 1)
        top.addWidget(button(tr("New page…"), lambda: NewPageDialog(self, self.add_page).open()))
        self.add(top)
        self.say(tr("A heading that holds a label’s name, such as ### PERS, begins the section "
                    "that is shown for it."), name="quiet")  # fmt: skip
        parts = QHBoxLayout()
        parts.setSpacing(theme.NEAR)
        parts.addWidget(self.editor, 1)
        sheet = QFrame()
        sheet.setObjectName("card")
        self.preview.setFrameShape(QFrame.Shape.NoFrame)
        inside = QVBoxLayout(sheet)
        inside.setContentsMargins(2, 2, 2, 2)
        inside.addWidget(self.preview)
        parts.addWidget(sheet, 1)
        self.add(parts, 1)
        self.problem = self.say("", name="refused")
        self.problem.hide()
        self.save_button = button(tr("Save"), self.save)
        self.close_button = button(tr("Close"), self.reject)
        self.discard_button = button(tr("Give up the changes"), super().reject)
        self.discard_button.hide()
        self.buttons(self.discard_button, self.close_button, self.save_button)
        self._later = QTimer(self, singleShot=True, interval=_PAUSE)
        self._later.timeout.connect(self.show_preview)
        self.editor.textChanged.connect(self._changed)
        self.editor.cursorPositionChanged.connect(self._later.start)
        self.pages.activated.connect(lambda row: self.show_page(self._keys[row]))
        self.versions.activated.connect(self._take_version)

    def start(self, page: GuidelinePage | None, heading: int | None) -> None:
        """Begin with a page, and with the cursor at one of its headings."""
        self.show_page((page.name, page.language) if page is not None else self._at)
        if page is not None and heading is not None:
            lines = _heading_lines(page.text)
            if heading < len(lines):
                block = self.editor.document().findBlockByNumber(lines[heading])
                self.editor.setTextCursor(QTextCursor(block))
                self.editor.centerCursor()
        self.show_preview()
        self.editor.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """The preview has its size now, and can be at the section of the cursor."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self.show_preview)

    # What is shown

    def show_page(self, key: Key) -> None:
        """Have another page in the editor; what was changed in this one is not lost by that."""
        self._at = key
        name, language = key
        self.editor.blockSignals(True)
        self.editor.setPlainText(self._drafts.get(key, self._stored.get(key, "")))
        self.editor.blockSignals(False)
        editing.turn(self.editor, leftwards=language == "ar")
        self._list_versions(name, language)
        self._list_pages()
        self.show_preview()

    def show_preview(self) -> None:
        """Show what stands in the editor as it will look, at the section of the cursor."""
        text = editing.typed(self.editor)
        self.preview.show_page(GuidelinePage(*self._at, text[:LONGEST]))
        line = self.editor.textCursor().blockNumber()
        before = sum(1 for heading in _heading_lines(text) if heading <= line)
        there = len(self.preview.headings())
        self.preview.go_to(min(before, there) - 1 if before and there else None)

    def _list_pages(self) -> None:
        titles = {"ar": tr("Arabic"), "en": tr("English")}
        shown = [
            f"{'• ' if key in self._drafts else ''}{_title(key[0])} · {titles[key[1]]}"
            for key in self._keys
        ]
        self.pages.setModel(QStringListModel(shown, self.pages))
        self.pages.setCurrentIndex(self._keys.index(self._at))
        self.save_button.setEnabled(bool(self._drafts))

    def _list_versions(self, name: str, language: Language) -> None:
        self._versions = self._project.guideline_versions(name, language)
        shown = [one.at[:16].replace("T", " ") for one in self._versions]
        self.versions.setModel(QStringListModel([tr("Earlier texts"), *shown], self.versions))
        self.versions.setVisible(len(self._versions) > 1)

    def _take_version(self, row: int) -> None:
        """Put an earlier text into the editor, where it can be looked at, undone and saved."""
        if row > 0:
            cursor = self.editor.textCursor()
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.insertText(self._versions[row - 1].text)
            self.versions.setCurrentIndex(0)

    # What is done

    def add_page(self, name: str) -> None:
        """Begin a page of this name; raises `BadPage` if it cannot be called that."""
        key: Key = (checked(GuidelinePage(name, current(), "…")).name, current())
        if key not in self._keys:
            self._keys += [(name, language) for language in _LANGUAGES]
        self.show_page(key)
        self.editor.setFocus()

    def _changed(self) -> None:
        text = editing.typed(self.editor)
        had = set(self._drafts)
        self._drafts.pop(self._at, None)
        if text != _as_shown(self._stored.get(self._at, "")):
            self._drafts[self._at] = text
        if had != set(self._drafts):
            self._list_pages()
        self._calm()
        self._later.start()

    def save(self) -> bool:
        """Store every page that was changed; False, with the reason said, if that is refused."""
        # Of a preset's pages all become the project's: those that nobody touched must not go.
        whole = self._stored | self._drafts
        pages = [GuidelinePage(*key, text) for key, text in whole.items()]
        try:
            self._project.write_guidelines(pages)
        except UserError as error:
            self._refuse(say(error))
            return False
        self._stored = whole
        self._drafts.clear()
        self._list_pages()
        self._list_versions(*self._at)
        self._calm()
        self._saved()
        return True

    def reject(self) -> None:
        """Close, but not with what is not saved: Esc must not cost an hour's work."""
        if self._drafts:
            self._refuse(tr("Not saved yet: save the pages, or give up what was changed."))
            self.discard_button.show()
        else:
            super().reject()

    def _calm(self) -> None:
        self.problem.hide()
        self.discard_button.hide()

    def _refuse(self, reason: str) -> None:
        self.problem.setText(reason)
        self.problem.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+S saves, under every layout."""
        if name_of(event) == "Ctrl+S":
            if self._drafts:
                self.save()
        else:
            super().keyPressEvent(event)


class NewPageDialog(Dialog):
    """Asks what a new page is called; `take` gets the name."""

    def __init__(self, parent: QWidget, take: Callable[[str], None]) -> None:
        super().__init__(parent, tr("New page"))
        self._take = take
        self.say(tr("What is the page called, in Latin letters? Its file is called so too."))
        self.field = QLineEdit()
        self.field.setAccessibleName(tr("New page"))
        self.field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.add(self.field)
        self.problem = self.say("", name="refused")
        self.problem.hide()
        begin = button(tr("Begin"), self._done, default=True)
        self.buttons(button(tr("Cancel"), self.reject), begin)
        self.field.setFocus()

    def _done(self) -> None:
        try:
            self._take(self.field.text().strip().lower())
        except UserError as error:
            self.problem.setText(say(error))
            self.problem.show()
        else:
            self.accept()


def _title(name: str) -> str:
    return tr("Guidelines") if name == MAIN else name


def _as_shown(text: str) -> str:
    """A stored text as the editor gives it back when nothing was typed."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n")


def _heading_lines(text: str) -> list[int]:
    """The numbers of the lines that are headings (`# …`), code excepted."""
    found, fenced = [], False
    for number, line in enumerate(text.split("\n")):
        if re.match(r" {0,3}(```|~~~)", line):
            fenced = not fenced
        elif not fenced and re.match(r" {0,3}#{1,6}(\s|$)", line):
            found.append(number)
    return found
