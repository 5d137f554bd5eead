"""Where the program keeps its own things."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator import places


def test_one_variable_moves_everything(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ANNOTATOR_HOME", str(tmp_path))
    assert places.data_folder() == tmp_path
    found = {places.settings_file(), places.sample_project(), places.log_file()}
    assert {file.parent for file in found} == {tmp_path}
    assert len(found) == 3


@pytest.mark.parametrize("value", [None, ""])
def test_otherwise_it_is_the_users_own_folder(
    monkeypatch: pytest.MonkeyPatch, value: str | None
) -> None:
    if value is None:
        monkeypatch.delenv("ANNOTATOR_HOME", raising=False)
    else:
        monkeypatch.setenv("ANNOTATOR_HOME", value)
    assert places.data_folder().is_absolute()
    assert "annotator" in places.data_folder().name.lower()
