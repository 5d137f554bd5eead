"""Searching a project: exactly what looking at every text would find, whatever the index says."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from annotator.errors import ProjectRefused, UserError
from annotator.model import edits
from annotator.model.record import Record
from annotator.store import (
    Importing,
    IndexDamaged,
    Project,
    Query,
    RecordRefused,
    schema,
    search,
    words,
)
from annotator.text.matching import BadQuery, Mode, matcher
from annotator.text.normal import fold
from tests.texts import SHORT

from .helpers import (
    ALL_KINDS,
    LABELS,
    ME,
    article,
    back_to_version_1,
    entity,
    fill,
    left_alone,
    quote,
    tampering,
)

Hits = list[tuple[int, str]]


def hits(project: Project, text: str, mode: Mode = "normal", **filters: str) -> Hits:
    """Article and surface of each hit."""
    asked = Query(text=text, mode=mode, **filters)  # type: ignore[arg-type]
    pages = list(project.search(asked))
    if pages:
        assert pages[-1].looked == pages[-1].of == project.count()
    return [
        (found.number, found.text[start:end])
        for page in pages
        for found in page.found
        for start, end in found.hits
    ]


@pytest.fixture(autouse=True)
def _asks_the_index(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small projects would never come to it."""
    monkeypatch.setattr(search, "_TRIED", 0)


def project_of(path: Path, texts: Iterable[str]) -> Project:
    project = Project.create(path, LABELS)
    fill(project, *(Record(article=article(f"{n}", text)) for n, text in enumerate(texts)))
    return project


# What is found


def test_finds_letters_inside_words_and_through_vowel_signs(path: Path) -> None:
    with project_of(path, ["قال مُحَمَّدٌ", "لا شيء", "ببوتين ومحمد"]) as project:
        assert hits(project, "محمد") == [(1, "مُحَمَّدٌ"), (3, "محمد")]
        assert hits(project, "بوتين") == [(3, "بوتين")]
        assert hits(project, "و") == [(3, "و"), (3, "و")]
        assert hits(project, "وت") == [(3, "وت")]
        assert hits(project, "بوتين", "word") == [(3, "بوتين")]
        assert hits(project, "حمد", "word") == []
        assert hits(project, "مح", "prefix") == [(1, "مُحَ"), (3, "مح")]
        assert hits(project, "محمد", "exact") == [(3, "محمد")]
        assert hits(project, r"\w+وتين", "regex") == [(3, "ببوتين")]
        assert hits(project, "قال محمد ") == [(1, "قال مُحَمَّدٌ")]
        assert hits(project, "زرافة") == []


@pytest.mark.parametrize(
    "wanted", ['"', "محمد OR", "NEAR(a b)", "words : a", "a*", "^ا", "' -- ;", "(", "AND", "ا\nب"]
)
def test_what_fts_would_take_for_syntax_is_looked_for_as_it_is(path: Path, wanted: str) -> None:
    with project_of(path, [f"قبل {wanted} بعد", "شيء آخر"]) as project:
        assert hits(project, wanted, "exact") == [(1, wanted)]
        assert [number for number, _ in hits(project, wanted)] == [1]


@pytest.mark.parametrize("wanted", ["", " ", "a\0", "ا" * 10_000])
def test_what_cannot_be_asked_is_refused_at_once(project: Project, wanted: str) -> None:
    with pytest.raises(BadQuery):
        project.search(Query(text=wanted))


@pytest.mark.parametrize(
    ("filters", "reason"),
    [
        ({"label": "NOTHING"}, "no label NOTHING"),
        ({"author": "nobody"}, "Nobody called nobody"),
        ({"since": "1/3/2026"}, "no date"),
        ({"until": "2026-13-01"}, "no date"),
        ({"speaker": "ـ "}, "no letters"),
    ],
)
def test_filters_that_make_no_sense_are_refused(
    project: Project, filters: dict[str, str], reason: str
) -> None:
    with pytest.raises(BadQuery, match=reason):
        project.search(Query(text="ا", **filters))  # type: ignore[arg-type]


def test_a_word_longer_than_the_index_takes_is_found_in_its_middle_and_at_its_end(
    path: Path,
) -> None:
    long = "ا" * 20_000 + "بوتين" + "ا" * 20_000 + "نهاية"
    with project_of(path, [long, "شيء"]) as project:
        assert hits(project, "بوتين") == [(1, "بوتين")]
        assert hits(project, "نهاية") == [(1, "نهاية")]
        assert hits(project, "نهاية", "word") == []
        assert project.check() == []


