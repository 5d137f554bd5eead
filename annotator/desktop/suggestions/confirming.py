"""Deciding about the suggestion in focus: take it, changed or not, or reject it; then the next.

Each is one function of the workspace, and answers False where no suggestion is in focus: then the
key means what it means without.
"""

from __future__ import annotations

from collections.abc import Callable

from annotator.desktop import keymap
from annotator.desktop.workspace import Workspace
from annotator.errors import EditRefused, UserError
from annotator.model import edits
from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Annotation, Entity, Quote, Relation, references, spans_of
from annotator.model.edits import Edit
from annotator.model.suggestions import Decision


def in_focus(workspace: Workspace) -> bool:
    """Whether a suggestion of the person's own article is in focus."""
    return workspace.focus in workspace.offered and workspace.selection is None


def accept(workspace: Workspace) -> bool:
    """Take the suggestion in focus with all that it refers to, and go to the next one."""
    if not in_focus(workspace):
        return False
    _take(workspace, None)
    return True


def keep(workspace: Workspace) -> bool:
    """Take the suggestion in focus and stay on it, for what is to be done with it now.

    True as well where none is in focus; False if it was refused.
    """
    if not in_focus(workspace):
        return True
    held = workspace.focus
    assert held is not None
    try:
        edit, decided = workspace.offered.take([held])
    except UserError as error:
        workspace.refuse(error)
        return False
    if not workspace.do(edit, decided=decided):
        return False
    workspace.set_focus(held, reveal=False)
    return True


def kept(workspace: Workspace, then: Callable[[], object]) -> None:
    """Take the suggestion in focus, if one is, and then do this with it."""
    if keep(workspace):
        then()


def accept_as(workspace: Workspace, label: str) -> bool:
    """Take the entity or relation in focus under another label, and go to the next suggestion."""
    held = _held(workspace)
    if held is None or isinstance(held, Quote):
        return False
    assert workspace.shown is not None
    edit = edits.relabel(workspace.shown, held.id, label)
    _take(workspace, next((one for one in edit.added if one.id == held.id), None))
    return True


def accept_relation(workspace: Workspace, key: str) -> bool:
    """Take the relation in focus under the label with this key that may lead between its ends."""
    held, shown = _held(workspace), workspace.shown
    if not isinstance(held, Relation) or shown is None:
        return False
    named = (one for one in workspace.labels.relations if one.key and one.key == key)
    label = next(named, None)
    if label is None:
        workspace.refuse("No admissible relation has the key {key}.", key=key)
        return True
    return accept_as(workspace, label.name)


def reject(workspace: Workspace) -> bool:
    """Reject the suggestion in focus for good, and go to the next one."""
    if not in_focus(workspace):
        return False
    assert workspace.focus is not None
    decide(workspace, Edit(), workspace.offered.reject([workspace.focus]))
    return True


def article_of(workspace: Workspace, id: str) -> AnnotatedArticle:
    """The article on which an annotation is changed: with what is suggested, if it is suggested."""
    found = workspace.shown if id in workspace.offered else workspace.annotated
    assert found is not None
    return found


def change(workspace: Workspace, id: str, **fields: object) -> bool:
    """Give an annotation other values; a suggestion has them when it is accepted."""
    return do(workspace, id, edits.change(article_of(workspace, id), id, **fields))


def do_or_say(workspace: Workspace, id: str, edit: Edit) -> bool:
    """`do`, or say that nothing is to be changed; True if anything was. It is in focus then."""
    if edit:
        return do(workspace, id, edit)
    workspace.set_focus(id, reveal=False)
    workspace.say("It is so already.")
    return False


def do(workspace: Workspace, id: str, edit: Edit) -> bool:
    """Carry out an edit of the annotation `id`, made for `article_of`; False if it was refused.

    A suggestion is what the edit makes of it from now on, and is stored when it is accepted. One
    that an annotation of the person's own refers to from now on is taken with the same edit.
    """
    if id not in workspace.offered:
        return _do_own(workspace, id, edit)
    if not edit or not workspace.may_change():
        return False
    try:
        workspace.offered.adjust(next(one for one in edit.added if one.id == id))
    except EditRefused as error:
        workspace.refuse(error)
        return False
    workspace.keep_focus(id)
    return True


