"""Leaves particles (و ف ب ك ل) out of what is marked, and says so.

Only what is selected by words or stands under the cursor: whoever has moved an edge letter by
letter has decided. The article ال stays, and so does everything where the evidence does not decide.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from annotator.desktop import keymap
from annotator.desktop.workspace import Workspace
from annotator.model.spans import Span
from annotator.text.evidence import Evidence
from annotator.text.segments import cue_start, name_start

if TYPE_CHECKING:
    from annotator.desktop.window import MainWindow

Start = Callable[[str, int, int, Evidence], int]


def toggle(window: MainWindow) -> None:
    """Leave particles out of what is marked from now on, or leave them in."""
    wanted = not window.workspace.leave_out
    window.settings.change(leave_out=wanted)
    window.workspace.leave_out = wanted
    if wanted:
        window.workspace.say("Particles are left out of what is marked.")
    else:
        window.workspace.say("Particles stay in what is marked.")


def without(workspace: Workspace, span: Span, start_of: Start = name_start) -> Span:
    """`span` without the particles of its first word, if that is what the person wants."""
    annotated = workspace.annotated
    if annotated is None or not workspace.leave_out or workspace.by_hand is span:
        return span
    (start, end), *others = span.fragments
    place = start_of(annotated.text, start, end, workspace.knowledge.of(annotated))
    return Span(((place, end), *others))


def of_cue(workspace: Workspace, span: Span) -> Span:
    """The same for a cue: only و and ف are left out."""
    return without(workspace, span, cue_start)


def say_left_out(workspace: Workspace, whole: Span, marked: Span) -> None:
    """Say which particles were left out, and with which key they come in again."""
    if marked.start > whole.start:
        workspace.say(
            "Left out: “{particles}”. {key} takes it in.",
            particles=workspace.text[whole.start : marked.start],
            key=keymap.said("start-back"),
        )


def say_left_out_of_part(workspace: Workspace, whole: Span, part: Span) -> None:
    """The same for a cue or source: the keys of edges move those of the quote in focus."""
    if part.start > whole.start:
        workspace.say(
            "Left out: “{particles}”.", particles=workspace.text[whole.start : part.start]
        )
