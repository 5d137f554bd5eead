"""The page that stands where no project is open: how to begin, and in which language and light.

Knows no files and no projects: what is chosen runs the actions of the table, as a menu would.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.desktop import icons, keymap, language, theme
from annotator.desktop.actions import by_id, trigger
from annotator.desktop.choice import Choice
from annotator.desktop.keynames import isolated
from annotator.desktop.language import tr
from annotator.desktop.panels.card import plain_label

if TYPE_CHECKING:
    from annotator.desktop.window import MainWindow

_SWITCH = 32
_RECENT = 3


class StartPage(QScrollArea):
    """See the module. ↑ and ↓ go from one way to begin to the next, Enter takes it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self._window = window
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName("start")
        self.choices: list[Choice] = []
        self.switches: list[QToolButton] = []

    def retranslate(self) -> None:
        """Make the page anew, in the language and the colours that are set."""
        had = self.focus_index()
        page = QWidget()
        page.setObjectName("start")
        column = QVBoxLayout()
        column.setSpacing(theme.HAIR)
        self._head(column)
        self._ways(column)
        self._recent(column)
        self._switches(column)
        outer = QVBoxLayout(page)
        outer.setContentsMargins(theme.WIDE, theme.NEAR, theme.WIDE, theme.NEAR)
        outer.addStretch(2)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addLayout(column)
        row.addStretch(1)
        outer.addLayout(row)
        outer.addStretch(3)
        # A button of the old page may be what asked for the new one.
        old = self.takeWidget()
        if old is not None:
            old.deleteLater()
        self.setWidget(page)
        self._order_tabs()
        if had is not None:
            self._all()[min(had, len(self._all()) - 1)].setFocus()

    def take_keyboard(self) -> None:
        """Give the first way to begin the keyboard, if the page does not have it already."""
        if self.choices and self.focus_index() is None:
            self.choices[0].setFocus()

    def focus_index(self) -> int | None:
        """Which part of the page has the keyboard."""
        focused = QApplication.focusWidget()
        every = self._all()
        return every.index(focused) if focused in every else None

    def _all(self) -> list[QAbstractButton]:
        return [*self.choices, *self.switches]

    def _order_tabs(self) -> None:
        every = self._all()
        for one, other in pairwise(every):
            QWidget.setTabOrder(one, other)

    # The parts

    def _head(self, column: QVBoxLayout) -> None:
        picture = plain_label()
        picture.setPixmap(self._window.windowIcon().pixmap(QSize(56, 56), self.devicePixelRatio()))
        title = plain_label(tr("Annotator"))
        title.setFont(theme.font(theme.DISPLAY, strong=True))
        # A Latin name in an Arabic page stands at the start of the line all the same.
        right = language.current() == "ar"
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        title.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        words = plain_label(
            tr("Annotates Arabic news articles by keyboard: entities, quotes and relations."),
            name="quiet",
        )
        words.setWordWrap(True)
        words.setFont(theme.font(theme.SMALL))
        beside = QVBoxLayout()
        beside.setSpacing(theme.HAIR)
        beside.addWidget(title)
        beside.addWidget(words)
        row = QHBoxLayout()
        row.setSpacing(theme.APART)
        row.addWidget(picture)
        row.addLayout(beside, 1)
        column.addLayout(row)
        column.addSpacing(theme.APART)

    def _ways(self, column: QVBoxLayout) -> None:
        self.choices = [
            self._way("open-sample", "sample",
                      tr("Articles to look around in and to try everything on.")),
            self._way("folder-project", "import",
                      tr("Makes a project of the texts (.txt, .jsonl) of a folder.")),
            self._way("new-project", "new", tr("An empty one, with a label set of your choice.")),
            self._way("open-project", "open", tr("One that you or somebody else has begun.")),
        ]  # fmt: skip
        for choice in self.choices:
            column.addWidget(choice)

    def _way(self, id: str, icon: str, words: str) -> Choice:
        action = by_id(id)
        key = keymap.first(id)
        made = Choice(icon, tr(action.title), words, isolated(key) if key else "")
        made.clicked.connect(lambda: trigger(action, self._window))
        return made

    def _recent(self, column: QVBoxLayout) -> None:
        paths = [Path(path) for path in self._window.settings.now.recent[:_RECENT]]
        if not paths:
            return
        column.addSpacing(theme.NEAR)
        heading = plain_label(tr("Recent projects"), name="quiet")
        heading.setFont(theme.font(theme.SMALL))
        heading.setContentsMargins(theme.NEAR, 0, theme.NEAR, 0)
        column.addWidget(heading)
        for path in paths:
            made = Choice("recent", path.stem, str(path.parent), low=True)
            made.clicked.connect(lambda _=False, path=path: self._window.open_path(path))
            self.choices.append(made)
            column.addWidget(made)

    def _switches(self, column: QVBoxLayout) -> None:
        window = self._window
        languages = {"ar": ("العربية", "arabic"), "en": ("English", "english")}
        # Strong contrast comes as it fits to what is light or dark now.
        contrast = "contrast-dark" if "dark" in theme.scheme() else "contrast-light"
        themes = {
            "light": (tr("Light"), "light"),
            "dark": (tr("Dark"), "dark"),
            contrast: (tr("High contrast"), contrast),
            "system": (tr("As the system"), "system-theme"),
        }
        row = QHBoxLayout()
        row.setSpacing(theme.HAIR)
        row.setContentsMargins(theme.NEAR, 0, theme.NEAR, 0)
        self.switches = [
            *self._group(row, "language", languages, language.current()),
            *self._group(row, "theme", themes, window.settings.now.theme),
        ]
        column.addSpacing(theme.APART)
        column.addLayout(row)

    def _group(
        self, row: QHBoxLayout, icon: str, options: dict[str, tuple[str, str]], chosen: str
    ) -> list[QToolButton]:
        picture = plain_label()
        picture.setPixmap(icons.pixmap(icon))
        picture.setToolTip(tr("Language") if icon == "language" else tr("Theme"))
        if row.count():
            row.addStretch(1)
        row.addWidget(picture)
        made = []
        for value, (text, action) in options.items():
            button = QToolButton()
            button.setObjectName("switch")
            button.setText(text)
            button.setCheckable(True)
            button.setChecked(value == chosen)
            button.setFixedHeight(_SWITCH)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setAccessibleName(
                tr("Language: {choice}", choice=text)
                if icon == "language"
                else tr("Theme: {choice}", choice=text)
            )
            button.clicked.connect(self._runner(action))
            row.addWidget(button)
            made.append(button)
        return made

    def _runner(self, id: str) -> Callable[[], None]:
        return lambda: trigger(by_id(id), self._window)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """↑ ↓ along the ways, ← → along the switches."""
        every = self._all()
        at = self.focus_index()
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if at is not None and event.key() in steps and not event.modifiers():
            target = every[(at + steps[Qt.Key(event.key())]) % len(every)]
            target.setFocus()
            self.ensureWidgetVisible(target)
        else:
            event.ignore()
