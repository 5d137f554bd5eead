"""The command line, used as people use it: commands in, files and sentences out."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from annotator.cli import cli
from annotator.resources import corpus, resource
from annotator.store import Project


@pytest.fixture(autouse=True)
def _nobody_in_particular(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("ANNOTATOR_AUTHOR", raising=False)
    monkeypatch.setenv("ANNOTATOR_HOME", str(tmp_path / "home"))


def run(*arguments: object, **environment: str) -> Result:
    result = CliRunner().invoke(cli, [str(one) for one in arguments], env=environment)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def ok(*arguments: object, **environment: str) -> str:
    """What a command says that is to go well."""
    result = run(*arguments, **environment)
    assert result.exit_code == 0, result.output
    assert result.stderr == ""
    return result.stdout


def refused(*arguments: object) -> str:
    """What a command says on stderr that the user can do something about."""
    result = run(*arguments)
    assert result.exit_code == 1
    assert "Traceback" not in result.stderr
    return result.stderr


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "project.db"
    ok("new", path)
    return path


@pytest.fixture
def news(project: Path) -> Path:
    """A project with the corpus in it."""
    ok("import", project, corpus("news.jsonl"))
    return project


class TestUsage:
    def test_help_and_version(self) -> None:
        assert "import" in ok("--help")
        assert "PROJECT.db" in ok("export", "--help")
        assert "[codepoint|utf16|byte|grapheme]" in ok("import", "-h")
        assert ok("--version").startswith("annotator, version ")

    @pytest.mark.parametrize(
        "arguments",
        [
            ("new",),
            ("import", "project.db"),
            ("export", "project.db"),
            ("exprt", "a.db", "b.jsonl"),
            ("stats", "a.db", "b.db"),
            ("import", "a.db", "b.txt", "--format", "xyz"),
            ("import", "a.db", "b.txt", "--encoding", "arabic-9"),
            ("import", "a.db", "b.txt", "--encoding", "base64"),
            ("import", "a.db", "b.jsonl", "--format", "jsonl", "--encoding", "cp1256"),
            ("export", "a.db", "b.jsonl", "--status", "ready"),
            ("screenshot", "a.db", "b.png", "--size", "big"),
            ("screenshot", "a.db", "b.png", "--size", "0x100"),
            ("screenshot", "a.db", "b.png", "--article", "0"),
            ("screenshot", "a.db", "b.png", "--theme", "pink"),
            ("labels", "--nonsense"),
        ],
    )
    def test_wrong_usage_is_status_2(self, arguments: tuple[str, ...]) -> None:
        result = run(*arguments)
        assert result.exit_code == 2
        assert "Usage:" in result.stderr
        assert "Traceback" not in result.output

    @pytest.mark.parametrize("name", ["import", "export"])
    def test_the_examples_of_the_help_are_commands(self, name: str) -> None:
        told = run(name, "--help").output.partition("Examples:\n")[2]
        lines = [line.split() for line in told.split("\n")]
        examples = [line[1:] for line in lines if line[:1] == ["annotator"]]
        assert len(examples) >= 4
        for one in examples:
            result = run(*(word.strip('"') for word in one))
            assert (result.exit_code, "There is no file" in result.stderr) == (1, True), one

    def test_what_is_no_command_is_a_project(self, tmp_path: Path) -> None:
        said = refused(tmp_path / "none.db")
        assert said.startswith(f"There is no project {tmp_path / 'none.db'}.")
        assert "annotator new" in said

    def test_a_name_that_no_author_can_have(self, project: Path) -> None:
        assert refused("open", project, "--author", " ").startswith("An author's name has")


class TestJourney:
    def test_from_a_text_to_a_dataset(self, project: Path, tmp_path: Path) -> None:
        text = tmp_path / "خبر.txt"
        text.write_text("عنوان الخبر\n\nنص الخبر.", "utf-8")
        said = ok("import", project, text)
        assert "Rows read: 1; imported: 1, known already: 0, rejected: 0." in said
        out = tmp_path / "out.jsonl"
        assert ok("export", project, out).startswith(f"Wrote {out}: rows 1, bytes ")
        row = json.loads(out.read_bytes())
        assert row["meta"]["title"] == "عنوان الخبر"
        assert row["text"] == "عنوان الخبر\n\nنص الخبر."

    def test_the_corpus_goes_round(self, news: Path, tmp_path: Path) -> None:
        first, second, other = tmp_path / "1.jsonl", tmp_path / "2.jsonl", tmp_path / "other.db"
        ok("export", news, first)
        ok("new", other, "--labels", "news")
        ok("import", other, first)
        ok("export", other, second)
        assert first.read_bytes() == second.read_bytes()
        assert "imported: 0, known already: 14" in ok("import", other, first)

    def test_author_and_status_narrow_an_export(self, news: Path, tmp_path: Path) -> None:
        out = tmp_path / "out.jsonl"
        assert "rows 14," in ok("export", news, out, "--author", "gold", "--status", "done")
        assert "rows 0," in ok("export", news, out, "--status", "begun")
        assert "The authors are: gold." in refused("export", news, out, "--author", "layla")

    def test_the_author_of_the_environment(self, project: Path, tmp_path: Path) -> None:
        entity = {"label": "PERS", "start": 0, "end": 3, "text": "قال"}
        file = tmp_path / "a.jsonl"
        file.write_text(json.dumps({"format": "annotator/1", "text": "قال", "entities": [entity]}))
        assert "--author NAME" in refused("import", project, file)
        ok("import", project, file, ANNOTATOR_AUTHOR="ليلى")
        with Project.open(project) as opened:
            assert opened.layers() == ["ليلى"]
        # It says who works, not whose work is exported.
        assert "rows 1," in ok("export", project, tmp_path / "out.jsonl", ANNOTATOR_AUTHOR="x")

    def test_an_old_encoding(self, project: Path, tmp_path: Path) -> None:
        text = tmp_path / "a.txt"
        text.write_bytes("قال الوزير".encode("windows-1256"))
        assert "try --encoding windows-1256" in refused("import", project, text)
        ok("import", project, text, "--encoding", "windows-1256")
        with Project.open(project) as opened:
            assert opened.article(1).text == "قال الوزير"


class TestRefusals:
    def test_bad_rows_are_named_on_stderr_and_counted_on_stdout(
        self, project: Path, tmp_path: Path
    ) -> None:
        file = tmp_path / "a.jsonl"
        file.write_bytes(b'{"text": "x"}\n{"text": 5}\n\xff\n')
        result = run("import", project, file)
        assert result.exit_code == 1
        assert result.stderr.splitlines() == [
            f'{file}, line 2: The row has no text. It needs a key "text" with a string as its '
            "value.",
            f"{file}, line 3: Byte 1 of the line (0xFF) is not UTF-8. This format is always UTF-8: "
            "save the file as that first.",
            f"Rejected rows of {file}: 2, kept in {file}.rejected.jsonl.",
        ]
        assert "imported: 1, known already: 0, rejected: 2." in result.stdout
        assert (tmp_path / "a.jsonl.rejected.jsonl").read_bytes() == b'{"text": 5}\n\xff\n'

    def test_projects_that_cannot_be_opened(self, tmp_path: Path) -> None:
        empty, foreign = tmp_path / "empty.db", tmp_path / "foreign.db"
        empty.write_bytes(b"")
        foreign.write_bytes(b"something else entirely")
        for bad, words in ((empty, "is empty"), (foreign, "is not a project file")):
            for command in (["stats"], ["check"], ["import", corpus("news.jsonl")]):
                said = refused(command[0], bad, *command[1:])
                assert words in said
                assert str(bad) in said
                assert said.count("\n") == 1
        assert foreign.read_bytes() == b"something else entirely"

    def test_a_project_that_another_program_has_open(self, project: Path) -> None:
        program = (
            "import sys\nfrom annotator.store import Project\n"
            "with Project.open(sys.argv[1]):\n    print('open', flush=True)\n    sys.stdin.read()\n"
        )
        with subprocess.Popen(
            [sys.executable, "-c", program, str(project)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        ) as other:
            assert other.stdout is not None
            assert other.stdout.readline() == b"open\n"
            assert "is open in another program" in refused("stats", project)
            other.communicate()
        assert "Articles: 0" in ok("stats", project)

    def test_a_project_that_is_there_is_not_made_anew(self, news: Path) -> None:
        assert "There is a file" in refused("new", news)
        assert "Articles: 14" in ok("stats", news)

    def test_an_export_onto_the_project(self, news: Path) -> None:
        assert "is a project, which an export would destroy" in refused("export", news, news)
        assert ok("check", news) == "Nothing is damaged.\n"


class TestShowing:
    def test_statistics(self, news: Path) -> None:
        said = ok("stats", news)
        assert "Articles: 14\n" in said
        assert "\ngold\n  articles: 14 (done 14)\n  entities: " in said
        assert "VISITS " in said

    def test_check_finds_damage(self, news: Path) -> None:
        data = news.read_bytes()
        word = "المغرب".encode()
        assert word in data
        news.write_bytes(data.replace(word, "المشرق".encode()))
        result = run("check", news)
        assert result.exit_code == 1
        assert result.stdout.strip()
        assert "Nothing is damaged" not in result.stdout

    def test_label_sets(self, tmp_path: Path) -> None:
        assert [line.split()[0] for line in ok("labels").splitlines()] == [
            "news", "ace", "conll", "ontonotes", "wojood",
        ]  # fmt: skip
        said = ok("labels", "news")
        assert "PERS" in said
        assert "MEETS" in said
        assert "شخص" in said
        own = tmp_path / "own.toml"
        own.write_bytes(resource("labels", "conll.toml").read_bytes())
        assert "MISC" in ok("labels", own)
        ok("new", tmp_path / "own.db", "--labels", own)

    def test_a_bad_label_set_is_told_with_all_its_problems(self, tmp_path: Path) -> None:
        bad = tmp_path / "bad.toml"
        bad.write_text('name = "bad"\n[[entities]]\nlabel = "9"\nkey = "Q"\n')
        said = refused("labels", bad)
        assert "label" in said
        assert "taken by a command" in said
        assert refused("new", tmp_path / "x.db", "--labels", bad) == said
        assert not (tmp_path / "x.db").exists()
        assert "The presets are: ace, conll, news" in refused("labels", "nws")


class TestProcess:
    """What only a process of its own shows."""

    def python(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, *arguments],
            capture_output=True,
            env={**os.environ, **environment},
            check=False,
        )

    def test_the_module_is_the_command(self, project: Path) -> None:
        done = self.python("-m", "annotator", "stats", str(project))
        assert done.returncode == 0
        assert done.stdout.startswith(b"Articles: 0")

    def test_a_console_without_arabic_letters_is_no_reason_to_fail(self) -> None:
        done = self.python("-m", "annotator", "labels", PYTHONIOENCODING="cp1252")
        assert done.returncode == 0
        assert b"News" in done.stdout
        assert done.stderr == b""

    @pytest.mark.skipif(os.name == "nt", reason="Windows has no limits on the size of files")
    def test_an_import_onto_a_full_disk_leaves_the_project_as_it_was(
        self, news: Path, tmp_path: Path
    ) -> None:
        file = tmp_path / "a.jsonl"
        rows = [json.dumps({"text": f"{n} " + "خبر " * 2000}) for n in range(50)]
        file.write_text("\n".join(["x", *rows, ""]))
        before = news.read_bytes()
        # A process whose files may not grow is told so as a full disk tells it.
        program = (
            "import os, resource, signal, sys\nfrom annotator.cli import main\n"
            "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
            "most = os.path.getsize(sys.argv[2]) + 100_000\n"
            "resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))\nmain()\n"
        )
        done = self.python("-c", program, "import", str(news), str(file))
        assert done.returncode == 1
        assert b"Traceback" not in done.stderr
        assert str(news).encode() in done.stderr
        assert done.stderr.count(b"\n") == 1
        assert news.read_bytes() == before
        assert not list(tmp_path.glob("*.rejected*"))
        assert ok("check", news) == "Nothing is damaged.\n"

    def test_nothing_slow_is_imported_for_a_sentence_of_help(self) -> None:
        program = (
            "import sys, annotator.cli\n"
            "slow = {'PySide6', 'torch', 'camel_tools', 'transformers', 'sqlite_utils', 'msgspec',"
            " 'annotator.store', 'annotator.exchange', 'annotator.formats', 'annotator.desktop'}\n"
            "print(sorted(slow & set(sys.modules)))\n"
        )
        done = self.python("-c", program)
        assert done.stderr == b""
        assert done.stdout.strip() == b"[]"

    def test_importing_and_exporting_need_neither_qt_nor_torch(self, tmp_path: Path) -> None:
        program = (
            "import sys\nfrom annotator.cli import cli\n"
            "for line in sys.argv[1:]:\n    cli(line.split('|'), standalone_mode=False)\n"
            "slow = {'PySide6', 'torch', 'camel_tools', 'transformers'} & set(sys.modules)\n"
            "print(sorted(slow))\n"
        )
        db, out = tmp_path / "a.db", tmp_path / "a.jsonl"
        done = self.python("-c", program, f"new|{db}", f"stats|{db}", f"export|{db}|{out}")
        assert done.stderr == b""
        assert done.stdout.splitlines()[-1] == b"[]"
        assert out.exists()


def test_guideline_pages_are_listed_written_and_brought_in(project: Path, tmp_path: Path) -> None:
    listed = ok("guidelines", project).splitlines()
    assert [line.split()[:2] for line in listed] == [["guidelines", "ar"], ["guidelines", "en"]]
    folder = tmp_path / "pages"
    said = ok("guidelines", project, "--export", folder)
    assert said.count("Wrote") == 2
    page = folder / "ar.md"
    page.write_text(page.read_text("utf-8") + "\nسطر أخير\n", "utf-8")
    said = ok("guidelines", project, "--import", folder)
    assert said == "Pages read: 2; new or changed: 1.\n"
    with Project.open(project) as opened:
        assert opened.guidelines()[0].text.endswith("سطر أخير\n")
    page.write_bytes(b"\xff")
    assert "is not UTF-8" in refused("guidelines", project, "--import", folder)
    (folder / "notes.md").write_text("x")
    page.write_text("# جديد", "utf-8")
    result = run("guidelines", project, "--import", folder)
    assert "notes.md" in result.stderr
    assert result.exit_code == 0
    assert run("guidelines", project, "--import", folder, "--export", folder).exit_code == 2
