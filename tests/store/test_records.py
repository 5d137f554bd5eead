"""Import and export: what comes in goes out the same, and nothing stored is changed by either."""

from __future__ import annotations

import random
from collections.abc import Iterable
from pathlib import Path

import msgspec
import pytest

from annotator.errors import UserError
from annotator.model import edits
from annotator.model.annotations import Annotation, Entity
from annotator.model.record import Record
from annotator.model.spans import Span
from annotator.store import Added, Project

from .helpers import ALL_KINDS, LABELS, ME, NASTY, PLAIN, article, entity, fill, relation, stored

FULL = Record(article=article("full"), layer=ME, status="done", annotations=ALL_KINDS)


def same(one: Record, other: Record) -> bool:
    def ordered(annotations: Iterable[Annotation]) -> list[Annotation]:
        return sorted(annotations, key=lambda annotation: annotation.id)

    replace = msgspec.structs.replace
    return replace(one, annotations=()) == replace(other, annotations=()) and ordered(
        one.annotations
    ) == ordered(other.annotations)


def add(project: Project, *records: Record) -> list[Added | str]:
    """What became of each record: what it brought, or why it was refused."""
    became: list[Added | str] = []
    with project.importing("test") as session:
        for record in records:
            try:
                became.append(session.add(record))
            except UserError as error:
                became.append(str(error))
    return became


def test_records_come_out_as_they_came_in(project: Project) -> None:
    other = msgspec.structs.replace(
        FULL, layer="gold", status="begun", annotations=(entity("z", 0, 3),)
    )
    assert add(project, FULL, other) == [Added(True, 8), Added(False, 1)]
    given = [Record(article=project.article(number)) for number in (1, 2, 3)] + [FULL, other]
    found = list(project.records())
    assert len(found) == len(given)
    assert all(same(one, two) for one, two in zip(found, given, strict=True))


def test_records_can_be_narrowed(project: Project) -> None:
    add(
        project, FULL,
        Record(article=article("a", title="العنوان", n=[1, None]), layer=ME, status="skipped"),
        Record(article=article("b", NASTY), layer="gold", annotations=(entity("z", 0, 3),)),
    )  # fmt: skip
    project.set_place(3, ME, 5)

    def rows(layer: str | None = None, status: object = None) -> list[tuple[str, object, object]]:
        found = project.records(layer, status)  # type: ignore[arg-type]
        return [(one.article.id, one.layer, one.status) for one in found]

    assert rows() == [
        ("a", ME, "skipped"), ("b", "gold", "begun"), ("c", None, None), ("full", ME, "done"),
    ]  # fmt: skip
    assert rows(layer=ME) == [("a", ME, "skipped"), ("full", ME, "done")]
    assert rows(status="done") == [("full", ME, "done")]
    assert rows(status="new") == [("c", None, None)]
    assert rows("gold", "done") == []
    assert rows("nobody") == []


def test_records_go_on_while_edits_are_made(project: Project) -> None:
    add(project, *(Record(article=article(f"n{number}")) for number in range(40)))
    seen = []
    for record in project.records():
        number = project.number(record.article.id) or 0
        seen.append(number)
        one = project.annotated(number, ME)
        project.apply(number, ME, one, edits.mark("PERS", Span.of(0, 3)))
    assert seen == list(range(1, 44))


def test_importing_again_adds_nothing(project: Project) -> None:
    add(project, FULL)
    later = msgspec.structs.replace(FULL, status="begun")
    assert add(project, FULL, later) == [Added(False, 0), Added(False, 0)]
    assert project.status(4, ME) == "done"
    assert project.count() == 4
    assert stored(project, 4) == {one.id: one for one in ALL_KINDS}
    assert project.check() == []


def test_an_article_with_another_text_is_refused_and_the_rest_comes_in(project: Project) -> None:
    other = Record(article=article("a", PLAIN + "."), layer=ME, annotations=(entity("x", 0, 3),))
    refused, good = add(project, other, FULL)
    assert "article a is stored already, with another text" in str(refused)
    assert good == Added(True, 8)
    assert project.article(1).text == PLAIN
    assert stored(project, 1) == {}


