"""What stands on the screen after many small paintings is what one painting of everything gives."""

from __future__ import annotations

import shutil
from itertools import count
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QLineF, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.desktop.article.changes import changed, extent
from annotator.desktop.article.scene import BoxMark, Scene, Tone
from annotator.desktop.window import MainWindow
from annotator.store import Project
from tests.desktop.conftest import AUTHOR, OpenWindow, make_project

LINE = (
    "[وزيرة الطاقة [الأردنية|NORP]|OCC] [ليلى الحموري|PERS] زارت [عمّان|GPE] أمس. قال [خالد|PERS]: "
    "“[العمل في [معان|GPE] يبدأ غدًا|direct]” وأضاف “[لا شيء بعد|direct]”.\n"
)
KEYS = {
    "onward": (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier),
    "back": (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier),
    "select": (Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier),
    "below": (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier),
    "page": (Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier),
    "page back": (Qt.Key.Key_PageUp, Qt.KeyboardModifier.NoModifier),
    "end": (Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier),
    "focus": (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier),
    "mark": (Qt.Key.Key_P, Qt.KeyboardModifier.NoModifier),
    "quote": (Qt.Key.Key_Q, Qt.KeyboardModifier.NoModifier),
    "relate": (Qt.Key.Key_R, Qt.KeyboardModifier.NoModifier),
    "delete": (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
    "undo": (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier),
    "leave": (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
}
WHEEL = {"wheel": 37, "wheel back": -53}
DEEDS = st.lists(st.sampled_from([*KEYS, *WHEEL]), min_size=1, max_size=14)


def do(window: MainWindow, deed: str) -> None:
    """Press a key or turn the wheel, and let the screen follow."""
    if deed in KEYS:
        key, held = KEYS[deed]
        QTest.keyClick(window.view, key, held)
    else:
        bar = window.view.verticalScrollBar()
        bar.setValue(bar.value() + WHEEL[deed])
    for _ in range(3):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def on_screen(window: MainWindow) -> QImage:
    """The article as the screen has it."""
    viewport = window.view.viewport()
    whole = window.screen().grabWindow(window.winId())
    area = QRect(viewport.mapTo(window, QPoint(0, 0)), viewport.size())
    return whole.copy(area).toImage().convertToFormat(QImage.Format.Format_RGB32)


def painted_at_once(window: MainWindow) -> QImage:
    """The article as it is painted all at once."""
    return window.view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def difference(one: QImage, other: QImage) -> int:
    """By how much two pictures differ where they differ most, of 255."""
    assert one.size() == other.size()
    painter = QPainter(one)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(0, 0, other)
    painter.end()
    bits = bytes(one.constBits())
    return max(max(bits[channel::4]) for channel in range(3))


def test_the_screen_holds_no_remains(open_window: OpenWindow, tmp_path: Path) -> None:
    made = make_project(tmp_path / "made.db", (LINE * 12,))
    window = open_window(made)
    window.resize(1000, 640)
    numbers = count()

    # One window for all examples, each on a project of its own.
    @settings(max_examples=15, deadline=None)
    @given(deeds=DEEDS)
    def check(deeds: list[str]) -> None:
        window.workspace.close()
        path = Path(shutil.copy(made, tmp_path / f"{next(numbers)}.db"))
        window.workspace.open(Project.open(path), AUTHOR)
        window.focus_article()
        do(window, "onward")
        for number, deed in enumerate(deeds):
            do(window, deed)
            # Where a curve is clipped its edge may come out a shade lighter or darker.
            assert difference(on_screen(window), painted_at_once(window)) < 9, deeds[: number + 1]

    check()


def test_a_key_paints_little(open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window(make_project(tmp_path / "one.db", (LINE * 12,)))
    before = window.view.scene()
    do(window, "onward")
    after = window.view.scene()
    assert before is not None
    assert after is not None
    areas = list(changed(before, after))
    whole = after.bottom - after.top
    assert areas
    assert sum(area.height() for area in areas) < whole / 3


def test_marks_of_every_kind_have_an_extent() -> None:
    rect = QRectF(10, 20, 30, 40)
    box = BoxMark("a", rect, ("#000000", "#FFFFFF"), Tone.PLAIN, open_left=False, open_right=False)
    assert extent(box).contains(rect)
    assert extent(QLineF(5, 9, 1, 2)).contains(QRectF(1, 2, 4, 7))
    path = QPainterPath(rect.topLeft())
    path.lineTo(rect.bottomRight())
    assert extent(("a", path, "caption")).contains(rect)
    one, other = Scene(0, 100, boxes=[box]), Scene(0, 100, boxes=[box._replace(tone=Tone.FOCUSED)])
    assert list(changed(one, one)) == []
    assert all(area.contains(rect) for area in changed(one, other))
