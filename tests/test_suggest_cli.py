"""`annotator suggest`: suggests, learns, judges, and says plainly what is missing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from annotator.cli import cli
from annotator.exchange import sample
from annotator.store import Project

ME = "ليلى"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The sample project; the gold layer is finished, of ME's three articles none is."""
    path = tmp_path / "s.db"
    sample.make(path, ME)
    with Project.open(path) as opened:
        for number in range(1, 15):
            opened.set_status(number, sample.GOLD, "done")
            opened.set_status(number, ME, "begun" if number <= 3 else "new")
    return path


def run(*words: object) -> Result:
    return CliRunner().invoke(cli, [str(word) for word in ("suggest", *words)])


def test_it_suggests_and_goes_on(project: Path) -> None:
    first = run(project, "--author", ME)
    assert first.exit_code == 0, first.output
    assert "14 looked at, 0 passed over" in first.stdout
    assert "model:memory" in first.stdout
    assert "model:learned" not in first.stdout
    assert "0 looked at, 14 passed over" in run(project, "--author", ME).stdout


def test_a_name_that_nobody_has_yet_is_told(project: Path) -> None:
    found = run(project, "--author", "ليلا", "--article", 1)
    assert found.exit_code == 0, found.output
    assert f"ليلا has annotated nothing here yet; so far have: gold, {ME}." in found.stderr
    assert "annotated nothing" not in run(project, "--author", ME, "--article", 1).stderr


def test_it_learns_when_something_is_finished(project: Path) -> None:
    found = run(project, "--author", sample.GOLD, "--with", "learned", "--article", 1)
    assert "Learned from 14 articles with 670 entities." in found.stderr
    assert "1 looked at" in found.stdout
    assert (project.parent / "s.models" / "learned.json").exists()
    assert "Learned" not in run(project, "--author", sample.GOLD, "--article", 2).stderr
    assert "Learned" in run(project, "--author", sample.GOLD, "--article", 2, "--learn").stderr


def test_it_learns_on_request_whoever_suggests(project: Path) -> None:
    found = run(project, "--author", sample.GOLD, "--with", "memory", "--article", 1, "--learn")
    assert "Learned from 14 articles" in found.stderr
    assert (project.parent / "s.models" / "learned.json").exists()
    assert "model:learned" not in found.stdout


def test_an_article_named_twice_is_looked_at_once(project: Path) -> None:
    found = run(project, "--author", ME, "--with", "memory", "--article", 4, "--article", 4)
    assert "1 looked at, 0 passed over" in found.stdout


def test_suggestions_are_exported_only_if_they_are_named(project: Path, tmp_path: Path) -> None:
    run(project, "--author", ME)
    out = tmp_path / "all.jsonl"
    CliRunner().invoke(cli, ["export", str(project), str(out)])
    assert "model:" not in out.read_text("utf-8")
    named = tmp_path / "quotes.jsonl"
    found = CliRunner().invoke(
        cli, ["export", str(project), str(named), "--author", "model:quotations"]
    )
    assert found.exit_code == 0, found.output
    rows = [json.loads(line) for line in named.read_text("utf-8").splitlines()]
    assert {row["layer"] for row in rows} == {"model:quotations"}
    quotes = [quote for row in rows for quote in row["quotes"]]
    assert quotes
    assert all(0 <= quote["attributes"]["score"] <= 1 for quote in quotes)


def test_predictions_of_another_model_come_in(project: Path, tmp_path: Path) -> None:
    run(project, "--author", ME, "--with", "quotations")
    rows = tmp_path / "rows.jsonl"
    CliRunner().invoke(cli, ["export", str(project), str(rows), "--author", "model:quotations"])
    text = (
        rows.read_text("utf-8")
        .replace("model:quotations", "x")
        .replace('"layer":"x"', '"layer":null')
    )
    rows.write_text(text.replace('"layer": "x"', '"layer": null'), "utf-8")
    found = CliRunner().invoke(cli, ["import", str(project), str(rows), "--author", "model:mine"])
    assert found.exit_code == 0, found.output
    with Project.open(project) as opened:
        assert "model:mine" in opened.suggested.models()


def test_it_judges_itself(project: Path) -> None:
    found = run(project, "--author", sample.GOLD, "--with", "quotations,relations", "--evaluate")
    assert "14 finished articles in 10 parts" in found.stdout
    assert "content (strict)" in found.stdout
    told = json.loads(
        run(project, "--author", sample.GOLD, "--with", "memory", "--evaluate", "--json").stdout
    )
    (row,) = [one for one in told["scores"] if (one["label"], one["way"]) == ("all", "strict")]
    assert row["actual"] == 670
    assert 0.3 < row["precision"] <= 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--author", ME, "--with", "nobody"], "no suggester nobody"),
        (["--author", ME, "--with", "learned"], "Nothing has been learned"),
        (["--author", ME, "--with", "learned", "--learn"], "no article is finished"),
        (["--author", ME, "--article", "15"], "no article 15: the project has 14"),
        ([], "not clear for whom"),
        (["--author", ME, "--evaluate"], "at least 2 articles have to be finished; 0 are"),
        (["--author", "model:x"], "model:x is the layer of a model"),
    ],
)
def test_what_is_missing_is_said_in_a_sentence(project: Path, words: list[str], said: str) -> None:
    found = run(project, *words)
    assert found.exit_code == 1, found.output
    assert said in found.output
    with Project.open(project) as opened:
        assert opened.suggested.models() == []


def test_options_that_do_not_go_together(project: Path) -> None:
    assert run(project, "--json").exit_code == 2
    assert run(project, "--evaluate", "--jobs", 2).exit_code == 2
    for words in (["--with", ","], ["--with", ""], ["--with", "memory", "--model", project.parent]):
        found = run(project, "--author", ME, *words)
        assert found.exit_code == 2, found.output
        assert "--with" in found.stderr


@pytest.mark.parametrize("words", [["--with", "memory"], ["--learn"], ["--evaluate"]])
def test_whoever_stops_it_reads_a_sentence(
    project: Path, words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("annotator.exchange.suggesting.materials", stop)
    monkeypatch.setattr("annotator.exchange.learning.materials", stop)
    monkeypatch.setattr("annotator.exchange.evaluating.materials", stop)
    found = run(project, "--author", sample.GOLD, *words)
    assert found.exit_code == 1
    assert found.stderr.startswith("Stopped.")
    assert ("stays" in found.stderr) == ("--evaluate" not in words)
