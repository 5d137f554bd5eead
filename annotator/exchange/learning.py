"""Lets a project learn from its own finished articles, and says when it is time to do so again."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

import msgspec
from msgspec import Struct

from annotator.errors import UserError
from annotator.exchange import ordering
from annotator.exchange.failures import packed, unpacked
from annotator.exchange.ordering import Ranking
from annotator.exchange.suggesting import materials, models_folder
from annotator.store import Project
from annotator.suggest import learned
from annotator.suggest.learned import Learned


def learn(project: Project, layer: str, folder: Path | None = None) -> Learned:
    """Train on what the person has finished, and keep the model in the project's folder.

    Takes seconds and as much of a processor. Raises `UserError` where there is nothing to learn
    from, or where the model cannot be kept.
    """
    of = materials(project, layer)
    made = learned.learn(of.finished(), of.examples())
    learned.save(made, folder or models_folder(project))
    return made


def is_due(project: Project, layer: str, folder: Path | None = None) -> bool:
    """Whether so many articles were finished since the last time that it is worth learning again.

    True as well where nothing was learned yet and something is finished, and where what was learned
    cannot be used any more.
    """
    finished = project.progress(layer)["done"]
    trained = learned.trained_on(folder or models_folder(project))
    if trained is None:
        return finished > 0
    return finished >= trained + learned.AGAIN


def is_due_again(project: Project, layer: str) -> bool:
    """Whether something was learned, and is to be learned anew from what was finished since."""
    trained = learned.trained_on(models_folder(project))
    return trained is not None and project.progress(layer)["done"] >= trained + learned.AGAIN


# In a process of its own: training holds this one's interpreter for seconds


class Lesson(Struct, frozen=True, kw_only=True):
    """What was learned, in numbers, and the order of the articles that follows from it."""

    articles: int
    entities: int
    labels: tuple[str, ...]
    ranking: Ranking


def learn_elsewhere(copy: Path, layer: str, folder: Path, alive: Callable[[], None]) -> Lesson:
    """`learn` in another process, from a copy of the project, and keep the model in `folder`.

    `alive` is called a few times a second, and may raise to end it. Raises what `learn` raises;
    a bug there is a `RuntimeError` with its traceback.
    """
    context = get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_learn, args=(str(copy), layer, str(folder), there))
    process.daemon = True
    process.start()
    there.close()
    try:
        while not here.poll(_PATIENCE):
            alive()
        return _heard(here)
    finally:
        process.kill()
        process.join()
        here.close()


_PATIENCE = 0.1
"""Seconds between two signs of life."""


def _heard(connection: Connection) -> Lesson:
    try:
        said = connection.recv_bytes()
    except (EOFError, OSError):
        raise UserError(
            "The process that learned was ended from outside.",
            kept="What was learned before stays.",
            hint="Try again; it may need more memory than is free.",
        ) from None
    kind, rest = said[:1], said[1:]
    if kind == b"+":
        return msgspec.msgpack.decode(rest, type=Lesson)
    if kind == b"!":
        raise RuntimeError(rest.decode(errors="replace"))
    raise unpacked(rest)


def _learn(copy: str, layer: str, folder: str, connection: Connection) -> None:
    try:
        with Project.open(copy) as project:
            made = learn(project, layer, Path(folder))
            ranking = ordering.rank(project, layer, made)
        lesson = Lesson(
            articles=made.articles, entities=made.entities, labels=made.labels, ranking=ranking
        )
        connection.send_bytes(b"+" + msgspec.msgpack.encode(lesson))
    except UserError as error:
        connection.send_bytes(b"-" + packed(error))
    except Exception:  # noqa: BLE001 -- a bug is raised again where it is reported
        connection.send_bytes(b"!" + traceback.format_exc().encode(errors="replace"))
