"""Prodigy: JSON lines of tasks with tokens, spans and relations; `token_end` is included.

Prodigy hands on keys that it does not know, so ids, attributes and notes stand beside its own. Its
offsets are Python's; a file whose tokens say otherwise is read as they say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from msgspec import Struct

from annotator.errors import UserError
from annotator.formats import plain
from annotator.formats.base import Confidence, Item, Piece, Remark, Unit, WriteOptions, shown
from annotator.formats.lines import first_rows, json_pieces, json_rows, loaded_rows
from annotator.formats.linked import (
    Link,
    Mark,
    converted,
    flattened,
    gathered,
    place_in,
    refuse_other_surface,
)
from annotator.formats.sources import Source
from annotator.formats.spacing import Piece as Token
from annotator.formats.spacing import all_spans, pieces, reach
from annotator.formats.units import Fitting, Sample, may_be_wide, settled
from annotator.model.article import Status
from annotator.model.record import Record

_ANSWERS: dict[Status, str] = {"done": "accept", "skipped": "ignore"}
_STATUSES = {answer: status for status, answer in _ANSWERS.items()}
_MACHINERY = (
    "answer", "status", "tokens", "spans", "relations", "article_id", "id", "config", "options",
    "versions", "view_id",
)  # fmt: skip


class SpanRow(Struct, kw_only=True):
    """A span. Prodigy's own are `start`, `end`, `token_start`, `token_end` and `label`."""

    start: int
    end: int
    label: str | None = None
    token_end: int | None = None
    text: str | None = None
    id: str | int | None = None
    attributes: dict[str, str | bool | int | float] | None = None
    note: str | None = None


class RelationRow(Struct, kw_only=True):
    """A relation from `head` to `child`: the last tokens of their spans, if those are not there."""

    head: int | None = None
    child: int | None = None
    label: str
    head_span: SpanRow | None = None
    child_span: SpanRow | None = None
    id: str | int | None = None
    attributes: dict[str, str | bool | int | float] | None = None
    note: str | None = None


class TaskRow(Struct, kw_only=True):
    """What is read of a task, apart from what goes to the metadata."""

    text: str
    label: str | None = None
    spans: list[SpanRow] | None = None
    relations: list[RelationRow] | None = None
    answer: str | None = None
    article_id: str | None = None
    status: Status | None = None
    meta: dict[str, Any] | None = None
    annotator: str | None = None


class TokenRow(Struct, kw_only=True):
    """A token, by which the unit of offsets can be told."""

    text: str
    start: int
    end: int


def recognises(source: Source) -> Confidence:
    """Surely where one of the first rows has what only Prodigy writes."""
    return 2 if any(_is_task(row) for row in first_rows(source)) else 0


def _is_task(row: Any) -> bool:
    if not isinstance(row, dict) or "text" not in row or "format" in row:
        return False
    spans = row.get("spans")
    has_spans = isinstance(spans, list) and all(
        isinstance(one, dict) and {"start", "end"} <= one.keys() for one in spans
    )
    return has_spans and ("tokens" in row or "answer" in row or "_input_hash" in row or bool(spans))


def read(source: Source) -> Iterator[Item]:
    """The records of a file, and the rows that are no good."""
    unit, remark = settled(_fitting(source), source.options.unit, "codepoint")
    if remark:
        yield remark
    remarks: list[Remark] = []
    for item in json_rows(source, lambda row, lines: _record(row, unit, lines.number, remarks)):
        yield item
        yield from remarks
        remarks.clear()


def _fitting(source: Source) -> Fitting:
    fitting = Fitting(("codepoint", "utf16"))
    if source.options.unit is None:
        for row in loaded_rows(source, may_be_wide):
            try:
                text = converted(row["text"], str, "Prodigy")
                if not fitting.differ(text):
                    continue
                tokens = converted(row.get("tokens") or [], list[TokenRow], "Prodigy")
            except (UserError, AttributeError, KeyError, TypeError):
                continue  # The row will be told when it is read, if its tokens matter at all.
            fitting.see(text, [Sample(one.start, one.end, one.text) for one in tokens])
    return fitting


def _record(loaded: Any, unit: Unit, line: int, remarks: list[Remark]) -> Record:
    if not isinstance(loaded, dict):
        raise UserError("The row is no JSON object.", hint="Each line needs the form {{…}}.")
    annotator = loaded.get("_annotator_id") or loaded.get("_session_id")
    task = converted({**loaded, "annotator": annotator}, TaskRow, "Prodigy")
    article = plain.article({
        **{key: value for key, value in loaded.items()
           if key not in _MACHINERY and not key.startswith("_")},
        "id": task.article_id,
    })  # fmt: skip
    status = task.status if task.answer is None else _STATUSES.get(task.answer)
    refused = task.answer == "reject"
    if refused:
        text = "Rejected in Prodigy: the article comes in without its annotations."
        remarks.append(Remark(text, line=line))
    annotations = () if refused else _annotations(task, article.id, unit, line, remarks)
    return Record(
        article=article, layer=task.annotator or None, status=status, annotations=annotations
    )


