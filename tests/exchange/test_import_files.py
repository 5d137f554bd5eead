"""Importing: what comes in, what is named, what is kept, and that the counts add up."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.errors import ProjectRefused, UserError
from annotator.exchange import ImportReport, check_author, export, import_paths
from annotator.resources import corpus
from annotator.store import Project
from tests.exchange.rows import TEXT, exported, row, skip_if_all_is_allowed, write


def counts(report: ImportReport) -> tuple[int, int, int, int]:
    assert report.read == report.imported + report.known + report.rejected
    return report.read, report.imported, report.known, report.rejected


def reasons(report: ImportReport) -> list[str]:
    return [str(refusal) for refusal in report.refusals]


class TestWhatComesIn:
    def test_rows_and_texts_side_by_side(self, project: Project, tmp_path: Path) -> None:
        rows = write(tmp_path / "a.jsonl", row("a1"), {"text": "خبر", "title": "عنوان"})
        text = tmp_path / "b.TXT"
        text.write_text("عنوان\n\nنص الخبر", "utf-8")
        report = import_paths(project, [rows, text])
        assert counts(report) == (3, 3, 0, 0)
        assert (report.articles, report.annotations) == (3, 3)
        assert [file.read for file in report.files] == [2, 1]
        assert project.annotated(1, "layla").text == TEXT
        assert project.article(2).title == "عنوان"
        assert project.article(3).text == "عنوان\n\nنص الخبر"
        assert project.layers() == ["layla"]
        assert project.status(1, "layla") == "done"

    def test_a_second_time_adds_nothing(self, project: Project, tmp_path: Path) -> None:
        rows = write(tmp_path / "a.jsonl", row("a1"), {"text": "خبر"})
        text = tmp_path / "b.txt"
        text.write_text("خبر آخر", "utf-8")
        import_paths(project, [rows, text])
        before = exported(project, tmp_path / "out.jsonl")
        assert counts(import_paths(project, [rows, text])) == (3, 0, 3, 0)
        assert exported(project, tmp_path / "out.jsonl") == before

    def test_two_authors_of_one_article(self, project: Project, tmp_path: Path) -> None:
        rows = write(tmp_path / "a.jsonl", row("a1"), row("a1", layer="omar", relations=[]))
        report = import_paths(project, [rows])
        assert counts(report) == (2, 2, 0, 0)
        assert (report.articles, report.annotations) == (1, 5)
        assert project.layers() == ["layla", "omar"]

    def test_the_author_is_whose_they_are_where_the_row_is_silent(
        self, project: Project, tmp_path: Path
    ) -> None:
        rows = write(tmp_path / "a.jsonl", row("a1", layer=None), row("a2"))
        import_paths(project, [rows], author=" omar ")
        assert project.layers() == ["omar", "layla"]

    def test_without_an_author_such_a_row_is_rejected(
        self, project: Project, tmp_path: Path
    ) -> None:
        bare = row("a2", layer=None, entities=[], relations=[], status=None)
        rows = write(tmp_path / "a.jsonl", row("a1", layer=None), bare)
        report = import_paths(project, [rows])
        assert counts(report) == (2, 1, 0, 1)
        assert reasons(report) == [
            f"{rows}, line 1: The row has annotations, but does not say whose they are. "
            "Give the name: --author NAME."
        ]

    def test_an_encoding_that_is_named(self, project: Project, tmp_path: Path) -> None:
        text = tmp_path / "a.txt"
        text.write_bytes("قال الوزير".encode("windows-1256"))
        report = import_paths(project, [text])
        assert "try --encoding windows-1256" in reasons(report)[0]
        assert counts(import_paths(project, [text], encoding="windows-1256")) == (1, 1, 0, 0)

    def test_a_format_that_is_named(self, project: Project, tmp_path: Path) -> None:
        rows = write(tmp_path / "a.data", {"text": "خبر"})
        report = import_paths(project, [rows])
        (reason,) = reasons(report)
        assert reason.startswith(
            f"{rows}: The name of this file does not tell its format. "
            "Name it: --format with one of jsonl, text, "
        )
        assert import_paths(project, [rows], format="jsonl").imported == 1
        with pytest.raises(UserError, match="no format xyz"):
            import_paths(project, [rows], format="xyz")

    def test_annotations_in_another_form_are_not_silently_metadata(
        self, project: Project, tmp_path: Path
    ) -> None:
        bare = row("a1")
        del bare["format"]
        file = write(tmp_path / "a.jsonl", bare, {"text": "خبر", "entities": []})
        report = import_paths(project, [file])
        assert counts(report) == (2, 2, 0, 0)
        assert [note.say() for note in report.notes] == [
            f"Rows of {file} that look annotated, in a form that is not read: 1. "
            "Their annotations were kept as metadata."
        ]
        assert project.article(1).meta["entities"] == bare["entities"]

    def test_what_looks_like_markup_is_text(self, project: Project, tmp_path: Path) -> None:
        text = "<b>قال</b> &amp; <img src=x>"
        entity = {"label": "PERS", "start": 0, "end": 3, "text": "<b>", "note": "<i>&"}
        made = row(text=text, layer="<b>&", entities=[entity], relations=[])
        import_paths(project, [write(tmp_path / "a.jsonl", made)])
        (out,) = exported(project, tmp_path / "out.jsonl")
        assert (out["text"], out["layer"]) == (text, "<b>&")
        assert (out["entities"][0]["text"], out["entities"][0]["note"]) == ("<b>", "<i>&")

    def test_progress_reaches_the_end(self, project: Project, tmp_path: Path) -> None:
        files = [
            write(tmp_path / f"{n}.jsonl", *[{"text": f"{n} {i}"} for i in range(70)]) for n in "ab"
        ]
        seen: list[tuple[int, int]] = []
        import_paths(project, files, progress=lambda done, total: seen.append((done, total)))
        total = sum(file.stat().st_size for file in files)
        assert seen == sorted(seen)
        assert seen[-1] == (total, total)


MOHAMMED = {"label": "PERS", "start": 4, "end": 8, "text": "محمد"}
BAD_ROWS: dict[str, tuple[object, str]] = {
    "not UTF-8": (b'{"text": "\xe3"}', "Byte 11 of the line (0xE3) is not UTF-8."),
    "NUL": ({"text": "a\0b"}, "The text has a NUL at character 1."),
    "lone surrogate": (b'{"text": "\\ud83d"}', "The row has half a surrogate pair."),
    "not JSON": (b"{text}", "The row is not JSON"),
    "wrong type": (row(entities=5), "Expected `array | null`, got `int` - at `entities`."),
    "negative": (
        row(entities=[{"label": "PERS", "start": -3, "end": 2, "text": "قال"}]),
        "entities[0]: The fragments [[-3, 2]] make no span",
    ),
    "reversed": (
        row(entities=[{"label": "PERS", "start": 12, "end": 4, "text": "محمد"}]),
        "entities[0]: The fragments [[12, 4]] make no span",
    ),
    "out of range": (
        row(entities=[{"label": "PERS", "start": 4, "end": 400, "text": "محمد"}]),
        "entities[0]: The span 4–400 reaches beyond the text, which has 28 characters.",
    ),
    "surface": (
        row(entities=[{"label": "PERS", "start": 4, "end": 8, "text": "أحمد"}]),
        "entities[0]: The text at 4–8 is “محمد”, and the row says “أحمد”.",
    ),
    "label": (
        row(entities=[{"label": "PLANET", "start": 4, "end": 8, "text": "محمد"}], relations=[]),
        "The label set has no entity PLANET.",
    ),
    "relation label": (
        row(relations=[{"label": "EATS", "head": "a1-p", "tail": "a1-c"}]),
        "The label set has no relation EATS.",
    ),
    "relation to nothing": (
        row(relations=[{"label": "VISITS", "head": "a1-p", "tail": "x"}]),
        "The relation VISITS refers to x, which is no entity or quote of this article.",
    ),
    "relation against the rules": (
        row(relations=[{"label": "VISITS", "head": "a1-c", "tail": "a1-p"}]),
        "The label set does not admit VISITS from GPE to PERS.",
    ),
    "speaker": (
        row(
            entities=[], relations=[],
            quotes=[{"type": "direct", "start": 4, "end": 8, "text": "محمد", "speaker": "x"}],
        ),
        "The speaker x of a quote is no entity of this article.",
    ),
    "twice": (
        row(entities=[{**MOHAMMED, "id": "x"}, {**MOHAMMED, "id": "y"}], relations=[]),
        "The same annotation is there already: PERS, محمد.",
    ),
    "same id": (
        row(
            entities=[
                {**MOHAMMED, "id": "x"},
                {"label": "GPE", "start": 23, "end": 28, "text": "بيروت", "id": "x"},
            ],
            relations=[],
        ),
        "There is an annotation x already.",
    ),
    "layer": (row(layer=" \u200f"), "An author's name has 1 to 200 characters"),
}  # fmt: skip


class TestBadRows:
    @pytest.mark.parametrize("case", BAD_ROWS)
    def test_each_is_named_and_kept_and_the_others_come_in(
        self, project: Project, tmp_path: Path, case: str
    ) -> None:
        bad, words = BAD_ROWS[case]
        file = write(tmp_path / "a.jsonl", row("first"), bad, row("last"))
        report = import_paths(project, [file])
        assert counts(report) == (3, 2, 0, 1)
        assert reasons(report)[0].startswith(f"{file}, line 2: ")
        assert words in reasons(report)[0]
        kept = tmp_path / "a.jsonl.rejected.jsonl"
        assert kept.read_bytes() == file.read_bytes().splitlines(keepends=True)[1]
        assert [one.say() for one in report.kept] == [
            f"Rejected rows of {file}: 1, kept in {kept}."
        ]
        assert [one.id for one in project.summaries(None)] == ["first", "last"]
        assert project.check() == []

    def test_a_truncated_last_line(self, project: Project, tmp_path: Path) -> None:
        file = tmp_path / "a.jsonl"
        whole = json.dumps(row("a2"), ensure_ascii=False).encode()
        file.write_bytes(json.dumps(row("a1")).encode() + b"\n" + whole[:200])
        report = import_paths(project, [file])
        assert counts(report) == (2, 1, 0, 1)
        assert reasons(report) == [f"{file}, line 2: The file ends in the middle of this row."]
        assert (tmp_path / "a.jsonl.rejected.jsonl").read_bytes() == whole[:200] + b"\n"

    def test_the_same_id_with_another_text(self, project: Project, tmp_path: Path) -> None:
        import_paths(project, [write(tmp_path / "a.jsonl", row("a1"))])
        other = write(tmp_path / "b.jsonl", {"id": "a1", "text": "نص آخر"}, {"text": "خبر"})
        report = import_paths(project, [other])
        assert counts(report) == (2, 1, 0, 1)
        assert "The article a1 is stored already, with another text." in reasons(report)[0]
        assert project.article(1).text == TEXT

    def test_the_same_annotation_with_another_content(
        self, project: Project, tmp_path: Path
    ) -> None:
        import_paths(project, [write(tmp_path / "a.jsonl", row("a1"))])
        changed = row("a1")
        changed["entities"][0]["label"] = "ORG"
        report = import_paths(project, [write(tmp_path / "b.jsonl", changed)])
        assert counts(report) == (1, 0, 0, 1)
        assert project.annotated(1, "layla").get("a1-p").label == "PERS"  # type: ignore[union-attr]

    def test_a_row_that_breaks_a_rule_only_together_with_what_is_stored(
        self, project: Project, tmp_path: Path
    ) -> None:
        import_paths(project, [write(tmp_path / "a.jsonl", row("a1"))])
        again = {"id": "other", "label": "PERS", "start": 4, "end": 12, "text": "محمد علي"}
        twin = row("a1", entities=[again], relations=[])
        report = import_paths(project, [write(tmp_path / "b.jsonl", twin)])
        assert counts(report) == (1, 0, 0, 1)
        assert "The same annotation is there already" in reasons(report)[0]

    def test_earlier_rejected_rows_are_never_written_over(
        self, project: Project, tmp_path: Path
    ) -> None:
        file = write(tmp_path / "a.jsonl", b"first")
        import_paths(project, [file])
        write(file, b"second")
        report = import_paths(project, [file])
        assert (tmp_path / "a.jsonl.rejected.jsonl").read_bytes() == b"first\n"
        assert (tmp_path / "a.jsonl.rejected-2.jsonl").read_bytes() == b"second\n"
        assert report.kept[0].path == tmp_path / "a.jsonl.rejected-2.jsonl"

    def test_where_nothing_can_be_kept_the_report_says_so(
        self, project: Project, tmp_path: Path
    ) -> None:
        folder = tmp_path / "locked"
        folder.mkdir()
        file = write(folder / "a.jsonl", row("a1"), b"x")
        folder.chmod(0o500)
        skip_if_all_is_allowed(folder)
        try:
            report = import_paths(project, [file])
        finally:
            folder.chmod(0o700)
        assert counts(report) == (2, 1, 0, 1)
        assert "could not be kept beside it (Permission denied)" in report.kept[0].say()

    def test_a_name_too_long_for_a_file_of_rejected_rows(
        self, project: Project, tmp_path: Path
    ) -> None:
        file = write(tmp_path / ("a" * 240 + ".jsonl"), row("a1"), b"x", b"y")
        report = import_paths(project, [file])
        assert counts(report) == (3, 1, 0, 2)
        assert report.kept[0].path is None
        assert "They could not be kept beside it (File name too long)" in report.kept[0].say()
        assert sorted(tmp_path.glob("a*")) == [file]

    def test_mended_rows_can_be_imported_from_the_file_that_kept_them(
        self, project: Project, tmp_path: Path
    ) -> None:
        file = write(tmp_path / "a.jsonl", row("a1"), row("a2", layer=None))
        kept = import_paths(project, [file]).kept[0].path
        assert kept is not None
        assert counts(import_paths(project, [kept], author="omar")) == (1, 1, 0, 0)


class TestBadFiles:
    @pytest.mark.parametrize(
        ("name", "content", "words"),
        [
            ("a.txt", b"", "The file is empty."),
            ("a.jsonl", b"", "The file is empty."),
            ("a.txt", b"\x89PNG\r\n\x1a\n\0", "This is a PNG image, not plain text."),
            ("a.jsonl", b"\x89PNG\r\n\x1a\n\0", "This is a PNG image, not plain text."),
            ("a.txt", "خبر\n".encode() + b"\xe3", "Byte 8 of the file, on line 2, is 0xE3"),
            ("a.txt", b"ab\n\0", "Character 4, on line 2, is a NUL"),
            ("a.docx", b"PK", "The name of this file does not tell its format."),
        ],
    )
    def test_each_is_named_and_the_others_come_in(
        self, project: Project, tmp_path: Path, name: str, content: bytes, words: str
    ) -> None:
        bad = tmp_path / name
        bad.write_bytes(content)
        good = tmp_path / "good.txt"
        good.write_text("خبر", "utf-8")
        report = import_paths(project, [bad, good])
        assert counts(report) == (2, 1, 0, 1)
        assert reasons(report)[0].startswith(f"{bad}: ")
        assert words in reasons(report)[0]
        assert bad.read_bytes() == content
        assert not list(tmp_path.glob("*.rejected*"))

    def test_a_folder_a_missing_file_and_an_impossible_name(
        self, project: Project, tmp_path: Path
    ) -> None:
        folder = tmp_path / "folder.txt"
        folder.mkdir()
        endless = tmp_path / ("x" * 3000 + ".txt")
        report = import_paths(project, [folder, tmp_path / "none.txt", endless])
        assert counts(report) == (3, 0, 0, 3)
        assert reasons(report)[0].startswith(
            f"{folder}: There are no texts in this folder: "
            "no file in it ends in .jsonl, .ndjson, .json, .txt, .text"
        )
        assert reasons(report)[1] == f"{tmp_path / 'none.txt'}: There is no such file."
        assert not report.recognised, "what is not there is of no format"
        assert "File name too long" in reasons(report)[2]

    def test_invisible_characters_in_a_name_are_spelt_out(
        self, project: Project, tmp_path: Path
    ) -> None:
        report = import_paths(project, [tmp_path / "a\n\u202eb.txt"])
        assert "a\\u{000A}\\u{202E}b.txt: There is no such file." in reasons(report)[0]

    def test_a_line_of_200_000_characters_is_no_problem(
        self, project: Project, tmp_path: Path
    ) -> None:
        text = "كلمة " * 40_000
        rows = write(tmp_path / "a.jsonl", {"text": text})
        assert counts(import_paths(project, [rows])) == (1, 1, 0, 0)
        assert project.article(1).text == text

    def test_thousands_of_reasons_are_counted_but_not_hoarded(
        self, project: Project, tmp_path: Path
    ) -> None:
        rows = write(tmp_path / "a.jsonl", *[b"x"] * 1500)
        report = import_paths(project, [rows])
        assert counts(report) == (1500, 0, 0, 1500)
        assert len(report.refusals) == 1000
        assert (tmp_path / "a.jsonl.rejected.jsonl").read_bytes() == rows.read_bytes()


class TestAllOrNothing:
    def test_an_import_that_is_stopped_leaves_nothing(
        self, project: Project, tmp_path: Path
    ) -> None:
        rows = [{"text": f"خبر {n}"} for n in range(100)]
        files = [write(tmp_path / "a.jsonl", b"x", *rows), write(tmp_path / "b.jsonl", b"y", row())]

        class Stopped(UserError):
            pass

        def stop(done: int, total: int) -> None:
            if done > total // 2:
                raise Stopped("Stopped.")

        with pytest.raises(Stopped):
            import_paths(project, files, progress=stop)
        assert project.count() == 0
        assert project.layers() == []
        assert not list(tmp_path.glob("*.rejected*"))
        assert counts(import_paths(project, files)) == (103, 101, 0, 2)

    def test_a_project_that_fails_fails_the_import(self, project: Project, tmp_path: Path) -> None:
        file = write(tmp_path / "a.jsonl", b"x", row())
        with project.snapshot() as frozen, pytest.raises(ProjectRefused):
            import_paths(frozen, [file])
        assert not list(tmp_path.glob("*.rejected*"))


@pytest.mark.parametrize("name", ["", "  ", "a\nb", "a\0", "\u200f", "ا" * 201])
def test_names_that_no_author_can_have(name: str) -> None:
    with pytest.raises(UserError, match="An author's name"):
        check_author(name)


def test_the_corpus_goes_round(make: Callable[[str], Project], tmp_path: Path) -> None:
    first, second, out, again = make("one"), make("two"), tmp_path / "1.jsonl", tmp_path / "2.jsonl"
    assert import_paths(first, [corpus("news.jsonl")]).rejected == 0
    export(first, out)
    assert import_paths(second, [out]).rejected == 0
    export(second, again)
    assert out.read_bytes() == again.read_bytes()
    assert out.read_bytes().count(b"\n") == first.count()


GOOD = [json.dumps(row(f"a{n}"), ensure_ascii=False).encode() for n in range(4)]


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 2**32))
def test_broken_files_lose_nothing(project: Project, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(b"\n".join(GOOD))
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(data))
        data[at : at + chance.randint(0, 3)] = chance.randbytes(chance.randint(0, 3))
    file = tmp_path / f"{seed}.jsonl"
    file.write_bytes(data)
    report = import_paths(project, [file])
    _, _, _, rejected = counts(report)
    kept = report.kept[0].path if report.kept else None
    rows = [] if kept is None else kept.read_bytes().split(b"\n")[:-1]
    assert len(rows) == rejected
    assert set(rows) <= set(bytes(data).split(b"\n"))
    assert project.check() == []
