"""Files as other tools write them, brought in by the command as somebody new to it would.

The texts are ours; the shapes are those of the tools' own pages, tests and exports.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from click.testing import CliRunner, Result

from annotator.cli import cli

TEXT = "😀 زارَ محمدٌ مدينةَ القاهرة أمس."
"""A character beyond UTF-16's first plane and vowel signs stand in front of what is marked, so that
code points, UTF-16 units and graphemes are all different places."""


def at(surface: str, text: str = TEXT) -> tuple[int, int]:
    """Where a surface is: code points."""
    start = text.index(surface)
    return start, start + len(surface)


def at16(surface: str, text: str = TEXT) -> tuple[int, int]:
    """Where a surface is: UTF-16 units."""
    start, end = (len(text[:place].encode("utf-16-le")) // 2 for place in at(surface, text))
    return start, end


def json_lines(path: Path, *rows: Any) -> Path:
    """A file with a JSON value on each line."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return path


def json_file(path: Path, value: Any, indent: int | None = 2) -> Path:
    """A file that is one JSON value."""
    path.write_text(json.dumps(value, ensure_ascii=False, indent=indent), "utf-8")
    return path


def zipped(path: Path, files: Mapping[str, str | bytes]) -> Path:
    """A zip of these files."""
    with zipfile.ZipFile(path, "w") as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    return path


def folder(path: Path, files: Mapping[str, str]) -> Path:
    """A folder of these files."""
    for name, text in files.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_bytes(text.encode())
    return path


class CameIn(NamedTuple):
    """What a new project has after an import, and what the command said."""

    status: int
    said: str
    complaints: str
    rows: list[dict[str, Any]]

    @property
    def marks(self) -> list[tuple[str, str]]:
        """Label and surface of every entity, and type and surface of every quote."""
        return [
            (one.get("label") or one["type"], one["text"])
            for row in self.rows
            for one in (*row["entities"], *row["quotes"])
        ]

    @property
    def links(self) -> list[tuple[str, str, str]]:
        """Surface of the head, label and surface of the tail of every relation."""
        found = []
        for row in self.rows:
            surfaces = {one["id"]: one["text"] for one in (*row["entities"], *row["quotes"])}
            found += [
                (surfaces[one["head"]], one["label"], surfaces[one["tail"]])
                for one in row["relations"]
            ]
        return found

    @property
    def row(self) -> dict[str, Any]:
        """The only row."""
        (only,) = self.rows
        return only


def command(*arguments: object) -> Result:
    """What a command of the command line does; a crash of it is one of the test."""
    result = CliRunner().invoke(cli, [str(one) for one in arguments])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def came_in(path: Path, *options: str, labels: str = "news") -> CameIn:
    """A new project beside `path`, and `path` imported into it."""
    number = len(list(path.parent.glob("project-*.db")))
    project = path.parent / f"project-{number}.db"
    assert command("new", project, "--labels", labels).exit_code == 0
    result = command("import", project, path, *options)
    out = project.with_suffix(".jsonl")
    assert command("export", project, out).exit_code == 0
    rows = [json.loads(line) for line in out.read_text("utf-8").split("\n") if line]
    out.unlink()
    return CameIn(result.exit_code, result.stdout, result.stderr, rows)
