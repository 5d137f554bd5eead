"""How the window and its articles look: each choice is remembered and shown at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.desktop import typesetting
from annotator.desktop.settings import ZOOM, Theme

if TYPE_CHECKING:
    from annotator.desktop.window import MainWindow


def set_theme(window: MainWindow, chosen: Theme) -> None:
    """Be light or dark, of high contrast, or what the system is, from now on."""
    window.settings.change(theme=chosen)
    window.apply_theme()


def zoom(window: MainWindow, step: int) -> None:
    """Make the article's text larger or smaller by a step; 0 goes back to its normal size."""
    now = window.settings.now.zoom
    wanted = max(ZOOM[0], min(ZOOM[1], now + step)) if step else 0
    set_type(window, zoom=wanted)


def set_type(window: MainWindow, **chosen: object) -> None:
    """Set articles by these settings (font, spacing, width, zoom) from now on."""
    window.settings.change(**chosen)
    set_style(window)


def set_style(window: MainWindow) -> None:
    """Set articles, hits and findings as the settings say."""
    style = typesetting.style(window.settings.now)
    for part in (window.view, window.search, window.checks):
        part.set_style(style)


def toggle_arcs(window: MainWindow) -> None:
    """Show the arcs of all relations in view, or of what is in focus alone again."""
    wanted = not window.settings.now.all_arcs
    window.settings.change(all_arcs=wanted)
    window.view.set_all_arcs(wanted)
    if wanted:
        window.workspace.say("The arcs of all relations are shown.")
    else:
        window.workspace.say("Only the arcs of what is in focus are shown.")
