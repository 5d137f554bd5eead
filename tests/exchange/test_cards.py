"""Dataset cards and their checking, as a user meets them: export, look, spoil, verify."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from annotator.cli import cli
from annotator.exchange.card import escaped
from annotator.resources import corpus
from tests.exchange.rows import row, write

HOSTILE = "<b>ليلى</b> | [x](http://e.vil) `c` *a* ---"


def run(*arguments: object) -> Result:
    result = CliRunner().invoke(cli, [str(one) for one in arguments])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "p.db"
    assert run("new", path).exit_code == 0
    assert run("import", path, corpus("news.jsonl")).exit_code == 0
    return path


@pytest.fixture
def out(news: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    result = run("export", news, folder, "--split", "60/20/20", "--licence", "CC-BY-4.0")
    assert result.exit_code == 0, result.output
    return folder


def front(folder: Path) -> dict[str, Any]:
    text = (folder / "README.md").read_text("utf-8")
    found: dict[str, Any] = yaml.safe_load(text.split("---\n")[1])
    return found


def test_a_card_is_what_the_hub_reads_and_what_the_files_hold(out: Path) -> None:
    told = front(out)
    assert (told["language"], told["license"]) == (["ar"], "cc-by-4.0")
    files = told["configs"][0]["data_files"]
    assert [one["split"] for one in files] == ["train", "validation", "test"]
    assert [[path.name for path in out.glob(one["path"])] for one in files] == [
        ["train.jsonl"], ["dev.jsonl"], ["test.jsonl"],
    ]  # fmt: skip
    text = (out / "README.md").read_text("utf-8")
    for part, counted in told["annotator"]["parts"].items():
        rows = [json.loads(line) for line in (out / f"{part}.jsonl").read_bytes().splitlines()]
        entities = sum(len(one["entities"]) for one in rows)
        assert sum(counted["entities"].values()) == entities
        assert f"| {part} | {len(rows)} | {len(rows)} |" in text
    assert "- Shape of the rows: [annotator-1.schema.json](annotator-1.schema.json)" in text
    assert "## Overview" in text
    assert "## نظرة عامة" in text
    verified = run("verify", out)
    assert (verified.exit_code, verified.stdout) == (
        0, "Files checked: 6, rows: 14; problems: 0.\n",
    )  # fmt: skip


def test_the_same_project_gives_the_same_card(news: Path, out: Path) -> None:
    first = (out / "README.md").read_bytes()
    assert run("export", news, out, "--split", "60/20/20", "--licence", "CC-BY-4.0").exit_code == 0
    assert (out / "README.md").read_bytes() == first


@pytest.mark.parametrize("format", ["brat", "labelstudio", "huggingface", "spacy"])
def test_every_folder_has_a_card_and_comes_back(news: Path, tmp_path: Path, format: str) -> None:
    folder = tmp_path / format
    assert run("export", news, folder, "--format", format, "--card").exit_code == 0
    assert front(folder)["annotator"]["format"] == format
    assert run("verify", folder).exit_code == 0
    if format in ("brat", "labelstudio"):
        other = tmp_path / "other.db"
        run("new", other)
        result = run("import", other, folder)
        assert "rejected: 0" in result.stdout, result.output


def test_a_folder_of_json_lines_comes_back(out: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    run("new", other)
    result = run("import", other, out)
    assert (result.exit_code, "imported: 14" in result.stdout) == (0, True), result.output


def test_names_from_a_project_mean_nothing_in_markdown(tmp_path: Path) -> None:
    path, out = tmp_path / "p.db", tmp_path / "out"
    run("new", path)
    rows = [row("a1", layer=HOSTILE), row("a1", layer="omar"), row("a2", layer="omar")]
    assert run("import", path, write(tmp_path / "in.jsonl", *rows)).exit_code == 0
    exported = run("export", path, out, "--card", "--licence", "x\n---\nevil: 1")
    assert exported.exit_code == 0
    told = front(out)
    assert (told["license"], told["license_name"]) == ("other", "x\n---\nevil: 1")
    assert "evil" not in told
    text = (out / "README.md").read_text("utf-8")
    assert "<b>" not in text.replace("\\<b\\>", "")
    assert f"| {escaped(HOSTILE)} | 1 |" in text
    assert escaped("a\u2028\u202e\nb") == "a\\\\u\\{2028\\}\\\\u\\{202E\\}\\\\u\\{000A\\}b"
    assert f"| {escaped(HOSTILE)} – omar | 1 | 1.000 | 1.000 |" in text
    assert run("verify", out).exit_code == 0


def test_a_licence_needs_a_card(news: Path, tmp_path: Path) -> None:
    assert run("export", news, tmp_path / "o.jsonl", "--licence", "MIT").exit_code == 2


def card_of(project: Path, out: Path, *options: str) -> str:
    assert run("export", project, out, "--card", *options).exit_code == 0
    return (out / "README.md").read_text("utf-8")


def test_a_card_tells_what_the_format_has_left_out_and_who_annotated(
    news: Path, tmp_path: Path
) -> None:
    told = run("export", news, tmp_path / "out", "--card", "--format", "conll", "--scheme", "IOB1")
    text = (tmp_path / "out" / "README.md").read_text("utf-8")
    english, arabic = text.split('<div id="ar"')
    losses = [line.strip() for line in told.stderr.splitlines() if line.startswith("  ")]
    assert losses
    assert [line for line in losses if f"- {line}" not in english] == []
    assert "- اقتباسات: " in arabic
    assert "| gold | 14 |" in english
    assert "Nobody has annotated" not in english
    assert "the characters between start and end" not in english, "columns have no offsets"
    assert "### Quotes" not in english, "and no quotes"
    assert "Shape of the rows" not in english, "and no rows of our own"
    assert "- Tags: IOB1" in english
    assert front(tmp_path / "out")["annotator"]["scheme"] == "IOB1"
    assert run("verify", tmp_path / "out").exit_code == 0


def test_a_card_tells_its_gaps(tmp_path: Path) -> None:
    path = tmp_path / "p.db"
    run("new", path)
    rows = [row("a1"), row("a2", status="begun"), {"id": "a3", "text": "خبر آخر"}]
    run("import", path, write(tmp_path / "in.jsonl", *rows))
    text = card_of(path, tmp_path / "out")
    assert "- Nobody has stated a licence" in text
    assert "- Articles that nobody has annotated: 1." in text
    assert "- Rows whose annotators have not marked them as done: 1." in text
    (unused,) = (line for line in text.split("\n") if line.startswith("- Labels that are used"))
    assert "MONEY" in unused
    assert "PERS" not in unused
    assert "The format has a place for all that the project has." in text
    assert "- لم تُذكر رخصة" in text
    stated = card_of(path, tmp_path / "out", "--licence", "CC-BY-4.0")
    assert "Nobody has stated a licence" not in stated


def test_a_label_that_a_part_does_not_have_is_told(tmp_path: Path) -> None:
    path = tmp_path / "p.db"
    run("new", path)
    rows = [{"id": f"a{n}", "text": " ".join(f"كلمة{n}.{m}" for m in range(30))} for n in range(9)]
    run("import", path, write(tmp_path / "in.jsonl", row("one"), *rows))
    text = card_of(path, tmp_path / "out", "--split", "50/50")
    lines = [line for line in text.split("\n") if line.startswith("- Labels that `t")]
    assert len(lines) == 1
    assert "PERS · GPE" in lines[0]
