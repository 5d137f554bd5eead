"""Starts the window. Imports nothing of Qt before it is known that a window can be shown."""

from __future__ import annotations

import sys
from pathlib import Path

from annotator.desktop import startup
from annotator.errors import UserError


def run(project: Path | None = None, author: str | None = None) -> int:
    """Open the window on `project`, else on the last one, else on how to begin.

    `author` answers the question for the author's name beforehand. Returns the exit status: 1,
    after one sentence on stderr, if there is nothing to show the window on or if `project` cannot
    be opened.
    """
    try:
        startup.check()
        # Qt is imported only now: with a library missing, its import or its first window fails.
        from annotator.desktop.session import Session

        with Session(author) as session:
            session.open(project)
            return session.run()
    except UserError as error:
        print(error, file=sys.stderr)
        return 1
    except ImportError as error:
        if "PySide6" not in f"{error.name}{error.path}{error}":
            raise
        print(f"PySide6, which draws the window, does not load: {error}", file=sys.stderr)
        return 1
