"""Relations: arcs above the lines, from head to tail, for what is in focus."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from annotator.desktop.article.scene import Anchor, ArcMark, Stage, Tone
from annotator.model.annotations import Relation

_ARROW = 7.0


def add_relations(stage: Stage) -> None:
    """The arcs of the focused annotation, or the focused relation alone."""
    for index, relation in enumerate(shown(stage)):
        head = stage.scene.anchors.get(relation.head)
        tail = stage.scene.anchors.get(relation.tail)
        if head is None and tail is None:
            continue
        stage.scene.arcs.append(_arc(stage, relation, _ends(stage, relation, head, tail), index))


def shown(stage: Stage) -> list[Relation]:
    """The relations that are in focus: a focused one, or those of the focused annotation."""
    annotated, focus = stage.state.annotated, stage.state.focus
    focused = annotated.get(focus)
    if isinstance(focused, Relation):
        return [focused]
    if focus is None:
        return []
    found = [one for one in annotated.referrers(focus) if isinstance(one, Relation)]
    return sorted(found, key=lambda one: one.id)


def _ends(
    stage: Stage, relation: Relation, head: Anchor | None, tail: Anchor | None
) -> tuple[Anchor, Anchor]:
    """Both ends; one that is out of view lies beyond the edge that it is behind."""
    known = head or tail
    assert known is not None
    return (
        head or _beyond(stage, relation.head, known),
        tail or _beyond(stage, relation.tail, known),
    )


def _beyond(stage: Stage, id: str, known: Anchor) -> Anchor:
    found = stage.state.annotated.spanned(id)
    above = found is not None and found.span.start < stage.visible[0]
    y = stage.scene.top - 60 if above else stage.scene.bottom + 60
    return Anchor(QPointF(known.point.x(), y), y)


def _arc(stage: Stage, relation: Relation, ends: tuple[Anchor, Anchor], index: int) -> ArcMark:
    head, tail = ends
    lift = stage.unit * (3.2 + 1.6 * (index % 4))
    path, top = _path(head.point, tail.point, lift)
    caption = stage.caption(relation)
    width = stage.measure(caption) + 2 * stage.unit
    height = stage.unit * 4.6
    place = QRectF(top.x() - width / 2, top.y() - height / 2, width, height)
    step = 0
    while not stage.is_free(place) and step < 6:
        step += 1
        shift = (step + 1) // 2 * width * 0.6 * (1 if step % 2 else -1)
        place = QRectF(top.x() - width / 2 + shift, top.y() - height / 2, width, height)
    stage.taken.append(place)
    label = stage.state.annotated.labels.relation(relation.label)
    heads = [_arrow(path, 1.0)]
    if label is not None and label.symmetric:
        heads.append(_arrow(path, 0.0))
    tone = Tone.FOCUSED if relation.id == stage.state.focus else Tone.PLAIN
    return ArcMark(relation.id, path, tuple(heads), caption, place, stage.ink(relation), tone)


def _path(start: QPointF, end: QPointF, lift: float) -> tuple[QPainterPath, QPointF]:
    """The way over the line, and its highest point; between lines a curve through the gap."""
    path = QPainterPath(start)
    if abs(start.y() - end.y()) < 24:
        y = min(start.y(), end.y()) - lift
        bend = min(26.0, abs(end.x() - start.x()) / 3 + 1)
        towards = math.copysign(bend, end.x() - start.x())
        path.cubicTo(QPointF(start.x(), y), QPointF(start.x(), y), QPointF(start.x() + towards, y))
        path.lineTo(end.x() - towards, y)
        path.cubicTo(QPointF(end.x(), y), QPointF(end.x(), y), end)
        return path, QPointF((start.x() + end.x()) / 2, y)
    path.cubicTo(
        QPointF(start.x(), start.y() - 2.4 * lift), QPointF(end.x(), end.y() - 4 * lift), end
    )
    return path, path.pointAtPercent(0.5)


def _arrow(path: QPainterPath, at: float) -> QPolygonF:
    """The arrow head at an end of the way (0 or 1), pointing outward along it."""
    tip = path.pointAtPercent(at)
    before = path.pointAtPercent(path.percentAtLength(8) if at == 0 else path.percentAtLength(
        max(0.0, path.length() - 8)
    ))
    angle = math.atan2(tip.y() - before.y(), tip.x() - before.x())
    sides = [
        QPointF(tip.x() - _ARROW * math.cos(angle + way), tip.y() - _ARROW * math.sin(angle + way))
        for way in (0.45, -0.45)
    ]
    return QPolygonF([tip, *sides])
