"""The menu *Edit*: undo, and the edges of spans."""

from __future__ import annotations

from annotator.desktop import edges, marking, undoing
from annotator.desktop.commands.action import Action, annotating, focused

EDIT: tuple[Action, ...] = (
    Action("undo", "Undo", "Take back the last edit of this article.",
           ("Ctrl+Z",), "edit", lambda w: undoing.undo(w.workspace), annotating, "window"),
    Action("redo", "Redo", "Carry out again what was taken back.",
           ("Ctrl+Shift+Z", "Ctrl+Y"), "edit", lambda w: undoing.redo(w.workspace), annotating,
           "window"),
    Action("delete", "Delete the annotation",
           "Delete the focused annotation, and the relations that need it; reject a suggestion.",
           ("Delete", "Backspace"), "edit", lambda w: marking.delete(w.workspace), focused,
           context=True),
    Action("start-on", "Start edge onward",
           "Move the start edge on: past a particle, else one letter.",
           ("[",), "edit", lambda w: edges.move_edge(w.workspace, "start", 1), annotating),
    Action("start-back", "Start edge back",
           "Move the start edge back: over the particles, else one letter.",
           ("{",), "edit", lambda w: edges.move_edge(w.workspace, "start", -1), annotating),
    Action("end-back", "End edge back",
           "Move the end edge back: before a pronoun, else one letter.",
           ("]",), "edit", lambda w: edges.move_edge(w.workspace, "end", -1), annotating),
    Action("end-on", "End edge onward",
           "Move the end edge on: past a pronoun, else one letter.",
           ("}",), "edit", lambda w: edges.move_edge(w.workspace, "end", 1), annotating),
)  # fmt: skip
