"""Marking every same string of the article: shown first, pruned by keys, then one edit."""

from __future__ import annotations

from dataclasses import dataclass, replace

from annotator.desktop import keymap
from annotator.desktop.article.scene import ArticleState
from annotator.desktop.keynames import isolated
from annotator.desktop.language import tr
from annotator.desktop.marking import entity_meant
from annotator.desktop.panels.rows import one_line
from annotator.desktop.workspace import Workspace
from annotator.model import edits
from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Entity
from annotator.model.same import unmarked
from annotator.text.same import Needle, needle_at

_STEPS = {"Tab": 1, "Shift+Tab": -1}


@dataclass(frozen=True, slots=True)
class Same:
    """`like` is the entity, `offered` what would be marked like it, by the place in the text.

    `taken` are the places that will be, `at` the one in focus, `preview` the article with all.
    """

    like: Entity
    offered: tuple[Entity, ...]
    taken: frozenset[str]
    at: str
    preview: AnnotatedArticle

    @property
    def within(self) -> frozenset[str]:
        """Every other action ends it."""
        return frozenset()

    def key(self, workspace: Workspace, name: str) -> bool:
        """Tab goes on, Delete leaves one out or takes it again, Return marks."""
        if name in _STEPS:
            _go(workspace, self, _STEPS[name])
        elif name in ("Delete", "Backspace"):
            workspace.set_mode(_toggled(self, self.at))
        elif name == "Return":
            _mark(workspace, self)
        else:
            return False
        return True

    def click(self, workspace: Workspace, id: str | None) -> bool:
        """A click on a proposal leaves it out or takes it again; others are not for now."""
        if any(one.id == id for one in self.offered) and id is not None:
            workspace.set_mode(replace(_toggled(self, id), at=id))
        return True

    def shown(self, workspace: Workspace, state: ArticleState) -> ArticleState:
        """The article with all that is proposed; everything else steps back."""
        ids = frozenset(one.id for one in self.offered)
        return replace(
            state,
            annotated=self.preview,
            focus=self.at,
            proposals=ids,
            pruned=ids - self.taken,
            ahead=ids | {self.like.id},
        )

    def aloud(self, workspace: Workspace) -> str:
        """The place in focus, and whether it will be marked."""
        ids = [one.id for one in self.offered]
        place, count = ids.index(self.at), len(ids)
        words = one_line(self.offered[place].span.surface(workspace.text))
        template = (
            "{words} will be marked, {number} of {count}"
            if self.at in self.taken
            else "{words} is left out, {number} of {count}"
        )
        return tr(template, None, words=words, number=place + 1, count=count)

    def useful(self, workspace: Workspace) -> list[tuple[str, str]]:
        """How many will be marked, and the keys that choose."""
        mark = tr("mark {taken} of {found}", taken=len(self.taken), found=len(self.offered))
        leave = tr("leave out") if self.at in self.taken else tr("take again")
        return [("Return", mark), ("Tab", tr("next")), ("Delete", leave)]


def entity_to_repeat(workspace: Workspace) -> tuple[Entity, Needle] | None:
    """The entity in focus or under the cursor, and what to look for; says so if there is none."""
    found = entity_meant(workspace) if workspace.annotated is not None else None
    if found is None:
        workspace.refuse(
            "Mark the string once, or go to an entity that has it; then press {key}.",
            key=keymap.said("same"),
        )
    elif len(found.span.fragments) > 1:
        workspace.refuse("This entity has several fragments; only a single string can be repeated.")
    else:
        needle = needle_at(workspace.text, found.span.start, found.span.end)
        if needle:
            return found, needle
        workspace.refuse("This entity has no letters to look for.")
    return None


def start(workspace: Workspace) -> None:
    """Propose every other occurrence of the entity's string in this article."""
    asked, annotated = entity_to_repeat(workspace), workspace.annotated
    if asked is None or annotated is None:
        return
    like, needle = asked
    known = workspace.knowledge.of(annotated)
    found = list(unmarked(annotated, needle, like.label, known=known))
    workspace.set_focus(like.id, reveal=False)
    if not found:
        workspace.say("Every same string in this article is marked already.")
        return
    offered = edits.copies(like, [one.span for one in found])
    taken = [one.id for one, place in zip(offered, found, strict=True) if place.chosen]
    begin = next((one for one in offered if one.span > like.span), offered[0])
    preview = annotated.apply(edits.Edit(added=offered))
    _show(workspace, Same(like, offered, frozenset(taken), begin.id, preview))
    if not taken:
        workspace.say(
            "All other places are parts of other entities or words; {key} takes one all the same.",
            key=isolated("Delete"),
        )


def _go(workspace: Workspace, same: Same, step: int) -> None:
    """To the next proposal in the text, round and round."""
    ids = [one.id for one in same.offered]
    _show(workspace, replace(same, at=ids[(ids.index(same.at) + step) % len(ids)]))


def _show(workspace: Workspace, same: Same) -> None:
    workspace.set_mode(same)
    span = next(one.span for one in same.offered if one.id == same.at)
    workspace.reveal(span.start, span.end)


def _toggled(same: Same, id: str) -> Same:
    return replace(same, taken=same.taken ^ {id})


def _mark(workspace: Workspace, same: Same) -> None:
    added = tuple(one for one in same.offered if one.id in same.taken)
    if not added:
        workspace.refuse("None is chosen. {key} takes one again.", key=isolated("Delete"))
    elif workspace.do(edits.Edit(added=added), focus=same.like.id):
        workspace.say_count("%n more marked; undo takes all of them back.", len(added))
