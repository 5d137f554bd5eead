"""`annotator check --quality`, as people and programs use it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotator.exchange import checking
from annotator.quality.checks import chosen
from annotator.store import Project
from tests.desktop.conftest import make_project
from tests.test_cli import refused, run

LINES = ("زار [بيروت|GPE]، ثم عاد.", "في [بيروت،|GPE] قال [لا نعرف|direct].", "لا شيء.")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path / "مشروع.db", LINES)


def test_findings_are_told_with_article_words_reason_and_remedy(project: Path) -> None:
    done = run("check", project, "--quality")
    assert done.exit_code == 1
    assert "2 · " in done.stdout
    assert "punctuation: \u2068بيروت،\u2069" in done.stdout
    assert "The span begins or ends with punctuation. Trim the edges." in done.stdout
    assert "Findings: 3 (" in done.stdout


def test_programs_get_one_object_a_line(project: Path) -> None:
    done = run("check", project, "--quality", "--only", "punctuation", "--json")
    (row,) = map(json.loads, done.stdout.splitlines())
    with Project.open(project) as opened:
        text = opened.article(row["article"]).text
    ((start, end),) = row["fragments"]
    assert text[start:end] == row["words"] == "بيروت،"


def test_nothing_found_is_status_0(project: Path) -> None:
    done = run("check", project, "--quality", "--only", "crossing")
    assert (done.exit_code, done.stdout) == (0, "Nothing was found.\n")


def test_what_is_right_is_not_told_again_until_it_is_asked_for(project: Path) -> None:
    with Project.open(project) as opened:
        author = checking.people(opened)[0]
        found = checking.check(opened, author, chosen(["punctuation"]))
        checking.dismiss(opened, found)
    assert run("check", project, "--quality", "--only", "punctuation").exit_code == 0
    with Project.open(project) as opened:
        checking.dismiss(opened, found, right=False)
    assert run("check", project, "--quality", "--only", "punctuation").exit_code == 1


def test_wrong_usage_and_strangers(project: Path) -> None:
    assert run("check", project, "--only", "cues").exit_code == 2
    assert run("check", project, "--quality", "--only", "nosuch").exit_code == 2
    assert "Nobody called x" in refused("check", project, "--quality", "--author", "x")
