"""The menu *Move*: by words, lines and pages, to annotations, through the articles."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from annotator.desktop import going, moving, walking
from annotator.desktop.commands.action import Action, annotating, reading

if TYPE_CHECKING:
    from annotator.desktop.window import MainWindow


def _walk(
    key: str, id: str, title: str, go: Callable[[MainWindow, bool], None]
) -> tuple[Action, ...]:
    """A movement, and the same with Shift, which extends the selection."""
    name = key.rpartition("+")[2]
    shifted = f"Ctrl+Shift+{name}" if key.startswith("Ctrl+") else f"Shift+{name}"
    return (
        Action(id, title, "Move the cursor.", (key,), "move", lambda w: go(w, False)),
        Action(f"{id}-extend", f"{title}, extending", "Extend the selection by words.",
               (shifted,), "", lambda w: go(w, True)),
    )  # fmt: skip


MOVE: tuple[Action, ...] = (
    *_walk("Left", "next-word", "Next word", lambda w, e: moving.onward(w.workspace, extend=e)),
    *_walk("Right", "previous-word", "Previous word",
           lambda w, e: moving.back(w.workspace, extend=e)),
    *_walk("Up", "word-above", "Word above",
           lambda w, e: moving.up(w.workspace, w.view, extend=e)),
    *_walk("Down", "word-below", "Word below",
           lambda w, e: moving.down(w.workspace, w.view, extend=e)),
    *_walk("Home", "line-start", "Start of the line",
           lambda w, e: moving.line_start(w.workspace, w.view, extend=e)),
    *_walk("End", "line-end", "End of the line",
           lambda w, e: moving.line_end(w.workspace, w.view, extend=e)),
    *_walk("PageUp", "page-up", "A page up",
           lambda w, e: moving.up(w.workspace, w.view, extend=e, steps=w.view.page_lines())),
    *_walk("PageDown", "page-down", "A page down",
           lambda w, e: moving.down(w.workspace, w.view, extend=e, steps=w.view.page_lines())),
    *_walk("Ctrl+Home", "article-start", "Start of the article",
           lambda w, e: moving.article_start(w.workspace, extend=e)),
    *_walk("Ctrl+End", "article-end", "End of the article",
           lambda w, e: moving.article_end(w.workspace, extend=e)),
    Action("go", "Go to a word…",
           "Letters appear over the words in view: type those of the one to go to.",
           ("G",), "move", lambda w: going.start(w.workspace, w.view.visible_range())),
    Action("go-extend", "Go to a word, extending",
           "Select up to that word; Shift with its last letter does so too.",
           ("Shift+G",), "",
           lambda w: going.start(w.workspace, w.view.visible_range(), extend=True)),
    Action("next-annotation", "Next annotation", "Focus the next entity or quote.",
           ("Tab",), "move", lambda w: moving.to_annotation(w.workspace, 1)),
    Action("previous-annotation", "Previous annotation", "Focus the one before.",
           ("Shift+Tab",), "move", lambda w: moving.to_annotation(w.workspace, -1)),
    Action("next-relation", "Relations of the annotation",
           "Focus the relations of the focused annotation, one after the other.",
           ("Shift+R",), "move", lambda w: moving.to_relation(w.workspace)),
    Action("next-article", "Next article", "Go to the next article.",
           ("Ctrl+PageDown",), "move", lambda w: walking.go_by(w.workspace, 1), reading,
           "window"),
    Action("previous-article", "Previous article", "Go to the article before.",
           ("Ctrl+PageUp",), "move", lambda w: walking.go_by(w.workspace, -1), reading,
           "window"),
    Action("done", "Done, next unfinished",
           "Mark the article done and go to the next unfinished one.",
           ("Ctrl+Return",), "move", lambda w: walking.finish(w.workspace), annotating,
           "window"),
    Action("skip", "Skip, next unfinished",
           "Leave this article out and go to the next unfinished one.",
           ("Ctrl+Shift+PageDown",), "move", lambda w: walking.skip(w.workspace), annotating,
           "window"),
    Action("reopen", "Not done yet", "Take the mark “done” or “skipped” off this article.",
           ("Ctrl+Shift+Return",), "move", lambda w: walking.reopen(w.workspace), annotating,
           "window"),
    Action("to-learn", "Next by what teaches most",
           "After an article that is done comes the one from which the model learns most.",
           (), "move", walking.choose_order, scope="window",
           checked=lambda w: w.to_learn),
)  # fmt: skip
