"""The article view under the mouse, while scrolling, and with a very long article."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.desktop import looks
from annotator.desktop.article.view import ArticleView
from annotator.desktop.window import MainWindow

from .conftest import OpenWindow, make_project, settle

NONE = Qt.KeyboardModifier.NoModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton

OpenOn = Callable[..., MainWindow]


@pytest.fixture
def on(open_window: OpenWindow, tmp_path: Path) -> OpenOn:
    """Opens a window on one line of the notation."""
    return lambda line: open_window(make_project(tmp_path / "view.db", (line,)))


def middle(view: ArticleView, position: int) -> QPoint:
    """The middle of a letter on the widget."""
    (rect, *_) = view.rects(position, position + 1)
    return rect.center().toPoint()


def send(
    view: ArticleView, kind: QEvent.Type, place: QPoint, held: Qt.KeyboardModifier = NONE
) -> None:
    """A mouse event with the left button down."""
    spot = QPointF(place)
    everywhere = QPointF(view.viewport().mapToGlobal(place))
    event = QMouseEvent(kind, spot, everywhere, LEFT, LEFT, held)
    QApplication.sendEvent(view.viewport(), event)


def drag(view: ArticleView, first: int, last: int, held: Qt.KeyboardModifier = NONE) -> None:
    """Drag from one letter to another."""
    send(view, QEvent.Type.MouseButtonPress, middle(view, first), held)
    send(view, QEvent.Type.MouseMove, middle(view, (first + last) // 2), held)
    send(view, QEvent.Type.MouseMove, middle(view, last), held)
    send(view, QEvent.Type.MouseButtonRelease, middle(view, last), held)


def selected(window: MainWindow) -> str:
    """The selected text."""
    selection = window.workspace.selection
    return "" if selection is None else selection.surface(window.workspace.text)


def word(window: MainWindow) -> str:
    """The word under the cursor."""
    return window.workspace.text[slice(*window.workspace.cursor)]


class TestMouse:
    TEXT = "زارت ليلى الحموري عمّان 2026 مع Sara أمس."

    @pytest.mark.parametrize("turned", [False, True])
    def test_a_drag_selects_words_in_both_directions(self, on: OpenOn, turned: bool) -> None:
        window = on(self.TEXT)
        first, last = self.TEXT.index("يلى"), self.TEXT.index("موري")
        drag(window.view, *((last, first) if turned else (first, last)))
        assert selected(window) == "ليلى الحموري"
        QTest.keyClick(window.view, Qt.Key.Key_P)
        annotated = window.workspace.annotated
        assert annotated is not None
        assert [one.span.surface(annotated.text) for one in annotated.entities] == ["ليلى الحموري"]

    @pytest.mark.parametrize("turned", [False, True])
    def test_with_alt_a_drag_selects_letters(self, on: OpenOn, turned: bool) -> None:
        window = on(self.TEXT)
        first = self.TEXT.index("الحموري")
        places = (first + 2, first + 5)
        drag(window.view, *(places[::-1] if turned else places), ALT)
        assert selected(window) == "حموري"[:4]

    @pytest.mark.parametrize("turned", [False, True])
    def test_over_numbers_and_latin_words_too(self, on: OpenOn, turned: bool) -> None:
        window = on(self.TEXT)
        places = (self.TEXT.index("026"), self.TEXT.index("ara"))
        drag(window.view, *(places[::-1] if turned else places))
        assert selected(window) == "2026 مع Sara"

    def test_a_drag_over_several_lines(self, on: OpenOn) -> None:
        window = on("واحد اثنان\nثلاثة أربعة\nخمسة")
        text = window.workspace.text
        drag(window.view, text.index("ثنان"), text.index("مسة"))
        assert selected(window) == "اثنان\nثلاثة أربعة\nخمسة"

    def test_a_hand_that_trembles_does_not_select(self, on: OpenOn) -> None:
        window = on(self.TEXT)
        place = middle(window.view, self.TEXT.index("حموري"))
        send(window.view, QEvent.Type.MouseButtonPress, place)
        send(window.view, QEvent.Type.MouseMove, place + QPoint(1, 1))
        send(window.view, QEvent.Type.MouseButtonRelease, place + QPoint(1, 1))
        assert (selected(window), word(window)) == ("", "الحموري")

    def test_a_click_focuses_the_annotation_or_brings_the_cursor(self, on: OpenOn) -> None:
        window = on("زارت [ليلى|PERS] عمّان")
        text, view = window.workspace.text, window.view
        QTest.mouseClick(view.viewport(), LEFT, NONE, middle(view, text.index("يلى")))
        assert window.workspace.focus == "a1"
        QTest.mouseClick(view.viewport(), LEFT, NONE, middle(view, text.index("مّان")))
        assert window.workspace.focus is None
        assert word(window) == "عمّان"
        QTest.mouseClick(view.viewport(), LEFT, SHIFT, middle(view, text.index("ارت")))
        assert selected(window) == text

    def test_a_click_takes_the_innermost(self, on: OpenOn) -> None:
        window = on("[وزيرة الطاقة [الأردنية|NORP]|OCC] هنا")
        text, view = window.workspace.text, window.view
        for piece, id in (("أردنية", "a2"), ("طاقة", "a1")):
            QTest.mouseClick(view.viewport(), LEFT, NONE, middle(view, text.index(piece)))
            assert window.workspace.focus == id

    def test_a_double_click_selects_the_word_inside_an_annotation(self, on: OpenOn) -> None:
        window = on("زارت [ليلى الحموري|PERS] عمّان")
        place = middle(window.view, window.workspace.text.index("حموري"))
        QTest.mouseClick(window.view.viewport(), LEFT, NONE, place)
        QTest.mouseDClick(window.view.viewport(), LEFT, NONE, place)
        assert selected(window) == "الحموري"

    def test_a_click_chooses_the_tail_of_a_relation(self, on: OpenOn) -> None:
        window = on("[خالد|PERS] [وزير|OCC] في [عمّان|GPE]")
        QTest.keyClick(window.view, Qt.Key.Key_Tab)
        QTest.keyClick(window.view, Qt.Key.Key_R)
        place = middle(window.view, window.workspace.text.index("مّان"))
        QTest.mouseClick(window.view.viewport(), LEFT, NONE, place)
        QTest.keyClick(window.view, Qt.Key.Key_V)
        annotated = window.workspace.annotated
        assert annotated is not None
        relations = [(one.label, one.head, one.tail) for one in annotated.relations]
        assert relations == [("VISITS", "a1", "a3")]

    def test_the_right_button_points(self, on: OpenOn) -> None:
        window = on("زارت [ليلى|PERS] عمّان")
        text, view = window.workspace.text, window.view
        QTest.mousePress(view.viewport(), RIGHT, NONE, middle(view, text.index("يلى")))
        assert window.workspace.focus == "a1"
        drag(view, text.index("ارت"), text.index("يلى"))
        chosen = selected(window)
        QTest.mousePress(view.viewport(), RIGHT, NONE, middle(view, text.index("ارت")))
        assert selected(window) == chosen == "زارت ليلى"

    def test_a_click_gives_the_article_the_keyboard(self, on: OpenOn) -> None:
        window = on(self.TEXT)
        window.focus_articles()
        assert not window.view.hasFocus()
        QTest.mouseClick(window.view.viewport(), LEFT, NONE, middle(window.view, 3))
        assert window.view.hasFocus()


def top_word(view: ArticleView) -> int:
    """Where the first line in view begins."""
    return view.visible_range()[0]


class TestScrolling:
    PARAGRAPH = "قالت الوزارة في بيان صدر أمس إن العمل في المشروع يبدأ هذا الشهر في عمّان. " * 6

    @pytest.fixture
    def window(self, on: OpenOn) -> MainWindow:
        """A window on forty paragraphs."""
        return on("\n".join(f"{number} {self.PARAGRAPH}" for number in range(40)))

    def wheel(self, view: ArticleView, steps: int, qtbot: QtBot | None = None) -> None:
        spot = QPointF(200, 200)
        event = QWheelEvent(
            spot, spot, QPoint(), QPoint(0, -120 * steps), Qt.MouseButton.NoButton, NONE,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(view.viewport(), event)
        if qtbot is not None:
            qtbot.waitUntil(lambda: not view.gliding)

    def test_the_wheel_scrolls_and_stops_at_the_ends(
        self, window: MainWindow, qtbot: QtBot
    ) -> None:
        view = window.view
        assert top_word(view) == 0
        self.wheel(view, 10, qtbot)
        assert top_word(view) > 0
        self.wheel(view, -50, qtbot)
        assert top_word(view) == 0
        self.wheel(view, 5000, qtbot)
        assert view.visible_range()[1] == len(window.workspace.text)

    def test_a_step_of_the_wheel_glides_to_its_end(self, window: MainWindow, qtbot: QtBot) -> None:
        view = window.view
        before = view.rects(0, 1)[0].top()
        assert view.layout_ is not None
        wanted = before - 1.5 * view.layout_.pitch
        self.wheel(view, 1)
        first = view.rects(0, 1)[0].top()
        assert wanted < first < before
        qtbot.waitUntil(lambda: not view.gliding)
        assert view.rects(0, 1)[0].top() == pytest.approx(wanted, abs=1.0)

    def test_keys_leave_the_wheel_behind(self, window: MainWindow, qtbot: QtBot) -> None:
        view = window.view
        self.wheel(view, 30)
        QTest.keyClick(view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
        assert not view.gliding
        assert top_word(view) == 0

    def test_without_motion_the_wheel_jumps(self, window: MainWindow) -> None:
        view = window.view
        view.setStyleSheet("* { widget-animation-duration: 0 }")
        before = view.rects(0, 1)[0].top()
        self.wheel(view, 1)
        assert not view.gliding
        assert view.layout_ is not None
        wanted = before - 1.5 * view.layout_.pitch
        assert view.rects(0, 1)[0].top() == pytest.approx(wanted, abs=1.0)

    def test_the_place_stays_when_width_and_zoom_change(
        self, window: MainWindow, qtbot: QtBot
    ) -> None:
        view = window.view
        self.wheel(view, 30, qtbot)
        # A line of the new layout may begin before the old one, but has to hold where it began.
        place = top_word(view)
        changes: tuple[Callable[[], object], ...] = (
            lambda: window.resize(1000, 700),
            lambda: looks.zoom(window, 1),
            lambda: looks.zoom(window, 1),
            lambda: looks.zoom(window, 0),
        )
        for change in changes:
            change()
            settle(qtbot)
            first, last = view.visible_range()
            assert first <= place < last
            assert place - first < 200

    def test_the_cursor_is_kept_in_view(self, window: MainWindow) -> None:
        view = window.view
        for key, held in (
            (Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier),
            (Qt.Key.Key_PageUp, NONE),
            (Qt.Key.Key_Up, NONE),
            (Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier),
            (Qt.Key.Key_PageDown, NONE),
            (Qt.Key.Key_PageDown, NONE),
        ):
            QTest.keyClick(view, key, held)
            rects = view.rects(*window.workspace.cursor)
            assert rects
            assert all(one.top() >= 0 and one.bottom() <= view.viewport().height()
                       for one in rects)  # fmt: skip

    def test_the_scroll_bar_moves_the_article(self, window: MainWindow) -> None:
        view = window.view
        view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
        assert view.visible_range()[1] == len(window.workspace.text)
        view.verticalScrollBar().setValue(0)
        assert top_word(view) == 0


def test_of_sixty_thousand_words_only_what_is_in_view_is_laid_out(on: OpenOn) -> None:
    words = 60_000
    paragraph = " ".join(["كلمة", "وزارة", "في", "عمّان", "أمس"] * 20) + "."
    window = on("\n".join([paragraph] * (words // 100)))
    view, workspace = window.view, window.workspace
    QTest.keyClick(view, Qt.Key.Key_P)
    QTest.keyClick(view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_Y)
    view.grab()
    annotated, layout = workspace.annotated, view.layout_
    assert annotated is not None
    assert layout is not None
    text = annotated.text
    assert [one.span.surface(text) for one in annotated.entities] == ["كلمة", "أمس"]
    assert annotated.entities[-1].span.end == len(text) - 1
    assert view.visible_range()[1] == len(text)
    # Each piece laid out tells its true height once: the revision counts at most those.
    assert 0 < layout.revision < 40 < len(layout.pieces)
    start, end = view.visible_range()
    assert end - start < len(text) / 50
