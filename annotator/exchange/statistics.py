"""Carries what a project holds to the counting of `quality`, for window and command line alike."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from annotator.errors import UserError
from annotator.model.record import Record
from annotator.model.suggestions import is_model
from annotator.quality.counting import Counting
from annotator.quality.statistics import Statistics
from annotator.store import Event, Project

_ARTICLES_A_STEP = 16


def statistics(
    project: Project,
    layer: str | None = None,
    progress: Callable[[int, int], None] | None = None,
    zone: datetime.tzinfo | None = None,
) -> Statistics:
    """What there is in a project: the work of all people, or only what is in `layer`.

    `progress` is told how many of how many articles are counted, and may raise to stop. Days are
    those of `zone`, or of where this machine is.
    """
    if layer is not None and layer not in project.layers():
        raise UserError("Nobody called {author} has annotated here.", author=layer)
    counting, total = Counting(), project.count()
    for record in project.records(models=layer is not None and is_model(layer)):
        counting.add(record if layer in (None, record.layer) else Record(article=record.article))
        if progress is not None and not counting.articles % _ARTICLES_A_STEP:
            progress(counting.articles, total)
    for event in project.events():
        if layer in (None, event.layer):
            _happened(counting, event, zone)
    if progress is not None:
        progress(total, total)
    return counting.taken()


def _happened(counting: Counting, event: Event, zone: datetime.tzinfo | None) -> None:
    day = event.at.astimezone(zone).date().isoformat()
    counting.happened(
        event.layer,
        day,
        made=event.made,
        changed=event.changed,
        removed=event.removed,
        finished=event.finished,
    )
