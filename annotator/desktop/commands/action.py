"""What an action is, and when one is allowed. Which ones there are the other modules say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.desktop.keymap import Scope

if TYPE_CHECKING:
    from annotator.desktop.window import MainWindow
    from annotator.desktop.workspace import Workspace

Condition = Callable[["Workspace"], bool]


def always(workspace: Workspace) -> bool:
    """Allowed at any time."""
    return True


def reading(workspace: Workspace) -> bool:
    """Allowed with an article in view."""
    return workspace.annotated is not None


def with_project(workspace: Workspace) -> bool:
    """Allowed with a project open."""
    return workspace.project is not None


def annotating(workspace: Workspace) -> bool:
    """Allowed with one's own layer of an article in view."""
    return workspace.annotated is not None and not workspace.read_only


def focused(workspace: Workspace) -> bool:
    """Allowed with an annotation of one's own in focus."""
    return (
        annotating(workspace)
        and workspace.focus is not None
        and workspace.focus not in workspace.offered
    )


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that a person can do. `menu` is one of `actions.MENUS`, or empty for none.

    `keys` are those it begins with; the ones that it has now are in `keymap`. `checked` tells, for
    a switch, whether it is on. `context` tells whether, or when, it stands in the article's menu.
    """

    id: str
    title: str
    help: str
    keys: tuple[str, ...]
    menu: str
    run: Callable[[MainWindow], object]
    allowed: Condition = reading
    scope: Scope = "article"
    context: bool | Condition = False
    checked: Condition | None = None

    def in_context(self, workspace: Workspace) -> bool:
        """Whether it stands in the menu of the article now."""
        there = self.context if isinstance(self.context, bool) else self.context(workspace)
        return there and self.allowed(workspace)
