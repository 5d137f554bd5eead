"""A project with articles, and its file closed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.model.record import Record
from annotator.store import Project

from .helpers import ALL_KINDS, LABELS, ME, NASTY, article, fill


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a project may be made; the name is no plain one."""
    return tmp_path / "مشروع #1?%20.db"


@pytest.fixture
def project(path: Path) -> Iterator[Project]:
    """Three articles, nobody has annotated."""
    with Project.create(path, LABELS) as project:
        fill(
            project,
            Record(article=article("a", title="العنوان", n=[1, None])),
            Record(article=article("b", NASTY)),
            Record(article=article("c")),
        )
        yield project


@pytest.fixture
def closed(path: Path) -> Path:
    """A closed project: article 1 annotated by ME with all kinds, article 2 by nobody."""
    with Project.create(path, LABELS) as project:
        fill(
            project,
            Record(article=article("a"), layer=ME, status="begun", annotations=ALL_KINDS),
            Record(article=article("b", NASTY)),
        )
    return path
