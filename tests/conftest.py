"""What holds for all tests: no display, no settings of the person who runs them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# A loaded machine is slow now and then; how long an example takes says nothing about the program.
# In CI the examples are the same every time, so that its word on a change is not chance; everywhere
# else each run looks somewhere new.
settings.register_profile(
    "annotator", deadline=None, print_blob=True, derandomize="CI" in os.environ
)
settings.load_profile("annotator")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program's own folder, empty for each test; nobody's name is known yet."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("ANNOTATOR_HOME", str(folder))
    monkeypatch.delenv("ANNOTATOR_AUTHOR", raising=False)
    return folder
