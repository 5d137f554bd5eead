"""The menu bar and the menus that open on a click, built from the table of actions.

Keys are shown as text: a key of the table is dispatched by `keys`, and as a shortcut of Qt it would
fire twice under one layout and not at all under another.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from annotator.desktop import actions, icons, keymap
from annotator.desktop.actions import ACTIONS, MENUS, Action, trigger
from annotator.desktop.keynames import isolated
from annotator.desktop.language import current, tr
from annotator.desktop.typesetting import SPACINGS, WIDTHS

if TYPE_CHECKING:
    from annotator.desktop.window import MainWindow

# A line is drawn before each of these.
_BREAKS = frozenset({
    "import", "author", "quit", "delete", "start-on", "quote", "relate", "next-annotation",
    "next-article", "done", "layer", "leave-out", "suggest", "suggest-unasked", "larger", "about",
})  # fmt: skip
_LANGUAGES = {"arabic": "ar", "english": "en"}
_THEMES = {
    "light": "light", "dark": "dark", "contrast-light": "contrast-light",
    "contrast-dark": "contrast-dark", "system-theme": "system",
}  # fmt: skip
_SPACINGS = {f"lines-{one}": one for one in SPACINGS}
_WIDTHS = {f"column-{one}": one for one in WIDTHS}
CHOICES = frozenset({*_LANGUAGES, *_THEMES, *_SPACINGS, *_WIDTHS})


def fill_bar(window: MainWindow) -> None:
    """Make the menu bar anew, in the language of the interface."""
    bar = window.menuBar()
    bar.clear()
    for id, title in MENUS:
        menu = bar.addMenu(tr(title))
        _fill(menu, window, id)


def context_menu(window: MainWindow) -> QMenu:
    """The actions that apply where the article was clicked."""
    menu = QMenu(window)
    for action in ACTIONS:
        if action.in_context(window.workspace):
            _add(menu, window, action)
    return menu


def _fill(menu: QMenu, window: MainWindow, id: str) -> None:
    here = [action for action in ACTIONS if action.menu == id]
    made: list[tuple[QAction, Action]] = []
    for action in here:
        if action.id in CHOICES:
            continue
        if action.id in _BREAKS and not menu.isEmpty():
            menu.addSeparator()
        made.append((_add(menu, window, action), action))
        if action.id == "open-sample":
            _recent(_submenu(menu, tr("Recent projects"), "recent"), window)
        elif action.id == "layer":
            _layers(menu.addMenu(tr("Layers")), window)
    if id == "view":
        _choices(menu, window)
    menu.aboutToShow.connect(lambda: _refresh(made, window))


def _choices(menu: QMenu, window: MainWindow) -> None:
    """What is one of a few, each in a submenu."""

    def now(name: str) -> Callable[[], str]:
        return lambda: getattr(window.settings.now, name)

    _choice(menu.addMenu(tr("Line spacing")), window, _SPACINGS, now("line_spacing"))
    _choice(menu.addMenu(tr("Reading width")), window, _WIDTHS, now("reading_width"))
    menu.addSeparator()
    _choice(_submenu(menu, tr("Language"), "language"), window, _LANGUAGES, current)
    _choice(_submenu(menu, tr("Theme"), "theme"), window, _THEMES, now("theme"))


def _add(menu: QMenu, window: MainWindow, action: Action) -> QAction:
    text = escaped(tr(action.title))
    if key := keymap.first(action.id):
        text += f"\t{isolated(key)}"
    item = menu.addAction(text)
    item.setMenuRole(QAction.MenuRole.NoRole)
    if picture := icons.OF_ACTIONS.get(action.id):
        item.setIcon(icons.icon(picture))
    item.setStatusTip("")
    item.triggered.connect(lambda: trigger(action, window))
    return item


def _submenu(menu: QMenu, title: str, picture: str) -> QMenu:
    made = menu.addMenu(title)
    made.setIcon(icons.icon(picture))
    return made


def _refresh(made: list[tuple[QAction, Action]], window: MainWindow) -> None:
    for item, action in made:
        item.setEnabled(action.allowed(window.workspace))
        if action.checked is not None:
            item.setCheckable(True)
            item.setChecked(action.checked(window.workspace))


def _choice(
    menu: QMenu, window: MainWindow, ids: Mapping[str, str], chosen: Callable[[], str]
) -> None:
    """A submenu of which one is chosen."""
    group = QActionGroup(menu)
    items = {}
    for id, value in ids.items():
        item = _add(menu, window, actions.by_id(id))
        item.setCheckable(True)
        group.addAction(item)
        items[value] = item

    def check() -> None:
        items[chosen()].setChecked(True)

    menu.aboutToShow.connect(check)


def _recent(menu: QMenu, window: MainWindow) -> None:
    def fill() -> None:
        menu.clear()
        paths = [Path(path) for path in window.settings.now.recent]
        for path in paths:
            item = menu.addAction(escaped(f"{path.name}  ({path.parent})"))
            item.triggered.connect(lambda _=False, path=path: window.open_path(path))
        if not paths:
            menu.addAction(tr("None yet")).setEnabled(False)

    menu.aboutToShow.connect(fill)


def _layers(menu: QMenu, window: MainWindow) -> None:
    def fill() -> None:
        menu.clear()
        for name in window.layers():
            item = menu.addAction(escaped(name))
            item.setCheckable(True)
            item.setChecked(name == window.workspace.layer)
            item.triggered.connect(lambda _=False, name=name: window.workspace.set_layer(name))
        if menu.isEmpty():
            menu.addAction(tr("None yet")).setEnabled(False)

    menu.aboutToShow.connect(fill)


def escaped(text: str) -> str:
    """A text for a menu, which takes `&` for the mark of a shortcut and a tab for a column."""
    return text.replace("&", "&&").replace("\t", " ")
