"""Quotes: the tint behind their words, the bar beside their lines, their cue and their source."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF

from annotator.desktop.article import chips
from annotator.desktop.article.boxes import connect
from annotator.desktop.article.layout import Box
from annotator.desktop.article.scene import (
    Anchor,
    BandMark,
    BarMark,
    ChipMark,
    Stage,
    StrokeMark,
    pixels,
)
from annotator.model.annotations import Quote

_FIRST_BAR = 14.0
_BAR_STEP = 11.0


def add_quotes(stage: Stage, quotes: list[Quote]) -> None:
    """All marks of all quotes; bars of quotes that share a line stand side by side."""
    columns: list[float] = []
    for quote in quotes:
        pieces = [stage.boxes(fragment) for fragment in quote.span.fragments]
        boxes = [box for piece in pieces for box in piece]
        if boxes:
            _add_bands(stage, quote, boxes)
            connect(stage, quote, pieces)
            column = _column(columns, boxes)
            _add_bar(stage, quote, boxes, column)
        _add_parts(stage, quote)
    for quote in quotes:
        _add_chip(stage, quote, len(columns))


def _add_bands(stage: Stage, quote: Quote, boxes: list[Box]) -> None:
    ink, tone = stage.ink(quote), stage.tone(quote.id)
    stage.scene.bands.extend(BandMark(quote.id, pixels(box.rect), ink, tone) for box in boxes)
    first = boxes[0].rect
    x = first.right() - 4 * stage.unit if boxes[0].rtl else first.left() + 4 * stage.unit
    if boxes[0].start <= quote.span.start:
        stage.scene.anchors[quote.id] = Anchor(QPointF(x, first.top()), first.top(), first)


def _column(columns: list[float], boxes: list[Box]) -> int:
    """The first column that is free from where the quote begins; `columns` hold their ends."""
    top, bottom = boxes[0].rect.top(), boxes[-1].rect.bottom()
    for index, end in enumerate(columns):
        if end < top:
            columns[index] = bottom
            return index
    columns.append(bottom)
    return len(columns) - 1


def _add_bar(stage: Stage, quote: Quote, boxes: list[Box], column: int) -> None:
    """A bar down to the last line; one that began or goes on out of view runs to the edge."""
    x = stage.layout.width + _FIRST_BAR + column * _BAR_STEP
    top, bottom = pixels(boxes[0].rect).top(), pixels(boxes[-1].rect).bottom()
    if quote.span.start < stage.visible[0]:
        top = min(top, stage.scene.top)
    if quote.span.end > stage.visible[1]:
        bottom = max(bottom, stage.scene.bottom)
    stage.scene.bars.append(
        BarMark(
            quote.id,
            QLineF(x, top, x, bottom),
            stage.ink(quote),
            stage.tone(quote.id),
            stage.offer(quote.id),
        )
    )


def _add_chip(stage: Stage, quote: Quote, columns: int) -> None:
    """The type, as a flag at the top of the bar; beside the bars where that place is taken.

    The flag of what began further up stays in view.
    """
    bar = next((bar for bar in stage.scene.bars if bar.id == quote.id), None)
    if bar is None:
        return
    caption, top = stage.caption(quote), bar.line.y1() - stage.chip_height - 1
    if top < stage.scene.top:
        caption = chips.continued(caption)
        top = min(stage.scene.top + 2, bar.line.y2() - stage.chip_height)
    offer = stage.offer(quote.id)
    wide = 5 if offer == "left" else 3
    size = round(stage.measure(caption) + wide * stage.unit), stage.chip_height
    rect = QRectF(bar.line.x1() - 1, top, *size)
    beside = stage.layout.width + _FIRST_BAR + columns * _BAR_STEP - 4
    while not stage.is_free(rect) or _crosses(stage, rect, quote.id):
        rect = QRectF(beside, rect.bottom() + 2, *size)
    stage.taken.append(rect)
    stage.scene.chips.append(
        ChipMark(
            quote.id,
            rect,
            f"× {caption}" if offer == "left" else caption,
            stage.ink(quote),
            stage.tone(quote.id),
            offer,
        )
    )


def _crosses(stage: Stage, rect: QRectF, id: str) -> bool:
    """Whether a bar of another quote runs through the rectangle."""
    return any(
        bar.id != id
        and rect.left() <= bar.line.x1() <= rect.right()
        and rect.top() < bar.line.y2()
        and bar.line.y1() < rect.bottom()
        for bar in stage.scene.bars
    )


def _add_parts(stage: Stage, quote: Quote) -> None:
    """The cue dotted, the source underlined, below the boxes of entities that they may be."""
    ink, tone = stage.ink(quote), stage.tone(quote.id)
    for kind, span, drop in (("cue", quote.cue, 0.0), ("source", quote.source, 3.0)):
        for fragment in span.fragments if span is not None else ():
            for box in stage.boxes(fragment):
                y = pixels(box.rect).bottom() + drop - 1
                line = QLineF(box.rect.left() + 1, y, box.rect.right() - 1, y)
                stage.scene.strokes.append(
                    StrokeMark(quote.id, line, kind, ink, tone)  # type: ignore[arg-type]
                )
