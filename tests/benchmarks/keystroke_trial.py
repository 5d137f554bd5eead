"""Tries keys out without a window: the real actions on a workspace that stores nothing.

What a key does is asked of the program itself, so that a plan is never better than the program is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any, NamedTuple

from annotator.desktop import actions, labelkeys, modes
from annotator.desktop.article.view import ArticleView
from annotator.desktop.workspace import Workspace
from annotator.errors import UserError
from annotator.model.edits import Edit
from annotator.model.labels import LabelSet
from annotator.model.spans import Fragment

_STATE = ("annotated", "cursor", "anchor", "selection", "focus", "recent", "recent_quote", "mode")


@dataclass(frozen=True, slots=True)
class Hint:
    """A step: press `key`, read the letters that appear over `target`, type them.

    `target` is a word for G, an id for R. Which letters they are shows only when the key is down.
    """

    key: str
    target: Fragment | str


Step = str | Hint
Steps = tuple[Step, ...]


class NoWay(Exception):
    """The steps do not lead where they should."""


class State(NamedTuple):
    """All that a key press depends on."""

    values: tuple[Any, ...]

    @classmethod
    def of(cls, workspace: Workspace) -> State:
        """The state of a workspace now."""
        return cls(tuple(getattr(workspace, name) for name in _STATE))


class Trial(Workspace):
    """A workspace to try things in. `view` tells where lines are and what is in view."""

    def __init__(self, labels: LabelSet, view: ArticleView) -> None:
        super().__init__(keeps_place=False)
        self._tried, self.number = labels, 1
        self.author = self.layer = "trial"
        self._window: Any = SimpleNamespace(workspace=self, view=view)

    @property
    def labels(self) -> LabelSet:
        """The label set."""
        return self._tried

    def put(self, state: State) -> None:
        """Be in this state."""
        for name, value in zip(_STATE, state.values, strict=True):
            setattr(self, name, value)

    def do(self, edit: Edit, *, focus: str | None = None) -> bool:
        """Apply the edit here only."""
        if not edit or self.annotated is None:
            return False
        try:
            after = self.annotated.apply(edit)
        except UserError:
            return False
        self.changed(after, focus)
        return True

    def press(self, name: str) -> None:
        """Do what the key does while the article has the keyboard."""
        mode = self.mode
        if mode is not None and (mode.key(self, name) or modes.ends_here(name)):
            return
        action = actions.by_key("article", name)
        if action is not None and action.id != "choose-label":
            actions.trigger(action, self._window)
            return
        if not labelkeys.press(self, name):
            raise NoWay(name)


def carry_out(workspace: Workspace, press: Callable[[str], None], steps: Steps) -> list[str]:
    """Press what the steps say; return the names of all keys pressed. Raises `NoWay`."""
    names: list[str] = []
    for step in steps:
        first = step if isinstance(step, str) else step.key
        press(first)
        names.append(first)
        if isinstance(step, Hint):
            letters = hint_of(workspace, step.target)
            for letter in letters:
                press(letter)
            names.extend(letters)
    return names


def hint_of(workspace: Workspace, target: Fragment | str) -> str:
    """The letters that the mode shows over a word or an annotation. Raises `NoWay` without any."""
    hints: dict[object, str] = getattr(workspace.mode, "hints", {})
    if target not in hints:
        raise NoWay(target)
    return hints[target]
