"""Full disks and I/O errors: the last action is rolled back, all before it stays, work goes on."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.errors import ProjectRefused
from annotator.model import edits
from annotator.model.annotations import Entity
from annotator.model.record import Record
from annotator.model.spans import Span
from annotator.store import Project
from annotator.store.failures import explain

from .helpers import ENVIRONMENT, ME, NASTY, article, fill, stored


def test_a_full_disk_takes_back_the_last_edit_only(project: Project, path: Path) -> None:
    one = project.annotated(2, ME)
    database = project._database
    pages = database.value("PRAGMA page_count")
    database.run(f"PRAGMA max_page_count = {pages}")
    said = ""
    while not said:
        start = len(one)
        added = Entity(label="PERS", span=Span.of(start, start + 3), note="ض" * 500)
        try:
            one = project.apply(2, ME, one, edits.Edit(added=(added,)))
        except ProjectRefused as error:
            said = str(error)
    assert "no room left" in said
    assert "Nothing of the last action was stored; everything before it was." in said
    assert len(one) > 1
    assert stored(project, 2) == one.by_id
    assert project.check() == []
    database.run("PRAGMA max_page_count = 100000")
    one = project.apply(2, ME, one, edits.mark("ORG", Span.of(0, 60)))
    project.close()
    with Project.open(path) as again:
        assert stored(again, 2) == one.by_id
        assert len(again.history(2, ME)) == len(one)


def test_an_import_on_a_full_disk_leaves_nothing(project: Project, path: Path) -> None:
    database = project._database
    pages = database.value("PRAGMA page_count")
    database.run(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(ProjectRefused, match="no room left"):
        fill(project, *(Record(article=article(str(n), NASTY * 50)) for n in range(50)))
    project.close()
    with Project.open(path) as again:
        assert again.count() == 3
        assert again.check() == []


LIMITED = """
import resource, sys
from pathlib import Path
from annotator.errors import ProjectRefused
from annotator.model import edits
from annotator.model.spans import Span
from annotator.store import Project

path = Path(sys.argv[1])
with Project.open(path) as project:
    size = path.stat().st_size + 9000
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
    one = project.annotated(1, "x")
    try:
        for note in range(1000):
            edit = edits.mark("PERS", Span.of(4, 8)) if not len(one) else edits.change(
                one, one.entities[0].id, note=str(note) * 300)
            one = project.apply(1, "x", one, edit)
            print(one.entities[0].note, flush=True)
    except ProjectRefused as error:
        print(error, file=sys.stderr)
    assert dict(project.annotated(1, "x").by_id) == one.by_id
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    one = project.apply(1, "x", one, edits.mark("GPE", Span.of(12, 17)))
    assert project.check() == []
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs limits on the size of files")
def test_an_error_of_the_disk_takes_back_the_last_edit_only(closed: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(closed)],
        capture_output=True,
        text=True,
        env=ENVIRONMENT,
    )
    assert done.returncode == 0, done.stderr
    assert "The disk reported an error" in done.stderr
    assert "Nothing of the last action was stored" in done.stderr
    acknowledged = done.stdout.splitlines()
    assert len(acknowledged) > 1
    with Project.open(closed) as project:
        one = project.annotated(1, "x")
        assert str(one.entities[0].note) == acknowledged[-1]
        assert len(project.history(1, "x")) == len(acknowledged) + 1
        assert project.check() == []


UNFINISHED = """
import os, signal, sys
from annotator.model.article import Article
from annotator.model.annotations import Entity
from annotator.model.record import Record
from annotator.store import Project

project = Project.open(sys.argv[1])
# With so small a cache, pages reach the file before the end of the import.
project._database.run("PRAGMA cache_size = 5")
with project.importing("killed") as session:
    for number in range(100):
        session.add(Record(article=Article(id=f"new {number}", text="نص طويل " * 2000)))
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_what_a_crash_left_half_written_is_taken_back_at_the_next_opening(closed: Path) -> None:
    before = closed.read_bytes()
    subprocess.run([sys.executable, "-c", UNFINISHED, str(closed)], check=False, env=ENVIRONMENT)
    journal = closed.with_name(closed.name + "-journal")
    assert journal.exists()
    torn = closed.read_bytes()
    assert len(torn) > 2 * len(before)
    # Looking does not play the journal back: that would be writing.
    assert "An action was not finished" in str(Project.examine(closed)[0])
    assert (closed.read_bytes() == torn, journal.exists()) == (True, True)
    with Project.open(closed) as project:
        assert project.count() == 2
        assert len(stored(project)) == 8
        assert project.check() == []
    assert not journal.exists()


def test_errors_that_are_bugs_stay_what_they_are(project: Project) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        project._database.rows("SELECT * FROM nowhere")
    with pytest.raises(sqlite3.IntegrityError):
        project.set_place(1, ME, -1)
    assert project.layers() == []
    with pytest.raises(sqlite3.ProgrammingError):
        explain(sqlite3.ProgrammingError("x"), "p.db")
