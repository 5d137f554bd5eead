"""The menu *Suggestions*: deciding about them, and having them made."""

from __future__ import annotations

from annotator.desktop.commands.action import Action, annotating, with_project
from annotator.desktop.suggestions import alike, confirming, models, switching
from annotator.desktop.workspace import Workspace


def offered(workspace: Workspace) -> bool:
    """Allowed with a suggestion in focus."""
    return annotating(workspace) and confirming.in_focus(workspace)


SUGGEST: tuple[Action, ...] = (
    Action("next-suggestion", "Next suggestion",
           "Go to the next suggestion; from there Tab goes on.",
           ("F4",), "suggest", lambda w: confirming.go_on(w.workspace), annotating),
    Action("accept", "Accept the suggestion",
           "Take it as it is, with all that it refers to; Enter does so on a suggestion.",
           (), "suggest", lambda w: confirming.accept_or_say(w.workspace), annotating,
           context=offered),
    Action("reject", "Reject the suggestion",
           "Do not suggest this here again; Delete does so on a suggestion.",
           (), "suggest", lambda w: confirming.reject_or_say(w.workspace), annotating,
           context=offered),
    Action("accept-alike", "Accept all like this…",
           "Every suggestion that says the same of the same words and was on the screen.",
           ("Shift+Return",), "suggest", lambda w: alike.start(w.workspace), offered,
           context=True),
    Action("suggest", "Suggest for this article",
           "Have the suggesters look at the article as it is now.",
           (), "suggest", lambda w: w.maker.here(), annotating, "window"),
    Action("suggest-all", "Suggest for all articles",
           "Have the suggesters look at all articles that are not finished.",
           (), "suggest", lambda w: w.maker.everywhere(), with_project, "window"),
    Action("suggest-camel", "Suggest with a BERT model…",
           "Have the model of camel-tools, or one in a folder, look at all unfinished articles.",
           (), "suggest", lambda w: models.suggest(w), with_project, "window"),
    Action("learn", "Learn from the finished articles",
           "Train a model on what you have finished; it suggests entities from then on.",
           ("F2",), "suggest", lambda w: w.maker.learn(), with_project, "window"),
    Action("suggest-unasked", "Suggest unasked",
           "Whether suggestions are made when an article is opened, or only on request.",
           (), "suggest", lambda w: switching.toggle_unasked(w), with_project, "window",
           checked=lambda w: w.suggest_unasked),
)  # fmt: skip
