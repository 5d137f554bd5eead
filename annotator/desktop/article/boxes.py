"""Boxes of entities with their chips, nested and side by side, and connectors of fragments."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF

from annotator.desktop.article import chips
from annotator.desktop.article.layout import Box, Line
from annotator.desktop.article.scene import (
    Anchor,
    BoxMark,
    ChipMark,
    Stage,
    StrokeMark,
    pixels,
)
from annotator.model.annotations import Entity, Quote

_DEEPEST = 6
"""Boxes nested deeper than this are drawn alike: there is no room to inset them further."""


def add_entities(stage: Stage, entities: list[Entity]) -> None:
    """Boxes, chips and connectors of all entities, the outermost first."""
    edges: dict[Line, list[QRectF]] = {}
    for entity, depth in depths(entities):
        pieces = [stage.boxes(fragment) for fragment in entity.span.fragments]
        marks = [_add_box(stage, entity, box, depth, edges) for boxes in pieces for box in boxes]
        if not marks:
            continue
        stage.scene.boxes.extend(marks)
        _add_chip(stage, entity, [box for boxes in pieces for box in boxes], marks)
        connect(stage, entity, pieces)


def depths(entities: list[Entity]) -> Iterator[tuple[Entity, int]]:
    """Each entity with how many boxes it must be inset against: those that it overlaps.

    In order of position, of two at one place the longer first.
    """
    active: list[tuple[int, int]] = []
    for entity in sorted(entities, key=lambda one: (one.span.start, -one.span.end, one.id)):
        active = [(end, depth) for end, depth in active if end > entity.span.start]
        depth = max((depth for _, depth in active), default=-1) + 1
        active.append((entity.span.end, depth))
        yield entity, min(depth, _DEEPEST)


def _add_box(
    stage: Stage, entity: Entity, box: Box, depth: int, edges: dict[Line, list[QRectF]]
) -> BoxMark:
    others = edges.setdefault(box.line, [])
    rect = _apart(pixels(box.rect), others, depth)
    others.append(rect)
    begins = box.first and box.start <= _fragment_start(entity, box)
    ends = box.last and box.end >= _fragment_end(entity, box)
    left, right = (ends, begins) if box.rtl else (begins, ends)
    tone, offer = stage.tone(entity.id), stage.offer(entity.id)
    return BoxMark(entity.id, rect, stage.ink(entity), tone, not left, not right, offer)


def _fragment_start(entity: Entity, box: Box) -> int:
    return max(start for start, end in entity.span.fragments if start < box.end)


def _fragment_end(entity: Entity, box: Box) -> int:
    return min(end for start, end in entity.span.fragments if end > box.start)


def _apart(rect: QRectF, others: list[QRectF], depth: int) -> QRectF:
    """The rectangle inset by its depth, its sides moved in from sides that are drawn already."""
    rect = rect.adjusted(0, 3 * depth, 0, -3 * depth)
    while rect.width() > 6 and any(abs(rect.left() - other.left()) < 2 for other in others):
        rect.setLeft(rect.left() + 2)
    while rect.width() > 6 and any(abs(rect.right() - other.right()) < 2 for other in others):
        rect.setRight(rect.right() - 2)
    return rect


def _add_chip(stage: Stage, entity: Entity, boxes: list[Box], marks: list[BoxMark]) -> None:
    """The label where the entity begins, or where it first shows if that is out of view."""
    index = chips.seen_first(stage, boxes)
    box, drawn = boxes[index], marks[index].rect
    offer = stage.offer(entity.id)
    # Not by colour alone: what will not be taken has a cross.
    caption = f"× {stage.caption(entity)}" if offer == "left" else stage.caption(entity)
    if index or box.start > entity.span.start:
        caption = chips.continued(caption)
    width = float(round(stage.measure(caption) + 3 * stage.unit))
    nested = drawn.height() < pixels(box.rect).height()
    rect = chips.place(stage, box, drawn, width, nested=nested)
    stage.taken.append(rect)
    stage.scene.chips.append(
        ChipMark(entity.id, rect, caption, stage.ink(entity), stage.tone(entity.id), offer)
    )
    top = min(rect.top(), drawn.top())
    x = rect.center().x() if rect.top() < drawn.top() else drawn.center().x()
    stage.scene.anchors[entity.id] = Anchor(QPointF(x, top), box.rect.top(), drawn)


def connect(stage: Stage, annotation: Entity | Quote, pieces: list[list[Box]]) -> None:
    """Dotted lines from each fragment of a discontinuous span to the next."""
    for before, after in pairwise(pieces):
        if not before or not after:
            continue
        for line in _between(stage, before[-1], after[0]):
            stage.scene.strokes.append(
                StrokeMark(
                    annotation.id,
                    line,
                    "connector",
                    stage.ink(annotation),
                    stage.tone(annotation.id),
                )
            )


def _between(stage: Stage, one: Box, other: Box) -> Iterator[QLineF]:
    """Along the bottom of the band; over a line break to the end of one line and from the next."""
    y, end = one.rect.bottom() - 1, _exit(one)
    if one.line == other.line:
        yield QLineF(end, y, _entry(other), y)
        return
    first, last = (stage.layout.width, 0.0) if one.rtl else (0.0, stage.layout.width)
    yield QLineF(end, y, last, y)
    y = other.rect.bottom() - 1
    yield QLineF(first, y, _entry(other), y)


def _exit(box: Box) -> float:
    return box.rect.left() if box.rtl else box.rect.right()


def _entry(box: Box) -> float:
    return box.rect.right() if box.rtl else box.rect.left()
