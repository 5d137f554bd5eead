"""Searching from the command line, as people and programs do."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest

from annotator.exchange.concordance import lines
from annotator.store import Found, Project
from tests.desktop.conftest import make_project
from tests.test_cli import ok, refused, run

ISOLATES = "\u2066\u2067\u2068\u2069"
LINES = (
    "قالت [الوزيرة|OCC] [ليلى|PERS] إن مُحَمَّدًا زار [بيروت|GPE] أمس،\nثم اجتمع ببوتين.",
    "[“لا نعرف بوتين”|direct]، قال [خالد|PERS].",
    "لا شيء هنا.",
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path / "مشروع.db", LINES)


def shown(text: str) -> list[str]:
    return ["".join(char for char in line if char not in ISOLATES) for line in text.splitlines()]


def test_each_hit_is_a_line_in_its_surroundings(project: Path) -> None:
    said = shown(ok("search", project, "بوتين"))
    assert said[0].startswith("1 · قالت الوزيرة ليلى")
    assert said[1].strip() == "إن مُحَمَّدًا زار بيروت أمس، ثم اجتمع ببوتين."
    assert said[3].strip() == "“لا نعرف بوتين”، قال خالد."
    assert said[4] == "Hits: 2."


def test_the_hits_stand_below_each_other_whatever_stands_before_them(project: Path) -> None:
    rows = [line for line in shown(ok("search", project, "بوتين")) if line.startswith("  ")]
    places = {
        sum(not unicodedata.combining(char) for char in row[: row.index("بوتين")]) for row in rows
    }
    assert len(rows) == 2
    assert len(places) == 1


def test_programs_get_one_object_a_line_with_offsets_of_the_original(project: Path) -> None:
    said = run("search", project, "محمد", "--json")
    (row,) = map(json.loads, said.stdout.splitlines())
    assert said.stderr == "Hits: 1.\n"
    with Project.open(project) as opened:
        text = opened.article(row["article"]).text
    assert text[row["start"] : row["end"]] == row["text"] == "مُحَمَّدً"
    assert row["id"] == "article-0"
    assert row["before"] == "قالت الوزيرة ليلى إن "
    assert row["after"].startswith("ا زار بيروت")


@pytest.mark.parametrize(
    ("options", "hits"),
    [
        (("بوتين", "--mode", "word"), 2),
        (("تين", "--mode", "prefix"), 0),
        (("محمد", "--mode", "exact"), 0),
        (("بو[ت]ين", "--mode", "regex"), 2),
        (("ليلى", "--label", "PERS"), 1),
        (("ليلى", "--label", "GPE"), 0),
        (("بوتين", "--status", "new"), 0),
        (("بوتين", "--author", "ليلى"), 2),
        (("بوتين", "--from", "2026-01-01"), 0),
        (("بوتين", "--speaker", "خالد"), 0),
    ],
)
def test_modes_and_filters(project: Path, options: tuple[str, ...], hits: int) -> None:
    said = ok("search", project, *options)
    assert said.splitlines()[-1] == (f"Hits: {hits}." if hits else "Nothing was found.")


def test_a_limit_is_told(project: Path) -> None:
    said = ok("search", project, "ا", "--limit", "3").splitlines()
    assert said[-1] == "Hits shown: 3; there are more, --limit says how many to show."


@pytest.mark.parametrize(
    ("query", "options", "sentence"),
    [
        ("", (), "empty query"),
        ("ا" * 10_000, (), "has 10000 characters"),
        ("(", ("--mode", "regex"), "no regular expression"),
        ("(ا+)+$", ("--mode", "regex"), "too long"),
        ("ا", ("--label", "X"), "no label X"),
        ("ا", ("--from", "yesterday"), "no date"),
        ("ا", ("--author", "nobody"), "Nobody called nobody"),
    ],
)
def test_what_cannot_be_asked_is_one_sentence(
    tmp_path: Path, query: str, options: tuple[str, ...], sentence: str
) -> None:
    project = make_project(tmp_path / "p.db", ("ا" * 3000 + "ج",))
    said = refused("search", project, query, *options)
    assert sentence in said
    assert "Traceback" not in said
    assert len(said.strip().splitlines()) == 1


def test_commands_to_the_terminal_in_a_text_do_not_reach_it(tmp_path: Path) -> None:
    project = make_project(tmp_path / "p.db", ("\x1b(0أحمر\x07 \u202eبوتين\u202c",))
    said = ok("search", project, "بوتين")
    assert not set("\x1b\x07\u202e") & set(said)


def test_a_line_of_a_very_long_hit_and_of_none_beside_it() -> None:
    text = "م" * 5000
    (line,) = lines(Found(1, "a", "t", None, text, ((0, 5000),)))
    assert line.hit == "م" * 400 + "…"
    assert (line.start, line.end, line.before, line.after) == (0, 5000, "", "")
