"""What a project keeps besides edits: articles, layers, statuses, places, memory, and copies."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from annotator.errors import ProjectRefused
from annotator.model import edits
from annotator.model.record import Record
from annotator.model.spans import Span
from annotator.store import Project, Summary

from .helpers import LABELS, ME, NASTY, PLAIN, article, entity, stored, tampering


def test_articles_come_back_exactly_as_they_came(project: Project) -> None:
    assert project.count() == 3
    assert project.article(1) == article("a", title="العنوان", n=[1, None])
    assert project.article(2) == article("b", NASTY)
    assert [project.number(id) for id in ("a", "b", "c", "d")] == [1, 2, 3, None]
    with pytest.raises(IndexError):
        project.article(4)


def test_summaries_count_and_name(project: Project) -> None:
    one = project.annotated(1, ME)
    project.apply(1, ME, one, edits.mark("PERS", Span.of(4, 8)))
    assert project.summaries(ME) == [
        Summary(1, "a", "العنوان", "begun", 1),
        Summary(2, "b", "\u202bقالَ\u202c «مُحمّد»", "new", 0),
        Summary(3, "c", PLAIN, "new", 0),
    ]
    assert [summary.number for summary in project.summaries(None, 1, 1)] == [2]
    assert project.summary(1, "other") == Summary(1, "a", "العنوان", "new", 0)
    for missing in (0, 4):
        with pytest.raises(IndexError):
            project.summary(missing, ME)


def test_status_place_and_memory_survive_closing(project: Project, path: Path) -> None:
    assert project.status(2, ME) == "new"
    assert project.place(2, ME) == 0
    assert project.recall("article", 7) == 7
    project.set_status(2, ME, "done")
    project.set_place(2, "other", 11)
    project.remember("article", {"number": 2, "نص": [None, 1.5]})
    project.remember("article", {"number": 3})
    project.close()
    with Project.open(path) as again:
        assert again.status(2, ME) == "done"
        assert again.place(2, "other") == 11
        assert again.status(2, "other") == "new"
        assert again.recall("article") == {"number": 3}
        assert again.layers() == [ME, "other"]


def test_the_first_edit_begins_an_article_and_no_edit_ends_its_being_done(
    project: Project,
) -> None:
    one = project.annotated(1, ME)
    assert project.status(1, ME) == "new"
    one = project.apply(1, ME, one, edits.mark("PERS", Span.of(4, 8)))
    assert project.status(1, ME) == "begun"
    assert project.status(1, "other") == "new"
    project.set_status(1, ME, "done")
    project.apply(1, ME, one, edits.mark("GPE", Span.of(12, 17)))
    assert project.status(1, ME) == "done"


def test_the_next_unfinished_article(project: Project) -> None:
    assert project.next_unfinished(1, ME) == 2
    project.set_status(2, ME, "skipped")
    assert project.next_unfinished(1, ME) == 3
    assert project.next_unfinished(3, ME) == 1
    project.set_status(1, ME, "done")
    assert project.next_unfinished(1, ME) == 3
    assert project.next_unfinished(3, ME) is None
    assert project.next_unfinished(1, "other") == 2


def test_layers_do_not_see_each_other(project: Project) -> None:
    project.apply(1, ME, project.annotated(1, ME), edits.mark("PERS", Span.of(4, 8)))
    project.apply(1, "other", project.annotated(1, "other"), edits.mark("GPE", Span.of(4, 8)))
    assert [one.label for one in stored(project).values()] == ["PERS"]
    assert [one.label for one in stored(project, 1, "other").values()] == ["GPE"]
    assert stored(project, 2) == {}


# Copies

COPY = "import shutil, sys; shutil.copyfile(sys.argv[1], sys.argv[2])"


def test_a_copy_of_the_file_alone_made_while_it_is_open_has_everything(
    project: Project, path: Path, tmp_path: Path
) -> None:
    one = project.annotated(2, ME)
    for start in range(40):
        one = project.apply(2, ME, one, edits.mark("PERS", Span.of(start, start + 3)))
    one, _ = project.undo(2, ME, one) or (one, None)
    copy = tmp_path / "copy.db"
    subprocess.run([sys.executable, "-c", COPY, str(path), str(copy)], check=True)
    with Project.open(copy) as other:
        assert stored(other, 2) == one.by_id
        assert len(one) == 39
        assert other.can_redo(2, ME)
        assert other.check() == []


def test_a_snapshot_is_read_by_another_thread_and_stays_as_it_was(project: Project) -> None:
    one = project.annotated(1, ME)
    one = project.apply(1, ME, one, edits.mark("PERS", Span.of(4, 8)))
    seen: list[Record] = []
    with project.snapshot() as snapshot:
        project.apply(1, ME, one, edits.mark("GPE", Span.of(12, 17)))
        reader = threading.Thread(target=lambda: seen.extend(snapshot.records()))
        reader.start()
        reader.join()
        assert [len(record.annotations) for record in seen] == [1, 0, 0]
        assert snapshot.labels == LABELS
        with pytest.raises(ProjectRefused, match="cannot be written"):
            snapshot.set_status(1, ME, "done")
    assert len(stored(project)) == 2


# What has gone bad on the disk is refused, not passed on


@pytest.mark.parametrize(
    ("tampered", "reason"),
    [
        ("UPDATE article SET text = replace(text, 'بيروت', 'دمشق ')", "not the one"),
        ("UPDATE article SET meta = '[]'", "damaged"),
        ('UPDATE entity SET start = start + 1, "end" = "end" + 1', "no longer covers"),
        ("UPDATE quote SET cue_start = 897, cue_end = 900 WHERE id = 'q'", "beyond the text"),
        ("UPDATE entity SET fragments = '[[5, 4]]', start = 5", "damaged"),
        ("UPDATE relation SET head = 'nobody'", "nobody"),
        ("UPDATE entity SET label = 'OTHER'", "OTHER"),
        ("DELETE FROM entity WHERE id = 'again'", "missing"),
        ("UPDATE entity SET label = CAST(x'ff' AS TEXT)", "Could not decode"),
    ],
)
def test_a_damaged_article_is_refused(closed: Path, tampered: str, reason: str) -> None:
    with tampering(closed) as connection:
        connection.execute(tampered)
    with Project.open(closed) as project:
        with pytest.raises(ProjectRefused, match="damaged") as refused:
            project.annotated(1, ME)
        assert reason in str(refused.value)
        assert project.count() == 2


def test_an_export_does_not_pass_on_a_span_that_has_moved(closed: Path) -> None:
    with tampering(closed) as connection:
        connection.execute('UPDATE entity SET start = 5, "end" = 9 WHERE id = ?', ("محمد",))
    with Project.open(closed) as project, pytest.raises(ProjectRefused, match="no longer covers"):
        list(project.records())


def test_texts_are_compared_with_their_hash_when_exported(closed: Path) -> None:
    with tampering(closed) as connection:
        connection.execute("UPDATE article SET text = 'ق' || substr(text, 2) WHERE number = 1")
        connection.execute("UPDATE article SET text = '!' || substr(text, 2) WHERE number = 2")
    with Project.open(closed) as project, pytest.raises(ProjectRefused, match="Article 2"):
        list(project.records())


def test_an_entity_that_came_first_is_not_touched_by_the_next(project: Project) -> None:
    one = project.annotated(1, ME)
    first = entity("x", 0, 3)
    one = project.apply(1, ME, one, edits.Edit(added=(first,)))
    project.apply(1, ME, one, edits.Edit(added=(entity("y", 0, 3, "GPE"),)))
    assert stored(project)["x"] == first
