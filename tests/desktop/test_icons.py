"""Icons: all are there, all are used, in the theme's ink, sharp, and mirrored where they point."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import annotator
from annotator.desktop import icons, language, theme
from annotator.desktop.actions import ACTIONS
from annotator.resources import resource

from .conftest import OpenWindow

NAMES = sorted(
    path.stem for path in resource("icons").glob("*.svg")
    if not path.stem.startswith("chevron") and path.stem != "annotator"
)  # fmt: skip


def image(name: str, density: float = 1) -> QImage:
    """An icon as it is drawn in black."""
    return icons.pixmap(name, "#000000", 24, density).toImage()


def inked(drawn: QImage) -> set[tuple[int, int]]:
    """The pixels of 24 by 24 that are more ink than paper."""
    return {(x, y) for x in range(24) for y in range(24) if drawn.pixelColor(x, y).alpha() > 127}


@pytest.mark.parametrize("name", NAMES)
def test_each_is_a_line_drawing_of_one_style(qapp: QApplication, name: str) -> None:
    source = resource("icons", f"{name}.svg").read_text("utf-8")
    assert 'viewBox="0 0 24 24"' in source
    assert 'stroke="currentColor" stroke-width="1.75"' in source
    assert not re.search(r"#[0-9A-Fa-f]{3}|<script|<image|href", source)
    assert 20 < len(inked(image(name))) < 400


def test_each_is_used_and_each_that_is_used_is_there() -> None:
    package = Path(annotator.__file__).parent
    sources = "".join(path.read_text("utf-8") for path in (package / "desktop").rglob("*.py"))
    assert {name for name in NAMES if f'"{name}"' not in sources} == set()
    assert set(icons.OF_ACTIONS.values()) <= set(NAMES)
    assert set(icons.DIRECTED) <= set(NAMES)
    known = {action.id for action in ACTIONS}
    assert set(icons.OF_ACTIONS) - known <= {"search"}


@pytest.mark.parametrize("name", NAMES)
def test_what_points_is_mirrored_from_right_to_left(qapp: QApplication, name: str) -> None:
    language.install("en")
    there = image(name)
    language.install("ar")
    here = image(name)
    language.install("en")
    assert (here == there) == (name not in icons.DIRECTED)
    if name in icons.DIRECTED:
        # The two are rasterised each for itself: what is nearly half covered may differ.
        wrong = inked(here) ^ inked(there.flipped(Qt.Orientation.Horizontal))
        assert len(wrong) <= 8


def test_they_are_sharp_at_every_density(qapp: QApplication) -> None:
    for density in (1, 1.5, 2, 3):
        drawn = icons.pixmap("search", "#000000", 16, density)
        assert drawn.width() == 16 * density
        assert drawn.devicePixelRatio() == density
    # A line of 1.75 in 24, drawn 48 large, is black in its middle: it was not stretched.
    large = icons.pixmap("done", "#000000", 24, 2).toImage()
    assert any(large.pixelColor(x, y).alpha() == 255 for x in range(48) for y in range(48))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_they_have_the_ink_of_the_theme(
    open_window: OpenWindow, qtbot: QtBot, scheme: theme.Scheme
) -> None:
    window = open_window(None, "en", scheme)
    tone = theme.colours()
    file = window.menuBar().actions()[0].menu()
    item = file.actions()[0]  # type: ignore[union-attr]
    for mode, wanted in ((QIcon.Mode.Normal, tone.quiet), (QIcon.Mode.Disabled, tone.new)):
        drawn = item.icon().pixmap(16, mode=mode).toImage()
        found = {
            drawn.pixelColor(x, y).name().upper()
            for x in range(drawn.width())
            for y in range(drawn.height())
            if drawn.pixelColor(x, y).alpha() == 255
        }
        assert QColor(wanted).name().upper() in found


def test_the_program_has_its_icon(qapp: QApplication) -> None:
    drawn = QIcon(str(resource("icons", "annotator.svg"))).pixmap(64, 64).toImage()
    assert drawn.pixelColor(drawn.width() // 2, drawn.height() // 2).alpha() == 255
