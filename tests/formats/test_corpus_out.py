"""The program's own articles, out in every format by the command, and back into an empty project.

All that was told to be lost is lost, and nothing else; the figures that are told add up.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from annotator.formats import FORMATS, Feature, Format, WriteOptions, lost
from annotator.formats.keeping import kept_records
from annotator.model.record import Record
from annotator.resources import corpus
from annotator.store import Project
from tests.formats.newcomer import command
from tests.formats.samples import essence
from tests.notation import NEWS

WRITABLE = pytest.mark.parametrize(
    "format", [one for one in FORMATS if one.writes], ids=lambda one: one.name
)
ROUND = pytest.mark.parametrize(
    "format",
    [one for one in FORMATS if one.reads and one.writes and one.comes_back],
    ids=lambda one: one.name,
)


@pytest.fixture(scope="module")
def gold(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = tmp_path_factory.mktemp("gold") / "gold.db"
    assert command("new", project).exit_code == 0
    told = command("import", project, corpus("news.jsonl"))
    assert told.exit_code == 0
    assert "Rows read: 14; imported: 14, known already: 0, rejected: 0." in told.stdout
    return project


def records(project: Path) -> list[Record]:
    with Project.open(project) as opened:
        return list(opened.records())


def out_of(gold: Path, format: Format, folder: Path, *options: str) -> tuple[Path, str, str]:
    """Where an export went, and what the command said and complained of."""
    out = folder / ("out" + (format.suffixes[0] if format.shape == "file" else ""))
    told = command("export", gold, out, "--format", format.name, *options)
    assert told.exit_code == 0, told.output
    return out, told.stdout, told.stderr


@WRITABLE
def test_what_is_told_before_is_what_is_lost(gold: Path, format: Format, tmp_path: Path) -> None:
    out, said, complaints = out_of(gold, format, tmp_path)
    losses = lost(records(gold), format, WriteOptions(labels=NEWS))
    title = f"{format.title} has no place for all of this:\n" if losses else ""
    assert complaints == title + "".join(f"  {one.say()}\n" for one in losses)
    assert said.startswith(f"Wrote {out}: ")
    assert "rows 14," in said


@WRITABLE
def test_strict_refuses_what_would_be_lost_and_writes_nothing(
    gold: Path, format: Format, tmp_path: Path
) -> None:
    losses = lost(records(gold), format, WriteOptions(labels=NEWS))
    out = tmp_path / "out"
    told = command("export", gold, out, "--format", format.name, "--strict")
    assert told.exit_code == (1 if losses else 0)
    assert out.exists() == (not losses)
    assert all(one.say() in told.stderr for one in losses)
    assert ("Nothing was written." in told.stderr) == bool(losses)


@ROUND
def test_it_comes_back_up_to_what_was_told(gold: Path, format: Format, tmp_path: Path) -> None:
    out, _, _ = out_of(gold, format, tmp_path)
    back = tmp_path / "back.db"
    command("new", back)
    told = command("import", back, out, "--author", "gold")
    assert (told.exit_code, told.stderr) == (0, "")
    assert f"recognised as {format.title}." in told.stdout
    kept = list(kept_records(records(gold), format.keeping(WriteOptions(labels=NEWS))))
    carried = format.carries - {Feature.LAYER, Feature.STATUS}
    wanted = Counter(essence(one, format, carried) for one in kept)
    assert Counter(essence(one, format, carried) for one in records(back)) == wanted
    figures = dict.fromkeys(("read", "imported", "known already", "rejected"), 0)
    for name, number in re.findall(r"(read|imported|known already|rejected): (\d+)", told.stdout):
        figures[name] = int(number)
    assert figures == {"read": 14, "imported": 14, "known already": 0, "rejected": 0}
    number = sum(len(one.annotations) for one in kept)
    assert f"New articles: 14; new annotations: {number}.\n" in told.stdout
    again = command("import", back, out, "--author", "gold")
    assert "known already: 14, rejected: 0." in again.stdout
    assert "New articles: 0; new annotations: 0." in again.stdout


@pytest.mark.parametrize("format", ["conll", "wojood", "quotes-iob", "prodigy", "docred", "spacy"])
def test_spans_within_words_are_cut_grown_or_reported(
    gold: Path, format: str, tmp_path: Path
) -> None:
    chosen = next(one for one in FORMATS if one.name == format)
    told: dict[str, str] = {}
    for way in ("split", "expand", "report"):
        (tmp_path / way).mkdir()
        _, _, told[way] = out_of(gold, chosen, tmp_path / way, "--clitics", way)
    sentence = re.compile(r"Spans that begin or end inside a word: (\d+)\.")
    assert sentence.search(told["split"]) is None
    grown, reported = sentence.search(told["expand"]), sentence.search(told["report"])
    assert grown is not None
    assert reported is not None
    assert int(grown[1]) > 50


@pytest.mark.parametrize("format", ["jsonl", "brat", "csv", "labelstudio"])
@pytest.mark.parametrize("option", ["--scheme", "--clitics"])
def test_options_of_tokens_are_refused_where_there_are_none(
    gold: Path, format: str, option: str, tmp_path: Path
) -> None:
    value = {"--scheme": "IOB2", "--clitics": "split"}[option]
    told = command("export", gold, tmp_path / "x", "--format", format, option, value)
    assert told.exit_code == 2
    assert f"{option} is not for" in told.stderr
    assert not (tmp_path / "x").exists()
