"""What the keys of entity labels do: one key, or two one after the other.

A label with two keys is a letter and a digit, such as P1. There is no time limit anywhere:

- Where a label has P alone, P gives that label at once. A digit then gives the subtype, as long as
  an entity of P or of one of its subtypes has the focus: right after marking, or found with Tab.
- Where no label has P alone, P waits (a mode): status line and panel show what can follow, a digit
  gives the label, Esc leaves. Nothing is changed before the digit.
"""

from __future__ import annotations

from msgspec import Struct

from annotator.desktop import marking
from annotator.desktop.article.scene import ArticleState
from annotator.desktop.language import current
from annotator.desktop.suggestions import confirming
from annotator.desktop.workspace import Workspace
from annotator.model.annotations import Entity
from annotator.model.labels import EntityLabel


class Waiting(Struct, frozen=True):
    """The mode between the two keys of a label; `labels` are those that begin with `first`."""

    first: str
    labels: tuple[EntityLabel, ...]

    @property
    def within(self) -> frozenset[str]:
        """Every action ends it."""
        return frozenset()

    def key(self, workspace: Workspace, name: str) -> bool:
        """A digit gives a label or is refused; Backspace takes the first key back."""
        if name == "Backspace":
            workspace.set_mode(None)
        elif name in _DIGITS:
            self._digit(workspace, name)
        else:
            return False
        return True

    def _digit(self, workspace: Workspace, digit: str) -> None:
        keys = self.first + digit
        label = next((one for one in self.labels if one.key == keys), None)
        if label is None:
            workspace.refuse("No label has the keys {keys}.", keys=keys)
        else:
            workspace.set_mode(None)
            marking.label(workspace, label.name)

    def click(self, workspace: Workspace, id: str | None) -> bool:
        """A click means what it always does, and ends the waiting."""
        workspace.set_mode(None)
        return False

    def shown(self, workspace: Workspace, state: ArticleState) -> ArticleState:
        """The article looks as ever."""
        return state

    def aloud(self, workspace: Workspace) -> str:
        """Nothing else than what is in focus."""
        return ""

    def useful(self, workspace: Workspace) -> list[tuple[str, str]]:
        """The digits that can follow, each with its label."""
        return _digits(self.labels)


def waiting(workspace: Workspace) -> Waiting | None:
    """The mode, if a second key is awaited."""
    return workspace.mode if isinstance(workspace.mode, Waiting) else None


def press(workspace: Workspace, name: str) -> bool:
    """Give the label with the key `name`, or await the second key; False if no label has it."""
    if workspace.annotated is None or len(name) != 1:
        return False
    if confirming.accept_relation(workspace, name):
        return True
    subtype = next((one for one in subtypes(workspace) if one.key and one.key[1] == name), None)
    label = subtype or workspace.labels.entity_by_key(name)
    following = workspace.labels.entities_after(name)
    if label is not None:
        marking.label(workspace, label.name)
    elif following and workspace.read_only:
        workspace.refuse_reading()
    elif following:
        workspace.set_mode(Waiting(name, following))
    return label is not None or bool(following)


def subtypes(workspace: Workspace) -> tuple[EntityLabel, ...]:
    """The labels that a digit alone gives now: those of the family of the focused entity."""
    annotated, labels = workspace.shown, workspace.labels
    focused = annotated.get(workspace.focus) if annotated is not None else None
    if not isinstance(focused, Entity) or workspace.selection is not None:
        return ()
    own = labels.entity(focused.label)
    first = own.key[0] if own is not None and own.key else ""
    return labels.entities_after(first) if labels.entity_by_key(first) is not None else ()


def useful(workspace: Workspace) -> list[tuple[str, str]]:
    """For the status line: the digits that change the focused entity to a subtype."""
    return _digits(subtypes(workspace))


_DIGITS = frozenset("0123456789")
_HINTS = 6


def _digits(labels: tuple[EntityLabel, ...]) -> list[tuple[str, str]]:
    return [(one.key[1], one.title.in_language(current())) for one in labels[:_HINTS] if one.key]
