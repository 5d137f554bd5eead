"""Builds the scene of what is in view: every kind of mark, each by its own builder."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLineF

from annotator.desktop.article.arcs import add_relations
from annotator.desktop.article.boxes import add_entities
from annotator.desktop.article.keycaps import add_keys
from annotator.desktop.article.layout import ArticleLayout
from annotator.desktop.article.quotes import add_quotes
from annotator.desktop.article.scene import (
    ArticleState,
    Scene,
    Stage,
    pixels,
    spans_in_view,
)
from annotator.model.labels import Language


def build(
    layout: ArticleLayout,
    state: ArticleState,
    top: float,
    bottom: float,
    *,
    language: Language,
    measure: Callable[[str], float],
) -> Scene:
    """The marks between `top` and `bottom` (pixels of the article).

    `measure` gives the width of a caption in pixels.
    """
    lines = layout.lines_between(top, bottom)
    scene = Scene(top, bottom, {line: layout.band(line).top() for line in lines})
    visible = layout.line_range(lines[0])[0], layout.line_range(lines[-1])[1]
    stage = Stage(layout, state, language, measure, scene, visible, tuple(lines))
    entities, quotes = spans_in_view(stage)
    add_quotes(stage, quotes)
    add_entities(stage, entities)
    _add_selection(stage)
    _add_cursor(stage)
    add_relations(stage)
    add_keys(stage)
    return scene


def _add_selection(stage: Stage) -> None:
    """A tint over what is selected, with an edge where it begins and where it ends."""
    boxes = [box for fragment in stage.state.selection for box in stage.boxes(fragment)]
    stage.scene.selection = [pixels(box.rect) for box in boxes]
    if not boxes:
        return
    first, last = boxes[0], boxes[-1]
    for box, at_start in ((first, True), (last, False)):
        rect = pixels(box.rect)
        x = rect.right() if box.rtl == at_start else rect.left()
        stage.scene.selection_edges.append(QLineF(x, rect.top(), x, rect.bottom()))


def _add_cursor(stage: Stage) -> None:
    if stage.state.cursor is None:
        return
    stage.scene.cursor = [pixels(box.rect) for box in stage.boxes(stage.state.cursor)]
