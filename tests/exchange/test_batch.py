"""Many articles at once: the same from several processes, resumed, nothing lost."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import msgspec
import pytest

from annotator.errors import UserError
from annotator.exchange import batch, sample
from annotator.exchange.batch import BatchReport
from annotator.exchange.suggesting import Plan
from annotator.model.offers import Offers
from annotator.store import Project

ME = "ليلى"
PLAN = Plan(ways=("memory", "quotations", "relations"), layer=ME)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """The sample: three articles of ME's, 14 in all."""
    path = tmp_path / "s.db"
    sample.make(path, ME)
    with Project.open(path) as opened:
        yield opened


def said(project: Project) -> dict[int, object]:
    return {n: project.suggested.layers(n) for n in range(1, project.count() + 1)}


def test_several_processes_say_the_same_as_one(project: Project) -> None:
    one = batch.run(project, PLAN, jobs=1)
    assert one.articles == 14
    assert set(one.suggestions) == {"model:memory", "model:quotations", "model:relations"}
    before = said(project)
    with project_again(project) as other:
        assert batch.run(other, PLAN, jobs=2) == one
        assert said(other) == before


def project_again(project: Project) -> Project:
    """The same project before anything was suggested."""
    path = project.path.with_name("again.db")
    sample.make(path, ME)
    return Project.open(path)


def test_what_the_same_version_has_seen_is_passed_over(project: Project) -> None:
    batch.run(project, PLAN, jobs=1)
    assert batch.run(project, PLAN, jobs=1) == BatchReport(0, 14, {})
    offers = _offers(project, 5)
    edit, decided = offers.take([offers.listed()[0].annotation.id])
    project.apply(5, ME, project.annotated(5, ME), edit, decided=decided)
    quotations = Plan(ways=("quotations",), layer=ME)
    assert batch.run(project, quotations, jobs=1).articles == 1


def _offers(project: Project, number: int) -> Offers:
    own = project.annotated(number, ME)
    decided = project.suggested.decisions(number, ME)
    return Offers.of(own, project.suggested.layers(number), decided)


class Stop(Exception):
    pass


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_run_that_is_stopped_keeps_what_it_has_and_is_resumed(
    project: Project, jobs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "_CHUNK", 4)

    def stop(done: int, total: int) -> None:
        assert total == 14
        if done >= 8:
            raise Stop

    with pytest.raises(Stop):
        batch.run(project, PLAN, jobs=jobs, progress=stop)
    kept = sum(1 for layers in said(project).values() if layers)
    assert 8 <= kept < 14
    rest = batch.run(project, PLAN, jobs=1)
    assert (rest.articles, rest.passed) == (14 - kept, kept)


def test_nothing_of_a_persons_is_touched(project: Project) -> None:
    before = [project.annotated(n, ME).by_id for n in range(1, 15)]
    statuses = project.progress(ME)
    batch.run(project, PLAN, jobs=1)
    assert [project.annotated(n, ME).by_id for n in range(1, 15)] == before
    assert project.progress(ME) == statuses
    assert project.check() == []


def test_what_is_missing_is_said_before_anything_is_stored(project: Project) -> None:
    with pytest.raises(UserError, match="Nothing has been learned"):
        batch.run(project, Plan(ways=("memory", "learned"), layer=ME), jobs=2)
    assert not any(said(project).values())


def test_a_bug_in_a_worker_is_reported_as_one(
    project: Project, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr(Plan, "proposer", broken)
    monkeypatch.setattr(batch, "_Worker", type("Worker", (batch._Worker,), {"stack": ExitStack()}))
    project.copy_to(tmp_path / "copy.db")
    with batch._Worker.stack:
        batch._begin(str(tmp_path / "copy.db"), msgspec.json.encode(PLAN))
        with pytest.raises(RuntimeError, match="ZeroDivisionError: a bug"):
            batch._look([1])


def test_a_worker_that_is_killed_is_told_and_what_was_done_stays(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "_CHUNK", 1)

    def kill(done: int, total: int) -> None:
        import psutil

        if done == 3:
            for child in psutil.Process().children(recursive=True):
                if "spawn_main" in " ".join(child.cmdline()):
                    child.kill()

    with pytest.raises(UserError, match="ended from outside"):
        batch.run(project, PLAN, jobs=2, progress=kill)
    assert sum(1 for layers in said(project).values() if layers) >= 3
    assert batch.run(project, PLAN, jobs=1).articles <= 11
    assert project.check() == []


def test_workers_leave_the_interrupt_of_a_terminal_to_who_began_them(
    project: Project, tmp_path: Path
) -> None:
    project.copy_to(tmp_path / "copy.db")
    with batch._pool(1, tmp_path / "copy.db", PLAN) as pool:
        assert pool.submit(signal.getsignal, signal.SIGINT).result() == signal.SIG_IGN
