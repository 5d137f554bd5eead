"""Libraries that only some formats need: imported when they are, or asked for in a sentence."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from annotator.errors import UserError


def needed(module: str) -> Any:
    """The module, or UserError that tells how to install it."""
    try:
        return import_module(module)
    except ImportError:
        raise UserError(
            "This format needs {library}, which is not installed.",
            hint="Install it: python -m pip install {library}",
            library=module.partition(".")[0],
        ) from None
