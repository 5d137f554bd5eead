"""Looking for damage: every stored thing is read, compared and counted. Nothing is ever changed.

Works on a damaged file as far as it can be read: what cannot is counted, and the rest is looked at.
A finding is a sentence with counts and a first example, made of a template and values like the
messages of `UserError`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec import Struct

from annotator.errors import EditRefused, UserError
from annotator.model import labelfile
from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Annotation, Entity, Quote, Relation
from annotator.model.article import STATUSES, Article, BadText, digest
from annotator.model.labels import LabelSet
from annotator.model.spans import BadSpan
from annotator.store import history, opening
from annotator.store.annotations import KINDS, BeyondText, Mismatch, Place, built, rows_of
from annotator.store.database import Database, Row
from annotator.store.failures import FAILURES

Progress = Callable[[int, int], None]
"""Called with the number of articles looked at and the number of all."""

_UNREADABLE = (*FAILURES, UserError)


class Finding(Struct, frozen=True):
    """Something damaged: a template for `str.format`, and the values for it."""

    text: str
    values: dict[str, object]

    def say(self, translate: Callable[[str], str] = str) -> str:
        """The sentence, its template translated first."""
        return translate(self.text).format(**self.values)

    def __str__(self) -> str:
        return self.say()


def examine(path: Path, progress: Progress | None = None) -> list[Finding]:
    """Everything that is damaged in a file that need not be fit for opening.

    `ProjectRefused` if it is no project file, or open elsewhere.
    """
    database, unfinished, missing = opening.look_into(path)
    found = []
    if unfinished:
        found.append(
            Finding("An action was not finished; the next opening of the project undoes it.", {})
        )
    if missing:
        text = "The file is cut off: {size} of {expected} bytes are there."
        found.append(Finding(text, {"size": missing[0], "expected": missing[1]}))
    try:
        return found + check(database, progress)
    finally:
        opening.close(database)


def check(database: Database, progress: Progress | None = None) -> list[Finding]:
    """Everything that is damaged; empty if nothing is."""
    try:
        database.rows("SELECT name FROM sqlite_schema")
    except _UNREADABLE as error:
        return [Finding("The file cannot be read: {reason}", {"reason": str(error)})]
    found: list[Finding] = []
    for examine in (_pages, _references, _labels, _memory, _work, _history):
        try:
            found.extend(examine(database))
        except _UNREADABLE as error:
            found.append(Finding("A part of the file cannot be read: {reason}", _why(error)))
    found.extend(_Articles(database, progress).findings())
    return list({finding.say(): finding for finding in found}.values())


def _why(error: Exception) -> dict[str, object]:
    return {"reason": str(error)}


# The file as a whole


def _pages(database: Database) -> Iterator[Finding]:
    try:
        problems = [str(line) for (line,) in database.rows("PRAGMA quick_check(100)")]
    except _UNREADABLE as error:
        yield Finding("The file is damaged inside: {reason}", _why(error))
        return
    if problems != ["ok"]:
        yield Finding(
            "The file is damaged inside; problems: {count}, the first: {first}.",
            {"count": len(problems), "first": " ".join(problems[0].split())},
        )


def _references(database: Database) -> Iterator[Finding]:
    counts: dict[tuple[str, str], int] = {}
    for table, _, parent, _ in database.rows("PRAGMA foreign_key_check"):
        counts[table, parent] = counts.get((table, parent), 0) + 1
    for (table, parent), count in counts.items():
        yield Finding(
            "Rows in the table {table} that belong to nothing in {parent}: {count}.",
            {"table": table, "parent": parent, "count": count},
        )


def _labels(database: Database) -> Iterator[Finding]:
    source = database.value("SELECT source FROM labels")
    if source is None:
        yield Finding("The project has no label set.", {})
        return
    try:
        labelfile.parse(source, str(database.path))
    except UserError as error:
        yield Finding("The label set cannot be read: {reason}", _why(error))


def _memory(database: Database) -> Iterator[Finding]:
    bad = [
        key for key, value in database.rows("SELECT key, value FROM memory") if not _is_json(value)
    ]
    if bad:
        text = "Remembered values that cannot be read: {count}, the first is {key}."
        yield Finding(text, {"count": len(bad), "key": bad[0]})


def _is_json(value: str) -> bool:
    try:
        msgspec.json.decode(value)
    except msgspec.DecodeError:
        return False
    return True


def _work(database: Database) -> Iterator[Finding]:
    # SQLite looks at CHECKs only in files that are open for writing.
    count, article = database.rows(
        "SELECT count(*), min(article) FROM work WHERE place < 0 OR annotations < 0 "
        f"OR status NOT IN ({', '.join('?' * len(STATUSES))})",
        STATUSES,
    )[0]
    if count:
        text = "Statuses that are damaged: {count}, the first of article {article}."
        yield Finding(text, {"count": count, "article": article})


def _history(database: Database) -> Iterator[Finding]:
    tally = _Tally()
    last = 0
    while rows := database.rows(
        "SELECT number, article, removed, added FROM history WHERE number > ? "
        "ORDER BY number LIMIT 100",
        (last,),
    ):
        for _, article, removed, added in rows:
            if not (history.is_readable(removed) and history.is_readable(added)):
                tally.add(
                    "Entries of the history that cannot be read: {count}, the first of article "
                    "{article}.", article,
                )  # fmt: skip
        last = rows[-1][0]
    yield from tally.findings()


# Articles and what lies over them


class _Tally:
    """Counts by sentence, with the article and the reason that were found first."""

    def __init__(self) -> None:
        self._found: dict[str, dict[str, object]] = {}
        self.total = 0

    def add(self, text: str, article: int, reason: object = "", count: int = 1) -> None:
        first: dict[str, object] = {"count": 0, "article": article, "reason": str(reason)}
        values = self._found.setdefault(text, first)
        values["count"] = int(str(values["count"])) + count
        self.total += count

    def findings(self) -> list[Finding]:
        return [Finding(text, values) for text, values in self._found.items()]


class _Layer(NamedTuple):
    place: Place
    stored: int


class _Articles:
    """Walks over the articles and their layers, and tallies what is wrong."""

    def __init__(self, database: Database, progress: Progress | None) -> None:
        self._database = database
        self._progress = progress
        self._tally = _Tally()
        self._labels: LabelSet | None = None

    def findings(self) -> list[Finding]:
        self._labels = self._label_set()
        numbers = self._numbers()
        for done, number in enumerate(numbers, start=1):
            self._article(number)
            if self._progress is not None:
                self._progress(done, len(numbers))
        return self._tally.findings()

    def _label_set(self) -> LabelSet | None:
        try:
            source = self._database.value("SELECT source FROM labels")
            return labelfile.parse(source or "", "")
        except _UNREADABLE:
            return None  # `_labels` has said so.

    def _numbers(self) -> list[int]:
        numbers: set[int] = set()
        for sql in ("SELECT number FROM article", "SELECT DISTINCT article FROM work"):
            try:
                numbers.update(number for (number,) in self._database.rows(sql))
            except _UNREADABLE as error:
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
        except _UNREADABLE as error:
            text = "Articles that cannot be read: {count}, the first is article {article}: {reason}"
            self._tally.add(text, number, error)
            return
        if row is None:
            return  # The foreign keys have told.
        article = self._same_article(number, *row)
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
            if article.title == title:
                return article
        except (BadText, msgspec.DecodeError):
            pass  # Said below.
        said = "Titles or metadata that are damaged: {count}, the first of article {article}."
        self._tally.add(said, number)
        return None

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
            except _UNREADABLE as error:
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
