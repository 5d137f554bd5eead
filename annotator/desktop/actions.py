"""Every action, declared once: menus, palette, key page, context menu and README read this table.

Its lines stand in `commands`, a module a menu. An action's title and help are the English source of
their translations. Its keys are named as on a US keyboard, see `keys`. Actions of the scope
`article` act while the article has the focus, those of the scope `window` everywhere in the window.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.desktop import keymap
from annotator.desktop.commands.action import Action
from annotator.desktop.commands.edit import EDIT
from annotator.desktop.commands.file import FILE
from annotator.desktop.commands.help import HELP
from annotator.desktop.commands.look import LOOK
from annotator.desktop.commands.mark import MARK
from annotator.desktop.commands.move import MOVE
from annotator.desktop.commands.suggest import SUGGEST
from annotator.desktop.commands.view import VIEW
from annotator.desktop.keymap import Scope

if TYPE_CHECKING:
    from annotator.desktop.window import MainWindow
    from annotator.desktop.workspace import Workspace

__all__ = ["ACTIONS", "MENUS", "Action", "by_id", "by_key", "hindrance", "trigger"]

MENUS: tuple[tuple[str, str], ...] = (
    ("file", "File"),
    ("edit", "Edit"),
    ("mark", "Mark"),
    ("suggest", "Suggestions"),
    ("move", "Move"),
    ("view", "View"),
    ("help", "Help"),
)


ACTIONS: tuple[Action, ...] = (*FILE, *EDIT, *MARK, *SUGGEST, *MOVE, *VIEW, *LOOK, *HELP)

_BY_ID = {action.id: action for action in ACTIONS}
keymap.declare(keymap.Declared(one.id, one.scope, one.keys) for one in ACTIONS)


def by_key(scope: Scope, name: str) -> Action | None:
    """The action of `scope` that has this key now."""
    id = keymap.holder(scope, name)
    return _BY_ID[id] if id is not None else None


def by_id(id: str) -> Action:
    """The action called `id`."""
    return _BY_ID[id]


def hindrance(action: Action, workspace: Workspace) -> str:
    """Why the action is not allowed now, as a template with `{layer}`; "" if it is."""
    if action.allowed(workspace):
        return ""
    if workspace.project is None:
        return "No project is open."
    if workspace.annotated is None:
        return "There is no article here yet."
    if workspace.read_only:
        return "These are the annotations of {layer}. Choose your own layer to annotate."
    return "Focus an annotation first."


def trigger(action: Action, window: MainWindow) -> None:
    """Carry the action out if it is allowed now; otherwise say so, or let it give its reason."""
    workspace = window.workspace
    mode = workspace.mode
    if mode is not None and action.id != "escape" and action.id not in mode.within:
        workspace.set_mode(None)
    if action.allowed(workspace):
        action.run(window)
    elif workspace.annotated is None:
        workspace.refuse("There is no article here yet.")
    elif workspace.read_only:
        workspace.refuse_reading()
    else:
        # What is missing is a focus; the action itself knows best how to say so.
        action.run(window)
