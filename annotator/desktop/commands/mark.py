"""The menu *Mark*: all that makes annotations, and leaving what one is in."""

from __future__ import annotations

from annotator.desktop import marking, particles, quoting, relating, same
from annotator.desktop.commands.action import Action, always, annotating
from annotator.desktop.dialogs import everywhere
from annotator.desktop.suggestions import confirming

MARK: tuple[Action, ...] = (
    Action("choose-label", "Choose a label…",
           "Mark by typing part of a label’s name; on a suggestion, Enter accepts it.",
           ("Return",), "mark", lambda w: w.choose_label(), annotating, context=True),
    Action("quote", "Quote",
           "The selection, or what is quoted around the cursor; again takes more or less.",
           ("Q",), "mark", lambda w: quoting.quote(w.workspace), annotating, context=True),
    Action("speaker", "Speaker of the quote",
           "The selection, or the entity under the cursor, speaks; again takes it off.",
           ("W",), "mark", lambda w: quoting.speaker(w.workspace), annotating, context=True),
    Action("cue", "Cue of the quote",
           "The selection, or the word under the cursor, introduces it; again takes it off.",
           ("E",), "mark", lambda w: quoting.cue(w.workspace), annotating, context=True),
    Action("speaker-only", "Speaker, not the source",
           "The entity under the cursor speaks, the source stays; again takes the source off.",
           ("Shift+W",), "mark", lambda w: quoting.speaker_only(w.workspace), annotating),
    Action("more-cue", "More of the cue",
           "Add the selection, or the word under the cursor, to the cue.",
           ("Shift+E",), "mark", lambda w: quoting.more_cue(w.workspace), annotating),
    Action("relate", "Relation…",
           "Start a relation here, or again to here; pick the other end, then the label.",
           ("R",), "mark", lambda w: confirming.kept(
               w.workspace, lambda: relating.start(w.workspace, w.view.visible_range)
           ),
           annotating, context=True),
    Action("same", "Mark all same…",
           "Every same string in this article gets the entity’s label; Tab and Delete choose.",
           ("A",), "mark", lambda w: confirming.kept(w.workspace, lambda: same.start(w.workspace)),
           annotating, context=True),
    Action("same-everywhere", "Mark all same in all articles…",
           "Every same string of the corpus in a list, each of which can be left out.",
           ("Shift+A",), "mark", lambda w: everywhere.start(w), annotating),
    Action("type", "Change type",
           "The next type of a quote, or the next value of an entity’s first attribute.",
           ("T",), "mark", lambda w: marking.change_type(w.workspace), annotating,
           context=True),
    Action("fragment", "Add a fragment",
           "Add the selection to the annotation that was last in focus.",
           ("F",), "mark", lambda w: marking.add_fragment(w.workspace), annotating,
           context=True),
    Action("leave-out", "Leave particles out",
           "Whether و ف ب ك ل in front of a word are left out of what is marked.",
           (), "mark", lambda w: particles.toggle(w), always, "window",
           checked=lambda w: w.leave_out),
    Action("escape", "Leave", "Leave a mode, drop the focus, drop the selection.",
           ("Escape",), "", lambda w: marking.escape(w.workspace)),
)  # fmt: skip
