"""How articles are set: the font, and every vertical measure that follows from it.

Measures letters of fonts and knows nothing of articles. Which font, size and spacing are chosen is
decided elsewhere: here are only their consequences.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from PySide6.QtGui import QFont, QTextLayout

_FALLBACKS = ("Noto Sans", "Noto Sans Arabic")
"""For the letters that the chosen font lacks, as many Arabic fonts lack the Latin ones."""
_MEASURED_AT = 200
# Of Amiri, in multiples of its size: an alef and a dal one upon the other, the room above an alef,
# and the room below the deepest tail. They make other fonts as large, and their lines as airy.
_LETTERS, _HEADROOM, _FOOTROOM = 1.115, 0.404, 0.099


@dataclass(frozen=True)
class TextStyle:
    """How articles are set. `size` is in pixels, everything else a multiple of it.

    `size` is that of Amiri; another font is scaled until its letters look as large. Every line
    takes the same height: `above` leaves room for a chip and an arc, `below` for the chip of a
    nested box. Vertical measures are whole pixels, so that edges are crisp.
    """

    family: str = "Amiri"
    size: float = 30.0
    above: float = 0.56
    below: float = 0.5
    paragraph_gap: float = 0.45
    blank_line: float = 0.5
    word_spacing: float = 0.06
    measure: float = 25.0

    @cached_property
    def font(self) -> QFont:
        """The font of the text; without hinting, so that no zoom or screen moves a letter."""
        font = _font(self.family, max(1, round(self.size * _extents(self.family).scale)))
        font.setWordSpacing(self.word_spacing * self.size)
        return font

    @cached_property
    def ascent(self) -> float:
        """Pixels from the top of a line's band to its baseline."""
        return float(round((_extents(self.family).alef + _HEADROOM) * self.size))

    @cached_property
    def band(self) -> float:
        """Pixels from the top of the letters' band to its bottom."""
        return self.ascent + math.ceil((_extents(self.family).tail + _FOOTROOM) * self.size)

    @property
    def pitch(self) -> float:
        """Pixels from a line to the next."""
        return float(round(self.band + self.between))

    @property
    def between(self) -> float:
        """Pixels from the band of a line to that of the next."""
        return (self.above + self.below) * self.size

    @property
    def band_top(self) -> float:
        """Pixels from the top of a line to the top of its band."""
        return float(round(self.above * self.size))

    @property
    def gap(self) -> float:
        """Pixels between paragraphs."""
        return float(round(self.paragraph_gap * self.size))

    @property
    def blank(self) -> float:
        """Pixels that an empty line takes."""
        return float(round(self.blank_line * self.size))

    @property
    def width(self) -> float:
        """The widest column, in pixels."""
        return self.measure * self.size


class _Extents(NamedTuple):
    """Of a font scaled by `scale`: how high an alef and how deep a tail is, in sizes."""

    scale: float
    alef: float
    tail: float


def _font(family: str, size: int) -> QFont:
    font = QFont()
    font.setFamilies([family, *_FALLBACKS])
    font.setPixelSize(size)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


@cache
def _extents(family: str) -> _Extents:
    """Measured from its letters: what fonts say of their own heights differs widely."""
    font = _font(family, _MEASURED_AT)
    alef, dal = (_ink(font, letter)[0] for letter in "اد")
    scale = round(_LETTERS / max(0.1, alef + dal), 2)
    return _Extents(scale, alef * scale, _ink(font, "ح ع ي")[1] * scale)


def _ink(font: QFont, text: str) -> tuple[float, float]:
    """How far the ink of a line goes above and below its baseline, in multiples of the size."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    top = bottom = 0.0
    for run in line.glyphRuns():
        raw = run.rawFont()
        for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True):
            box = raw.boundingRect(glyph).translated(0, place.y() - line.y() - line.ascent())
            top, bottom = max(top, -box.top()), max(bottom, box.bottom())
    return top / _MEASURED_AT, bottom / _MEASURED_AT
