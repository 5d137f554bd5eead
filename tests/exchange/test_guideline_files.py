"""Guideline pages as files: out and in again, presets, and every way in which a file is bad."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.errors import UserError
from annotator.exchange import guidelines, sample
from annotator.model import labelfile
from annotator.model.guidelines import LONGEST, GuidelinePage
from annotator.resources import resource
from annotator.store import Project

NEWS = labelfile.load("news", resource("labels"))
PAGES = [
    GuidelinePage("guidelines", "ar", "# عنوان\r\n\u200f نص <b>x</b>\n"),
    GuidelinePage("quotes", "en", "# Quotes\ttab"),
]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project.create(tmp_path / "p.db", NEWS)


def test_pages_go_out_and_come_in_as_they_were(project: Project, tmp_path: Path) -> None:
    with project:
        project.write_guidelines(PAGES)
        folder = tmp_path / "new" / "folder"
        written = guidelines.export_folder(project, folder)
        assert [path.name for path in written] == ["ar.md", "quotes.en.md"]
        assert (folder / "ar.md").read_bytes() == PAGES[0].text.encode()
        came = guidelines.import_folder(project, folder)
        assert (came.pages, came.changed, came.left_out) == (tuple(PAGES), 0, ())
        (folder / "quotes.en.md").write_bytes(b"\xef\xbb\xbfother")
        (folder / "README.md").write_text("not a page")
        came = guidelines.import_folder(project, folder)
        assert (came.changed, came.left_out) == (1, ("README.md",))
        assert project.guidelines()[1].text == "other"
        assert project.guideline_versions("quotes", "en")[1].text == PAGES[1].text


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\xff\xfe\x00", "Byte 0 of .*ar.md is not UTF-8"),
        ("ملف قديم".encode("windows-1256"), "is not UTF-8"),
        (b"", "is empty"),
        (b" \n\t", "is empty"),
        (b"a\0", "one that no text has"),
        (b"x" * (LONGEST + 1), "200000 are the most"),
        (b"x" * (4 * LONGEST + 1), "too large"),
    ],
)
def test_a_bad_file_keeps_everything_out_with_one_sentence(
    project: Project, tmp_path: Path, content: bytes, reason: str
) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "ar.md").write_bytes(content)
    (folder / "quotes.en.md").write_text("good")
    with project, pytest.raises(UserError, match=reason) as refused:
        guidelines.import_folder(project, folder)
    assert "ar.md" in str(refused.value)
    with Project.open(tmp_path / "p.db") as again:
        assert again.guidelines() == []


def test_folders_that_are_none(project: Project, tmp_path: Path) -> None:
    with project:
        with pytest.raises(UserError, match="cannot be read"):
            guidelines.import_folder(project, tmp_path / "nowhere")
        with pytest.raises(UserError, match="no guideline pages in"):
            guidelines.import_folder(project, tmp_path)
        (tmp_path / "ar.md").mkdir()
        with pytest.raises(UserError, match="cannot be read"):
            guidelines.import_folder(project, tmp_path)
        (tmp_path / "file").write_text("x")
        with pytest.raises(UserError, match="cannot be made"):
            guidelines.export_folder(project, tmp_path / "file")


def test_an_export_replaces_a_file_whole_or_not_at_all(project: Project, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "ar.md").write_text("before")
    with project:
        project.write_guidelines(PAGES)
        guidelines.export_folder(project, folder)
    assert (folder / "ar.md").read_bytes() == PAGES[0].text.encode()
    assert sorted(path.name for path in folder.iterdir()) == ["ar.md", "quotes.en.md"]


@pytest.mark.parametrize("name", [one.name for one in labelfile.presets(resource("labels"))])
def test_each_preset_has_a_page_in_both_languages(name: str) -> None:
    found = guidelines.preset(name)
    assert [(page.name, page.language) for page in found] == [
        ("guidelines", "ar"),
        ("guidelines", "en"),
    ]


@pytest.mark.parametrize("name", ["", ".", "..", "../labels", "no-such"])
def test_a_label_set_of_another_name_has_no_pages(name: str) -> None:
    assert guidelines.preset(name) == []


def test_a_project_without_pages_has_those_of_its_preset(project: Project) -> None:
    with project:
        pages, own = guidelines.pages_of(project)
        assert not own
        assert pages == guidelines.preset("news")
        guidelines.put_preset(project)
        assert guidelines.pages_of(project) == (pages, True)


def test_the_sample_has_its_own(tmp_path: Path) -> None:
    sample.make(tmp_path / "sample.db", "ليلى")
    with Project.open(tmp_path / "sample.db") as project:
        assert project.guidelines() == guidelines.preset("news")
