"""Where two scenes look different, so that no more than that is painted again.

Knows that marks are values with rectangles, lines and paths in them, and nothing of their kinds: a
new kind of mark needs no word here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from annotator.desktop.article.scene import Scene

_PEN = 3.0
"""Pixels that a pen may draw beyond the geometry of a mark."""


def same_place(one: Scene, other: Scene) -> bool:
    """Whether what both show stands at the same place of the article.

    It does not where the text was laid out anew, or an estimate above became a height.
    """
    shared = one.lines.keys() & other.lines.keys()
    return bool(shared) and all(one.lines[line] == other.lines[line] for line in shared)


def changed(before: Scene, after: Scene) -> Iterator[QRectF]:
    """Rectangles of the article that hold every difference between the marks of both."""
    for kind in fields(Scene):
        old, new = getattr(before, kind.name), getattr(after, kind.name)
        if isinstance(old, list) and old != new:
            yield from _differences(_by_id(old), _by_id(new))


def _differences(
    old: dict[object, list[object]], new: dict[object, list[object]]
) -> Iterator[QRectF]:
    for id in old.keys() | new.keys():
        one, other = old.get(id, []), new.get(id, [])
        if one != other:
            yield from map(extent, one)
            yield from map(extent, other)


def _by_id(marks: Sequence[object]) -> dict[object, list[object]]:
    """The marks of each annotation; those without an id together."""
    found: dict[object, list[object]] = {}
    for mark in marks:
        found.setdefault(mark[0] if isinstance(mark, tuple) else None, []).append(mark)
    return found


def extent(mark: object) -> QRectF:
    """The rectangle that everything drawn for a mark lies in."""
    if isinstance(mark, tuple):
        found = QRectF()
        for part in mark:
            found = found.united(extent(part))
        return found
    if isinstance(mark, QRectF):
        bounds = mark
    elif isinstance(mark, QLineF):
        bounds = QRectF(mark.p1(), mark.p2()).normalized()
    elif isinstance(mark, (QPainterPath, QPolygonF)):
        bounds = mark.boundingRect()
    else:
        return QRectF()
    return bounds.adjusted(-_PEN, -_PEN, _PEN, _PEN)
