"""What the keys of quotes do: marking one, and saying what introduces it and who speaks.

Which characters a quotation is, and who is likely to speak, is asked of `text` and `suggest`; here
a key is answered with one edit. The parts of a suggested quote are set by the same keys: it has
them when it is accepted.
"""

from __future__ import annotations

from collections.abc import Sequence

from annotator.desktop import keymap, particles
from annotator.desktop.marking import chosen
from annotator.desktop.readings import Reading, next_reading, readings, say_reading, unmarked
from annotator.desktop.suggestions import confirming
from annotator.desktop.workspace import Workspace
from annotator.model import edits
from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Annotation, Entity, Quote, Relation
from annotator.model.spans import Span
from annotator.suggest.quotes import propose_quote
from annotator.suggest.surroundings import attribution_range
from annotator.suggest.voices import speaker_in
from annotator.text.cues import find_cues


def quote(workspace: Workspace) -> None:
    """Mark the selection, or the quotation around the cursor, as a quote with cue and speaker.

    On a focused quote: take the next reading of the marks around it in its place.
    """
    annotated = workspace.annotated
    if annotated is None:
        return
    focused = (workspace.shown or annotated).get(workspace.focus)
    if workspace.selection is not None:
        _make(workspace, workspace.selection)
    elif isinstance(focused, Quote):
        _take_next(workspace, focused)
    else:
        _make_around(workspace)


def _make(workspace: Workspace, span: Span) -> bool:
    """Mark `span`, with what is likely to be its type, cue and speaker."""
    assert workspace.annotated is not None
    same = _quote_of(workspace, span)
    if same is not None:
        _focus_again(workspace, same)
        return False
    proposed = propose_quote(workspace.annotated, span)
    return workspace.do(edits.Edit(added=(proposed,)), focus=proposed.id)


def _quote_of(workspace: Workspace, span: Span) -> Quote | None:
    assert workspace.annotated is not None
    quotes = (one for one in workspace.annotated.at(span.start) if isinstance(one, Quote))
    return next((one for one in quotes if one.span == span), None)


def _focus_again(workspace: Workspace, same: Quote) -> None:
    workspace.set_focus(same.id)
    workspace.say("This quote is marked already.")


def _make_around(workspace: Workspace) -> None:
    found = readings(workspace.text, workspace.cursor[0])
    quotes = [same for one in found if (same := _quote_of(workspace, one.span)) is not None]
    taken = unmarked(found, {one.span for one in quotes})
    if not found:
        workspace.refuse(
            "No quotation marks and no reported speech stand around the cursor. "
            "Select the quoted words, then press {key}.",
            key=keymap.said("quote"),
        )
    elif taken is None:
        _focus_again(workspace, quotes[0])
    elif _make(workspace, taken.span):
        say_reading(workspace, taken, _left_over(workspace, found, taken.span))


def _take_next(workspace: Workspace, held: Quote) -> None:
    """Let the quote have the next reading: wider ones first, then the narrowest again."""
    found = readings(workspace.text, workspace.cursor[0])
    free = _left_over(workspace, found, held.span)
    taken = next_reading(free, held.span)
    if taken is None:
        workspace.say("This quote is marked already.")
    elif confirming.do(workspace, held.id, _with_span(workspace, held, taken.span)):
        say_reading(workspace, taken, free)


def _left_over(workspace: Workspace, found: Sequence[Reading], own: Span) -> list[Reading]:
    """The readings that no other quote has."""
    assert workspace.annotated is not None
    reach = [place for one in found for place in (one.span.start, one.span.end)]
    near = workspace.annotated.between(min(reach), max(reach)) if reach else []
    others = {one.span for one in near if isinstance(one, Quote)} - {own}
    return [one for one in found if one.span not in others]


def _with_span(workspace: Workspace, held: Quote, span: Span) -> edits.Edit:
    """The quote with another content; what was only proposed is proposed anew for it."""
    annotated = confirming.article_of(workspace, held.id)
    without = annotated.apply(edits.Edit(removed=(held, *_relations_of(annotated, held))))
    before, after = propose_quote(without, held.span), propose_quote(without, span)
    fields: dict[str, object] = {"span": span}
    if held.type == before.type:
        fields["type"] = after.type
    if (held.cue, held.source, held.speaker) == (before.cue, before.source, before.speaker):
        fields |= {"cue": after.cue, "source": after.source, "speaker": after.speaker}
    return edits.change(annotated, held.id, **fields)


def _relations_of(annotated: AnnotatedArticle, held: Quote) -> list[Annotation]:
    return [one for one in annotated.referrers(held.id) if isinstance(one, Relation)]


def quote_in_hand(workspace: Workspace) -> Quote | None:
    """The focused quote, else the one last made or focused; says so if there is none."""
    annotated = workspace.annotated
    if annotated is None:
        return None
    for id in (workspace.focus, workspace.recent_quote):
        found = (workspace.shown or annotated).get(id)
        if isinstance(found, Quote):
            return found
    workspace.refuse("Mark or focus a quote first.")
    return None


