"""Chips cover no letter and no other chip, and are there wherever their annotation is seen."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from annotator.desktop import typesetting
from annotator.desktop.article import stage
from annotator.desktop.article.layout import ArticleLayout
from annotator.desktop.article.scene import ArticleState, Scene
from annotator.desktop.article.style import TextStyle
from annotator.desktop.fonts import TEXT_FAMILIES, load_fonts
from annotator.desktop.settings import Settings
from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Annotation, Entity, Quote
from annotator.model.article import Article
from annotator.model.spans import Span
from annotator.text.tokens import words
from tests.notation import NEWS, annotated

# Stacked marks tower above the band of their line, tails with a kasra reach below it.
TEXT = (
    "قالت وزيرة الطاقة الأردنية ليلى الحموري إن بلادها وقّعت مع شركة سولار (Solar Next) اتفاقًا.\n"
    "إِنَّ مُحَمَّدًا لَأَوَّلُ مَنْ أُلِّفَ آلُّهُ الْأُمِّيُّ وَكُلٌّ لِلْحَاجِّ جِدٍّ بِيَدِيِّهِ، وَلِلنَّبِيِّ ﷺ أَلُّ.\n"
    "وأضافت الحموري لوكالة الأنباء أن المشروع سيوفر الكهرباء لأربعين ألف منزل في ٢٠٢٥."
)
WORDS = tuple(words(TEXT))
STYLES = st.builds(
    Settings,
    text_font=st.sampled_from(TEXT_FAMILIES),
    line_spacing=st.sampled_from(("normal", "wide", "widest")),
    zoom=st.sampled_from((-4, 0, 3)),
).map(typesetting.style)
SPANS = st.tuples(st.integers(0, len(WORDS) - 1), st.integers(0, 3)).map(
    lambda place: (WORDS[place[0]][0], WORDS[min(place[0] + place[1], len(WORDS) - 1)][1])
)
LABELS = ("PERS", "ORG", "GPE", "OCC", "NORP")


@pytest.fixture(autouse=True)
def fonts(qapp: object) -> None:
    """The program's own fonts."""
    load_fonts()


def built(
    text: str, annotations: list[Annotation], style: TextStyle, top: float = -20.0
) -> tuple[Scene, ArticleLayout]:
    article = AnnotatedArticle.build(Article(text=text), NEWS, annotations)
    layout = ArticleLayout(text, style, 18 * style.size)
    layout.lay_out_all()
    size = style.size * 0.25
    scene = stage.build(
        layout, ArticleState(article), top, top + 1200.0 * style.size / 30, language="en",
        measure=lambda caption: size * len(caption),
    )  # fmt: skip
    return scene, layout


def drawn(layout: ArticleLayout) -> QImage:
    """The letters alone, black on white, with room around; the origin is at 40, 40."""
    size = int(layout.width) + 80, int(layout.height) + 80
    picture = QImage(*size, QImage.Format.Format_Grayscale8)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.translate(40, 40)
    painter.setPen(QColor("black"))
    layout.draw(painter, 0, layout.height)
    painter.end()
    return picture


def darkest(picture: QImage, rect: QRectF) -> int:
    """The darkest pixel of a rectangle, a pixel off its edges: 0 is black, 255 is white."""
    area = rect.translated(40, 40).adjusted(1, 1, -1, -1).toAlignedRect() & picture.rect()
    rows = range(area.top(), area.bottom() + 1)
    part = slice(area.left(), area.right() + 1)
    return min(min(bytes(picture.constScanLine(row))[part], default=255) for row in rows)


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(SPANS, min_size=1, max_size=12, unique=True), STYLES)
def test_chips_cover_no_letter_and_no_chip(spans: list[tuple[int, int]], style: TextStyle) -> None:
    entities: list[Annotation] = [
        Entity(id=f"e{number}", label=LABELS[number % len(LABELS)], span=Span.of(*span))
        for number, span in enumerate(spans)
    ]
    scene, layout = built(TEXT, entities, style)
    picture = drawn(layout)
    assert {chip.id for chip in scene.chips} == {one.id for one in entities}
    for chip in scene.chips:
        assert darkest(picture, chip.rect) > 150, (chip.id, chip.rect)
    for one, other in combinations(scene.chips, 2):
        assert not one.rect.intersects(other.rect), (one, other)


def test_five_boxes_in_one_another_can_be_told_apart() -> None:
    start, end = WORDS[0][0], WORDS[4][1]
    entities: list[Annotation] = [
        Entity(id=f"e{depth}", label=LABELS[depth], span=Span.of(start, end - depth))
        for depth in range(5)
    ]
    scene, _ = built(TEXT, entities, TextStyle())
    boxes = {box.id: box.rect for box in scene.boxes}
    for outer, inner in zip("01234", "1234", strict=False):
        one, other = boxes[f"e{outer}"], boxes[f"e{inner}"]
        assert one.contains(other)
        gaps = (other.left() - one.left(), one.right() - other.right(),
                other.top() - one.top(), one.bottom() - other.bottom())  # fmt: skip
        assert min(gaps) >= 2
    assert len({chip.rect.toTuple() if hasattr(chip.rect, "toTuple") else chip.rect.getRect()
                for chip in scene.chips}) == 5  # fmt: skip


LONG = "[" + "قالت وزيرة الطاقة الأردنية إن بلادها وقعت اتفاقًا. " * 60 + "|EVENT] انتهى"


@pytest.mark.parametrize("top", [0.0, 431.0, 1000.0])
def test_the_chip_of_a_long_span_stays_in_view(top: float) -> None:
    entities = list(annotated(LONG).by_id.values())
    scene, layout = built(annotated(LONG).text, entities, TextStyle(), top)
    (chip,) = scene.chips
    assert chip.rect.top() >= scene.top - 1
    assert chip.rect.bottom() < scene.top + 2.5 * layout.pitch
    assert chip.caption == ("EVENT" if top == 0.0 else "…EVENT")
    assert scene.at(chip.rect.center().x(), chip.rect.center().y()) == entities[0].id


@pytest.mark.parametrize("top", [0.0, 431.0, 1000.0])
def test_the_flag_of_a_long_quote_stays_in_view(top: float) -> None:
    text = annotated(LONG).text
    quote = Quote(type="direct", span=Span.of(0, len(text) - 10))
    scene, _ = built(text, [quote], TextStyle(), top)
    (chip,) = scene.chips
    assert scene.top <= chip.rect.top() < scene.top + 60
    assert chip.caption.startswith("…") == (top > 0)
