"""Light and dark can be read: contrast as WCAG 2.1 asks for, also where a row is chosen."""

from __future__ import annotations

import pytest

from annotator.desktop.theme import DARK, LIGHT, Colours
from annotator.model.colour import SHAPE_CONTRAST, TEXT_CONTRAST, contrast

SCHEMES = pytest.mark.parametrize("tone", [LIGHT, DARK], ids=["light", "dark"])


@SCHEMES
def test_texts_can_be_read_on_every_ground(tone: Colours) -> None:
    pairs = [
        (text, ground)
        for text in (tone.ink, tone.quiet)
        for ground in (tone.paper, tone.card, tone.strip, tone.selected, tone.hover, tone.keycap)
    ]
    pairs += [(tone.refused, tone.strip), (tone.refused, tone.paper), (tone.saved, tone.strip)]
    pairs += [(tone.card, tone.accent)]
    low = {pair: contrast(*pair) for pair in pairs if contrast(*pair) < TEXT_CONTRAST}
    assert not low


@SCHEMES
def test_signs_stand_out_from_the_card(tone: Colours) -> None:
    signs = (tone.begun, tone.done, tone.new, tone.accent)
    low = {
        (sign, ground): contrast(sign, ground)
        for sign in signs
        for ground in (tone.card, tone.selected)
        if contrast(sign, ground) < SHAPE_CONTRAST
    }
    assert not low
