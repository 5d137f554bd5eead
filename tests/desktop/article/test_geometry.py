"""Letters are where the layout says, whatever the text is made of, and marks never move them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from annotator.desktop import typesetting
from annotator.desktop.article.layout import ArticleLayout
from annotator.desktop.article.lines import TOUCHING, Cell
from annotator.desktop.article.style import TextStyle
from annotator.desktop.fonts import TEXT_FAMILIES, load_fonts
from annotator.desktop.settings import Settings
from annotator.desktop.typesetting import SPACINGS
from annotator.model import edits
from annotator.model.spans import Span
from annotator.text.graphemes import boundaries
from tests.desktop.conftest import OpenWindow, make_project

PIECES = (
    "مُحَمَّدٌ", "وللوزارةِ", "لأ", "الله", "لا", "مـــصر", "الأردنية", "بـ", "320 مليون", "٣٫٥٪",
    "(Solar Next)", "[3]", "AT&T", "e\u0301", "«سلام»", "“نعم”", "👨‍👩‍👧", "🇱🇧", "👍🏽", "🙂",
    " ", " ", " ", "\u00a0", "\t", "\n", "\n\n", "\r\n", "\u200f", "\u200e", "\u2067", "\u2069",
    "\u061c", "\u200d", "\ufeff", "\u2060", "\u2028", "،", ".", "-", "وزيرة الطاقة",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=30).map("".join)
WIDTHS = st.sampled_from((130.0, 320.0, 700.0))
# One that machines may have, with metrics quite unlike Amiri's, and one that none has.
FAMILIES = (*TEXT_FAMILIES, "DejaVu Sans", "No Such Font")
STYLES = st.builds(
    lambda settings, family: replace(typesetting.style(settings), family=family),
    st.builds(
        Settings,
        line_spacing=st.sampled_from(list(SPACINGS)),
        zoom=st.sampled_from((-4, 0, 3)),
    ),
    st.sampled_from(FAMILIES),
)
NEWS = (
    "الله لأجلنا: أعلنت شركة (Solar Next) بناء محطة "
    "بقدرة 320 مليون واط 👨‍👩‍👧 في مُحَافَظَةِ البـــصرة.\r\n"
    "\n"
    "قالت الوزيرة: “سنبدأ غدًا [بإذن الله]”، وأضافت أن الكلفة 3.5 مليار دولار.\n"
    "Reuters reported from Beirut 🇱🇧 on Monday."
)

few = settings(
    max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)


@pytest.fixture(autouse=True)
def fonts(qapp: object) -> None:
    """The program's own fonts: geometry without them is that of some other machine."""
    load_fonts()


def laid(text: str, width: float = 700.0, style: TextStyle | None = None) -> ArticleLayout:
    """The text, set as articles are."""
    return ArticleLayout(text, style or TextStyle(), width)


def cells(layout: ArticleLayout, start: int, end: int) -> list[tuple[int, Cell]]:
    """The letters that meet `start:end`, each with a code point of it inside the range."""
    found: dict[tuple[object, int], tuple[int, Cell]] = {}
    for place in range(start, end):
        cell = layout.cell(place)
        if cell is not None:
            found.setdefault((layout.line_at(place), cell.start), (place, cell))
    return list(found.values())


def shape(layout: ArticleLayout) -> list[tuple[float, ...]]:
    """Where every letter of the layout is."""
    places = []
    for start in boundaries(layout.text)[:-1]:
        for box in layout.rects(start, start + 1):
            places.append((start, *box.line, *box.rect.getRect()))
    return places


