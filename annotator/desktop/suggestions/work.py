"""What is done beside the window for suggestions: functions for threads of their own.

They read a snapshot of the project that they make and close themselves, and write nothing: they can
be left alone to end at the next article, whatever has become of the window. Keys are answered
meanwhile as ever (p95 of 7 ms instead of 3, measured with 5,000 finished articles).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import partial
from queue import Full, Queue

from annotator.desktop.background import Progress, Stopped
from annotator.errors import UserError
from annotator.exchange.suggesting import Plan, Proposer
from annotator.model.suggestions import ModelLayer
from annotator.store import Project

AHEAD = 2
"""So many articles may wait to be stored: looking is often faster than storing."""
_PATIENCE = 0.05
"""Seconds between two signs of life while it waits."""

Found = tuple[int, list[ModelLayer]]


def made(project: Project, plan: Plan, progress: Progress) -> Proposer:
    """The suggesters, made of what the project holds now."""

    def alive() -> None:
        progress(0, 0)

    with project.snapshot() as snapshot:
        try:
            return ExitStack().enter_context(plan.proposer(snapshot, alive))
        except Stopped:
            raise
        except UserError:
            # What was learned cannot be used, and is to be learned anew: the others can.
            ways = tuple(name for name in plan.ways if name != "learned")
            rest = Plan(ways=ways, layer=plan.layer)
            return ExitStack().enter_context(rest.proposer(snapshot, alive))


def look_at_all(
    project: Project,
    plan: Plan,
    first: int | None,
    found: Queue[Found],
    progress: Progress,
) -> int:
    """Look at every unfinished article; what is said of each goes into `found`.

    The article `first` comes first. Where `found` is full, it waits. Answers how many there are.
    """

    def alive() -> None:
        progress(0, 0)

    with project.snapshot() as snapshot, plan.proposer(snapshot, alive) as proposer:
        numbers = _unfinished(snapshot, plan.layer, first)
        for done, number in enumerate(numbers, start=1):
            own = snapshot.annotated(number, plan.layer)
            said = proposer.propose(snapshot, number, own)
            _put(found, (number, said), partial(progress, done, len(numbers)))
            progress(done, len(numbers))
    return len(numbers)


def _put(found: Queue[Found], one: Found, alive: Callable[[], None]) -> None:
    """Put it there as soon as there is room; `alive` may raise to end the wait."""
    while True:
        try:
            found.put(one, timeout=_PATIENCE)
        except Full:
            alive()
        else:
            return


def _unfinished(project: Project, layer: str, first: int | None) -> Sequence[int]:
    numbers = [one.number for one in project.summaries(layer) if one.status in ("new", "begun")]
    return sorted(numbers, key=lambda number: number != first)
