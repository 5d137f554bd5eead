"""A window on one article, and the keys that are pressed on it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.desktop.messages import Message
from annotator.desktop.window import MainWindow
from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Quote
from tests.notation import written

Key = Qt.Key
_HELD = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
}
_NAMED = {
    "[": Key.Key_BracketLeft, "]": Key.Key_BracketRight,
    "{": Key.Key_BraceLeft, "}": Key.Key_BraceRight,
}  # fmt: skip


class Desk:
    """A window on one article, the keys that are pressed, and what is said meanwhile."""

    def __init__(self, window: MainWindow) -> None:
        self.window, self.workspace = window, window.workspace
        self.messages: list[Message] = []
        self.workspace.said.connect(self.messages.append)

    def press(self, *names: str) -> None:
        """Press keys as the action table names them; `Left*3` is pressed thrice."""
        for name in names:
            name, _, times = name.partition("*")
            *held, key = name.split("+")
            modifiers = Qt.KeyboardModifier.NoModifier
            for one in held:
                modifiers |= _HELD[one]
            if key in "{}":
                modifiers |= _HELD["Shift"]
            code = _NAMED.get(key) or getattr(Key, f"Key_{key}")
            for _ in range(int(times or 1)):
                QTest.keyClick(self.window.view, code, modifiers)

    @property
    def article(self) -> AnnotatedArticle:
        assert self.workspace.annotated is not None
        return self.workspace.annotated

    @property
    def line(self) -> str:
        """The article in the notation of the tests."""
        return written(self.article)

    @property
    def quote(self) -> Quote:
        """The only quote."""
        (found,) = [one for one in self.article.in_order() if isinstance(one, Quote)]
        return found

    @property
    def relations(self) -> list[tuple[str, str, str]]:
        """Label, head and tail of each relation, as texts."""
        return [
            (one.label, self.words(one.head), self.words(one.tail))
            for one in self.article.relations
        ]

    @property
    def selected(self) -> str:
        """The selected text."""
        selection = self.workspace.selection
        return "" if selection is None else selection.surface(self.article.text)

    def words(self, id: str | None) -> str:
        """The text of an annotation."""
        found = self.article.spanned(id)
        assert found is not None
        return found.span.surface(self.article.text)

    def refused(self) -> str:
        """The last sentence said, which has to be a refusal; the screen shows it."""
        assert self.messages[-1].kind == "refused"
        assert self.window.status.message.text()
        return self.messages[-1].text


OpenDesk = Callable[..., Desk]
