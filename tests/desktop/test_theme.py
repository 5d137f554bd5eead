"""Every scheme can be read: contrast as WCAG 2.1 asks for, 7 in those of high contrast."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from annotator.desktop import theme
from annotator.desktop.article.paint import _BAND, _FILL, Palette
from annotator.desktop.article.scene import Tone
from annotator.desktop.schemes import SCHEMES, Colours
from annotator.model.colour import (
    PALETTE,
    SHAPE_CONTRAST,
    SLATE,
    STRONG_CONTRAST,
    TEXT_CONTRAST,
    contrast,
)
from annotator.model.labelfile import presets
from annotator.resources import resource

ALL = pytest.mark.parametrize("tone", SCHEMES.values(), ids=SCHEMES)
STRONG = pytest.mark.parametrize(
    "tone", [one for one in SCHEMES.values() if one.strong], ids=lambda tone: tone.paper
)
LABELS = sorted({
    *PALETTE, SLATE,
    *((label.light, label.dark) for one in presets(resource("labels"))
      for label in (*one.entities, *one.quotes, *one.relations)),
})  # fmt: skip


def wanted(tone: Colours) -> float:
    """The contrast that a text needs."""
    return STRONG_CONTRAST if tone.strong else TEXT_CONTRAST


@ALL
def test_texts_can_be_read_on_every_ground(tone: Colours) -> None:
    pairs = [
        (text, ground)
        for text in (tone.ink, tone.quiet)
        for ground in (tone.paper, tone.card, tone.strip, tone.selected, tone.hover, tone.keycap)
    ]
    pairs += [(tone.refused, tone.strip), (tone.refused, tone.paper), (tone.saved, tone.strip)]
    pairs += [(tone.card, tone.accent)]
    low = {pair: contrast(*pair) for pair in pairs if contrast(*pair) < wanted(tone)}
    assert not low


@ALL
def test_signs_stand_out_from_the_card(tone: Colours) -> None:
    least = TEXT_CONTRAST if tone.strong else SHAPE_CONTRAST
    low = {
        (sign, ground): contrast(sign, ground)
        for sign in (tone.begun, tone.done, tone.new, tone.accent)
        for ground in (tone.card, tone.selected)
        if contrast(sign, ground) < least
    }
    assert not low


@STRONG
def test_edges_are_strong(tone: Colours) -> None:
    for edge in (tone.line, tone.keycap_line):
        for ground in (tone.card, tone.paper, tone.hover):
            assert contrast(edge, ground) >= TEXT_CONTRAST
    assert tone.edge > 1


@ALL
def test_chips_of_every_label_can_be_read(tone: Colours) -> None:
    for light, dark in LABELS:
        colour = tone.label(light, dark)
        assert contrast(tone.chip_text, colour) >= wanted(tone), colour
        # Captions of arcs are written in the colour itself.
        assert contrast(colour, tone.paper) >= (wanted(tone) if tone.strong else SHAPE_CONTRAST)


def over(ground: str, colour: str, alpha: float) -> str:
    """What is seen where `colour` lies on `ground`."""
    mixed = (
        round(int(ground[at : at + 2], 16) * (1 - alpha) + int(colour[at : at + 2], 16) * alpha)
        for at in (1, 3, 5)
    )
    return "#{:02X}{:02X}{:02X}".format(*mixed)


@ALL
def test_letters_can_be_read_through_what_lies_behind_them(tone: Colours) -> None:
    palette = Palette.of_scheme(tone)
    ink, chosen = palette.ink.name(), palette.selection
    for light, dark in LABELS:
        colour = tone.label(light, dark)
        band = palette.fill((light, dark), _BAND[Tone.FOCUSED]).alphaF()
        box = palette.fill((light, dark), _FILL[Tone.FOCUSED]).alphaF()
        ground = over(over(tone.paper, colour, band), colour, box)
        assert contrast(ink, ground) >= wanted(tone), colour
        box = palette.fill((light, dark), _FILL[Tone.PLAIN]).alphaF()
        ground = over(over(tone.paper, colour, box), chosen.name(), chosen.alphaF())
        assert contrast(ink, ground) >= wanted(tone), colour


SOURCES = sorted(Path(theme.__file__).parent.rglob("*.py"))
STRAY = {
    "a colour": (re.compile(r"\"#[0-9A-Fa-f]{6}\""), {"schemes.py"}),
    "a size of letters": (
        re.compile(r"setPixelSize\(|setPointSize|font-size: \d"),
        {"theme.py", "style.py", "view.py", "paint.py"},
    ),
    "a margin": (
        re.compile(r"setContentsMargins\([^)t]*\b([5-9]|\d\d)\b|addSpacing\([1-9]"),
        {"fieldwidgets.py"},
    ),
    "a radius": (
        re.compile(r"drawRoundedRect\(.*, [3-9](\.5)?\)|border-radius: [3-9]"),
        set(),
    ),
}


@pytest.mark.parametrize("what", STRAY)
def test_sizes_and_colours_come_from_the_tables(what: str) -> None:
    pattern, allowed = STRAY[what]
    stray = [
        f"{path.name}:{number}: {line.strip()}"
        for path in SOURCES
        if path.name not in allowed
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if pattern.search(line)
    ]
    assert stray == []
