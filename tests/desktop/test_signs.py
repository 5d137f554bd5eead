"""Labels are told apart without colour, and look the same wherever they are listed."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.desktop.dialogs.picker import Picker
from annotator.desktop.panels.rows import Row
from annotator.desktop.panels.signs import Sign, look, paint_sign
from tests.notation import NEWS

from .conftest import OpenWindow, settle
from .test_panels import rows

SIZE, MANY = 20, 24


def drawn(sign: Sign, place: int, scale: int) -> list[int]:
    """How dark the pixels of a sign are that is drawn in black on white."""
    image = QImage(SIZE * scale, SIZE * scale, QImage.Format.Format_Grayscale8)
    image.setDevicePixelRatio(scale)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(SIZE / 2, SIZE / 2)
    paint_sign(painter, sign, "#000000", place)
    painter.end()
    side = range(SIZE * scale)
    return [255 - QColor(image.pixel(x, y)).red() for y in side for x in side]


def difference(one: list[int], other: list[int]) -> float:
    """How much ink differs, as a part of what the lighter one has."""
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) / min(sum(one), sum(other))


@pytest.mark.parametrize("scale", [1, 2])
def test_24_labels_and_3_types_of_quotes_are_told_apart_without_colour(scale: int) -> None:
    for sign, places in (("entity", (-1, *range(MANY))), ("quote", range(3))):
        seen = {place: drawn(sign, place, scale) for place in places}  # type: ignore[arg-type]
        alike = [
            pair for pair in combinations(seen, 2) if difference(*(seen[n] for n in pair)) < 0.12
        ]
        assert not alike
    assert look(MANY) == look(0)


@pytest.mark.parametrize("scale", [1, 2])
@pytest.mark.parametrize("place", range(MANY))
def test_signs_are_symmetric_so_that_mirroring_changes_nothing(place: int, scale: int) -> None:
    pixels, side = drawn("entity", place, scale), SIZE * scale
    lines = [pixels[at : at + side] for at in range(0, len(pixels), side)]
    assert sum(abs(a - b) for line in lines for a, b in zip(line, line[::-1], strict=True)) < (
        0.05 * sum(pixels)
    )


def test_a_label_has_the_same_sign_everywhere(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    annotated = window.workspace.annotated
    assert annotated is not None
    person = next(one for one in annotated.entities if one.label == "PERS")
    window.workspace.set_focus(person.id)
    settle(qtbot)
    window.choose_label()
    picker = QApplication.activeModalWidget()
    assert isinstance(picker, Picker)
    wanted = NEWS.place("PERS")
    lists: list[list[Row]] = [rows(window.labels.list), rows(window.annotations.list)]
    lists.append([entry.row for entry in picker.model.entries])
    for listed in lists:
        assert {row.place for row in listed if row.detail == "PERS"} == {wanted}
    picker.reject()
    window.focus_inspector()
    part = window.inspector.current()
    assert part is not None
    assert part.field.row.place == wanted


def test_each_label_of_a_label_set_has_a_place_of_its_own() -> None:
    assert [NEWS.place(one.name) for one in NEWS.entities] == list(range(len(NEWS.entities)))
    assert [NEWS.quote_place(one.name) for one in NEWS.quotes] == [0, 1, 2]
    assert NEWS.place("no such label") == NEWS.quote_place("no such type") == -1
