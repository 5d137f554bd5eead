"""Making a relation by keys: a head, then a tail by hint letters or Tab, then a label.

Pressed again, the key turns the relation round: what one is at is its tail, and a head is chosen.

Only what the label set admits is offered; a sole admissible label is applied at once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from annotator.desktop import hints, keymap
from annotator.desktop.article.scene import ArticleState
from annotator.desktop.language import current, tr
from annotator.desktop.workspace import Workspace
from annotator.model import edits, rules
from annotator.model.annotated import AnnotatedArticle, Spanned
from annotator.model.annotations import Relation
from annotator.model.labels import RelationLabel
from annotator.model.spans import Fragment


@dataclass(frozen=True, slots=True)
class Relating:
    """A relation on its way: first its tail is chosen, then, where several fit, its label.

    `held` is what one was at when it began: the head, or if `reverse` the tail. `targets` are what
    may be at the other end, in order; `hints` the letters that choose those in view, `typed` what
    has been typed of one; `other` is the one chosen, or come to by Tab; `labels` is empty until it
    is chosen. `look` tells what is in view, in code points.
    """

    held: str
    targets: tuple[str, ...]
    look: Callable[[], Fragment]
    reverse: bool = False
    hints: dict[str, str] = field(default_factory=dict)
    typed: str = ""
    other: str | None = None
    labels: tuple[RelationLabel, ...] = ()

    @property
    def within(self) -> frozenset[str]:
        """Among the admissible labels one can also be chosen by its name."""
        return frozenset({"choose-label"}) if self.labels else frozenset()

    def key(self, workspace: Workspace, name: str) -> bool:
        """Letters, Tab and Return choose the other end; then a label's key chooses the label."""
        if self.labels:
            return _label_key(workspace, self, name)
        if name in keymap.of("relate"):
            _turn(workspace, self)
            return True
        if name in ("Tab", "Shift+Tab"):
            _cycle(workspace, self, 1 if name == "Tab" else -1)
        elif name in ("PageDown", "PageUp"):
            _turn_page(workspace, self, 1 if name == "PageDown" else -1)
        elif name == "Return" and self.other:
            choose_other(workspace, self.other)
        elif name == "Backspace":
            workspace.set_mode(replace(self, typed=self.typed[:-1]))
        elif len(name) == 1 and name in hints.LETTERS:
            _type(workspace, self, name)
        else:
            return False
        return True

    def click(self, workspace: Workspace, id: str | None) -> bool:
        """A click on an annotation takes it as the other end."""
        if id is not None:
            choose_other(workspace, id)
        return id is not None

    def shown(self, workspace: Workspace, state: ArticleState) -> ArticleState:
        """What is held, what Tab has come to, and the letters that still fit."""
        return replace(
            state,
            focus=self.other or state.focus,
            picking={} if self.labels else hints.fitting(self.hints, self.typed),
            typed=self.typed,
            pending=self.held,
        )

    def aloud(self, workspace: Workspace) -> str:
        """Nothing else than what is in focus."""
        return ""

    def useful(self, workspace: Workspace) -> list[tuple[str, str]]:
        """The keys that choose a target, or the keys of the admissible labels."""
        if self.labels:
            keyed = [one for one in self.labels if one.key]
            return [(str(one.key), one.title.in_language(current())) for one in keyed[:6]]
        pick = tr("pick where it begins") if self.reverse else tr("pick the target")
        turn = tr("from here") if self.reverse else tr("to here")
        keys = [(tr("Letters"), pick), ("Tab", tr("next target")), (keymap.first("relate"), turn)]
        if len(self.hints) < len(self.targets):
            keys.append(("PageDown", tr("further targets")))
        return keys


def under_way(workspace: Workspace) -> Relating | None:
    """The relation that is being made, if one is."""
    return workspace.mode if isinstance(workspace.mode, Relating) else None


def start(workspace: Workspace, look: Callable[[], Fragment]) -> None:
    """Begin a relation at the focused annotation, or the innermost one under the cursor.

    Hint letters go to the targets in view: `look` tells the range of code points that is.
    """
    annotated = workspace.annotated
    if annotated is None:
        return
    head = annotated.spanned(workspace.focus)
    if head is None:
        head = next(iter(annotated.at(workspace.cursor[0])), None)
    if head is None:
        workspace.refuse(
            "A relation starts at an entity or a quote: go to one, then press {key}.",
            key=keymap.said("relate"),
        )
        return
    if not annotated.labels.relations:
        workspace.refuse(
            "The label set {name} has no relations: it is for entities and quotes.",
            name=annotated.labels.title.in_language(current()),
        )
        return
    begun = _begun(annotated, head, look) or _begun(annotated, head, look, reverse=True)
    if begun is None:
        workspace.refuse("The label set admits no relation between this and anything here.")
        return
    workspace.set_focus(head.id, reveal=False)
    workspace.set_mode(begun)


def _begun(
    annotated: AnnotatedArticle,
    held: Spanned,
    look: Callable[[], Fragment],
    *,
    reverse: bool = False,
) -> Relating | None:
    """A relation that begins with `held`; None if there is nothing for the other end."""
    targets = [one for one in annotated.in_order() if _labels(annotated, held, one, reverse)]
    if not targets:
        return None
    ids = tuple(one.id for one in targets)
    return _lettered(annotated, Relating(held.id, ids, look, reverse=reverse))