def test_more_words_than_can_be_asked_for_one_by_one(path: Path) -> None:
    texts = [f"س{number:05d}ن" for number in range(5000)]
    with project_of(path, [" ".join(texts[at : at + 50]) for at in range(0, 5000, 50)]) as project:
        assert len(hits(project, "س")) == 5000
        assert len(hits(project, "س0")) == 5000
        assert len(hits(project, "س00")) == 1000
        assert hits(project, "س04321ن") == [(87, "س04321ن")]


WANTED = st.one_of(SHORT, st.sampled_from(["م", "و", "محمد", "الله", "320", "a", "لأ", " ", "'"]))


@settings(max_examples=60)
@given(st.lists(SHORT, min_size=1, max_size=5), WANTED, st.sampled_from(
    ("normal", "exact", "word", "prefix")), st.data())  # fmt: skip
def test_the_index_loses_nothing_and_adds_nothing(
    tmp_path_factory: pytest.TempPathFactory,
    texts: list[str], wanted: str, mode: Mode, data: st.DataObject,
) -> None:  # fmt: skip
    texts = [text for text in texts if text]
    assume(texts)
    if data.draw(st.booleans()):
        text = data.draw(st.sampled_from(texts))
        start = data.draw(st.integers(0, len(text)))
        wanted = text[start : start + data.draw(st.integers(1, 12))]
    asked = Query(text=wanted, mode=mode).wanted()
    assume(asked.strip() and fold(asked).strip())
    find = matcher(mode, asked)
    naive = [
        (number, text[start:end])
        for number, text in enumerate(texts, 1)
        for start, end in find(text)
    ]
    with project_of(tmp_path_factory.mktemp("index") / "p.db", texts) as project:
        assert hits(project, wanted, mode) == naive
        assert project.check() == []


@pytest.mark.parametrize("every", [1, 3, 40])
def test_what_is_common_and_what_is_rare_is_found_in_order(
    path: Path, monkeypatch: pytest.MonkeyPatch, every: int
) -> None:
    monkeypatch.setattr(search, "_TRIED", 24)
    texts = ["محمد" if number % every == 0 else "خالد" for number in range(1, 121)]
    with project_of(path, texts) as project:
        assert [number for number, _ in hits(project, "محمد")] == list(range(every, 121, every))


def test_a_word_that_only_an_invisible_sign_parts_from_the_next(path: Path) -> None:
    with project_of(path, ["الله\u2066محمد", "شيء"]) as project:
        assert hits(project, "الله", "word") == [(1, "الله")]


def test_an_article_of_signs_alone_is_no_damage(path: Path) -> None:
    with project_of(path, ["€ 🙂"]) as project:
        assert hits(project, "م") == []
        assert project.check() == []


# Filters


@pytest.fixture
def filtered(path: Path) -> Project:
    """1: dated, done by ME with entity and quote; 2: begun by another; 3: nobody, no date."""
    text = "قال محمد إن محمد بخير"
    mine = (
        entity("e", 4, 8, "PERS"),
        quote("q", 9, 21, source=entity("s", 4, 8).span, speaker="e"),
    )
    project = Project.create(path, LABELS)
    fill(
        project,
        Record(
            article=article("1", text, date="2026-03-01"), layer=ME, status="done",
            annotations=mine,
        ),
        Record(
            article=article("2", text, date="2026-03-05T10:00"), layer="سالم", status="begun",
            annotations=(entity("x", 12, 16, "ORG"),),
        ),
        Record(article=article("3", text, date=20260301)),
    )  # fmt: skip
    return project


@pytest.mark.parametrize(
    ("filters", "numbers"),
    [
        ({}, [1, 1, 2, 2, 3, 3]),
        ({"label": "PERS"}, [1]),
        ({"label": "ORG"}, [2]),
        ({"label": "ORG", "author": ME}, []),
        ({"speaker": "مُحمّد"}, [1]),
        ({"speaker": "سالم"}, []),
        ({"author": ME}, [1, 1]),
        ({"status": "done"}, [1, 1]),
        ({"status": "new"}, [3, 3]),
        ({"status": "new", "author": ME}, [2, 2, 3, 3]),
        ({"since": "2026-03-01", "until": "2026-03-04"}, [1, 1]),
        ({"since": "2026-03-02"}, [2, 2]),
        ({"until": "2026-03-05"}, [1, 1, 2, 2]),
        ({"since": "٢٠٢٦"}, [1, 1, 2, 2]),
        ({"until": "2026-3"}, [1, 1, 2, 2]),
        ({"until": "2025"}, []),
    ],
)
def test_filters(filtered: Project, filters: dict[str, str], numbers: list[int]) -> None:
    with filtered as project:
        assert [number for number, _ in hits(project, "محمد", **filters)] == numbers


# The index


