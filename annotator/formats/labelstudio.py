"""Label Studio: a JSON array of tasks with annotations, predictions and relations.

It is written as a folder with the labelling configuration that the tasks need. Offsets count UTF-16
units, as browsers do; predictions that were made elsewhere sometimes do not, which their surfaces
tell. Each annotation and each prediction of a task is one author's; predictions are the layers of
models, `model:` and the version that Label Studio gives. The tasks are made in
`labelstudio_writing`, other shapes of them understood in `labelstudio_shapes`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from msgspec import Struct

from annotator.errors import UserError
from annotator.formats import plain
from annotator.formats.arrays import Value, array_pieces, values
from annotator.formats.base import (
    Accepted,
    Confidence,
    Item,
    Piece,
    Rejected,
    Remark,
    Unit,
    WriteOptions,
    shown,
)
from annotator.formats.labelconfig import configuration
from annotator.formats.labelstudio_shapes import as_task, is_short, said_of_regions
from annotator.formats.labelstudio_writing import tasks
from annotator.formats.lines import first_rows, loaded_rows
from annotator.formats.linked import Link, Mark, converted, gathered, place_in
from annotator.formats.sources import Source
from annotator.formats.units import Fitting, Sample, may_be_wide, settled
from annotator.model.article import Article, Status
from annotator.model.record import Record
from annotator.model.suggestions import MODEL, SCORE, is_model

UNNAMED = "relation"
"""The label of a relation that was drawn and not labelled: to be mapped, as foreign ones are."""
TASKS, CONFIGURATION = "tasks.json", "labelling.xml"
_Attributes = dict[str, str | bool | int | float]
_NOT_SAID: Any = msgspec.UNSET


class Region(Struct, kw_only=True):
    """A result that is a stretch of text."""

    start: int
    end: int
    text: str | None = None
    labels: list[str] = []


class Result(Struct, kw_only=True):
    """One result; `meta.text` is what Label Studio calls the notes of a region."""

    type: str
    id: str | None = None
    from_name: str | None = None
    value: dict[str, Any] = {}
    meta: dict[str, Any] | None = None
    from_id: str | None = None
    to_id: str | None = None
    direction: str | None = None
    labels: list[str] | None = None
    attributes: _Attributes | None = None
    note: str | None = None
    score: float | None = None


class Annotation(Struct, kw_only=True):
    """What one person, or one model, has to say of a task; `author` and `status` are our own."""

    result: list[Result] = []
    was_cancelled: bool | None = None
    completed_by: int | dict[str, Any] | None = None
    model_version: str | None = None
    author: str | None = None
    status: Status | msgspec.UnsetType | None = _NOT_SAID


class Task(Struct, kw_only=True):
    """A text with everything that was said of it."""

    data: dict[str, Any]
    annotations: list[Annotation] = []
    predictions: list[Annotation] = []


def recognises(source: Source) -> Confidence:
    """Surely where a task is at the beginning of the file, or of one in the folder."""
    members = [source.inside(one) for one in _members(source)] if source.has_members else [source]
    return 2 if any(map(_has_tasks, members[:20])) else 0


def _has_tasks(source: Source) -> bool:
    return _begins_with_task(source.beginning()) or any(map(_is_bare, first_rows(source, 1)))


def _is_bare(row: Any) -> bool:
    """Whether a row is a task that nobody has annotated, or one of JSON-MIN."""
    return is_short(row) or (isinstance(row, dict) and isinstance(row.get("data"), dict))


_KEYS = re.compile(rb'"(data|annotations|predictions|completions|result)"\s*:')


def _begins_with_task(beginning: bytes) -> bool:
    found = {match.group(1) for match in _KEYS.finditer(beginning)}
    start = beginning.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    return start in (b"[", b"{") and b"data" in found and len(found) > 1


def _members(source: Source) -> list[str]:
    return [one for one in source.members if one.lower().endswith(".json")]


def read(source: Source) -> Iterator[Item]:
    """The records of all tasks, and the tasks that are no good."""
    if not source.has_members:
        yield from _read(source, "")
        return
    for member in _members(source):
        inside, before = source.inside(member), source.position
        try:
            for item in _read(inside, member):
                source.position = before + inside.position
                yield item
        except UserError as error:
            yield Rejected(0, error, member=member)
    source.position = max(source.position, source.size)  # The rest are no tasks.


def _read(source: Source, member: str) -> Iterator[Item]:
    unit, remark = settled(_fitting(source), source.options.unit, "utf16")
    if remark:
        yield remark._replace(member=member)
    for value in values(source):
        try:
            if value.error is not None:
                raise value.error
            found = list(_task_items(value, unit))
        except UserError as error:
            flat = re.sub(rb"[\r\n]+", b" ", value.raw)
            yield Rejected(value.line, error, flat, member)
            continue
        for one in found:
            yield one._replace(member=member)


def _fitting(source: Source) -> Fitting:
    fitting = Fitting(("utf16", "codepoint"))
    if source.options.unit is None:
        for loaded in loaded_rows(source, may_be_wide):
            try:
                task = _task(loaded)
                text = _text(task)[1]
                if fitting.differ(text):
                    fitting.see(text, _samples(task))
            except UserError:
                continue  # The task will be told when it is read.
    return fitting


def _task(loaded: Any) -> Task:
    return converted(as_task(loaded), Task, "Label Studio")


def _samples(task: Task) -> list[Sample]:
    found = []
    for annotation in (*task.annotations, *task.predictions):
        for result in annotation.result:
            if result.type == "labels":
                one = _region(result)
                found.append(Sample(one.start, one.end, one.text))
    return found


def _region(result: Result) -> Region:
    return converted(result.value, Region, "Label Studio")


def _text(task: Task) -> tuple[str, str]:
    """The key of the text in the data of a task, and the text."""
    texts = {key: value for key, value in task.data.items() if isinstance(value, str)}
    key = "text" if "text" in texts else next(iter(texts), "")
    if key != "text" and len(texts) != 1:
        raise UserError("Which key of the data has the text cannot be told.", hint="Call it text.")
    return key, texts[key]


def _task_items(value: Value, unit: Unit) -> Iterator[Accepted | Remark]:
    task = _task(value.loaded)
    article = _article(task)
    said = [(one, _author(one, "author"), _status(one)) for one in task.annotations]
    said += [(one, _author(one, "prediction"), _guessed(one)) for one in task.predictions]
    taken: set[str] = set()
    if not said:
        yield Accepted(value.line, Record(article=article), value.raw)
    for annotation, author, status in said:
        reading = _Reading(article, author, unit, taken)
        annotations = reading.annotations(annotation.result)
        record = Record(article=article, layer=author, status=status, annotations=annotations)
        yield Accepted(value.line, record, value.raw)
        for type in sorted(set(reading.others)):
            text = "Results of the type {type} are not taken over."
            yield Remark(text, {"type": shown(type)}, value.line)


def _article(task: Task) -> Article:
    key, text = _text(task)
    rest = {name: value for name, value in task.data.items() if name not in (key, "article_id")}
    return plain.article({"text": text, "id": task.data.get("article_id"), **rest})


def _author(one: Annotation, kind: str) -> str | None:
    if kind == "prediction":
        name = one.model_version or "predictions"
        return name if is_model(name) else MODEL + name
    if one.author is not None or one.completed_by is None:
        return one.author
    if isinstance(one.completed_by, dict):
        return str(one.completed_by.get("email") or one.completed_by.get("id") or "") or None
    return str(one.completed_by)


def _status(one: Annotation) -> Status | None:
    if one.was_cancelled:
        return "skipped"
    return "done" if isinstance(one.status, msgspec.UnsetType) else one.status


def _guessed(one: Annotation) -> Status | None:
    return None if isinstance(one.status, msgspec.UnsetType) else one.status


class _Reading:
    """Makes annotations of the results of one author."""

    def __init__(self, article: Article, author: str | None, unit: Unit, taken: set[str]) -> None:
        self._text = article.text
        self._owner = article.id if author is None else f"{article.id}\n{author}"
        self._place = place_in(article.text, unit)
        self._taken = taken
        self._guesses = author is not None and is_model(author)
        self.others: list[str] = []

    def annotations(self, results: list[Result]) -> tuple[Any, ...]:
        marks: list[Mark] = []
        links: list[Link] = []
        said, places = said_of_regions(results)
        for number, one in enumerate(results):
            if one.type == "labels":
                marks += self._marks(one, number, said.get(one.id or "", {}))
            elif one.type == "relation":
                links += self._links(one, number)
            elif number not in places:
                self.others.append(one.type)
        return gathered(self._owner, marks, links)

    def _marks(self, one: Result, number: int, said: _Attributes) -> Iterator[Mark]:
        region = _region(one)
        start, end = self._place(region.start, region.end)
        surface = self._text[start:end]
        if region.text is not None and _bare(surface) != _bare(region.text):
            raise UserError(
                "The text at {start}–{end} is “{surface}”, and the row says “{said}”.",
                start=region.start, end=region.end,
                surface=shown(surface), said=shown(region.text),
            )  # fmt: skip
        if not region.labels:
            raise UserError("A span has no label.")
        meta = one.meta or {}
        key = one.id or f"#{number}"
        for again, label in enumerate(region.labels):
            yield Mark(
                f"{key}#{again}" if again else key, label, start, end,
                None if again else self._lasting(one.id, meta),
                self._sure(one) | said
                | converted(meta.get("attributes") or {}, _Attributes, "Label Studio"),
                _note(meta),
            )  # fmt: skip

    def _sure(self, one: Result) -> _Attributes:
        """How sure a model is, where a model says it."""
        return {SCORE: one.score} if self._guesses and one.score is not None else {}

    def _links(self, one: Result, number: int) -> Iterator[Link]:
        if one.from_id is None or one.to_id is None:
            raise UserError("A relation does not say what it links.")
        head, tail = one.from_id, one.to_id
        if one.direction == "left":
            head, tail = tail, head
        for again, label in enumerate(one.labels or [UNNAMED]):
            id = None if again else self._lasting(one.id, {"id": one.id})
            yield Link(f"#{number}.{again}", label, head, tail, id, one.attributes or {}, one.note)

    def _lasting(self, id: str | None, meta: dict[str, Any]) -> str | None:
        """The id, where it is one of ours; Label Studio copies it along with an annotation."""
        if id is None or meta.get("id") != id or id in self._taken:
            return None
        self._taken.add(id)
        return id


def _note(meta: dict[str, Any]) -> str | None:
    text = meta.get("text")
    if isinstance(text, list):
        return "\n".join(map(str, text)) if text else None
    return text if isinstance(text, str) else None


def _bare(text: str) -> str:
    """Without white space: Label Studio writes line ends in surfaces in several ways."""
    return "".join(text.replace("\\n", "").split())


def write(records: Iterable[Record], options: WriteOptions) -> Iterator[Piece]:
    """The tasks, and the configuration to paste into the project that takes them."""
    yield from array_pieces(tasks(records), TASKS)
    yield CONFIGURATION, configuration(options.labels).encode()