def speaker(workspace: Workspace) -> None:
    """Set source and speaker of the quote in hand; with nothing else pointed at, take them off."""
    held = quote_in_hand(workspace)
    if held is None or workspace.annotated is None:
        return
    if workspace.selection is None and workspace.focus == held.id:
        _take_off(workspace, held, source=None, speaker=None)
        return
    entity, meant = _entity_meant(workspace), chosen(workspace)
    by_words = entity is None or workspace.selection is not None
    source = _source_meant(workspace, held, entity)
    if source is None and entity is None:
        workspace.refuse("There is no word here to be the source.")
        return
    changed = _set(workspace, held, source=source, speaker=entity.id if entity else None)
    if changed and by_words and meant and source:
        particles.say_left_out_of_part(workspace, meant, source)


def _named(workspace: Workspace) -> Span | None:
    """What is selected, or the word under the cursor, without its particles."""
    span = chosen(workspace)
    return span and particles.without(workspace, span)


def _source_meant(workspace: Workspace, held: Quote, entity: Entity | None) -> Span | None:
    """The words that are the source: those pointed at, if they can be the source of this quote."""
    if workspace.selection is not None or entity is None:
        return _named(workspace)
    start, end = attribution_range(workspace.text, held.span, held.cue)
    elsewhere = not (start <= entity.span.start and entity.span.end <= end)
    if elsewhere or (held.source is not None and held.speaker is None):
        # A pronoun or a title is the source, or none is written: now it is said who that is.
        return held.source
    return entity.span


def speaker_only(workspace: Workspace) -> None:
    """Set who speaks, leave the source as it is; on the quote itself, take only the source off."""
    held = quote_in_hand(workspace)
    if held is None or workspace.annotated is None:
        return
    if workspace.selection is None and workspace.focus == held.id:
        _take_off(workspace, held, source=None)
        return
    entity = _entity_meant(workspace)
    if entity is None:
        workspace.refuse("There is no entity here to be the speaker.")
        return
    _set(workspace, held, speaker=entity.id)


def cue(workspace: Workspace) -> None:
    """Set the cue of the quote in hand; with nothing else pointed at, take the cue off."""
    held = quote_in_hand(workspace)
    if held is None or workspace.annotated is None:
        return
    if workspace.selection is None and workspace.focus == held.id:
        _take_off(workspace, held, cue=None)
        return
    meant, taken = chosen(workspace), _cue_meant(workspace)
    if _set(workspace, held, cue=taken) and meant and taken:
        particles.say_left_out_of_part(workspace, meant, taken)


def more_cue(workspace: Workspace) -> None:
    """Add the selection, or the word under the cursor, to the cue: عبّر … عن أمله."""
    held = quote_in_hand(workspace)
    if held is None or workspace.annotated is None:
        return
    more = _cue_meant(workspace)
    if more is None or (workspace.selection is None and workspace.focus == held.id):
        workspace.refuse("Go to the word that is meant, or select several, then press the key.")
        return
    known = held.cue.fragments if held.cue else ()
    _set(workspace, held, cue=Span.union((*known, *more.fragments)))


def _cue_meant(workspace: Workspace) -> Span | None:
    """What is selected, or the word under the cursor, without the و of وقال; بحسب keeps its ب."""
    span = chosen(workspace)
    if span is None:
        return None
    found = next(iter(find_cues(workspace.text, span.start, span.end)), None)
    if found is not None and workspace.selection is None:
        return Span.of(found.start, span.end)
    return particles.of_cue(workspace, span)


def _set(workspace: Workspace, held: Quote, **fields: object) -> bool:
    """Give the quote in hand these parts; True if anything changed. It is in focus then."""
    edit = edits.change(confirming.article_of(workspace, held.id), held.id, **fields)
    return confirming.do_or_say(workspace, held.id, edit)


def _take_off(workspace: Workspace, held: Quote, **fields: None) -> None:
    if all(getattr(held, name) is None for name in fields):
        workspace.refuse("Go to the word that is meant, or select several, then press the key.")
    else:
        confirming.change(workspace, held.id, **fields)


def _entity_meant(workspace: Workspace) -> Entity | None:
    """The focused entity, or the one that the selection or the word under the cursor names.

    One that is marked comes before one that is only suggested.
    """
    annotated, shown = workspace.annotated, workspace.shown
    assert annotated is not None
    assert shown is not None
    focused = shown.get(workspace.focus)
    if isinstance(focused, Entity):
        return focused
    span = chosen(workspace)
    if span is None:
        return None
    by_words = workspace.selection is not None
    marked = _named_by(annotated, span, by_words)
    if marked is not None:
        return marked
    found = _named_by(shown, span, by_words)
    # What is suggested of زياد alone is not who was selected as زياد المرّ.
    return found if found is not None and found.span.end >= span.end else None


def _named_by(annotated: AnnotatedArticle, span: Span, by_words: bool) -> Entity | None:
    """The smallest entity around a span; else, of words that were selected, the one in them."""
    here = annotated.between(span.start, span.end)
    around = [one for one in here if isinstance(one, Entity) and one.span.covers(span)]
    inside = speaker_in(annotated, span) if by_words else None
    return min(around, key=lambda one: one.span.length, default=inside)
