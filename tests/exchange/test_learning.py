"""What ends the process that learns is told as what it is: a refusal, a bug, or a kill."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.errors import UserError
from annotator.exchange import learning, sample
from annotator.store import Project
from annotator.suggest.learned import load

ME = "ليلى"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the sample in which ME has finished three articles."""
    path = tmp_path / "copy.db"
    sample.make(path, ME)
    with Project.open(path) as project:
        for number in (1, 2, 3):
            project.set_status(number, ME, "done")
    return path


def nothing() -> None:
    """Go on."""


def test_a_lesson_says_what_was_learned_and_the_model_is_kept(copy: Path, tmp_path: Path) -> None:
    lesson = learning.learn_elsewhere(copy, ME, tmp_path / "models", nothing)
    kept = load(tmp_path / "models")
    assert kept is not None
    assert (lesson.articles, lesson.entities, lesson.labels) == (
        3, kept.entities, kept.labels,
    )  # fmt: skip
    assert {place.number for place in lesson.ranking.places} == set(range(4, 15))


def test_a_refusal_comes_over_with_its_templates(copy: Path, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no article is finished") as told:
        learning.learn_elsewhere(copy, "سامي", tmp_path / "models", nothing)
    assert len(told.value.templates) == 2


def test_a_bug_there_is_a_bug_here(copy: Path) -> None:
    """No folder can have this name, and nobody chooses the folder: only a bug could ask for it."""
    with pytest.raises(RuntimeError, match="Traceback"):
        learning.learn_elsewhere(copy, ME, Path("a\0b"), nothing)


def test_it_is_ended_by_who_waits(copy: Path, tmp_path: Path) -> None:
    def stop() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        learning.learn_elsewhere(copy, ME, tmp_path / "models", stop)
    assert load(tmp_path / "models") is None
