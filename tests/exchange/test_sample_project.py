"""The sample project: whole or not there at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.errors import ProjectRefused, UserError
from annotator.exchange import sample
from annotator.store import Project


def test_a_newcomer_finds_three_annotated_articles(tmp_path: Path) -> None:
    path = tmp_path / "new" / "sample.db"
    sample.make(path, "layla")
    assert list(path.parent.iterdir()) == [path]
    with Project.open(path) as project:
        assert project.count() >= 12
        assert project.layers() == ["gold", "layla"]
        gold, own = (project.summaries(layer) for layer in ("gold", "layla"))
        assert all(one.annotations > 0 for one in gold)
        assert [one.annotations for one in own[:3]] == [one.annotations for one in gold[:3]]
        assert {one.status for one in own[3:]} == {"new"}
        assert all(one.annotations == 0 for one in own[3:])
        assert project.next_unfinished(1, "layla") == 4
        assert project.check() == []


def test_someone_called_gold_sees_all_of_it(tmp_path: Path) -> None:
    sample.make(tmp_path / "sample.db", "gold")
    with Project.open(tmp_path / "sample.db") as project:
        assert project.layers() == ["gold"]


def test_a_file_that_is_there_stays(tmp_path: Path) -> None:
    path = tmp_path / "sample.db"
    path.write_bytes(b"mine")
    with pytest.raises(ProjectRefused, match=r"There is a file .* already"):
        sample.make(path, "layla")
    assert path.read_bytes() == b"mine"
    assert list(tmp_path.iterdir()) == [path]


def test_where_none_can_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(ProjectRefused, match="cannot be made"):
        sample.make(tmp_path / "file" / "sample.db", "layla")


def test_an_author_without_a_name(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="An author's name"):
        sample.make(tmp_path / "sample.db", " ")
    assert list(tmp_path.iterdir()) == []
