"""Damage of every kind is told in a sentence with a count, and never a byte is changed."""

from __future__ import annotations

import os
import random
from collections.abc import Mapping
from pathlib import Path

import pytest

from annotator.errors import ProjectRefused
from annotator.model import edits
from annotator.model.annotations import Annotation, spans_of
from annotator.model.spans import Span
from annotator.store import Finding, Project, schema

from .helpers import ME, left_alone, stored, tampering


def sentences(path: Path) -> list[str]:
    """What is found in the file, which must be left alone."""
    with left_alone(path):
        return [str(finding) for finding in Project.examine(path)]


def test_a_sound_project_has_nothing_to_find(closed: Path) -> None:
    assert sentences(closed) == []
    with Project.open(closed) as project:
        assert project.check() == []


def test_what_undo_and_redo_leave_is_sound(closed: Path) -> None:
    with Project.open(closed) as project:
        one = project.annotated(1, ME)
        one = project.apply(1, ME, one, edits.delete(one, ["محمد"]))
        one, _ = project.undo(1, ME, one) or (one, None)
        project.apply(1, ME, one, edits.mark("LOC", Span.of(0, 3)))
        assert project.check() == []
    assert sentences(closed) == []


NEW_ROW = 'INSERT INTO entity (article, layer, id, label, start, "end", surface)'


@pytest.mark.parametrize(
    ("tampered", "found"),
    [
        (
            "UPDATE article SET text = replace(text, 'بيروت', 'دمشق ')",
            "Texts that are not the ones that were imported: 2, the first is article 1.",
        ),
        (
            'UPDATE entity SET start = start + 1, "end" = "end" + 1 WHERE fragments IS NULL',
            "Spans whose characters are not the ones that were marked: 2, the first in article 1",
        ),
        (
            "UPDATE quote SET source_surface = 'محمود' WHERE id = 'q'",
            "Spans whose characters are not the ones that were marked: 1, the first in article 1",
        ),
        (
            "UPDATE entity SET start = 900, \"end\" = 904 WHERE id = 'محمد'",
            "Spans that reach beyond their text: 1, the first in article 1",
        ),
        (
            "UPDATE relation SET tail = 'gone'",
            "Relations from or to something that is not there: 2, the first in article 1",
        ),
        (
            "UPDATE relation SET head = 'gone' WHERE id = 'r'",
            "Relations from or to something that is not there: 1, the first in article 1: r.",
        ),
        (
            "UPDATE quote SET speaker = 'gone' WHERE id = 'q'",
            "Quotes whose speaker is not there: 1, the first in article 1: q.",
        ),
        ("DELETE FROM work", "Rows in the table entity that belong to nothing in work: 4."),
        ("DELETE FROM article WHERE number = 1", "in the table work that belong to nothing in art"),
        (
            f"{NEW_ROW} VALUES (7, 7, 'x', 'PERS', 0, 1, 'ق')",
            "Rows in the table entity that belong to nothing in work: 1.",
        ),
        (
            "UPDATE entity SET attributes = '{\"x\": null}' WHERE id = 'two'",
            "Annotations that cannot be read: 1, the first in article 1",
        ),
        (
            "UPDATE entity SET fragments = '[[15, 17], [12, 14]]' WHERE id = 'two'",
            "Annotations that cannot be read: 1, the first in article 1",
        ),
        ("UPDATE entity SET attributes = '{]' WHERE id = 'two'", "that cannot be read: 1"),
        ("UPDATE work SET status = 'x'", "Statuses that are damaged: 1, the first of article 1."),
        ("UPDATE entity SET attributes = '{' WHERE id = 'two'", "that cannot be read: 1"),
        ("UPDATE article SET meta = '[]'", "Titles or metadata that are damaged: 2"),
        ("UPDATE article SET title = 'x' WHERE number = 2", "damaged: 1, the first of article 2."),
        (
            "UPDATE entity SET label = 'OTHER' WHERE label = 'PERS'",
            "with a label that the label set does not have: 2, the first in article 1: OTHER.",
        ),
        ("UPDATE relation SET label = 'OTHER'", "that the label set does not have: 2"),
        ("DELETE FROM entity WHERE id = 'again'", "number of annotations is not the one"),
        ("UPDATE work SET annotations = 3", "number of annotations is not the one"),
        (
            f"{NEW_ROW} VALUES (1, 1, 'r', 'PERS', 0, 1, 'ق')",
            "Articles in which two annotations have the same identifier: 1",
        ),
        (
            "UPDATE relation SET label = 'HAPPENS_ON' WHERE id = 'r'",
            "Articles whose annotations break a rule: 1, the first is article 1: The label set",
        ),
        (
            "UPDATE history SET added = '[{}]'",
            "Entries of the history that cannot be read: 1, the first of article 1.",
        ),
        ("INSERT INTO memory VALUES ('k', '{')", "Remembered values that cannot be read: 1"),
        ("UPDATE labels SET source = ''", "The label set cannot be read: "),
        ("DELETE FROM labels", "The project has no label set."),
        (
            "UPDATE entity SET note = CAST(x'ff' AS TEXT)",
            "Articles whose annotations cannot be read: 1, the first is article 1",
        ),
        ("DROP TABLE quote", "cannot be read"),
    ],
)
def test_each_kind_of_damage(closed: Path, tampered: str, found: str) -> None:
    with Project.open(closed) as project:
        one = project.annotated(1, ME)
        one = project.apply(1, ME, one, edits.mark("LOC", Span.of(0, 1)))
        project.undo(1, ME, one)
    with tampering(closed) as connection:
        connection.execute(tampered)
    said = sentences(closed)
    assert any(found in sentence for sentence in said), said


