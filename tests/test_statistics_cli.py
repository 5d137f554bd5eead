"""`annotator stats`, as people and programs use it."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from annotator.model import edits
from annotator.model.spans import Span
from annotator.store import Project
from tests.desktop.conftest import AUTHOR, make_project
from tests.test_cli import ok, refused, run

LINES = (
    "زار [بيروت|GPE]، ثم عاد إلى [بيروت|GPE].",
    "في [عدن|GPE] قال [خالد|PERS]: [لا نعرف|direct].",
    "لا شيء.",
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path / "مشروع.db", LINES)


def test_people_get_sums_and_tables(project: Path) -> None:
    said = ok("stats", project)
    assert "Articles: 3\nWords: 14\n" in said
    assert f"\n{AUTHOR}\n  articles: 3 (new 1, begun 2)\n  entities: 4 (GPE 3, PERS 1)\n" in said
    assert "  quotes: 1 (direct 1)\n  relations: 0\n" in said
    (line,) = [line for line in said.splitlines() if "\u2068GPE  Geo" in line]
    assert line.split()[:4] == ["3", "75.0%", "250.00", "0"]
    assert "no source" in said


def test_programs_get_all_tables(project: Path) -> None:
    told = json.loads(ok("stats", project, "--json"))
    assert (told["articles"], told["words"], told["label_set"]) == (3, 14, "news")
    counts = {row["label"]: row["count"] for row in told["tables"]["labels"]}
    assert counts == {"GPE": 3, "PERS": 1, "direct": 1}


def test_files_say_the_same_as_json(project: Path, tmp_path: Path) -> None:
    done = run("stats", project, "--csv", tmp_path / "out")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "Wrote " in done.stderr
    told = json.loads(ok("stats", project, "--json"))["tables"]
    files = {path.stem: path for path in (tmp_path / "out").glob("*.csv")}
    assert files.keys() == told.keys()
    with files["labels"].open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["label"], int(row["count"])) for row in rows] == [
        (row["label"], row["count"]) for row in told["labels"]
    ]


def test_one_author_alone(project: Path) -> None:
    with Project.open(project) as opened:
        mark = edits.mark("PERS", Span.of(0, 2))
        opened.apply(3, "نور", opened.annotated(3, "نور"), mark)
    said = ok("stats", project, "--author", "نور")
    assert "\nنور\n" in said
    assert AUTHOR not in said
    assert "entities: 1 (PERS 1)" in said
    told = json.loads(ok("stats", project, "--author", "نور", "--json"))
    assert [row["author"] for row in told["tables"]["authors"]] == ["نور"]
    assert [row["made"] for row in told["tables"]["days"]] == [1]
    assert "Nobody called غيرها has annotated here." in refused(
        "stats", project, "--author", "غيرها"
    )


def test_an_empty_project(tmp_path: Path) -> None:
    ok("new", tmp_path / "a.db")
    said = ok("stats", tmp_path / "a.db")
    assert said == "Articles: 0\nWords: 0\nCharacters: 0\nLabel set: news\n"
    assert run("stats", tmp_path / "a.db", "--csv", tmp_path / "out").exit_code == 0


def test_what_is_hostile_does_not_reach_the_terminal(tmp_path: Path) -> None:
    path = make_project(tmp_path / "a.db", ("زار [بيروت|GPE].",))
    nasty = "ليلى\x1b[31m\u202e\nArticles: 9"
    with Project.open(path) as opened:
        opened.apply(1, nasty, opened.annotated(1, nasty), edits.mark("PERS", Span.of(0, 3)))
    said = ok("stats", path)
    assert "\x1b" not in said
    assert "\u202e" not in said
    assert "\nArticles: 9" not in said


def test_long_tables_are_cut_and_say_so(tmp_path: Path) -> None:
    lines = tuple(f"قال [خالد {number}|PERS] [نعم|direct]." for number in range(30))
    path = make_project(tmp_path / "a.db", lines)
    with Project.open(path) as opened:
        for number in range(1, 31):
            one = opened.annotated(number, AUTHOR)
            opened.apply(number, AUTHOR, one, edits.change(one, "a2", speaker="a1"))
    said = ok("stats", path)
    assert "    and 10 more, which --csv has" in said


def test_charts_are_drawn_without_a_window(project: Path, tmp_path: Path) -> None:
    done = run("stats", project, "--png", tmp_path / "out", "--csv", tmp_path / "out")
    assert (done.exit_code, done.stdout) == (0, "")
    drawn = {path.stem for path in (tmp_path / "out").glob("*.png")}
    assert {"entities", "quotes", "states", "article-lengths"} <= drawn
    assert "relations" not in drawn
    assert (tmp_path / "out" / "labels.csv").exists()
    for path in (tmp_path / "out").glob("*.png"):
        assert path.read_bytes().startswith(b"\x89PNG")
    said = refused("stats", project, "--png", tmp_path / "out")
    assert "has another export: statistics: tables and charts" in said
    assert (tmp_path / "out" / "labels.csv").exists()


def test_several_authors_have_a_folder_each(project: Path, tmp_path: Path) -> None:
    other = "../نور"
    with Project.open(project) as opened:
        mark = edits.mark("PERS", Span.of(0, 2))
        opened.apply(3, other, opened.annotated(3, other), mark)
    assert run("stats", project, "--png", tmp_path / "out", "--language", "en").exit_code == 0
    folders = [path for path in (tmp_path / "out").iterdir() if path.is_dir()]
    assert len(folders) == 2
    assert all((folder / "entities.png").exists() for folder in folders)
    assert {path.name for path in tmp_path.iterdir()} >= {"out"}
    alone = tmp_path / "alone"
    assert run("stats", project, "--author", other, "--png", alone).exit_code == 0
    assert (alone / "entities.png").exists()