def _do_own(workspace: Workspace, id: str, edit: Edit) -> bool:
    referred = {other for one in edit.added for other in references(one)}
    needed = [other for other in referred if other in workspace.offered]
    if not needed or not workspace.may_change():
        return workspace.do(edit, focus=id)
    try:
        brought, decided = workspace.offered.take(needed)
    except UserError as error:
        workspace.refuse(error)
        return False
    both = Edit(removed=edit.removed, added=(*brought.added, *edit.added))
    return workspace.do(both, focus=id, decided=decided)


def decide(workspace: Workspace, edit: Edit, decided: tuple[Decision, ...]) -> bool:
    """Store decisions with their edit, and go to the suggestion behind the one in focus."""
    following = workspace.offered.round(workspace.focus)
    if not workspace.do(edit, decided=decided):
        return False
    go_to_first(workspace, following)
    return True


def go_to_first(workspace: Workspace, ids: list[str]) -> None:
    """To the first of these that is still suggested; says so if none is left."""
    found = next((one for one in ids if one in workspace.offered), None)
    if found is not None:
        workspace.set_focus(found)
    elif not len(workspace.offered):
        workspace.offered.spent = workspace.cursor
        workspace.say("No suggestion is left in this article.")


def go_round(workspace: Workspace, step: int) -> None:
    """To the next (1) or previous (-1) suggestion from the one in focus, round and round."""
    others = workspace.offered.round(workspace.focus, step)
    if others:
        workspace.set_focus(others[0])
    else:
        workspace.say("This is the only suggestion that is left.")


def go_on(workspace: Workspace) -> None:
    """To the next suggestion, from the focus or the cursor on."""
    offered, shown = workspace.offered, workspace.shown
    if shown is None or not len(offered):
        workspace.say("Nothing is suggested in this article.")
        return
    if workspace.focus in offered:
        go_round(workspace, 1)
        return
    behind = [id for id in offered.order if _ends(workspace, id) > workspace.cursor[0]]
    workspace.set_focus((behind or list(offered.order))[0])


def is_end(workspace: Workspace) -> bool:
    """Whether Enter was pressed once more than there were suggestions; True once."""
    spent, workspace.offered.spent = workspace.offered.spent, None
    if spent is None or spent != workspace.cursor or workspace.focus or workspace.selection:
        return False
    workspace.say("No suggestion is left in this article.")
    return True


def _ends(workspace: Workspace, id: str) -> int:
    """Up to where one has read when nothing of it is left to read; a relation is always left."""
    assert workspace.shown is not None
    found = workspace.shown.spanned(id)
    if found is None:
        return len(workspace.text) + 1
    return max(span.end for span in spans_of(found))


def _held(workspace: Workspace) -> Annotation | None:
    return workspace.offered.annotation(workspace.focus) if in_focus(workspace) else None


def _take(workspace: Workspace, changed: Annotation | None) -> None:
    assert workspace.focus is not None
    try:
        edit, decided = workspace.offered.take([workspace.focus], changed)
    except UserError as error:
        workspace.refuse(error)
        return
    decide(workspace, edit, decided)


def entity_in_focus(workspace: Workspace) -> Entity | None:
    """The suggested entity in focus."""
    held = _held(workspace)
    return held if isinstance(held, Entity) else None


def accept_or_say(workspace: Workspace) -> None:
    """Take the suggestion in focus, or say that none is."""
    if not accept(workspace):
        _say_how(workspace)


def reject_or_say(workspace: Workspace) -> None:
    """Reject the suggestion in focus, or say that none is."""
    if not reject(workspace):
        _say_how(workspace)


def _say_how(workspace: Workspace) -> None:
    workspace.refuse("Go to a suggestion first, with {key}.", key=keymap.said("next-suggestion"))