def test_articles_are_found_as_soon_as_they_are_in_and_not_at_all_if_the_import_fails(
    project: Project,
) -> None:
    assert hits(project, "زرافة") == []
    with pytest.raises(AttributeError), project.importing("test") as into:
        _stop_after(into, Record(article=article("z", "زرافة")))
    assert hits(project, "زرافة") == []
    assert project.check() == []
    with project.importing("test") as into:
        into.add(Record(article=article("z", "زرافة")))
        with pytest.raises(RecordRefused):
            into.add(Record(article=article("a", "نص آخر فيه زرافة")))
    assert hits(project, "زرافة") == [(4, "زرافة")]
    assert project.check() == []


def _stop_after(into: Importing, record: Record) -> None:
    into.add(record)
    into.stop  # type: ignore[attr-defined]  # noqa: B018


def test_an_older_project_gets_its_index_when_it_is_opened(closed: Path) -> None:
    with tampering(closed) as connection:
        back_to_version_1(connection)
    assert Project.examine(closed) == []
    with Project.open(closed) as project:
        assert hits(project, "محمد") == [(1, "محمد"), (2, "مُحمّد")]
        assert project.check() == []
    before = closed.with_name(f"{closed.stem}.before-v{len(schema.STEPS)}.db")
    with tampering(before) as connection:
        names = connection.execute("SELECT name FROM sqlite_schema").fetchall()
    assert ("article",) in names
    assert ("search",) not in names


def test_an_sqlite_without_fts5_is_refused_before_anything_is_touched(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(words, "supported", lambda: False)
    with left_alone(closed):
        for act in (Project.open, Project.examine):
            with pytest.raises(ProjectRefused, match="no FTS5"):
                act(closed)


DAMAGE = {
    "out of step": "INSERT INTO search (rowid, words) VALUES (1, 'xyz')",
    "an article too many": "INSERT INTO search (rowid, words) VALUES (99, 'xyz')",
    "gone": "DROP TABLE search_data",
    "unreadable": "UPDATE search_data SET block = x'00FF'",
    "no configuration": "DELETE FROM search_config",
}


@pytest.mark.parametrize("tampered", DAMAGE.values(), ids=DAMAGE.keys())
def test_a_damaged_index_is_told_and_made_anew(closed: Path, tampered: str) -> None:
    with tampering(closed) as connection:
        # FTS5 guards its own tables from anybody who is not it.
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(tampered)
    found = " ".join(map(str, Project.examine(closed)))
    assert "search index" in found
    with Project.open(closed) as project:
        project.reindex()
        assert project.check() == []
        assert hits(project, "محمد") == [(1, "محمد"), (2, "مُحمّد")]
    assert Project.examine(closed) == []


@pytest.mark.parametrize("damage", ["gone", "unreadable"])
def test_searching_with_a_damaged_index_says_what_to_do(closed: Path, damage: str) -> None:
    with tampering(closed) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(DAMAGE[damage])
    with Project.open(closed) as project:
        with pytest.raises(IndexDamaged, match="--reindex"):
            hits(project, "محمد")
        assert hits(project, "(محمد)", "regex") == [(1, "محمد")], "which needs no index"


# Together with other work


def test_a_search_goes_on_in_another_thread_while_edits_are_stored(path: Path) -> None:
    with project_of(path, ["قال محمد هنا"] * 300) as project:
        counted: list[int] = []

        def search() -> None:
            counted.extend(len(hits(project, "محمد")) for _ in range(5))

        thread = threading.Thread(target=search)
        thread.start()
        for number in range(1, 60):
            one = project.annotated(number, ME)
            project.apply(number, ME, one, edits.mark("PERS", entity("", 4, 8).span))
        thread.join()
        assert counted == [300] * 5
        assert project.check() == []


def test_what_is_not_stored_yet_is_not_found_by_another_thread(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "_TRIED", 24)
    found: list[Hits] = []
    with project_of(path, ["شيء"]) as project:
        thread = threading.Thread(target=lambda: found.append(hits(project, "زرافة")))
        with suppress(AttributeError), project.importing("test") as into:
            into.add(Record(article=article("z", "زرافة")))
            thread.start()
            thread.join(0.3)
            assert thread.is_alive(), "it waits for the import to end"
            _stop_after(into, Record(article=article("y", "زرافة")))
        thread.join()
        assert found == [[]]


def test_a_search_of_a_project_that_was_closed_ends(path: Path) -> None:
    with project_of(path, ["محمد"] * 40) as project:
        pages = project.search(Query(text="محمد"))
        next(pages)
    assert project.closed
    with pytest.raises((sqlite3.ProgrammingError, UserError)):
        list(pages)


def test_all_kinds_of_annotations_do_not_disturb(path: Path) -> None:
    with Project.create(path, LABELS) as project:
        fill(project, Record(article=article("a"), layer=ME, annotations=ALL_KINDS))
        assert hits(project, "بيروت", label="GPE") == [(1, "بيروت")]
