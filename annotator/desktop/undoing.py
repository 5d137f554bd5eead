"""Undo and redo: through the history of the article in view; batches over many go as a whole."""

from __future__ import annotations

from typing import Literal

from annotator.desktop.suggestions import confirming
from annotator.desktop.workspace import Workspace
from annotator.errors import UserError


def undo(workspace: Workspace) -> None:
    """Take the last edit of this article back."""
    _travel(workspace, "undo")


def redo(workspace: Workspace) -> None:
    """Carry the edit that was last taken back out again."""
    _travel(workspace, "redo")


def _travel(workspace: Workspace, way: Literal["undo", "redo"]) -> None:
    if not workspace.may_change():
        return
    project, annotated, number = workspace.project, workspace.annotated, workspace.number
    assert project is not None
    assert annotated is not None
    assert number is not None
    try:
        batch = getattr(project, f"next_{way}")(number, workspace.layer)
        step = getattr(project, way)(number, workspace.layer, annotated)
    except UserError as error:
        workspace.refuse(error)
        return
    if step is None:
        _say_nothing_left(workspace, way)
        return
    after, edit = step
    suggested, following = workspace.offered.ids, workspace.offered.round(workspace.focus)
    workspace.changed(after, None)
    back = [one.id for one in edit.added if one.id in after]
    # A decision that is taken back leaves a suggestion to decide again.
    back += [id for id in workspace.offered.order if id not in suggested]
    if back:
        workspace.set_focus(back[0])
    elif not edit:
        confirming.go_to_first(workspace, following)
    if batch is not None and batch.articles not in ((), (number,)):
        workspace.summariesChanged.emit()
        _say_how_many(workspace, way, len(batch.articles))


def _say_nothing_left(workspace: Workspace, way: Literal["undo", "redo"]) -> None:
    if way == "undo":
        workspace.say("There is nothing to undo in this article.")
    else:
        workspace.say("There is nothing to redo in this article.")


def _say_how_many(workspace: Workspace, way: Literal["undo", "redo"], articles: int) -> None:
    if way == "undo":
        workspace.say_count("Taken back in %n articles.", articles)
    else:
        workspace.say_count("Done again in %n articles.", articles)
