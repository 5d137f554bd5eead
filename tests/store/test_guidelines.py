"""Guideline pages in the project: written whole, kept in every version, checked like all else."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.guidelines import BadPage, GuidelinePage
from annotator.store import Project

from .helpers import LABELS, NASTY, back_to_version_1, refusal, tampering

ARABIC = GuidelinePage("guidelines", "ar", "# عنوان\n\n### PERS شخص\n\n" + NASTY)
ENGLISH = GuidelinePage("guidelines", "en", "# Title\r\n\r\ntext")


def test_pages_are_stored_as_they_are_and_keep_what_they_said(closed: Path) -> None:
    with Project.open(closed) as project:
        assert project.guidelines() == []
        assert project.write_guidelines([ENGLISH, ARABIC]) == 2
        assert project.write_guidelines([ARABIC]) == 0
        changed = GuidelinePage("guidelines", "ar", "جديد")
        assert project.write_guidelines([changed, ENGLISH]) == 1
    with Project.open(closed) as project:
        assert project.guidelines() == [changed, ENGLISH]
        said = project.guideline_versions("guidelines", "ar")
        assert [one.text for one in said] == ["جديد", ARABIC.text]
        assert all(one.at.endswith("+00:00") for one in said)
        assert project.check() == []
        assert project.snapshot().guidelines() == [changed, ENGLISH]


def test_one_bad_page_keeps_all_out(closed: Path) -> None:
    with Project.open(closed) as project:
        with pytest.raises(BadPage):
            project.write_guidelines([ARABIC, GuidelinePage("guidelines", "en", " ")])
        assert project.guidelines() == []


WRITTEN = st.tuples(
    st.sampled_from(["a", "b"]), st.sampled_from(["ar", "en"]), st.text("xي \n", min_size=1)
)


@given(st.lists(WRITTEN))
def test_the_newest_text_counts_and_going_back_is_a_new_one(
    tmp_path_factory: pytest.TempPathFactory, written: list[tuple[str, str, str]]
) -> None:
    path = tmp_path_factory.mktemp("pages") / "p.db"
    said: dict[tuple[str, str], list[str]] = {}
    with Project.create(path, LABELS) as project:
        for name, language, text in written:
            if not text.strip():
                continue
            project.write_guidelines([GuidelinePage(name, language, text)])  # type: ignore[arg-type]
            earlier = said.setdefault((name, language), [])
            if earlier[-1:] != [text]:
                earlier.append(text)
        now = {(page.name, page.language): page.text for page in project.guidelines()}
        assert now == {key: texts[-1] for key, texts in said.items()}
        for (name, language), texts in said.items():
            kept = project.guideline_versions(name, language)  # type: ignore[arg-type]
            assert [one.text for one in kept] == texts[::-1]


def test_an_older_project_gets_room_for_pages(closed: Path) -> None:
    with tampering(closed) as connection:
        back_to_version_1(connection)
    assert Project.examine(closed) == []
    with Project.open(closed) as project:
        assert project.guidelines() == []
        assert project.write_guidelines([ARABIC]) == 1
    assert len(list(closed.parent.glob("*.before-v*.db"))) == 1


def test_damaged_pages_are_found(closed: Path) -> None:
    with Project.open(closed) as project:
        project.write_guidelines([ARABIC, ENGLISH])
    with tampering(closed) as connection:
        connection.execute("UPDATE guideline SET text = ' ' WHERE language = 'en'")
        connection.execute("UPDATE guideline SET name = '../../x' WHERE language = 'ar'")
    said = [str(one) for one in Project.examine(closed)]
    assert any("Guideline pages that are damaged: 2" in one for one in said)


def test_a_page_of_a_language_that_is_none_is_found(closed: Path) -> None:
    with Project.open(closed) as project:
        project.write_guidelines([ARABIC])
    with tampering(closed) as connection:
        connection.execute("UPDATE guideline SET language = 'xx'")
    assert any("Guideline pages" in str(one) for one in Project.examine(closed))
    assert "damaged" in refusal(closed)
