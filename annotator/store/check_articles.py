"""Looking for damage in articles and what lies over them. Reads, compares, counts; changes nothing.

What cannot be read is counted, and the rest is looked at.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import msgspec

from annotator.errors import EditRefused
from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Annotation, Entity, Quote, Relation
from annotator.model.article import Article, BadText, digest
from annotator.model.labels import LabelSet
from annotator.model.spans import BadSpan
from annotator.store.annotations import KINDS, BeyondText, Mismatch, Place, built, rows_of
from annotator.store.database import Database, Row
from annotator.store.findings import UNREADABLE, Finding, Tally
from annotator.store.words import Proof

Progress = Callable[[int, int], None]
"""Called with the number of articles looked at and the number of all."""


class _Layer(NamedTuple):
    place: Place
    stored: int


class Articles:
    """Walks over the articles and their layers, and tallies what is wrong."""

    def __init__(
        self,
        database: Database,
        labels: LabelSet | None,
        index: Proof | None,
        progress: Progress | None,
    ) -> None:
        """`labels` and `index` are None if they cannot be read, and are then not asked."""
        self._database = database
        self._labels = labels
        self._index = index
        self._progress = progress
        self._tally = Tally()

    def findings(self) -> list[Finding]:
        """Everything that is damaged in any article, after looking at all."""
        numbers = self._numbers()
        for done, number in enumerate(numbers, start=1):
            self._article(number)
            if self._progress is not None:
                self._progress(done, len(numbers))
        if self._index is not None and self._index.rest():
            said = "Articles that only the search index knows: {count}."
            self._tally.add(said, 0, count=self._index.rest())
        return self._tally.findings()

    def _numbers(self) -> list[int]:
        numbers: set[int] = set()
        for sql in ("SELECT number FROM article", "SELECT DISTINCT article FROM work"):
            try:
                numbers.update(number for (number,) in self._database.rows(sql))
            except UNREADABLE as error:
                self._tally.add(
                    "The list of articles cannot be read to its end: {reason}", 0, error
                )
        return sorted(numbers)

    def _article(self, number: int) -> None:
        sql = "SELECT id, sha256, length, title, meta, text FROM article WHERE number = ?"
        try:
            row = self._database.row(sql, (number,))
            layers = self._database.rows(
                "SELECT layer, annotations FROM work WHERE article = ?", (number,)
            )
        except UNREADABLE as error:
            text = "Articles that cannot be read: {count}, the first is article {article}: {reason}"
            self._tally.add(text, number, error)
            return
        if row is None:
            return  # The foreign keys have told.
        article = self._same_article(number, *row)
        self._indexed(number, row[-1])
        for layer, stored in layers:
            self._layer(_Layer(Place(number, layer), stored), row[-1], article)

    def _same_article(
        self, number: int, id: str, sha256: str, length: int, title: str, meta: str, text: str
    ) -> Article | None:
        """The article, if it can be believed."""
        if digest(text) != sha256 or len(text) != length:
            said = (
                "Texts that are not the ones that were imported: {count}, the first is article "
                "{article}."
            )
            self._tally.add(said, number)
        try:
            article = Article(id=id, text=text, meta=msgspec.json.decode(meta, type=dict))
        except (BadText, msgspec.DecodeError):
            article = None
        if article is not None and article.title == title:
            return article
        said = "Titles or metadata that are damaged: {count}, the first of article {article}."
        self._tally.add(said, number)
        return None

    def _indexed(self, number: int, text: str) -> None:
        if self._index is not None and not self._index.holds(number, text):
            said = (
                "Articles that the search index has otherwise: {count}, the first is article "
                "{article}. `annotator check --reindex` makes it anew."
            )
            self._tally.add(said, number)

    def _layer(self, layer: _Layer, text: str, article: Article | None) -> None:
        before = self._tally.total
        found = self._annotations(layer, text)
        if found is None:
            return
        number = layer.place.article
        self._references_of(number, found)
        self._labels_of(number, found)
        if len(found) != layer.stored and self._tally.total == before:
            said = (
                "Articles whose number of annotations is not the one that was counted: {count}, "
                "the first is article {article}."
            )
            self._tally.add(said, number)
        if article is not None and self._labels is not None and self._tally.total == before:
            self._rules(number, article, self._labels, found)

    def _annotations(self, layer: _Layer, text: str) -> list[Annotation] | None:
        """The annotations that can be believed; None if not even the rows can be read."""
        found: list[Annotation] = []
        for kind in KINDS:
            try:
                rows = rows_of(self._database, kind, layer.place)
            except UNREADABLE as error:
                said = (
                    "Articles whose annotations cannot be read: {count}, the first is article "
                    "{article}: {reason}"
                )
                self._tally.add(said, layer.place.article, error)
                return None
            for row in rows:
                self._annotation(layer.place.article, kind, row, text, found)
        return found

    def _annotation(
        self,
        article: int,
        kind: type[Annotation],
        row: Row,
        text: str,
        found: list[Annotation],
    ) -> None:
        try:
            found.append(built(kind, row, text))
        except BeyondText as error:
            said = (
                "Spans that reach beyond their text: {count}, the first in article {article}: "
                "{reason}"
            )
            self._tally.add(said, article, error)
        except Mismatch as error:
            said = (
                "Spans whose characters are not the ones that were marked: {count}, the first in "
                "article {article}: {reason}"
            )
            self._tally.add(said, article, error)
        except (BadSpan, msgspec.DecodeError) as error:
            said = (
                "Annotations that cannot be read: {count}, the first in article {article}: {reason}"
            )
            self._tally.add(said, article, error)

    def _references_of(self, article: int, found: list[Annotation]) -> None:
        ids = {one.id for one in found if not isinstance(one, Relation)}
        entities = {one.id for one in found if isinstance(one, Entity)}
        for one in found:
            if isinstance(one, Relation) and not {one.head, one.tail} <= ids:
                said = (
                    "Relations from or to something that is not there: {count}, the first in "
                    "article {article}: {reason}."
                )
                self._tally.add(said, article, one.id)
            elif isinstance(one, Quote) and one.speaker is not None and one.speaker not in entities:
                said = (
                    "Quotes whose speaker is not there: {count}, the first in article {article}: "
                    "{reason}."
                )
                self._tally.add(said, article, one.id)
        if len({one.id for one in found}) < len(found):
            said = (
                "Articles in which two annotations have the same identifier: {count}, the first is "
                "article {article}."
            )
            self._tally.add(said, article)

    def _labels_of(self, article: int, found: list[Annotation]) -> None:
        if self._labels is None:
            return
        look_up = {Entity: self._labels.entity, Relation: self._labels.relation}
        for one in found:
            if not isinstance(one, Quote) and look_up[type(one)](one.label) is None:
                said = (
                    "Annotations with a label that the label set does not have: {count}, the first "
                    "in article {article}: {reason}."
                )
                self._tally.add(said, article, one.label)

    def _rules(
        self, number: int, article: Article, labels: LabelSet, found: list[Annotation]
    ) -> None:
        """Whatever else the model does not admit."""
        try:
            AnnotatedArticle.build(article, labels, found)
        except EditRefused as error:
            said = (
                "Articles whose annotations break a rule: {count}, the first is article {article}: "
                "{reason}"
            )
            self._tally.add(said, number, error)
