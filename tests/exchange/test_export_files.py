"""Exporting: what is written, and that an older file survives whatever goes wrong."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from annotator.errors import UserError
from annotator.exchange import export, import_paths
from annotator.resources import corpus, resource
from annotator.store import Project
from tests.exchange.rows import exported, row, skip_if_all_is_allowed, write


@pytest.fixture
def filled(project: Project, tmp_path: Path) -> Project:
    """Layla did one article, Omar began another, nobody looked at the third."""
    rows = [row("a1"), row("a2", layer="omar", status="begun"), {"id": "a3", "text": "خبر"}]
    import_paths(project, [write(tmp_path / "in.jsonl", *rows)])
    return project


def test_every_article_has_a_row(filled: Project, tmp_path: Path) -> None:
    rows = exported(filled, tmp_path / "out.jsonl")
    assert [(one["id"], one["layer"], one["status"]) for one in rows] == [
        ("a1", "layla", "done"),
        ("a2", "omar", "begun"),
        ("a3", None, None),
    ]


def test_author_and_status_narrow_it(filled: Project, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    assert [one["id"] for one in exported(filled, out, layer="layla")] == ["a1"]
    assert [one["id"] for one in exported(filled, out, status="begun")] == ["a2"]
    assert exported(filled, out, layer="layla", status="begun") == []


def test_an_author_who_is_not_there(filled: Project, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"called Layla.*The authors are: layla, omar\."):
        export(filled, tmp_path / "out.jsonl", layer="Layla")
    assert not (tmp_path / "out.jsonl").exists()


def test_the_report_tells_what_was_written(filled: Project, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    seen: list[tuple[int, int]] = []
    report = export(filled, out, progress=lambda done, total: seen.append((done, total)))
    data = out.read_bytes()
    assert (report.rows, report.bytes) == (3, len(data))
    assert report.sha256 == hashlib.sha256(data).hexdigest()
    assert seen[-1] == (3, 3)


def test_every_span_of_the_corpus_is_its_surface(project: Project, tmp_path: Path) -> None:
    import_paths(project, [corpus("news.jsonl")])
    schema = json.loads(resource("schema", "annotator-1.schema.json").read_bytes())
    validator = jsonschema.Draft202012Validator(schema)
    rows = exported(project, tmp_path / "out.jsonl")
    assert len(rows) == project.count()
    for one in rows:
        validator.validate(one)
        spans = [*one["entities"], *one["quotes"]]
        spans += [
            quote[part] for quote in one["quotes"] for part in ("cue", "source") if quote[part]
        ]
        for span in spans:
            pieces = [one["text"][start:end] for start, end in span["fragments"]]
            assert " ".join(pieces) == span["text"]


def test_the_same_project_gives_the_same_bytes(filled: Project, tmp_path: Path) -> None:
    first, second = (export(filled, tmp_path / name).sha256 for name in ("1.jsonl", "2.jsonl"))
    assert first == second


def test_an_older_file_is_replaced_and_keeps_its_mode(filled: Project, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_bytes(b"old")
    out.chmod(0o640)
    export(filled, out)
    assert out.read_bytes().count(b"\n") == 3
    if os.name == "posix":
        assert out.stat().st_mode & 0o777 == 0o640
    assert left_over(tmp_path) == []


def test_a_link_stays_a_link(filled: Project, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    link = tmp_path / "out.jsonl"
    try:
        link.symlink_to(tmp_path / "real" / "out.jsonl")
    except OSError:
        pytest.skip("this system makes no links")
    export(filled, link)
    assert link.is_symlink()
    assert (tmp_path / "real" / "out.jsonl").read_bytes().count(b"\n") == 3


def left_over(folder: Path) -> list[Path]:
    return list(folder.glob(".annotator-*"))


class TestRefusals:
    def test_a_folder(self, filled: Project, tmp_path: Path) -> None:
        with pytest.raises(UserError, match=r"is a folder\. Name a file in it\."):
            export(filled, tmp_path)

    def test_a_folder_that_is_not_there(self, filled: Project, tmp_path: Path) -> None:
        with pytest.raises(UserError, match=r"There is no folder .*none"):
            export(filled, tmp_path / "none" / "out.jsonl")

    def test_the_project_itself(self, filled: Project, tmp_path: Path) -> None:
        with pytest.raises(UserError, match="is a project, which an export would destroy"):
            export(filled, filled.path)
        assert filled.check() == []

    def test_a_name_that_is_too_long(self, filled: Project, tmp_path: Path) -> None:
        with pytest.raises(UserError, match="File name too long"):
            export(filled, tmp_path / ("x" * 300))
        assert left_over(tmp_path) == []

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
    def test_a_device(self, filled: Project) -> None:
        with pytest.raises(UserError, match="is no ordinary file"):
            export(filled, Path("/dev/full"))

    def test_a_file_and_a_folder_that_are_write_protected(
        self, filled: Project, tmp_path: Path
    ) -> None:
        out = tmp_path / "out.jsonl"
        out.write_bytes(b"old")
        out.chmod(0o400)
        skip_if_all_is_allowed(out)
        with pytest.raises(UserError, match="is write-protected"):
            export(filled, out)
        folder = tmp_path / "locked"
        folder.mkdir(mode=0o500)
        with pytest.raises(UserError, match="You may not write in the folder"):
            export(filled, folder / "out.jsonl")
        assert out.read_bytes() == b"old"

    def test_a_stop_on_the_way(self, filled: Project, tmp_path: Path) -> None:
        out = tmp_path / "out.jsonl"
        out.write_bytes(b"old")

        def stop(done: int, total: int) -> None:
            raise UserError("Stopped.")

        with pytest.raises(UserError, match="Stopped"):
            export(filled, out, progress=stop)
        assert out.read_bytes() == b"old"
        assert left_over(tmp_path) == []

    @pytest.mark.skipif(os.name == "nt", reason="Windows has no limits on the size of files")
    def test_a_full_disk(self, filled: Project, tmp_path: Path) -> None:
        out = tmp_path / "out.jsonl"
        out.write_bytes(b"old")
        filled.close()
        # A process that may write files of 500 bytes and no longer is told as a full disk tells it.
        program = (
            "import resource, signal, sys\n"
            "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
            "from annotator.exchange import exporting, export\n"
            "from annotator.store import Project\n"
            "from pathlib import Path\n"
            "with Project.open(Path(sys.argv[1])) as project:\n"
            "    resource.setrlimit(resource.RLIMIT_FSIZE, (500, 500))\n"
            "    try:\n"
            "        export(project, Path(sys.argv[2]))\n"
            "    except Exception as error:\n"
            "        sys.exit(f'{type(error).__name__}: {error}')\n"
        )
        done = subprocess.run(
            [sys.executable, "-c", program, str(filled.path), str(out)],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.stderr.startswith(
            f"UserError: The disk has no room for {out}. Nothing was exported; "
            "what was there before is untouched."
        )
        assert out.read_bytes() == b"old"
        assert left_over(tmp_path) == []
