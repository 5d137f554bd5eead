"""Going to any word in view by the letters that appear over it; with Shift, selecting up to it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from annotator.desktop import hints
from annotator.desktop.article.scene import ArticleState
from annotator.desktop.language import tr
from annotator.desktop.workspace import Workspace
from annotator.model.spans import Fragment
from annotator.text.tokens import word_at, words

_STEPPED = 2
"""Words away that arrow keys reach with no more presses than G and a letter."""


@dataclass(frozen=True, slots=True)
class Going:
    """`hints` are the letters of each word in view, `typed` what has been typed of one.

    `extend` tells whether the selection is to grow up to the word.
    """

    hints: dict[Fragment, str]
    extend: bool = False
    typed: str = ""

    @property
    def within(self) -> frozenset[str]:
        """Every other action ends it."""
        return frozenset()

    def key(self, workspace: Workspace, name: str) -> bool:
        """Letters choose the word; Shift with the last one selects up to it."""
        letter = name.removeprefix("Shift+")
        if name == "Backspace" and self.typed:
            workspace.set_mode(replace(self, typed=self.typed[:-1]))
        elif len(letter) == 1 and letter in hints.LETTERS:
            _type(workspace, self, letter, shift=letter != name)
        else:
            return False
        return True

    def click(self, workspace: Workspace, id: str | None) -> bool:
        """A click goes where it always goes, and that ends it."""
        workspace.set_mode(None)
        return False

    def shown(self, workspace: Workspace, state: ArticleState) -> ArticleState:
        """The letters that still fit, over their words."""
        return replace(state, hints=hints.fitting(self.hints, self.typed), typed=self.typed)

    def aloud(self, workspace: Workspace) -> str:
        """Nothing else than what is in focus."""
        return ""

    def useful(self, workspace: Workspace) -> list[tuple[str, str]]:
        """What the letters do, with Shift and without."""
        if self.extend:
            return [(tr("Letters"), tr("select up to the word"))]
        return [(tr("Letters"), tr("go to the word")), ("Shift", tr("select up to it"))]


def start(workspace: Workspace, visible: Fragment, *, extend: bool = False) -> None:
    """Put letters over the words within `visible`, a range of code points.

    None over the word under the cursor: there one is already.
    """
    text = workspace.text
    cut = words(text, *visible)
    # A word that is longer than a line may begin before the view and end behind it.
    seen = list(dict.fromkeys(word_at(text, start) or (start, end) for start, end in cut))
    before = sum(1 for word in seen if word[0] < workspace.cursor[0])
    others = [word for word in seen if word != workspace.cursor]
    if not others:
        workspace.refuse("There is no other word in view to go to.")
        return
    workspace.set_mode(Going(hints.give(others, before, _STEPPED), extend))


def _type(workspace: Workspace, going: Going, letter: str, *, shift: bool) -> None:
    typed = going.typed + letter
    left = hints.fitting(going.hints, typed)
    found = next((word for word, hint in left.items() if hint == typed), None)
    if found is not None:
        workspace.mode = None
        workspace.set_cursor(found, extend=going.extend or shift)
    elif left:
        workspace.set_mode(replace(going, typed=typed))
    else:
        workspace.refuse("No word has the letters {letters}.", letters=typed)
