"""The other shapes that Label Studio gives or gave its tasks, made into the one that is read.

Knows no offsets and no annotations of ours: JSON in, JSON out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

ABOUT = ("id", "annotator", "annotation_id", "created_at", "updated_at", "lead_time", "agreement")
"""What JSON-MIN has beside the data of a task and its results."""


def as_task(loaded: Any) -> Any:
    """A task with `data` and `annotations`; what is none of the known shapes stays as it is."""
    if not isinstance(loaded, dict):
        return loaded
    if is_short(loaded):
        return _of_short(loaded)
    if "completions" in loaded and "annotations" not in loaded:  # before version 1
        rest = {key: value for key, value in loaded.items() if key != "completions"}
        return {**rest, "annotations": loaded["completions"]}
    return loaded


def is_short(loaded: Any) -> bool:
    """Whether a row is of JSON-MIN: data and results side by side, under the names of the tags."""
    if not isinstance(loaded, dict) or "data" in loaded or "format" in loaded:
        return False
    return any(key in loaded for key in ABOUT[1:3]) and any(map(_has_spans, loaded.values()))


def _has_spans(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(map(_is_span, value))


def _is_span(one: Any) -> bool:
    return isinstance(one, dict) and {"start", "end", "labels"} <= one.keys()


def _of_short(row: Mapping[str, Any]) -> dict[str, Any]:
    results = [
        {"type": "labels", "from_name": name, "value": span}
        for name, spans in row.items()
        if _has_spans(spans)
        for span in spans
    ]
    data = {key: value for key, value in row.items() if key not in ABOUT and not _has_spans(value)}
    return {
        "data": data,
        "annotations": [{"result": results, "completed_by": _author(row.get("annotator"))}],
    }


def _author(annotator: Any) -> Any:
    return {"email": annotator} if isinstance(annotator, str) else annotator


Said = dict[str, dict[str, str | bool | int | float]]


def said_of_regions(results: Iterable[Any]) -> tuple[Said, set[int]]:
    """What choices, ratings and written answers say of single regions, by their ids.

    Label Studio gives such a result the id of its region, and its own name as `from_name`. Also the
    places of those results among all.
    """
    given = list(results)
    regions = {one.id for one in given if one.type == "labels" and one.id}
    said: Said = {}
    places: set[int] = set()
    for place, one in enumerate(given):
        answer = _answer(one) if one.type != "labels" and one.id in regions else None
        if answer is not None:
            said.setdefault(one.id, {})[one.from_name or one.type] = answer
            places.add(place)
    return said, places


def _answer(one: Any) -> str | int | float | None:
    """The one value of a result; None where it has another form."""
    value = one.value.get({"textarea": "text"}.get(one.type, one.type))
    if isinstance(value, list) and value and all(isinstance(part, str) for part in value):
        return "\n".join(value)
    return value if isinstance(value, str | int | float) and not isinstance(value, bool) else None
