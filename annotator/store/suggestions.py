"""Suggestions in the project: what models say of an article, and what people decided about it.

A model's annotations lie in a layer of their own, as a person's do; the table `suggested` says
which version of the model looked at an article last, and `decision` what a person made of which
suggestion. Decisions go with the history: what is undone is open again. A model that is run anew
replaces only what nobody decided.
"""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

import msgspec
from msgspec import Struct

from annotator.errors import EditRefused
from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import (
    Annotation,
    Entity,
    Quote,
    Relation,
    references,
    spans_of,
)
from annotator.model.article import Article
from annotator.model.edits import Edit
from annotator.model.labels import LabelSet
from annotator.model.suggestions import MODEL, Decision, ModelLayer, Verdict, score_of
from annotator.store import articles, work
from annotator.store.annotations import Place, counted, read_all, write_edit
from annotator.store.database import Database
from annotator.store.failures import Inconsistent, damaged
from annotator.store.findings import UNREADABLE, Finding

TABLE = "decision"

_decode = msgspec.json.Decoder(tuple[Decision, ...]).decode
_annotation = msgspec.json.Decoder(Annotation).decode
_encode = msgspec.json.encode


def create(connection: sqlite3.Connection) -> None:
    """Make the tables, and room for decisions in the history: a step of `schema`."""
    connection.execute(
        """CREATE TABLE suggested (
  article INTEGER NOT NULL,
  layer INTEGER NOT NULL,
  version TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (article, layer),
  FOREIGN KEY (article, layer) REFERENCES work
) STRICT, WITHOUT ROWID"""
    )
    # `layer` is the person's, `model` the layer of the suggestion `id`, which may be gone.
    connection.execute(
        """CREATE TABLE decision (
  article INTEGER NOT NULL,
  layer INTEGER NOT NULL,
  model INTEGER NOT NULL REFERENCES layer,
  id TEXT NOT NULL CHECK (id <> ''),
  verdict TEXT NOT NULL CHECK (verdict IN ('accepted', 'changed', 'rejected')),
  taken TEXT CHECK ((taken IS NULL) = (verdict = 'rejected')),
  version TEXT NOT NULL,
  score REAL NOT NULL CHECK (score BETWEEN 0 AND 1),
  label TEXT NOT NULL CHECK (label <> ''),
  surface TEXT NOT NULL,
  suggested TEXT NOT NULL CHECK (json_valid(suggested)),
  at TEXT NOT NULL,
  PRIMARY KEY (article, layer, model, id),
  FOREIGN KEY (article, layer) REFERENCES work
) STRICT, WITHOUT ROWID"""
    )
    connection.execute(
        "ALTER TABLE history ADD COLUMN decisions TEXT"
        " CHECK (decisions IS NULL OR json_valid(decisions))"
    )


class Decided(NamedTuple):
    """A decision as those who learn from it see it; `surface` is "" for a relation."""

    article: int
    model: str
    kind: str
    label: str
    surface: str
    verdict: Verdict
    score: float


class Origin(Struct, frozen=True):
    """Which suggestion a person's annotation came of."""

    model: str
    version: str
    score: float
    changed: bool


