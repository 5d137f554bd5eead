"""Giving out records, for exports: every article with the work of each layer, a few at a time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from annotator.model.article import Article, Status
from annotator.model.record import Record
from annotator.model.suggestions import is_model
from annotator.store import articles
from annotator.store.annotations import Place, read_all
from annotator.store.database import Database


def records(
    database: Database,
    layer: str | None = None,
    status: Status | None = None,
    *,
    models: bool = False,
) -> Iterator[Record]:
    """One record for each layer that did something on an article, else one without a layer.

    In order of the articles' numbers, then of the layers' creation. `layer` and `status` leave out
    the records that have others; an article that nobody worked on counts as "new". Suggestions are
    no work: the layers of models are left out but for the one that is named, and with `models`.
    """
    workers = _workers(database, models or layer is not None)
    for number, article in articles.each(database):
        worked = workers.get(number, ())
        if not worked and layer is None and status in (None, "new"):
            yield Record(article=article)
        for _, layer_number, name, found in worked:
            if layer in (None, name) and status in (None, found):
                yield _record(database, Place(number, layer_number), article, name, found)


def _workers(database: Database, models: bool) -> dict[int, list[tuple[int, int, str, Status]]]:
    """By article number: article number, layer number, layer name and status of all work done."""
    rows = database.rows(
        "SELECT article, layer, name, status FROM work JOIN layer ON layer.number = layer"
        " WHERE annotations > 0 OR status <> 'new' ORDER BY article, layer"
    )
    if not models:
        rows = [row for row in rows if not is_model(row[2])]
    return {number: list(of_number) for number, of_number in groupby(rows, itemgetter(0))}


def _record(
    database: Database, place: Place, article: Article, layer: str, status: Status
) -> Record:
    found = read_all(database, place, article.text)
    return Record(article=article, layer=layer, status=status, annotations=tuple(found))
