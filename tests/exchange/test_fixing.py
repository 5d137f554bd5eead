"""Fixes in a project: one batch, in one layer, that one undo takes back to the letter."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings

from annotator.exchange import checking
from annotator.model.annotations import Annotation
from annotator.model.record import Record
from annotator.quality.checks import CHECKS
from annotator.quality.corpus import Worked
from annotator.store import Project
from tests.notation import NEWS, annotated
from tests.quality.made import corpora

AUTHOR, OTHER = "ليلى", "هدى"


def make(path: Path, worked: list[Worked]) -> Project:
    """A project in which two people have annotated these articles alike, and a model has too."""
    project = Project.create(path, NEWS)
    with project.importing("test") as into:
        for one in worked:
            for layer in (AUTHOR, OTHER):
                into.add(
                    Record(
                        article=one.annotated.article,
                        layer=layer,
                        status=one.status,
                        annotations=tuple(one.annotated.listed()),
                    )
                )
    for one in worked:
        number = project.number(one.annotated.article.id)
        assert number is not None
        project.suggested.replace(number, "model:x", "1", one.suggestions)
    return project


def all_of(project: Project, layer: str) -> list[dict[str, Annotation]]:
    """Everything that a layer has, article by article."""
    numbers = range(1, project.count() + 1)
    return [dict(project.annotated(number, layer).by_id) for number in numbers]


@settings(max_examples=25, deadline=None)
@given(corpora())
def test_all_fixes_are_one_step_and_undo_restores_everything(worked: list[Worked]) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        make(Path(folder, "project.db"), worked) as project,
    ):
        before = {layer: all_of(project, layer) for layer in project.layers()}
        findings = checking.check(project, AUTHOR, CHECKS)
        dry = checking.fix(project, AUTHOR, findings, dry=True)
        assert {layer: all_of(project, layer) for layer in project.layers()} == before
        done = checking.fix(project, AUTHOR, findings)
        assert {one.key for one in dry.mended} == {one.key for one in done.mended}
        assert (done.batch is None) is (not done.articles)
        after = all_of(project, AUTHOR)
        changed = [at for at, (was, now) in enumerate(zip(before[AUTHOR], after, strict=True), 1)
                   if was != now]  # fmt: skip
        assert changed == list(done.articles)
        again = {one.key for one in checking.check(project, AUTHOR, CHECKS)}
        assert not again & {one.key for one in done.mended}
        if changed:
            last = changed[-1]
            assert project.undo(last, AUTHOR, project.annotated(last, AUTHOR))
        assert {layer: all_of(project, layer) for layer in project.layers()} == before
        assert not project.check()
        assert {one.key for one in checking.check(project, AUTHOR, CHECKS)} == {
            one.key for one in findings
        }


def test_undo_is_found_in_the_article_from_where_it_was_done(tmp_path: Path) -> None:
    lines = ("زار [ بيروت|GPE] أمس", "لا شيء هنا")
    worked = [Worked(at, annotated(line, id=f"a{at}")) for at, line in enumerate(lines, 1)]
    with make(tmp_path / "project.db", worked) as project:
        before = all_of(project, AUTHOR)
        findings = checking.check(project, AUTHOR, CHECKS)
        done = checking.fix(project, AUTHOR, findings, home=2)
        assert done.articles == (1,)
        assert project.undo(2, AUTHOR, project.annotated(2, AUTHOR))
        assert all_of(project, AUTHOR) == before
