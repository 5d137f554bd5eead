"""Keycaps stand over what they choose, off each other, and off the letters of the text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from annotator.desktop.article import stage
from annotator.desktop.article.keycaps import spread
from annotator.desktop.article.layout import ArticleLayout, TextStyle
from annotator.desktop.article.scene import ArticleState, Scene
from annotator.desktop.fonts import load_fonts
from annotator.desktop.hints import MOST, give
from annotator.model.annotated import AnnotatedArticle
from annotator.model.article import Article
from annotator.text.tokens import words
from tests.notation import NEWS
from tests.texts import SHORT

WIDTH = 460.0
WIDTHS = st.floats(5, 60)


@pytest.fixture(autouse=True)
def fonts(qapp: object) -> None:
    """The program's own fonts."""
    load_fonts()


@given(
    st.lists(st.tuples(st.floats(-50, 900), WIDTHS), min_size=1, max_size=12),
    st.floats(0, 3),
)
def test_spreading_keeps_the_order_and_the_gaps(
    things: list[tuple[float, float]], gap: float
) -> None:
    things.sort()
    widths = [width for _, width in things]
    wanted = [middle - width / 2 for middle, width in things]
    lefts = spread(wanted, widths, gap, 900.0)
    for (one, width), (other, _) in pairwise(zip(lefts, widths, strict=True)):
        assert other >= one + width + gap - 1e-6
    assert lefts[0] >= 0
    assert lefts[-1] + widths[-1] <= 900.0 + 1e-6


@given(st.lists(st.floats(100, 800), min_size=1, max_size=6, unique=True))
def test_what_has_room_stays_where_it_wants_to(middles: list[float]) -> None:
    middles = [index * 1000 + middle for index, middle in enumerate(sorted(middles))]
    assert spread(middles, [40.0] * len(middles), 2.0, 7000.0) == middles


def test_two_at_one_place_both_move() -> None:
    assert spread([100.0, 100.0], [20.0, 20.0], 2.0, 900.0) == [89.0, 111.0]


def scene_of(text: str, *, typed: str = "", arabic: bool = False) -> tuple[Scene, ArticleLayout]:
    """The scene with hints over all words of a text, before or after a letter was typed."""
    layout = ArticleLayout(text, TextStyle(), WIDTH)
    layout.lay_out_all()
    seen = list(words(text))[:MOST]
    hints = {one: hint for one, hint in give(seen, 0).items() if hint.startswith(typed)}
    article = AnnotatedArticle(Article(text=text), NEWS)
    state = ArticleState(article, hints=hints, typed=typed, arabic_keys=arabic)
    bottom = min(layout.height, 4000.0)
    return stage.build(
        layout, state, -20.0, bottom, language="en", measure=lambda caption: 7.0 * len(caption)
    ), layout


DENSE = " ".join("و" for _ in range(40))
NEWS_LINE = (
    "قالت وزيرة الطاقة الأردنية ليلى الحموري إن بلادها وقّعت مع شركة (Solar Next) في ٢٠٢٥. " * 4
)


@settings(max_examples=60)
@given(SHORT.filter(bool), st.booleans())
@example(DENSE, True)
@example(NEWS_LINE, False)
def test_no_keycap_lies_on_another(text: str, arabic: bool) -> None:
    scene, _ = scene_of(text, arabic=arabic)
    caps = [key.rect for key in scene.keys]
    for index, one in enumerate(caps):
        assert not any(one.intersects(other) for other in caps[index + 1 :])


VOCALISED = "ثُمَّ قَالَتِ الوَزِيرَةُ إِنَّ العَمَلَ يَبْدَأُ غَدًا فِي بَيْرُوتَ وَفِي كُلِّ مَكَانٍ مِنْ لُبْنَانَ "


@pytest.mark.parametrize("text", [NEWS_LINE, DENSE, VOCALISED * 3])
def test_every_word_has_one_above_its_letters(text: str) -> None:
    scene, layout = scene_of(text)
    assert len(scene.keys) == len(list(words(text)))
    lines = layout.lines_between(0, layout.height)
    for key in scene.keys:
        line = min(lines, key=lambda line: abs(layout.band(line).top() - key.rect.bottom()))
        # Above whatever towers there, vowel signs too.
        assert key.rect.bottom() <= layout.ink_top(line, key.rect.left(), key.rect.right())
        assert key.rect.top() > layout.band(line).top() - layout.pitch / 2


def test_a_keycap_stands_over_the_middle_of_its_word() -> None:
    text = "وزيرة الطاقة الأردنية"
    scene, layout = scene_of(text)
    hints = give(list(words(text)), 0)
    for word, hint in hints.items():
        (box,) = layout.rects(*word)
        (key,) = [key for key in scene.keys if key.hint == hint]
        assert abs(box.rect.center().x() - key.rect.center().x()) <= 1


def test_what_was_typed_is_faded_and_the_rest_is_gone() -> None:
    text = NEWS_LINE
    hint = next(one for one in give(list(words(text)), 0).values() if len(one) == 2)
    scene, _ = scene_of(text, typed=hint[0])
    assert scene.keys
    for key in scene.keys:
        assert [letter.typed for letter in key.letters] == [True, False]
        assert key.hint[0] == hint[0]


def test_under_an_arabic_layout_the_arabic_letters_stand_there_from_the_right() -> None:
    latin, _ = scene_of(NEWS_LINE)
    arabic, _ = scene_of(NEWS_LINE, arabic=True)
    assert [key.hint for key in latin.keys] == [key.hint for key in arabic.keys]
    (one,) = [key for key in latin.keys if key.hint == "FJ"]
    assert [letter.caption for letter in one.letters] == ["F", "J"]
    assert one.letters[0].rect.left() < one.letters[1].rect.left()
    (one,) = [key for key in arabic.keys if key.hint == "FJ"]
    assert [letter.caption for letter in one.letters] == ["ب", "ت"]
    assert one.letters[0].rect.left() > one.letters[1].rect.left()


def test_letters_lie_on_their_keycap() -> None:
    for arabic in (False, True):
        for key in scene_of(NEWS_LINE, arabic=arabic)[0].keys:
            assert all(key.rect.contains(letter.rect) for letter in key.letters)
