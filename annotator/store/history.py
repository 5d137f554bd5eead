"""Edits: carried out in one transaction, kept for ever, taken back and done again.

An entry is done, undone, or discarded (undone, and then something else was done). Edits of one
batch, over however many articles, always share a state. Entries are never deleted: they are the
audit of who changed what, and when.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Literal, NamedTuple

import msgspec

from annotator.errors import EditRefused
from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Annotation
from annotator.model.edits import Edit
from annotator.model.labels import LabelSet
from annotator.model.suggestions import Decision
from annotator.store import articles, suggestions, work
from annotator.store.annotations import Place, read_all, verify_edit, write_edit
from annotator.store.database import Database, Row
from annotator.store.failures import Inconsistent, damaged

_decode = msgspec.json.Decoder(tuple[Annotation, ...]).decode


class Batch(NamedTuple):
    """What one undo or redo takes back or does again: an edit, or several under one batch id."""

    id: str | None
    articles: tuple[int, ...]


class Entry(NamedTuple):
    """An entry of the history; times are UTC, as ISO 8601 writes them."""

    number: int
    article: int
    layer: str
    at: str
    state: Literal["done", "undone", "discarded"]
    since: str
    batch: str | None
    edit: Edit


class _Step(NamedTuple):
    number: int
    place: Place
    batch: str | None
    removed: str
    added: str
    decisions: str | None


def load(database: Database, labels: LabelSet, place: Place) -> AnnotatedArticle:
    """The article with the layer's annotations; `ProjectRefused` if what is stored is damaged."""
    article = articles.read(database, place.article)
    stored = read_all(database, place, article.text)
    try:
        return AnnotatedArticle.build(article, labels, stored)
    except EditRefused as error:
        raise damaged(database.path, place.article, error) from error


def apply(
    database: Database, place: Place, before: AnnotatedArticle, edit: Edit, batch: str | None,
    decided: tuple[Decision, ...] = (),
) -> AnnotatedArticle:  # fmt: skip
    """The article after the edit, which is stored by then, with what was decided about suggestions.

    Call inside a transaction.
    """
    after = before.apply(edit)
    work.begin(database, place)
    _carry_out(database, place, after, edit)
    now = _now()
    suggestions.decide(database, place, after.text, decided, now)
    discard_undone(database, place)
    database.run(
        "INSERT INTO history (article, layer, at, state, since, batch, removed, added, decisions)"
        " VALUES (?, ?, ?, 'done', ?, ?, ?, ?, ?)",
        (*place, now, now, batch, _json(edit.removed), _json(edit.added),
         suggestions.encoded(decided)),
    )  # fmt: skip
    return after


def _carry_out(database: Database, place: Place, after: AnnotatedArticle, edit: Edit) -> None:
    """Write what the edit changes, and prove it by reading it back."""
    sql = "SELECT id, length FROM article WHERE number = ?"
    if database.row(sql, (place.article,)) != (after.article.id, len(after.text)):
        raise Inconsistent(f"article {place.article} is not {after.article.id}")
    write_edit(database, place, after.text, edit)
    work.count_edit(database, place, len(edit.added) - len(edit.removed), len(after))
    verify_edit(database, place, after.text, edit)


def discard_undone(database: Database, place: Place) -> None:
    """What was undone here can no longer be done again, with the batches it belongs to."""
    undone = "FROM history WHERE article = ? AND layer = ? AND state = 'undone'"
    batches = [row[0] for row in database.rows(f"SELECT DISTINCT batch {undone}", place)]
    if not batches:
        return
    now = _now()
    change = "UPDATE history SET state = 'discarded', since = ? WHERE"
    for batch in batches:
        if batch is not None:
            database.run(f"{change} batch = ? AND state = 'undone'", (now, batch))
    database.run(f"{change} article = ? AND layer = ? AND state = 'undone'", (now, *place))


# Back and forth


def undo(
    database: Database, labels: LabelSet, place: Place, before: AnnotatedArticle
) -> tuple[AnnotatedArticle, Edit] | None:
    """Take back the last edit here, with its whole batch. Call inside a transaction."""
    return _move(database, labels, place, before, _next(database, place, "done"), back=True)


def redo(
    database: Database, labels: LabelSet, place: Place, before: AnnotatedArticle
) -> tuple[AnnotatedArticle, Edit] | None:
    """Do again what was undone last, with its whole batch. Call inside a transaction."""
    return _move(database, labels, place, before, _next(database, place, "undone"), back=False)


