"""The menu *View*, what is in view: lists, pages, guidelines, layers."""

from __future__ import annotations

from annotator.desktop import checking, consulting, searching, taking
from annotator.desktop.commands.action import Action, reading, with_project
from annotator.desktop.suggestions import switching

VIEW: tuple[Action, ...] = (
    Action("focus-article", "To the article", "Give the article the keyboard.",
           ("F6",), "view", lambda w: w.focus_article(), reading, "window"),
    Action("focus-articles", "To the list of articles",
           "Give the list the keyboard; typing filters it, ← → choose a state.",
           ("F7",), "view", lambda w: w.focus_articles(), with_project, "window"),
    Action("articles-state", "Articles by state…", "List only articles of one state.",
           (), "view", lambda w: w.choose_state(), with_project, "window"),
    Action("articles-order", "Order of the articles…",
           "Sort the list by title, state, annotations or date.",
           (), "view", lambda w: w.choose_order(), with_project, "window"),
    Action("focus-annotations", "To the list of annotations", "Give the list the keyboard.",
           ("F8",), "view", lambda w: w.focus_annotations(), reading, "window"),
    Action("focus-inspector", "To the details",
           "Give the details of the annotation the keyboard: label, attributes, note.",
           ("F9",), "view", lambda w: w.focus_inspector(), reading, "window"),
    Action("search", "Search all articles", "Find words, and mark what is found.",
           ("Ctrl+F",), "view", lambda w: searching.show(w), with_project, "window"),
    Action("checks", "Check the annotations",
           "Find what is worth a second look; there, check again.",
           ("F5",), "view", lambda w: checking.show(w), with_project, "window"),
    Action("next-finding", "Next finding",
           "Go to the place of the next finding of the checks.",
           ("Shift+F5",), "view", lambda w: checking.go_by(w, 1), with_project, "window"),
    Action("statistics", "Statistics",
           "Labels, relations, speakers, progress and lengths, as charts.",
           (), "view", lambda w: taking.show(w), with_project, "window"),
    Action("guidelines", "Guidelines", "Show the guidelines of the label beside the text.",
           ("Ctrl+G",), "view", lambda w: consulting.toggle(w), with_project, "window"),
    Action("focus-guidelines", "To the guidelines",
           "Give the guidelines the keyboard: arrows scroll, letters find a section.",
           ("F10",), "view", lambda w: consulting.take_keyboard(w), with_project, "window"),
    Action("edit-guidelines", "Edit the guidelines…",
           "Change what the project says about its labels.",
           (), "view", lambda w: w.edit_guidelines(), with_project, "window"),
    Action("suggestions", "Suggestions",
           "Whether what models suggest is shown in the text.",
           (), "view", lambda w: switching.toggle_shown(w), with_project, "window",
           checked=lambda w: not w.offered.hidden),
    Action("layer", "Whose annotations…", "Look at another author’s annotations.",
           ("Ctrl+L",), "view", lambda w: w.choose_layer(), with_project, "window"),
)  # fmt: skip
