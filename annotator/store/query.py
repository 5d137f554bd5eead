"""What is asked of a whole project: a value, and what its filters say in SQL and of single hits."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import msgspec
from msgspec import Struct

from annotator.model.article import Status
from annotator.store.database import Database
from annotator.text.matching import BadQuery, Mode, Range, matcher
from annotator.text.normal import fold


class Query(Struct, frozen=True, kw_only=True):
    """A query. Filters that are None admit everything.

    `label`: the hit and an entity of this label overlap. `speaker`: the hit lies in a quote whose
    source or speaker has these letters. `author`: whose annotations count, and, without `status`,
    only articles that this author has worked on. `status`: how far that author (without one:
    anybody) has come with the article. `since`, `until`: the first and the last day of the
    articles, as in 2026-03-01; a month (2026-03) or a year stands for its first and its last day.
    """

    text: str
    mode: Mode = "normal"
    label: str | None = None
    speaker: str | None = None
    author: str | None = None
    status: Status | None = None
    since: str | None = None
    until: str | None = None

    @property
    def narrowed(self) -> bool:
        """Whether any filter is set."""
        return self != Query(text=self.text, mode=self.mode)

    def wanted(self) -> str:
        """The text to look for: spaces around it count only where it is taken as written."""
        return self.text if self.mode in ("exact", "regex") else self.text.strip()


def check(query: Query) -> None:
    """Raise `BadQuery` with the reason if this cannot be asked of any project."""
    matcher(query.mode, query.wanted())
    for given in (query.since, query.until):
        if given is not None:
            _day(given, last=False)
    if query.speaker is not None and not fold(query.speaker).strip():
        raise BadQuery("The speaker to look for has no letters.")


_DATE_GIVEN = re.compile(r"(\d{4})(?:-(\d\d?)(?:-(\d\d?))?)?", re.ASCII)


def _day(given: str, *, last: bool) -> str:
    """The day as ISO 8601 writes it: the first or the last one of a month or a year."""
    found = _DATE_GIVEN.fullmatch(fold(given).strip())
    try:
        year, month, day = (int(one or 0) for one in found.groups()) if found else (0, 0, 0)
        month = month or (12 if last else 1)
        day = day or (calendar.monthrange(year, month)[1] if last else 1)
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        raise BadQuery(
            "{given} is no date like {example}.", given=given, example="2026-03-01"
        ) from None


# Of articles


class Condition(NamedTuple):
    """A condition on the rows of `article`, with the values it takes."""

    sql: str
    values: tuple[Any, ...]


_DATE = "json_extract(meta, '$.date')"


def conditions(query: Query, layer: int | None) -> list[Condition]:
    """What an article must fulfil for hits to be possible; `layer` is the author's number."""
    found = []
    if query.status is not None:
        found.append(_of_status(query.status, layer))
    elif layer is not None:
        found.append(_in("work", "(annotations > 0 OR status <> 'new')", layer))
    if query.label is not None:
        found.append(_in("entity", "label = ?", layer, query.label))
    if query.speaker is not None:
        found.append(_in("quote", "(speaker IS NOT NULL OR source_start IS NOT NULL)", layer))
    for sign, given in ((">=", query.since), ("<=", query.until)):
        if given is not None:
            sql = f"{_DATE} GLOB '????-??-??*' AND substr({_DATE}, 1, 10) {sign} ?"
            found.append(Condition(sql, (_day(given, last=sign == "<="),)))
    return found


def _in(table: str, sql: str, layer: int | None, *values: object) -> Condition:
    """That the article has a row in a table of annotations or work."""
    mine, number = (" AND layer = ?", (layer,)) if layer is not None else ("", ())
    return Condition(
        f"EXISTS (SELECT 1 FROM {table} WHERE article = article.number AND {sql}{mine})",
        (*values, *number),
    )


def _of_status(status: Status, layer: int | None) -> Condition:
    if status == "new":
        begun = _in("work", "status <> 'new'", layer)
        return Condition(f"NOT {begun.sql}", begun.values)
    return _in("work", "status = ?", layer, status)


# Of hits

Admits = Callable[[int, int], bool]


def admitting(database: Database, query: Query, layer: int | None, number: int) -> list[Admits]:
    """What each hit in an article must fulfil."""
    found: list[Admits] = []
    if query.label is not None:
        labelled = list(_labelled(database, query.label, layer, number))
        found.append(lambda start, end: any(a < end and start < b for a, b in labelled))
    if query.speaker is not None:
        quoted = list(_quoted(database, query.speaker, layer, number))
        found.append(lambda start, end: any(a <= start and end <= b for a, b in quoted))
    return found


_LAYER = " AND (? IS NULL OR {0}.layer = ?)"


def _labelled(database: Database, label: str, layer: int | None, number: int) -> Iterator[Range]:
    sql = 'SELECT start, "end", fragments FROM entity WHERE article = ? AND label = ?'
    for row in database.rows(sql + _LAYER.format("entity"), (number, label, layer, layer)):
        yield from _fragments(*row)


_QUOTES = """SELECT quote.start, quote."end", quote.fragments, source_surface, entity.surface
FROM quote LEFT JOIN entity ON entity.article = quote.article AND entity.layer = quote.layer
AND entity.id = quote.speaker WHERE quote.article = ?""" + _LAYER.format("quote")


def _quoted(database: Database, speaker: str, layer: int | None, number: int) -> Iterator[Range]:
    wanted = fold(speaker).strip()
    for *where, source, name in database.rows(_QUOTES, (number, layer, layer)):
        if any(wanted in fold(one) for one in (source, name) if one):
            yield from _fragments(*where)


_decode = msgspec.json.Decoder(tuple[tuple[int, int], ...]).decode


def _fragments(start: int, end: int, fragments: str | None) -> tuple[Range, ...]:
    return ((start, end),) if fragments is None else _decode(fragments)
