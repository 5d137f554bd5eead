"""Charts are true to their numbers, hold together in any width, and are mirrored as a whole."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage, QPainter

from annotator.desktop import theme
from annotator.desktop.schemes import SCHEMES
from annotator.desktop.statistics import geometry
from annotator.desktop.statistics.chart import Chart, Row
from annotator.desktop.statistics.paint import Placed, paint

WIDTHS = st.floats(60, 2000)
VALUES = st.lists(st.integers(0, 10**9), max_size=70)
SIZES = st.floats(0, 900)


@given(WIDTHS, SIZES, SIZES, SIZES, st.booleans())
def test_a_line_is_shared_out_without_overlap_and_mirrored(
    width: float, titles: float, numbers: float, details: float, signs: bool
) -> None:
    found = geometry.lines(width, titles, numbers, details, signs=signs)
    for one, other in pairwise(found):
        assert one.right <= other.left + 1e-6
        assert min(one.width, other.width) >= 0
    turned = geometry.mirrored(found, width)
    for one, other in zip(found, turned, strict=True):
        assert other.left == pytest.approx(width - one.right)
        assert other.width == one.width


@given(st.floats(40, 1000), st.integers(0, 10**9), st.integers(1, 10**9), st.booleans())
def test_bars_are_as_long_as_their_numbers_and_begin_where_reading_does(
    width: float, value: int, most: int, right: bool
) -> None:
    value = min(value, most)
    track = geometry.Box(100, 0, width, 0)
    bar = geometry.bar(track, 3, value, most, right=right)
    assert (bar.right if right else bar.left) == pytest.approx(track.right if right else track.left)
    assert track.left - 1e-6 <= bar.left <= bar.right <= track.right + 1e-6
    if value == 0:
        assert bar.width == 0
    else:
        assert bar.width == pytest.approx(max(2, width * value / most))
    row = geometry.row(3, 2000)
    assert row.top < bar.top < bar.top + bar.height < row.top + row.height


@given(VALUES, WIDTHS, st.booleans(), st.booleans())
def test_columns_stand_on_one_line_side_by_side(
    values: list[int], width: float, right: bool, joined: bool
) -> None:
    found = geometry.columns(values, width, right=right, joined=joined)
    ordered = found.slots[::-1] if right else found.slots
    for one, other in pairwise(ordered):
        assert one.right == pytest.approx(other.left)
    for value, bar in zip(values, found.bars, strict=True):
        assert bar.top + bar.height == pytest.approx(found.base)
        assert bar.height <= geometry.PLOT + 1e-6
        assert (bar.height > 0) == (value > 0)
        assert bar.left >= -1e-6
        assert bar.right <= width + 1e-6
    other_way = geometry.columns(values, width, right=not right, joined=joined)
    for one, other in zip(found.bars, other_way.bars, strict=True):
        assert other.left == pytest.approx(width - one.right)


@given(st.lists(st.floats(1, 200), max_size=60), st.floats(2, 200))
def test_names_below_columns_do_not_touch(widths: list[float], slot: float) -> None:
    shown = geometry.spaced(widths, slot)
    assert not widths or shown[0] == 0
    for one, other in pairwise(shown):
        assert (other - one) * slot >= (widths[one] + widths[other]) / 2


@given(st.integers(1, 60), st.integers(1, 20), st.floats(0, 1), st.booleans())
def test_the_median_lies_in_its_bin(count: int, width: int, share: float, right: bool) -> None:
    edges = [(width * n, width * n + width - 1) for n in range(count)]
    slots = geometry.columns([1] * count, 600, right=right, joined=True).slots
    value = share * (edges[-1][1])
    x = geometry.on_scale(value, edges, slots, right=right)
    assert x is not None
    place = min(count - 1, int((value + 0.5) // width))
    assert slots[place].left - 1e-6 <= x <= slots[place].right + 1e-6
    assert geometry.on_scale(-5, edges, slots, right=right) is None


def chart(kind: str, values: list[int], title: str = "شخص") -> Chart:
    rows = []
    for number, value in enumerate(values):
        spread = (0, value / 4, value / 2, value, value * 9) if kind == "ranges" else ()
        rows.append(
            Row(title, value, f"{value:,}", "said", name="PERS", detail="3%", sign="entity",
                colour="#B42318", place=number, first=number, last=number, spread=spread)
        )  # fmt: skip
    median = len(values) / 2 if kind == "histogram" and values else None
    return Chart("x", kind, "Title", "", tuple(rows), median=median, median_said="median")  # type: ignore[arg-type]


KINDS = st.sampled_from(("bars", "columns", "histogram", "ranges"))
TITLES = st.sampled_from(("", "شخص", "<b>x</b>", "a\nb", "\u202eabc", "م" * 300, "\ufeff🙂"))


@given(KINDS, VALUES, st.floats(30, 900), st.booleans(), TITLES, st.sampled_from(list(SCHEMES)))
def test_anything_can_be_drawn_and_every_row_be_hit(
    kind: str, values: list[int], width: float, right: bool, title: str, scheme: str
) -> None:
    theme._now[0] = scheme  # type: ignore[call-overload]
    try:
        placed = Placed(chart(kind, values[:40], title), width, right=right)
        image = QImage(int(width), max(1, placed.height), QImage.Format.Format_RGB32)
        image.fill(QColor("#ffffff"))
        painter = QPainter(image)
        paint(painter, placed, 0 if values else None, focused=True)
        painter.end()
    finally:
        theme._now[0] = "light"
    for place in range(len(placed.chart.rows)):
        box = placed.row(place)
        assert placed.at(box.left + box.width / 2, box.top + box.height / 2) == place


def test_what_is_drawn_is_the_number(qapp: object) -> None:
    """The pixels of two bars are to each other as their numbers are."""
    placed = Placed(chart("bars", [100, 50]), 600, right=False)
    image = QImage(600, placed.height, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    paint(painter, placed, None, focused=False)
    painter.end()
    track = placed.lines.track if placed.lines is not None else None
    assert track is not None
    lengths = [
        sum(
            image.pixelColor(x, row * geometry.ROW + geometry.ROW // 2) != QColor("#ffffff")
            for x in range(int(track.left), int(track.right))
        )
        for row in (0, 1)
    ]
    assert lengths[0] == pytest.approx(2 * lengths[1], abs=3)
