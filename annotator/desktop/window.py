"""The window: the article in the middle, panels beside it, menus above, the status line below.

Puts the parts together and offers what the actions call. It changes no annotations and reads no
files: the workspace and `files` do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget

from annotator.desktop import (
    background,
    checking,
    consulting,
    files,
    frame,
    inspecting,
    language,
    looks,
    menus,
    searching,
    shortcuts,
    taking,
    theme,
)
from annotator.desktop.actions import by_id, trigger
from annotator.desktop.article import access
from annotator.desktop.article.view import ArticleView
from annotator.desktop.checks.page import ChecksPage
from annotator.desktop.dialogs import articles, choices, guidelines, values
from annotator.desktop.dialogs.about import AboutDialog
from annotator.desktop.dialogs.author import AuthorDialog
from annotator.desktop.dialogs.keyeditor import KeyEditor
from annotator.desktop.dialogs.keys import KeysDialog
from annotator.desktop.dialogs.reports import refusal
from annotator.desktop.empty import EmptyPage
from annotator.desktop.keyboard import Keyboard
from annotator.desktop.language import tr
from annotator.desktop.learning import Learner
from annotator.desktop.panels.annotations import AnnotationsPanel
from annotator.desktop.panels.articles import ArticlesPanel
from annotator.desktop.panels.column import Column
from annotator.desktop.panels.guidelines import GuidelinesPanel
from annotator.desktop.panels.inspector import InspectorPanel
from annotator.desktop.panels.labels import LabelsPanel
from annotator.desktop.panels.side import Side
from annotator.desktop.search.page import SearchPage
from annotator.desktop.settings import SettingsFile
from annotator.desktop.speech import Speaker
from annotator.desktop.start import StartPage
from annotator.desktop.statistics.page import StatisticsPage
from annotator.desktop.status import StatusLine
from annotator.desktop.suggestions.making import Maker
from annotator.desktop.suggestions.strip import Strip
from annotator.desktop.workspace import Workspace
from annotator.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path


class MainWindow(QMainWindow):
    """See the module. `author` is whose layer is annotated."""

    workspace: Workspace
    view: ArticleView
    maker: Maker

    def __init__(self, workspace: Workspace, settings: SettingsFile, author: str = "") -> None:
        super().__init__()
        self.workspace, self.settings = workspace, settings
        self.author = author
        self.asked = ""
        """Which part of a narrow window is there because the keyboard went to it."""
        self.view = ArticleView(workspace)
        self.articles = ArticlesPanel(workspace)
        self.labels = LabelsPanel(workspace)
        self.annotations = AnnotationsPanel(workspace)
        # Before the details: what either says of its keys must not be taken back by the other.
        self.search = SearchPage(workspace)
        self.checks = ChecksPage(workspace)
        self.statistics = StatisticsPage(workspace)
        self.inspector = InspectorPanel(workspace)
        self.guidelines = GuidelinesPanel(workspace)
        self.status = StatusLine(workspace)
        access.install()
        self.strip = Strip(workspace)
        self.speaker = Speaker(workspace, self.view)
        self.empty = EmptyPage(self)
        self.start = StartPage(self)
        self.middle = QStackedWidget()
        self.side = Side(self.articles, self.guidelines)
        self.column = Column(self.labels, self.annotations, self.inspector)
        shortcuts.load(settings)
        workspace.leave_out = settings.now.leave_out
        workspace.to_learn = settings.now.to_learn
        workspace.suggest_unasked = settings.now.suggest_unasked
        workspace.offered.hidden = not settings.now.suggestions
        frame.lay_out(self)
        self._connect()
        self.keyboard = Keyboard(self)
        frame.restore(self)
        looks.set_style(self)
        self.view.set_all_arcs(settings.now.all_arcs)
        self.retranslate()
        self._show_article()

    def _connect(self) -> None:
        for panel in (self.articles, self.labels, self.annotations):
            panel.list.left.connect(self.focus_article)
        self.articles.list.chosen.connect(lambda row: self.focus_article())
        self.annotations.list.chosen.connect(lambda row: self.focus_article())
        self.articles.told.connect(self.speaker.say)
        self.labels.list.chosen.connect(self._label_chosen)
        self.inspector.left.connect(self.focus_article)
        self.inspector.hinted.connect(self.status.show_hints)
        self.guidelines.left.connect(self.focus_article)
        self.guidelines.hinted.connect(self.status.show_hints)
        self.guidelines.editing.connect(self.edit_guidelines)
        self.guidelines.seeking.connect(lambda text: guidelines.seek(self, text))
        self.labels.list.moved.connect(lambda row: consulting.follow(self, row))
        self.inspector.choosing.connect(lambda field, text: values.choose(self, field, text))
        searching.connect(self)
        checking.connect(self)
        taking.connect(self)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._context_menu)
        self.maker = Maker(self)
        self.learner = Learner(self.workspace, self, lambda: choices.preparing(self))
        self.workspace.projectChanged.connect(self._show_article)
        self.workspace.articleChanged.connect(self._show_article)

    # Texts and looks

    def retranslate(self) -> None:
        """Set every text again, in the language of the interface."""
        menus.fill_bar(self)
        panels = (self.articles, self.labels, self.annotations, self.inspector, self.guidelines)
        for part in (*panels, self.search, self.checks, self.statistics):
            part.retranslate()
        self.status.catch_up()
        self.strip.catch_up()
        self.setWindowTitle(frame.title(self.workspace))
        self.start.retranslate()
        self.empty.retranslate()
        self.view.setAccessibleName(tr("Article"))
        self.view.set_language(language.current())

    def changeEvent(self, event: QEvent) -> None:
        """Another language: every text is set again."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def set_language(self, chosen: Literal["ar", "en"]) -> None:
        """Speak Arabic or English from now on."""
        self.settings.change(language=chosen)
        if chosen != language.current():
            language.install(chosen)

    def apply_theme(self) -> None:
        """Paint everything in the scheme that is set."""
        chosen = self.settings.now.theme
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply(app, theme.of_system() if chosen == "system" else chosen)
        self.view.set_colours(theme.colours())
        # Icons and rows have their colours from the theme.
        self.retranslate()
        self.update()

    def choose_font(self) -> None:
        """Choose the font of articles."""
        choices.fonts(self).open()

    def _show_article(self) -> None:
        there = self.workspace.project is not None
        page = self.empty if self.workspace.annotated is None else self.view
        if not there and self.middle.currentWidget() is not self.start:
            self.start.retranslate()
        self.middle.setCurrentWidget(page if there else self.start)
        self.share_width()
        self.setWindowTitle(frame.title(self.workspace))

    # Size and place

    def share_width(self) -> None:
        """Give the panels their share: the article comes first."""
        frame.share_width(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The panels get their share of another width."""
        super().resizeEvent(event)
        self.share_width()

    def _ask_for(self, part: Literal["", "articles", "column"]) -> None:
        """See to it that a part of the window is there, since the keyboard goes to it."""
        if part != self.asked:
            self.asked = part
            self.share_width()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window's place. There is nothing to save and nothing to ask."""
        self.inspector.commit()
        self.search.stop()
        self.statistics.stop()
        background.give_up_all(self)
        self.checks.stop()
        frame.keep(self)
        self.workspace.close()
        super().closeEvent(event)

    def close_at_once(self) -> None:
        """End the program."""
        self.close()

    # Where the keyboard is

    def focus_article(self) -> None:
        """Give the article the keyboard; without a project, the page that says how to begin."""
        if self.workspace.project is None:
            self.start.take_keyboard()
            return
        self._show_article()
        if self.workspace.annotated is None:
            self.empty.choice.setFocus()
            return
        self.view.setFocus()
        self._ask_for("")

    def focus_articles(self) -> None:
        """Give the list of articles the keyboard; in a narrow window it comes out for that."""
        self._ask_for("articles")
        self.articles.take_keyboard()

    def focus_annotations(self) -> None:
        """Give the list of annotations the keyboard."""
        self._ask_for("column")
        self.annotations.list.setFocus()

    def focus_inspector(self) -> None:
        """Give the details of the annotation in focus, or at the cursor, the keyboard."""
        if inspecting.aim(self.workspace):
            self._ask_for("column")
            self.column.ask(inspector=True)
            self.inspector.take_keyboard()

    def edit_guidelines(self) -> None:
        """Edit the guideline pages."""
        guidelines.edit(self)

    # What the actions call

    def open_path(self, path: Path) -> bool:
        """Open this project."""
        return files.open_path(self, path)

    def reload_articles(self) -> None:
        """Read the list and the article in view again: something came in."""
        self.articles.reload()
        project = self.workspace.project
        if project is not None and project.count():
            self.workspace.go_to(self.workspace.number or 1)

    def change_author(self) -> None:
        """Ask whose annotations these are from now on."""
        AuthorDialog(self, self.author, self.set_author).open()

    def set_author(self, name: str) -> None:
        """Annotate under this name from now on; the layers of other names stay."""
        self.author = name
        self.settings.change(author=name)
        self.workspace.author = name
        if self.workspace.project is not None:
            self.workspace.set_layer(name)

    def layers(self) -> list[str]:
        """The layers of the project, one's own first."""
        project = self.workspace.project
        if project is None:
            return []
        others = [name for name in project.layers() if name != self.author]
        return [self.author, *others]

    def choose_layer(self) -> None:
        """Choose whose annotations are in view."""
        choices.layers(self).open()

    def choose_state(self) -> None:
        """Choose which articles are listed, by their state."""
        articles.states(self).open()

    def choose_order(self) -> None:
        """Choose the order of the list of articles."""
        articles.orders(self).open()

    def choose_label(self) -> None:
        """Choose a label by part of its name."""
        choices.labels(self).open()

    def show_palette(self) -> None:
        """Choose any command by part of its name."""
        choices.commands(self).open()

    def show_keys(self) -> None:
        """Show all keys."""
        KeysDialog(self).open()

    def change_keys(self) -> None:
        """Give actions other keys."""
        KeyEditor(self).open()

    def show_about(self) -> None:
        """Show version and licences."""
        AboutDialog(self).open()

    def tell(self, error: UserError) -> None:
        """Say in a dialog what could not be done."""
        refusal(self, error).open()

    def _label_chosen(self, row: int) -> None:
        kind, name = self.labels.choice_at(row)
        if kind == "action":
            trigger(by_id(name), self)
        else:
            choices.give(self, kind, name)
        if not searching.asked_for(self):
            self.focus_article()

    def _context_menu(self, place: QPoint) -> None:
        menu = menus.context_menu(self)
        if not menu.isEmpty():
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.view.mapToGlobal(place))
