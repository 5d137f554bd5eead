"""The program started on settings that are no good: it says so once, and nothing is lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator.desktop import keymap
from annotator.desktop.dialogs.author import AuthorDialog
from annotator.desktop.dialogs.base import TextDialog
from annotator.places import settings_file

from .test_session import dialog, run_through, window

BAD = {
    "empty": b"",
    "truncated": b'{"language": "en", "keys": {"quote": ["',
    "no object": b"[1, 2]",
    "another type": b'{"zoom": "much"}',
    "keys as a list": b'{"keys": ["Q"]}',
    "a key as a number": b'{"keys": {"quote": [7]}}',
    "keys as text": b'{"keys": {"quote": "Q"}}',
    "newer": b'{"version": 99, "keys": {"quote": ["J"]}}',
    "binary": b"\x80\x04\x95\x00\xff",
    "deep": b"[" * 50_000,
}


def put(content: bytes) -> Path:
    """Write the settings file."""
    path = settings_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def said() -> str:
    """What the dialog in front says."""
    shown = dialog(TextDialog)
    assert isinstance(shown, TextDialog)
    sentence = shown.sentence.text()
    shown.accept()
    return sentence


@pytest.mark.parametrize("case", BAD)
def test_a_file_that_is_no_good_is_said_once_and_kept(
    qtbot: QtBot, project: Path, case: str
) -> None:
    path = put(BAD[case])
    sentences: list[str] = []
    keys: list[tuple[str, ...]] = []

    def look() -> None:
        sentences.append(said())
        keys.append(keymap.of("quote"))

    assert run_through([lambda: None, look, nothing_in_front], project, "سارة") == 0
    assert str(path) in sentences[0]
    assert "settings.json.bad-1" in sentences[0]
    assert path.with_name("settings.json.bad-1").read_bytes() == BAD[case]
    assert keys == [("Q",)]
    # The second start has nothing to say.
    assert run_through([lambda: None, nothing_in_front], project) == 0
    assert [one.name for one in path.parent.glob("*.bad-*")] == ["settings.json.bad-1"]


def nothing_in_front() -> None:
    """No dialog is open."""
    from PySide6.QtWidgets import QApplication

    assert QApplication.activeModalWidget() is None
    assert window().workspace.annotated is not None


def test_a_font_that_is_gone_is_said_quietly_and_stays_chosen(qtbot: QtBot, project: Path) -> None:
    path = put(json.dumps({"author": "سارة", "text_font": "Lost Naskh"}).encode())
    sentences: list[str] = []

    def look() -> None:
        nothing_in_front()
        sentences.append(window().status.message.text())
        layout = window().view.layout_
        assert layout is not None
        assert layout.style.family == "Amiri"

    assert run_through([lambda: None, look], project) == 0
    assert "Lost Naskh" in sentences[0]
    assert "Amiri" in sentences[0]
    assert json.loads(path.read_bytes())["text_font"] == "Lost Naskh"


def test_with_the_name_lost_too_both_are_asked_and_said(qtbot: QtBot, project: Path) -> None:
    put(b'{"author": "\xd8')
    sentences: list[str] = []

    def answer() -> None:
        asked = dialog(AuthorDialog)
        assert isinstance(asked, AuthorDialog)
        asked.field.setText("سارة")
        asked.done_button.click()

    steps = [lambda: None, lambda: sentences.append(said()), lambda: None, answer]
    assert run_through([*steps, lambda: None, nothing_in_front], project) == 0
    assert len(sentences) == 1


def test_single_keys_that_are_of_no_use_are_put_aside_and_the_others_hold(
    qtbot: QtBot, project: Path
) -> None:
    keys = {"quote": ["J"], "make-tea": ["F4"], "speaker": ["Hyper+X"], "cue": ["W", "W"]}
    path = put(json.dumps({"author": "سارة", "theme": "dark", "keys": keys}).encode())
    sentences: list[str] = []
    steps = [lambda: None, lambda: sentences.append(said()), nothing_in_front]
    assert run_through(steps, project) == 0
    (sentence,) = sentences
    assert all(id in sentence for id in ("make-tea", "speaker", "cue"))
    assert "quote" not in sentence
    kept = json.loads(path.read_bytes())
    assert kept["keys"] == {"quote": ["J"]}
    assert kept["unused_keys"] == {id: keys[id] for id in ("make-tea", "speaker", "cue")}
    assert kept["theme"] == "dark"
    in_force: list[tuple[str, ...]] = []
    steps = [lambda: None, nothing_in_front, lambda: in_force.append(keymap.of("quote"))]
    assert run_through(steps, project) == 0
    assert in_force == [("J",)]
    assert json.loads(path.read_bytes())["unused_keys"] == kept["unused_keys"]


def test_keys_that_were_put_aside_come_back_when_they_are_of_use(
    qtbot: QtBot, project: Path
) -> None:
    path = put(json.dumps({"author": "سارة", "unused_keys": {"quote": ["J"]}}).encode())
    in_force: list[tuple[str, ...]] = []
    steps = [lambda: None, nothing_in_front, lambda: in_force.append(keymap.of("quote"))]
    assert run_through(steps, project) == 0
    assert in_force == [("J",)]
    kept = json.loads(path.read_bytes())
    assert (kept["keys"], kept["unused_keys"]) == ({"quote": ["J"]}, {})
