"""Arcs lead from head to tail through the gaps between lines, and never through the letters."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtTest import QTest

from annotator.desktop import typesetting
from annotator.desktop.article import routes, stage
from annotator.desktop.article.layout import ArticleLayout, TextStyle
from annotator.desktop.article.scene import ArcMark, ArticleState, Scene, Tone
from annotator.desktop.fonts import TEXT_FAMILIES, load_fonts
from annotator.desktop.settings import Settings, SettingsFile
from annotator.desktop.typesetting import SPACINGS
from annotator.model import edits
from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Entity, Quote, Relation
from annotator.model.article import Article
from annotator.model.spans import Span
from annotator.places import settings_file
from annotator.text.tokens import words
from tests.desktop.conftest import OpenWindow, make_project
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
    article: AnnotatedArticle,
    focus: str | None,
    bottom: float = 2000.0,
    style: TextStyle | None = None,
    **state: object,
) -> tuple[Scene, ArticleLayout]:
    layout = ArticleLayout(article.text, style or TextStyle(), WIDTH)
    layout.lay_out_all()
    shown = ArticleState(article, focus=focus, **state)  # type: ignore[arg-type]
    scene = stage.build(
        layout, shown, -20.0, bottom, language="en", measure=lambda caption: 7.0 * len(caption)
    )
    return scene, layout


def along(arc: ArcMark) -> list[QPointF]:
    """Points of the way, dense enough to meet whatever it crosses."""
    steps = max(2, int(arc.path.length() / 3))
    return [arc.path.pointAtPercent(step / steps) for step in range(steps + 1)]


SPANS = st.tuples(st.integers(0, len(WORDS) - 1), st.integers(0, 3)).map(
    lambda place: (WORDS[place[0]][0], WORDS[min(place[0] + place[1], len(WORDS) - 1)][1])
)

STYLES = st.builds(
    Settings,
    text_font=st.sampled_from(TEXT_FAMILIES),
    line_spacing=st.sampled_from(list(SPACINGS)),
).map(typesetting.style)


@settings(max_examples=60, deadline=None)
@example(
    spans=[(27, 31), (0, 10), (0, 17), (0, 26), (5, 17), (11, 26), (18, 31)], style=TextStyle()
)
@example(spans=[(5, 10), (5, 26), (0, 10), (5, 31), (83, 90), (5, 17)], style=TextStyle())
@given(spans=st.lists(SPANS, min_size=2, max_size=14, unique=True), style=STYLES)
def test_arcs_keep_off_the_letters(spans: list[tuple[int, int]], style: TextStyle) -> None:
    entities = [
        Entity(id=f"e{number}", label="PERS", span=Span.of(*span))
        for number, span in enumerate(spans)
    ]
    relations = [
        Relation(id=f"r{number}", label="MEETS", head="e0", tail=f"e{number}")
        for number in range(1, len(entities))
    ]
    article = AnnotatedArticle.build(Article(text=TEXT), NEWS, [*entities, *relations])
    scene, layout = built(article, "e0", style=style)
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


RELATED = "[ليلى|PERS] زارت [بيروت|GPE] مع [خالد|PERS] و[سعاد|PERS]"
RELATIONS = (("VISITS", "a1", "a2"), ("MEETS", "a3", "a4"))


def test_arcs_are_those_of_the_focus_until_all_are_asked_for() -> None:
    article = annotated(RELATED, *RELATIONS)

    def arcs(focus: str | None, *, everything: bool) -> list[str]:
        scene, _ = built(article, focus, all_arcs=everything)
        return sorted(arc.id for arc in scene.arcs)

    first, second = sorted(one.id for one in article.relations)
    assert arcs(None, everything=False) == []
    assert arcs("a2", everything=False) == [article.referrers("a2")[0].id]
    assert arcs(None, everything=True) == [first, second]
    assert arcs("a2", everything=True) == [first, second]


def test_of_all_arcs_those_in_focus_speak_loudest() -> None:
    article = annotated(RELATED, *RELATIONS)
    scene, _ = built(article, "a1", all_arcs=True)
    tones = [arc.tone for arc in scene.arcs]
    assert tones == [Tone.FADED, Tone.PLAIN]


def test_a_relation_that_is_being_made_leads_to_its_candidate() -> None:
    article = annotated(RELATED)
    scene, _ = built(article, "a4", pending="a1")
    (arc,) = scene.arcs
    boxes = {box.id: box.rect for box in scene.boxes}
    start, end = ends(arc)
    assert boxes["a1"].left() <= start.x() <= boxes["a1"].right()
    assert boxes["a4"].left() <= end.x() <= boxes["a4"].right()
    assert arc.caption == ""
    assert scene.at(arc.path.pointAtPercent(0.5).x(), arc.path.pointAtPercent(0.5).y()) is None
    # Nothing leads from a thing to itself.
    assert built(article, "a1", pending="a1")[0].arcs == []


def test_the_speaker_leads_to_the_quote_in_focus() -> None:
    text = "قالت ليلى “العمل يبدأ غدًا”."
    speaker = Entity(id="e", label="PERS", span=Span.of(5, 9))
    quote = Quote(id="q", type="direct", span=Span.of(11, 25), speaker="e")
    article = AnnotatedArticle.build(Article(text=text), NEWS, [speaker, quote])
    assert built(article, None)[0].arcs == built(article, "e")[0].arcs == []
    scene, _ = built(article, "q")
    (arc,) = scene.arcs
    (box,) = scene.boxes
    start, end = ends(arc)
    assert box.rect.left() <= start.x() <= box.rect.right()
    assert scene.bands[0].rect.left() <= end.x() <= scene.bands[0].rect.right()


def test_a_key_shows_all_arcs_and_the_choice_lasts(open_window: OpenWindow, tmp_path: Path) -> None:
    path = make_project(tmp_path / "one.db", (RELATED,))
    window = open_window(path)
    assert window.workspace.do(edits.relate("VISITS", "a1", "a2"))
    QTest.keyClick(window.view, Qt.Key.Key_Escape)
    found = []
    for _ in range(2):
        scene = window.view.scene()
        assert scene is not None
        found.append(len(scene.arcs))
        QTest.keyClick(window.view, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert found == [0, 1]
    assert SettingsFile(settings_file()).now.all_arcs is False
    QTest.keyClick(window.view, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    window.close()
    again = open_window(path).view.scene()
    assert again is not None
    assert len(again.arcs) == 1
