"""The colours of the interface and of the article's paper: four schemes, one table each.

Colours alone: sizes and spaces are in `theme`, which says what is painted with which of these. In
the two schemes of high contrast every text has a contrast of 7 (WCAG 2.1, level AAA), edges are
thicker and as strong as text, and the colours of labels are moved until they can be read.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from annotator.model.colour import (
    CHIP_TEXT_DARK,
    CHIP_TEXT_LIGHT,
    PAPER_DARK,
    PAPER_LIGHT,
    STRONG_CONTRAST,
    readable,
)

Scheme = Literal["light", "dark", "contrast-light", "contrast-dark"]


class Colours(Struct, frozen=True, kw_only=True):
    """The colours of one scheme; each text colour can be read on whatever it lies on.

    `edge` is the width of borders in pixels. `strong` tells a scheme of high contrast. `text`,
    `chosen`, `key` and `key_edge` are those of the article: its letters, the tint of what is
    selected (laid over boxes, so it lets `chosen_alpha` of itself through), and keycaps on it.
    """

    dark: bool
    strong: bool = False
    edge: int = 1
    paper: str
    card: str
    strip: str
    line: str
    ink: str
    quiet: str
    accent: str
    selected: str
    hover: str
    keycap: str
    keycap_line: str
    chip_text: str
    new: str
    begun: str
    done: str
    refused: str
    saved: str
    text: str
    chosen: str
    chosen_alpha: float
    key: str
    key_edge: str

    def label(self, light: str, dark: str) -> str:
        """The colour of a label that has these two for light and dark paper."""
        colour = dark if self.dark else light
        return readable(colour, self.paper, STRONG_CONTRAST) if self.strong else colour


LIGHT = Colours(
    dark=False,
    paper=PAPER_LIGHT,
    card="#FFFFFF",
    strip="#F3F3F1",
    line="#E7E5E1",
    ink="#211F1C",
    quiet="#66625B",
    accent="#1D4ED8",
    selected="#E8EDFB",
    hover="#F6F5F2",
    keycap="#FAFAF9",
    keycap_line="#D5D3CE",
    chip_text=CHIP_TEXT_LIGHT,
    new="#857F76",
    begun="#C2650A",
    done="#15803D",
    refused="#B42318",
    saved="#15803D",
    text="#14130F",
    chosen="#3B76EB",
    chosen_alpha=0.24,
    key="#FFFFFF",
    key_edge="#A8A49B",
)
DARK = Colours(
    dark=True,
    paper=PAPER_DARK,
    card="#262523",
    strip="#191817",
    line="#383633",
    ink="#ECEAE6",
    quiet="#ADA89F",
    accent="#8FB1FF",
    selected="#2C3750",
    hover="#2D2B29",
    keycap="#312F2C",
    keycap_line="#4A4743",
    chip_text=CHIP_TEXT_DARK,
    new="#8F897F",
    begun="#FBBF24",
    done="#4ADE80",
    refused="#FF9B8F",
    saved="#4ADE80",
    text="#F1EFEA",
    chosen="#78A5FF",
    chosen_alpha=0.3,
    key="#312F2C",
    key_edge="#6E6A63",
)
CONTRAST_LIGHT = Colours(
    dark=False,
    strong=True,
    edge=2,
    paper="#FFFFFF",
    card="#FFFFFF",
    strip="#FFFFFF",
    line="#5C5852",
    ink="#000000",
    quiet="#34312D",
    accent="#0B2C9E",
    selected="#CBDCFF",
    hover="#EDEBE6",
    keycap="#FFFFFF",
    keycap_line="#45413B",
    chip_text="#FFFFFF",
    new="#3F3B36",
    begun="#6E3500",
    done="#0A4A22",
    refused="#84120A",
    saved="#0A4A22",
    text="#000000",
    chosen="#3B76EB",
    chosen_alpha=0.24,
    key="#FFFFFF",
    key_edge="#45413B",
)
CONTRAST_DARK = Colours(
    dark=True,
    strong=True,
    edge=2,
    paper="#000000",
    card="#000000",
    strip="#000000",
    line="#A09C95",
    ink="#FFFFFF",
    quiet="#DEDBD5",
    accent="#B7CDFF",
    selected="#14315F",
    hover="#242321",
    keycap="#000000",
    keycap_line="#C2BEB7",
    chip_text="#000000",
    new="#D2CEC7",
    begun="#FFD56B",
    done="#84F2AC",
    refused="#FFBDB5",
    saved="#84F2AC",
    text="#FFFFFF",
    chosen="#78A5FF",
    chosen_alpha=0.3,
    key="#000000",
    key_edge="#C2BEB7",
)

SCHEMES: dict[Scheme, Colours] = {
    "light": LIGHT,
    "dark": DARK,
    "contrast-light": CONTRAST_LIGHT,
    "contrast-dark": CONTRAST_DARK,
}
