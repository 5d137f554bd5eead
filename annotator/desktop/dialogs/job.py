"""Shows how far work in the background is, once it takes longer than a moment."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QProgressBar, QWidget

from annotator.desktop import theme
from annotator.desktop.background import Job
from annotator.desktop.dialogs.base import Dialog, button
from annotator.desktop.language import tr

_PATIENCE = 400
"""Milliseconds that a job may take before anybody is shown that it does."""


class JobDialog(Dialog):
    """How far a job is. Esc leaves it to go on in the background; nothing waits for it then."""

    def __init__(self, parent: QWidget | None, title: str, job: Job, name: str = "") -> None:
        """`name` is one to find it by."""
        super().__init__(parent, title, 420)
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        self.job, self.left = job, False
        self.say(title)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(theme.TIGHT)
        self.bar.setAccessibleName(title)
        self.add(self.bar)
        behind = button(tr("Go on &annotating"), self.reject, default=True)
        self.buttons(button(tr("&Stop"), job.stop), behind)
        behind.setFocus()
        job.moved.connect(self._move)
        job.ended.connect(self.end)
        job.failed.connect(self.end)
        job.broken.connect(self.end)
        self._timer = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._timer.timeout.connect(self.open)
        self._timer.start()

    def _move(self, done: int, total: int) -> None:
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)

    def reject(self) -> None:
        """Leave the job to itself."""
        self.left = True
        super().reject()

    def end(self) -> None:
        """The job is over."""
        self._timer.stop()
        self.hide()
        self.deleteLater()
