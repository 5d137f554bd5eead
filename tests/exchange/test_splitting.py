"""Splits, as a user makes them: with commands, looking into the files."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import UserError
from annotator.exchange import export_split, import_paths
from annotator.quality import duplicates, splits
from annotator.resources import corpus
from annotator.store import Project
from tests.exchange.conftest import Make
from tests.exchange.rows import write

WORDS = [f"كلمة{number}" for number in range(400)]


def text(number: int, copy: int = 0) -> str:
    """A text of sixty words; copies of one number differ in one word."""
    words = [WORDS[(number * 37 + place * (number + 3)) % 400] for place in range(60)]
    words[copy % 60] = f"نسخة{copy}"
    return " ".join(words)


def parts_of(folder: Path) -> dict[str, list[str]]:
    return {
        path.stem: [json.loads(line)["id"] for line in path.read_bytes().splitlines()]
        for path in sorted(folder.glob("*.jsonl"))
    }


def annotator(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "annotator", *map(str, arguments)],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def test_the_commands_of_a_user(tmp_path: Path) -> None:
    db, out = tmp_path / "p.db", tmp_path / "out"
    assert annotator("new", db).returncode == 0
    rows = [{"id": f"a{one}", "text": text(one)} for one in range(18)]
    rows += [{"id": f"copy{one}", "text": text(0, one + 1)} for one in range(2)]
    assert annotator("import", db, write(tmp_path / "in.jsonl", *rows)).returncode == 0
    done = annotator("export", db, out, "--split", "80/10/10")
    assert done.returncode == 0, done.stderr
    parts = parts_of(out)
    assert {name: len(ids) for name, ids in parts.items()} == {"train": 16, "dev": 2, "test": 2}
    assert sorted(id for ids in parts.values() for id in ids) == sorted(str(r["id"]) for r in rows)
    assert [{"a0", "copy0", "copy1"} <= set(ids) for ids in parts.values()].count(True) == 1
    assert "Groups of near-duplicates, each kept on one side: 1." in done.stderr
    assert "train: articles 16 (80%), rows 16." in done.stdout


def test_what_cannot_be_split_is_told_in_a_sentence(tmp_path: Path) -> None:
    db = tmp_path / "p.db"
    annotator("new", db)
    annotator("import", db, write(tmp_path / "in.jsonl", {"id": "a", "text": "خبر"}))
    for split, message in (
        ("80/30", "The parts of 80/30 make 110, not 100 with something in each."),
        ("100/0", "The parts of 100/0 make 100, not 100 with something in each."),
        ("eighty", "eighty is no split."),
        ("80/20", "too few for 2 parts."),
    ):
        done = annotator("export", db, tmp_path / "out", "--split", split)
        assert (done.returncode, message in done.stderr) == (1, True), done.stderr
    assert annotator("export", db, tmp_path / "out", "--by", "date").returncode == 2
    assert not (tmp_path / "out").exists()


def test_the_same_project_gives_the_same_bytes(project: Project, tmp_path: Path) -> None:
    import_paths(project, [corpus("news.jsonl")])
    one, two = (export_split(project, tmp_path / name, (80, 10, 10)) for name in ("1", "2"))
    assert one.export.sha256 == two.export.sha256
    assert one.parts == two.parts
    assert sum(part.articles for part in one.parts) == project.count()
    zipped = [export_split(project, tmp_path / f"{n}.zip", (80, 20)).export.sha256 for n in "12"]
    assert zipped[0] == zipped[1]


def test_every_layer_of_an_article_is_on_one_side(make: Make, tmp_path: Path) -> None:
    project = make("layers")
    rows: list[Any] = [
        {"format": "annotator/1", "id": f"a{n}", "text": text(n), "layer": who, "status": "done"}
        for n in range(10)
        for who in ("layla", "omar")
    ]
    import_paths(project, [write(tmp_path / "in.jsonl", *rows)])
    report = export_split(project, tmp_path / "out", (50, 50))
    assert [(part.articles, part.rows) for part in report.parts] == [(5, 10), (5, 10)]
    parts = parts_of(tmp_path / "out")
    assert not set(parts["train"]) & set(parts["test"])


def test_by_date_no_day_is_on_two_sides(make: Make, tmp_path: Path) -> None:
    project = make("dates")
    rows = [
        {"id": f"a{n}", "text": text(n), "date": f"2026-01-{n // 2 + 1:02}T10:00"}
        for n in range(20)
    ]
    rows.append({"id": "undated", "text": text(30), "date": "قبل أمس"})
    import_paths(project, [write(tmp_path / "in.jsonl", *reversed(rows))])
    report = export_split(project, tmp_path / "out", (80, 10, 10), by="date")
    parts = parts_of(tmp_path / "out")
    assert set(parts["test"]) == {"a18", "a19"}
    assert set(parts["dev"]) == {"a16", "a17"}
    assert "undated" in parts["train"]
    assert list(report.notes()) == ["Articles without a date, all of which are in train: 1."]


def test_by_source_no_source_is_on_two_sides(make: Make, tmp_path: Path) -> None:
    project = make("sources")
    rows = [
        {"id": f"a{n}", "text": text(n), "source": ["صاد", "نون", "قاف"][n % 3]} for n in range(12)
    ]
    import_paths(project, [write(tmp_path / "in.jsonl", *rows)])
    export_split(project, tmp_path / "out", (60, 20, 20), by="source")
    sides = [{int(id[1:]) % 3 for id in ids} for ids in parts_of(tmp_path / "out").values()]
    assert sorted(map(len, sides)) == [1, 1, 1]
    with pytest.raises(UserError, match="without a date counting as one: 1"):
        export_split(project, tmp_path / "other", (60, 20, 20), by="date")


ARTICLES = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 3)), min_size=3, max_size=40, unique=True
)


@given(ARTICLES, st.randoms(), st.sampled_from([(80, 10, 10), (50, 50), (34, 33, 33)]))
def test_any_order_gives_the_same_parts_and_keeps_copies_together(
    chosen: list[tuple[int, int]], random: Any, shares: tuple[int, ...]
) -> None:
    articles = [(f"{number}-{copy}", text(number, copy)) for number, copy in chosen]
    try:
        first = parts(articles, shares)
    except UserError:
        assert len({number for number, _ in chosen}) < len(shares)
        return
    random.shuffle(articles)
    assert parts(articles, shares) == first
    assert sorted(id for part in first.parts for id in part.ids) == sorted(id for id, _ in articles)
    sides = {id: part.name for part in first.parts for id in part.ids}
    for one, its in articles:
        for other, text_ in articles:
            if duplicates.jaccard(its, text_) >= duplicates.ALIKE:
                assert sides[one] == sides[other]


def parts(articles: list[tuple[str, str]], shares: tuple[int, ...]) -> splits.Split:
    known = [splits.Known(id) for id, _ in articles]
    return splits.split(known, duplicates.groups(articles), shares, "hash")


@given(st.integers(20, 300))
def test_shares_are_met_to_an_article(count: int) -> None:
    known = [splits.Known(str(number)) for number in range(count)]
    for part in splits.split(known, [], (80, 10, 10), "hash").parts:
        assert abs(len(part.ids) - count * part.share / 100) <= 1
