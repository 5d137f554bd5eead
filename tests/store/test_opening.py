"""Every kind of file that is no usable project is refused with its own reason and left alone."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from annotator.errors import ProjectRefused
from annotator.store import Project, opening, schema

from .helpers import ENVIRONMENT, LABELS, ME, left_alone, refusal, stored, tampering

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8


def test_a_project_opens_again_with_all_it_had(closed: Path) -> None:
    with Project.open(closed) as project:
        assert project.labels == LABELS
        assert project.path == closed
        assert project.count() == 2
        assert len(stored(project)) == 8


def test_creating_never_overwrites(path: Path) -> None:
    path.write_bytes(b"precious")
    with pytest.raises(ProjectRefused, match="There is a file"):
        Project.create(path, LABELS)
    assert path.read_bytes() == b"precious"


def test_creating_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ProjectRefused, match="cannot be made"):
        Project.create(tmp_path / "none" / "p.db", LABELS)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (PNG, "is not a project file"),
        ("نص".encode(), "is not a project file"),
        (b"SQLite format 3\0", "is cut off"),
        (b"\0" * 5000, "is not a project file"),
    ],
)
def test_files_that_never_were_projects(path: Path, content: bytes, reason: str) -> None:
    path.write_bytes(content)
    assert reason in refusal(path)


def test_a_file_that_is_missing(path: Path) -> None:
    with pytest.raises(ProjectRefused, match="There is no file"):
        Project.open(path)
    assert not path.exists()


def test_a_name_that_no_file_can_have() -> None:
    with pytest.raises(ProjectRefused, match="cannot be read"):
        Project.open("a\0b")


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(ProjectRefused, match="is a folder"):
        Project.open(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_named_pipe_does_not_block(path: Path) -> None:
    os.mkfifo(path)
    with pytest.raises(ProjectRefused, match="is not a project file"):
        Project.open(path)


@pytest.mark.parametrize("missing", [1, 4096, 8192, 50_000])
def test_a_file_that_was_cut_off(closed: Path, missing: int) -> None:
    os.truncate(closed, closed.stat().st_size - missing)
    assert "is cut off" in refusal(closed)


def test_a_database_of_another_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE article (number)")
    assert "of another program" in refusal(path)


def test_a_database_of_another_program_in_wal_mode_is_not_even_touched(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("CREATE TABLE article (number)")
        other.commit()
        assert "of another program" in refusal(path)


def test_a_newer_project(closed: Path) -> None:
    with tampering(closed) as connection:
        connection.execute(f"PRAGMA user_version = {len(schema.STEPS) + 1}")
    assert "newer version" in refusal(closed)


def test_a_damaged_page(closed: Path) -> None:
    with closed.open("r+b") as file:
        file.seek(schema.PAGE_SIZE * 4)
        file.write(b"\xff" * 64)
    assert "is damaged" in refusal(closed)


def test_the_page_of_the_schema_damaged(closed: Path) -> None:
    with closed.open("r+b") as file:
        file.seek(100)
        file.write(b"\x55" * 200)
    assert "is damaged" in refusal(closed)


@pytest.mark.parametrize(
    ("tampered", "reason"),
    [
        ("DROP TABLE history", "no table history"),
        (
            "CREATE TRIGGER t AFTER INSERT ON entity BEGIN DELETE FROM entity; END",
            "another program",
        ),
        ("CREATE VIEW v AS SELECT 1", "another program"),
        ("UPDATE labels SET source = 'name ='", "label set"),
        ("DELETE FROM labels", "label set"),
        ("UPDATE entity SET fragments = '[[1, 2]'", "CHECK constraint failed"),
    ],
)
def test_what_another_program_did_to_a_project(closed: Path, tampered: str, reason: str) -> None:
    with tampering(closed) as connection:
        connection.execute(tampered)
    assert reason in refusal(closed)


# Other programs and other rights

HOLD = """
import sys
from annotator.store import Project
with Project.open(sys.argv[1]):
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def held_elsewhere(path: Path) -> Iterator[None]:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=ENVIRONMENT,
    ) as holder:  # fmt: skip
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        yield
        holder.communicate("")


def test_a_project_that_is_open_in_another_program(closed: Path) -> None:
    with held_elsewhere(closed):
        assert "open in another program" in refusal(closed)
        with left_alone(closed), pytest.raises(ProjectRefused, match="open in another program"):
            Project.examine(closed)
    Project.open(closed).close()


