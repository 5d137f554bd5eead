"""Lets suggesters look at many articles, in several processes; can be cancelled and resumed.

The articles are shared out to worker processes, each with a copy of the project of its own and its
own suggesters; what they say comes back and is stored here, some articles at a time. Whatever ends
a run, what was stored by then stays, and the next run goes on from there: an article that the same
version has seen with the same marks on it is passed over.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import shutil
import signal
import tempfile
import traceback
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, contextmanager
from pathlib import Path

import msgspec
from msgspec import Struct

from annotator.errors import UserError
from annotator.exchange.failures import packed, unpacked
from annotator.exchange.suggesting import Plan, Proposer
from annotator.model.suggestions import ModelLayer
from annotator.store import Project

Progress = Callable[[int, int], None]

_CHUNK = 20
"""So many articles are given out, and stored, at a time."""
_SELDOM = 50_000
"""Circles of dead objects are looked for once there are so many more objects."""
_SAID, _FAILED = b"+", b"-"
_FEW = 100
"""For fewer articles no processes are begun unless they are asked for: that takes longer."""


class BatchReport(Struct, frozen=True):
    """What a run has done: articles looked at and passed over, and suggestions by model's layer."""

    articles: int
    passed: int
    suggestions: dict[str, int]


class _Answer(Struct, frozen=True):
    """What was said of one article."""

    number: int
    passed: bool
    layers: tuple[ModelLayer, ...]


@contextmanager
def _tidying_seldom() -> Iterator[None]:
    """Look for circles of dead objects seldom: no article leaves any, and looking takes long."""
    before = gc.get_threshold()
    gc.set_threshold(_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)


@_tidying_seldom()
def run(
    project: Project,
    plan: Plan,
    numbers: Sequence[int] | None = None,
    jobs: int | None = None,
    progress: Progress | None = None,
) -> BatchReport:
    """Let the suggesters of `plan` look at the articles with these numbers, or at all.

    `jobs` is how many processes do it; None chooses. `progress` is told how many of how many
    articles are done, and may raise to stop: what was stored by then stays.
    """
    wanted = range(1, project.count() + 1) if numbers is None else numbers
    chunks = [wanted[at : at + _CHUNK] for at in range(0, len(wanted), _CHUNK)]
    count = jobs or (1 if len(wanted) < _FEW else min(os.cpu_count() or 1, 8))
    found = _here if count == 1 else _elsewhere
    tally: dict[str, int] = {}
    looked = passed = 0
    for answers in found(project, plan, chunks, count):
        project.suggested.replace_many(
            (one.number, layer.name, layer.version, layer.annotations)
            for one in answers
            for layer in one.layers
        )
        for one in answers:
            passed += one.passed
            for layer in one.layers:
                tally[layer.name] = tally.get(layer.name, 0) + len(layer.annotations)
        looked += len(answers)
        if progress is not None:
            progress(looked, len(wanted))
    return BatchReport(looked - passed, passed, tally)


def _here(
    project: Project, plan: Plan, chunks: Sequence[Sequence[int]], _: int
) -> Iterator[list[_Answer]]:
    with plan.proposer(project) as proposer:
        for chunk in chunks:
            yield [_answer(project, proposer, number) for number in chunk]


def _answer(project: Project, proposer: Proposer, number: int) -> _Answer:
    own = project.annotated(number, proposer.plan.layer)
    versions = proposer.versions(own)
    known = {name: project.suggested.version(number, name) for name in versions}
    if known == versions:
        return _Answer(number, True, ())
    return _Answer(number, False, tuple(proposer.propose(project, number, own)))


# In other processes


def _elsewhere(
    project: Project, plan: Plan, chunks: Sequence[Sequence[int]], jobs: int
) -> Iterator[list[_Answer]]:
    """The answers of worker processes, in the order in which they come."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="annotator-")))
        copy = folder / "project.db"
        project.copy_to(copy)
        pool = stack.enter_context(_pool(jobs, copy, plan))
        try:
            yield from _results(pool, chunks, jobs)
        except BrokenProcessPool as error:
            raise UserError(
                "A process that looked for suggestions was ended from outside.",
                kept="The suggestions of the articles before stay; the same command goes on.",
            ) from error


@contextmanager
def _pool(jobs: int, copy: Path, plan: Plan) -> Iterator[ProcessPoolExecutor]:
    pool = ProcessPoolExecutor(
        jobs,
        mp_context=multiprocessing.get_context("spawn"),
        initializer=_start,
        initargs=(str(copy), msgspec.json.encode(plan)),
    )
    try:
        yield pool
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _results(
    pool: ProcessPoolExecutor, chunks: Sequence[Sequence[int]], jobs: int
) -> Iterator[list[_Answer]]:
    """Never more chunks are on their way than keep the processes busy."""
    waiting: set[Future[bytes]] = set()
    rest = iter(chunks)
    for chunk in rest:
        waiting.add(pool.submit(_look, list(chunk)))
        if len(waiting) >= 2 * jobs:
            break
    while waiting:
        done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
        for future in done:
            chunk = next(rest, ())
            if chunk:
                waiting.add(pool.submit(_look, list(chunk)))
            yield _heard(future.result())


def _heard(said: bytes) -> list[_Answer]:
    """The answers of a worker; raises what is wrong with a suggester."""
    if said[:1] == _FAILED:
        raise unpacked(said[1:])
    return msgspec.msgpack.decode(said[1:], type=list[_Answer])


class _Worker:
    """What a worker process holds for its life; it ends with the process."""

    project: Project
    proposer: Proposer
    failure: bytes = b""
    bug: str = ""
    stack = ExitStack()


def _start(copy: str, plan: bytes) -> None:
    # Ctrl+C goes to all processes of a terminal: the one that began these ends them, and says so.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _begin(copy, plan)


def _begin(copy: str, plan: bytes) -> None:
    """Open this process's own copy of the project, and make its suggesters."""
    own = Path(copy).with_name(f"{os.getpid()}.db")
    shutil.copyfile(copy, own)
    _Worker.project = _Worker.stack.enter_context(Project.open(own))
    made = msgspec.json.decode(plan, type=Plan)
    try:
        _Worker.proposer = _Worker.stack.enter_context(made.proposer(_Worker.project))
    except UserError as error:
        # What ends a process here is not heard: it is said with the first answer.
        _Worker.failure = _FAILED + packed(error)
    except Exception:  # noqa: BLE001 -- a bug is raised again where it is reported
        _Worker.bug = traceback.format_exc()
    # What is held by now stays.
    gc.freeze()
    _Worker.stack.enter_context(_tidying_seldom())


def _look(numbers: Sequence[int]) -> bytes:
    if _Worker.bug:
        raise RuntimeError(_Worker.bug)
    if _Worker.failure:
        return _Worker.failure
    answers = [_answer(_Worker.project, _Worker.proposer, number) for number in numbers]
    return _SAID + msgspec.msgpack.encode(answers)
