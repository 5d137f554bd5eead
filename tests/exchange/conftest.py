"""Projects for the tests of this folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from annotator.model import labelfile
from annotator.resources import resource
from annotator.store import Project

Make = Callable[[str], Project]


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Make]:
    """Makes empty projects by name; all are closed at the end."""
    made: list[Project] = []

    def new(name: str) -> Project:
        labels = labelfile.load("news", resource("labels"))
        made.append(Project.create(tmp_path / f"{name}.db", labels))
        return made[-1]

    yield new
    for one in made:
        one.close()


@pytest.fixture
def project(make: Make) -> Project:
    """An empty project with the news labels."""
    return make("project")