class Suggested:
    """The suggestions of a project. Articles go by number, layers by name, as in `Project`."""

    def __init__(self, database: Database, labels: LabelSet) -> None:
        """Made by `Project`."""
        self._database = database
        self._labels = labels

    def models(self) -> list[str]:
        """The layers of models, in order of creation."""
        return [name for name in work.layers(self._database) if name.startswith(MODEL)]

    def layers(self, number: int) -> list[ModelLayer]:
        """What every model suggests for an article, whether decided or not."""
        rows = self._database.rows(
            "SELECT layer.number, layer.name, coalesce(suggested.version, '') FROM layer"
            " JOIN work ON work.layer = layer.number AND work.article = ?"
            " LEFT JOIN suggested ON suggested.layer = layer.number AND suggested.article = ?"
            " WHERE layer.name GLOB ? AND work.annotations > 0 ORDER BY layer.number",
            (number, number, f"{MODEL}*"),
        )
        if not rows:
            return []
        text = articles.read(self._database, number).text
        return [
            ModelLayer(name, version, tuple(read_all(self._database, Place(number, layer), text)))
            for layer, name, version in rows
        ]

    def decisions(self, number: int, layer: str) -> list[Decision]:
        """What a person decided about the suggestions for an article."""
        rows = self._database.rows(
            "SELECT model.name, version, suggested, verdict, taken FROM decision"
            " JOIN layer ON layer.number = decision.layer"
            " JOIN layer AS model ON model.number = decision.model"
            " WHERE article = ? AND layer.name = ? ORDER BY decision.model, id",
            (number, layer),
        )
        return [
            Decision(
                model=model, version=version, suggested=self._read(number, suggested),
                verdict=verdict, taken=taken,
            )
            for model, version, suggested, verdict, taken in rows
        ]  # fmt: skip

    def _read(self, number: int, suggested: str) -> Annotation:
        try:
            return _annotation(suggested)  # type: ignore[no-any-return]
        except (msgspec.DecodeError, ValueError) as error:
            raise damaged(self._database.path, number, error) from error

    def all_decisions(self, layer: str) -> Iterator[Decided]:
        """Everything that a person decided, article by article."""
        yield from (
            Decided(*row)
            for row in self._database.each(
                "SELECT article, model.name, json_extract(suggested, '$.kind'), label, surface,"
                " verdict, score FROM decision"
                " JOIN layer ON layer.number = decision.layer"
                " JOIN layer AS model ON model.number = decision.model"
                " WHERE layer.name = ? ORDER BY article, decision.model, id",
                (layer,),
            )
        )

    def origin(self, number: int, layer: str, id: str) -> Origin | None:
        """Which suggestion the person's annotation `id` came of; None if it is their own."""
        row = self._database.row(
            "SELECT model.name, version, score, verdict = 'changed' FROM decision"
            " JOIN layer ON layer.number = decision.layer"
            " JOIN layer AS model ON model.number = decision.model"
            " WHERE article = ? AND layer.name = ? AND taken = ? ORDER BY score DESC LIMIT 1",
            (number, layer, id),
        )
        return None if row is None else Origin(row[0], row[1], row[2], bool(row[3]))

    def version(self, number: int, model: str) -> str | None:
        """Which version of the model looked at the article last; None: it never did."""
        found: str | None = self._database.value(
            "SELECT version FROM suggested JOIN layer ON layer.number = suggested.layer"
            " WHERE article = ? AND layer.name = ?",
            (number, model),
        )
        return found

    def replace(
        self, number: int, model: str, version: str, annotations: Sequence[Annotation]
    ) -> None:
        """Store what a version of the model says of the article.

        What it said before goes, but for what anybody decided about. `annotations` hold all that
        they refer to; `EditRefused` if they break a rule, and nothing is changed.
        """
        self.replace_many([(number, model, version, annotations)])

    def replace_many(self, found: Iterable[tuple[int, str, str, Sequence[Annotation]]]) -> None:
        """`replace` for many articles and models in one transaction, all or none."""
        with self._database.transaction():
            for number, layers in groupby(found, key=itemgetter(0)):
                article = articles.read(self._database, number)
                for _, model, version, annotations in layers:
                    place = Place(number, work.made_layer(self._database, model))
                    work.begin(self._database, place)
                    self._replace(place, article, annotations)
                    self._note(place, version)

    def _note(self, place: Place, version: str) -> None:
        sql = (
            "INSERT INTO suggested VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE"
            " SET version = excluded.version, at = excluded.at"
        )
        now = datetime.datetime.now(datetime.UTC).isoformat(timespec="milliseconds")
        self._database.run(sql, (*place, version, now))

    def _replace(self, place: Place, article: Article, annotations: Sequence[Annotation]) -> None:
        before = counted(self._database, place)
        # Mostly there is nothing yet; what was written is read back in any case.
        stored = read_all(self._database, place, article.text) if before else []
        decided = self._decided_ids(place) if before else set()
        # What is kept was admitted when it came; the label set cannot change since.
        kept = AnnotatedArticle.build(article, self._labels, _with_references(stored, decided))
        if len(kept):
            AnnotatedArticle.build(article, self._labels, annotations)
            kept = _renewed(kept, decided, annotations)
            after = _with_all_admitted(kept, _without_copies(annotations, kept))
        else:
            after = AnnotatedArticle.build(article, self._labels, annotations)
        removed = tuple(one for one in stored if after.get(one.id) != one)
        known = {one.id: one for one in stored}
        added = tuple(one for one in after.by_id.values() if known.get(one.id) != one)
        self._write(place, article.text, Edit(removed, added), after.by_id, before)

    def _verify(self, place: Place, text: str, meant: Mapping[str, Annotation]) -> None:
        """Read all of the layer back at once, which compares each surface with the text."""
        stored = {one.id: one for one in read_all(self._database, place, text)}
        if stored != meant:
            wrong = [id for id in {*stored, *meant} if stored.get(id) != meant.get(id)]
            raise Inconsistent(f"stored otherwise than meant: {place}, {sorted(wrong)[:5]}")

    def _write(
        self, place: Place, text: str, edit: Edit, meant: Mapping[str, Annotation], before: int
    ) -> None:
        """Carry the edit out on a layer of `before` annotations, which then is as `meant`."""
        if edit.removed == edit.added:
            return
        write_edit(self._database, place, text, edit)
        change = len(edit.added) - len(edit.removed)
        work.count_edit(self._database, place, change, before + change)
        self._verify(place, text, meant)

    def _decided_ids(self, place: Place) -> set[str]:
        sql = "SELECT id FROM decision WHERE article = ? AND model = ?"
        return {id for (id,) in self._database.rows(sql, place)}


