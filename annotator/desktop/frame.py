"""How the parts of the window are put together, and how its room is shared among them.

Places and sizes only: what the parts show, and when, the window says.
"""

from __future__ import annotations

import binascii
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.desktop import theme
from annotator.desktop.language import tr
from annotator.desktop.panels.side import seen

if TYPE_CHECKING:
    from annotator.desktop.window import MainWindow
    from annotator.desktop.workspace import Workspace

SMALLEST = (900, 600)
FIRST = (1440, 900)


def lay_out(window: MainWindow) -> None:
    """Put the parts of the window where they belong."""
    pages = (window.search, window.checks, window.statistics)
    for part in (window.start, window.empty, window.view, *pages):
        window.middle.addWidget(part)
    row = QHBoxLayout()
    row.setContentsMargins(theme.APART, theme.HAIR, theme.APART, theme.APART)
    row.setSpacing(theme.APART)
    row.addWidget(window.side)
    # Below the text: what is read stays where it is when the strip comes.
    middle = QVBoxLayout()
    middle.setSpacing(theme.HAIR)
    middle.addWidget(window.middle, 1)
    middle.addWidget(window.strip)
    row.addLayout(middle, 1)
    row.addWidget(window.column)
    page = QVBoxLayout()
    page.setContentsMargins(0, 0, 0, 0)
    page.setSpacing(0)
    page.addLayout(row, 1)
    page.addWidget(window.status)
    central = QWidget()
    central.setLayout(page)
    window.setCentralWidget(central)
    window.setMinimumSize(*SMALLEST)
    # The order of Tab, from the lists; inside the article Tab goes from mark to mark.
    lists = (window.articles.list, window.labels.list, window.annotations.list)
    for one, other in pairwise((window.view, *window.articles.filter.parts(), *lists)):
        QWidget.setTabOrder(one, other)


def restore(window: MainWindow) -> None:
    """Give the window the size and place that it had, else a good part of the screen."""
    room = window.screen().availableSize() * 0.92
    window.resize(QSize(*FIRST).boundedTo(room))
    kept = window.settings.now.geometry
    if kept:
        try:
            raw = binascii.a2b_base64(kept, strict_mode=True)
        except ValueError:
            return
        window.restoreGeometry(QByteArray(raw))


def keep(window: MainWindow) -> None:
    """Remember the window's size and place."""
    place = bytes(window.saveGeometry().toBase64().data()).decode("ascii")
    window.settings.change(geometry=place)


def share_width(window: MainWindow) -> None:
    """Give the panels their share of the width: the article comes first."""
    width, there = window.width(), window.workspace.project is not None
    shown = seen(window.size(), reading=window.settings.now.guidelines, asked=window.asked)
    narrowest, widest, share = (280, 400, 27) if shown.guidelines else (210, 290, 20)
    window.side.setFixedWidth(max(narrowest, min(widest, width * share // 100)))
    window.side.show_cards(articles=there and shown.articles, guidelines=there and shown.guidelines)
    window.column.setVisible(there and shown.column)
    window.column.setFixedWidth(max(236, min(300, width * 22 // 100)))


def title(workspace: Workspace) -> str:
    """What the window is called: by its article, its project, and whose annotations it shows."""
    project, annotated = workspace.project, workspace.annotated
    parts = []
    if annotated is not None:
        parts.append(" ".join(annotated.article.title.split())[:80])
    if project is not None:
        parts.append(project.path.stem)
    if workspace.read_only and project is not None:
        parts.append(tr("annotations of {layer}", layer=workspace.layer))
    return " — ".join([*parts, tr("Annotator")])
