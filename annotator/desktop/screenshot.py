"""Renders the real window to a PNG without showing it: for the README, and to look at changes."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

from annotator.desktop.schemes import Scheme
from annotator.errors import UserError
from annotator.store import Project

Size = tuple[int, int]


def take(
    project: Path,
    out: Path,
    *,
    article: int = 1,
    language: Literal["ar", "en"] = "ar",
    theme: Scheme = "light",
    size: Size = (1440, 900),
    author: str | None = None,
) -> None:
    """Render the window with article number `article` in view, `size` pixels large.

    `author` is whose layer is shown; without one, the first layer of the project. Nothing of the
    project is changed. Raises `UserError` for a project or article that cannot be shown, and for a
    file that cannot be written.
    """
    # Before Qt is imported: no display is needed.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from annotator.desktop.still import picture

    with Project.open(project) as opened:
        if not 1 <= article <= opened.count():
            raise UserError(
                "There is no article {number} in {file}, which has {count}.",
                number=article,
                file=project,
                count=opened.count(),
            )
        layer = author or next(iter(opened.layers()), "")
        with opened.snapshot() as snapshot:
            image = picture(snapshot, layer, article, language, theme, size)
    if not image.save(str(out), "PNG"):  # type: ignore[call-overload]
        raise UserError("{file} cannot be written.", file=out)