def _with_references(stored: Sequence[Annotation], ids: set[str]) -> list[Annotation]:
    """The annotations with these ids, and all that they refer to."""
    by_id = {one.id: one for one in stored}
    wanted: set[str] = set()
    waiting = [id for id in ids if id in by_id]
    while waiting:
        id = waiting.pop()
        if id not in wanted:
            wanted.add(id)
            waiting.extend(references(by_id[id]))
    return [one for one in stored if one.id in wanted]


def _renewed(
    kept: AnnotatedArticle, decided: set[str], annotations: Iterable[Annotation]
) -> AnnotatedArticle:
    """What is kept, where nobody decided about it as it is said by now, if the rules allow that.

    That is what decisions refer to: a person may have given it another label since.
    """
    for one in annotations:
        before = kept.get(one.id)
        if before is not None and before != one and one.id not in decided:
            with suppress(EditRefused):
                kept = kept.apply(Edit((before,), (one,)))
    return kept


def _with_all_admitted(kept: AnnotatedArticle, new: Sequence[Annotation]) -> AnnotatedArticle:
    """What is kept with what is new; without what cannot be beside what is kept."""
    with suppress(EditRefused):
        return kept.apply(Edit(added=tuple(new)))
    for one in new:
        with suppress(EditRefused):
            kept = kept.apply(Edit(added=(one,)))
    return kept


def _without_copies(annotations: Sequence[Annotation], kept: AnnotatedArticle) -> list[Annotation]:
    """The annotations without those that say what is kept; what refers to them refers to that."""
    stands: dict[str, str] = {}
    new: list[Annotation] = []
    for kind in (Entity, Quote, Relation):
        for one in annotations:
            if not isinstance(one, kind) or one.id in kept:
                continue
            resolved = _referring(one, stands)
            same = kept.same(resolved)
            if same is None:
                new.append(resolved)
            else:
                stands[one.id] = same
    return new


def _referring(one: Annotation, stands: dict[str, str]) -> Annotation:
    if isinstance(one, Relation):
        head, tail = stands.get(one.head, one.head), stands.get(one.tail, one.tail)
        return msgspec.structs.replace(one, head=head, tail=tail)
    if isinstance(one, Quote) and one.speaker is not None:
        return msgspec.structs.replace(one, speaker=stands.get(one.speaker, one.speaker))
    return one


# Decisions, as the history carries them out


def decide(
    database: Database, place: Place, text: str, decided: Sequence[Decision], at: str
) -> None:
    """Store what a person decides on an article with this text. Call inside a transaction.

    `EditRefused` for what is decided already.
    """
    for one in decided:
        model = work.layer_number(database, one.model)
        if model is None:
            raise Inconsistent(f"decided about a layer that is not there: {one.model}")
        known = "SELECT 1 FROM decision WHERE article = ? AND layer = ? AND model = ? AND id = ?"
        if database.row(known, (*place, model, one.suggested.id)) is not None:
            raise EditRefused("It is decided already whether the suggestion holds.")
        database.run(
            f"INSERT INTO decision VALUES ({', '.join('?' * 12)})",
            (*place, model, *_row(one, text), at),
        )


def _row(one: Decision, text: str) -> tuple[object, ...]:
    spans = spans_of(one.suggested)
    surface = spans[0].surface(text) if spans else ""
    return (
        one.suggested.id, one.verdict, one.taken, one.version, score_of(one.suggested),
        one.suggested.label, surface, _encode(one.suggested).decode(),
    )  # fmt: skip


def reopen(database: Database, place: Place, decided: Iterable[Decision]) -> None:
    """Take back what was decided. Call inside a transaction."""
    for one in decided:
        gone = database.run(
            "DELETE FROM decision WHERE article = ? AND layer = ? AND id = ?"
            " AND model = (SELECT number FROM layer WHERE name = ?)",
            (*place, one.suggested.id, one.model),
        )
        if gone != 1:
            raise Inconsistent(f"a decision to take back is not stored: {one!r}")


def encoded(decided: Sequence[Decision]) -> str | None:
    """Decisions as an entry of the history holds them."""
    return _encode(list(decided)).decode() if decided else None


def decoded(database: Database, article: int, decisions: str | None) -> tuple[Decision, ...]:
    """What an entry of the history decided; `ProjectRefused` if it is damaged."""
    try:
        return _decode(decisions) if decisions else ()
    except (msgspec.DecodeError, ValueError) as error:
        raise damaged(database.path, article, error) from error


def check(database: Database) -> Iterator[Finding]:
    """Decisions that are damaged. A project of an older version has none."""
    if not database.rows("SELECT 1 FROM sqlite_schema WHERE name = ?", (TABLE,)):
        return
    bad, first = 0, 0
    for article, suggested in database.rows("SELECT article, suggested FROM decision"):
        try:
            _annotation(suggested)
        except (*UNREADABLE, msgspec.DecodeError, ValueError):
            bad, first = bad + 1, first or article
    if bad:
        text = (
            "Decisions about suggestions that are damaged: {count}, the first of article {article}."
        )
        yield Finding(text, {"count": bad, "article": first})