def _annotations(
    task: TaskRow, article: str, unit: Unit, line: int, remarks: list[Remark]
) -> tuple[Any, ...]:
    place = place_in(task.text, unit)
    spans = task.spans or []
    marks = [_mark(one, number, task, place) for number, one in enumerate(spans)]
    ends = _Ends(spans, marks)
    links = []
    for number, one in enumerate(task.relations or []):
        if ends.are_bare(one):
            text = "A relation of words that are not marked is left out: {label}."
            remarks.append(Remark(text, {"label": shown(one.label)}, line))
        else:
            links.append(_link(one, number, ends))
    return gathered(article, marks, links)


def _mark(
    one: SpanRow, number: int, task: TaskRow, place: Callable[[int, int], tuple[int, int]]
) -> Mark:
    start, end = place(one.start, one.end)
    refuse_other_surface(task.text, start, end, one.text)
    label = one.label or task.label  # a question about one label has it beside its only span
    if not label:
        raise UserError("A span has no label.")
    key = one.id if isinstance(one.id, str) else f"#{number}"
    id = one.id if isinstance(one.id, str) else None
    return Mark(key, label, start, end, id, one.attributes or {}, one.note)


class _Ends:
    """Finds the marks that relations refer to: by id, by place and label, or by token."""

    def __init__(self, spans: Sequence[SpanRow], marks: Sequence[Mark]) -> None:
        self._ids = {mark.id: mark.key for mark in marks if mark.id is not None}
        pairs = list(zip(spans, marks, strict=True))
        self._places = {(one.start, one.end, one.label): mark.key for one, mark in pairs}
        self._tokens: dict[int, list[str]] = {}
        for one, mark in pairs:
            if one.token_end is not None:
                self._tokens.setdefault(one.token_end, []).append(mark.key)

    def are_bare(self, relation: RelationRow) -> bool:
        """Whether an end of a relation is, as the file says itself, no span with a label."""
        ends = ((relation.head_span, relation.head), (relation.child_span, relation.child))
        return any(
            span is not None and not span.label and token not in self._tokens
            for span, token in ends
        )

    def find(self, span: SpanRow | None, token: int | None) -> str:
        if span is not None and span.id in self._ids:
            return self._ids[span.id]
        if span is not None and (span.start, span.end, span.label) in self._places:
            return self._places[span.start, span.end, span.label]
        there = self._tokens.get(-1 if token is None else token, [])
        if len(there) != 1:
            raise UserError("A relation links tokens that are not the end of exactly one span.")
        return there[0]


def _link(one: RelationRow, number: int, ends: _Ends) -> Link:
    return Link(
        f"#{number}", one.label,
        ends.find(one.head_span, one.head), ends.find(one.child_span, one.child),
        one.id if isinstance(one.id, str) else None, one.attributes or {}, one.note,
    )  # fmt: skip


# Writing


def write(records: Iterable[Record], options: WriteOptions) -> Iterator[Piece]:
    """One task a line."""
    return json_pieces(_task(record, cut=options.clitics == "split") for record in records)


def _task(record: Record, *, cut: bool) -> dict[str, Any]:
    text = record.article.text
    found = pieces(text, all_spans(record.annotations), cut=cut)
    marks, links = flattened(record.annotations)
    spans = {one.key: _span_row(one, text, found) for one in marks}
    row: dict[str, Any] = {
        "text": text,
        "tokens": [_token_row(text, number, one) for number, one in enumerate(found)],
        "spans": list(spans.values()),
        "relations": [_relation_row(one, spans) for one in links],
        "meta": record.article.meta,
        "article_id": record.article.id,
    }
    if record.layer is not None:
        row["_annotator_id"] = record.layer
    if record.status in _ANSWERS:
        row["answer"] = _ANSWERS[record.status]
    elif record.status is not None:
        row["status"] = record.status
    return row


def _token_row(text: str, number: int, token: Token) -> dict[str, Any]:
    start, end, space = token
    return {"text": text[start:end], "start": start, "end": end, "id": number, "ws": space}


def _span_row(mark: Mark, text: str, found: Sequence[Token]) -> dict[str, Any]:
    first, last = reach((mark.start, mark.end), found)
    return {
        "start": mark.start, "end": mark.end, "token_start": first, "token_end": last,
        "label": mark.label, "text": text[mark.start : mark.end], "id": mark.key,
        **_more(mark),
    }  # fmt: skip


def _relation_row(link: Link, spans: dict[str, dict[str, Any]]) -> dict[str, Any]:
    head, child = spans[link.head], spans[link.tail]
    return {
        "head": head["token_end"], "child": child["token_end"],
        "head_span": _short(head), "child_span": _short(child),
        "label": link.label, "id": link.key, **_more(link),
    }  # fmt: skip


def _short(span: dict[str, Any]) -> dict[str, Any]:
    keys = ("start", "end", "token_start", "token_end", "label", "id")
    return {key: span[key] for key in keys}


def _more(one: Mark | Link) -> dict[str, Any]:
    """What Prodigy has no place for, and hands on; nothing where there is nothing."""
    more: dict[str, Any] = {}
    if one.attributes:
        more["attributes"] = one.attributes
    if one.note is not None:
        more["note"] = one.note
    return more
