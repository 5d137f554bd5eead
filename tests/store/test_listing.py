"""Lists of articles: whatever is asked for, the same as looking at every article one by one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.article import STATUSES, Status
from annotator.model.record import Record
from annotator.store import ORDERS, Listing, Order, Project, opening, schema
from annotator.text.normal import fold

from .helpers import LABELS, ME, article, back_to_version_1, entity, fill, tampering

TITLES = (
    "مُحَمَّدٌ في بيروت", "محمد", "أخبارُ الطاقة", "اخبار الطاقه", "Solar Next في عمّان",
    "١٢ قتيلاً", "12 في ٢٠٢٦", "«بوتين» يزور", "ببوتين", "100% & <b>", "_%", "  مسافات  كثيرة ",
)  # fmt: skip
DATES = (None, "2026-03-01", "٢٠٢٦-٠٣-٠٢", 7, "")


def records(chosen: list[tuple[str, object, Status, int]]) -> list[Record]:
    """An article for each title, date, status and number of annotations."""
    return [
        Record(
            article=article(f"a{n}", title=title, date=date),
            layer=ME if status != "new" or count else None,
            status=status if status != "new" or count else None,
            annotations=tuple(entity(f"{n}-{k}", k, k + 1) for k in range(count)),
        )
        for n, (title, date, status, count) in enumerate(chosen)
    ]


def expected(
    chosen: list[tuple[str, object, Status, int]], order: Order, typed: str, status: Status | None
) -> list[int]:
    """The same list by plain Python."""
    words = fold(typed).split()
    found = [
        (n, fold(title.strip()), fold(date).strip() if isinstance(date, str) else "", state, count)
        for n, (title, date, state, count) in enumerate(chosen, start=1)
        if all(word in fold(title.strip()) for word in words) and status in (None, state)
    ]
    if order == "title":
        found.sort(key=lambda row: row[1].encode())
    elif order == "status":
        found.sort(key=lambda row: ("begun", "new", "done", "skipped").index(row[3]))
    elif order == "annotations":
        found.sort(key=lambda row: -row[4])
    elif order == "date":
        found.sort(key=lambda row: row[2], reverse=True)
    return [row[0] for row in found]


ROWS = st.lists(
    st.tuples(
        st.sampled_from(TITLES), st.sampled_from(DATES), st.sampled_from(STATUSES),
        st.integers(0, 3),
    ),
    max_size=12,
)  # fmt: skip


@given(
    ROWS,
    st.sampled_from(ORDERS),
    st.sampled_from(
        ("", " ", "محمد", "أخبار طاقة", "بوتين", "12", "%", "_", "' OR 1 --", "في", "x")
    ),
    st.sampled_from((None, *STATUSES)),
)
def test_a_list_is_what_looking_at_every_article_gives(
    tmp_path_factory: pytest.TempPathFactory,
    chosen: list[tuple[str, object, Status, int]],
    order: Order,
    typed: str,
    status: Status | None,
) -> None:
    with Project.create(tmp_path_factory.mktemp("p") / "p.db", LABELS) as project:
        if chosen:
            fill(project, *records(chosen))
        # Annotations make a new article a begun one.
        told = [(a, b, project.status(n, ME), d) for n, (a, b, _, d) in enumerate(chosen, 1)]
        listed = project.listing(ME, Listing(order, typed, status))
        assert list(listed) == expected(told, order, typed, status)
        rows = project.rows(ME, listed)
        assert [row.number for row in rows] == list(listed)
        assert [(row.status, row.annotations) for row in rows] == [
            (told[n - 1][2], told[n - 1][3]) for n in listed
        ]
        counts = project.progress(ME)
        assert counts == {one: [row[2] for row in told].count(one) for one in STATUSES}


@pytest.fixture
def empty(path: Path) -> Iterator[Project]:
    """A project without articles."""
    with Project.create(path, LABELS) as made:
        yield made


def test_spelling_does_not_matter(empty: Project) -> None:
    fill(empty, *records([(title, None, "new", 0) for title in TITLES]))

    def found(typed: str) -> list[str]:
        return [TITLES[n - 1] for n in empty.listing(None, Listing(title=typed))]

    assert found("محمد") == ["مُحَمَّدٌ في بيروت", "محمد"]
    assert found("أخبار الطاقة") == ["أخبارُ الطاقة", "اخبار الطاقه"]
    assert found("بوتين") == ["«بوتين» يزور", "ببوتين"]
    assert found("SOLAR عمان") == ["Solar Next في عمّان"]
    assert found("١٢") == ["١٢ قتيلاً", "12 في ٢٠٢٦"]
    assert found("ا" * 100_000) == []
    assert found("\0") == []


def test_the_next_unfinished_article_of_a_list(empty: Project) -> None:
    project = empty
    fill(project, *records([("t", None, "new", 0)] * 5))
    project.set_status(2, ME, "done")
    project.set_status(4, ME, "skipped")
    order = [5, 4, 2, 1]
    assert project.next_unfinished(5, ME, order) == 1
    assert project.next_unfinished(1, ME, order) == 5
    assert project.next_unfinished(3, ME, order) == 5
    assert project.next_unfinished(5, ME, [5, 4]) is None
    assert project.next_unfinished(5, ME, []) is None
    assert project.next_unfinished(1, ME) == 3


def test_a_project_of_version_1_gets_its_lists(path: Path) -> None:
    Project.create(path, LABELS).close()
    with Project.open(path) as project:
        fill(project, *records([("أخبارُ الطاقة", "2026-03-01", "done", 1), ("ب", None, "new", 0)]))
    with tampering(path) as raw:
        back_to_version_1(raw)
    assert Project.examine(path) == []
    with Project.open(path) as project:
        assert list(project.listing(ME, Listing(title="اخبار"))) == [1]
        assert [row.date for row in project.rows(ME, [2, 1])] == ["", "2026-03-01"]
        assert project.check() == []


def test_damaged_metadata_does_not_stop_the_step(path: Path) -> None:
    database = opening.create_file(path, LABELS.source)
    opening.close(database)
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("DROP TABLE listing")
        raw.execute("PRAGMA ignore_check_constraints = ON")
        for number, meta in enumerate(("[1]", '{"date": 5}', "{", '{"date": " ٢٠٢٦ "}'), start=1):
            raw.execute(
                "INSERT INTO article VALUES (?, ?, ?, 1, 'ة', ?, 'x')",
                (number, str(number), "0" * 64, meta),
            )
        schema.listing.fill(raw)
        found = raw.execute("SELECT title, date FROM listing").fetchall()
    assert found == [("ه", None), ("ه", None), ("ه", None), ("ه", "2026")]


def test_an_article_that_lists_do_not_know_is_found(path: Path) -> None:
    with Project.create(path, LABELS) as project:
        fill(project, *records([("ا", None, "new", 0)] * 3))
    with tampering(path) as raw:
        raw.execute("DELETE FROM listing WHERE article > 1")
    assert [one.say() for one in Project.examine(path)] == [
        "Articles that are missing from lists: 2, the first is article 2."
    ]
