"""Splits: which article goes into train, dev and test. The same articles always go the same way.

Near-duplicates stay together, whatever the order in which articles came. Sides are chosen

- by hash: at random, by digests of the articles' ids, so that the shares are met as well as can be;
- by date: the oldest go into train, the newest into test, and no day into two;
- by source: all articles of one source on one side.

Pure: articles go in as what is known of them, parts come out as sets of ids.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from typing import Any, Literal, NamedTuple

from annotator.errors import UserError
from annotator.quality.duplicates import Groups

By = Literal["hash", "date", "source"]
WAYS: tuple[By, ...] = ("hash", "date", "source")
_NAMES = {2: ("train", "test"), 3: ("train", "dev", "test")}


class Known(NamedTuple):
    """What a split needs to know of an article; None where its metadata do not say it."""

    id: str
    date: str | None = None
    source: str | None = None


class Part(NamedTuple):
    """One side: its name, its share in hundredths, and the ids of its articles."""

    name: str
    share: int
    ids: frozenset[str]


class Split(NamedTuple):
    """All parts; the groups of near-duplicates with more than one article; articles without the
    date or source that was asked for."""

    parts: tuple[Part, ...]
    copies: int
    unknown: int


class _Unit(NamedTuple):
    """Articles that stay together; `when` is the day of the earliest, "" if none has one."""

    ids: tuple[str, ...]
    when: str

    @property
    def chance(self) -> bytes:
        return hashlib.sha256(self.ids[0].encode()).digest()


def known(id: str, meta: dict[str, Any]) -> Known:
    """What the metadata say: the day, if the date begins with one (ISO 8601), and the source."""
    source = meta.get("source")
    named = isinstance(source, str) and source.strip()
    return Known(id, _day(meta.get("date")), sys.intern(named) if named else None)


def _day(value: object) -> str | None:
    try:
        return sys.intern(date.fromisoformat(str(value)[:10]).isoformat())
    except ValueError:
        return None


def shares(text: str) -> tuple[int, ...]:
    """The hundredths of "80/10/10" or "80/20"; raises UserError for what is no such thing."""
    pieces = text.split("/")
    if (
        not all(piece.isascii() and piece.isdigit() for piece in pieces)
        or len(pieces) not in _NAMES
    ):
        raise UserError(
            "{split} is no split.",
            hint="Two or three whole numbers make one: 80/20 is train and test, 80/10/10 is train, "
            "dev and test.",
            split=text[:40],
        )  # fmt: skip
    found = tuple(int(piece) for piece in pieces)
    if sum(found) != 100 or not all(found):
        raise UserError(
            "The parts of {split} make {sum}, not 100 with something in each.",
            split=text[:40],
            sum=sum(found),
        )
    return found


def split(
    articles: Sequence[Known], copies: Iterable[Sequence[str]], wanted: Sequence[int], by: By
) -> Split:
    """Put every article into one part; `copies` are the groups of near-duplicates.

    Articles without a day go into train, those without a source are each a source of their own.
    Raises UserError where a part would stay empty.
    """
    groups = [group for group in copies if len(group) > 1]
    units = _units(articles, groups, by)
    if len(units) < len(wanted):
        raise _too_few(len(wanted), len(units), by)
    chosen = _by_date(units, wanted) if by == "date" else _by_chance(units, wanted)
    parts = tuple(
        Part(name, share, frozenset(id for unit in mine for id in unit.ids))
        for name, share, mine in zip(_NAMES[len(wanted)], wanted, chosen, strict=True)
    )
    unknown = sum(by != "hash" and getattr(one, by) is None for one in articles)
    return Split(parts, len(groups), unknown)


def _too_few(parts: int, units: int, by: By) -> UserError:
    if by == "hash":
        message = (
            "The articles make {units} groups that are no near-duplicates of each other, too few "
            "for {parts} parts."
        )
    elif by == "date":
        message = (
            "The articles have too few days for {parts} parts, all without a date counting as one: "
            "{units}."
        )
    else:
        message = (
            "The articles have {units} sources that share no near-duplicates, too few for {parts} "
            "parts."
        )
    return UserError(
        message,
        kept="Nothing was exported.",
        hint="Choose fewer parts, or split by hash." if by != "hash" else "",
        units=units, parts=parts,
    )  # fmt: skip


def _units(articles: Sequence[Known], copies: Sequence[Sequence[str]], by: By) -> list[_Unit]:
    """What stays together, each with its ids sorted, in an order that depends on nothing else."""
    joined = _joined(articles, copies, by)
    found: dict[_Thing, list[Known]] = {}
    units: list[_Unit] = []
    for one in articles:
        thing = _thing(one, by)
        if thing in joined:
            found.setdefault(joined.top(thing), []).append(one)
        else:  # most are alone
            units.append(_Unit((one.id,), one.date or ""))
    units += [
        _Unit(
            tuple(sorted(one.id for one in group)),
            min((one.date for one in group if one.date), default=""),
        )
        for group in found.values()
    ]
    return _days(units) if by == "date" else units


_Thing = tuple[str, str]
"""An article, a source or a group of copies: which of these, and an id or name."""


def _thing(one: Known, by: By) -> _Thing:
    """What an article is bound to first of all."""
    if by == "source" and one.source is not None:
        return "source", one.source
    return "article", one.id


def _joined(articles: Iterable[Known], copies: Iterable[Sequence[str]], by: By) -> Groups[_Thing]:
    """What may have company: near-duplicates and, if they count, sources."""
    joined: Groups[_Thing] = Groups()
    groups = {id: group[0] for group in copies for id in group}
    for one in articles:
        thing = _thing(one, by)
        if thing[0] == "source":
            joined.add(thing)
        if (first := groups.get(one.id)) is not None:
            joined.add(thing)
            joined.add(("copies", first))
            joined.join(thing, ("copies", first))
    return joined


def _days(units: Iterable[_Unit]) -> list[_Unit]:
    """All that has one day is one unit; in order of the days, those without one first."""
    found: dict[str, list[str]] = {}
    for unit in units:
        found.setdefault(unit.when, []).extend(unit.ids)
    return [_Unit(tuple(sorted(found[day])), day) for day in sorted(found)]


def _by_chance(units: list[_Unit], wanted: Sequence[int]) -> list[list[_Unit]]:
    """The large units first, each where most is missing; as many as are needed into empty parts."""
    units = sorted(units, key=lambda unit: (-len(unit.ids), unit.chance))
    total = sum(len(unit.ids) for unit in units)
    missing = [total * share for share in wanted]
    parts: list[list[_Unit]] = [[] for _ in wanted]
    for place, unit in enumerate(units):
        empty = [part for part, mine in enumerate(parts) if not mine]
        open_ = empty if len(units) - place <= len(empty) else range(len(parts))
        best = max(open_, key=lambda part: (missing[part], -part))
        parts[best].append(unit)
        missing[best] -= 100 * len(unit.ids)
    return parts


def _by_date(units: list[_Unit], wanted: Sequence[int]) -> list[list[_Unit]]:
    """Cut where the shares are met best, with something on each side of every cut."""
    upto = [0]
    for unit in units:
        upto.append(upto[-1] + len(unit.ids))
    cuts = [0]
    for place in range(1, len(wanted)):
        target = upto[-1] * sum(wanted[:place])
        open_ = range(cuts[-1] + 1, len(units) - (len(wanted) - place) + 1)
        cuts.append(min(open_, key=lambda cut, target=target: abs(100 * upto[cut] - target)))  # type: ignore[misc]
    cuts.append(len(units))
    return [units[start:end] for start, end in pairwise(cuts)]