def _lettered(annotated: AnnotatedArticle, relating: Relating) -> Relating:
    """The same with letters for the targets that are in view now."""
    held, visible = annotated.spanned(relating.held), relating.look()
    assert held is not None
    targets = [one for id in relating.targets if (one := annotated.spanned(id)) is not None]
    seen = [one for one in targets if one.span.overlaps(*visible)]
    before = sum(1 for one in seen if one.span.start < held.span.start)
    # The key that turns the relation round is no letter for a target.
    own = "".join(key for key in keymap.of("relate") if len(key) == 1)
    given = hints.give([one.id for one in seen], before, without=own)
    return replace(relating, hints=given, typed="")


def _turn_page(workspace: Workspace, relating: Relating, step: int) -> None:
    """Show what lies behind or in front of what is in view, with letters for the targets there."""
    assert workspace.annotated is not None
    start, end = relating.look()
    # A little less than a page: nothing is to be jumped over where lines hold more letters.
    page = max(1, (end - start) * 9 // 10)
    if step > 0:
        workspace.reveal(min(end, len(workspace.text)), min(end + page, len(workspace.text)))
    else:
        workspace.reveal(max(0, start - page), start)
    workspace.set_mode(_lettered(workspace.annotated, relating))


def _turn(workspace: Workspace, relating: Relating) -> None:
    """Let what is held be the other end."""
    annotated = workspace.annotated
    assert annotated is not None
    held = annotated.spanned(relating.held)
    assert held is not None
    turned = _begun(annotated, held, relating.look, reverse=not relating.reverse)
    if turned is not None:
        workspace.set_mode(turned)
    elif relating.reverse:
        workspace.refuse("The label set admits no relation from here to anything in this article.")
    else:
        workspace.refuse("The label set admits no relation from anything in this article to here.")


def _labels(
    annotated: AnnotatedArticle, held: Spanned, other: Spanned, reverse: bool
) -> tuple[RelationLabel, ...]:
    return labels_for(annotated, *((other, held) if reverse else (held, other)))


def labels_for(
    annotated: AnnotatedArticle, head: Spanned, tail: Spanned
) -> tuple[RelationLabel, ...]:
    """The relation labels that may lead from `head` to `tail` and do not do so yet."""
    if head.id == tail.id:
        return ()
    admitted = annotated.labels.relations_for(rules.argument(head), rules.argument(tail))
    taken = {
        one.label
        for one in annotated.referrers(head.id)
        if one.label and _links(one, head.id, tail.id, annotated)
    }
    return tuple(label for label in admitted if label.name not in taken)


def _links(one: object, head: str, tail: str, annotated: AnnotatedArticle) -> bool:
    if not isinstance(one, Relation):
        return False
    if (one.head, one.tail) == (head, tail):
        return True
    label = annotated.labels.relation(one.label)
    return label is not None and label.symmetric and (one.head, one.tail) == (tail, head)


def _type(workspace: Workspace, relating: Relating, letter: str) -> None:
    typed = relating.typed + letter
    left = hints.fitting(relating.hints, typed)
    found = next((id for id, hint in left.items() if hint == typed), None)
    if found is not None:
        choose_other(workspace, found)
    elif left:
        workspace.set_mode(replace(relating, typed=typed))
    else:
        workspace.refuse("No target has the letters {letters}.", letters=typed)


def _cycle(workspace: Workspace, relating: Relating, step: int) -> None:
    """To the next admissible target, round and round, from what is held or the last one."""
    annotated = workspace.annotated
    assert annotated is not None
    ids = relating.targets
    if relating.other in ids:
        other = ids[(ids.index(relating.other) + step) % len(ids)]
    else:
        held = annotated.spanned(relating.held)
        assert held is not None
        after = [id for id in ids if _start(annotated, id) > held.span.start]
        other = (after or list(ids))[0] if step > 0 else ids[len(ids) - len(after) - 1]
    found = annotated.spanned(other)
    assert found is not None
    workspace.reveal(found.span.start, found.span.end)
    workspace.set_mode(replace(_lettered(annotated, relating), other=other))


def _start(annotated: AnnotatedArticle, id: str) -> int:
    found = annotated.spanned(id)
    return found.span.start if found is not None else 0


def choose_other(workspace: Workspace, id: str) -> None:
    """Take the annotation `id` as the other end; apply the label if there is only one."""
    relating, annotated = under_way(workspace), workspace.annotated
    if relating is None or annotated is None:
        return
    held, other = annotated.spanned(relating.held), annotated.spanned(id)
    labels = _labels(annotated, held, other, relating.reverse) if held and other else ()
    if not labels:
        workspace.refuse("The label set admits no relation between these two.")
    elif len(labels) == 1:
        workspace.mode = replace(relating, other=id)
        choose_label(workspace, labels[0].name)
    else:
        workspace.set_mode(replace(relating, other=id, labels=labels))


def _label_key(workspace: Workspace, relating: Relating, name: str) -> bool:
    label = next((one for one in relating.labels if one.key and one.key == name), None)
    if label is not None:
        choose_label(workspace, label.name)
    elif len(name) == 1:
        workspace.refuse("No admissible relation has the key {key}.", key=name)
    else:
        return False
    return True


def choose_label(workspace: Workspace, name: str) -> None:
    """Make the relation with the label `name`, and leave the mode."""
    relating = under_way(workspace)
    if relating is None or relating.other is None:
        return
    ends = (relating.held, relating.other)
    edit = edits.relate(name, *(reversed(ends) if relating.reverse else ends))
    workspace.set_mode(None)
    workspace.do(edit, focus=relating.held)
