"""What the README says is so: its commands exist, its first hour works, its tables are current."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from annotator.cli import cli
from annotator.desktop import startup
from annotator.resources import resource
from tests.tools import checktable, formattable, keytable

ROOT = keytable.README.parent
README = keytable.README.read_text("utf-8")


def blocks(language: str, text: str = README) -> list[str]:
    """The code blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


def commands(text: str = README) -> list[list[str]]:
    """Every whole command that begins with `annotator`, in blocks and within sentences."""
    lines = "\n".join(blocks("sh", text)).splitlines()
    lines += re.findall(r"`(annotator [^`\[\n]+)`", text)
    return [shlex.split(line)[1:] for line in lines if line.startswith("annotator ")]


def between(begin: str, end: str) -> str:
    """What stands between two markers."""
    return README.partition(begin)[2].partition(end)[0]


def test_the_key_table_is_current() -> None:
    assert keytable.written(README) == keytable.table(), "run python -m tests.tools.keytable"


def test_the_table_of_formats_is_current() -> None:
    assert formattable.renewed(README) == README, "run python -m tests.tools.keytable"
    stale = README.replace("| `jsonl` |", "| `json9` |")
    assert formattable.renewed(stale) == README


def test_the_table_of_checks_is_current() -> None:
    assert checktable.renewed(README) == README, "run python -m tests.tools.keytable"
    stale = README.replace("| `unmarked` |", "| `unmark9` |")
    assert checktable.renewed(stale) == README
    assert "unmark9" in stale


def test_a_stale_key_table_is_noticed_and_renewed() -> None:
    stale = README.replace("| `Q` |", "| `J` |")
    assert keytable.written(stale) != keytable.table()
    assert keytable.renewed(stale) == README


def test_a_readme_without_markers_is_refused() -> None:
    with pytest.raises(ValueError, match="/keys"):
        keytable.renewed(README.replace(keytable.END, ""))


def test_the_two_set_up_commands_are_there_word_for_word() -> None:
    found = blocks("sh")
    assert "python -m pip install . && annotator\n" in found
    assert 'python -m pip install ".[test]" && python -m pytest\n' in found


def test_the_torch_to_install_first_is_the_one_that_is_pinned() -> None:
    pinned = re.findall(r"torch==[\d.]+\d", (ROOT / "pyproject.toml").read_text("utf-8"))
    assert set(re.findall(r"torch==[\d.]+\d", README)) == set(pinned)


def test_every_command_of_the_readme_is_one() -> None:
    called = [words for words in commands() if words != words[:1] or words[0] not in cli.commands]
    assert len(called) > 5
    # A command keeps the options for help that its first context gave it: they are its group's.
    group = click.Context(cli, **cli.context_settings)
    for words in called:
        name, rest = (words[0], words[1:]) if words[0] in cli.commands else ("open", words)
        if name == "open" and rest[0] == "COMMAND":
            continue
        assert name != "open" or rest[0].endswith(".db"), words
        cli.commands[name].make_context(name, list(rest), parent=group).close()


def test_every_command_and_option_stands_in_the_table() -> None:
    table = between("## Command line", "## Formats").splitlines()
    for name, command in cli.commands.items():
        rows = [line for line in table if line.startswith(f"| `{_call(name)}")]
        assert len(rows) == 1, name
        options = [option for option in command.params if isinstance(option, click.Option)]
        for option in options:
            assert max(option.opts, key=len) in rows[0], (name, option.opts)


def _call(name: str) -> str:
    return "annotator [PROJECT.db]" if name == "open" else f"annotator {name}"


def test_the_first_hour_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("article.txt").write_text("عنوان المقال\n\nقال الوزير: “نعم”.\n", "utf-8")
    walk = commands(between("<!-- first hour -->", "<!-- /first hour -->"))
    export = next(command for command in commands() if command[0] == "export")
    assert [command[0] for command in walk] == ["new", "import", "stats"]
    for command in [*walk, export]:
        done = CliRunner().invoke(cli, command)
        assert done.exit_code == 0, (command, done.output)
    assert "mine.jsonl" in {path.name for path in tmp_path.iterdir()}


def test_the_suggesters_are_as_good_as_they_are_said_to_be(tmp_path: Path) -> None:
    part = between("<!-- evaluated -->", "## The JSONL form")
    new, bring, judge = commands(part)
    project = str(tmp_path / "gold.db")
    for command in (new, bring):
        words = [project if word == "gold.db" else word for word in command]
        words = [str(ROOT / word) if word.startswith("corpora") else word for word in words]
        assert CliRunner().invoke(cli, words).exit_code == 0, command
    # Training takes too long here for the suggester that learns.
    names = ["memory", "quotations", "relations"]
    asked = [project if word == "gold.db" else word for word in judge]
    done = CliRunner().invoke(cli, [*asked, "--with", ",".join(names), "--json"])
    assert done.exit_code == 0, done.output
    found = json.loads(done.stdout)["scores"]
    told = [
        f"{one['precision']:.2f} | {one['recall']:.2f} | {one['f1']:.2f} |"
        for one in found
        if one["way"] == "strict" and one["label"] in ("all", "content", "cue", "source", "speaker")
    ]
    assert len(told) == 6
    rows = [row for row in part.splitlines() if row.startswith("| ") and "`learned`" not in row]
    assert [row.split(" | ", 2)[2] for row in rows[1:]] == told


def test_the_code_for_training_is_python() -> None:
    for code in blocks("python"):
        compile(code, "README.md", "exec")


def test_the_lists_of_system_libraries_are_those_of_the_program() -> None:
    listed = [
        line.split()[3:]
        for block in blocks("sh")
        for line in block.splitlines()
        if line.startswith("sudo apt-get install ")
    ]
    tables = [startup._WIDGETS, startup._XCB]
    assert [set(line) for line in listed] == [set(table.values()) for table in tables]


def test_the_label_sets_are_those_that_come_with_the_program() -> None:
    named = re.findall(r"^\| `(\w+)` \|", between("## Label sets", "## Your data"), re.MULTILINE)
    assert sorted(named) == sorted(path.stem for path in resource("labels").glob("*.toml"))


def test_every_file_that_it_links_to_is_there() -> None:
    for document in (README, (ROOT / "CONTRIBUTING.md").read_text("utf-8")):
        for target in re.findall(r"\]\(([^)#:]+)\)", document):
            assert (ROOT / target).is_file(), target
