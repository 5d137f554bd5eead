"""Pictures of charts without a window: for the command line."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Literal

from annotator.desktop.schemes import Scheme
from annotator.formats import Piece
from annotator.formats.names import FileNames
from annotator.model.labels import LabelSet
from annotator.quality.statistics import Statistics


def pictures(
    found: Statistics,
    labels: LabelSet,
    author: str | None,
    language: Literal["ar", "en"],
    theme: Scheme,
) -> Iterator[Piece]:
    """The charts of an author, or of all, each in a folder of its own."""
    # Before Qt is imported: no display is needed.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from annotator.desktop import language as languages
    from annotator.desktop import theme as themes
    from annotator.desktop.fonts import load_fonts
    from annotator.desktop.session import application
    from annotator.desktop.statistics.chapters import charts
    from annotator.desktop.statistics.pictures import files

    app = application()
    load_fonts()
    languages.install(language)
    themes.apply(app, theme)
    names = [author] if author is not None else [one.name for one in found.layers] or [""]
    folders = FileNames()
    for name in names:
        folder = f"{folders.of(name)}/" if len(names) > 1 else ""
        yield from files(charts(found, found.layer(name), labels), folder)
