"""`annotator check --quality`, as people and programs use it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotator.exchange import checking
from annotator.model.annotations import Entity
from annotator.model.edits import Edit, change, mark
from annotator.model.offers import Offers
from annotator.model.spans import Span
from annotator.quality.checks import chosen
from annotator.store import Project
from tests.desktop.conftest import AUTHOR, make_project
from tests.notation import written
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


def test_suggestions_are_open_until_they_are_decided_about(project: Path) -> None:
    suggested = [
        Entity(id="s1", label="GPE", span=Span.of(4, 9)),
        Entity(id="s2", label="PERS", span=Span.of(11, 13)),
        Entity(id="s3", label="DATE", span=Span.of(14, 17)),
    ]
    command = ("check", project, "--quality", "--only", "suggestions", "--json")
    with Project.open(project) as opened:
        opened.suggested.replace(1, "model:x", "1", suggested)
    assert run(*command).exit_code == 0
    with Project.open(project) as opened:
        opened.set_status(1, AUTHOR, "done")
    told = map(json.loads, run(*command).stdout.splitlines())
    assert [row["fragments"] for row in told] == [[[11, 13]], [[14, 17]]]
    with Project.open(project) as opened:
        own, layers = opened.annotated(1, AUTHOR), opened.suggested.layers(1)
        rejected = Offers.of(own, layers).reject(["s2"])
        opened.apply(1, AUTHOR, own, Edit(), None, rejected)
    told = map(json.loads, run(*command).stdout.splitlines())
    assert [row["fragments"] for row in told] == [[[14, 17]]]


FAULTY = ("زار [ بيروت،|GPE] أمس.", "في [بيروت|GPE] ثم [بيروت |GPE] أمس.", "عاد من بيروت.")


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    return make_project(tmp_path / "faulty.db", FAULTY)


def lines_of(path: Path, layer: str = AUTHOR) -> list[str]:
    """The articles as this author has annotated them."""
    with Project.open(path) as opened:
        count = opened.count() + 1
        return [written(opened.annotated(number, layer)) for number in range(1, count)]


def test_sure_fixes_are_one_step_that_undo_takes_back_exactly(faulty: Path) -> None:
    done = run("check", faulty, "--quality", "--fix")
    assert done.exit_code == 0, done.output
    assert "\u2068␣بيروت،\u2069 → \u2068بيروت\u2069" in done.stdout
    assert "\u2068بيروت␣\u2069 → \u2068بيروت\u2069" in done.stdout
    assert "Fixed for ليلى: findings 3 (spaces 2, punctuation 1), articles 2." in done.stdout
    mended = ["زار  [بيروت|GPE]، أمس.", "في [بيروت|GPE] ثم [بيروت|GPE]  أمس.", FAULTY[2]]
    assert lines_of(faulty) == mended
    assert run("check", faulty, "--quality").exit_code == 0
    with Project.open(faulty) as opened:
        assert opened.undo(2, AUTHOR, opened.annotated(2, AUTHOR))
        assert not opened.can_undo(1, AUTHOR)
    assert lines_of(faulty) == list(FAULTY)
    with Project.open(faulty) as opened:
        assert opened.redo(1, AUTHOR, opened.annotated(1, AUTHOR))
    assert lines_of(faulty) == mended


def test_a_dry_run_tells_the_same_and_changes_nothing(faulty: Path) -> None:
    before = faulty.read_bytes()
    dry = run("check", faulty, "--quality", "--fix", "--dry-run").stdout
    assert faulty.read_bytes() == before
    real = run("check", faulty, "--quality", "--fix").stdout
    assert dry.splitlines()[:-1] == real.splitlines()[:-2]
    assert "Nothing was changed." in dry


def test_what_needs_judgement_is_fixed_when_it_is_named(faulty: Path) -> None:
    with Project.open(faulty) as opened:
        opened.set_status(3, AUTHOR, "done")
    run("check", faulty, "--quality", "--fix")
    done = run("check", faulty, "--quality", "--fix")
    assert done.exit_code == 1
    assert "Nothing to fix." in done.stdout
    assert "Fixes that need your judgement were left: unmarked 1." in done.stdout
    assert lines_of(faulty)[2] == FAULTY[2]
    assert run("check", faulty, "--quality", "--fix", "--only", "unmarked").exit_code == 0
    assert lines_of(faulty)[2] == "عاد من [بيروت|GPE]."


def test_only_one_author_is_changed_and_never_unasked(faulty: Path) -> None:
    with Project.open(faulty) as opened:
        other = opened.annotated(3, "هدى")
        opened.apply(3, "هدى", other, mark("GPE", Span.of(7, 13)))
    before = lines_of(faulty, "هدى")
    told = refused("check", faulty, "--quality", "--fix")
    assert "ليلى, هدى" in told
    assert lines_of(faulty) == list(FAULTY)
    assert run("check", faulty, "--quality", "--fix", "--author", AUTHOR).exit_code == 0
    assert lines_of(faulty, "هدى") == before
    assert lines_of(faulty) != list(FAULTY)


def test_a_model_is_not_changed(faulty: Path) -> None:
    with Project.open(faulty) as opened:
        other = opened.annotated(3, "model:x")
        opened.apply(3, "model:x", other, mark("GPE", Span.of(6, 13)))
    assert "none of the people" in refused(
        "check", faulty, "--quality", "--fix", "--author", "model:x"
    )


def test_a_fix_that_is_refused_is_told_with_its_reason(tmp_path: Path) -> None:
    path = make_project(tmp_path / "p.db", ("زار [ [بيروت|GPE]|GPE] أمس [ |ORG]",))
    with Project.open(path) as opened:
        article = opened.annotated(1, AUTHOR)
        one, two = article.entities[:2]
        for entity, note in ((one, "أولى"), (two, "ثانية")):
            edit = change(article, entity.id, note=note)
            article = opened.apply(1, AUTHOR, article, edit)
    done = run("check", path, "--quality", "--fix")
    assert done.exit_code == 1
    assert "Left, " in done.stdout
    assert "The same annotation is there already: GPE, بيروت." in done.stdout


def test_findings_that_are_right_go_by_their_names_and_can_be_listed(faulty: Path) -> None:
    def names(*options: str) -> set[str]:
        told = run("check", faulty, "--quality", "--json", *options).stdout
        return {json.loads(line)["name"] for line in told.splitlines()}

    found = names()
    one, two, *_ = sorted(found)
    assert one in run("check", faulty, "--quality").stdout
    done = run("check", faulty, "--quality", "--right", one, "--right", two)
    assert done.stdout == "Right as they are, and not told again: 2.\n"
    assert names() == found - {one, two}
    assert names("--list-right") == {one, two}
    before = run("check", faulty, "--quality", "--fix", "--dry-run").stdout
    assert one not in before
    run("check", faulty, "--quality", "--not-right", one)
    assert names("--list-right") == {two}
    assert "Nothing was changed" in refused("check", faulty, "--quality", "--right", "nosuch")
    assert names("--list-right") == {two}


@pytest.mark.parametrize(
    "options",
    [
        ("--fix",), ("--right", "x"), ("--list-right",), ("--quality", "--dry-run"),
        ("--quality", "--fix", "--json"), ("--quality", "--fix", "--list-right"),
        ("--quality", "--reindex"), ("--quality", "--right", "x", "--only", "cues"),
    ],
)  # fmt: skip
def test_options_that_do_not_go_together_are_wrong_usage(
    faulty: Path, options: tuple[str, ...]
) -> None:
    assert run("check", faulty, *options).exit_code == 2
