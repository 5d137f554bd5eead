"""Records as the tasks of Label Studio: people's layers as annotations, models' as predictions.

Knows neither files nor the labelling configuration, which `labelconfig` makes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from annotator.formats.labelconfig import ENTITIES, control_of
from annotator.formats.linked import Link, Mark, flattened
from annotator.formats.units import Offsets
from annotator.model.annotations import Relation
from annotator.model.record import Record
from annotator.model.suggestions import MODEL, SCORE, is_model, score_of


def tasks(records: Iterable[Record]) -> Iterator[dict[str, Any]]:
    """One task for each article. The records of an article follow each other."""
    for number, (_, group) in enumerate(groupby(records, key=lambda one: one.article.id), 1):
        same = list(group)
        article = same[0].article
        offsets = Offsets(article.text, "utf16")
        yield {
            "id": number,
            "data": {"text": article.text, "article_id": article.id, "meta": article.meta},
            "annotations": [_annotation(one, offsets) for one in same if _is_of_person(one)],
            "predictions": [_prediction(one, offsets) for one in same if _is_of_model(one)],
        }


def _is_of_model(record: Record) -> bool:
    return record.layer is not None and is_model(record.layer)


def _is_of_person(record: Record) -> bool:
    says = record.annotations or record.layer is not None or record.status is not None
    return bool(says) and not _is_of_model(record)


def _annotation(record: Record, offsets: Offsets) -> dict[str, Any]:
    return {
        "author": record.layer,
        "status": record.status,
        "was_cancelled": record.status == "skipped",
        "result": _results(record, offsets),
    }


def _prediction(record: Record, offsets: Offsets) -> dict[str, Any]:
    """What a model suggests. Label Studio shows its name and the lowest of its scores."""
    scores = [score_of(one) for one in record.annotations if not isinstance(one, Relation)]
    row = {
        "model_version": (record.layer or "").removeprefix(MODEL), "score": min(scores, default=1),
        "result": _results(record, offsets),
    }  # fmt: skip
    return row if record.status is None else {**row, "status": record.status}


def _results(record: Record, offsets: Offsets) -> list[dict[str, Any]]:
    marks, links = flattened(record.annotations)
    own = {one.id for one in record.annotations}
    text = record.article.text
    # Its converter to CoNLL takes the control that comes first, and that should be the entities.
    marks.sort(key=lambda one: control_of(one.label) != ENTITIES)
    regions = [_region_row(one, one.key in own, text, offsets) for one in marks]
    return [*regions, *(_relation_row(one, one.key in own) for one in links)]


def _region_row(mark: Mark, own: bool, text: str, offsets: Offsets) -> dict[str, Any]:
    meta: dict[str, Any] = {"id": mark.key} if own else {}
    if mark.note is not None:
        meta["text"] = [mark.note]
    if mark.attributes:
        meta["attributes"] = mark.attributes
    return {
        "id": mark.key, "from_name": control_of(mark.label), "to_name": "text", "type": "labels",
        "value": {
            "start": offsets.offset(mark.start), "end": offsets.offset(mark.end),
            "text": text[mark.start : mark.end], "labels": [mark.label],
        },
        "meta": meta, **_score(mark),
    }  # fmt: skip


def _score(mark: Mark) -> dict[str, Any]:
    score = mark.attributes.get(SCORE)
    return {"score": score} if isinstance(score, float) and 0 <= score <= 1 else {}


def _relation_row(link: Link, own: bool) -> dict[str, Any]:
    row: dict[str, Any] = {
        "type": "relation", "from_id": link.head, "to_id": link.tail, "direction": "right",
        "labels": [link.label],
    }  # fmt: skip
    if own:
        row["id"] = link.key
    if link.attributes:
        row["attributes"] = link.attributes
    if link.note is not None:
        row["note"] = link.note
    return row
