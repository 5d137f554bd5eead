"""When work was done: what was undone does not count, what was done again counts once."""

from __future__ import annotations

import datetime
from collections import Counter
from pathlib import Path

import pytest

from annotator.errors import ProjectRefused
from annotator.exchange.statistics import statistics
from annotator.model import edits
from annotator.model.record import Record
from annotator.model.spans import Span
from annotator.store import Project

from .helpers import ALL_KINDS, ME, article, back_to_version_1, fill, tampering

PERS = edits.mark("PERS", Span.of(4, 8))
GPE = edits.mark("GPE", Span.of(12, 17))


def totals(project: Project) -> Counter[str]:
    found: Counter[str] = Counter()
    for one in project.events():
        now = datetime.datetime.now(datetime.UTC)
        assert now - datetime.timedelta(minutes=5) < one.at <= now
        found.update(made=one.made, changed=one.changed, removed=one.removed, finished=one.finished)
    return +found


def test_edits_count_what_they_make_change_and_remove(project: Project) -> None:
    one = project.apply(1, ME, project.annotated(1, ME), PERS)
    one = project.apply(1, ME, one, GPE)
    assert totals(project) == {"made": 2}
    one = project.apply(1, ME, one, edits.relabel(one, PERS.added[0].id, "ORG"))
    one = project.apply(1, ME, one, edits.delete(one, [GPE.added[0].id]))
    assert totals(project) == {"made": 2, "changed": 1, "removed": 1}


def test_what_is_undone_does_not_count_and_done_again_counts_once(project: Project) -> None:
    one = project.apply(1, ME, project.annotated(1, ME), PERS)
    one = project.apply(1, ME, one, GPE)
    for _ in range(3):
        one, _ = project.undo(1, ME, one) or pytest.fail("nothing was moved")
        assert totals(project) == {"made": 1}
        one, _ = project.redo(1, ME, one) or pytest.fail("nothing was moved")
        assert totals(project) == {"made": 2}
    one, _ = project.undo(1, ME, one) or pytest.fail("nothing was moved")
    project.apply(1, ME, one, edits.mark("ORG", Span.of(0, 3)))
    assert totals(project) == {"made": 2}


def test_an_article_is_finished_once_and_no_longer_when_it_is_reopened(project: Project) -> None:
    project.set_status(1, ME, "done")
    project.set_status(1, ME, "done")
    project.set_status(2, ME, "skipped")
    project.set_status(3, "other", "done")
    assert totals(project) == {"finished": 2}
    project.set_status(1, ME, "begun")
    assert [one.layer for one in project.events()] == ["other"]
    project.set_status(1, ME, "done")
    assert totals(project) == {"finished": 2}


def test_what_came_in_done_was_finished_on_no_known_day(project: Project) -> None:
    fill(project, Record(article=article("d"), layer=ME, status="done", annotations=ALL_KINDS))
    assert totals(project) == {}
    assert statistics(project).layer(ME).statuses["done"] == 1


def test_older_projects_take_the_last_edit_for_the_end(project: Project, path: Path) -> None:
    project.apply(1, ME, project.annotated(1, ME), PERS)
    project.set_status(1, ME, "done")
    project.set_status(2, ME, "done")
    project.close()
    with tampering(path) as connection:
        connection.execute("UPDATE history SET at = '2026-03-01T22:30:00.000+00:00'")
        back_to_version_1(connection)
    with Project.open(path) as again:
        events = list(again.events())
        assert [(one.finished, one.at.isoformat()) for one in events[1:]] == [
            (1, "2026-03-01T22:30:00+00:00")
        ]
        assert again.check() == []


def test_days_are_those_of_where_one_is(project: Project, path: Path) -> None:
    project.apply(1, ME, project.annotated(1, ME), PERS)
    project.set_status(1, ME, "done")
    project.close()
    with tampering(path) as connection:
        for table in ("history", "finished"):
            connection.execute(f"UPDATE {table} SET at = '2026-03-01T22:30:00.000+00:00'")
    with Project.open(path) as again:
        for hours, wanted in ((0, "2026-03-01"), (3, "2026-03-02"), (-10, "2026-03-01")):
            zone = datetime.timezone(datetime.timedelta(hours=hours))
            (day,) = statistics(again, zone=zone).layer(ME).days
            assert (day.day, day.made, day.finished) == (wanted, 1, 1)


def test_a_time_that_is_none_is_told_by_the_check_and_refused(project: Project, path: Path) -> None:
    project.apply(1, ME, project.annotated(1, ME), PERS)
    project.set_status(2, ME, "done")
    project.close()
    for table in ("finished", "history"):
        with tampering(path) as connection:
            connection.execute(f"UPDATE {table} SET at = 'gestern'")
        with Project.open(path) as again:
            assert any("Times that cannot be read: 1" in one.say() for one in again.check())
            with pytest.raises(ProjectRefused, match="is damaged"):
                list(again.events())
