"""Killed at random moments: all that was acknowledged is there, and nothing is torn."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest

from annotator.model.record import Record
from annotator.store import Project

from . import stream
from .helpers import ENVIRONMENT, LABELS, article, fill, stored

KILLS = 30
STREAM = Path(stream.__file__)


def killed(path: Path, seed: int, delay: float) -> int:
    """Run the stream and kill it `delay` seconds after its first step; how many it acknowledged."""
    with subprocess.Popen(
        [sys.executable, str(STREAM), str(path), str(seed)],
        stdout=subprocess.PIPE,
        text=True,
        env=ENVIRONMENT,
    ) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "1\n"
        # Not waiting for anything: the moment of the kill is what the test draws at random.
        with pytest.raises(subprocess.TimeoutExpired):
            program.wait(timeout=delay)
        program.kill()
        lines = program.stdout.read().split("\n")
    # The last line may have been cut off in the middle; it counts as not said.
    return int(lines[-2]) if len(lines) > 1 else 1


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_what_was_acknowledged_survives_being_killed(tmp_path: Path) -> None:
    with Project.create(tmp_path / "fresh.db", LABELS) as project:
        fill(project, Record(article=article("a", stream.TEXT)))
    chance = random.Random(2026)
    total = interrupted = 0
    for seed in range(KILLS):
        path = tmp_path / f"{seed}.db"
        shutil.copyfile(tmp_path / "fresh.db", path)
        count = killed(path, seed, chance.uniform(0.02, 0.3))
        total += count
        before, after = islice(stream.states(seed), count, count + 2)
        with Project.open(path) as project:
            found = stored(project, 1, stream.LAYER)
            # The step after the last acknowledged one may have been stored, but only whole.
            assert set(found) in (before, after)
            interrupted += set(found) == after
            assert project.check() == []
            for number in {int(id.split(".")[0]) for id in found}:
                for annotation in stream.group(number).added:
                    assert found[annotation.id] == annotation
    assert total > KILLS * 10
