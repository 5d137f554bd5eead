"""What a benchmark gives: measured figures beside what they should be."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Figure(NamedTuple):
    """One line of the table. `met` is None where there is nothing to reach."""

    what: str
    measured: str
    wanted: str = ""
    met: bool | None = None


def at_least(what: str, value: float, least: float, unit: str) -> Figure:
    """A figure that is good when it is large."""
    return Figure(what, f"{value:,.0f} {unit}", f"≥ {least:,.0f}", value >= least)


def at_most(what: str, value: float, most: float, unit: str) -> Figure:
    """A figure that is good when it is small."""
    return Figure(what, f"{value:,.1f} {unit}", f"≤ {most:,.1f}", value <= most)


def table(figures: Iterable[Figure]) -> str:
    """All lines in columns, the misses marked."""
    marks = {True: "yes", False: "MISSED", None: ""}
    rows = [("", "measured", "wanted", "met")]
    rows += [(one.what, one.measured, one.wanted, marks[one.met]) for one in figures]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [
        "  ".join((what.ljust(widths[0]), measured.rjust(widths[1]), wanted.rjust(widths[2]), met))
        for what, measured, wanted, met in rows
    ]
    return "\n".join(line.rstrip() for line in lines)


class Run(NamedTuple):
    """A process that has ended well: what it printed, its seconds, its largest memory in MB."""

    output: str
    seconds: float
    megabytes: float


def run(arguments: Sequence[str]) -> Run:
    """Run Python with these arguments; raises RuntimeError if it fails. POSIX only."""
    started = time.perf_counter()
    process = subprocess.Popen([sys.executable, *arguments], stdout=subprocess.PIPE)
    assert process.stdout is not None
    with process.stdout:
        output = process.stdout.read().decode()
    # Asked of the system for this one child: `communicate` would throw the answer away.
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(arguments)} ended with {process.returncode}")
    kilobytes = usage.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    return Run(output, time.perf_counter() - started, kilobytes / 1024)
