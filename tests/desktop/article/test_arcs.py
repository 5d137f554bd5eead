"""Arcs lead from head to tail through the gaps between lines, and never through the letters."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF

from annotator.desktop.article import routes, stage
from annotator.desktop.article.layout import ArticleLayout, TextStyle
from annotator.desktop.article.scene import ArcMark, ArticleState, Scene
from annotator.desktop.fonts import load_fonts
from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Entity, Relation
from annotator.model.article import Article
from annotator.model.spans import Span
from annotator.text.tokens import words
from tests.notation import NEWS, annotated

TEXT = (
    "قالت وزيرة الطاقة الأردنية ليلى الحموري إن بلادها وقّعت مع شركة سولار (Solar Next) اتفاقًا "
    "لبناء محطة في مدينة معان بقيمة 320 مليون دولار.\n\nوأضافت الحموري لوكالة الأنباء الأردنية أن "
    "المشروع سيوفر الكهرباء لأربعين ألف منزل، مشيرة إلى أن العمل يبدأ في ٢٠٢٥.\nوكانت قد زارتها."
)
WORDS = tuple(words(TEXT))
WIDTH = 460.0
# Boxes are inset by three pixels for each of six levels, so an arc may reach that deep into a line.
DEEPEST = 18.0


@pytest.fixture(autouse=True)
def fonts(qapp: object) -> None:
    """The program's own fonts."""
    load_fonts()


def built(
    article: AnnotatedArticle, focus: str, bottom: float = 2000.0
) -> tuple[Scene, ArticleLayout]:
    layout = ArticleLayout(article.text, TextStyle(), WIDTH)
    layout.lay_out_all()
    state = ArticleState(article, focus=focus)
    scene = stage.build(
        layout, state, -20.0, bottom, language="en", measure=lambda caption: 7.0 * len(caption)
    )
    return scene, layout


def along(arc: ArcMark) -> list[QPointF]:
    """Points of the way, dense enough to meet whatever it crosses."""
    steps = max(2, int(arc.path.length() / 3))
    return [arc.path.pointAtPercent(step / steps) for step in range(steps + 1)]


SPANS = st.tuples(st.integers(0, len(WORDS) - 1), st.integers(0, 3)).map(
    lambda place: (WORDS[place[0]][0], WORDS[min(place[0] + place[1], len(WORDS) - 1)][1])
)


@settings(max_examples=60, deadline=None)
@example(spans=[(27, 31), (0, 10), (0, 17), (0, 26), (5, 17), (11, 26), (18, 31)])
@example(spans=[(5, 10), (5, 26), (0, 10), (5, 31), (83, 90), (5, 17)])
@given(st.lists(SPANS, min_size=2, max_size=14, unique=True))
def test_arcs_keep_off_the_letters(spans: list[tuple[int, int]]) -> None:
    entities = [
        Entity(id=f"e{number}", label="PERS", span=Span.of(*span))
        for number, span in enumerate(spans)
    ]
    relations = [
        Relation(id=f"r{number}", label="MEETS", head="e0", tail=f"e{number}")
        for number in range(1, len(entities))
    ]
    article = AnnotatedArticle.build(Article(text=TEXT), NEWS, [*entities, *relations])
    scene, layout = built(article, "e0")
    lines = layout.lines_between(0, layout.height)
    bands = [layout.band(line) for line in lines if not layout.pieces[line.piece].blank]
    assert len(scene.arcs) == len(relations)
    for arc in scene.arcs:
        for one, other in pairwise(along(arc)):
            # Stretches along a line keep off it wholly; those at the ends reach the boxes.
            depth = 1.0 if abs(one.y() - other.y()) < 0.01 else DEEPEST + 1.0
            for band in bands:
                assert not band.adjusted(0, depth, 0, -depth).contains(one), (arc.id, one, band)


def ends(arc: ArcMark) -> tuple[QPointF, QPointF]:
    return arc.path.pointAtPercent(0), arc.path.pointAtPercent(1)


@pytest.mark.parametrize("backwards", [False, True])
def test_an_arc_begins_at_its_head_and_points_at_its_tail(backwards: bool) -> None:
    # Far apart, so that the way leads round the lines between.
    relation = ("VISITS", "a2", "a1") if backwards else ("VISITS", "a1", "a2")
    names = ["[ليلى|PERS]", "[بيروت|GPE]"]
    if backwards:
        names.reverse()
    line = (" قالت وزيرة الطاقة" * 20).join(names)
    scene, _ = built(annotated(line, relation), relation[1])
    (arc,) = scene.arcs
    boxes = {box.id: box.rect for box in scene.boxes}
    chips = {chip.id: chip.rect for chip in scene.chips}
    for id, end in zip(relation[1:], ends(arc), strict=True):
        around = boxes[id].united(chips[id]).adjusted(-1, -1, 1, 1)
        assert around.contains(end)
    (head,) = arc.heads
    assert head.at(0) == ends(arc)[1]


def test_a_symmetric_relation_points_both_ways() -> None:
    scene, _ = built(annotated("[ليلى|PERS] و[خالد|PERS]", ("MEETS", "a1", "a2")), "a1")
    (arc,) = scene.arcs
    assert {head.at(0).toTuple() for head in arc.heads} == {end.toTuple() for end in ends(arc)}


def test_an_arc_to_what_is_out_of_view_leaves_through_the_margin() -> None:
    line = "[ليلى|PERS]" + " قالت وزيرة الطاقة" * 60 + " [بيروت|GPE]"
    scene, _ = built(annotated(line, ("VISITS", "a1", "a2")), "a1", bottom=300.0)
    (arc,) = scene.arcs
    end = ends(arc)[1]
    assert end.x() < 0
    assert end.y() == pytest.approx(300.0)


def test_captions_of_arcs_stand_apart() -> None:
    line = "[ليلى|PERS] زارت [بيروت|GPE] مع [خالد|PERS] و[سعاد|PERS]"
    relations = (("VISITS", "a1", "a2"), ("MEETS", "a1", "a3"), ("FAMILY", "a1", "a4"))
    scene, _ = built(annotated(line, *relations), "a1")
    places = [arc.place for arc in scene.arcs]
    assert len(places) == 3
    assert not any(one.intersects(other) for one, other in pairwise(places))
    for arc in scene.arcs:
        assert scene.at(arc.place.center().x(), arc.place.center().y()) == arc.id


def test_a_way_leaves_a_box_beside_the_chip_below_it() -> None:
    box, chip = QRectF(100, 0, 120, 50), QRectF(150, 45, 50, 15)
    found = routes.exit_below(box, [chip], 6.0)
    assert box.left() < found.x() < chip.left() - 5 or chip.right() + 5 < found.x() < box.right()
    assert found.y() == box.bottom()
    # A chip as wide as the box leaves no way but from below the chip.
    assert routes.exit_below(box, [QRectF(90, 45, 140, 15)], 6.0) == QPointF(160, 60)
