"""What the window learns in idle moments, and what that does to marking."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator.text import camel, evidence
from tests.text.camel_data import install

from .conftest import OpenWindow, make_project
from .desk import Desk


def desk_on(open_window: OpenWindow, folder: Path, *lines: str) -> Desk:
    return Desk(open_window(make_project(folder / "learning.db", lines)))


def test_a_word_of_another_article_is_evidence(open_window: OpenWindow, tmp_path: Path) -> None:
    at = desk_on(open_window, tmp_path, "بكويمبرا الآن", "زار كويمبرا")
    at.press("Y")
    assert at.line == "ب[كويمبرا|GPE] الآن"


def test_letters_that_stand_by_chance_are_none(open_window: OpenWindow, tmp_path: Path) -> None:
    # As a whole the word stands in more articles than what would be left of it.
    at = desk_on(open_window, tmp_path, "بلزاكيا الآن", "لزاكيا", "بلزاكيا ثم", "بلزاكيا هنا")
    at.press("Y")
    assert at.line == "[بلزاكيا|GPE] الآن"


def test_a_name_marked_in_another_article_is_evidence(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    at = desk_on(open_window, tmp_path, "وغفو الآن", "زار [غفو الكبرى|GPE]", "وغفو", "وغفو")
    qtbot.waitUntil(lambda: at.workspace.knowledge.of(at.article).names_begin_with("غفو"))
    at.press("Y")
    assert at.line == "و[غفو|GPE] الآن"


def test_another_project_is_another_world(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    at = desk_on(open_window, tmp_path, "زار [غفو الكبرى|GPE]")
    qtbot.waitUntil(lambda: at.workspace.knowledge.of(at.article).names_begin_with("غفو"))
    at.window.open_path(make_project(tmp_path / "other.db", ("وغفو الآن",)))
    assert not at.workspace.knowledge.of(at.article).names_begin_with("غفو")


def test_no_label_key_waits_for_the_words_of_a_long_article(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    text = " ".join(f"كلمة{'ابتثجحخد'[n % 8]}{n}" for n in range(8_000))
    at = desk_on(open_window, tmp_path, f"ببيروت {text}")
    qtbot.waitUntil(lambda: at.window.learner.idle)
    read = evidence._standing_in.cache_info().misses
    at.press("Y")
    assert evidence._standing_in.cache_info().misses == read
    assert at.line.startswith("ب[بيروت|GPE]")


class TestMorphology:
    @pytest.fixture(autouse=True)
    def data(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        """Where camel-tools would look."""
        folder = tmp_path / "camel"
        folder.mkdir()
        monkeypatch.setenv(camel.ENVIRONMENT, str(folder))
        return folder

    def test_it_is_used_as_soon_as_it_is_there(
        self, open_window: OpenWindow, tmp_path: Path, data: Path, qtbot: QtBot
    ) -> None:
        install(data)
        at = desk_on(open_window, tmp_path, "بغزل الآن")
        at.press("Y")
        assert at.line == "[بغزل|GPE] الآن"
        at.press("Ctrl+Z")
        at.window.learner.load_morphology()
        qtbot.waitUntil(lambda: at.workspace.knowledge.analyse is not None, timeout=30_000)
        at.press("Y")
        assert at.line == "ب[غزل|GPE] الآن"

    def test_data_that_cannot_be_used_are_told_once(
        self, open_window: OpenWindow, tmp_path: Path, data: Path, qtbot: QtBot
    ) -> None:
        path, _ = install(data)
        os.truncate(path, 100)
        at = desk_on(open_window, tmp_path, "ببيروت الآن")
        at.window.learner.load_morphology()
        qtbot.waitUntil(lambda: bool(at.messages), timeout=30_000)
        assert "morphology.db" in at.refused()
        at.press("Y")
        assert at.line == "ب[بيروت|GPE] الآن"
        assert [one.kind for one in at.messages].count("refused") == 1

    def test_without_data_nothing_is_said(
        self, open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
    ) -> None:
        at = desk_on(open_window, tmp_path, "ببيروت الآن")
        at.window.learner.load_morphology()
        qtbot.waitUntil(lambda: not at.window.learner.loading, timeout=30_000)
        assert at.messages == []
        assert at.workspace.knowledge.analyse is None
