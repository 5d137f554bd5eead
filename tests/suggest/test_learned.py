"""A model learns from finished articles, is kept whole, and is never opened when it is damaged."""

from __future__ import annotations

import gc
import random
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import UserError
from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Entity
from annotator.model.article import Article
from annotator.model.spans import Span
from annotator.suggest import Materials, chosen
from annotator.suggest.calibration import calibrated, fitted
from annotator.suggest.learned import Learner, learn, load, save, trained_on, training_set
from annotator.suggest.levels import levels, stretches, tags
from annotator.suggest.pieces import pieces
from tests.notation import NEWS, annotated

FIRST = ("كمال", "ليلى", "سامي", "هند", "منى", "زياد", "نادر", "ريم", "فادي", "سلمى")
LAST = ("حداد", "مراد", "شاهين", "الخوري", "عساف", "بدران", "الكندي", "صالح")
TOWNS = ("بيروت", "عمان", "بغداد", "دمشق", "تونس", "مسقط", "الرباط", "طرابلس")


def news(seed: int, size: int = 6) -> AnnotatedArticle:
    """An article of sentences that are made of a few patterns."""
    pick = random.Random(seed).choice
    made = []
    for _ in range(size):
        person, town = f"[{pick(FIRST)} {pick(LAST)}|PERS]", f"[{pick(TOWNS)}|GPE]"
        made.append(
            pick((
                f"قال الوزير {person} في {town} إن العمل مستمر.",
                f"ووصل {person} إلى {town} أمس.",
                f"وأعلنت [جامعة {town}|ORG] نتائجها، ولم يحضر {person}.",
            ))
        )  # fmt: skip
    return annotated(" ".join(made), id=f"news {seed}")


FINISHED = [news(seed) for seed in range(12)]


@pytest.fixture(scope="module")
def learner() -> Learner:
    return Learner(learn(FINISHED))


def test_it_marks_what_it_has_never_seen(learner: Learner) -> None:
    new = annotated("قال الوزير [وسيم العبد|PERS] في [بيروت|GPE] إن العمل مستمر.")
    found = {
        (one.annotation.label, one.annotation.span.surface(new.text))  # type: ignore[union-attr]
        for one in learner.suggest(AnnotatedArticle(new.article, NEWS))
    }
    assert found == {("PERS", "وسيم العبد"), ("GPE", "بيروت")}


def test_what_lies_in_another_entity_is_found_too(learner: Learner) -> None:
    new = annotated("وأعلنت [جامعة [عمان|GPE]|ORG] نتائجها، ولم يحضر [ريم صالح|PERS].")
    found = {one.annotation.span for one in learner.suggest(AnnotatedArticle(new.article, NEWS))}  # type: ignore[union-attr]
    assert found == {one.span for one in new.entities}


def surfaces(learner: Learner, article: AnnotatedArticle) -> set[str]:
    found = [one.annotation for one in learner.suggest(article)]
    return {one.span.surface(article.text) for one in found if isinstance(one, Entity)}


def test_it_looks_into_what_was_marked_by_hand() -> None:
    many = [annotated(f"وأعلنت [جامعة [{town}|GPE]|ORG] نتائجها.", id=town) for town in TOWNS]
    learner = Learner(learn(many))
    marked = annotated("ثم [إذاعة مدينة سنجار|ORG] ثم")
    assert "سنجار" in surfaces(learner, marked)
    assert "سنجار" not in surfaces(learner, AnnotatedArticle(marked.article, NEWS))


def test_what_was_marked_otherwise_is_not_suggested_again(learner: Learner) -> None:
    line = "قال الوزير وسيم العبد في [بيروت إن|GPE] العمل مستمر."
    said = [one.annotation for one in learner.suggest(annotated(line))]
    assert [one.label for one in said if isinstance(one, Entity)] == ["PERS"]


def test_no_entity_goes_over_the_end_of_a_line(learner: Learner) -> None:
    text = "قال الوزير وسيم\nالعبد في بيروت"
    article = AnnotatedArticle(Article(id="x", text=text), NEWS)
    assert not any("\n" in surface for surface in surfaces(learner, article))


def test_scores_say_how_often_it_is_right(learner: Learner) -> None:
    judged = []
    for seed in range(100, 130):
        article = news(seed)
        right = {(one.label, one.span) for one in article.entities}
        for one in learner.suggest(AnnotatedArticle(article.article, NEWS)):
            assert isinstance(one.annotation, Entity)
            judged.append((one.score, (one.annotation.label, one.annotation.span) in right))
    share = sum(right for _, right in judged) / len(judged)
    said = sum(score for score, _ in judged) / len(judged)
    assert abs(share - said) < 0.1


def test_the_same_articles_give_the_same_model() -> None:
    one, two = learn(FINISHED[:4]), learn(FINISHED[:4])
    assert one == two
    assert one.digest == training_set(FINISHED[:4]) != training_set(FINISHED[:5])


@pytest.mark.parametrize(
    ("finished", "reason"),
    [([], "no article is finished"), ([annotated("لا شيء هنا")], "no entity is marked")],
)
def test_with_nothing_to_learn_from_it_says_so(
    finished: Sequence[AnnotatedArticle], reason: str
) -> None:
    with pytest.raises(UserError, match=reason):
        learn(finished)


def test_examples_teach_but_are_not_enough() -> None:
    found = learn([annotated("عاد [كمال|PERS]")], FINISHED)
    learner = Learner(found)
    assert found.articles == 1
    new = annotated("قال الوزير وسيم العبد في بيروت إن العمل مستمر.")
    assert surfaces(learner, new) == {"وسيم العبد", "بيروت"}
    with pytest.raises(UserError, match="no article is finished"):
        learn([], FINISHED)


