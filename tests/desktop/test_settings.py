"""What is remembered, and what happens to a file that cannot be used."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotator.desktop.settings import RECENT, Settings, SettingsFile


def test_what_was_changed_is_there_at_the_next_start(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "settings.json"
    SettingsFile(file).change(language="ar", zoom=3, author="ليلى")
    again = SettingsFile(file)
    assert again.now == Settings(language="ar", zoom=3, author="ليلى")
    assert again.problem is None
    assert [path.name for path in file.parent.iterdir()] == ["settings.json"]


def test_without_a_file_the_defaults_hold_and_nothing_is_said(tmp_path: Path) -> None:
    settings = SettingsFile(tmp_path / "settings.json")
    assert settings.now == Settings()
    assert settings.problem is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b'{"language": "ar", "zo',
        b'{"language": "fr"}',
        b'{"zoom": "much"}',
        b'{"zoom": 4000}',
        b'{"recent": [1, 2]}',
        b"[]",
        b"\xff\xfe\x00",
        b"\x80\x04\x95\x05\x00\x00\x00\x00\x00\x00\x00\x8c\x01a\x94.",
        b"[" * 100_000,
        b'{"version": 999, "language": "ar"}',
    ],
)
def test_a_file_that_is_no_good_is_kept_aside_and_said_once(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(content)
    settings = SettingsFile(file)
    assert settings.now == Settings()
    assert settings.problem is not None
    assert str(file) in str(settings.problem)
    assert file.with_name("settings.json.bad-1").read_bytes() == content
    settings.change(theme="dark")
    assert SettingsFile(file).problem is None


def test_each_bad_file_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    for content in (b"one", b"two"):
        file.write_bytes(content)
        SettingsFile(file)
    kept = [file.with_name(f"settings.json.bad-{n}").read_bytes() for n in (1, 2)]
    assert kept == [b"one", b"two"]


def test_unknown_settings_of_the_same_version_do_no_harm(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({"language": "ar", "colour of the cat": "black"}), "utf-8")
    assert SettingsFile(file).now.language == "ar"


def test_settings_that_cannot_be_written_are_no_reason_to_stop(tmp_path: Path) -> None:
    blocked = tmp_path / "a file"
    blocked.write_bytes(b"")
    settings = SettingsFile(blocked / "settings.json")
    settings.change(theme="dark")
    assert settings.now.theme == "dark"
    assert settings.problem is not None


def test_the_last_projects_are_remembered_without_repeats() -> None:
    settings = Settings()
    for number in [*range(RECENT + 3), 5]:
        settings = settings.opened(Path(f"/projects/{number}.db"))
    assert settings.project == "/projects/5.db"
    assert settings.recent[0] == "/projects/5.db"
    assert len(set(settings.recent)) == len(settings.recent) == RECENT
