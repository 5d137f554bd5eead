"""Foreign labels: mapped to the project's, left out, or refused by name."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from annotator.cli import cli
from annotator.errors import UserError
from annotator.exchange import import_paths
from annotator.model.annotations import Entity, Quote, Relation
from annotator.store import Project
from tests.exchange.rows import TEXT, row, write


def foreign(**changes: object) -> dict[str, object]:
    """A row with the labels of somebody else: a person, a place, and said words."""
    entities = [
        {"id": "p", "label": "PER", "start": 4, "end": 12, "text": "محمد علي"},
        {"id": "c", "label": "PLACE", "start": 23, "end": 28, "text": "بيروت"},
        {"id": "s", "label": "SAID", "start": 15, "end": 28, "text": TEXT[15:28]},
    ]
    relations = [{"id": "v", "label": "went", "head": "p", "tail": "c"}]
    return row(entities=entities, relations=relations, **changes)


def test_labels_are_mapped_by_their_names(project: Project, tmp_path: Path) -> None:
    rows = write(tmp_path / "a.jsonl", foreign())
    mapping = ["PER=PERS", "PLACE=GPE", "went=VISITS", "SAID=indirect"]
    report = import_paths(project, [rows], mapping=mapping)
    assert (report.imported, report.annotations, report.mapped_out) == (1, 4, 0)
    (record,) = project.records()
    kinds = {one.id: (type(one), one.label) for one in record.annotations}
    assert kinds == {
        "p": (Entity, "PERS"), "c": (Entity, "GPE"), "v": (Relation, "VISITS"),
        "s": (Quote, "indirect"),
    }  # fmt: skip


def test_what_hangs_on_a_label_that_is_left_out_goes_with_it(
    project: Project, tmp_path: Path
) -> None:
    rows = write(tmp_path / "a.jsonl", foreign())
    report = import_paths(project, [rows], mapping=["PER=PERS", "*="])
    assert (report.imported, report.annotations, report.mapped_out) == (1, 1, 3)


def test_a_label_that_nobody_has_mapped_is_named(project: Project, tmp_path: Path) -> None:
    rows = write(tmp_path / "a.jsonl", foreign(), row("a2"))
    report = import_paths(project, [rows], mapping=["PER=PERS"])
    assert (report.imported, report.rejected) == (1, 1)
    assert str(report.refusals[0].reason) == (
        "The label set has no entity PLACE. Map it to one that it has, --map PLACE=LABEL, or leave "
        "such annotations out: --map PLACE=."
    )


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("PER", "PER maps no label. Write --map OLD=NEW."),
        ("=PERS", "=PERS maps no label."),
        ("PER=NOPE", "The label set has no label NOPE to map PER to. It has: PERS, "),
    ],
)
def test_words_that_map_nothing(project: Project, tmp_path: Path, words: str, reason: str) -> None:
    rows = write(tmp_path / "a.jsonl", foreign())
    with pytest.raises(UserError) as caught:
        import_paths(project, [rows], mapping=[words])
    assert str(caught.value).startswith(reason)
    assert project.count() == 0


def test_the_command_line_maps_and_says_what_it_took_files_for(
    project: Project, tmp_path: Path
) -> None:
    rows = write(tmp_path / "a.jsonl", foreign())
    project.close()
    call = ["import", str(project.path), str(rows), "--map", "PER=PERS", "--map", "*="]
    done = CliRunner().invoke(cli, call)
    assert done.exit_code == 0, done.output
    assert f"{rows} was recognised as JSON Lines." in done.output
    assert "Annotations left out by --map: 3." in done.output


def test_options_that_a_format_does_not_heed_are_wrong_usage(
    project: Project, tmp_path: Path
) -> None:
    project.close()
    rows = write(tmp_path / "a.jsonl", row())
    for option, value in (("--encoding", "windows-1256"), ("--offsets", "utf16")):
        call = ["import", str(project.path), str(rows), "--format", "jsonl", option, value]
        done = CliRunner().invoke(cli, call)
        assert done.exit_code == 2
        assert f"{option} is not for JSON Lines" in done.output


def test_strict_writes_nothing_that_loses(project: Project, tmp_path: Path) -> None:
    import_paths(project, [write(tmp_path / "a.jsonl", row())])
    project.close()
    out = tmp_path / "out.csv"
    strict = CliRunner().invoke(
        cli, ["export", str(project.path), str(out), "--format", "csv", "--strict"]
    )
    assert strict.exit_code == 1
    assert "Exact texts of articles: 1." in strict.output
    assert not out.exists()
    done = CliRunner().invoke(cli, ["export", str(project.path), str(out), "--format", "csv"])
    assert done.exit_code == 0
    assert "Sheet with commas has no place for all of this:" in done.output
    assert out.exists()


def test_the_list_of_formats(tmp_path: Path) -> None:
    from annotator.formats import FORMATS

    done = CliRunner().invoke(cli, ["formats"])
    assert done.exit_code == 0
    for format in FORMATS:
        assert f"{format.name}  {format.title} (" in done.output
