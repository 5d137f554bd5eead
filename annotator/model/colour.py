"""How well two colours can be told apart, and the colours that every label must stand out from.

Colours are written `#RRGGBB` throughout. This module must not know labels, files or Qt; the theme
takes the colours of the paper from here, so that what is checked is what is painted.
"""

from __future__ import annotations

import re
from functools import cache

PAPER_LIGHT = "#FBFAF7"
PAPER_DARK = "#1F1E1C"
CHIP_TEXT_LIGHT = "#FFFFFF"
"""The text on a label's chip in the light theme; the chip itself has the label's colour."""
CHIP_TEXT_DARK = "#161513"

TEXT_CONTRAST = 4.5
"""WCAG 2.1, success criterion 1.4.3 (level AA): text against what is behind it."""
STRONG_CONTRAST = 7.0
"""WCAG 2.1, success criterion 1.4.6 (level AAA): text in the themes of high contrast."""
SHAPE_CONTRAST = 3.0
"""WCAG 2.1, success criterion 1.4.11: boxes, bars and arcs against the paper."""

PALETTE: tuple[tuple[str, str], ...] = (
    # (light, dark): for labels whose file names no colour. Neighbours differ in hue and lightness.
    ("#C2410C", "#FB923C"),
    ("#1D4ED8", "#60A5FA"),
    ("#15803D", "#4ADE80"),
    ("#7E22CE", "#C084FC"),
    ("#A16207", "#FACC15"),
    ("#0F766E", "#2DD4BF"),
    ("#B91C1C", "#F87171"),
    ("#0369A1", "#38BDF8"),
    ("#4D7C0F", "#A3E635"),
    ("#86198F", "#E879F9"),
    ("#78350F", "#D6A77A"),
    ("#3730A3", "#A5B4FC"),
)
SLATE = ("#475569", "#94A3B8")
"""(light, dark) of a relation whose file names no colour."""

_STEPS = 64
_HEX = re.compile(r"#[0-9A-Fa-f]{6}\Z")


def is_colour(text: str) -> bool:
    """Whether `text` is a colour in the form #RRGGBB."""
    return _HEX.match(text) is not None


def luminance(colour: str) -> float:
    """The relative luminance of an sRGB colour, from 0 (black) to 1 (white).

    As defined in WCAG 2.1, "relative luminance". The threshold 0.04045 is that of IEC 61966-2-1;
    the 0.03928 printed in WCAG 2.1 gives the same results for eight-bit channels.
    """
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    if channel <= 0.04045:
        return channel / 12.92
    return float(((channel + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 (the same) to 21 (black on white); WCAG 2.1."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@cache
def readable(colour: str, ground: str, least: float) -> str:
    """The nearest colour of the same hue that has a contrast of `least` on `ground`.

    Mixed with black on a light ground and with white on a dark one, as little as needed; black or
    white itself where even that does not suffice.
    """
    other = "#000000" if contrast("#000000", ground) >= contrast("#FFFFFF", ground) else "#FFFFFF"
    shades = (_mixed(colour, other, step / _STEPS) for step in range(_STEPS + 1))
    return next((shade for shade in shades if contrast(shade, ground) >= least), other)


def _mixed(one: str, other: str, part: float) -> str:
    """`part` of the other colour, the rest of the one."""
    channels = (
        round(int(one[at : at + 2], 16) * (1 - part) + int(other[at : at + 2], 16) * part)
        for at in (1, 3, 5)
    )
    return "#{:02X}{:02X}{:02X}".format(*channels)
