"""What a dataset card says of an export, gathered while the records pass on their way out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Any, NamedTuple

from annotator.formats import Feature, Loss
from annotator.formats.base import Format, WriteOptions
from annotator.formats.keeping import kept_records
from annotator.model.annotations import Entity, Quote
from annotator.model.record import Record
from annotator.quality.agreement import Agreement

KINDS = ("entities", "quotes", "relations")


class Counts:
    """What is in one part of an export: `kinds` has, for each kind, how often each label.

    `passed` are the records that were given, `rows` those of which the format keeps anything.
    `layers` has whose the given ones are, None where nobody has annotated, and `unfinished` how
    many of them somebody has begun and not marked as done.
    """

    def __init__(self) -> None:
        self.passed = 0
        self.rows = 0
        self.characters = 0
        self.kinds: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
        self.layers: Counter[str | None] = Counter()
        self.unfinished = 0
        self._ids: set[str] = set()

    @property
    def articles(self) -> int:
        """Articles: fewer than rows where several people have annotated one."""
        return len(self._ids)

    @property
    def labels(self) -> Counter[str]:
        """Annotations of all kinds by label."""
        return sum(self.kinds.values(), Counter())

    def add(self, record: Record) -> None:
        """Count a record."""
        self.rows += 1
        if record.article.id not in self._ids:
            self._ids.add(record.article.id)
            self.characters += len(record.article.text)
        for one in record.annotations:
            kind = 0 if isinstance(one, Entity) else 1 if isinstance(one, Quote) else 2
            self.kinds[KINDS[kind]][one.label] += 1

    def take_note(self, record: Record) -> None:
        """Count what is given, whatever of it the format keeps."""
        self.passed += 1
        self.layers[record.layer] += 1
        self.unfinished += record.layer is not None and record.status != "done"

    def told(self) -> dict[str, Any]:
        """The counts as the card has them for programs, in an order that is always the same."""
        kinds = {kind: dict(sorted(found.items())) for kind, found in self.kinds.items()}
        return {
            "articles": self.articles,
            "rows": self.rows,
            "characters": self.characters,
            **kinds,
        }


class Pair(NamedTuple):
    """Two people and how far they agree on the articles that both have done."""

    one: str
    other: str
    agreement: Agreement


class Gathering:
    """Counts each part, as far as the format carries it, and compares those who did one article."""

    def __init__(self, format: Format, options: WriteOptions) -> None:
        self.parts: dict[str, Counts] = {}
        self._keeping = format.keeping(options)
        self._lost: Counter[Feature] = Counter()
        self._pairs: dict[tuple[str, str], Agreement] = {}

    def passing(self, part: str, records: Iterable[Record]) -> Iterator[Record]:
        """The same records, taken note of."""
        counts = self.parts.setdefault(part, Counts())
        together: list[Record] = []
        for record in records:
            counts.take_note(record)
            for kept in kept_records([record], self._keeping, self._lost):
                counts.add(kept)
            if together and together[0].article.id == record.article.id:
                self._lost[Feature.LAYERS] += Feature.LAYERS not in self._keeping.carried
            if together and together[0].article.id != record.article.id:
                self._compare(together)
                together.clear()
            together.append(record)
            yield record
        self._compare(together)

    def _compare(self, records: list[Record]) -> None:
        done = [one for one in records if one.layer is not None and one.status == "done"]
        for one, other in combinations(sorted(done, key=lambda one: one.layer or ""), 2):
            names = (one.layer or "", other.layer or "")
            self._pairs.setdefault(names, Agreement()).add(one, other)

    @property
    def lost(self) -> tuple[Loss, ...]:
        """What the format had no place for."""
        return tuple(Loss(one, self._lost[one]) for one in Feature if self._lost[one])

    @property
    def pairs(self) -> list[Pair]:
        """Who has done the same articles, in the order of their names."""
        return [Pair(*names, found) for names, found in sorted(self._pairs.items())]
