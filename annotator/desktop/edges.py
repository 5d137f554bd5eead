"""Moving the edges of the selection or the focused annotation: by clitics, then by letters.

From the start of a word the start edge goes on past one particle after the other; from behind them
it goes back over all of them at once, as they were left out at once. Inside the stem it goes letter
by letter. The end edge takes a pronoun as one step.
"""

from __future__ import annotations

from typing import Literal

from annotator.desktop.marking import chosen
from annotator.desktop.suggestions import confirming
from annotator.desktop.workspace import Workspace
from annotator.errors import UserError
from annotator.model.spans import Fragment, Span
from annotator.text.evidence import Evidence
from annotator.text.graphemes import following, preceding, snap
from annotator.text.partners import with_partners
from annotator.text.segments import segments
from annotator.text.tokens import word_at

Edge = Literal["start", "end"]


def move_edge(workspace: Workspace, edge: Edge, step: int) -> None:
    """Move an edge of the selection, or of the focused annotation, by one clitic or letter.

    `step` is 1 onward in the text, -1 back. The word under the cursor becomes a selection first.
    """
    annotated = workspace.annotated
    if annotated is None:
        return
    focused = (workspace.shown or annotated).spanned(workspace.focus)
    span = focused.span if focused and workspace.selection is None else chosen(workspace)
    if span is None:
        return
    try:
        moved = _moved(annotated.text, span, edge, step, workspace.knowledge.of(annotated))
    except UserError:
        workspace.refuse("At least one letter has to stay.")
        return
    if focused is not None and workspace.selection is None:
        confirming.change(workspace, focused.id, span=moved)
    else:
        select_by_hand(workspace, moved)


def _moved(text: str, span: Span, edge: Edge, step: int, evidence: Evidence) -> Span:
    """`span` with one edge moved; raises `BadSpan` when nothing would remain."""
    fragments = list(span.fragments)
    index = 0 if edge == "start" else -1
    start, end = fragments[index]
    if edge == "start":
        by_clitic = _past_particles(text, start, step, evidence)
        by_letter = following(text, start) if step > 0 else preceding(text, start)
        start = by_clitic if by_clitic is not None and by_clitic < end else by_letter
    else:
        by_clitic = _past_pronoun(text, end, step, evidence)
        by_letter = min(following(text, end), len(text)) if step > 0 else preceding(text, end)
        end = by_clitic if by_clitic is not None and by_clitic > start else by_letter
    outward = (step < 0) == (edge == "start")
    if outward and (start < fragments[index][0] or end > fragments[index][1]):
        # A mark that was taken in brings its partner at the other edge: «ندى» takes one press.
        start, end = _with_partners(text, fragments, index, (start, end))
    fragments[index] = (start, end)
    return Span(tuple(fragments))


def _with_partners(
    text: str, fragments: list[Fragment], index: int, fragment: Fragment
) -> Fragment:
    """`fragment` with the partners of its marks, if it does not run into the other fragments."""
    start, end = with_partners(text, *fragment)
    others = [one for at, one in enumerate(fragments) if at != index % len(fragments)]
    return fragment if any(a < end and start < b for a, b in others) else (start, end)


def _past_particles(text: str, place: int, step: int, evidence: Evidence) -> int | None:
    """The next boundary of particles from `place` on or back; None where a letter is next."""
    word = word_at(text, place)
    if word is None:
        return None
    parts = segments(text, word, evidence)
    if step > 0:
        return next((end for start, end in parts.proclitics if start == place), None)
    if place == parts.stem[0] != parts.name:
        return parts.name
    return word[0] if word[0] < place == parts.name else None


def _past_pronoun(text: str, place: int, step: int, evidence: Evidence) -> int | None:
    """The other end of a pronoun that ends (or, onward, begins) at `place`; None without one."""
    word = word_at(text, place - 1) if place else None
    if word is None:
        return None
    for start, end in segments(text, word, evidence).enclitics:
        if place == (start if step > 0 else end):
            return end if step > 0 else start
    return None


def select_by_hand(workspace: Workspace, span: Span) -> None:
    """Select exactly these letters: no particles will be left out of them."""
    workspace.select(span)
    workspace.by_hand = span


def select_range(workspace: Workspace, start: int, end: int) -> None:
    """Select characters as the mouse does with Alt: whole letters, in either direction."""
    left, right = snap(workspace.text, min(start, end), max(start, end))
    if left < right:
        select_by_hand(workspace, Span.of(left, right))
