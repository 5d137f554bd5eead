"""The context menu of a finding: what its keys do, for those who use the mouse."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from annotator.desktop.checks.list import FindingList
from annotator.desktop.checks.model import fix_of
from annotator.desktop.checks.ready import Ready
from annotator.desktop.keynames import isolated
from annotator.desktop.language import tr
from annotator.desktop.menus import escaped


def show(rows: FindingList, at: Callable[[int], Ready | None], place: QPoint) -> QMenu | None:
    """Show the menu of the row at `place`; None where there is no finding."""
    row = rows.indexAt(place).row()
    one = at(row) if row >= 0 else None
    if one is None:
        return None
    if row not in rows.rows_chosen():
        rows.forget()
        rows.go_to(row)
    menu = QMenu(rows)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    _add(menu, tr("Go to the place"), "Return", lambda: rows.opened.emit(row))
    if one.finding.other is not None:
        other = tr("To the other article")
        _add(menu, other, "Shift+Return", lambda: rows.opened_other.emit(row))
    if one.change is not None:
        _add(menu, tr(fix_of(one.finding)), "F", rows.mended.emit)
        _add(menu, tr("Mend all alike…"), "A", rows.mended_alike.emit)
    _add(menu, tr("Right as it is"), "Delete", rows.judged.emit)
    menu.popup(rows.viewport().mapToGlobal(place))
    return menu


def _add(menu: QMenu, title: str, key: str, run: Callable[[], object]) -> None:
    item = menu.addAction(f"{escaped(title)}\t{isolated(key)}")
    item.triggered.connect(lambda: run())
