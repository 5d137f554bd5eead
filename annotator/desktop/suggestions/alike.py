"""Taking all suggestions that say the same, of those that were on screen: pruned, then at once."""

from __future__ import annotations

from dataclasses import dataclass, replace

from annotator.desktop import keymap
from annotator.desktop.article.scene import ArticleState
from annotator.desktop.keynames import isolated
from annotator.desktop.language import tr
from annotator.desktop.panels.rows import one_line
from annotator.desktop.suggestions import confirming
from annotator.desktop.workspace import Workspace
from annotator.errors import UserError
from annotator.model.annotations import Relation

_STEPS = {"Tab": 1, "Shift+Tab": -1}


@dataclass(frozen=True, slots=True)
class Alike:
    """`ids` are the suggestions, in order; `taken` those that will be, `at` the one in focus."""

    ids: tuple[str, ...]
    taken: frozenset[str]
    at: str

    @property
    def within(self) -> frozenset[str]:
        """Every other action ends it."""
        return frozenset()

    def key(self, workspace: Workspace, name: str) -> bool:
        """Tab goes on, Delete or Space leaves one out or takes it again, Return accepts."""
        if name in _STEPS:
            place = self.ids.index(self.at) + _STEPS[name]
            _show(workspace, replace(self, at=self.ids[place % len(self.ids)]))
        elif name in ("Delete", "Backspace", "Space"):
            workspace.set_mode(replace(self, taken=self.taken ^ {self.at}))
        elif name in ("Return", *keymap.of("accept-alike")):
            _accept(workspace, self)
        else:
            return False
        return True

    def click(self, workspace: Workspace, id: str | None) -> bool:
        """A click leaves one out or takes it again; what is not meant is not for now."""
        if id is not None and id in self.ids:
            workspace.set_mode(replace(self, taken=self.taken ^ {id}, at=id))
        return True

    def shown(self, workspace: Workspace, state: ArticleState) -> ArticleState:
        """What is meant stands out; everything else steps back."""
        ids = frozenset(self.ids)
        return replace(state, focus=self.at, proposals=ids, pruned=ids - self.taken, ahead=ids)

    def aloud(self, workspace: Workspace) -> str:
        """The one in focus, and whether it will be accepted."""
        template = (
            "{words} will be accepted, {number} of {count}"
            if self.at in self.taken
            else "{words} is left out, {number} of {count}"
        )
        number, count = self.ids.index(self.at) + 1, len(self.ids)
        return tr(template, None, words=_words(workspace, self.at), number=number, count=count)

    def useful(self, workspace: Workspace) -> list[tuple[str, str]]:
        """How many will be accepted, and the keys that choose."""
        accept = tr("accept {taken} of {found}", taken=len(self.taken), found=len(self.ids))
        leave = tr("leave out") if self.at in self.taken else tr("take again")
        return [("Return", accept), ("Tab", tr("next")), ("Delete", leave)]


def start(workspace: Workspace) -> None:
    """Propose every suggestion like the one in focus that has been on the screen."""
    offered, at = workspace.offered, workspace.focus
    if at is None or not confirming.in_focus(workspace):
        workspace.refuse(
            "Go to a suggestion first, with {key}.", key=keymap.said("next-suggestion")
        )
        return
    ids = tuple(id for id in offered.like(at) if id in offered.seen or id == at)
    if len(ids) > 1:
        _show(workspace, Alike(ids, frozenset(ids), at))
    else:
        workspace.say("No other suggestion like this one has been on the screen.")


def _show(workspace: Workspace, alike: Alike) -> None:
    workspace.set_mode(alike)
    start, end = _place(workspace, alike.at)
    workspace.reveal(start, end)


def _place(workspace: Workspace, id: str) -> tuple[int, int]:
    shown = workspace.shown
    assert shown is not None
    found = shown.get(id)
    spanned = shown.spanned(found.head if isinstance(found, Relation) else id)
    return (spanned.span.start, spanned.span.end) if spanned is not None else workspace.cursor


def _words(workspace: Workspace, id: str) -> str:
    start, end = _place(workspace, id)
    return one_line(workspace.text[start:end])


def _accept(workspace: Workspace, alike: Alike) -> None:
    taken = [id for id in alike.ids if id in alike.taken]
    if not taken:
        workspace.refuse("None is chosen. {key} takes one again.", key=isolated("Delete"))
        return
    try:
        edit, decided = workspace.offered.take(taken)
    except UserError as error:
        workspace.refuse(error)
        return
    if confirming.decide(workspace, edit, decided):
        workspace.say_count("%n accepted; undo takes all of them back.", len(taken))
