"""Starting where no window can be shown: one sentence, status 1, no traceback, no core dump."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="about Linux")

_RUN = "import sys; from annotator.desktop.app import run; sys.exit(run())"
_WITHOUT = """
import ctypes
real = ctypes.CDLL
def without(name, *args, **kwargs):
    if name in {missing}:
        raise OSError(f"{{name}}: cannot open shared object file: No such file or directory")
    return real(name, *args, **kwargs)
ctypes.CDLL = without
"""


def start(tmp_path: Path, code: str = _RUN, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a new Python without a display, but for what `environment` says."""
    spared = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    inherited = {key: value for key, value in os.environ.items() if key not in spared}
    return subprocess.run(
        [sys.executable, "-c", code],
        env={**inherited, "ANNOTATOR_HOME": str(tmp_path), "ANNOTATOR_AUTHOR": "x", **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def refused(done: subprocess.CompletedProcess[str]) -> str:
    """The one sentence on stderr."""
    assert done.returncode == 1, done
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1, done.stderr
    return done.stderr


@linux_only
def test_without_a_display(tmp_path: Path) -> None:
    said = refused(start(tmp_path))
    assert "no display" in said
    assert "sudo apt-get install xvfb" in said


@linux_only
def test_with_a_display_that_does_not_answer(tmp_path: Path) -> None:
    # Where libraries are missing too, these are named instead: both are true.
    said = refused(start(tmp_path, DISPLAY=":4242"))
    assert ":4242" in said or "sudo apt-get install libxcb" in said


@linux_only
def test_with_a_wayland_display_that_is_not_there(tmp_path: Path) -> None:
    said = refused(start(tmp_path, WAYLAND_DISPLAY="wayland-42", XDG_RUNTIME_DIR=str(tmp_path)))
    assert "wayland-42" in said or "sudo apt-get install libwayland" in said


@linux_only
@pytest.mark.parametrize(
    ("platform", "missing", "packages"),
    [
        ("offscreen", {"libEGL.so.1"}, "libegl1"),
        ("offscreen", {"libGL.so.1", "libEGL.so.1"}, "libgl1 libegl1"),
    ],
)
def test_without_a_library(tmp_path: Path, platform: str, missing: set[str], packages: str) -> None:
    code = _WITHOUT.format(missing=sorted(missing)) + "import shutil\n"
    code += "shutil.which = lambda name: '/usr/bin/' + name\n" + _RUN
    said = refused(start(tmp_path, code, QT_QPA_PLATFORM=platform))
    assert said.strip().endswith(f"sudo apt-get install {packages}")
    for name in missing:
        assert name in said


@linux_only
def test_without_the_libraries_of_x(tmp_path: Path) -> None:
    code = _WITHOUT.format(missing=["libxcb-cursor.so.0"])
    code += "import shutil\nshutil.which = lambda name: '/usr/bin/' + name\n" + _RUN
    said = refused(start(tmp_path, code, DISPLAY=":4242"))
    assert "libxcb-cursor0" in said.partition("sudo apt-get install")[2]


@linux_only
def test_without_apt_the_libraries_are_named(tmp_path: Path) -> None:
    code = _WITHOUT.format(missing=["libEGL.so.1"])
    code += "import shutil\nshutil.which = lambda name: None\n" + _RUN
    said = refused(start(tmp_path, code, QT_QPA_PLATFORM="offscreen"))
    assert "libEGL.so.1" in said
    assert "apt-get" not in said


def test_without_pyside(tmp_path: Path) -> None:
    code = "import importlib.util as u\nreal = u.find_spec\n"
    code += "u.find_spec = lambda name, *a: None if name == 'PySide6' else real(name, *a)\n" + _RUN
    assert "pip install PySide6" in refused(start(tmp_path, code, QT_QPA_PLATFORM="offscreen"))


_OPEN = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
import annotator.desktop.app as app
from annotator.desktop.session import application
QTimer.singleShot(0, application(), application().closeAllWindows)
status = app.run()
heavy = {"torch", "transformers", "camel_tools"} & set(sys.modules)
print(status, sorted(heavy))
"""


def test_the_first_window_needs_nothing_heavy(tmp_path: Path) -> None:
    done = start(tmp_path, _OPEN, QT_QPA_PLATFORM="offscreen")
    assert done.stdout.strip() == "0 []", done
    assert not (tmp_path / "sample.db").exists()