def test_one_article_with_one_label_is_learned_from() -> None:
    found = learn([annotated("زار [كمال حداد|PERS] بيروت. وعاد [كمال حداد|PERS].")])
    assert found.labels == ("PERS",)
    assert found.steps == ()


# Keeping


def _materials(folder: Path) -> Materials:
    return Materials(labels=NEWS, finished=lambda: iter(FINISHED), folder=folder)


def made(folder: Path) -> Learner:
    (way,) = chosen(["learned"])
    found = way.make(_materials(folder))
    assert isinstance(found, Learner)
    return found


def test_a_kept_model_says_the_same(tmp_path: Path, learner: Learner) -> None:
    save(learn(FINISHED), tmp_path / "a.models")
    again = made(tmp_path / "a.models")
    new = AnnotatedArticle(news(50).article, NEWS)
    assert [one.score for one in again.suggest(new)] == [one.score for one in learner.suggest(new)]
    assert again.version == learner.version


def test_without_a_model_it_says_how_to_get_one(tmp_path: Path) -> None:
    assert load(tmp_path / "no.models") is None
    with pytest.raises(UserError, match="Nothing has been learned"):
        made(tmp_path / "no.models")


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.iterdir()) if path.is_file())


@pytest.mark.parametrize("damage", ["cut", "flipped", "gone", "empty"])
@pytest.mark.parametrize("which", [0, 1])
def test_a_damaged_model_is_never_opened(tmp_path: Path, damage: str, which: int) -> None:
    save(learn(FINISHED[:3]), tmp_path)
    path = list(_files(tmp_path))[which]
    content = bytearray(path.read_bytes())
    if damage == "gone" and path.suffix == ".json":
        path.unlink()
        assert load(tmp_path) is None
        return
    if damage == "gone":
        path.unlink()
    elif damage == "cut":
        path.write_bytes(content[: len(content) // 2])
    elif damage == "empty":
        path.write_bytes(b"")
    else:
        content[len(content) // 3] ^= 0x55
        path.write_bytes(content)
    with pytest.raises(UserError, match="damaged or of another version"):
        load(tmp_path)


def test_facts_that_are_no_text_are_damaged(tmp_path: Path) -> None:
    save(learn(FINISHED[:3]), tmp_path)
    facts = tmp_path / "learned.json"
    facts.write_bytes(facts.read_bytes().replace(b'"digest":"', b'"digest":"\x98', 1))
    with pytest.raises(UserError, match="damaged or of another version"):
        load(tmp_path)
    assert trained_on(tmp_path) is None


def test_where_it_cannot_be_kept_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UserError, match="cannot be kept"):
        save(learn(FINISHED[:2]), tmp_path / "file")


# Pieces, levels, calibration

words = st.text("بلوفتة َـ ،«».1aأه\n", max_size=60)


@given(words, st.lists(st.integers(0, 60), max_size=6))
def test_pieces_are_the_text_without_its_space(text: str, edges: list[int]) -> None:
    found = pieces(text, [edge for edge in edges if edge <= len(text)])
    left = [at for at, char in enumerate(text) if not char.isspace()]
    held = [at for piece in found for at in range(piece.start, piece.end)]
    assert set(left) <= set(held)
    assert held == sorted(set(held))
    for piece in found:
        assert piece.surface == text[piece.start : piece.end] != ""
        assert not any(piece.start < edge < piece.end for edge in edges)


def test_particles_are_pieces_of_their_own() -> None:
    found = [(one.surface, one.kind) for one in pieces("وبيروت للوزارة، مدينته")]
    assert found == [
        ("و", "front"), ("بيروت", "word"), ("ل", "front"), ("لوزارة", "word"), ("،", "mark"),
        ("مدينت", "word"), ("ه", "back"),
    ]  # fmt: skip


@st.composite
def nested(draw: st.DrawFn) -> list[Entity]:
    """Entities over ten words of three letters, in any order."""
    marks = draw(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 4), st.sampled_from("XYZ"))))
    return [
        Entity(label=label, span=Span.of(first * 4, min(first + more, 9) * 4 + 3))
        for first, more, label in marks
    ]


@given(nested())
def test_levels_hold_what_nests(entities: list[Entity]) -> None:
    found = pieces(" ".join(["كلم"] * 10))
    made = levels(entities, found)
    for depth, level in enumerate(made):
        for one, other in pairwise(level):
            assert one.last <= other.first
        for one in level if depth else ():
            assert any(up.first <= one.first and one.last <= up.last for up in made[depth - 1])
        assert stretches(tags(level, len(found))) == level


@given(st.lists(st.sampled_from(["O", "B-X", "I-X", "B-Y", "I-Y"])))
def test_any_tags_are_read(given: list[str]) -> None:
    found = stretches(given)
    assert all(one.first < one.last for one in found)
    assert sum(one.last - one.first for one in found) == sum(tag != "O" for tag in given)
    assert stretches(tags(found, len(given))) == found


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans())), st.floats(0, 1), st.floats(0, 1))
def test_surer_is_never_less_often_right(
    predictions: list[tuple[float, bool]], one: float, two: float
) -> None:
    steps = fitted(predictions)
    low, high = sorted((one, two))
    assert 0 <= calibrated(low, steps) <= calibrated(high, steps) <= 1


def test_a_model_outlives_what_it_was_made_of(learner: Learner) -> None:
    """The library reads a model where it lies: its bytes must be held on to."""
    alone = Learner(learn(FINISHED[:3]))
    gc.collect()
    waste = [bytes(500_000) for _ in range(20)]
    assert alone.suggest(AnnotatedArticle(Article(id="x", text=FINISHED[0].text), NEWS))
    assert len(waste) == 20
