"""Contrast as the specification defines it, and the colours of this program held against it."""

from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model import colour
from annotator.model.labelfile import presets
from annotator.model.labels import DEFAULT_QUOTES, LabelSet
from annotator.resources import resource

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06X}".format)


def test_known_ratios() -> None:
    # Figures that every checker gives: the extremes, and the darkest grey that fails on white.
    assert colour.contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert colour.contrast("#FFFFFF", "#FFFFFF") == pytest.approx(1.0)
    assert colour.contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)
    assert colour.contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.005)
    assert colour.luminance("#FF0000") == pytest.approx(0.2126)
    assert colour.luminance("#00FF00") == pytest.approx(0.7152)
    assert colour.luminance("#0000FF") == pytest.approx(0.0722)


@given(COLOURS, COLOURS)
def test_contrast_is_symmetric_and_bounded(one: str, other: str) -> None:
    assert colour.contrast(one, other) == colour.contrast(other, one)
    assert 1.0 <= colour.contrast(one, other) <= 21.0 + 1e-9


@given(COLOURS)
def test_case_does_not_count(given_colour: str) -> None:
    assert colour.luminance(given_colour) == colour.luminance(given_colour.lower())
    assert colour.is_colour(given_colour)
    assert colour.is_colour(given_colour.lower())


@pytest.mark.parametrize("text", ["", "red", "#FFF", "#12345G", "#1234567", "123456", "#123456\n"])
def test_other_forms_are_not_colours(text: str) -> None:
    assert not colour.is_colour(text)


BUILT_IN = [*colour.PALETTE, colour.SLATE, *((quote.light, quote.dark) for quote in DEFAULT_QUOTES)]


@pytest.mark.parametrize(("light", "dark"), BUILT_IN)
def test_built_in_colours_stand_out(light: str, dark: str) -> None:
    assert colour.contrast(light, colour.CHIP_TEXT_LIGHT) >= colour.TEXT_CONTRAST
    assert colour.contrast(light, colour.PAPER_LIGHT) >= colour.SHAPE_CONTRAST
    assert colour.contrast(dark, colour.CHIP_TEXT_DARK) >= colour.TEXT_CONTRAST
    assert colour.contrast(dark, colour.PAPER_DARK) >= colour.SHAPE_CONTRAST


@pytest.mark.parametrize("labels", presets(resource("labels")), ids=lambda labels: labels.name)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_colours_of_a_preset_are_told_apart(labels: LabelSet, theme: str) -> None:
    colours = [getattr(label, theme) for label in (*labels.entities, *labels.quotes)]
    for one, other in itertools.combinations(colours, 2):
        # A difference of 0.02 in Oklab is just noticed; chips need rather more.
        assert math.dist(oklab(one), oklab(other)) > 0.045, (one, other)


def oklab(given_colour: str) -> tuple[float, float, float]:
    """Björn Ottosson, "A perceptual color space for image processing" (2020)."""
    channels = [int(given_colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    medium = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


@given(COLOURS, COLOURS, st.sampled_from([3.0, 4.5, 7.0]))
def test_a_colour_is_made_readable_by_as_little_as_needed(
    one: str, ground: str, least: float
) -> None:
    made = colour.readable(one, ground, least)
    best = max(colour.contrast(extreme, ground) for extreme in ("#000000", "#FFFFFF"))
    assert colour.contrast(made, ground) >= min(least, best) - 1e-9
    if colour.contrast(one, ground) >= least:
        assert made == one


def test_a_colour_that_is_made_readable_keeps_its_hue() -> None:
    made = colour.readable("#C2410C", "#FFFFFF", 7.0)
    red, green, blue = (int(made[at : at + 2], 16) for at in (1, 3, 5))
    assert red > green > blue
    assert colour.contrast(made, "#FFFFFF") < 8
