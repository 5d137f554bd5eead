"""What the tests of the store share: a label set, texts that hurt, and ways to look at files."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

import annotator
from annotator.errors import ProjectRefused
from annotator.model import labelfile
from annotator.model.annotations import Annotation, Entity, Quote, Relation
from annotator.model.article import Article
from annotator.model.record import Record
from annotator.model.spans import Span
from annotator.resources import resource
from annotator.store import Project

# Other processes use the very package that is being tested, wherever they run.
ENVIRONMENT = {
    **os.environ,
    "PYTHONPATH": str(Path(annotator.__file__).resolve().parents[1]),
    "PYTHONIOENCODING": "utf-8",
}
LABELS = labelfile.load("news", resource("labels"))
ME = "ليلى"

PLAIN = "قال محمد إن بيروت بخير"
NASTY = (
    "\u202bقالَ\u202c «مُحمّد»\r\nإنّ\u00a0بيروت 👩‍👩‍👧 بخـــير\ufeff و\u200fGDP\u200e ١٢٪\t🇱🇧\r\n\r\n"
    "e\u0301 \u2067abc\u2069 ﷺ 𐩠 \u2028 نهاية"
)


def article(id: str, text: str = PLAIN, **meta: object) -> Article:
    """An article with the metadata given by name."""
    return Article(id=id, text=text, meta=meta)


def entity(id: str, start: int, end: int, label: str = "PERS") -> Entity:
    """An entity of one fragment."""
    return Entity(id=id, label=label, span=Span.of(start, end))


def quote(id: str, start: int, end: int, **parts: object) -> Quote:
    """A direct quote of one fragment."""
    return Quote(id=id, type="direct", span=Span.of(start, end), **parts)  # type: ignore[arg-type]


def relation(id: str, head: str, tail: str, label: str = "FAMILY") -> Relation:
    """A relation between two annotations."""
    return Relation(id=id, label=label, head=head, tail=tail)


ALL_KINDS: tuple[Annotation, ...] = (
    entity("محمد", 4, 8),
    Entity(
        id="two", label="GPE", span=Span(((12, 14), (15, 17))), attributes={"x": 1.5, "y": True},
        note="ملاحظة <b>",
    ),
    entity("again", 4, 8, "NORP"),
    Quote(
        id="q", type="mixed", span=Span(((9, 11), (12, 22))), cue=Span.of(0, 3),
        source=Span(((4, 5), (6, 8))), speaker="محمد", attributes={"z": "ض"}, note="",
    ),
    Quote(id="bare", type="indirect", span=Span.of(9, 22)),
    Relation(id="r", label="FAMILY", head="محمد", tail="again2", attributes={"sure": False}),
    entity("again2", 18, 22),
    relation("about", "q", "two", "ABOUT"),
)  # fmt: skip


def fill(project: Project, *records: Record) -> None:
    """Import records, or one article called "a" if none are given."""
    with project.importing("test") as session:
        for record in records or (Record(article=article("a")),):
            session.add(record)


def stored(project: Project, number: int = 1, layer: str = ME) -> dict[str, Annotation]:
    """The annotations that are in the file, by id."""
    return dict(project.annotated(number, layer).by_id)


def fingerprint(path: Path) -> dict[str, str]:
    """The content of the file and the names of all that lies beside it."""
    beside = {other.name: "" for other in path.parent.iterdir()}
    return {**beside, path.name: hashlib.sha256(path.read_bytes()).hexdigest()}


@contextmanager
def left_alone(path: Path) -> Iterator[None]:
    """The block must not change the file, nor leave anything beside it."""
    before = fingerprint(path)
    yield
    assert fingerprint(path) == before


def refusal(path: Path) -> str:
    """Why the file cannot be opened; it must be left alone."""
    with left_alone(path), pytest.raises(ProjectRefused) as refused:
        Project.open(path).close()
    said = str(refused.value)
    assert path.name in said
    return said


@contextmanager
def tampering(path: Path) -> Iterator[sqlite3.Connection]:
    """A closed project opened past all protections, as damage or another program would."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        yield connection


def back_to_version_1(connection: sqlite3.Connection) -> None:
    """Take out of a project what later versions have added."""
    tables = (
        "listing",
        "search_word",
        "search_place",
        "search",
        "guideline",
        "suggested",
        "decision",
        "finished",
    )
    for table in tables:
        connection.execute(f"DROP TABLE {table}")
    connection.execute("ALTER TABLE history DROP COLUMN decisions")
    connection.execute("PRAGMA user_version = 1")
    connection.execute("DELETE FROM _sqlite_migrations WHERE name <> 'v1'")
