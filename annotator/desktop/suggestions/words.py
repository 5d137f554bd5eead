"""How suggestions are put in words: how sure a model is, and what it is called."""

from __future__ import annotations

from annotator.desktop.language import tr
from annotator.desktop.panels.fields import Field
from annotator.desktop.panels.rows import Row, one_line
from annotator.desktop.workspace import Workspace
from annotator.model.suggestions import MODEL, score_of
from annotator.suggest import WAYS


def sureness(score: float) -> str:
    """How sure a model is that says so with a score from 0 to 1."""
    if score >= 0.9:
        return tr("almost sure")
    if score >= 0.7:
        return tr("rather sure")
    return tr("not sure") if score >= 0.4 else tr("in doubt")


def model(name: str) -> str:
    """What the model of a layer is called: its title, or its own name if it came from outside."""
    bare = name.removeprefix(MODEL)
    title = next((way.title for way in WAYS if way.name == bare), None)
    return tr(title) if title is not None else one_line(bare)


def models(names: list[str]) -> str:
    """What several models are called."""
    if len(names) == 1:
        return model(names[0])
    return tr("{one} and {other}", one=model(names[0]), other=models(names[1:]))


def origin_fields(workspace: Workspace, id: str) -> list[Field]:
    """For the details of an annotation: who suggested it; nothing for what is the person's own.

    A suggestion has one for each model that says it.
    """
    project, number = workspace.project, workspace.number
    if project is None or number is None:
        return []
    offer = workspace.offered.get(id)
    if offer is not None:
        changed = workspace.offered.annotation(id) != offer.annotation
        return [
            _origin(place, one.model, score_of(one.suggested), changed=changed)
            for place, one in enumerate(sorted(offer.said, key=lambda one: one.model))
        ]
    origin = project.suggested.origin(number, workspace.layer, id)
    if origin is None:
        return []
    return [_origin(0, origin.model, origin.score, changed=origin.changed)]


def _origin(place: int, layer: str, score: float, *, changed: bool) -> Field:
    template = "{model}, {score}, changed" if changed else "{model}, {score}"
    said = tr(template, model=model(layer), score=f"{score:.2f}")
    return Field(
        key=f"origin:{place}", caption=tr("Origin"), kind="words", row=Row(said), value=said
    )
