"""Where the keyboard is can be seen on every control that can have it, in every scheme."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from annotator.desktop.article.view import ArticleView
from annotator.desktop.schemes import SCHEMES, Scheme
from annotator.desktop.window import MainWindow
from annotator.model.colour import contrast
from tests.desktop.conftest import OpenWindow, settle
from tests.desktop.test_window import DIALOGS

SEEN = 1.8
"""The least contrast between a pixel without and with the keyboard that counts as a change."""
ENOUGH = 30
"""Pixels."""

OF_THE_SYSTEM = ("open project", "import")
"""Dialogs for files are the system's; how they look is its own affair."""


def controls(root: QWidget) -> Iterator[QWidget]:
    """Everything in view that Tab, or a key of the table, leads to."""
    for widget in root.findChildren(QWidget):
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        own = widget.window() is root
        if takes and own and widget.isVisible() and widget.isEnabled():
            yield widget


def changed(one: QImage, other: QImage, area: QRect) -> bool:
    """Whether enough pixels of an area look clearly different."""
    count = 0
    for y in range(area.top(), area.bottom() + 1):
        for x in range(area.left(), area.right() + 1):
            before, after = one.pixelColor(x, y), other.pixelColor(x, y)
            if before != after and contrast(before.name(), after.name()) >= SEEN:
                count += 1
                if count >= ENOUGH:
                    return True
    return False


def check(root: QWidget) -> list[str]:
    """Give the keyboard to one control after the other; those that do not show it."""
    found = list(controls(root))
    blind = []
    for widget in found:
        other = next((one for one in found if one is not widget), None)
        if other is not None:
            other.setFocus()
        else:
            widget.clearFocus()
        QApplication.sendPostedEvents()
        before = root.grab().toImage()
        widget.setFocus()
        QApplication.sendPostedEvents()
        after = root.grab().toImage()
        corner = widget.mapTo(root, widget.rect().topLeft())
        area = QRect(corner, widget.size()).adjusted(-3, -3, 3, 3) & root.rect()
        if widget.hasFocus() and not changed(before, after, area):
            blind.append(f"{type(widget).__name__} {widget.objectName()} {widget.accessibleName()}")
    return blind


@pytest.mark.parametrize("scheme", SCHEMES)
def test_in_the_window(
    open_window: OpenWindow, project: Path, qtbot: QtBot, scheme: Scheme
) -> None:
    window: MainWindow = open_window(project, "en", scheme)
    annotated = window.workspace.annotated
    assert annotated is not None
    window.workspace.set_focus(annotated.entities[0].id)
    settle(qtbot)
    found = list(controls(window))
    assert any(isinstance(one, ArticleView) for one in found)
    assert sum(isinstance(one, QAbstractScrollArea) for one in found) >= 4
    assert check(window) == []


@pytest.mark.parametrize("scheme", ["light", "contrast-dark"])
@pytest.mark.parametrize("name", [one for one in DIALOGS if one not in OF_THE_SYSTEM])
def test_in_dialogs(
    open_window: OpenWindow, project: Path, qtbot: QtBot, name: str, scheme: Scheme
) -> None:
    window = open_window(project, "en", scheme)
    DIALOGS[name](window)
    settle(qtbot)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    assert check(dialog) == []
    dialog.reject()
    settle(qtbot)
