"""Two languages: every text has a good translation, and values are never taken for templates."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from string import Formatter

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from annotator.desktop import language
from annotator.desktop.dialogs.base import worded
from annotator.desktop.language import say, tr
from annotator.errors import UserError
from tests.tools import translations

COLLECTED = translations.collect()
ARABIC = translations.read(translations.FOLDER / "annotator_ar.ts")


def names(template: str) -> set[str]:
    """The values that a template asks for."""
    return {name for _, name, _, _ in Formatter().parse(template) if name}


@pytest.mark.parametrize("code", sorted(translations.LANGUAGES))
def test_every_text_is_translated_and_none_is_left_over(code: str) -> None:
    known = translations.read(translations.FOLDER / f"annotator_{code}.ts")
    wanted = translations.sources_of(code, COLLECTED)
    unfinished = [text for text in wanted if text not in known or not known[text].finished]
    assert not unfinished, "run python -m tests.tools.translations, then translate these"
    assert sorted(known) == sorted(wanted), "run python -m tests.tools.translations"
    assert all(form.strip() for text in known.values() for form in text.forms)


@pytest.mark.parametrize("code", sorted(translations.LANGUAGES))
def test_compiled_translations_are_up_to_date(code: str, tmp_path: Path) -> None:
    source = translations.FOLDER / f"annotator_{code}.ts"
    translations.compiled(source, tmp_path / "new.qm")
    assert (tmp_path / "new.qm").read_bytes() == source.with_suffix(".qm").read_bytes()


def test_translations_ask_for_the_values_that_the_source_has() -> None:
    wrong = [
        (text, form)
        for text, translated in ARABIC.items()
        for form in translated.forms
        if names(form) != names(text)
    ]
    assert not wrong


def test_translations_are_arabic() -> None:
    # These are the same in every language: a name, a pattern, a language in its own words.
    same = {"Annotator", "English", "{place}: {reason}"}
    latin = [
        text
        for text, translated in ARABIC.items()
        if text not in same and not all(re.search("[ء-ي]", form) for form in translated.forms)
    ]
    assert not latin


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "لا كيانات"), (1, "كيان واحد"), (2, "كيانان"), (3, "3 كيانات"), (10, "10 كيانات"),
        (11, "11 كيانًا"), (99, "99 كيانًا"), (100, "100 كيان"), (103, "103 كيانات"),
    ],
)  # fmt: skip
def test_arabic_counts_in_six_ways(count: int, said: str) -> None:
    language.install("ar")
    assert tr("%n entities", count) == said


def test_english_counts_in_two_ways() -> None:
    assert [tr("%n entities", n) for n in (0, 1, 2)] == ["0 entities", "1 entity", "2 entities"]


def test_values_are_filled_in_as_they_are() -> None:
    nasty = "{0} {file} %n %1 <b>&amp;"
    assert tr("annotations of {layer}", layer=nasty) == f"annotations of {nasty}"


def test_values_of_the_other_direction_are_isolated() -> None:
    error = UserError("{file} is not a project file.", file="/home/x/أخبار.db")
    assert say(error) == "\u2068/home/x/أخبار.db\u2069 is not a project file."
    language.install("ar")
    assert say(error) == "ليس \u2068/home/x/أخبار.db\u2069 ملف مشروع."
    assert tr("annotations of {layer}", layer="ليلى") == "تعليقات ليلى"


def test_a_date_is_not_turned_round_by_the_arabic_before_it() -> None:
    assert tr("From {month}", month="2026-03") == "From 2026-03"
    language.install("ar")
    assert tr("From {month}", month="2026-03") == "من \u20682026-03\u2069"


def test_the_places_of_a_file_dialog_are_named_in_arabic(qtbot: QtBot) -> None:
    language.install("ar")
    dialog = QFileDialog()
    qtbot.addWidget(dialog)
    worded(dialog)
    labels = dialog.findChildren(QLabel)
    assert {"المجلد:", "نوع الملفات:"} <= {one.text() for one in labels}
    assert not [one.text() for one in labels if one.text().isascii() and one.text()]


def test_names_can_be_found_in_the_other_language() -> None:
    assert language.in_language("Undo", "ar") == "تراجع"
    language.install("ar")
    assert language.in_language("Undo", "en") == "Undo"


@pytest.mark.parametrize(
    ("locale", "expected"), [("ar_EG.UTF-8", "ar"), ("ar", "ar"), ("fr_FR.UTF-8", "en")]
)
def test_the_system_decides_at_first(locale: str, expected: str) -> None:
    import os
    import sys

    code = "from annotator.desktop import language; print(language.system())"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "LC_ALL": locale, "LANG": locale, "LANGUAGE": ""},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stdout.strip() == expected


def test_an_update_under_a_running_program_does_no_harm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "annotator_ar.qm"
    file.write_bytes((translations.FOLDER / file.name).read_bytes())
    monkeypatch.setattr(language, "resource", lambda *parts: tmp_path.joinpath(*parts[1:]))
    held = language._words.__wrapped__("ar")
    monkeypatch.setattr(language, "_words", lambda code: held)
    translator = language._own.__wrapped__("ar")
    file.write_bytes(b"")  # Where Qt maps the file, the process dies of the next word.
    assert translator.translate(language.CONTEXT, "Details") == "التفاصيل"
