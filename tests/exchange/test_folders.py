"""Importing folders: their texts come in by name, the rest is counted, what is no good is said."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from click.testing import CliRunner

from annotator.cli import cli
from annotator.errors import UserError
from annotator.exchange import import_paths, texts_in
from annotator.exchange.folders import expanded
from annotator.formats import by_name
from annotator.store import Project


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Texts in a folder and in a folder of it, and things that are no texts."""
    made = tmp_path / "نصوص"
    (made / "2026").mkdir(parents=True)
    (made / ".git").mkdir()
    for name in ("b.txt", "a.TXT", "2026/c.txt", ".hidden.txt", ".git/d.txt", "notes.docx"):
        (made / name).write_text(f"نص {name}", "utf-8")
    (made / "rows.jsonl").write_text('{"text": "سطر"}\n{"text": ""}\n', "utf-8")
    return made


def names(files: Iterable[Path]) -> list[str]:
    """The files' names."""
    return [file.name for file in files]


def test_a_folder_stands_for_its_texts_by_name(folder: Path, tmp_path: Path) -> None:
    single = tmp_path / "z.dat"
    found = expanded([single, folder])
    assert names(source.path for source, _ in found.sources) == [
        "z.dat",
        "a.TXT",
        "b.txt",
        "rows.jsonl",
        "c.txt",
    ]
    assert found.left_out == 1
    assert names(texts_in(folder, by_name("text"))[0]) == ["a.TXT", "b.txt", "c.txt"]


def test_rejected_rows_are_not_imported_again(folder: Path, tmp_path: Path) -> None:
    with Project.create(tmp_path / "p.db", _labels()) as project:
        first = import_paths(project, [folder])
        again = import_paths(project, [folder])
        third = import_paths(project, [folder])
    assert (first.articles, first.rejected, first.left_out) == (4, 1, 1)
    assert (again.articles, again.known, again.rejected, again.left_out) == (0, 4, 1, 2)
    assert third.left_out == 3
    assert sorted(names(list(folder.glob("*rejected*")))) == [
        "rows.jsonl.rejected-2.jsonl", "rows.jsonl.rejected-3.jsonl", "rows.jsonl.rejected.jsonl",
    ]  # fmt: skip


def _labels() -> object:
    from annotator.model import labelfile
    from annotator.resources import resource

    return labelfile.load("news", resource("labels"))


@pytest.mark.parametrize("inside", [(), ("x.docx",), ("a.jsonl.rejected.jsonl",)])
def test_a_folder_without_texts_is_refused(tmp_path: Path, inside: tuple[str, ...]) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    for name in inside:
        (empty / name).write_text("x", "utf-8")
    with pytest.raises(UserError) as refused:
        texts_in(empty)
    assert "no texts in this folder" in str(refused.value)
    assert ".txt" in str(refused.value)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_in_a_circle_end(folder: Path) -> None:
    (folder / "2026" / "up").symlink_to(folder)
    assert len(texts_in(folder)[0]) == 4


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads all")
def test_a_folder_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0)
    with pytest.raises(UserError, match="cannot be read"):
        texts_in(locked)


def test_the_command_takes_a_folder(folder: Path, tmp_path: Path) -> None:
    project = str(tmp_path / "p.db")
    assert CliRunner().invoke(cli, ["new", project]).exit_code == 0
    done = CliRunner().invoke(cli, ["import", project, str(folder)])
    assert done.exit_code == 1  # One row of it was rejected.
    assert "New articles: 4" in done.stdout
    assert "Other files in folders, left out: 1." in done.stdout
    empty = tmp_path / "empty"
    empty.mkdir()
    done = CliRunner().invoke(cli, ["import", project, str(empty)])
    assert done.exit_code == 1
    assert f"{empty}: There are" in done.stderr
    assert "no texts in this folder" in done.stderr
    with Project.open(project) as opened:
        titles = [row.title for row in opened.summaries(None)]
    assert titles == ["نص a.TXT", "نص b.txt", "سطر", "نص 2026/c.txt"]
