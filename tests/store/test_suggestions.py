"""Suggestions are stored beside people's work, and what is decided about them goes with undo."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from annotator.errors import EditRefused, ProjectRefused
from annotator.model import edits
from annotator.model.annotations import Annotation, Entity, Relation
from annotator.model.edits import Edit
from annotator.model.offers import Offers
from annotator.model.spans import Span
from annotator.model.suggestions import SCORE
from annotator.store import Project
from annotator.store.failures import Inconsistent
from annotator.store.suggestions import Decided, Origin

from .helpers import ME, entity, stored, tampering

MODEL = "model:memory"
YOU = "سامي"


def suggested(id: str, start: int, end: int, label: str = "PERS", score: float = 0.75) -> Entity:
    return Entity(id=id, label=label, span=Span.of(start, end), attributes={SCORE: score})


def offers(project: Project, layer: str = ME) -> Offers:
    layers = project.suggested.layers(1)
    return Offers.of(project.annotated(1, layer), layers, project.suggested.decisions(1, layer))


def take(project: Project, id: str, other: Annotation | None = None, layer: str = ME) -> None:
    found = offers(project, layer)
    edit, decided = found.take([id], {id: other} if other else None)
    project.apply(1, layer, project.annotated(1, layer), edit, decided=decided)


def reject(project: Project, id: str, layer: str = ME) -> None:
    decided = offers(project, layer).reject([id])
    project.apply(1, layer, project.annotated(1, layer), Edit(), decided=decided)


@pytest.fixture
def suggesting(project: Project) -> Project:
    project.suggested.replace(1, MODEL, "1", [suggested("x", 4, 8), suggested("y", 12, 17, "GPE")])
    return project


def test_what_is_taken_is_mine_and_its_origin_is_known(suggesting: Project) -> None:
    take(suggesting, "x")
    assert stored(suggesting) == {"x": entity("x", 4, 8)}
    assert suggesting.suggested.origin(1, ME, "x") == Origin(MODEL, "1", 0.75, changed=False)
    assert set(offers(suggesting).by_id) == {"y"}
    assert set(offers(suggesting, YOU).by_id) == {"x", "y"}


def test_undo_offers_again_what_was_taken(suggesting: Project, path: Path) -> None:
    take(suggesting, "x", entity("x", 4, 8, "ORG"))
    origin = suggesting.suggested.origin(1, ME, "x")
    assert origin is not None
    assert origin.changed
    suggesting.undo(1, ME, suggesting.annotated(1, ME))
    assert stored(suggesting) == {}
    assert set(offers(suggesting).by_id) == {"x", "y"}
    assert suggesting.suggested.origin(1, ME, "x") is None
    suggesting.close()
    with Project.open(path) as again:
        again.redo(1, ME, again.annotated(1, ME))
        assert stored(again) == {"x": entity("x", 4, 8, "ORG")}
        assert set(offers(again).by_id) == {"y"}
        assert again.check() == []


def test_a_rejection_is_remembered_and_can_be_undone(suggesting: Project) -> None:
    reject(suggesting, "y")
    assert set(offers(suggesting).by_id) == {"x"}
    assert list(suggesting.suggested.all_decisions(ME)) == [
        Decided(1, MODEL, "entity", "GPE", "بيروت"[:5], "rejected", 0.75)
    ]
    batch = suggesting.next_undo(1, ME)
    assert batch is not None
    assert batch.articles == (1,)
    suggesting.undo(1, ME, suggesting.annotated(1, ME))
    assert set(offers(suggesting).by_id) == {"x", "y"}
    assert list(suggesting.suggested.all_decisions(ME)) == []


def test_nothing_is_decided_twice(suggesting: Project) -> None:
    decided = offers(suggesting).reject(["x"])
    one = suggesting.annotated(1, ME)
    suggesting.apply(1, ME, one, Edit(), decided=decided)
    with pytest.raises(EditRefused, match="decided already"):
        suggesting.apply(1, ME, one, Edit(), decided=decided)
    assert len(suggesting.history(1, ME)) == 1


def test_running_again_replaces_only_what_nobody_decided(suggesting: Project) -> None:
    take(suggesting, "x", layer=YOU)
    suggesting.suggested.replace(
        1, MODEL, "2", [suggested("z", 0, 3), suggested("twin", 4, 8, score=0.1)]
    )
    (layer,) = suggesting.suggested.layers(1)
    assert layer.version == "2"
    assert {one.id for one in layer.annotations} == {"x", "z"}
    assert suggesting.check() == []


def located(project: Project, head: str, label: str = "LOCATED_IN") -> list[Annotation]:
    """What a model of relations says: two entities that it refers to, and what links them."""
    own = {id: entity(id, *place) for id, place in {"a": (0, 3), "b": (4, 8), "c": (9, 11)}.items()}
    ends = (replace(own["a"], label=head), replace(own["b"], label="GPE"))
    if label == "LOCATED_IN":
        return [*ends, Relation(id="in", label=label, head="a", tail="b", attributes={SCORE: 0.8})]
    title = replace(own["c"], label="OCC")
    return [ends[0], title, Relation(id="of", label=label, head="a", tail="c")]


@pytest.mark.parametrize("taken", [True, False], ids=["accepted", "rejected"])
def test_what_a_decision_refers_to_may_have_another_label_by_now(
    project: Project, taken: bool
) -> None:
    project.suggested.replace(1, "model:relations", "1", located(project, "GPE"))
    ends = located(project, "GPE")[:2]
    project.apply(1, ME, project.annotated(1, ME), Edit(added=tuple(ends)))
    (take if taken else reject)(project, "in")
    own = project.annotated(1, ME)
    project.apply(1, ME, own, edits.relabel(own, "a", "PERS"))
    project.suggested.replace(1, "model:relations", "2", located(project, "PERS", "HOLDS_OFFICE"))
    (layer,) = project.suggested.layers(1)
    labels = {one.id: one.label for one in layer.annotations}
    assert labels == {"a": "PERS", "b": "GPE", "c": "OCC", "in": "LOCATED_IN", "of": "HOLDS_OFFICE"}


def test_what_cannot_be_beside_a_decision_is_left_out_and_the_rest_stored(
    project: Project,
) -> None:
    """The rejected relation holds no more of what the entity has become: that stays as it was."""
    project.suggested.replace(1, "model:relations", "1", located(project, "GPE"))
    project.apply(1, ME, project.annotated(1, ME), Edit(added=tuple(located(project, "GPE")[:2])))
    reject(project, "in")
    ends = (suggested("a", 0, 3, "DATE"), suggested("e", 12, 17, "EVENT"))
    new = Relation(id="on", label="HAPPENS_ON", head="e", tail="a", attributes={SCORE: 0.8})
    project.suggested.replace(1, "model:relations", "2", [*ends, new])
    (layer,) = project.suggested.layers(1)
    assert {one.id: one.label for one in layer.annotations} == {
        "a": "GPE", "b": "GPE", "in": "LOCATED_IN", "e": "EVENT",
    }  # fmt: skip


def test_what_breaks_a_rule_changes_nothing(suggesting: Project) -> None:
    before = suggesting.suggested.layers(1)
    with pytest.raises(EditRefused):
        suggesting.suggested.replace(1, MODEL, "2", [suggested("z", 0, 3, "NONSENSE")])
    assert suggesting.suggested.layers(1) == before
    assert suggesting.suggested.version(1, MODEL) == "1"
    assert suggesting.suggested.version(2, MODEL) is None


def test_suggestions_are_no_work(suggesting: Project) -> None:
    assert [one.layer for one in suggesting.records()] == [None, None, None]
    assert [one.layer for one in suggesting.records(models=True)] == [MODEL, None, None]
    assert [one.layer for one in suggesting.records(MODEL)] == [MODEL]


def test_damaged_decisions_are_found(suggesting: Project, path: Path) -> None:
    reject(suggesting, "x")
    suggesting.close()
    with tampering(path) as connection:
        connection.execute("""UPDATE decision SET suggested = '{"kind": "entity"}'""")
    assert any("Decisions about suggestions" in str(one) for one in Project.examine(path))


def test_the_history_keeps_decisions_word_by_word(suggesting: Project) -> None:
    take(suggesting, "x")
    before = suggesting.suggested.decisions(1, ME)
    for step in (suggesting.undo, suggesting.redo):
        step(1, ME, suggesting.annotated(1, ME))
    assert suggesting.suggested.decisions(1, ME) == before
    assert msgspec.json.encode(before[0].suggested) == msgspec.json.encode(suggested("x", 4, 8))


@pytest.mark.parametrize(
    "sabotage",
    [
        "UPDATE entity SET label = 'ORG' WHERE id = new.id",
        "DELETE FROM entity WHERE id = new.id",
    ],
)
def test_what_is_read_back_otherwise_is_not_stored(project: Project, sabotage: str) -> None:
    database = project._database
    database.run(f"CREATE TEMP TRIGGER bad AFTER INSERT ON main.entity BEGIN {sabotage}; END")
    with pytest.raises((Inconsistent, ProjectRefused)):
        project.suggested.replace(1, MODEL, "1", [suggested("x", 4, 8)])
    database.run("DROP TRIGGER bad")
    assert project.suggested.layers(1) == []
    assert project.suggested.version(1, MODEL) is None
