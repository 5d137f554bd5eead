"""The guideline pages beside the text: the section of the label in focus, to be read while marking.

The panel follows the focus and the list of labels, and only reads. With the keyboard in it the
arrows scroll, letters look for a section, Enter opens the page for editing, Esc goes back.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from annotator.desktop import keymap, markdown, theme
from annotator.desktop.keynames import isolated
from annotator.desktop.keys import name_of
from annotator.desktop.language import current, tr
from annotator.desktop.panels.card import plain_label
from annotator.desktop.panels.guidelineview import GuidelineView
from annotator.desktop.workspace import Workspace
from annotator.errors import UserError
from annotator.exchange import guidelines
from annotator.model.guidelines import GuidelinePage, best_heading, in_language


class GuidelinesPanel(QFrame):
    """See the module. `left` is emitted when the keyboard is to go back to the text."""

    left = Signal()
    editing = Signal()
    seeking = Signal(str)
    hinted = Signal(list)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.pages: list[GuidelinePage] = []
        self.own = True
        self.label: str | None = None
        self._at: tuple[object, ...] = ()
        self.setObjectName("card")
        self._lay_out()
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.catch_up)
        for changed in (
            workspace.focusChanged, workspace.annotationsChanged, workspace.articleChanged,
        ):  # fmt: skip
            changed.connect(self._later.start)
        workspace.projectChanged.connect(self.reload)
        self.reload()

    def _lay_out(self) -> None:
        self.title = plain_label()
        self.title.setFont(theme.font(theme.TITLE, strong=True))
        self.edit = QToolButton()
        self.edit.setObjectName("quiet")
        self.edit.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.edit.clicked.connect(self.editing)
        self.note = plain_label(name="quiet")
        self.note.setWordWrap(True)
        self.view = GuidelineView()
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.left.connect(self.left)
        self.view.entered.connect(self.editing)
        self.view.typed.connect(self.seeking)
        self.view.pointed.connect(
            lambda url: self._workspace.say("The page points to {address}.", address=url)
        )
        self.view.keyboardMoved.connect(self._hint)
        head = QHBoxLayout()
        head.setContentsMargins(theme.INSET, 0, theme.INSET, 0)
        head.addWidget(self.title, 1)
        head.addWidget(self.edit)
        self.note.setContentsMargins(theme.INSET, 0, theme.INSET, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.NEAR, 0, theme.TIGHT)
        layout.setSpacing(theme.TIGHT)
        layout.addLayout(head)
        layout.addWidget(self.note)
        layout.addWidget(self.view, 1)

    # What is shown

    def reload(self) -> None:
        """Read the pages of the project again: another one is open, or they were edited."""
        project = self._workspace.project
        self.pages, self.own = [], True
        if project is not None:
            try:
                self.pages, self.own = guidelines.pages_of(project)
            except UserError as error:
                self._workspace.refuse(error)
        self._at = ()
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text again, in the language of the interface and the colours of the theme."""
        self.title.setText(tr("Guidelines"))
        self.edit.setText(tr("Edit…"))
        self.view.setAccessibleName(tr("Guidelines"))
        self._at = ()
        self.catch_up()

    def follow(self, label: str | None) -> None:
        """Show the section of this label from now on, until something else comes into focus."""
        if label is not None and label != self.label:
            self.label = label
            self._show()

    def catch_up(self) -> None:
        """Show the section of what is in focus; without a focus the page stays where it is."""
        annotated = self._workspace.annotated
        found = annotated.get(self._workspace.focus) if annotated is not None else None
        if found is not None:
            self.label = found.label
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """What was missed while the panel was away is shown now."""
        super().showEvent(event)
        self._later.start()

    def _show(self) -> None:
        """Show page and section; a page that is being read is not moved for the same label."""
        if not self.isVisible():
            return
        wanted = (self.label, current(), theme.scheme(), id(self.pages))
        if wanted == self._at:
            return
        self._at = wanted
        readable = in_language(self.pages, current())
        self.view.setVisible(bool(readable))
        found = self._section(readable)
        if found is not None:
            self.view.show_page(found[0])
            self.view.go_to(found[1])
        elif readable:
            self.view.show_page(readable[0])
            self.view.go_to(None)
        self._say(readable, found is not None)

    def _section(self, readable: list[GuidelinePage]) -> tuple[GuidelinePage, int] | None:
        """The page that has a section about the label, and where it begins."""
        if self.label is None:
            return None
        for page in readable:
            self.view.show_page(page)
            place = best_heading(self.view.headings(), self.label)
            if place is not None:
                return page, place
        return None

    def _say(self, readable: list[GuidelinePage], found: bool) -> None:
        lines = []
        if not readable:
            lines.append(tr("This project has no guideline pages yet. Edit… begins one."))
        elif self.label is not None and not found:
            lines.append(tr("Nothing is written about {label} yet.", label=self._title()))
        if readable and not self.own:
            lines.append(tr("These pages come with the label set; edited, they are the project’s."))
        self.note.setText("\n".join(lines))
        self.note.setVisible(bool(lines))

    def _title(self) -> str:
        labels = self._workspace.labels if self._workspace.project is not None else None
        if labels is None or self.label is None:
            return self.label or ""
        label = labels.entity(self.label) or labels.relation(self.label)
        kind = label or labels.quote_type(self.label)
        return self.label if kind is None else kind.title.in_language(current())

    def go_to_section(self, page: GuidelinePage, heading: int) -> None:
        """Show a section that was looked for."""
        self.view.show_page(page)
        self.view.go_to(heading)

    def sections(self) -> list[tuple[GuidelinePage, int, str]]:
        """Every section of the pages in view's language: page, place among its headings, words."""
        found = []
        for page in in_language(self.pages, current()):
            made = markdown.document(page.text, page.language)
            words = [block.text() for block in markdown.headings(made)]
            found += [(page, place, heading) for place, heading in enumerate(words)]
        return found

    # The keyboard

    def take_keyboard(self) -> None:
        """Give the page the keyboard, from wherever it is, a dialog that closes included."""
        self.activateWindow()
        self.catch_up()
        (self.view if self.view.isVisibleTo(self) else self.edit).setFocus(
            Qt.FocusReason.ShortcutFocusReason
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back to the text from the button, too."""
        if name_of(event) == "Escape":
            self.left.emit()
        else:
            event.ignore()

    def _hint(self) -> None:
        if not self.view.hasFocus():
            self.hinted.emit([])
            return
        keys = [("Up", tr("scroll")), ("Return", tr("edit")), ("Escape", tr("back to the text"))]
        said = [f"{isolated(key)} {what}" for key, what in keys]
        said.insert(1, tr("letters find a section"))
        if keymap.first("guidelines"):
            said.append(f"{keymap.said('guidelines')} {tr('close')}")
        self.hinted.emit(said)
