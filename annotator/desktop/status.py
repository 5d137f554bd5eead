"""The quiet line at the bottom: where one is, what the keys do now, what was saved or refused."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QStyle, QWidget

from annotator.desktop import actions, keymap, labelkeys, theme
from annotator.desktop.keynames import isolated
from annotator.desktop.language import current, say, tr
from annotator.desktop.messages import Message
from annotator.desktop.panels.annotations import label_of
from annotator.desktop.panels.card import plain_label
from annotator.desktop.panels.rows import one_line
from annotator.desktop.panels.signs import paint_sign
from annotator.desktop.workspace import Workspace
from annotator.model.annotations import Quote, Relation
from annotator.text.tokens import words

_HEIGHT = 34
_BETWEEN = " · "


class StatusLine(QWidget):
    """Follows the workspace; everything in it is plain text of one line."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._message: Message | None = None
        self._fresh = False
        self._hints_elsewhere: list[str] = []
        self._counter = _WordCounter()
        self.setObjectName("strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(_HEIGHT)
        self.where, self.hints, self.message = plain_label(), _Hints(), plain_label()
        self.sign = _Sign()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.APART, 0, theme.APART, 0)
        layout.setSpacing(theme.APART)
        layout.addWidget(self.where)
        layout.addWidget(self.hints, 1)
        said = QHBoxLayout()
        said.setSpacing(theme.TIGHT)
        said.addWidget(self.sign)
        said.addWidget(self.message, 1)
        layout.addLayout(said)
        # A narrow window leaves hints out; it must not be widened by them.
        self.hints.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        # Painting the article comes first; this line follows when there is nothing else to do.
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.catch_up)
        self._aged = QTimer(self, singleShot=True, interval=0)
        self._aged.timeout.connect(self._age)
        workspace.stateChanged.connect(self.move_on)
        workspace.articleChanged.connect(self._later.start)
        workspace.projectChanged.connect(self._later.start)
        workspace.said.connect(self.show_message)
        self.catch_up()

    def show_message(self, message: Message) -> None:
        """Say something; it stays until the next thing happens."""
        self._message, self._fresh = message, True
        self._aged.start()
        self._show_message()

    def show_hints(self, hints: list[str]) -> None:
        """Say what the keys do where the keyboard is now; with none, what they do in the text."""
        self._hints_elsewhere = hints
        self._later.start()

    def catch_up(self) -> None:
        """Set every text again, from the workspace and in the language of the interface."""
        self.where.setText(self._where())
        self.hints.setText(_BETWEEN.join(self._hints_elsewhere or hints(self._workspace)))
        self._show_message()

    def move_on(self) -> None:
        """Something else happens: what was said goes, unless it was said with that very change.

        It is still to be read when something only comes by itself, as suggestions do.
        """
        stays = self._fresh or self._workspace.unasked
        if self._message is not None and not stays and self._message.kind != "saved":
            self._message = None
        self._later.start()

    def _age(self) -> None:
        self._fresh = False

    def _show_message(self) -> None:
        message = self._message
        kind = message.kind if message is not None else ""
        self.message.setText("" if message is None else spoken(message))
        self.message.setToolTip("")
        self.sign.show_kind(kind)
        # A sentence has the room of the hints; the quiet "saved" stands beside them.
        self.hints.setVisible(kind in ("", "saved"))
        self.message.setSizePolicy(
            QSizePolicy.Policy.Preferred if kind in ("", "saved") else QSizePolicy.Policy.Expanding,
            QSizePolicy.Policy.Preferred,
        )
        if self.message.property("kind") != kind:
            self.message.setProperty("kind", kind)
            self.message.style().unpolish(self.message)
            self.message.style().polish(self.message)

    def _where(self) -> str:
        workspace = self._workspace
        annotated = workspace.shown
        if annotated is None:
            return ""
        focused = annotated.get(workspace.focus)
        if focused is not None:
            label = label_of(annotated.labels, focused)
            name = label.title.in_language(current()) if label is not None else focused.label
            if isinstance(focused, Relation):
                return name
            # Isolated: a quote may hold words of both directions, and end in the middle of one.
            return f"{name} · \u2068{_cut(focused.span.surface(annotated.text))}\u2069"
        start, end = workspace.cursor
        if workspace.selection is not None:
            count = sum(1 for _ in words(annotated.text, *_bounds(workspace)))
            return tr("%n words selected", count)
        if start >= end:
            return ""
        number = self._counter.number(annotated.text, start)
        return tr("{word} · word {number}", word=_cut(annotated.text[start:end]), number=number)


