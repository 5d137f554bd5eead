"""Finds the files of `resources/` and `corpora/`, in a checkout and in an installed wheel.

A wheel carries both folders inside the package (`annotator/_data`), because nothing else of a wheel
has a place of its own; a checkout has them beside it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def _home() -> Path:
    installed = _PACKAGE / "_data"
    return installed if installed.is_dir() else _PACKAGE.parent


def resource(*parts: str) -> Path:
    """The path of a file or folder in `resources/`."""
    return _home().joinpath("resources", *parts)


def corpus(*parts: str) -> Path:
    """The path of a file or folder in `corpora/`."""
    return _home().joinpath("corpora", *parts)
