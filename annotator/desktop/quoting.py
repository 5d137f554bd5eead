"""What the keys of quotes do: marking one, and saying what introduces it and who speaks.

Which characters a quotation is, and who is likely to speak, is asked of `text` and `suggest`; here
a key is answered with one edit.
"""

from __future__ import annotations

from annotator.desktop.marking import chosen, do_or_say
from annotator.desktop.workspace import Workspace
from annotator.model import edits
from annotator.model.annotations import Entity, Quote, QuoteKind
from annotator.model.spans import Span
from annotator.suggest.quotes import propose_quote
from annotator.text.quotemarks import quotation_at


def quote(workspace: Workspace) -> None:
    """Mark the selection, or the quotation around the cursor, as a quote with cue and speaker."""
    annotated = workspace.annotated
    if annotated is None:
        return
    span, marked = workspace.selection, False
    if span is None:
        found = quotation_at(annotated.text, workspace.cursor[0])
        if found is None:
            workspace.refuse(
                "No quotation marks stand around the cursor. Select the quoted words, then press Q."
            )
            return
        span, marked = Span.of(found.start, found.end), True
    same = next((one for one in annotated.at(span.start) if _is_quote_of(one, span)), None)
    if same is not None:
        workspace.set_focus(same.id)
        workspace.say("This quote is marked already.")
        return
    type_: QuoteKind = "direct" if marked or _in_marks(annotated.text, span) else "indirect"
    proposed = propose_quote(annotated, span, type_)
    workspace.do(edits.Edit(added=(proposed,)), focus=proposed.id)


def _is_quote_of(annotation: Entity | Quote, span: Span) -> bool:
    return isinstance(annotation, Quote) and annotation.span == span


def _in_marks(text: str, span: Span) -> bool:
    found = quotation_at(text, span.start)
    return found is not None and found.start <= span.start and span.end <= found.end


def quote_in_hand(workspace: Workspace) -> Quote | None:
    """The focused quote, else the one last made or focused; says so if there is none."""
    annotated = workspace.annotated
    if annotated is None:
        return None
    for id in (workspace.focus, workspace.recent_quote):
        found = annotated.get(id)
        if isinstance(found, Quote):
            return found
    workspace.refuse("Mark or focus a quote first.")
    return None


def speaker(workspace: Workspace) -> None:
    """Set the speaker of the quote in hand; with nothing else pointed at, take the speaker off."""
    held = quote_in_hand(workspace)
    if held is None or workspace.annotated is None:
        return
    if workspace.selection is None and workspace.focus == held.id:
        _take_off(workspace, held, source=None, speaker=None)
        return
    entity = _entity_meant(workspace)
    if workspace.selection is not None:
        source: Span | None = workspace.selection
    elif entity is not None and held.source is not None and held.speaker is None:
        # A pronoun or a title is the source already: now it is said who that is.
        source = held.source
    else:
        source = entity.span if entity else chosen(workspace)
    if source is None:
        workspace.refuse("There is no word here to be the source.")
        return
    edit = edits.change(
        workspace.annotated, held.id, source=source, speaker=entity.id if entity else None
    )
    do_or_say(workspace, edit, held.id)


def cue(workspace: Workspace) -> None:
    """Set the cue of the quote in hand; with nothing else pointed at, take the cue off."""
    held = quote_in_hand(workspace)
    if held is None or workspace.annotated is None:
        return
    if workspace.selection is None and workspace.focus == held.id:
        _take_off(workspace, held, cue=None)
        return
    edit = edits.change(workspace.annotated, held.id, cue=chosen(workspace))
    do_or_say(workspace, edit, held.id)


def _take_off(workspace: Workspace, held: Quote, **fields: None) -> None:
    assert workspace.annotated is not None
    edit = edits.change(workspace.annotated, held.id, **fields)
    if not edit:
        workspace.refuse("Go to the word that is meant, or select several, then press the key.")
    else:
        workspace.do(edit, focus=held.id)


def _entity_meant(workspace: Workspace) -> Entity | None:
    """The focused entity, or the one that the selection or the word under the cursor names."""
    annotated = workspace.annotated
    assert annotated is not None
    focused = annotated.get(workspace.focus)
    if isinstance(focused, Entity):
        return focused
    span = chosen(workspace)
    if span is None:
        return None
    near = [one for one in annotated.between(span.start, span.end) if isinstance(one, Entity)]
    exact = [one for one in near if one.span == span]
    around = [one for one in near if one.span.covers(span)]
    inside = [one for one in near if span.covers(one.span)]
    if exact or around:
        return (exact or sorted(around, key=lambda one: one.span.length))[0]
    return max(inside, key=lambda one: one.span.length, default=None)
