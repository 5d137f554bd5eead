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
