"""Carries a project's work to the suggesters, and what they suggest into its models' layers."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

from annotator.errors import EditRefused
from annotator.model.annotated import AnnotatedArticle
from annotator.store import Project
from annotator.suggest import Judged, Materials, Suggester, Way
from annotator.suggest.pipeline import propose

_MAPPING = "labels of the model"


def models_folder(project: Project) -> Path:
    """Where what is learned from the project lies: beside it, made when it is first needed."""
    return project.path.with_name(f"{project.path.stem}.models")


def mapping(project: Project) -> dict[str, str]:
    """Which label of the project stands for which of a model's, as a person has set it."""
    found = project.recall(_MAPPING, {})
    return {str(name): str(label) for name, label in found.items()}


def set_mapping(project: Project, labels: Mapping[str, str]) -> None:
    """Remember which label of the project stands for which of a model's; "" for none."""
    project.remember(_MAPPING, dict(labels))


def materials(
    project: Project,
    layer: str,
    *,
    model: Path | None = None,
    without: Collection[str] = (),
) -> Materials:
    """What suggesters are made of: the work in the person's `layer`.

    `without` are ids of articles to keep from them, which are to be predicted for a test.
    """
    return Materials(
        labels=project.labels,
        worked=partial(_worked, project, layer, frozenset(without), done=False),
        finished=partial(_worked, project, layer, frozenset(without), done=True),
        judged=partial(_judged, project, layer, frozenset(without)),
        folder=models_folder(project),
        model=model,
        mapping=mapping(project),
    )


def _worked(
    project: Project, layer: str, without: frozenset[str], *, done: bool
) -> Iterator[AnnotatedArticle]:
    for record in project.records(layer, "done" if done else None):
        if record.article.id in without or not (done or record.annotations):
            continue
        try:
            yield AnnotatedArticle.build(record.article, project.labels, record.annotations)
        except EditRefused:
            continue  # It came so from outside; `check` tells of it, nothing is learned from it.


def _judged(project: Project, layer: str, without: frozenset[str]) -> Iterator[Judged]:
    hidden = {project.number(id) for id in without}
    for one in project.suggested.all_decisions(layer):
        if one.article not in hidden:
            yield Judged(one.kind, one.label, one.surface, one.verdict)


@contextmanager
def made(ways: Collection[Way], of: Materials) -> Iterator[dict[Way, Suggester]]:
    """The suggesters of these ways, closed at the end; raises `UserError` for what is missing."""
    with ExitStack() as stack:
        suggesters: dict[Way, Suggester] = {}
        for way in ways:
            suggesters[way] = way.make(of)
            stack.callback(suggesters[way].close)
        yield suggesters


def suggest_for(
    project: Project, number: int, layer: str, suggesters: Mapping[Way, Suggester]
) -> int:
    """Let the suggesters look at one article and store what they say; answers how many things.

    Nothing of a person's is touched, nor what anybody has decided about.
    """
    own = project.annotated(number, layer)
    layers = propose(own, suggesters, project.suggested.decisions(number, layer))
    project.suggested.replace_many(
        (number, one.name, one.version, one.annotations) for one in layers
    )
    return sum(len(one.annotations) for one in layers)
