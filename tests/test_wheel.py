"""The built wheel, installed alone: it carries resources and corpora, and opens the sample.

The wheel goes into an environment of its own; only the packages that it depends on are lent by the
environment of the tests, after its own, so that nothing of the checkout can help it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
_BIN = "Scripts" if os.name == "nt" else "bin"

_WHERE = """
import json
import annotator
from annotator import resources
print(json.dumps([annotator.__file__, str(resources.resource()), str(resources.corpus())]))
"""
_MAKE_SAMPLE = """
import sys
from pathlib import Path
from annotator.exchange import sample
sample.make(Path(sys.argv[1]), "layla")
"""


class Installed:
    """An environment with the wheel in it, and an empty folder to run in."""

    def __init__(self, home: Path, folder: Path) -> None:
        self.home = home
        self._folder = folder

    def run(self, program: str, *arguments: str | Path) -> str:
        """Run a program of the environment away from the checkout; what it printed."""
        spared = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "__PYVENV_LAUNCHER__")
        inherited = {key: value for key, value in os.environ.items() if key not in spared}
        done = subprocess.run(
            [self.home / _BIN / program, *arguments],
            cwd=self._folder,
            env={**inherited, "PYTHONUTF8": "1", "ANNOTATOR_HOME": str(self._folder / "home")},
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done
        assert done.stderr == ""
        return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout."""
    out = tmp_path_factory.mktemp("wheel")
    _python("-m", "build", "--wheel", "--no-isolation", "--outdir", out, ROOT)
    (built,) = out.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The wheel in an environment of its own."""
    home = tmp_path_factory.mktemp("environment")
    venv.create(home, with_pip=False, symlinks=os.name != "nt")
    python = home / _BIN / "python"
    _python("-m", "pip", "--python", python, "install", "--no-deps", "--no-index", wheel)
    _lend_packages(home)
    return Installed(home, tmp_path_factory.mktemp("elsewhere"))


def _python(*arguments: str | Path) -> None:
    done = subprocess.run(
        [sys.executable, *arguments], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done


def _lend_packages(home: Path) -> None:
    """Have the packages of the running environment found after those of `home`."""
    here = {"base": str(home), "platbase": str(home)}
    lent = dict.fromkeys(sysconfig.get_path(kind) for kind in ("purelib", "platlib"))
    own = Path(sysconfig.get_path("purelib", scheme="venv", vars=here))
    (own / "lent.pth").write_text("\n".join(lent) + "\n", "utf-8")


def test_it_carries_every_file(wheel: Path) -> None:
    listed = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("resources", "corpora"):
        files = [path for path in (ROOT / folder).rglob("*") if path.is_file()]
        assert files
        carried = {f"annotator/_data/{path.relative_to(ROOT).as_posix()}" for path in files}
        assert carried <= listed
    assert not [name for name in listed if name.startswith("tests") or "__pycache__" in name]


def test_resources_and_corpora_are_its_own(installed: Installed) -> None:
    package, resources, corpora = map(Path, json.loads(installed.run("python", "-c", _WHERE)))
    assert package.is_relative_to(installed.home.resolve())
    assert resources == package.parent / "_data" / "resources"
    assert corpora == package.parent / "_data" / "corpora"
    assert (corpora / "news.jsonl").is_file()


def test_it_makes_and_opens_the_sample(installed: Installed, tmp_path: Path) -> None:
    project = tmp_path / "sample.db"
    installed.run("python", "-c", _MAKE_SAMPLE, project)
    told = installed.run("annotator", "stats", project)
    with (ROOT / "corpora" / "news.jsonl").open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    assert f"Articles: {len(rows)}\n" in told
    gold = told.partition("\ngold\n")[2]
    for kind in ("entities", "quotes", "relations"):
        assert f"  {kind}: {sum(len(row[kind]) for row in rows)} " in gold
    assert "Nothing is damaged." in installed.run("annotator", "check", project)

    picture = tmp_path / "window.png"
    installed.run("annotator", "screenshot", project, picture, "--size", "900x600")
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_its_label_sets_are_there(installed: Installed) -> None:
    told = installed.run("annotator", "labels")
    presets = {path.stem for path in (ROOT / "resources" / "labels").glob("*.toml")}
    assert presets == {line.split()[0] for line in told.splitlines()}
