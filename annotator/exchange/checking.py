"""Carries a project's articles to the checks of annotations, for window and command line alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from annotator.errors import EditRefused, UserError
from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Annotation
from annotator.model.edits import Edit
from annotator.model.offers import Offers
from annotator.model.suggestions import is_model
from annotator.quality.checks import Check, Finding, run
from annotator.quality.corpus import Worked, build
from annotator.quality.mending import mend
from annotator.store import Project

_DISMISSED = "dismissed findings"


def people(project: Project) -> list[str]:
    """The layers of people, in order of creation."""
    return [name for name in project.layers() if not is_model(name)]


def corpus(project: Project, layer: str, *, suggestions: bool = True) -> Iterator[Worked]:
    """What `layer` has worked on, an article at a time.

    What is left of the models' suggestions takes longer to find out, and may be left out.
    """
    asked = suggestions and bool(project.suggested.models())
    for record in project.records(layer=layer):
        number = project.number(record.article.id)
        if number is not None:
            annotated, refused = build(record.article, project.labels, record.annotations)
            status = record.status or "new"
            left = _open(project, number, layer, annotated) if asked and status == "done" else ()
            yield Worked(number, annotated, status, refused, left)


def _open(
    project: Project, number: int, layer: str, own: AnnotatedArticle
) -> tuple[Annotation, ...]:
    """The suggestions that the author has neither taken nor rejected nor annotated alike."""
    layers = project.suggested.layers(number)
    if not layers:
        return ()
    offers = Offers.of(own, layers, project.suggested.decisions(number, layer))
    return tuple(one.annotation for one in offers.listed())


def check(
    project: Project,
    layer: str,
    checks: Iterable[Check],
    progress: Callable[[int, int], None] | None = None,
    *,
    right: bool = False,
) -> list[Finding]:
    """What the checks find in a layer, but for findings that were judged to be right.

    With `right` it is those, and only those. `progress` is told how many of how many articles are
    looked at, and may raise to stop.
    """
    if layer not in project.layers():
        raise UserError("Nobody called {author} has annotated here.", author=layer)
    count, known = project.count(), dismissed(project)

    def tell(number: int) -> None:
        if progress is not None:
            progress(number, count)

    wanted = tuple(checks)
    asked = any(one.id == "suggestions" for one in wanted)
    found = run(lambda: corpus(project, layer, suggestions=asked), wanted, tell)
    return [one for one in found if (one.key in known) is right]


class Fixed(NamedTuple):
    """What became of findings: mended, or refused with the reason; others were settled by then.

    `articles` are the numbers of those that change; `batch` is None if nothing was changed.
    """

    mended: tuple[Finding, ...]
    refused: tuple[tuple[Finding, EditRefused], ...]
    articles: tuple[int, ...]
    batch: str | None


def fix(
    project: Project,
    layer: str,
    findings: Iterable[Finding],
    *,
    home: int | None = None,
    dry: bool = False,
) -> Fixed:
    """Carry out the fixes of findings that `check` found in this layer, all in one batch.

    Undo in any article that changed, and in the article `home`, takes all of it back. What cannot
    be mended, or has changed since it was found, stays as it is. With `dry` nothing is changed.
    """
    mended, refused = list[Finding](), list[tuple[Finding, EditRefused]]()
    edits: list[tuple[int, Edit]] = []
    ordered = sorted(findings, key=lambda one: one.article)
    for number, group in groupby(ordered, key=lambda one: one.article):
        made = mend(project.annotated(number, layer), group)
        mended.extend(made.mended)
        refused.extend(made.refused)
        if made.edit:
            edits.append((number, made.edit))
    batch = project.apply_to_many(layer, edits, home) if edits and not dry else None
    return Fixed(tuple(mended), tuple(refused), tuple(number for number, _ in edits), batch)


def dismissed(project: Project) -> set[str]:
    """The keys of findings that were judged to be right."""
    return set(project.recall(_DISMISSED, []))


def dismiss(project: Project, findings: Iterable[Finding], *, right: bool = True) -> None:
    """Remember that these findings are right as they are, or with `right` false no longer."""
    judge(project, (one.key for one in findings), right=right)


def judge(project: Project, keys: Iterable[str], *, right: bool) -> None:
    """As `dismiss`, of findings that are known by their keys."""
    known, judged = dismissed(project), set(keys)
    if judged:
        project.remember(_DISMISSED, sorted(known | judged if right else known - judged))