def _move(
    database: Database, labels: LabelSet, place: Place, before: AnnotatedArticle,
    steps: list[_Step], *, back: bool,
) -> tuple[AnnotatedArticle, Edit] | None:  # fmt: skip
    """Carry out the steps; answers what became of the article at `place`, and by which edit."""
    here, done = before, Edit()
    for step in steps:
        if step.place == place:
            here, edit = _move_one(database, step, here, back=back)
            done = joined(done, edit)
        else:
            _move_elsewhere(database, labels, step, back=back)
    return (here, done) if steps else None


def _move_elsewhere(database: Database, labels: LabelSet, step: _Step, *, back: bool) -> None:
    """Move a step of the same batch in another article."""
    try:
        _move_one(database, step, load(database, labels, step.place), back=back)
    except EditRefused as error:
        raise EditRefused(
            "Article {article}: {reason}", article=step.place.article, reason=error
        ) from error


def _move_one(
    database: Database, step: _Step, before: AnnotatedArticle, *, back: bool
) -> tuple[AnnotatedArticle, Edit]:
    edit = _edit(database, step.place.article, step.removed, step.added)
    edit = edit.inverse() if back else edit
    after = before.apply(edit)
    _carry_out(database, step.place, after, edit)
    _move_decisions(database, step, after.text, back=back)
    state = "undone" if back else "done"
    sql = "UPDATE history SET state = ?, since = ? WHERE number = ?"
    database.run(sql, (state, _now(), step.number))
    return after, edit


def _move_decisions(database: Database, step: _Step, text: str, *, back: bool) -> None:
    """What the step decided about suggestions is open again, or decided again."""
    decided = suggestions.decoded(database, step.place.article, step.decisions)
    if back:
        suggestions.reopen(database, step.place, decided)
    else:
        suggestions.decide(database, step.place, text, decided, _now())


def joined(first: Edit, second: Edit) -> Edit:
    """The one edit that does what two do one after the other."""
    passing = [one for one in first.added if one in second.removed]
    return Edit(
        removed=(*first.removed, *(one for one in second.removed if one not in passing)),
        added=(*(one for one in first.added if one not in passing), *second.added),
    )


def next_batch(database: Database, place: Place, state: Literal["done", "undone"]) -> Batch | None:
    """What `undo` ("done") or `redo` ("undone") would move; None if there is nothing."""
    steps = _next(database, place, state)
    if not steps:
        return None
    changing = (step for step in steps if step.removed != step.added or step.decisions)
    return Batch(steps[0].batch, tuple(sorted({step.place.article for step in changing})))


def can_move(database: Database, place: Place, state: Literal["done", "undone"]) -> bool:
    """Whether there is anything to undo ("done") or to do again ("undone")."""
    sql = "SELECT 1 FROM history WHERE article = ? AND layer = ? AND state = ? LIMIT 1"
    return database.row(sql, (*place, state)) is not None


_STEP = "SELECT number, article, layer, batch, removed, added, decisions FROM history WHERE"


def _next(database: Database, place: Place, state: Literal["done", "undone"]) -> list[_Step]:
    """The steps that belong together and come next, in the order in which to move them."""
    order = "ORDER BY number DESC" if state == "done" else "ORDER BY number"
    first = _steps(
        database.rows(
            f"{_STEP} article = ? AND layer = ? AND state = ? {order} LIMIT 1", (*place, state)
        )
    )
    if not first or first[0].batch is None:
        return first
    rows = database.rows(f"{_STEP} batch = ? AND state = ? {order}", (first[0].batch, state))
    return _steps(rows)


def _steps(rows: Iterable[Row]) -> list[_Step]:
    return [_Step(row[0], Place(row[1], row[2]), *row[3:]) for row in rows]


def entries(database: Database, place: Place) -> list[Entry]:
    """The whole history of a layer over an article, the oldest entry first."""
    rows = database.rows(
        "SELECT history.number, article, layer.name, at, state, since, batch, removed, added"
        " FROM history JOIN layer ON layer.number = layer"
        " WHERE article = ? AND layer = ? ORDER BY history.number",
        place,
    )
    return [
        Entry(*facts, _edit(database, place.article, removed, added))  # type: ignore[call-arg]
        for *facts, removed, added in rows
    ]


def _edit(database: Database, article: int, removed: str, added: str) -> Edit:
    try:
        return Edit(removed=_decode(removed), added=_decode(added))
    except (msgspec.DecodeError, ValueError) as error:
        raise damaged(database.path, article, error) from error


def is_readable(annotations: str) -> bool:
    """Whether this is a list of annotations as an entry holds it."""
    try:
        _decode(annotations)
    except (msgspec.DecodeError, ValueError):
        return False
    return True


def _json(annotations: tuple[Annotation, ...]) -> str:
    return msgspec.json.encode(annotations).decode()


def _now() -> str:
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="milliseconds")