def test_a_finding_can_be_said_in_another_language() -> None:
    finding = Finding("Spans: {count}.", {"count": 3})
    assert finding.say({"Spans: {count}.": "المقاطع: {count}."}.__getitem__) == "المقاطع: 3."


def test_progress_is_told(closed: Path) -> None:
    told: list[tuple[int, int]] = []
    assert Project.examine(closed, lambda done, total: told.append((done, total))) == []
    assert told == [(1, 2), (2, 2)]


def test_what_is_no_project_is_refused(tmp_path: Path) -> None:
    (tmp_path / "p.db").write_bytes(b"")
    with pytest.raises(ProjectRefused, match="is empty"):
        Project.examine(tmp_path / "p.db")


def test_a_file_that_was_cut_off(closed: Path) -> None:
    os.truncate(closed, closed.stat().st_size // 2)
    assert any("cut off" in sentence for sentence in sentences(closed))


def test_a_damaged_page_does_not_hide_the_rest(closed: Path) -> None:
    with tampering(closed) as connection:
        connection.execute("UPDATE article SET text = '!' || substr(text, 2) WHERE number = 2")
        (page,) = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'quote'"
        ).fetchone()
    with closed.open("r+b") as file:
        file.seek((page - 1) * schema.PAGE_SIZE)
        file.write(b"\xee" * 100)
    said = " ".join(sentences(closed))
    assert "The file is damaged inside" in said
    assert "Articles whose annotations cannot be read: 1" in said
    assert "Texts that are not the ones that were imported: 1, the first is article 2." in said


@pytest.mark.parametrize("seed", range(25))
def test_whatever_is_flipped_nothing_crashes_and_nothing_wrong_is_given_out(
    closed: Path, seed: int
) -> None:
    with Project.open(closed) as project:
        right = stored(project)
    chance = random.Random(seed)
    content = bytearray(closed.read_bytes())
    for _ in range(chance.choice((1, 3, 30))):
        # Where there is something: most of these few pages is empty.
        places = [at for at in range(100, len(content)) if content[at]]
        content[chance.choice(places)] ^= 1 << chance.randrange(8)
    closed.write_bytes(content)
    sentences(closed)
    with left_alone(closed):
        try:
            with Project.open(closed) as project:
                found = project.annotated(1, ME)
        except ProjectRefused:
            return
    assert spans(found.by_id) == spans(right)


def spans(annotations: Mapping[str, Annotation]) -> list[Span]:
    return sorted(span for one in annotations.values() for span in spans_of(one))
