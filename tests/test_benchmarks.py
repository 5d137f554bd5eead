"""The benchmarks can be run: each is found, and those that are named are known."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_LIST = "from tests.benchmarks.__main__ import benchmarks; print(*benchmarks())"


def test_every_benchmark_can_be_run() -> None:
    # In a process of its own: some set up the platform of Qt where they are imported.
    done = subprocess.run(
        [sys.executable, "-c", _LIST], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    modules = {path.stem for path in (ROOT / "tests" / "benchmarks").glob("*.py")}
    assert {"exchange", "formats", "window", "search"} <= set(done.stdout.split()) <= modules
