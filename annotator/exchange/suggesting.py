"""Carries a project's work to the suggesters, and what they suggest into its models' layers."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

import msgspec
from msgspec import Struct

from annotator.errors import EditRefused
from annotator.exchange.examples import examples
from annotator.model.annotated import AnnotatedArticle
from annotator.model.suggestions import MODEL, Decision, ModelLayer
from annotator.store import Project
from annotator.suggest import Judged, Materials, Suggester, Way, chosen
from annotator.suggest.pipeline import propose

_MAPPING = "labels of the model"


class Plan(Struct, frozen=True, kw_only=True):
    """Which suggesters are to look at articles, on whose work: plain values, for any process.

    `folder` is where learned models lie, `model` a folder with a token classifier.
    """

    ways: tuple[str, ...]
    layer: str
    folder: str | None = None
    model: str | None = None

    @contextmanager
    def proposer(
        self, project: Project, alive: Callable[[], None] | None = None
    ) -> Iterator[Proposer]:
        """The suggesters, made and ready; `UserError` says what is missing.

        `alive` is called for every article that is read for that, and may raise to end it.
        """
        of = materials(
            project,
            self.layer,
            folder=Path(self.folder) if self.folder is not None else models_folder(project),
            model=Path(self.model) if self.model is not None else None,
            alive=alive,
        )
        with made(chosen(self.ways), of) as suggesters:
            yield Proposer(self, suggesters)


class Proposer:
    """The suggesters of a plan, ready to look at one article after another."""

    def __init__(self, plan: Plan, suggesters: Mapping[Way, Suggester]) -> None:
        """Made by `Plan.proposer`."""
        self.plan = plan
        self._suggesters = suggesters

    def versions(self, own: AnnotatedArticle) -> dict[str, str]:
        """What each model's layer would be called by now, with this work on the article.

        The same version has nothing new to say.
        """
        seen = _marks(own)
        return {
            f"{MODEL}{way.name}": f"{maker.version} {seen}" if way.sees else maker.version
            for way, maker in self._suggesters.items()
        }

    def propose(self, project: Project, number: int, own: AnnotatedArticle) -> list[ModelLayer]:
        """What the suggesters say of the article; nothing is stored."""
        return self.look(own, project.suggested.decisions(number, self.plan.layer))

    def look(self, own: AnnotatedArticle, decided: Sequence[Decision]) -> list[ModelLayer]:
        """What the suggesters say of an article with these decisions; needs no project."""
        versions = self.versions(own)
        return [
            msgspec.structs.replace(layer, version=versions[layer.name])
            for layer in propose(own, self._suggesters, decided)
        ]

    def store(self, project: Project, number: int) -> int:
        """Look at an article and store what is suggested; answers how much that is.

        Nothing of a person's is touched, nor what anybody has decided about.
        """
        own = project.annotated(number, self.plan.layer)
        layers = self.propose(project, number, own)
        project.suggested.replace_many(
            (number, one.name, one.version, one.annotations) for one in layers
        )
        return sum(len(one.annotations) for one in layers)


def _marks(own: AnnotatedArticle) -> str:
    """A short name of what is marked on an article."""
    digest = hashlib.blake2b(digest_size=8)
    for id in sorted(own.by_id):
        digest.update(msgspec.msgpack.encode(own.by_id[id]))
    return digest.hexdigest()


# What suggesters are made of


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
    folder: Path | None = None,
    model: Path | None = None,
    without: Collection[str] = (),
    alive: Callable[[], None] | None = None,
) -> Materials:
    """What suggesters are made of: the work in the person's `layer`.

    Without a `folder` what is learned is not kept. `without` are ids of articles to keep from them,
    which are to be predicted for a test. `alive` is called for every article that is read.
    """
    hidden = frozenset(without)
    worked = partial(_worked, project, layer, hidden, alive or _go_on)
    return Materials(
        labels=project.labels,
        worked=partial(worked, done=False),
        finished=partial(worked, done=True),
        judged=partial(_judged, project, layer, hidden),
        examples=partial(examples, project, layer),
        folder=folder,
        model=model,
        mapping=mapping(project),
    )


def _go_on() -> None:
    """Nobody asks for a sign of life."""


def _worked(
    project: Project, layer: str, without: frozenset[str], alive: Callable[[], None], *, done: bool
) -> Iterator[AnnotatedArticle]:
    for record in project.records(layer, "done" if done else None):
        alive()
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
