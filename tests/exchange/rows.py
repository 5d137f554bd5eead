"""Rows to import and what an export holds: what the tests of this folder share."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from annotator.exchange import export
from annotator.store import Project


def exported(project: Project, path: Path, **choice: Any) -> list[dict[str, Any]]:
    """The rows of an export."""
    export(project, path, **choice)
    return [json.loads(line) for line in path.read_bytes().splitlines()]


TEXT = "قال محمد علي 👍 إنه زار بيروت"


def row(id: str = "a1", **changes: Any) -> dict[str, Any]:
    """A good row: an entity of each end of a relation."""
    person = {"id": f"{id}-p", "label": "PERS", "start": 4, "end": 12, "text": "محمد علي"}
    city = {"id": f"{id}-c", "label": "GPE", "start": 23, "end": 28, "text": "بيروت"}
    visit = {"id": f"{id}-v", "label": "VISITS", "head": f"{id}-p", "tail": f"{id}-c"}
    return {
        "format": "annotator/1",
        "id": id,
        "text": TEXT,
        "layer": "layla",
        "status": "done",
        "entities": [person, city],
        "relations": [visit],
        **changes,
    }


def write(path: Path, *rows: Any) -> Path:
    """A file with these rows; bytes are written as they are."""
    lines = [
        one if isinstance(one, bytes) else json.dumps(one, ensure_ascii=False).encode()
        for one in rows
    ]
    path.write_bytes(b"".join(line + b"\n" for line in lines))
    return path


def skip_if_all_is_allowed(protected: Path) -> None:
    """Skip the test where write protection does not bind this user, as it does not bind root."""
    if os.access(protected, os.W_OK):
        protected.chmod(0o700)
        pytest.skip("this user may write everywhere")