class _Hints(QLabel):
    """Whole hints, as many as there is room for. The last one stays: it leads on, or out."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)

    def fitting(self) -> str:
        """What of the text is painted."""
        *others, last = self.text().split(_BETWEEN)
        room = self.contentsRect().width()
        while others and self._width([*others, last]) > room:
            others.pop()
        return _BETWEEN.join([*others, last])

    def _width(self, hints: list[str]) -> int:
        return self.fontMetrics().horizontalAdvance(_BETWEEN.join(hints))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint them where a label has its text."""
        along = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        place = QStyle.visualAlignment(self.layoutDirection(), along)
        painter = QPainter(self)
        self.style().drawItemText(
            painter, self.contentsRect(), int(place), self.palette(), True,
            self.fitting(), self.foregroundRole(),
        )  # fmt: skip
        painter.end()


def spoken(message: Message) -> str:
    """What a message says, in the language of the interface."""
    if message.error is not None:
        return one_sentence(say(message.error))
    return one_sentence(tr(message.text, message.n, **message.values))


def one_sentence(text: str) -> str:
    """A text for a single line, whatever was filled into it."""
    return " ".join(text.split())


def _bounds(workspace: Workspace) -> tuple[int, int]:
    selection = workspace.selection
    assert selection is not None
    return selection.start, min(selection.end, selection.start + 20_000)


def _cut(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= 32 else line[:31].rstrip() + "…"


def hints(workspace: Workspace) -> list[str]:
    """The most useful keys now, each with what it does."""
    return [f"{isolated(key)} {what}" for key, what in _useful(workspace)]


def _useful(workspace: Workspace) -> list[tuple[str, str]]:
    if workspace.mode is not None:
        return [*workspace.mode.useful(workspace), *_titles("escape")]
    annotated = workspace.annotated
    if workspace.project is None:
        return _titles("new-project", "open-project", "palette", "keys")
    if annotated is None:
        return _titles("import", "open-project", "keys")
    if workspace.read_only:
        return _titles("next-word", "next-annotation", "layer", "keys")
    if workspace.focus in workspace.offered:
        return _on_suggestion(workspace)
    focused = annotated.get(workspace.focus)
    if isinstance(focused, Relation):
        return _titles("next-relation", "delete", "undo", "keys")
    if isinstance(focused, Quote):
        return _titles("type", "speaker", "cue", "relate", "delete", "undo", "keys")
    if focused is not None:
        usual = _titles("choose-label", "relate", "same", "fragment", "delete", "undo", "keys")
        return [*labelkeys.useful(workspace), *usual]
    if workspace.selection is not None:
        return _titles("choose-label", "quote", "speaker", "cue", "fragment", "keys")
    return _titles("next-word", "go", "next-annotation", "quote", "relate", "undo", "done", "keys")


def _on_suggestion(workspace: Workspace) -> list[tuple[str, str]]:
    accept, reject = keymap.first("choose-label"), keymap.first("delete")
    first = [(accept, tr("accept")), (reject, tr("reject"))]
    is_quote = isinstance(workspace.offered.annotation(workspace.focus), Quote)
    parts = ("speaker", "cue") if is_quote else ()
    others = _titles("next-annotation", *parts, "type", "accept-alike", "undo", "keys")
    return [*(pair for pair in first if pair[0]), *others]


def _titles(*ids: str) -> list[tuple[str, str]]:
    keyed = [actions.by_id(id) for id in ids if keymap.first(id)]
    return [(keymap.first(action.id), tr(action.title)) for action in keyed]


class _Sign(QWidget):
    """A tick or an exclamation mark: what was saved or refused is not said by colour alone."""

    def __init__(self) -> None:
        super().__init__()
        self._kind = ""
        self.setFixedSize(QSize(16, 16))

    def show_kind(self, kind: str) -> None:
        """Have the sign of this kind of message; none for the others."""
        self._kind = kind
        self.setVisible(kind in ("saved", "refused"))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it: fonts need not have these signs."""
        tone = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(8, 8)
        if self._kind == "saved":
            paint_sign(painter, "done", tone.saved)
        elif self._kind == "refused":
            painter.setPen(QPen(QColor(tone.refused), 1.5))
            painter.drawEllipse(-6, -6, 12, 12)
            painter.drawLine(0, -3, 0, 1)
            painter.drawPoint(0, 4)
        painter.end()


class _WordCounter:
    """Numbers the words of a text, counting on from the last answer, not from the beginning."""

    def __init__(self) -> None:
        self._text, self._position, self._number = "", 0, 1

    def number(self, text: str, position: int) -> int:
        """Which word of `text` starts at `position`, from 1."""
        if text is not self._text:
            self._text, self._position, self._number = text, 0, 1
        first, last = sorted((self._position, position))
        between = sum(1 for start, _ in words(text, first, last) if start < last)
        self._number += between if position >= self._position else -between
        self._position = position
        return self._number
