"""Moving through the text by words and lines. Arabic reads leftwards: onward is to the left."""

from __future__ import annotations

from typing import Protocol

from annotator.desktop import keymap
from annotator.desktop.suggestions import confirming
from annotator.desktop.workspace import Workspace
from annotator.model.spans import Fragment
from annotator.text.tokens import nearest_word, word_after, word_before


class Lines(Protocol):
    """What moving needs to know of the lines on the screen; positions are code points."""

    def line_range(self, position: int) -> Fragment:
        """The start and end of the line that holds `position`."""

    def above(self, position: int) -> int:
        """The position on the line above, at the same place across."""

    def below(self, position: int) -> int:
        """The position on the line below, at the same place across."""


def onward(workspace: Workspace, *, extend: bool = False) -> None:
    """To the next word; to the one after the focused annotation or the selection."""
    _go(workspace, word_after(workspace.text, _from(workspace, extend)[1]), extend)


def back(workspace: Workspace, *, extend: bool = False) -> None:
    """To the previous word."""
    _go(workspace, word_before(workspace.text, _from(workspace, extend)[0]), extend)


def up(workspace: Workspace, lines: Lines, *, extend: bool = False, steps: int = 1) -> None:
    """To the word above."""
    position = _from(workspace, extend)[0]
    for _ in range(steps):
        position = lines.above(position)
    _go(workspace, nearest_word(workspace.text, position), extend)


def down(workspace: Workspace, lines: Lines, *, extend: bool = False, steps: int = 1) -> None:
    """To the word below."""
    position = _last_word(workspace, extend)
    for _ in range(steps):
        position = lines.below(position)
    _go(workspace, nearest_word(workspace.text, position), extend)


def line_start(workspace: Workspace, lines: Lines, *, extend: bool = False) -> None:
    """To the first word of the line."""
    start, _ = lines.line_range(_from(workspace, extend)[0])
    _go(workspace, nearest_word(workspace.text, start), extend)


def line_end(workspace: Workspace, lines: Lines, *, extend: bool = False) -> None:
    """To the last word of the line."""
    _, end = lines.line_range(_last_word(workspace, extend))
    _go(workspace, word_before(workspace.text, end), extend)


def article_start(workspace: Workspace, *, extend: bool = False) -> None:
    """To the first word of the article."""
    _go(workspace, word_after(workspace.text, 0), extend)


def article_end(workspace: Workspace, *, extend: bool = False) -> None:
    """To the last word of the article."""
    _go(workspace, word_before(workspace.text, len(workspace.text)), extend)


def _from(workspace: Workspace, extend: bool) -> Fragment:
    """Where a move begins: at the cursor; one that extends, at either end of what it grows from."""
    grown = workspace.anchor or workspace.unit()
    within = grown[0] <= workspace.cursor[0] and workspace.cursor[1] <= grown[1]
    return grown if extend and (within or workspace.anchor is None) else workspace.cursor


def _last_word(workspace: Workspace, extend: bool) -> int:
    """The start of the last word of that."""
    begun = _from(workspace, extend)
    return (word_before(workspace.text, begun[1]) or begun)[0]


def _go(workspace: Workspace, word: Fragment | None, extend: bool) -> None:
    # At the ends there is no further word: the cursor stays, a focus is dropped all the same.
    workspace.set_cursor(word or workspace.cursor, extend=extend)


def to_annotation(workspace: Workspace, step: int) -> None:
    """Focus the next (1) or previous (-1) entity or quote, from the focus or the cursor on.

    From a suggestion to the next suggestion, round and round.
    """
    if workspace.annotated is None or workspace.shown is None:
        return
    if workspace.focus in workspace.offered:
        # Who goes through suggestions is about to decide: what is marked is not asked about again.
        confirming.go_round(workspace, step)
        return
    position = workspace.cursor[0]
    found = workspace.shown.neighbour(position, step, after=workspace.focus)
    if found is not None:
        workspace.set_focus(found.id)
    elif len(workspace.annotated):
        workspace.say("No further annotation in this article.")
    else:
        workspace.say("This article has no annotation yet.")


def to_relation(workspace: Workspace) -> None:
    """Focus the relations of the focused annotation, one after the other."""
    annotated, focus = workspace.annotated, workspace.focus
    if annotated is None or focus is None:
        workspace.say(
            "Focus an entity or a quote first, with {key}.", key=keymap.said("next-annotation")
        )
        return
    relations = annotated.relations
    current = next((one for one in relations if one.id == focus), None)
    # From a relation on, go round the relations of its head.
    centre = current.head if current is not None else focus
    mine = [one.id for one in relations if centre in (one.head, one.tail)]
    if not mine:
        workspace.say("No relation begins or ends here.")
        return
    index = mine.index(focus) + 1 if focus in mine else 0
    workspace.set_focus(mine[index % len(mine)])
