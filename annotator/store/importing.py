"""Taking in records: one transaction for a whole import, in which a bad record fails alone.

Records have been checked against the model by the caller. Nothing stored is changed: what is there
already is compared, and what differs is refused for that record.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from annotator.errors import EditRefused, UserError
from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Annotation
from annotator.model.article import digest
from annotator.model.edits import Edit
from annotator.model.labels import LabelSet
from annotator.model.record import Record
from annotator.store import articles, history, listing, words, work
from annotator.store.annotations import Place, counted, insert_all, read_all
from annotator.store.database import Database


class Added(NamedTuple):
    """What a record brought: whether its article is new, and how many annotations."""

    article: bool
    annotations: int


class RecordRefused(UserError):
    """A record does not go with what is stored. The rest of the import goes on."""


_INDEXED_AT_ONCE = 256
_KEPT = "What is stored stays as it is; this row was left out."


@contextmanager
def importing(database: Database, labels: LabelSet, source: str) -> Iterator[Importing]:
    """All that is added in the block is stored at its end; nothing of it if the block raises."""
    with database.transaction():
        session = Importing(database, labels)
        yield session
        session.close(source)


class Importing:
    """An import that is going on. Use `importing`."""

    def __init__(self, database: Database, labels: LabelSet) -> None:
        self._database = database
        self._labels = labels
        self._layers: dict[str, int] = {}
        self._speller = words.Speller()
        self._unindexed: list[tuple[int, str]] = []
        self._articles = 0
        self._annotations = 0

    def add(self, record: Record) -> Added:
        """Store a record; `RecordRefused` if it does not go with what is stored."""
        try:
            with self._database.step():
                number, added = self._add(record)
        except UnicodeEncodeError as error:
            self._layers.clear()
            raise RecordRefused(
                "The row of article {id} has half a surrogate pair.",
                kept=_KEPT, id=ascii(record.article.id),
            ) from error  # fmt: skip
        except BaseException:
            # The layer that was made for this record is gone again.
            self._layers.clear()
            raise
        self._articles += added.article
        self._annotations += added.annotations
        if added.article:
            self._index(number, record.article.text)
        return added

    def _index(self, number: int, text: str) -> None:
        self._unindexed.append((number, self._speller.words(text)))
        if len(self._unindexed) >= _INDEXED_AT_ONCE:
            self._write_index()

    def _write_index(self) -> None:
        words.insert(self._database, self._unindexed)
        self._unindexed.clear()

    def _add(self, record: Record) -> tuple[int, Added]:
        """The number of the record's article, and what the record brought."""
        article, is_new = self._article(record)
        if record.layer is None:
            if record.annotations:
                raise ValueError("annotations without a layer")
            return article, Added(is_new, 0)
        place = Place(article, self._layer(record.layer))
        stored = [] if is_new else self._stored(place, record)
        new = self._new(record, stored)
        if new:
            insert_all(self._database, place, record.article.text, new)
        if new and not is_new:
            history.discard_undone(self._database, place)
        self._count(place, record, len(stored) + len(new))
        return article, Added(is_new, len(new))

    def _article(self, record: Record) -> tuple[int, bool]:
        """The number of the record's article, and whether it is new."""
        article = record.article
        sha256 = digest(article.text)
        known = self._database.row("SELECT number, sha256 FROM article WHERE id = ?", (article.id,))
        if known is None:
            number = articles.insert(self._database, article, sha256)
            listing.add(self._database, number, article)
            return number, True
        if known[1] != sha256:
            raise RecordRefused(
                "The article {id} is stored already, with another text.", kept=_KEPT, id=article.id
            )
        return known[0], False

    def _layer(self, name: str) -> int:
        number = self._layers.get(name)
        if number is None:
            number = self._layers[name] = work.made_layer(self._database, name)
        return number

    def _stored(self, place: Place, record: Record) -> list[Annotation]:
        if not counted(self._database, place):
            return []
        return read_all(self._database, place, record.article.text)

    def _new(self, record: Record, stored: Sequence[Annotation]) -> Sequence[Annotation]:
        """The annotations that are not there yet; refuses those that go against what is."""
        if not stored:
            return record.annotations
        known = {annotation.id: annotation for annotation in stored}
        for annotation in record.annotations:
            if known.get(annotation.id, annotation) != annotation:
                raise RecordRefused(
                    "The annotation {annotation} of article {id} is stored already, with other "
                    "content.",
                    kept=_KEPT, annotation=annotation.id, id=record.article.id,
                )  # fmt: skip
        new = tuple(annotation for annotation in record.annotations if annotation.id not in known)
        if new:
            self._check_union(record, stored, new)
        return new

    def _check_union(
        self, record: Record, stored: Sequence[Annotation], new: tuple[Annotation, ...]
    ) -> None:
        """Each side keeps the rules; see that both together do."""
        try:
            before = AnnotatedArticle.build(record.article, self._labels, stored)
            before.apply(Edit(added=new))
        except EditRefused as error:
            raise RecordRefused(
                "Article {id}: {reason}", kept=_KEPT, id=record.article.id, reason=error
            ) from error

    def _count(self, place: Place, record: Record, total: int) -> None:
        """Note the number of annotations; a status that somebody has set stays."""
        status = record.status or ("begun" if total else "new")
        self._database.run(
            "INSERT INTO work (article, layer, status, annotations) VALUES (?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET annotations = excluded.annotations,"
            " status = CASE status WHEN 'new' THEN excluded.status ELSE status END",
            (*place, status, total),
        )

    def close(self, source: str) -> None:
        """Note in the project what came in, and from where."""
        self._write_index()
        now = datetime.datetime.now(datetime.UTC).isoformat(timespec="milliseconds")
        self._database.run(
            "INSERT INTO import (at, source, articles, annotations) VALUES (?, ?, ?, ?)",
            (now, source, self._articles, self._annotations),
        )
