"""Searching all articles: the index says where to look, each hit is found in the text itself.

A search gives what it finds page by page, in the order of the articles, and can be left after any
page. It never holds more than a few texts in memory, and the database only for a moment at a time.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

import msgspec

from annotator.errors import ProjectRefused, UserError
from annotator.model.labels import LabelSet
from annotator.store import articles, query, words, work
from annotator.store.database import Database, Row
from annotator.store.failures import damaged
from annotator.store.query import Condition, Query
from annotator.text.matching import BadQuery, Matcher, Range, matcher, parts

_TEXTS_AT_ONCE = 8
_NUMBERS_AT_ONCE = 2000
_TRIED = 24
"""The first articles, which are looked at before the index is."""


class Found(NamedTuple):
    """The hits in one article, as code points of its text, in order; there is at least one."""

    number: int
    id: str
    title: str
    date: str | None
    text: str
    hits: tuple[Range, ...]


class Page(NamedTuple):
    """What was found in some articles; `looked` is the number of the last, `of` of the very last.

    Articles that cannot have a hit are passed over, so `looked` makes leaps.
    """

    found: tuple[Found, ...]
    looked: int
    of: int


class IndexDamaged(UserError):
    """The index of words cannot be used. Articles and annotations are not concerned."""


class Searcher:
    """Searches one project, and keeps the list of its words from one search to the next."""

    def __init__(self, database: Database, labels: LabelSet) -> None:
        self._database = database
        self._labels = labels
        self._vocabulary: tuple[int, words.Vocabulary] | None = None
        self._reading = threading.Lock()

    def prepare(self) -> words.Vocabulary:
        """Read the list of words, if articles have come in since; the first search waits for it."""
        # One thread reads it, the others wait for that one.
        with self._reading:
            count = articles.count(self._database)
            if self._vocabulary is None or self._vocabulary[0] != count:
                self._vocabulary = count, words.vocabulary(self._database)
            return self._vocabulary[1]

    def search(self, asked: Query) -> Iterator[Page]:
        """Search; `BadQuery` at once for what cannot be asked, also on the way for slow patterns.

        `IndexDamaged` if the index cannot be used, `ProjectRefused` if an article is damaged.
        """
        query.check(asked)
        layer = self._layer(asked)
        if asked.label is not None and self._labels.entity(asked.label) is None:
            names = ", ".join(one.name for one in self._labels.entities)
            raise BadQuery(
                "The label set has no label {label}; it has {names}.",
                label=asked.label, names=names,
            )  # fmt: skip
        return self._pages(asked, layer)

    def _layer(self, asked: Query) -> int | None:
        if asked.author is None:
            return None
        number = work.layer_number(self._database, asked.author)
        if number is None:
            raise BadQuery("Nobody called {author} has annotated here.", author=asked.author)
        return number

    def _pages(self, asked: Query, layer: int | None) -> Iterator[Page]:
        find = matcher(asked.mode, asked.wanted())
        total = articles.count(self._database)
        last = tried = met = 0
        candidates = self._candidates(asked, layer, lambda: 0 < tried <= 2 * met)
        for rows in candidates:
            found = tuple(
                one for row in rows if (one := self._look(asked, layer, find, row)) is not None
            )
            last, tried, met = rows[-1][0], tried + len(rows), met + len(found)
            yield Page(found, last, total)
        if last < total:
            yield Page((), total, total)

    def _look(self, asked: Query, layer: int | None, find: Matcher, row: Row) -> Found | None:
        number, id, title, meta, text = row
        hits = list(find(text))
        if hits and (asked.label is not None or asked.speaker is not None):
            admits = query.admitting(self._database, asked, layer, number)
            hits = [hit for hit in hits if all(one(*hit) for one in admits)]
        if not hits:
            return None
        return Found(number, id, title, _date(self._database, number, meta), text, tuple(hits))

    # Candidates

    def _candidates(
        self, asked: Query, layer: int | None, common: Callable[[], bool]
    ) -> Iterator[list[Row]]:
        """The rows of the articles that are worth a look, some at a time.

        The first articles are looked at whatever the index says: what is common (`common` tells
        whether most of those had a hit) is found there at once, and needs no index.
        """
        where = query.conditions(asked, layer)
        wanted = parts(asked.mode, asked.wanted())
        if not wanted:
            yield from self._all(where, 0)
            return
        yield from self._all([*where, Condition("number <= ?", (_TRIED,))], 0)
        if common():
            yield from self._all(where, _TRIED)
            return
        with _index(self._database):
            expression = words.expression(wanted, self.prepare())
        if expression == "":
            yield from self._all(where, _TRIED)
        elif expression is not None:
            yield from self._indexed(expression, where, _TRIED)

    def _indexed(self, expression: str, where: list[Condition], after: int) -> Iterator[list[Row]]:
        last, size = after, _TEXTS_AT_ONCE
        while True:
            with _index(self._database):
                numbers = words.articles(self._database, expression, last, size)
            for at in range(0, len(numbers), _TEXTS_AT_ONCE):
                some = numbers[at : at + _TEXTS_AT_ONCE]
                chosen = Condition(f"number IN ({', '.join('?' * len(some))})", tuple(some))
                rows = self._rows([chosen, *where], 0)
                if rows:
                    yield rows
            if len(numbers) < size:
                return
            # Few at first, because somebody waits for them.
            last, size = numbers[-1], _NUMBERS_AT_ONCE

    def _all(self, where: list[Condition], after: int) -> Iterator[list[Row]]:
        last = after
        while rows := self._rows(where, last):
            yield rows
            last = rows[-1][0]

    def _rows(self, where: list[Condition], after: int) -> list[Row]:
        conditions = " AND ".join(("number > ?", *(f"({one.sql})" for one in where)))
        values = [after, *(value for one in where for value in one.values)]
        return self._database.rows(
            f"SELECT number, id, title, meta, text FROM article WHERE {conditions}"
            f" ORDER BY number LIMIT {_TEXTS_AT_ONCE}",
            values,
        )


@contextmanager
def _index(database: Database) -> Iterator[None]:
    """What goes wrong with the index is told apart from all else that goes wrong."""
    try:
        yield
    except (ProjectRefused, sqlite3.Error) as error:
        if database.closed:
            raise
        raise IndexDamaged(
            "The search index of {file} is damaged or missing.",
            kept="Articles and annotations are not concerned.",
            hint="`annotator check --reindex` makes it anew.",
            file=database.path,
        ) from error


_meta = msgspec.json.Decoder(dict[str, object]).decode


def _date(database: Database, number: int, meta: str) -> str | None:
    try:
        date = _meta(meta).get("date")
    except msgspec.DecodeError as error:
        raise damaged(database.path, number, error) from error
    return date if isinstance(date, str) else None
