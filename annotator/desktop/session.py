"""One run of the window, from the first question to the last event.

Puts together what belongs to the program and not to a window: application, settings, log, fonts,
language, theme, author. Leaves everything as it was found, so that tests can run it many times.
"""

from __future__ import annotations

import gc
import os
import sys
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from annotator.desktop import background, files, language, theme, typesetting
from annotator.desktop.bugs import log, watching
from annotator.desktop.dialogs.author import AuthorDialog, clean
from annotator.desktop.dialogs.reports import failure, refusal
from annotator.desktop.fonts import load_fonts
from annotator.desktop.messages import Message
from annotator.desktop.settings import SettingsFile
from annotator.desktop.window import MainWindow
from annotator.desktop.workspace import Workspace
from annotator.errors import UserError
from annotator.places import log_file, settings_file
from annotator.resources import resource
from annotator.store import Project

_LATER = 1500
"""Milliseconds after the window is shown, until what it can do without is loaded."""


_PATIENCE = 5.0
"""Seconds, after the window is gone, that what was done beside it has to end by itself."""


class Session:
    """A context: the window and everything it needs."""

    def __init__(self, author: str | None = None) -> None:
        """`author`, else `$ANNOTATOR_AUTHOR`, answers the question for the name beforehand."""
        self._given = clean(author or os.environ.get("ANNOTATOR_AUTHOR", ""))
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        try:
            self._prepare()
        except BaseException:
            self._stack.close()
            raise
        return self

    def _prepare(self) -> None:
        self.app = application()
        self.settings = SettingsFile(settings_file())
        watch = self._stack.enter_context(watching(log_file(), self.app.quit))
        missing = load_fonts()
        dress(self.app, self.settings)
        name = self._given or clean(self.settings.now.author or "")
        self.workspace = Workspace()
        self.window = MainWindow(self.workspace, self.settings, name)
        # Only now: the window puts aside keys that are of no use.
        problems = (self.settings.problem, missing)
        self._problems = [one for one in problems if one is not None]
        self.window.apply_theme()
        watch.refused.connect(self._refused)
        watch.failed.connect(self._failed)
        hints = QGuiApplication.styleHints()
        for changed in (
            hints.colorSchemeChanged,
            hints.accessibility().contrastPreferenceChanged,
        ):
            changed.connect(self.window.apply_theme)
            self._stack.callback(changed.disconnect, self.window.apply_theme)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        self.workspace.close()
        self.window.deleteLater()
        self._stack.close()
        background.wait_for_rest(_PATIENCE)

    def open(self, given: Path | None) -> None:
        """Open the project that was asked for, or the last one; ask for the name first.

        Without either, the window says how to begin. Raises `UserError` if the project that was
        asked for cannot be opened.
        """
        project = Project.open(given) if given is not None else None
        if project is None and self.settings.now.project is None:
            return
        if self.window.author:
            if self.settings.now.author is None:
                self.settings.change(author=self.window.author)
            self._begin(project)
        else:
            self._ask(project)

    def run(self) -> int:
        """Show the window until it is closed."""
        self.window.show()
        self.window.focus_article()
        for problem in self._problems:
            # One above the other; the first is on top, and the only one almost always.
            QTimer.singleShot(0, self.window, partial(self.window.tell, problem))
        other_font = typesetting.problem(self.settings.now)
        if other_font is not None:
            # Quietly, for it is said at every start until the font is back or another is chosen.
            QTimer.singleShot(0, self.window, partial(self.workspace.refuse, other_font))
        # What has been gathered stays: to look through it for garbage takes 0.1 s, at any key.
        once = Qt.ConnectionType.SingleShotConnection
        self.window.learner.prepared.connect(lambda: gc.freeze(), once)
        # Not before the first article has been painted.
        QTimer.singleShot(_LATER, self.window, self.window.learner.load_morphology)
        QTimer.singleShot(_LATER, self.window, self.window.maker.begin)
        return self.app.exec()

    def _ask(self, project: Project | None) -> None:
        def take(name: str) -> None:
            self.window.set_author(name)
            self._begin(project)

        def give_up() -> None:
            if project is not None:
                project.close()
            self.window.close()

        dialog = AuthorDialog(self.window, "", take)
        dialog.rejected.connect(give_up)
        QTimer.singleShot(0, self.window, dialog.open)

    def _begin(self, project: Project | None) -> None:
        if project is not None:
            files.show(self.window, project)
        elif self.settings.now.project is not None:
            files.open_path(self.window, Path(self.settings.now.project))

    def _refused(self, error: UserError) -> None:
        if self.window.isVisible():
            self.workspace.said.emit(Message(str(error), "refused", {}, error))
        else:
            refusal(None, error).open()

    def _failed(self, report: str) -> None:
        failure(self.window if self.window.isVisible() else None, report).open()


def application() -> QApplication:
    """The application of this process; there can only be one."""
    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Annotator")
    app.setDesktopFileName("annotator")
    app.setWindowIcon(QIcon(str(resource("icons", "annotator.svg"))))
    return app


def dress(app: QApplication, settings: SettingsFile) -> None:
    """Language and theme as they are set, else as the system's."""
    now = settings.now
    language.install(language.system() if now.language == "system" else now.language)
    theme.apply(app, theme.of_system() if now.theme == "system" else now.theme)
    log.debug("language %s, theme %s", language.current(), theme.scheme())
