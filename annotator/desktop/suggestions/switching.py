"""The switches of suggestions: whether they are shown, and whether they come by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.desktop.window import MainWindow


def toggle_shown(window: MainWindow) -> None:
    """Show suggestions, or hide them all; what was decided stays."""
    workspace = window.workspace
    hidden = not workspace.offered.hidden
    window.settings.change(suggestions=not hidden)
    workspace.offered.hidden = hidden
    workspace.renew_offers()
    if hidden:
        workspace.say("Suggestions are hidden now.")
    else:
        workspace.say("Suggestions are shown again.")


def toggle_unasked(window: MainWindow) -> None:
    """Have suggestions made when an article is opened, or only on request."""
    workspace = window.workspace
    workspace.suggest_unasked = not workspace.suggest_unasked
    window.settings.change(suggest_unasked=workspace.suggest_unasked)
    window.maker.switched()
    if workspace.suggest_unasked:
        workspace.say("Suggestions are made when an article is opened.")
    else:
        workspace.say("Suggestions are made only when you ask for them.")