@few
@given(TEXTS, WIDTHS, STYLES, st.data())
def test_boxes_are_the_union_of_their_letters(
    text: str, width: float, style: TextStyle, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    layout = laid(text, width, style)
    boxes = layout.rects(start, end)
    strips = cells(layout, start, end)
    for box in boxes:
        inside = [
            cell
            for place, cell in strips
            if layout.line_at(place) == box.line
            and box.rect.left() - 1e-6 <= cell.left <= cell.right <= box.rect.right() + 1e-6
        ]
        assert min(cell.left for cell in inside) == pytest.approx(box.rect.left())
        assert max(cell.right for cell in inside) == pytest.approx(box.rect.right())
        band = layout.band(box.line)
        assert (box.rect.top(), box.rect.height()) == (band.top(), band.height())
    for place, cell in strips:
        if cell.width > 0 and not cell.space:
            around = [
                box
                for box in boxes
                if box.line == layout.line_at(place)
                and box.rect.left() - 1e-6 <= cell.left
                and cell.right <= box.rect.right() + 1e-6
            ]
            assert around, f"{text[cell.start : cell.end]!a} is in no box"


@few
@given(TEXTS, WIDTHS, STYLES, st.data())
def test_boxes_hold_no_letter_that_was_not_asked_for(
    text: str, width: float, style: TextStyle, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    layout = laid(text, width, style)
    asked = [(layout.line_at(place), cell) for place, cell in cells(layout, start, end)]
    for box in layout.rects(start, end):
        own = [cell for line, cell in asked if line == box.line]
        for _, cell in cells(layout, *layout.line_range(box.line)):
            middle = (cell.left + cell.right) / 2
            if cell in own or cell.width == 0:
                continue
            # The other half of a ligature may lie over a letter that was asked for.
            over = any(one.left <= middle <= one.right for one in own)
            assert over or not box.rect.left() + TOUCHING < middle < box.rect.right() - TOUCHING


@few
@given(TEXTS, WIDTHS, STYLES)
def test_a_hit_in_the_middle_of_a_letter_finds_it(
    text: str, width: float, style: TextStyle
) -> None:
    layout = laid(text, width, style)
    layout.lay_out_all()
    for start in boundaries(text)[:-1]:
        cell, boxes = layout.cell(start), layout.rects(start, start + 1)
        if cell is None or cell.width <= TOUCHING or not boxes:
            continue
        line = layout.line_at(start)
        middle = (cell.left + cell.right) / 2
        found = layout.hit(middle, layout.band(line).center().y())
        other = layout.cell(found)
        assert layout.line_at(found) == line
        assert other is not None
        # Of two letters with the same middle (a ligature's halves) either may be found.
        same_middle = abs((other.left + other.right) / 2 - middle) < TOUCHING
        assert found == layout.rects(start, start + 1)[0].start or same_middle


@few
@given(TEXTS, WIDTHS, STYLES)
def test_lazy_and_eager_layouts_are_the_same(text: str, width: float, style: TextStyle) -> None:
    eager = laid(text, width, style)
    eager.lay_out_all()
    lazy = laid(text, width, style)
    # From the end, so that everything above is estimated at first.
    for start in reversed(range(len(text))):
        assert lazy.line_at(start) == eager.line_at(start)
        assert lazy.line_range(lazy.line_at(start)) == eager.line_range(eager.line_at(start))
        assert lazy.cell(start) == eager.cell(start)
    assert lazy.height == eager.height
    assert shape(lazy) == shape(eager)


@few
@given(TEXTS, WIDTHS, STYLES)
def test_lines_cover_the_text_in_order(text: str, width: float, style: TextStyle) -> None:
    layout = laid(text, width, style)
    layout.lay_out_all()
    lines = layout.lines_between(0, layout.height)
    assert lines == sorted(set(lines))
    shown = "".join(text[slice(*layout.line_range(line))] for line in lines)
    assert shown == text.replace("\r\n", "").replace("\n", "")
    tops = [layout.band(line).top() for line in lines]
    assert tops == sorted(tops)
    for line in lines:
        # An empty line is lower than a band of letters.
        if not layout.pieces[line.piece].blank:
            assert layout.line_near(layout.band(line).center().y()) == line


@few
@given(TEXTS, WIDTHS, STYLES)
def test_lines_stand_a_pitch_apart_and_paragraphs_a_gap_more(
    text: str, width: float, style: TextStyle
) -> None:
    layout = laid(text, width, style)
    layout.lay_out_all()
    style, top, last = layout.style, 0.0, None
    for line in layout.lines_between(0, layout.height):
        if last is not None:
            blank, closes = layout.pieces[last.piece].blank, line.piece != last.piece
            top += (style.blank if blank else style.pitch) + (style.gap if closes else 0)
        assert layout.band(line).top() == pytest.approx(top + style.band_top)
        last = line


@few
@given(TEXTS, WIDTHS, STYLES, st.data())
def test_a_box_never_cuts_a_letter(
    text: str, width: float, style: TextStyle, data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(text) - 1))
    layout = laid(text, width, style)
    cell = layout.cell(place)
    for box in layout.rects(place, place + 1):
        assert cell is not None
        whole = text[box.start : box.end]
        assert box.start <= place < box.end
        assert len(whole) == cell.end - cell.start


@pytest.mark.parametrize("width", [200.0, 700.0])
def test_asking_for_boxes_leaves_every_letter_in_its_place(width: float) -> None:
    layout = laid(NEWS, width)
    layout.lay_out_all()
    before, revision = shape(layout), layout.revision
    for start in range(len(NEWS) - 8):
        layout.rects(start, start + 8)
    assert shape(layout) == before == shape(laid(NEWS, width))
    assert layout.revision == revision


def test_marking_moves_no_letter(open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window(make_project(tmp_path / "one.db", (NEWS.replace("[", "("),)))
    view, workspace = window.view, window.workspace
    text = workspace.text
    assert view.layout_ is not None

    def seen() -> tuple[object, ...]:
        assert view.layout_ is not None
        return [view.rects(n, n + 1) for n in range(len(text))], image(view.layout_)

    plain = seen()
    for label, words in (("ORG", "Solar Next"), ("LOC", "البـــصرة"), ("QUANTITY", "320 مليون")):
        start = text.index(words)
        assert workspace.do(edits.mark(label, Span.of(start, start + len(words))))
    # Half a ligature may be marked, and is still drawn as one.
    assert workspace.do(edits.mark("PERS", Span.of(2, 3)))
    assert workspace.do(edits.quote("direct", Span.of(text.index("سنبدأ"), text.index("”"))))
    view.grab()
    assert view.scene() is not None
    assert len(workspace.annotated or ()) == 5
    assert seen() == plain


def image(layout: ArticleLayout) -> QImage:
    """The article, drawn."""
    picture = QImage(720, int(layout.height) + 1, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.setPen(QColor("black"))
    layout.draw(painter, 0, layout.height)
    painter.end()
    return picture


def ink(picture: QImage, rect: QRectF) -> int:
    """How many of the pixels are not paper."""
    area = rect.toAlignedRect() & picture.rect()
    return sum(
        picture.pixelColor(x, y).lightness() < 200
        for y in range(area.top(), area.bottom() + 1)
        for x in range(area.left(), area.right() + 1)
    )


def test_the_ink_of_words_lies_in_their_boxes() -> None:
    text = "زارت الوزيرة محطة (Solar Next) أمس"
    layout = laid(text)
    picture = image(layout)
    for word in ("زارت", "الوزيرة", "Solar", "Next", "أمس"):
        start = text.index(word)
        (box,) = layout.rects(start, start + len(word))
        assert ink(picture, box.rect) > 20, word
    everything = ink(picture, QRectF(picture.rect()))
    (whole,) = layout.rects(0, len(text))
    swash = whole.rect.adjusted(-6, -8, 6, 8)
    assert ink(picture, swash) == everything


def test_paragraphs_begin_on_their_side() -> None:
    layout = laid("مصر\nBeirut")
    (arabic,) = layout.rects(0, 3)
    (latin,) = layout.rects(4, 10)
    assert arabic.rtl
    assert arabic.rect.right() == pytest.approx(700.0, abs=1.0)
    assert not latin.rtl
    assert latin.rect.left() == pytest.approx(0.0, abs=1.0)


def test_a_range_across_directions_has_a_box_for_each_stretch() -> None:
    text = "شركة Solar Next الجديدة"
    layout = laid(text)
    (whole,) = layout.rects(0, len(text))
    assert (whole.start, whole.end, whole.first, whole.last) == (0, len(text), True, True)
    split = layout.rects(text.index("كة"), text.index("lar"))
    assert len(split) == 2
    assert [box.first for box in split] == [True, False]
    assert [box.last for box in split] == [False, True]


def test_parts_of_a_ligature_lie_side_by_side_from_the_right() -> None:
    text = "لأ"
    layout = laid(text)
    (lam,), (alef,) = layout.rects(0, 1), layout.rects(1, 2)
    assert alef.rect.center().x() < lam.rect.center().x()
    (both,) = layout.rects(0, 2)
    assert both.rect.width() <= lam.rect.width() + alef.rect.width() + TOUCHING


def test_marks_belong_to_their_letter() -> None:
    text = "مُّحمد"
    layout = laid(text)
    boxes = [layout.rects(place, place + 1)[0] for place in range(3)]
    assert {(box.start, box.end) for box in boxes} == {(0, 3)}


def test_a_line_end_has_no_box() -> None:
    layout = laid("مصر\r\nالأردن\n")
    assert layout.rects(3, 5) == []
    assert layout.cell(3) is None
    assert layout.rects(11, 12) == []


@pytest.mark.parametrize("unit", ["وزيرة الطاقة ", "مصر", "👨‍👩‍👧", "x", "قال. "])
def test_a_line_without_end_is_opened_in_bounded_pieces(unit: str) -> None:
    text = (unit * (200_000 // len(unit) + 1))[:200_000]
    layout = laid(text)
    lines = layout.lines_between(0, 800)
    assert 3 < len(lines) < 100
    assert layout.height > 50_000
    assert max(piece.end - piece.start for piece in layout.pieces) <= 3000
    assert [piece.start for piece in layout.pieces[1:]] == [
        piece.end for piece in layout.pieces[:-1]
    ]
    assert layout.pieces[-1].end == len(text)
    edges = set(boundaries(text))
    assert all(piece.start in edges for piece in layout.pieces)
    # Only what is in view was laid out, and the far end can be reached at once.
    assert layout.line_range(layout.line_at(len(text) - 1))[1] == len(text)


def test_a_place_stays_while_estimates_become_heights() -> None:
    layout = laid((NEWS + "\n") * 60, 320.0)
    place = layout.place_at(layout.height / 2)
    character = layout.line_range(place.line)
    layout.lay_out_all()
    assert layout.line_range(place.line) == character
    assert layout.place_at(layout.y_of(place)).line == place.line
    spot = QPointF(160, layout.y_of(place) + 1)
    start, end = character
    assert start <= layout.hit(spot.x(), spot.y()) < max(end, start + 1)
