"""The quiet strip below the article: what is left to decide, and who suggests the one in focus.

It is there only while there is something to say. It changes nothing.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QSizePolicy, QWidget

from annotator.desktop import keymap, theme
from annotator.desktop.keynames import isolated
from annotator.desktop.language import current, tr
from annotator.desktop.panels.annotations import colour_of, label_of
from annotator.desktop.panels.card import plain_label
from annotator.desktop.suggestions import words
from annotator.desktop.suggestions.offered import Offered
from annotator.desktop.workspace import Workspace

_HEIGHT = 34
_BAR = (56, 5)


class Strip(QWidget):
    """Follows the workspace. `show_work` says what is being done meanwhile."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._work, self._done, self._total = "", 0, 0
        self.setObjectName("strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(_HEIGHT)
        self.left, self.about, self.keys = plain_label(), plain_label(), plain_label()
        self.bar, self.work, self.progress = _Sureness(), plain_label(), QProgressBar()
        self.stop = QPushButton()
        self._lay_out()
        # A key press is painted first; the strip follows when there is nothing else to do.
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.catch_up)
        for changed in (
            workspace.offersChanged, workspace.focusChanged, workspace.stateChanged,
            workspace.articleChanged, workspace.projectChanged,
        ):  # fmt: skip
            changed.connect(self._later.start)
        self.catch_up()

    def _lay_out(self) -> None:
        self.left.setFont(theme.font(theme.SMALL, strong=True))
        self.progress.setTextVisible(False)
        self.progress.setFixedSize(120, 4)
        self.stop.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.about.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.APART, 0, theme.APART, 0)
        layout.setSpacing(theme.NEAR)
        layout.addWidget(self.left)
        layout.addWidget(self.bar)
        layout.addWidget(self.about, 1)
        layout.addWidget(self.keys)
        layout.addWidget(self.work)
        layout.addWidget(self.progress)
        layout.addWidget(self.stop)

    def show_work(self, work: str, done: int = 0, total: int = 0) -> None:
        """Say what is being done beside the window, and how far it is; "" for nothing.

        `total` is 0 where it is not known how much there is to do.
        """
        self._work, self._done, self._total = work, done, total
        self._later.start()

    def catch_up(self) -> None:
        """Set every text again, from the workspace and in the language of the interface."""
        offered = self._workspace.offered
        count = len(offered)
        self.left.setText(tr("%n suggestions left", count) if count else "")
        self._show_one(offered)
        self._show_work()
        self.setVisible(bool(count or self._work))

    def _show_one(self, offered: Offered) -> None:
        offer = offered.get(self._workspace.focus)
        self.bar.setVisible(offer is not None)
        self.keys.setVisible(bool(len(offered)) and not self._work)
        if offer is None:
            self.about.setText("")
            self.keys.setText(self._way_there())
            return
        one = offered.annotation(offer.annotation.id) or offer.annotation
        label = label_of(self._workspace.labels, one)
        title = label.title.in_language(current()) if label is not None else one.label
        said = sorted(offer.said, key=lambda said: said.model)
        changed = one != offer.annotation
        self.about.setText(
            tr(
                "{label} · {sureness} · suggested by {models}, changed since"
                if changed
                else "{label} · {sureness} · suggested by {models}",
                label=title,
                sureness=words.sureness(offer.score),
                models=words.models([each.model for each in said]),
            )
        )
        self.bar.show_score(offer.score, colour_of(label))
        self.keys.setText(_decisions())

    def _way_there(self) -> str:
        key = keymap.first("next-suggestion")
        return tr("{key} goes to the next one", key=isolated(key)) if key else ""

    def _show_work(self) -> None:
        there = bool(self._work)
        self.work.setText(self._work)
        self.stop.setText(tr("Stop"))
        self.progress.setRange(0, self._total)
        self.progress.setValue(self._done)
        for part in (self.work, self.progress, self.stop):
            part.setVisible(there)


def _decisions() -> str:
    accept, reject = keymap.first("choose-label"), keymap.first("delete")
    if not accept or not reject:
        return ""
    return tr(
        "{accept} accepts, {reject} rejects", accept=isolated(accept), reject=isolated(reject)
    )


class _Sureness(QWidget):
    """A small bar that is as full as a model is sure."""

    def __init__(self) -> None:
        super().__init__()
        self._score, self._colour = 0.0, ""
        self.setFixedSize(*_BAR)

    def show_score(self, score: float, colour: str) -> None:
        """Be full to this part, in a colour `#RRGGBB`."""
        self._score, self._colour = score, colour
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it from where one begins to read."""
        width, height = self.width() * self._score, float(self.height())
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - width if mirrored else 0.0
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.colours().keycap_line))
        painter.drawRoundedRect(QRectF(self.rect()), height / 2, height / 2)
        painter.setBrush(QColor(self._colour or theme.colours().accent))
        painter.drawRoundedRect(QRectF(left, 0, width, height), height / 2, height / 2)
        painter.end()
