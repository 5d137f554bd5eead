"""What a mode is: a way of going on in which keys mean something else until it is left.

A mode is a frozen value that the workspace holds; going on with it means holding another value.
Each has a module of its own, which says what its keys do, what the article shows meanwhile and
what the status line offers. What all have in common is said here, and `keys` and `actions` see to
it:

- The mode is asked first. What it has no use for it leaves alone.
- Letters, digits, signs, Tab and the keys that delete belong to the mode while it lasts: one that
  means nothing in it is refused, and never does what it does elsewhere.
- Every other key leaves the mode and does what it always does, except the actions that the mode
  names in `within`. Escape leaves it and does nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from annotator.desktop.article.scene import ArticleState
    from annotator.desktop.workspace import Workspace

_KEPT = frozenset({"Tab", "Shift+Tab", "Delete", "Backspace"})


class Mode(Protocol):
    """See the module. Every method gets the workspace whose mode this is."""

    @property
    def within(self) -> frozenset[str]:
        """The ids of the actions that do not end this mode."""

    def key(self, workspace: Workspace, name: str) -> bool:
        """Do what the key `name` means; False if the mode has no use for it."""

    def click(self, workspace: Workspace, id: str | None) -> bool:
        """Do what a click on the annotation `id` means; False if it means what it always does."""

    def shown(self, workspace: Workspace, state: ArticleState) -> ArticleState:
        """What the article shows meanwhile; `state` is what it would show without the mode."""

    def aloud(self, workspace: Workspace) -> str:
        """What a screen reader says of where one is; "" for what it says without the mode."""

    def useful(self, workspace: Workspace) -> list[tuple[str, str]]:
        """The keys that act, each with what it does, translated; Escape is understood."""


def ends_here(name: str) -> bool:
    """Whether a key that a mode has no use for is refused, rather than end the mode."""
    return len(name) == 1 or name in _KEPT
