"""Which article to annotate next, so that the model learns most from it.

The articles of which it is least sure come first (uncertainty sampling, Lewis and Gale 1994, by
mean least confidence). Every tenth is drawn by lot, since a model does not know what it has never
seen; and near-duplicates of what is finished, or of an article further in front, come last. The
order is made when something was learned, from some hundred unfinished articles at most, and kept in
the project until the next time.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Collection, Iterator, Sequence

import msgspec
from msgspec import Struct

from annotator.quality.duplicates import Sketches
from annotator.store import Project
from annotator.suggest.learned import Learned, Learner

_KEY = "articles to learn from"
_POOL = 500
"""So many unfinished articles are looked at, drawn by lot where there are more."""
_FINISHED = 2_000
"""So many finished articles, the latest, are compared with them for near-duplicates."""
_BY_LOT = 10
"""Each so many-th place is drawn by lot."""


class Place(Struct, frozen=True):
    """An article by its number; `doubt` is how unsure the model is of it, from 0 to 1."""

    number: int
    doubt: float
    by_lot: bool = False


class Ranking(Struct, frozen=True):
    """The articles in the order in which to take them, by the model with this digest."""

    digest: str
    places: tuple[Place, ...] = ()


def rank(
    project: Project,
    layer: str,
    learned: Learned,
    progress: Callable[[int, int], None] | None = None,
) -> Ranking:
    """Look at unfinished articles with what was learned; takes seconds, stores nothing.

    The same model and the same articles give the same ranking.
    """
    lot = random.Random(learned.digest)
    statuses = {one.number: one.status for one in project.summaries(layer)}
    open_ones = [number for number, status in statuses.items() if status in ("new", "begun")]
    pool = sorted(lot.sample(open_ones, min(_POOL, len(open_ones))))
    learner, sketches, doubts = Learner(learned), Sketches[int](), []
    for done, number in enumerate(pool, start=1):
        text = project.article(number).text
        sketches.add(number, text)
        doubts.append(Place(number, round(learner.doubt(text), 4)))
        if progress is not None:
            progress(done, len(pool))
    finished = [number for number, status in statuses.items() if status == "done"][-_FINISHED:]
    for number in finished:
        sketches.add(number, project.article(number).text)
    ordered = _by_doubt(doubts, lot)
    return Ranking(learned.digest, tuple(_copies_last(ordered, sketches.groups(), finished)))


def _by_doubt(places: Sequence[Place], lot: random.Random) -> list[Place]:
    """The least sure first, but for the places that are drawn by lot."""
    waiting = sorted(places, key=lambda one: (-one.doubt, one.number))
    ordered: list[Place] = []
    while waiting:
        drawn = len(ordered) % _BY_LOT == _BY_LOT - 1
        one = waiting.pop(lot.randrange(len(waiting)) if drawn else 0)
        ordered.append(msgspec.structs.replace(one, by_lot=drawn))
    return ordered


def _copies_last(
    ordered: Sequence[Place], groups: Sequence[Sequence[int]], finished: Collection[int]
) -> Iterator[Place]:
    """The articles without copies of what is finished or further in front; then these."""
    group_of = {number: at for at, group in enumerate(groups) for number in group}
    seen = {group_of[number] for number in finished if number in group_of}
    last = []
    for one in ordered:
        group = group_of.get(one.number)
        if group is not None and group in seen:
            last.append(one)
            continue
        if group is not None:
            seen.add(group)
        yield one
    yield from last


def remember(project: Project, ranking: Ranking) -> None:
    """Keep the order until the next one."""
    project.remember(_KEY, msgspec.to_builtins(ranking))


def recall(project: Project) -> Ranking | None:
    """The order that was made last; None for none."""
    try:
        return msgspec.convert(project.recall(_KEY), Ranking)
    except msgspec.ValidationError:
        return None


def next_to_learn(
    project: Project, layer: str, number: int, among: Collection[int] | None = None
) -> Place | None:
    """The next other unfinished article of the order, within `among` if that is given.

    None where no order was made, or all of it is finished.
    """
    ranking = recall(project)
    known = set(among) if among is not None else None
    for place in ranking.places if ranking is not None else ():
        listed = place.number != number and (known is None or place.number in known)
        if listed and project.status(place.number, layer) in ("new", "begun"):
            return place
    return None
