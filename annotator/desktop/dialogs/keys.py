"""The key page: every key with what it does, from the table of actions."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from annotator.desktop import theme
from annotator.desktop.actions import ACTIONS, MENUS, Action
from annotator.desktop.dialogs.base import Dialog, button, heading
from annotator.desktop.language import tr
from annotator.desktop.panels.card import plain_label
from annotator.desktop.panels.keycap import Keycaps


class KeysDialog(Dialog):
    """All keys on one page, in the order of the menus."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, tr("Keys"), 720)
        self.resize(760, 640)
        self.say(
            tr(
                "Keys are named as on a US keyboard. Under an Arabic layout the same physical keys "
                "act; the Arabic letter stands beside the Latin one."
            ),
            name="quiet",
        )
        page = QWidget()
        page.setObjectName("page")
        column = QVBoxLayout(page)
        column.setSpacing(theme.TIGHT)
        for id, title in (*MENUS, ("", "Other keys")):
            rows = [action for action in ACTIONS if action.menu == id and action.keys]
            if rows:
                column.addWidget(heading(tr(title) if id else tr("Other keys")))
                column.addLayout(_table(rows))
                column.addSpacing(theme.NEAR)
        column.addWidget(heading(tr("Labels")))
        labels = plain_label(
            tr("A label’s key marks the selection or the word; on a focused entity it relabels it.")
        )
        labels.setWordWrap(True)
        column.addWidget(labels)
        column.addStretch(1)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setWidget(page)
        self.add(self.area, 1)
        self.buttons(button(tr("Close"), self.accept, default=True))
        self.area.setFocus()


def _table(rows: list[Action]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.APART)
    grid.setVerticalSpacing(theme.HAIR)
    grid.setColumnStretch(2, 1)
    grid.setColumnMinimumWidth(0, 190)
    grid.setColumnMinimumWidth(1, 170)
    for number, action in enumerate(rows):
        help = plain_label(tr(action.help), name="quiet")
        help.setWordWrap(True)
        grid.addWidget(Keycaps(action.keys), number, 0)
        grid.addWidget(plain_label(tr(action.title).rstrip("…")), number, 1)
        grid.addWidget(help, number, 2)
    return grid
