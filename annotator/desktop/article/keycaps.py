"""Keycaps: the hints over annotations and words, in the gap above the letters and side by side.

None hides a letter of the text or another keycap: where words are narrower than their keycaps,
these make room for each other, each staying as near to its own word as it can.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF

from annotator.desktop.article.layout import Line
from annotator.desktop.article.scene import ARABIC_KEYS, KeyLetter, KeyMark, Stage
from annotator.desktop.keynames import arabic

_GAP = 2.0


class _Wish(NamedTuple):
    """A hint, and where the middle of its keycap would best be; `row` is the top of the band."""

    id: str
    hint: str
    middle: float
    row: float


class _Size(NamedTuple):
    """Pixels: of a keycap's height, of a letter on it, and from its side to the first letter."""

    height: float
    letter: float
    side: float

    def width(self, hint: str) -> float:
        return float(math.ceil(len(hint) * self.letter + 2 * self.side))


def add_keys(stage: Stage) -> None:
    """Keycaps over what can be picked, and over words that can be gone to."""
    if not (stage.state.picking or stage.state.hints):
        return
    size = _Size(stage.chip_height + stage.unit, _letter_width(stage), stage.unit)
    rows: dict[float, list[_Wish]] = {}
    for wish in (*_over_annotations(stage, size), *_over_words(stage)):
        rows.setdefault(wish.row, []).append(wish)
    for top, row in rows.items():
        _add_row(stage, size, top, sorted(row, key=lambda wish: wish.middle))
    if stage.state.hints:
        _clear_chips(stage)


def _clear_chips(stage: Stage) -> None:
    """What a keycap would half hide says nothing, and only makes the keycap hard to read."""
    scene = stage.scene
    caps = [key.rect for key in scene.keys]
    scene.chips = [
        chip for chip in scene.chips if not any(chip.rect.intersects(cap) for cap in caps)
    ]


def _over_annotations(stage: Stage, size: _Size) -> Iterator[_Wish]:
    """In the gap above the letters, beside the chip where that stands there too."""
    chips = {chip.id: chip.rect for chip in stage.scene.chips}
    for id, hint in stage.state.picking.items():
        anchor = stage.scene.anchors.get(id)
        if anchor is not None:
            middle, chip = anchor.point.x(), chips.get(id)
            if chip is not None and chip.bottom() <= anchor.band_top + stage.unit:
                middle = _beside(chip, anchor.box, size.width(hint))
            yield _Wish(id, hint, middle, anchor.band_top)


def _beside(chip: QRectF, box: QRectF, width: float) -> float:
    """The middle of a keycap on the side of the chip to which its box goes on."""
    onward_left = box.left() - chip.left() < chip.right() - box.right()
    return chip.left() - width / 2 - 1 if onward_left else chip.right() + width / 2 + 1


def _over_words(stage: Stage) -> Iterator[_Wish]:
    for word, hint in stage.state.hints.items():
        boxes = stage.boxes(word)
        if boxes:
            rect = boxes[0].rect
            yield _Wish("", hint, rect.center().x(), rect.top())


def _top(stage: Stage, line: Line, band_top: float, place: QRectF) -> float:
    """On the band, or on what towers above it there; where there is no more room, on the letters.

    `place` says where the keycap is across, and how high it is.
    """
    ink = stage.layout.ink_top(line, place.left(), place.right())
    top = math.floor(min(band_top + stage.unit, ink)) - place.height()
    return max(top, band_top - stage.layout.style.between, stage.scene.top + 1)


def _letter_width(stage: Stage) -> float:
    """One width for all letters: a page of keycaps is calm when they are alike."""
    given = (*stage.state.picking.values(), *stage.state.hints.values())
    shown = {_caption(stage, letter) for letter in set("".join(given))}
    scale = ARABIC_KEYS if stage.state.arabic_keys else 1.0
    return max(map(stage.measure, shown)) * scale


def _caption(stage: Stage, letter: str) -> str:
    """What stands on the key: under an Arabic layout the Arabic letter."""
    return (arabic(letter) if stage.state.arabic_keys else "") or letter


def _add_row(stage: Stage, size: _Size, band_top: float, row: Sequence[_Wish]) -> None:
    widths = [size.width(wish.hint) for wish in row]
    wanted = [wish.middle - width / 2 for wish, width in zip(row, widths, strict=True)]
    lefts = spread(wanted, widths, _GAP, stage.layout.width)
    line = stage.layout.line_near(band_top + 1)
    for wish, left, width in zip(row, lefts, widths, strict=True):
        rect = QRectF(round(left), 0, width, size.height)
        rect.moveTop(_top(stage, line, band_top, rect))
        letters = _letters(stage, size, rect, wish.hint)
        stage.scene.keys.append(KeyMark(wish.id, rect, wish.hint, letters))


def _letters(stage: Stage, size: _Size, rect: QRectF, hint: str) -> tuple[KeyLetter, ...]:
    """Side by side in the order of typing: Arabic letters from right to left, and never joined."""
    found = []
    for index, letter in enumerate(hint):
        place = len(hint) - 1 - index if stage.state.arabic_keys else index
        left = rect.left() + size.side + place * size.letter
        cell = QRectF(left, rect.top(), size.letter, rect.height())
        found.append(KeyLetter(cell, _caption(stage, letter), index < len(stage.state.typed)))
    return tuple(found)


def spread(
    wanted: Sequence[float], widths: Sequence[float], gap: float, room: float
) -> list[float]:
    """Where things of these widths begin, `gap` apart, as near to where they want to as can be.

    `wanted` are left edges, sorted by their middles. Of all places the one with the least squares
    of moves (isotonic regression, by pooling adjacent violators), then moved into `0:room`.
    """
    before, total = [], 0.0
    for width in widths:
        before.append(total)
        total += width + gap
    pools: list[tuple[float, int]] = []
    for edge, offset in zip(wanted, before, strict=True):
        mean, count = edge - offset, 1
        while pools and pools[-1][0] > mean:
            other, members = pools.pop()
            mean = (mean * count + other * members) / (count + members)
            count += members
        pools.append((mean, count))
    last = max(0.0, room - (total - gap))
    starts = [min(max(mean, 0.0), last) for mean, count in pools for _ in range(count)]
    return [start + offset for start, offset in zip(starts, before, strict=True)]
