"""From article to article in the order of the list, and how one leaves them: done or skipped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.desktop import keymap
from annotator.desktop.neighbours import neighbour
from annotator.desktop.workspace import Workspace
from annotator.exchange.ordering import next_to_learn, recall
from annotator.model.article import Status

if TYPE_CHECKING:
    from annotator.desktop.window import MainWindow


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
    if _go_to_learn(workspace):
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


def _go_to_learn(workspace: Workspace) -> bool:
    """To the article from which the model learns most, if that is wanted, and say why it is that.

    False where it is not wanted, nothing was learned yet, or all of that order is finished.
    """
    if not workspace.to_learn or workspace.project is None or workspace.number is None:
        return False
    place = next_to_learn(workspace.project, workspace.layer, workspace.number, workspace.listed)
    if place is None:
        return False
    workspace.go_to(place.number)
    if place.by_lot:
        workspace.say("This article was drawn by lot, so that the model meets something new.")
    else:
        workspace.say(
            "The model is least sure of this article: {percent}% of its words are in doubt.",
            percent=round(100 * place.doubt),
        )
    return True


def choose_order(window: MainWindow) -> None:
    """Take next what the model learns most from, or the articles in their order again."""
    workspace = window.workspace
    wanted = not workspace.to_learn
    window.settings.change(to_learn=wanted)
    workspace.to_learn = wanted
    if not wanted:
        workspace.say("The next article is the next one in the list.")
    elif workspace.project is not None and recall(workspace.project) is None:
        workspace.say("The next article is the next one in the list, until something was learned.")
    else:
        workspace.say("The next article is the one from which the model learns most.")


def reopen(workspace: Workspace) -> None:
    """Take the mark “done” or “skipped” off the article."""
    if workspace.annotated is None:
        return
    if workspace.set_status("begun" if len(workspace.annotated) else "new"):
        workspace.say("This article counts as unfinished again.")