def test_an_annotation_with_other_content_is_refused(project: Project) -> None:
    first = Record(article=article("a"), layer=ME, annotations=(entity("x", 0, 3),))
    second = msgspec.structs.replace(
        first, annotations=(entity("new", 4, 8), entity("x", 0, 3, "GPE"))
    )
    added, refused = add(project, first, second)
    assert added == Added(False, 1)
    assert "annotation x of article a is stored already, with other content" in str(refused)
    assert stored(project) == {"x": entity("x", 0, 3)}


def test_new_annotations_join_those_that_are_there(project: Project) -> None:
    one = project.annotated(1, ME)
    one = project.apply(1, ME, one, edits.Edit(added=(entity("x", 0, 3), entity("y", 4, 8))))
    one, _ = project.undo(1, ME, one) or (one, None)
    one, _ = project.redo(1, ME, one) or (one, None)
    coming = Record(
        article=article("a"), layer=ME, status="done",
        annotations=(entity("x", 0, 3), entity("z", 12, 17), relation("r", "x", "y")),
    )  # fmt: skip
    assert add(project, coming) == [Added(False, 2)]
    assert set(stored(project)) == {"x", "y", "z", "r"}
    assert project.summary(1, ME).annotations == 4
    assert project.status(1, ME) == "begun"
    assert project.check() == []


def test_what_the_rules_do_not_admit_beside_what_is_there_is_refused(project: Project) -> None:
    first = Record(article=article("a"), layer=ME, annotations=(entity("x", 0, 3),))
    again = msgspec.structs.replace(first, annotations=(entity("y", 0, 3),))
    _, refused = add(project, first, again)
    assert "Article a: The same annotation is there already" in str(refused)
    assert set(stored(project)) == {"x"}


def test_an_import_discards_what_was_undone_where_it_adds(project: Project) -> None:
    one = project.annotated(1, ME)
    one = project.apply(1, ME, one, edits.mark("PERS", Span.of(0, 3)))
    project.undo(1, ME, one)
    add(project, Record(article=article("a"), layer=ME))
    assert project.can_redo(1, ME)
    add(project, Record(article=article("a"), layer=ME, annotations=(entity("x", 0, 3),)))
    assert not project.can_redo(1, ME)


def test_half_a_surrogate_pair_in_a_note_is_refused_alone(project: Project) -> None:
    bad = Record(
        article=article("bad"), layer="someone",
        annotations=(entity("x", 0, 3), Entity(label="GPE", span=Span.of(4, 5), note="\ud83d")),
    )  # fmt: skip
    good = Record(article=article("good"), layer="someone", annotations=(entity("x", 0, 3),))
    refused, added = add(project, bad, good)
    assert "half a surrogate pair" in str(refused)
    assert added == Added(True, 1)
    assert project.number("bad") is None
    assert project.check() == []


def test_an_import_that_breaks_off_leaves_nothing(project: Project) -> None:
    def stop() -> None:
        with project.importing("test") as session:
            session.add(FULL)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stop()
    assert project.count() == 3
    assert project.layers() == []
    fill(project, FULL)
    assert project.number("full") == 4


def test_an_import_is_on_record(project: Project) -> None:
    add(project, FULL)
    rows = project._database.rows("SELECT source, articles, annotations FROM import")
    assert rows == [("test", 3, 0), ("test", 1, 8)]


def test_many_records_in_and_out(path: Path) -> None:
    chance = random.Random(7)
    records = [
        Record(
            article=article(f"{number:03}", NASTY * (1 + number % 3)), layer="gold", status="done",
            annotations=tuple(
                entity(f"{number}-{start}", start, start + chance.randint(1, 9))
                for start in sorted(chance.sample(range(60), 30))
            ),
        )
        for number in range(100)
    ]  # fmt: skip
    with Project.create(path, LABELS) as project:
        assert all(isinstance(one, Added) for one in add(project, *records))
        found = list(project.records())
        assert all(same(one, two) for one, two in zip(found, records, strict=True))
        assert project.check() == []
