"""What is least known comes first, a tenth by lot, copies last; and the order is kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.exchange import ordering, sample
from annotator.exchange.ordering import Place, Ranking
from annotator.exchange.suggesting import materials
from annotator.model.article import Article
from annotator.model.record import Record
from annotator.store import Project
from annotator.suggest import learned

ME = "ليلى"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of 14 articles of the sample three are finished; a copy of the first and of the last."""
    path = tmp_path_factory.mktemp("order") / "s.db"
    sample.make(path, ME)
    with Project.open(path) as project:
        for number in (1, 2, 3):
            project.set_status(number, ME, "done")
        with project.importing("copies") as into:
            for number in (1, 14):
                text = project.article(number).text + "\nانتهى."
                into.add(Record(article=Article(id=f"copy {number}", text=text)))
    return path


@pytest.fixture
def project(path: Path) -> Iterator[Project]:
    with Project.open(path) as opened:
        yield opened


@pytest.fixture(scope="module")
def ranking(path: Path) -> Ranking:
    with Project.open(path) as project:
        model = learned.learn(materials(project, ME).finished())
        found = ordering.rank(project, ME, model)
        assert ordering.rank(project, ME, model) == found
        return found


def test_the_least_sure_comes_first_and_copies_last(ranking: Ranking) -> None:
    numbers = [one.number for one in ranking.places]
    assert sorted(numbers) == list(range(4, 17))
    copies = set(numbers[-2:])
    assert 15 in copies
    assert len(copies & {14, 16}) == 1
    doubts = [one.doubt for one in ranking.places[:-2] if not one.by_lot]
    assert doubts == sorted(doubts, reverse=True)
    assert 0 < min(doubts) < max(doubts) < 1
    assert [one.by_lot for one in ranking.places].count(True) == 1


def test_what_it_knows_by_heart_is_sure(project: Project) -> None:
    model = learned.Learner(learned.learn(materials(project, ME).finished()))
    assert model.doubt(project.article(1).text) < model.doubt(project.article(9).text)
    assert model.doubt("") == 0


def test_the_next_one_is_unfinished_and_in_the_list(project: Project, ranking: Ranking) -> None:
    assert ordering.next_to_learn(project, ME, 4) is None
    ordering.remember(project, ranking)
    assert ordering.recall(project) == ranking
    first, second = ranking.places[0], ranking.places[1]
    assert ordering.next_to_learn(project, ME, 1) == first
    assert ordering.next_to_learn(project, ME, first.number) == second
    assert ordering.next_to_learn(project, ME, 1, among=[1, second.number]) == second
    assert ordering.next_to_learn(project, ME, 1, among=[1]) is None
    project.set_status(first.number, ME, "skipped")
    assert ordering.next_to_learn(project, ME, 1) == second
    project.set_status(first.number, ME, "new")
    project.remember("articles to learn from", {"places": 7})
    assert ordering.next_to_learn(project, ME, 1) is None


@given(st.lists(st.floats(0, 1), max_size=60))
def test_every_article_has_one_place(doubts: list[float]) -> None:
    import random

    places = [Place(number, doubt) for number, doubt in enumerate(doubts)]
    ordered = ordering._by_doubt(places, random.Random(1))
    assert sorted(one.number for one in ordered) == list(range(len(doubts)))
    assert sum(one.by_lot for one in ordered) == len(doubts) // 10