def test_a_project_that_is_open_here_stays_locked(closed: Path) -> None:
    with Project.open(closed):
        for _ in range(2):
            with pytest.raises(ProjectRefused, match="open already"):
                Project.open(closed)
            with pytest.raises(ProjectRefused, match="open already"):
                Project.examine(closed)
        # The refusals must not have given up the lock, as closing any handle of the file would.
        other = subprocess.run(
            [sys.executable, "-c", HOLD, str(closed)],
            input="",
            capture_output=True,
            text=True,
            env=ENVIRONMENT,
        )
        assert "open in another program" in other.stderr
    Project.open(closed).close()


def test_closing_twice_does_not_close_what_was_opened_after(closed: Path) -> None:
    first = Project.open(closed)
    first.close()
    with Project.open(closed):
        first.close()
        with pytest.raises(ProjectRefused, match="open already"):
            Project.open(closed)


@pytest.mark.skipif(sys.platform == "win32", reason="needs the right to make links")
def test_a_link_leads_to_the_same_project(closed: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.db"
    link.symlink_to(closed)
    with Project.open(link) as project:
        assert len(stored(project)) == 8
        with pytest.raises(ProjectRefused, match="open already"):
            Project.open(closed)


@contextmanager
def without_privileges() -> Iterator[None]:
    """As a user whom permissions bind: root is not."""
    if not hasattr(os, "geteuid"):
        pytest.skip("needs POSIX permissions")
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def public(closed: Path) -> Iterator[Path]:
    """The closed project in a folder that everybody can enter."""
    folders = [folder for folder in closed.parents if folder.stat().st_uid == os.geteuid()]
    modes = {folder: folder.stat().st_mode for folder in folders if folder != Path("/")}
    for folder, mode in modes.items():
        folder.chmod(mode | 0o055)
    yield closed
    for folder, mode in modes.items():
        folder.chmod(mode)


def test_a_file_that_cannot_be_written(public: Path) -> None:
    public.chmod(0o444)
    with without_privileges():
        assert "cannot be written" in refusal(public)
        assert Project.examine(public) == []


def test_a_folder_that_cannot_be_written_has_no_room_for_a_journal(public: Path) -> None:
    public.chmod(0o666)
    public.parent.chmod(0o555)
    with without_privileges():
        assert "its folder is read-only" in refusal(public)


def test_a_file_that_cannot_be_read(public: Path) -> None:
    public.chmod(0o000)
    with without_privileges(), pytest.raises(ProjectRefused, match="cannot be read"):
        Project.open(public)


# Older versions


def _second(connection: sqlite3.Connection) -> None:
    connection.execute("ALTER TABLE layer ADD COLUMN colour TEXT")


def _broken(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM entity")
    connection.execute("no SQL")


def test_an_older_project_is_brought_up_to_date_and_kept_beside(closed: Path) -> None:
    database = opening.open_file(closed, (*schema.STEPS, _second))
    assert database.rows("SELECT name, colour FROM layer") == [(ME, None)]
    assert database.value("PRAGMA user_version") == len(schema.STEPS) + 1
    opening.close(database)
    assert "newer version" in refusal(closed)
    copy = f"مشروع #1?%20.before-v{len(schema.STEPS) + 1}.db"
    with Project.open(closed.with_name(copy)) as before:
        assert len(stored(before)) == 8
        assert before.check() == []


def test_a_step_that_fails_leaves_the_older_project_as_it_was(closed: Path) -> None:
    content = closed.read_bytes()
    for _ in range(2):
        with pytest.raises(sqlite3.OperationalError):
            opening.open_file(closed, (*schema.STEPS, _second, _broken))
    with Project.open(closed) as project:
        assert len(stored(project)) == 8
    assert closed.read_bytes()[200:] == content[200:]
    before = f"مشروع #1?%20.before-v{len(schema.STEPS) + 2}"
    assert {other.name for other in closed.parent.iterdir()} == {
        closed.name, f"{before}.db", f"{before}-2.db",
    }  # fmt: skip


def test_opening_a_current_project_leaves_nothing_beside_it(closed: Path) -> None:
    with left_alone(closed):
        Project.open(closed).close()
