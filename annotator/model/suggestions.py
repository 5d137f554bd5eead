"""Suggestions: annotations in a model's layer, and what a person decides about them.

Values and nothing else. How the suggestions of several models become offers for a person is the
work of `offers`; the store keeps what is decided.
"""

from __future__ import annotations

import hashlib
import uuid
from typing import Literal

import msgspec
from msgspec import Struct

from annotator.model.annotations import Annotation, Relation, uuid_of

MODEL = "model:"
"""How the names of layers begin that hold suggestions."""
SCORE = "score"
"""The attribute of a suggestion that says how sure its model is, from 0 to 1."""
Verdict = Literal["accepted", "changed", "rejected"]

_IDS = uuid.UUID("8b3c7a52-5c0e-4f0b-9a5e-6f3d2c1b0a97").bytes


def is_model(layer: str) -> bool:
    """Whether the layer of this name holds suggestions."""
    return layer.startswith(MODEL)


class Suggestion(Struct, frozen=True, gc=False):
    """What a suggester says: an annotation without a score of its own, and how sure it is (0–1)."""

    annotation: Annotation
    score: float


class ModelLayer(Struct, frozen=True):
    """What one model suggests for an article; its name begins with `MODEL`."""

    name: str
    version: str
    annotations: tuple[Annotation, ...] = ()


class Decision(Struct, frozen=True, kw_only=True):
    """What a person made of the annotation `suggested` in the layer `model`.

    `taken` is the id of the person's annotation that came of it; "changed" means that it was taken
    with another label or other edges.
    """

    model: str
    version: str
    suggested: Annotation
    verdict: Verdict
    taken: str | None = None


def scored(suggestion: Suggestion, id: str | None = None) -> Annotation:
    """The annotation as a model's layer holds it, with its score among the attributes.

    `id` is its id there, by default the one that it has.
    """
    one = suggestion.annotation
    score = round(min(max(suggestion.score, 0.0), 1.0), 4)
    attributes = {**one.attributes, SCORE: score}
    return msgspec.structs.replace(one, id=one.id if id is None else id, attributes=attributes)


def score_of(annotation: Annotation) -> float:
    """How sure its model is of a suggestion; one that does not say so is taken for sure."""
    score = annotation.attributes.get(SCORE)
    if type(score) is float and 0.0 <= score <= 1.0:
        return score  # Every score of ours; others may come from other programs.
    if isinstance(score, bool) or not isinstance(score, int | float):
        return 1.0
    return float(min(max(score, 0.0), 1.0)) if score == score else 0.0


def bare(annotation: Annotation) -> Annotation:
    """The annotation without its score: as a person's layer holds it."""
    if SCORE not in annotation.attributes:
        return annotation
    rest = dict(annotation.attributes)
    del rest[SCORE]
    return msgspec.structs.replace(annotation, attributes=rest)


def suggestion_id(model: str, article: str, annotation: Annotation) -> str:
    """An id that is the same whenever the same model suggests the same for the same article.

    So what was decided stays decided when the model is run again. `article` is the article's id.
    """
    if isinstance(annotation, Relation):
        where, ends = "", f"{annotation.head}>{annotation.tail}"
    else:
        where, ends = str(annotation.span.fragments), ""
    kind = type(annotation).__name__
    name = "\n".join((article, model, kind, annotation.label, where, ends))
    # The same as `uuid.uuid5(UUID(bytes=_IDS), name)`, which takes longer: batches make millions.
    return uuid_of(hashlib.sha1(_IDS + name.encode(), usedforsecurity=False).digest()[:16], 5)
