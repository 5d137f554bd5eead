"""Arcs between the lines: relations, one that is being made, and the way from who speaks."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF

from annotator.desktop.article import routes
from annotator.desktop.article.scene import Anchor, ArcMark, Stage, Tone
from annotator.model.annotations import Quote, Relation
from annotator.model.colour import SLATE

_MARGIN = 8.0
_LANE = 5.0
_LANES = 3
_ALONG = (0.5, 0.35, 0.65, 0.2, 0.8)


def add_relations(stage: Stage) -> None:
    """The arcs of what is in focus or proposed, or all; one being made; one from a speaker."""
    for index, relation in enumerate(shown(stage)):
        way = _way(stage, relation.head, relation.tail, index)
        if way is not None:
            stage.scene.arcs.append(_arc(stage, relation, way))
    _add_begun(stage)
    _add_speaker(stage)


def shown(stage: Stage) -> list[Relation]:
    """The relations in focus, proposed ones, or all in view; those in focus come last."""
    focused = _focused(stage)
    annotated, proposals = stage.state.annotated, stage.state.proposals
    if not (
        stage.state.all_arcs or any(isinstance(annotated.get(id), Relation) for id in proposals)
    ):
        return focused
    found = {
        one.id: one
        for id in stage.scene.anchors
        for one in annotated.referrers(id)
        if isinstance(one, Relation) and (stage.state.all_arcs or one.id in proposals)
    }
    for one in focused:
        found.pop(one.id, None)
    return [*sorted(found.values(), key=lambda one: one.id), *focused]


def _focused(stage: Stage) -> list[Relation]:
    """A focused relation, or those of the focused annotation."""
    annotated, focus = stage.state.annotated, stage.state.focus
    focused = annotated.get(focus)
    if isinstance(focused, Relation):
        return [focused]
    if focus is None:
        return []
    found = [one for one in annotated.referrers(focus) if isinstance(one, Relation)]
    return sorted(found, key=lambda one: one.id)


def _add_begun(stage: Stage) -> None:
    """From the head of a relation that is being made to what would be its tail."""
    head, tail = stage.state.pending, stage.state.focus
    if head is None or tail is None or head == tail:
        return
    # In a lane of its own: the two may be related already.
    way = _way(stage, head, tail, _LANES - 1)
    if way is not None:
        heads = (routes.arrow(way[-1], way[-2]),)
        path = routes.rounded(way)
        stage.scene.arcs.append(ArcMark("", path, heads, "", QRectF(), SLATE, Tone.PENDING))


def _add_speaker(stage: Stage) -> None:
    """From who speaks to the quote in focus; without a caption, for it is always the same."""
    quote = stage.state.annotated.get(stage.state.focus)
    if not isinstance(quote, Quote) or quote.speaker is None:
        return
    way = _way(stage, quote.speaker, quote.id, _LANES - 1)
    if way is not None:
        heads = (routes.arrow(way[-1], way[-2]),)
        ink, path = stage.ink(quote), routes.rounded(way)
        stage.scene.arcs.append(ArcMark("", path, heads, "", QRectF(), ink, Tone.PROPOSED))


def _way(stage: Stage, one: str, other: str, index: int) -> routes.Way | None:
    """From one annotation to another; None when neither is in view."""
    head, tail = stage.scene.anchors.get(one), stage.scene.anchors.get(other)
    if head is not None and tail is not None:
        return _join(stage, head, tail, index)
    if head is not None:
        return _leave(stage, head, other, index)
    if tail is not None:
        return _leave(stage, tail, one, index)[::-1]
    return None


def _join(stage: Stage, head: Anchor, tail: Anchor, index: int) -> routes.Way:
    if head.band_top == tail.band_top:
        # A chip that stands on a tall letter is higher than the others.
        ceiling = min(_ceiling(stage, head), head.point.y(), tail.point.y())
        return routes.over(head.point, tail.point, ceiling, _lift(stage, index))
    upper, lower = sorted((head, tail), key=lambda anchor: anchor.band_top)
    start = _exit(stage, upper)
    ceiling, lift = _ceiling(stage, lower), _lift(stage, index)
    if _adjoining(stage, upper, lower):
        level = max((_below(stage, upper, start) + ceiling) / 2, ceiling - lift)
        way = routes.between(start, lower.point, level)
    else:
        out = _below(stage, upper, start) + lift
        way = routes.around(start, lower.point, out, ceiling - lift, _margin(index))
    return way if upper is head else way[::-1]


def _exit(stage: Stage, anchor: Anchor) -> QPointF:
    """Where ways leave the box downwards."""
    clear = 2 * stage.unit
    chips = list(stage.taken.beside(anchor.box.adjusted(0, 0, 0, clear)))
    return routes.exit_below(anchor.box, chips, clear)


def _below(stage: Stage, anchor: Anchor, start: QPointF) -> float:
    """Where the letters end below `start`: a nested box ends inside of their band."""
    return max(start.y(), anchor.band_top + stage.layout.style.band)


def _ceiling(stage: Stage, anchor: Anchor) -> float:
    return anchor.band_top - stage.chip_height + 1


def _adjoining(stage: Stage, upper: Anchor, lower: Anchor) -> bool:
    """Whether no line of text lies between the two."""
    bottom = upper.band_top + stage.layout.style.band
    return lower.band_top - bottom < stage.layout.pitch


def _leave(stage: Stage, anchor: Anchor, other: str, index: int) -> routes.Way:
    """To the edge of the view that the other end is behind."""
    found = stage.state.annotated.spanned(other)
    if found is not None and found.span.start < stage.visible[0]:
        level = _ceiling(stage, anchor) - _lift(stage, index)
        return routes.away(anchor.point, level, _margin(index), stage.scene.top)
    start = _exit(stage, anchor)
    level = _below(stage, anchor, start) + _lift(stage, index)
    return routes.away(start, level, _margin(index), stage.scene.bottom)


def _lift(stage: Stage, index: int) -> float:
    """Pixels from a box to the way along it; several ways keep apart, and between the lines."""
    lane = index % _LANES
    room = stage.layout.style.between - stage.chip_height
    return min(stage.unit * (2.8 + 0.9 * lane), room * (0.5 + 0.16 * lane))


def _margin(index: int) -> float:
    """The x of a way beside the column: left, for bars of quotes are on the right."""
    return -_MARGIN - _LANE * (index % _LANES)


def _arc(stage: Stage, relation: Relation, way: routes.Way) -> ArcMark:
    label = stage.state.annotated.labels.relation(relation.label)
    heads = [routes.arrow(way[-1], way[-2])]
    if label is not None and label.symmetric:
        heads.append(routes.arrow(way[0], way[1]))
    focus = stage.state.focus
    tone = (
        Tone.FOCUSED
        if relation.id == focus
        else Tone.PLAIN
        if focus in (relation.head, relation.tail) and relation.id not in stage.state.proposals
        else Tone.PROPOSED
        if stage.tone(relation.id) == Tone.PROPOSED
        else Tone.FADED
    )
    path, caption, place = routes.rounded(way), "", QRectF()
    if tone != Tone.PROPOSED or stage.state.all_arcs:
        # Many are proposed at once: they say what they are when one comes to them.
        caption = stage.caption(relation)
        size = stage.measure(caption) + 2 * stage.unit, stage.unit * 4.6
        place = _place(stage, routes.longest_level(way), *size)
        stage.taken.append(place)
    return ArcMark(relation.id, path, tuple(heads), caption, place, stage.ink(relation), tone)


def _place(stage: Stage, level: QLineF, width: float, height: float) -> QRectF:
    """Where a caption stands on a level stretch, off chips and other captions if it can."""
    places = [_around(level.pointAt(along), width, height) for along in _ALONG]
    return next(filter(stage.is_free, places), places[0])


def _around(middle: QPointF, width: float, height: float) -> QRectF:
    return QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height)
