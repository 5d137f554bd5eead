"""What happens to failures that nobody expected: logged, shown calmly once, and the project stays.

A `UserError` that reaches this place is no bug: it is shown as the sentence it is. Messages of Qt
go to the same log. Must not touch the project: every edit that was acknowledged is on disk already.
"""

from __future__ import annotations

import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

import PySide6
from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from annotator import __version__
from annotator.errors import UserError

log = logging.getLogger("annotator")
_LARGEST_LOG = 1_000_000

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class Watch(QObject):
    """Carries failures of any thread to the window's thread."""

    refused = Signal(object)
    """A `UserError`, to be said."""
    failed = Signal(str)
    """A report of a bug, to be shown."""

    def __init__(self) -> None:
        super().__init__()
        self._known: set[str] = set()

    def take(self, error: BaseException, trace: TracebackType | None) -> None:
        """Log and announce an exception; one that was announced before is only logged."""
        if isinstance(error, UserError):
            self.refused.emit(error)
            return
        report = describe(error, trace)
        log.error("%s", report)
        # A bug in painting comes back with every frame: one dialog is enough.
        if report not in self._known:
            self._known.add(report)
            self.failed.emit(report)


def describe(error: BaseException, trace: TracebackType | None) -> str:
    """A report to copy: the versions and the traceback; nothing of the project."""
    lines = "".join(traceback.format_exception(type(error), error, trace))
    return (
        f"Annotator {__version__}, Python {platform.python_version()}, "
        f"PySide6 {PySide6.__version__}, {platform.platform()}\n\n{lines}"
    )


@contextmanager
def watching(file: Path, quit: Callable[[], None]) -> Iterator[Watch]:
    """Watch over everything until the end of the block; the log is kept in `file`."""
    watch = Watch()
    handler = _log_to(file)
    before = (sys.excepthook, threading.excepthook)

    def of_main(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            quit()
        else:
            watch.take(error, trace)

    def of_thread(failure: threading.ExceptHookArgs) -> None:
        if failure.exc_value is not None:
            watch.take(failure.exc_value, failure.exc_traceback)

    sys.excepthook, threading.excepthook = of_main, of_thread
    qt_before = qInstallMessageHandler(None)

    def of_qt(kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
        log.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s", message)
        if qt_before is not None:
            qt_before(kind, context, message or "")

    qInstallMessageHandler(of_qt)
    try:
        yield watch
    finally:
        qInstallMessageHandler(qt_before)
        sys.excepthook, threading.excepthook = before
        log.removeHandler(handler)
        handler.close()


def _log_to(file: Path) -> logging.Handler:
    """A handler that writes to `file`, or nowhere if that is impossible."""
    handler: logging.Handler
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(file, maxBytes=_LARGEST_LOG, backupCount=1, encoding="utf-8")
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(handler)
    return handler
