"""From article to article in the order of the list, and how one leaves them: done or skipped."""

from __future__ import annotations

from annotator.desktop import keymap
from annotator.desktop.neighbours import neighbour
from annotator.desktop.workspace import Workspace
from annotator.model.article import Status


def go_by(workspace: Workspace, step: int) -> None:
    """To the article `step` (1 or -1) further on in the list; stays where the list ends."""
    if workspace.project is None or workspace.number is None:
        return
    count = workspace.project.count()
    number = neighbour(workspace.number, step, workspace.listed, count)
    if number is not None:
        workspace.go_to(number)
    else:
        workspace.say("This is the last article." if step > 0 else "This is the first article.")


def finish(workspace: Workspace) -> None:
    """Mark the article done and go to the next unfinished one."""
    _leave_as(workspace, "done")


def skip(workspace: Workspace) -> None:
    """Mark the article skipped and go to the next unfinished one."""
    _leave_as(workspace, "skipped")


def _leave_as(workspace: Workspace, status: Status) -> None:
    if not workspace.set_status(status):
        return
    assert workspace.project is not None
    assert workspace.number is not None
    number = workspace.project.next_unfinished(workspace.number, workspace.layer, workspace.listed)
    if number is not None:
        workspace.go_to(number)
    elif workspace.listed is not None:
        workspace.say(
            "No unfinished article is left in the list. {key}, then Esc, shows all.",
            key=keymap.said("focus-articles"),
        )
    else:
        workspace.say("No unfinished article is left.")


def reopen(workspace: Workspace) -> None:
    """Take the mark “done” or “skipped” off the article."""
    if workspace.annotated is None:
        return
    if workspace.set_status("begun" if len(workspace.annotated) else "new"):
        workspace.say("This article counts as unfinished again.")
