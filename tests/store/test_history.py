"""Edits are stored whole or not at all, can be taken back for ever, and are never forgotten."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.errors import EditRefused
from annotator.model import edits
from annotator.model.annotated import AnnotatedArticle
from annotator.model.edits import Edit
from annotator.model.spans import Span
from annotator.store import Project
from annotator.store.failures import Inconsistent
from annotator.store.history import joined

from .helpers import ALL_KINDS, ME, entity, quote, relation, stored

PERS = edits.mark("PERS", Span.of(4, 8))
GPE = edits.mark("GPE", Span.of(12, 17))


def states(project: Project, number: int = 1) -> list[str]:
    return [entry.state for entry in project.history(number, ME)]


def apply_all(project: Project, *all_edits: Edit, number: int = 1) -> AnnotatedArticle:
    one = project.annotated(number, ME)
    for edit in all_edits:
        one = project.apply(number, ME, one, edit)
    return one


def test_every_field_of_every_kind_is_stored(project: Project, path: Path) -> None:
    one = apply_all(project, Edit(added=ALL_KINDS))
    assert stored(project) == {annotation.id: annotation for annotation in ALL_KINDS}
    project.close()
    with Project.open(path) as again:
        assert stored(again) == one.by_id
        assert again.check() == []


def test_undo_and_redo_survive_closing(project: Project, path: Path) -> None:
    one = apply_all(project, PERS, GPE)
    project.close()
    with Project.open(path) as again:
        assert again.undo(1, ME, one) == again_after(one, GPE.inverse())
        assert set(stored(again)) == {PERS.added[0].id}
    with Project.open(path) as again:
        assert (again.can_undo(1, ME), again.can_redo(1, ME)) == (True, True)
        one = again.annotated(1, ME)
        one, _ = again.undo(1, ME, one) or (one, None)
        assert stored(again) == {}
        assert again.undo(1, ME, one) is None
        one, done = again.redo(1, ME, one) or (one, Edit())
        assert done == PERS
        one, done = again.redo(1, ME, one) or (one, Edit())
        assert done == GPE
        assert again.redo(1, ME, one) is None
        assert stored(again) == one.by_id
        assert len(one) == 2


class again_after:  # noqa: N801
    """Equal to an answer of `undo` that led here by this edit."""

    def __init__(self, before: AnnotatedArticle, edit: Edit) -> None:
        self.by_id = before.apply(edit).by_id
        self.edit = edit

    def __eq__(self, other: object) -> bool:
        return isinstance(other, tuple) and other[0].by_id == self.by_id and other[1] == self.edit


def test_a_new_edit_discards_what_was_undone_but_keeps_it_in_the_history(
    project: Project,
) -> None:
    one = apply_all(project, PERS, GPE)
    one, _ = project.undo(1, ME, one) or (one, None)
    assert states(project) == ["done", "undone"]
    one = project.apply(1, ME, one, edits.mark("LOC", Span.of(18, 22)))
    assert states(project) == ["done", "discarded", "done"]
    assert project.redo(1, ME, one) is None
    one, _ = project.undo(1, ME, one) or (one, None)
    one, _ = project.undo(1, ME, one) or (one, None)
    assert len(one) == 0
    assert [entry.edit for entry in project.history(1, ME)][:2] == [PERS, GPE]


def test_the_history_says_who_did_what_and_when(project: Project) -> None:
    apply_all(project, PERS)
    (entry,) = project.history(1, ME)
    assert (entry.article, entry.layer, entry.edit, entry.batch) == (1, ME, PERS, None)
    assert entry.at == entry.since
    assert entry.at.endswith("+00:00")


def test_an_edit_that_changes_nothing_is_not_stored(project: Project) -> None:
    one = apply_all(project, PERS)
    assert project.apply(1, ME, one, Edit()) is one
    same = tuple(one.entities)
    assert project.apply(1, ME, one, Edit(same, same)) is one
    assert states(project) == ["done"]


def test_a_refused_edit_changes_nothing(project: Project) -> None:
    one = apply_all(project, PERS)
    with pytest.raises(EditRefused):
        project.apply(1, ME, one, edits.mark("PERS", Span.of(4, 8)))
    with pytest.raises(EditRefused):
        project.apply(1, "other", one, edits.mark("GPE", Span.of(4, 800)))
    assert states(project) == ["done"]
    assert stored(project) == one.by_id
    assert project.layers() == [ME]


def test_deleting_takes_relations_along_and_undo_brings_all_back(project: Project) -> None:
    parts = (
        entity("x", 4, 8), entity("y", 12, 17),
        quote("q", 9, 22, speaker="x", cue=Span.of(0, 3)), relation("r", "x", "y", "FAMILY"),
    )  # fmt: skip
    parts = (*parts[:1], entity("y", 12, 17), *parts[2:])
    one = apply_all(project, Edit(added=parts))
    before = dict(one.by_id)
    one = project.apply(1, ME, one, edits.delete(one, ["x"]))
    assert set(stored(project)) == {"y", "q"}
    one, _ = project.undo(1, ME, one) or (one, None)
    assert stored(project) == before == one.by_id


# The store proves what it writes


def test_what_is_stored_otherwise_than_meant_is_rolled_back(project: Project) -> None:
    one = apply_all(project, PERS)
    database = project._database
    for sabotage in (
        "UPDATE entity SET label = 'ORG' WHERE id = new.id",
        "DELETE FROM entity WHERE id = new.id",
        'UPDATE entity SET start = start + 1, "end" = "end" + 1 WHERE id = new.id',
        "UPDATE work SET annotations = annotations + 1",
    ):
        database.run(f"CREATE TEMP TRIGGER bad AFTER INSERT ON main.entity BEGIN {sabotage}; END")
        with pytest.raises((Inconsistent, ValueError)):
            project.apply(1, ME, one, GPE)
        database.run("DROP TRIGGER bad")
        assert stored(project) == one.by_id
        assert states(project) == ["done"]
        assert project.check() == []
    one = project.apply(1, ME, one, GPE)
    assert stored(project) == one.by_id


def test_an_article_in_view_that_is_not_what_is_stored_is_a_bug_and_changes_nothing(
    project: Project,
) -> None:
    stale = project.annotated(1, ME)
    one = apply_all(project, PERS)
    with pytest.raises(Inconsistent):
        project.apply(1, ME, stale, GPE)
    with pytest.raises(Inconsistent):
        project.apply(3, ME, one, GPE)
    other = AnnotatedArticle.build(one.article, one.labels, [entity(PERS.added[0].id, 0, 3)])
    with pytest.raises(Inconsistent):
        project.apply(1, ME, other, edits.delete(other, [PERS.added[0].id]))
    assert stored(project) == one.by_id
    assert project.check() == []


# Batches


def everywhere(project: Project) -> list[int]:
    return [len(stored(project, number)) for number in (1, 2, 3)]


def mark_everywhere(project: Project) -> str:
    return project.apply_to_many(
        ME, ((number, edits.mark("PERS", Span.of(4, 8))) for number in (1, 2, 3))
    )


def test_a_batch_is_undone_and_redone_as_a_whole(project: Project) -> None:
    batch = mark_everywhere(project)
    assert everywhere(project) == [1, 1, 1]
    ready = project.next_undo(2, ME)
    assert ready is not None
    assert (ready.id, ready.articles) == (batch, (1, 2, 3))
    two, edit = project.undo(2, ME, project.annotated(2, ME)) or (None, Edit())
    assert everywhere(project) == [0, 0, 0]
    assert two is not None
    assert (len(two), len(edit.removed)) == (0, 1)
    project.redo(3, ME, project.annotated(3, ME))
    assert everywhere(project) == [1, 1, 1]
    assert project.next_redo(1, ME) is None
    assert project.check() == []


def test_a_batch_is_undone_from_where_it_was_done_though_nothing_changed_there(
    project: Project,
) -> None:
    others = [(number, edits.mark("PERS", Span.of(4, 8))) for number in (2, 3)]
    project.apply_to_many(ME, others, home=1)
    assert everywhere(project) == [0, 1, 1]
    ready = project.next_undo(1, ME)
    assert ready is not None
    assert ready.articles == (2, 3)
    one, edit = project.undo(1, ME, project.annotated(1, ME)) or (None, None)
    assert one is not None
    assert edit == Edit()
    assert everywhere(project) == [0, 0, 0]
    project.redo(1, ME, one)
    assert everywhere(project) == [0, 1, 1]
    assert project.check() == []


def test_a_batch_of_nothing_leaves_nothing_behind(project: Project) -> None:
    project.apply_to_many(ME, [(2, Edit())], home=1)
    assert project.next_undo(1, ME) is None
    assert project.history(1, ME) == []


def test_a_batch_that_fails_in_one_article_is_done_in_none(project: Project) -> None:
    with pytest.raises(EditRefused):
        project.apply_to_many(ME, [(1, PERS), (2, edits.mark("PERS", Span.of(4, 8000)))])
    assert everywhere(project) == [0, 0, 0]
    assert project.layers() == []


def test_a_batch_cannot_be_undone_where_something_rests_on_it(project: Project) -> None:
    mark_everywhere(project)
    two = project.annotated(2, ME)
    two = project.apply(2, ME, two, edits.change(two, two.entities[0].id, note="later"))
    one = project.annotated(1, ME)
    with pytest.raises(EditRefused, match="Article 2: "):
        project.undo(1, ME, one)
    assert everywhere(project) == [1, 1, 1]
    assert states(project) == ["done"]
    project.undo(2, ME, two)
    project.undo(1, ME, one)
    assert everywhere(project) == [0, 0, 0]


def test_a_new_edit_anywhere_discards_the_whole_batch_that_was_undone(project: Project) -> None:
    mark_everywhere(project)
    one, _ = project.undo(1, ME, project.annotated(1, ME)) or (None, None)
    assert one is not None
    project.apply(1, ME, one, GPE)
    assert [states(project, number) for number in (1, 2, 3)] == [
        ["discarded", "done"], ["discarded"], ["discarded"],
    ]  # fmt: skip
    assert not project.can_redo(3, ME)


def test_edits_of_one_batch_in_one_article_are_one_step(project: Project) -> None:
    one = project.annotated(1, ME)
    first = Edit(added=(entity("x", 4, 8),))
    one = project.apply(1, ME, one, first, batch="b")
    one = project.apply(1, ME, one, edits.change(one, "x", label="NORP"), batch="b")
    one = project.apply(1, ME, one, Edit(added=(entity("y", 0, 3),)), batch="b")
    before = dict(one.by_id)
    one, edit = project.undo(1, ME, one) or (one, None)
    assert stored(project) == {}
    one, edit = project.redo(1, ME, one) or (one, None)
    assert stored(project) == before
    assert edit == Edit(added=(before["x"], before["y"]))


def test_joining_edits() -> None:
    x, y, z = entity("x", 0, 1), entity("x", 0, 2), entity("z", 0, 3)
    assert joined(Edit((x,), (y,)), Edit((y,), (z,))) == Edit((x,), (z,))
    assert joined(Edit((), (x,)), Edit((x,), ())) == Edit()
